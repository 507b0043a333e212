//! Values as words, one way for the whole portal: never `2026-11-23`, `¥`, thousands commas or `3/5`,
//! which voices read wrongly.

use zhida::calendar::{Date, Instant, Month};
use zhida::measure::{Quantity, Unit};
use zhida::money::Fen;

use super::{Phrase, Text};

impl Text<'_> {
    /// `2026年11月23日`, `23 November 2026`.
    pub fn date(&self, day: Date) -> String {
        self.with(
            "value-date",
            &[
                ("year", day.year().to_string().into()),
                ("month", u8::from(day.month()).into()),
                ("day", day.day().into()),
            ],
        )
    }

    /// A day near at hand: `7月2日（星期三）`, `Wednesday 2 July`.
    pub fn day_with_weekday(&self, day: Date) -> String {
        self.with(
            "value-day-weekday",
            &[
                ("month", u8::from(day.month()).into()),
                ("day", day.day().into()),
                ("weekday", day.weekday().number_from_monday().into()),
            ],
        )
    }

    /// A day of a list: with the year where it is not this one, else [as near at hand](Self::day_with_weekday).
    pub fn day_seen_on(&self, day: Date, today: Date) -> String {
        if day.year() == today.year() {
            self.day_with_weekday(day)
        } else {
            self.date(day)
        }
    }

    /// A moment in our time: `2025年6月18日 10:05`, `18 June 2025, 10:05`.
    pub fn moment(&self, at: Instant) -> String {
        let (hour, minute) = at.hour_and_minute();
        self.with(
            "value-moment",
            &[
                ("day", self.date(at.date()).into()),
                ("time", format!("{hour}:{minute:02}").into()),
            ],
        )
    }

    /// `2025年6月`, `June 2025`.
    pub fn month(&self, month: Month) -> String {
        let (year, month) = month.year_and_month();
        self.with(
            "value-month",
            &[("year", year.to_string().into()), ("month", month.into())],
        )
    }

    /// `70元`, `83.20元`; `70 yuan`.
    pub fn money(&self, amount: Fen) -> String {
        self.with("value-money", &[("amount", amount.to_string().into())])
    }

    /// `72.5厘米`, `12个`; `72.5 centimetres`, `1 year`.
    pub fn quantity(&self, quantity: Quantity) -> String {
        let id = match quantity.scale.unit {
            Unit::Centimetre => "value-centimetres",
            Unit::Metre => "value-metres",
            Unit::Kilogram => "value-kilograms",
            Unit::Count => "value-how-many",
            Unit::Year => "value-years",
            Unit::Age => "value-years-old",
        };
        // A fraction is of many, also 0.5.
        let count = quantity.whole_units().unwrap_or(2);
        self.with(id, &[("number", quantity.to_string().into()), ("count", count.into())])
    }

    /// A grade of disability, 1 (most severe) to 4: `一级`, `grade 1`.
    pub fn grade(&self, grade: u8) -> String {
        self.with("value-grade", &[("grade", grade.into())])
    }

    /// `4天`, `1 day`.
    pub fn calendar_days(&self, days: u32) -> String {
        self.with("value-days", &[("days", days.into())])
    }

    /// `10个工作日`, `1 working day`.
    pub fn working_days(&self, days: u32) -> String {
        self.with("value-working-days", &[("days", days.into())])
    }
}

/// A unit by itself, as it stands behind an input and is heard with its label.
pub fn unit(unit: Unit) -> Phrase {
    Phrase::new(match unit {
        Unit::Centimetre => "unit-centimetres",
        Unit::Metre => "unit-metres",
        Unit::Kilogram => "unit-kilograms",
        Unit::Count => "unit-how-many",
        Unit::Year => "unit-years",
        Unit::Age => "unit-years-old",
    })
}

/// A resident ID or certificate number in the groups it is spoken in: place, birth date, rest.
/// The page sets them apart by style, so that a copied number has no spaces.
pub fn groups_of_identity_number(number: &str) -> Vec<&str> {
    let mut groups = Vec::new();
    let mut rest = number;
    for length in [6, 8] {
        match rest.char_indices().nth(length) {
            Some((at, _)) => {
                let (group, after) = rest.split_at(at);
                groups.push(group);
                rest = after;
            }
            None => break,
        }
    }
    if !rest.is_empty() {
        groups.push(rest);
    }
    groups
}

