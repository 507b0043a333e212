//! What people do not want of what others did in their name: the list, and one of them with its answer. For who
//! supervises.

use leptos::prelude::*;
use zhida::calendar::{Date, Instant};
use zhida::casework::{DAYS_TO_ANSWER_UNWANTED, Deed};

use super::{answering, grouped};
use crate::components::back_link::back_link;
use crate::components::facts::{Fact, facts};
use crate::components::form::Hidden;
use crate::components::notice::{Kind, notice};
use crate::components::table_cards::Table;
use crate::delegation::mirror::deed;
use crate::frame::{Page, Section};
use crate::question::Problem;
use crate::text::{Phrase, Text};

/// The list.
pub const LIST: &str = "/office/unwanted";

/// One line of the list.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// The case.
    pub reference: String,
    /// When it was said.
    pub said: Date,
    /// The last day for an answer.
    pub due: Date,
    /// It is past its day.
    pub late: bool,
}

/// What waits for whoever looks.
#[derive(Clone, Debug)]
pub struct List {
    /// The most urgent first.
    pub rows: Vec<Row>,
    /// How many are of their own people, and another's to answer.
    pub others: usize,
    /// One was just answered.
    pub done: bool,
}

/// The list.
pub fn list(text: Text<'_>, model: &List) -> Page {
    let done = model
        .done
        .then(|| notice(Kind::Ok, text.get("casework-unwanted-done"), ().into_any()));
    let lines = model.rows.iter().map(|row| {
        let href = format!("{LIST}/{}", row.id);
        let cells = vec![
            text.date(row.said).into_any(),
            text.date(row.due).into_any(),
            answering::waits(text, row.late),
        ];
        let reference = view! { <a class="number" href=href translate="no">{grouped(&row.reference)}</a> };
        (reference.into_any(), cells)
    });
    let table = if model.rows.is_empty() {
        view! { <p>{text.get("casework-unwanted-none")}</p> }.into_any()
    } else {
        let table = Table {
            caption: text.with("casework-unwanted-caption", &[("count", model.rows.len().into())]),
            caption_shown: true,
            heads: vec![
                text.get("casework-reference"),
                text.get("casework-unwanted-on"),
                text.get("admin-asked-due"),
                text.get("admin-asked-state"),
            ],
            rows: lines.collect(),
        };
        table.view()
    };
    let others = (model.others > 0)
        .then(|| view! { <p>{text.with("casework-unwanted-others", &[("count", model.others.into())])}</p> });
    let lead = text.with("casework-unwanted-lead", &[("days", DAYS_TO_ANSWER_UNWANTED.into())]);
    let body = view! {
        {back_link(text.get("casework-queue"), "/office")}
        <div class="page-head">
            <h1>{text.get("casework-unwanted")}</h1>
            {done}
            <p class="lead">{lead}</p>
        </div>
        {table}
        {others}
    };
    Page::new(text.get("casework-unwanted"), body)
        .in_section(Section::Queue)
        .flowing()
}

/// One of them. It posts [`answering::ANSWER`].
#[derive(Clone, Debug)]
pub struct One {
    /// As in the list.
    pub row: Row,
    /// What was applied for.
    pub service: Phrase,
    /// Whose name it was done in.
    pub person: String,
    /// What was done, and when; nothing where that was erased.
    pub deed: Option<(Deed, Instant)>,
    /// Who did it, in words.
    pub who: Phrase,
    /// What the person says.
    pub words: Option<String>,
    /// The answer, once there is one.
    pub answer: Option<(Instant, String)>,
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
    let title = text.with(
        "casework-unwanted-one",
        &[("reference", grouped(&row.reference).into())],
    );
    let fact = |name: &str, value: String| Fact {
        name: text.get(name),
        value: value.into_any(),
        source: None,
        change: None,
    };
    let mut lines = vec![
        fact("casework-service", text.say(&model.service)),
        fact("delegation-principal", model.person.clone()),
        fact("delegation-agent", text.say(&model.who)),
    ];
    if let Some((done, at)) = model.deed {
        lines.push(fact("casework-unwanted-deed", text.say(&deed(done))));
        lines.push(fact("admin-audit-when", text.moment(at)));
    }
    lines.push(fact("casework-unwanted-on", text.date(row.said)));
    lines.push(fact("admin-asked-due", text.date(row.due)));
    let answer = model.answer.as_ref().map(|answer| answering::answered(text, answer));
    let form = answering::Form {
        to: format!("{LIST}/{}", row.id),
        label: "casework-unwanted-answer",
        hint: "casework-unwanted-answer-says",
        hidden: &model.hidden,
        typed: &model.typed,
        problems: &model.problems,
    };
    let form = model.answer.is_none().then(|| form.view(text));
    let body = view! {
        {back_link(text.get("casework-unwanted"), LIST)}
        {answering::wrong(text, &model.problems)}
        <h1>{title.clone()}</h1>
        <p class="lead">{text.get("casework-unwanted-careful")}</p>
        {facts(lines)}
        {answering::words(text, model.words.as_deref())}
        {answer}
        {form}
    };
    Page::new(title, body)
        .in_section(Section::Queue)
        .with_problems(!model.problems.is_empty())
        .flowing()
}
