//! Taking an application back, before the decision. It asks first.

use leptos::prelude::*;

use super::Act;
use crate::components::actions::{self, Look};
use crate::components::field::{Asked, Title};
use crate::components::text_area::TextArea;
use crate::components::{form, heading};
use crate::frame::Page;
use crate::text::Text;

/// What the page shows. It posts [`WHY`], which may be empty.
#[derive(Clone, Debug)]
pub struct Withdraw {
    /// The case and the form.
    pub act: Act,
    /// Why, as typed.
    pub why: String,
}

/// The name of the reason.
pub const WHY: &str = "why";

/// The page.
pub fn page(text: Text<'_>, model: &Withdraw) -> Page {
    let act = &model.act;
    let why = TextArea {
        asked: Asked {
            id: WHY.to_owned(),
            name: WHY.to_owned(),
            title: Title::Label(text.get("cases-withdraw-why")),
            hint: None,
            error: act.error(text, WHY),
            optional: true,
        },
        typed: model.why.clone(),
    };
    let inner = view! {
        {why.view(text)}
        {actions::row(vec![
            actions::submit(Look::Danger, text.get("cases-withdraw-do")),
            actions::link(text.get("cases-withdraw-not"), act.case_href.clone()),
        ])}
    };
    let matter = view! {
        <div class="flow measure">
            <p class="lead">{text.get("cases-withdraw-lead")}</p>
            <p>{text.get("cases-withdraw-again")}</p>
            {form::post_kept(&act.action, act.hidden.clone(), inner.into_any())}
        </div>
    };
    let head = view! { <h1>{heading::words(text.phrases("cases-withdraw-title", &[]))}</h1> };
    act.page(
        text,
        text.get("cases-withdraw-title"),
        head.into_any(),
        matter.into_any(),
    )
    .keeping_what_is_typed()
}