/// Place and the last four, the birth date and two more hidden: `430626********9988`.
/// A number too short to hide anything in is hidden whole.
pub fn masked_identity_number(number: &str) -> String {
    let count = number.chars().count();
    let shown = |at: usize| count > 10 && (at < 6 || at + 4 >= count);
    number
        .chars()
        .enumerate()
        .map(|(at, character)| if shown(at) { character } else { '*' })
        .collect()
}

#[cfg(test)]
mod tests {
    use zhida::calendar::parse_date;

    use super::*;
    use crate::text::{Language, Level, texts_shipped};

    fn both(say: impl Fn(Text<'_>) -> String) -> (String, String) {
        let texts = texts_shipped().unwrap();
        (
            say(texts.of(Language::ZhCn, Level::Standard)),
            say(texts.of(Language::En, Level::Standard)),
        )
    }

    #[track_caller]
    fn said(say: impl Fn(Text<'_>) -> String, zh: &str, en: &str) {
        assert_eq!(both(say), (zh.to_owned(), en.to_owned()));
    }

    #[test]
    fn what_is_measured_is_said_with_its_unit() {
        let quantity = |parts, unit, decimals| Quantity {
            parts,
            scale: zhida::measure::Scale { unit, decimals },
        };
        for (parts, unit, decimals, zh, en) in [
            (725, Unit::Centimetre, 1, "72.5厘米", "72.5 centimetres"),
            (10, Unit::Centimetre, 1, "1厘米", "1 centimetre"),
            (5, Unit::Metre, 1, "0.5米", "0.5 metres"),
            (63_500, Unit::Kilogram, 3, "63.5公斤", "63.5 kilograms"),
            (12, Unit::Count, 0, "12个", "12"),
            (1, Unit::Year, 0, "1年", "1 year"),
            (63, Unit::Age, 0, "63岁", "63 years old"),
        ] {
            said(|text| text.quantity(quantity(parts, unit, decimals)), zh, en);
        }
    }

    #[test]
    fn values_read_right_aloud() {
        let day = |text: &str| parse_date(text).unwrap();
        said(
            |text| text.date(day("2026-11-23")),
            "2026年11月23日",
            "23 November 2026",
        );
        said(
            |text| text.day_with_weekday(day("2025-07-02")),
            "7月2日（星期三）",
            "Wednesday 2 July",
        );
        said(
            |text| text.day_seen_on(day("2025-07-02"), day("2026-01-04")),
            "2025年7月2日",
            "2 July 2025",
        );
        said(
            |text| text.day_with_weekday(day("2025-07-06")),
            "7月6日（星期日）",
            "Sunday 6 July",
        );
        said(
            |text| text.month(Month::parse("2025-06").unwrap()),
            "2025年6月",
            "June 2025",
        );
        said(
            |text| text.moment(Instant::from_epoch_ms(1_750_212_300_000)),
            "2025年6月18日 10:05",
            "18 June 2025, 10:05",
        );
        said(|text| text.money(Fen(7000)), "70元", "70 yuan");
        said(|text| text.money(Fen(120_050)), "1200.50元", "1200.50 yuan");
        said(|text| text.grade(1), "一级", "grade 1");
        said(|text| text.grade(4), "四级", "grade 4");
        said(|text| text.working_days(10), "10个工作日", "10 working days");
        said(|text| text.working_days(1), "1个工作日", "1 working day");
    }

    #[test]
    fn identity_numbers_are_grouped_and_hidden() {
        assert_eq!(
            groups_of_identity_number("430626198808089988"),
            ["430626", "19880808", "9988"]
        );
        assert_eq!(groups_of_identity_number("4306261988"), ["430626", "1988"]);
        assert_eq!(groups_of_identity_number(""), Vec::<&str>::new());
        assert_eq!(masked_identity_number("430626198808089988"), "430626********9988");
        assert_eq!(masked_identity_number("43062619"), "********");
    }
}
