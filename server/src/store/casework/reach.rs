//! Where people can be reached outside the portal, as an office confirmed it.

use uuid::Uuid;
use zhida::access::{PersonKey, Visibility};
use zhida::calendar::Instant;
use zhida::casework::Case;
use zhida::message::Reach;

use crate::store::apply::{open, seal};
use crate::store::cipher::Keys;
use crate::store::{Query, StoreError, Tx, params};

const TABLE: &str = "reach";

/// What is kept of somebody's ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredReach {
    /// The ways.
    pub reach: Reach,
    /// The officer who confirmed them.
    pub officer: Option<String>,
    /// The office, by name.
    pub office: Option<String>,
    /// When they were confirmed, or chosen otherwise since.
    pub at: Instant,
}

/// Under which name the ways are kept that count for a case: the person's; a sealed case has its own, so that who looks
/// after the person learns nothing by them.
pub fn reach_of(id: Uuid, case: &Case) -> String {
    match case.opened.visibility {
        Visibility::Normal => of_person(&case.opened.subject.key),
        Visibility::Sealed | Visibility::Confidential => format!("case:{id}"),
    }
}

/// Under which name a person's ways are kept.
pub fn of_person(person: &PersonKey) -> String {
    format!("person:{}", person.0)
}

/// What is confirmed.
pub async fn find_reach(q: &mut impl Query, keys: &Keys, about: &str) -> Result<Option<StoredReach>, StoreError> {
    let row = q
        .optional(
            "SELECT reach, officer, office, at FROM reach WHERE about = $1",
            params![about],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(StoredReach {
        reach: open(keys, TABLE, "reach", about, &row.bytes("reach")?)?,
        officer: row.text_or_null("officer")?,
        office: row.text_or_null("office")?,
        at: row.instant("at")?,
    }))
}

/// Keeps what is confirmed now.
pub async fn upsert_reach(tx: &mut Tx, keys: &Keys, about: &str, new: &StoredReach) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO reach (about, reach, officer, office, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (about) DO UPDATE SET reach = excluded.reach, officer = excluded.officer,
             office = excluded.office, at = excluded.at",
        params![
            about,
            seal(keys, TABLE, "reach", about, &new.reach)?,
            new.officer.as_deref(),
            new.office.as_deref(),
            new.at
        ],
    )
    .await?;
    Ok(())
}
