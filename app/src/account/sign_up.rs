//! Signing up: a name of one's own choice and a password. No document, no mail, no message, no picture puzzle.

use leptos::prelude::*;

use super::entries::{Acts, Entries, field};
use crate::components::details::more;
use crate::components::field::Title;
use crate::components::heading;
use crate::components::text_field::{Autocomplete, Entry, Width};
use crate::frame::{Page, Section};
use crate::text::Text;

/// The page that signs up.
#[derive(Clone, Debug)]
pub struct SignUp {
    /// What was typed.
    pub entries: Entries,
    /// The page that signs in, which goes on to the same place.
    pub sign_in: String,
}

/// The page.
pub fn page(text: Text<'_>, model: &SignUp) -> Page {
    let entries = &model.entries;
    let name = (Width::Full, Entry::Text, Autocomplete::Username);
    let title = Title::Label(text.get("account-name"));
    let hint = Some(text.get("account-name-hint"));
    let fields = vec![
        entries.line(text, field::NAME, title, hint, name),
        entries.password(
            text,
            field::NEW_PASSWORD,
            text.get("account-new-password"),
            text.get("account-new-password-hint"),
            Autocomplete::NewPassword,
        ),
    ];
    let acts = Acts {
        act: text.get("account-sign-up"),
        password: true,
        leave: Some((text.get("account-to-sign-in"), model.sign_in.clone())),
    };
    let body = view! {
        {entries.summary(text, &[field::NAME, field::NEW_PASSWORD])}
        <div class="page-head">
            <h1>{heading::words(text.phrases("account-sign-up-title", &[]))}</h1>
            <p class="lead">{text.get("account-sign-up-lead")}</p>
        </div>
        <div class="flow">
            {entries.form(text, "/account/sign-up", fields, acts)}
            {more(text.get("account-why-so-little"), view! { <p>{text.get("account-why-so-little-says")}</p> })}
        </div>
    };
    Page::new(text.get("account-sign-up-title"), body)
        .in_section(Section::Account)
        .with_problems(entries.wrong())
}
