//! Linking the account to a person: by a code that an office hands over after seeing the person.

use leptos::prelude::*;

use super::ask_code;
use super::entries::{Acts, Entries, field};
use crate::components::back_link::back_link;
use crate::components::details::more;
use crate::components::field::Title;
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::components::text_field::{Autocomplete, Entry, Width};
use crate::frame::{Page, Section};
use crate::text::Text;

/// The page; `asked` says that a code was asked for just now.
pub fn page(text: Text<'_>, entries: &Entries, asked: bool) -> Page {
    let code = (Width::Identity, Entry::Text, Autocomplete::Off);
    let fields = vec![entries.line(
        text,
        field::CODE,
        Title::Label(text.get("account-link-code")),
        Some(text.get("account-link-code-hint")),
        code,
    )];
    let acts = Acts {
        act: text.get("account-link"),
        password: false,
        leave: None,
    };
    let body = view! {
        {back_link(text.get("account-back"), "/account")}
        {entries.summary(text, &[field::CODE])}
        <div class="page-head">
            <h1>{heading::words(text.phrases("account-link-title", &[]))}</h1>
            {asked.then(|| {
                notice(Kind::Ok, text.get("account-code-asked"), view! { <p>{text.get("account-code-asked-says")}</p> })
            })}
            <p class="lead">{text.get("account-link-lead")}</p>
        </div>
        <div class="flow">
            {entries.form(text, "/account/link", fields, acts)}
            {more(text.get("account-link-none"), view! {
                <p>{text.get("account-link-none-says")}</p>
                <p><a href=ask_code::PAGE>{text.get("account-code-send")}</a></p>
                <p>{text.get("account-link-not-needed")}</p>
            })}
        </div>
    };
    Page::new(text.get("account-link-title"), body)
        .in_section(Section::Account)
        .with_problems(entries.wrong())
}
