//! Who may ask the database: a reader, or a transaction, which may also change it.
//!
//! The futures are boxed: a handler that awaits several of them stays `Send` in the compiler's eyes, and a box costs
//! nothing beside a query.

use futures_util::future::BoxFuture;
use sqlx::{PgPool, SqlStr, SqlitePool};

use super::postgres::{self, Transaction};
use super::sqlite::{self, Lease};
use super::{Row, SqlSafeStr, StoreError, Value};

/// What the database will answer.
pub type Asked<'a, T> = BoxFuture<'a, Result<T, StoreError>>;

/// Asking, the same for a [`Reader`] and a [`Tx`]. Arguments are `$1`, `$2`, … in the SQL.
///
/// SQL that is put together at run time goes through [`super::AssertSqlSafe`], from fixed pieces only.
pub trait Query: Send {
    /// All rows.
    fn all(&mut self, sql: impl SqlSafeStr, values: Vec<Value>) -> Asked<'_, Vec<Row>>;

    /// The row, or nothing. Of several the first.
    fn optional(&mut self, sql: impl SqlSafeStr, values: Vec<Value>) -> Asked<'_, Option<Row>> {
        let rows = self.all(sql, values);
        Box::pin(async move { Ok(rows.await?.into_iter().next()) })
    }

    /// The row, which must be there.
    fn one(&mut self, sql: impl SqlSafeStr, values: Vec<Value>) -> Asked<'_, Row> {
        let row = self.optional(sql, values);
        Box::pin(async move {
            let row = row.await?;
            row.ok_or_else(|| StoreError::Other("no row where there must be one".to_owned()))
        })
    }
}

/// Reads what is committed. Each query takes a connection for itself.
#[derive(Clone, Debug)]
pub enum Reader {
    #[doc(hidden)]
    Sqlite(SqlitePool),
    #[doc(hidden)]
    Postgres(PgPool),
}

impl Query for Reader {
    fn all(&mut self, sql: impl SqlSafeStr, values: Vec<Value>) -> Asked<'_, Vec<Row>> {
        let sql = sql.into_sql_str();
        Box::pin(async move {
            match self {
                Self::Sqlite(pool) => {
                    let mut connection = pool.acquire().await.map_err(sqlite::error)?;
                    sqlite::all(&mut connection, sql, values).await
                }
                Self::Postgres(pool) => postgres::read(pool, sql, values).await,
            }
        })
    }
}

/// A transaction. Dropping it takes everything back; after an error it can only be dropped.
#[derive(Debug)]
pub struct Tx {
    engine: Engine,
    failed: bool,
}

#[derive(Debug)]
enum Engine {
    Sqlite(Lease),
    Postgres(Transaction),
}

impl Tx {
    pub(super) fn sqlite(lease: Lease) -> Self {
        Self {
            engine: Engine::Sqlite(lease),
            failed: false,
        }
    }

    pub(super) fn postgres(transaction: Transaction) -> Self {
        Self {
            engine: Engine::Postgres(transaction),
            failed: false,
        }
    }

    /// Whether this is PostgreSQL, for the few statements that differ.
    pub(super) fn is_postgres(&self) -> bool {
        matches!(self.engine, Engine::Postgres(_))
    }

    /// Has each statement of this transaction planned anew, for one that fills empty tables: PostgreSQL would keep the
    /// plans it made while they were empty, and read each table from end to end for every row.
    ///
    /// # Errors
    /// No database.
    pub async fn plan_anew(&mut self) -> Result<(), StoreError> {
        if self.is_postgres() {
            self.execute("SET LOCAL plan_cache_mode = force_custom_plan", Vec::new())
                .await?;
        }
        Ok(())
    }

    /// Runs a statement; the number of rows it changed.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] with the constraint that forbids it.
    pub fn execute(&mut self, sql: impl SqlSafeStr, values: Vec<Value>) -> Asked<'_, u64> {
        let sql = sql.into_sql_str();
        Box::pin(async move {
            self.check()?;
            let changed = match &mut self.engine {
                Engine::Sqlite(lease) => sqlite::execute(lease.connection()?, sql, values).await,
                Engine::Postgres(transaction) => postgres::execute(transaction, sql, values).await,
            };
            self.failed = changed.is_err();
            changed
        })
    }

    /// Makes it last. When this has returned, the change is on disk.
    ///
    /// # Errors
    /// Then nothing of it has happened, except where the connection broke in between.
    pub fn commit(self) -> Asked<'static, ()> {
        Box::pin(async move {
            self.check()?;
            match self.engine {
                Engine::Sqlite(lease) => lease.commit().await,
                Engine::Postgres(transaction) => transaction.commit().await.map_err(postgres::error),
            }
        })
    }

    async fn rows(&mut self, sql: SqlStr, values: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        self.check()?;
        let rows = match &mut self.engine {
            Engine::Sqlite(lease) => sqlite::all(lease.connection()?, sql, values).await,
            Engine::Postgres(transaction) => postgres::all(transaction, sql, values).await,
        };
        self.failed = rows.is_err();
        rows
    }

    /// PostgreSQL refuses to go on after an error; on SQLite the statement would be lost and the rest kept.
    fn check(&self) -> Result<(), StoreError> {
        if self.failed {
            return Err(StoreError::Other("the transaction has already failed".to_owned()));
        }
        Ok(())
    }
}

impl Query for Tx {
    fn all(&mut self, sql: impl SqlSafeStr, values: Vec<Value>) -> Asked<'_, Vec<Row>> {
        let sql = sql.into_sql_str();
        Box::pin(self.rows(sql, values))
    }
}
