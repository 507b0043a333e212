//! Who asked why their file was read, and what they were answered.

use uuid::Uuid;
use zhida::access::OfficerId;
use zhida::calendar::{Date, Instant, parse_date};
use zhida::casework::Sentence;
use zhida::place::DivisionCode;

use super::seen::of_cases;
use crate::store::apply::{open, seal};
use crate::store::cipher::Keys;
use crate::store::{AssertSqlSafe, Query, Row, StoreError, Tx, params};

/// The constraint that a second question about one reading runs into.
pub const ONE_QUESTION: &str = "uq_asked_why_line";

const TABLE: &str = "asked_why";
const COLUMNS: &str =
    "SELECT asked_why.id, asked_why.case_id, line, officer, words, answer, asked_at, asked_why.due_on, answered_at,
    case_row.reference FROM asked_why JOIN case_row ON case_row.id = asked_why.case_id";

/// A question, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedWhy {
    /// Its id.
    pub id: String,
    /// The case.
    pub case: Uuid,
    /// The case's reference, where it was read with the case.
    pub reference: String,
    /// Which reading: [`Seen::line`](super::Seen::line).
    pub line: String,
    /// Who read.
    pub officer: OfficerId,
    /// What the person said; they need not say anything.
    pub words: Option<Sentence>,
    /// When they asked.
    pub asked_at: Instant,
    /// The last day for an answer.
    pub due_on: Date,
    /// The answer, and when.
    pub answer: Option<(Instant, Sentence)>,
}

/// Keeps a question.
///
/// # Errors
/// [`StoreError::Conflict`] of [`ONE_QUESTION`] where it was asked before.
pub async fn insert_asked_why(tx: &mut Tx, keys: &Keys, new: &AskedWhy) -> Result<(), StoreError> {
    let words = new
        .words
        .as_ref()
        .map(|words| seal(keys, TABLE, "words", &new.id, words));
    tx.execute(
        "INSERT INTO asked_why (id, case_id, line, officer, words, asked_at, due_on) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            &new.id,
            new.case.to_string(),
            &new.line,
            new.officer.0.as_str(),
            words.transpose()?,
            new.asked_at,
            new.due_on.to_string()
        ],
    )
    .await?;
    Ok(())
}

/// What was asked about one case.
pub async fn list_asked_why_of_case(q: &mut impl Query, keys: &Keys, case: Uuid) -> Result<Vec<AskedWhy>, StoreError> {
    let sql = AssertSqlSafe(format!(
        "{COLUMNS} WHERE asked_why.case_id = $1 ORDER BY asked_at, asked_why.id"
    ));
    let rows = q.all(sql, params![case.to_string()]).await?;
    rows.iter().map(|row| read(row, keys)).collect()
}

/// What waits for an answer in the cases of divisions, the oldest first; at most so many.
pub async fn list_open_asked_why(
    q: &mut impl Query,
    keys: &Keys,
    areas: &[DivisionCode],
    most: u32,
) -> Result<Vec<AskedWhy>, StoreError> {
    let (conditions, values) = of_cases(areas);
    let sql = format!(
        "{COLUMNS} WHERE {} AND answered_at IS NULL ORDER BY asked_at, asked_why.id LIMIT {most}",
        conditions.join(" AND ")
    );
    let rows = q.all(AssertSqlSafe(sql), values).await?;
    rows.iter().map(|row| read(row, keys)).collect()
}

/// A question about a case of these divisions.
pub async fn find_asked_why(
    q: &mut impl Query,
    keys: &Keys,
    areas: &[DivisionCode],
    id: &str,
) -> Result<Option<AskedWhy>, StoreError> {
    let (conditions, mut values) = of_cases(areas);
    values.push(id.into());
    let sql = format!(
        "{COLUMNS} WHERE {} AND asked_why.id = ${}",
        conditions.join(" AND "),
        values.len()
    );
    let row = q.optional(AssertSqlSafe(sql), values).await?;
    row.map(|row| read(&row, keys)).transpose()
}

/// Answers a question; false where somebody has.
pub async fn answer_why(
    tx: &mut Tx,
    keys: &Keys,
    id: &str,
    (at, answer): (Instant, &Sentence),
) -> Result<bool, StoreError> {
    let answer = seal(keys, TABLE, "answer", id, answer)?;
    let changed = tx
        .execute(
            "UPDATE asked_why SET answer = $1, answered_at = $2 WHERE id = $3 AND answered_at IS NULL",
            params![answer, at, id],
        )
        .await?;
    Ok(changed == 1)
}

fn read(row: &Row, keys: &Keys) -> Result<AskedWhy, StoreError> {
    let id = row.text("id")?;
    let wrong = |what: &str| StoreError::Other(format!("asked_why {id}: {what}"));
    let sentence = |column: &str| {
        let envelope = row.bytes_or_null(column)?;
        envelope
            .map(|envelope| open::<Sentence>(keys, TABLE, column, &id, &envelope))
            .transpose()
    };
    let answer = sentence("answer")?;
    Ok(AskedWhy {
        case: Uuid::parse_str(&row.text("case_id")?).map_err(|_| wrong("no case"))?,
        reference: row.text("reference")?,
        line: row.text("line")?,
        officer: OfficerId(row.text("officer")?),
        words: sentence("words")?,
        asked_at: row.instant("asked_at")?,
        due_on: parse_date(&row.text("due_on")?).ok_or_else(|| wrong("no day"))?,
        answer: row.instant_or_null("answered_at")?.zip(answer),
        id,
    })
}
