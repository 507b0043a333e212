//! What can be done here: buttons, the main one first, then the way out.

#[cfg(any(test, debug_assertions))]
pub mod examples;
#[cfg(test)]
mod tests;

use leptos::prelude::*;

/// How much a button stands out. One `Main` or `Start` a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The one act of a page.
    Main,
    /// The one act of a page with a hero.
    Start,
    /// Another way.
    Second,
    /// Takes something away.
    Danger,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Self::Main => "button",
            Self::Start => "button button-start",
            Self::Second => "button button-second",
            Self::Danger => "button button-danger",
        }
    }
}

/// Sends the form. The words say the act: 提交申请, never 确定.
pub fn submit(look: Look, words: String) -> AnyView {
    view! { <button class=look.class() type="submit">{words}</button> }.into_any()
}

/// Sends the form with a value of its own, where a form has two ways on.
pub fn submit_as(look: Look, words: String, name: &'static str, value: &'static str) -> AnyView {
    view! { <button class=look.class() type="submit" name=name value=value>{words}</button> }.into_any()
}

/// Goes somewhere; changes nothing.
pub fn go(look: Look, words: String, href: impl Into<String>) -> AnyView {
    let href: String = href.into();
    view! { <a class=look.class() href=href>{words}</a> }.into_any()
}

/// A way out beside the act.
pub fn link(words: String, href: impl Into<String>) -> AnyView {
    let href: String = href.into();
    view! { <a href=href>{words}</a> }.into_any()
}

/// What is heard of a button or link whose visible words are the same in every row: the words, then what they are
/// about. As its label and in one piece; a part that is only for the ear is a line of its own to who listens by lines.
pub fn about(words: &str, what: &str) -> String {
    format!("{words} {what}")
}

/// The row of them.
pub fn row(acts: Vec<AnyView>) -> AnyView {
    view! { <div class="actions">{acts}</div> }.into_any()
}
