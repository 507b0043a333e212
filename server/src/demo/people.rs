//! The people of the demonstration: the ten of the domain reference, and as many invented ones as are needed.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Value as Json, json};
use zhida::apply::{
    Application, Consent, ConsentTo, Contact, ContactWay, FactOrigin, Paper, Person, Relationship, Residence,
    StatedFact, Statement, Submitter,
};
use zhida::assess::read_person;
use zhida::calendar::{Date, age_on};
use zhida::catalogue::Catalogue;
use zhida::person::{Category, CertificateNumber, PersonName, ResidentId, SubmitterRole};
use zhida::place::{DivisionCode, TownshipCode};

use super::random::Random;
use super::words::Words;

/// One of the ten people.
#[derive(Debug, Deserialize)]
pub struct Named {
    /// Their name.
    pub name: String,
    /// Who applies for them.
    pub submitter_name: Option<String>,
    /// Who they are, in a line.
    pub title_zh: String,
    /// The same in English.
    pub title_en: String,
    /// Their data, in the shape of `zhida assess`.
    pub data: Json,
}

#[derive(Deserialize)]
struct File {
    #[serde(rename = "note")]
    _note: String,
    people: Vec<Named>,
}

/// The ten people.
pub fn ten() -> Result<Vec<Named>, serde_json::Error> {
    let file: File = serde_json::from_str(include_str!("people.json"))?;
    Ok(file.people)
}

impl Named {
    /// `S01`.
    pub fn id(&self) -> &str {
        self.data["id"].as_str().unwrap_or_default()
    }

    /// The resident ID number.
    pub fn resident_id(&self) -> Option<ResidentId> {
        ResidentId::parse(self.data["beneficiary"]["resident_id"].as_str()?).ok()
    }

    /// Where the hukou is.
    pub fn place(&self) -> Option<(DivisionCode, TownshipCode)> {
        let beneficiary = &self.data["beneficiary"];
        let county = DivisionCode::parse(beneficiary["hukou_county"].as_str()?)?;
        Some((county, TownshipCode::parse(beneficiary["hukou_township"].as_str()?)?))
    }
}

/// Somebody invented, as they apply.
#[derive(Clone, Debug)]
pub(super) struct Invented {
    pub name: PersonName,
    pub resident_id: ResidentId,
    /// Their data, in the shape of `zhida assess`.
    pub data: Json,
    /// The parent or child who applies for them.
    pub helper: Option<(PersonName, SubmitterRole, Relationship)>,
    /// Where they live, or receive outside their province.
    pub township: TownshipCode,
    /// The hukou is in another province.
    pub outside: bool,
}

/// Makes people up, never the same twice.
pub(super) struct Inventor<'a> {
    pub words: &'a Words,
    pub numbers: BTreeSet<ResidentId>,
}

impl Inventor<'_> {
    /// Somebody of a township who applies on a day.
    pub(super) fn invent(
        &mut self,
        county: DivisionCode,
        township: TownshipCode,
        on: Date,
        random: &mut Random,
    ) -> Option<Invented> {
        let outside = random.percent(3);
        let (resident_id, female) = self.number(county, on, random)?;
        let surname = random.one_of(&self.words.surnames)?.clone();
        let given = if female { &self.words.female } else { &self.words.male };
        let name = PersonName::parse(&format!("{surname}{}", random.one_of(given)?)).ok()?;
        let age = age_on(resident_id.birth_date(), on);
        let helper = if age < 18 {
            let mother = PersonName::parse(&format!("{surname}{}", random.one_of(&self.words.female)?)).ok()?;
            Some((mother, SubmitterRole::LegalGuardian, Relationship::Mother))
        } else if age > 70 && random.percent(40) {
            let son = PersonName::parse(&format!("{surname}{}", random.one_of(&self.words.male)?)).ok()?;
            Some((son, SubmitterRole::Relative, Relationship::Son))
        } else {
            None
        };
        let data = person(county, township, &resident_id, (on, outside), random)?;
        Some(Invented {
            name,
            resident_id,
            data,
            helper,
            township,
            outside,
        })
    }

    /// A number nobody else has here; 998 is a woman's, 999 a man's.
    fn number(&mut self, county: DivisionCode, on: Date, random: &mut Random) -> Option<(ResidentId, bool)> {
        for _ in 0..50 {
            let female = random.percent(50);
            let age = if random.percent(8) {
                random.between(3, 17)
            } else {
                random.between(18, 88)
            };
            let year = i64::from(on.year()) - i64::try_from(age).ok()?;
            let (month, day) = (random.between(1, 12), random.between(1, 28));
            let start = format!(
                "{county}{year:04}{month:02}{day:02}{}",
                if female { "998" } else { "999" }
            );
            let checked = "0123456789X".chars();
            let mut fitting = checked.filter_map(|check| ResidentId::parse_on(&format!("{start}{check}"), on).ok());
            if let Some(number) = fitting.next()
                && self.numbers.insert(number.clone())
            {
                return Some((number, female));
            }
        }
        None
    }
}

