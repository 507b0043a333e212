//! What residents said does not work on the site: the list, and one of them with its answer.

use leptos::prelude::*;
use zhida::calendar::{Date, Instant};
use zhida::feedback::{Reading, State};

use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::error_summary::{Wrong, error_summary};
use crate::components::facts::{Fact, facts};
use crate::components::field::{Asked, Title};
use crate::components::form::{self, Hidden};
use crate::components::notice::{Kind, notice};
use crate::components::said::said;
use crate::components::table_cards::Table;
use crate::components::tag::{Tone, tag};
use crate::components::text_area::TextArea;
use crate::feedback::{in_groups, reading_words};
use crate::frame::{Page, Section};
use crate::question::Problem;
use crate::text::{Phrase, Text};

/// The list.
pub const LIST: &str = "/office/feedback";
/// The name of the answer.
pub const ANSWER: &str = "answer";
/// The name of what is done.
pub const ACT: &str = "act";
/// The value of [`ACT`] that closes it; without it, it is answered.
pub const CLOSE: &str = "close";

/// One line of the list.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its number.
    pub number: String,
    /// When it arrived.
    pub received: Date,
    /// The last day for an answer.
    pub due: Date,
    /// How far it is.
    pub state: State,
    /// It is past its day.
    pub late: bool,
}

/// The list.
pub fn list(text: Text<'_>, rows: &[Row]) -> Page {
    let lines = rows.iter().map(|row| {
        let href = format!("{LIST}/{}", row.number);
        let cells = vec![
            text.date(row.received).into_any(),
            text.date(row.due).into_any(),
            state(text, row.state, row.late),
        ];
        let number = view! { <a href=href translate="no">{in_groups(&row.number)}</a> };
        (number.into_any(), cells)
    });
    let table = if rows.is_empty() {
        view! { <p>{text.get("admin-feedback-none")}</p> }.into_any()
    } else {
        let table = Table {
            caption: text.with("admin-feedback-caption", &[("count", rows.len().into())]),
            caption_shown: true,
            heads: vec![
                text.get("admin-feedback-number"),
                text.get("admin-feedback-received"),
                text.get("admin-feedback-due"),
                text.get("admin-feedback-state"),
            ],
            rows: lines.collect(),
        };
        table.view()
    };
    let body = view! {
        <div class="page-head">
            <h1>{text.get("admin-feedback")}</h1>
            <p class="lead">{text.get("admin-feedback-lead")}</p>
        </div>
        {table}
    };
    Page::new(text.get("admin-feedback"), body)
        .in_section(Section::Feedback)
        .flowing()
}

fn state(text: Text<'_>, state: State, late: bool) -> AnyView {
    match state {
        State::Open if late => tag(Tone::No, text.get("admin-feedback-late")),
        State::Open => tag(Tone::Wait, text.get("admin-feedback-open")),
        State::Answered => tag(Tone::Ok, text.get("admin-feedback-answered")),
        State::Closed => tag(Tone::Ok, text.get("admin-feedback-closed")),
    }
}

/// One of them. It posts [`ANSWER`] or [`ACT`].
#[derive(Clone, Debug)]
pub struct One {
    /// As in the list.
    pub row: Row,
    /// What happened.
    pub what: String,
    /// On which page.
    pub page: Option<String>,
    /// How it was read.
    pub reading: Vec<Reading>,
    /// How to reach whoever told it.
    pub contact: Option<String>,
    /// The answers, the first first.
    pub answers: Vec<(Instant, String)>,
    /// Unseen fields of both forms: the operation id, and what was seen.
    pub hidden: Hidden,
    /// The answer, as typed.
    pub typed: String,
    /// What must be put right.
    pub problems: Vec<Problem>,
    /// Something was just done.
    pub done: bool,
}

/// That nothing was written.
pub fn answer_empty() -> Phrase {
    Phrase::new("admin-feedback-answer-empty")
}

/// That there is no answer yet.
pub fn answer_first() -> Phrase {
    Phrase::new("admin-feedback-first")
}

/// That it is closed.
pub fn closed() -> Phrase {
    Phrase::new("admin-feedback-over")
}

/// That somebody else was faster.
pub fn meanwhile() -> Phrase {
    Phrase::new("admin-feedback-meanwhile")
}

/// One of them.
pub fn one(text: Text<'_>, model: &One) -> Page {
    let row = &model.row;
    let number = in_groups(&row.number);
    let title = text.with("admin-feedback-one", &[("number", number.into())]);
    let action = format!("{LIST}/{}", row.number);
    let nothing = || text.get("admin-feedback-nothing");
    let reading: Vec<String> = model.reading.iter().map(|way| reading_words(text, *way)).collect();
    let reading = match reading.as_slice() {
        [] => nothing(),
        some => some.join(&text.get("admin-feedback-and")),
    };
    let fact = |name: String, value: String| Fact {
        name,
        value: value.into_any(),
        source: None,
        change: None,
    };
    let lines = vec![
        fact(text.get("admin-feedback-received"), text.date(row.received)),
        fact(text.get("admin-feedback-due"), text.date(row.due)),
        fact(text.get("feedback-page"), model.page.clone().unwrap_or_else(nothing)),
        fact(text.get("feedback-reading"), reading),
        fact(
            text.get("feedback-contact"),
            model.contact.clone().unwrap_or_else(nothing),
        ),
    ];
    let answers = model.answers.iter().map(|(at, words)| {
        view! { <h3>{text.moment(*at)}</h3>{said(text, words)} }
    });
    let answers = (!model.answers.is_empty()).then(|| {
        view! { <h2>{text.get("admin-feedback-before")}</h2>{answers.collect_view()} }
    });
    let wrong = model.problems.iter().map(|problem| Wrong {
        input: problem.field.clone(),
        message: text.say(&problem.message),
    });
    let done = model
        .done
        .then(|| notice(Kind::Ok, text.get("admin-feedback-done"), ().into_any()));
    let acts = (row.state != State::Closed).then(|| forms(text, model, &action));
    let body = view! {
        {back_link(text.get("admin-feedback"), LIST)}
        {error_summary(text, wrong.collect())}
        {done}
        <h1>{title.clone()}</h1>
        <p>{state(text, row.state, row.late)}</p>
        {facts(lines)}
        <h2>{text.get("admin-feedback-said")}</h2>
        {said(text, &model.what)}
        {answers}
        {acts}
    };
    Page::new(title, body)
        .in_section(Section::Feedback)
        .with_problems(!model.problems.is_empty())
        .flowing()
}

/// The answer, and the end.
fn forms(text: Text<'_>, model: &One, action: &str) -> AnyView {
    let problem = model.problems.iter().find(|problem| problem.field == ANSWER);
    let answer = TextArea {
        asked: Asked {
            id: ANSWER.to_owned(),
            name: ANSWER.to_owned(),
            title: Title::Label(text.get("admin-feedback-answer")),
            hint: Some(text.get("admin-feedback-answer-says")),
            error: problem.map(|problem| text.say(&problem.message)),
            optional: false,
        },
        typed: model.typed.clone(),
    };
    let answer = view! {
        {answer.view(text)}
        {actions::row(vec![actions::submit(Look::Main, text.get("admin-feedback-send"))])}
    };
    let close = actions::submit_as(Look::Second, text.get("admin-feedback-close"), ACT, CLOSE);
    view! {
        {form::post(action, model.hidden.clone(), answer.into_any())}
        <h2>{text.get("admin-feedback-end")}</h2>
        <p>{text.get("admin-feedback-end-says")}</p>
        {form::post(action, model.hidden.clone(), actions::row(vec![close]))}
    }
    .into_any()
}
