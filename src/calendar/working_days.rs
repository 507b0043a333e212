//! Working days: Monday to Friday, less public holidays, plus make-up days (调休).

use std::collections::{BTreeMap, BTreeSet};

use super::Date;

/// The working days of the years whose State Council notices are known. Without a notice a year counts Monday to
/// Friday, and [`is_known`](Self::is_known) says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkingDays {
    pub(super) notices: BTreeMap<i32, Notice>,
    /// Mondays to Fridays without work.
    pub(super) off: BTreeSet<Date>,
    /// Saturdays and Sundays with work.
    pub(super) made_up: BTreeSet<Date>,
}

/// Where the days of a year come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The number and date of the notice.
    pub basis: String,
    /// Whether somebody compared the table with the notice.
    pub verified: bool,
}

impl WorkingDays {
    /// The table shipped with the program, to be read with [`read`](Self::read).
    pub const SHIPPED: &str = include_str!("../../services/calendar/working-days.toml");

    /// Whether a year's notice is known. A known year's last days of December may still be changed by the notice of
    /// the next year, where New Year's Day is joined to a weekend before it.
    pub fn is_known(&self, year: i32) -> bool {
        self.notices.contains_key(&year)
    }

    /// Whether the notices of all years from one day to another are known.
    pub fn are_known(&self, from: Date, to: Date) -> bool {
        (from.year()..=to.year()).all(|year| self.is_known(year))
    }

    /// The years with a notice, and the notice.
    pub fn notices(&self) -> impl Iterator<Item = (i32, &Notice)> {
        self.notices.iter().map(|(year, notice)| (*year, notice))
    }

    /// Whether offices work on that day.
    pub fn is_working_day(&self, day: Date) -> bool {
        if is_weekend(day) {
            self.made_up.contains(&day)
        } else {
            !self.off.contains(&day)
        }
    }

    /// The first working day after a day.
    pub fn next_working_day(&self, after: Date) -> Date {
        self.add_working_days(after, 1)
    }

    /// The n-th working day after a day. The day itself, on which something is received, does not count; nought
    /// days after it is the day itself, or the first working day after it.
    pub fn add_working_days(&self, from: Date, days: u16) -> Date {
        let mut day = from;
        let mut left = days;
        while left > 0 || !self.is_working_day(day) {
            let Some(next) = day.next_day() else { return day };
            day = next;
            if self.is_working_day(day) {
                left = left.saturating_sub(1);
            }
        }
        day
    }

    /// How many working days lie after `from` up to and including `to`; negative where `to` is the earlier.
    pub fn working_days_between(&self, from: Date, to: Date) -> i64 {
        if to < from {
            return -self.working_days_between(to, from);
        }
        if from == to {
            return 0;
        }
        let count = |days: &BTreeSet<Date>| {
            let within = (std::ops::Bound::Excluded(from), std::ops::Bound::Included(to));
            i64::try_from(days.range(within).count()).unwrap_or(i64::MAX)
        };
        weekdays_until(to) - weekdays_until(from) - count(&self.off) + count(&self.made_up)
    }
}

pub(super) fn is_weekend(day: Date) -> bool {
    day.weekday().number_days_from_monday() >= 5
}

