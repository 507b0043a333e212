//! SQLite: readers, and exactly one writer with group commit.
//!
//! A commit costs a sync of the disk, however much is in it. So the one connection that writes belongs to a task: it
//! lends the connection to one transaction after the other, each inside a savepoint of its own, and commits when
//! nobody waits any more or the group is full. A transaction's `commit` returns when the group's has.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sqlx::error::ErrorKind;
use sqlx::query::Query;
use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Connection as _, SqlStr, SqlitePool};
use tokio::sync::{mpsc, oneshot};

use super::file::make_private_folder;
use super::{FOREIGN_KEY, Row, StoreError, Value, migrations};

/// One database file.
#[derive(Clone, Debug)]
pub struct Sqlite {
    pub(super) readers: SqlitePool,
    pub(super) options: Arc<SqliteConnectOptions>,
    queue: mpsc::Sender<Message>,
}

/// How many transactions may share one commit.
const GROUP: usize = 64;
/// How many may wait for the writer; more are told to come later.
const WAITING: usize = 1024;
/// How long one waits for the writer.
const PATIENCE: Duration = Duration::from_secs(15);
const READERS: u32 = 8;

enum Message {
    Begin(Request),
    Close(oneshot::Sender<()>),
}

type Request = oneshot::Sender<Result<Lease, StoreError>>;

impl Sqlite {
    pub(super) async fn open(path: &Path) -> Result<Self, StoreError> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            let made = make_private_folder(folder);
            made.map_err(|problem| StoreError::Other(format!("{} cannot be made: {problem}", folder.display())))?;
        }
        make_private(path)?;
        let options = SqliteConnectOptions::new()
            .filename(path)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .pragma("temp_store", "memory")
            .pragma("cache_size", "-16000");
        let writer = options
            .clone()
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full);
        let connection = SqliteConnection::connect_with(&writer).await.map_err(error)?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .test_before_acquire(false)
            .acquire_timeout(Duration::from_secs(10))
            // Reading from the mapped file copies no pages: lists over many cases are twice as quick.
            .connect_with(options.pragma("query_only", "1").pragma("mmap_size", "1073741824"))
            .await
            .map_err(error)?;
        let options = Arc::new(writer);
        let (queue, messages) = mpsc::channel(WAITING);
        let writer = Writer {
            options: options.clone(),
            connection: Some(connection),
        };
        tokio::spawn(writer.run(messages));
        Ok(Self {
            readers,
            options,
            queue,
        })
    }

    pub(super) async fn begin(&self) -> Result<Lease, StoreError> {
        let (request, answer) = oneshot::channel();
        self.queue
            .try_send(Message::Begin(request))
            .map_err(|_| StoreError::Unavailable)?;
        match tokio::time::timeout(PATIENCE, answer).await {
            Ok(Ok(lease)) => lease,
            Ok(Err(_)) => Err(StoreError::Unavailable),
            Err(_) => {
                tracing::warn!("the writer is held by one transaction for too long");
                Err(StoreError::Unavailable)
            }
        }
    }

    pub(super) async fn close(&self) {
        let (closed, answer) = oneshot::channel();
        if self.queue.send(Message::Close(closed)).await.is_ok() {
            answer.await.ok();
        }
        self.readers.close().await;
    }
}

/// `sqlite:data/zhida.db` → `data/zhida.db`
pub(super) fn path_of(url: &str) -> &Path {
    let path = url.strip_prefix("sqlite:").unwrap_or(url);
    Path::new(path.strip_prefix("//").unwrap_or(path))
}

