//! A definition as it is kept with the cases filed under it, read again: the rules that those cases are judged by,
//! whatever the services say later.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::{Catalogue, LoadError, SourceFile, all, facts, service};
use crate::policy::{self, PolicyBook};

/// The files that decide in a service, inside `services/`, in order: those that are there make its definition.
pub fn definition_paths(service: &str) -> [String; 6] {
    [
        "facts.toml".to_owned(),
        format!("{service}/facts.toml"),
        "policy/keys.toml".to_owned(),
        format!("{service}/policy/keys.toml"),
        format!("{service}/items.toml"),
        format!("{service}/service.toml"),
    ]
}

/// The text a definition is kept as; its hash is [`Service::definition`](super::Service::definition).
pub fn definition_text<'f>(files: impl IntoIterator<Item = &'f SourceFile>) -> String {
    let mut text = String::new();
    for file in files {
        // Writing to a String cannot fail.
        let _ = write!(text, "{}\n{}\n{}", file.path, file.text.len(), file.text);
    }
    text
}

/// What a text is known by: `sha256:` and its SHA-256.
pub fn hash_of(text: &str) -> String {
    let mut hash = String::from("sha256:");
    for byte in Sha256::digest(text.as_bytes()) {
        // Writing to a String cannot fail.
        let _ = write!(hash, "{byte:02x}");
    }
    hash
}

impl Catalogue {
    /// The catalogue of one service that a kept definition is: its vocabulary, its facts, its rules. Without pages,
    /// dated values and the list of kinds of paper, which take no part in a definition.
    ///
    /// # Errors
    /// The first mistake found: the program may no longer read what an older one wrote.
    pub fn of_definition(text: &str) -> Result<Self, LoadError> {
        let files = files_of(text);
        let facts_files = all(&files, "facts.toml")?;
        let keys_files = all(&files, "policy/keys.toml")?;
        let service_file = files.iter().find(|file| file.path.ends_with("/service.toml"));
        let service_file = service_file.ok_or_else(|| facts_files[0].error_at(0, "a definition without a service"))?;
        let (mut vocabulary, facts) = facts::read_facts(&facts_files)?;
        for file in &keys_files {
            policy::read_keys(file, &mut vocabulary)?;
        }
        let shared: Vec<&SourceFile> = files.iter().filter(|file| file.path != service_file.path).collect();
        let against = service::Against {
            vocabulary: &vocabulary,
            running: None,
            shared: &shared,
        };
        let service = service::read_service(service_file, &against)?;
        Ok(Self {
            vocabulary,
            facts,
            pages: Vec::new(),
            evidence_kinds: Vec::new(),
            confirmations: Vec::new(),
            services: vec![service],
            shipped: PolicyBook::default(),
            profiles: Vec::new(),
            offices: super::OfficeDirectory::default(),
        })
    }
}

/// The files a definition was made of; what does not read as one ends the list.
fn files_of(text: &str) -> Vec<SourceFile> {
    let mut files = Vec::new();
    let mut rest = text;
    while let Some((path, text, after)) = next_file(rest) {
        files.push(SourceFile {
            path: path.to_owned(),
            text: text.to_owned(),
        });
        rest = after;
    }
    files
}

fn next_file(text: &str) -> Option<(&str, &str, &str)> {
    let (path, rest) = text.split_once('\n')?;
    let (length, rest) = rest.split_once('\n')?;
    let length = length.parse().ok()?;
    let (own, after) = rest.split_at_checked(length)?;
    Some((path, own, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> SourceFile {
        SourceFile {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn what_is_kept_reads_as_the_files_it_was_made_of() {
        let made = [
            file("a.toml", "残疾\n\n7\n"),
            file("b/service.toml", ""),
            file("c", "x"),
        ];
        let read = files_of(&definition_text(&made));
        let pairs = |files: &[SourceFile]| {
            files
                .iter()
                .map(|file| (file.path.clone(), file.text.clone()))
                .collect::<Vec<_>>()
        };
        assert_eq!(pairs(&read), pairs(&made));
    }

    #[test]
    fn what_was_cut_off_is_no_definition() {
        assert!(files_of("facts.toml\n100\nshort").is_empty());
        assert!(Catalogue::of_definition("facts.toml\n5\nwrong").is_err());
        assert!(Catalogue::of_definition("").is_err());
    }
}
