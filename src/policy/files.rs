//! The TOML of policy: keys, shipped values, profiles, and the file of `zhida policy apply`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::book::{PolicyBook, PolicyEntry, Profile};
use crate::calendar::Month;
use crate::catalogue::{LoadError, SourceFile};
use crate::place::{DivisionCode, Divisions};
use crate::rule::{PolicyId, PolicyValues, Type, Value, Vocabulary};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeysFile {
    key: Vec<KeyEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyEntry {
    name: Spanned<String>,
    r#type: Spanned<String>,
    #[serde(rename = "unit")]
    _unit: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ValuesFile {
    value: Vec<ValueEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ValueEntry {
    division: Spanned<String>,
    key: Spanned<String>,
    from: Spanned<String>,
    value: Spanned<toml::Value>,
    basis: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileFile {
    name: String,
    values: BTreeMap<String, Spanned<toml::Value>>,
}

/// Reads `policy/keys.toml` into the vocabulary.
pub(crate) fn read_keys(file: &SourceFile, vocabulary: &mut Vocabulary) -> Result<(), LoadError> {
    let shape: KeysFile = file.read()?;
    for key in shape.key {
        let of = match key.r#type.get_ref().as_str() {
            "bool" => Type::Bool,
            "int" => Type::Int,
            "fen" => Type::Fen,
            other => return Err(file.error_at(key.r#type.span().start, format!("a policy value cannot be {other}"))),
        };
        let declared = vocabulary.policy(key.name.get_ref(), of);
        declared.map_err(|error| file.error_at(key.name.span().start, error.to_string()))?;
    }
    Ok(())
}

/// Reads a file of dated values into the book.
pub(crate) fn read_values(file: &SourceFile, vocabulary: &Vocabulary, book: &mut PolicyBook) -> Result<(), LoadError> {
    for proposed in read_proposal(file, vocabulary)? {
        let division = proposed.entry.division;
        if Divisions::shipped().find(division).is_none() {
            let shape: ValuesFile = file.read()?;
            let named = shape
                .value
                .iter()
                .find(|value| value.division.get_ref() == division.as_str());
            let at = named.map_or(0, |value| value.division.span().start);
            return Err(file.error_at(at, format!("there is no division {division} in Hunan")));
        }
        book.insert(proposed.entry);
    }
    Ok(())
}

/// One value of a file, and the line it stands on.
#[derive(Clone, Debug)]
pub struct ProposedValue {
    /// The value.
    pub entry: PolicyEntry,
    /// Line of its key, from 1.
    pub line: usize,
}

/// Reads a file of dated values, as shipped and as `zhida policy apply` takes it.
///
/// # Errors
/// An unknown key, a value of another type, a division or month that is not one.
pub fn read_proposal(file: &SourceFile, vocabulary: &Vocabulary) -> Result<Vec<ProposedValue>, LoadError> {
    let shape: ValuesFile = file.read()?;
    let mut proposed = Vec::new();
    for entry in shape.value {
        let division = DivisionCode::parse(entry.division.get_ref())
            .ok_or_else(|| file.error_at(entry.division.span().start, "a division is six digits"))?;
        let from = Month::parse(entry.from.get_ref())
            .ok_or_else(|| file.error_at(entry.from.span().start, "a month is written 2021-04"))?;
        let key = known_key(file, &entry.key, vocabulary)?;
        let value = typed(file, entry.key.get_ref(), &entry.value, vocabulary.policy_type(key))?;
        let (line, _) = crate::catalogue::line_and_column(&file.text, entry.key.span().start);
        proposed.push(ProposedValue {
            entry: PolicyEntry {
                division,
                key,
                from,
                value,
                basis: entry.basis,
            },
            line,
        });
    }
    Ok(proposed)
}

/// Reads profiles: files of one name make one profile together, which must have a value for every key.
pub(crate) fn read_profiles(
    files: &[&SourceFile],
    vocabulary: &Vocabulary,
    keys: &[&SourceFile],
) -> Result<Vec<Profile>, LoadError> {
    let mut read: Vec<(String, &SourceFile, BTreeMap<PolicyId, Value>)> = Vec::new();
    for file in files {
        let shape: ProfileFile = file.read()?;
        let at = read
            .iter()
            .position(|(name, ..)| *name == shape.name)
            .unwrap_or_else(|| {
                read.push((shape.name.clone(), *file, BTreeMap::new()));
                read.len() - 1
            });
        for (name, value) in &shape.values {
            let at_value = value.span().start;
            let key = vocabulary.policy_named(name);
            let key = key.ok_or_else(|| file.error_at(at_value, undeclared(name)))?;
            let value = typed(file, name, value, vocabulary.policy_type(key))?;
            if read[at].2.insert(key, value).is_some() {
                return Err(file.error_at(at_value, format!("profile {} has {name} already", shape.name)));
            }
        }
    }
    let profile = |(name, file, mut values): (String, &SourceFile, BTreeMap<PolicyId, Value>)| {
        let missing = vocabulary.policies().find(|key| !values.contains_key(key));
        if let Some(key) = missing {
            return Err(without_value(keys, vocabulary.policy_name(key), &name, file));
        }
        let values = PolicyValues::new(vocabulary, |key, _| values.remove(&key))
            .map_err(|error| file.error_at(0, error.to_string()))?;
        Ok(Profile { name, values })
    };
    read.into_iter().map(profile).collect()
}

/// A key without a value in a profile: told where it is declared, since the profiles of what one adds stand beside that.
fn without_value(keys: &[&SourceFile], key: &str, profile: &str, file: &SourceFile) -> LoadError {
    let quoted = format!("\"{key}\"");
    let declared = keys.iter().find_map(|keys| Some((keys, keys.text.find(&quoted)?)));
    let Some((declared, at)) = declared else {
        return file.error_at(0, format!("policy.{key} has no value in profile {profile}"));
    };
    let folder = declared.path.trim_end_matches("keys.toml");
    declared.error_at(
        at,
        format!(
            "`{key}` has no value in the profile {profile}: give it one in {folder}profiles/{profile}.toml, with \
             name = \"{profile}\" and, under [values], {key} = …"
        ),
    )
}

fn undeclared(key: &str) -> String {
    format!("there is no policy value {key}: declare it in policy/keys.toml")
}

fn known_key(file: &SourceFile, name: &Spanned<String>, vocabulary: &Vocabulary) -> Result<PolicyId, LoadError> {
    let key = vocabulary.policy_named(name.get_ref());
    key.ok_or_else(|| file.error_at(name.span().start, undeclared(name.get_ref())))
}

/// Whether a policy value is a number of days that something may take: by its name, as rules and stages know it.
pub(crate) fn is_limit(key: &str) -> bool {
    key.starts_with("limit_")
}

fn typed(file: &SourceFile, key: &str, value: &Spanned<toml::Value>, of: Type) -> Result<Value, LoadError> {
    if is_limit(key) && value.get_ref().as_integer() == Some(0) {
        return Err(file.error_at(value.span().start, "a limit is at least one day"));
    }
    let typed = match (of, value.get_ref()) {
        (Type::Bool, toml::Value::Boolean(on)) => Some(Value::Bool(*on)),
        (Type::Int, toml::Value::Integer(number)) if *number >= 0 => Some(Value::Int(*number)),
        (Type::Fen, toml::Value::Integer(fen)) if *fen >= 0 => Some(Value::Fen(*fen)),
        _ => None,
    };
    let can_be = match of {
        Type::Bool => "this key is a switch: true or false",
        Type::Fen => "this key is money: a whole number of fen, from 0",
        _ => "this key is a whole number, from 0",
    };
    typed.ok_or_else(|| file.error_at(value.span().start, can_be))
}
