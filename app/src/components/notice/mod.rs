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

/// A notice: its title and what follows.
pub fn notice(kind: Kind, title: String, body: impl IntoAny) -> AnyView {
    let class = match kind {
        Kind::Info => "notice",
        Kind::Ok => "notice notice-ok",
        Kind::Wait => "notice notice-wait",
        Kind::Error => "notice notice-error",
    };
    let body = body.into_any();
    view! { <div class=class><p class="notice-title">{title}</p>{body}</div> }.into_any()
}
