//! Time limits of work on a case: when they end, how much is left, and pauses.
//!
//! The rules, in days of Hunan:
//! - the day on which the limit starts (of receipt) does not count; the limit ends with its last day at 24:00
//!   (Civil Code arts. 201, 203);
//! - the last day of a limit in calendar days is moved behind a weekend or holiday it falls on (Civil Code art. 203);
//! - a pause takes out its first day, on which something was asked for, its last day, on which it came, and all days
//!   between: the clock stops on the day a pause begins and goes on the day after it ends;
//! - a pause that begins after the limit has ended changes nothing.

use serde::{Deserialize, Serialize};

use super::{Date, WorkingDays};

/// How long something may take. In data: `{ working_days = 10 }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// 工作日
    WorkingDays(u16),
    /// 日, where the text does not say 工作日
    CalendarDays(u16),
}

/// Days on which a clock stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// The first day that does not count.
    pub from: Date,
    /// The last day that does not count; none while the pause goes on.
    pub to: Option<Date>,
}

/// A limit that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The day of receipt, which does not count.
    pub started_on: Date,
    /// How long.
    pub limit: Limit,
    /// In any order; they may touch and overlap.
    pub pauses: Vec<Pause>,
}

/// When a clock runs out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The last day, always a working day; none while a pause without end holds it.
    pub on: Option<Date>,
    /// A year is touched whose holidays are not known: the day may still change.
    pub provisional: bool,
}

/// How a clock stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Days left or too many.
    pub remaining: Remaining,
    /// Not overdue, but at least 70 % of the limit is used.
    pub at_risk: bool,
    /// A year is touched whose holidays are not known: the number may still change.
    pub provisional: bool,
}

/// Days in the unit of the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remaining {
    /// So many days after this one; nought on the last day.
    Left(u32),
    /// Standing still; so many days will be left when it goes on.
    Paused(u32),
    /// The last day was so many days ago.
    Overdue(u32),
}

impl Limit {
    /// How many days, of whichever kind.
    pub const fn days(self) -> u16 {
        match self {
            Self::WorkingDays(days) | Self::CalendarDays(days) => days,
        }
    }
}

impl Pause {
    /// Whether that day does not count.
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

impl Clock {
    /// A clock without pauses.
    pub const fn new(started_on: Date, limit: Limit) -> Self {
        Self {
            started_on,
            limit,
            pauses: Vec::new(),
        }
    }

    /// The last day of the limit.
    pub fn due_on(&self, calendar: &WorkingDays) -> Due {
        let on = self.last_day(calendar);
        let provisional = !self.is_certain(calendar, on, on.unwrap_or(self.started_on));
        Due { on, provisional }
    }

    /// The first day on which at least 70 % of the limit is used; none while a pause without end holds it.
    pub fn at_risk_from(&self, calendar: &WorkingDays) -> Option<Date> {
        let share = (u32::from(self.limit.days()) * 7).div_ceil(10);
        self.nth_counted(calendar, share)
    }

    /// Days left or too many on a day.
    pub fn remaining(&self, calendar: &WorkingDays, today: Date) -> Standing {
        let on = self.last_day(calendar);
        let remaining = match on {
            Some(on) if on < today => Remaining::Overdue(self.counted(calendar, on, today)),
            _ if self.pause_on(today).is_some() => {
                let used = self.counted(calendar, self.started_on, today);
                Remaining::Paused(u32::from(self.limit.days()).saturating_sub(used))
            }
            Some(on) => Remaining::Left(self.counted(calendar, today.max(self.started_on), on)),
            // A pause without end that begins after today.
            None => {
                let used = self.counted(calendar, self.started_on, today);
                Remaining::Left(u32::from(self.limit.days()).saturating_sub(used))
            }
        };
        let overdue = matches!(remaining, Remaining::Overdue(_));
        let at_risk = !overdue && self.at_risk_from(calendar).is_some_and(|from| from <= today);
        let provisional = !self.is_certain(calendar, on, on.map_or(today, |on| on.max(today)));
        Standing {
            remaining,
            at_risk,
            provisional,
        }
    }

    /// The last counted day, or the first working day without a pause after it.
    fn last_day(&self, calendar: &WorkingDays) -> Option<Date> {
        let mut day = self.nth_counted(calendar, u32::from(self.limit.days()))?;
        loop {
            if let Some(pause) = self.pause_on(day) {
                day = pause.to?;
            } else if calendar.is_working_day(day) {
                return Some(day);
            }
            day = day.next_day()?;
        }
    }

    /// The n-th day that counts; the first day of the limit for nought.
    fn nth_counted(&self, calendar: &WorkingDays, count: u32) -> Option<Date> {
        let mut day = self.started_on;
        for _ in 0..count {
            loop {
                day = day.next_day()?;
                match self.pause_on(day) {
                    Some(pause) => day = pause.to?,
                    None if self.is_counted(calendar, day) => break,
                    None => {}
                }
            }
        }
        Some(day)
    }

