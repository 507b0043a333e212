//! Numbers to ask about.

use super::reference;
use crate::frame::render;

/// A received application.
pub fn examples() -> Vec<(&'static str, String)> {
    let of = ("申请".to_owned(), "李春燕，生活补贴，2025年6月18日".to_owned());
    vec![(
        "received",
        render(reference(
            "受理编号（问进度时用）".to_owned(),
            "ZD 7348 2965 K".to_owned(),
            of,
        )),
    )]
}
