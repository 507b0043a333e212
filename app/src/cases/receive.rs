//! Taking the decision over the internet: only pressing the button is its service, not the look at a page.

use leptos::prelude::*;

use super::Act;
use crate::components::actions::{self, Look};
use crate::components::{form, heading};
use crate::frame::Page;
use crate::text::Text;

/// The page; `objects` where one objects to the decision, which has no last day.
pub fn page(text: Text<'_>, act: &Act, objects: bool) -> Page {
    let inner = actions::row(vec![
        actions::submit(Look::Main, text.get("cases-receive-do")),
        actions::link(text.get("cases-receive-not"), act.case_href.clone()),
    ]);
    let matter = view! {
        <div class="flow measure">
            <p class="lead">{text.get("cases-receive-lead")}</p>
            <p>{text.get(if objects { "cases-receive-objects" } else { "cases-receive-counts" })}</p>
            <p>{text.get("cases-receive-forms")}</p>
            <p>{text.get("cases-receive-paper")}</p>
            {form::post(&act.action, act.hidden.clone(), inner.into_any())}
        </div>
    };
    let head = view! { <h1>{heading::words(text.phrases("cases-receive-title", &[]))}</h1> };
    act.page(
        text,
        text.get("cases-receive-title"),
        head.into_any(),
        matter.into_any(),
    )
}
