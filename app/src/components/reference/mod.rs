//! The number under which something is asked about.

#[cfg(any(test, debug_assertions))]
pub mod examples;

use leptos::prelude::*;

/// The panel: what the number is called, the number in groups, and what it stands for.
pub fn reference(name: String, number: String, of: (String, String)) -> AnyView {
    view! {
        <dl class="reference">
            <dt class="reference-name">{name}</dt>
            <dd class="reference-number" translate="no">{number}</dd>
            <dt class="only-heard">{of.0}</dt>
            <dd>{of.1}</dd>
        </dl>
    }
    .into_any()
}
