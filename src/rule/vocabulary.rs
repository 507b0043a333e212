//! The names that rules may use, and their types.

/// A fact of the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(pub(super) usize);

/// A policy value of the vocabulary; rules read it as `policy.NAME`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PolicyId(pub(super) usize);

/// A closed list of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EnumId(pub(super) usize);

/// The shape of the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RecordId(pub(super) usize);

/// What a fact, a policy value or a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// True or false.
    Bool,
    /// A whole number.
    Int,
    /// Money, in fen. An integer literal beside money counts fen.
    Fen,
    /// A day.
    Date,
    /// A month.
    Month,
    /// One name of a closed list; written as text in rules.
    Enum(EnumId),
    /// Items of one shape, for `exists`, `all` and `size`.
    List(RecordId),
}

/// A name is in the vocabulary already.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is a {0} already")]
pub struct NameTaken(pub String);

/// All names, in the order they were declared.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    enums: Vec<Vec<String>>,
    enum_names: Vec<String>,
    records: Vec<Vec<(String, Type)>>,
    facts: Vec<(String, Type)>,
    policies: Vec<(String, Type)>,
}

impl Vocabulary {
    /// One without any names.
    pub fn new() -> Self {
        Self::default()
    }

    /// Declares a closed list of at most 256 names.
    pub fn enumeration(&mut self, name: &str, values: &[&str]) -> EnumId {
        self.enums.push(values.iter().map(|&value| value.to_owned()).collect());
        self.enum_names.push(name.to_owned());
        EnumId(self.enums.len() - 1)
    }

    /// Declares the shape of list items.
    pub fn record(&mut self, _name: &str, fields: &[(&str, Type)]) -> RecordId {
        self.records
            .push(fields.iter().map(|&(field, of)| (field.to_owned(), of)).collect());
        RecordId(self.records.len() - 1)
    }

    /// Declares a fact by its dotted name.
    ///
    /// # Errors
    /// The name is taken.
    pub fn fact(&mut self, name: &str, of: Type) -> Result<FactId, NameTaken> {
        declare(&mut self.facts, name, of).map(FactId)
    }

    /// Declares a policy value by its name without `policy.`.
    ///
    /// # Errors
    /// The name is taken.
    pub fn policy(&mut self, name: &str, of: Type) -> Result<PolicyId, NameTaken> {
        declare(&mut self.policies, name, of).map(PolicyId)
    }

    /// The fact of that name.
    pub fn fact_named(&self, name: &str) -> Option<FactId> {
        self.facts.iter().position(|(known, _)| known == name).map(FactId)
    }

    /// The policy value of that name, without `policy.`.
    pub fn policy_named(&self, name: &str) -> Option<PolicyId> {
        self.policies.iter().position(|(known, _)| known == name).map(PolicyId)
    }

    /// The dotted name of a fact.
    pub fn fact_name(&self, fact: FactId) -> &str {
        self.facts.get(fact.0).map_or("", |(name, _)| name)
    }

    /// The type of a fact.
    pub fn fact_type(&self, fact: FactId) -> Type {
        self.facts.get(fact.0).map_or(Type::Bool, |(_, of)| *of)
    }

    /// The name of a policy value.
    pub fn policy_name(&self, policy: PolicyId) -> &str {
        self.policies.get(policy.0).map_or("", |(name, _)| name)
    }

    /// The type of a policy value.
    pub fn policy_type(&self, policy: PolicyId) -> Type {
        self.policies.get(policy.0).map_or(Type::Bool, |(_, of)| *of)
    }

    /// All facts, in order.
    pub fn facts(&self) -> impl Iterator<Item = FactId> + use<> {
        (0..self.facts.len()).map(FactId)
    }

    /// All policy values, in order.
    pub fn policies(&self) -> impl Iterator<Item = PolicyId> + use<> {
        (0..self.policies.len()).map(PolicyId)
    }

    /// The names of a closed list.
    pub fn enum_values(&self, of: EnumId) -> &[String] {
        self.enums.get(of.0).map_or(&[], Vec::as_slice)
    }

    /// Where a name stands in a closed list.
    pub fn enum_index(&self, of: EnumId, value: &str) -> Option<u8> {
        let at = self.enum_values(of).iter().position(|known| known == value)?;
        u8::try_from(at).ok()
    }

    /// The fields of a record, in order.
    pub fn record_fields(&self, of: RecordId) -> &[(String, Type)] {
        self.records.get(of.0).map_or(&[], Vec::as_slice)
    }

    /// A type as error messages call it.
    pub(super) fn type_name(&self, of: Type) -> String {
        match of {
            Type::Bool => "bool".to_owned(),
            Type::Int => "int".to_owned(),
            Type::Fen => "fen".to_owned(),
            Type::Date => "date".to_owned(),
            Type::Month => "month".to_owned(),
            Type::Enum(id) => self.enum_names.get(id.0).cloned().unwrap_or_default(),
            Type::List(_) => "list".to_owned(),
        }
    }
}

fn declare(names: &mut Vec<(String, Type)>, name: &str, of: Type) -> Result<usize, NameTaken> {
    if names.iter().any(|(known, _)| known == name) {
        return Err(NameTaken(name.to_owned()));
    }
    names.push((name.to_owned(), of));
    Ok(names.len() - 1)
}
