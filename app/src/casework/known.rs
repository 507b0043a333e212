//! What a case holds, put beside the form of who judges it: nobody decides from memory.

use leptos::prelude::*;

use crate::components::said::said;
use crate::text::{Phrase, Text};

/// What is known on one subject.
#[derive(Clone, Debug)]
pub struct Known {
    /// The subject.
    pub title: Phrase,
    /// What is known, line by line.
    pub lines: Vec<Line>,
    /// Whether it has to be looked at before anything is decided.
    pub heed: bool,
}

/// One thing that is known.
#[derive(Clone, Debug)]
pub struct Line {
    /// It.
    pub says: Phrase,
    /// What an officer wrote of it, in their words.
    pub words: Option<String>,
}

impl From<Phrase> for Line {
    fn from(says: Phrase) -> Self {
        Self { says, words: None }
    }
}

/// The subjects, one after another; nothing where there are none.
pub(super) fn section(text: Text<'_>, known: &[Known]) -> Option<AnyView> {
    if known.is_empty() {
        return None;
    }
    let subjects = known.iter().map(|subject| {
        let lines = subject.lines.iter().map(|line| {
            let words = line.words.as_ref().map(|words| said(text, words));
            view! { <li>{text.say(&line.says)}{words}</li> }
        });
        let class = if subject.heed { "notice notice-wait" } else { "" };
        view! {
            <div class=class>
                <h3>{text.say(&subject.title)}</h3>
                <ul>{lines.collect_view()}</ul>
            </div>
        }
    });
    Some(
        view! {
            <section class="known flow measure" aria-labelledby="known">
                <h2 id="known">{text.get("casework-known")}</h2>
                {subjects.collect_view()}
            </section>
        }
        .into_any(),
    )
}
