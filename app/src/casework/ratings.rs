//! Bad marks of residents, for who supervises the office they belong to: the list, one of them with what was done about it,
//! and how many marks there are. Whoever handled the case sees none of them.

use leptos::prelude::*;
use zhida::calendar::{Date, Instant};
use zhida::casework::{DAYS_TO_CALL_BACK, FEWEST_TOLD, Mark, Moment, Percent, Told};

use super::{answering, grouped, href};
use crate::cases::rating::{mark, moment};
use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::date_field::DateField;
use crate::components::facts::{Fact, facts};
use crate::components::field::{Asked, Title};
use crate::components::form::{self, Hidden};
use crate::components::notice::{Kind, notice};
use crate::components::radios::{Choice, Radios};
use crate::components::said::said;
use crate::components::table_cards::Table;
use crate::components::tag::{Tone, tag};
use crate::components::text_area::TextArea;
use crate::frame::{Page, Section};
use crate::question::Problem;
use crate::text::{Name, Phrase, Text};

/// The list.
pub const LIST: &str = "/office/ratings";
/// How many marks there are.
pub const COUNTS: &str = "/office/ratings/counts";
/// The name of whether they were spoken to.
pub const CALLED: &str = "called";
/// The value of [`CALLED`]: they were.
pub const YES: &str = "yes";
/// The value of [`CALLED`]: they were not.
pub const NO: &str = "no";
/// The name of the day on which.
pub const ON: &str = "on";
/// The name of what was found and mended.
pub const WORDS: &str = "words";

/// One line of the list.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// The case.
    pub reference: String,
    /// The office it belongs to.
    pub office: Name,
    /// At which moment.
    pub moment: Moment,
    /// The mark.
    pub mark: Mark,
    /// The day it was given, or changed last.
    pub given: Date,
    /// The last day for an answer.
    pub due: Date,
    /// That day is over.
    pub late: bool,
}

/// The list.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// The most urgent first.
    pub rows: Vec<Row>,
    /// How many more wait that somebody else has to answer: the reader handled the case, or it is of their own people.
    pub others: usize,
    /// Something was just answered.
    pub done: bool,
}

/// The list of what waits for an answer.
pub fn list(text: Text<'_>, model: &List) -> Page {
    let done = model
        .done
        .then(|| notice(Kind::Ok, text.get("casework-rating-done"), ().into_any()));
    let others = (model.others > 0)
        .then(|| view! { <p>{text.with("casework-ratings-others", &[("count", model.others.into())])}</p> });
    let rows = model.rows.iter().map(|row| {
        let href = format!("{LIST}/{}", row.id);
        let state = if row.late {
            tag(Tone::No, text.get("casework-rating-late"))
        } else {
            tag(Tone::Wait, text.get("casework-rating-open"))
        };
        let cells = vec![
            row.office.shown(text.language()).0.to_owned().into_any(),
            moment(text, row.moment).into_any(),
            mark(text, row.mark).into_any(),
            text.date(row.due).into_any(),
            state,
        ];
        let reference = view! { <a class="number" href=href translate="no">{grouped(&row.reference)}</a> };
        (reference.into_any(), cells)
    });
    let table = if model.rows.is_empty() {
        view! { <p>{text.get("casework-ratings-none")}</p> }.into_any()
    } else {
        let table = Table {
            caption: text.with("casework-ratings-caption", &[("count", model.rows.len().into())]),
            caption_shown: true,
            heads: vec![
                text.get("casework-reference"),
                text.get("casework-office"),
                text.get("casework-rating-moment"),
                text.get("casework-rating-mark"),
                text.get("casework-rating-due"),
                text.get("casework-rating-state"),
            ],
            rows: rows.collect(),
        };
        table.view()
    };
    let body = view! {
        {back_link(text.get("frame-queue"), "/office")}
        <div class="page-head">
            <h1>{text.get("casework-ratings")}</h1>
            {done}
            <p class="lead">{text.with("casework-ratings-lead", &[("days", DAYS_TO_CALL_BACK.into())])}</p>
            <p><a href=COUNTS>{text.get("casework-marks")}</a></p>
        </div>
        {table}
        {others}
    };
    Page::new(text.get("casework-ratings"), body)
        .in_section(Section::Queue)
        .flowing()
}

