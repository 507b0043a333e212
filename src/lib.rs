//! The domain of Zhida 直达. Pure: no IO, no clock, no randomness; text in, never a path.
//!
//! The rooms, in reading order.

pub mod calendar;
pub mod money;
pub mod rule;
