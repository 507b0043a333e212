//! The first step: name and password.

use leptos::prelude::*;

use crate::account::entries::{Acts, Entries, field};
use crate::account::sign_in::{Why, because};
use crate::components::field::Title;
use crate::components::heading;
use crate::components::text_field::{Autocomplete, Entry, Width};
use crate::frame::Page;
use crate::text::Text;

/// The page.
pub fn page(text: Text<'_>, entries: &Entries, why: Option<Why>) -> Page {
    let name = (Width::Identity, Entry::Text, Autocomplete::Username);
    let fields = vec![
        entries.line(text, field::NAME, Title::Label(text.get("staff-name")), None, name),
        entries.password(
            text,
            field::PASSWORD,
            text.get("account-password"),
            text.get("account-password-hint"),
            Autocomplete::CurrentPassword,
        ),
    ];
    let acts = Acts {
        act: text.get("question-continue"),
        password: true,
        leave: Some((text.get("staff-to-residents"), "/account/sign-in".to_owned())),
    };
    let body = view! {
        {entries.summary(text, &[field::NAME, field::PASSWORD])}
        <div class="page-head">
            <p class="caption">{text.with("staff-step", &[("at", 1.into()), ("of", 2.into())])}</p>
            <h1>{heading::words(text.phrases("staff-sign-in-title", &[]))}</h1>
            {why.map(|why| because(text, why))}
        </div>
        <div class="flow">
            {entries.form(text, "/office/sign-in", fields, acts)}
            <p class="hint">{text.get("staff-forgot")}</p>
            <p class="hint measure">{text.get("staff-session-lasts")}</p>
        </div>
    };
    Page::new(text.get("staff-sign-in-title"), body).with_problems(entries.wrong())
}
