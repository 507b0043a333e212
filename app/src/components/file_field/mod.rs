//! A photo or document to send.

#[cfg(any(test, debug_assertions))]
pub mod examples;

use leptos::prelude::*;

use super::field::Asked;
use crate::text::Text;

/// A question answered with a file. Its form must be `multipart/form-data`.
#[derive(Clone, Debug)]
pub struct FileField {
    /// The question.
    pub asked: Asked,
}

impl FileField {
    /// The whole field.
    pub fn view(self, text: Text<'_>) -> AnyView {
        let asked = &self.asked;
        let input = view! {
            <input
                class="file"
                id=asked.id.clone()
                name=asked.name.clone()
                type="file"
                accept="image/jpeg,image/png,application/pdf"
                required=!asked.optional
                aria-invalid=asked.invalid()
                aria-describedby=asked.described_by()
            />
        };
        asked.single(text, input.into_any())
    }
}
