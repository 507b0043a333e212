//! A number in a unit: money, or something measured.

#[cfg(any(test, debug_assertions))]
pub mod examples;
#[cfg(test)]
mod tests;

use leptos::prelude::*;

use super::field::Asked;
use crate::text::Text;

/// A question answered with a number; its unit stands behind the input and is part of the label for the ear.
#[derive(Clone, Debug)]
pub struct UnitField {
    /// The question.
    pub asked: Asked,
    /// What was typed.
    pub typed: String,
    /// Such as 元, 元每月, 厘米.
    pub unit: String,
}

impl UnitField {
    /// The whole field.
    pub fn view(self, text: Text<'_>) -> AnyView {
        let asked = &self.asked;
        let unit_id = format!("{}-unit", asked.id);
        let described_by = match asked.described_by() {
            Some(ids) => format!("{ids} {unit_id}"),
            None => unit_id.clone(),
        };
        let input = view! {
            <div class="with-unit">
                <input
                    class="input input-short"
                    id=asked.id.clone()
                    name=asked.name.clone()
                    type="text"
                    value=self.typed
                    inputmode="decimal"
                    autocomplete="off"
                    required=!asked.optional
                    aria-invalid=asked.invalid()
                    aria-describedby=described_by
                />
                <span id=unit_id>{self.unit}</span>
            </div>
        };
        asked.single(text, input.into_any())
    }
}
