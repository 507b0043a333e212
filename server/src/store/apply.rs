//! Drafts, applications, and wrong tries with a resume code.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zhida::apply::{Application, Draft};
use zhida::calendar::Instant;
use zhida::casework::Reference;

use super::cipher::Keys;
use super::{Query, Row, StoreError, Tx, params};

/// How long a draft is kept after it was last saved: 90 days.
pub const DRAFT_KEPT_MS: i64 = 90 * DAY_MS;
/// How many tries with a resume code a day has, but those that were right.
pub const TRIES_A_DAY: i64 = 5;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// The constraint that the second of two submissions of a draft runs into.
pub const ONE_APPLICATION: &str = "uq_application_draft";

/// A draft as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredDraft {
    /// Its id, in its addresses.
    pub id: Uuid,
    /// Whose it is: `account:…` or `session:…`.
    pub owner: String,
    /// The answers.
    pub draft: Draft,
    /// What opens it on another device, together with the birth date.
    pub resume_code: String,
    /// When it was last saved.
    pub updated_at: Instant,
    /// When it is thrown away.
    pub expires_at: Instant,
}

/// A draft of an owner; somebody else's is not found.
pub async fn find_draft(
    q: &mut impl Query,
    keys: &Keys,
    id: Uuid,
    owner: &str,
) -> Result<Option<StoredDraft>, StoreError> {
    let row = q
        .optional(
            "SELECT id, owner, answers, version, resume_code, updated_at, expires_at FROM draft
             WHERE id = $1 AND owner = $2",
            params![id, owner],
        )
        .await?;
    row.map(|row| read_draft(&row, keys)).transpose()
}

/// The draft of a resume code, whoever owns it: the birth date is compared by the caller.
pub async fn find_draft_by_code(
    q: &mut impl Query,
    keys: &Keys,
    code: &str,
) -> Result<Option<StoredDraft>, StoreError> {
    let row = q
        .optional(
            "SELECT id, owner, answers, version, resume_code, updated_at, expires_at FROM draft WHERE resume_hash = $1",
            params![code_hash(keys, code)],
        )
        .await?;
    row.map(|row| read_draft(&row, keys)).transpose()
}

/// The drafts of an owner, the one saved last first.
pub async fn list_drafts(q: &mut impl Query, keys: &Keys, owner: &str) -> Result<Vec<StoredDraft>, StoreError> {
    let rows = q
        .all(
            "SELECT id, owner, answers, version, resume_code, updated_at, expires_at FROM draft
             WHERE owner = $1 ORDER BY updated_at DESC, id LIMIT 100",
            params![owner],
        )
        .await?;
    rows.iter().map(|row| read_draft(row, keys)).collect()
}

/// Keeps a new draft.
pub async fn insert_draft(tx: &mut Tx, keys: &Keys, draft: &StoredDraft) -> Result<(), StoreError> {
    let id = draft.id.to_string();
    tx.execute(
        "INSERT INTO draft (id, owner, answers, version, resume_code, resume_hash, created_at, updated_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            &id,
            &draft.owner,
            seal(keys, "draft", "answers", &id, &draft.draft)?,
            draft.draft.version,
            keys.seal("draft", "resume_code", &id, draft.resume_code.as_bytes()),
            code_hash(keys, &draft.resume_code),
            draft.updated_at,
            draft.updated_at,
            draft.expires_at
        ],
    )
    .await?;
    Ok(())
}

/// Saves the answers over those of an earlier version; false where somebody was faster, and nothing is saved.
pub async fn update_draft(
    tx: &mut Tx,
    keys: &Keys,
    id: Uuid,
    draft: &Draft,
    before: i64,
    at: Instant,
) -> Result<bool, StoreError> {
    let expires = Instant::from_epoch_ms(at.epoch_ms() + DRAFT_KEPT_MS);
    let saved = tx
        .execute(
            "UPDATE draft SET answers = $1, version = $2, updated_at = $3, expires_at = $4
             WHERE id = $5 AND version = $6",
            params![
                seal(keys, "draft", "answers", &id.to_string(), draft)?,
                draft.version,
                at,
                expires,
                id,
                before
            ],
        )
        .await?;
    Ok(saved > 0)
}

