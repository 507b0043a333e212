//! The way back, first in `main`.

#[cfg(any(test, debug_assertions))]
pub mod examples;

use leptos::prelude::*;

/// A link back; the words say to what.
pub fn back_link(words: String, href: impl Into<String>) -> AnyView {
    let href: String = href.into();
    view! { <a class="back" href=href>{words}</a> }.into_any()
}
