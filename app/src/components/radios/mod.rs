//! One of several answers. Never a drop-down list.

#[cfg(any(test, debug_assertions))]
pub mod examples;
#[cfg(test)]
mod tests;

use leptos::prelude::*;

use super::field::Asked;
use crate::icons::picture;
use crate::text::{Language, Text};

/// The value that says: I do not know.
pub const UNKNOWN: &str = "unknown";

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is posted.
    pub value: String,
    /// What it says.
    pub label: String,
    /// How to tell whether it is the right one.
    pub hint: Option<String>,
    /// The language of its words, where it is not that of the page.
    pub foreign: Option<Language>,
    /// A drawing beside it, for who reads little; the words say it all.
    pub picture: Option<String>,
}

impl Choice {
    /// An answer that explains itself.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
            foreign: None,
            picture: None,
        }
    }

    /// With a hint.
    #[must_use]
    pub fn hinted(self, hint: Option<String>) -> Self {
        Self { hint, ..self }
    }
}

/// A question answered by choosing one.
#[derive(Clone, Debug)]
pub struct Radios {
    /// The question; its id is the id of the first answer.
    pub asked: Asked,
    /// The answers.
    pub choices: Vec<Choice>,
    /// Whether 我不清楚 can be the answer.
    pub unknown: bool,
    /// The value chosen before.
    pub chosen: Option<String>,
    /// Many short names stand in columns.
    pub columns: bool,
}

impl Radios {
    /// The whole field.
    pub fn view(self, text: Text<'_>) -> AnyView {
        let asked = &self.asked;
        let is_chosen = |value: &str| self.chosen.as_deref() == Some(value);
        let mut rows = Vec::new();
        for (at, choice) in self.choices.iter().enumerate() {
            let id = if at == 0 {
                asked.id.clone()
            } else {
                format!("{}-{}", asked.id, at + 1)
            };
            rows.push(asked.row("radio", id, choice, is_chosen(&choice.value)));
        }
        if self.unknown {
            let choice = Choice::new(UNKNOWN, text.get("question-unknown"));
            rows.push(or(text));
            let id = format!("{}-unknown", asked.id);
            rows.push(asked.row("radio", id, &choice, is_chosen(UNKNOWN)));
        }
        let class = if self.columns {
            "choices choices-columns choices-dense"
        } else {
            "choices"
        };
        asked.group(text, view! { <div class=class>{rows}</div> }.into_any())
    }
}

/// What stands between the answers and 我不清楚.
pub(crate) fn or(text: Text<'_>) -> AnyView {
    view! { <p class="choices-or">{text.get("question-or")}</p> }.into_any()
}

impl Asked {
    /// One answer to it as a row. Where the keyboard arrives, at the first answer or the one chosen, what is wrong and
    /// the hint are said: tied to the group alone, a screen reader says them in no browser or only in some.
    pub(crate) fn row(&self, kind: &'static str, id: String, choice: &Choice, chosen: bool) -> AnyView {
        let arrived_at = id == self.id || (kind == "radio" && chosen);
        let by = if arrived_at { self.described_by() } else { None };
        described_row(kind, id, &self.name, choice, chosen, by)
    }
}

/// One answer as a row, all of it a target.
pub(crate) fn row(kind: &'static str, id: String, name: &str, choice: &Choice, chosen: bool) -> AnyView {
    described_row(kind, id, name, choice, chosen, None)
}

/// The same, with the ids of what else is to be said of it.
pub(crate) fn described_row(
    kind: &'static str,
    id: String,
    name: &str,
    choice: &Choice,
    chosen: bool,
    by: Option<String>,
) -> AnyView {
    // Not `-hint`: that is the question's own, which has the same id as its first answer.
    let hint_id = choice.hint.as_ref().map(|_| format!("{id}-says"));
    let by: Vec<String> = by.into_iter().chain(hint_id.clone()).collect();
    let by = (!by.is_empty()).then(|| by.join(" "));
    let language = choice.foreign.map(Language::code);
    let hint = choice
        .hint
        .clone()
        .map(|hint| view! { <p class="hint" id=hint_id lang=language>{hint}</p> });
    view! {
        <div class="choice">
            <input
                type=kind
                id=id.clone()
                name=name.to_owned()
                value=choice.value.clone()
                checked=chosen
                aria-describedby=by
            />
            <label for=id lang=language>{choice.label.clone()}</label>
            {hint}
            {choice.picture.as_deref().map(picture)}
        </div>
    }
    .into_any()
}