/// Gives one draft to another owner: who opened it with its code. Who had it before can be told since when.
pub async fn move_draft(tx: &mut Tx, id: Uuid, owner: &str, at: Instant) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO draft_former (draft, owner, left_at)
         SELECT id, owner, $1 FROM draft WHERE id = $2 AND owner <> $3
         ON CONFLICT (draft, owner) DO UPDATE SET left_at = excluded.left_at",
        params![at, id, owner],
    )
    .await?;
    tx.execute("UPDATE draft SET owner = $1 WHERE id = $2", params![owner, id])
        .await?;
    tx.execute(
        "DELETE FROM draft_former WHERE draft = $1 AND owner = $2",
        params![id, owner],
    )
    .await?;
    Ok(())
}

/// Hands one draft over to another owner: who had it knows where it went, and finds nothing more at its address.
pub async fn hand_draft(tx: &mut Tx, id: Uuid, owner: &str, at: Instant) -> Result<(), StoreError> {
    move_draft(tx, id, owner, at).await?;
    tx.execute("DELETE FROM draft_former WHERE draft = $1", params![id])
        .await?;
    Ok(())
}

/// Since when a draft is somewhere else, for who had it before; nobody else learns that it exists.
pub async fn find_former(q: &mut impl Query, id: Uuid, owner: &str) -> Result<Option<Instant>, StoreError> {
    let row = q
        .optional(
            "SELECT left_at FROM draft_former WHERE draft = $1 AND owner = $2",
            params![id, owner],
        )
        .await?;
    row.map(|row| row.instant("left_at")).transpose()
}

/// The drafts that an owner had and that are somewhere else now, the last one first.
pub async fn list_former(q: &mut impl Query, owner: &str) -> Result<Vec<(Uuid, Instant)>, StoreError> {
    let rows = q
        .all(
            "SELECT draft, left_at FROM draft_former WHERE owner = $1 ORDER BY left_at DESC, draft LIMIT 100",
            params![owner],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((id_of(row, "draft")?, row.instant("left_at")?)))
        .collect()
}

/// Gives all drafts, applications and messages of an owner to another: a session that signs in takes them with it.
pub async fn move_owner(tx: &mut Tx, from: &str, to: &str) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM draft_former WHERE owner = $1
         AND draft IN (SELECT draft FROM draft_former WHERE owner = $2)",
        params![from, to],
    )
    .await?;
    for sql in [
        "UPDATE draft SET owner = $1 WHERE owner = $2",
        "UPDATE draft_former SET owner = $1 WHERE owner = $2",
        "UPDATE application SET owner = $1 WHERE owner = $2",
        "UPDATE case_row SET filed_by = $1 WHERE filed_by = $2",
        // What both were told stays with the one who is left.
        "DELETE FROM message WHERE recipient = $2 AND EXISTS (SELECT 1 FROM message AS told
             WHERE told.recipient = $1 AND told.stream = message.stream AND told.seq = message.seq)",
        "UPDATE message SET recipient = $1 WHERE recipient = $2",
    ] {
        tx.execute(sql, params![to, from]).await?;
    }
    Ok(())
}

/// Throws a draft away. Its files are deleted by the caller, in the same transaction.
pub async fn delete_draft(tx: &mut Tx, id: Uuid) -> Result<(), StoreError> {
    tx.execute("DELETE FROM draft_former WHERE draft = $1", params![id])
        .await?;
    tx.execute("DELETE FROM draft WHERE id = $1", params![id]).await?;
    Ok(())
}

/// The drafts whose time is over.
pub async fn list_expired_drafts(q: &mut impl Query, now: Instant) -> Result<Vec<Uuid>, StoreError> {
    let rows = q
        .all(
            "SELECT id FROM draft WHERE expires_at < $1 ORDER BY expires_at LIMIT 200",
            params![now],
        )
        .await?;
    rows.iter().map(|row| id_of(row, "id")).collect()
}

