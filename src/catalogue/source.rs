//! The text files a catalogue is read from, and how a mistake in one is told.

use std::fmt;
use std::ops::Range;

/// One file of `services/`: its path inside that folder, and its text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path relative to `services/`, with `/`: `living_subsidy/service.toml`.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// A mistake in a file of the catalogue: where it stands and what is wrong, for the engineer who wrote it. Which folder
/// the path lies in, only whoever read the files knows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct LoadError {
    /// Path relative to `services/`.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// One sentence.
    pub message: String,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.path, self.line, self.column, self.message)
    }
}

impl SourceFile {
    /// A mistake at a byte of this file.
    pub fn error_at(&self, byte: usize, message: impl Into<String>) -> LoadError {
        let (line, column) = line_and_column(&self.text, byte);
        LoadError {
            path: self.path.clone(),
            line,
            column,
            message: message.into(),
        }
    }

    /// Reads the file as TOML of one shape.
    ///
    /// # Errors
    /// Where the text is not TOML, lacks a key, or has one that the shape does not know.
    pub fn read<'de, T: serde::Deserialize<'de>>(&'de self) -> Result<T, LoadError> {
        toml::from_str(&self.text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            self.error_at(at, error.message())
        })
    }

    /// Where the first character inside a quoted TOML string stands; `span` includes the quotes.
    /// Offsets inside the string are only exact for literal strings (`'…'`), which rules are.
    pub(crate) fn inside_quotes(&self, span: &Range<usize>) -> usize {
        let quotes = self.text.get(span.clone()).map_or(0, |raw| {
            if raw.starts_with("'''") || raw.starts_with("\"\"\"") {
                3
            } else {
                1
            }
        });
        span.start + quotes
    }
}

/// The place of a byte in a text: line and column from 1, the column in characters.
pub fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let mut end = byte.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = text.get(..end).unwrap_or("");
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.get(line_start..).unwrap_or("").chars().count() + 1;
    (before.matches('\n').count() + 1, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_characters() {
        assert_eq!(line_and_column("ab\n残疾人\n", 9), (2, 3));
        assert_eq!(line_and_column("残", 1), (1, 1));
        assert_eq!(line_and_column("a\n", 99), (2, 1));
    }
}
