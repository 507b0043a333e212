//! The services as they are at start: those built in, with a folder of the operator's laid over them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use zhida::catalogue::{
    Catalogue, LoadError, NeededText, SourceFile, definition_paths, definition_text, line_and_column,
};
use zhida_app::text::{Language, Level, Source, TextError, Texts, hardships, texts_with};

use super::sign;
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
    own: Own,
}

/// Why the services cannot be used, for the engineer who wrote them.
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
    #[error("{0}")]
    Definition(String),
    /// A file of words is wrong.
    #[error(transparent)]
    Words(TextError),
    /// Words are missing: a line for each text.
    #[error("{}", said(.0))]
    NoWords(Vec<NoWords>),
    /// Words that nothing uses: a line for each text.
    #[error("{}", .0.join("\n"))]
    NoUse(Vec<String>),
    /// Nothing reads a file of that name.
    #[error("{file}: {why} (docs/ADDING-A-SERVICE.md)")]
    Unread {
        /// The file.
        file: String,
        /// What to do.
        why: &'static str,
    },
}

/// A text without words.
#[derive(Debug)]
pub struct NoWords {
    /// The file that needs them, and the place in it.
    place: String,
    /// Their id.
    id: String,
    /// The languages without them.
    languages: Vec<&'static str>,
}

/// So many missing texts are told at once.
const TOLD: usize = 30;

fn said(missing: &[NoWords]) -> String {
    let line = |text: &NoWords| {
        format!(
            "{}: the text `{}` has no words in {}",
            text.place,
            text.id,
            text.languages.join(" and ")
        )
    };
    let mut lines: Vec<String> = missing.iter().take(TOLD).map(line).collect();
    if missing.len() > TOLD {
        lines.push(format!("and {} more", missing.len() - TOLD));
    }
    lines
        .push("Words stand in the service's own text.zh-CN.ftl and text.en.ftl (docs/ADDING-A-SERVICE.md).".to_owned());
    lines.join("\n")
}

/// The operator's folder and the paths of the files in it, where there is one.
#[derive(Debug, Default)]
struct Own(Option<(PathBuf, Vec<String>)>);

impl Own {
    fn has(&self, path: &str) -> bool {
        self.0
            .as_ref()
            .is_some_and(|(_, own)| own.iter().any(|file| file == path))
    }

    /// A file as whoever reads a message finds it: in their own folder, or in `services/` of the sources.
    fn place(&self, path: &str) -> String {
        match &self.0 {
            Some((folder, _)) if self.has(path) => folder.join(path).display().to_string(),
            _ => format!("services/{path}"),
        }
    }

    fn told(&self, problem: &LoadError) -> String {
        format!(
            "{}:{}:{}: {}",
            self.place(&problem.path),
            problem.line,
            problem.column,
            problem.message
        )
    }
}

/// The files of the services: those built in, with the operator's laid over them.
struct Files {
    all: Vec<SourceFile>,
    own: Own,
}

impl Files {
    fn read(over: Option<&Path>) -> Result<Self, LoadProblem> {
        let shipped = shipped::SERVICES.iter().map(|(path, text)| SourceFile {
            path: (*path).to_owned(),
            text: (*text).to_owned(),
        });
        let mut files = Self {
            all: shipped.collect(),
            own: Own::default(),
        };
        if let Some(folder) = over {
            let own = read_folder(folder)?;
            let paths = own.iter().map(|file| file.path.clone()).collect();
            files.own = Own(Some((folder.to_owned(), paths)));
            files
                .all
                .retain(|shipped| own.iter().all(|file| file.path != shipped.path));
            files.all.extend(own);
            files.refuse_unread()?;
        }
        files.all.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(files)
    }

    fn refuse_unread(&self) -> Result<(), LoadProblem> {
        let mut own = self.own.0.iter().flat_map(|(_, own)| own);
        let unread = own.find_map(|path| Some((path, self.why_unread(path)?)));
        match unread {
            None => Ok(()),
            Some((path, why)) => Err(LoadProblem::Unread {
                file: self.own.place(path),
                why,
            }),
        }
    }

