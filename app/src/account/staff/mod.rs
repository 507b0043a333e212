//! Signing in to work: a password, then a one-time code; setting the code up the first time.

pub mod code;
pub mod desk;
pub mod hand_over;
pub mod links;
pub mod set_up;
pub mod sign_in;
