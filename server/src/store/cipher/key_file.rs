//! The key file, and whether it fits the database.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use data_encoding::BASE64;
use serde::{Deserialize, Serialize};

use super::{Keys, KeysProblem, Secret, mac};
use crate::store::{Store, StoreError, meta};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    current: u16,
    lookup: String,
    seal: String,
    encryption: BTreeMap<String, String>,
}

const HEAD: &str = "\
# The keys of this portal. Whoever has them and the database reads everything; without them nobody reads it again.
# Keep a copy in another place than the data and its backups.

";

/// The keys of a migrated database: made when it is new, and otherwise the ones it was made with.
///
/// # Errors
/// A missing file, or one of another database.
pub async fn unlock(store: &Store, path: &Path) -> Result<Keys, KeysProblem> {
    let database = |problem: StoreError| KeysProblem(format!("The database does not answer: {problem}."));
    let known = meta::list(&mut store.read(), "key:").await.map_err(database)?;
    let keys = Keys::load_or_create(path, known.is_empty())?;
    let own = keys.fingerprints();
    for (name, fingerprint) in &known {
        match own.get(name) {
            Some(own) if own == fingerprint => {}
            Some(_) => return Err(not_of_this_database(path)),
            None => {
                return Err(KeysProblem(format!(
                    "The key file {} lacks a key that data is encrypted with ({name}); put the complete file back.",
                    path.display()
                )));
            }
        }
    }
    if own.len() > known.len() {
        let mut tx = store.begin().await.map_err(database)?;
        for (name, fingerprint) in &own {
            meta::insert_once(&mut tx, name, fingerprint).await.map_err(database)?;
        }
        tx.commit().await.map_err(database)?;
    }
    Ok(keys)
}

fn not_of_this_database(path: &Path) -> KeysProblem {
    KeysProblem(format!(
        "The keys in {} are not those of this database; put the file back that it was made with, or set ZHIDA_KEYS.",
        path.display()
    ))
}

pub(super) fn load_or_create(path: &Path, database_is_new: bool) -> Result<Keys, KeysProblem> {
    match fs::read_to_string(path) {
        Ok(text) => {
            check_rights(path)?;
            Keys::read(&text).ok_or_else(|| KeysProblem(format!("{} is not a key file of Zhida.", path.display())))
        }
        Err(problem) if problem.kind() == io::ErrorKind::NotFound && database_is_new => {
            let keys = Keys::generate();
            keys.save(path)?;
            Ok(keys)
        }
        Err(problem) if problem.kind() == io::ErrorKind::NotFound => Err(KeysProblem(format!(
            "The key file {} is missing, and without it the data in the database cannot be read; put it back, or set ZHIDA_KEYS.",
            path.display()
        ))),
        Err(problem) => Err(cannot("read", path, &problem)),
    }
}

impl Keys {
    fn read(text: &str) -> Option<Self> {
        let file: KeyFile = toml::from_str(text).ok()?;
        let mut encryption = BTreeMap::new();
        for (id, secret) in &file.encryption {
            encryption.insert(id.parse().ok()?, read_secret(secret)?);
        }
        encryption.contains_key(&file.current).then_some(())?;
        Some(Self {
            current: file.current,
            encryption,
            lookup: read_secret(&file.lookup)?,
            seal: read_secret(&file.seal)?,
        })
    }

    /// Writes the file whole or not at all, readable by its owner alone.
    ///
    /// # Errors
    /// The folder cannot be written to.
    pub fn save(&self, path: &Path) -> Result<(), KeysProblem> {
        let show = |secret: &Secret| BASE64.encode(secret);
        let shape = KeyFile {
            current: self.current,
            lookup: show(&self.lookup),
            seal: show(&self.seal),
            encryption: self
                .encryption
                .iter()
                .map(|(id, secret)| (id.to_string(), show(secret)))
                .collect(),
        };
        let text = toml::to_string(&shape).map_err(|problem| KeysProblem(format!("The keys: {problem}.")))?;
        let new = path.with_extension("toml.new");
        let written = write_private(&new, &format!("{HEAD}{text}")).and_then(|()| fs::rename(&new, path));
        written.map_err(|problem| cannot("write", path, &problem))
    }

    /// Which key is which, without telling it: kept in the database to notice a wrong key file.
    pub(in crate::store) fn fingerprints(&self) -> BTreeMap<String, String> {
        let print = |secret: &Secret| data_encoding::HEXLOWER.encode(&mac(secret, &[b"zhida key fingerprint"]));
        let mut all = BTreeMap::from([
            ("key:lookup".to_owned(), print(&self.lookup)),
            ("key:seal".to_owned(), print(&self.seal)),
        ]);
        for (id, secret) in &self.encryption {
            all.insert(format!("key:{id}"), print(secret));
        }
        all
    }
}

fn read_secret(text: &str) -> Option<Secret> {
    BASE64.decode(text.as_bytes()).ok()?.try_into().ok()
}

fn cannot(verb: &str, path: &Path, problem: &io::Error) -> KeysProblem {
    KeysProblem(format!("Cannot {verb} the key file {}: {problem}.", path.display()))
}

fn write_private(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // A leftover of a start that was cut off.
    if path.exists() {
        fs::remove_file(path)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(unix)]
fn check_rights(path: &Path) -> Result<(), KeysProblem> {
    use std::os::unix::fs::PermissionsExt as _;
    let rights = fs::metadata(path).map_err(|problem| cannot("read", path, &problem))?;
    let others = rights.permissions().mode() % 0o10;
    if others == 0 {
        return Ok(());
    }
    Err(KeysProblem(format!(
        "Everybody on this machine can read the key file {0}; take that away with: chmod 600 {0}",
        path.display()
    )))
}

#[cfg(not(unix))]
fn check_rights(_: &Path) -> Result<(), KeysProblem> {
    Ok(())
}
