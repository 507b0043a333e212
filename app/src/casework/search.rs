//! Finding a case: by its number, by a whole identity number, or by a whole name. The form is posted, so
//! that no number gets into an address or a log.

use leptos::prelude::*;
use zhida::calendar::Date;

use super::{Standing, grouped, href};
use crate::components::actions::{self, Look};
use crate::components::error_summary::{Wrong, error_summary};
use crate::components::field::{Asked, Title};
use crate::components::form;
use crate::components::table_cards::{Marks, Table};
use crate::components::text_field::{Autocomplete, Entry, TextField, Width};
use crate::frame::{Page, Section};
use crate::text::{Name, Phrase, Text};

/// The name the search is posted under.
pub const FIELD: &str = "q";

/// What the search page shows.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// What was typed.
    pub typed: String,
    /// What is wrong with it.
    pub problem: Option<Phrase>,
    /// What was found, once something was looked for.
    pub found: Option<Vec<Found>>,
    /// Whether there are more than are shown.
    pub more: bool,
}

/// A case that was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// Its reference.
    pub reference: String,
    /// The person.
    pub name: String,
    /// The resident ID, masked.
    pub number: String,
    /// What is applied for.
    pub service: Phrase,
    /// Street or township of the hukou.
    pub township: Name,
    /// The stage it is in.
    pub stage: Phrase,
    /// The day of submission.
    pub submitted_on: Date,
    /// How it stands.
    pub standing: Standing,
}

/// The page of the search.
pub fn page(text: Text<'_>, search: &Search) -> Page {
    let error = search.problem.as_ref().map(|problem| text.say(problem));
    let wrong = error.iter().map(|message| Wrong {
        input: FIELD.to_owned(),
        message: message.clone(),
    });
    let field = TextField {
        asked: Asked {
            id: FIELD.to_owned(),
            name: FIELD.to_owned(),
            title: Title::Label(text.get("casework-search-label")),
            hint: Some(text.get("casework-search-hint")),
            error: error.clone(),
            optional: false,
        },
        typed: search.typed.clone(),
        width: Width::Identity,
        entry: Entry::Text,
        autocomplete: Autocomplete::Off,
    };
    let inner = view! {
        {field.view(text)}
        {actions::row(vec![actions::submit(Look::Main, text.get("casework-search-act"))])}
    };
    let body = view! {
        {error_summary(text, wrong.collect())}
        <div class="page-head"><h1>{text.get("frame-search")}</h1></div>
        {form::post("/office/search", Vec::new(), inner.into_any())}
        <p class="note muted">{text.get("casework-search-noted")}</p>
        {search.found.as_ref().map(|found| results(text, search, found))}
    };
    Page::new(text.get("casework-search-title"), body)
        .in_section(Section::Search)
        .with_problems(search.problem.is_some())
        .flowing()
}

fn results(text: Text<'_>, search: &Search, found: &[Found]) -> AnyView {
    if found.is_empty() {
        return view! {
            <h2>{text.get("casework-search-none")}</h2>
            <p>{text.get("casework-search-none-says")}</p>
        }
        .into_any();
    }
    let heads = vec![
        text.get("casework-name"),
        text.get("casework-id-number"),
        text.get("casework-reference"),
        text.get("casework-service"),
        text.get("casework-township"),
        text.get("casework-stage"),
        text.get("casework-submitted"),
        text.get("casework-standing"),
    ];
    let rows = found.iter().map(|found| {
        let name = view! { <a href=href(&found.reference)>{found.name.clone()}</a> };
        let cells = vec![
            view! { <span class="nowrap number">{found.number.clone()}</span> }.into_any(),
            view! { <span class="nowrap number" translate="no">{grouped(&found.reference)}</span> }.into_any(),
            text.say(&found.service).into_any(),
            found.township.shown(text.language()).0.to_owned().into_any(),
            text.say(&found.stage).into_any(),
            text.date(found.submitted_on).into_any(),
            found.standing.view(text),
        ];
        (name.into_any(), cells)
    });
    let caption = text.with("casework-search-found", &[("count", found.len().into())]);
    let table = Table {
        caption: caption.clone(),
        caption_shown: false,
        heads,
        rows: rows.collect(),
    };
    let more = search.more.then(|| view! { <p>{text.get("casework-search-more")}</p> });
    view! {
        <h2>{caption}</h2>
        {table.view_marked(Marks { state: Some(7), sorted: None })}
        {more}
    }
    .into_any()
}
