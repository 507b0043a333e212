//! In which forms the person's letters come: as the application says of their needs, or as it is said here.

use leptos::prelude::*;
use zhida::apply::LetterForm;

use super::Act;
use crate::components::actions::{self, Look};
use crate::components::radios::{Choice, described_row};
use crate::components::{form, heading};
use crate::frame::Page;
use crate::text::Text;

/// What the page shows. Each form that is ticked is posted under [`FORMS`].
#[derive(Clone, Debug)]
pub struct LetterForms {
    /// The case and the form.
    pub act: Act,
    /// In which forms they come now.
    pub now: Vec<LetterForm>,
}

/// The field.
pub const FORMS: &str = "forms";

/// What a form is called.
pub fn name(form: LetterForm) -> &'static str {
    match form {
        LetterForm::Large => "letter-form-large",
        LetterForm::Easy => "letter-form-easy",
        LetterForm::Braille => "letter-form-braille",
        LetterForm::Audio => "letter-form-audio",
    }
}

/// The page.
pub fn page(text: Text<'_>, model: &LetterForms) -> Page {
    let act = &model.act;
    let rows = LetterForm::ALL.iter().enumerate().map(|(at, form)| {
        let choice = Choice::new(form.as_str(), text.get(name(*form)));
        let hint = (at == 0).then(|| "forms-hint".to_owned());
        let id = if at == 0 {
            FORMS.to_owned()
        } else {
            format!("{FORMS}-{form}")
        };
        described_row("checkbox", id, FORMS, &choice, model.now.contains(form), hint)
    });
    let inner = view! {
        <fieldset class="field">
            <legend class="label">{text.get("cases-letter-forms-which")}</legend>
            <p class="hint" id="forms-hint">{text.get("cases-letter-forms-hint")}</p>
            <div class="choices">{rows.collect_view()}</div>
        </fieldset>
        {actions::row(vec![
            actions::submit(Look::Main, text.get("cases-consents-do")),
            actions::link(text.get("cases-consents-not"), act.case_href.clone()),
        ])}
    };
    let matter = view! {
        <div class="flow measure">
            <p class="lead">{text.get("cases-letter-forms-lead")}</p>
            {form::post_kept(&act.action, act.hidden.clone(), inner.into_any())}
        </div>
    };
    let head = view! { <h1>{heading::words(text.phrases("cases-letter-forms-title", &[]))}</h1> };
    act.page(
        text,
        text.get("cases-letter-forms-title"),
        head.into_any(),
        matter.into_any(),
    )
    .keeping_what_is_typed()
}
