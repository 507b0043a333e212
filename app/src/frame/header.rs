//! The mark of the house and the ways through it.

use leptos::prelude::*;

use super::Section;
use crate::text::Text;

/// Where the server serves [`ICON_SVG`].
pub const ICON_HREF: &str = "/icon.svg";

/// The mark as a picture of its own, for browser tabs: a line that ends at a person at home.
pub const ICON_SVG: &str = include_str!("../icons/mark.svg");

pub(super) fn view(text: Text<'_>, here: Option<Section>) -> AnyView {
    let ways = [
        (Section::Home, "/", text.get("frame-home")),
        (Section::Services, "/services", text.get("frame-services")),
        (Section::Check, "/check", text.get("frame-check")),
        (Section::Help, "/help", text.get("frame-help")),
    ];
    let ways = ways.map(|(section, href, words)| {
        let current = (here == Some(section)).then_some("true");
        view! { <li><a href=href aria-current=current>{words}</a></li> }
    });
    view! {
        <header class="site-header">
            <div class="wrap">
                <a class="wordmark" href="/">
                    {mark()}
                    <span class="wordmark-name">{text.get("frame-name")}</span>
                    <span class="wordmark-field">{text.get("frame-field")}</span>
                </a>
                <nav class="site-nav" aria-label=text.get("frame-nav")>
                    <ul class="bar-list" role="list">{ways.into_iter().collect_view()}</ul>
                </nav>
            </div>
        </header>
    }
    .into_any()
}

fn mark() -> AnyView {
    view! {
        <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
            <path
                d="M20 36h14V17.5L23 6 12.5 15.5M2 25h16"
                fill="none"
                stroke="currentColor"
                stroke-width="4"
                stroke-linecap="round"
                stroke-linejoin="round"
            />
            <circle class="mark-dot" cx="22" cy="25" r="5"/>
        </svg>
    }
    .into_any()
}
