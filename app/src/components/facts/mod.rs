//! Names and values, with where each came from and a way to change it.

#[cfg(any(test, debug_assertions))]
pub mod examples;
#[cfg(test)]
mod tests;

use leptos::prelude::*;

use super::actions::about;

/// One line.
pub struct Fact {
    /// Such as 姓名.
    pub name: String,
    /// The value.
    pub value: AnyView,
    /// Whose answer, or which register.
    pub source: Option<String>,
    /// The way to change it.
    pub change: Option<Change>,
}

/// A way to change a fact: its words (更改, 这不对) are followed by the fact's name for the ear.
pub struct Change {
    /// 更改, or 这不对 for a value from a register.
    pub words: String,
    /// The page that asks for it.
    pub href: String,
}

/// The list.
pub fn facts(facts: Vec<Fact>) -> AnyView {
    let lines = facts.into_iter().map(|fact| {
        let source = fact.source.map(|source| view! { <span class="source">{source}</span> });
        let Some(Change { words, href }) = fact.change else {
            return view! { <div><dt>{fact.name}</dt><dd>{fact.value}{source}</dd></div> }.into_any();
        };
        let label = about(&words, &fact.name);
        // One `dd`: a second would be counted to the ear as a second value.
        view! {
            <div>
                <dt>{fact.name}</dt>
                <dd class="facts-changing">
                    <div>{fact.value}{source}</div>
                    <p class="facts-act"><a href=href aria-label=label>{words}</a></p>
                </dd>
            </div>
        }
        .into_any()
    });
    view! { <dl class="facts">{lines.collect_view()}</dl> }.into_any()
}