/// An empty file is a new database. Its log gets the same rights.
#[cfg(unix)]
fn make_private(path: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = std::fs::OpenOptions::new();
    match options.write(true).create_new(true).mode(0o600).open(path) {
        Err(problem) if problem.kind() != std::io::ErrorKind::AlreadyExists => Err(StoreError::Other(format!(
            "{} cannot be made: {problem}",
            path.display()
        ))),
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
fn make_private(_: &Path) -> Result<(), StoreError> {
    Ok(())
}

/// The writing connection, lent to one transaction. It goes back when this is dropped, whatever happened.
#[derive(Debug)]
pub struct Lease {
    connection: Option<SqliteConnection>,
    back: Option<oneshot::Sender<Returned>>,
}

#[derive(Debug)]
struct Returned {
    connection: SqliteConnection,
    /// Who waits for the commit; without, the transaction is taken back.
    committed: Option<Committed>,
}

type Committed = oneshot::Sender<Result<(), StoreError>>;

impl Lease {
    pub(super) fn connection(&mut self) -> Result<&mut SqliteConnection, StoreError> {
        self.connection.as_mut().ok_or(StoreError::Unavailable)
    }

    pub(super) async fn commit(mut self) -> Result<(), StoreError> {
        let (committed, answer) = oneshot::channel();
        self.give_back(Some(committed));
        answer.await.unwrap_or(Err(StoreError::Unavailable))
    }

    fn give_back(&mut self, committed: Option<Committed>) {
        if let (Some(connection), Some(back)) = (self.connection.take(), self.back.take()) {
            back.send(Returned { connection, committed }).ok();
        }
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        self.give_back(None);
    }
}

/// The task that owns the writing connection.
struct Writer {
    options: Arc<SqliteConnectOptions>,
    /// None after it broke: then it is opened again when needed.
    connection: Option<SqliteConnection>,
}

/// What the planner should know of tables that have grown, whoever asks of them (0x10000); a few milliseconds.
pub(super) const LEARN: [&str; 2] = ["PRAGMA analysis_limit = 400", "PRAGMA optimize = 0x10002"];

impl Writer {
    async fn run(mut self, mut messages: mpsc::Receiver<Message>) {
        while let Some(message) = messages.recv().await {
            let closed = match message {
                Message::Begin(request) => self.group(request, &mut messages).await,
                Message::Close(closed) => Some(closed),
            };
            if let Some(closed) = closed {
                messages.close();
                if let Some(mut connection) = self.connection.take() {
                    for learn in LEARN {
                        run(&mut connection, learn).await.ok();
                    }
                    connection.close().await.ok();
                }
                closed.send(()).ok();
                return;
            }
        }
    }

    /// One outer transaction: the first request and those that wait when one is done. Answers who asked to close.
    async fn group(&mut self, first: Request, messages: &mut mpsc::Receiver<Message>) -> Option<oneshot::Sender<()>> {
        let mut connection = match self.outer().await {
            Ok(connection) => connection,
            Err(problem) => {
                first.send(Err(problem)).ok();
                return None;
            }
        };
        let mut close = None;
        let mut waiting = Vec::new();
        let mut next = Some(first);
        let mut members = 0;
        while let Some(request) = next.take() {
            connection = match lend(connection, request, &mut waiting).await {
                Ok(connection) => connection,
                Err(problem) => {
                    // The connection went down with what this group has done.
                    tracing::error!(%problem, "a group of transactions is lost");
                    answer_all(waiting, || Err(StoreError::Unavailable));
                    return close;
                }
            };
            members += 1;
            if members < GROUP {
                match messages.try_recv() {
                    Ok(Message::Begin(request)) => next = Some(request),
                    Ok(Message::Close(closed)) => close = Some(closed),
                    Err(_) => {}
                }
            }
        }
        metrics::histogram!("zhida_store_group").record(u32::try_from(members).unwrap_or(u32::MAX));
        let end = if waiting.is_empty() { "ROLLBACK" } else { "COMMIT" };
        match run(&mut connection, end).await {
            Ok(()) => {
                self.connection = Some(connection);
                answer_all(waiting, || Ok(()));
            }
            Err(problem) => {
                // Dropping the connection takes everything back.
                tracing::error!(%problem, "a group of transactions could not be committed");
                answer_all(waiting, || Err(StoreError::Unavailable));
            }
        }
        close
    }

    async fn outer(&mut self) -> Result<SqliteConnection, StoreError> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => SqliteConnection::connect_with(&self.options).await.map_err(error)?,
        };
        // IMMEDIATE: another program (a command beside the server) is waited for here, not in the middle.
        run(&mut connection, "BEGIN IMMEDIATE").await?;
        Ok(connection)
    }
}

