//! Somebody else, or the same person in another window, changed the application since this page was opened.

use leptos::prelude::*;

use super::{Answer, Step};
use crate::components::actions::{self, Look};
use crate::components::heading;
use crate::components::table_cards::Table;
use crate::frame::Page;
use crate::text::{Phrase, Text};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// The page that was sent.
    pub step: Step,
    /// What changed since it was opened.
    pub changed: Vec<Changed>,
    /// Check-your-answers, as it is now.
    pub look_href: String,
}

/// An answer that changed.
#[derive(Clone, Debug)]
pub struct Changed {
    /// What was asked.
    pub name: Phrase,
    /// What this page showed.
    pub before: Answer,
    /// What it is now.
    pub now: Answer,
}

/// The page; its status is 409.
pub fn page(text: Text<'_>, model: &Conflict) -> Page {
    let rows = model.changed.iter().map(|changed| {
        let cells = vec![changed.before.view(text), changed.now.view(text)];
        (text.say(&changed.name).into_any(), cells)
    });
    let table = Table {
        caption: text.get("changed-caption"),
        caption_shown: false,
        heads: vec![
            text.get("changed-what"),
            text.get("changed-before"),
            text.get("changed-now"),
        ],
        rows: rows.collect(),
    };
    let acts = vec![actions::go(
        Look::Main,
        text.get("changed-look"),
        model.look_href.clone(),
    )];
    let body = view! {
        <div class="page-head">
            <h1>{heading::words(text.phrases("changed-title", &[]))}</h1>
            <p class="lead">{text.get("changed-lead")}</p>
        </div>
        <div class="flow measure-wide">
            {(!model.changed.is_empty()).then(|| table.view())}
            <p>{text.get("changed-says")}</p>
            {actions::row(acts)}
        </div>
    };
    model.step.page(text, text.get("changed-title"), body.into_any())
}
