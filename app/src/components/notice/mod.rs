//! A panel that means: look here. At most two in sight.

#[cfg(any(test, debug_assertions))]
pub mod examples;

use leptos::prelude::*;

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Good to know.
    Info,
    /// Something is done.
    Ok,
    /// Something waits.
    Wait,
    /// Something went wrong.
    Error,
}

/// The place on a page that says what was just done: the id of the one [`Kind::Ok`] notice there is.
pub const DONE: &str = "done";

impl Kind {
    fn class(self) -> &'static str {
        match self {
            Self::Info => "notice",
            Self::Ok => "notice notice-ok",
            Self::Wait => "notice notice-wait",
            Self::Error => "notice notice-error",
        }
    }
}

/// A notice that is found by headings: one about the whole page, outside of what it belongs to.
pub fn headed(kind: Kind, title: String, body: impl IntoAny) -> AnyView {
    let body = body.into_any();
    view! { <div class=kind.class()><h2 class="notice-title">{title}</h2>{body}</div> }.into_any()
}

/// A notice: its title and what follows.
pub fn notice(kind: Kind, title: String, body: impl IntoAny) -> AnyView {
    let class = kind.class();
    let body = body.into_any();
    if kind == Kind::Ok {
        // Where a form leads after it was sent: whoever listens hears first that it is done.
        return view! {
            <div class=class id=DONE tabindex="-1" role="group" aria-labelledby="done-title">
                <p class="notice-title" id="done-title">
                    {title}
                </p>
                {body}
            </div>
        }
        .into_any();
    }
    view! { <div class=class><p class="notice-title">{title}</p>{body}</div> }.into_any()
}
