//! Official papers on a case, and the public notices.

pub(crate) mod formats;
pub(crate) mod papers;
pub(crate) mod records;
pub(crate) mod stated;

pub mod blank;
pub mod making;
pub mod names;
pub mod notices;
pub mod posting;
pub mod print;

pub use papers::{Around, Stated};
