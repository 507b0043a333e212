//! The display bar: the first thing on every page, since who cannot read the page must find it first.
//! Everything in it is a form, because it changes something; it works without script.

use std::fmt::Write as _;

use leptos::prelude::*;

use super::{Frame, Theme, View};
use crate::components::form;
use crate::text::{Language, Level, Text};

/// What the button posts that leads to the settings page.
pub const SETTINGS: &str = "settings";

pub(super) fn view(frame: &Frame<'_>, text: Text<'_>, kept: bool) -> AnyView {
    let display = frame.display;
    let large = display.text() >= Some("150");
    let contrast = display.theme == Some(Theme::Contrast);
    let simple = display.view == View::Simple;
    let easy = text.level() == Level::Easy;
    let other = match text.language() {
        Language::ZhCn => Language::En,
        Language::En => Language::ZhCn,
    };
    let toggle = |name, value, on, words| Press {
        name,
        value,
        on: Some(on),
        words,
    };
    let mut modes = vec![
        toggle(
            "text",
            if large { "100" } else { "150" },
            large,
            text.get("frame-large"),
        ),
        toggle(
            "theme",
            if contrast { "auto" } else { "contrast" },
            contrast,
            text.get("frame-contrast"),
        ),
        toggle(
            "view",
            if simple { "full" } else { "simple" },
            simple,
            text.get("frame-simple"),
        ),
    ];
    // There are easy words in Chinese, for what residents read.
    if text.language() == Language::ZhCn && !frame.at_work() {
        let turned = if easy { Level::Standard } else { Level::Easy };
        modes.push(toggle("level", turned.code(), easy, text.get("display-level-easy")));
    }
    let language = Press {
        name: "language",
        value: other.code(),
        on: None,
        words: own_name(other).to_owned(),
    };
    view! {
        <section class="display-bar" aria-label=text.get("frame-display")>
            <div class="wrap">
                {kept.then(|| as_enter_does(text))}
                <span class="display-bar-name">{text.get("frame-display-why")}</span>
                {presses(frame, kept, Some("display-bar-modes"), modes)}
                {presses(frame, kept, None, vec![language])}
                {settings(frame, text, kept)}
            </div>
        </section>
    }
    .into_any()
}

/// A button of the bar.
struct Press {
    name: &'static str,
    value: &'static str,
    /// Whether what it turns round is on.
    on: Option<bool>,
    words: String,
}

/// Buttons that change something and come back. On a page that keeps what is typed they send its form along.
fn presses(frame: &Frame<'_>, kept: bool, class: Option<&'static str>, presses: Vec<Press>) -> AnyView {
    let to = kept.then(|| address(frame.path));
    let buttons = presses.into_iter().map(|press| {
        let Press { name, value, on, words } = press;
        let pressed = on.map(|on| if on { "true" } else { "false" });
        let lang = on.is_none().then_some(value);
        view! {
            <button type="submit" name=name value=value lang=lang aria-pressed=pressed form=kept.then_some(form::KEPT) formaction=to.clone()>{words}</button>
        }
    });
    let buttons = buttons.collect_view();
    if kept {
        return view! { <div class=class>{buttons}</div> }.into_any();
    }
    view! {
        <form class=class method="post" action="/display">
            <input type="hidden" name="return" value=frame.path.to_owned()/>
            {buttons}
        </form>
    }
    .into_any()
}

/// The way to all settings. A page that keeps what is typed sends its form along, to have it back afterwards.
fn settings(frame: &Frame<'_>, text: Text<'_>, kept: bool) -> AnyView {
    let (to, words) = (address(frame.path), text.get("frame-settings"));
    if kept {
        view! { <button type="submit" name=SETTINGS value="1" form=form::KEPT formaction=to>{words}</button> }
            .into_any()
    } else {
        view! { <a href=to>{words}</a> }.into_any()
    }
}

/// Whoever presses Enter in a field presses the first button of its form. That is this one, which goes on as the
/// page's own does: the bar stands before it, and nobody who types means the bar.
fn as_enter_does(text: Text<'_>) -> AnyView {
    view! { <button type="submit" class="only-heard" form=form::KEPT tabindex="-1" aria-hidden="true">{text.get("question-continue")}</button> }
        .into_any()
}

/// The address of settings, knowing where it was called from.
fn address(path: &str) -> String {
    in_query("/display?return=", path)
}

/// An address that ends in a path as the value of its query.
pub(super) fn in_query(address: &str, path: &str) -> String {
    let mut href = String::from(address);
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
