//! More, for those who want it.

#[cfg(any(test, debug_assertions))]
pub mod examples;

use leptos::prelude::*;

/// A summary that opens.
pub fn more(summary: String, body: impl IntoAny) -> AnyView {
    let body = body.into_any();
    view! { <details class="more"><summary>{summary}</summary><div class="more-body">{body}</div></details> }.into_any()
}
