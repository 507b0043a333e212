//! Work for later, put down in the transaction that needs it done: letters, messages to the outside, daily tasks.
//!
//! Any server takes the next job; a lease that has run out goes to another. A job that keeps failing is dead: it is
//! kept, and administrators see it. Payloads name rows and never hold personal data.

use serde_json::Value as Json;
use uuid::Uuid;
use zhida::calendar::Instant;

use super::{Query, Row, StoreError, Tx, params};
use crate::portal::random_bytes;

/// Work to be done.
#[derive(Clone, Copy, Debug)]
pub struct NewJob<'a> {
    /// What kind of work.
    pub kind: &'a str,
    /// The same key twice is the same work.
    pub unique_key: &'a str,
    /// What it is about: ids, no personal data.
    pub payload: &'a Json,
    /// Not before.
    pub run_at: Instant,
}

/// Work that somebody has taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// Its id.
    pub id: String,
    /// What kind of work.
    pub kind: String,
    /// Its key.
    pub unique_key: String,
    /// What it is about.
    pub payload: Json,
    /// How often it was tried, this time included.
    pub attempts: i64,
    /// What went wrong the last time.
    pub problem: Option<String>,
}

/// How often a job is tried before it is dead.
pub const ATTEMPTS: i64 = 10;
/// How long a job may take before another server tries it.
const LEASE_MS: i64 = 10 * 60 * 1000;
const MINUTE_MS: i64 = 60 * 1000;

/// Puts work down; whether it was not there yet.
pub async fn insert(tx: &mut Tx, job: &NewJob<'_>, now: Instant) -> Result<bool, StoreError> {
    let millis = u64::try_from(now.epoch_ms()).unwrap_or_default();
    let id = uuid::Builder::from_unix_timestamp_millis(millis, &random_bytes()).into_uuid();
    let added = tx
        .execute(
            "INSERT INTO job (id, kind, unique_key, payload, state, run_at, attempts, created_at)
             VALUES ($1, $2, $3, $4, 'waiting', $5, 0, $6) ON CONFLICT (unique_key) DO NOTHING",
            params![
                Uuid::to_string(&id),
                job.kind,
                job.unique_key,
                job.payload.to_string(),
                job.run_at,
                now
            ],
        )
        .await?;
    Ok(added > 0)
}

/// Takes the next job that is due. Commit before doing it.
pub async fn take(tx: &mut Tx, now: Instant) -> Result<Option<Job>, StoreError> {
    const SQLITE: &str = "
        UPDATE job SET state = 'running', attempts = attempts + 1, lease_until = $2
        WHERE id = (SELECT id FROM job
                    WHERE (state = 'waiting' AND run_at <= $1) OR (state = 'running' AND lease_until <= $1)
                    ORDER BY run_at, id LIMIT 1)
        RETURNING id, kind, unique_key, payload, attempts, problem";
    const POSTGRES: &str = "
        UPDATE job SET state = 'running', attempts = attempts + 1, lease_until = $2
        WHERE id = (SELECT id FROM job
                    WHERE (state = 'waiting' AND run_at <= $1) OR (state = 'running' AND lease_until <= $1)
                    ORDER BY run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, kind, unique_key, payload, attempts, problem";
    let sql = if tx.is_postgres() { POSTGRES } else { SQLITE };
    let row = tx.optional(sql, params![now, now.epoch_ms() + LEASE_MS]).await?;
    row.map(|row| read(&row)).transpose()
}

/// Whether a job is due, without taking it: asking costs no writer.
pub async fn is_due(q: &mut impl Query, now: Instant) -> Result<bool, StoreError> {
    let row = q
        .optional(
            "SELECT 1 AS yes FROM job
             WHERE (state = 'waiting' AND run_at <= $1) OR (state = 'running' AND lease_until <= $1) LIMIT 1",
            params![now],
        )
        .await?;
    Ok(row.is_some())
}

/// The job is done.
pub async fn update_done(tx: &mut Tx, id: &str, now: Instant) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE job SET state = 'done', lease_until = NULL, problem = NULL, ended_at = $2 WHERE id = $1",
        params![id, now],
    )
    .await?;
    Ok(())
}

/// The job failed: later again, each time after twice the time, or never again.
pub async fn update_failed(tx: &mut Tx, job: &Job, problem: &str, now: Instant) -> Result<(), StoreError> {
    let dead = job.attempts >= ATTEMPTS;
    let wait = MINUTE_MS << job.attempts.clamp(0, 8);
    tx.execute(
        "UPDATE job SET state = $2, lease_until = NULL, problem = $3, run_at = $4, ended_at = $5 WHERE id = $1",
        params![
            &job.id,
            if dead { "dead" } else { "waiting" },
            problem,
            now.epoch_ms() + wait,
            dead.then_some(now)
        ],
    )
    .await?;
    Ok(())
}

/// A job nobody tries any more.
#[derive(Clone, Debug, PartialEq)]
pub struct Dead {
    /// The job.
    pub job: Job,
    /// When it was given up.
    pub at: Option<Instant>,
}

/// The jobs nobody tries any more, the latest first.
pub async fn list_dead(q: &mut impl Query) -> Result<Vec<Dead>, StoreError> {
    let rows = q
        .all(
            "SELECT id, kind, unique_key, payload, attempts, problem, ended_at FROM job WHERE state = 'dead'
             ORDER BY run_at DESC, id LIMIT 200",
            params![],
        )
        .await?;
    let dead = rows.iter().map(|row| {
        Ok(Dead {
            job: read(row)?,
            at: row.instant_or_null("ended_at")?,
        })
    });
    dead.collect()
}

/// Tries a dead job again.
pub async fn update_revived(tx: &mut Tx, id: &str, now: Instant) -> Result<bool, StoreError> {
    let revived = tx
        .execute(
            "UPDATE job SET state = 'waiting', attempts = 0, run_at = $2, ended_at = NULL
             WHERE id = $1 AND state = 'dead'",
            params![id, now],
        )
        .await?;
    Ok(revived > 0)
}

/// Tries a job at once again that failed, whether it was given up or waits; false where it runs or is done.
pub async fn update_hurried(tx: &mut Tx, unique_key: &str, now: Instant) -> Result<bool, StoreError> {
    let hurried = tx
        .execute(
            "UPDATE job SET state = 'waiting', attempts = 0, run_at = $2, ended_at = NULL
             WHERE unique_key = $1 AND state IN ('dead', 'waiting')",
            params![unique_key, now],
        )
        .await?;
    Ok(hurried > 0)
}

/// Forgets what was done before a moment; the number of those.
pub async fn delete_done_before(tx: &mut Tx, before: Instant) -> Result<u64, StoreError> {
    tx.execute(
        "DELETE FROM job WHERE state = 'done' AND ended_at < $1",
        params![before],
    )
    .await
}

fn read(row: &Row) -> Result<Job, StoreError> {
    let id = row.text("id")?;
    let payload = serde_json::from_str(&row.text("payload")?);
    Ok(Job {
        kind: row.text("kind")?,
        unique_key: row.text("unique_key")?,
        payload: payload.map_err(|problem| StoreError::Other(format!("job {id}: {problem}")))?,
        attempts: row.int("attempts")?,
        problem: row.text_or_null("problem")?,
        id,
    })
}
