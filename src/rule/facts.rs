//! What is known about one person, and the policy values of one place and day.

use std::sync::Arc;

use super::vocabulary::{FactId, PolicyId, Shapes, Type, Vocabulary};
use crate::calendar::{Date, Month};

/// A value of a fact, of a field or of a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Money in fen.
    Fen(i64),
    /// A civil day.
    Date(Date),
    /// A calendar month.
    Month(Month),
    /// The place of a value in its closed enum.
    Enum(u8),
    /// The items of a list: each holds its fields in declared order, `None` where unknown.
    List(Vec<Vec<Option<Value>>>),
}

/// A value that does not fit its name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// Another type, an enum place that does not exist, or an item with other fields than its record.
    #[error("a value of another type")]
    Type,
    /// A policy value that the rules can read is not there.
    #[error("policy.{0} has no value")]
    MissingPolicy(String),
}

impl Value {
    /// The number that stands for a plain value inside programs and columns: bool 0 or 1, enum place,
    /// fen, Julian day, month index. `None` for a list.
    pub(super) fn scalar(&self) -> Option<i64> {
        match self {
            Self::Bool(value) => Some(i64::from(*value)),
            Self::Int(value) | Self::Fen(value) => Some(*value),
            Self::Date(value) => Some(i64::from(value.to_julian_day())),
            Self::Month(value) => Some(i64::from(value.index())),
            Self::Enum(value) => Some(i64::from(*value)),
            Self::List(_) => None,
        }
    }

    /// The value of a type that a number stands for. `None` for lists and numbers outside the type.
    pub(super) fn from_scalar(of: Type, number: i64) -> Option<Self> {
        match of {
            Type::Bool => Some(Self::Bool(number != 0)),
            Type::Int => Some(Self::Int(number)),
            Type::Fen => Some(Self::Fen(number)),
            Type::Date => day_of(number).map(Self::Date),
            Type::Month => i32::try_from(number)
                .ok()
                .map(|index| Self::Month(Month::from_index(index))),
            Type::Enum(_) => u8::try_from(number).ok().map(Self::Enum),
            Type::List(_) => None,
        }
    }

    fn is_of(&self, expected: Type, shapes: &Shapes) -> bool {
        match (self, expected) {
            (Self::Bool(_), Type::Bool)
            | (Self::Int(_), Type::Int)
            | (Self::Fen(_), Type::Fen)
            | (Self::Date(_), Type::Date)
            | (Self::Month(_), Type::Month) => true,
            (Self::Enum(place), Type::Enum(id)) => usize::from(*place) < shapes.enumerations[id.index()].values.len(),
            (Self::List(items), Type::List(id)) => {
                let fields = &shapes.records[id.index()].fields;
                let fits = |(value, (_, of)): (&Option<Self>, &(String, Type))| {
                    value.as_ref().is_none_or(|value| value.is_of(*of, shapes))
                };
                items
                    .iter()
                    .all(|item| item.len() == fields.len() && item.iter().zip(fields).all(fits))
            }
            _ => false,
        }
    }
}

/// The day that a Julian day number stands for.
pub(super) fn day_of(julian: i64) -> Option<Date> {
    Date::from_julian_day(i32::try_from(julian).ok()?).ok()
}

/// What is known about one person: a value for each fact of a [`Vocabulary`], or nothing yet.
#[derive(Clone, Debug)]
pub struct Facts {
    slots: Vec<(Type, Option<Value>)>,
    shapes: Arc<Shapes>,
}

impl Facts {
    /// Nothing is known.
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let slots = vocabulary.facts().map(|id| (vocabulary.fact_type(id), None)).collect();
        Self {
            slots,
            shapes: Arc::clone(&vocabulary.shapes),
        }
    }

    /// States a fact. A value of another type is refused and changes nothing.
    pub fn set(&mut self, id: FactId, value: Value) -> Result<(), ValueError> {
        let (expected, slot) = &mut self.slots[id.index()];
        if !value.is_of(*expected, &self.shapes) {
            return Err(ValueError::Type);
        }
        *slot = Some(value);
        Ok(())
    }

    /// States a fact with a value that was checked against the vocabulary when it was read, as all data of the
    /// catalogue is. One of another type, a mistake in our code, leaves the fact as it was.
    pub fn state(&mut self, id: FactId, value: Value) {
        let stated = self.set(id, value);
        debug_assert!(stated.is_ok(), "{id:?} was stated with a value of another type");
    }

    /// Makes a fact unknown again.
    pub fn forget(&mut self, id: FactId) {
        self.slots[id.index()].1 = None;
    }

    /// What is known of a fact.
    pub fn get(&self, id: FactId) -> Option<&Value> {
        self.slots[id.index()].1.as_ref()
    }

    /// What is known of the fact with that [`FactId::index`].
    pub(super) fn get_at(&self, index: usize) -> Option<&Value> {
        self.slots.get(index)?.1.as_ref()
    }

    pub(super) fn items(&self, id: FactId) -> Option<&[Vec<Option<Value>>]> {
        match self.get(id) {
            Some(Value::List(items)) => Some(items),
            _ => None,
        }
    }
}

/// A value for every policy name of a [`Vocabulary`]: never unknown.
#[derive(Clone, Debug)]
pub struct PolicyValues {
    slots: Vec<(Type, i64)>,
    shapes: Arc<Shapes>,
}

impl PolicyValues {
    /// Asks `look_up` for every policy name (without `policy.`); the first that has no value, or one of
    /// another type, is the error.
    pub fn new(
        vocabulary: &Vocabulary,
        mut look_up: impl FnMut(PolicyId, &str) -> Option<Value>,
    ) -> Result<Self, ValueError> {
        let mut slots = Vec::with_capacity(vocabulary.policies().len());
        for id in vocabulary.policies() {
            let name = vocabulary.policy_name(id);
            let value = look_up(id, name).ok_or_else(|| ValueError::MissingPolicy(name.to_owned()))?;
            let of = vocabulary.policy_type(id);
            slots.push((of, checked_scalar(&value, of, &vocabulary.shapes)?));
        }
        Ok(Self {
            slots,
            shapes: Arc::clone(&vocabulary.shapes),
        })
    }

    /// The value of a policy name.
    pub fn get(&self, id: PolicyId) -> Value {
        let (of, number) = self.slots[id.index()];
        // What was let in by its type always comes back out.
        Value::from_scalar(of, number).unwrap_or(Value::Int(number))
    }

    /// Replaces a value, as a simulation does. Another type is refused and changes nothing.
    pub fn set(&mut self, id: PolicyId, value: &Value) -> Result<(), ValueError> {
        let (of, slot) = &mut self.slots[id.index()];
        *slot = checked_scalar(value, *of, &self.shapes)?;
        Ok(())
    }

    pub(super) fn scalar(&self, id: PolicyId) -> i64 {
        self.slots[id.index()].1
    }
}

fn checked_scalar(value: &Value, of: Type, shapes: &Shapes) -> Result<i64, ValueError> {
    if value.is_of(of, shapes) {
        value.scalar().ok_or(ValueError::Type)
    } else {
        Err(ValueError::Type)
    }
}
