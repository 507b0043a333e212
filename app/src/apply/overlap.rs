//! This benefit or another: both amounts, the difference, and the person's choice.

use leptos::prelude::*;
use zhida::calendar::Month;
use zhida::money::Fen;

use super::Step;
use crate::catalogue::result::both_amounts;
use crate::components::actions::{self, Look};
use crate::components::field::Title;
use crate::components::radios::{Choice, Radios};
use crate::components::{form, heading};
use crate::frame::Page;
use crate::text::{Phrase, Text};

/// What the page shows. It posts [`FIELD`] with [`TAKE_THIS`], [`NOT_APPLY`] or
/// [`KEEP_OTHER`].
#[derive(Clone, Debug)]
pub struct Overlap {
    /// The page.
    pub step: Step,
    /// The service applied for.
    pub service: Phrase,
    /// A month's amount of it.
    pub this: Fen,
    /// The other benefit.
    pub other_name: Phrase,
    /// A month's amount of the other.
    pub other: Fen,
    /// The first month.
    pub from: Month,
    /// What was chosen before.
    pub chosen: Option<String>,
}

/// The name the choice is posted under.
pub const FIELD: &str = "choice";
/// The benefit applied for is taken and the other given up.
pub const TAKE_THIS: &str = "take_this";
/// The other is kept.
pub const KEEP_OTHER: &str = "keep_other";

/// The other is kept, and this one is not applied for: nothing has to be handed in for it.
pub const NOT_APPLY: &str = "not_apply";

/// That neither was chosen.
pub fn not_chosen() -> Phrase {
    Phrase::new("overlap-not-chosen")
}

/// The page.
pub fn page(text: Text<'_>, model: &Overlap) -> Page {
    let service = text.say(&model.service);
    let other = text.say(&model.other_name);
    let words = |id: &'static str, name: &str, amount: Fen| {
        let values = [("name", name.to_owned().into()), ("amount", text.money(amount).into())];
        text.with(id, &values)
    };
    let choices = vec![
        Choice::new(TAKE_THIS, words("overlap-take-this", &service, model.this))
            .hinted(Some(text.get("overlap-take-this-says"))),
        Choice::new(NOT_APPLY, words("overlap-not-apply", &other, model.other))
            .hinted(Some(text.get("overlap-not-apply-says"))),
        Choice::new(KEEP_OTHER, words("overlap-keep-other", &other, model.other))
            .hinted(Some(text.get("overlap-keep-other-says"))),
    ];
    let radios = Radios {
        asked: model
            .step
            .asked(text, FIELD, Title::Label(text.get("overlap-which")), None),
        choices,
        unknown: false,
        chosen: model.chosen.clone(),
        columns: false,
    };
    let mut acts = vec![actions::submit(Look::Main, text.get("question-continue"))];
    acts.extend(model.step.stop_here(text));
    let inner = view! { {radios.view(text)}{actions::row(acts)} };
    let (title, values) = ("overlap-title", [("service", service.into())]);
    let body = view! {
        <div class="page-head flow measure-wide">
            <h1>{heading::words(text.phrases(title, &values))}</h1>
            {both_amounts(text, (&model.service, model.this), (&model.other_name, model.other), model.from)}
        </div>
        {form::post_kept(&model.step.action, model.step.hidden.clone(), inner.into_any())}
    };
    model
        .step
        .page(text, text.with(title, &values), body.into_any())
        .keeping_what_is_typed()
}
