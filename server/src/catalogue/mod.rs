//! The services: loading them, the list, a page for each, and the eligibility check.

mod cards;
pub mod check;
mod found;
pub mod home;
pub mod items;
mod judge;
mod load;
pub mod picker;
pub mod place;
pub mod questions;
pub mod service;
pub mod sign;
pub mod words;

pub use cards::COUNTY_COOKIE;
pub use judge::{Judge, Kept};
pub use load::{LoadProblem, Loaded, load};
