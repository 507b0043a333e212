//! What somebody wrote in their own words: an officer's reason, a person's account.

#[cfg(any(test, debug_assertions))]
pub mod examples;
#[cfg(test)]
mod tests;

use crate::text::{Language, Text};
use leptos::prelude::*;
use zhida::person::is_chinese;

/// The words with their lines kept, beside a bar that sets them off from the portal's own.
pub fn said(text: Text<'_>, words: &str) -> AnyView {
    view! { <p class="said" lang=language(text, words)>{words.to_owned()}</p> }.into_any()
}

/// The language to mark people's words with: Chinese where the page is in another, so that they are read in a
/// Chinese voice (WCAG 3.1.2). Latin letters alone tell no language and stay unmarked.
pub fn language(text: Text<'_>, words: &str) -> Option<&'static str> {
    let foreign = text.language() != Language::ZhCn && words.chars().any(is_chinese);
    foreign.then(|| Language::ZhCn.code())
}
