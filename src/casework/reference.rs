//! References that people read out: `ZD` and nine characters, the last of which finds typing errors.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::person::normalise;

/// The number of an application or a case: `ZD`, eight random characters, one that checks them. Without 0, 1, I, L, O,
/// which are mistaken for one another. Written and spoken in groups, `ZD K7MP 3WQ9 X`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference([u8; Reference::LENGTH]);

/// What is wrong with a typed reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceProblem {
    /// Nothing was typed.
    Empty,
    /// Not eleven characters that begin with ZD.
    WrongForm,
    /// A character that no reference has.
    WrongCharacter {
        /// Where, counted from 1 with the letters ZD.
        position: usize,
    },
    /// The last character does not fit the others: one is mistyped or two are swapped.
    WrongCheckCharacter,
}

/// What a reference is made of. The check character may also be U: 31 is prime, so that a weighted sum finds every
/// single wrong character and every swap of neighbours.
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTVWXYZU";
const LETTERS: usize = 30;

impl Reference {
    /// How many characters it has.
    pub const LENGTH: usize = 11;
    /// How many of them are random.
    pub const RANDOM: usize = 8;

    /// The reference made of eight random bytes; of each, its place in the alphabet is what counts.
    pub fn from_random(bytes: [u8; Self::RANDOM]) -> Self {
        let mut text = *b"ZD000000000";
        for (place, byte) in text[2..10].iter_mut().zip(bytes) {
            *place = ALPHABET[usize::from(byte) % LETTERS];
        }
        text[10] = check_character(&text);
        Self(text)
    }

    /// Reads what was typed: small letters, full-width ones, spaces, hyphens and groups are forgiven.
    pub fn parse(raw: &str) -> Result<Self, ReferenceProblem> {
        let text = normalise::number(raw);
        if text.is_empty() {
            return Err(ReferenceProblem::Empty);
        }
        let text: [u8; Self::LENGTH] = text.as_bytes().try_into().map_err(|_| ReferenceProblem::WrongForm)?;
        if !text.starts_with(b"ZD") {
            return Err(ReferenceProblem::WrongForm);
        }
        let is_known = |at: usize, byte: u8| ALPHABET[..if at == 8 { 31 } else { LETTERS }].contains(&byte);
        if let Some(wrong) = (0..9).find(|at| !is_known(*at, text[at + 2])) {
            return Err(ReferenceProblem::WrongCharacter { position: wrong + 3 });
        }
        if text[10] != check_character(&text) {
            return Err(ReferenceProblem::WrongCheckCharacter);
        }
        Ok(Self(text))
    }

    /// The eleven characters.
    pub fn as_str(&self) -> &str {
        // Only ASCII gets in, so this never falls back.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// In the groups it is written and spoken in: `["ZD", "K7MP", "3WQ9", "X"]`.
    pub fn groups(&self) -> [&str; 4] {
        let text = self.as_str();
        [&text[..2], &text[2..6], &text[6..10], &text[10..]]
    }
}

/// The place of the weighted sum of the eight random characters, weights 2 to 9.
fn check_character(text: &[u8; Reference::LENGTH]) -> u8 {
    let place = |byte: u8| ALPHABET.iter().position(|letter| *letter == byte).unwrap_or(0);
    let weighted = text[2..10].iter().zip(2..).map(|(byte, weight)| place(*byte) * weight);
    ALPHABET[weighted.sum::<usize>() % ALPHABET.len()]
}

impl ReferenceProblem {
    /// The id of its words.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Empty => "problem-reference-empty",
            Self::WrongForm => "problem-reference-form",
            Self::WrongCharacter { .. } => "problem-reference-character",
            Self::WrongCheckCharacter => "problem-reference-check",
        }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reference({self})")
    }
}

impl TryFrom<String> for Reference {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|_| "a reference is ZD and nine characters that fit")
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.as_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn it_is_read_as_people_type_it() {
        let reference = Reference::from_random([1, 2, 3, 4, 5, 6, 7, 8]);
        let [zd, first, second, check] = reference.groups();
        for typed in [
            format!("{zd}{first}{second}{check}"),
            format!(" {zd} {first} {second} {check} ").to_lowercase(),
            format!("{zd}-{first}-{second}-{check}").replace("ZD", "ｚｄ"),
        ] {
            assert_eq!(Reference::parse(&typed), Ok(reference), "{typed}");
        }
        assert_eq!(Reference::parse("  "), Err(ReferenceProblem::Empty));
        assert_eq!(Reference::parse("ZD123"), Err(ReferenceProblem::WrongForm));
        assert_eq!(Reference::parse("PJ345678923"), Err(ReferenceProblem::WrongForm));
        assert_eq!(
            Reference::parse("ZD3O5678923"),
            Err(ReferenceProblem::WrongCharacter { position: 4 })
        );
    }

    fn references() -> impl Strategy<Value = Reference> {
        any::<[u8; 8]>().prop_map(Reference::from_random)
    }

    proptest! {
        #[test]
        fn every_reference_reads_back(reference in references()) {
            prop_assert_eq!(Reference::parse(reference.as_str()), Ok(reference));
            let json = serde_json::to_string(&reference).unwrap();
            prop_assert_eq!(serde_json::from_str::<Reference>(&json).unwrap(), reference);
        }

        #[test]
        fn one_wrong_character_is_found(reference in references(), at in 2_usize..11, other in 0_usize..31) {
            let mut text = reference.as_str().to_owned().into_bytes();
            prop_assume!(text[at] != ALPHABET[other]);
            text[at] = ALPHABET[other];
            prop_assert!(Reference::parse(&String::from_utf8(text).unwrap()).is_err());
        }

        #[test]
        fn two_swapped_neighbours_are_found(reference in references(), at in 0_usize..10) {
            let mut text = reference.as_str().to_owned().into_bytes();
            prop_assume!(text[at] != text[at + 1]);
            text.swap(at, at + 1);
            prop_assert!(Reference::parse(&String::from_utf8(text).unwrap()).is_err());
        }

        #[test]
        fn no_text_makes_it_fall_over(text in any::<String>()) {
            let _ = Reference::parse(&text);
        }
    }
}
