//! "You would qualify if …": the smallest set of changes, over facts that a person or an office can change.

use crate::calendar::Date;
use crate::catalogue::{Catalogue, ChangeTo, Service, text_id};
use crate::rule::{FactId, Facts, PolicyValues, Value};

use super::{Outcome, assess};

/// One fact, and what it would have to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The fact.
    pub fact: FactId,
    /// Its value afterwards.
    pub to: Value,
}

/// Where nothing that can be read off the facts speaks against the person.
const MEETS: &[Outcome] = &[Outcome::Eligible, Outcome::EligibleSubjectToAssessment];

/// The smallest set of changes that together make the service `eligible` on that day, perhaps subject to an assessment; empty where it already
/// is, where nothing that can be changed would help, or where facts are missing. Among sets of one size the
/// first in the order of `facts.toml` counts.
pub fn nearest(
    catalogue: &Catalogue,
    service: &Service,
    facts: &Facts,
    policy: &PolicyValues,
    on: Date,
) -> Vec<Change> {
    smallest(catalogue, service, facts, policy, on, MEETS)
}

/// What would help a person, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WayIn {
    /// What has to change; empty where nothing that can be changed would help.
    pub changes: Vec<Change>,
    /// Whether the outcome is open even then, because of facts that nobody was asked for.
    pub open: bool,
}

/// The [`nearest`] changes; where missing facts keep them from being enough, the smallest set after which nothing that
/// is known speaks against the person.
pub fn way_in(catalogue: &Catalogue, service: &Service, facts: &Facts, policy: &PolicyValues, on: Date) -> WayIn {
    let changes = nearest(catalogue, service, facts, policy, on);
    if !changes.is_empty() {
        return WayIn { changes, open: false };
    }
    let stands = assess(service, facts, policy).outcome;
    if !matches!(stands, Outcome::Ineligible | Outcome::OnHold) {
        return WayIn::default();
    }
    let changes = smallest(catalogue, service, facts, policy, on, &[Outcome::Unknown]);
    WayIn {
        open: !changes.is_empty(),
        changes,
    }
}

/// The id of the words of a change. A state that only bars the service has to end and nothing more: what it becomes is not
/// advised.
pub fn change_text_id(catalogue: &Catalogue, service: &Service, fact: FactId) -> String {
    let known = catalogue.facts.iter().find(|known| known.id == fact);
    let id = text_id("change", catalogue.vocabulary.fact_name(fact));
    if known.is_some_and(|known| service.only_bars(known)) {
        format!("{id}.otherwise")
    } else {
        id
    }
}

/// The smallest set of changes that together lead to one of these outcomes; empty if one stands already or none does.
fn smallest(
    catalogue: &Catalogue,
    service: &Service,
    facts: &Facts,
    policy: &PolicyValues,
    on: Date,
    outcomes: &[Outcome],
) -> Vec<Change> {
    if outcomes.contains(&assess(service, facts, policy).outcome) {
        return Vec::new();
    }
    let read = service.facts();
    let changeable = catalogue.facts.iter().filter(|fact| read.contains(&fact.id));
    let candidates: Vec<Change> = changeable
        .filter_map(|fact| {
            Some(Change {
                fact: fact.id,
                to: value_after(fact.change_to.as_ref()?, on),
            })
        })
        .filter(|change| facts.get(change.fact) != Some(&change.to))
        .collect();
    let mut trial = facts.clone();
    let mut chosen = Vec::new();
    for size in 1..=candidates.len() {
        if search(&candidates, size, &mut chosen, &mut trial, &|facts| {
            outcomes.contains(&assess(service, facts, policy).outcome)
        }) {
            return chosen;
        }
    }
    Vec::new()
}

/// Tries every way to choose `size` of the candidates, in order, and leaves the first that is enough in `chosen`.
fn search(
    candidates: &[Change],
    size: usize,
    chosen: &mut Vec<Change>,
    facts: &mut Facts,
    enough: &impl Fn(&Facts) -> bool,
) -> bool {
    if size == 0 {
        return enough(facts);
    }
    for (index, change) in candidates.iter().enumerate() {
        let before = facts.get(change.fact).cloned();
        facts.state(change.fact, change.to.clone());
        chosen.push(change.clone());
        if search(&candidates[index + 1..], size - 1, chosen, facts, enough) {
            return true;
        }
        chosen.pop();
        match before {
            Some(value) => facts.state(change.fact, value),
            None => facts.forget(change.fact),
        }
    }
    false
}

fn value_after(change: &ChangeTo, on: Date) -> Value {
    match change {
        ChangeTo::EnumValue(index) => Value::Enum(*index),
        ChangeTo::Bool(value) => Value::Bool(*value),
        ChangeTo::Fen(fen) => Value::Fen(*fen),
        ChangeTo::YearsLater(years) => Value::Date(years_later(on, *years)),
    }
}

/// The same day in a later year; 28 February for a leap day.
fn years_later(on: Date, years: u16) -> Date {
    let year = on.year() + i32::from(years);
    let day = on.day().min(on.month().length(year));
    Date::from_calendar_date(year, on.month(), day).unwrap_or(on)
}
