//! 一次性告知书: one complete list of what is missing; the clock stands still until it comes.

use leptos::prelude::*;
use zhida::calendar::Date;

use super::Sheet;
use crate::components::said::said;
use crate::frame::Page;
use crate::text::{Phrase, Text};

/// What the notice says.
#[derive(Clone, Debug)]
pub struct Missing {
    /// Head and foot.
    pub sheet: Sheet,
    /// What was applied for.
    pub service: Phrase,
    /// The case's reference, in spoken groups.
    pub reference: String,
    /// When it was handed in.
    pub submitted_on: Date,
    /// What is missing: its name, and which pages of it.
    pub papers: Vec<(Phrase, Option<Phrase>)>,
    /// What is wrong with what there is, in the officer's words.
    pub sentence: Option<String>,
    /// The last day to bring it.
    pub until: Date,
    /// Nothing waits for it: the case goes on, or was granted, without.
    pub later: bool,
    /// It is not the first list: that this is everything was said before.
    pub again: Option<Again>,
    /// The page to send it on, as long as that is open.
    pub href: Option<String>,
    /// Where else than at any window they are brought, where only one office may know of it.
    pub brought_to: Option<Phrase>,
    /// The office's telephone.
    pub phone: String,
}

/// A list after the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Again {
    /// Which: 2 for the second.
    pub turn: u32,
    /// Whether a supervisor asked, who alone may ask for what was not on the first.
    pub by_supervisor: bool,
}

/// The notice.
pub fn page(text: Text<'_>, missing: &Missing) -> Page {
    let opening = text.with(
        "letter-missing-opening",
        &[
            ("submitted", text.date(missing.submitted_on).into()),
            ("service", text.say(&missing.service).into()),
            ("reference", missing.reference.clone().into()),
            ("count", missing.papers.len().into()),
        ],
    );
    let papers = missing.papers.iter().map(|(name, says)| {
        let says = says
            .as_ref()
            .map(|says| view! { <p class="note muted">{text.say(says)}</p> });
        view! { <li><p>{text.say(name)}</p>{says}</li> }
    });
    let sentence = missing.sentence.as_ref().map(|sentence| {
        view! { <p>{text.get("letter-officer-says")}</p>{said(text, sentence)} }
    });
    let until = text.with("letter-missing-until", &[("day", text.date(missing.until).into())]);
    let online = missing.href.clone().map(|href| {
        view! { <p class="no-print"><a href=href>{text.get("cases-papers")}</a></p> }
    });
    let ask = text.with(
        "letter-ask",
        &[
            ("phone", missing.phone.clone().into()),
            ("reference", missing.reference.clone().into()),
        ],
    );
    let again = missing.again.map(|again| {
        let id = if again.by_supervisor {
            "letter-missing-again-allowed"
        } else {
            "letter-missing-again-same"
        };
        view! { <p>{text.with(id, &[("turn", again.turn.into())])}</p> }
    });
    let clock = match missing.again {
        _ if missing.later => "letter-missing-later",
        Some(_) => "letter-missing-clock-again",
        None => "letter-missing-clock",
    };
    let matter = view! {
        <p>{opening}</p>
        {again}
        <ol class="letter-sum letter-list" role="list">{papers.collect_view()}</ol>
        {sentence}
        <p>{until}</p>
        <p>{missing.brought_to.as_ref().map_or_else(|| text.get("letter-missing-how"), |office| text.say(office))}</p>
        {online}
        <p>{text.get(clock)}</p>
        <p>{ask}</p>
    };
    let title = match missing.again {
        None => text.phrases("letter-missing-title", &[]),
        Some(again) => text.phrases("letter-missing-title-again", &[("turn", again.turn.into())]),
    };
    missing.sheet.page(text, title, matter.into_any())
}
