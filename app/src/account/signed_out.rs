//! After signing out.

use leptos::prelude::*;

use crate::components::actions::{self, Look};
use crate::components::heading;
use crate::frame::Page;
use crate::text::Text;

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
