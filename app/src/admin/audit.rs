//! Who saw what: for auditors, who see no case, only that somebody did and why.

use leptos::prelude::*;
use zhida::calendar::Instant;

use super::asked_why::LIST;
use crate::casework::grouped;
use crate::casework::ratings::COUNTS;
use crate::casework::reveal::What;
use crate::components::actions;
use crate::components::date_field::DateField;
use crate::components::error_summary::{Wrong, error_summary};
use crate::components::field::{Asked, Title};
use crate::components::radios::{Choice, row};
use crate::components::table_cards::Table;
use crate::components::text_field::{Autocomplete, Entry, TextField, Width};
use crate::frame::{Page, Section};
use crate::question::Problem;
use crate::text::{Name, Phrase, Text};

/// The name of the reference looked for.
pub const REFERENCE: &str = "reference";
/// The name of the officer looked for.
pub const OFFICER: &str = "officer";
/// The name of the first day.
pub const FROM: &str = "from";
/// The name of the last day.
pub const TO: &str = "to";
/// The name of the tick that leaves out cases merely opened.
pub const REVEALED: &str = "revealed";

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct Audit {
    /// The divisions whose cases these are.
    pub places: Vec<Name>,
    /// The officer it is narrowed to: id and name.
    pub officer: Option<(String, String)>,
    /// The reference that was typed.
    pub reference: String,
    /// The first and the last day, as they were typed: year, month, day.
    pub days: [[String; 3]; 2],
    /// What is wrong with what was typed.
    pub problems: Vec<Problem>,
    /// Whether only reveals and documents are shown.
    pub revealed: bool,
    /// What was seen, the latest first.
    pub rows: Vec<Row>,
    /// The first page, where this is another.
    pub first: Option<String>,
    /// The page after this.
    pub further: Option<String>,
    /// How many people asked why and wait for an answer.
    pub asked: usize,
}

/// That somebody saw something.
#[derive(Clone, Debug)]
pub struct Row {
    /// When.
    pub at: Instant,
    /// Who.
    pub officer: String,
    /// The office they work in now.
    pub office: Option<Name>,
    /// The page of this officer alone.
    pub href: String,
    /// What.
    pub what: Saw,
    /// The case, which the auditor does not see; nothing of a search.
    pub reference: String,
    /// Where it belongs; of a search, where the officer works.
    pub township: Name,
}

/// What was seen.
#[derive(Clone, Debug)]
pub enum Saw {
    /// The case, its numbers masked.
    Case,
    /// These values in full.
    Values {
        /// Which.
        values: Vec<What>,
        /// Why; nothing once it is erased.
        reason: Option<String>,
    },
    /// A document.
    Document,
    /// What a search showed.
    Search {
        /// By what.
        by: Phrase,
        /// How many cases.
        found: usize,
    },
}

/// The page.
pub fn page(text: Text<'_>, audit: &Audit) -> Page {
    let places: Vec<String> = audit
        .places
        .iter()
        .map(|place| place.shown(text.language()).0.to_owned())
        .collect();
    let places = places.join(&text.get("admin-audit-and"));
    let wrong = audit.problems.iter().map(|problem| Wrong {
        input: problem.field.clone(),
        message: text.say(&problem.message),
    });
    let body = view! {
        {error_summary(text, wrong.collect())}
        <div class="page-head">
            <h1>{text.get("admin-audit")}</h1>
            <p class="muted">{places}</p>
            <p class="lead">{text.get("admin-audit-lead")}</p>
            <p><a href=LIST>{text.with("admin-asked-link", &[("count", audit.asked.into())])}</a></p>
            <p><a href=COUNTS>{text.get("casework-marks")}</a></p>
        </div>
        {filters(text, audit)}
        {table(text, audit)}
        {pager(text, audit)}
    };
    Page::new(text.get("admin-audit"), body)
        .in_section(Section::Audit)
        .with_problems(!audit.problems.is_empty())
        .flowing()
}

