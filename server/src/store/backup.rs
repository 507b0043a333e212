//! Backups: the database as of one moment, the files, the anchors; never the keys.
//!
//! A backup is made while the portal runs. Files are written once and never changed, so they are copied before the
//! database and, those that came meanwhile, once more after it: whatever the copy of the database names is there.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, Connection as _};
use zhida::calendar::Instant;

use super::cipher::Keys;
use super::file::make_private_folder;
use super::{Query as _, Store, StoreError, params, seal, sqlite};

mod postgres;

/// What a backup is of, and what a restore makes.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The database's address.
    pub url: &'a str,
    /// The data folder.
    pub data: &'a Path,
}

/// What lies in a backup; written last, so that half a backup has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// 1
    pub format: u32,
    /// `sqlite` or `postgres`: a backup goes back into the same.
    pub engine: String,
    /// When it was begun, in milliseconds since 1970.
    pub at: i64,
    /// The last migration the database has had.
    pub schema: i64,
    /// How many files with evidence.
    pub files: u64,
    /// SHA-256 of the database's copy.
    pub database_sha256: String,
    /// Fingerprints of the keys that it needs.
    pub keys: BTreeMap<String, String>,
}

/// Why there is no backup, or no restored portal: one plain sentence.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct BackupProblem(String);

impl From<StoreError> for BackupProblem {
    fn from(problem: StoreError) -> Self {
        Self(format!("The database does not do it: {problem}."))
    }
}

const MANIFEST: &str = "backup.toml";

/// Makes a backup in a folder that is new or empty.
///
/// # Errors
/// The folder is in use, the disk is full, `pg_dump` is missing.
pub async fn make(
    store: &Store,
    place: Place<'_>,
    keys: &Keys,
    to: &Path,
    now: Instant,
) -> Result<Manifest, BackupProblem> {
    if !is_empty(to) {
        return Err(BackupProblem(format!(
            "{} is not empty; a backup goes into a new folder.",
            to.display()
        )));
    }
    make_private_folder(to).map_err(|problem| cannot("make", to, &problem))?;
    let anchors = place.data.join("anchors");
    seal::insert(store, keys, &anchors, now).await?;
    let migrations = store.migrations().await?;

    copy_new(&place.data.join("files"), &to.join("files"))?;
    let database = to.join(database_name(store));
    match store {
        Store::Sqlite(engine) => {
            let mut connection = SqliteConnection::connect_with(&engine.options)
                .await
                .map_err(sqlite::error)?;
            let quoted = database.display().to_string().replace('\'', "''");
            let copied = sqlx::query(AssertSqlSafe(format!("VACUUM INTO '{quoted}'")))
                .execute(&mut connection)
                .await;
            connection.close().await.ok();
            copied.map_err(sqlite::error)?;
        }
        Store::Postgres(_) => postgres::dump(place.url, &database).await?,
    }
    keep_private(&database).map_err(|problem| cannot("close", &database, &problem))?;
    let files = copy_new(&place.data.join("files"), &to.join("files"))?;
    copy_new(&anchors, &to.join("anchors"))?;

    let manifest = Manifest {
        format: 1,
        engine: engine_name(store).to_owned(),
        at: now.epoch_ms(),
        schema: migrations.applied.into_iter().max().unwrap_or_default(),
        files,
        database_sha256: sha256(&database).map_err(|problem| cannot("read", &database, &problem))?,
        keys: keys.fingerprints(),
    };
    let text = toml::to_string(&manifest).map_err(|problem| BackupProblem(problem.to_string()))?;
    let path = to.join(MANIFEST);
    let written = fs::write(&path, text).and_then(|()| keep_private(&path));
    written.map_err(|problem| cannot("write", &path, &problem))?;
    Ok(manifest)
}

