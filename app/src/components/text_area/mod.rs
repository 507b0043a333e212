//! Several lines of text.

#[cfg(any(test, debug_assertions))]
pub mod examples;

use leptos::prelude::*;

use super::field::Asked;
use super::said::language;
use crate::text::Text;

/// A question answered in sentences.
#[derive(Clone, Debug)]
pub struct TextArea {
    /// The question.
    pub asked: Asked,
    /// What was typed, which may be in another language than the page.
    pub typed: String,
}

impl TextArea {
    /// The whole field.
    pub fn view(self, text: Text<'_>) -> AnyView {
        let asked = &self.asked;
        // A browser drops the first line break of a text area: one of our own saves the visitor's.
        let typed = format!("\n{}", self.typed);
        let input = view! {
            <textarea
                class="textarea"
                id=asked.id.clone()
                name=asked.name.clone()
                rows="4"
                autocomplete="off"
                lang=language(text, &self.typed)
                required=!asked.optional
                aria-invalid=asked.invalid()
                aria-describedby=asked.described_by()
            >
                {typed}
            </textarea>
        };
        asked.single(text, input.into_any())
    }
}
