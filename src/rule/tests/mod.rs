//! The rule room, tried through its public surface.

mod arbitrary;
mod blocks;
mod interpreter;
mod language;
mod properties;
mod refusals;

use super::*;
use crate::calendar::{Date, Month, parse_date};

/// A small world with every type in it.
pub(super) struct World {
    pub(super) vocabulary: Vocabulary,
    pub(super) facts: Facts,
    pub(super) policies: PolicyValues,
}

pub(super) fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

impl World {
    pub(super) fn new() -> Self {
        let mut vocabulary = Vocabulary::new();
        let aid = vocabulary
            .enumeration("aid_status", &["none", "dibao", "tekun"])
            .unwrap();
        let category = vocabulary
            .enumeration("category", &["visual", "hearing", "intellectual", "mental"])
            .unwrap();
        let component = vocabulary
            .record("component", &[("category", Type::Enum(category)), ("grade", Type::Int)])
            .unwrap();
        let child = vocabulary
            .record("child", &[("birth", Type::Date), ("at_school", Type::Bool)])
            .unwrap();
        for (name, of) in [
            ("household.aid_status", Type::Enum(aid)),
            ("household.before.aid_status", Type::Enum(aid)),
            ("household.size", Type::Int),
            ("household.income", Type::Fen),
            ("person.birth", Type::Date),
            ("person.serving_sentence", Type::Bool),
            ("residence.in_province", Type::Bool),
            ("application.on", Type::Date),
            ("award.from", Type::Month),
            ("award.until", Type::Month),
            ("certificate.components", Type::List(component)),
            ("certificate.grade", Type::Int),
            ("children", Type::List(child)),
        ] {
            vocabulary.fact(name, of).unwrap();
        }
        for (name, of) in [
            ("living_monthly", Type::Fen),
            ("living_covers_marginal", Type::Bool),
            ("adult_age", Type::Int),
            ("starts_on", Type::Date),
        ] {
            vocabulary.policy(name, of).unwrap();
        }
        let facts = Facts::new(&vocabulary);
        let policies = PolicyValues::new(&vocabulary, |_, name| match name {
            "living_monthly" => Some(Value::Fen(7000)),
            "living_covers_marginal" => Some(Value::Bool(true)),
            "adult_age" => Some(Value::Int(18)),
            "starts_on" => Some(Value::Date(day("2021-01-01"))),
            _ => None,
        });
        Self {
            vocabulary,
            facts,
            policies: policies.unwrap(),
        }
    }

    pub(super) fn set(&mut self, name: &str, value: Value) -> &mut Self {
        self.facts
            .set(self.vocabulary.fact_named(name).unwrap(), value)
            .unwrap();
        self
    }

    pub(super) fn compile(&self, source: &str, expected: Type) -> Program {
        Program::compile(source, expected, &self.vocabulary).unwrap_or_else(|error| panic!("{source}: {error}"))
    }

    /// Whether a rule holds now.
    pub(super) fn holds(&self, source: &str) -> Option<bool> {
        self.compile(source, Type::Bool).holds(&self.facts, &self.policies)
    }

    pub(super) fn value(&self, source: &str, expected: Type) -> Option<Value> {
        self.compile(source, expected).evaluate(&self.facts, &self.policies)
    }

    /// The names of what is missing, with item and field where it is in a list.
    pub(super) fn missing(&self, source: &str) -> Vec<String> {
        let missing = self.compile(source, Type::Bool).missing(&self.facts, &self.policies);
        let name = |Missing { fact, item }: Missing| {
            let name = self.vocabulary.fact_name(fact);
            item.map_or_else(|| name.to_owned(), |(place, field)| format!("{name}[{place}].{field}"))
        };
        missing.into_iter().map(name).collect()
    }
}

pub(super) fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}
