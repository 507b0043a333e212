//! Values of facts as JSON, for assessments and stored applications.

use serde_json::{Map, Value as Json, json};

use super::facts::Value;
use super::vocabulary::{FactId, PolicyId, Type, Vocabulary};
use crate::calendar::{Date, Month, parse_date};

impl Vocabulary {
    /// A fact's value: names of enumerations, `2025-06-18`, fen; `null` for the day of what does not expire and for an
    /// unknown field of a list's item.
    pub fn value_to_json(&self, fact: FactId, value: &Value) -> Json {
        self.to_json(self.fact_type(fact), value)
    }

    /// Reads [`value_to_json`](Self::value_to_json) back; `None` for what is no value of that fact.
    pub fn value_from_json(&self, fact: FactId, json: &Json) -> Option<Value> {
        self.read_json(self.fact_type(fact), json)
    }

    /// Reads a policy value as assessments keep it; `None` for what is no value of that key.
    pub fn policy_from_json(&self, key: PolicyId, json: &Json) -> Option<Value> {
        self.read_json(self.policy_type(key), json)
    }

    fn to_json(&self, of: Type, value: &Value) -> Json {
        match (value, of) {
            (Value::Bool(flag), _) => json!(flag),
            (Value::Int(number) | Value::Fen(number), _) => json!(number),
            (Value::Date(day), _) if *day == Date::MAX => Json::Null,
            (Value::Date(day), _) => json!(day.to_string()),
            (Value::Month(month), _) => json!(month.to_string()),
            (Value::Enum(index), Type::Enum(id)) => json!(self.enum_values(id).get(usize::from(*index))),
            (Value::List(items), Type::List(record)) => {
                let fields = self.record_fields(record);
                let item = |item: &Vec<Option<Value>>| {
                    let known = fields.iter().zip(item).map(|((field, of), value)| {
                        let value = value.as_ref().map_or(Json::Null, |value| self.to_json(*of, value));
                        (field.clone(), value)
                    });
                    Json::Object(known.collect::<Map<_, _>>())
                };
                Json::Array(items.iter().map(item).collect())
            }
            (Value::Enum(_) | Value::List(_), _) => Json::Null,
        }
    }

    fn read_json(&self, of: Type, json: &Json) -> Option<Value> {
        match of {
            Type::Bool => json.as_bool().map(Value::Bool),
            Type::Int => json.as_i64().map(Value::Int),
            Type::Fen => json.as_i64().map(Value::Fen),
            Type::Date if json.is_null() => Some(Value::Date(Date::MAX)),
            Type::Date => parse_date(json.as_str()?).map(Value::Date),
            Type::Month => Month::parse(json.as_str()?).map(Value::Month),
            Type::Enum(id) => self.enum_index(id, json.as_str()?).map(Value::Enum),
            Type::List(record) => {
                let fields = self.record_fields(record);
                let field = |item: &Json, name: &str, of: Type| match item.get(name) {
                    None | Some(Json::Null) => Some(None),
                    Some(value) => self.read_json(of, value).map(Some),
                };
                let item = |item: &Json| fields.iter().map(|(name, of)| field(item, name, *of)).collect();
                json.as_array()?
                    .iter()
                    .map(item)
                    .collect::<Option<Vec<_>>>()
                    .map(Value::List)
            }
        }
    }
}
