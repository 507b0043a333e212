//! A resident ID, certificate or account number for the person himself to check: set apart in groups by style,
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
    digits(groups_of_identity_number(number).into_iter().map(str::to_owned))
}

/// The number of a card or account, in fours as it is printed on cards.
pub fn account_number(number: &str) -> AnyView {
    let signs: Vec<char> = number.chars().collect();
    digits(signs.chunks(4).map(|four| four.iter().collect()))
}

fn digits(groups: impl Iterator<Item = String>) -> AnyView {
    let groups = groups.map(|group| view! { <span>{group}</span> });
    view! { <span class="digits">{groups.collect_view()}</span> }.into_any()
}
