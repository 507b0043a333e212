//! One bit per row.

/// One bit per row, 64 to a word. Bits past the last row are 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mask {
    rows: usize,
    words: Vec<u64>,
}

impl Mask {
    /// All bits 0.
    pub fn new(rows: usize) -> Self {
        Self {
            rows,
            words: vec![0; rows.div_ceil(64)],
        }
    }

    /// How many rows it has.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many bits are 1.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The bits, row 0 lowest in the first word.
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// The bit of a row; false past the end.
    pub fn get(&self, row: usize) -> bool {
        self.words.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// Sets the bit of a row; past the end nothing happens.
    pub fn set(&mut self, row: usize, bit: bool) {
        if row < self.rows {
            let word = &mut self.words[row / 64];
            *word = *word & !(1 << (row % 64)) | u64::from(bit) << (row % 64);
        }
    }

    /// Sets every bit.
    pub fn fill(&mut self, bit: bool) {
        self.words.fill(if bit { u64::MAX } else { 0 });
        self.clear_tail();
    }

    /// Sets every bit from its row.
    pub fn fill_with(&mut self, mut bit: impl FnMut(usize) -> bool) {
        for (at, word) in self.words.iter_mut().enumerate() {
            *word = (0..64).fold(0, |bits, lane| {
                bits | u64::from(at * 64 + lane < self.rows && bit(at * 64 + lane)) << lane
            });
        }
    }

    /// Keeps the bits that are 1 in both.
    pub fn and(&mut self, other: &Self) {
        self.combine(other, |left, right| left & right);
    }

    /// Adds the bits of another.
    pub fn or(&mut self, other: &Self) {
        self.combine(other, |left, right| left | right);
    }

    /// Takes away the bits of another.
    pub fn and_not(&mut self, other: &Self) {
        self.combine(other, |left, right| left & !right);
    }

    /// Becomes as long as asked; new bits are 0.
    pub(super) fn resize(&mut self, rows: usize) {
        self.rows = rows;
        self.words.resize(rows.div_ceil(64), 0);
        self.clear_tail();
    }

    /// Takes its bits from words that may have bits past the end, as many words as the rows need.
    pub(super) fn assign(&mut self, rows: usize, words: impl Iterator<Item = u64>) {
        self.rows = rows;
        self.words.clear();
        self.words.extend(words);
        self.clear_tail();
    }

    fn combine(&mut self, other: &Self, with: impl Fn(u64, u64) -> u64) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word = with(*word, *other);
        }
    }

    fn clear_tail(&mut self) {
        if let (used @ 1.., Some(last)) = (self.rows % 64, self.words.last_mut()) {
            *last &= (1 << used) - 1;
        }
    }
}
