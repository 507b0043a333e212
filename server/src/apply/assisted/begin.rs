//! `/office/assist/new`: for whom it is, first of all; and what is known of them before anything else is asked.

use axum::extract::Path;
use axum::http::StatusCode;
use zhida::access::{Sight, may_file_for};
use zhida::apply::{Draft, PageAnswer, PageId, field};
use zhida::calendar::{Instant, age_on};
use zhida::person::Sex;
use zhida_app::apply::assisted::{self, Known};
use zhida_app::components::text_field::{Autocomplete, Entry, Width};
use zhida_app::question::{self, Field, Kind, Problem, Question};
use zhida_app::text::{Name, Phrase, Said};

use super::{entered_by, entry, owner};
use crate::account::allowance::DOCUMENTS;
use crate::apply::opened::Opened;
use crate::apply::renewed::Today;
use crate::apply::{already, problems, start, view};
use crate::casework::looked_for;
use crate::store::apply::{self, DRAFT_KEPT_MS, StoredDraft};
use crate::store::casework::{self, Scope, person_key};
use crate::store::operation::{self, ONCE, Operation};
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "office-assist-new";
/// How an auditor reads that somebody was looked for.
const LOOKED_FOR: &str = "for_filing";

/// `GET /office/assist/new`.
pub async fn ask(visitor: Visitor) -> Answer {
    owner(&visitor).ok_or(Fault::Forbidden)?;
    let question = asked(&visitor);
    Ok(visitor.page(|text| question::page(text, &question)))
}

fn asked(visitor: &Visitor) -> Question {
    let line =
        |name: &str, label: &str| Field::new(name, label, Kind::Line(Width::Identity, Entry::Text, Autocomplete::Off));
    Question {
        action: assisted::NEW.to_owned(),
        back: Some(assisted::LIST.to_owned()),
        part_of: Phrase::new("assist-part"),
        progress: None,
        hidden: vec![view::op(visitor)],
        title: Phrase::new("assist-new"),
        hint: Some(Phrase::new("assist-new-hint")),
        why: None,
        fields: vec![
            line(field::NAME, "apply-name").hinted("apply-name-hint"),
            line(field::RESIDENT_ID, "apply-resident-id").hinted("apply-resident-id-hint"),
        ],
        typed: Vec::new(),
        problems: Vec::new(),
        leave: None,
    }
}

fn again(visitor: &Visitor, typed: Typed, problems: Vec<Problem>) -> Reply {
    let question = Question {
        typed: typed.0,
        problems,
        ..asked(visitor)
    };
    visitor.page_with(StatusCode::UNPROCESSABLE_ENTITY, |text| question::page(text, &question))
}

fn problem(message: &str) -> Problem {
    Problem {
        field: field::RESIDENT_ID.to_owned(),
        message: Phrase::new(message),
    }
}

/// `POST /office/assist/new`. That somebody was looked for is kept before anything of them is shown.
pub async fn begin(visitor: Visitor, typed: Typed) -> Answer {
    let owner = owner(&visitor).ok_or(Fault::Forbidden)?;
    let officer = super::officer(&visitor).ok_or(Fault::Forbidden)?;
    let portal = &visitor.portal;
    let (today, now) = (portal.today(), portal.now());
    let person = match zhida::apply::read_whom(&typed.0, today) {
        Ok(person) => person,
        Err(wrong) => return Ok(again(&visitor, typed, problems::problems(&wrong))),
    };
    let key = person_key(&portal.keys, &person.resident_id);
    if let Err(denied) = may_file_for(&officer.access, &key, today) {
        let denied = problem(denied.text_id());
        return Ok(again(&visitor, typed, vec![denied]));
    }
    let op = typed.op().ok_or(Fault::BadRequest)?;
    if let Some(before) = operation::find(&mut portal.store.read(), op, &owner, ROUTE).await? {
        return Ok(visitor.see_other(&before.location));
    }
    looked_for::keep(portal, officer, LOOKED_FOR, Vec::new()).await?;
    if !DOCUMENTS.is_left(&visitor).await? {
        return Ok(again(&visitor, typed, vec![problem("staff-link-too-often")]));
    }
    let mut draft = Draft::default();
    draft.save(&PageId::Person, PageAnswer::Person(person));
    // Whom the register does not know here costs a question, as at every window: the answer tells who is in it.
    if entry(&visitor, &draft).await?.is_none() {
        DOCUMENTS.spend(&visitor, 1).await?;
    }
    draft.assisted = entered_by(&visitor, &draft)?;
    draft.note(&Today::of(portal).present(portal));
    let stored = StoredDraft {
        id: portal.random_id(),
        owner: owner.clone(),
        draft,
        resume_code: start::resume_code(),
        updated_at: now,
        expires_at: Instant::from_epoch_ms(now.epoch_ms() + DRAFT_KEPT_MS),
    };
    let location = format!("{}/{}", assisted::LIST, stored.id.simple());
    let operation = Operation {
        id: op,
        actor: owner.clone(),
        route: ROUTE.to_owned(),
        location: location.clone(),
    };
    let mut tx = portal.store.begin().await?;
    match operation::insert(&mut tx, &operation, now).await {
        Ok(()) => {
            apply::insert_draft(&mut tx, &portal.keys, &stored).await?;
            tx.commit().await?;
            Ok(visitor.see_other(&location))
        }
        Err(problem) if problem.is_conflict(ONCE) => {
            drop(tx);
            portal.store.settled().await?;
            let before = operation::find(&mut portal.store.read(), op, &owner, ROUTE).await?;
            let location = before.map_or_else(|| assisted::LIST.to_owned(), |before| before.location);
            Ok(visitor.see_other(&location))
        }
        Err(problem) => Err(problem.into()),
    }
}

/// `GET /office/assist/{draft}`: what is known of the person, and what they have applied for already.
pub async fn known(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        Err(closed) => return closed.answer(&visitor),
    };
    let portal = &visitor.portal;
    let Some(person) = &opened.draft().person else {
        return Err(Fault::NotFound);
    };
    let officer = super::officer(&visitor).ok_or(Fault::Forbidden)?;
    let key = person_key(&portal.keys, &person.resident_id);
    let scope = Scope::officer(Sight::of(&officer.access, portal.today()));
    let mut reader = portal.store.read();
    let lines = casework::list_of_person(&mut reader, &portal.keys, &scope, &key).await?;
    let number = &person.resident_id;
    let model = Known {
        name: person.name.as_str().to_owned(),
        number: number.as_str().to_owned(),
        says: Phrase::new(match number.sex() {
            Sex::Male => "assist-known-male",
            Sex::Female => "assist-known-female",
        })
        .with("age", Said::Count(age_on(number.birth_date(), portal.today())))
        .with("born", Said::Day(number.birth_date())),
        in_register: entry(&visitor, opened.draft()).await?.is_some(),
        institution: opened.draft().custody.clone(),
        already: lines.iter().map(already::of_office).collect(),
        go_on: opened.whole(),
        hand_over: format!("{}/{}/hand-over", assisted::LIST, opened.stored.id.simple()),
        discard: opened.beside("discard"),
    };
    Ok(visitor.page(|text| assisted::known(text, &model)))
}

/// How an officer is named in a list of colleagues.
pub(super) fn named(name: &str, office: &str) -> Phrase {
    Phrase::new("assist-colleague")
        .with("name", Said::Name(Name::only(name)))
        .with("office", Said::Name(Name::only(office)))
}
