//! What is not applied for after all, because another benefit is kept: said, with the way to change it.

use leptos::prelude::*;

use crate::components::notice::{Kind, notice};
use crate::text::{Phrase, Text};

/// What was left out.
#[derive(Clone, Debug)]
pub struct LeftOut {
    /// The services, each with the benefit that is kept.
    pub services: Vec<(Phrase, Phrase)>,
    /// Where they can be applied for all the same.
    pub change: String,
}

impl LeftOut {
    /// What is said before the page; nothing where nothing was left out.
    pub fn view(&self, text: Text<'_>) -> Option<AnyView> {
        let (first, _) = self.services.first()?;
        let title = text.with("left-out", &[("service", text.say(first).into())]);
        let says = self.services.iter().map(|(service, other)| {
            let (service, other) = (text.say(service), text.say(other));
            let says = text.with("left-out-says", &[("service", service.into()), ("other", other.into())]);
            view! { <p>{says}</p> }
        });
        let href = self.change.clone();
        let body = view! {
            {says.collect_view()}
            <p><a href=href>{text.get("left-out-change")}</a></p>
        };
        Some(notice(Kind::Info, title, body))
    }
}
