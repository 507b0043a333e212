//! Getting back in without mail or message: by a recovery code, or a one-time code from an office.

use leptos::prelude::*;

use super::entries::{Acts, Entries, field};
use crate::components::back_link::back_link;
use crate::components::details::more;
use crate::components::field::Title;
use crate::components::heading;
use crate::components::text_field::{Autocomplete, Entry, Width};
use crate::frame::{HOTLINE, Page, Section};
use crate::text::Text;

/// The page.
pub fn page(text: Text<'_>, entries: &Entries) -> Page {
    let name = (Width::Full, Entry::Text, Autocomplete::Username);
    let code = (Width::Identity, Entry::Text, Autocomplete::OneTimeCode);
    let fields = vec![
        entries.line(text, field::NAME, Title::Label(text.get("account-name")), None, name),
        entries.line(
            text,
            field::CODE,
            Title::Label(text.get("account-code")),
            Some(text.get("account-code-hint")),
            code,
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
        act: text.get("account-recover"),
        password: true,
        leave: None,
    };
    let call = text.with("home-call", &[("number", HOTLINE.into())]);
    let none = view! {
        <p>{text.get("account-no-code-window")}</p>
        <p>{text.get("account-no-code-visit")}</p>
        <p><a href=format!("tel:{HOTLINE}")>{call}</a></p>
        <p>{text.get("account-no-tests")}</p>
    };
    let body = view! {
        {back_link(text.get("account-back-to-sign-in"), "/account/sign-in")}
        {entries.summary(text, &[field::NAME, field::CODE, field::NEW_PASSWORD])}
        <div class="page-head">
            <h1>{heading::words(text.phrases("account-recover-title", &[]))}</h1>
            <p class="lead">{text.get("account-recover-lead")}</p>
        </div>
        <div class="flow">
            {entries.form(text, "/account/recover", fields, acts)}
            {more(text.get("account-no-code"), none)}
        </div>
    };
    Page::new(text.get("account-recover-title"), body)
        .in_section(Section::Account)
        .with_problems(entries.wrong())
}
