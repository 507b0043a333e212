//! What is known of a person, and what a policy sets.

use super::vocabulary::{FactId, PolicyId, Type, Vocabulary};
use crate::calendar::{Date, Month};

/// One value of a [`Type`].
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Of [`Type::Bool`].
    Bool(bool),
    /// Of [`Type::Int`].
    Int(i64),
    /// Of [`Type::Fen`].
    Fen(i64),
    /// Of [`Type::Date`].
    Date(Date),
    /// Of [`Type::Month`].
    Month(Month),
    /// Of [`Type::Enum`]: the place in its list.
    Enum(u8),
    /// Of [`Type::List`]: each item's fields in the record's order, `None` where unknown.
    List(Vec<Vec<Option<Value>>>),
}

impl Value {
    /// The number that programs reckon with: 0 and 1, fen, Julian day, month index, place in the list. `None` for lists.
    pub(super) fn scalar(&self) -> Option<i64> {
        match self {
            Self::Bool(flag) => Some(i64::from(*flag)),
            Self::Int(number) | Self::Fen(number) => Some(*number),
            Self::Date(day) => Some(i64::from(day.to_julian_day())),
            Self::Month(month) => Some(i64::from(month.index())),
            Self::Enum(index) => Some(i64::from(*index)),
            Self::List(_) => None,
        }
    }

    /// The value of a type that a number stands for.
    pub(super) fn from_scalar(scalar: i64, of: Type) -> Option<Self> {
        match of {
            Type::Bool => Some(Self::Bool(scalar != 0)),
            Type::Int => Some(Self::Int(scalar)),
            Type::Fen => Some(Self::Fen(scalar)),
            Type::Date => i32::try_from(scalar)
                .ok()
                .and_then(|day| Date::from_julian_day(day).ok())
                .map(Self::Date),
            Type::Month => i32::try_from(scalar)
                .ok()
                .map(|index| Self::Month(Month::from_index(index))),
            Type::Enum(_) => u8::try_from(scalar).ok().map(Self::Enum),
            Type::List(_) => None,
        }
    }

    pub(super) fn is_of(&self, of: Type) -> bool {
        matches!(
            (self, of),
            (Self::Bool(_), Type::Bool)
                | (Self::Int(_), Type::Int)
                | (Self::Fen(_), Type::Fen)
                | (Self::Date(_), Type::Date)
                | (Self::Month(_), Type::Month)
                | (Self::Enum(_), Type::Enum(_))
                | (Self::List(_), Type::List(_))
        )
    }
}

/// What is known of one person. Every fact starts unknown.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    values: Vec<Option<Value>>,
}

impl Facts {
    /// Nothing is known.
    pub fn new(vocabulary: &Vocabulary) -> Self {
        Self {
            values: vocabulary.facts().map(|_| None).collect(),
        }
    }

    /// Learns a fact. The value must be of the fact's type.
    pub fn set(&mut self, fact: FactId, value: Value) {
        if let Some(place) = self.values.get_mut(fact.0) {
            *place = Some(value);
        }
    }

    /// Makes a fact unknown again.
    pub fn forget(&mut self, fact: FactId) {
        if let Some(place) = self.values.get_mut(fact.0) {
            *place = None;
        }
    }

    /// A fact, if known.
    pub fn get(&self, fact: FactId) -> Option<&Value> {
        self.values.get(fact.0)?.as_ref()
    }
}

/// The value of every policy key, for one division and month, or of a profile.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyValues {
    values: Vec<Value>,
}

impl PolicyValues {
    /// Off and zero everywhere; to be set key by key.
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let zero = |key| match vocabulary.policy_type(key) {
            Type::Bool => Value::Bool(false),
            Type::Fen => Value::Fen(0),
            _ => Value::Int(0),
        };
        Self {
            values: vocabulary.policies().map(zero).collect(),
        }
    }

    /// Sets a key. The value must be of the key's type.
    pub fn set(&mut self, key: PolicyId, value: Value) {
        if let Some(place) = self.values.get_mut(key.0) {
            *place = value;
        }
    }

    /// The value of a key.
    pub fn get(&self, key: PolicyId) -> &Value {
        self.values.get(key.0).unwrap_or(&Value::Bool(false))
    }
}
