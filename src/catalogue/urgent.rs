//! `[urgent]` of a `service.toml`: what cannot wait comes first in the queue of its office, and is helped before its papers are
//! there.

use serde::Deserialize;
use toml::Spanned;

use super::source::{LoadError, SourceFile};
use crate::rule::{PolicyId, Program, Type, Vocabulary};

/// What makes a case urgent, and by when it is decided then.
#[derive(Debug)]
pub struct Urgent {
    /// Whether it is.
    pub when: Program,
    /// The policy value with the hours in which it is decided; 0 where the county has set none.
    pub hours: PolicyId,
    /// The legal basis: its words are the text `basis-…`.
    pub basis: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UrgentEntry {
    when: Spanned<String>,
    hours: Spanned<String>,
    basis: Option<String>,
}

/// Reads it. `compile` reads a rule of the service; `of_another` says why a policy value is not this service's to read.
///
/// # Errors
/// A rule that does not read, hours that are no policy value of its own.
pub(super) fn read_urgent(
    file: &SourceFile,
    entry: UrgentEntry,
    vocabulary: &Vocabulary,
    compile: impl Fn(&Spanned<String>) -> Result<Program, LoadError>,
    of_another: impl Fn(&str) -> Option<String>,
) -> Result<Urgent, LoadError> {
    let at = entry.hours.span().start;
    let key = entry.hours.get_ref().strip_prefix("policy.");
    let key = key.and_then(|key| vocabulary.policy_named(key));
    let key = key.filter(|key| vocabulary.policy_type(*key) == Type::Int);
    let hours = key.ok_or_else(|| {
        let message =
            "hours are a number of policy/keys.toml (type int), written \"policy.…\"; 0 where a county has set none";
        file.error_at(at, message)
    })?;
    if let Some(why) = of_another(entry.hours.get_ref()) {
        return Err(file.error_at(at, why));
    }
    Ok(Urgent {
        when: compile(&entry.when)?,
        hours,
        basis: entry.basis,
    })
}
