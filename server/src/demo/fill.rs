//! The demonstration goes into an empty database, in one transaction: all of it or nothing.

use std::collections::BTreeMap;

use uuid::Uuid;
use zhida::access::Kin;
use zhida::account::{Code, Length};
use zhida::calendar::Date;
use zhida::casework::{Event, Recorded};
use zhida::registry::{Entry, read_row};

use super::people::Named;
use super::{Demo, DemoProblem, Filed, FiledCase, Member, Setting};
use crate::account::secret;
use crate::portal::{Portal, random_bytes};
use crate::store::account::{NewLinkCode, insert_link_code, person_key};
use crate::store::apply::{StoredApplication, insert_application};
use crate::store::casework::{self, Happened, NewCase};
use crate::store::staff::{self, NewStaff};
use crate::store::{Query, StoreError, Tx, meta, params, registry};

/// The fact of a database that holds a demonstration.
pub const MADE: &str = "demo";

/// What is printed once, for whoever tries the portal.
#[derive(Debug)]
pub struct SignIns {
    /// One password for all staff of the demonstration.
    pub password: String,
    /// Everybody of staff.
    pub staff: Vec<StaffSignIn>,
    /// The ten people, each with a link code.
    pub people: Vec<(Named, String)>,
    /// How many cases there are.
    pub cases: usize,
}

/// How a member of staff signs in.
#[derive(Debug)]
pub struct StaffSignIn {
    /// Who.
    pub member: Member,
    /// The secret of their one-time codes, as authenticators take it.
    pub secret: String,
}

