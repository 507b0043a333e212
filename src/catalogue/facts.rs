//! `facts.toml`: the vocabulary of the rules, the shared one and what services declare for themselves.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::pages::typed;
use super::service::{RuleKind, Service};
use super::source::{LoadError, SourceFile};
use crate::calendar::{Date, age_on};
use crate::measure::{Scale, Unit};
use crate::policy::Profile;
use crate::registry::REGISTERED;
use crate::rule::{FactId, Facts, Type, Value, Vocabulary};

/// Who knows a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactSource {
    /// The person says it.
    Asked,
    /// An office's register has it; a person may confirm or dispute it.
    Register,
    /// Computed from other facts, or from the day.
    Derived,
    /// An office finds it out while it works a case, an assessment for instance. Nobody is asked for it before.
    Recorded,
}

/// What a fact that somebody can change would be changed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeTo {
    /// A value of the fact's enumeration.
    EnumValue(u8),
    /// Given up, or got.
    Bool(bool),
    /// An amount in fen.
    Fen(i64),
    /// A date that many years after the day of application.
    YearsLater(u16),
}

/// One fact: everything but its type, which the [`Vocabulary`] has.
#[derive(Clone, Debug)]
pub struct FactDefinition {
    /// Its place in the vocabulary.
    pub id: FactId,
    /// Dotted name, as rules write it.
    pub name: String,
    /// The file that declares it: the shared one, or a service's own.
    pub(super) declared_in: String,
    /// Where a person's data has it (`beneficiary.certificate.grade`).
    pub input: String,
    /// Who knows it.
    pub source: FactSource,
    /// Sensitive in the sense of PIPL art. 28.
    pub sensitive: bool,
    /// Set where a person or an office can change it.
    pub change_to: Option<ChangeTo>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactsFile {
    #[serde(default)]
    enums: BTreeMap<Spanned<String>, Vec<String>>,
    #[serde(default)]
    records: BTreeMap<Spanned<String>, toml::Table>,
    fact: Vec<FactEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactEntry {
    name: Spanned<String>,
    r#type: Spanned<String>,
    input: Spanned<String>,
    source: Spanned<FactSource>,
    #[serde(default)]
    sensitive: bool,
    change_to: Option<Spanned<toml::Value>>,
    presumed: Option<Spanned<toml::Value>>,
    unit: Option<Spanned<String>>,
    decimals: Option<Spanned<u8>>,
}

/// The objects of a person's data in which a fact may stand under a key of its own.
const OBJECTS: [&str; 5] = [
    "beneficiary",
    "current_residence",
    "household",
    "other_benefits",
    "extra",
];
/// The day of application.
const TODAY: &str = "application.on";
/// The age on that day, in full years. The day of birth itself is no fact: what rules read stands beside a case in plain.
const AGE: &str = "person.age";

/// Whether a fact is computed: nobody is asked for it, nobody corrects it, and it is kept nowhere.
pub fn is_derived(fact: &str) -> bool {
    fact == TODAY || fact == AGE
}

/// States what is computed: the day of application and, of a person whose day of birth is known, the age on it. And what
/// facts count as of which nobody has said anything.
pub fn derive(vocabulary: &Vocabulary, facts: &mut Facts, on: Date, born: Option<Date>) {
    if let Some(today) = vocabulary.fact_named(TODAY) {
        facts.state(today, Value::Date(on));
    }
    if let (Some(age), Some(born)) = (vocabulary.fact_named(AGE), born) {
        facts.state(age, Value::Int(age_on(born, on)));
    }
    presume(vocabulary, facts);
}

/// States what facts count as of which nobody has said anything.
pub(super) fn presume(vocabulary: &Vocabulary, facts: &mut Facts) {
    for (fact, value) in vocabulary.presumptions() {
        if facts.get(fact).is_none() {
            facts.state(fact, value.clone());
        }
    }
}

/// States the grade of each component of a certificate where it follows from the grade of the whole: of one alone it is
/// the same. Several have the grade of the most severe, so that none of a certificate of the lightest is more severe.
pub fn grade_components(vocabulary: &Vocabulary, facts: &mut Facts) {
    const LIGHTEST: i64 = 4;
    let named = |name: &str| vocabulary.fact_named(name);
    let (Some(whole), Some(components)) = (named("certificate.grade"), named("certificate.components")) else {
        return;
    };
    let Type::List(record) = vocabulary.fact_type(components) else {
        return;
    };
    let mut fields = vocabulary.record_fields(record).iter();
    let grade = fields.position(|(name, of)| name == "grade" && *of == Type::Int);
    if let (Some(grade), Some(Value::Int(whole @ 1..=LIGHTEST)), Some(Value::List(items))) =
        (grade, facts.get(whole).cloned(), facts.get(components))
        && (items.len() == 1 || whole == LIGHTEST)
    {
        let mut items = items.clone();
        let open = items.iter_mut().filter_map(|item| item.get_mut(grade));
        for field in open.filter(|field| field.is_none()) {
            *field = Some(Value::Int(whole));
        }
        facts.state(components, Value::List(items));
    }
}

/// Reads files of facts, in order, into a fresh vocabulary.
///
/// # Errors
/// An unknown type, a name given twice, or a `change_to` that the type does not have.
pub(super) fn read_facts(files: &[&SourceFile]) -> Result<(Vocabulary, Vec<FactDefinition>), LoadError> {
    let mut vocabulary = Vocabulary::new();
    let mut facts = Vec::new();
    let mut types: BTreeMap<String, Type> = [
        ("bool", Type::Bool),
        ("int", Type::Int),
        ("fen", Type::Fen),
        ("date", Type::Date),
        ("month", Type::Month),
    ]
    .into_iter()
    .map(|(name, of)| (name.to_owned(), of))
    .collect();
    for file in files {
        add_facts(file, &mut vocabulary, &mut types, &mut facts)?;
    }
    Ok((vocabulary, facts))
}

fn add_facts(
    file: &SourceFile,
    vocabulary: &mut Vocabulary,
    types: &mut BTreeMap<String, Type>,
    facts: &mut Vec<FactDefinition>,
) -> Result<(), LoadError> {
    let shape: FactsFile = file.read()?;
    for (name, values) in &shape.enums {
        let declared = vocabulary
            .enumeration(name.get_ref(), values)
            .map_err(|error| file.error_at(name.span().start, error.to_string()))?;
        types.insert(name.get_ref().clone(), Type::Enum(declared));
    }
    for (name, fields) in &shape.records {
        let at = name.span().start;
        let name = name.get_ref();
        let mut typed = Vec::new();
        for (field, of) in fields {
            let of = of.as_str().and_then(|of| types.get(of)).copied();
            let of = of.ok_or_else(|| file.error_at(at, format!("record {name}: field {field} has no known type")))?;
            typed.push((field.as_str(), of));
        }
        let record = vocabulary
            .record(name, &typed)
            .map_err(|error| file.error_at(at, error.to_string()))?;
        types.insert(format!("list<{name}>"), Type::List(record));
    }
    for entry in shape.fact {
        let type_name = entry.r#type.get_ref();
        let of = *types
            .get(type_name)
            .ok_or_else(|| file.error_at(entry.r#type.span().start, format!("there is no type {type_name}")))?;
        let id = vocabulary
            .fact(entry.name.get_ref(), of)
            .map_err(|error| file.error_at(entry.name.span().start, error.to_string()))?;
        let change_to = match &entry.change_to {
            None => None,
            Some(value) => Some(change_to(value.get_ref(), of, vocabulary).ok_or_else(|| {
                file.error_at(
                    value.span().start,
                    format!("`change_to` is not a value of type {type_name}"),
                )
            })?),
        };
        let presumed = entry.presumed.as_ref();
        if *entry.source.get_ref() == FactSource::Recorded && presumed.is_none() {
            let message = "what an office records has to count as something before: give it a `presumed`";
            return Err(file.error_at(entry.source.span().start, message));
        }
        if let Some(value) = presumed {
            let known = typed(of, value.get_ref(), vocabulary).and_then(|value| vocabulary.presume(id, value).ok());
            known.ok_or_else(|| {
                let message = format!("`presumed` is not a value of type {type_name}");
                file.error_at(value.span().start, message)
            })?;
        }
        if let Some(scale) = scale(file, entry.unit.as_ref(), entry.decimals.as_ref())? {
            if of != Type::Int {
                let message = "only a fact of type int has a unit";
                return Err(file.error_at(entry.r#type.span().start, message));
            }
            vocabulary.measured_in(id, scale);
        }
        facts.push(FactDefinition {
            id,
            name: entry.name.into_inner(),
            declared_in: file.path.clone(),
            input: entry.input.into_inner(),
            source: entry.source.into_inner(),
            sensitive: entry.sensitive,
            change_to,
        });
    }
    Ok(())
}

/// A unit of the closed list and the decimals beside it, where something is measured.
///
/// # Errors
/// No such unit, decimals without one, or more of them than are told apart.
pub(super) fn scale(
    file: &SourceFile,
    unit: Option<&Spanned<String>>,
    decimals: Option<&Spanned<u8>>,
) -> Result<Option<Scale>, LoadError> {
    let finest = Scale::FINEST;
    let Some(name) = unit else {
        return match decimals {
            None => Ok(None),
            Some(decimals) => Err(file.error_at(decimals.span().start, "`decimals` is of a `unit`, and there is none")),
        };
    };
    let unit = Unit::parse(name.get_ref()).ok_or_else(|| {
        let units: Vec<&str> = Unit::ALL.iter().map(|unit| unit.as_str()).collect();
        file.error_at(name.span().start, format!("a unit is {}", units.join(", ")))
    })?;
    match decimals {
        Some(decimals) if *decimals.get_ref() > finest => Err(file.error_at(
            decimals.span().start,
            format!("at most {finest} decimals are told apart"),
        )),
        decimals => Ok(Some(Scale {
            unit,
            decimals: decimals.map_or(0, |decimals| *decimals.get_ref()),
        })),
    }
}

/// Refuses a fact that nothing would ever state: one whose `input` is not read, or that nothing computes.
///
/// # Errors
/// The first such fact.
pub(super) fn check_where_from(file: &SourceFile) -> Result<(), LoadError> {
    let shape: FactsFile = file.read()?;
    for entry in shape.fact {
        if !is_read(entry.input.get_ref()) {
            let message = format!(
                "`input` is a key of {}, as in \"other_benefits.a_name\"",
                OBJECTS.join(", ")
            );
            return Err(file.error_at(entry.input.span().start, message));
        }
        if *entry.source.get_ref() == FactSource::Register && !REGISTERED.contains(&entry.name.get_ref().as_str()) {
            let message = format!(
                "no register has it: those are {}; what people are asked for is \"asked\"",
                REGISTERED.join(", ")
            );
            return Err(file.error_at(entry.source.span().start, message));
        }
        if *entry.source.get_ref() == FactSource::Derived && !is_derived(entry.name.get_ref()) {
            let message = format!("only {TODAY} and {AGE} are derived: what people are asked for is \"asked\"");
            return Err(file.error_at(entry.source.span().start, message));
        }
    }
    Ok(())
}

/// Refuses advice of a service's own that would bar it: what a fact is to be changed to, where an exclusion holds by it.
///
/// # Errors
/// The first such fact.
pub(super) fn check_changes(
    file: &SourceFile,
    facts: &[FactDefinition],
    service: &Service,
    vocabulary: &Vocabulary,
    profile: Option<&Profile>,
) -> Result<(), LoadError> {
    let shape: FactsFile = file.read()?;
    for entry in &shape.fact {
        let definition = facts.iter().find(|fact| fact.name == *entry.name.get_ref());
        let (Some(definition), Some(at), Some(profile)) = (definition, &entry.change_to, profile) else {
            continue;
        };
        let value = match &definition.change_to {
            Some(ChangeTo::Bool(value)) => Value::Bool(*value),
            Some(ChangeTo::EnumValue(value)) => Value::Enum(*value),
            Some(ChangeTo::Fen(fen)) => Value::Fen(*fen),
            Some(ChangeTo::YearsLater(_)) | None => continue,
        };
        let mut so = Facts::new(vocabulary);
        so.state(definition.id, value);
        let mut exclusions = service.rules_of(RuleKind::Exclusion);
        if let Some((_, rule)) = exclusions.find(|(_, rule)| rule.when.holds(&so, &profile.values) == Some(true)) {
            let message = format!(
                "{} bars whoever changes it to that: `change_to` is what would help, or is left out",
                rule.id
            );
            return Err(file.error_at(at.span().start, message));
        }
    }
    Ok(())
}

/// Whether `zhida assess` reads a fact there.
fn is_read(input: &str) -> bool {
    match input.split_once('.') {
        None => input == "applied_on",
        Some(("beneficiary", key)) if key.starts_with("certificate.") => true,
        Some((object, key)) => OBJECTS.contains(&object) && !key.contains('.'),
    }
}

fn change_to(value: &toml::Value, of: Type, vocabulary: &Vocabulary) -> Option<ChangeTo> {
    match of {
        Type::Bool => value.as_bool().map(ChangeTo::Bool),
        Type::Fen => value.as_integer().map(ChangeTo::Fen),
        Type::Date => value
            .as_integer()
            .and_then(|years| u16::try_from(years).ok())
            .map(ChangeTo::YearsLater),
        Type::Enum(id) => vocabulary.enum_index(id, value.as_str()?).map(ChangeTo::EnumValue),
        Type::Int | Type::Month | Type::List(_) => None,
    }
}