    /// Of a file that nothing would read, since its name is mistyped or it lies in the wrong place: what to do.
    fn why_unread(&self, path: &str) -> Option<&'static str> {
        let parts: Vec<&str> = path.split('/').collect();
        match parts[..] {
            ["service.toml" | "examples.toml"] => {
                Some("this is a service's own folder: what is asked for is the folder that it lies in")
            }
            ["offices.toml"] | ["calendar", "working-days.toml"] | [_, "service.toml"] => None,
            _ if is_shared(&parts) => None,
            [service, ref inside @ ..]
                if inside == ["examples.toml"]
                    || inside == ["items.toml"]
                    || is_of_film(inside)
                    || is_shared(inside) =>
            {
                let definition = format!("{service}/service.toml");
                let there = self.all.iter().any(|file| file.path == definition);
                (!there).then_some("there is no service.toml beside it")
            }
            _ => Some("nothing reads a file of this name here"),
        }
    }

    /// That the films in sign language lie where they are said to.
    fn have_films(&self, catalogue: &Catalogue, over: Option<&Path>) -> Result<(), LoadProblem> {
        for service in &catalogue.services {
            let folder = over.map(|over| over.join(&service.code));
            let film = service.sign.as_ref();
            let Some((name, why)) = film.and_then(|film| sign::missing(film, folder.as_deref())) else {
                continue;
            };
            let path = format!("{}/sign.toml", service.code);
            let file = self.all.iter().find(|file| file.path == path);
            let problem = file.map(|file| file.error_at(file.text.find(name).unwrap_or_default(), why));
            return Err(LoadProblem::Definition(
                problem.map_or(path, |problem| self.own.told(&problem)),
            ));
        }
        Ok(())
    }

    /// Where the name of a text's subject stands first.
    fn place_of(&self, needed: &NeededText) -> String {
        let folder = format!("{}/", needed.path);
        let of_service = format!("/{}", needed.path);
        let inside = |path: &str| path == needed.path || path.starts_with(&folder) || path.ends_with(&of_service);
        let quoted = format!("\"{}\"", needed.code);
        // What is missing words is most likely the operator's own.
        let own = self.all.iter().filter(|file| self.own.has(&file.path));
        let mut named = own.chain(&self.all).filter(|file| inside(&file.path));
        let found = named.find_map(|file| Some((file, file.text.find(&quoted)?)));
        match found {
            Some((file, byte)) => {
                let (line, column) = line_and_column(&file.text, byte);
                format!("{}:{line}:{column}", self.own.place(&file.path))
            }
            None => format!("{}:1:1", self.own.place(&needed.path)),
        }
    }

    /// The words in the folders of services that nothing uses: an id or a part that is mistyped, most likely.
    fn unused_words(&self, catalogue: &Catalogue) -> Vec<String> {
        let needed: BTreeSet<String> = catalogue.needed_texts().into_iter().map(|needed| needed.id).collect();
        let used = |id: &str| {
            let optional = id.rsplit_once('.').filter(|(_, part)| OPTIONAL.contains(part));
            needed.contains(id) || optional.is_some_and(|(whole, _)| needed.contains(whole))
        };
        let of_services = self.all.iter().filter(|file| file.path.contains('/'));
        let mut unused = Vec::new();
        // What is built in may be laid over by rules that need less.
        let theirs = |file: &&SourceFile| self.own.0.is_none() || self.own.has(&file.path);
        for file in of_services.filter(theirs).filter(|file| words_of(file).is_some()) {
            let place = self.own.place(&file.path);
            for (id, line) in ids_in(&file.text).into_iter().filter(|(id, _)| !used(id)) {
                unused.push(format!(
                    "{place}:{line}:1: nothing uses the text `{id}`: is its id mistyped? (docs/ADDING-A-SERVICE.md)"
                ));
            }
        }
        unused
    }

    /// The texts without words. What a text may do without, it may not do without in one language.
    fn without_words(&self, catalogue: &Catalogue, texts: &Texts) -> Vec<NoWords> {
        let without = |id: &str| -> Vec<&'static str> {
            let languages = Language::ALL.into_iter();
            let without = languages.filter(|language| !texts.has(*language, Level::Standard, id));
            without.map(Language::code).collect()
        };
        let mut missing = Vec::new();
        for needed in catalogue.needed_texts() {
            let parts = OPTIONAL.iter().filter(|_| !needed.id.contains('.'));
            let optional = parts.map(|part| format!("{}.{part}", needed.id));
            let optional = optional.filter(|id| without(id).len() < Language::ALL.len());
            for id in std::iter::once(needed.id.clone()).chain(optional) {
                let languages = without(&id);
                if !languages.is_empty() {
                    missing.push(NoWords {
                        place: self.place_of(&needed),
                        id,
                        languages,
                    });
                }
            }
        }
        missing
    }
}

/// The parts that a text may do without.
const OPTIONAL: [&str; 4] = ["hint", "why", "act", "form"];

