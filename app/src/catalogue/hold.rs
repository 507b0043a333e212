//! A certificate that is not in order: what is wrong with it, what to do and where, and what there is then.

use leptos::prelude::*;
use zhida::money::Fen;

use crate::text::{Phrase, Text};

/// Why a service waits; empty where who reads may not know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hold {
    /// What is wrong with the certificate.
    pub why: Vec<Phrase>,
    /// What to do, and where.
    pub to_do: Vec<Phrase>,
    /// A month's amount once it is done, where it is clear.
    pub then: Option<Fen>,
}

impl Hold {
    /// In a sentence each, before [`to_do`](Self::to_do): why, `waits`, and what there is then.
    pub(crate) fn says(&self, text: Text<'_>, waits: &'static str) -> Vec<String> {
        let mut says: Vec<String> = self.why.iter().map(|why| text.say(why)).collect();
        says.push(text.get(waits));
        says.extend(
            self.then
                .map(|amount| text.with("check-hold-then", &[("amount", text.money(amount).into())])),
        );
        says
    }

    /// What to do.
    pub(crate) fn to_do(&self, text: Text<'_>) -> Option<AnyView> {
        to_do(text, &self.to_do)
    }
}

/// What to do, and where; nothing where there is nothing.
pub(crate) fn to_do(text: Text<'_>, steps: &[Phrase]) -> Option<AnyView> {
    if steps.is_empty() {
        return None;
    }
    let steps = steps.iter().map(|step| view! { <p>{text.say(step)}</p> });
    Some(
        view! { <div class="ifthen"><p class="strong">{text.get("check-to-do")}</p>{steps.collect_view()}</div> }
            .into_any(),
    )
}
