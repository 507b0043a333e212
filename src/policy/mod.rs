//! Numbers and switches that a county or a year can change: dated values per division, each with its
//! legal basis, looked up from the county to the prefecture to the province.

mod book;
mod files;

pub use book::{Missing, PolicyBook, PolicyEntry, Profile, Source};
pub use files::{ProposedValue, read_proposal};
pub(crate) use files::{is_limit, read_keys, read_profiles, read_values};
