//! Measured numbers: a width, a weight, an age. Whole numbers of the smallest part of a unit that is told apart;
//! never floats.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::person::{closed_list, normalise};

closed_list! {
    /// A unit that people measure in, or count by.
    Unit {
        /// 厘米
        Centimetre = "cm",
        /// 米
        Metre = "m",
        /// 公斤
        Kilogram = "kg",
        /// How many there are.
        Count = "count",
        /// How many years something takes or is old.
        Year = "year",
        /// How many years somebody is old.
        Age = "age",
    }
}

impl Unit {
    /// What people type behind a number of it.
    const fn typed_as(self) -> &'static [&'static str] {
        match self {
            Self::Centimetre => &["cm", "㎝", "厘米", "公分"],
            Self::Metre => &["m", "米", "公尺"],
            Self::Kilogram => &["kg", "㎏", "公斤", "千克"],
            Self::Count => &["个", "人", "级", "件", "次"],
            Self::Year => &["年", "year", "years"],
            Self::Age => &["岁", "周岁", "years", "yearsold"],
        }
    }
}

/// How finely something is measured: in which unit, to how many decimals of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Scale {
    /// The unit.
    pub unit: Unit,
    /// How many decimals are told apart, at most [`Scale::FINEST`].
    pub decimals: u8,
}

/// A measured number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Quantity {
    /// How many of the smallest parts: of 72.5 centimetres to one decimal, 725.
    pub parts: i64,
    /// Of what.
    #[serde(flatten)]
    pub scale: Scale,
}

/// What is wrong with a typed number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberProblem {
    /// Nothing was typed.
    Missing,
    /// Not a number.
    Wrong,
    /// Another unit stands behind it.
    OtherUnit,
    /// More decimals than are told apart.
    TooFine,
    /// More than any number that is kept.
    TooLarge,
}

impl Scale {
    /// The most decimals.
    pub const FINEST: u8 = 3;

    /// So many whole units.
    pub fn whole(self, units: i64) -> Option<Quantity> {
        let parts = units.checked_mul(10_i64.checked_pow(self.decimals.into())?)?;
        Some(Quantity { parts, scale: self })
    }

    /// Reads a number as people type it: full-width, with spaces, with a comma between thousands, with the unit behind.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(self, typed: &str) -> Result<Quantity, NumberProblem> {
        // A Chinese keyboard types its full stop for the point.
        let plain = normalise::line(typed)
            .replace(' ', "")
            .replace('。', ".")
            .to_lowercase();
        if plain.is_empty() {
            return Err(NumberProblem::Missing);
        }
        let of_number = |typed: char| typed.is_ascii_digit() || typed == '.' || typed == ',';
        let (number, unit) = plain.split_at(plain.find(|typed: char| !of_number(typed)).unwrap_or(plain.len()));
        if number.is_empty() {
            return Err(NumberProblem::Wrong);
        }
        if !(unit.is_empty() || self.unit.typed_as().contains(&unit)) {
            let a_unit = unit.chars().all(char::is_alphabetic);
            return Err(if a_unit {
                NumberProblem::OtherUnit
            } else {
                NumberProblem::Wrong
            });
        }
        // 72.50 is as fine as 72.5.
        let number = match number.split_once('.') {
            Some((whole, decimals)) if !decimals.is_empty() && decimals.bytes().all(|typed| typed == b'0') => whole,
            Some(_) => number.trim_end_matches('0'),
            None => number,
        };
        let parts = decimal(number, self.decimals)?;
        Ok(Quantity { parts, scale: self })
    }

    /// Reads [`Quantity::to_text`] back.
    pub fn from_text(self, text: &str) -> Option<Quantity> {
        let number = text.strip_suffix(self.unit.as_str())?;
        let parts = decimal(number, self.decimals).ok()?;
        Some(Quantity { parts, scale: self })
    }
}

impl Quantity {
    /// Number and unit, of ASCII characters alone: `72.5cm`.
    pub fn to_text(self) -> String {
        format!("{self}{}", self.scale.unit)
    }

