//! The first page.

use leptos::prelude::*;

use super::Card;
use super::list::list;
use crate::components::actions::{self, Look};
use crate::components::heading;
use crate::confirmation;
use crate::frame::{HOTLINE, Page, Section};
use crate::icons::Icon;
use crate::text::Text;

/// What the first page shows.
#[derive(Clone, Debug)]
pub struct Home {
    /// The services that can be applied for.
    pub services: Vec<Card>,
    /// The most questions the check can ask.
    pub most_questions: u32,
}

/// The first page.
pub fn page(text: Text<'_>, home: &Home) -> Page {
    let body = view! {
        <section class="hero" aria-labelledby="start">
            <div>
                <h1 id="start">{heading::words(text.phrases("home-title", &[]))}</h1>
                <p class="lead">{text.get("home-lead")}</p>
                {actions::go(Look::Start, text.get("home-start"), "/check")}
                <p class="note">{text.with("home-note", &[("most", home.most_questions.into())])}</p>
            </div>
            <div class="hero-drawing">{drawing()}</div>
        </section>
        <p class="resume">
            <a href="/apply">{text.get("home-go-on")}</a>
            <a href="/cases">{text.get("home-cases")}</a>
            <a href=confirmation::ASK>{text.get("home-confirm")}</a>
        </p>
        <h2>{text.get("home-services")}</h2>
        {list(text, &home.services)}
        <h2>{text.get("home-ways")}</h2>
        <ul class="ways grid-4" role="list">
            {way(Icon::Online, text.get("home-online"), text.get("home-online-says"), None)}
            {way(Icon::Window, text.get("home-window"), text.get("home-window-says"), None)}
            {way(
                Icon::Phone,
                text.get("home-phone"),
                text.get("home-phone-says"),
                Some((format!("tel:{HOTLINE}"), text.with("home-call", &[("number", HOTLINE.into())]))),
            )}
            {way(Icon::Visit, text.get("home-visit"), text.get("home-visit-says"), None)}
        </ul>
    };
    Page::new(text.get("home-title"), body)
        .in_section(Section::Home)
        .flowing()
}

/// One of the ways to get a thing done.
pub(super) fn way(icon: Icon, name: String, says: String, link: Option<(String, String)>) -> AnyView {
    let link = link.map(|(href, words)| view! { <p><a href=href>{words}</a></p> });
    view! { <li class="stack-2"><h3>{icon.small()}{name}</h3><p>{says}</p>{link}</li> }.into_any()
}

/// The mark, drawn large: the line runs to the house and ends at the person.
fn drawing() -> AnyView {
    view! {
        <svg viewBox="0 0 420 300" preserveAspectRatio="xMaxYMid meet" aria-hidden="true" focusable="false">
            <path
                d="M8 190h184M236 266h112V138L252 40l-80 74"
                fill="none"
                stroke="currentColor"
                stroke-width="12"
                stroke-linecap="round"
                stroke-linejoin="round"
            />
            <circle class="mark-dot" cx="222" cy="190" r="30"/>
        </svg>
    }
    .into_any()
}
