//! All services.

use leptos::prelude::*;

use super::Card;
use super::list::list;
use crate::components::breadcrumbs::breadcrumbs;
use crate::components::heading;
use crate::frame::{Page, Section};
use crate::text::Text;

/// The list of all services.
pub fn page(text: Text<'_>, services: &[Card]) -> Page {
    let body = view! {
        {breadcrumbs(text, vec![(text.get("frame-home"), "/".to_owned())], text.get("frame-services"))}
        <div class="page-head">
            <h1>{heading::words(text.phrases("catalogue-title", &[]))}</h1>
            <p class="lead">{text.get("catalogue-lead")}</p>
        </div>
        <h2 class="only-heard">{text.get("home-services")}</h2>
        {list(text, services)}
        <p class="actions"><a class="button button-second" href="/check">{text.get("catalogue-check")}</a></p>
    };
    Page::new(text.get("catalogue-title"), body).in_section(Section::Services)
}
