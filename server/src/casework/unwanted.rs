//! `/office/unwanted`: what people do not want of what others did in their name. Answered by who supervises the offices of
//! the place, never for their own people; no page of the case shows it.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use serde_json::json;
use zhida::access::Role;
use zhida::casework::{Sentence, done_by_others, may_answer_unwanted};
use zhida_app::casework::answering::{ANSWER, empty, meanwhile};
use zhida_app::casework::unwanted::{self as pages, LIST, List, One, Row};
use zhida_app::question::Problem;
use zhida_app::text::Phrase;

use super::desk::Desk;
use crate::admin::audit::areas_of;
use crate::catalogue::words as of_services;
use crate::delegation::mirror::{stream, who};
use crate::message::tell;
use crate::store::StoreError;
use crate::store::casework::{self, Scope, Unwanted, answer_unwanted, find_unwanted, list_open_unwanted};
use crate::store::delegation;
use crate::store::event::{self, NewEvent};
use crate::store::operation::{self, Operation};
use crate::web::sentence::sentence;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "office-unwanted-one";
/// What is kept where somebody opened one.
const LOOKED: &str = "unwanted_viewed";
/// As many as a page can hold; the most urgent come first, so nothing is overlooked.
const MOST: u32 = 200;

/// `GET /office/unwanted`.
pub async fn list(visitor: Visitor, Query(asked): Query<Vec<(String, String)>>) -> Answer {
    let desk = Desk::of(visitor)?;
    let (open, others) = waiting(&desk).await?;
    let model = List {
        rows: open.iter().map(|unwanted| row(&desk, unwanted)).collect(),
        others,
        done: Typed(asked).get("done").is_some(),
    };
    Ok(desk.visitor.page(|text| pages::list(text, &model)))
}

/// What waits for this supervisor, and how much more for another one.
pub(super) async fn waiting(desk: &Desk) -> Result<(Vec<Unwanted>, usize), Fault> {
    let portal = desk.portal();
    let areas = areas_of(&desk.visitor, &[Role::Supervisor])?;
    let open = list_open_unwanted(&mut portal.store.read(), &portal.keys, &areas, MOST).await?;
    let (theirs, others): (Vec<_>, Vec<_>) = open.into_iter().partition(|unwanted| may_answer(desk, unwanted));
    Ok((theirs, others.len()))
}

fn may_answer(desk: &Desk, unwanted: &Unwanted) -> bool {
    // Nor where it was they who filed it.
    let filed = unwanted.entered_by.as_ref() == Some(&desk.officer.id);
    !filed && may_answer_unwanted(&desk.officer.access.kin, &unwanted.parties)
}

fn row(desk: &Desk, unwanted: &Unwanted) -> Row {
    Row {
        id: unwanted.id.clone(),
        reference: unwanted.reference.clone(),
        said: unwanted.said_at.date(),
        due: unwanted.due_on,
        late: unwanted.answer.is_none() && desk.today > unwanted.due_on,
    }
}

async fn load(desk: &Desk, id: &str) -> Result<Unwanted, Fault> {
    let portal = desk.portal();
    let areas = areas_of(&desk.visitor, &[Role::Supervisor])?;
    let found = find_unwanted(&mut portal.store.read(), &portal.keys, &areas, id).await?;
    found
        .filter(|unwanted| may_answer(desk, unwanted))
        .ok_or(Fault::NotFound)
}

/// `GET /office/unwanted/{id}`.
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let desk = Desk::of(visitor)?;
    let unwanted = load(&desk, &id).await?;
    keep_looked(&desk, &unwanted).await?;
    page(&desk, &unwanted, "", Vec::new()).await
}

/// Keeps that it was opened, once a day. Not with the readings of the case: these are for the guardian to see as well, who
/// would learn from them that something was said.
async fn keep_looked(desk: &Desk, unwanted: &Unwanted) -> Result<(), Fault> {
    let portal = desk.portal();
    let stream = stream(&unwanted.id);
    let before = event::list(&mut portal.store.read(), &portal.keys, &stream).await?;
    let officer = Some(desk.officer.id.0.as_str());
    let looked = |event: &event::StoredEvent| {
        event.kind == LOOKED && event.actor.as_deref() == officer && event.at.date() == desk.today
    };
    if before.iter().any(looked) {
        return Ok(());
    }
    let record = NewEvent {
        stream: &stream,
        expected_seq: before.last().map_or(0, |last| last.seq),
        kind: LOOKED,
        actor: officer,
        role: Some(Role::Supervisor.as_str()),
        office: Some(&desk.officer.office),
        at: portal.now(),
        payload: &json!({}),
    };
    let mut tx = portal.store.begin().await?;
    match event::append(&mut tx, &portal.keys, &record).await {
        Ok(_) => Ok(tx.commit().await?),
        // Two windows at once: the other one keeps it.
        Err(problem) if problem.is_conflict(event::VERSION) => Ok(()),
        Err(problem) => Err(problem.into()),
    }
}

