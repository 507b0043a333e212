//! What of a text is no word: dates, times, numbers, codes. Found in one way for every language; each says it in its own.

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// 2026-11-23
    Date(u64, u64, u64),
    /// 2026 of 2026年
    Year(String),
    /// 〔2026〕15号
    Document(String, Option<u64>),
    /// 15:30, with seconds where there are any.
    Time(u64, u64, Option<u64>),
    /// Numbers that are read digit by digit, in groups.
    Digits(Vec<String>),
    /// 4305**********123X: what is seen, how many are hidden, what is seen.
    Masked(String, usize, String),
    /// ZD K7MP 3WQ9 X
    Code(Vec<String>),
    /// 3/5
    Fraction(u64, u64),
    /// 60% of a hundred, 5‰ of a thousand.
    Of(u64, Number),
    /// Yuan and fen, with the unit.
    Money(u64, u64),
    /// 10MB
    Measured(Number, &'static Unit),
    /// 2 of 2个
    Two,
    /// Any other number.
    Number(Number),
    /// From one to another: 3-5天
    To,
    /// -3
    Minus,
}

/// A number without a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub whole: u64,
    /// The digits after the point; empty where there is none.
    pub decimals: String,
}

/// A unit in letters.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub short: &'static str,
    pub chinese: &'static str,
    pub english: &'static str,
}

const fn unit(short: &'static str, chinese: &'static str, english: &'static str) -> Unit {
    Unit {
        short,
        chinese,
        english,
    }
}

const UNITS: [Unit; 8] = [
    unit("MB", "兆", "megabytes"),
    unit("KB", "千字节", "kilobytes"),
    unit("km", "公里", "kilometres"),
    unit("cm", "厘米", "centimetres"),
    unit("kg", "公斤", "kilograms"),
    unit("m²", "平方米", "square metres"),
    unit("㎡", "平方米", "square metres"),
    unit("℃", "摄氏度", "degrees Celsius"),
];

/// What may stand after a quantity. A longer number without any of it is an address, a telephone, an account.
const COUNTED: &str = "元万亿千百角分个人名次件户天日月年岁倍级项份张种条处位步页台套家周点时秒米克升公斤字行号章款";

/// Full width as half width, so that there is one form of each.
pub(super) fn half(char: char) -> char {
    match char {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％' | '／' | '＋' | '－' | '～' | '．' | '＊' => {
            char::from_u32(u32::from(char) - 0xFEE0).unwrap_or(char)
        }
        other => other,
    }
}

/// What a text goes on with after `before`, and how many characters it has.
pub(super) fn find(before: &[char], rest: &[char]) -> Option<(Found, usize)> {
    let first = *rest.first()?;
    if matches!(first, '〔' | '[') {
        return document(rest);
    }
    if matches!(first, '¥' | '￥') {
        let (number, end) = number(rest.get(1..)?)?;
        let (yuan, fen) = yuan_and_fen(&number)?;
        let named = usize::from(rest.get(1 + end) == Some(&'元'));
        return Some((Found::Money(yuan, fen), 1 + end + named));
    }
    if let Some(sign) = sign(before, rest) {
        return Some(sign);
    }
    if before.last().is_some_and(char::is_ascii_alphanumeric) {
        return None;
    }
    if let Some(code) = code(rest) {
        return Some(code);
    }
    if !first.is_ascii_digit() {
        return None;
    }
    date(rest)
        .or_else(|| landline(rest))
        .or_else(|| masked(rest))
        .or_else(|| time(rest))
        .or_else(|| fraction(before, rest))
        .or_else(|| plain(before, rest))
}

/// How many of the first characters are digits.
fn run(rest: &[char]) -> usize {
    rest.iter().take_while(|char| char.is_ascii_digit()).count()
}

fn text(chars: &[char]) -> String {
    chars.iter().collect()
}

fn value(chars: &[char]) -> Option<u64> {
    text(chars).parse().ok()
}

/// A number of so many digits, and what comes after it.
fn fixed(rest: &[char], least: usize, most: usize) -> Option<(u64, &[char])> {
    let length = run(rest);
    if !(least..=most).contains(&length) {
        return None;
    }
    Some((value(&rest[..length])?, &rest[length..]))
}

