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
