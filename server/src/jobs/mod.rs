//! Work that nobody waits for: every server takes jobs from the database, each job goes to one.
//!
//! A kind of work is a row of [`KINDS`]. Work may run twice (a server may die after doing it and before saying so), so
//! it must be right to run twice.

mod daily;
mod notices;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use serde_json::json;
use zhida::calendar::{Date, Instant};

use crate::message::tell;
use crate::portal::Portal;
use crate::store::outbox::{self, Job, NewJob};
use crate::store::{StoreError, policy};

/// A kind of work.
struct Kind {
    name: &'static str,
    /// The hour of each day in Hunan from which it is due; none for work that others put down.
    daily_from: Option<i64>,
    work: for<'a> fn(&'a Portal, &'a Job) -> BoxFuture<'a, Result<(), StoreError>>,
}

/// All kinds.
const KINDS: &[Kind] = &[
    Kind {
        name: "seal",
        daily_from: Some(1),
        work: |portal, _| Box::pin(daily::seal(portal)),
    },
    Kind {
        name: "end_notices",
        daily_from: Some(0),
        work: |portal, _| Box::pin(notices::end(portal)),
    },
    Kind {
        name: "sweep",
        daily_from: Some(2),
        work: |portal, _| Box::pin(daily::sweep(portal)),
    },
    Kind {
        name: "tell_drafts",
        daily_from: Some(8),
        work: |portal, _| Box::pin(tell::drafts(portal)),
    },
    Kind {
        name: "tell",
        daily_from: None,
        work: |portal, job| Box::pin(tell::tell(portal, job)),
    },
    Kind {
        name: "deliver",
        daily_from: None,
        work: |portal, job| Box::pin(tell::deliver(portal, job)),
    },
];

/// How long to wait when there is nothing to do.
const PAUSE: Duration = Duration::from_secs(2);
const STEP: Duration = Duration::from_millis(100);
const HOUR_MS: i64 = 60 * 60 * 1000;

/// Works until the portal stops.
pub async fn work(portal: Arc<Portal>) {
    let mut put_down_for = None;
    let mut policy_read_at = portal.now();
    while !portal.is_stopping() {
        let today = portal.today();
        if put_down_for != Some(today) && put_down(&portal, today).await.is_ok() {
            put_down_for = Some(today);
        }
        if portal.now().epoch_ms() - policy_read_at.epoch_ms() >= 60_000 {
            policy_read_at = portal.now();
            read_policy(&portal).await;
        }
        match next(&portal).await {
            Ok(true) => {}
            Ok(false) => pause(&portal, PAUSE).await,
            Err(problem) => {
                tracing::warn!(%problem, "jobs have to wait");
                pause(&portal, PAUSE * 5).await;
            }
        }
    }
}

/// Waits, but does not hold up the end.
async fn pause(portal: &Portal, long: Duration) {
    let mut waited = Duration::ZERO;
    while waited < long && !portal.is_stopping() {
        tokio::time::sleep(STEP).await;
        waited += STEP;
    }
}

/// Puts the day's work down; whichever server is first does it.
async fn put_down(portal: &Portal, today: Date) -> Result<(), StoreError> {
    let payload = json!({});
    let mut tx = portal.store.begin().await?;
    for kind in KINDS {
        let Some(hour) = kind.daily_from else { continue };
        let job = NewJob {
            kind: kind.name,
            unique_key: &format!("{}:{today}", kind.name),
            payload: &payload,
            run_at: Instant::from_epoch_ms(Instant::start_of(today).epoch_ms() + hour * HOUR_MS),
        };
        outbox::insert(&mut tx, &job, portal.now()).await?;
    }
    tx.commit().await
}

/// What a command or another server has approved counts here within a minute.
async fn read_policy(portal: &Portal) {
    match policy::load(&mut portal.store.read(), &portal.catalogue.vocabulary).await {
        Ok(book) => portal.set_policy(book),
        Err(problem) => tracing::warn!(%problem, "policy could not be read again"),
    }
}

/// Does the next job; whether there was one.
///
/// # Errors
/// The database does not answer. A job that fails is not an error here.
pub async fn next(portal: &Portal) -> Result<bool, StoreError> {
    let now = portal.now();
    if !outbox::is_due(&mut portal.store.read(), now).await? {
        return Ok(false);
    }
    let mut tx = portal.store.begin().await?;
    let taken = outbox::take(&mut tx, now).await?;
    tx.commit().await?;
    let Some(job) = taken else { return Ok(false) };

    let kind = KINDS.iter().find(|kind| kind.name == job.kind);
    let done = match kind {
        Some(kind) => (kind.work)(portal, &job).await,
        None => Err(StoreError::Other(format!("nobody knows work of the kind {}", job.kind))),
    };
    let mut tx = portal.store.begin().await?;
    match done {
        Ok(()) => {
            metrics::counter!("zhida_jobs_total", "kind" => job.kind.clone(), "done" => "yes").increment(1);
            outbox::update_done(&mut tx, &job.id, portal.now()).await?;
        }
        Err(problem) => {
            metrics::counter!("zhida_jobs_total", "kind" => job.kind.clone(), "done" => "no").increment(1);
            tracing::error!(kind = job.kind, attempt = job.attempts, %problem, "a job failed");
            outbox::update_failed(&mut tx, &job, &problem.to_string(), portal.now()).await?;
        }
    }
    tx.commit().await?;
    Ok(true)
}
