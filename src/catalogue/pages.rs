//! `pages.toml`: the question pages that services share, and those that one asks by itself.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::facts::scale;
use super::kept::hash_of;
use super::source::{LoadError, SourceFile};
use crate::calendar::{Date, parse_date};
use crate::measure::{Quantity, Scale};
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
    /// A hash of what it asks. Where it is another, an answer from before was given to another question: it has other
    /// options, units or fields, or its words mean something else (`revision`).
    pub meaning: String,
}

impl Page {
    /// Its name, and those of the fields of a list.
    fn names(&self) -> impl Iterator<Item = &str> {
        let fields = match &self.kind {
            PageKind::List(of) => of.fields.as_slice(),
            _ => &[],
        };
        std::iter::once(self).chain(fields).map(|page| page.id.as_str())
    }

    /// The item of a list that a choice says more of, known by its first field: the grade of one category. Nothing of a
    /// page that asks which items there are, and of any other fact.
    pub fn completes(&self, fact: FactId) -> Option<&Value> {
        let PageKind::Choice(options) = &self.kind else {
            return None;
        };
        let set = options.first()?.set.iter().find(|(of, _)| *of == fact);
        item_of(&set.filter(|_| self.facts.contains(&fact))?.1)
    }
}

/// What the only item of a list is known by.
fn item_of(list: &Value) -> Option<&Value> {
    match list {
        Value::List(items) => match items.as_slice() {
            [only] => only.first()?.as_ref(),
            _ => None,
        },
        _ => None,
    }
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
    /// A number in a unit.
    Measurement(Measurement),
    /// A line of text; only a field of a list.
    Text,
    /// Any number of entries of one kind, each on a page of its own.
    List(ListOf),
}

/// What a list asks.
#[derive(Clone, Debug)]
pub struct ListOf {
    /// What is asked of each entry, in order.
    pub fields: Vec<Page>,
    /// The fewest entries.
    pub least: usize,
    /// The most.
    pub most: usize,
}

/// What a measured number may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measurement {
    /// Its unit, and how finely it is measured.
    pub scale: Scale,
    /// The smallest that is taken.
    pub least: Quantity,
    /// The largest.
    pub most: Quantity,
}

