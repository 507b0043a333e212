//! Days and the ages counted in them.

pub use time::Date;
use time::macros::format_description;

/// Reads `2025-06-18`; `None` for anything else, including days that do not exist.
pub fn parse_date(text: &str) -> Option<Date> {
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| {
            if at == 4 || at == 7 {
                byte == b'-'
            } else {
                byte.is_ascii_digit()
            }
        });
    if !shaped {
        return None;
    }
    Date::parse(text, format_description!("[year]-[month]-[day]")).ok()
}

/// Full years on a day. Age N is reached on the birthday itself; who is born on 29 February
/// reaches it on 28 February in other years (period ending on the last day of the month,
/// Civil Code art. 202). Negative before the birth.
pub fn age_on(birth: Date, on: Date) -> i64 {
    months_between(birth, on).div_euclid(12)
}

/// Full months from one day to another; a month is full on the same day number, or on the last
/// day of a shorter month. Negative where `to` lies before `from`.
pub fn months_between(from: Date, to: Date) -> i64 {
    let months =
        i64::from(to.year() - from.year()) * 12 + i64::from(u8::from(to.month())) - i64::from(u8::from(from.month()));
    let anniversary_day = from.day().min(to.month().length(to.year()));
    if to.day() < anniversary_day { months - 1 } else { months }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        parse_date(text).unwrap()
    }

    #[test]
    fn only_real_days_are_read() {
        assert!(parse_date("2024-02-29").is_some());
        for wrong in [
            "2025-02-29",
            "2025-13-01",
            "2025-1-01",
            "20250101",
            "2025-06-18T00",
            "２０２５-06-18",
            "",
        ] {
            assert!(parse_date(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn an_age_is_reached_on_the_birthday() {
        assert_eq!(age_on(day("2011-06-18"), day("2025-06-17")), 13);
        assert_eq!(age_on(day("2011-06-18"), day("2025-06-18")), 14);
    }

    #[test]
    fn a_leap_day_child_has_a_birthday_every_year() {
        assert_eq!(age_on(day("2008-02-29"), day("2025-02-27")), 16);
        assert_eq!(age_on(day("2008-02-29"), day("2025-02-28")), 17);
        assert_eq!(age_on(day("2008-02-29"), day("2024-02-28")), 15);
        assert_eq!(age_on(day("2008-02-29"), day("2024-02-29")), 16);
    }

    proptest! {
        #[test]
        fn ages_never_fall(birth in 2_400_000_i32..2_480_000, gap in 0_i32..40_000, step in 0_i32..1_000) {
            let birth = Date::from_julian_day(birth).unwrap();
            let on = birth + time::Duration::days(gap.into());
            let later = on + time::Duration::days(step.into());
            prop_assert!(age_on(birth, on) <= age_on(birth, later));
            prop_assert_eq!(age_on(birth, on), months_between(birth, on) / 12);
        }
    }
}