/// The drafts of accounts that will be thrown away between two moments, with whose they are and when.
pub async fn list_drafts_expiring(
    q: &mut impl Query,
    (after, until): (Instant, Instant),
) -> Result<Vec<(Uuid, String, Instant)>, StoreError> {
    let rows = q
        .all(
            "SELECT id, owner, expires_at FROM draft
             WHERE expires_at >= $1 AND expires_at < $2 AND owner LIKE 'account:%' ORDER BY expires_at, id",
            params![after, until],
        )
        .await?;
    let drafts = rows
        .iter()
        .map(|row| Ok((id_of(row, "id")?, row.text("owner")?, row.instant("expires_at")?)));
    drafts.collect()
}

/// An application as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredApplication {
    /// Its id.
    pub id: Uuid,
    /// Its reference.
    pub reference: Reference,
    /// Who filed it: `account:…` or `session:…`.
    pub owner: String,
    /// The draft it was.
    pub draft: Uuid,
    /// What was handed in.
    pub application: Application,
    /// What opens it without an account, together with the reference and the birth date.
    pub resume_code: String,
    /// When it was handed in.
    pub submitted_at: Instant,
}

const APPLICATION: &str = "SELECT id, reference, owner, draft, payload, resume_code, submitted_at FROM application";

/// Keeps an application.
///
/// # Errors
/// [`StoreError::Conflict`] of [`ONE_APPLICATION`] where the draft was handed in already.
pub async fn insert_application(tx: &mut Tx, keys: &Keys, new: &StoredApplication) -> Result<(), StoreError> {
    let id = new.id.to_string();
    tx.execute(
        "INSERT INTO application
             (id, reference, owner, draft, payload, resume_code, resume_hash, submitted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            &id,
            new.reference.as_str(),
            &new.owner,
            new.draft,
            seal(keys, "application", "payload", &id, &new.application)?,
            keys.seal("application", "resume_code", &id, new.resume_code.as_bytes()),
            code_hash(keys, &new.resume_code),
            new.submitted_at
        ],
    )
    .await?;
    Ok(())
}

/// The application that a draft became, for who filed it.
pub async fn find_application_of_draft(
    q: &mut impl Query,
    keys: &Keys,
    draft: Uuid,
    owner: &str,
) -> Result<Option<StoredApplication>, StoreError> {
    let sql = super::AssertSqlSafe(format!("{APPLICATION} WHERE draft = $1 AND owner = $2"));
    let row = q.optional(sql, params![draft, owner]).await?;
    row.map(|row| read_application(&row, keys)).transpose()
}

/// The application of a reference, whoever filed it: what a visitor may see of it is the caller's to decide.
pub async fn find_application(
    q: &mut impl Query,
    keys: &Keys,
    reference: Reference,
) -> Result<Option<StoredApplication>, StoreError> {
    let sql = super::AssertSqlSafe(format!("{APPLICATION} WHERE reference = $1"));
    let row = q.optional(sql, params![reference.as_str()]).await?;
    row.map(|row| read_application(&row, keys)).transpose()
}

/// The applications that an owner filed, the last one first.
pub async fn list_applications(
    q: &mut impl Query,
    keys: &Keys,
    owner: &str,
) -> Result<Vec<StoredApplication>, StoreError> {
    let sql = super::AssertSqlSafe(format!(
        "{APPLICATION} WHERE owner = $1 ORDER BY submitted_at DESC, id LIMIT 100"
    ));
    let rows = q.all(sql, params![owner]).await?;
    rows.iter().map(|row| read_application(row, keys)).collect()
}

