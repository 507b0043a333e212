//! A state in a word or two. Never the only content of a part.

#[cfg(any(test, debug_assertions))]
pub mod examples;

use leptos::prelude::*;

/// What a state means for the reader; the words say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Met, done.
    Ok,
    /// Waits for the reader, or is due soon.
    Wait,
    /// Being worked on.
    Info,
    /// Not met, overdue.
    No,
    /// Not known yet.
    Open,
    /// None of these.
    Plain,
}

/// A tag.
pub fn tag(tone: Tone, words: String) -> AnyView {
    let class = match tone {
        Tone::Ok => "tag tag-ok",
        Tone::Wait => "tag tag-wait",
        Tone::Info => "tag tag-info",
        Tone::No => "tag tag-no",
        Tone::Open => "tag tag-open",
        Tone::Plain => "tag",
    };
    view! { <span class=class>{words}</span> }.into_any()
}
