//! All SQL. One text for two engines: SQLite (an office, a county) and PostgreSQL (a province).
//!
//! Reading goes through [`Store::read`], changing through [`Store::begin`], and in every command the order is
//! load, decide, begin, append, project, enqueue, commit: nothing slow happens inside a [`Tx`]. Columns have portable
//! types only: `TEXT` (ids, JSON, words), `BIGINT` (milliseconds, fen, counts, 0 or 1) and bytes.

mod migrations;
mod postgres;
mod query;
mod sqlite;
mod value;

pub mod account;
pub mod allowance;
pub mod apply;
pub mod audit;
pub mod backup;
pub mod casework;
pub mod cipher;
pub mod confirmation;
pub mod definition;
pub mod delegation;
pub mod event;
pub mod feedback;
pub mod file;
pub mod meta;
pub mod operation;
pub mod outbox;
pub mod policy;
pub mod reencrypt;
pub mod registry;
pub mod seal;
pub mod session;
pub mod staff;

pub use migrations::Migrations;
pub use query::{Asked, Query, Reader, Tx};
pub use sqlx::{AssertSqlSafe, SqlSafeStr};
pub use value::{Row, Value};

pub use crate::params;

/// The database, on either engine. Cloning is cheap.
#[derive(Clone, Debug)]
pub enum Store {
    /// One file, one writer.
    Sqlite(sqlite::Sqlite),
    /// A server that several portals share.
    Postgres(postgres::Postgres),
}

/// Why the store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A named constraint forbids it; for a foreign key, whose name SQLite does not tell, [`FOREIGN_KEY`].
    #[error("against the constraint {0}")]
    Conflict(String),
    /// The database cannot be reached, is full or too busy: the same may succeed later.
    #[error("the database is not available")]
    Unavailable,
    /// A mistake in the program or in the data.
    #[error("{0}")]
    Other(String),
}

/// The name of every foreign key's violation, on both engines.
pub const FOREIGN_KEY: &str = "foreign_key";

impl StoreError {
    /// Whether this is the violation of a constraint.
    pub fn is_conflict(&self, constraint: &str) -> bool {
        matches!(self, Self::Conflict(name) if name == constraint)
    }
}

impl Store {
    /// Opens `sqlite:PATH` (created where it is not) or `postgres://…`. Changes nothing in an existing database.
    ///
    /// # Errors
    /// An address that is neither, a database that cannot be opened.
    pub fn open(url: &str) -> Asked<'_, Self> {
        Box::pin(async move {
            if url.starts_with("sqlite:") {
                Ok(Self::Sqlite(sqlite::Sqlite::open(sqlite::path_of(url)).await?))
            } else {
                Ok(Self::Postgres(postgres::Postgres::open(url).await?))
            }
        })
    }

    /// Whether opening would find something; for PostgreSQL only opening can tell.
    pub fn is_there(url: &str) -> bool {
        !url.starts_with("sqlite:") || sqlite::path_of(url).exists()
    }

    /// Brings the database to the schema of this program.
    ///
    /// # Errors
    /// A database that a newer program has changed, or one whose migrations are not those of this program.
    pub fn migrate(&self) -> Asked<'_, ()> {
        Box::pin(migrations::run(self))
    }

    /// Which migrations the database has had, and which it lacks.
    pub fn migrations(&self) -> Asked<'_, Migrations> {
        Box::pin(migrations::state(self))
    }

    /// Lets the database look at tables that have grown, so that it goes on choosing the right index. PostgreSQL does so
    /// by itself.
    pub fn learn(&self) -> Asked<'_, ()> {
        Box::pin(async move {
            if matches!(self, Self::Sqlite(_)) {
                let mut tx = self.begin().await?;
                for learn in sqlite::LEARN {
                    tx.execute(learn, Vec::new()).await?;
                }
                tx.commit().await?;
            }
            Ok(())
        })
    }

    /// What reads. Each query sees what is committed at its moment.
    pub fn read(&self) -> Reader {
        match self {
            Self::Sqlite(sqlite) => Reader::Sqlite(sqlite.readers.clone()),
            Self::Postgres(postgres) => Reader::Postgres(postgres.pool.clone()),
        }
    }

    /// Begins a transaction. On SQLite it waits for its turn: one task must never hold two.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] where no turn comes in time.
    pub fn begin(&self) -> Asked<'_, Tx> {
        Box::pin(async move {
            match self {
                Self::Sqlite(sqlite) => Ok(Tx::sqlite(sqlite.begin().await?)),
                Self::Postgres(postgres) => Ok(Tx::postgres(postgres.begin().await?)),
            }
        })
    }

    /// Waits until everything written before is to be read. Transactions that are written together hear of each other
    /// before any of them is on disk: whoever lost to another one waits for it before reading again.
    ///
    /// # Errors
    /// As [`Store::begin`].
    pub fn settled(&self) -> Asked<'_, ()> {
        Box::pin(async move { self.begin().await?.commit().await })
    }

    /// Lets what is under way end, then closes all connections.
    pub async fn close(&self) {
        match self {
            Self::Sqlite(sqlite) => sqlite.close().await,
            Self::Postgres(postgres) => postgres.pool.close().await,
        }
    }
}
