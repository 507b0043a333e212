//! Letters on paper and under fingers, from their words alone ([`zhida::letter::Written`]): tagged PDF that holds to
//! PDF/UA-1, and braille sheets. No words of its own, no input or output but the font that it is given.

pub mod braille;
mod breaks;
mod face;
mod layout;
pub mod pdf;

pub use face::{Face, FaceProblem};
