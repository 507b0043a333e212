//! Choosing another password.

use leptos::prelude::*;

use super::entries::{Acts, Entries, field};
use crate::components::back_link::back_link;
use crate::components::heading;
use crate::components::text_field::Autocomplete;
use crate::frame::{Page, Section};
use crate::text::Text;

/// The page.
pub fn page(text: Text<'_>, entries: &Entries) -> Page {
    let fields = vec![
        entries.password(
            text,
            field::PASSWORD,
            text.get("account-old-password"),
            text.get("account-password-hint"),
            Autocomplete::CurrentPassword,
        ),
        entries.password(
            text,
            field::NEW_PASSWORD,
            text.get("account-new-password"),
            text.get("account-new-password-hint"),
            Autocomplete::NewPassword,
        ),
    ];
    let acts = Acts {
        act: text.get("account-change-password"),
        password: true,
        leave: None,
    };
    let body = view! {
        {back_link(text.get("account-back"), "/account")}
        {entries.summary(text, &[field::PASSWORD, field::NEW_PASSWORD])}
        <div class="page-head">
            <h1>{heading::words(text.phrases("account-password-title", &[]))}</h1>
            <p class="lead">{text.get("account-password-lead")}</p>
        </div>
        {entries.form(text, "/account/password", fields, acts)}
    };
    Page::new(text.get("account-password-title"), body)
        .in_section(Section::Account)
        .with_problems(entries.wrong())
}
