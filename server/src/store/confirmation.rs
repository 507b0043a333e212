//! Codes with which a second person confirms a part of an application on a device of their own.

use zhida::account::{Code, Length};
use zhida::calendar::Instant;
use zhida::casework::{CODE_DAYS, Reference};

use super::cipher::Keys;
use super::{Query, Row, StoreError, Tx, params};

/// Tries with a name or number that do not fit, of one code.
const TRIES: i64 = 5;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
const TABLE: &str = "confirmation_code";

/// A code as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredCode {
    /// The application whose part is confirmed.
    pub application: Reference,
    /// The confirmation, by its name.
    pub confirmation: String,
    /// The code.
    pub code: Code,
    /// When it was given: what tells it from the one before.
    pub created_at: Instant,
    /// From when on it is good for nothing.
    pub expires_at: Instant,
}

/// Keeps a new code; the one before for the same part ends with it.
pub async fn replace_code(
    tx: &mut Tx,
    keys: &Keys,
    (application, confirmation): (Reference, &str),
    code: &Code,
    now: Instant,
) -> Result<(), StoreError> {
    delete_code(tx, application, confirmation).await?;
    let hash = hash(keys, code);
    let sealed = keys.seal(TABLE, "code", &hash, code.as_str().as_bytes());
    // Good to the end of the day that whoever reads it is told.
    let last = Instant::from_epoch_ms(now.epoch_ms().saturating_add((CODE_DAYS + 1) * DAY_MS));
    let expires_at = Instant::start_of(last.date());
    tx.execute(
        "INSERT INTO confirmation_code (hash, application, confirmation, code, tries, created_at, expires_at)
         VALUES ($1, $2, $3, $4, 0, $5, $6)",
        params![hash, application.as_str(), confirmation, sealed, now, expires_at],
    )
    .await?;
    Ok(())
}

/// Counts a try with a code and gives what it is for; nothing where there is no such code, or none any more. Counted
/// before anything is compared, so that a crowd of tries is no better off than one after another.
pub async fn try_code(tx: &mut Tx, keys: &Keys, code: &Code, now: Instant) -> Result<Option<StoredCode>, StoreError> {
    let hash = hash(keys, code);
    let counted = tx
        .execute(
            "UPDATE confirmation_code SET tries = tries + 1 WHERE hash = $1 AND tries < $2 AND expires_at > $3",
            params![&hash, TRIES, now],
        )
        .await?;
    if counted != 1 {
        return Ok(None);
    }
    let row = tx
        .one("SELECT hash, application, confirmation, code, created_at, expires_at FROM confirmation_code WHERE hash = $1", params![&hash])
        .await?;
    read(&row, keys).map(Some)
}

/// Gives a try back that guessed nothing.
pub async fn give_try_back(tx: &mut Tx, keys: &Keys, code: &Code) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE confirmation_code SET tries = tries - 1 WHERE hash = $1 AND tries > 0",
        params![hash(keys, code)],
    )
    .await?;
    Ok(())
}

/// The code of a part, while it can still be used.
pub async fn find_code(
    q: &mut impl Query,
    keys: &Keys,
    (application, confirmation): (Reference, &str),
    now: Instant,
) -> Result<Option<StoredCode>, StoreError> {
    let row = q
        .optional(
            "SELECT hash, application, confirmation, code, created_at, expires_at FROM confirmation_code
             WHERE application = $1 AND confirmation = $2 AND tries < $3 AND expires_at > $4",
            params![application.as_str(), confirmation, TRIES, now],
        )
        .await?;
    row.map(|row| read(&row, keys)).transpose()
}

/// Ends the code of a part; whether there was one.
pub async fn delete_code(tx: &mut Tx, application: Reference, confirmation: &str) -> Result<bool, StoreError> {
    let gone = tx
        .execute(
            "DELETE FROM confirmation_code WHERE application = $1 AND confirmation = $2",
            params![application.as_str(), confirmation],
        )
        .await?;
    Ok(gone > 0)
}

/// Forgets the codes that are too old; how many.
pub async fn delete_codes_over(tx: &mut Tx, now: Instant) -> Result<u64, StoreError> {
    tx.execute("DELETE FROM confirmation_code WHERE expires_at <= $1", params![now])
        .await
}

fn hash(keys: &Keys, code: &Code) -> String {
    keys.lookup_hash("confirmation_code", code.as_str())
}

fn read(row: &Row, keys: &Keys) -> Result<StoredCode, StoreError> {
    let wrong = || StoreError::Other("a confirmation code is not as it was written".to_owned());
    let plain = keys.open(TABLE, "code", &row.text("hash")?, &row.bytes("code")?)?;
    let plain = String::from_utf8(plain).map_err(|_| wrong())?;
    Ok(StoredCode {
        application: Reference::parse(&row.text("application")?).map_err(|_| wrong())?,
        confirmation: row.text("confirmation")?,
        code: Code::parse(Length::Link, &plain).map_err(|_| wrong())?,
        created_at: row.instant("created_at")?,
        expires_at: row.instant("expires_at")?,
    })
}
