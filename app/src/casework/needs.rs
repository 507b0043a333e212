//! The needs database (需求库): who waits for what a county gives only so often in a year, in the order of their points, with
//! what gives the points. For the federation.

use leptos::prelude::*;
use zhida::calendar::Date;

use super::points::Points;
use super::{grouped, href};
use crate::components::back_link::back_link;
use crate::components::table_cards::Table;
use crate::frame::{Page, Section};
use crate::text::{Name, Phrase, Text};

/// The page.
pub const LIST: &str = "/office/needs";

/// Those who wait in one county for one service.
#[derive(Clone, Debug)]
pub struct Needs {
    /// The county.
    pub county: Name,
    /// The service.
    pub service: Phrase,
    /// The calendar year that is counted.
    pub year: i32,
    /// How many the county grants in it; none where it has set no number.
    pub quota: Option<i64>,
    /// How many it has granted.
    pub provided: i64,
    /// The most urgent first.
    pub rows: Vec<Row>,
    /// Whether more wait than are shown.
    pub more: bool,
}

/// One that waits.
#[derive(Clone, Debug)]
pub struct Row {
    /// The case.
    pub reference: String,
    /// Whom it is about.
    pub name: String,
    /// The street or township.
    pub township: Name,
    /// When it was handed in.
    pub submitted_on: Date,
    /// How urgent it is.
    pub points: Points,
}

impl Needs {
    /// How many more can be granted this year.
    fn left(&self) -> Option<i64> {
        self.quota.map(|quota| (quota - self.provided).max(0))
    }
}

/// The page of all lists.
pub fn page(text: Text<'_>, lists: &[Needs]) -> Page {
    let none = lists
        .is_empty()
        .then(|| view! { <p>{text.get("casework-waiting-list-no-list")}</p> });
    let body = view! {
        {back_link(text.get("casework-queue"), "/office")}
        <div class="page-head">
            <h1>{text.get("casework-waiting-list")}</h1>
            <p class="lead">{text.get("casework-waiting-list-lead")}</p>
        </div>
        {none}
        {lists.iter().map(|list| section(text, list)).collect_view()}
    };
    Page::new(text.get("casework-waiting-list"), body)
        .in_section(Section::Queue)
        .flowing()
}

fn section(text: Text<'_>, list: &Needs) -> AnyView {
    let county = list.county.shown(text.language()).0.to_owned();
    let title = text.with(
        "casework-waiting-list-of",
        &[("service", text.say(&list.service).into()), ("county", county.into())],
    );
    let quota = match (list.quota, list.left()) {
        (Some(quota), Some(left)) => text.with(
            "casework-waiting-list-quota",
            &[
                ("year", list.year.to_string().into()),
                ("quota", quota.into()),
                ("provided", list.provided.into()),
                ("left", left.into()),
            ],
        ),
        _ => text.with(
            "casework-waiting-list-no-quota",
            &[
                ("year", list.year.to_string().into()),
                ("provided", list.provided.into()),
            ],
        ),
    };
    let rows = list.rows.iter().zip(1_i64..).map(|(row, rank)| {
        let fits = match list.left() {
            None => text.get("casework-waiting-list-unsaid"),
            Some(left) if rank <= left => text.get("casework-waiting-list-fits"),
            Some(_) => text.get("casework-waiting-list-later"),
        };
        let address = href(&row.reference);
        let reference = view! { <a class="number" href=address translate="no">{grouped(&row.reference)}</a> };
        let cells = vec![
            text.with("casework-waiting-list-rank", &[("rank", rank.into())])
                .into_any(),
            row.name.clone().into_any(),
            row.township.shown(text.language()).0.to_owned().into_any(),
            text.date(row.submitted_on).into_any(),
            row.points.cell(text),
            fits.into_any(),
        ];
        (reference.into_any(), cells)
    });
    let table = if list.rows.is_empty() {
        view! { <p>{text.get("casework-waiting-list-none")}</p> }.into_any()
    } else {
        let table = Table {
            caption: text.with("casework-waiting-list-caption", &[("count", list.rows.len().into())]),
            caption_shown: true,
            heads: vec![
                text.get("casework-reference"),
                text.get("casework-waiting-list-place"),
                text.get("casework-waiting-list-name"),
                text.get("casework-waiting-list-township"),
                text.get("casework-waiting-list-submitted"),
                text.get("casework-waiting-list-points"),
                text.get("casework-waiting-list-this-year"),
            ],
            rows: rows.collect(),
        };
        table.view()
    };
    let more = list
        .more
        .then(|| view! { <p>{text.with("casework-waiting-list-more", &[("count", list.rows.len().into())])}</p> });
    view! {
        <h2>{title}</h2>
        <p>{quota}</p>
        {table}
        {more}
    }
    .into_any()
}
