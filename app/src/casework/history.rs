//! What happened to a case, as officers read it.

use leptos::prelude::*;
use zhida::calendar::Instant;

use crate::components::said;
use crate::text::{Name, Phrase, Said, Text};

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What.
    pub what: Phrase,
    /// When.
    pub at: Instant,
    /// Who, as far as it is to be said.
    pub by: Option<Phrase>,
    /// What belongs to it, line by line.
    pub details: Vec<Phrase>,
    /// What somebody wrote.
    pub sentence: Option<String>,
}

/// What happened, as a line.
pub(super) fn entries(text: Text<'_>, entries: &[Entry]) -> AnyView {
    let entries = entries.iter().map(|entry| {
        let when = match &entry.by {
            Some(by) => text.with(
                "casework-entry-by",
                &[("when", text.moment(entry.at).into()), ("who", text.say(by).into())],
            ),
            None => text.moment(entry.at),
        };
        let details = entry
            .details
            .iter()
            .map(|line| view! { <p class="stop-body">{text.say(line)}</p> });
        let sentence = entry.sentence.as_ref().map(|words| {
            let quoted = text.with("casework-quoted", &[("words", words.clone().into())]);
            view! { <p class="stop-body" lang=said::language(text, words)>{quoted}</p> }
        });
        view! {
            <li class="stop-done">
                <p class="stop-name">{text.say(&entry.what)}</p>
                <p class="stop-when">{when}</p>
                {details.collect_view()}
                {sentence}
            </li>
        }
    });
    view! { <ol class="route route-events" role="list">{entries.collect_view()}</ol> }.into_any()
}

/// An office and an officer of it, as history names them.
pub fn officer(office: Name, name: &str) -> Phrase {
    Phrase::new("casework-officer")
        .with("office", Said::Name(office))
        .with("name", Said::Name(Name::only(name)))
}
