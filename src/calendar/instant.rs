//! Moments, and the day in Hunan that they lie in.

use serde::{Deserialize, Serialize};

use super::Date;

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(i64);

/// Asia/Shanghai is +08:00 all year since 1991, and no moment here is older.
const OFFSET_MS: i64 = 8 * 60 * 60 * 1000;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// The Julian day of 1970-01-01.
const EPOCH_JULIAN_DAY: i32 = 2_440_588;

impl Instant {
    /// The moment so many milliseconds after 1970-01-01T00:00:00Z.
    pub const fn from_epoch_ms(ms: i64) -> Self {
        Self(ms)
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub const fn epoch_ms(self) -> i64 {
        self.0
    }

    /// The first moment of a day in Hunan.
    pub fn start_of(day: Date) -> Self {
        let days = i64::from(day.to_julian_day() - EPOCH_JULIAN_DAY);
        Self(days * DAY_MS - OFFSET_MS)
    }

    /// The day in Hunan; moments beyond the years of [`Date`] lie in its first or last day.
    pub fn date(self) -> Date {
        let days = self.0.saturating_add(OFFSET_MS).div_euclid(DAY_MS);
        let nearest = if days < 0 { Date::MIN } else { Date::MAX };
        let julian = i32::try_from(days)
            .ok()
            .and_then(|days| days.checked_add(EPOCH_JULIAN_DAY));
        julian
            .and_then(|julian| Date::from_julian_day(julian).ok())
            .unwrap_or(nearest)
    }

    /// Hour and minute in Hunan, `(14, 5)`.
    pub fn hour_and_minute(self) -> (u8, u8) {
        let minutes = self.0.saturating_add(OFFSET_MS).rem_euclid(DAY_MS) / 60_000;
        let small = |number: i64| u8::try_from(number).unwrap_or_default();
        (small(minutes / 60), small(minutes % 60))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_date;
    use proptest::prelude::*;

    #[test]
    fn a_day_begins_at_sixteen_hours_of_the_day_before_in_utc() {
        let day = parse_date("2026-11-24").unwrap();
        let start = Instant::start_of(day);
        assert_eq!(start.epoch_ms(), 1_795_449_600_000, "2026-11-23T16:00:00Z");
        assert_eq!((start.date(), start.hour_and_minute()), (day, (0, 0)));
        let before = Instant::from_epoch_ms(start.epoch_ms() - 1);
        assert_eq!(
            (before.date(), before.hour_and_minute()),
            (day.previous_day().unwrap(), (23, 59))
        );
        assert_eq!(Instant::from_epoch_ms(0).hour_and_minute(), (8, 0));
    }

    proptest! {
        #[test]
        fn every_moment_lies_in_its_day(ms in any::<i64>()) {
            let moment = Instant::from_epoch_ms(ms);
            let day = moment.date();
            if day > Date::MIN && day < Date::MAX {
                prop_assert!(Instant::start_of(day) <= moment);
                prop_assert!(moment < Instant::start_of(day.next_day().unwrap()));
            }
        }
    }
}