fn person(
    county: DivisionCode,
    township: TownshipCode,
    resident_id: &ResidentId,
    (on, outside): (Date, bool),
    random: &mut Random,
) -> Option<Json> {
    let category = *random.one_of(&[
        Category::Visual,
        Category::Hearing,
        Category::Speech,
        Category::Limb,
        Category::Limb,
        Category::Limb,
        Category::Intellectual,
        Category::Mental,
    ])?;
    let grade = *random.one_of(&[1_u8, 1, 2, 2, 2, 2, 3, 3, 4])?;
    let status = *random.one_of(&[
        "valid",
        "valid",
        "valid",
        "valid",
        "valid",
        "valid",
        "valid",
        "valid",
        "valid",
        "valid",
        "frozen",
        "lost_reported",
    ])?;
    let aid = *random.one_of(&[
        "dibao",
        "dibao",
        "dibao",
        "dibao",
        "none",
        "none",
        "dibao_marginal",
        "tekun",
    ])?;
    let care = (random.percent(6)).then_some(100);
    let issued = on.year() - 3;
    let (county_text, township_text) = (county.to_string(), township.to_string());
    Some(json!({
        "id": "demo",
        "applied_on": on.to_string(),
        "beneficiary": {
            "resident_id": resident_id.as_str(),
            "hukou_county": if outside { "520103" } else { county_text.as_str() },
            "hukou_township": (!outside).then_some(township_text),
            "certificate": {
                "number": format!("{}{}{grade}", resident_id.as_str(), category.digit()),
                "category": category.as_str(),
                "grade": grade,
                "components": [{ "category": category.as_str(), "grade": grade }],
                "issued_on": format!("{issued}-05-06"),
                "valid_until": format!("{}-05-05", issued + 10),
                "status": status,
            },
        },
        "current_residence": { "county": county_text, "in_province": !random.percent(4) || outside },
        "household": { "aid_status": aid },
        "other_benefits": {
            "orphan_allowance": false,
            "de_facto_unsupported_child_allowance": false,
            "work_injury_nursing_fee": random.percent(2),
            "elderly_care_allowance_monthly_cny": care,
            "welfare_living_allowance_monthly_cny": null,
            "serving_sentence": false,
        },
    }))
}

/// What somebody invented hands in.
pub(super) fn application(
    catalogue: &Catalogue,
    person: &Invented,
    services: Vec<String>,
    on: Date,
    random: &mut Random,
) -> Option<Application> {
    let read = read_person(catalogue, &person.data).ok()?;
    let vocabulary = &catalogue.vocabulary;
    let facts = vocabulary.facts().filter_map(|fact| {
        let value = vocabulary.value_to_json(fact, read.facts.get(fact)?);
        let name = vocabulary.fact_name(fact).to_owned();
        let origin = if name.starts_with("certificate.") || name == "household.aid_status" {
            FactOrigin::Register
        } else {
            FactOrigin::Stated
        };
        let stated = StatedFact {
            value,
            origin,
            register_says: None,
        };
        (name != "application.on").then_some((name, stated))
    });
    let certificate = person.data["beneficiary"]["certificate"]["number"].as_str()?;
    let submitter = match &person.helper {
        Some((name, role, relationship)) => Submitter {
            role: *role,
            name: name.clone(),
            resident_id: None,
            relationship: Some(*relationship),
            organisation: None,
            phone: None,
            authority: None,
        },
        None => Submitter {
            role: SubmitterRole::Oneself,
            name: person.name.clone(),
            resident_id: Some(person.resident_id.clone()),
            relationship: None,
            organisation: None,
            phone: None,
            authority: None,
        },
    };
    let in_province = person.data["current_residence"]["in_province"] != false;
    let by = submitter.role;
    let ways = [
        ContactWay::Call,
        ContactWay::Message,
        ContactWay::Letter,
        ContactWay::Visit,
    ];
    Some(Application {
        services,
        subject: Person {
            name: person.name.clone(),
            reading: None,
            resident_id: person.resident_id.clone(),
            certificate_number: CertificateNumber::parse(certificate).ok(),
            phone: None,
        },
        submitter,
        hukou_county: (!person.outside).then_some(read.hukou_county).flatten(),
        hukou_township: (!person.outside).then_some(person.township),
        hukou_address: None,
        residence: Residence {
            in_province,
            county: zhida::place::Divisions::shipped()
                .find_township(person.township)
                .map(|township| township.county)
                .filter(|_| in_province),
            township: in_province.then_some(person.township),
            address: None,
        },
        answers: String::new(),
        lists: std::collections::BTreeMap::new(),
        facts: facts.collect(),
        overlaps: std::collections::BTreeMap::new(),
        payment: None,
        contact: Contact {
            ways: random.one_of(&ways).copied().into_iter().collect(),
            access_needs: Vec::new(),
        },
        consents: vec![Consent {
            to: ConsentTo::Messages,
            given: random.percent(70),
            by,
        }],
        evidence: vec![Paper {
            kind: "household_register".to_owned(),
            files: Vec::new(),
            bring_to_office: true,
            to_be_confirmed: false,
            shown_by: None,
        }],
        statement: Statement {
            language: "zh-CN".to_owned(),
            text: "我填的都是真的。".to_owned(),
        },
        submitted_on: on,
        assisted: None,
    })
}