impl Measurement {
    /// Whether a number lies within its limits, and is of its scale: services may have changed since it was given.
    pub fn takes(&self, measured: Quantity) -> bool {
        measured.scale == self.scale && (self.least.parts..=self.most.parts).contains(&measured.parts)
    }
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

/// A page, or a field of a list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PageEntry {
    id: Spanned<String>,
    kind: Spanned<String>,
    #[serde(default)]
    facts: Vec<Spanned<String>>,
    /// What an answer decides with them, although another page asks for it: who has no certificate has no grade.
    #[serde(default)]
    settles: Vec<Spanned<String>>,
    #[serde(default)]
    unknown: bool,
    follows: Option<Spanned<String>>,
    #[serde(default)]
    option: Vec<OptionEntry>,
    least: Option<Spanned<i64>>,
    most: Option<Spanned<i64>>,
    unit: Option<Spanned<String>>,
    decimals: Option<Spanned<u8>>,
    #[serde(default)]
    field: Vec<PageEntry>,
    /// Raised where the words come to mean something else.
    #[serde(default)]
    revision: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OptionEntry {
    id: Spanned<String>,
    set: Option<BTreeMap<Spanned<String>, Spanned<toml::Value>>>,
}

/// The kinds there are, of pages and of fields.
const KINDS: [&str; 7] = ["county", "choice", "flags", "amount", "measurement", "text", "list"];

impl PageEntry {
    /// What a kind has no use for, and where it stands.
    fn misplaced(&self, in_list: bool) -> Option<(usize, &'static str)> {
        let kind = self.kind.get_ref().as_str();
        if !KINDS.contains(&kind) {
            return None;
        }
        let limit = self.least.as_ref().or(self.most.as_ref());
        let measured = self.unit.as_ref().map(|unit| unit.span().start);
        let measured = measured.or(self.decimals.as_ref().map(|decimals| decimals.span().start));
        let fact = self.facts.first().map(|fact| fact.span().start);
        let option = self.option.first().map(|option| option.id.span().start);
        let field = self.field.first().map(|field| field.id.span().start);
        let limit = limit.map(|limit| limit.span().start);
        let wrong = |at: Option<usize>, wrong: bool, says| at.filter(|_| wrong).map(|at| (at, says));
        wrong(
            limit,
            !["measurement", "list"].contains(&kind),
            "only what is measured and a list have a `least` and a `most`",
        )
        .or(wrong(
            measured,
            !in_list,
            "the unit of a page is that of its fact, in facts.toml",
        ))
        .or(wrong(
            measured,
            kind != "measurement",
            "only what is measured has a unit",
        ))
        .or(wrong(field, kind != "list", "only a list has fields"))
        .or(wrong(
            fact,
            in_list || kind == "list",
            "a list and its fields ask for no facts",
        ))
        .or(wrong(
            self.settles.first().map(|fact| fact.span().start),
            in_list || kind != "choice",
            "only a choice `settles` what other pages ask for",
        ))
        .or(wrong(
            self.follows.as_ref().map(|follows| follows.span().start),
            in_list,
            "a field of a list follows no page",
        ))
        .or(wrong(
            option,
            !["choice", "flags"].contains(&kind),
            "only a choice and flags have a [[page.option]]",
        ))
    }
}

/// Reads a `pages.toml`: its pages come after those there are.
pub(super) fn read_pages(file: &SourceFile, vocabulary: &Vocabulary, pages: &mut Vec<Page>) -> Result<(), LoadError> {
    let shape: PagesFile = file.read()?;
    let of_others = pages.len();
    for entry in shape.page {
        let page = page(file, &entry, vocabulary)?;
        let taken = |id: &str| pages.iter().flat_map(Page::names).any(|name| name == id);
        if page.names().any(taken) {
            return Err(file.error_at(entry.id.span().start, "there is a page of this name already"));
        }
        if let Some(follows) = &entry.follows
            && !pages.iter().any(|page| page.id == *follows.get_ref())
        {
            let message = format!("there is no page {} before this one", follows.get_ref());
            return Err(file.error_at(follows.span().start, message));
        }
        for (fact, name) in page.facts.iter().zip(&entry.facts) {
            let asks = |other: &&Page| other.facts.contains(fact) && other.completes(*fact) == page.completes(*fact);
            if let Some(other) = pages.iter().find(asks) {
                return Err(file.error_at(name.span().start, asked_already(name, other)));
            }
        }
        for name in &entry.settles {
            let fact = known_fact(file, name, vocabulary)?;
            let mut others = pages.iter().take(of_others);
            if let Some(other) = others.find(|other| other.facts.contains(&fact)) {
                return Err(file.error_at(name.span().start, asked_already(name, other)));
            }
        }
        pages.push(page);
    }
    Ok(())
}

/// Of two pages that ask for one fact, the first answer would count for both, whatever the second offers.
fn asked_already(name: &Spanned<String>, by: &Page) -> String {
    format!(
        "`{}` is asked for by the page `{}` already: each fact is asked once, and what several services need by a \
         shared page",
        name.get_ref(),
        by.id
    )
}

fn page(file: &SourceFile, entry: &PageEntry, vocabulary: &Vocabulary) -> Result<Page, LoadError> {
    if let Some((at, message)) = entry.misplaced(false) {
        return Err(file.error_at(at, message));
    }
    let facts = entry
        .facts
        .iter()
        .map(|name| known_fact(file, name, vocabulary))
        .collect::<Result<Vec<_>, _>>()?;
    let is = |of: Type| matches!(facts[..], [only] if vocabulary.fact_type(only) == of);
    let options = || -> Result<Vec<PageOption>, LoadError> {
        let options = entry.option.iter();
        options.map(|option| stating(file, option, vocabulary)).collect()
    };
    let refused = |message: &str| Err(file.error_at(entry.kind.span().start, message));
    let kind = match entry.kind.get_ref().as_str() {
        "county" if is(Type::Bool) => PageKind::County,
        "county" => return refused("a county is asked for one fact of type bool"),
        "amount" if is(Type::Fen) => PageKind::Amount,
        "amount" => return refused("an amount is asked for one fact of type fen"),
        "measurement" => {
            let scale = match facts[..] {
                [only] => vocabulary.scale(only),
                _ => None,
            };
            match scale {
                Some(scale) => PageKind::Measurement(measurement(file, entry, scale)?),
                None => return refused("a measurement is asked for one fact of type int that has a `unit`"),
            }
        }
        "choice" | "flags" if entry.option.is_empty() => return refused("there is no [[page.option]] to choose"),
        "choice" | "flags" if facts.is_empty() => return refused("no fact is asked for"),
        "choice" => PageKind::Choice(options()?),
        "flags" if !facts.iter().all(|fact| is_ticked(vocabulary.fact_type(*fact))) => {
            return refused("flags ask for facts of type bool, or for the items of a list");
        }
        "flags" => PageKind::Flags(options()?),
        "list" => PageKind::List(list(file, entry)?),
        "text" => return refused("a text is asked as a field of a list: no rule reads it"),
        _ => return refused("a kind is county, choice, flags, amount, measurement or list"),
    };
    if let PageKind::Choice(options) | PageKind::Flags(options) = &kind {
        only_what_is_asked(file, entry, options, vocabulary)?;
    }
    Ok(Page {
        id: entry.id.get_ref().clone(),
        meaning: meaning(&kind, entry.revision),
        kind,
        facts,
        unknown: entry.unknown,
        follows: entry.follows.as_ref().map(|follows| follows.get_ref().clone()),
    })
}

/// Whether a tick can say it.
fn is_ticked(of: Type) -> bool {
    matches!(of, Type::Bool | Type::List(_))
}

/// Refuses an answer that says something of what its page does not ask for, and a fact of the page that no answer says
/// anything of. Of a list, an answer tells one item: what no answer names is not known to be missing.
fn only_what_is_asked(
    file: &SourceFile,
    entry: &PageEntry,
    options: &[PageOption],
    vocabulary: &Vocabulary,
) -> Result<(), LoadError> {
    let stated = || entry.option.iter().flat_map(|option| option.set.iter().flatten());
    let asked = |name: &str| entry.facts.iter().any(|fact| fact.get_ref() == name);
    let settled = |name: &str| entry.settles.iter().any(|fact| fact.get_ref() == name);
    for (name, value) in stated() {
        if !asked(name.get_ref()) && !settled(name.get_ref()) {
            let message = format!(
                "this page does not ask for `{}`: an answer sets the page's own `facts`",
                name.get_ref()
            );
            return Err(file.error_at(name.span().start, message));
        }
        if entry.kind.get_ref() == "flags" && value.get_ref() == &toml::Value::Boolean(false) {
            let message = "what is ticked is true, and what is not is false";
            return Err(file.error_at(value.span().start, message));
        }
    }
    for fact in entry.facts.iter().chain(&entry.settles) {
        if !stated().any(|(name, _)| name.get_ref() == fact.get_ref()) {
            let message = format!("no answer of this page sets `{}`", fact.get_ref());
            return Err(file.error_at(fact.span().start, message));
        }
    }
    for name in &entry.facts {
        let fact = known_fact(file, name, vocabulary)?;
        if matches!(vocabulary.fact_type(fact), Type::List(_)) {
            of_a_list(file, entry, name, options, fact)?;
        }
    }
    Ok(())
}

/// Refuses answers that would say more of a list than they can: each names one item, flags another one each, and a
/// choice the same one.
fn of_a_list(
    file: &SourceFile,
    entry: &PageEntry,
    name: &Spanned<String>,
    options: &[PageOption],
    fact: FactId,
) -> Result<(), LoadError> {
    let mut told: Vec<&Value> = Vec::new();
    for (option, at) in options.iter().zip(&entry.option) {
        let set = option.set.iter().find(|(of, _)| *of == fact);
        let item = set.and_then(|(_, value)| item_of(value)).ok_or_else(|| {
            let message = format!("each answer names one item of `{}` by its first field", name.get_ref());
            file.error_at(at.id.span().start, message)
        })?;
        let (fits, says) = if entry.kind.get_ref() == "flags" {
            (!told.contains(&item), "another answer names this item already")
        } else {
            (
                told.first().is_none_or(|first| *first == item),
                "the answers of a choice are about the same item: which there are, is asked by flags",
            )
        };
        if !fits {
            return Err(file.error_at(at.id.span().start, says));
        }
        told.push(item);
    }
    Ok(())
}

/// The hash of [`Page::meaning`]. Limits are not in it: an answer outside them is asked again as it is.
fn meaning(kind: &PageKind, revision: u32) -> String {
    let ids = |options: &[PageOption]| {
        options
            .iter()
            .map(|option| option.id.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let asked = match kind {
        PageKind::County => "county".to_owned(),
        PageKind::Choice(options) => format!("choice {}", ids(options)),
        PageKind::Flags(options) => format!("flags {}", ids(options)),
        PageKind::Amount => "amount".to_owned(),
        PageKind::Measurement(of) => format!("measurement {} {}", of.scale.unit.as_str(), of.scale.decimals),
        PageKind::Text => "text".to_owned(),
        PageKind::List(of) => {
            let fields = of.fields.iter().map(|field| format!("{} {}", field.id, field.meaning));
            format!("list {}", fields.collect::<Vec<_>>().join(" "))
        }
    };
    hash_of(&format!("{asked} {revision}"))
}

/// An option of a page, which says something about facts.
fn stating(file: &SourceFile, option: &OptionEntry, vocabulary: &Vocabulary) -> Result<PageOption, LoadError> {
    let Some(stated) = &option.set else {
        return Err(file.error_at(
            option.id.span().start,
            "`set` is missing: what this answer says about the facts",
        ));
    };
    let mut set = Vec::new();
    for (name, value) in stated {
        let fact = known_fact(file, name, vocabulary)?;
        let typed = typed(vocabulary.fact_type(fact), value.get_ref(), vocabulary);
        let typed = typed.ok_or_else(|| not_of_its_type(file, value, fact, vocabulary))?;
        set.push((fact, typed));
    }
    Ok(PageOption {
        id: option.id.get_ref().clone(),
        set,
    })
}

/// The limits of a measured number, in whole units.
fn measurement(file: &SourceFile, entry: &PageEntry, scale: Scale) -> Result<Measurement, LoadError> {
    let (least, most) = limits(file, entry)?;
    match (scale.whole(*least.get_ref()), scale.whole(*most.get_ref())) {
        (Some(least), Some(most)) => Ok(Measurement { scale, least, most }),
        _ => Err(file.error_at(most.span().start, "this is more than can be told")),
    }
}

/// The most entries of any list: all of them are read on one page.
const LONGEST_LIST: i64 = 100;

fn list(file: &SourceFile, entry: &PageEntry) -> Result<ListOf, LoadError> {
    if entry.field.is_empty() {
        return Err(file.error_at(
            entry.kind.span().start,
            "there is no [[page.field]]: what is told of each entry",
        ));
    }
    if entry.unknown {
        let message = "a list has no \"I do not know\": its fields may have";
        return Err(file.error_at(entry.id.span().start, message));
    }
    let (least, most) = limits(file, entry)?;
    if *most.get_ref() > LONGEST_LIST {
        let message = format!("a list has at most {LONGEST_LIST} entries");
        return Err(file.error_at(most.span().start, message));
    }
    let mut fields: Vec<Page> = Vec::new();
    for of in &entry.field {
        let field = field(file, entry.id.get_ref(), of)?;
        if fields.iter().any(|known| known.id == field.id) {
            return Err(file.error_at(of.id.span().start, "there is a field of this name already"));
        }
        fields.push(field);
    }
    let count = |limit: &Spanned<i64>| usize::try_from(*limit.get_ref()).unwrap_or_default();
    Ok(ListOf {
        fields,
        least: count(least),
        most: count(most),
    })
}

/// What a list asks of each entry: a page without facts, whose name begins with that of the list.
fn field(file: &SourceFile, list: &str, entry: &PageEntry) -> Result<Page, LoadError> {
    if let Some((at, message)) = entry.misplaced(true) {
        return Err(file.error_at(at, message));
    }
    let options = || -> Result<Vec<PageOption>, LoadError> {
        let plain = |option: &OptionEntry| match &option.set {
            None => Ok(PageOption {
                id: option.id.get_ref().clone(),
                set: Vec::new(),
            }),
            Some(_) => Err(file.error_at(option.id.span().start, "a list and its fields ask for no facts")),
        };
        entry.option.iter().map(plain).collect()
    };
    let refused = |message: &str| Err(file.error_at(entry.kind.span().start, message));
    let kind = match entry.kind.get_ref().as_str() {
        "choice" | "flags" if entry.option.is_empty() => return refused("there is no [[page.field.option]] to choose"),
        "choice" => PageKind::Choice(options()?),
        "flags" => PageKind::Flags(options()?),
        "amount" => PageKind::Amount,
        "measurement" => match scale(file, entry.unit.as_ref(), entry.decimals.as_ref())? {
            Some(scale) => PageKind::Measurement(measurement(file, entry, scale)?),
            None => return refused("what is measured has a `unit`"),
        },
        "text" => PageKind::Text,
        _ => return refused("a field of a list is choice, flags, amount, measurement or text"),
    };
    Ok(Page {
        id: format!("{list}_{}", entry.id.get_ref()),
        meaning: meaning(&kind, entry.revision),
        kind,
        facts: Vec::new(),
        unknown: entry.unknown,
        follows: None,
    })
}

/// The least and the most, which what is measured and a list have.
fn limits<'e>(file: &SourceFile, entry: &'e PageEntry) -> Result<(&'e Spanned<i64>, &'e Spanned<i64>), LoadError> {
    let (Some(least), Some(most)) = (&entry.least, &entry.most) else {
        let message = "what is measured and a list have a `least` and a `most`, in whole units";
        return Err(file.error_at(entry.id.span().start, message));
    };
    if *least.get_ref() < 0 || least.get_ref() >= most.get_ref() {
        return Err(file.error_at(least.span().start, "`least` is not below 0, and below `most`"));
    }
    Ok((least, most))
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
            // A field that is left out is not known.
            let item = |item: &toml::Value| {
                let item = item.as_table()?;
                let fields = vocabulary.record_fields(record);
                let field = |(name, of): &(String, Type)| match item.get(name) {
                    None => Some(None),
                    Some(value) => typed(*of, value, vocabulary).map(Some),
                };
                let is_field = |key: &String| fields.iter().any(|(name, _)| name == key);
                item.keys().all(is_field).then(|| fields.iter().map(field).collect())?
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
