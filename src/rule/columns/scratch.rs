//! Buffers that live from call to call.

use super::mask::Mask;

/// Buffers of the column evaluator. Keep one per thread: after the first calls nothing is allocated.
#[derive(Debug, Default)]
pub struct Scratch {
    words: Vec<Vec<u64>>,
    numbers: Vec<Vec<i64>>,
}

/// The answers of a rule of type bool for a block. Give the same one again and it is overwritten.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdicts {
    /// 1 where the rule is known to hold.
    pub truth: Mask,
    /// 1 where the answer is known.
    pub known: Mask,
}

/// The answers of a rule of type int or fen for a block. Give the same one again and it is overwritten.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amounts {
    /// One per row; without meaning where not known.
    pub values: Vec<i64>,
    /// 1 where the answer is known.
    pub known: Mask,
}

impl Scratch {
    /// No buffers yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A buffer of that many words, all 0.
    pub(super) fn words(&mut self, count: usize) -> Vec<u64> {
        let mut buffer = self.words.pop().unwrap_or_default();
        buffer.clear();
        buffer.resize(count, 0);
        buffer
    }

    /// A buffer of that many numbers; what they are is left to the caller.
    pub(super) fn numbers(&mut self, count: usize) -> Vec<i64> {
        let mut buffer = self.numbers.pop().unwrap_or_default();
        buffer.resize(count, 0);
        buffer
    }

    pub(super) fn keep_words(&mut self, buffer: Vec<u64>) {
        self.words.push(buffer);
    }

    pub(super) fn keep_numbers(&mut self, buffer: Vec<i64>) {
        self.numbers.push(buffer);
    }

    /// How many buffers wait to be used again.
    #[cfg(test)]
    pub(in crate::rule) fn buffers(&self) -> usize {
        self.words.len() + self.numbers.len()
    }
}
