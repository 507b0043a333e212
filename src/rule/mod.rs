//! Rules: conditions written in CEL, checked against a vocabulary of facts, compiled to a small typed program.
//!
//! Three values: a fact may be unknown, and a condition then is true, false or unknown by Kleene's tables. More
//! facts never turn a definite result. Nothing in the language can fail when it runs: integers saturate, there is
//! no division, no index, no text function.
//!
//! Two evaluators run one program: [`Program::evaluate`] for one person, with [`Program::missing`] for what is
//! still needed; [`Program::holds_block`] for blocks of people, column by column.

mod compile;
mod evaluate;
mod missing;
mod program;
mod source;

mod values;
mod vocabulary;

pub use missing::Missing;
pub use program::Program;
pub use source::RuleError;
pub use values::{Facts, PolicyValues, Value};
pub use vocabulary::{EnumId, FactId, NameTaken, PolicyId, RecordId, Type, Vocabulary};
