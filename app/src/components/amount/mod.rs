//! How much, in large figures.

#[cfg(any(test, debug_assertions))]
pub mod examples;

use leptos::prelude::*;

/// One value.
#[derive(Clone, Debug)]
pub enum Value {
    /// An amount and what it is for, such as 70元 and 每人每月.
    Figure(String, String),
    /// In words.
    Words(String),
}

/// The panel: names and values.
pub fn amount(lines: Vec<(String, Value)>) -> AnyView {
    let lines = lines.into_iter().map(|(name, value)| {
        let value = match value {
            Value::Figure(amount, per) => view! { <dd class="figure">{amount}" "<small>{per}</small></dd> }.into_any(),
            Value::Words(words) => view! { <dd>{words}</dd> }.into_any(),
        };
        view! { <div><dt>{name}</dt>{value}</div> }
    });
    view! { <dl class="amount">{lines.collect_view()}</dl> }.into_any()
}
