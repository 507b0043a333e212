//! Numbers.

use super::identity_number;
use crate::frame::render;

/// A resident ID.
pub fn examples() -> Vec<(&'static str, String)> {
    vec![("resident ID", render(identity_number("43062619880808998X")))]
}
