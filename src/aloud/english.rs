//! English texts for a voice. Voices read English numbers well; what they are helped with is what is written the Chinese
//! way, and what must be told character by character.

use super::find::{Found, Number, find, half};
use super::{Manner, readings};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) fn say(text: &str, manner: &Manner<'_>) -> String {
    let chars: Vec<char> = text.chars().map(half).collect();
    let mut said = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&char) = chars.get(at) {
        let (before, rest) = chars.split_at(at);
        at += if let Some((named, length)) = readings::name(rest, manner.names) {
            said.push_str(&readings::in_letters(named));
            length
        } else if let Some((found, length)) = find(before, rest) {
            said.push_str(&words(&found));
            length
        } else {
            said.push(match char {
                '〔' | '〕' | '→' | '✔' | '★' | '●' | '*' | '_' | '#' | '|' => ' ',
                other => other,
            });
            1
        };
    }
    said
}

fn words(found: &Found) -> String {
    match found {
        Found::Date(year, month, day) => {
            let month = usize::try_from(*month)
                .ok()
                .and_then(|month| MONTHS.get(month.checked_sub(1)?));
            format!("{day} {} {year}", month.copied().unwrap_or_default())
        }
        Found::Year(year) | Found::Document(year, None) => year.clone(),
        Found::Document(year, Some(number)) => format!(" number {number} of {year}"),
        Found::Time(hour, minute, None) => format!("{hour}:{minute:02}"),
        Found::Time(hour, minute, Some(second)) => format!("{hour}:{minute:02}:{second:02}"),
        Found::Digits(groups) | Found::Code(groups) => {
            let groups: Vec<String> = groups.iter().map(|group| apart(group)).collect();
            groups.join(", ")
        }
        Found::Masked(before, hidden, after) => {
            let parts = [apart(before), format!("{hidden} hidden"), apart(after)];
            let parts: Vec<&str> = parts
                .iter()
                .map(String::as_str)
                .filter(|part| !part.is_empty())
                .collect();
            parts.join(", ")
        }
        Found::Fraction(above, below) => format!("{above} out of {below}"),
        Found::Of(100, number) => format!("{} percent", decimal(number)),
        Found::Of(_, number) => format!("{} per thousand", decimal(number)),
        Found::Money(yuan, 0) => format!("{yuan} yuan"),
        Found::Money(0, fen) => format!("{fen} fen"),
        Found::Money(yuan, fen) => format!("{yuan} yuan {fen} fen"),
        Found::Measured(number, unit) => format!("{} {}", decimal(number), unit.english),
        Found::Two => "2".to_owned(),
        Found::Number(number) => decimal(number),
        Found::To => " to ".to_owned(),
        Found::Minus => "minus ".to_owned(),
    }
}

/// Each character by itself.
fn apart(text: &str) -> String {
    let chars: Vec<String> = text.chars().map(String::from).collect();
    chars.join(" ")
}

fn decimal(number: &Number) -> String {
    if number.decimals.is_empty() {
        number.whole.to_string()
    } else {
        format!("{}.{}", number.whole, number.decimals)
    }
}
