//! The conditions of a rule, one by one: met, not met, not known yet.

#[cfg(any(test, debug_assertions))]
pub mod examples;
#[cfg(test)]
mod tests;

use leptos::prelude::*;

use super::actions;
use super::tag::{Tone, tag};

/// One condition.
pub struct Condition {
    /// Whether it is met.
    pub tone: Tone,
    /// The same in words.
    pub state: String,
    /// The condition, or why it decides.
    pub says: String,
    /// Whose answer, which document.
    pub basis: Option<String>,
    /// Where the missing answer can be given: words and address.
    pub ask: Option<(String, String)>,
}

/// The list.
pub fn conditions(conditions: Vec<Condition>) -> AnyView {
    let lines = conditions.into_iter().map(|condition| {
        let basis = condition.basis.map(|basis| view! { <p class="basis">{basis}</p> });
        let ask = condition.ask.map(|(words, href)| {
            let label = actions::about(&words, &condition.says);
            view! { <p><a href=href aria-label=label>{words}</a></p> }
        });
        view! { <li>{tag(condition.tone, condition.state)}<p>{condition.says}</p>{basis}{ask}</li> }
    });
    view! { <ul class="conditions" role="list">{lines.collect_view()}</ul> }.into_any()
}
