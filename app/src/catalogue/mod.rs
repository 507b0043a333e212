//! The services: the home page, the list, a page for each, and the eligibility check's result.

pub mod home;
mod list;
pub mod result;
pub mod service;
pub mod services;

#[cfg(test)]
mod tests;

pub use list::{Card, Gives};
