//! Where a text can be cut for reading.

use std::ops::Range;

/// Longer sentences are cut at a comma: voices of browsers stop in the middle of what takes longer than about 15 seconds.
pub(super) const LONGEST: usize = 120;

/// The places of the sentences, in bytes, without the spaces around them.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut ended = false;
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        // What closes a sentence belongs to it: 。” and ？！
        if ended && !closes(char) && !ends(char, next) {
            push(text, start..at, &mut found);
            start = at;
            ended = false;
        }
        ended |= ends(char, next);
    }
    push(text, start..text.len(), &mut found);
    found
}

fn ends(char: char, next: Option<char>) -> bool {
    match char {
        '。' | '！' | '？' | '!' | '?' | '；' | ';' | '…' | '\n' | '\r' => true,
        // Not the point of 83.20.
        '.' => next.is_none_or(char::is_whitespace),
        _ => false,
    }
}

fn closes(char: char) -> bool {
    matches!(char, '”' | '’' | '」' | '』' | '）' | ')' | '》' | '"')
}

/// Adds a sentence, in parts where it is long.
fn push(text: &str, at: Range<usize>, found: &mut Vec<Range<usize>>) {
    let mut rest = trimmed(text, at);
    while let Some(end) = part(&text[rest.clone()]) {
        let cut = rest.start + end;
        let first = trimmed(text, rest.start..cut);
        found.extend(Some(first).filter(|first| is_said(&text[first.clone()])));
        rest = trimmed(text, cut..rest.end);
    }
    if is_said(&text[rest.clone()]) {
        found.push(rest);
    }
}

/// Where the first part of a sentence that is too long ends: after the last comma that fits.
fn part(sentence: &str) -> Option<usize> {
    let mut chars = sentence.char_indices();
    let limit = chars.nth(LONGEST).map(|(at, _)| at)?;
    let head = sentence.get(..limit)?;
    let full = head.rfind(['，', '、', '：']).map(|at| at + '，'.len_utf8());
    full.or_else(|| head.rfind(", ").map(|at| at + 1))
}

fn trimmed(text: &str, at: Range<usize>) -> Range<usize> {
    let slice = &text[at.clone()];
    let start = at.start + (slice.len() - slice.trim_start().len());
    start..start + slice.trim().len()
}

fn is_said(sentence: &str) -> bool {
    sentence.chars().any(char::is_alphanumeric)
}
