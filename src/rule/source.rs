//! The text of a rule before it is parsed: its limits, and where its words stand.
//!
//! The parser keeps no places for what it accepts, so the words are found again: a tree read from left to right
//! meets names and literals in the order of the text.

use super::program;

/// Longest rule, in bytes.
pub(super) const LONGEST: usize = 2_000;
/// Deepest nesting of brackets, signs and conditionals.
pub(super) const DEEPEST: usize = 16;

/// A mistake in a rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct RuleError {
    /// Byte of the rule's text.
    pub offset: usize,
    /// One sentence, for the engineer who wrote the rule.
    pub message: String,
}

impl RuleError {
    pub(super) fn new(offset: usize, message: impl Into<String>) -> Self {
        Self {
            offset,
            message: message.into(),
        }
    }
}

/// A word of the text: a name, a number or a quoted text, with its place.
#[derive(Clone, Debug)]
struct Word<'s> {
    offset: usize,
    text: &'s str,
}

/// The words of a rule, handed out from left to right.
pub(super) struct Words<'s> {
    words: Vec<Word<'s>>,
    next: usize,
    last: usize,
}

impl Words<'_> {
    /// The place of the next word with that text; where there is none, of the last one found.
    pub(super) fn find(&mut self, text: &str) -> usize {
        self.find_where(|word| word == text)
    }

    /// The place of the next number or quoted text.
    pub(super) fn find_literal(&mut self) -> usize {
        self.find_where(|word| word.starts_with(|first: char| first.is_ascii_digit() || first == '"' || first == '\''))
    }

    /// Where the reading stands, for [`reset`](Self::reset).
    pub(super) fn mark(&self) -> (usize, usize) {
        (self.next, self.last)
    }

    /// Reads again from a mark.
    pub(super) fn reset(&mut self, (next, last): (usize, usize)) {
        (self.next, self.last) = (next, last);
    }

    /// The place last found.
    pub(super) fn last(&self) -> usize {
        self.last
    }

    fn find_where(&mut self, wanted: impl Fn(&str) -> bool) -> usize {
        let ahead = self.words.iter().enumerate().skip(self.next);
        let found = ahead
            .into_iter()
            .find(|(_, word)| wanted(word.text))
            .map(|(index, word)| (index, word.offset));
        if let Some((index, offset)) = found {
            self.next = index + 1;
            self.last = offset;
        }
        self.last
    }
}

/// Checks the limits and finds the words, without recursion.
pub(super) fn words(source: &str) -> Result<Words<'_>, RuleError> {
    if source.len() > LONGEST {
        return Err(RuleError::new(LONGEST, format!("a rule has at most {LONGEST} bytes")));
    }
    let bytes = source.as_bytes();
    let (mut words, mut at, mut brackets, mut signs, mut conditionals) = (Vec::new(), 0, 0_usize, 0_usize, 0_usize);
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        match byte {
            b'(' | b'[' | b'{' => brackets += 1,
            b')' | b']' | b'}' => brackets = brackets.saturating_sub(1),
            b'!' | b'-' => signs += 1,
            b'?' => conditionals += 1,
            b'"' | b'\'' => {
                at += 1;
                while bytes.get(at).is_some_and(|&inner| inner != byte) {
                    at += if bytes.get(at) == Some(&b'\\') { 2 } else { 1 };
                }
            }
            _ if is_word(byte) => {
                while bytes.get(at + 1).copied().is_some_and(is_word) {
                    at += 1;
                }
            }
            _ => {}
        }
        if brackets > DEEPEST || signs > DEEPEST || conditionals > DEEPEST {
            return Err(RuleError::new(
                start,
                format!("a rule nests at most {DEEPEST} levels deep"),
            ));
        }
        if !matches!(byte, b'!' | b'-') && !byte.is_ascii_whitespace() {
            signs = 0;
        }
        at += 1;
        if is_word(byte) || matches!(byte, b'"' | b'\'') {
            let text = source.get(start..at.min(source.len())).unwrap_or_default();
            words.push(Word { offset: start, text });
        }
    }
    Ok(Words {
        words,
        next: 0,
        last: 0,
    })
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// The sign of a comparison.
pub(super) fn order(function: &str) -> Option<program::Order> {
    use program::Order;
    Some(match function {
        "_==_" => Order::Equal,
        "_!=_" => Order::NotEqual,
        "_<_" => Order::Less,
        "_<=_" => Order::LessOrEqual,
        "_>_" => Order::Greater,
        "_>=_" => Order::GreaterOrEqual,
        _ => return None,
    })
}
