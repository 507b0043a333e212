//! What the register knows of a person, as facts of the rules.

use super::Entry;
use crate::calendar::Date;
use crate::rule::{Facts, Type, Value, Vocabulary};

/// The facts that the register answers, as far as it knows them.
pub const REGISTERED: [&str; 7] = [
    "certificate.components",
    "certificate.grade",
    "certificate.present",
    "certificate.status",
    "certificate.valid_until",
    "household.aid_status",
    "hukou.in_province",
];

impl Entry {
    /// The facts that the register answers. What it does not say stays unknown.
    pub fn facts(&self, vocabulary: &Vocabulary) -> Facts {
        let mut stated = Stated {
            vocabulary,
            facts: Facts::new(vocabulary),
        };
        let certificate = self.certificate.as_ref();
        stated.set("hukou.in_province", Value::Bool(self.hukou_county.in_hunan()));
        stated.set("certificate.present", Value::Bool(certificate.is_some()));
        let grade = certificate.map_or(0, |certificate| i64::from(certificate.number.grade().number()));
        stated.set("certificate.grade", Value::Int(grade));
        stated.set_enum(
            "certificate.status",
            certificate.map_or("none", |certificate| certificate.status.as_str()),
        );
        let last_day = certificate.and_then(|certificate| certificate.valid_until);
        stated.set("certificate.valid_until", Value::Date(last_day.unwrap_or(Date::MAX)));
        if certificate.is_none_or(|certificate| !certificate.components.is_empty()) {
            stated.set_components(self);
        }
        if let Some(aid_status) = self.aid_status {
            stated.set_enum("household.aid_status", aid_status.as_str());
        }
        stated.facts
    }
}

struct Stated<'v> {
    vocabulary: &'v Vocabulary,
    facts: Facts,
}

impl Stated<'_> {
    fn set(&mut self, fact: &str, value: Value) {
        if let Some(id) = self.vocabulary.fact_named(fact) {
            self.facts.state(id, value);
        }
    }

    fn set_enum(&mut self, fact: &str, value: &str) {
        let of = self.vocabulary.fact_named(fact).map(|id| self.vocabulary.fact_type(id));
        if let Some(Type::Enum(of)) = of
            && let Some(index) = self.vocabulary.enum_index(of, value)
        {
            self.set(fact, Value::Enum(index));
        }
    }

    fn set_components(&mut self, entry: &Entry) {
        const FACT: &str = "certificate.components";
        let of = self.vocabulary.fact_named(FACT).map(|id| self.vocabulary.fact_type(id));
        let Some(Type::List(record)) = of else { return };
        let fields = self.vocabulary.record_fields(record);
        let components = entry.certificate.iter().flat_map(|certificate| &certificate.components);
        let items = components.map(|component| {
            let fields = fields.iter().map(|(name, of)| match (name.as_str(), of) {
                ("category", Type::Enum(of)) => {
                    let index = self.vocabulary.enum_index(*of, component.category.as_str());
                    index.map(Value::Enum)
                }
                ("grade", _) => Some(Value::Int(i64::from(component.grade.number()))),
                _ => None,
            });
            fields.collect()
        });
        let items = items.collect();
        self.set(FACT, Value::List(items));
    }
}
