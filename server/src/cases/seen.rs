//! `/cases/{reference}/seen`: who read a person's file, and asking why. For the person alone: what offices do with
//! somebody's data is not for everybody who files for them.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use serde_json::json;
use uuid::Uuid;
use zhida::access::Visibility;
use zhida::casework::{Sentence, say_why_by};
use zhida_app::cases::seen::{self as pages, Asked, Line, List, WORDS, Why};
use zhida_app::question::Problem;
use zhida_app::text::Name;

use super::{Opened, address, asking};
use crate::admin::audit::saw;
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::casework::{
    AskedWhy, ONE_QUESTION, Seen, insert_asked_why, list_asked_why_of_case, list_seen_of_case,
};
use crate::store::event::{self, NewEvent};
use crate::store::operation::{self, ONCE, Operation};
use crate::store::staff;
use crate::web::sentence::sentence_or_none;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "case-seen-why";
/// As many as a page can hold: an office opens a case a few times a day.
pub(crate) const MOST: usize = 200;

/// `GET /cases/{reference}/seen`.
pub async fn show(
    visitor: Visitor,
    Path(reference): Path<String>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Answer {
    let opened = open(&visitor, &reference).await?;
    let portal = &visitor.portal;
    let mut reader = portal.store.read();
    let seen = list_seen_of_case(&mut reader, &portal.keys, opened.id, MOST).await?;
    let asked_why = list_asked_why_of_case(&mut reader, &portal.keys, opened.id).await?;
    let officers: Vec<_> = seen.iter().map(|seen| seen.officer.clone()).collect();
    let named = staff::list_names(&mut reader, &portal.keys, &officers).await?;
    let here = format!("{}/seen", address(opened.case.opened.reference));
    let lines = seen.iter().map(|seen| {
        let line = seen.line(&portal.keys);
        let office = named.iter().find(|(id, _, _)| *id == seen.officer);
        let asked = asked_why.iter().find(|asked| asked.line == line);
        Line {
            at: seen.at,
            office: office.map(|(_, _, office)| Name::only(office.as_str())),
            what: saw(seen),
            asked: asked.map(|asked| as_shown(portal, asked)),
            href: format!("{here}/{line}"),
        }
    });
    let model = List {
        act: asking(&visitor, &opened, "seen", Vec::new()),
        lines: lines.collect(),
        all: seen.len() < MOST,
        done: Typed(asked).get("done").is_some(),
    };
    Ok(visitor.page(|text| pages::list(text, &model)))
}

/// `GET /cases/{reference}/seen/{line}`.
pub async fn ask(visitor: Visitor, Path((reference, line)): Path<(String, String)>) -> Answer {
    let opened = open(&visitor, &reference).await?;
    let seen = find(&visitor.portal, &opened, &line).await?;
    let asked = list_asked_why_of_case(&mut visitor.portal.store.read(), &visitor.portal.keys, opened.id).await?;
    if asked.iter().any(|asked| asked.line == line) {
        return Ok(visitor.see_other(&format!("{}/seen", address(opened.case.opened.reference))));
    }
    page(&visitor, &opened, (&seen, &line), "", Vec::new()).await
}

/// `POST /cases/{reference}/seen/{line}`.
pub async fn send(visitor: Visitor, Path((reference, line)): Path<(String, String)>, typed: Typed) -> Answer {
    let portal = &visitor.portal;
    let opened = open(&visitor, &reference).await?;
    let seen = find(portal, &opened, &line).await?;
    let said = typed.get(WORDS).unwrap_or_default();
    let words = match sentence_or_none(said) {
        Ok(words) => words,
        Err(message) => {
            let problem = Problem {
                field: WORDS.to_owned(),
                message,
            };
            return page(&visitor, &opened, (&seen, &line), said, vec![problem]).await;
        }
    };
    let operation = Operation {
        id: typed.op().ok_or(Fault::BadRequest)?,
        actor: opened.reader.name(),
        route: ROUTE.to_owned(),
        location: format!("{}/seen?done=asked", address(opened.case.opened.reference)),
    };
    match keep(portal, &operation, opened.id, (&seen, line, words)).await {
        Ok(()) => {}
        // Pressed twice, or in two windows: it is asked once, and the page says so.
        Err(problem) if problem.is_conflict(ONCE) || problem.is_conflict(ONE_QUESTION) => {
            portal.store.settled().await?;
        }
        Err(problem) => return Err(problem.into()),
    }
    Ok(visitor.see_other(&operation.location))
}

/// Whether it is there: for the person, as an office linked them. Not of what is confidential: only its own office can have
/// read it, and who answers questions may not know that there is such a case.
pub(super) fn is_shown(opened: &Opened) -> bool {
    opened.is_subject() && opened.case.opened.visibility != Visibility::Confidential
}

async fn open(visitor: &Visitor, reference: &str) -> Result<Opened, Fault> {
    let opened = Opened::of(visitor, reference).await?;
    if is_shown(&opened) {
        Ok(opened)
    } else {
        Err(Fault::NotFound)
    }
}

/// The reading of an address.
async fn find(portal: &Portal, opened: &Opened, line: &str) -> Result<Seen, Fault> {
    let seen = list_seen_of_case(&mut portal.store.read(), &portal.keys, opened.id, MOST).await?;
    let mut seen = seen.into_iter();
    seen.find(|seen| seen.line(&portal.keys) == line).ok_or(Fault::NotFound)
}

/// The question, that it was this press, and the record of it.
async fn keep(
    portal: &Portal,
    operation: &Operation,
    case: Uuid,
    (seen, line, words): (&Seen, String, Option<Sentence>),
) -> Result<(), StoreError> {
    let now = portal.now();
    let new = AskedWhy {
        id: portal.random_id().to_string(),
        case,
        reference: String::new(),
        line,
        officer: seen.officer.clone(),
        words,
        asked_at: now,
        due_on: say_why_by(portal.today(), &portal.calendar),
        answer: None,
    };
    let mut tx = portal.store.begin().await?;
    operation::insert(&mut tx, operation, now).await?;
    insert_asked_why(&mut tx, &portal.keys, &new).await?;
    let record = NewEvent {
        stream: &stream(&new.id),
        expected_seq: 0,
        kind: "why_asked",
        actor: Some(&operation.actor),
        role: None,
        office: None,
        at: now,
        payload: &json!({}),
    };
    event::append(&mut tx, &portal.keys, &record).await?;
    tx.commit().await
}

/// The stream of a question.
pub(crate) fn stream(id: &str) -> String {
    format!("asked_why:{id}")
}

fn as_shown(portal: &Portal, asked: &AskedWhy) -> Asked {
    Asked {
        on: asked.asked_at.date(),
        due: asked.due_on,
        late: asked.answer.is_none() && portal.today() > asked.due_on,
        answer: asked
            .answer
            .as_ref()
            .map(|(at, words)| (at.date(), words.as_str().to_owned())),
    }
}

async fn page(
    visitor: &Visitor,
    opened: &Opened,
    (seen, line): (&Seen, &str),
    words: &str,
    problems: Vec<Problem>,
) -> Result<Reply, Fault> {
    let portal = &visitor.portal;
    let named = staff::list_names(
        &mut portal.store.read(),
        &portal.keys,
        std::slice::from_ref(&seen.officer),
    )
    .await?;
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let model = Why {
        act: asking(visitor, opened, &format!("seen/{line}"), problems),
        list_href: format!("{}/seen", address(opened.case.opened.reference)),
        at: seen.at,
        office: named.into_iter().next().map(|(_, _, office)| Name::only(office)),
        what: saw(seen),
        words: words.to_owned(),
    };
    Ok(visitor.page_with(status, |text| pages::why_page(text, &model)))
}
