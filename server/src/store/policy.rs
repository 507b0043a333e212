//! Dated numbers and switches: seeded from what is shipped, then changed by approved values alone.

use std::collections::HashSet;

use serde_json::Value as Json;
use zhida::calendar::{Instant, Month};
use zhida::place::DivisionCode;
use zhida::policy::{PolicyBook, PolicyEntry};
use zhida::rule::{Type, Value, Vocabulary};

use super::{Query, Row, StoreError, Tx, params};

/// The constraint that a value nobody else has approved runs into.
pub const TWO_PEOPLE: &str = "ck_policy_value_two_people";

/// The two people behind a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApprovedBy<'a> {
    /// Who proposed it.
    pub proposed_by: &'a str,
    /// Who, somebody else, approved it.
    pub approved_by: &'a str,
}

/// All values, for the whole portal to look up. A value of a key that no longer exists is left out.
pub async fn load(q: &mut impl Query, vocabulary: &Vocabulary) -> Result<PolicyBook, StoreError> {
    let rows = q
        .all(
            "SELECT division, key, from_month, value, basis FROM policy_value
             ORDER BY division, key, from_month, revision",
            params![],
        )
        .await?;
    let mut book = PolicyBook::default();
    for row in &rows {
        if let Some(entry) = read(row, vocabulary)? {
            book.insert(entry);
        }
    }
    Ok(book)
}

/// Writes the shipped values that the database has never had; their number. What is there already stays as it is.
pub async fn seed(tx: &mut Tx, vocabulary: &Vocabulary, shipped: &PolicyBook, at: Instant) -> Result<u64, StoreError> {
    let rows = tx
        .all(
            "SELECT division, key, from_month FROM policy_value WHERE revision = 0",
            params![],
        )
        .await?;
    let mut known = HashSet::new();
    for row in &rows {
        known.insert((row.text("division")?, row.text("key")?, row.text("from_month")?));
    }
    let mut added = 0;
    for entry in shipped.entries() {
        let key = vocabulary.policy_name(entry.key).to_owned();
        if known.contains(&(entry.division.as_str().to_owned(), key.clone(), entry.from.to_string())) {
            continue;
        }
        // Another server may seed at the same moment.
        added += tx
            .execute(
                "INSERT INTO policy_value (division, key, from_month, revision, value, basis, at)
                 VALUES ($1, $2, $3, 0, $4, $5, $6)
                 ON CONFLICT (division, key, from_month, revision) DO NOTHING",
                params![
                    entry.division.as_str(),
                    key,
                    entry.from.to_string(),
                    show(&entry.value)?,
                    &entry.basis,
                    at
                ],
            )
            .await?;
    }
    Ok(added)
}

/// Writes an approved value; it replaces an older one of the same key, division and month, which stays on record.
///
/// # Errors
/// [`StoreError::Conflict`] of [`TWO_PEOPLE`].
pub async fn insert(
    tx: &mut Tx,
    vocabulary: &Vocabulary,
    entry: &PolicyEntry,
    by: ApprovedBy<'_>,
    at: Instant,
) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO policy_value (division, key, from_month, revision, value, basis, proposed_by, approved_by, at)
         SELECT $1, $2, $3, coalesce(max(revision), 0) + 1, $4, $5, $6, $7, $8
         FROM policy_value WHERE division = $1 AND key = $2 AND from_month = $3",
        params![
            entry.division.as_str(),
            vocabulary.policy_name(entry.key),
            entry.from.to_string(),
            show(&entry.value)?,
            &entry.basis,
            by.proposed_by,
            by.approved_by,
            at
        ],
    )
    .await?;
    Ok(())
}

fn read(row: &Row, vocabulary: &Vocabulary) -> Result<Option<PolicyEntry>, StoreError> {
    let name = row.text("key")?;
    let Some(key) = vocabulary.policy_named(&name) else {
        return Ok(None);
    };
    let (division, from) = (row.text("division")?, row.text("from_month")?);
    let value = typed(&row.text("value")?, vocabulary.policy_type(key));
    match (DivisionCode::parse(&division), Month::parse(&from), value) {
        (Some(division), Some(from), Some(value)) => Ok(Some(PolicyEntry {
            division,
            key,
            from,
            value,
            basis: row.text("basis")?,
        })),
        _ => Err(StoreError::Other(format!(
            "policy value {division} {name} {from} is damaged"
        ))),
    }
}

fn typed(text: &str, of: Type) -> Option<Value> {
    match (of, serde_json::from_str(text).ok()?) {
        (Type::Bool, Json::Bool(on)) => Some(Value::Bool(on)),
        (Type::Int, Json::Number(number)) => number.as_i64().map(Value::Int),
        (Type::Fen, Json::Number(number)) => number.as_i64().map(Value::Fen),
        _ => None,
    }
}

fn show(value: &Value) -> Result<String, StoreError> {
    match value {
        Value::Bool(on) => Ok(on.to_string()),
        Value::Int(number) | Value::Fen(number) => Ok(number.to_string()),
        _ => Err(StoreError::Other(
            "a policy value is a switch, a number or an amount".to_owned(),
        )),
    }
}
