//! Somebody asks why their file was read. They may know who handles what is known of them and for what, and are
//! answered (个人信息保护法 arts. 44, 45, 50; GB/T 35273-2020, 8.7: within thirty days).

use crate::access::OfficerId;
use crate::calendar::{Date, WorkingDays};

/// Working days until there is an answer: with no long holiday between, well within the thirty days of the standard.
pub const DAYS_TO_SAY_WHY: u16 = 15;

/// The last day to say why to somebody who asked on a day.
pub fn say_why_by(asked: Date, calendar: &WorkingDays) -> Date {
    calendar.add_working_days(asked, DAYS_TO_SAY_WHY)
}

/// Whether somebody may say why an officer read: nobody answers for themselves.
pub fn may_say_why(officer: &OfficerId, read_by: &OfficerId) -> bool {
    officer != read_by
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_date;

    #[test]
    fn fifteen_working_days_are_within_thirty_days() {
        let day = |text| parse_date(text).unwrap();
        assert_eq!(
            say_why_by(day("2026-12-01"), &WorkingDays::default()),
            day("2026-12-22")
        );
    }
}
