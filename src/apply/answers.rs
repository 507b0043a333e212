//! Answers, page by page, and their compact text form.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::catalogue::{ListOf, Page, PageKind, PageOption};
use crate::measure::Quantity;
use crate::money::Fen;
use crate::place::DivisionCode;
use crate::rule::{FactId, Facts, Value};

/// What a person answered on one page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// "I do not know": the page counts as asked, its facts stay unknown.
    Unknown,
    /// The household registration is in this county.
    County(DivisionCode),
    /// The household registration is outside the province.
    Outside,
    /// The option of this id.
    Choice(String),
    /// The options of these ids; empty is "none of them".
    Flags(Vec<String>),
    /// Not received.
    NotReceived,
    /// Received: so much a month.
    Amount(Fen),
    /// So much was measured.
    Measured(Quantity),
    /// These words.
    Text(String),
    /// These entries.
    List(List),
}

/// The entries of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// In the order they were added.
    pub entries: Vec<Entry>,
    /// Whether somebody said that these are all.
    pub done: bool,
}

/// One entry of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its name in addresses, which stays: two windows never write into each other's.
    pub id: String,
    /// The answers to the fields, by their names.
    pub answers: Answers,
}

impl Entry {
    /// Whether it has an answer to each field of a list; services may have changed since it was given.
    pub fn fits(&self, of: &ListOf) -> bool {
        let answered = |field: &Page| self.answers.get(&field.id).is_some_and(|answer| answer.fits(field));
        of.fields.iter().all(answered)
    }
}

impl Answer {
    /// Whether it is one of those that a page offers; services may have changed since it was given.
    pub fn fits(&self, page: &Page) -> bool {
        let offered = |options: &[PageOption], id: &String| options.iter().any(|option| option.id == *id);
        match (self, &page.kind) {
            (Self::Unknown, _) => page.unknown,
            (Self::County(_) | Self::Outside, PageKind::County)
            | (Self::NotReceived | Self::Amount(_), PageKind::Amount)
            | (Self::Text(_), PageKind::Text) => true,
            (Self::Choice(id), PageKind::Choice(options)) => offered(options, id),
            (Self::Flags(ids), PageKind::Flags(options)) => ids.iter().all(|id| offered(options, id)),
            (Self::Measured(measured), PageKind::Measurement(of)) => of.takes(*measured),
            (Self::List(list), PageKind::List(of)) => {
                let enough = (of.least..=of.most).contains(&list.entries.len());
                list.done && enough && list.entries.iter().all(|entry| entry.fits(of))
            }
            _ => false,
        }
    }
}

/// Answers by page id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Answer>);

impl Answers {
    /// The answer to a page.
    pub fn get(&self, page: &str) -> Option<&Answer> {
        self.0.get(page)
    }

    /// Answers a page; the last answer counts.
    pub fn set(&mut self, page: &str, answer: Answer) {
        self.0.insert(page.to_owned(), answer);
    }

    /// Forgets the answer to a page.
    pub fn clear(&mut self, page: &str) {
        self.0.remove(page);
    }

    /// The answers to these pages alone.
    #[must_use]
    pub fn only(&self, pages: &[&str]) -> Self {
        let kept = self.0.iter().filter(|(page, _)| pages.contains(&page.as_str()));
        Self(kept.map(|(page, answer)| (page.clone(), answer.clone())).collect())
    }

    /// Compact text: `aid_status=dibao&elderly_care=8320&hukou=430104`. Only letters, digits and `=&._?-`, so words and
    /// lists are left out.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        let compact = |answer: &Answer| !matches!(answer, Answer::Text(_) | Answer::List(_));
        for (page, answer) in self.0.iter().filter(|(_, answer)| compact(answer)) {
            if !text.is_empty() {
                text.push('&');
            }
            // Writing to a String cannot fail.
            let _ = match answer {
                Answer::Unknown => write!(text, "{page}=?"),
                Answer::County(code) => write!(text, "{page}={code}"),
                Answer::Outside => write!(text, "{page}=outside"),
                Answer::Choice(id) => write!(text, "{page}={id}"),
                Answer::Flags(ids) => write!(text, "{page}={}", ids.join(".")),
                Answer::NotReceived => write!(text, "{page}=-"),
                Answer::Amount(fen) => write!(text, "{page}={}", fen.0),
                Answer::Measured(quantity) => write!(text, "{page}={}", quantity.to_text()),
                Answer::Text(_) | Answer::List(_) => Ok(()),
            };
        }
        text
    }

    /// Reads [`to_text`](Self::to_text) back. What no page or option knows is left out, so that text from outside,
    /// or from before a page changed, never does harm.
    pub fn from_text(text: &str, pages: &[Page]) -> Self {
        let mut answers = Self::default();
        for (id, value) in text.split('&').filter_map(|pair| pair.split_once('=')) {
            let page = pages.iter().find(|page| page.id == id);
            if let Some(page) = page
                && let Some(answer) = read_answer(page, value)
            {
                answers.set(id, answer);
            }
        }
        answers
    }
}

