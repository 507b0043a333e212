//! `/account/messages`: everything one was told, the latest first, and how one is told outside the portal.

use leptos::prelude::*;
use zhida::calendar::Instant;
use zhida::message::News;

use super::{LIST, title};
use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::form::{self, Hidden};
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::components::tag::{Tone, tag};
use crate::frame::{Page, Section};
use crate::text::{Phrase, Text};

/// A line of the list.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it tells.
    pub news: News,
    /// What was applied for.
    pub service: Option<Phrase>,
    /// Its reference, in spoken groups.
    pub reference: Option<String>,
    /// When it was.
    pub at: Instant,
    /// It has not been opened.
    pub new: bool,
    /// Its page.
    pub href: String,
}

/// A person the account is linked to, by name, with the page that asks how they are told.
pub type Person = (String, String);

/// What was just done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// All are marked as opened.
    AllRead,
    /// It is kept how somebody is told.
    Reach,
}

/// The page.
#[derive(Clone, Debug, Default)]
pub struct Messages {
    /// The latest first.
    pub entries: Vec<Entry>,
    /// How many have not been opened.
    pub unread: u32,
    /// The people the account is linked to.
    pub people: Vec<Person>,
    /// What was just done.
    pub done: Option<Done>,
    /// Unseen fields of the form that marks all as opened.
    pub hidden: Hidden,
}

/// The page.
pub fn page(text: Text<'_>, model: &Messages) -> Page {
    let done = model.done.map(|done| {
        let says = match done {
            Done::AllRead => text.get("message-all-read-done"),
            Done::Reach => text.get("message-reach-done"),
        };
        notice(Kind::Ok, says, ())
    });
    let list = if model.entries.is_empty() {
        view! { <p class="lead">{text.get("message-none")}</p> }.into_any()
    } else {
        let entries = model.entries.iter().map(|one| {
            let alike = model.entries.iter().filter(|other| other.news == one.news);
            entry(text, one, alike.count() > 1)
        });
        view! { <ul class="case-list" role="list">{entries.collect_view()}</ul> }.into_any()
    };
    let all_read = (model.unread > 0).then(|| {
        let act = actions::row(vec![actions::submit(Look::Second, text.get("message-all-read"))]);
        form::post(LIST, model.hidden.clone(), act)
    });
    let body = view! {
        {back_link(text.get("account-back"), "/account")}
        <div class="page-head">
            <h1>{heading::words(text.phrases("message-title", &[]))}</h1>
            {done}
            {(!model.entries.is_empty()).then(|| view! { <p class="lead">{unread(text, model.unread)}</p> })}
        </div>
        <div class="measure flow">
            {list}
            {all_read}
            <h2>{text.get("message-ways")}</h2>
            {ways(text, &model.people)}
        </div>
    };
    Page::new(text.get("message-title"), body).in_section(Section::Account)
}

/// How many are new, in words.
pub fn unread(text: Text<'_>, count: u32) -> String {
    if count == 0 {
        text.get("message-no-new")
    } else {
        text.with("message-new", &[("count", count.into())])
    }
}

/// The way to this page, which says how many are new.
pub fn link(text: Text<'_>, unread: u32) -> String {
    if unread == 0 {
        text.get("message-link")
    } else {
        text.with("message-link-new", &[("count", unread.into())])
    }
}

fn entry(text: Text<'_>, entry: &Entry, alike: bool) -> AnyView {
    let state = if entry.new {
        tag(Tone::Info, text.get("message-is-new"))
    } else {
        tag(Tone::Plain, text.get("message-is-read"))
    };
    let service = entry
        .service
        .as_ref()
        .map(|service| view! { <p>{text.say(service)}</p> });
    let number = entry
        .reference
        .as_ref()
        .map(|reference| text.with("cases-number", &[("reference", reference.clone().into())]));
    let words = text.say(&title(entry.news));
    // The same news of several matters is told apart by what it is of, and by when it came.
    let whole = alike.then(|| {
        let number = entry.reference.clone().unwrap_or_default();
        actions::about(&words, &format!("{number} {}", text.moment(entry.at)))
    });
    view! {
        <li>
            <h2><a href=entry.href.clone() aria-label=whole>{words}</a></h2>
            {service}
            <p>{state}<span class="note muted">{text.moment(entry.at)}</span></p>
            {number.map(|number| view! { <p class="note muted">{number}</p> })}
        </li>
    }
    .into_any()
}

/// The portal always; outside of it only where an office knows that it reaches the person.
fn ways(text: Text<'_>, people: &[Person]) -> AnyView {
    if people.is_empty() {
        return view! { <p>{text.get("message-ways-none")}</p> }.into_any();
    }
    let people = people.iter().map(|(name, href)| {
        let words = text.with("message-ways-of", &[("name", name.clone().into())]);
        view! { <li><a href=href.clone()>{words}</a></li> }
    });
    view! {
        <p>{text.get("message-ways-says")}</p>
        <ul class="link-list" role="list">{people.collect_view()}</ul>
    }
    .into_any()
}
