//! What a case holds, put beside the form of who judges it: nobody decides from memory.

use leptos::prelude::*;

use crate::text::{Phrase, Text};

/// What is known on one subject.
#[derive(Clone, Debug)]
pub struct Known {
    /// The subject.
    pub title: Phrase,
    /// What is known, line by line.
    pub lines: Vec<Phrase>,
    /// Whether it has to be looked at before anything is decided.
    pub heed: bool,
}

/// The subjects, one after another; nothing where there are none.
pub(super) fn section(text: Text<'_>, known: &[Known]) -> Option<AnyView> {
    if known.is_empty() {
        return None;
    }
    let subjects = known.iter().map(|subject| {
        let lines = subject.lines.iter().map(|line| view! { <li>{text.say(line)}</li> });
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
