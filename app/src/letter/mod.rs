//! Official papers to read and to print: the decision, what a reconsideration said of it, the receipt, the list of
//! missing papers, the application and approval form, what is signed at the counter; and the public notices, where others may object.
//!
//! A paper stands in the visitor's language. The Chinese one counts; the English one says so.

pub mod authority;
pub mod decision;
pub mod form;
pub mod formats;
pub mod missing;
pub mod notices;
pub mod posting;
pub mod receipt;
pub mod reconsidered;
pub mod record;

mod sheet;
mod written;

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

pub use sheet::{Sheet, Signed, To};
pub use written::written;
