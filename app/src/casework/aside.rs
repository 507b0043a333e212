//! Beside a case: its limit, what can be done now, what can be printed.

use leptos::prelude::*;

use super::case::{Act, CasePage};
use crate::components::actions::{self, Look};
use crate::components::clock::clock;
use crate::components::form;
use crate::text::Text;

/// Beside the case.
pub(super) fn aside(text: Text<'_>, case: &CasePage) -> AnyView {
    let provisional = case
        .provisional
        .then(|| view! { <p class="hint">{text.get("casework-provisional")}</p> });
    let pauses = case.pauses.iter().map(|paused| {
        let words = match paused.to {
            Some(to) => text.with(
                "casework-paused",
                &[("from", text.date(paused.from).into()), ("to", text.date(to).into())],
            ),
            None => text.with("casework-paused-since", &[("from", text.date(paused.from).into())]),
        };
        view! { <p class="note muted">{words}</p> }
    });
    let prints = case
        .prints
        .iter()
        .map(|(words, href)| view! { <li><a href=href.clone()>{text.say(words)}</a></li> });
    let prints = (!case.prints.is_empty()).then(|| {
        view! {
            <section class="stack-2" aria-labelledby="print">
                <h2 id="print">{text.get("casework-print")}</h2>
                <ul class="link-list" role="list">{prints.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <aside class="split-aside stack-4" aria-label=text.get("casework-aside")>
            {case.clock.as_ref().map(|limit| clock(text, "clock", limit))}
            {case.whole.as_ref().map(|whole| view! { <p class="note">{text.say(whole)}</p> })}
            {case.waited.as_ref().map(|waited| view! { <p class="note">{text.say(waited)}</p> })}
            {provisional}
            {pauses.collect_view()}
            {acts(text, case)}
            {prints}
        </aside>
    }
    .into_any()
}

/// The first act is the filled button; the others are ways beside it.
fn acts(text: Text<'_>, case: &CasePage) -> AnyView {
    let mut first = true;
    let mut links = Vec::new();
    let mut buttons = Vec::new();
    for act in &case.acts {
        let look = if first { Look::Main } else { Look::Second };
        match act {
            Act::Page { words, href } if first => buttons.push(actions::go(look, text.say(words), href.clone())),
            Act::Page { words, href } => {
                links.push(view! { <li>{actions::link(text.say(words), href.clone())}</li> });
            }
            Act::Now { words, action, hidden } => buttons.push(
                view! {
                    <form method="post" action=action.clone()>
                        {form::fields(hidden.clone())}
                        {actions::submit(look, text.say(words))}
                    </form>
                }
                .into_any(),
            ),
        }
        first = false;
    }
    let nothing = case
        .acts
        .is_empty()
        .then(|| view! { <p>{text.get("casework-nothing-to-do")}</p> });
    let links = (!links.is_empty()).then(|| view! { <ul class="link-list" role="list">{links}</ul> });
    view! {
        <section class="panel" aria-labelledby="acts">
            <h2 id="acts">{text.get("casework-acts")}</h2>
            <p class="note muted">{text.say(&case.desk)}</p>
            {nothing}
            {buttons}
            {links}
        </section>
    }
    .into_any()
}
