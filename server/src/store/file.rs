//! Evidence files: encrypted bytes on disk under random names, rows that say what they are, and where they are used.
//!
//! Bytes are written before the row and removed after it. What a crash leaves between the two has no row and is swept
//! away a day later.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zhida::calendar::Instant;

use super::cipher::Keys;
use super::{Query, Row, StoreError, Tx, params};
use crate::portal::random_bytes;

/// The folder of the bytes.
#[derive(Clone, Debug)]
pub struct Files {
    folder: PathBuf,
}

/// A file as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its id.
    pub id: Uuid,
    /// What it is, a media type: `image/jpeg`.
    pub kind: String,
    /// The name it came with.
    pub name: String,
    /// Its length in bytes, as it was before encryption.
    pub size: i64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Where its bytes are, under the folder.
    pub path: String,
    /// Who uploaded it: an account, an officer, a session.
    pub uploaded_by: String,
    /// When.
    pub at: Instant,
}

/// What a file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject<'a> {
    /// An application that is being written.
    Draft(&'a str),
    /// A case.
    Case(&'a str),
}

/// A file where it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileUse {
    /// The kind of evidence it is there: `certificate_copy`.
    pub kind: String,
    /// The file.
    pub file: File,
}

impl Files {
    /// The files of a data folder.
    pub fn new(data: &Path) -> Self {
        Self {
            folder: data.join("files"),
        }
    }

    /// Their folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Encrypts bytes onto the disk; where they are. Call it before the transaction that inserts the row.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] where the disk does not take them.
    pub async fn write(&self, keys: &Keys, id: Uuid, bytes: Vec<u8>) -> Result<Written, StoreError> {
        let name = data_encoding::HEXLOWER.encode(&random_bytes::<16>());
        let path = format!("{}/{name}", &name[..2]);
        let (whole, keys) = (self.folder.join(&path), keys.clone());
        let data = self.folder.parent().map(Path::to_owned);
        let work = move || -> io::Result<(usize, String)> {
            if data.is_some_and(|data| is_nearly_full(&data)) {
                return Err(io::ErrorKind::StorageFull.into());
            }
            let sha256 = data_encoding::HEXLOWER.encode(&Sha256::digest(&bytes));
            let sealed = keys.seal("file", "bytes", &id.to_string(), &bytes);
            write_synced(&whole, &sealed)?;
            Ok((bytes.len(), sha256))
        };
        let (length, sha256) = blocking(work).await?;
        Ok(Written {
            id,
            path,
            size: i64::try_from(length).unwrap_or(i64::MAX),
            sha256,
        })
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// Bytes that are missing or altered.
    pub async fn read(&self, keys: &Keys, file: &File) -> Result<Vec<u8>, StoreError> {
        let (whole, keys, id) = (self.folder.join(&file.path), keys.clone(), file.id);
        let opened = blocking(move || {
            let sealed = std::fs::read(whole)?;
            Ok(keys.open("file", "bytes", &id.to_string(), &sealed))
        });
        Ok(opened.await??)
    }

    /// Encrypts a file's bytes with the current key, where they have another; whether they had.
    pub(super) async fn reencrypt(&self, keys: &Keys, file: &File) -> Result<bool, StoreError> {
        let (whole, keys, id) = (self.folder.join(&file.path), keys.clone(), file.id.to_string());
        let work = move || {
            let sealed = std::fs::read(&whole)?;
            if Keys::key_of(&sealed) == Some(keys.current()) {
                return Ok(Ok(false));
            }
            let plain = match keys.open("file", "bytes", &id, &sealed) {
                Ok(plain) => plain,
                Err(problem) => return Ok(Err(problem)),
            };
            // A leftover of a time that was cut off.
            let new = whole.with_extension("new");
            std::fs::remove_file(&new).or_else(|problem| match problem.kind() {
                io::ErrorKind::NotFound => Ok(()),
                _ => Err(problem),
            })?;
            write_synced(&new, &keys.seal("file", "bytes", &id, &plain))?;
            std::fs::rename(&new, &whole)?;
            Ok(Ok(true))
        };
        Ok(blocking(work).await??)
    }

    /// Removes bytes. Call it after the transaction that deleted the row. Nothing happens where they are gone.
    pub async fn remove(&self, path: &str) -> Result<(), StoreError> {
        let whole = self.folder.join(path);
        blocking(move || match std::fs::remove_file(whole) {
            Err(problem) if problem.kind() != io::ErrorKind::NotFound => Err(problem),
            _ => Ok(()),
        })
        .await
    }

    /// Removes bytes older than a day that no row knows; their number.
    pub async fn sweep(&self, q: &mut impl Query, now: Instant) -> Result<usize, StoreError> {
        // The folder first: a row that comes in between is younger than a day.
        let folder = self.folder.clone();
        let before = now.epoch_ms() - 24 * 60 * 60 * 1000;
        let old = blocking(move || files_before(&folder, before)).await?;
        if old.is_empty() {
            return Ok(0);
        }
        let rows = q.all("SELECT path FROM file", params![]).await?;
        let known: HashSet<String> = rows.iter().map(|row| row.text("path")).collect::<Result<_, _>>()?;
        let mut swept = 0;
        for path in old.iter().filter(|path| !known.contains(*path)) {
            self.remove(path).await?;
            swept += 1;
        }
        Ok(swept)
    }
}

/// Bytes on the disk that have no row yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file's id.
    pub id: Uuid,
    /// Where they are.
    pub path: String,
    /// How many.
    pub size: i64,
    /// Their SHA-256, in hexadecimal.
    pub sha256: String,
}

