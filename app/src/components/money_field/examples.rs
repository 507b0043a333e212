//! Amounts.

use super::MoneyField;
use crate::components::field::{Asked, Title};
use crate::frame::render;
use crate::text::Text;

/// A monthly amount.
pub fn examples(text: Text<'_>) -> Vec<(&'static str, String)> {
    let asked = Asked {
        id: "pension".to_owned(),
        name: "pension".to_owned(),
        title: Title::Label("养老护理补贴每月多少钱？".to_owned()),
        hint: Some("看银行短信，或者存折".to_owned()),
        error: None,
        optional: false,
    };
    let field = MoneyField {
        asked,
        typed: "83.2".to_owned(),
        unit: "元每月".to_owned(),
    };
    vec![("a month", render(field.view(text)))]
}
