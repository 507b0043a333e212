//! The register: files of people that the federation and civil affairs send, taken into the database.

mod bad_lines;
mod file;
mod import;

pub use import::{ImportProblem, Order, import};
