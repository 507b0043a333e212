//! Who opened a case: a line for each officer and day, so that the person and the auditor can read it.

use uuid::Uuid;
use zhida::access::OfficerId;
use zhida::calendar::{Date, Instant};

use super::day;
use crate::store::{Query, StoreError, Tx, params};

/// That somebody opened a case on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Who.
    pub officer: OfficerId,
    /// On which day.
    pub day: Date,
    /// When they did for the first time that day.
    pub first_at: Instant,
}

/// Whether somebody has opened a case on a day already: reading costs no writer.
pub async fn is_viewed(q: &mut impl Query, case: Uuid, officer: &OfficerId, day: Date) -> Result<bool, StoreError> {
    let row = q
        .optional(
            "SELECT 1 AS yes FROM case_view WHERE case_id = $1 AND officer = $2 AND day = $3",
            params![case, &officer.0, day.to_string()],
        )
        .await?;
    Ok(row.is_some())
}

/// Keeps that somebody opened a case; nothing happens where it is known for that day.
pub async fn insert_view(tx: &mut Tx, case: Uuid, officer: &OfficerId, at: Instant) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO case_view (case_id, officer, day, first_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (case_id, officer, day) DO NOTHING",
        params![case, &officer.0, at.date().to_string(), at],
    )
    .await?;
    Ok(())
}

/// Who opened a case, the latest first.
pub async fn list_views(q: &mut impl Query, case: Uuid) -> Result<Vec<View>, StoreError> {
    let rows = q
        .all(
            "SELECT officer, day, first_at FROM case_view WHERE case_id = $1 ORDER BY first_at DESC, officer LIMIT 200",
            params![case],
        )
        .await?;
    let views = rows.iter().map(|row| {
        Ok(View {
            officer: OfficerId(row.text("officer")?),
            day: day(&row.text("day")?)?,
            first_at: row.instant("first_at")?,
        })
    });
    views.collect()
}
