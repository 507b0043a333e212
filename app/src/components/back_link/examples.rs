//! The way back.

use super::back_link;
use crate::frame::render;
use crate::text::Text;

/// The usual one.
pub fn examples(text: Text<'_>) -> Vec<(&'static str, String)> {
    vec![(
        "to the question before",
        render(back_link(text.get("question-back"), "/check/aid")),
    )]
}
