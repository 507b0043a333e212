//! Asking that a link code is sent to the mobile number in the register.

use leptos::prelude::*;

use super::entries::{Acts, Entries};
use crate::components::back_link::back_link;
use crate::components::field::Title;
use crate::components::heading;
use crate::components::text_field::{Autocomplete, Entry, Width};
use crate::frame::{Page, Section};
use crate::question::Problem;
use crate::text::{Phrase, Text};

/// The page.
pub const PAGE: &str = "/account/link/send";
/// The name of the person's name.
pub const PERSON: &str = "person";
/// The name of the resident ID number.
pub const NUMBER: &str = "number";

/// That it is no name.
pub fn wrong_person() -> Problem {
    problem(PERSON, "account-code-person-wrong")
}

/// That it is no number.
pub fn wrong_number() -> Problem {
    problem(NUMBER, "account-code-number-wrong")
}

/// That it was asked for too often today.
pub fn too_often() -> Problem {
    problem(NUMBER, "account-code-too-often")
}

fn problem(field: &str, message: &str) -> Problem {
    Problem {
        field: field.to_owned(),
        message: Phrase::new(message),
    }
}

/// The page.
pub fn page(text: Text<'_>, entries: &Entries) -> Page {
    let line = (Width::Identity, Entry::Text, Autocomplete::Off);
    let fields = vec![
        entries.line(text, PERSON, Title::Label(text.get("account-code-person")), None, line),
        entries.line(text, NUMBER, Title::Label(text.get("account-code-number")), None, line),
    ];
    let acts = Acts {
        act: text.get("account-code-act"),
        password: false,
        leave: None,
    };
    let body = view! {
        {back_link(text.get("account-link-title"), "/account/link")}
        {entries.summary(text, &[PERSON, NUMBER])}
        <div class="page-head">
            <h1>{heading::words(text.phrases("account-code-title", &[]))}</h1>
            <p class="lead">{text.get("account-code-lead")}</p>
        </div>
        {entries.form(text, PAGE, fields, acts)}
    };
    Page::new(text.get("account-code-title"), body)
        .in_section(Section::Account)
        .with_problems(entries.wrong())
}