fn read_answer(page: &Page, value: &str) -> Option<Answer> {
    if value == "?" {
        return page.unknown.then_some(Answer::Unknown);
    }
    match &page.kind {
        PageKind::County if value == "outside" => Some(Answer::Outside),
        PageKind::County => DivisionCode::parse(value)
            .filter(|code| code.in_hunan())
            .map(Answer::County),
        PageKind::Choice(options) => options
            .iter()
            .find(|option| option.id == value)
            .map(|option| Answer::Choice(option.id.clone())),
        PageKind::Flags(_) if value.is_empty() => Some(Answer::Flags(Vec::new())),
        PageKind::Flags(options) => {
            let known = |id: &str| options.iter().any(|option| option.id == id).then(|| id.to_owned());
            value.split('.').map(known).collect::<Option<_>>().map(Answer::Flags)
        }
        PageKind::Amount if value == "-" => Some(Answer::NotReceived),
        PageKind::Amount => value
            .parse()
            .ok()
            .filter(|fen| *fen > 0)
            .map(|fen| Answer::Amount(Fen(fen))),
        PageKind::Measurement(of) => of
            .scale
            .from_text(value)
            .filter(|measured| of.takes(*measured))
            .map(Answer::Measured),
        PageKind::Text | PageKind::List(_) => None,
    }
}

/// What an answer says about the page's facts.
pub(super) fn set_facts(page: &Page, answer: &Answer, facts: &mut Facts) {
    match (&page.kind, answer) {
        (PageKind::County, Answer::County(_)) => set_all(page, &Value::Bool(true), facts),
        (PageKind::County, Answer::Outside) => set_all(page, &Value::Bool(false), facts),
        (PageKind::Choice(options), Answer::Choice(id)) => {
            let chosen = options.iter().filter(|option| option.id == *id);
            for (fact, value) in chosen.flat_map(|option| &option.set) {
                facts.state(*fact, completed(facts.get(*fact), value));
            }
        }
        (PageKind::Flags(options), Answer::Flags(ids)) => {
            let ticked = options.iter().filter(|option| ids.contains(&option.id));
            let ticked: Vec<&(FactId, Value)> = ticked.flat_map(|option| &option.set).collect();
            for fact in &page.facts {
                let mut said = ticked.iter().filter(|(of, _)| of == fact).map(|(_, value)| value);
                let is_list = options.iter().flat_map(|option| &option.set);
                let is_list = is_list
                    .filter(|(of, _)| of == fact)
                    .any(|(_, value)| matches!(value, Value::List(_)));
                let value = if is_list {
                    listed(facts.get(*fact), said)
                } else {
                    said.next().cloned().unwrap_or(Value::Bool(false))
                };
                facts.state(*fact, value);
            }
        }
        (PageKind::Amount, Answer::NotReceived) => set_all(page, &Value::Fen(0), facts),
        (PageKind::Amount, Answer::Amount(amount)) => set_all(page, &Value::Fen(amount.0), facts),
        (PageKind::Measurement(_), Answer::Measured(measured)) => set_all(page, &Value::Int(measured.parts), facts),
        _ => {}
    }
}

fn set_all(page: &Page, value: &Value, facts: &mut Facts) {
    for fact in &page.facts {
        facts.state(*fact, value.clone());
    }
}

/// What an answer to a choice makes of a fact. Of a list it says more of one item, which its first field names, and
/// leaves the others as they are; an empty list says that there are none.
fn completed(held: Option<&Value>, said: &Value) -> Value {
    let (Some(Value::List(held)), Value::List(said)) = (held, said) else {
        return said.clone();
    };
    if said.is_empty() {
        return Value::List(Vec::new());
    }
    let mut items = held.clone();
    for item in said {
        match items.iter_mut().find(|held| held.first() == item.first()) {
            None => items.push(item.clone()),
            Some(held) => {
                for (field, said) in held.iter_mut().zip(item) {
                    *field = said.clone().or(field.take());
                }
            }
        }
    }
    Value::List(items)
}

/// The list whose items are those named; of one that is there already stays what is known of it.
fn listed<'v>(held: Option<&Value>, said: impl Iterator<Item = &'v Value>) -> Value {
    let held = match held {
        Some(Value::List(held)) => held.as_slice(),
        _ => &[],
    };
    let items = said.flat_map(|value| match value {
        Value::List(items) => items.as_slice(),
        _ => &[],
    });
    let known = |item: &Vec<Option<Value>>| {
        let known = held.iter().find(|held| held.first() == item.first());
        known.unwrap_or(item).clone()
    };
    Value::List(items.map(known).collect())
}
