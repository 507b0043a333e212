//! The services as they are at start: those built in, with a folder of the operator's laid over them.

use std::path::{Path, PathBuf};
use std::{fs, io};

use zhida::catalogue::{Catalogue, LoadError, SourceFile, definition_text};
use zhida_app::text::{Language, Level, Source, TextError, Texts, texts_with};

use crate::shipped;

/// Services and words, checked against each other.
#[derive(Debug)]
pub struct Loaded {
    /// The services.
    pub catalogue: Catalogue,
    /// The portal's words and the services'.
    pub texts: Texts,
    /// Every file they were read from, in the order of paths.
    pub files: Vec<SourceFile>,
}

/// Why the services cannot be used: one sentence for the engineer who wrote them.
#[derive(Debug, thiserror::Error)]
pub enum LoadProblem {
    /// A folder or file cannot be read.
    #[error("{}: {problem}", path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What the system says.
        problem: io::Error,
    },
    /// A definition is wrong.
    #[error(transparent)]
    Definition(#[from] LoadError),
    /// A file of words is wrong.
    #[error(transparent)]
    Words(#[from] TextError),
    /// Words are missing.
    #[error("services/{path}:1:1: the text `{id}` has no words in {language} (docs/ADDING-A-SERVICE.md)")]
    NoWords {
        /// The file that needs them.
        path: String,
        /// Their id.
        id: String,
        /// The language without them.
        language: &'static str,
    },
}

/// Loads the built-in services; files of `over` replace those of the same path and add the others.
///
/// # Errors
/// The first mistake, with its place.
pub fn load(over: Option<&Path>) -> Result<Loaded, LoadProblem> {
    let mut files: Vec<SourceFile> = shipped::SERVICES
        .iter()
        .map(|(path, text)| SourceFile {
            path: (*path).to_owned(),
            text: (*text).to_owned(),
        })
        .collect();
    if let Some(folder) = over {
        for file in read_folder(folder)? {
            files.retain(|shipped| shipped.path != file.path);
            files.push(file);
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));

    let catalogue = Catalogue::load(&files)?;
    let texts = texts_with(files.iter().filter_map(words_of))?;
    for needed in catalogue.needed_texts() {
        for language in Language::ALL {
            if !texts.has(language, Level::Standard, &needed.id) {
                return Err(LoadProblem::NoWords {
                    path: needed.path,
                    id: needed.id,
                    language: language.code(),
                });
            }
        }
    }
    Ok(Loaded {
        catalogue,
        texts,
        files,
    })
}

impl Loaded {
    /// Every service's definition as it is kept with the cases that were filed under it: the hash, and the texts
    /// that the hash is made of.
    pub fn definitions(&self) -> Vec<(String, String)> {
        let file = |path: &str| self.files.iter().find(|file| file.path == path);
        let shared = ["facts.toml", "policy/keys.toml"];
        let services = self.catalogue.services.iter();
        let whole = services.map(|service| {
            let own = format!("{}/service.toml", service.code);
            let parts = shared.into_iter().chain([own.as_str()]).filter_map(file);
            (service.definition.clone(), definition_text(parts))
        });
        whole.collect()
    }
}

/// A file of words, if it is one: its name says in which language.
fn words_of(file: &SourceFile) -> Option<Source<'_>> {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let (language, level) = match name {
        "text.zh-CN.ftl" => (Language::ZhCn, Level::Standard),
        "text.en.ftl" => (Language::En, Level::Standard),
        "text.easy.ftl" => (Language::ZhCn, Level::Easy),
        _ => return None,
    };
    Some(Source {
        language,
        level,
        file: &file.path,
        text: &file.text,
    })
}

fn read_folder(root: &Path) -> Result<Vec<SourceFile>, LoadProblem> {
    let mut files = Vec::new();
    collect(root, root, &mut files)?;
    Ok(files)
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<SourceFile>) -> Result<(), LoadProblem> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |problem| LoadProblem::Unreadable { path, problem }
    };
    for entry in fs::read_dir(folder).map_err(unreadable(folder))? {
        let path = entry.map_err(unreadable(folder))?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if path
            .extension()
            .is_some_and(|ending| ending == "toml" || ending == "ftl")
        {
            let text = fs::read_to_string(&path).map_err(unreadable(&path))?;
            let inside = path
                .strip_prefix(root)
                .unwrap_or(&path)
                .to_string_lossy()
                .replace('\\', "/");
            files.push(SourceFile { path: inside, text });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use sha2::Digest as _;

    use super::*;

    #[test]
    fn the_built_in_services_load_with_their_words() {
        let loaded = load(None).unwrap();
        assert_eq!(loaded.catalogue.services.len(), 2);
    }

    #[test]
    fn a_definition_is_the_text_behind_its_hash() {
        for (hash, text) in load(None).unwrap().definitions() {
            let digest = data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(text.as_bytes()));
            assert_eq!(hash, format!("sha256:{digest}"));
        }
    }

    #[test]
    fn a_folder_lies_over_the_built_in_services() {
        let folder = tempfile::tempdir().unwrap();
        let shipped = load(None).unwrap();
        let care = shipped
            .files
            .iter()
            .find(|file| file.path == "care_subsidy/service.toml")
            .unwrap();
        fs::create_dir(folder.path().join("care_subsidy")).unwrap();
        let changed = format!("{}\n# ours\n", care.text);
        fs::write(folder.path().join("care_subsidy/service.toml"), changed).unwrap();
        let loaded = load(Some(folder.path())).unwrap();
        let hash = |loaded: &Loaded| loaded.catalogue.service("care_subsidy").unwrap().definition.clone();
        assert_ne!(hash(&loaded), hash(&shipped));

        fs::write(folder.path().join("care_subsidy/service.toml"), "code = \"care_subsidy\"\n[[note]]\nid = \"NEW\"\nwhen = 'no.such.fact'\n[amount]\nmonthly = 'policy.care_monthly'\n").unwrap();
        let problem = load(Some(folder.path())).unwrap_err().to_string();
        assert!(
            problem.starts_with("services/care_subsidy/service.toml:4:"),
            "{problem}"
        );
        assert!(load(Some(Path::new("/no/such/folder"))).is_err());
    }
}