/// The ids in a file of words, and those of parts as `id.part`, each with its line from 1.
fn ids_in(text: &str) -> Vec<(String, usize)> {
    let mut ids: Vec<(String, usize)> = Vec::new();
    let mut whole = "";
    for (line, number) in text.lines().zip(1..) {
        let Some((name, _)) = line.split_once('=') else {
            continue;
        };
        let plain =
            |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let name = name.trim_end();
        if plain(name) {
            whole = name;
            ids.push((whole.to_owned(), number));
        } else if let Some(part) = name.trim_start().strip_prefix('.').filter(|part| plain(part)) {
            ids.push((format!("{whole}.{part}"), number));
        }
    }
    ids
}

/// What may stand in a service's folder beside its film.
fn is_of_film(path: &[&str]) -> bool {
    matches!(path, ["sign.toml" | "sign.zh-CN.ftl" | "sign.en.ftl" | "sign.easy.ftl"])
}

/// What may stand in `services/` and, for one service alone, in its folder.
fn is_shared(path: &[&str]) -> bool {
    match path {
        [name] => matches!(
            *name,
            "facts.toml"
                | "pages.toml"
                | "confirmations.toml"
                | "evidence.toml"
                | "example_person.toml"
                | "text.zh-CN.ftl"
                | "text.en.ftl"
                | "text.easy.ftl"
        ),
        ["policy", name] | ["policy", "profiles", name] => Path::new(name).extension().is_some_and(|end| end == "toml"),
        _ => false,
    }
}

/// Loads the built-in services; files of `over` replace those of the same path and add the others.
///
/// # Errors
/// The first mistake, with its place; of missing words all.
pub fn load(over: Option<&Path>) -> Result<Loaded, LoadProblem> {
    let files = Files::read(over)?;
    let catalogue = Catalogue::load(&files.all).map_err(|problem| LoadProblem::Definition(files.own.told(&problem)))?;
    files.have_films(&catalogue, over)?;
    let texts = texts_with(files.all.iter().filter_map(words_of)).map_err(|problem| {
        let file = files.own.place(&problem.file);
        LoadProblem::Words(TextError { file, ..problem })
    })?;
    let missing = files.without_words(&catalogue, &texts);
    if !missing.is_empty() {
        return Err(LoadProblem::NoWords(missing));
    }
    let unused = files.unused_words(&catalogue);
    if !unused.is_empty() {
        return Err(LoadProblem::NoUse(unused));
    }
    Ok(Loaded {
        catalogue,
        texts,
        files: files.all,
        own: files.own,
    })
}

impl Loaded {
    /// What is hard to read at the easy level among the Chinese words in a service's own folder, a line each.
    pub fn hard_words(&self, service: &str) -> Vec<String> {
        let own = |name: &str| {
            let path = format!("{service}/{name}");
            self.files.iter().find(move |file| file.path == path)
        };
        let ids = own("text.zh-CN.ftl").map(|file| ids_in(&file.text)).unwrap_or_default();
        let text = self.texts.of(Language::ZhCn, Level::Easy);
        let of_law = |id: &str| id.starts_with("basis-");
        let lines = ids.into_iter().filter(|(id, _)| !of_law(id)).flat_map(|(id, _)| {
            let found = hardships(&text.get(&id).replace('¦', ""));
            let place = self.own.place(&format!("{service}/text.easy.ftl"));
            found.into_iter().map(move |why| format!("{place}: {id}: {why}"))
        });
        lines.collect()
    }

    /// A mistake found later in one of the files, as a start would tell it.
    pub fn told(&self, problem: &LoadError) -> String {
        self.own.told(problem)
    }

    /// Every service's definition as it is kept with the cases that were filed under it: the hash, and the texts
    /// that the hash is made of.
    pub fn definitions(&self) -> Vec<(String, String)> {
        let services = self.catalogue.services.iter();
        let whole = services.map(|service| {
            let parts = definition_paths(&service.code);
            let parts = parts
                .iter()
                .filter_map(|path| self.files.iter().find(|file| file.path == *path));
            (service.definition.clone(), definition_text(parts))
        });
        whole.collect()
    }
}

