//! The second step: a one-time code.

use leptos::prelude::*;

use crate::account::entries::{Acts, Entries, field};
use crate::components::details::more;
use crate::components::field::Title;
use crate::components::heading;
use crate::components::text_field::{Autocomplete, Entry, Width};
use crate::frame::Page;
use crate::text::Text;

/// The page; `name` is who is signing in.
pub fn page(text: Text<'_>, entries: &Entries, name: &str) -> Page {
    // Recovery codes have letters: no keyboard of digits only.
    let code = (Width::Identity, Entry::Text, Autocomplete::OneTimeCode);
    let fields = vec![entries.line(
        text,
        field::CODE,
        Title::Label(text.get("staff-code")),
        Some(text.with("staff-code-hint", &[("name", name.into())])),
        code,
    )];
    let acts = Acts {
        act: text.get("account-sign-in"),
        password: false,
        leave: Some((text.get("staff-other-name"), "/office/sign-in".to_owned())),
    };
    let none = view! {
        <ul>
            <li>{text.get("staff-no-code-recovery")}</li>
            <li>{text.get("staff-no-code-administrator")}</li>
        </ul>
        <p>{text.get("account-no-tests")}</p>
    };
    let body = view! {
        {entries.summary(text, &[field::CODE])}
        <div class="page-head">
            <p class="caption">{text.with("staff-step", &[("at", 2.into()), ("of", 2.into())])}</p>
            <h1>{heading::words(text.phrases("staff-code-title", &[]))}</h1>
            <p class="lead">{text.get("staff-code-lead")}</p>
        </div>
        <div class="flow">
            {entries.form(text, "/office/sign-in/code", fields, acts)}
            {more(text.get("staff-no-code"), none)}
        </div>
    };
    Page::new(text.get("staff-code-title"), body).with_problems(entries.wrong())
}