/// Counts a try with a resume code; false where the day has no more of them, and nothing is counted. A day after the
/// first the count begins anew.
pub async fn count_try(tx: &mut Tx, keys: &Keys, code: &str, now: Instant) -> Result<bool, StoreError> {
    let since = Instant::from_epoch_ms(now.epoch_ms() - DAY_MS);
    tx.execute("DELETE FROM resume_try WHERE since <= $1", params![since])
        .await?;
    let counted = tx
        .execute(
            "INSERT INTO resume_try (resume_hash, tries, since) VALUES ($1, 1, $2)
             ON CONFLICT (resume_hash) DO UPDATE SET tries = resume_try.tries + 1 WHERE resume_try.tries < $3",
            params![code_hash(keys, code), now, TRIES_A_DAY],
        )
        .await?;
    Ok(counted > 0)
}

/// Gives a try back that guessed nothing.
pub async fn give_try_back(tx: &mut Tx, keys: &Keys, code: &str) -> Result<(), StoreError> {
    let code = code_hash(keys, code);
    let were_more = tx
        .execute(
            "UPDATE resume_try SET tries = tries - 1 WHERE resume_hash = $1 AND tries > 1",
            params![&code],
        )
        .await?;
    if were_more == 0 {
        tx.execute("DELETE FROM resume_try WHERE resume_hash = $1", params![&code])
            .await?;
    }
    Ok(())
}

fn read_draft(row: &Row, keys: &Keys) -> Result<StoredDraft, StoreError> {
    let id = row.text("id")?;
    let mut draft: Draft = open(keys, "draft", "answers", &id, &row.bytes("answers")?)?;
    draft.version = row.int("version")?;
    Ok(StoredDraft {
        owner: row.text("owner")?,
        draft,
        resume_code: open_text(keys, "draft", "resume_code", &id, &row.bytes("resume_code")?)?,
        updated_at: row.instant("updated_at")?,
        expires_at: row.instant("expires_at")?,
        id: id_of(row, "id")?,
    })
}

fn read_application(row: &Row, keys: &Keys) -> Result<StoredApplication, StoreError> {
    let id = row.text("id")?;
    let reference = Reference::parse(&row.text("reference")?);
    Ok(StoredApplication {
        reference: reference.map_err(|problem| StoreError::Other(format!("{problem:?}")))?,
        owner: row.text("owner")?,
        draft: id_of(row, "draft")?,
        application: open(keys, "application", "payload", &id, &row.bytes("payload")?)?,
        resume_code: open_text(keys, "application", "resume_code", &id, &row.bytes("resume_code")?)?,
        submitted_at: row.instant("submitted_at")?,
        id: id_of(row, "id")?,
    })
}

fn id_of(row: &Row, column: &str) -> Result<Uuid, StoreError> {
    let text = row.text(column)?;
    text.parse()
        .map_err(|_| StoreError::Other(format!("{text} in {column} is no id")))
}

/// Codes are compared as they are spoken: without spaces, in capitals.
fn code_hash(keys: &Keys, code: &str) -> String {
    keys.lookup_hash("resume_code", &zhida::person::normalise::number(code))
}

/// Closes a value for one place.
pub(super) fn seal(
    keys: &Keys,
    table: &str,
    column: &str,
    row: &str,
    value: &impl Serialize,
) -> Result<Vec<u8>, StoreError> {
    let plain = serde_json::to_vec(value).map_err(|problem| StoreError::Other(problem.to_string()))?;
    Ok(keys.seal(table, column, row, &plain))
}

/// Opens a value of one place.
pub(super) fn open<T: for<'de> Deserialize<'de>>(
    keys: &Keys,
    table: &str,
    column: &str,
    row: &str,
    sealed: &[u8],
) -> Result<T, StoreError> {
    let plain = keys.open(table, column, row, sealed)?;
    // The words of serde's errors can hold the value: only their kind is told.
    serde_json::from_slice(&plain).map_err(|problem| {
        StoreError::Other(format!(
            "{table}.{column} is not as it was written: {:?}",
            problem.classify()
        ))
    })
}

fn open_text(keys: &Keys, table: &str, column: &str, row: &str, sealed: &[u8]) -> Result<String, StoreError> {
    let plain = keys.open(table, column, row, sealed)?;
    String::from_utf8(plain).map_err(|_| StoreError::Other(format!("{table}.{column} is no text")))
}
