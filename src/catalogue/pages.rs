//! `pages.toml`: the question pages that services share, and those that one asks by itself.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::source::{LoadError, SourceFile};
use crate::calendar::{Date, parse_date};
use crate::rule::{FactId, Type, Value, Vocabulary};

/// One question, on a page of its own.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its name in addresses and answers; the words are `page-…`.
    pub id: String,
    /// How it is answered.
    pub kind: PageKind,
    /// The facts it asks for.
    pub facts: Vec<FactId>,
    /// True where "I do not know" is an answer.
    pub unknown: bool,
    /// The page without whose answer this one asks for nothing anybody could know: after "I do not know" there, this one
    /// is not asked.
    pub follows: Option<String>,
}

/// How a page is answered.
#[derive(Clone, Debug)]
pub enum PageKind {
    /// The county of the household registration, or a place outside the province.
    County,
    /// One of these.
    Choice(Vec<PageOption>),
    /// Any of these, or none.
    Flags(Vec<PageOption>),
    /// An amount a month, or not received.
    Amount,
}

/// One answer of a page.
#[derive(Clone, Debug)]
pub struct PageOption {
    /// Its name in forms; the words are `page-PAGE-ID`.
    pub id: String,
    /// What it says about the facts.
    pub set: Vec<(FactId, Value)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PagesFile {
    page: Vec<PageEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PageEntry {
    id: Spanned<String>,
    kind: Spanned<String>,
    facts: Vec<Spanned<String>>,
    #[serde(default)]
    unknown: bool,
    follows: Option<Spanned<String>>,
    #[serde(default)]
    option: Vec<OptionEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OptionEntry {
    id: String,
    set: BTreeMap<Spanned<String>, Spanned<toml::Value>>,
}

/// Reads a `pages.toml`: its pages come after those there are.
pub(super) fn read_pages(file: &SourceFile, vocabulary: &Vocabulary, pages: &mut Vec<Page>) -> Result<(), LoadError> {
    let shape: PagesFile = file.read()?;
    for entry in shape.page {
        let at = entry.id.span().start;
        if pages.iter().any(|page| page.id == *entry.id.get_ref()) {
            return Err(file.error_at(at, "there is a page of this name already"));
        }
        if let Some(follows) = &entry.follows
            && !pages.iter().any(|page| page.id == *follows.get_ref())
        {
            let message = format!("there is no page {} before this one", follows.get_ref());
            return Err(file.error_at(follows.span().start, message));
        }
        let facts = entry
            .facts
            .iter()
            .map(|name| known_fact(file, name, vocabulary))
            .collect::<Result<Vec<_>, _>>()?;
        let mut options = Vec::new();
        for option in entry.option {
            let mut set = Vec::new();
            for (name, value) in &option.set {
                let fact = known_fact(file, name, vocabulary)?;
                let typed = typed(vocabulary.fact_type(fact), value.get_ref(), vocabulary);
                let typed = typed.ok_or_else(|| not_of_its_type(file, value, fact, vocabulary))?;
                set.push((fact, typed));
            }
            options.push(PageOption { id: option.id, set });
        }
        let is = |of: Type| matches!(facts[..], [only] if vocabulary.fact_type(only) == of);
        let kind = match (entry.kind.get_ref().as_str(), options.is_empty()) {
            ("county", true) if is(Type::Bool) => PageKind::County,
            ("amount", true) if is(Type::Fen) => PageKind::Amount,
            ("choice", false) => PageKind::Choice(options),
            ("flags", false) => PageKind::Flags(options),
            (name, _) => {
                let message = match name {
                    "county" => "a county is asked for one fact of type bool, without options",
                    "amount" => "an amount is asked for one fact of type fen, without options",
                    "choice" | "flags" => "there is no [[page.option]] to choose",
                    _ => "a kind is county, choice, flags or amount",
                };
                return Err(file.error_at(entry.kind.span().start, message));
            }
        };
        pages.push(Page {
            id: entry.id.into_inner(),
            kind,
            facts,
            unknown: entry.unknown,
            follows: entry.follows.map(Spanned::into_inner),
        });
    }
    Ok(())
}

pub(super) fn known_fact(
    file: &SourceFile,
    name: &Spanned<String>,
    vocabulary: &Vocabulary,
) -> Result<FactId, LoadError> {
    let fact = vocabulary.fact_named(name.get_ref());
    fact.ok_or_else(|| {
        let message = format!("there is no fact {}: declare it in facts.toml", name.get_ref());
        file.error_at(name.span().start, message)
    })
}

/// A value that a fact cannot have, and which it can.
pub(super) fn not_of_its_type(
    file: &SourceFile,
    value: &Spanned<toml::Value>,
    fact: FactId,
    vocabulary: &Vocabulary,
) -> LoadError {
    let name = vocabulary.fact_name(fact);
    let can_be = match vocabulary.fact_type(fact) {
        Type::Bool => "true or false".to_owned(),
        Type::Int => "a whole number".to_owned(),
        Type::Fen => "money in fen, a whole number".to_owned(),
        Type::Date => "a day as in \"2025-06-18\", or \"never\"".to_owned(),
        Type::Month => "no value that is written here".to_owned(),
        Type::Enum(values) => format!("one of {}", vocabulary.enum_values(values).join(", ")),
        Type::List(record) => {
            let fields = vocabulary.record_fields(record).iter();
            let fields: Vec<&str> = fields.map(|(field, _)| field.as_str()).collect();
            format!("a list of {{ {} }}", fields.join(", "))
        }
    };
    file.error_at(value.span().start, format!("{name} is {can_be}"))
}

/// A TOML value as a value of a type; `"never"` is the date of what does not expire.
pub(super) fn typed(of: Type, value: &toml::Value, vocabulary: &Vocabulary) -> Option<Value> {
    match of {
        Type::Bool => value.as_bool().map(Value::Bool),
        Type::Int => value.as_integer().map(Value::Int),
        Type::Fen => value.as_integer().map(Value::Fen),
        Type::Date if value.as_str() == Some("never") => Some(Value::Date(Date::MAX)),
        Type::Date => parse_date(value.as_str()?).map(Value::Date),
        Type::Month => None,
        Type::Enum(id) => vocabulary.enum_index(id, value.as_str()?).map(Value::Enum),
        Type::List(record) => {
            let item = |item: &toml::Value| {
                let item = item.as_table()?;
                let fields = vocabulary.record_fields(record).iter();
                fields
                    .map(|(name, of)| Some(Some(typed(*of, item.get(name)?, vocabulary)?)))
                    .collect()
            };
            value
                .as_array()?
                .iter()
                .map(item)
                .collect::<Option<Vec<_>>>()
                .map(Value::List)
        }
    }
}