    /// How many days count after one day up to and including another.
    fn counted(&self, calendar: &WorkingDays, after: Date, to: Date) -> u32 {
        let days = std::iter::successors(after.next_day(), |day| day.next_day()).take_while(|day| *day <= to);
        let counted = days
            .filter(|day| self.is_counted(calendar, *day) && self.pause_on(*day).is_none())
            .count();
        u32::try_from(counted).unwrap_or(u32::MAX)
    }

    fn is_counted(&self, calendar: &WorkingDays, day: Date) -> bool {
        match self.limit {
            Limit::WorkingDays(_) => calendar.is_working_day(day),
            Limit::CalendarDays(_) => true,
        }
    }

    /// The pause a day lies in; of several, the one that ends last.
    fn pause_on(&self, day: Date) -> Option<&Pause> {
        let of_that_day = self.pauses.iter().filter(|pause| pause.contains(day));
        of_that_day.max_by_key(|pause| (pause.to.is_none(), pause.to))
    }

    /// Calendar days need the holidays only where the last of them falls.
    fn is_certain(&self, calendar: &WorkingDays, on: Option<Date>, until: Date) -> bool {
        match self.limit {
            Limit::WorkingDays(_) => calendar.are_known(self.started_on, until),
            Limit::CalendarDays(_) => on.is_none_or(|on| calendar.is_known(on.year())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::working_days::tests::{day, days, shipped};
    use super::*;
    use proptest::prelude::*;

    fn clock(started_on: &str, limit: Limit, pauses: &[(&str, &str)]) -> Clock {
        let pauses = pauses
            .iter()
            .map(|(from, to)| Pause {
                from: day(from),
                to: (!to.is_empty()).then(|| day(to)),
            })
            .collect();
        Clock {
            started_on: day(started_on),
            limit,
            pauses,
        }
    }

    fn due(clock: &Clock) -> String {
        clock.due_on(&shipped()).on.map_or("-".to_owned(), |on| on.to_string())
    }

    fn remaining(clock: &Clock, today: &str) -> Remaining {
        clock.remaining(&shipped(), day(today)).remaining
    }

    #[test]
    fn ten_working_days_over_national_day() {
        let clock = clock("2025-09-26", Limit::WorkingDays(10), &[]);
        assert_eq!(due(&clock), "2025-10-16");
        assert_eq!(remaining(&clock, "2025-09-20"), Remaining::Left(10));
        assert_eq!(remaining(&clock, "2025-09-26"), Remaining::Left(10));
        assert_eq!(remaining(&clock, "2025-10-05"), Remaining::Left(7));
        assert_eq!(remaining(&clock, "2025-10-16"), Remaining::Left(0));
        assert_eq!(remaining(&clock, "2025-10-17"), Remaining::Overdue(1));
        assert_eq!(remaining(&clock, "2025-10-19"), Remaining::Overdue(1));
        assert_eq!(remaining(&clock, "2025-10-20"), Remaining::Overdue(2));
    }

    #[test]
    fn a_limit_in_calendar_days_does_not_end_on_a_holiday() {
        assert_eq!(due(&clock("2026-09-11", Limit::CalendarDays(7), &[])), "2026-09-18");
        // A make-up Sunday is worked.
        assert_eq!(due(&clock("2026-09-13", Limit::CalendarDays(7), &[])), "2026-09-20");
        assert_eq!(due(&clock("2026-09-24", Limit::CalendarDays(7), &[])), "2026-10-08");
    }

    #[test]
    fn a_pause_takes_out_its_first_and_its_last_day() {
        // Monday to Friday; asked for on Tuesday, brought on Thursday: Friday is the second day that counts.
        let paused = clock("2026-11-02", Limit::WorkingDays(5), &[("2026-11-04", "2026-11-05")]);
        assert_eq!(due(&clock("2026-11-02", Limit::WorkingDays(5), &[])), "2026-11-09");
        assert_eq!(due(&paused), "2026-11-11");
        assert_eq!(remaining(&paused, "2026-11-03"), Remaining::Left(4));
        assert_eq!(remaining(&paused, "2026-11-04"), Remaining::Paused(4));
        assert_eq!(remaining(&paused, "2026-11-05"), Remaining::Paused(4));
        assert_eq!(remaining(&paused, "2026-11-06"), Remaining::Left(3));
        let within_a_day = clock("2026-11-02", Limit::WorkingDays(5), &[("2026-11-04", "2026-11-04")]);
        assert_eq!(due(&within_a_day), "2026-11-10");
        let over_a_weekend = clock("2026-11-02", Limit::WorkingDays(5), &[("2026-11-07", "2026-11-08")]);
        assert_eq!(due(&over_a_weekend), "2026-11-09");
    }

    #[test]
    fn a_pause_without_end_holds_the_clock_unless_it_had_run_out() {
        let held = clock("2026-11-02", Limit::WorkingDays(5), &[("2026-11-09", "")]);
        assert_eq!(due(&held), "-");
        assert_eq!(remaining(&held, "2026-11-06"), Remaining::Left(1));
        assert_eq!(remaining(&held, "2026-12-31"), Remaining::Paused(1));
        let too_late = clock("2026-11-02", Limit::WorkingDays(5), &[("2026-11-11", "")]);
        assert_eq!(due(&too_late), "2026-11-09");
        assert_eq!(
            remaining(&too_late, "2026-12-31"),
            Remaining::Overdue(1),
            "only the 10th counts"
        );
    }

    #[test]
    fn overlapping_pauses_count_once() {
        let once = clock("2026-11-02", Limit::WorkingDays(3), &[("2026-11-03", "2026-11-06")]);
        let twice = clock(
            "2026-11-02",
            Limit::WorkingDays(3),
            &[("2026-11-03", "2026-11-04"), ("2026-11-03", "2026-11-06")],
        );
        assert_eq!(
            (due(&once), due(&twice)),
            ("2026-11-11".to_owned(), "2026-11-11".to_owned())
        );
    }

    #[test]
    fn seventy_percent_used_is_at_risk_until_it_is_overdue() {
        let clock = clock("2026-11-02", Limit::WorkingDays(10), &[]);
        let at_risk = |today: &str| clock.remaining(&shipped(), day(today)).at_risk;
        assert_eq!(clock.at_risk_from(&shipped()), Some(day("2026-11-11")));
        assert_eq!(
            (at_risk("2026-11-10"), at_risk("2026-11-11"), at_risk("2026-11-16")),
            (false, true, true)
        );
        assert!(!at_risk("2026-11-17"), "overdue is more than at risk");
    }

    #[test]
    fn an_unknown_year_makes_it_provisional() {
        let calendar = shipped();
        let provisional = |clock: &Clock| clock.due_on(&calendar).provisional;
        assert!(
            !provisional(&clock("2026-12-21", Limit::WorkingDays(8), &[])),
            "ends on 31 December"
        );
        assert!(provisional(&clock("2026-12-21", Limit::WorkingDays(9), &[])));
        assert!(provisional(&clock("2026-11-24", Limit::CalendarDays(60), &[])));
        assert!(!provisional(&clock("2023-12-20", Limit::CalendarDays(14), &[])));
        assert!(provisional(&clock("2023-12-20", Limit::WorkingDays(14), &[])));
        let overdue = clock("2026-12-01", Limit::WorkingDays(5), &[]);
        assert!(
            overdue.remaining(&calendar, day("2027-01-05")).provisional,
            "counts days of 2027"
        );
    }

    #[test]
    fn a_limit_in_data_names_its_unit() {
        let limit: Limit = serde_json::from_str(r#"{"working_days":10}"#).unwrap();
        assert_eq!(limit, Limit::WorkingDays(10));
        assert!(serde_json::from_str::<Limit>("10").is_err());
    }

    fn limits() -> impl Strategy<Value = Limit> {
        prop_oneof![
            (0_u16..80).prop_map(Limit::WorkingDays),
            (0_u16..80).prop_map(Limit::CalendarDays)
        ]
    }

    fn ended_pauses() -> impl Strategy<Value = Vec<Pause>> {
        let pause = (days(), 0_i64..40).prop_map(|(from, length)| Pause {
            from,
            to: Some(from + time::Duration::days(length)),
        });
        prop::collection::vec(pause, 0..6)
    }

    proptest! {
        #[test]
        fn a_limit_ends_on_a_working_day(started_on in days(), limit in limits(), pauses in ended_pauses()) {
            let calendar = shipped();
            let on = Clock { started_on, limit, pauses }.due_on(&calendar).on.unwrap();
            prop_assert!(on >= started_on && calendar.is_working_day(on));
        }

        #[test]
        fn a_pause_never_makes_it_earlier(
            started_on in days(), limit in limits(), pauses in ended_pauses(), after in 0_i64..60, length in 0_i64..40,
        ) {
            let calendar = shipped();
            let without = Clock { started_on, limit, pauses };
            let from = started_on + time::Duration::days(after);
            let mut with = without.clone();
            with.pauses.push(Pause { from, to: Some(from + time::Duration::days(length)) });
            prop_assert!(with.due_on(&calendar).on >= without.due_on(&calendar).on);
            prop_assert!(with.at_risk_from(&calendar) >= without.at_risk_from(&calendar));
        }

        #[test]
        fn without_pauses_it_is_adding(started_on in days(), count in 0_u16..80) {
            let calendar = shipped();
            let due = Clock::new(started_on, Limit::WorkingDays(count)).due_on(&calendar);
            prop_assert_eq!(due.on, Some(calendar.add_working_days(started_on, count)));
        }

        #[test]
        fn what_is_left_runs_down_by_at_most_one_a_day(
            started_on in days(), count in 1_u16..40, pauses in ended_pauses(), after in 0_i64..60,
        ) {
            let calendar = shipped();
            let clock = Clock { started_on, limit: Limit::WorkingDays(count), pauses };
            let signed = |today| match clock.remaining(&calendar, today).remaining {
                Remaining::Left(left) | Remaining::Paused(left) => i64::from(left),
                Remaining::Overdue(over) => -i64::from(over),
            };
            let today = started_on + time::Duration::days(after);
            let step = signed(today) - signed(today + time::Duration::days(1));
            prop_assert!(step == 0 || step == 1, "{step}");
            prop_assert!(signed(started_on) == i64::from(count));
        }
    }
}
