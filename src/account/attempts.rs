//! How long one waits after wrong passwords and codes.
//!
//! The count belongs to who tries: to a name *from one address*, or to a browser that has signed in with that
//! name before. So whoever guesses from elsewhere makes only himself wait, never the owner.

use serde::{Deserialize, Serialize};

use crate::calendar::Instant;

/// The wrong tries of one who tries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempts {
    /// How many since the last right one.
    pub failures: u32,
    /// When the last of them was.
    pub last: Option<Instant>,
}

/// What is asked of the next try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// Nothing.
    No,
    /// To come again in so many minutes, at least one.
    Minutes(u32),
}

impl Attempts {
    /// Mistyping this often costs nothing.
    pub const FREE: u32 = 5;
    /// No wait is longer.
    pub const LONGEST_MINUTES: u32 = 15;
    /// So many wrong tries lock where [`wait_or_lock`](Self::wait_or_lock) is asked.
    pub const LOCKED: u32 = 20;
    /// After so long nothing is held against anybody.
    const FORGOTTEN_AFTER_MS: i64 = 24 * 60 * 60 * 1000;

    /// Whether the next try may be made now. The wait doubles from one minute on.
    pub fn wait(self, now: Instant) -> Wait {
        let Some(last) = self.last else { return Wait::No };
        let beyond = self.failures.saturating_sub(Self::FREE);
        if beyond == 0 || self.forgotten(now) {
            return Wait::No;
        }
        let minutes = 1_u32
            .checked_shl(beyond - 1)
            .unwrap_or(u32::MAX)
            .min(Self::LONGEST_MINUTES);
        let ends = last.epoch_ms().saturating_add(i64::from(minutes) * 60_000);
        let left = ends.saturating_sub(now.epoch_ms());
        if left <= 0 {
            return Wait::No;
        }
        let whole = u32::try_from((left - 1) / 60_000 + 1).unwrap_or(u32::MAX);
        // A clock that was set back must not hold anybody longer than the rule.
        Wait::Minutes(whole.min(minutes))
    }

    /// The same for a second step, which only its owner or a thief of the first comes to: there too many wrong tries
    /// lock until a day has passed since the last.
    pub fn wait_or_lock(self, now: Instant) -> Wait {
        let Some(last) = self.last.filter(|_| self.is_locked(now)) else {
            return self.wait(now);
        };
        let left = last
            .epoch_ms()
            .saturating_add(Self::FORGOTTEN_AFTER_MS)
            .saturating_sub(now.epoch_ms());
        let whole = u32::try_from((left - 1) / 60_000 + 1).unwrap_or(u32::MAX);
        Wait::Minutes(whole.min(24 * 60))
    }

    /// Whether too many wrong tries have locked a second step.
    pub fn is_locked(self, now: Instant) -> bool {
        self.failures >= Self::LOCKED && self.last.is_some() && !self.forgotten(now)
    }

    /// After one more wrong try.
    #[must_use]
    pub fn failed(self, now: Instant) -> Self {
        let before = if self.forgotten(now) { 0 } else { self.failures };
        Self {
            failures: before.saturating_add(1),
            last: Some(now),
        }
    }

    fn forgotten(self, now: Instant) -> bool {
        self.last
            .is_some_and(|last| now.epoch_ms().saturating_sub(last.epoch_ms()) >= Self::FORGOTTEN_AFTER_MS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MINUTE: i64 = 60_000;

    fn at(minutes: i64) -> Instant {
        Instant::from_epoch_ms(1_700_000_000_000 + minutes * MINUTE)
    }

    fn after(failures: u32) -> Attempts {
        Attempts {
            failures,
            last: Some(at(0)),
        }
    }

    #[test]
    fn mistyping_costs_nothing_and_guessing_costs_more_and_more() {
        assert_eq!(Attempts::default().wait(at(0)), Wait::No);
        assert_eq!(after(5).wait(at(0)), Wait::No);
        assert_eq!(after(6).wait(at(0)), Wait::Minutes(1));
        assert_eq!(after(6).wait(at(1)), Wait::No);
        assert_eq!(after(8).wait(at(0)), Wait::Minutes(4));
        assert_eq!(after(8).wait(at(3)), Wait::Minutes(1));
        assert_eq!(after(60).wait(at(0)), Wait::Minutes(15));
        assert_eq!(after(60).wait(at(15)), Wait::No);
    }

    #[test]
    fn a_day_later_it_is_forgotten() {
        assert_eq!(after(60).wait(at(24 * 60)), Wait::No);
        assert_eq!(after(60).failed(at(24 * 60)).failures, 1);
        assert_eq!(after(60).failed(at(1)).failures, 61);
    }

    #[test]
    fn a_second_step_is_locked_for_a_day() {
        assert_eq!(after(19).wait_or_lock(at(0)), Wait::Minutes(15));
        assert_eq!(after(20).wait_or_lock(at(0)), Wait::Minutes(24 * 60));
        assert_eq!(after(20).wait_or_lock(at(23 * 60)), Wait::Minutes(60));
        assert!(after(20).is_locked(at(23 * 60)) && !after(19).is_locked(at(0)));
        assert_eq!(after(20).wait_or_lock(at(24 * 60)), Wait::No);
        assert_eq!(after(20).failed(at(24 * 60)).failures, 1);
    }

    proptest! {
        #[test]
        fn nobody_waits_longer_than_the_longest(failures in any::<u32>(), last in any::<i64>(), now in any::<i64>()) {
            let attempts = Attempts { failures, last: Some(Instant::from_epoch_ms(last)) };
            if let Wait::Minutes(minutes) = attempts.wait(Instant::from_epoch_ms(now)) {
                prop_assert!((1..=Attempts::LONGEST_MINUTES).contains(&minutes));
            }
        }

        #[test]
        fn waiting_as_told_is_enough(failures in 0_u32..100) {
            if let Wait::Minutes(minutes) = after(failures).wait(at(0)) {
                prop_assert_eq!(after(failures).wait(at(i64::from(minutes))), Wait::No);
            }
        }
    }
}
