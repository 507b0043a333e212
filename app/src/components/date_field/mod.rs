//! A day, typed in three parts. Never a calendar: people know the day, or read it from a paper.

#[cfg(any(test, debug_assertions))]
pub mod examples;
#[cfg(test)]
mod tests;

use leptos::prelude::*;

use super::field::Asked;
use crate::text::Text;

/// A question answered with a day. It is posted as three fields: the name with `-year`, `-month`, `-day`.
#[derive(Clone, Debug)]
pub struct DateField {
    /// The question; its id is the id of the year.
    pub asked: Asked,
    /// What was typed: year, month, day.
    pub typed: [String; 3],
    /// Whether it is the birthday of the one who types, which a browser may fill in.
    pub own_birthday: bool,
}

impl DateField {
    /// The parts of the names it is posted under, in order.
    pub const PARTS: [&'static str; 3] = ["year", "month", "day"];

    /// The whole field.
    pub fn view(self, text: Text<'_>) -> AnyView {
        let asked = &self.asked;
        let words = [
            text.get("question-year"),
            text.get("question-month"),
            text.get("question-day"),
        ];
        let tokens = if self.own_birthday {
            ["bday-year", "bday-month", "bday-day"]
        } else {
            ["off"; 3]
        };
        let classes = ["input input-year", "input", "input"];
        let error_id = asked.error.as_ref().map(|_| format!("{}-error", asked.id));
        let mut inputs = Vec::new();
        for (at, (typed, words)) in self.typed.into_iter().zip(words).enumerate() {
            let part = Self::PARTS[at];
            let id = if at == 0 {
                asked.id.clone()
            } else {
                format!("{}-{part}", asked.id)
            };
            inputs.push(view! {
                <div>
                    <label class="label" for=id.clone()>{words}</label>
                    <input
                        class=classes[at]
                        id=id
                        name=format!("{}-{part}", asked.name)
                        type="text"
                        value=typed
                        inputmode="numeric"
                        autocomplete=tokens[at]
                        required=!asked.optional
                        aria-invalid=asked.invalid()
                        aria-describedby=if at == 0 { asked.described_by() } else { error_id.clone() }
                    />
                </div>
            });
        }
        asked.group(text, view! { <div class="date">{inputs}</div> }.into_any())
    }
}
