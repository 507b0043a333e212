//! Pages of those who look after the portal and the work done with it.

pub mod asked_why;
pub mod audit;
pub mod feedback;
pub mod jobs;
pub mod kiosk;
pub mod services;

#[cfg(test)]
mod tests;
