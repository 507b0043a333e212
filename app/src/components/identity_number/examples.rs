//! Numbers.

use super::{account_number, identity_number};
use crate::frame::render;

/// A resident ID.
pub fn examples() -> Vec<(&'static str, String)> {
    vec![
        ("resident ID", render(identity_number("43062619880808998X"))),
        ("account", render(account_number("6222021234567890128"))),
    ]
}
