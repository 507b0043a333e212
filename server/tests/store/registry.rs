//! The register: people found by their numbers, and whole files taken in.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use uuid::Uuid;
use zhida::person::{CertificateStatus, ResidentId};
use zhida::place::DivisionCode;
use zhida::registry::{COLUMNS, Entry, read_row};
use zhida_server::config::Config;
use zhida_server::portal::Portal;
use zhida_server::registry::{ImportProblem, Order, import};
use zhida_server::startup;
use zhida_server::store::registry::{self, Counts};
use zhida_server::store::{Query as _, params};

use crate::harness::World;

both_engines!(
    a_person_is_found_by_each_number_and_by_name_in_their_county,
    identities_are_not_readable_in_the_database,
    a_file_is_imported_once_and_again_without_a_change,
    changes_ends_and_returns_are_followed,
    a_file_that_would_end_too_many_stops,
    one_county_does_not_end_another,
);

const LIMB: &str = "王小明,430626198808089988,43062619880808998841,valid,2020-05-06,2030-05-05,limb:1,430626,430626001,dibao,2019-01-01,13812345678";

fn entry(line: &str) -> Entry {
    let values: Vec<&str> = line.split(',').collect();
    read_row(&values.try_into().unwrap(), time::macros::date!(2025 - 06 - 18)).unwrap()
}

async fn a_person_is_found_by_each_number_and_by_name_in_their_county(world: World) {
    let (keys, id, entry) = (&world.keys, Uuid::now_v7(), entry(LIMB));
    let mut tx = world.begin().await;
    registry::insert(&mut tx, keys, &[(id, &entry)], world.now)
        .await
        .unwrap();
    tx.commit().await.unwrap();

    let mut q = world.store.read();
    let found = registry::find_person_by_resident_id(&mut q, keys, &entry.resident_id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((found.id, &found.entry, found.ended_at), (id, &entry, None));
    let number = &entry.certificate.as_ref().unwrap().number;
    assert_eq!(
        registry::find_person_by_certificate_number(&mut q, keys, number)
            .await
            .unwrap()
            .unwrap()
            .id,
        id
    );
    assert_eq!(registry::find_person(&mut q, keys, id).await.unwrap().unwrap(), found);
    let named = |county: &str| (DivisionCode::parse(county).unwrap(), entry.name.clone());
    for (county, count) in [("430626", 1), ("430104", 0)] {
        let (county, name) = named(county);
        let people = registry::list_people_by_name(&mut q, keys, county, &name)
            .await
            .unwrap();
        assert_eq!(people.len(), count);
    }
    let other = ResidentId::parse("11010519491231002X").unwrap();
    assert_eq!(
        registry::find_person_by_resident_id(&mut q, keys, &other)
            .await
            .unwrap(),
        None
    );

    let mut tx = world.begin().await;
    let again = registry::insert(&mut tx, keys, &[(Uuid::now_v7(), &entry)], world.now).await;
    assert!(again.unwrap_err().is_conflict("uq_registry_identity_resident_id"));
}

async fn identities_are_not_readable_in_the_database(world: World) {
    let entry = entry(LIMB);
    let mut tx = world.begin().await;
    registry::insert(&mut tx, &world.keys, &[(Uuid::now_v7(), &entry)], world.now)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let row = world
        .store
        .read()
        .one("SELECT * FROM registry_identity", params![])
        .await
        .unwrap();
    for (column, plain) in [
        ("name", "王小明"),
        ("resident_id", "430626198808089988"),
        ("phone", "13812345678"),
    ] {
        let sealed = row.bytes(column).unwrap();
        assert!(
            !sealed.windows(plain.len()).any(|part| part == plain.as_bytes()),
            "{column}"
        );
    }
    assert_eq!(row.text("resident_id_hash").unwrap().len(), 64);
}

/// A register of so many invented people of one county, those without the left out ones.
fn people(county: &str, count: u32, left_out: impl Fn(u32) -> bool) -> String {
    let mut text = String::new();
    for number in (0..count).filter(|number| !left_out(*number)) {
        let id = invented(county, number);
        writeln!(
            text,
            "张三,{id},{id}41,valid,2020-05-06,2030-05-05,limb:1,{county},,dibao,2019-01-01,"
        )
        .unwrap();
    }
    text
}

fn invented(county: &str, number: u32) -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let start = format!("{county}19{:02}0101{:03}", 50 + number / 900, number % 900);
    let sum: u32 = start
        .bytes()
        .zip(WEIGHTS)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    format!(
        "{start}{}",
        ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][(sum % 11) as usize]
    )
}

struct Office {
    portal: Portal,
    folder: PathBuf,
}

impl Office {
    async fn open(world: &World) -> Self {
        let settings = [
            ("database_url", world.url.clone()),
            ("data", world.folder.join("data").display().to_string()),
        ];
        let settings: BTreeMap<String, String> = settings
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        let portal = startup::portal(Config::read(&settings).unwrap()).await.unwrap();
        Self {
            portal,
            folder: world.folder.clone(),
        }
    }

