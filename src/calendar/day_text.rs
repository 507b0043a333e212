//! Days in stored values: `#[serde(with = "zhida::calendar::day_text")]` writes `2025-06-18`.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::Serializer;

use super::{Date, parse_date};

/// Writes a day.
pub fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

/// Reads a day.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse_date(&text).ok_or_else(|| D::Error::custom("a day is written 2025-06-18"))
}

/// The same for a day that may not be known: `null`.
pub mod optional {
    use super::{Date, Deserialize, Deserializer, Error, Serializer, parse_date};

    /// Writes a day or nothing.
    pub fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => serializer.collect_str(day),
            None => serializer.serialize_none(),
        }
    }

    /// Reads a day or nothing.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        let read = |text: String| parse_date(&text).ok_or_else(|| D::Error::custom("a day is written 2025-06-18"));
        text.map(read).transpose()
    }
}
