//! Codes that are read from paper and typed: recovery codes, link codes, one-time codes from an office.
//!
//! No two characters look or sound alike in print: no 0 and O, no 1, I and L, no U beside V.

use std::fmt;

use crate::person::normalise;

/// A code, without the marks between its groups.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(String);

/// How many characters a kind of code has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// A link code: 10 characters, 49 bits; single use, thirty days.
    Link,
    /// A recovery code, or a one-time code from an office: 12 characters, 58 bits; single use.
    Recovery,
}

/// What is wrong with a typed code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeProblem {
    /// Nothing was typed.
    Empty,
    /// A character that no code has.
    WrongCharacter {
        /// The first of them.
        found: char,
    },
    /// Characters are missing.
    TooShort {
        /// How many.
        missing: usize,
    },
    /// There are too many characters.
    TooLong {
        /// How many too many.
        excess: usize,
    },
}

/// The characters of all codes.
const ALPHABET: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

impl Length {
    /// In characters.
    pub const fn characters(self) -> usize {
        match self {
            Self::Link => 10,
            Self::Recovery => 12,
        }
    }

    /// How many characters stand together.
    const fn group(self) -> usize {
        match self {
            Self::Link => 5,
            Self::Recovery => 4,
        }
    }
}

impl Code {
    /// The code of a random number. Of 128 bits only the first 50 or 59 count, so none is likelier than another.
    pub fn of_random(length: Length, random: [u8; 16]) -> Self {
        let mut number = u128::from_le_bytes(random);
        let mut code = String::with_capacity(length.characters());
        for _ in 0..length.characters() {
            let at = usize::try_from(number % 30).unwrap_or_default();
            code.push(char::from(ALPHABET[at]));
            number /= 30;
        }
        Self(code)
    }

    /// Reads what was typed: in either case, with or without marks and spaces between.
    pub fn parse(length: Length, raw: &str) -> Result<Self, CodeProblem> {
        let typed = normalise::number(raw);
        let known = |typed: &char| u8::try_from(*typed).is_ok_and(|typed| ALPHABET.contains(&typed));
        if let Some(found) = typed.chars().find(|typed| !known(typed)) {
            return Err(CodeProblem::WrongCharacter { found });
        }
        let (count, wanted) = (typed.len(), length.characters());
        match count {
            0 => Err(CodeProblem::Empty),
            _ if count < wanted => Err(CodeProblem::TooShort {
                missing: wanted - count,
            }),
            _ if count > wanted => Err(CodeProblem::TooLong { excess: count - wanted }),
            _ => Ok(Self(typed)),
        }
    }

    /// Without marks: what is hashed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In groups with `-` between, as it is printed and read aloud: `7KQ2-MX9F-3HTB`.
    pub fn in_groups(&self) -> String {
        let group = if self.0.len() == Length::Link.characters() {
            Length::Link.group()
        } else {
            Length::Recovery.group()
        };
        let characters: Vec<char> = self.0.chars().collect();
        let groups: Vec<String> = characters.chunks(group).map(|group| group.iter().collect()).collect();
        groups.join("-")
    }
}

impl CodeProblem {
    /// The stable name of the problem, for texts and interfaces.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "code_empty",
            Self::WrongCharacter { .. } => "code_wrong_character",
            Self::TooShort { .. } => "code_too_short",
            Self::TooLong { .. } => "code_too_long",
        }
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn codes_stand_in_groups() {
        let code = Code::parse(Length::Link, " 7kq2m – x9f3h ").unwrap();
        assert_eq!(code.in_groups(), "7KQ2M-X9F3H");
        let code = Code::parse(Length::Recovery, "７ＫＱ２mx9f3htb").unwrap();
        assert_eq!(code.in_groups(), "7KQ2-MX9F-3HTB");
        assert_eq!(format!("{code:?}"), "Code(…)");
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        let problem = |raw| Code::parse(Length::Link, raw).unwrap_err();
        assert_eq!(problem(" - "), CodeProblem::Empty);
        assert_eq!(problem("7KQ2M"), CodeProblem::TooShort { missing: 5 });
        assert_eq!(problem("7KQ2MX9F3H2"), CodeProblem::TooLong { excess: 1 });
        assert_eq!(problem("7KQ2MX9F3O"), CodeProblem::WrongCharacter { found: 'O' });
        assert_eq!(problem("七KQ2MX9F3H").code(), "code_wrong_character");
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(random in any::<[u8; 16]>(), link in any::<bool>()) {
            let length = if link { Length::Link } else { Length::Recovery };
            let code = Code::of_random(length, random);
            prop_assert_eq!(Code::parse(length, &code.in_groups()).unwrap(), code.clone());
            prop_assert_eq!(Code::parse(length, &code.as_str().to_lowercase()).unwrap(), code);
        }

        #[test]
        fn any_text_is_read_without_a_fall(raw in any::<String>()) {
            let _ = Code::parse(Length::Recovery, &raw);
        }
    }
}
