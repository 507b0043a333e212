//! Answering: the pages, what was typed on them, what it says about the person, and which page comes next.

mod answers;
mod journey;
mod read;

pub use answers::{Answer, Answers};
pub use journey::{Journey, journey};
pub use read::{Field, Problem, Typed, read, typed};
