//! The services: loading them, and their pages.

mod load;

pub use load::{LoadProblem, Loaded, load};
