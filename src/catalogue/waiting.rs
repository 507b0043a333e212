//! `[waiting]` of a `service.toml`: more people are entitled than a county can serve in a year. They wait, the most urgent
//! first, by points that everybody can see.

use serde::Deserialize;
use toml::Spanned;

use super::source::{LoadError, SourceFile};
use crate::rule::{PolicyId, Program, Type, Vocabulary};

/// How those who wait for a service are put in order.
#[derive(Debug)]
pub struct WaitingList {
    /// The step at which a case waits.
    pub stage: String,
    /// The policy value with how many a county grants in a calendar year; 0 where it has set none.
    pub quota: PolicyId,
    /// What counts, in order.
    pub priority: Vec<PriorityPart>,
}

/// Something that makes a case more urgent.
#[derive(Debug)]
pub struct PriorityPart {
    /// Its code; the words are `priority-…`.
    pub id: String,
    /// Whether it is so.
    pub when: Program,
    /// The policy value with its points.
    pub points: PolicyId,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WaitingEntry {
    stage: Spanned<String>,
    quota: Spanned<String>,
    priority: Vec<PriorityEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PriorityEntry {
    id: Spanned<String>,
    when: Spanned<String>,
    points: Spanned<String>,
}

/// Reads the list. `compile` reads a rule of the service; `stages` are its steps.
///
/// # Errors
/// A step that there is not, a number that is no policy value, a part twice, or none.
pub(super) fn read_waiting(
    file: &SourceFile,
    entry: WaitingEntry,
    stages: &[String],
    vocabulary: &Vocabulary,
    compile: impl Fn(&Spanned<String>) -> Result<Program, LoadError>,
) -> Result<WaitingList, LoadError> {
    let at = entry.stage.span().start;
    if !stages.contains(entry.stage.get_ref()) {
        return Err(file.error_at(at, format!("there is no [[stage]] {}", entry.stage.get_ref())));
    }
    if entry.priority.is_empty() {
        return Err(file.error_at(at, "nothing puts those who wait in order: give it [[waiting.priority]]"));
    }
    let number = |named: &Spanned<String>| {
        let key = named.get_ref().strip_prefix("policy.");
        let key = key.and_then(|key| vocabulary.policy_named(key));
        let key = key.filter(|key| vocabulary.policy_type(*key) == Type::Int);
        key.ok_or_else(|| {
            let message = "a number of policy/keys.toml (type int), written \"policy.…\"";
            file.error_at(named.span().start, message)
        })
    };
    let mut priority: Vec<PriorityPart> = Vec::new();
    for part in entry.priority {
        if priority.iter().any(|known| known.id == *part.id.get_ref()) {
            let message = format!("{} stands here twice", part.id.get_ref());
            return Err(file.error_at(part.id.span().start, message));
        }
        priority.push(PriorityPart {
            when: compile(&part.when)?,
            points: number(&part.points)?,
            id: part.id.into_inner(),
        });
    }
    Ok(WaitingList {
        stage: entry.stage.into_inner(),
        quota: number(&entry.quota)?,
        priority,
    })
}
