//! People's own words.

use super::said;
use crate::frame::render;
use crate::text::Text;

/// An officer's, over two lines.
pub fn examples(text: Text<'_>) -> Vec<(&'static str, String)> {
    vec![("lines", render(said(text, "户主页看不清，\n请重拍。")))]
}
