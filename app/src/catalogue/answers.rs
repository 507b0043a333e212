//! What was answered in an eligibility check, each answer with the way to change it.

use leptos::prelude::*;

use crate::apply::Line;
use crate::components::back_link::back_link;
use crate::components::facts::facts;
use crate::components::heading;
use crate::frame::{Page, Section};
use crate::text::Text;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Answers {
    /// The result.
    pub result: String,
    /// The answers, in the order of asking.
    pub lines: Vec<Line>,
}

/// The page.
pub fn page(text: Text<'_>, model: &Answers) -> Page {
    let lines = model.lines.iter().map(|line| line.fact(text)).collect();
    let body = view! {
        {back_link(text.get("check-back"), model.result.clone())}
        <div class="page-head">
            <h1>{heading::words(text.phrases("check-your-answers", &[]))}</h1>
            <p class="lead">{text.get("check-your-answers-says")}</p>
        </div>
        <div class="flow measure-wide">{facts(lines)}</div>
    };
    Page::new(text.get("check-your-answers"), body).in_section(Section::Check)
}
