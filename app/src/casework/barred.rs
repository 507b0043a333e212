//! The page of a case of an officer's own people: that it is there, why it is not theirs, and with whom it is. Nothing
//! of what it holds, not even whose it is.

use leptos::prelude::*;

use super::grouped;
use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::facts::{Fact, facts};
use crate::components::notice::{Kind, notice};
use crate::frame::{Page, Section};
use crate::text::{Name, Phrase, Text};

/// What may be said of the case.
#[derive(Clone, Debug)]
pub struct Barred {
    /// Its reference, ungrouped.
    pub reference: String,
    /// What is applied for.
    pub service: Phrase,
    /// The stage it is in.
    pub stage: Phrase,
    /// The office that has it.
    pub office: Name,
    /// Why the reader does not work on it.
    pub why: Phrase,
    /// With whom it is, or who takes it.
    pub goes: Phrase,
}

/// The page.
pub fn page(text: Text<'_>, case: &Barred) -> Page {
    let number = grouped(&case.reference);
    let title = text.with(
        "casework-barred-title",
        &[
            ("number", number.clone().into()),
            ("service", text.say(&case.service).into()),
        ],
    );
    let line = |name: &str, value: AnyView| Fact {
        name: text.get(name),
        value,
        source: None,
        change: None,
    };
    let lines = vec![
        line(
            "casework-reference",
            view! { <span class="nowrap number" translate="no">{number}</span> }.into_any(),
        ),
        line("casework-service", text.say(&case.service).into_any()),
        line("casework-stage", text.say(&case.stage).into_any()),
        line(
            "casework-barred-office",
            case.office.shown(text.language()).0.to_owned().into_any(),
        ),
    ];
    let says = view! {
        <p>{text.say(&case.why)}</p>
        <p>{text.say(&case.goes)}</p>
    };
    let body = view! {
        {back_link(text.get("frame-queue"), "/office")}
        <h1>{text.get("casework-barred")}</h1>
        {notice(Kind::Wait, text.get("casework-barred-notice"), says)}
        {facts(lines)}
        {actions::row(vec![actions::go(Look::Main, text.get("casework-barred-back"), "/office".to_owned())])}
    };
    Page::new(title, body).in_section(Section::Queue).flowing()
}
