//! After a new key: everything that an older one closed is closed again with the current one.
//!
//! The chain of events stays as it is: its digests are over what the payloads say, not over how they are encrypted.

use uuid::Uuid;

use super::cipher::Keys;
use super::file::{self, Files};
use super::{AssertSqlSafe, Query as _, Row, Store, StoreError, Tx, Value, params};

/// A table with encrypted columns.
struct Place {
    table: &'static str,
    /// Its primary key.
    key: &'static [Key],
    /// What its envelopes are bound to, in SQL.
    row: &'static str,
    columns: &'static [&'static str],
}

/// A column of a primary key.
enum Key {
    Text(&'static str),
    Int(&'static str),
}

/// Every encrypted column of the schema.
const PLACES: &[Place] = &[
    Place {
        table: "event",
        key: &[Key::Text("stream"), Key::Int("seq")],
        row: "stream || '/' || CAST(seq AS TEXT)",
        columns: &["payload"],
    },
    Place {
        table: "file",
        key: &[Key::Text("id")],
        row: "id",
        columns: &["name"],
    },
    Place {
        table: "account",
        key: &[Key::Text("id")],
        row: "id",
        columns: &["name"],
    },
    Place {
        table: "staff",
        key: &[Key::Text("id")],
        row: "id",
        columns: &["name", "totp_secret"],
    },
    Place {
        table: "link_code",
        key: &[Key::Text("hash")],
        row: "hash",
        columns: &["name"],
    },
    Place {
        table: "link",
        key: &[Key::Text("account"), Key::Text("person")],
        row: "account || ' ' || person",
        columns: &["name", "reading"],
    },
    Place {
        table: "stash",
        key: &[Key::Text("session"), Key::Text("slot")],
        row: "slot",
        columns: &["content"],
    },
    Place {
        table: "draft",
        key: &[Key::Text("id")],
        row: "id",
        columns: &["answers", "resume_code"],
    },
    Place {
        table: "application",
        key: &[Key::Text("id")],
        row: "id",
        columns: &["payload", "resume_code"],
    },
    Place {
        table: "case_identity",
        key: &[Key::Text("case_id")],
        row: "case_id",
        columns: &["identity"],
    },
    Place {
        table: "registry_identity",
        key: &[Key::Text("person")],
        row: "person",
        columns: &["name", "resident_id", "certificate_number", "phone"],
    },
    Place {
        table: "confirmation_code",
        key: &[Key::Text("hash")],
        row: "hash",
        columns: &["code"],
    },
    Place {
        table: "feedback",
        key: &[Key::Text("number")],
        row: "number",
        columns: &["told", "answers"],
    },
    Place {
        table: "asked_why",
        key: &[Key::Text("id")],
        row: "id",
        columns: &["words", "answer"],
    },
    Place {
        table: "unwanted",
        key: &[Key::Text("id")],
        row: "id",
        columns: &["words", "answer"],
    },
    Place {
        table: "delegation",
        key: &[Key::Text("id")],
        row: "id",
        columns: &["terms"],
    },
    Place {
        table: "rating",
        key: &[Key::Text("id")],
        row: "id",
        columns: &["remark", "answer"],
    },
    Place {
        table: "message",
        key: &[Key::Text("id")],
        row: "id",
        columns: &["about"],
    },
    Place {
        table: "delivery",
        key: &[Key::Text("id")],
        row: "id",
        columns: &["content"],
    },
    Place {
        table: "reach",
        key: &[Key::Text("about")],
        row: "about",
        columns: &["reach"],
    },
];

/// How many rows are closed again in one transaction.
const SLICE: i64 = 200;

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Values in the database that have the current key now.
    pub values: u64,
    /// Files that have it now.
    pub files: u64,
    /// What does not open: altered, or closed with a key that is lost.
    pub failed: Vec<String>,
}

/// Closes everything with the current key, beside running servers that already have it. May be cut off and begun again.
///
/// # Errors
/// The database or the disk does not do it.
pub async fn reencrypt(store: &Store, keys: &Keys, files: &Files) -> Result<Report, StoreError> {
    let mut report = Report::default();
    for place in PLACES {
        for column in place.columns {
            place.reencrypt(column, store, keys, &mut report).await?;
        }
    }
    let mut last = String::new();
    loop {
        let sql = "SELECT id FROM file WHERE id > $1 ORDER BY id LIMIT $2";
        let rows = store.read().all(sql, params![&last, SLICE]).await?;
        let Some(end) = rows.last() else { return Ok(report) };
        last = end.text("id")?;
        for row in &rows {
            let id = row.text("id")?;
            let Ok(number) = id.parse::<Uuid>() else { continue };
            let Some(file) = file::find(&mut store.read(), keys, number).await? else {
                continue;
            };
            match files.reencrypt(keys, &file).await {
                Ok(true) => report.files += 1,
                Ok(false) => {}
                Err(StoreError::Unavailable) => return Err(StoreError::Unavailable),
                Err(problem) => report.failed.push(format!("file {id}: {problem}")),
            }
        }
    }
}

impl Place {
    async fn reencrypt(&self, column: &str, store: &Store, keys: &Keys, report: &mut Report) -> Result<(), StoreError> {
        let names: Vec<&str> = self.key.iter().map(Key::name).collect();
        let (table, row, list) = (self.table, self.row, names.join(", "));
        let select = |after: &str| {
            format!(
                "SELECT {list}, {row} AS row_of_envelope, {column} AS envelope FROM {table}
                 WHERE {column} IS NOT NULL AND substr({column}, 1, 4) <> $1 {after}
                 ORDER BY {list} LIMIT {SLICE}"
            )
        };
        let places: Vec<String> = (2..names.len() + 2).map(|at| format!("${at}")).collect();
        let first = select("");
        let next = select(&format!("AND ({list}) > ({})", places.join(", ")));
        let mut last: Option<Vec<Value>> = None;
        loop {
            let (sql, mut values) = match &last {
                None => (&first, params![keys.header()]),
                Some(_) => (&next, params![keys.header()]),
            };
            values.extend(last.clone().unwrap_or_default());
            let rows = store.read().all(AssertSqlSafe(sql.clone()), values).await?;
            let Some(end) = rows.last() else { return Ok(()) };
            last = Some(self.key_of(end)?);
            let mut tx = store.begin().await?;
            for row in &rows {
                let bound_to = row.text("row_of_envelope")?;
                let old = row.bytes("envelope")?;
                match keys.open(table, column, &bound_to, &old) {
                    Ok(plain) => {
                        let new = keys.seal(table, column, &bound_to, &plain);
                        report.values += self.update(column, &mut tx, row, old, new).await?;
                    }
                    Err(problem) => report.failed.push(format!("{table}.{column} of {bound_to}: {problem}")),
                }
            }
            tx.commit().await?;
        }
    }

