//! A day typed into three fields.

use super::read::Typed;
use crate::calendar::Date;
use crate::person::normalise;

/// What is wrong with a typed day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayProblem {
    /// Nothing was typed.
    Empty,
    /// Year, month or day is missing or no number.
    Incomplete,
    /// The year has not four digits.
    Year,
    /// The month is not 1 to 12.
    Month,
    /// That month of that year has no such day, as 30 February.
    NoSuchDay {
        /// The month.
        month: u8,
        /// How many days it has in that year.
        days: u8,
    },
    /// It lies in the future.
    Future,
}

/// Reads `NAME-year`, `NAME-month`, `NAME-day`: a day up to today.
///
/// # Errors
/// The first problem.
pub fn read_past_day(typed: Typed<'_>, name: &str, today: Date) -> Result<Date, DayProblem> {
    let part = |part: &str| {
        let name = format!("{name}-{part}");
        let typed = typed.iter().rev().find(|(typed, _)| *typed == name);
        let plain = typed.map(|(_, value)| normalise::number(value)).unwrap_or_default();
        plain.trim_end_matches(['年', '月', '日', '号']).to_owned()
    };
    let (year, month, day) = (part("year"), part("month"), part("day"));
    if year.is_empty() && month.is_empty() && day.is_empty() {
        return Err(DayProblem::Empty);
    }
    let number = |text: &str| text.parse::<u16>().map_err(|_| DayProblem::Incomplete);
    let (years, months, days) = (number(&year)?, number(&month)?, number(&day)?);
    if year.len() != 4 || years < 1850 {
        return Err(DayProblem::Year);
    }
    let month = u8::try_from(months)
        .ok()
        .and_then(|number| time::Month::try_from(number).ok());
    let month = month.ok_or(DayProblem::Month)?;
    let length = month.length(i32::from(years));
    let day = u8::try_from(days).ok();
    let date = day.and_then(|day| Date::from_calendar_date(i32::from(years), month, day).ok());
    let date = date.ok_or(DayProblem::NoSuchDay {
        month: u8::from(month),
        days: length,
    })?;
    if date > today {
        Err(DayProblem::Future)
    } else {
        Ok(date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_date;

    fn read(year: &str, month: &str, day: &str) -> Result<Date, DayProblem> {
        let typed = [("born-year", year), ("born-month", month), ("born-day", day)];
        let typed: Vec<(String, String)> = typed.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        read_past_day(&typed, "born", parse_date("2025-06-18").unwrap())
    }

    #[test]
    fn days_are_read_as_people_type_them() {
        let expected = Ok(parse_date("1953-03-03").unwrap());
        for (year, month, day) in [("1953", "3", "3"), (" 1953年", "03月", "3日"), ("１９５３", "３", "３")] {
            assert_eq!(read(year, month, day), expected);
        }
    }

    #[test]
    fn days_that_do_not_exist_are_named() {
        assert_eq!(read("2024", "2", "29").unwrap().day(), 29);
        assert_eq!(
            read("2023", "2", "30"),
            Err(DayProblem::NoSuchDay { month: 2, days: 28 })
        );
        assert_eq!(
            read("2024", "2", "30"),
            Err(DayProblem::NoSuchDay { month: 2, days: 29 })
        );
        assert_eq!(
            read("2024", "4", "0"),
            Err(DayProblem::NoSuchDay { month: 4, days: 30 })
        );
        assert_eq!(read("2024", "13", "1"), Err(DayProblem::Month));
        assert_eq!(read("53", "3", "3"), Err(DayProblem::Year));
        assert_eq!(read("1953", "", "3"), Err(DayProblem::Incomplete));
        assert_eq!(read("1953", "三", "3"), Err(DayProblem::Incomplete));
        assert_eq!(read("", "", " "), Err(DayProblem::Empty));
        assert_eq!(read("2025", "6", "19"), Err(DayProblem::Future));
    }
}