/// What is known of a file when it comes.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// Its media type, found by looking at its bytes.
    pub kind: &'a str,
    /// The name it came with.
    pub name: &'a str,
    /// Who uploaded it.
    pub uploaded_by: &'a str,
    /// When.
    pub at: Instant,
}

/// The row of written bytes.
pub async fn insert(tx: &mut Tx, keys: &Keys, written: &Written, about: About<'_>) -> Result<(), StoreError> {
    let id = written.id.to_string();
    let name = keys.seal("file", "name", &id, about.name.as_bytes());
    tx.execute(
        "INSERT INTO file (id, kind, name, size, sha256, path, uploaded_by, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            &id,
            about.kind,
            name,
            written.size,
            &written.sha256,
            &written.path,
            about.uploaded_by,
            about.at
        ],
    )
    .await?;
    Ok(())
}

/// A file. Whether somebody may see it is asked before, of what it belongs to.
pub async fn find(q: &mut impl Query, keys: &Keys, id: Uuid) -> Result<Option<File>, StoreError> {
    let row = q
        .optional(
            "SELECT id, kind, name, size, sha256, path, uploaded_by, at FROM file WHERE id = $1",
            params![id],
        )
        .await?;
    row.map(|row| read(&row, keys)).transpose()
}

/// Deletes a file's row; where its bytes are, to be removed after the commit.
///
/// # Errors
/// [`StoreError::Conflict`] of [`super::FOREIGN_KEY`] while it is used.
pub async fn delete(tx: &mut Tx, id: Uuid) -> Result<Option<String>, StoreError> {
    let row = tx
        .optional("DELETE FROM file WHERE id = $1 RETURNING path", params![id])
        .await?;
    row.map(|row| row.text("path")).transpose()
}

/// Uses a file as a kind of evidence; nothing happens where it is used so already.
pub async fn insert_use(
    tx: &mut Tx,
    id: Uuid,
    subject: Subject<'_>,
    kind: &str,
    at: Instant,
) -> Result<(), StoreError> {
    let (of, subject_id) = subject.columns();
    tx.execute(
        "INSERT INTO file_use (file, subject, subject_id, kind, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (subject, subject_id, kind, file) DO NOTHING",
        params![id, of, subject_id, kind, at],
    )
    .await?;
    Ok(())
}

/// Ends the use of a file; whether it was used so.
pub async fn delete_use(tx: &mut Tx, id: Uuid, subject: Subject<'_>, kind: &str) -> Result<bool, StoreError> {
    let (of, subject_id) = subject.columns();
    let deleted = tx
        .execute(
            "DELETE FROM file_use WHERE file = $1 AND subject = $2 AND subject_id = $3 AND kind = $4",
            params![id, of, subject_id, kind],
        )
        .await?;
    Ok(deleted > 0)
}

