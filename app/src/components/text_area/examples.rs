//! Several lines.

use super::TextArea;
use crate::components::field::{Asked, Title};
use crate::frame::render;
use crate::text::Text;

/// An optional one, filled in.
pub fn examples(text: Text<'_>) -> Vec<(&'static str, String)> {
    let asked = Asked {
        id: "more".to_owned(),
        name: "more".to_owned(),
        title: Title::Label("还想告诉我们什么".to_owned()),
        hint: None,
        error: None,
        optional: true,
    };
    vec![(
        "optional",
        render(
            TextArea {
                asked,
                typed: "我听不清电话。\n请发文字。".to_owned(),
            }
            .view(text),
        ),
    )]
}
