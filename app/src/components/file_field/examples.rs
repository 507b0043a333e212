//! Files.

use super::FileField;
use crate::components::field::{Asked, Title};
use crate::frame::render;
use crate::text::Text;

/// One more photo.
pub fn examples(text: Text<'_>) -> Vec<(&'static str, String)> {
    let asked = Asked {
        id: "file".to_owned(),
        name: "file".to_owned(),
        title: Title::Label("再传一张".to_owned()),
        hint: Some("照片或PDF，每个不超过20 MB。".to_owned()),
        error: None,
        optional: false,
    };
    vec![("one more", render(FileField { asked }.view(text)))]
}
