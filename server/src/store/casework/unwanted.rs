//! What a person does not want of what was done in their name, and what they were answered.

use uuid::Uuid;
use zhida::access::{OfficerId, PersonKey};
use zhida::calendar::{Date, Instant};
use zhida::casework::Sentence;
use zhida::place::DivisionCode;

use super::day;
use super::seen::of_cases;
use crate::store::apply::{open, seal};
use crate::store::cipher::Keys;
use crate::store::session::AccountId;
use crate::store::{AssertSqlSafe, Query, Row, StoreError, Tx, Value, params};

/// The constraint that saying the same of one deed twice runs into.
pub const ONE_UNWANTED: &str = "uq_unwanted_deed";

const TABLE: &str = "unwanted";
const COLUMNS: &str = "SELECT unwanted.id, unwanted.case_id, unwanted.seq, unwanted.account, words, answer, said_at,
    unwanted.due_on, answered_at, case_row.reference, case_row.person, case_row.submitter, case_row.entered_by
    FROM unwanted JOIN case_row ON case_row.id = unwanted.case_id";

/// What somebody does not want, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwanted {
    /// Its id.
    pub id: String,
    /// The case.
    pub case: Uuid,
    /// What was done, by its place in the case's history.
    pub seq: i64,
    /// Who says so: nobody else sees it but who answers.
    pub account: AccountId,
    /// What they say; they need not say anything.
    pub words: Option<Sentence>,
    /// When they said so.
    pub said_at: Instant,
    /// The last day for an answer.
    pub due_on: Date,
    /// The answer, and when.
    pub answer: Option<(Instant, Sentence)>,
    /// The case's reference, where it was read with the case.
    pub reference: String,
    /// Whom the case is about and who handed it in.
    pub parties: Vec<PersonKey>,
    /// The officer who filed the case for the person.
    pub entered_by: Option<OfficerId>,
}

/// Keeps what somebody does not want.
///
/// # Errors
/// [`StoreError::Conflict`] of [`ONE_UNWANTED`] where they said so before.
pub async fn insert_unwanted(tx: &mut Tx, keys: &Keys, new: &Unwanted) -> Result<(), StoreError> {
    let words = new
        .words
        .as_ref()
        .map(|words| seal(keys, TABLE, "words", &new.id, words));
    tx.execute(
        "INSERT INTO unwanted (id, case_id, seq, account, words, said_at, due_on) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            &new.id,
            new.case,
            new.seq,
            &new.account.0,
            words.transpose()?,
            new.said_at,
            new.due_on.to_string()
        ],
    )
    .await?;
    Ok(())
}

/// All that an account said it does not want.
pub async fn list_unwanted_of(
    q: &mut impl Query,
    keys: &Keys,
    account: &AccountId,
) -> Result<Vec<Unwanted>, StoreError> {
    let sql = format!("{COLUMNS} WHERE unwanted.account = $1 ORDER BY said_at, unwanted.id");
    list(q, keys, sql, params![&account.0]).await
}

/// What waits for an answer in the cases of divisions, the most urgent first; at most so many.
pub async fn list_open_unwanted(
    q: &mut impl Query,
    keys: &Keys,
    areas: &[DivisionCode],
    most: u32,
) -> Result<Vec<Unwanted>, StoreError> {
    let (conditions, values) = of_cases(areas);
    let sql = format!(
        "{COLUMNS} WHERE {} AND answered_at IS NULL ORDER BY unwanted.due_on, unwanted.id LIMIT {most}",
        conditions.join(" AND ")
    );
    list(q, keys, sql, values).await
}

/// One in the cases of these divisions.
pub async fn find_unwanted(
    q: &mut impl Query,
    keys: &Keys,
    areas: &[DivisionCode],
    id: &str,
) -> Result<Option<Unwanted>, StoreError> {
    let (conditions, mut values) = of_cases(areas);
    values.push(id.into());
    let sql = format!(
        "{COLUMNS} WHERE {} AND unwanted.id = ${}",
        conditions.join(" AND "),
        values.len()
    );
    Ok(list(q, keys, sql, values).await?.into_iter().next())
}

/// Answers it; false where somebody has.
pub async fn answer_unwanted(
    tx: &mut Tx,
    keys: &Keys,
    id: &str,
    (at, answer): (Instant, &Sentence),
) -> Result<bool, StoreError> {
    let answer = seal(keys, TABLE, "answer", id, answer)?;
    let changed = tx
        .execute(
            "UPDATE unwanted SET answer = $1, answered_at = $2 WHERE id = $3 AND answered_at IS NULL",
            params![answer, at, id],
        )
        .await?;
    Ok(changed == 1)
}

async fn list(q: &mut impl Query, keys: &Keys, sql: String, values: Vec<Value>) -> Result<Vec<Unwanted>, StoreError> {
    let rows = q.all(AssertSqlSafe(sql), values).await?;
    rows.iter().map(|row| read(row, keys)).collect()
}

fn read(row: &Row, keys: &Keys) -> Result<Unwanted, StoreError> {
    let id = row.text("id")?;
    let sentence = |column: &str| {
        let envelope = row.bytes_or_null(column)?;
        envelope
            .map(|envelope| open::<Sentence>(keys, TABLE, column, &id, &envelope))
            .transpose()
    };
    let answer = sentence("answer")?;
    let case = Uuid::parse_str(&row.text("case_id")?);
    let parties = [Some(row.text("person")?), row.text_or_null("submitter")?];
    Ok(Unwanted {
        case: case.map_err(|_| StoreError::Other(format!("unwanted {id}: no case")))?,
        seq: row.int("seq")?,
        account: AccountId(row.text("account")?),
        words: sentence("words")?,
        said_at: row.instant("said_at")?,
        due_on: day(&row.text("due_on")?)?,
        answer: row.instant_or_null("answered_at")?.zip(answer),
        reference: row.text("reference")?,
        entered_by: Some(row.text("entered_by")?).filter(|id| !id.is_empty()).map(OfficerId),
        parties: parties.into_iter().flatten().map(PersonKey).collect(),
        id,
    })
}
