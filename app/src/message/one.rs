//! One message.

use leptos::prelude::*;
use zhida::calendar::Instant;
use zhida::message::{About, News};

use super::{LIST, says, title};
use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::heading;
use crate::frame::{Page, Section};
use crate::text::{Phrase, Text};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct One {
    /// What it tells.
    pub news: News,
    /// What its words need.
    pub about: About,
    /// What was applied for.
    pub service: Option<Phrase>,
    /// Its reference, in spoken groups.
    pub reference: Option<String>,
    /// When it was.
    pub at: Instant,
    /// Where what it tells of is found.
    pub href: Option<String>,
}

/// The page.
pub fn page(text: Text<'_>, model: &One) -> Page {
    let title = title(model.news);
    let service = model
        .service
        .as_ref()
        .map(|service| view! { <p class="lead">{text.say(service)}</p> });
    let number = model
        .reference
        .as_ref()
        .map(|reference| text.with("cases-number", &[("reference", reference.clone().into())]));
    let go = model.href.clone().map(|href| {
        let words = if model.news == News::DraftExpires {
            text.get("message-to-draft")
        } else {
            text.get("message-to-case")
        };
        actions::row(vec![actions::go(Look::Main, words, href)])
    });
    let body = view! {
        {back_link(text.get("message-back"), LIST)}
        <div class="page-head">
            <h1>{heading::words(text.say_phrases(&title))}</h1>
            {service}
        </div>
        <div class="measure flow">
            <p>{text.say(&says(model.news, &model.about))}</p>
            <p class="note muted">{text.moment(model.at)}</p>
            {number.map(|number| view! { <p class="note muted">{number}</p> })}
            {go}
        </div>
    };
    Page::new(text.say(&title), body).in_section(Section::Account)
}
