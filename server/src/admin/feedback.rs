//! `/office/feedback`: what residents said does not work on the site, and answering it.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use serde_json::json;
use zhida::access::Role;
use zhida::feedback::{Answer as Words, Command, Refusal, State};
use zhida_app::admin::feedback::{self as pages, ACT, ANSWER, CLOSE, LIST, One, Row};
use zhida_app::question::Problem;

use crate::feedback::stream;
use crate::portal::Portal;
use crate::store::event::{self, NewEvent};
use crate::store::feedback::{self, StoredFeedback};
use crate::store::operation::{self, Operation};
use crate::store::session::Officer;
use crate::web::sentence::sentence;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "office-feedback-one";
/// The unseen field that says what the form was made from: how much had happened.
const SEEN: &str = "seen";
/// As many as a page can hold; what is older comes first, so nothing is overlooked.
const MOST: u32 = 200;

/// `GET /office/feedback`.
pub async fn list(visitor: Visitor) -> Answer {
    let portal = &visitor.portal;
    let open = feedback::list_open(&mut portal.store.read(), &portal.keys, MOST).await?;
    let rows: Vec<Row> = open.iter().map(|found| row(portal, found)).collect();
    Ok(visitor.page(|text| pages::list(text, &rows)))
}

fn row(portal: &Portal, found: &StoredFeedback) -> Row {
    Row {
        number: found.number.clone(),
        received: found.received_at.date(),
        due: found.due_on,
        state: found.state,
        late: found.state == State::Open && portal.today() > found.due_on,
    }
}

/// `GET /office/feedback/{number}`.
pub async fn show(visitor: Visitor, Path(number): Path<String>, Query(asked): Query<Vec<(String, String)>>) -> Answer {
    let (found, seen) = load(&visitor, &number).await?;
    let done = Typed(asked).get("done").is_some();
    Ok(page(&visitor, &found, seen, "", (Vec::new(), done)))
}

/// One of them, and how much has happened to it.
async fn load(visitor: &Visitor, number: &str) -> Result<(StoredFeedback, i64), Fault> {
    let portal = &visitor.portal;
    let mut reader = portal.store.read();
    // First how much has happened: what comes in between makes the form stale, never unseen.
    let seen = event::find_last_seq(&mut reader, &stream(number)).await?;
    let found = feedback::find(&mut reader, &portal.keys, number).await?;
    Ok((found.ok_or(Fault::NotFound)?, seen))
}

/// `POST /office/feedback/{number}`.
pub async fn act(visitor: Visitor, Path(number): Path<String>, typed: Typed) -> Answer {
    let portal = &visitor.portal;
    let officer = visitor.session.as_ref().and_then(|session| session.staff.as_ref());
    let officer = officer.ok_or(Fault::Forbidden)?;
    let operation = Operation {
        id: typed.op().ok_or(Fault::BadRequest)?,
        actor: officer.id.0.clone(),
        route: ROUTE.to_owned(),
        location: format!("{LIST}/{number}?done=written"),
    };
    let (found, seen) = load(&visitor, &number).await?;
    if let Some(before) = operation::done_before(&mut portal.store.read(), &operation).await? {
        return Ok(visitor.see_other(&before));
    }
    let words = typed.get(ANSWER).unwrap_or_default();
    let refused = |found: &StoredFeedback, seen, message| {
        let problem = Problem {
            field: ANSWER.to_owned(),
            message,
        };
        Ok(page(&visitor, found, seen, words, (vec![problem], false)))
    };
    let command = match typed.get(ACT) {
        Some(CLOSE) => Command::Close,
        _ => match sentence(words, pages::answer_empty) {
            Ok(sentence) => Command::Answer(sentence),
            Err(message) => return refused(&found, seen, message),
        },
    };
    if typed.get(SEEN) != Some(seen.to_string().as_str()) {
        return refused(&found, seen, pages::meanwhile());
    }
    let state = match found.state.after(&command) {
        Ok(state) => state,
        Err(Refusal::AnswerFirst) => return refused(&found, seen, pages::answer_first()),
        Err(Refusal::Closed) => return refused(&found, seen, pages::closed()),
    };
    match write(&visitor, officer, &operation, (found, seen), (command, state)).await {
        Ok(()) => Ok(visitor.see_other(&operation.location)),
        Err(problem) => {
            if let Some(before) = operation::refused(&portal.store, &operation, problem).await? {
                return Ok(visitor.see_other(&before));
            }
            let (found, seen) = load(&visitor, &number).await?;
            refused(&found, seen, pages::meanwhile())
        }
    }
}

/// The new state, that it was this press, and the record of who pressed.
async fn write(
    visitor: &Visitor,
    officer: &Officer,
    operation: &Operation,
    (mut changed, seen): (StoredFeedback, i64),
    (command, state): (Command, State),
) -> Result<(), crate::store::StoreError> {
    let portal = &visitor.portal;
    let now = portal.now();
    // What was said stands in the feedback alone, so that it goes with it.
    let kind = match command {
        Command::Answer(words) => {
            changed.answers.push(Words { at: now, words });
            "feedback_answered"
        }
        Command::Close => "feedback_closed",
    };
    changed.state = state;
    let mut tx = portal.store.begin().await?;
    operation::insert(&mut tx, operation, now).await?;
    feedback::update(&mut tx, &portal.keys, &changed).await?;
    let record = NewEvent {
        stream: &stream(&changed.number),
        expected_seq: seen,
        kind,
        actor: Some(&officer.id.0),
        role: Some(Role::Administrator.as_str()),
        office: Some(&officer.office),
        at: now,
        payload: &json!({}),
    };
    event::append(&mut tx, &portal.keys, &record).await?;
    tx.commit().await
}

fn page(
    visitor: &Visitor,
    found: &StoredFeedback,
    seen: i64,
    typed: &str,
    (problems, done): (Vec<Problem>, bool),
) -> Reply {
    let portal = &visitor.portal;
    let answers = found.answers.iter();
    let model = One {
        row: row(portal, found),
        what: found.told.what.as_str().to_owned(),
        page: found.told.page.clone(),
        reading: found.told.reading.clone(),
        contact: found.told.contact.clone(),
        answers: answers
            .map(|answer| (answer.at, answer.words.as_str().to_owned()))
            .collect(),
        hidden: vec![
            ("op".to_owned(), portal.random_id().to_string()),
            (SEEN.to_owned(), seen.to_string()),
        ],
        typed: typed.to_owned(),
        problems,
        done,
    };
    let status = if model.problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    visitor.page_with(status, |text| pages::one(text, &model))
}
