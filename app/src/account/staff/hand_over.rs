//! Handing over a code to somebody at the window: a link code for a person whose documents were seen, or a one-time
//! code for somebody who cannot get back into an account.

use leptos::prelude::*;
use zhida::calendar::Date;

use crate::account::entries::{Acts, Entries, field};
use crate::components::back_link::back_link;
use crate::components::field::{Asked, Title};
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::components::radios::{Choice, Radios};
use crate::components::reference::reference;
use crate::components::text_field::{Autocomplete, Entry, Width};
use crate::frame::Page;
use crate::text::Text;

/// The names of the fields besides those of [`field`].
pub mod names {
    /// The resident ID number of the person.
    pub const NUMBER: &str = "number";
    /// The person's name.
    pub const PERSON: &str = "person";
    /// How a link code gets to the person.
    pub const HOW: &str = "how";
    /// The value of [`HOW`]: shown here and handed over.
    pub const HERE: &str = "here";
    /// The value of [`HOW`]: to the mobile number in the register.
    pub const NUMBER_OF_REGISTER: &str = "number";
    /// The value of [`HOW`]: in a letter to the address that an office recorded.
    pub const LETTER: &str = "letter";
}

/// What is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A link code.
    Link,
    /// A one-time code.
    OneTime,
}

/// A code that was just made. It is shown once.
#[derive(Clone, Debug)]
pub struct Made {
    /// What it is.
    pub what: What,
    /// The code in groups.
    pub code: String,
    /// For whom: the person's name, or the name of the account.
    pub name: String,
    /// The last day on which it works.
    pub until: Date,
}

/// The page that asks for whom.
pub fn page(text: Text<'_>, what: What, entries: &Entries) -> Page {
    let (title, lead) = match what {
        What::Link => ("staff-link-title", text.get("staff-link-lead")),
        What::OneTime => ("staff-one-time-title", text.get("staff-one-time-lead")),
    };
    let line = (Width::Identity, Entry::Text, Autocomplete::Off);
    let fields = match what {
        What::Link => vec![
            entries.line(
                text,
                names::PERSON,
                Title::Label(text.get("staff-link-person")),
                None,
                line,
            ),
            entries.line(
                text,
                names::NUMBER,
                Title::Label(text.get("staff-link-number")),
                None,
                line,
            ),
            how(text, entries),
        ],
        What::OneTime => vec![
            entries.line(
                text,
                field::NAME,
                Title::Label(text.get("account-name")),
                Some(text.get("staff-one-time-hint")),
                line,
            ),
            entries.line(
                text,
                names::NUMBER,
                Title::Label(text.get("staff-link-number")),
                None,
                line,
            ),
        ],
    };
    let (summary, action): (&[&str], &str) = match what {
        What::Link => (&[names::PERSON, names::NUMBER, names::HOW], "/office/codes/link"),
        What::OneTime => (&[field::NAME, names::NUMBER], "/office/codes/one-time"),
    };
    let acts = Acts {
        act: text.get("staff-hand-over"),
        password: false,
        leave: None,
    };
    let body = view! {
        {back_link(text.get("staff-back"), "/office/account")}
        {entries.summary(text, summary)}
        <div class="page-head">
            <h1>{heading::words(text.phrases(title, &[]))}</h1>
            <p class="lead">{lead}</p>
        </div>
        {entries.form(text, action, fields, acts)}
    };
    Page::new(text.get(title), body).with_problems(entries.wrong())
}

/// How the code gets to the person.
fn how(text: Text<'_>, entries: &Entries) -> AnyView {
    let problem = entries.problems.iter().find(|problem| problem.field == names::HOW);
    let typed = entries.typed.iter().rev().find(|(name, _)| name == names::HOW);
    let choices = [
        (names::HERE, text.get("staff-link-here")),
        (names::NUMBER_OF_REGISTER, text.get("staff-link-by-number")),
        (names::LETTER, text.get("staff-link-by-letter")),
    ];
    Radios {
        asked: Asked {
            id: names::HOW.to_owned(),
            name: names::HOW.to_owned(),
            title: Title::Label(text.get("staff-link-how")),
            hint: None,
            error: problem.map(|problem| text.say(&problem.message)),
            optional: false,
        },
        choices: choices.map(|(value, words)| Choice::new(value, words)).into(),
        unknown: false,
        chosen: Some(typed.map_or(names::HERE, |(_, value)| value).to_owned()),
        columns: false,
    }
    .view(text)
}

/// The page that says that a link code is on its way: to a number, masked, or in a letter.
pub fn sent(text: Text<'_>, name: &str, to: Option<&str>) -> Page {
    let says = match to {
        Some(to) => text.with("staff-link-sent-number", &[("to", to.to_owned().into())]),
        None => text.get("staff-link-sent-letter"),
    };
    let body = view! {
        {back_link(text.get("staff-back"), "/office/account")}
        <div class="page-head">
            <h1>{heading::words(text.phrases("staff-link-sent", &[]))}</h1>
            <p class="lead">{name.to_owned()}</p>
        </div>
        <p>{says}</p>
    };
    Page::new(text.get("staff-link-sent"), body)
}

/// The page with the code, to be read out or printed.
pub fn made(text: Text<'_>, made: &Made) -> Page {
    let (title, says, of) = match made.what {
        What::Link => (
            "staff-link-made",
            text.get("staff-link-made-says"),
            text.get("staff-link-person"),
        ),
        What::OneTime => (
            "staff-one-time-made",
            text.get("staff-one-time-made-says"),
            text.get("account-name"),
        ),
    };
    let until = text.with("staff-code-until", &[("day", text.date(made.until).into())]);
    let body = view! {
        {back_link(text.get("staff-back"), "/office/account")}
        <div class="page-head">
            <h1>{heading::words(text.phrases(title, &[]))}</h1>
        </div>
        <div class="flow">
            {reference(text.get("staff-code-to-give"), made.code.clone(), (of, made.name.clone()))}
            <p>{until}</p>
            {notice(Kind::Info, text.get("staff-code-once"), view! { <p>{says}</p> })}
        </div>
    };
    Page::new(text.get(title), body)
}
