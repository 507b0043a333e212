//! What rules may name: closed enums, records, facts and policy values, each with its type.

use std::collections::HashMap;
use std::sync::Arc;

use super::facts::{Facts, Value, ValueError};
use crate::measure::Scale;

/// The type of a fact, a policy value, a field of a record, or the result of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// Yes or no.
    Bool,
    /// A whole number.
    Int,
    /// An amount of money in fen.
    Fen,
    /// A civil day.
    Date,
    /// A calendar month.
    Month,
    /// One value of a closed list.
    Enum(EnumId),
    /// Any number of records; only a fact can be one.
    List(RecordId),
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(super) u16);

        impl $name {
            /// Its place in the order of declaration.
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    };
}

id!(
    /// A closed enum of one [`Vocabulary`].
    EnumId
);
id!(
    /// A record type of one [`Vocabulary`].
    RecordId
);
id!(
    /// A fact of one [`Vocabulary`].
    FactId
);
id!(
    /// A policy value of one [`Vocabulary`].
    PolicyId
);

/// Why a name cannot enter the vocabulary. The text is for engineers; it names the culprit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VocabularyError {
    /// Not lower-case letters, digits and `_` in dotted segments, or a word CEL keeps for itself.
    #[error("`{0}` is not a name that a rule can use")]
    Name(String),
    /// The name, or a part of it followed by a dot, is already a name of the same kind.
    #[error("`{0}` is declared twice, or is the beginning of another name")]
    Taken(String),
    /// Only a fact can be a list, and only of plain values.
    #[error("`{0}` cannot be a list")]
    List(String),
    /// An enum has 1 to 256 values; each kind of name at most 65,536 entries.
    #[error("`{0}` has too many or no values")]
    Size(String),
}

/// The names and types that rules are checked against. Built once, when the services are loaded.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    pub(super) shapes: Arc<Shapes>,
    facts: Names,
    policies: Names,
    /// The facts of type int that are measured, each with its unit.
    scales: HashMap<FactId, Scale>,
    /// What facts count as until somebody says something, in the order of declaration.
    presumed: Vec<(FactId, Value)>,
}

/// The enums and records, shared with every [`super::Facts`] so that a value can be checked when it is set.
#[derive(Clone, Debug, Default)]
pub(super) struct Shapes {
    pub(super) enumerations: Vec<Enumeration>,
    pub(super) records: Vec<Record>,
}

#[derive(Clone, Debug)]
pub(super) struct Enumeration {
    pub(super) name: String,
    pub(super) values: Vec<String>,
}

#[derive(Clone, Debug)]
pub(super) struct Record {
    pub(super) name: String,
    pub(super) fields: Vec<(String, Type)>,
}

impl Vocabulary {
    /// A vocabulary without names.
    pub fn new() -> Self {
        Self::default()
    }

    /// Declares a closed enum; its values are ordered as given, `Value::Enum(0)` is the first.
    pub fn enumeration<S: AsRef<str>>(&mut self, name: &str, values: &[S]) -> Result<EnumId, VocabularyError> {
        check_name(name)?;
        if self.shapes.enumerations.iter().any(|other| other.name == name) {
            return Err(VocabularyError::Taken(name.to_owned()));
        }
        if values.is_empty() || values.len() > 256 {
            return Err(VocabularyError::Size(name.to_owned()));
        }
        let values: Vec<String> = values.iter().map(|value| value.as_ref().to_owned()).collect();
        if let Some((_, twice)) = (1..values.len())
            .map(|at| (at, &values[at]))
            .find(|(at, value)| values[..*at].contains(value))
        {
            return Err(VocabularyError::Taken(format!("{name}.{twice}")));
        }
        let id = next_id(self.shapes.enumerations.len(), name)?;
        let name = name.to_owned();
        Arc::make_mut(&mut self.shapes)
            .enumerations
            .push(Enumeration { name, values });
        Ok(EnumId(id))
    }

