//! Reads the table of holidays; a mistake is named with its line and column.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::working_days::is_weekend;
use super::{Date, Notice, WorkingDays, parse_date};

/// A mistake in the table of working days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingDaysError {
    /// Its line, from 1.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
    /// What is wrong, in words for an engineer.
    pub what: String,
}

/// `12:5: what`, to be put behind the file's name and a colon.
impl fmt::Display for WorkingDaysError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.what)
    }
}

impl std::error::Error for WorkingDaysError {}

impl WorkingDays {
    /// Reads the text of a table such as [`SHIPPED`](Self::SHIPPED).
    pub fn read(text: &str) -> Result<Self, WorkingDaysError> {
        let mistake = |span: Range<usize>, what: String| {
            let (line, column) = position(text, span.start);
            WorkingDaysError { line, column, what }
        };
        let file: File = toml::from_str(text)
            .map_err(|error| mistake(error.span().unwrap_or_default(), error.message().to_owned()))?;
        let mut days = Self::default();
        for year in file.year {
            days.insert(year).map_err(|(span, what)| mistake(span, what))?;
        }
        Ok(days)
    }

    fn insert(&mut self, table: YearTable) -> Result<(), (Range<usize>, String)> {
        let year = *table.year.get_ref();
        let notice = Notice {
            basis: table.basis,
            verified: table.verified,
        };
        if self.notices.insert(year, notice).is_some() {
            return Err((table.year.span(), format!("{year} has two tables")));
        }
        for holiday in table.holidays {
            let off = holiday.off.span();
            let [Day(first), Day(last)] = holiday.off.into_inner();
            if !belongs_to(year, first) || !belongs_to(year, last) {
                return Err((off, format!("{first} to {last} is no holiday of {year}")));
            }
            if last < first || (last - first).whole_days() >= LONGEST_HOLIDAY {
                return Err((off, format!("{first} to {last} is not 1 to {LONGEST_HOLIDAY} days")));
            }
            for day in days_from(first, last) {
                if !is_weekend(day) && !self.off.insert(day) {
                    return Err((off, format!("{day} is off twice")));
                }
            }
            for day in holiday.working {
                let (span, Day(day)) = (day.span(), day.into_inner());
                if !belongs_to(year, day) || !is_weekend(day) || (first..=last).contains(&day) {
                    return Err((span, format!("{day} is no Saturday or Sunday outside the holiday")));
                }
                if !self.made_up.insert(day) {
                    return Err((span, format!("{day} is worked twice")));
                }
            }
        }
        Ok(())
    }
}

/// The longest so far were nine days.
const LONGEST_HOLIDAY: i64 = 10;

/// A notice speaks of its year and, for New Year's Day, of the end of December before.
fn belongs_to(year: i32, day: Date) -> bool {
    day.year() == year || (day.year() == year - 1 && day.month() == time::Month::December)
}

fn days_from(first: Date, last: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(first), |day| day.next_day()).take_while(move |day| *day <= last)
}

/// Line and column, both from 1, of a byte offset.
fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (
        before.matches('\n').count() + 1,
        before[line_start..].chars().count() + 1,
    )
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    year: Vec<YearTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YearTable {
    year: Spanned<i32>,
    basis: String,
    verified: bool,
    holidays: Vec<Holiday>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Holiday {
    #[expect(dead_code, reason = "names the line for its reader; checked to be one of the list")]
    name: HolidayName,
    off: Spanned<[Day; 2]>,
    working: Vec<Spanned<Day>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum HolidayName {
    NewYear,
    SpringFestival,
    Qingming,
    LabourDay,
    DragonBoat,
    MidAutumn,
    NationalDay,
}

struct Day(Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        parse_date(&text)
            .map(Self)
            .ok_or_else(|| serde::de::Error::custom(format!("`{text}` is no day")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table(holidays: &str) -> String {
        format!("[[year]]\nyear = 2026\nbasis = \"通知\"\nverified = true\nholidays = [\n{holidays}\n]\n")
    }

    fn mistake(text: &str) -> String {
        WorkingDays::read(text).unwrap_err().to_string()
    }

    #[test]
    fn the_shipped_table_is_read() {
        if let Err(error) = WorkingDays::read(WorkingDays::SHIPPED) {
            panic!("services/calendar/working-days.toml:{error}");
        }
    }

    #[test]
    fn mistakes_are_named_with_line_and_column() {
        let holiday = |off: &str, working: &str| {
            table(&format!(
                r#"  {{ name = "new_year", off = {off}, working = [{working}] }},"#
            ))
        };
        assert!(WorkingDays::read(&holiday(r#"["2025-12-31", "2026-01-02"]"#, r#""2026-01-04""#)).is_ok());
        assert_eq!(
            mistake(&holiday(r#"["2026-02-30", "2026-03-01"]"#, "")),
            "6:30: `2026-02-30` is no day"
        );
        assert_eq!(
            mistake(&holiday(r#"["2026-01-02", "2026-01-01"]"#, "")),
            "6:30: 2026-01-02 to 2026-01-01 is not 1 to 10 days"
        );
        assert_eq!(
            mistake(&holiday(r#"["2027-01-01", "2027-01-01"]"#, "")),
            "6:30: 2027-01-01 to 2027-01-01 is no holiday of 2026"
        );
        assert_eq!(
            mistake(&holiday(r#"["2026-01-01", "2026-01-03"]"#, r#""2026-01-05""#)),
            "6:71: 2026-01-05 is no Saturday or Sunday outside the holiday"
        );
        assert_eq!(
            mistake(&holiday(
                r#"["2026-01-01", "2026-01-03"]"#,
                r#""2026-01-04", "2026-01-04""#
            )),
            "6:85: 2026-01-04 is worked twice"
        );
        let twice = r#"{ name = "new_year", off = ["2026-01-01", "2026-01-01"], working = [] },"#;
        assert_eq!(
            mistake(&table(&format!("{twice}\n{twice}"))),
            "7:28: 2026-01-01 is off twice"
        );
        assert_eq!(mistake(&(table("") + &table(""))), "9:8: 2026 has two tables");
        assert!(
            mistake(&table(r#"{ name = "christmas", off = [], working = [] }"#)).starts_with("6:10: unknown variant")
        );
        assert!(mistake(&table("").replace("verified", "checked")).starts_with("4:1: unknown field"));
        assert!(mistake("[[year]]\nyear = \n").starts_with("2:"));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_fall_over(text in any::<String>(), at in any::<prop::sample::Index>()) {
            let _ = WorkingDays::read(&text);
            let cut: String = WorkingDays::SHIPPED.chars().take(at.index(WorkingDays::SHIPPED.chars().count())).collect();
            let _ = WorkingDays::read(&cut);
        }
    }
}
