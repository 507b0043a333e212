//! After signing out.

use leptos::prelude::*;

use crate::components::actions::{self, Look};
use crate::components::heading;
use crate::frame::Page;
use crate::text::Text;

/// The page of somebody without an account who has left: how they come back.
pub fn guest(text: Text<'_>) -> Page {
    let body = view! {
        <h1>{heading::words(text.phrases("account-left-title", &[]))}</h1>
        <p class="lead">{text.get("account-left-lead")}</p>
        <h2>{text.get("account-left-back")}</h2>
        <ul class="link-list" role="list">
            <li><a href="/apply/resume">{text.get("by-code-draft-go")}</a></li>
            <li><a href="/cases/open">{text.get("by-code-case-go")}</a></li>
        </ul>
        <p>{text.get("account-left-close")}</p>
        {actions::row(vec![actions::link(text.get("errors-home"), "/")])}
    };
    Page::new(text.get("account-left-title"), body).flowing()
}

/// The page; `sign_in` is where one signs in again, as oneself or at work.
pub fn page(text: Text<'_>, sign_in: &str) -> Page {
    let title = if sign_in.starts_with("/office") {
        "account-signed-out-work-title"
    } else {
        "account-signed-out-title"
    };
    let acts = vec![
        actions::go(Look::Main, text.get("account-sign-in-again"), sign_in),
        actions::link(text.get("errors-home"), "/"),
    ];
    let body = view! {
        <div class="page-head">
            <h1>{heading::words(text.phrases(title, &[]))}</h1>
            <p class="lead">{text.get("account-signed-out-lead")}</p>
        </div>
        {actions::row(acts)}
    };
    Page::new(text.get(title), body)
}