/// Keeps the uses of these files as they are until the transaction ends; false where one of them has ended.
pub async fn hold_uses(tx: &mut Tx, subject: Subject<'_>, ids: &[String]) -> Result<bool, StoreError> {
    let (of, subject_id) = subject.columns();
    for id in ids {
        let held = "UPDATE file_use SET at = at WHERE file = $1 AND subject = $2 AND subject_id = $3";
        if tx.execute(held, params![id, of, subject_id]).await? == 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The files of a draft or case, in the order they came.
pub async fn list(q: &mut impl Query, keys: &Keys, subject: Subject<'_>) -> Result<Vec<FileUse>, StoreError> {
    let (of, subject_id) = subject.columns();
    let rows = q
        .all(
            "SELECT file_use.kind AS use_kind, file.id, file.kind, name, size, sha256, path, uploaded_by, file.at
             FROM file_use JOIN file ON file.id = file_use.file
             WHERE subject = $1 AND subject_id = $2 ORDER BY file_use.at, file.id",
            params![of, subject_id],
        )
        .await?;
    let uses = rows.iter().map(|row| {
        Ok(FileUse {
            kind: row.text("use_kind")?,
            file: read(row, keys)?,
        })
    });
    uses.collect()
}

/// The bytes of everything one of these uses.
pub async fn total_size(q: &mut impl Query, subject: Subject<'_>) -> Result<i64, StoreError> {
    let (of, subject_id) = subject.columns();
    let row = q
        .optional(
            "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) AS total FROM file_use JOIN file ON file.id = file_use.file
             WHERE subject = $1 AND subject_id = $2",
            params![of, subject_id],
        )
        .await?;
    row.map_or(Ok(0), |row| row.int("total"))
}

/// Whether a file is used by one of these; the door to its bytes.
pub async fn is_used(q: &mut impl Query, id: Uuid, subject: Subject<'_>) -> Result<bool, StoreError> {
    let (of, subject_id) = subject.columns();
    let row = q
        .optional(
            "SELECT 1 AS yes FROM file_use WHERE file = $1 AND subject = $2 AND subject_id = $3 LIMIT 1",
            params![id, of, subject_id],
        )
        .await?;
    Ok(row.is_some())
}

impl Subject<'_> {
    fn columns(&self) -> (&'static str, &str) {
        match self {
            Self::Draft(id) => ("draft", id),
            Self::Case(id) => ("case", id),
        }
    }
}

fn read(row: &Row, keys: &Keys) -> Result<File, StoreError> {
    let id = row.text("id")?;
    let name = keys.open("file", "name", &id, &row.bytes("name")?)?;
    Ok(File {
        kind: row.text("kind")?,
        name: String::from_utf8_lossy(&name).into_owned(),
        size: row.int("size")?,
        sha256: row.text("sha256")?,
        path: row.text("path")?,
        uploaded_by: row.text("uploaded_by")?,
        at: row.instant("at")?,
        id: id
            .parse()
            .map_err(|_| StoreError::Other(format!("file {id} has no id")))?,
    })
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> Result<T, StoreError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(problem)) if problem.kind() == io::ErrorKind::NotFound => {
            Err(StoreError::Other("a file of the data folder is missing".to_owned()))
        }
        Ok(Err(problem)) => {
            tracing::error!(%problem, "the data folder cannot be used");
            Err(StoreError::Unavailable)
        }
        Err(problem) => Err(StoreError::Other(problem.to_string())),
    }
}

/// What is left for the database, its log and everything else.
const LEFT_FREE: u64 = 512 * 1024 * 1024;

/// Whether a disk has no room for papers any more: the database on it must still be able to write.
fn is_nearly_full(folder: &Path) -> bool {
    rustix::fs::statvfs(folder).is_ok_and(|disk| disk.f_bavail.saturating_mul(disk.f_frsize) < LEFT_FREE)
}

/// On disk when this returns, folders included.
fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    use io::Write as _;
    let folder = path.parent().unwrap_or(Path::new("."));
    make_private_folder(folder)?;
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::File::open(folder)?.sync_all()
}

/// Makes a folder, and those it lies in, for its owner alone; what is there stays as it is.
pub(crate) fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// The paths under a folder of what was last written before a moment.
fn files_before(folder: &Path, before_ms: i64) -> io::Result<Vec<String>> {
    let before = UNIX_EPOCH + Duration::from_millis(u64::try_from(before_ms).unwrap_or_default());
    let mut found = Vec::new();
    if !folder.exists() {
        return Ok(found);
    }
    for shelf in std::fs::read_dir(folder)? {
        let shelf = shelf?;
        if !shelf.file_type()?.is_dir() {
            continue;
        }
        for file in std::fs::read_dir(shelf.path())? {
            let file = file?;
            if file.metadata()?.modified()? < before {
                let names = (shelf.file_name(), file.file_name());
                found.push(format!("{}/{}", names.0.to_string_lossy(), names.1.to_string_lossy()));
            }
        }
    }
    Ok(found)
}