/// How many Mondays to Fridays lie between a fixed Monday and a day, that day included.
fn weekdays_until(day: Date) -> i64 {
    // Julian day 0 was a Monday.
    let days = i64::from(day.to_julian_day());
    days.div_euclid(7) * 5 + (days.rem_euclid(7) + 1).min(5)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::calendar::parse_date;
    use proptest::prelude::*;

    pub(in crate::calendar) fn day(text: &str) -> Date {
        parse_date(text).unwrap()
    }

    pub(in crate::calendar) fn shipped() -> WorkingDays {
        WorkingDays::read(WorkingDays::SHIPPED).unwrap_or_else(|error| panic!("working-days.toml:{error}"))
    }

    /// Days of all known years and two unknown ones on each side.
    pub(in crate::calendar) fn days() -> impl Strategy<Value = Date> {
        (day("2022-01-01").to_julian_day()..day("2029-01-01").to_julian_day())
            .prop_map(|julian| Date::from_julian_day(julian).unwrap())
    }

    fn after(from: &str, count: u16) -> Vec<String> {
        let calendar = shipped();
        (1..=count)
            .map(|n| calendar.add_working_days(day(from), n).to_string())
            .collect()
    }

    #[test]
    fn around_national_day_2025() {
        // From a Friday: the make-up Sunday first, the make-up Saturday of the next week too.
        let expected = [
            "2025-09-28",
            "2025-09-29",
            "2025-09-30",
            "2025-10-09",
            "2025-10-10",
            "2025-10-11",
            "2025-10-13",
        ];
        assert_eq!(after("2025-09-26", 7), expected);
    }

    #[test]
    fn around_spring_festival_2026() {
        let expected = [
            "2026-02-14",
            "2026-02-24",
            "2026-02-25",
            "2026-02-26",
            "2026-02-27",
            "2026-02-28",
            "2026-03-02",
        ];
        assert_eq!(after("2026-02-13", 7), expected);
        assert_eq!(shipped().working_days_between(day("2026-02-14"), day("2026-02-23")), 0);
    }

    #[test]
    fn make_up_days_are_worked_and_other_weekends_are_not() {
        let calendar = shipped();
        for worked in [
            "2024-02-04",
            "2024-04-28",
            "2025-01-26",
            "2025-04-27",
            "2026-01-04",
            "2026-09-20",
            "2026-10-10",
        ] {
            assert!(
                is_weekend(day(worked)) && calendar.is_working_day(day(worked)),
                "{worked}"
            );
        }
        for free in ["2025-02-09", "2026-11-22", "2026-10-07", "2025-10-08"] {
            assert!(!calendar.is_working_day(day(free)), "{free}");
        }
        // The eve of the new year 2024 was left to the employers: it counts.
        assert!(calendar.is_working_day(day("2024-02-09")));
    }

    /// Every day off beyond the statutory holidays is made up for, so a year has as many working days as Mondays to
    /// Fridays less its statutory holidays: 11 until 2024, 13 since (全国年节及纪念日放假办法, 2013 and 2024).
    #[test]
    fn a_year_has_its_number_of_working_days() {
        let calendar = shipped();
        for (year, expected) in [(2024, 262 - 11), (2025, 261 - 13), (2026, 261 - 13)] {
            let counted =
                calendar.working_days_between(day(&format!("{}-12-31", year - 1)), day(&format!("{year}-12-31")));
            assert_eq!(counted, expected, "{year}");
        }
    }

    #[test]
    fn a_year_without_a_notice_is_monday_to_friday_and_says_so() {
        let calendar = shipped();
        assert!(calendar.is_working_day(day("2027-02-08")) && !calendar.is_working_day(day("2027-02-06")));
        assert_eq!((calendar.is_known(2026), calendar.is_known(2027)), (true, false));
        assert!(calendar.are_known(day("2024-01-01"), day("2026-12-31")));
        assert!(!calendar.are_known(day("2026-12-31"), day("2027-01-01")));
        let notice = calendar.notices().last();
        assert!(notice.is_some_and(|(year, notice)| year == 2026 && notice.verified && notice.basis.contains("7号")));
    }

    #[test]
    fn nought_days_end_on_a_working_day() {
        let calendar = shipped();
        assert_eq!(calendar.add_working_days(day("2026-02-14"), 0), day("2026-02-14"));
        assert_eq!(calendar.add_working_days(day("2026-02-15"), 0), day("2026-02-24"));
        assert_eq!(calendar.next_working_day(day("2026-02-14")), day("2026-02-24"));
        assert_eq!(calendar.add_working_days(Date::MAX, 3), Date::MAX);
    }

    proptest! {
        #[test]
        fn adding_and_counting_agree(from in days(), count in 1_u16..400) {
            let calendar = shipped();
            let to = calendar.add_working_days(from, count);
            prop_assert!(calendar.is_working_day(to));
            prop_assert_eq!(calendar.working_days_between(from, to), i64::from(count));
            prop_assert_eq!(calendar.working_days_between(to, from), -i64::from(count));
        }

        #[test]
        fn counting_is_looking_at_each_day(from in days(), length in 0_i64..500) {
            let calendar = shipped();
            let each = (1..=length).filter(|n| calendar.is_working_day(from + time::Duration::days(*n))).count();
            let to = from + time::Duration::days(length);
            prop_assert_eq!(calendar.working_days_between(from, to), i64::try_from(each).unwrap());
        }
    }
}
