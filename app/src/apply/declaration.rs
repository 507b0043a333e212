//! The declaration: what is said by sending the application, read before it is agreed to.

use leptos::prelude::*;

use super::Step;
use super::checked::Checked;
use crate::components::actions::{self, Look};
use crate::components::field::Title;
use crate::components::radios::Choice;
use crate::components::{form, heading};
use crate::frame::Page;
use crate::text::{Phrase, Text};

/// What the page shows. It posts [`FIELD`] with `yes`.
#[derive(Clone, Debug)]
pub struct Declaration {
    /// The page.
    pub step: Step,
    /// Who declares.
    pub by: Declarant,
    /// What they agree to.
    pub checked: Checked,
}

/// Who declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Declarant {
    /// The person it is for.
    Self_,
    /// A parent or guardian, for the person of that name.
    Guardian(String),
    /// A helper with written authority, for the person of that name.
    Helper(String),
}

/// The name the consent is posted under.
pub const FIELD: &str = "agree";

/// What is declared, sentence by sentence: shown, and kept with the application as it was shown.
pub fn statement(text: Text<'_>, by: &Declarant, checked: Checked) -> Vec<String> {
    let whose = match by {
        Declarant::Self_ => text.get("declare-true"),
        Declarant::Guardian(person) => text.with("declare-true-guardian", &[("person", person.clone().into())]),
        Declarant::Helper(person) => text.with("declare-true-helper", &[("person", person.clone().into())]),
    };
    vec![
        whose,
        checked.say(text, "declare-check"),
        checked.say(text, "declare-changes"),
    ]
}

/// That it was not agreed to.
pub fn not_agreed() -> Phrase {
    Phrase::new("declare-not-agreed")
}

/// The page.
pub fn page(text: Text<'_>, model: &Declaration) -> Page {
    let step = &model.step;
    let sentences = statement(text, &model.by, model.checked);
    let helper = match &model.by {
        Declarant::Self_ => None,
        Declarant::Guardian(person) | Declarant::Helper(person) => {
            Some(view! { <p>{text.with("declare-they-see", &[("person", person.clone().into())])}</p> })
        }
    };
    let asked = step.asked(text, FIELD, Title::Label(text.get("declare-agreement")), None);
    let choice = Choice::new("yes", text.get("declare-agree"));
    let ticks = view! { <div class="choices">{asked.row("checkbox", asked.id.clone(), &choice, false)}</div> };
    let inner = view! {
        {asked.group(text, ticks.into_any())}
        {actions::row(vec![actions::submit(Look::Main, text.get("declare-submit"))])}
        <p class="hint">{text.get("declare-once")}</p>
        <p class="hint">{text.get("declare-no-signature")}</p>
    };
    let body = view! {
        <h1 class="page-head">{heading::words(text.phrases("declare-title", &[]))}</h1>
        <div class="flow measure">
            <p>{text.get("declare-lead")}</p>
            <ul>{sentences.into_iter().map(|says| view! { <li>{says}</li> }).collect_view()}</ul>
            <p>{text.get("declare-false")}</p>
            {helper}
            {form::post(&step.action, step.hidden.clone(), inner.into_any())}
        </div>
    };
    step.page(text, text.get("declare-title"), body.into_any())
}
