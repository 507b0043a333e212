//! The first time: the authenticator is set up, by a picture for cameras or by copying text.

use leptos::prelude::*;

use crate::account::Qr;
use crate::account::entries::{Acts, Entries, field};
use crate::components::facts::{Fact, facts};
use crate::components::field::Title;
use crate::components::heading;
use crate::components::text_field::{Autocomplete, Entry, Width};
use crate::frame::Page;
use crate::text::Text;

/// The page that sets up one-time codes.
#[derive(Clone, Debug)]
pub struct SetUp {
    /// What was typed.
    pub entries: Entries,
    /// The name in the authenticator.
    pub name: String,
    /// The secret in Base32, without gaps.
    pub secret: String,
    /// The same as an address that authenticators open (`otpauth:`).
    pub address: String,
    /// The same for cameras.
    pub qr: Qr,
}

/// The page.
pub fn page(text: Text<'_>, model: &SetUp) -> Page {
    let entries = &model.entries;
    let code = (Width::Code, Entry::Digits, Autocomplete::OneTimeCode);
    let fields = vec![entries.line(
        text,
        field::CODE,
        Title::Label(text.get("staff-code")),
        Some(text.get("staff-set-up-code-hint")),
        code,
    )];
    let acts = Acts {
        act: text.get("staff-set-up-act"),
        password: false,
        leave: None,
    };
    let body = view! {
        {entries.summary(text, &[field::CODE])}
        <div class="page-head">
            <p class="caption">{text.with("staff-step", &[("at", 2.into()), ("of", 2.into())])}</p>
            <h1>{heading::words(text.phrases("staff-set-up-title", &[]))}</h1>
            <p class="lead">{text.get("staff-set-up-lead")}</p>
        </div>
        <div class="flow">
            <h2>{text.get("staff-set-up-copy")}</h2>
            <p>{text.get("staff-set-up-copy-says")}</p>
            {by_hand(text, model)}
            <p><a href=model.address.clone()>{text.get("staff-set-up-open")}</a></p>
            {model.qr.view()}
            <p class="hint">{text.get("staff-set-up-picture")}</p>
            <h2>{text.get("staff-set-up-try")}</h2>
            {entries.form(text, "/office/sign-in/set-up", fields, acts)}
        </div>
    };
    Page::new(text.get("staff-set-up-title"), body).with_problems(entries.wrong())
}

/// What is typed into an authenticator that has no camera.
fn by_hand(text: Text<'_>, model: &SetUp) -> AnyView {
    let fact = |name: String, value: AnyView| Fact {
        name,
        value,
        source: None,
        change: None,
    };
    let characters: Vec<char> = model.secret.chars().collect();
    let groups = characters
        .chunks(4)
        .map(|group| view! { <span>{group.iter().collect::<String>()}</span> })
        .collect_view();
    facts(vec![
        fact(text.get("staff-set-up-name"), model.name.clone().into_any()),
        fact(
            text.get("staff-set-up-secret"),
            view! { <span class="digits">{groups}</span> }.into_any(),
        ),
        fact(
            text.get("staff-set-up-kind"),
            text.get("staff-set-up-kind-says").into_any(),
        ),
    ])
}
