//! Two officers on one case: the later sees what the other did and what they themselves typed, side by side,
//! and can go on from there. Nothing is lost, nothing overwritten.

use leptos::prelude::*;

use super::command::{self, CommandForm};
use super::history::{Entry, entries};
use super::reveal::titled;
use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::facts::{Fact, facts};
use crate::components::notice::{Kind, notice};
use crate::frame::Page;
use crate::text::{Phrase, Text};

/// What was done meanwhile, and what was about to be done.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// What happened since the form was opened, the oldest first.
    pub since: Vec<Entry>,
    /// What was typed, in words: what was asked and what stood there.
    pub yours: Vec<(Phrase, String)>,
    /// The form, filled with what was typed.
    pub form: CommandForm,
    /// Whether it can still be done.
    pub possible: bool,
}

/// The page of two versions.
pub fn page(text: Text<'_>, conflict: &Conflict) -> Page {
    let head = &conflict.form.head;
    let yours = conflict.yours.iter().map(|(name, value)| Fact {
        name: text.say(name),
        value: value.clone().into_any(),
        source: None,
        change: None,
    });
    let yours: Vec<Fact> = yours.collect();
    let yours = (!yours.is_empty()).then(|| {
        view! {
            <section class="flow" aria-labelledby="yours">
                <h2 id="yours">{text.get("casework-conflict-yours")}</h2>
                {facts(yours)}
            </section>
        }
    });
    let again = if conflict.possible {
        view! {
            <section class="flow" aria-labelledby="again">
                <h2 id="again">{text.get("casework-conflict-again")}</h2>
                {command::filled(text, &conflict.form)}
            </section>
        }
        .into_any()
    } else {
        let refusal = conflict.form.refusal.as_ref().map(|refusal| text.say(refusal));
        view! {
            {notice(Kind::Wait, text.get("casework-conflict-gone"), view! { <p>{refusal}</p> })}
            {actions::row(vec![actions::go(Look::Main, text.get("casework-conflict-look"), head.href())])}
        }
        .into_any()
    };
    let body = view! {
        {back_link(text.get("casework-back-to-case"), head.href())}
        <div class="page-head">
            <p class="caption">{head.caption(text)}</p>
            <h1>{text.get("casework-conflict")}</h1>
            <p class="lead">{text.get("casework-conflict-lead")}</p>
        </div>
        <section class="flow" aria-labelledby="since">
            <h2 id="since">{text.get("casework-conflict-since")}</h2>
            {entries(text, &conflict.since)}
        </section>
        {yours}
        {again}
    };
    Page::new(titled(text, text.get("casework-conflict"), head), body).flowing()
}
