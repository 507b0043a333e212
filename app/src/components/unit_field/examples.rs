//! Amounts and measurements.

use super::UnitField;
use crate::components::field::{Asked, Title};
use crate::frame::render;
use crate::text::Text;

/// A monthly amount, and a width that is wrong.
pub fn examples(text: Text<'_>) -> Vec<(&'static str, String)> {
    let asked = |id: &str, title: &str, hint: &str| Asked {
        id: id.to_owned(),
        name: id.to_owned(),
        title: Title::Label(title.to_owned()),
        hint: Some(hint.to_owned()),
        error: None,
        optional: false,
    };
    let month = UnitField {
        asked: asked("pension", "养老护理补贴每月多少钱？", "看银行短信，或者存折"),
        typed: "83.2".to_owned(),
        unit: "元每月".to_owned(),
    };
    let width = UnitField {
        asked: Asked {
            error: Some("这里按厘米填".to_owned()),
            ..asked("door", "门有多宽？", "量门框里面最窄的地方")
        },
        typed: "0.7米".to_owned(),
        unit: "厘米".to_owned(),
    };
    vec![
        ("a month", render(month.view(text))),
        ("a width, in another unit", render(width.view(text))),
    ]
}