    async fn import(&self, rows: &[u8], county: Option<&str>, accept_drop: bool) -> Result<Counts, ImportProblem> {
        let file = self.folder.join("register.csv");
        let mut text = COLUMNS.join(",").into_bytes();
        text.push(b'\n');
        text.extend(rows);
        std::fs::write(&file, text).unwrap();
        let order = Order {
            file: &file,
            bad_lines: &self.folder.join("bad.csv"),
            county: county.map(|county| DivisionCode::parse(county).unwrap()),
            accept_drop,
        };
        import(&self.portal, order).await
    }

    async fn find(&self, number: &str) -> Option<registry::Person> {
        let id = ResidentId::parse(number).unwrap();
        registry::find_person_by_resident_id(&mut self.portal.store.read(), &self.portal.keys, &id)
            .await
            .unwrap()
    }

    fn bad_lines(&self) -> Option<String> {
        std::fs::read_to_string(self.folder.join("bad.csv")).ok()
    }
}

async fn a_file_is_imported_once_and_again_without_a_change(world: World) {
    let office = Office::open(&world).await;
    let mut text = people("430626", 250, |_| false);
    text.push_str("𬱖·㮾,430626198808089988,,,,,,430626,,,,\n");
    text.push_str("李四,430626198808089989,,,,,,430626,,,,\n");
    text.push_str("李四,430626198808089988,,,,,,430626,,,,\n");
    text.push_str("=1+1,11010519491231002X,\n");
    let (gb, _, _) = encoding_rs::GB18030.encode(&text);
    let first = office.import(&gb, None, false).await.unwrap();
    let expected = Counts {
        lines: 254,
        added: 251,
        bad: 3,
        ..Counts::default()
    };
    assert_eq!(first, expected);
    let bad = office.bad_lines().unwrap();
    for told in [
        "253,resident_id: resident_id_wrong_check_character,李四",
        "254,resident_id: twice_in_this_file",
        "255,line: not_as_many_values_as_columns,'=1+1",
    ] {
        assert!(bad.contains(told), "{told}\n{bad}");
    }
    assert_eq!(
        office.find("430626198808089988").await.unwrap().entry.name.as_str(),
        "𬱖·㮾"
    );
    for encoded in [gb.as_ref(), text.as_bytes()] {
        let again = office.import(encoded, None, false).await.unwrap();
        assert_eq!(
            (again.added, again.changed, again.unchanged, again.ended),
            (0, 0, 251, 0)
        );
    }
}

async fn changes_ends_and_returns_are_followed(world: World) {
    let office = Office::open(&world).await;
    office
        .import(people("430626", 40, |_| false).as_bytes(), None, false)
        .await
        .unwrap();
    let frozen = people("430626", 40, |number| number == 7).replacen("valid", "frozen", 1);
    let counts = office.import(frozen.as_bytes(), None, false).await.unwrap();
    assert_eq!(
        (counts.changed, counts.unchanged, counts.ended, counts.bad),
        (1, 38, 1, 0)
    );
    assert_eq!(office.bad_lines(), None, "no file where nothing is bad");
    let first = office.find(&invented("430626", 0)).await.unwrap();
    assert_eq!(first.entry.certificate.unwrap().status, CertificateStatus::Frozen);
    assert!(office.find(&invented("430626", 7)).await.unwrap().ended_at.is_some());
    let counts = office
        .import(people("430626", 40, |_| false).as_bytes(), None, false)
        .await
        .unwrap();
    assert_eq!((counts.changed, counts.unchanged, counts.ended), (2, 38, 0));
    assert_eq!(office.find(&invented("430626", 7)).await.unwrap().ended_at, None);

    // A person on a bad line is in the file all the same.
    let spoiled = people("430626", 40, |_| false).replacen("limb:1", "limb:9", 1);
    let counts = office.import(spoiled.as_bytes(), None, false).await.unwrap();
    assert_eq!((counts.bad, counts.unchanged, counts.ended), (1, 39, 0));
}

async fn a_file_that_would_end_too_many_stops(world: World) {
    let office = Office::open(&world).await;
    office
        .import(people("430626", 100, |_| false).as_bytes(), None, false)
        .await
        .unwrap();
    let five = people("430626", 100, |number| number < 5);
    assert_eq!(office.import(five.as_bytes(), None, false).await.unwrap().ended, 5);
    let more = people("430626", 100, |number| number < 10);
    let stopped = office.import(more.as_bytes(), None, false).await.unwrap_err();
    assert!(
        matches!(stopped, ImportProblem::Drop { ended: 5, known: 95 }),
        "{stopped}"
    );
    assert_eq!(office.find(&invented("430626", 9)).await.unwrap().ended_at, None);
    assert_eq!(office.import(more.as_bytes(), None, true).await.unwrap().ended, 5);
}

async fn one_county_does_not_end_another(world: World) {
    let office = Office::open(&world).await;
    for county in ["430626", "430104"] {
        let counts = office
            .import(people(county, 10, |_| false).as_bytes(), Some(county), false)
            .await
            .unwrap();
        assert_eq!((counts.added, counts.ended), (10, 0));
    }
    let counts = office
        .import(people("430104", 10, |_| false).as_bytes(), Some("430626"), false)
        .await;
    assert!(matches!(counts, Err(ImportProblem::Drop { ended: 10, known: 10 })));
    assert!(office.bad_lines().unwrap().contains("of_another_county"));
}
