//! Every definition of a service that a case was ever made under.

use super::{Query, StoreError, Tx, params};

/// The text of a definition.
pub async fn find(q: &mut impl Query, hash: &str) -> Result<Option<String>, StoreError> {
    let row = q
        .optional("SELECT text FROM definition WHERE hash = $1", params![hash])
        .await?;
    row.map(|row| row.text("text")).transpose()
}

/// Every definition there ever was: its hash and its text.
pub async fn list(q: &mut impl Query) -> Result<Vec<(String, String)>, StoreError> {
    let rows = q
        .all("SELECT hash, text FROM definition ORDER BY hash", params![])
        .await?;
    rows.iter()
        .map(|row| Ok((row.text("hash")?, row.text("text")?)))
        .collect()
}

/// Keeps a definition; nothing happens where it is kept already.
pub async fn insert(tx: &mut Tx, hash: &str, text: &str) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO definition (hash, text) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING",
        params![hash, text],
    )
    .await?;
    Ok(())
}
