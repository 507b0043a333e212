//! After signing out.

use leptos::prelude::*;

use crate::components::actions::{self, Look};
use crate::components::heading;
use crate::frame::Page;
use crate::text::Text;

/// The page; `sign_in` is where one signs in again.
pub fn page(text: Text<'_>, sign_in: &str) -> Page {
    let acts = vec![
        actions::go(Look::Main, text.get("account-sign-in-again"), sign_in),
        actions::link(text.get("errors-home"), "/"),
    ];
    let body = view! {
        <div class="page-head">
            <h1>{heading::words(text.phrases("account-signed-out-title", &[]))}</h1>
            <p class="lead">{text.get("account-signed-out-lead")}</p>
        </div>
        {actions::row(acts)}
    };
    Page::new(text.get("account-signed-out-title"), body)
}