/// Puts a backup into an empty database and an empty data folder; the keys must be there already.
///
/// # Errors
/// Something is not empty, or not what the backup says; other keys; another kind of database.
pub async fn restore(from: &Path, place: Place<'_>, key_file: &Path) -> Result<Manifest, BackupProblem> {
    let manifest = read_manifest(from)?;
    let keys = Keys::load_or_create(key_file, false).map_err(|problem| BackupProblem(problem.to_string()))?;
    let own = keys.fingerprints();
    if manifest.keys.iter().any(|(name, print)| own.get(name) != Some(print)) {
        return Err(BackupProblem(format!(
            "The keys in {} are not those that this backup needs; put the portal's key file there, or set ZHIDA_KEYS.",
            key_file.display()
        )));
    }
    for folder in ["files", "anchors"] {
        let folder = place.data.join(folder);
        if !is_empty(&folder) {
            return Err(BackupProblem(format!(
                "{} is not empty; a backup is restored into an empty data folder.",
                folder.display()
            )));
        }
    }
    let is_sqlite = place.url.starts_with("sqlite:");
    if is_sqlite != (manifest.engine == "sqlite") {
        return Err(BackupProblem(format!(
            "The backup is one of {}, and ZHIDA_DATABASE_URL names another kind of database.",
            manifest.engine
        )));
    }
    let database = from.join(if is_sqlite { "zhida.db" } else { "zhida.dump" });
    let found = sha256(&database).map_err(|problem| cannot("read", &database, &problem))?;
    if found != manifest.database_sha256 {
        return Err(BackupProblem(format!(
            "{} is not as the backup wrote it; use another copy.",
            database.display()
        )));
    }
    if is_sqlite {
        put_back_sqlite(&database, sqlite::path_of(place.url))?;
    } else {
        let store = Store::open(place.url).await?;
        let tables = "SELECT count(*) AS n FROM information_schema.tables WHERE table_schema = current_schema()";
        let tables = store.read().one(tables, params![]).await?.int("n")?;
        store.close().await;
        if tables > 0 {
            return Err(BackupProblem(
                "The database that ZHIDA_DATABASE_URL names is not empty.".to_owned(),
            ));
        }
        postgres::restore(place.url, &database).await?;
    }
    copy_new(&from.join("anchors"), &place.data.join("anchors"))?;
    let files = copy_new(&from.join("files"), &place.data.join("files"))?;
    if files != manifest.files {
        return Err(BackupProblem(format!(
            "The backup lacks files: it says {}, and {files} are there.",
            manifest.files
        )));
    }
    Ok(manifest)
}

fn read_manifest(from: &Path) -> Result<Manifest, BackupProblem> {
    let path = from.join(MANIFEST);
    let text = fs::read_to_string(&path).map_err(|_| {
        BackupProblem(format!(
            "{} is not a complete backup: it has no {MANIFEST}.",
            from.display()
        ))
    })?;
    let manifest: Manifest = toml::from_str(&text)
        .map_err(|problem| BackupProblem(format!("{}: {}.", path.display(), problem.message())))?;
    if manifest.format == 1 {
        Ok(manifest)
    } else {
        Err(BackupProblem(format!(
            "{} was made by a newer version of the program.",
            from.display()
        )))
    }
}

fn put_back_sqlite(from: &Path, to: &Path) -> Result<(), BackupProblem> {
    if to.exists() {
        return Err(BackupProblem(format!("There is a database already: {}.", to.display())));
    }
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        make_private_folder(folder).map_err(|problem| cannot("make", folder, &problem))?;
    }
    copy_whole(from, to).map_err(|problem| cannot("write", to, &problem))
}

fn engine_name(store: &Store) -> &'static str {
    match store {
        Store::Sqlite(_) => "sqlite",
        Store::Postgres(_) => "postgres",
    }
}

fn database_name(store: &Store) -> &'static str {
    match store {
        Store::Sqlite(_) => "zhida.db",
        Store::Postgres(_) => "zhida.dump",
    }
}

fn is_empty(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(problem) => problem.kind() == io::ErrorKind::NotFound,
    }
}

/// Copies what is not there yet, folders included; how many files the copy has.
fn copy_new(from: &Path, to: &Path) -> Result<u64, BackupProblem> {
    if !from.exists() {
        return Ok(0);
    }
    make_private_folder(to).map_err(|problem| cannot("make", to, &problem))?;
    let mut files = 0;
    let entries = fs::read_dir(from).map_err(|problem| cannot("read", from, &problem))?;
    for entry in entries {
        let entry = entry.map_err(|problem| cannot("read", from, &problem))?;
        let (path, copy) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            files += copy_new(&path, &copy)?;
        } else if copy.exists() {
            files += 1;
        } else {
            match copy_whole(&path, &copy) {
                Ok(()) => files += 1,
                // Deleted just now; the database's copy may no longer name it, or an earlier pass has it.
                Err(problem) if problem.kind() == io::ErrorKind::NotFound => {}
                Err(problem) => return Err(cannot("copy", &path, &problem)),
            }
        }
    }
    Ok(files)
}

fn copy_whole(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to)?;
    keep_private(to)?;
    fs::File::open(to)?.sync_all()
}

/// A file of a backup is its owner's alone, wherever the folder is carried.
fn keep_private(path: &Path) -> io::Result<()> {
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))
}

fn sha256(path: &Path) -> io::Result<String> {
    let mut hash = Sha256::new();
    let mut file = fs::File::open(path)?;
    let mut buffer = vec![0; 1 << 20];
    loop {
        let read = io::Read::read(&mut file, &mut buffer)?;
        if read == 0 {
            return Ok(data_encoding::HEXLOWER.encode(&hash.finalize()));
        }
        hash.update(&buffer[..read]);
    }
}

fn cannot(verb: &str, path: &Path, problem: &io::Error) -> BackupProblem {
    BackupProblem(format!("Cannot {verb} {}: {problem}.", path.display()))
}
