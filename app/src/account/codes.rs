//! New recovery codes, shown until they are said to be kept: as text, to print, copy or save as a file.

use leptos::prelude::*;

use super::entries::{Acts, Entries, field};
use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::form::{self, Hidden};
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::components::text_field::Autocomplete;
use crate::frame::{Page, Section};
use crate::text::Text;

/// The page of new codes.
#[derive(Clone, Debug)]
pub struct Codes {
    /// The name one signs in with, to be written on the same paper.
    pub name: String,
    /// The codes in groups.
    pub codes: Vec<String>,
    /// Where the page posts to when they are kept.
    pub action: String,
    /// The codes as a file.
    pub file: String,
    /// Unseen fields: where to go afterwards.
    pub hidden: Hidden,
    /// Whether an account was just made with them.
    pub just_made: bool,
}

/// The page.
pub fn page(text: Text<'_>, model: &Codes) -> Page {
    let made = model.just_made.then(|| {
        notice(
            Kind::Ok,
            text.get("account-made"),
            view! { <p>{text.with("account-made-says", &[("name", model.name.clone().into())])}</p> },
        )
    });
    let codes = model.codes.iter().map(|code| view! { <li>{code.clone()}</li> });
    let keep = actions::row(vec![actions::submit(Look::Main, text.get("account-codes-kept"))]);
    let body = view! {
        <div class="page-head">
            {made}
            <h1>{heading::words(text.phrases("account-codes-title", &[]))}</h1>
            <p class="lead">{text.get("account-codes-lead")}</p>
        </div>
        <div class="flow">
            <ol class="codes" role="list">{codes.collect_view()}</ol>
            <p class="hint">{text.get("account-codes-hint")}</p>
            <p><a href=model.file.clone()>{text.get("account-codes-file")}</a></p>
            {form::post(&model.action, model.hidden.clone(), keep)}
        </div>
    };
    Page::new(text.get("account-codes-title"), body).in_section(Section::Account)
}

/// The codes as a file of text, for those who keep such things on a computer or have them read aloud.
pub fn file(text: Text<'_>, model: &Codes) -> String {
    let mut lines = vec![
        text.with("account-codes-file-title", &[("name", model.name.clone().into())]),
        String::new(),
    ];
    lines.extend(model.codes.iter().cloned());
    lines.push(String::new());
    lines.push(text.get("account-codes-hint"));
    // Windows editors and screen readers of old want both characters.
    lines.join("\r\n") + "\r\n"
}

/// The page that asks for the password before the old codes end.
pub fn ask(text: Text<'_>, entries: &Entries) -> Page {
    let fields = vec![entries.password(
        text,
        field::PASSWORD,
        text.get("account-old-password"),
        text.get("account-password-hint"),
        Autocomplete::CurrentPassword,
    )];
    let acts = Acts {
        act: text.get("account-new-codes-act"),
        password: true,
        leave: None,
    };
    let body = view! {
        {back_link(text.get("account-back"), "/account")}
        {entries.summary(text, &[field::PASSWORD])}
        <div class="page-head">
            <h1>{heading::words(text.phrases("account-new-codes-title", &[]))}</h1>
            <p class="lead">{text.get("account-new-codes-lead")}</p>
        </div>
        {entries.form(text, "/account/codes/new", fields, acts)}
    };
    Page::new(text.get("account-new-codes-title"), body)
        .in_section(Section::Account)
        .with_problems(entries.wrong())
}
