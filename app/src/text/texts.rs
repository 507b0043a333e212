//! All words of the portal, loaded once and shared by all requests.

use std::collections::BTreeSet;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;

use super::{Language, Level};

/// A value put into a text: made from numbers and strings with `.into()`.
pub type Value<'a> = FluentValue<'a>;

/// Where a heading may break (`<wbr>`): written between its phrases, gone everywhere else.
pub(super) const BREAK: char = '¦';

/// One file of texts.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// The language of its words.
    pub language: Language,
    /// `Easy` holds only what differs from standard.
    pub level: Level,
    /// Named in errors.
    pub file: &'a str,
    /// Project Fluent.
    pub text: &'a str,
}

/// A file of texts that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct TextError {
    /// As given in [`Source::file`].
    pub file: String,
    /// Counted from 1, where one line is to blame.
    pub line: Option<usize>,
    /// What is wrong, for the operator.
    pub message: String,
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.message),
            None => write!(f, "{}: {}", self.file, self.message),
        }
    }
}

/// One language at one level, as far as it has words of its own.
struct Words {
    bundle: FluentBundle<FluentResource>,
    ids: BTreeSet<String>,
}

/// All words, in every language and level.
pub struct Texts {
    zh_cn: Words,
    en: Words,
    easy: Words,
}

impl Texts {
    /// Reads all files. An id may be given once per language and level.
    pub fn load<'a>(sources: impl IntoIterator<Item = Source<'a>>) -> Result<Self, TextError> {
        let mut texts = Self {
            zh_cn: Words::new(Language::ZhCn),
            en: Words::new(Language::En),
            // Overrides in plain words: still Chinese, and looked up before the standard ones.
            easy: Words::new(Language::ZhCn),
        };
        for source in sources {
            let words = match (source.language, source.level) {
                (Language::ZhCn, Level::Standard) => &mut texts.zh_cn,
                (Language::ZhCn, Level::Easy) => &mut texts.easy,
                (Language::En, Level::Standard) => &mut texts.en,
                (Language::En, Level::Easy) => {
                    return Err(TextError {
                        file: source.file.to_owned(),
                        line: None,
                        message: "there is no easy level in English".to_owned(),
                    });
                }
            };
            words.add(&source)?;
        }
        Ok(texts)
    }

    /// The words for one visitor.
    pub fn of(&self, language: Language, level: Level) -> Text<'_> {
        Text {
            texts: self,
            language,
            level,
        }
    }

    /// Whether that very language and level has words of its own for an id, or for `id.part`.
    pub fn has(&self, language: Language, level: Level, id: &str) -> bool {
        self.own(language, level)
            .is_some_and(|words| words.pattern(id).is_some())
    }

    /// The ids that have words in that very language and level, sorted.
    pub fn ids(&self, language: Language, level: Level) -> impl Iterator<Item = &str> {
        self.own(language, level)
            .into_iter()
            .flat_map(|words| words.ids.iter().map(String::as_str))
    }

    fn own(&self, language: Language, level: Level) -> Option<&Words> {
        match (language, level) {
            (Language::ZhCn, Level::Standard) => Some(&self.zh_cn),
            (Language::ZhCn, Level::Easy) => Some(&self.easy),
            (Language::En, Level::Standard) => Some(&self.en),
            (Language::En, Level::Easy) => None,
        }
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Texts({} zh-CN, {} en, {} easy)",
            self.zh_cn.ids.len(),
            self.en.ids.len(),
            self.easy.ids.len()
        )
    }
}

impl Words {
    fn new(language: Language) -> Self {
        // The identifier only decides which forms a count takes.
        let mut bundle = FluentBundle::new_concurrent(vec![language.code().parse().unwrap_or_default()]);
        // Isolation marks would be read aloud by some voices and break copied text; we have no right-to-left words.
        bundle.set_use_isolating(false);
        Self {
            bundle,
            ids: BTreeSet::new(),
        }
    }

    /// The words of `id`, or of `id.part`: a text's attribute.
    fn pattern(&self, id: &str) -> Option<&Pattern<&str>> {
        match id.split_once('.') {
            None => self.bundle.get_message(id)?.value(),
            Some((id, part)) => Some(self.bundle.get_message(id)?.get_attribute(part)?.value()),
        }
    }

    fn add(&mut self, source: &Source<'_>) -> Result<(), TextError> {
        let error = |line, message| TextError {
            file: source.file.to_owned(),
            line,
            message,
        };
        let resource = FluentResource::try_new(source.text.to_owned()).map_err(|(_, errors)| {
            let first = errors.first();
            let line = first.map(|wrong| {
                source
                    .text
                    .get(..wrong.pos.start)
                    .unwrap_or_default()
                    .lines()
                    .count()
                    .max(1)
            });
            error(
                line,
                first.map_or_else(|| "not readable".to_owned(), ToString::to_string),
            )
        })?;
        for (line, id) in ids(source.text) {
            if !self.ids.insert(id.to_owned()) {
                return Err(error(Some(line), format!("the text `{id}` is given twice")));
            }
        }
        self.bundle.add_resource(resource).map_err(|errors| {
            let message = errors.first().map_or_else(String::new, FluentError::to_string);
            error(None, message)
        })
    }
}

/// The ids of a file with their lines: in Fluent a message begins at the start of a line with `id =`.
fn ids(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter_map(|(at, line)| {
        let (id, _) = line.split_once('=')?;
        let id = id.trim_end();
        let named = id.starts_with(|first: char| first.is_ascii_alphabetic())
            && id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        named.then_some((at + 1, id))
    })
}

/// The words for one visitor: a language and a level.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    texts: &'a Texts,
    language: Language,
    level: Level,
}

impl Text<'_> {
    /// The language of the words.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The level of the words.
    pub fn level(&self) -> Level {
        self.level
    }

    /// The words of a text without values. An id without words answers itself; tests see to it that
    /// shipped pages ask for none, and a service's own texts are checked when they are loaded.
    pub fn get(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// The words of a text with values in them.
    pub fn with(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        let mut words = self.words(id, values);
        words.retain(|character| character != BREAK);
        words
    }

    /// The phrases between which a heading may break, in order. Together they are what
    /// [`with`](Self::with) gives.
    pub fn phrases(&self, id: &str, values: &[(&str, Value<'_>)]) -> Vec<String> {
        self.words(id, values).split(BREAK).map(str::to_owned).collect()
    }

    /// Whether there are words for an id.
    pub fn has(&self, id: &str) -> bool {
        self.candidates().any(|words| words.pattern(id).is_some())
    }

    fn words(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        let Some((words, pattern)) = self.candidates().find_map(|words| Some((words, words.pattern(id)?))) else {
            return id.to_owned();
        };
        let values: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        // A missing value shows its name, `{$name}`: nothing better can be said at this point.
        words
            .bundle
            .format_pattern(pattern, Some(&values), &mut Vec::new())
            .into_owned()
    }

    fn candidates(&self) -> impl Iterator<Item = &Words> {
        let easy = (self.language == Language::ZhCn && self.level == Level::Easy).then_some(&self.texts.easy);
        let standard = match self.language {
            Language::ZhCn => &self.texts.zh_cn,
            Language::En => &self.texts.en,
        };
        easy.into_iter().chain([standard])
    }
}
