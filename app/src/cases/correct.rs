//! What was answered, as the office has it, with a way to correct each answer before the decision.

use leptos::prelude::*;

use super::Act;
use crate::apply::Line;
use crate::components::facts::facts;
use crate::components::heading;
use crate::frame::Page;
use crate::text::Text;

/// What the page shows. Nothing is posted here: each answer leads to its question.
#[derive(Clone, Debug)]
pub struct Correct {
    /// The case.
    pub act: Act,
    /// The answers.
    pub lines: Vec<Line>,
}

/// The page.
pub fn page(text: Text<'_>, model: &Correct) -> Page {
    let lines = model.lines.iter().map(|line| line.fact(text)).collect();
    let matter = view! {
        <div class="flow measure-wide">
            <p class="lead">{text.get("cases-correct-lead")}</p>
            {facts(lines)}
            <p>{text.get("cases-correct-says")}</p>
            <p>{text.get("cases-correct-other")}</p>
        </div>
    };
    let head = view! { <h1>{heading::words(text.phrases("cases-correct-title", &[]))}</h1> };
    model.act.page(
        text,
        text.get("cases-correct-title"),
        head.into_any(),
        matter.into_any(),
    )
}
