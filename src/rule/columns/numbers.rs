//! Plain values over many rows: numbers, amounts, days, months, enum places.

use super::block::Column;
use super::lanes;
use super::scratch::Scratch;
use super::truth::Truth;
use crate::rule::program::Comparison;

/// The value of an expression in each row.
pub(super) enum Numbers<'a> {
    /// The same for everybody, and known.
    Same(i64),
    /// An enum column of the block and where it is known.
    Bytes(&'a [u8], &'a [u64]),
    /// A column of the block and where it is known.
    Column(&'a [i64], &'a [u64]),
    /// A column made on the way.
    Made(Vec<i64>, Vec<u64>),
}

impl<'a> Numbers<'a> {
    /// A plain column that is not of bools, which are [`Truth`].
    pub(super) fn of(column: &'a Column) -> Option<Self> {
        match column {
            Column::Bytes { values, known } => Some(Self::Bytes(values, known.words())),
            Column::Numbers { values, known } => Some(Self::Column(values, known.words())),
            Column::Bits { .. } | Column::List(_) => None,
        }
    }

    pub(super) fn compare(self, comparison: Comparison, other: Self, words: usize, scratch: &mut Scratch) -> Truth {
        let mut yes = scratch.words(words);
        let truth = match (&self, &other) {
            (Self::Same(left), Self::Same(right)) => {
                scratch.keep_words(yes);
                Truth::Always(comparison.holds(*left, *right))
            }
            (Self::Same(_), _) => {
                scratch.keep_words(yes);
                return other.compare(comparison.mirrored(), self, words, scratch);
            }
            (Self::Bytes(column, known), Self::Same(value)) => {
                // A place that no byte can hold is compared as a number like any other.
                match u8::try_from(*value) {
                    Ok(value) => lanes::compare_with(comparison, column, value, &mut yes),
                    Err(_) => lanes::test(column, &mut yes, |row| comparison.holds(i64::from(row), *value)),
                }
                Truth::of(yes, known, scratch)
            }
            (Self::Column(column, known), Self::Same(value)) => {
                lanes::compare_with(comparison, column, *value, &mut yes);
                Truth::of(yes, known, scratch)
            }
            (Self::Made(column, known), Self::Same(value)) => {
                lanes::compare_with(comparison, column, *value, &mut yes);
                Truth::of(yes, known, scratch)
            }
            _ => {
                let (left, mut known) = self.made(words, scratch);
                let (right, right_known) = other.made(words, scratch);
                lanes::compare(comparison, &left, &right, &mut yes);
                intersect(&mut known, &right_known);
                let truth = Truth::of(yes, &known, scratch);
                Self::Made(left, known).give_back(scratch);
                Self::Made(right, right_known).give_back(scratch);
                return truth;
            }
        };
        self.give_back(scratch);
        other.give_back(scratch);
        truth
    }

    /// Where the value is one of a few.
    pub(super) fn one_of(self, values: &[i64], words: usize, scratch: &mut Scratch) -> Truth {
        if let Self::Same(number) = self {
            return Truth::Always(values.contains(&number));
        }
        let (mut yes, mut some) = (scratch.words(words), scratch.words(words));
        for value in values {
            match (&self, u8::try_from(*value)) {
                (Self::Bytes(column, _), Ok(value)) => {
                    lanes::compare_with(Comparison::Equal, column, value, &mut some);
                }
                (Self::Column(column, _), _) => lanes::compare_with(Comparison::Equal, column, *value, &mut some),
                (Self::Made(column, _), _) => lanes::compare_with(Comparison::Equal, column, *value, &mut some),
                (Self::Same(_), _) | (Self::Bytes(..), Err(_)) => some.fill(0),
            }
            yes.iter_mut().zip(&some).for_each(|(yes, some)| *yes |= some);
        }
        scratch.keep_words(some);
        let truth = match &self {
            Self::Same(_) => Truth::Planes {
                no: scratch.words(words),
                yes,
            },
            Self::Bytes(_, known) | Self::Column(_, known) => Truth::of(yes, known, scratch),
            Self::Made(_, known) => Truth::of(yes, known, scratch),
        };
        self.give_back(scratch);
        truth
    }

    /// A number from two, where both are known.
    pub(super) fn combine(
        self,
        other: Self,
        words: usize,
        scratch: &mut Scratch,
        with: impl Fn(i64, i64) -> i64,
    ) -> Self {
        let (mut left, mut known) = self.made(words, scratch);
        let (right, right_known) = other.made(words, scratch);
        left.iter_mut()
            .zip(&right)
            .for_each(|(left, right)| *left = with(*left, *right));
        intersect(&mut known, &right_known);
        Self::Made(right, right_known).give_back(scratch);
        Self::Made(left, known)
    }

    /// `condition ? self : other`; where the condition is unknown, what both have in common.
    pub(super) fn chosen_by(self, condition: Truth, other: Self, words: usize, scratch: &mut Scratch) -> Self {
        let (yes, no) = condition.planes(words, scratch);
        let (mut values, mut known) = self.made(words, scratch);
        let (other, other_known) = other.made(words, scratch);
        let groups = values.as_chunks_mut::<64>().0.iter_mut().zip(other.as_chunks::<64>().0);
        for (at, (values, other)) in groups.enumerate() {
            let mut same = 0;
            for (lane, (value, other)) in values.iter_mut().zip(other).enumerate() {
                same |= u64::from(*value == *other) << lane;
                if no[at] >> lane & 1 == 1 {
                    *value = *other;
                }
            }
            let both = known[at] & other_known[at] & same;
            known[at] = yes[at] & known[at] | no[at] & other_known[at] | both & !(yes[at] | no[at]);
        }
        Self::Made(other, other_known).give_back(scratch);
        scratch.keep_words(yes);
        scratch.keep_words(no);
        Self::Made(values, known)
    }

    /// As a column of its own.
    pub(super) fn made(self, words: usize, scratch: &mut Scratch) -> (Vec<i64>, Vec<u64>) {
        if let Self::Made(values, known) = self {
            return (values, known);
        }
        let (mut values, mut known) = (scratch.numbers(words * 64), scratch.words(words));
        match self {
            Self::Same(number) => {
                values.fill(number);
                known.fill(u64::MAX);
            }
            Self::Bytes(column, column_known) => {
                values
                    .iter_mut()
                    .zip(column)
                    .for_each(|(value, byte)| *value = i64::from(*byte));
                known.copy_from_slice(column_known);
            }
            Self::Column(column, column_known) => {
                values.copy_from_slice(column);
                known.copy_from_slice(column_known);
            }
            Self::Made(..) => {}
        }
        (values, known)
    }

    pub(super) fn give_back(self, scratch: &mut Scratch) {
        if let Self::Made(values, known) = self {
            scratch.keep_numbers(values);
            scratch.keep_words(known);
        }
    }
}

fn intersect(left: &mut [u64], right: &[u64]) {
    left.iter_mut().zip(right).for_each(|(left, right)| *left &= right);
}