/// 2026-11-23, 2026/11/23, 2026.11.23
fn date(rest: &[char]) -> Option<(Found, usize)> {
    let (year, after) = fixed(rest, 4, 4)?;
    let mark = *after.first()?;
    if !matches!(mark, '-' | '/' | '.') {
        return None;
    }
    let (month, after) = fixed(&after[1..], 1, 2)?;
    if after.first() != Some(&mark) {
        return None;
    }
    let (day, after) = fixed(&after[1..], 1, 2)?;
    let is_one = (1..=12).contains(&month) && (1..=31).contains(&day);
    is_one.then(|| (Found::Date(year, month, day), rest.len() - after.len()))
}

/// 0731-84891234
fn landline(rest: &[char]) -> Option<(Found, usize)> {
    let area = run(rest);
    let mark = matches!(rest.get(area)?, '-' | ' ');
    let own = run(&rest[area + 1..]);
    let is_one = rest.first() == Some(&'0') && matches!(area, 3 | 4) && matches!(own, 7 | 8) && mark;
    is_one.then(|| {
        let mut groups = vec![text(&rest[..area])];
        groups.extend(in_groups(&rest[area + 1..area + 1 + own]));
        (Found::Digits(groups), area + 1 + own)
    })
}

/// What is partly hidden: 4305**********123X, ****1234.
fn masked(rest: &[char]) -> Option<(Found, usize)> {
    let seen = run(rest);
    let hidden = rest[seen..].iter().take_while(|char| matches!(char, '*' | '●')).count();
    if hidden < 2 {
        return None;
    }
    let mut end = seen + hidden + run(&rest[seen + hidden..]);
    end += usize::from(rest.get(end) == Some(&'X'));
    Some((
        Found::Masked(text(&rest[..seen]), hidden, text(&rest[seen + hidden..end])),
        end,
    ))
}

/// 9:05, 15:30:00
fn time(rest: &[char]) -> Option<(Found, usize)> {
    let (hour, after) = fixed(rest, 1, 2)?;
    let colon = |after: &[char]| after.first().is_some_and(|char| matches!(char, ':' | '：'));
    if hour > 24 || !colon(after) {
        return None;
    }
    let (minute, mut after) = fixed(&after[1..], 2, 2)?;
    let mut second = None;
    if colon(after)
        && let Some((read, then)) = fixed(&after[1..], 2, 2)
        && read < 60
    {
        (second, after) = (Some(read), then);
    }
    (minute < 60).then(|| (Found::Time(hour, minute, second), rest.len() - after.len()))
}

/// 3/5
fn fraction(before: &[char], rest: &[char]) -> Option<(Found, usize)> {
    let (above, after) = fixed(rest, 1, 4)?;
    if after.first() != Some(&'/') || before.last() == Some(&'/') {
        return None;
    }
    let (below, after) = fixed(&after[1..], 1, 4)?;
    let ends = !after.first().is_some_and(|char| matches!(char, '/' | '.'));
    (below != 0 && ends).then(|| (Found::Fraction(above, below), rest.len() - after.len()))
}

/// 〔2026〕15号
fn document(rest: &[char]) -> Option<(Found, usize)> {
    let (_, after) = fixed(rest.get(1..)?, 4, 4)?;
    if !matches!(after.first()?, '〕' | ']') {
        return None;
    }
    let year = text(&rest[1..5]);
    let numbered = after[1..].strip_prefix(&['第']).unwrap_or(&after[1..]);
    let number = fixed(numbered, 1, 6).filter(|(_, then)| then.first() == Some(&'号'));
    let (number, after) = match number {
        Some((number, then)) => (Some(number), &then[1..]),
        None => (None, &after[1..]),
    };
    Some((Found::Document(year, number), rest.len() - after.len()))
}

