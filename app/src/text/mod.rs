//! Words. A page asks for a text by id; which words it gets depends on the visitor's [`Language`]
//! and [`Level`]. Values (days, amounts, counts) become words here too, so that they read right
//! aloud and look the same on every page.

mod easy;
mod language;
mod phrase;
mod shipped;
mod texts;
mod values;

#[cfg(test)]
mod tests;

pub use easy::hardships;
pub use language::{Language, Level};
pub use phrase::{AS_IT_IS, Name, Phrase, Said};
pub use shipped::{texts_shipped, texts_with};
pub use texts::{Source, Text, TextError, Texts, Value};
pub use values::{groups_of_identity_number, masked_identity_number, unit};
