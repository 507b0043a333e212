//! What must be put right, at the top of a page that came back.
//!
//! `role="group"` with a name and a description is what a real screen reader speaks once and in order;
//! `role="alert"` together with focus is spoken in pieces and in random order.

#[cfg(any(test, debug_assertions))]
pub mod examples;
#[cfg(test)]
mod tests;

use leptos::prelude::*;

use crate::text::Text;

/// One thing to put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The id of the input to go to: of a group, its first.
    pub input: String,
    /// The same words as at the input.
    pub message: String,
}

/// The summary; nothing where nothing is wrong.
pub fn error_summary(text: Text<'_>, wrong: Vec<Wrong>) -> Option<AnyView> {
    if wrong.is_empty() {
        return None;
    }
    let title = text.with("question-wrong-count", &[("count", wrong.len().into())]);
    let links = wrong
        .into_iter()
        .map(|wrong| view! { <li><a href=format!("#{}", wrong.input)>{wrong.message}</a></li> });
    Some(
        view! {
            <div
                class="error-summary"
                id="errors"
                role="group"
                tabindex="-1"
                aria-labelledby="errors-title"
                aria-describedby="errors-list"
            >
                <h2 id="errors-title">{title}</h2>
                <ul class="link-list" id="errors-list" role="list">{links.collect_view()}</ul>
            </div>
        }
        .into_any(),
    )
}
