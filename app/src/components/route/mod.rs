//! The line: the stops a thing goes through, from the reader's home to the end.

#[cfg(any(test, debug_assertions))]
pub mod examples;
#[cfg(test)]
mod tests;

use leptos::prelude::*;

use crate::text::Text;

/// How far a stop is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Behind.
    Done,
    /// Here.
    Now,
    /// Ahead.
    Next,
    /// On a page that explains the way to somebody who has not set out: no state is said.
    Planned,
}

/// One stop.
#[derive(Clone, Debug)]
pub struct Stop {
    /// How far it is.
    pub state: State,
    /// What happens there.
    pub name: String,
    /// By when.
    pub when: Option<String>,
    /// What else is to be said.
    pub body: Option<String>,
}

/// The line; `flat` lies down where there is room.
pub fn route(text: Text<'_>, stops: Vec<Stop>, flat: bool) -> AnyView {
    let class = if flat { "route route-flat" } else { "route" };
    let stops = stops.into_iter().map(|stop| {
        let (class, state) = match stop.state {
            State::Done => ("stop-done", Some(text.get("parts-done"))),
            State::Now => ("stop-now", Some(text.get("parts-now"))),
            State::Next => ("stop-next", Some(text.get("parts-next"))),
            State::Planned => ("stop-next", None),
        };
        let current = (stop.state == State::Now).then_some("step");
        let state = state.map(|words| view! { <p class="stop-when stop-state">{words}</p> });
        let when = stop.when.map(|when| view! { <p class="stop-when">{when}</p> });
        let body = stop.body.map(|body| view! { <p class="stop-body">{body}</p> });
        view! { <li class=class aria-current=current><p class="stop-name">{stop.name}</p>{state}{when}{body}</li> }
    });
    view! { <ol class=class role="list">{stops.collect_view()}</ol> }.into_any()
}