/// One of them. It posts [`CALLED`] and [`ON`] where there is a number to call, and [`WORDS`].
#[derive(Clone, Debug)]
pub struct One {
    /// As in the list.
    pub row: Row,
    /// What was said beside the mark.
    pub words: Option<String>,
    /// Where to call.
    pub call: Call,
    /// The day rests on a year whose public holidays are not known yet.
    pub provisional: bool,
    /// The answer, once there is one: when, the day they were called, its words.
    pub answer: Option<(Instant, Option<Date>, String)>,
    /// Unseen fields of the form: the operation id, and of when the mark was that the form was made from.
    pub hidden: Hidden,
    /// What was typed.
    pub typed: Typed,
    /// What must be put right.
    pub problems: Vec<Problem>,
}

/// Whether there is somebody to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// They did not say.
    Unsaid,
    /// They do not want it.
    No,
    /// On this number.
    On(String),
}

/// What was typed about a mark.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// Whether they were called.
    pub called: Option<String>,
    /// On which day.
    pub on: [String; 3],
    /// What was found and mended.
    pub words: String,
}

/// That it was not said whether they were spoken to.
pub fn not_said() -> Phrase {
    Phrase::new("casework-rating-called-empty")
}

/// That they cannot have been called on that day.
pub fn day_wrong() -> Phrase {
    Phrase::new("casework-rating-day-wrong")
}

/// That nothing was written.
pub fn empty() -> Phrase {
    Phrase::new("casework-rating-empty")
}

/// That the mark was changed, or somebody else was faster.
pub fn meanwhile() -> Phrase {
    Phrase::new("casework-rating-meanwhile")
}

/// One of them.
pub fn one(text: Text<'_>, model: &One) -> Page {
    let row = &model.row;
    let title = text.with("casework-rating-one", &[("reference", grouped(&row.reference).into())]);
    let fact = |name: &str, value: AnyView| Fact {
        name: text.get(name),
        value,
        source: None,
        change: None,
    };
    let phone = match &model.call {
        Call::Unsaid => text.get("casework-rating-call-unsaid").into_any(),
        Call::No => text.get("casework-rating-call-no").into_any(),
        Call::On(phone) => {
            view! { <a class="number" href=format!("tel:{}", phone.replace('-', ""))>{phone.clone()}</a> }.into_any()
        }
    };
    let due = if row.late && model.answer.is_none() {
        text.with("casework-rating-due-late", &[("day", text.date(row.due).into())])
    } else {
        text.date(row.due)
    };
    let lines = vec![
        fact(
            "casework-office",
            row.office.shown(text.language()).0.to_owned().into_any(),
        ),
        fact("casework-rating-moment", moment(text, row.moment).into_any()),
        fact("casework-rating-mark", mark(text, row.mark).into_any()),
        fact("casework-rating-given", text.date(row.given).into_any()),
        fact("casework-rating-due", due.into_any()),
        fact("casework-rating-call", phone),
    ];
    let provisional = model
        .provisional
        .then(|| view! { <p class="hint">{text.get("casework-provisional")}</p> });
    let words = match &model.words {
        Some(words) => said(text, words),
        None => view! { <p>{text.get("casework-rating-nothing")}</p> }.into_any(),
    };
    let answer = model.answer.as_ref().map(|(at, called, words)| {
        let called = called.map(|day| {
            let says = text.with("casework-rating-was-called", &[("day", text.date(day).into())]);
            view! { <p>{says}</p> }
        });
        view! { <h2>{text.moment(*at)}</h2>{called}{said(text, words)} }
    });
    let body = view! {
        {back_link(text.get("casework-ratings"), LIST)}
        {answering::wrong(text, &model.problems)}
        <h1>{title.clone()}</h1>
        {facts(lines)}
        {provisional}
        <p><a href=href(&row.reference)>{text.get("casework-rating-case")}</a></p>
        <h2>{text.get("casework-rating-said")}</h2>
        {words}
        {answer}
        {model.answer.is_none().then(|| answering(text, model))}
    };
    Page::new(title, body)
        .in_section(Section::Queue)
        .with_problems(!model.problems.is_empty())
        .flowing()
}

