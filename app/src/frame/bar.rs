//! The display bar: the first thing on every page, since who cannot read the page must find it first.
//! Everything in it is a form, because it changes something; it works without script.

use std::fmt::Write as _;

use leptos::prelude::*;

use super::{Frame, Theme, View};
use crate::text::{Language, Text};

pub(super) fn view(frame: &Frame<'_>, text: Text<'_>) -> AnyView {
    let display = frame.display;
    let large = display.text() >= Some("150");
    let contrast = display.theme == Some(Theme::Contrast);
    let simple = display.view == View::Simple;
    let other = match text.language() {
        Language::ZhCn => Language::En,
        Language::En => Language::ZhCn,
    };
    view! {
        <section class="display-bar" aria-label=text.get("frame-display")>
            <div class="wrap">
                <span class="display-bar-name">{text.get("frame-display-why")}</span>
                <form class="display-bar-modes" method="post" action="/display">
                    {come_back(frame)}
                    {toggle("text", if large { "100" } else { "150" }, large, text.get("frame-large"))}
                    {toggle("theme", if contrast { "auto" } else { "contrast" }, contrast, text.get("frame-contrast"))}
                    {toggle("view", if simple { "full" } else { "simple" }, simple, text.get("frame-simple"))}
                </form>
                <form method="post" action="/display">
                    {come_back(frame)}
                    <button type="submit" name="language" value=other.code() lang=other.code()>{own_name(other)}</button>
                </form>
                <a href=settings_href(frame.path)>{text.get("frame-settings")}</a>
            </div>
        </section>
    }
    .into_any()
}

/// A button that says whether it is on; pressing it turns it round.
fn toggle(name: &'static str, value: &'static str, on: bool, words: String) -> AnyView {
    view! { <button type="submit" name=name value=value aria-pressed=if on { "true" } else { "false" }>{words}</button> }.into_any()
}

fn come_back(frame: &Frame<'_>) -> impl IntoView + use<> {
    view! { <input type="hidden" name="return" value=frame.path.to_owned()/> }
}

/// The settings page, knowing where it was called from.
fn settings_href(path: &str) -> String {
    let mut href = String::from("/display?return=");
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            href.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(href, "%{byte:02X}");
        }
    }
    href
}

/// A language's name for itself: the same in every language, so not among the texts.
pub(crate) fn own_name(language: Language) -> &'static str {
    match language {
        Language::ZhCn => "中文",
        Language::En => "English",
    }
}
