//! Blocks of people, column by column: the second evaluator of the same programs.
//!
//! A [`Block`] holds one column per fact for any number of people; a few thousand at a time stay in the
//! processor's nearest cache. A program runs node by node over whole columns: comparisons become bit
//! planes, 64 people in a word, and "and", "or", "not" work on words. Two planes carry Kleene's three
//! values: *yes* and *no*; unknown is neither. Answers equal [`super::Program::evaluate`] row by row.

mod block;
mod lanes;
mod mask;
mod numbers;
mod run;
mod scratch;
mod truth;

pub use block::{Block, ColumnMut, ListColumn};
pub use mask::Mask;
pub use scratch::{Amounts, Scratch, Verdicts};