    /// Writes the new envelope where the old one still is: somebody may have written another meanwhile.
    async fn update(
        &self,
        column: &str,
        tx: &mut Tx,
        row: &Row,
        old: Vec<u8>,
        new: Vec<u8>,
    ) -> Result<u64, StoreError> {
        let table = self.table;
        let conditions: Vec<String> = self
            .key
            .iter()
            .enumerate()
            .map(|(at, key)| format!("{} = ${}", key.name(), at + 3))
            .collect();
        let sql = format!(
            "UPDATE {table} SET {column} = $1 WHERE {column} = $2 AND {}",
            conditions.join(" AND ")
        );
        let mut values = params![new, old];
        values.extend(self.key_of(row)?);
        tx.execute(AssertSqlSafe(sql), values).await
    }

    fn key_of(&self, row: &Row) -> Result<Vec<Value>, StoreError> {
        let value = |key: &Key| match key {
            Key::Text(name) => Ok(Value::from(row.text(name)?)),
            Key::Int(name) => Ok(Value::from(row.int(name)?)),
        };
        self.key.iter().map(value).collect()
    }
}

impl Key {
    fn name(&self) -> &'static str {
        match self {
            Self::Text(name) | Self::Int(name) => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::migrations::sqlite_texts;

    /// Bytes that are not encrypted: hashes and signatures.
    const PLAIN: &[&str] = &["event.salt", "event.digest", "event.hash", "seal.mac", "seal_head.hash"];

    #[test]
    fn every_column_of_bytes_is_known_as_encrypted_or_not() {
        let mut table = String::new();
        let mut found = Vec::new();
        for line in sqlite_texts().flat_map(str::lines) {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words.as_slice() {
                ["CREATE", "TABLE", name, ..] => (*name).clone_into(&mut table),
                ["ALTER", "TABLE", name, "ADD", "COLUMN", column, kind, ..] if kind.starts_with("BLOB") => {
                    found.push(format!("{name}.{column}"));
                }
                [column, kind, ..] if kind.starts_with("BLOB") => found.push(format!("{table}.{column}")),
                _ => {}
            }
        }
        let encrypted = PLACES.iter().flat_map(|place| {
            let name = |column| format!("{}.{column}", place.table);
            place.columns.iter().map(name)
        });
        let mut known: Vec<String> = encrypted.chain(PLAIN.iter().map(|name| (*name).to_owned())).collect();
        known.sort();
        found.sort();
        assert_eq!(
            found, known,
            "a new encrypted column belongs into PLACES, so that a new key reaches it"
        );
    }
}
