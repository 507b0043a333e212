//! What goes into a statement and what comes out of it, in three portable types.

use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{Decode, Row as _, Type};
use zhida::calendar::Instant;

use super::StoreError;

/// One argument of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `TEXT`
    Text(Option<String>),
    /// `BIGINT`
    Int(Option<i64>),
    /// `BYTEA`, `BLOB`
    Bytes(Option<Vec<u8>>),
}

/// The arguments of a statement, in order: `params![id, at, name]`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { vec![$($crate::store::Value::from($value)),*] };
}

macro_rules! from {
    ($($of:ty => $variant:ident, $value:ident => $into:expr;)*) => {$(
        impl From<$of> for Value {
            fn from($value: $of) -> Self {
                Self::$variant(Some($into))
            }
        }
        impl From<Option<$of>> for Value {
            fn from(value: Option<$of>) -> Self {
                Self::$variant(value.map(|$value: $of| $into))
            }
        }
    )*};
}

from! {
    &str => Text, value => without_nul(value.to_owned());
    String => Text, value => without_nul(value);
    &String => Text, value => without_nul(value.clone());
    uuid::Uuid => Text, value => value.to_string();
    i64 => Int, value => value;
    i32 => Int, value => i64::from(value);
    u32 => Int, value => i64::from(value);
    bool => Int, value => i64::from(value);
    Instant => Int, value => value.epoch_ms();
    Vec<u8> => Bytes, value => value;
    &[u8] => Bytes, value => value.to_vec();
    [u8; 4] => Bytes, value => value.to_vec();
}

/// PostgreSQL takes no NUL in a text, and nobody means one: without it both engines find and keep the same.
fn without_nul(mut text: String) -> String {
    text.retain(|character| character != '\0');
    text
}

/// One row of an answer; columns are read by name.
#[derive(Debug)]
pub enum Row {
    #[doc(hidden)]
    Sqlite(SqliteRow),
    #[doc(hidden)]
    Postgres(PgRow),
}

impl Row {
    /// A text.
    pub fn text(&self, column: &str) -> Result<String, StoreError> {
        self.must(column)
    }

    /// A text, or nothing.
    pub fn text_or_null(&self, column: &str) -> Result<Option<String>, StoreError> {
        self.get(column)
    }

    /// A number. PostgreSQL answers `sum(…)` in another type: cast it to `BIGINT`.
    pub fn int(&self, column: &str) -> Result<i64, StoreError> {
        self.must(column)
    }

    /// A number, or nothing.
    pub fn int_or_null(&self, column: &str) -> Result<Option<i64>, StoreError> {
        self.get(column)
    }

    /// Bytes.
    pub fn bytes(&self, column: &str) -> Result<Vec<u8>, StoreError> {
        self.must(column)
    }

    /// Bytes, or nothing.
    pub fn bytes_or_null(&self, column: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.get(column)
    }

    /// A number that is 0 or 1.
    pub fn bool(&self, column: &str) -> Result<bool, StoreError> {
        Ok(self.int(column)? != 0)
    }

    /// A moment.
    pub fn instant(&self, column: &str) -> Result<Instant, StoreError> {
        Ok(Instant::from_epoch_ms(self.int(column)?))
    }

    /// A moment, or nothing.
    pub fn instant_or_null(&self, column: &str) -> Result<Option<Instant>, StoreError> {
        Ok(self.int_or_null(column)?.map(Instant::from_epoch_ms))
    }

    /// SQLite's driver reads nothing as an empty text or 0: so everything is read as perhaps nothing.
    fn must<'r, T>(&'r self, column: &str) -> Result<T, StoreError>
    where
        Option<T>: Decode<'r, sqlx::Sqlite> + Type<sqlx::Sqlite> + Decode<'r, sqlx::Postgres> + Type<sqlx::Postgres>,
    {
        let value: Option<T> = self.get(column)?;
        value.ok_or_else(|| StoreError::Other(format!("column {column} is empty")))
    }

    fn get<'r, T>(&'r self, column: &str) -> Result<T, StoreError>
    where
        T: Decode<'r, sqlx::Sqlite> + Type<sqlx::Sqlite> + Decode<'r, sqlx::Postgres> + Type<sqlx::Postgres>,
    {
        let value = match self {
            Self::Sqlite(row) => row.try_get(column),
            Self::Postgres(row) => row.try_get(column),
        };
        value.map_err(|problem| StoreError::Other(format!("column {column}: {problem}")))
    }
}
