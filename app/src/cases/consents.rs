//! What may be left out, agreed to or not as it stands now: taken back as easily as given (个人信息保护法 art. 15).

use leptos::prelude::*;

use super::Act;
use crate::apply::consents::Consent;
use crate::components::actions::{self, Look};
use crate::components::radios::{Choice, described_row};
use crate::components::{form, heading};
use crate::frame::Page;
use crate::text::Text;

/// What the page shows. Each consent that is ticked is posted under its name with `yes`.
#[derive(Clone, Debug)]
pub struct Consents {
    /// The case and the form.
    pub act: Act,
    /// What the application asked, and whether it is agreed to.
    pub asked: Vec<(Consent, bool)>,
}

/// The page.
pub fn page(text: Text<'_>, model: &Consents) -> Page {
    let act = &model.act;
    let rows = model.asked.iter().enumerate().map(|(at, (consent, given))| {
        let (words, says) = consent.words(text);
        let choice = Choice::new("yes", words).hinted(Some(says));
        let hint = (at == 0).then(|| "consents-hint".to_owned());
        let name = consent.name();
        described_row("checkbox", name.to_owned(), name, &choice, *given, hint)
    });
    let inner = view! {
        <fieldset class="field">
            <legend class="label">{text.get("cases-consents-which")}</legend>
            <p class="hint" id="consents-hint">{text.get("cases-consents-hint")}</p>
            <div class="choices">{rows.collect_view()}</div>
        </fieldset>
        {actions::row(vec![
            actions::submit(Look::Main, text.get("cases-consents-do")),
            actions::link(text.get("cases-consents-not"), act.case_href.clone()),
        ])}
    };
    let matter = view! {
        <div class="flow measure">
            <p class="lead">{text.get("cases-consents-lead")}</p>
            {form::post_kept(&act.action, act.hidden.clone(), inner.into_any())}
        </div>
    };
    let head = view! { <h1>{heading::words(text.phrases("cases-consents-title", &[]))}</h1> };
    act.page(
        text,
        text.get("cases-consents-title"),
        head.into_any(),
        matter.into_any(),
    )
    .keeping_what_is_typed()
}
