//! Who read a person's file, with the reason, and asking why (个人信息保护法 arts. 44, 45, 50).

use leptos::prelude::*;
use zhida::calendar::{Date, Instant};
use zhida::casework::DAYS_TO_SAY_WHY;

use super::Act;
use crate::admin::audit::Saw;
use crate::components::actions::{self, Look};
use crate::components::field::{Asked as Question, Title};
use crate::components::notice::{Kind, notice};
use crate::components::said::said;
use crate::components::table_cards::Table;
use crate::components::text_area::TextArea;
use crate::components::{form, heading};
use crate::frame::Page;
use crate::text::{Name, Text};

/// The name of what the person says to it.
pub const WORDS: &str = "words";

/// Who read it.
#[derive(Clone, Debug)]
pub struct List {
    /// The case.
    pub act: Act,
    /// The latest first.
    pub lines: Vec<Line>,
    /// Nothing was left out.
    pub all: bool,
    /// Something was just asked.
    pub done: bool,
}

/// One reading.
#[derive(Clone, Debug)]
pub struct Line {
    /// When.
    pub at: Instant,
    /// Which office; nothing where it is not known any more.
    pub office: Option<Name>,
    /// What was seen.
    pub what: Saw,
    /// What was asked about it.
    pub asked: Option<Asked>,
    /// The page that asks why.
    pub href: String,
}

/// That somebody asked why.
#[derive(Clone, Debug)]
pub struct Asked {
    /// When.
    pub on: Date,
    /// The last day for an answer.
    pub due: Date,
    /// That day is over.
    pub late: bool,
    /// The answer and its day.
    pub answer: Option<(Date, String)>,
}

/// The page that lists them.
pub fn list(text: Text<'_>, model: &List) -> Page {
    let done = model.done.then(|| {
        let says = view! { <p>{text.get("cases-seen-done-says")}</p> };
        notice(Kind::Ok, text.get("cases-seen-done"), says)
    });
    let rows = model.lines.iter().map(|line| {
        let cells = vec![
            office(text, line.office.as_ref()).into_any(),
            what(text, &line.what).into_any(),
            why(text, &line.what),
            asked(text, line),
        ];
        (text.moment(line.at).into_any(), cells)
    });
    let table = if model.lines.is_empty() {
        view! { <p>{text.get("cases-seen-none")}</p> }.into_any()
    } else {
        let table = Table {
            caption: text.with("cases-seen-caption", &[("count", model.lines.len().into())]),
            caption_shown: true,
            heads: [
                "cases-seen-when",
                "cases-seen-office",
                "cases-seen-what",
                "cases-seen-why",
                "cases-seen-ask",
            ]
            .map(|head| text.get(head))
            .to_vec(),
            rows: rows.collect(),
        };
        table.view()
    };
    let more =
        (!model.all).then(|| view! { <p>{text.with("cases-seen-more", &[("count", model.lines.len().into())])}</p> });
    let matter = view! {
        <p class="lead measure">{text.get("cases-seen-lead")}</p>
        {table}
        {more}
    };
    let head = view! { <h1>{heading::words(text.phrases("cases-seen-title", &[]))}</h1>{done} };
    model
        .act
        .page(text, text.get("cases-seen-title"), head.into_any(), matter.into_any())
        .flowing()
}

fn office(text: Text<'_>, office: Option<&Name>) -> String {
    office.map_or_else(
        || text.get("cases-seen-office-gone"),
        |office| office.shown(text.language()).0.to_owned(),
    )
}

fn what(text: Text<'_>, saw: &Saw) -> String {
    match saw {
        Saw::Case | Saw::Search { .. } => text.get("cases-seen-case"),
        Saw::Document => text.get("cases-seen-document"),
        Saw::Values { values, .. } => {
            let values: Vec<String> = values.iter().map(|value| value.words(text)).collect();
            text.with(
                "cases-seen-values",
                &[("values", values.join(&text.get("cases-seen-and")).into())],
            )
        }
    }
}

fn why(text: Text<'_>, saw: &Saw) -> AnyView {
    match saw {
        Saw::Values {
            reason: Some(reason), ..
        } => said(text, reason),
        _ => text.get("cases-seen-no-reason").into_any(),
    }
}

fn asked(text: Text<'_>, line: &Line) -> AnyView {
    let Some(asked) = &line.asked else {
        let of = text.with(
            "cases-seen-ask-of",
            &[
                ("office", office(text, line.office.as_ref()).into()),
                ("when", text.moment(line.at).into()),
            ],
        );
        return view! { <a href=line.href.clone()>{text.get("cases-seen-ask-why")}<span class="only-heard">{of}</span></a> }
            .into_any();
    };
    if let Some((day, words)) = &asked.answer {
        let answered = text.with("cases-seen-answered", &[("day", text.date(*day).into())]);
        return view! { <p>{answered}</p>{said(text, words)} }.into_any();
    }
    let says = if asked.late {
        "cases-seen-asked-late"
    } else {
        "cases-seen-asked"
    };
    let days = [
        ("day", text.date(asked.on).into()),
        ("due", text.date(asked.due).into()),
    ];
    view! { <p>{text.with(says, &days)}</p> }.into_any()
}

/// The page that asks why. It posts [`WORDS`], which may be empty.
#[derive(Clone, Debug)]
pub struct Why {
    /// The case and the form.
    pub act: Act,
    /// The list it was asked from.
    pub list_href: String,
    /// When it was read.
    pub at: Instant,
    /// By which office.
    pub office: Option<Name>,
    /// What was seen.
    pub what: Saw,
    /// What the person says to it, as typed.
    pub words: String,
}

/// The page that asks why.
pub fn why_page(text: Text<'_>, model: &Why) -> Page {
    let act = &model.act;
    let words = TextArea {
        asked: Question {
            id: WORDS.to_owned(),
            name: WORDS.to_owned(),
            title: Title::Label(text.get("cases-seen-words")),
            hint: None,
            error: act.error(text, WORDS),
            optional: true,
        },
        typed: model.words.clone(),
    };
    let lead = text.with(
        "cases-seen-why-lead",
        &[
            ("when", text.moment(model.at).into()),
            ("office", office(text, model.office.as_ref()).into()),
            ("what", what(text, &model.what).into()),
        ],
    );
    let inner = view! {
        {words.view(text)}
        {actions::row(vec![
            actions::submit(Look::Main, text.get("cases-seen-why-do")),
            actions::link(text.get("cases-seen-why-not"), model.list_href.clone()),
        ])}
    };
    let matter = view! {
        <div class="flow measure">
            <p class="lead">{lead}</p>
            <p>{text.with("cases-seen-why-says", &[("days", DAYS_TO_SAY_WHY.into())])}</p>
            {form::post_kept(&act.action, act.hidden.clone(), inner.into_any())}
        </div>
    };
    let head = view! { <h1>{heading::words(text.phrases("cases-seen-why-title", &[]))}</h1> };
    act.page(
        text,
        text.get("cases-seen-why-title"),
        head.into_any(),
        matter.into_any(),
    )
    .keeping_what_is_typed()
}
