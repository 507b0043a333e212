//! Applying, from the first page to the confirmation, and everything that can go wrong on the way.

pub mod files;
mod journeys;
mod matters;
mod mistakes;
pub mod owners;
pub mod people;
mod townships;
mod way;
