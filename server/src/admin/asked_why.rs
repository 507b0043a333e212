//! `/office/audit/asked`: people who saw that their file was read and ask why. Answered by auditors, never by who read.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use serde_json::json;
use zhida::access::Role;
use zhida::casework::{Sentence, may_say_why};
use zhida_app::admin::asked_why::{self as pages, LIST, One, Row};
use zhida_app::casework::answering::{ANSWER, empty, meanwhile};
use zhida_app::question::Problem;
use zhida_app::text::Name;

use super::audit::{areas, name_of, saw};
use crate::cases::seen::{MOST as READINGS, stream};
use crate::store::StoreError;
use crate::store::casework::{AskedWhy, answer_why, find_asked_why, list_open_asked_why, list_seen_of_case};
use crate::store::event::{self, NewEvent};
use crate::store::operation::{self, Operation};
use crate::store::session::Officer;
use crate::store::staff;
use crate::web::sentence::sentence;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "office-asked-why-one";
/// As many as a page can hold; what is older comes first, so nothing is overlooked.
pub(super) const MOST: u32 = 200;

/// `GET /office/audit/asked`.
pub async fn list(visitor: Visitor, Query(asked): Query<Vec<(String, String)>>) -> Answer {
    let portal = &visitor.portal;
    let areas = areas(&visitor)?;
    let open = list_open_asked_why(&mut portal.store.read(), &portal.keys, &areas, MOST).await?;
    let rows: Vec<Row> = open.iter().map(|asked| row(&visitor, asked)).collect();
    let done = Typed(asked).get("done").is_some();
    Ok(visitor.page(|text| pages::list(text, &rows, done)))
}

fn row(visitor: &Visitor, asked: &AskedWhy) -> Row {
    Row {
        id: asked.id.clone(),
        reference: asked.reference.clone(),
        asked: asked.asked_at.date(),
        due: asked.due_on,
        late: asked.answer.is_none() && visitor.portal.today() > asked.due_on,
    }
}

/// `GET /office/audit/asked/{id}`.
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let asked = load(&visitor, &id).await?;
    page(&visitor, &asked, "", Vec::new()).await
}

async fn load(visitor: &Visitor, id: &str) -> Result<AskedWhy, Fault> {
    let portal = &visitor.portal;
    let found = find_asked_why(&mut portal.store.read(), &portal.keys, &areas(visitor)?, id).await?;
    found.ok_or(Fault::NotFound)
}

/// `POST /office/audit/asked/{id}`.
pub async fn answer(visitor: Visitor, Path(id): Path<String>, typed: Typed) -> Answer {
    let portal = &visitor.portal;
    let officer = visitor.session.as_ref().and_then(|session| session.staff.as_ref());
    let officer = officer.ok_or(Fault::Forbidden)?;
    let asked = load(&visitor, &id).await?;
    let operation = Operation {
        id: typed.op().ok_or(Fault::BadRequest)?,
        actor: officer.id.0.clone(),
        route: ROUTE.to_owned(),
        location: format!("{LIST}?done=answered"),
    };
    if let Some(before) = operation::done_before(&mut portal.store.read(), &operation).await? {
        return Ok(visitor.see_other(&before));
    }
    if !may_say_why(&officer.id, &asked.officer) {
        return Err(Fault::Forbidden);
    }
    let said = typed.get(ANSWER).unwrap_or_default();
    let refused = |message| {
        vec![Problem {
            field: ANSWER.to_owned(),
            message,
        }]
    };
    let words = match sentence(said, empty) {
        Ok(words) => words,
        Err(message) => return page(&visitor, &asked, said, refused(message)).await,
    };
    match write(&visitor, officer, &operation, (&asked.id, &words)).await {
        Ok(true) => Ok(visitor.see_other(&operation.location)),
        Ok(false) => page(&visitor, &load(&visitor, &id).await?, said, refused(meanwhile())).await,
        Err(problem) => match operation::refused(&portal.store, &operation, problem).await? {
            Some(before) => Ok(visitor.see_other(&before)),
            None => page(&visitor, &load(&visitor, &id).await?, said, refused(meanwhile())).await,
        },
    }
}

/// The answer, that it was this press, and the record of who pressed; false where somebody else was faster.
async fn write(
    visitor: &Visitor,
    officer: &Officer,
    operation: &Operation,
    (id, words): (&str, &Sentence),
) -> Result<bool, StoreError> {
    let portal = &visitor.portal;
    let now = portal.now();
    let mut tx = portal.store.begin().await?;
    operation::insert(&mut tx, operation, now).await?;
    if !answer_why(&mut tx, &portal.keys, id, (now, words)).await? {
        return Ok(false);
    }
    // What was said stands with the question alone.
    let record = NewEvent {
        stream: &stream(id),
        expected_seq: 1,
        kind: "why_answered",
        actor: Some(&officer.id.0),
        role: Some(Role::Auditor.as_str()),
        office: Some(&officer.office),
        at: now,
        payload: &json!({}),
    };
    event::append(&mut tx, &portal.keys, &record).await?;
    tx.commit().await?;
    Ok(true)
}

async fn page(visitor: &Visitor, asked: &AskedWhy, typed: &str, problems: Vec<Problem>) -> Result<Reply, Fault> {
    let portal = &visitor.portal;
    let mut reader = portal.store.read();
    let seen = list_seen_of_case(&mut reader, &portal.keys, asked.case, READINGS).await?;
    let seen = seen.into_iter().find(|seen| seen.line(&portal.keys) == asked.line);
    let ids: Vec<_> = seen.iter().map(|seen| seen.officer.clone()).collect();
    let named = staff::list_names(&mut reader, &portal.keys, &ids).await?;
    let names: BTreeMap<_, _> = named
        .into_iter()
        .map(|(id, name, office)| (id, (name, office)))
        .collect();
    let own = visitor.session.as_ref().and_then(|session| session.staff.as_ref());
    let model = One {
        row: row(visitor, asked),
        seen: seen.map(|seen| {
            let office = names.get(&seen.officer).map(|(_, office)| Name::only(office.as_str()));
            (seen.at, name_of(&names, &seen.officer), office, saw(&seen))
        }),
        words: asked.words.as_ref().map(|words| words.as_str().to_owned()),
        answer: asked
            .answer
            .as_ref()
            .map(|(at, words)| (*at, words.as_str().to_owned())),
        may_answer: own.is_none_or(|officer| may_say_why(&officer.id, &asked.officer)),
        hidden: vec![("op".to_owned(), portal.random_id().to_string())],
        typed: typed.to_owned(),
        problems,
    };
    let status = if model.problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(visitor.page_with(status, |text| pages::one(text, &model)))
}
