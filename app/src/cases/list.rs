//! My cases: what waits for me first.

use leptos::prelude::*;

use super::{Standing, Todo};
use crate::components::actions::{self, Look};
use crate::components::clock::{self, Limit};
use crate::components::heading;
use crate::frame::{Page, Section};
use crate::text::{Phrase, Text};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Cases {
    /// The cases, the newest first; the page puts those that wait for the reader before the others.
    pub cases: Vec<Entry>,
    /// How many applications are begun and not sent yet.
    pub drafts: usize,
    /// Where a case of somebody without an account is opened.
    pub open_href: String,
}

/// One case.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What was applied for.
    pub service: Phrase,
    /// For whom, where it is not the reader.
    pub person: Option<String>,
    /// Its reference, in spoken groups.
    pub reference: String,
    /// Its page.
    pub href: String,
    /// How it stands.
    pub standing: Standing,
    /// What is waited for.
    pub todo: Option<Todo>,
    /// The limit that runs.
    pub limit: Option<Limit>,
}

/// The page.
pub fn page(text: Text<'_>, model: &Cases) -> Page {
    let (waiting, others): (Vec<_>, Vec<_>) = model.cases.iter().partition(|case| case.todo.is_some());
    let service = |case: &Entry| text.say(&case.service);
    let entries = waiting.into_iter().chain(others).map(|case| {
        let alike = model.cases.iter().filter(|other| service(other) == service(case));
        entry(text, case, alike.count() > 1)
    });
    let list = if model.cases.is_empty() {
        view! { <p class="lead">{text.get("cases-none")}</p> }.into_any()
    } else {
        view! { <ul class="case-list" role="list">{entries.collect_view()}</ul> }.into_any()
    };
    let drafts = (model.drafts > 0).then(|| {
        let words = text.with("cases-drafts", &[("count", model.drafts.into())]);
        view! { <p><a href="/apply">{words}</a></p> }
    });
    let body = view! {
        <div class="page-head"><h1>{heading::words(text.phrases("cases-title", &[]))}</h1></div>
        <div class="measure flow">
            {list}
            {drafts}
            <p><a href="/check">{text.get("cases-more-help")}</a></p>
            <p><a href=model.open_href.clone()>{text.get("cases-open-other")}</a></p>
        </div>
    };
    Page::new(text.get("cases-title"), body).in_section(Section::Cases)
}

fn entry(text: Text<'_>, case: &Entry, alike: bool) -> AnyView {
    let number = text.with("cases-number", &[("reference", case.reference.clone().into())]);
    let person = case.person.as_ref().map(|person| {
        view! { <p>{text.with("answers-for", &[("person", person.clone().into())])}</p> }
    });
    let says = case.standing.says(text).into_iter().map(|says| view! { <p>{says}</p> });
    let limit = match (&case.todo, &case.limit) {
        (None, Some(limit)) => Some(clock::brief(text, limit)),
        _ => None,
    };
    let act = case.todo.as_ref().map(|todo| {
        view! {
            {todo.view(text)}
            <p class="actions">{actions::go(Look::Main, text.get("cases-papers"), todo.href.clone())}</p>
        }
    });
    let service = text.say(&case.service);
    // Asked for twice, it is told apart by its number.
    let whole = alike.then(|| actions::about(&service, &case.reference));
    view! {
        <li>
            <h2><a href=case.href.clone() aria-label=whole>{service}</a></h2>
            {person}
            <p>{case.standing.tag(text)}<span class="note muted">{number}</span></p>
            {says.collect_view()}
            {limit}
            {act}
        </li>
    }
    .into_any()
}
