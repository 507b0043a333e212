//! Passwords: long, of any characters, pasted or typed, and not among those that are tried first.
//!
//! There is no rule about capitals, digits or signs, and none is asked to change by date: both make people
//! write `Passw0rd!2026` (NIST SP 800-63B, 5.1.1.2). Length counts double for characters outside ASCII, since
//! there are thousands of them: six Chinese characters are as good as twelve letters.

use std::collections::HashSet;
use std::fmt;
use std::sync::OnceLock;

use super::SignInName;
use crate::person::normalise;

/// A password that may be used.
pub struct Password(String);

/// What is wrong with a chosen password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordProblem {
    /// Nothing was typed.
    Empty,
    /// Shorter than [`Password::SHORTEST`].
    TooShort {
        /// How many letters or digits are missing; half as many Chinese characters.
        missing: usize,
    },
    /// Longer than [`Password::LONGEST`] characters.
    TooLong {
        /// How many there are.
        typed: usize,
    },
    /// Made of what is tried first: common passwords, runs of the keyboard, repetitions, dates.
    Common,
    /// Holds the name one signs in with, and little else.
    LikeName,
}

impl Password {
    /// The least length, where characters outside ASCII count double.
    pub const SHORTEST: usize = 12;
    /// The most characters.
    pub const LONGEST: usize = 200;

    /// Checks what was chosen, [as it counts](Self::as_counted).
    pub fn parse(raw: &str, name: Option<&SignInName>) -> Result<Self, PasswordProblem> {
        let counted = Self::as_counted(raw);
        let raw = counted.as_str();
        let count = raw.chars().count();
        let length: usize = raw.chars().map(|typed| if typed.is_ascii() { 1 } else { 2 }).sum();
        if count == 0 {
            return Err(PasswordProblem::Empty);
        }
        if length < Self::SHORTEST {
            let missing = Self::SHORTEST - length;
            return Err(PasswordProblem::TooShort { missing });
        }
        if count > Self::LONGEST {
            return Err(PasswordProblem::TooLong { typed: count });
        }
        let plain = plain(raw);
        if let Some(name) = name {
            let without = plain.replace(&self::plain(&name.key()), "");
            if without.len() < plain.len() && guessable(&without) {
                return Err(PasswordProblem::LikeName);
            }
        }
        if guessable(&plain) {
            return Err(PasswordProblem::Common);
        }
        Ok(Self(raw.to_owned()))
    }

    /// A password as it counts, when it is chosen and whenever it is typed: full-width letters and digits are
    /// ordinary ones, spaces at the ends and marks that come with copying do not count. So it fits from any keyboard.
    pub fn as_counted(raw: &str) -> String {
        normalise::line(raw)
    }

    /// What is hashed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PasswordProblem {
    /// The stable name of the problem, for texts and interfaces.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "password_empty",
            Self::TooShort { .. } => "password_too_short",
            Self::TooLong { .. } => "password_too_long",
            Self::Common => "password_common",
            Self::LikeName => "password_like_name",
        }
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// What a guesser sees: lower case, half-width, without spaces and signs between the parts.
fn plain(raw: &str) -> String {
    let line = normalise::line(raw).to_lowercase();
    line.chars()
        .filter(|typed| typed.is_alphanumeric())
        .map(|typed| match typed {
            // `Passw0rd` is `password` to everybody who guesses.
            '0' => 'o',
            other => other,
        })
        .collect()
}

/// Whether the whole is at most [`PARTS`] pieces that are guessed first, with at most [`LOOSE`] characters between.
fn guessable(plain: &str) -> bool {
    let characters: Vec<char> = plain.chars().collect();
    // The fewest loose characters before each place, by how many pieces were used.
    let mut loose = vec![[usize::MAX; PARTS + 1]; characters.len() + 1];
    loose[0][0] = 0;
    for at in 0..characters.len() {
        // A Chinese character more is a word more.
        let worth = if characters[at].is_ascii() { 1 } else { 2 };
        let pieces = pieces(&characters[at..]);
        for parts in 0..=PARTS {
            let so_far = loose[at][parts];
            if so_far > LOOSE {
                continue;
            }
            loose[at + 1][parts] = loose[at + 1][parts].min(so_far + worth);
            if parts < PARTS {
                for length in &pieces {
                    let after = &mut loose[at + length][parts + 1];
                    *after = (*after).min(so_far);
                }
            }
        }
    }
    loose[characters.len()].iter().any(|loose| *loose <= LOOSE)
}

const PARTS: usize = 3;
const LOOSE: usize = 2;

/// The lengths of the pieces at a place that are guessed first: a common password, one character again and again,
/// neighbours in the alphabet, among digits or on the keyboard, a year or a date.
fn pieces(rest: &[char]) -> Vec<usize> {
    let mut pieces: Vec<usize> = (4..=rest.len().min(24))
        .filter(|length| common().contains(rest[..*length].iter().collect::<String>().as_str()))
        .collect();
    let same = rest.iter().take_while(|typed| **typed == rest[0]).count();
    let run = rest
        .windows(2)
        .take_while(|pair| are_neighbours(pair[0], pair[1]))
        .count()
        + 1;
    let digits = rest.iter().take_while(|typed| is_digit(**typed)).count();
    // Dates and years: up to eight digits are few tries.
    pieces.extend((4..=digits.min(8)).chain([same, run].into_iter().filter(|length| *length >= 3)));
    pieces.extend(repeated(rest));
    pieces
}