    /// Declares a record type: what one item of a list is made of. Fields are plain values.
    pub fn record<S: AsRef<str>>(&mut self, name: &str, fields: &[(S, Type)]) -> Result<RecordId, VocabularyError> {
        check_name(name)?;
        if self.shapes.records.iter().any(|other| other.name == name) {
            return Err(VocabularyError::Taken(name.to_owned()));
        }
        let mut checked: Vec<(String, Type)> = Vec::with_capacity(fields.len());
        for (field, field_type) in fields {
            let field = field.as_ref();
            check_name(field)?;
            if field.contains('.') {
                return Err(VocabularyError::Name(field.to_owned()));
            }
            if checked.iter().any(|(other, _)| other == field) {
                return Err(VocabularyError::Taken(format!("{name}.{field}")));
            }
            if matches!(field_type, Type::List(_)) {
                return Err(VocabularyError::List(format!("{name}.{field}")));
            }
            checked.push((field.to_owned(), *field_type));
        }
        next_id(checked.len(), name)?;
        let id = next_id(self.shapes.records.len(), name)?;
        let record = Record {
            name: name.to_owned(),
            fields: checked,
        };
        Arc::make_mut(&mut self.shapes).records.push(record);
        Ok(RecordId(id))
    }

    /// Declares a fact under its dotted name, such as `household.aid_status`.
    pub fn fact(&mut self, name: &str, fact_type: Type) -> Result<FactId, VocabularyError> {
        if name == "policy" || name.starts_with("policy.") {
            return Err(VocabularyError::Name(name.to_owned()));
        }
        self.facts.add(name, fact_type).map(FactId)
    }

    /// Declares a policy value under its name without the `policy.` that rules write before it.
    pub fn policy(&mut self, name: &str, policy_type: Type) -> Result<PolicyId, VocabularyError> {
        if matches!(policy_type, Type::List(_)) {
            return Err(VocabularyError::List(name.to_owned()));
        }
        self.policies.add(name, policy_type).map(PolicyId)
    }

    /// The fact with that dotted name.
    pub fn fact_named(&self, name: &str) -> Option<FactId> {
        self.facts.by_name.get(name).copied().map(FactId)
    }

    /// The dotted name of a fact.
    pub fn fact_name(&self, id: FactId) -> &str {
        &self.facts.entries[id.index()].0
    }

    /// The type of a fact.
    pub fn fact_type(&self, id: FactId) -> Type {
        self.facts.entries[id.index()].1
    }

    /// Says in which unit a fact of type int is measured: it counts the smallest parts of it.
    pub fn measured_in(&mut self, id: FactId, scale: Scale) {
        self.scales.insert(id, scale);
    }

    /// Says what a fact counts as until somebody says something.
    ///
    /// # Errors
    /// The value is not of the fact's type.
    pub fn presume(&mut self, id: FactId, value: Value) -> Result<(), ValueError> {
        Facts::new(self).set(id, value.clone())?;
        self.presumed.push((id, value));
        Ok(())
    }

    /// What a fact counts as until somebody says something, if anything.
    pub fn presumed(&self, id: FactId) -> Option<&Value> {
        let mut presumed = self.presumed.iter();
        presumed.find(|(fact, _)| *fact == id).map(|(_, value)| value)
    }

    /// The facts that count as something until somebody says something, with what they count as.
    pub fn presumptions(&self) -> impl Iterator<Item = (FactId, &Value)> {
        self.presumed.iter().map(|(fact, value)| (*fact, value))
    }

    /// In which unit a fact is measured, if it is.
    pub fn scale(&self, id: FactId) -> Option<Scale> {
        self.scales.get(&id).copied()
    }

    /// All facts in the order of declaration.
    pub fn facts(&self) -> impl ExactSizeIterator<Item = FactId> + use<> {
        (0..self.facts.entries.len()).map(|index| FactId(narrow(index)))
    }

    /// The policy value with that name (without `policy.`).
    pub fn policy_named(&self, name: &str) -> Option<PolicyId> {
        self.policies.by_name.get(name).copied().map(PolicyId)
    }

    /// The name of a policy value, without `policy.`.
    pub fn policy_name(&self, id: PolicyId) -> &str {
        &self.policies.entries[id.index()].0
    }

