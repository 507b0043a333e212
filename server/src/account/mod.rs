//! Who somebody is: signing up and in, getting back in, codes, being linked to a person; staff with a second factor;
//! and how pages are shown to them.

pub mod allowance;
pub mod ask_code;
pub mod codes;
pub mod display;
pub mod guard;
pub mod home;
pub mod leave;
pub mod link;
pub mod password;
pub mod reading;
pub mod recover;
pub mod secret;
pub mod sign_in;
pub mod sign_up;
pub mod staff;
pub mod totp;

pub(crate) mod forms;
pub(crate) mod record;

pub(crate) use codes::own;

use zhida::account::Wait;

/// The minutes that somebody has to wait, if any.
fn minutes(wait: Wait) -> Option<u32> {
    match wait {
        Wait::No => None,
        Wait::Minutes(minutes) => Some(minutes),
    }
}