fn answering(text: Text<'_>, model: &One) -> AnyView {
    let asked = |name: &str, label: &str, hint: Option<&str>, optional: bool| {
        let problem = model.problems.iter().find(|problem| problem.field == name);
        Asked {
            id: name.to_owned(),
            name: name.to_owned(),
            title: if optional {
                Title::OnlyIf(text.get(label))
            } else {
                Title::Label(text.get(label))
            },
            hint: hint.map(|hint| text.get(hint)),
            error: problem.map(|problem| text.say(&problem.message)),
            optional,
        }
    };
    let called = matches!(model.call, Call::On(_)).then(|| {
        let radios = Radios {
            asked: asked(CALLED, "casework-rating-called", None, false),
            choices: vec![
                Choice::new(YES, text.get("casework-rating-called-yes")),
                Choice::new(NO, text.get("casework-rating-called-not")),
            ],
            unknown: false,
            chosen: model.typed.called.clone(),
            columns: false,
        };
        let day = DateField {
            asked: asked(ON, "casework-rating-on", None, true),
            typed: model.typed.on.clone(),
            own_birthday: false,
        };
        view! { {radios.view(text)}{day.view(text)} }
    });
    let words = TextArea {
        asked: asked(
            WORDS,
            "casework-rating-words",
            Some("casework-rating-words-says"),
            false,
        ),
        typed: model.typed.words.clone(),
    };
    let inner = view! {
        {called}
        {words.view(text)}
        {actions::row(vec![actions::submit(Look::Main, text.get("casework-rating-send"))])}
    };
    form::post(
        &format!("{LIST}/{}", model.row.id),
        model.hidden.clone(),
        inner.into_any(),
    )
}

/// How many marks there are.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// The places they are counted in.
    pub places: Vec<Name>,
    /// An office and a moment each.
    pub rows: Vec<Counted>,
    /// The reader supervises: from the list of bad marks.
    pub from_list: bool,
}

/// The marks of an office at one moment.
#[derive(Clone, Debug)]
pub struct Counted {
    /// The office.
    pub office: Name,
    /// The moment.
    pub moment: Moment,
    /// What may be told of them.
    pub told: Told,
}

/// How many marks there are, by office and moment.
pub fn counts(text: Text<'_>, model: &Counts) -> Page {
    let rows = model.rows.iter().map(|row| {
        let (all, share) = match row.told {
            Told::TooFew => (
                text.with("casework-marks-few", &[("fewest", FEWEST_TOLD.into())]),
                text.get("casework-marks-untold"),
            ),
            Told::Share { all, satisfied } => (
                text.with("casework-marks-count", &[("count", all.into())]),
                match satisfied {
                    Percent::AtMost(share) => text.with("casework-marks-at-most", &[("share", share.into())]),
                    Percent::About(share) => text.with("casework-marks-about", &[("share", share.into())]),
                    Percent::AtLeast(share) => text.with("casework-marks-at-least", &[("share", share.into())]),
                },
            ),
        };
        let office = row.office.shown(text.language()).0.to_owned();
        let cells = vec![moment(text, row.moment).into_any(), all.into_any(), share.into_any()];
        (office.into_any(), cells)
    });
    let table = if model.rows.is_empty() {
        view! { <p>{text.get("casework-marks-none")}</p> }.into_any()
    } else {
        let table = Table {
            caption: text.get("casework-marks-caption"),
            caption_shown: true,
            heads: vec![
                text.get("casework-office"),
                text.get("casework-rating-moment"),
                text.get("casework-marks-all"),
                text.get("casework-marks-satisfied"),
            ],
            rows: rows.collect(),
        };
        table.view()
    };
    let places: Vec<String> = model
        .places
        .iter()
        .map(|place| place.shown(text.language()).0.to_owned())
        .collect();
    let (back, section) = if model.from_list {
        (back_link(text.get("casework-ratings"), LIST), Section::Queue)
    } else {
        (back_link(text.get("admin-audit"), "/office/audit"), Section::Audit)
    };
    let body = view! {
        {back}
        <div class="page-head">
            <h1>{text.get("casework-marks")}</h1>
            <p class="muted">{places.join(&text.get("casework-and"))}</p>
            <p class="lead">{text.get("casework-marks-lead")}</p>
            <p>{text.with("casework-marks-hidden", &[("fewest", FEWEST_TOLD.into())])}</p>
        </div>
        {table}
    };
    Page::new(text.get("casework-marks"), body)
        .in_section(section)
        .flowing()
}
