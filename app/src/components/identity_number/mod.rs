//! A resident ID or certificate number for the person himself to check: set apart in groups by style,
//! so that what is copied has no spaces. Everybody else sees it
//! [masked](crate::text::masked_identity_number).

#[cfg(any(test, debug_assertions))]
pub mod examples;
#[cfg(test)]
mod tests;

use leptos::prelude::*;

use crate::text::groups_of_identity_number;

/// The number in groups.
pub fn identity_number(number: &str) -> AnyView {
    let groups = groups_of_identity_number(number)
        .into_iter()
        .map(|group| view! { <span>{group.to_owned()}</span> });
    view! { <span class="digits">{groups.collect_view()}</span> }.into_any()
}
