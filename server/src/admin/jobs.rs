//! `/office/jobs`: work of the portal itself that failed too often, and having it tried again.

use axum::extract::{Path, Query};
use serde_json::json;
use zhida::access::Role;
use zhida_app::admin::jobs::{self, Jobs, Row};

use crate::store::event::{self, NewEvent, VERSION};
use crate::store::operation::{self, ONCE, Operation};
use crate::store::outbox;
use crate::store::session::Officer;
use crate::store::{StoreError, Tx};
use crate::web::{Answer, Fault, Typed, Visitor};

const PAGE: &str = "/office/jobs";
const DONE: &str = "/office/jobs?done=revived";
/// The page's name in the operations.
const ROUTE: &str = "office-job-revive";
/// How often it is tried again when others wrote into the same record.
const TRIES: usize = 4;

/// The page.
///
/// # Errors
/// A database that does not answer.
pub async fn show(visitor: Visitor, Query(asked): Query<Vec<(String, String)>>) -> Answer {
    let portal = &visitor.portal;
    let dead = outbox::list_dead(&mut portal.store.read()).await?;
    let rows = dead.into_iter().map(|dead| Row {
        id: dead.job.id,
        kind: dead.job.kind,
        tries: dead.job.attempts,
        at: dead.at,
        problem: dead.job.problem.unwrap_or_default(),
        hidden: vec![("op".to_owned(), portal.random_id().to_string())],
    });
    let model = Jobs {
        rows: rows.collect(),
        revived: Typed(asked).get("done") == Some("revived"),
    };
    Ok(visitor.page(|text| jobs::page(text, &model)))
}

/// `POST /office/jobs/{id}/revive`.
///
/// # Errors
/// No operation id; a database that does not answer.
pub async fn revive(visitor: Visitor, Path(id): Path<String>, typed: Typed) -> Answer {
    let portal = &visitor.portal;
    let officer = visitor.session.as_ref().and_then(|session| session.staff.as_ref());
    let officer = officer.ok_or(Fault::Forbidden)?;
    let operation = Operation {
        id: typed.op().ok_or(Fault::BadRequest)?,
        actor: officer.id.0.clone(),
        route: ROUTE.to_owned(),
        location: DONE.to_owned(),
    };
    for _ in 0..TRIES {
        let mut reader = portal.store.read();
        let before = operation::find(&mut reader, operation.id, &operation.actor, ROUTE).await?;
        if let Some(before) = before {
            return Ok(visitor.see_other(&before.location));
        }
        let mut tx = portal.store.begin().await?;
        let done = match write(&mut tx, &visitor, officer, &operation, &id).await {
            // Somebody else had it tried again, or it was never there.
            Ok(false) => return Ok(visitor.see_other(PAGE)),
            Ok(true) => tx.commit().await,
            Err(problem) => {
                drop(tx);
                Err(problem)
            }
        };
        match done {
            Ok(()) => return Ok(visitor.see_other(DONE)),
            Err(problem) if problem.is_conflict(ONCE) || problem.is_conflict(VERSION) => {
                portal.store.settled().await?;
            }
            Err(problem) => return Err(problem.into()),
        }
    }
    Err(Fault::Conflict)
}

/// The job, that it was this press, and the record of who pressed; false where there is no such dead job.
async fn write(
    tx: &mut Tx,
    visitor: &Visitor,
    officer: &Officer,
    operation: &Operation,
    id: &str,
) -> Result<bool, StoreError> {
    let portal = &visitor.portal;
    let now = portal.now();
    operation::insert(tx, operation, now).await?;
    if !outbox::update_revived(tx, id, now).await? {
        return Ok(false);
    }
    let payload = json!({ "job": id });
    let record = NewEvent {
        stream: "system",
        expected_seq: event::find_last_seq(tx, "system").await?,
        kind: "job_revived",
        actor: Some(&officer.id.0),
        role: Some(Role::Administrator.as_str()),
        office: Some(&officer.office),
        at: now,
        payload: &payload,
    };
    event::append(tx, &portal.keys, &record).await?;
    Ok(true)
}
