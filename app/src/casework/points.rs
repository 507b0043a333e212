//! How urgent a case is among those that wait, and what makes it so: the same for the office and for the person.

use leptos::prelude::*;

use crate::text::{Phrase, Text};

/// The points of a case.
#[derive(Clone, Debug)]
pub struct Points {
    /// What they come to.
    pub score: i64,
    /// What gives them, with how many.
    pub parts: Vec<(Phrase, i64)>,
}

impl Points {
    /// On the page of the case.
    pub fn section(&self, text: Text<'_>) -> AnyView {
        view! {
            <section class="flow" aria-labelledby="points">
                <h2 id="points">{text.get("cases-points")}</h2>
                <p>{text.get("cases-points-says")}</p>
                <p>{text.with("cases-points-score", &[("score", self.score.into())])}</p>
                {self.parts(text)}
            </section>
        }
        .into_any()
    }

    /// In a cell of a list: one element, since on a card a cell stands beside its name.
    pub(super) fn cell(&self, text: Text<'_>) -> AnyView {
        view! {
            <div>
                <p>{text.with("cases-points-score", &[("score", self.score.into())])}</p>
                {self.parts(text)}
            </div>
        }
        .into_any()
    }

    fn parts(&self, text: Text<'_>) -> Option<AnyView> {
        let parts = self.parts.iter().map(|(part, points)| {
            let words = text.with(
                "cases-points-part",
                &[("part", text.say(part).into()), ("points", (*points).into())],
            );
            view! { <li>{words}</li> }
        });
        let parts: Vec<_> = parts.collect();
        (!parts.is_empty()).then(|| view! { <ul>{parts.collect_view()}</ul> }.into_any())
    }
}
