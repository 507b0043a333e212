//! The shipped `services/` folder, read from disk.

#![allow(dead_code, clippy::allow_attributes, reason = "each test file uses its part")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot read the services has failed"
)]

use std::fs;
use std::path::{Path, PathBuf};

use zhida::catalogue::{Catalogue, SourceFile};

pub fn files() -> Vec<SourceFile> {
    // The tests of the program use this too, from their own folder.
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = [package, package.parent().unwrap()].map(|folder| folder.join("services"));
    let root = root.into_iter().find(|folder| folder.is_dir()).unwrap();
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    files
}

/// The shipped folder, and beside its services the invented one that the tests of the program add.
pub fn files_with_the_invented_one() -> Vec<SourceFile> {
    let mut files = files();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("server/tests/added");
    collect(&root, &root, &mut files);
    files
}

pub fn catalogue() -> Catalogue {
    Catalogue::load(&files()).unwrap_or_else(|error| panic!("{error}"))
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<SourceFile>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            files.push(SourceFile {
                path: name,
                text: fs::read_to_string(&path).unwrap(),
            });
        }
    }
}