/// `abcabcabc`: the length of a piece of two to six characters that comes at least three times in a row.
fn repeated(rest: &[char]) -> Option<usize> {
    (2..=6)
        .filter_map(|length| {
            let first = rest.get(..length)?;
            let times = rest.chunks_exact(length).take_while(|chunk| *chunk == first).count();
            (times >= 3).then_some(times * length)
        })
        .max()
}

/// Zero was made an `o` above.
fn is_digit(typed: char) -> bool {
    typed.is_ascii_digit() || typed == 'o'
}

fn are_neighbours(one: char, next: char) -> bool {
    const ROWS: [&str; 4] = ["123456789o", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
    let (code, after) = (u32::from(one), u32::from(next));
    if one.is_ascii_alphanumeric() && next.is_ascii_alphanumeric() && code.abs_diff(after) == 1 {
        return true;
    }
    ROWS.iter().any(|row| {
        let place = |typed| row.find(typed);
        matches!((place(one), place(next)), (Some(one), Some(next)) if one.abs_diff(next) == 1)
    })
}

fn common() -> &'static HashSet<String> {
    static COMMON: OnceLock<HashSet<String>> = OnceLock::new();
    COMMON.get_or_init(|| {
        include_str!("common_passwords.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(plain)
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn problem(raw: &str) -> Option<PasswordProblem> {
        Password::parse(raw, None).err()
    }

    #[test]
    fn long_sentences_are_good_passwords() {
        for good in [
            "门前有两棵枣树",
            "correct horse battery staple",
            "我家的狗叫小黄3岁",
            "k7#mQ9x!Lw2z",
            "qisanliuyao-hen-hao-chi",
        ] {
            assert_eq!(problem(good), None, "{good}");
        }
    }

    #[test]
    fn what_is_tried_first_is_refused() {
        for bad in [
            "password1234",
            "Passw0rd!2026",
            "123456789012",
            "qwertyuiop123",
            "woaini1314520",
            "woaini 1314520",
            "aaaaaaaaaaaa",
            "iloveyou20261125",
            "abcabcabcabcabc",
            "1qaz2wsx3edc",
            "Ａ１２３４５６７８９ａａ",
            "哈哈哈哈哈哈哈",
            "abcdefghijkl",
        ] {
            assert_eq!(problem(bad), Some(PasswordProblem::Common), "{bad}");
        }
    }

    #[test]
    fn length_counts_what_a_character_is_worth() {
        assert_eq!(problem(""), Some(PasswordProblem::Empty));
        assert_eq!(problem("k7#mQ9x!"), Some(PasswordProblem::TooShort { missing: 4 }));
        assert_eq!(problem("两棵枣树"), Some(PasswordProblem::TooShort { missing: 4 }));
        assert_eq!(
            problem(&"枣树".repeat(101)),
            Some(PasswordProblem::TooLong { typed: 202 })
        );
    }

    #[test]
    fn a_password_fits_from_any_keyboard() {
        let chosen = Password::parse(" 门前有两棵枣树ＡＢ１２\u{200B}\n", None).unwrap();
        assert_eq!(chosen.as_str(), "门前有两棵枣树AB12");
        assert_eq!(Password::as_counted("门前有两棵枣树AB12 "), chosen.as_str());
    }

    #[test]
    fn ones_own_name_is_no_password() {
        let name = SignInName::parse("chunyan.pingjiang").unwrap();
        let of = |raw| Password::parse(raw, Some(&name)).err();
        assert_eq!(of("chunyan.pingjiang"), Some(PasswordProblem::LikeName));
        assert_eq!(of("ChunYanPingJiang88"), Some(PasswordProblem::LikeName));
        assert_eq!(of("chunyan.pingjiang zhong le san ke shu"), None);
        let mobile = SignInName::parse("13800138000").unwrap();
        assert_eq!(
            Password::parse("13800138000ab", Some(&mobile)).err(),
            Some(PasswordProblem::LikeName)
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_fall(raw in any::<String>()) {
            if let Ok(password) = Password::parse(&raw, None) {
                prop_assert_eq!(Password::as_counted(password.as_str()), password.as_str());
            }
        }

        #[test]
        fn random_letters_and_digits_of_sixteen_are_taken(raw in "[a-z][A-Z][2-9]{2}[a-zA-Z]{5}[a-zA-Z0-9]{7}") {
            // Chance may spell a common word, but hardly ever three.
            prop_assume!(!guessable(&plain(&raw)));
            prop_assert_eq!(problem(&raw), None);
        }

        #[test]
        fn a_common_password_with_a_year_is_refused(at in 0_usize..9_000, year in 1950..2030) {
            let word = include_str!("common_passwords.txt").lines().nth(at + 3).unwrap_or("password");
            let raw = format!("{word}{year}");
            prop_assert!(problem(&raw).is_some(), "{}", raw);
        }
    }
}