/// Lends the connection to one transaction inside a savepoint, and takes it back.
async fn lend(
    mut connection: SqliteConnection,
    request: Request,
    waiting: &mut Vec<Committed>,
) -> Result<SqliteConnection, StoreError> {
    run(&mut connection, "SAVEPOINT item").await?;
    let (back, returned) = oneshot::channel();
    let lease = Lease {
        connection: Some(connection),
        back: Some(back),
    };
    // Who no longer waits drops the lease unread, and so gives it back.
    request.send(Ok(lease)).ok();
    let returned = returned.await.map_err(|_| StoreError::Unavailable)?;
    let mut connection = returned.connection;
    let Some(committed) = returned.committed else {
        run(&mut connection, "ROLLBACK TO item").await?;
        run(&mut connection, "RELEASE item").await?;
        return Ok(connection);
    };
    // Kept first: whatever fails from here on, it is told.
    waiting.push(committed);
    run(&mut connection, "RELEASE item").await?;
    Ok(connection)
}

fn answer_all(waiting: Vec<Committed>, answer: impl Fn() -> Result<(), StoreError>) {
    for committed in waiting {
        committed.send(answer()).ok();
    }
}

async fn run(connection: &mut SqliteConnection, sql: &'static str) -> Result<(), StoreError> {
    sqlx::query(sql).execute(connection).await.map_err(error)?;
    Ok(())
}

pub(super) async fn all(
    connection: &mut SqliteConnection,
    sql: SqlStr,
    values: Vec<Value>,
) -> Result<Vec<Row>, StoreError> {
    let rows = query(sql, values).fetch_all(connection).await.map_err(error)?;
    Ok(rows.into_iter().map(Row::Sqlite).collect())
}

pub(super) async fn execute(
    connection: &mut SqliteConnection,
    sql: SqlStr,
    values: Vec<Value>,
) -> Result<u64, StoreError> {
    let done = query(sql, values).execute(connection).await.map_err(error)?;
    Ok(done.rows_affected())
}

fn query(sql: SqlStr, values: Vec<Value>) -> Query<'static, sqlx::Sqlite, SqliteArguments> {
    values.into_iter().fold(sqlx::query(sql), |query, value| match value {
        Value::Text(value) => query.bind(value),
        Value::Int(value) => query.bind(value),
        Value::Bytes(value) => query.bind(value),
    })
}

/// Primary result codes that mean "later": BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN.
const LATER: [i32; 6] = [5, 6, 8, 10, 13, 14];

#[expect(clippy::needless_pass_by_value, reason = "it is what map_err gives")]
pub(super) fn error(error: sqlx::Error) -> StoreError {
    match &error {
        sqlx::Error::Database(problem) => {
            let message = problem.message();
            let code: i32 = problem.code().and_then(|code| code.parse().ok()).unwrap_or_default();
            match problem.kind() {
                ErrorKind::ForeignKeyViolation => StoreError::Conflict(FOREIGN_KEY.to_owned()),
                ErrorKind::UniqueViolation => StoreError::Conflict(migrations::unique_name(after_colon(message))),
                ErrorKind::CheckViolation => StoreError::Conflict(after_colon(message).to_owned()),
                _ if LATER.contains(&(code & 0xff)) => {
                    tracing::warn!(code, message, "the database asks to try later");
                    StoreError::Unavailable
                }
                _ => StoreError::Other(format!("{code} {message}")),
            }
        }
        sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => {
            tracing::warn!(%error, "no connection to the database");
            StoreError::Unavailable
        }
        other => StoreError::Other(other.to_string()),
    }
}

/// `UNIQUE constraint failed: event.stream, event.seq` → `event.stream, event.seq`
fn after_colon(message: &str) -> &str {
    message.split_once(": ").map_or(message, |(_, rest)| rest)
}