fn filters(text: Text<'_>, audit: &Audit) -> AnyView {
    let officer = audit.officer.as_ref().map(|(id, name)| {
        let says = text.with("admin-audit-only", &[("name", name.as_str().into())]);
        view! {
            <div class="field">
                <input type="hidden" name=OFFICER value=id.clone()/>
                <p>{says}</p>
            </div>
        }
    });
    let asked = |name: &str, title: Title| {
        let problem = audit.problems.iter().find(|problem| problem.field == name);
        Asked {
            id: name.to_owned(),
            name: name.to_owned(),
            title,
            hint: None,
            error: problem.map(|problem| text.say(&problem.message)),
            optional: true,
        }
    };
    let [from, to] = [(FROM, "admin-audit-from"), (TO, "admin-audit-to")];
    let day = |(name, label): (&str, &str), typed: &[String; 3]| {
        let field = DateField {
            asked: asked(name, Title::Label(text.get(label))),
            typed: typed.clone(),
            own_birthday: false,
        };
        field.view(text)
    };
    let reference = TextField {
        asked: asked(REFERENCE, Title::Label(text.get("casework-reference"))),
        typed: audit.reference.clone(),
        width: Width::Identity,
        entry: Entry::Text,
        autocomplete: Autocomplete::Off,
    };
    let revealed = Choice::new("yes", text.get("admin-audit-revealed-only"));
    let typed = audit.days.iter().flatten().any(|part| !part.is_empty());
    let narrowed = audit.officer.is_some() || audit.revealed || typed || !audit.reference.is_empty();
    let all = narrowed.then(|| view! { <a href="/office/audit">{text.get("admin-audit-all")}</a> });
    view! {
        <form class="filters" method="get" action="/office/audit" role="search" aria-label=text.get("admin-audit-narrow")>
            {officer}
            {reference.view(text)}
            {day(from, &audit.days[0])}
            {day(to, &audit.days[1])}
            <div class="field choices">{row("checkbox", REVEALED.to_owned(), REVEALED, &revealed, audit.revealed)}</div>
            <div class="actions">
                <button class="button button-second" type="submit">{text.get("admin-audit-narrow")}</button>
                {all}
            </div>
        </form>
    }
    .into_any()
}

fn table(text: Text<'_>, audit: &Audit) -> AnyView {
    if audit.rows.is_empty() {
        return view! { <p>{text.get("admin-audit-none")}</p> }.into_any();
    }
    let rows = audit.rows.iter().map(|row| {
        let officer = view! { <a href=row.href.clone()>{row.officer.clone()}</a> };
        let office = row
            .office
            .as_ref()
            .map_or_else(String::new, |office| office.shown(text.language()).0.to_owned());
        let (what, reason) = row.what.words(text);
        let cells = vec![
            office.into_any(),
            text.moment(row.at).into_any(),
            what.into_any(),
            reason.into_any(),
            match row.reference.as_str() {
                "" => text.get("admin-audit-no-case").into_any(),
                reference => view! { <span class="nowrap number">{grouped(reference)}</span> }.into_any(),
            },
            row.township.shown(text.language()).0.to_owned().into_any(),
        ];
        (officer.into_any(), cells)
    });
    let table = Table {
        caption: text.with("admin-audit-caption", &[("count", audit.rows.len().into())]),
        caption_shown: true,
        heads: vec![
            text.get("admin-audit-officer"),
            text.get("casework-office"),
            text.get("admin-audit-when"),
            text.get("admin-audit-what"),
            text.get("admin-audit-why"),
            text.get("casework-reference"),
            text.get("casework-township"),
        ],
        rows: rows.collect(),
    };
    table.view()
}

impl Saw {
    /// What, and why.
    pub(super) fn words(&self, text: Text<'_>) -> (String, String) {
        match self {
            Self::Case => (text.get("admin-audit-case"), text.get("admin-audit-no-reason")),
            Self::Search { by, found } => (
                text.with(
                    "admin-audit-search",
                    &[("by", text.say(by).into()), ("count", (*found).into())],
                ),
                text.get("admin-audit-no-reason"),
            ),
            Self::Document => (text.get("admin-audit-document"), text.get("admin-audit-no-reason")),
            Self::Values { values, reason } => {
                let values: Vec<String> = values.iter().map(|value| value.words(text)).collect();
                let values = values.join(&text.get("admin-audit-and"));
                let why = reason.clone().unwrap_or_else(|| text.get("admin-audit-erased"));
                (text.with("admin-audit-values", &[("values", values.into())]), why)
            }
        }
    }
}

fn pager(text: Text<'_>, audit: &Audit) -> Option<AnyView> {
    if audit.first.is_none() && audit.further.is_none() {
        return None;
    }
    let first = audit
        .first
        .clone()
        .map(|href| actions::link(text.get("casework-first-page"), href));
    let further = audit.further.clone().map(|href| {
        view! { <a class="button button-second button-small" href=href>{text.get("casework-further")}</a> }
    });
    let last = audit.further.is_none().then(|| text.get("casework-last-page"));
    Some(view! { <nav class="pager" aria-label=text.get("casework-pages")>{first}{last}{further}</nav> }.into_any())
}
