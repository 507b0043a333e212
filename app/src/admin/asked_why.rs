//! People who saw that their file was read and ask why: the list, and one of them with its answer. For auditors.

use leptos::prelude::*;
use zhida::calendar::{Date, Instant};
use zhida::casework::DAYS_TO_SAY_WHY;

use super::audit::Saw;
use crate::casework::{answering, grouped};
use crate::components::back_link::back_link;
use crate::components::facts::{Fact, facts};
use crate::components::form::Hidden;
use crate::components::notice::{Kind, notice};
use crate::components::table_cards::Table;
use crate::frame::{Page, Section};
use crate::question::Problem;
use crate::text::{Name, Text};

/// The list.
pub const LIST: &str = "/office/audit/asked";

/// One line of the list.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// The case, which the auditor does not see.
    pub reference: String,
    /// When it was asked.
    pub asked: Date,
    /// The last day for an answer.
    pub due: Date,
    /// It is past its day.
    pub late: bool,
}

/// The list. `done`: something was just answered.
pub fn list(text: Text<'_>, rows: &[Row], done: bool) -> Page {
    let done = done.then(|| notice(Kind::Ok, text.get("admin-asked-done"), ().into_any()));
    let lines = rows.iter().map(|row| {
        let href = format!("{LIST}/{}", row.id);
        let cells = vec![
            text.date(row.asked).into_any(),
            text.date(row.due).into_any(),
            answering::waits(text, row.late),
        ];
        let reference = view! { <a class="number" href=href translate="no">{grouped(&row.reference)}</a> };
        (reference.into_any(), cells)
    });
    let table = if rows.is_empty() {
        view! { <p>{text.get("admin-asked-none")}</p> }.into_any()
    } else {
        let table = Table {
            caption: text.with("admin-asked-caption", &[("count", rows.len().into())]),
            caption_shown: true,
            heads: vec![
                text.get("casework-reference"),
                text.get("admin-asked-on"),
                text.get("admin-asked-due"),
                text.get("admin-asked-state"),
            ],
            rows: lines.collect(),
        };
        table.view()
    };
    let body = view! {
        {back_link(text.get("admin-audit"), "/office/audit")}
        <div class="page-head">
            <h1>{text.get("admin-asked")}</h1>
            {done}
            <p class="lead">{text.with("admin-asked-lead", &[("days", DAYS_TO_SAY_WHY.into())])}</p>
        </div>
        {table}
    };
    Page::new(text.get("admin-asked"), body)
        .in_section(Section::Audit)
        .flowing()
}

/// One of them. It posts [`answering::ANSWER`].
#[derive(Clone, Debug)]
pub struct One {
    /// As in the list.
    pub row: Row,
    /// When it was read, by whom, of which office, and what was seen; nothing where so much was read since that it is
    /// not among the latest.
    pub seen: Option<(Instant, String, Option<Name>, Saw)>,
    /// What the person says.
    pub words: Option<String>,
    /// The answer, once there is one.
    pub answer: Option<(Instant, String)>,
    /// It was not the reader of this page who read the file.
    pub may_answer: bool,
    /// Unseen fields of the form: the operation id.
    pub hidden: Hidden,
    /// The answer, as typed.
    pub typed: String,
    /// What must be put right.
    pub problems: Vec<Problem>,
}

/// One of them.
pub fn one(text: Text<'_>, model: &One) -> Page {
    let row = &model.row;
    let title = text.with("admin-asked-one", &[("reference", grouped(&row.reference).into())]);
    let fact = |name: &str, value: String| Fact {
        name: text.get(name),
        value: value.into_any(),
        source: None,
        change: None,
    };
    let mut lines = vec![
        fact("admin-asked-on", text.date(row.asked)),
        fact("admin-asked-due", text.date(row.due)),
    ];
    if let Some((at, officer, office, saw)) = &model.seen {
        let (what, reason) = saw.words(text);
        let office = office.as_ref().map(|office| office.shown(text.language()).0.to_owned());
        lines.extend([
            fact("admin-audit-officer", officer.clone()),
            fact("casework-office", office.unwrap_or_default()),
            fact("admin-audit-when", text.moment(*at)),
            fact("admin-audit-what", what),
            fact("admin-audit-why", reason),
        ]);
    }
    let answer = model.answer.as_ref().map(|answer| answering::answered(text, answer));
    let form = answering::Form {
        to: format!("{LIST}/{}", row.id),
        label: "admin-asked-answer",
        hint: "admin-asked-answer-says",
        hidden: &model.hidden,
        typed: &model.typed,
        problems: &model.problems,
    };
    let form = model.answer.is_none().then(|| {
        if model.may_answer {
            form.view(text)
        } else {
            view! { <p>{text.get("admin-asked-own")}</p> }.into_any()
        }
    });
    let body = view! {
        {back_link(text.get("admin-asked"), LIST)}
        {answering::wrong(text, &model.problems)}
        <h1>{title.clone()}</h1>
        {facts(lines)}
        {answering::words(text, model.words.as_deref())}
        {answer}
        {form}
    };
    Page::new(title, body)
        .in_section(Section::Audit)
        .with_problems(!model.problems.is_empty())
        .flowing()
}
