//! The resident identity number (公民身份号码), GB 11643-1999.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Sex, normalise};
use crate::calendar::{Date, parse_date};

/// A number whose form, birth date and check character are right. Whether it was ever given to anybody, and whether
/// its address code is still in use, it does not say: a number is for life and keeps the code of first registration.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ResidentId {
    text: String,
    birth_date: Date,
}

/// What is wrong with a typed resident ID number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResidentIdProblem {
    /// Nothing was typed.
    Empty,
    /// Fifteen digits: a number of the first generation, no longer in use.
    FirstGeneration,
    /// Fewer than 18 characters.
    TooShort {
        /// How many there are, spaces and hyphens not counted.
        typed: usize,
    },
    /// More than 18 characters.
    TooLong {
        /// How many there are, spaces and hyphens not counted.
        typed: usize,
    },
    /// Something else than a digit, or than a digit or X at the end.
    WrongCharacter {
        /// Where, counted from 1.
        position: usize,
    },
    /// Characters 7 to 14 are not a day of the calendar.
    NoSuchBirthDate,
    /// The birth date lies in the future.
    BornInFuture,
    /// The last character does not fit the others: one or more of them are mistyped.
    WrongCheckCharacter,
}

impl ResidentId {
    /// How many characters a number has.
    pub const LENGTH: usize = 18;

    /// Reads what was typed, with spaces, hyphens, full-width characters or a small x.
    pub fn parse(raw: &str) -> Result<Self, ResidentIdProblem> {
        let text = normalise::number(raw);
        check_form(&text)?;
        let birth_date = birth_date(&text).ok_or(ResidentIdProblem::NoSuchBirthDate)?;
        if text.as_bytes().get(17).copied() != Some(check_character(&text)) {
            return Err(ResidentIdProblem::WrongCheckCharacter);
        }
        Ok(Self { text, birth_date })
    }

    /// As [`parse`](Self::parse), and born by that day.
    pub fn parse_on(raw: &str, today: Date) -> Result<Self, ResidentIdProblem> {
        let id = Self::parse(raw)?;
        if id.born_after(today) {
            Err(ResidentIdProblem::BornInFuture)
        } else {
            Ok(id)
        }
    }

    /// The number, 18 characters, X in upper case.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The birth date that the number states.
    pub const fn birth_date(&self) -> Date {
        self.birth_date
    }

    /// Whether the stated birth date lies after that day. The domain has no clock: the caller says what today is.
    pub fn born_after(&self, day: Date) -> bool {
        self.birth_date > day
    }

    /// The sex that the number states: odd sequence numbers are male.
    pub fn sex(&self) -> Sex {
        if self.text.as_bytes().get(16).is_some_and(|digit| digit % 2 == 1) {
            Sex::Male
        } else {
            Sex::Female
        }
    }

    /// The six digits of the county of first registration, perhaps long retired; no proof of the present hukou.
    pub fn prefix(&self) -> &str {
        self.groups()[0]
    }

    /// Address code, birth date, sequence with check character: how the number is shown, grouped by style alone.
    pub fn groups(&self) -> [&str; 3] {
        let (prefix, rest) = self.text.split_at(6);
        let (birth, rest) = rest.split_at(8);
        [prefix, birth, rest]
    }

    /// First six and last four characters: `430626********9988`.
    pub fn masked(&self) -> String {
        let [prefix, _, rest] = self.groups();
        format!("{prefix}********{rest}")
    }
}

impl fmt::Debug for ResidentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ResidentId({})", self.masked())
    }
}

impl TryFrom<String> for ResidentId {
    type Error = ResidentIdProblem;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<ResidentId> for String {
    fn from(id: ResidentId) -> Self {
        id.text
    }
}

impl ResidentIdProblem {
    /// The stable name of the problem, for texts and interfaces.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "resident_id_empty",
            Self::FirstGeneration => "resident_id_first_generation",
            Self::TooShort { .. } => "resident_id_too_short",
            Self::TooLong { .. } => "resident_id_too_long",
            Self::WrongCharacter { .. } => "resident_id_wrong_character",
            Self::NoSuchBirthDate => "resident_id_no_such_birth_date",
            Self::BornInFuture => "resident_id_born_in_future",
            Self::WrongCheckCharacter => "resident_id_wrong_check_character",
        }
    }
}

impl fmt::Display for ResidentIdProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for ResidentIdProblem {}

