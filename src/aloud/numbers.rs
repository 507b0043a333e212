//! Numbers in Chinese words.

use super::One;

const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// 1205 as 一千二百零五.
pub(super) fn cardinal(number: u64) -> String {
    if number == 0 {
        return "零".to_owned();
    }
    let words = whole(number);
    // 十五, not 一十五; inside a number it stays.
    match words.strip_prefix("一十") {
        Some(rest) => format!("十{rest}"),
        None => words,
    }
}

fn whole(number: u64) -> String {
    for (unit, name) in [
        (100_000_000, "亿"),
        (10_000, "万"),
        (1000, "千"),
        (100, "百"),
        (10, "十"),
    ] {
        if number >= unit {
            let (many, rest) = (number / unit, number % unit);
            let gap = if rest != 0 && rest < unit / 10 { "零" } else { "" };
            let rest = if rest == 0 { String::new() } else { whole(rest) };
            return format!("{}{name}{gap}{rest}", whole(many));
        }
    }
    usize::try_from(number)
        .ok()
        .and_then(|digit| DIGITS.get(digit))
        .map_or_else(String::new, |&digit| digit.to_owned())
}

/// Digit by digit; other characters stay as they are, letters apart from each other.
pub(super) fn digits(text: &str, one: One) -> String {
    let mut said = String::new();
    for char in text.chars() {
        match char.to_digit(10) {
            Some(1) if one == One::Yao => said.push('幺'),
            Some(digit) => said.push_str(DIGITS.get(digit as usize).copied().unwrap_or_default()),
            None => {
                // Two letters in a row would be read as a word.
                if said.ends_with(|last: char| last.is_ascii_alphabetic()) {
                    said.push(' ');
                }
                said.push(char);
            }
        }
    }
    said
}

/// A year, digit by digit with 〇: 二〇二六.
pub(super) fn year(text: &str) -> String {
    digits(text, One::Yi).replace('零', "〇")
}

/// An amount: 1200.50 as 一千二百元五角.
pub(super) fn money(yuan: u64, fen: u64) -> String {
    let (jiao, fen) = (fen / 10 % 10, fen % 10);
    let mut said = String::new();
    if yuan > 0 || (jiao == 0 && fen == 0) {
        said = format!("{}元", if yuan == 2 { "两".to_owned() } else { cardinal(yuan) });
    }
    if jiao > 0 {
        said = format!("{said}{}角", cardinal(jiao));
    } else if fen > 0 && yuan > 0 {
        said.push('零');
    }
    if fen > 0 {
        said = format!("{said}{}分", cardinal(fen));
    }
    said
}
