//! Small facts about the database itself.

use super::{Query, StoreError, Tx, params};

/// One fact.
pub async fn find(q: &mut impl Query, name: &str) -> Result<Option<String>, StoreError> {
    let row = q
        .optional("SELECT value FROM meta WHERE name = $1", params![name])
        .await?;
    row.map(|row| row.text("value")).transpose()
}

/// The facts whose names begin so, by name.
pub async fn list(q: &mut impl Query, start: &str) -> Result<Vec<(String, String)>, StoreError> {
    let rows = q
        .all(
            "SELECT name, value FROM meta WHERE substr(name, 1, length($1)) = $1 ORDER BY name",
            params![start],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((row.text("name")?, row.text("value")?)))
        .collect()
}

/// Writes a fact that is not there yet.
pub async fn insert_once(tx: &mut Tx, name: &str, value: &str) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING",
        params![name, value],
    )
    .await?;
    Ok(())
}

/// Writes a fact, in place of an older one.
pub async fn update(tx: &mut Tx, name: &str, value: &str) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        params![name, value],
    )
    .await?;
    Ok(())
}
