//! The accessibility statement: what is kept to, what was tested and how, and what was not.

use leptos::prelude::*;
use zhida::calendar::Date;

use crate::components::heading;
use crate::frame::{HOTLINE, Page};
use crate::text::Text;

/// What the statement states. The dates come from whoever runs the portal; none is assumed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Statement {
    /// When the automatic tests last ran on this version.
    pub checked_on: Option<Date>,
    /// When disabled people last tested it with their own screen readers and devices.
    pub people_on: Option<Date>,
}

/// The statement.
pub fn accessibility(text: Text<'_>, statement: Statement) -> Page {
    let checked = match statement.checked_on {
        Some(day) => text.with("accessibility-checked", &[("day", text.date(day).into())]),
        None => text.get("accessibility-checked-each"),
    };
    let people = match statement.people_on {
        Some(day) => text.with("accessibility-people", &[("day", text.date(day).into())]),
        None => text.get("accessibility-people-never"),
    };
    let body = view! {
        <h1>{heading::words(text.phrases("accessibility-title", &[]))}</h1>
        <p class="lead">{text.get("accessibility-lead")}</p>

        <h2>{text.get("accessibility-goal")}</h2>
        <p>{text.get("accessibility-goal-says")}</p>
        <ul>
            <li>{text.get("accessibility-goal-script")}</li>
            <li>{text.get("accessibility-goal-contrast")}</li>
            <li>{text.get("accessibility-goal-size")}</li>
            <li>{text.get("accessibility-goal-keyboard")}</li>
            <li>{text.get("accessibility-goal-time")}</li>
            <li>{text.get("accessibility-goal-easy")}</li>
        </ul>

        <h2>{text.get("accessibility-tested")}</h2>
        <p>{checked}</p>
        <ul>
            <li>{text.get("accessibility-tested-structure")}</li>
            <li>{text.get("accessibility-tested-contrast")}</li>
            <li>{text.get("accessibility-tested-words")}</li>
        </ul>

        <h2>{text.get("accessibility-not-tested")}</h2>
        <p>{people}</p>
        <ul>
            <li>{text.get("accessibility-not-readers")}</li>
            <li>{text.get("accessibility-not-standard")}</li>
            <li>{text.get("accessibility-not-sign")}</li>
            <li>{text.get("accessibility-not-easy")}</li>
        </ul>

        <h2>{text.get("accessibility-tell")}</h2>
        <p>{text.get("accessibility-tell-says")}</p>
        <p><a href=format!("tel:{HOTLINE}")>{text.with("home-call", &[("number", HOTLINE.into())])}</a></p>
        <p><a href="/help#window">{text.get("accessibility-tell-window")}</a></p>
    };
    Page::new(text.get("accessibility-title"), body).flowing()
}