fn check_form(text: &str) -> Result<(), ResidentIdProblem> {
    let typed = text.chars().count();
    let wrong = text
        .chars()
        .enumerate()
        .find(|&(at, found)| !(found.is_ascii_digit() || (found == 'X' && at == 17)));
    match (typed, wrong) {
        (0, _) => Err(ResidentIdProblem::Empty),
        (15, None) => Err(ResidentIdProblem::FirstGeneration),
        // Length before characters: who left one out sees X in the wrong place only because of that.
        (..ResidentId::LENGTH, _) => Err(ResidentIdProblem::TooShort { typed }),
        (ResidentId::LENGTH, Some((at, _))) => Err(ResidentIdProblem::WrongCharacter { position: at + 1 }),
        (ResidentId::LENGTH, None) => Ok(()),
        _ => Err(ResidentIdProblem::TooLong { typed }),
    }
}

/// Years before 1800 are mistypings: nobody of that age is alive to apply.
fn birth_date(text: &str) -> Option<Date> {
    let (year, month, day) = (text.get(6..10)?, text.get(10..12)?, text.get(12..14)?);
    parse_date(&format!("{year}-{month}-{day}")).filter(|date| date.year() >= 1800)
}

/// The check character over the first 17 digits: ISO 7064, MOD 11-2.
///
/// Guaranteed by it: every single mistyped character is found, and every swap of two unequal characters unless they
/// stand exactly ten places apart (there the weights are equal). Other mistakes pass once in eleven times.
fn check_character(text: &str) -> u8 {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = text
        .bytes()
        .zip(WEIGHTS)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    b"10X98765432"[usize::try_from(sum % 11).unwrap_or_default()]
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    const OF_THE_STANDARD: [&str; 3] = ["11010519491231002X", "440524188001010014", "370101190102039973"];

    /// The invented people of the test scenarios and those who file for them.
    const OF_THE_SCENARIOS: [(&str, Sex); 15] = [
        ("430626198808089988", Sex::Female),
        ("430104202002209999", Sex::Male),
        ("430405195303039997", Sex::Male),
        ("431321196606069990", Sex::Male),
        ("431022199010109991", Sex::Male),
        ("43112219760707998X", Sex::Female),
        ("430923200101019991", Sex::Male),
        ("433101201411119985", Sex::Female),
        ("430181197505159996", Sex::Male),
        ("430702199202229981", Sex::Female),
        ("430104199101019985", Sex::Female),
        ("430405197909099993", Sex::Male),
        ("431321198505059987", Sex::Female),
        ("430923196906099993", Sex::Male),
        ("430702198303139980", Sex::Female),
    ];

    /// A valid number, its check character computed the other way of ISO 7064 (recursive, without a table).
    pub(in crate::person) fn valid_ids() -> impl Strategy<Value = String> {
        let days = Date::from_calendar_date(1800, time::Month::January, 1)
            .unwrap()
            .to_julian_day()
            ..=Date::from_calendar_date(2099, time::Month::December, 31)
                .unwrap()
                .to_julian_day();
        (100_000_u32..1_000_000, days, 0_u32..1000).prop_map(|(prefix, day, sequence)| {
            let day = Date::from_julian_day(day).unwrap();
            with_check(&format!(
                "{prefix}{:04}{:02}{:02}{sequence:03}",
                day.year(),
                u8::from(day.month()),
                day.day()
            ))
        })
    }

    fn with_check(first_17: &str) -> String {
        let product = first_17
            .bytes()
            .fold(0, |product, digit| (product + u32::from(digit - b'0')) * 2 % 11);
        let check = match (12 - product) % 11 {
            10 => "X".to_owned(),
            digit => digit.to_string(),
        };
        format!("{first_17}{check}")
    }

    fn problem(raw: &str) -> ResidentIdProblem {
        ResidentId::parse(raw).unwrap_err()
    }

    #[test]
    fn the_examples_of_the_standard_are_valid() {
        for example in OF_THE_STANDARD {
            assert_eq!(ResidentId::parse(example).unwrap().as_str(), example);
        }
    }

    #[test]
    fn people_of_the_scenarios_and_retired_prefixes_are_valid() {
        for (number, sex) in &OF_THE_SCENARIOS {
            assert_eq!(ResidentId::parse(number).unwrap().sex(), *sex, "{number}");
        }
        // Wangcheng and Qiyang as they were, and a code that never was.
        for prefix in ["430122", "431121", "999999"] {
            let id = ResidentId::parse(&with_check(&format!("{prefix}19800101001"))).unwrap();
            assert_eq!(id.prefix(), prefix);
        }
    }

    #[test]
    fn a_number_says_what_it_holds_and_hides_it_in_debug() {
        let id = ResidentId::parse("430626198808089988").unwrap();
        assert_eq!(id.birth_date().to_string(), "1988-08-08");
        assert_eq!(id.groups(), ["430626", "19880808", "9988"]);
        assert_eq!(id.masked(), "430626********9988");
        assert_eq!(format!("{id:?}"), "ResidentId(430626********9988)");
        assert_eq!(serde_json::to_string(&id).unwrap(), "\"430626198808089988\"");
        assert!(serde_json::from_str::<ResidentId>("\"430626198808089989\"").is_err());
    }

    #[test]
    fn how_it_is_typed_does_not_matter() {
        for typed in [
            "11010519491231002x",
            "１１０１０５１９４９１２３１００２Ｘ",
            " 110105 19491231-002X\u{200B}",
        ] {
            assert_eq!(
                ResidentId::parse(typed).unwrap().as_str(),
                "11010519491231002X",
                "{typed}"
            );
        }
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        assert_eq!(problem(" - "), ResidentIdProblem::Empty);
        assert_eq!(problem("110105491231002"), ResidentIdProblem::FirstGeneration);
        assert_eq!(problem("1101051949123100X"), ResidentIdProblem::TooShort { typed: 17 });
        assert_eq!(
            problem("11010519491231 002XX"),
            ResidentIdProblem::TooLong { typed: 19 }
        );
        assert_eq!(
            problem("11010519491231O02X"),
            ResidentIdProblem::WrongCharacter { position: 15 }
        );
        assert_eq!(
            problem("X1010519491231002X"),
            ResidentIdProblem::WrongCharacter { position: 1 }
        );
        assert_eq!(
            problem("一1010519491231002X"),
            ResidentIdProblem::WrongCharacter { position: 1 }
        );
        assert_eq!(
            problem(&with_check("11010519490230002")),
            ResidentIdProblem::NoSuchBirthDate
        );
        assert_eq!(
            problem(&with_check("11010510490228002")),
            ResidentIdProblem::NoSuchBirthDate
        );
        assert_eq!(problem("110105194912310021"), ResidentIdProblem::WrongCheckCharacter);
        assert_eq!(
            problem("110105194912310021").code(),
            "resident_id_wrong_check_character"
        );
    }

    #[test]
    fn nobody_is_born_tomorrow() {
        let today = parse_date("1949-12-30").unwrap();
        let parsed = ResidentId::parse_on("11010519491231002X", today);
        assert_eq!(parsed.unwrap_err(), ResidentIdProblem::BornInFuture);
        assert!(ResidentId::parse_on("11010519491231002X", today.next_day().unwrap()).is_ok());
    }

    proptest! {
        #[test]
        fn every_valid_number_parses(number in valid_ids()) {
            let id = ResidentId::parse(&number).unwrap();
            prop_assert_eq!(id.as_str(), &number);
            prop_assert_eq!(id.groups().concat(), number);
        }

        #[test]
        fn every_single_mistyped_character_is_found(number in valid_ids()) {
            for at in 0..18 {
                for typed in "0123456789X".bytes() {
                    let mut changed = number.clone().into_bytes();
                    if changed[at] != typed {
                        changed[at] = typed;
                        prop_assert!(ResidentId::parse(std::str::from_utf8(&changed).unwrap()).is_err());
                    }
                }
            }
        }

        #[test]
        fn every_swap_is_found_unless_ten_places_apart(number in valid_ids(), one in 0_usize..18, other in 0_usize..18) {
            let mut swapped = number.clone().into_bytes();
            swapped.swap(one, other);
            let swapped = String::from_utf8(swapped).unwrap();
            if swapped != number && one.abs_diff(other) != 10 {
                prop_assert!(ResidentId::parse(&swapped).is_err());
            }
        }

        #[test]
        fn nothing_typed_makes_it_fall_over(raw in any::<String>()) {
            let _ = ResidentId::parse(&raw);
        }

        #[test]
        fn eighteen_of_anything_are_read_or_refused(raw in "[0-9X０-９ｘ一𬱖]{18}") {
            let _ = ResidentId::parse(&raw);
        }
    }
}
