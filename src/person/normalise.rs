//! Forgives how something was typed: full-width characters, spaces, hyphens, invisible marks from copying.
//!
//! All of them are idempotent, and a text they have made holds none of what they remove.

/// An identification number as it is stored: ASCII where the keyboard gave full-width characters, upper case,
/// without spaces, hyphens and invisible marks. Signs that stand for the check character X become X.
pub fn number(raw: &str) -> String {
    raw.chars()
        .filter(|&typed| !is_invisible(typed) && !typed.is_whitespace() && !is_hyphen(typed))
        .map(|typed| match half_width(typed) {
            // The multiplication sign and the Roman ten that input methods offer for X.
            '×' | 'Ⅹ' | 'ⅹ' => 'X',
            other => other.to_ascii_uppercase(),
        })
        .collect()
}

/// One line of text: half-width, without invisible marks, spaces reduced to one between words.
pub fn line(raw: &str) -> String {
    let visible: String = raw
        .chars()
        .filter(|&typed| !is_invisible(typed))
        .map(half_width)
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The ASCII character of a full-width one, the space of an ideographic space; every other unchanged.
fn half_width(typed: char) -> char {
    match typed {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(typed) - 0xFEE0).unwrap_or(typed),
        other => other,
    }
}

/// Zero-width characters, direction marks, soft hyphens and variation selectors: they come with copied text.
fn is_invisible(typed: char) -> bool {
    matches!(
        typed,
        '\u{00AD}'
            | '\u{034F}'
            | '\u{061C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{E0100}'..='\u{E01EF}'
    )
}

/// What a name must not hide: format and control characters, fillers that are letters without a shape, private use and
/// what is no character at all. Two names that look the same would differ by them.
pub(crate) fn is_hidden(typed: char) -> bool {
    is_invisible(typed)
        || (typed.is_control() && !typed.is_whitespace())
        || u32::from(typed) & 0xFFFE == 0xFFFE
        || matches!(
            typed,
            '\u{0600}'..='\u{0605}'
                | '\u{06DD}'
                | '\u{070F}'
                | '\u{0890}'..='\u{0891}'
                | '\u{08E2}'
                | '\u{115F}'..='\u{1160}'
                | '\u{17B4}'..='\u{17B5}'
                | '\u{180B}'..='\u{180F}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{E000}'..='\u{F8FF}'
                | '\u{FDD0}'..='\u{FDEF}'
                | '\u{FFA0}'
                | '\u{FFF0}'..='\u{FFFB}'
                | '\u{110BD}'
                | '\u{110CD}'
                | '\u{13430}'..='\u{1345F}'
                | '\u{1BCA0}'..='\u{1BCA3}'
                | '\u{1D173}'..='\u{1D17A}'
                | '\u{E0000}'..='\u{E0FFF}'
                | '\u{F0000}'..='\u{10FFFF}'
        )
}

/// Several lines in somebody's own words, without what turns the direction of the text around it and without control
/// characters but the line break. Joiners stay: some scripts need them.
pub fn prose(raw: &str) -> String {
    raw.chars()
        .filter(|&typed| typed == '\n' || typed == '\t' || !(typed.is_control() || turns_direction(typed)))
        .map(|typed| if typed == '\t' { ' ' } else { typed })
        .collect()
}

fn turns_direction(typed: char) -> bool {
    matches!(typed, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}')
}

/// Hyphens, dashes and the minus sign, of any width.
fn is_hyphen(typed: char) -> bool {
    matches!(
        typed,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_lose_what_typing_and_copying_add() {
        assert_eq!(
            number(" 110105–19491231\u{200B}００２ｘ\u{202C}\n"),
            "11010519491231002X"
        );
        assert_eq!(number("００２×"), "002X");
        assert_eq!(number("b1"), "B1");
        assert_eq!(
            number("十八"),
            "十八",
            "what is no number stays visible as the mistake it is"
        );
    }

    #[test]
    fn lines_keep_one_space_between_words() {
        assert_eq!(line("\u{FEFF} Ａｎｎａ\u{3000}\t Li "), "Anna Li");
        assert_eq!(line("葛\u{E0100}"), "葛");
    }

    #[test]
    fn prose_keeps_its_lines_and_loses_what_turns_them() {
        assert_eq!(prose("甲\u{202E}乙\r\n丙\0\u{7}\t丁"), "甲乙\n丙 丁");
        assert_eq!(prose("क्\u{200D}ष"), "क्\u{200D}ष", "a joiner is part of the word");
    }

    proptest! {
        #[test]
        fn all_are_idempotent(raw in any::<String>()) {
            prop_assert_eq!(number(&number(&raw)), number(&raw));
            prop_assert_eq!(line(&line(&raw)), line(&raw));
            prop_assert_eq!(prose(&prose(&raw)), prose(&raw));
        }
    }
}