/// A file of words, if it is one: its name says in which language.
fn words_of(file: &SourceFile) -> Option<Source<'_>> {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let (language, level) = match name {
        "text.zh-CN.ftl" | "sign.zh-CN.ftl" => (Language::ZhCn, Level::Standard),
        "text.en.ftl" | "sign.en.ftl" => (Language::En, Level::Standard),
        "text.easy.ftl" | "sign.easy.ftl" => (Language::ZhCn, Level::Easy),
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
        let hidden = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if hidden {
            continue;
        }
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
        assert!(loaded.catalogue.service("care_subsidy").is_some());
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
            problem.starts_with(&format!("{}/care_subsidy/service.toml:4:", folder.path().display())),
            "{problem}"
        );
        assert!(load(Some(Path::new("/no/such/folder"))).is_err());
    }

    /// The folder that the tests of the portal add, with one file changed.
    fn added(path: &str, change: impl FnOnce(String) -> String) -> (tempfile::TempDir, Result<Loaded, LoadProblem>) {
        let folder = tempfile::tempdir().unwrap();
        for file in read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/added")).unwrap() {
            let to = folder.path().join(&file.path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, file.text).unwrap();
        }
        let changed = folder.path().join(path);
        let text = change(fs::read_to_string(&changed).unwrap_or_default());
        fs::write(changed, text).unwrap();
        let loaded = load(Some(folder.path()));
        (folder, loaded)
    }

    #[test]
    fn an_added_service_is_kept_with_what_it_declares_itself() {
        let (_folder, loaded) = added("skill_grant/examples.toml", |text| text);
        let loaded = loaded.unwrap();
        let service = loaded.catalogue.service("skill_grant").unwrap();
        let definitions = loaded.definitions();
        let (_, text) = definitions
            .iter()
            .find(|(hash, _)| *hash == service.definition)
            .unwrap();
        let kept = Catalogue::of_definition(text).unwrap();
        assert_eq!(kept.services[0].definition, service.definition);
    }

    #[test]
    fn all_missing_words_are_told_at_once_with_their_places() {
        let without = |text: String| {
            let lines = text
                .lines()
                .filter(|line| !line.contains("evening") && !line.contains(".hint"));
            lines.collect::<Vec<_>>().join("\n")
        };
        let (folder, loaded) = added("skill_grant/text.en.ftl", without);
        let told = loaded.unwrap_err().to_string();
        let at = |path: &str, says: &str| {
            format!(
                "{}/skill_grant/{path}: the text `{says} has no words in en\n",
                folder.path().display()
            )
        };
        for line in [
            at("service.toml:38:6", "reason-in-evening-course-local-rule`"),
            at("service.toml:38:6", "reason-in-evening-course-local-rule.check`"),
            at("pages.toml:25:6", "page-course-evening`"),
            at("pages.toml:16:6", "page-course.hint`"),
            at("facts.toml:5:8", "fact-other-course.evening`"),
            at("policy/keys.toml:7:8", "policy-skill-covers-evening`"),
        ] {
            assert!(told.contains(&line), "{line} in {told}");
        }
    }

    #[test]
    fn words_that_nothing_uses_are_not_passed_over() {
        for (path, mistyped) in [
            ("skill_grant/text.zh-CN.ftl", "page-corse = x\n"),
            ("skill_grant/text.easy.ftl", "page-course = x\n    .shrt = x\n"),
        ] {
            let (folder, loaded) = added(path, |text| format!("{text}{mistyped}"));
            let told = loaded.unwrap_err().to_string();
            assert!(
                told.starts_with(&folder.path().join(path).display().to_string()),
                "{told}"
            );
            let id = if path.ends_with("easy.ftl") {
                "page-course.shrt"
            } else {
                "page-corse"
            };
            assert_eq!(told.lines().count(), 1, "{told}");
            assert!(told.contains(&format!("nothing uses the text `{id}`")), "{told}");
        }
    }

    #[test]
    fn hard_words_of_a_service_are_told() {
        let (_, loaded) = added("skill_grant/text.easy.ftl", |_| {
            "service-skill-grant =\n    .lead = 户籍在湖南，正在上白天的技能培训班的残疾人，每个月可以领一笔钱\n"
                .to_owned()
        });
        let told = loaded.unwrap().hard_words("skill_grant").join("\n");
        assert!(told.contains("service-skill-grant.lead: `户籍`"), "{told}");
    }

    #[test]
    fn a_file_that_nothing_reads_is_not_passed_over() {
        for (path, says) in [
            ("skill_grant/text.zh.ftl", "nothing reads a file of this name"),
            ("skill_grant/policy.toml", "nothing reads a file of this name"),
            ("service.toml", "the folder that it lies in"),
            ("text.en.ftl", "given twice"),
        ] {
            let (folder, loaded) = added(path, |_| "service-skill-grant = x\n".to_owned());
            let told = loaded.unwrap_err().to_string();
            assert!(told.contains(says), "{told}");
            assert!(told.starts_with(&folder.path().display().to_string()), "{told}");
        }
        let (folder, _) = added("skill_grant/examples.toml", |text| text);
        fs::remove_file(folder.path().join("skill_grant/service.toml")).unwrap();
        let told = load(Some(folder.path())).unwrap_err().to_string();
        assert!(told.contains("no service.toml beside it"), "{told}");
    }
}
