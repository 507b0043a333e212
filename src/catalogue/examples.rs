//! `examples.toml`: people and what a service must say to them.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::facts::presume;
use super::pages::{known_fact, not_of_its_type, typed};
use super::source::{LoadError, SourceFile};
use super::{Catalogue, find};
use crate::person::SubmitterRole;
use crate::rule::Facts;

/// One person and the expected assessment.
#[derive(Clone, Debug)]
pub struct Example {
    /// What the example shows.
    pub title: String,
    /// The policy profile it holds under.
    pub profile: String,
    /// The person.
    pub facts: Facts,
    /// Name of the expected outcome.
    pub outcome: String,
    /// Expected reason codes, in order.
    pub reasons: Vec<String>,
    /// Expected amount in fen a month, if any.
    pub monthly_fen: Option<i64>,
    /// Who hands it in, where that is not the person.
    pub by: Option<SubmitterRole>,
    /// The papers they are asked for, where the example says so.
    pub papers: Option<Vec<String>>,
}

const EXAMPLE_PERSON: &str = "example_person.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExamplesFile {
    example: Vec<ExampleEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleEntry {
    title: String,
    profile: String,
    person: FactTable,
    outcome: String,
    reasons: Vec<String>,
    monthly_fen: Option<i64>,
    by: Option<SubmitterRole>,
    papers: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonFile {
    facts: FactTable,
}

type FactTable = BTreeMap<Spanned<String>, Spanned<toml::Value>>;

/// Reads a service's examples. Each of them starts from `example_person.toml`, the shared one and what the service adds.
///
/// # Errors
/// An unknown fact, or a value that is not of its type.
pub fn read_examples(
    catalogue: &Catalogue,
    files: &[SourceFile],
    file: &SourceFile,
) -> Result<Vec<Example>, LoadError> {
    let mut start = Facts::new(&catalogue.vocabulary);
    presume(&catalogue.vocabulary, &mut start);
    let shared = find(files, EXAMPLE_PERSON)?;
    let own = file.path.replace("examples.toml", EXAMPLE_PERSON);
    for person in std::iter::once(shared).chain(files.iter().filter(|file| file.path == own)) {
        let base: PersonFile = person.read()?;
        set_all(catalogue, person, &base.facts, &mut start)?;
    }
    let shape: ExamplesFile = file.read()?;
    let example = |entry: ExampleEntry| {
        let mut facts = start.clone();
        set_all(catalogue, file, &entry.person, &mut facts)?;
        Ok(Example {
            title: entry.title,
            profile: entry.profile,
            facts,
            outcome: entry.outcome,
            reasons: entry.reasons,
            monthly_fen: entry.monthly_fen,
            by: entry.by,
            papers: entry.papers,
        })
    };
    shape.example.into_iter().map(example).collect()
}

fn set_all(catalogue: &Catalogue, file: &SourceFile, table: &FactTable, facts: &mut Facts) -> Result<(), LoadError> {
    for (name, value) in table {
        let fact = known_fact(file, name, &catalogue.vocabulary)?;
        let typed = typed(
            catalogue.vocabulary.fact_type(fact),
            value.get_ref(),
            &catalogue.vocabulary,
        );
        let typed = typed.ok_or_else(|| not_of_its_type(file, value, fact, &catalogue.vocabulary))?;
        facts.state(fact, typed);
    }
    Ok(())
}
