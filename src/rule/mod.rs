//! Rules: CEL text becomes a small typed program that answers yes, no or *not known yet*.
//!
//! In reading order: [`Vocabulary`] names the facts and policy values a rule may read and gives each a
//! type; [`Program::compile`] parses a rule, checks it against the vocabulary and keeps a small tree;
//! [`Facts`] and [`PolicyValues`] are what is known about one person and one place; the evaluators run
//! the tree for [one person](Program::evaluate) or for [blocks of people](columns), with equal answers;
//! [`Program::missing`] names what is still needed.
//!
//! # The language
//!
//! A subset of the Common Expression Language in which nothing can fail at run time.
//!
//! - Names: `household.aid_status` is a fact, `policy.living_monthly` a policy value.
//! - Literals: `true`, `false`, whole numbers, and the values of a closed enum in quotes beside
//!   something of that enum. Beside money only the literal `0`: every other amount is policy data with
//!   a date and a basis. There are no literal days or months; "today" is a fact.
//! - Operators: `&& || ! == != < <= > >= in ?:`, and `+ -` on two numbers or two amounts. `in` takes a
//!   list of literals. Enums and bools have no order. Sums saturate at the ends of 64 bits.
//! - Lists of records: `list.exists(c, …)`, `list.all(c, …)`, `size(list)`, `list.size()`; inside,
//!   `c.field`. One list is never walked inside another.
//! - `age_on(birth, day)` in full years and `months_between(from, to)` in full months, see
//!   [`crate::calendar`].
//!
//! # Three values
//!
//! A fact may be unknown; then Kleene's tables hold: `false && U` is false, `true || U` is true, a
//! comparison or sum with `U` is `U`, `U ? a : b` is `a` where a = b. `exists` is "or" over the items
//! and `all` is "and"; of an unknown list both are unknown. No rule can ask whether a fact is known, so
//! more facts never turn a definite answer.

mod check;
pub mod columns;
mod compile;
mod evaluate;
mod facts;
mod json;
mod limits;
mod missing;
mod program;
mod syntax;
mod vocabulary;

pub use compile::RuleError;
pub use facts::{Facts, PolicyValues, Value, ValueError};
pub use missing::Missing;
pub use program::Program;
pub use vocabulary::{EnumId, FactId, PolicyId, RecordId, Type, Vocabulary, VocabularyError};

#[cfg(test)]
mod tests;