    /// The whole units, where it has no fraction: `72.5` has none, `72.0` has 72.
    pub fn whole_units(self) -> Option<i64> {
        let one = 10_i64.checked_pow(self.scale.decimals.into())?;
        (self.parts % one == 0).then(|| self.parts / one)
    }
}

/// The number without its unit, as it reads right aloud: `72.5`, `72`; no thousands separator.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.parts < 0 { "-" } else { "" };
        let decimals = usize::from(self.scale.decimals);
        let digits = format!("{:0>width$}", self.parts.unsigned_abs(), width = decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        let fraction = fraction.trim_end_matches('0');
        if fraction.is_empty() {
            write!(f, "{sign}{whole}")
        } else {
            write!(f, "{sign}{whole}.{fraction}")
        }
    }
}

/// A number of at most so many decimals as a whole number of the smallest part; a comma may stand between thousands.
///
/// # Errors
/// No such number, finer than that, or too large for anything.
pub(crate) fn decimal(plain: &str, decimals: u8) -> Result<i64, NumberProblem> {
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let thousands = groups.all(|group| group.len() == 3 && digits(group));
    if !thousands || !digits(first) || (whole.contains(',') && first.len() > 3) || !digits(fraction) {
        return Err(NumberProblem::Wrong);
    }
    let decimals = usize::from(decimals);
    let fraction = if plain.contains('.') { fraction } else { "" };
    if fraction.len() > decimals {
        return Err(NumberProblem::TooFine);
    }
    let digits = format!("{}{fraction:0<decimals$}", whole.replace(',', ""));
    digits.parse().map_err(|_| NumberProblem::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WIDTH: Scale = Scale {
        unit: Unit::Centimetre,
        decimals: 1,
    };

    #[test]
    fn a_number_is_read_as_people_type_it() {
        let same = [
            "72.5",
            " 72.5 ",
            "７２．５",
            "72。5",
            "72.50",
            "72.5cm",
            "72.5 CM",
            "７２．５厘米",
            "72.5 公分",
        ];
        for typed in same {
            assert_eq!(WIDTH.read(typed).map(|read| read.parts), Ok(725), "{typed}");
        }
        assert_eq!(WIDTH.read("1,072").map(|read| read.parts), Ok(10_720));
        assert_eq!(WIDTH.read("72.0").map(|read| read.parts), Ok(720));
        assert_eq!(WIDTH.read("0").map(|read| read.parts), Ok(0));
        for (typed, problem) in [
            ("", NumberProblem::Missing),
            (" \u{3000}", NumberProblem::Missing),
            ("七十二", NumberProblem::Wrong),
            ("72,5", NumberProblem::Wrong),
            ("-3", NumberProblem::Wrong),
            ("7.2.5", NumberProblem::Wrong),
            (".5", NumberProblem::Wrong),
            ("72-75", NumberProblem::Wrong),
            ("0.725米", NumberProblem::OtherUnit),
            ("725 mm", NumberProblem::OtherUnit),
            ("72.55", NumberProblem::TooFine),
            ("99999999999999999999", NumberProblem::TooLarge),
        ] {
            assert_eq!(WIDTH.read(typed), Err(problem), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_and_kept_reads_back(parts in 0_i64..1_000_000_000, decimals in 0..=Scale::FINEST, at in 0..6_usize) {
            let scale = Scale { unit: Unit::ALL[at], decimals };
            let quantity = Quantity { parts, scale };
            prop_assert_eq!(scale.read(&quantity.to_string()), Ok(quantity));
            prop_assert_eq!(scale.from_text(&quantity.to_text()), Some(quantity));
            for unit in scale.unit.typed_as() {
                prop_assert_eq!(scale.read(&format!("{quantity} {unit}")), Ok(quantity));
            }
            let full_width: String = quantity.to_string().chars().map(|digit| char::from_u32(u32::from(digit) + 0xFEE0).unwrap()).collect();
            prop_assert_eq!(scale.read(&full_width), Ok(quantity));
        }

        #[test]
        fn no_text_panics(typed in "\\PC*") {
            let _ = WIDTH.read(&typed);
            let _ = WIDTH.from_text(&typed);
        }
    }
}
