//! Calendar months: awards, rolls and amounts are counted in them.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Date;

/// One month of one year, `2025-06`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month(i32);

impl Month {
    /// The month a day lies in.
    pub fn of(day: Date) -> Self {
        Self(day.year() * 12 + i32::from(u8::from(day.month())) - 1)
    }

    /// Reads `2025-06`.
    pub fn parse(text: &str) -> Option<Self> {
        super::parse_date(&format!("{text}-01")).map(Self::of)
    }

    /// Months counted from January of year 0: consecutive months differ by one.
    pub fn index(self) -> i32 {
        self.0
    }

    /// The month with that [`index`](Self::index).
    pub fn from_index(index: i32) -> Self {
        Self(index)
    }

    /// The month after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The year, and the month in it from 1 to 12.
    pub fn year_and_month(self) -> (i32, u8) {
        let month = u8::try_from(self.0.rem_euclid(12) + 1).unwrap_or(1);
        (self.0.div_euclid(12), month)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = self.year_and_month();
        write!(f, "{year:04}-{month:02}")
    }
}

impl TryFrom<String> for Month {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a month is written 2025-06")
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn december_is_followed_by_january() {
        let december = Month::parse("2025-12").unwrap();
        assert_eq!(december.next().to_string(), "2026-01");
        assert_eq!(Month::parse("2025-13"), None);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(index in 1900_i32 * 12..2200 * 12) {
            let month = Month::from_index(index);
            prop_assert_eq!(Month::parse(&month.to_string()), Some(month));
        }
    }
}
