//! What somebody told about the portal, and its answers.

use zhida::calendar::{Date, Instant, parse_date};
use zhida::feedback::{Answer, State, Told};

use super::apply::{open, seal};
use super::cipher::Keys;
use super::{Query, Row, StoreError, Tx, params};

/// The constraint that a number which is taken runs into.
pub const ONE_NUMBER: &str = "pk_feedback";

const TABLE: &str = "feedback";
const COLUMNS: &str = "SELECT number, code_hash, told, answers, state, received_at, due_on FROM feedback";

/// Something told, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredFeedback {
    /// The number to ask by.
    pub number: String,
    /// The hash of the code that opens it.
    pub code_hash: String,
    /// What was told.
    pub told: Told,
    /// Its answers, the first first.
    pub answers: Vec<Answer>,
    /// How far it is.
    pub state: State,
    /// When it arrived.
    pub received_at: Instant,
    /// The last day for an answer.
    pub due_on: Date,
}

/// The hash under which a code is kept.
pub fn code_hash(keys: &Keys, code: &str) -> String {
    keys.lookup_hash("feedback_code", code)
}

/// Keeps what was told.
///
/// # Errors
/// [`StoreError::Conflict`] of [`ONE_NUMBER`] where the number is taken.
pub async fn insert(tx: &mut Tx, keys: &Keys, new: &StoredFeedback) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO feedback (number, code_hash, told, answers, state, received_at, due_on)
         VALUES ($1, $2, $3, NULL, $4, $5, $6)",
        params![
            &new.number,
            &new.code_hash,
            seal(keys, TABLE, "told", &new.number, &new.told)?,
            new.state.as_str(),
            new.received_at,
            new.due_on.to_string()
        ],
    )
    .await?;
    Ok(())
}

/// Something told, by its number.
pub async fn find(q: &mut impl Query, keys: &Keys, number: &str) -> Result<Option<StoredFeedback>, StoreError> {
    let sql = super::AssertSqlSafe(format!("{COLUMNS} WHERE number = $1"));
    let row = q.optional(sql, params![number]).await?;
    row.map(|row| read(&row, keys)).transpose()
}

/// What is not over yet, the oldest first; at most so many.
pub async fn list_open(q: &mut impl Query, keys: &Keys, most: u32) -> Result<Vec<StoredFeedback>, StoreError> {
    let sql = super::AssertSqlSafe(format!(
        "{COLUMNS} WHERE state <> 'closed' ORDER BY received_at, number LIMIT $1"
    ));
    let rows = q.all(sql, params![most]).await?;
    rows.iter().map(|row| read(row, keys)).collect()
}

/// Writes how far it is, and its answers.
pub async fn update(tx: &mut Tx, keys: &Keys, changed: &StoredFeedback) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE feedback SET state = $1, answers = $2 WHERE number = $3",
        params![
            changed.state.as_str(),
            seal(keys, TABLE, "answers", &changed.number, &changed.answers)?,
            &changed.number
        ],
    )
    .await?;
    Ok(())
}

/// Forgets what is over and arrived before a moment.
pub async fn delete_closed_before(tx: &mut Tx, before: Instant) -> Result<u64, StoreError> {
    tx.execute(
        "DELETE FROM feedback WHERE state = 'closed' AND received_at < $1",
        params![before],
    )
    .await
}

fn read(row: &Row, keys: &Keys) -> Result<StoredFeedback, StoreError> {
    let number = row.text("number")?;
    let wrong = |what: &str| StoreError::Other(format!("feedback {number}: {what}"));
    let answers = match row.bytes_or_null("answers")? {
        Some(envelope) => open(keys, TABLE, "answers", &number, &envelope)?,
        None => Vec::new(),
    };
    Ok(StoredFeedback {
        code_hash: row.text("code_hash")?,
        told: open(keys, TABLE, "told", &number, &row.bytes("told")?)?,
        answers,
        state: State::parse(&row.text("state")?).ok_or_else(|| wrong("no such state"))?,
        received_at: row.instant("received_at")?,
        due_on: parse_date(&row.text("due_on")?).ok_or_else(|| wrong("no day"))?,
        number,
    })
}