    /// The type of a policy value.
    pub fn policy_type(&self, id: PolicyId) -> Type {
        self.policies.entries[id.index()].1
    }

    /// All policy values in the order of declaration.
    pub fn policies(&self) -> impl ExactSizeIterator<Item = PolicyId> + use<> {
        (0..self.policies.entries.len()).map(|index| PolicyId(narrow(index)))
    }

    /// The enum with that name.
    pub fn enum_named(&self, name: &str) -> Option<EnumId> {
        let at = self
            .shapes
            .enumerations
            .iter()
            .position(|enumeration| enumeration.name == name)?;
        Some(EnumId(narrow(at)))
    }

    /// The name of an enum.
    pub fn enum_name(&self, id: EnumId) -> &str {
        &self.shapes.enumerations[id.index()].name
    }

    /// The values of an enum in order; the place is the number in `Value::Enum`.
    pub fn enum_values(&self, id: EnumId) -> &[String] {
        &self.shapes.enumerations[id.index()].values
    }

    /// The place of one value of an enum.
    pub fn enum_index(&self, id: EnumId, value: &str) -> Option<u8> {
        let at = self.enum_values(id).iter().position(|known| known == value)?;
        u8::try_from(at).ok()
    }

    /// The record type with that name.
    pub fn record_named(&self, name: &str) -> Option<RecordId> {
        let at = self.shapes.records.iter().position(|record| record.name == name)?;
        Some(RecordId(narrow(at)))
    }

    /// The fields of a record in order.
    pub fn record_fields(&self, id: RecordId) -> &[(String, Type)] {
        &self.shapes.records[id.index()].fields
    }

    /// A type as it is called in messages for engineers.
    pub(super) fn type_name(&self, of: Type) -> String {
        match of {
            Type::Bool => "bool".to_owned(),
            Type::Int => "int".to_owned(),
            Type::Fen => "fen".to_owned(),
            Type::Date => "date".to_owned(),
            Type::Month => "month".to_owned(),
            Type::Enum(id) => format!("enum {}", self.enum_name(id)),
            Type::List(id) => format!("list of {}", self.shapes.records[id.index()].name),
        }
    }
}

/// Dotted names with types, in order.
#[derive(Clone, Debug, Default)]
struct Names {
    entries: Vec<(String, Type)>,
    by_name: HashMap<String, u16>,
}

impl Names {
    fn add(&mut self, name: &str, of: Type) -> Result<u16, VocabularyError> {
        check_name(name)?;
        let begins =
            |longer: &str, shorter: &str| longer.strip_prefix(shorter).is_some_and(|rest| rest.starts_with('.'));
        let clashes = |(other, _): &(String, Type)| other == name || begins(other, name) || begins(name, other);
        if self.entries.iter().any(clashes) {
            return Err(VocabularyError::Taken(name.to_owned()));
        }
        let id = next_id(self.entries.len(), name)?;
        self.entries.push((name.to_owned(), of));
        self.by_name.insert(name.to_owned(), id);
        Ok(id)
    }
}

/// The words that CEL does not read as a name.
const KEPT_WORDS: [&str; 21] = [
    "as",
    "break",
    "const",
    "continue",
    "else",
    "false",
    "for",
    "function",
    "if",
    "import",
    "in",
    "let",
    "loop",
    "namespace",
    "null",
    "package",
    "return",
    "true",
    "var",
    "void",
    "while",
];

fn check_name(name: &str) -> Result<(), VocabularyError> {
    let fits = |segment: &str| {
        segment.starts_with(|first: char| first.is_ascii_lowercase())
            && segment
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
            && !KEPT_WORDS.contains(&segment)
    };
    if name.split('.').all(fits) {
        Ok(())
    } else {
        Err(VocabularyError::Name(name.to_owned()))
    }
}

fn next_id(count: usize, name: &str) -> Result<u16, VocabularyError> {
    u16::try_from(count).map_err(|_| VocabularyError::Size(name.to_owned()))
}

/// The index of an entry that [`next_id`] has let in.
fn narrow(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}
