//! Applying, from the first page to the confirmation, and everything that can go wrong on the way.

pub mod files;
mod journeys;
mod mistakes;
mod owners;
pub mod people;
