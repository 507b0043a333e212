//! Chinese texts for a voice.

use super::find::{Found, Number, find, half};
use super::numbers::{cardinal, digits, money, year};
use super::{Manner, One, readings};

pub(super) fn say(text: &str, manner: &Manner<'_>) -> String {
    let chars: Vec<char> = text.chars().map(half).collect();
    let mut said = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&char) = chars.get(at) {
        let (before, rest) = chars.split_at(at);
        at += if let Some((named, length)) = readings::name(rest, manner.names) {
            said.push_str(&readings::in_homophones(named));
            length
        } else if let Some((word, length)) = readings::word(rest) {
            said.push_str(word);
            length
        } else if let Some((found, length)) = find(before, rest) {
            said.push_str(&words(&found, manner.one));
            length
        } else {
            said.push_str(&sign(char, before, rest));
            1
        };
    }
    said
}

fn words(found: &Found, one: One) -> String {
    match found {
        Found::Date(of, month, day) => {
            let of = year(&of.to_string());
            format!("{of}年{}月{}日", cardinal(*month), cardinal(*day))
        }
        Found::Year(of) => year(of),
        Found::Document(of, None) => format!("{}年", year(of)),
        Found::Document(of, Some(number)) => format!("{}年第{}号", year(of), cardinal(*number)),
        Found::Time(hour, minute, second) => time(*hour, *minute, *second),
        Found::Digits(groups) | Found::Code(groups) => grouped(groups, one),
        Found::Masked(before, hidden, after) => {
            let hidden = format!("隐去{}位", cardinal(u64::try_from(*hidden).unwrap_or(u64::MAX)));
            let parts = [digits(before, one), hidden, digits(after, one)];
            let parts: Vec<&str> = parts
                .iter()
                .map(String::as_str)
                .filter(|part| !part.is_empty())
                .collect();
            parts.join("，")
        }
        Found::Fraction(above, below) => format!("{}分之{}", cardinal(*below), cardinal(*above)),
        Found::Of(whole, number) => {
            let whole = if *whole == 100 { "百" } else { "千" };
            format!("{whole}分之{}", decimal(number))
        }
        Found::Money(yuan, fen) => money(*yuan, *fen),
        Found::Measured(number, unit) => format!("{}{}", decimal(number), unit.chinese),
        Found::Two => "两".to_owned(),
        Found::Number(number) => decimal(number),
        Found::To => "至".to_owned(),
        Found::Minus => "负".to_owned(),
    }
}

fn grouped(groups: &[String], one: One) -> String {
    let said: Vec<String> = groups.iter().map(|group| digits(group, one)).collect();
    said.join("，")
}

fn decimal(number: &Number) -> String {
    let whole = cardinal(number.whole);
    if number.decimals.is_empty() {
        whole
    } else {
        format!("{whole}点{}", digits(&number.decimals, One::Yi))
    }
}

fn time(hour: u64, minute: u64, second: Option<u64>) -> String {
    let hour = if hour == 2 { "两".to_owned() } else { cardinal(hour) };
    let part = |of: u64, unit: &str| {
        let zero = if of < 10 { "零" } else { "" };
        format!("{zero}{}{unit}", cardinal(of))
    };
    match (minute, second.filter(|second| *second > 0)) {
        (0, None) => format!("{hour}点"),
        (minute, None) => format!("{hour}点{}", part(minute, "分")),
        (minute, Some(second)) => format!("{hour}点{}{}", part(minute, "分"), part(second, "秒")),
    }
}

/// A character that is no word of itself.
fn sign(char: char, before: &[char], rest: &[char]) -> String {
    let next = rest.get(1);
    let said = match char {
        // 元/月
        '/' if next.is_some_and(|next| "月年人天日次户个".contains(*next)) => "每",
        '/' | '|' | '·' | '・' => "，",
        '.' if before.last().is_some_and(char::is_ascii_digit) && next.is_some_and(char::is_ascii_digit) => "点",
        '+' => "加",
        '=' => "等于",
        '×' => "乘",
        '≥' => "不少于",
        '≤' => "不多于",
        '〔' | '〕' | '→' | '✔' | '★' | '●' | '*' | '_' | '#' => " ",
        'Ⅰ'..='Ⅻ' => return cardinal(u64::from(u32::from(char) - u32::from('Ⅰ') + 1)),
        '①'..='⑳' => return cardinal(u64::from(u32::from(char) - u32::from('①') + 1)),
        // What is left of digits stands inside a word of letters: abc1.
        digit if digit.is_ascii_digit() => return digits(&digit.to_string(), One::Yi),
        other => return other.to_string(),
    };
    said.to_owned()
}
