//! Staff sign in: a password, then a one-time code; the code is set up the first time.

pub mod code;
pub mod delegations;
pub mod desk;
pub mod hand_over;
pub mod links;
pub mod set_up;
pub mod sign_in;
