//! What was typed on this device and not saved, while the application went on elsewhere: on which pages it waits; and
//! on such a page, what is saved beside it.

use leptos::prelude::*;

use super::Line;
use crate::components::facts::facts;
use crate::components::notice::{Kind, notice};
use crate::text::{Phrase, Text};

/// What waits.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// The other pages with something that waits: what they ask, and their addresses.
    pub pages: Vec<(Phrase, String)>,
    /// What is saved for this page, where the page shows what waited.
    pub saved: Option<Vec<Line>>,
}

impl Kept {
    /// What is said before the page; nothing where nothing waits.
    pub fn view(&self, text: Text<'_>) -> Option<AnyView> {
        let saved = self.saved.as_ref().map(|lines| saved(text, lines));
        let elsewhere = (!self.pages.is_empty()).then(|| elsewhere(text, &self.pages));
        (saved.is_some() || elsewhere.is_some()).then(|| view! { {saved}{elsewhere} }.into_any())
    }
}

fn saved(text: Text<'_>, lines: &[Line]) -> AnyView {
    let title = text.get("kept-here");
    if lines.is_empty() {
        return notice(Kind::Wait, title, view! { <p>{text.get("kept-here-alone")}</p> });
    }
    let lines = lines.iter().map(|line| line.fact(text)).collect();
    let body = view! {
        <p>{text.get("kept-saved")}</p>
        {facts(lines)}
        <p>{text.get("kept-here-says")}</p>
    };
    notice(Kind::Wait, title, body)
}

fn elsewhere(text: Text<'_>, pages: &[(Phrase, String)]) -> AnyView {
    let links = pages.iter().map(|(asks, href)| {
        let href = href.clone();
        view! { <li><a href=href>{text.say(asks)}</a></li> }
    });
    let body = view! {
        <p>{text.get("kept-elsewhere-says")}</p>
        <ul class="link-list" role="list">{links.collect_view()}</ul>
    };
    notice(Kind::Wait, text.get("kept-elsewhere"), body)
}