/// A dash between two numbers, or before one.
fn sign(before: &[char], rest: &[char]) -> Option<(Found, usize)> {
    if !is_dash(*rest.first()?) {
        // A mask that nothing is seen before.
        return (rest.first() == Some(&'*') && before.last() != Some(&'*'))
            .then(|| masked(rest))
            .flatten();
    }
    let dashes = rest.iter().take_while(|char| is_dash(**char)).count();
    if !rest.get(dashes)?.is_ascii_digit() {
        return None;
    }
    let last = before.iter().rev().find(|char| !char.is_whitespace());
    let quantity = |char: &char| char.is_ascii_digit() || *char == '%' || COUNTED.contains(*char);
    match last {
        Some(last) if quantity(last) => Some((Found::To, dashes)),
        Some(last) if last.is_alphanumeric() => None,
        _ => (dashes == 1).then_some((Found::Minus, 1)),
    }
}

fn is_dash(char: char) -> bool {
    matches!(char, '-' | '–' | '—' | '−' | '~' | '〜')
}

/// Numbers with letters among them: ZD K7MP 3WQ9 X, 7KQ2-MX9F-3HTB, an identity number that ends in X.
fn code(rest: &[char]) -> Option<(Found, usize)> {
    let group = |rest: &[char]| {
        let length = rest.iter().take_while(|char| is_of_code(**char)).count();
        let whole = !rest.get(length).is_some_and(char::is_ascii_lowercase);
        if whole { length } else { 0 }
    };
    let first = group(rest);
    if first == 0 {
        return None;
    }
    // An identity number, or a certificate's, which begins with one.
    if first >= 18 && rest[..17].iter().all(char::is_ascii_digit) {
        return Some((Found::Digits(in_groups(&rest[..first])), first));
    }
    let is_reference = rest.starts_with(&['Z', 'D']) && matches!(first, 2 | 11);
    // Of a reference four groups, of other codes three.
    let (most, lengths) = if is_reference { (4, [4, 1]) } else { (3, [4, 2]) };
    let mut groups = vec![text(&rest[..first])];
    let mut end = first;
    while groups.len() < most
        && (is_reference || first == 4)
        && rest.get(end).is_some_and(|char| matches!(char, ' ' | '-'))
    {
        let length = group(&rest[end + 1..]);
        if !lengths.contains(&length) {
            break;
        }
        groups.push(text(&rest[end + 1..end + 1 + length]));
        end += 1 + length;
    }
    let has = |wanted: fn(&char) -> bool| rest[..end].iter().any(wanted);
    let mixed = has(char::is_ascii_digit) && has(char::is_ascii_uppercase);
    let is_whole = is_reference && (groups.len() == most || first == 11);
    let measured = groups.len() == 1 && UNITS.iter().any(|unit| quantity_of(&rest[..end], unit).is_some());
    if !(mixed || is_whole) || measured {
        return None;
    }
    if is_reference && first == 11 {
        groups = [0..2, 2..6, 6..10, 10..11].map(|part| text(&rest[part])).to_vec();
    }
    Some((Found::Code(groups), end))
}

fn is_of_code(char: char) -> bool {
    char.is_ascii_digit() || char.is_ascii_uppercase()
}

/// The number before a unit, and where both end.
fn quantity_of(rest: &[char], unit: &Unit) -> Option<(Number, usize)> {
    let (number, end) = number(rest)?;
    let space = usize::from(rest.get(end) == Some(&' '));
    let mut after = rest[end + space..].iter();
    let is_it = unit.short.chars().all(|char| after.next() == Some(&char));
    let ends = !after.next().is_some_and(char::is_ascii_alphanumeric);
    (is_it && ends).then(|| (number, end + space + unit.short.chars().count()))
}

/// A number with its commas and its point, and where it ends.
fn number(rest: &[char]) -> Option<(Number, usize)> {
    let mut end = run(rest);
    let mut digits = text(&rest[..end]);
    let in_thousands = (1..=3).contains(&end);
    while in_thousands && rest.get(end) == Some(&',') && run(&rest[end + 1..]) == 3 {
        digits.extend(&rest[end + 1..end + 4]);
        end += 4;
    }
    let whole = digits.parse().ok()?;
    let mut decimals = String::new();
    if rest.get(end) == Some(&'.') {
        let length = run(&rest[end + 1..]);
        decimals = text(&rest[end + 1..end + 1 + length]);
        end += if length == 0 { 0 } else { 1 + length };
    }
    Some((Number { whole, decimals }, end))
}

