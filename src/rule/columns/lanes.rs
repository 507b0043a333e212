//! The innermost loops: 64 rows at a time, written so that the compiler uses vector instructions.

use crate::rule::program::Comparison;

/// Sets each bit by a test of its row. The tests land in 64 bytes first, since vector units compare lanes
/// but have no cheap way to a word of bits; [`bits`] then packs eight at a time.
pub(super) fn test<T: Copy>(column: &[T], out: &mut [u64], holds: impl Fn(T) -> bool) {
    for (rows, word) in column.as_chunks::<64>().0.iter().zip(out) {
        let mut lanes = [0_u8; 64];
        for (lane, value) in lanes.iter_mut().zip(rows) {
            *lane = u8::from(holds(*value));
        }
        *word = bits(&lanes);
    }
}

/// Sets each bit by a test of two columns.
fn test_both<T: Copy>(left: &[T], right: &[T], out: &mut [u64], holds: impl Fn(T, T) -> bool) {
    let pairs = left.as_chunks::<64>().0.iter().zip(right.as_chunks::<64>().0);
    for ((left, right), word) in pairs.zip(out) {
        let mut lanes = [0_u8; 64];
        for (lane, (left, right)) in lanes.iter_mut().zip(left.iter().zip(right)) {
            *lane = u8::from(holds(*left, *right));
        }
        *word = bits(&lanes);
    }
}

/// A column against one value. The comparison is chosen outside the loop.
pub(super) fn compare_with<T: Copy + Ord>(comparison: Comparison, column: &[T], value: T, out: &mut [u64]) {
    match comparison {
        Comparison::Equal => test(column, out, |row| row == value),
        Comparison::NotEqual => test(column, out, |row| row != value),
        Comparison::Less => test(column, out, |row| row < value),
        Comparison::LessOrEqual => test(column, out, |row| row <= value),
        Comparison::Greater => test(column, out, |row| row > value),
        Comparison::GreaterOrEqual => test(column, out, |row| row >= value),
    }
}

/// Two columns against each other.
pub(super) fn compare<T: Copy + Ord>(comparison: Comparison, left: &[T], right: &[T], out: &mut [u64]) {
    match comparison {
        Comparison::Equal => test_both(left, right, out, |left, right| left == right),
        Comparison::NotEqual => test_both(left, right, out, |left, right| left != right),
        Comparison::Less => test_both(left, right, out, |left, right| left < right),
        Comparison::LessOrEqual => test_both(left, right, out, |left, right| left <= right),
        Comparison::Greater => test_both(left, right, out, |left, right| left > right),
        Comparison::GreaterOrEqual => test_both(left, right, out, |left, right| left >= right),
    }
}

/// 64 bytes of 0 or 1 as 64 bits. Eight bytes at a time: the product moves byte i to bit 56 + i.
fn bits(lanes: &[u8; 64]) -> u64 {
    let mut word = 0;
    for (at, eight) in lanes.as_chunks::<8>().0.iter().enumerate() {
        let packed = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        word |= packed << (at * 8);
    }
    word
}
