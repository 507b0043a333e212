//! PostgreSQL: a pool, READ COMMITTED.

use std::sync::Arc;
use std::time::Duration;

use sqlx::error::ErrorKind;
use sqlx::postgres::{PgArguments, PgConnectOptions, PgPoolOptions};
use sqlx::query::Query;
use sqlx::{Connection as _, PgConnection, PgPool, SqlStr};

use super::{FOREIGN_KEY, Row, StoreError, Value};

pub(super) type Transaction = sqlx::Transaction<'static, sqlx::Postgres>;

/// The connections to one server.
#[derive(Clone, Debug)]
pub struct Postgres {
    pub(super) pool: PgPool,
    /// For migrations, which may take and wait as long as they need.
    pub(super) unlimited: Arc<PgConnectOptions>,
}

/// What a portal of several cores keeps busy; other portals share the server's 100.
const CONNECTIONS: u32 = 20;
/// A connection used so lately is not asked whether it still is one.
const FRESH: Duration = Duration::from_secs(2);

impl Postgres {
    pub(super) async fn open(url: &str) -> Result<Self, StoreError> {
        let options: PgConnectOptions = url
            .parse()
            .map_err(|_| StoreError::Other("the database's address is not one of PostgreSQL".to_owned()))?;
        let unlimited = options.application_name("zhida");
        // A forgotten transaction or a statement that waits for one must not hold up everybody.
        let options = unlimited.clone().options([
            ("lock_timeout", "10s"),
            ("statement_timeout", "120s"),
            ("idle_in_transaction_session_timeout", "60s"),
        ]);
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(Duration::from_secs(5))
            // Asking before every query whether the server is there would double its time. Connections that were
            // just in use are taken as they are, and one that turns out lost is replaced by another.
            .test_before_acquire(false)
            .before_acquire(|connection, meta| {
                Box::pin(async move {
                    if meta.idle_for > FRESH {
                        connection.ping().await?;
                    }
                    Ok(true)
                })
            })
            .connect_with(options)
            .await
            .map_err(error)?;
        Ok(Self {
            pool,
            unlimited: Arc::new(unlimited),
        })
    }

    pub(super) async fn begin(&self) -> Result<Transaction, StoreError> {
        let mut tries = 0;
        loop {
            let begun = self.pool.begin_with("BEGIN ISOLATION LEVEL READ COMMITTED").await;
            match begun {
                Err(problem) if is_lost(&problem) && tries < CONNECTIONS => tries += 1,
                begun => return begun.map_err(error),
            }
        }
    }
}

/// Reads on any connection; what a lost one did not answer is asked again.
pub(super) async fn read(pool: &PgPool, sql: SqlStr, values: Vec<Value>) -> Result<Vec<Row>, StoreError> {
    let mut tries = 0;
    loop {
        let mut connection = pool.acquire().await.map_err(error)?;
        let rows = query(sql.clone(), values.clone()).fetch_all(&mut *connection).await;
        match rows {
            Err(problem) if is_lost(&problem) && tries < CONNECTIONS => tries += 1,
            rows => return Ok(rows.map_err(error)?.into_iter().map(Row::Postgres).collect()),
        }
    }
}

/// The connection is gone, or the server is saying so.
fn is_lost(problem: &sqlx::Error) -> bool {
    match problem {
        sqlx::Error::Io(_) => true,
        sqlx::Error::Database(problem) => problem.code().is_some_and(|code| code.starts_with("57P")),
        _ => false,
    }
}

pub(super) async fn all(
    connection: &mut PgConnection,
    sql: SqlStr,
    values: Vec<Value>,
) -> Result<Vec<Row>, StoreError> {
    let rows = query(sql, values).fetch_all(connection).await.map_err(error)?;
    Ok(rows.into_iter().map(Row::Postgres).collect())
}

pub(super) async fn execute(connection: &mut PgConnection, sql: SqlStr, values: Vec<Value>) -> Result<u64, StoreError> {
    let done = query(sql, values).execute(connection).await.map_err(error)?;
    Ok(done.rows_affected())
}

fn query(sql: SqlStr, values: Vec<Value>) -> Query<'static, sqlx::Postgres, PgArguments> {
    values.into_iter().fold(sqlx::query(sql), |query, value| match value {
        Value::Text(value) => query.bind(value),
        Value::Int(value) => query.bind(value),
        Value::Bytes(value) => query.bind(value),
    })
}

/// SQLSTATEs, and classes of them, that mean "later": connections, resources, shutdown, locks, time limits, deadlock.
const LATER: [&str; 7] = ["08", "53", "57", "55P03", "40", "25006", "25P03"];

#[expect(clippy::needless_pass_by_value, reason = "it is what map_err gives")]
pub(super) fn error(error: sqlx::Error) -> StoreError {
    match &error {
        sqlx::Error::Database(problem) => match (problem.kind(), problem.constraint()) {
            (ErrorKind::ForeignKeyViolation, _) => StoreError::Conflict(FOREIGN_KEY.to_owned()),
            (ErrorKind::UniqueViolation | ErrorKind::CheckViolation, Some(name)) => {
                StoreError::Conflict(name.to_owned())
            }
            _ => {
                let code = problem.code().unwrap_or_default();
                if LATER.iter().any(|start| code.starts_with(start)) {
                    tracing::warn!(%code, "the database asks to try later");
                    StoreError::Unavailable
                } else {
                    StoreError::Other(format!("{code} {}", problem.message()))
                }
            }
        },
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::Protocol(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed => {
            tracing::warn!(%error, "no connection to the database");
            StoreError::Unavailable
        }
        other => StoreError::Other(other.to_string()),
    }
}
