//! Who I am and how I want things: signing up and in, getting back in, the codes for it, being linked
//! to a person by an office, the devices I am signed in on; and how pages are shown.

pub mod ask_code;
pub mod codes;
pub mod home;
pub mod link;
pub mod password;
pub mod problem;
pub mod recover;
pub mod settings;
pub mod sign_in;
pub mod sign_up;
pub mod signed_out;
pub mod staff;

mod entries;
mod qr;

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

pub use entries::{Entries, field};
pub use qr::Qr;
