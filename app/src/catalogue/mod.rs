//! The services: the home page, the list, a page for each, and the eligibility check's result.

pub mod answers;
mod hold;
pub mod home;
pub mod items;
mod list;
pub mod result;
pub mod service;
pub mod services;
pub mod sign;

#[cfg(test)]
mod tests;

pub use hold::Hold;
pub(crate) use hold::to_do;
pub use list::{Card, Gives};
