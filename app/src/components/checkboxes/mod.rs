//! Any of several answers.

#[cfg(any(test, debug_assertions))]
pub mod examples;
#[cfg(test)]
mod tests;

use leptos::prelude::*;

use super::field::Asked;
use super::radios::Choice;
use crate::text::Text;

/// A question answered by choosing any number.
#[derive(Clone, Debug)]
pub struct Checkboxes {
    /// The question; its id is the id of the first answer.
    pub asked: Asked,
    /// The answers.
    pub choices: Vec<Choice>,
    /// The values chosen before.
    pub chosen: Vec<String>,
}

impl Checkboxes {
    /// The whole field.
    pub fn view(self, text: Text<'_>) -> AnyView {
        let asked = &self.asked;
        let mut rows = Vec::new();
        for (at, choice) in self.choices.iter().enumerate() {
            let id = if at == 0 {
                asked.id.clone()
            } else {
                format!("{}-{}", asked.id, at + 1)
            };
            rows.push(asked.row("checkbox", id, choice, self.chosen.contains(&choice.value)));
        }
        asked.group(text, view! { <div class="choices">{rows}</div> }.into_any())
    }
}