/// A number by what stands around it.
fn plain(before: &[char], rest: &[char]) -> Option<(Found, usize)> {
    let measured = UNITS
        .iter()
        .find_map(|unit| quantity_of(rest, unit).map(|(number, end)| (Found::Measured(number, unit), end)));
    if measured.is_some() {
        return measured;
    }
    let length = run(rest);
    let all_digits = || (Found::Digits(in_groups(&rest[..length])), length);
    let Some((number, end)) = number(rest) else {
        return Some(all_digits());
    };
    let space = usize::from(rest.get(end) == Some(&' '));
    let after = &rest[end + space..];
    let next = after.first().copied();
    match next {
        Some('%') => return Some((Found::Of(100, number), end + space + 1)),
        Some('‰') => return Some((Found::Of(1000, number), end + space + 1)),
        _ => {}
    }
    for unit in ["元", "yuan"] {
        if begins_with(after, unit)
            && let Some((yuan, fen)) = yuan_and_fen(&number)
        {
            return Some((Found::Money(yuan, fen), end + space + unit.chars().count()));
        }
    }
    if end != length {
        return Some((Found::Number(number), end));
    }
    if length == 4 && next == Some('年') {
        return Some((Found::Year(text(&rest[..4])), 4));
    }
    let counted = next.is_some_and(|next| COUNTED.contains(next));
    let padded = length > 2 && rest.first() == Some(&'0');
    if padded || length > 15 || (!counted && (length >= 5 || (length >= 3 && names_a_number(before)))) {
        return Some(all_digits());
    }
    if length == 1 && number.whole == 2 && counts(before, after) {
        return Some((Found::Two, 1));
    }
    Some((Found::Number(number), end))
}

fn begins_with(rest: &[char], word: &str) -> bool {
    let mut rest = rest.iter();
    word.chars().all(|char| rest.next() == Some(&char))
}

/// Whether the words before a number say that it is one that is dialled or written down: 电话：, 尾号为, 拨打.
fn names_a_number(before: &[char]) -> bool {
    let before = text(&before[before.len().saturating_sub(6)..]);
    let before = before.trim_end_matches([' ', '：', ':', '为', '是', '“', '\u{a0}']);
    before.ends_with(['号', '码', '话', '线', '打', '拨', '位', '编'])
}

/// Whether 2 counts things: 两个, but 第二个, 二月, 二级.
fn counts(before: &[char], after: &[char]) -> bool {
    let first = !before
        .last()
        .is_some_and(|last| *last == '第' || is_dash(*last) || *last == '/');
    let things = [
        "年级", "年度", "个", "天", "位", "次", "人", "年", "周", "项", "份", "张", "种", "条", "名", "户", "件", "页",
        "台", "套", "家", "岁", "点", "倍", "遍", "分钟", "小时",
    ];
    let thing = things.iter().find(|thing| begins_with(after, thing));
    first && thing.is_some_and(|thing| !matches!(*thing, "年级" | "年度"))
}

/// An amount, where it is one: not 1.5 before 万元, nor 1.234.
fn yuan_and_fen(number: &Number) -> Option<(u64, u64)> {
    let fen = match number.decimals.len() {
        0 => 0,
        1 | 2 => format!("{:0<2}", number.decimals).parse().ok()?,
        _ => return None,
    };
    Some((number.whole, fen))
}

/// Long numbers in the groups they are told in: a mobile number as 3, 4, 4; an identity number as 6, 4, 4, 4.
fn in_groups(digits: &[char]) -> Vec<String> {
    let first = match digits.len() {
        0..=6 => digits.len(),
        7 | 11 => 3,
        18..=20 => 6,
        _ => 4,
    };
    let (head, tail) = digits.split_at(first);
    std::iter::once(head)
        .chain(tail.chunks(4))
        .filter(|group| !group.is_empty())
        .map(text)
        .collect()
}