/// Why the database was not filled.
#[derive(Debug, thiserror::Error)]
pub enum FillProblem {
    /// There is something in it already.
    #[error("the database has data already; a demonstration goes only into an empty one")]
    NotEmpty,
    /// The demonstration itself is wrong.
    #[error(transparent)]
    Demo(#[from] DemoProblem),
    /// The database did not take it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A password could not be hashed.
    #[error("a password could not be hashed: {0}")]
    Password(String),
}

/// Fills an empty database; with [`APPLICATIONS`](super::APPLICATIONS), or fewer where time is short.
///
/// # Errors
/// A database with data in it, or out of reach.
pub async fn fill(portal: &Portal, applications: usize) -> Result<SignIns, FillProblem> {
    if !is_empty(&mut portal.store.read()).await? {
        return Err(FillProblem::NotEmpty);
    }
    let policy = portal.policy();
    let now = portal.now();
    let key_of = |number: &zhida::person::ResidentId| person_key(&portal.keys, number);
    let demo = Demo::invent(&Setting {
        catalogue: &portal.catalogue,
        calendar: &portal.calendar,
        policy: &policy,
        now,
        applications,
        key_of: &key_of,
    })?;
    // One password for all, hashed once: these people are not real, and eighty hashes take their time.
    let password = Code::of_random(Length::Recovery, random_bytes()).in_groups();
    let hashed = secret::hash(&password, None).await;
    let hashed = hashed.map_err(|problem| FillProblem::Password(format!("{problem:?}")))?;
    // Everything is made up before: a transaction that waits is ended by the database.
    let mut tx = portal.store.begin().await?;
    if !is_empty(&mut tx).await? {
        return Err(FillProblem::NotEmpty);
    }
    tx.plan_anew().await?;
    let staff = insert_staff(portal, &mut tx, &demo, &hashed).await?;
    for filed in &demo.applications {
        insert_filed(portal, &mut tx, filed).await?;
    }
    insert_register(portal, &mut tx, &demo, now.date()).await?;
    let cases = demo.applications.iter().map(|filed| filed.cases.len()).sum();
    let mut people = Vec::new();
    for person in demo.people {
        let code = Code::of_random(Length::Link, random_bytes());
        let number = person.resident_id().ok_or(DemoProblem::Place)?;
        let key = person_key(&portal.keys, &number);
        let new = NewLinkCode {
            code: &code,
            person: &key,
            name: &person.name,
            issued_by: None,
            office: None,
            at: now,
            replaces: true,
        };
        insert_link_code(&mut tx, &portal.keys, &new).await?;
        people.push((person, code.in_groups()));
    }
    meta::insert_once(&mut tx, MADE, &now.date().to_string()).await?;
    tx.commit().await?;
    Ok(SignIns {
        password,
        staff,
        people,
        cases,
    })
}

/// Whether a database holds a demonstration.
pub async fn is_demo(q: &mut impl Query) -> Result<bool, StoreError> {
    Ok(meta::find(q, MADE).await?.is_some())
}

/// Nobody has signed up, works here, is known or has begun anything.
pub async fn is_empty(q: &mut impl Query) -> Result<bool, StoreError> {
    let row = q
        .one(
            "SELECT (SELECT count(*) FROM (SELECT id FROM staff LIMIT 1) AS s)
                + (SELECT count(*) FROM (SELECT id FROM account LIMIT 1) AS a)
                + (SELECT count(*) FROM (SELECT id FROM draft LIMIT 1) AS d)
                + (SELECT count(*) FROM (SELECT id FROM case_row LIMIT 1) AS c)
                + (SELECT count(*) FROM (SELECT person FROM registry_person LIMIT 1) AS r) AS known",
            params![],
        )
        .await?;
    Ok(row.int("known")? == 0)
}

async fn insert_staff(
    portal: &Portal,
    tx: &mut Tx,
    demo: &Demo,
    password: &str,
) -> Result<Vec<StaffSignIn>, StoreError> {
    let mut staff = Vec::new();
    for member in demo.members() {
        let kin = Kin {
            relatives: member.relative.iter().cloned().collect(),
            ..Kin::default()
        };
        let new = NewStaff {
            id: member.id,
            login: &member.login,
            name: &member.name,
            office: &member.office,
            password,
            posts: &[member.post],
            kin: &kin,
            at: portal.now(),
        };
        staff::insert(tx, &portal.keys, &new).await?;
        let secret: [u8; 20] = random_bytes();
        staff::update_secret(tx, &portal.keys, &member.officer().id, &secret, 0).await?;
        staff.push(StaffSignIn {
            member: member.clone(),
            secret: data_encoding::BASE32_NOPAD.encode(&secret),
        });
    }
    Ok(staff)
}

async fn insert_filed(portal: &Portal, tx: &mut Tx, filed: &Filed) -> Result<(), StoreError> {
    // Handed in without an account, by somebody whose session is long over.
    let owner = format!("session:{}", filed.id);
    let application = StoredApplication {
        id: filed.id,
        reference: filed.reference,
        owner: owner.clone(),
        draft: filed.id,
        application: filed.application.clone(),
        resume_code: Code::of_random(Length::Recovery, random_bytes()).as_str().to_owned(),
        submitted_at: filed.at,
    };
    insert_application(tx, &portal.keys, &application).await?;
    for case in &filed.cases {
        insert_case(portal, tx, case, &owner).await?;
    }
    Ok(())
}

/// The events as they came about: what one command brought is written together.
async fn insert_case(portal: &Portal, tx: &mut Tx, filed: &FiledCase, owner: &str) -> Result<(), StoreError> {
    let Some((first, rest)) = filed.events.split_first() else {
        return Ok(());
    };
    let new = NewCase {
        id: filed.id,
        filed_by: Some(owner),
        by: &first.by,
        at: first.at,
        events: std::slice::from_ref(&first.event),
    };
    let mut case = casework::insert(tx, &portal.keys, &portal.calendar, &new).await?;
    for together in rest.chunk_by(|one, next| one.at == next.at && one.by == next.by) {
        let Some(Recorded { at, by, .. }) = together.first() else {
            continue;
        };
        let events: Vec<Event> = together.iter().map(|recorded| recorded.event.clone()).collect();
        let happened = Happened {
            id: filed.id,
            case: &case,
            by,
            at: *at,
            events: &events,
        };
        case = casework::append(tx, &portal.keys, &portal.calendar, &happened).await?;
    }
    Ok(())
}

/// The register knows the ten people, and everybody of the province who applied.
async fn insert_register(portal: &Portal, tx: &mut Tx, demo: &Demo, today: Date) -> Result<(), StoreError> {
    let mut known: BTreeMap<String, (Uuid, Entry)> = BTreeMap::new();
    let named = demo.people.iter().map(|person| (person.name.as_str(), &person.data));
    let applied = demo
        .applications
        .iter()
        .filter(|filed| filed.application.hukou_county.is_some());
    let applied = applied.map(|filed| (filed.application.subject.name.as_str(), &filed.data));
    for (name, data) in named.chain(applied) {
        let row = register_row(name, data);
        let values: [&str; 12] = std::array::from_fn(|at| row[at].as_str());
        if let Ok(entry) = read_row(&values, today) {
            known.insert(entry.resident_id.as_str().to_owned(), (portal.random_id(), entry));
        }
    }
    let people: Vec<(Uuid, &Entry)> = known.values().map(|(id, entry)| (*id, entry)).collect();
    for slice in people.chunks(registry::SLICE) {
        registry::insert(tx, &portal.keys, slice, portal.now()).await?;
    }
    Ok(())
}

/// A line of a register's file, from data in the shape of `zhida assess`.
fn register_row(name: &str, data: &serde_json::Value) -> [String; 12] {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let beneficiary = &data["beneficiary"];
    let certificate = &beneficiary["certificate"];
    let components = certificate["components"]
        .as_array()
        .map_or([].as_slice(), Vec::as_slice);
    let components = components.iter().map(|component| {
        let grade = component["grade"].as_u64().unwrap_or_default();
        format!("{}:{grade}", text(&component["category"]))
    });
    [
        name.to_owned(),
        text(&beneficiary["resident_id"]),
        text(&certificate["number"]),
        text(&certificate["status"]),
        text(&certificate["issued_on"]),
        text(&certificate["valid_until"]),
        components.collect::<Vec<_>>().join(";"),
        text(&beneficiary["hukou_county"]),
        text(&beneficiary["hukou_township"]),
        text(&data["household"]["aid_status"]),
        String::new(),
        String::new(),
    ]
}
