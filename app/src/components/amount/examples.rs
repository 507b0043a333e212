//! How much.

use super::{Value, amount};
use crate::frame::render;

/// A subsidy in one county.
pub fn examples() -> Vec<(&'static str, String)> {
    let lines = vec![
        (
            "平江县现在的标准".to_owned(),
            Value::Figure("70元".to_owned(), "每人每月".to_owned()),
        ),
        ("从哪个月算起".to_owned(), Value::Words("递交申请的当月".to_owned())),
    ];
    vec![("a subsidy", render(amount(lines)))]
}