/// `POST /office/unwanted/{id}`.
pub async fn answer(visitor: Visitor, Path(id): Path<String>, typed: Typed) -> Answer {
    let desk = Desk::of(visitor)?;
    let portal = desk.portal();
    let operation = Operation {
        id: typed.op().ok_or(Fault::BadRequest)?,
        actor: desk.owner(),
        route: ROUTE.to_owned(),
        location: format!("{LIST}?done=answered"),
    };
    if let Some(before) = operation::done_before(&mut portal.store.read(), &operation).await? {
        return Ok(desk.visitor.see_other(&before));
    }
    let unwanted = load(&desk, &id).await?;
    let said = typed.get(ANSWER).unwrap_or_default();
    let refused = |message: Phrase| {
        vec![Problem {
            field: ANSWER.to_owned(),
            message,
        }]
    };
    let words = match sentence(said, empty) {
        Ok(words) => words,
        Err(message) => return page(&desk, &unwanted, said, refused(message)).await,
    };
    match write(&desk, &operation, (&unwanted, &words)).await {
        Ok(true) => Ok(desk.visitor.see_other(&operation.location)),
        Ok(false) => page(&desk, &load(&desk, &id).await?, said, refused(meanwhile())).await,
        Err(problem) => match operation::refused(&portal.store, &operation, problem).await? {
            Some(before) => Ok(desk.visitor.see_other(&before)),
            None => page(&desk, &load(&desk, &id).await?, said, refused(meanwhile())).await,
        },
    }
}

/// The answer, that it was this press, and the record of who pressed; false where somebody else was faster.
async fn write(
    desk: &Desk,
    operation: &Operation,
    (unwanted, words): (&Unwanted, &Sentence),
) -> Result<bool, StoreError> {
    let portal = desk.portal();
    let now = portal.now();
    let mut tx = portal.store.begin().await?;
    operation::insert(&mut tx, operation, now).await?;
    if !answer_unwanted(&mut tx, &portal.keys, &unwanted.id, (now, words)).await? {
        return Ok(false);
    }
    tell::unwanted_answered(&mut tx, portal, unwanted).await?;
    let stream = stream(&unwanted.id);
    // What was said stands with it alone.
    let record = NewEvent {
        stream: &stream,
        expected_seq: event::find_last_seq(&mut tx, &stream).await?,
        kind: "unwanted_answered",
        actor: Some(&desk.officer.id.0),
        role: Some(Role::Supervisor.as_str()),
        office: Some(&desk.officer.office),
        at: now,
        payload: &json!({}),
    };
    event::append(&mut tx, &portal.keys, &record).await?;
    tx.commit().await?;
    Ok(true)
}

async fn page(desk: &Desk, unwanted: &Unwanted, typed: &str, problems: Vec<Problem>) -> Result<Reply, Fault> {
    let portal = desk.portal();
    let mut reader = portal.store.read();
    let reference = zhida::casework::Reference::parse(&unwanted.reference).map_err(|_| Fault::NotFound)?;
    // Whether the supervisor may see it was asked of what is not wanted, sealed cases included.
    let loaded = casework::find(&mut reader, &portal.keys, &Scope::program(), reference).await?;
    let loaded = loaded.ok_or(Fault::NotFound)?;
    let person = &loaded.case.opened.subject.key;
    let helpers = delegation::list_of_person(&mut reader, &portal.keys, person, desk.today).await?;
    let mut done = done_by_others(&loaded.events, &unwanted.account.0).into_iter();
    let done = done.find(|done| done.seq == unwanted.seq);
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let model = One {
        row: row(desk, unwanted),
        service: of_services::of("service", &loaded.case.opened.service),
        person: loaded.case.opened.subject.name.as_str().to_owned(),
        deed: done.as_ref().map(|done| (done.deed, done.at)),
        who: done.as_ref().map_or_else(
            || Phrase::new("delegation-doer-nobody"),
            |done| who(&loaded, &helpers, done),
        ),
        words: unwanted.words.as_ref().map(|words| words.as_str().to_owned()),
        answer: unwanted
            .answer
            .as_ref()
            .map(|(at, words)| (*at, words.as_str().to_owned())),
        hidden: desk.op(),
        typed: typed.to_owned(),
        problems,
    };
    Ok(desk.visitor.page_with(status, |text| pages::one(text, &model)))
}
