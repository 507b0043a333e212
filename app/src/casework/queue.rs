//! The queue: the cases of an office, the most urgent first, narrowed by a form and turned by links.
//! Every state of it is an address.

use leptos::prelude::*;
use zhida::calendar::Date;

use super::{Due, Standing, Urgent, grouped, href, ratings, unwanted};
use crate::components::actions::{self, Look};
use crate::components::details::more;
use crate::components::form::{self, Hidden};
use crate::components::notice::{Kind, notice};
use crate::components::radios::{Choice, row};
use crate::components::table_cards::{Marks, Sorted, Table};
use crate::frame::{Page, Section};
use crate::question::Answer;
use crate::text::{Name, Phrase, Text};

/// What the queue shows.
#[derive(Clone, Debug)]
pub struct Queue {
    /// The office or offices whose cases these are.
    pub office: Name,
    /// The day it is looked at.
    pub today: Date,
    /// Whose work it is.
    pub reach: Reach,
    /// The address of the other reach.
    pub other_reach: String,
    /// What the form of the filters keeps unseen.
    pub kept: Hidden,
    /// The ready-made lists.
    pub lists: Vec<List>,
    /// What the form narrows and sorts by, in order.
    pub filters: Vec<Filter>,
    /// Whether anything narrows the list.
    pub filtered: bool,
    /// What it is sorted by.
    pub order: Order,
    /// The cases of this page.
    pub rows: Vec<Row>,
    /// The first page, where this is another.
    pub first: Option<String>,
    /// The page after this.
    pub further: Option<String>,
    /// The unseen fields of "give me the next case".
    pub next_case: Hidden,
    /// What has just been done.
    pub done: Option<Phrase>,
    /// Where an officer files for others.
    pub assist: Option<String>,
    /// Where a supervisor names substitutes.
    pub substitutes: Option<String>,
    /// How many bad marks wait for a supervisor.
    pub ratings: Option<usize>,
    /// How many things people do not want of what was done in their name, for who supervises.
    pub unwanted: Option<usize>,
    /// The needs database, for who works with it.
    pub needs: Option<String>,
}

/// Whose work a queue is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// What the reader's office does next.
    Turn,
    /// Whatever the reader sees, the work of other offices with it.
    All,
}

impl Reach {
    /// As it stands in an address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Turn => "turn",
            Self::All => "all",
        }
    }
}

/// A ready-made list.
#[derive(Clone, Debug)]
pub struct List {
    /// Which.
    pub kind: ListKind,
    /// How many are in it, where it is cheap to know.
    pub count: Option<Count>,
    /// Its address.
    pub href: String,
    /// Whether it is shown.
    pub current: bool,
}

/// The ready-made lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// Claimed by the reader.
    Mine,
    /// All that the reach has.
    Office,
    /// Claimed by nobody.
    Unclaimed,
    /// Past their last day.
    Overdue,
    /// At least 70 % of the limit is used.
    DueSoon,
    /// Waiting for the applicant.
    Waiting,
}

/// How many: counting stops at a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Counted to the end.
    Exactly(u32),
    /// More than this.
    MoreThan(u32),
}

/// What the form narrows or sorts by.
#[derive(Clone, Debug)]
pub struct Filter {
    /// The name it is sent under.
    pub name: &'static str,
    /// Its label.
    pub label: Phrase,
    /// The options; the first, with an empty value, means all.
    pub options: Vec<Answer>,
    /// The value chosen.
    pub chosen: String,
    /// The address of the same list without it, where it narrows.
    pub without: Option<String>,
}

impl Filter {
    /// The option chosen: the first, where the value is none of them.
    fn choice(&self) -> Option<&Answer> {
        let chosen = self.options.iter().find(|option| option.value == self.chosen);
        chosen.or(self.options.first())
    }

    /// What it narrows to, in words.
    fn words(&self, text: Text<'_>) -> String {
        let choice = self.choice().map_or_else(String::new, |choice| text.say(&choice.label));
        let filter = text.say(&self.label);
        text.with(
            "casework-filter-is",
            &[("filter", filter.into()), ("choice", choice.into())],
        )
    }
}

/// What the queue is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The nearest last day first.
    Due,
    /// The oldest application first.
    Submitted,
    /// What changed last first.
    Changed,
}

/// A case of the queue.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its reference.
    pub reference: String,
    /// The person.
    pub name: String,
    /// What is applied for.
    pub service: Phrase,
    /// Street or township of the hukou.
    pub township: Name,
    /// The stage it is in.
    pub stage: Phrase,
    /// That it cannot wait.
    pub urgent: Option<Urgent>,
    /// That it was sent back there, from where, and why.
    pub returned: Option<Phrase>,
    /// The confirmation of a second person that it waits for.
    pub awaits: Option<Phrase>,
    /// The day of submission.
    pub submitted_on: Date,
    /// When it is due.
    pub due: Due,
    /// How it stands.
    pub standing: Standing,
    /// Whose desk it is on.
    pub desk: Desk,
}

/// Whose desk a case is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Desk {
    /// The reader's.
    Mine,
    /// This officer's.
    Other(String),
    /// Nobody's; with the unseen fields of the form that claims it.
    Nobody(Hidden),
    /// Nobody's, and the reader cannot claim it.
    Open,
    /// Nobody's, and a colleague's to take: the reader filed it for the person.
    Entered,
    /// Nobody's: nothing is to be done now.
    Rests,
}

/// The page of the queue.
pub fn page(text: Text<'_>, queue: &Queue) -> Page {
    let done = queue
        .done
        .as_ref()
        .map(|done| notice(Kind::Ok, text.say(done), ().into_any()));
    let office = queue.office.shown(text.language()).0.to_owned();
    let substitutes = queue.substitutes.clone();
    let substitutes = substitutes.map(|href| actions::link(text.get("casework-substitutes"), href).into_any());
    let ratings = queue.ratings.map(|count| {
        let words = text.with("casework-ratings-link", &[("count", count.into())]);
        actions::link(words, ratings::LIST)
    });
    let unwanted = queue.unwanted.map(|count| {
        let words = text.with("casework-unwanted-link", &[("count", count.into())]);
        actions::link(words, unwanted::LIST)
    });
    let needs = queue.needs.clone();
    let needs = needs.map(|href| actions::link(text.get("casework-waiting-list"), href).into_any());
    let assist = queue.assist.clone();
    let assist = assist.map(|href| actions::link(text.get("assist-link"), href).into_any());
    let beside = view! { {assist}{needs}{substitutes}{ratings}{unwanted} }.into_any();
    let body = view! {
        <div class="page-head">
            <h1>{text.get("casework-queue")}</h1>
            <p class="muted">{office}</p>
            {reach(text, queue)}
        </div>
        {done}
        {lists(text, queue)}
        {next_case(text, &queue.next_case, Look::Main, Some(beside))}
        {filters(text, queue)}
        <h2>{list_heading(text, queue)}</h2>
        {narrowed(text, queue)}
        {table(text, queue)}
        {pager(text, queue)}
    };
    Page::new(title(text, queue), body).in_section(Section::Queue).flowing()
}

/// Whose work is shown, and the way to the other.
fn reach(text: Text<'_>, queue: &Queue) -> AnyView {
    let (says, other) = match queue.reach {
        Reach::Turn => ("casework-reach-turn", "casework-reach-to-all"),
        Reach::All => ("casework-reach-all", "casework-reach-to-turn"),
    };
    view! { <p>{text.get(says)}" "{actions::link(text.get(other), queue.other_reach.clone())}</p> }.into_any()
}

fn title(text: Text<'_>, queue: &Queue) -> String {
    text.with("casework-queue-title", &[("list", list_heading(text, queue).into())])
}

/// The name of the list that is shown.
fn list_heading(text: Text<'_>, queue: &Queue) -> String {
    let list = queue.lists.iter().find(|list| list.current);
    list.map_or_else(
        || text.get("casework-list-narrowed"),
        |list| list_name(text, queue.reach, list.kind),
    )
}

fn list_name(text: Text<'_>, reach: Reach, kind: ListKind) -> String {
    match kind {
        ListKind::Mine => text.get("casework-list-mine"),
        ListKind::Office => text.get(match reach {
            Reach::Turn => "casework-list-turn",
            Reach::All => "casework-list-all",
        }),
        ListKind::Unclaimed => text.get("casework-list-unclaimed"),
        ListKind::Overdue => text.get("casework-overdue"),
        ListKind::DueSoon => text.get("casework-due-soon"),
        ListKind::Waiting => text.get("casework-waiting"),
    }
}

fn lists(text: Text<'_>, queue: &Queue) -> AnyView {
    let lists = queue.lists.iter().map(|list| {
        let count = list.count.map(|count| {
            let words = match count {
                Count::Exactly(count) => text.with("casework-count", &[("count", count.into())]),
                Count::MoreThan(count) => text.with("casework-count-more", &[("count", count.into())]),
            };
            view! { " "<span class="number">{words}</span> }
        });
        let current = list.current.then_some("page");
        view! { <li><a href=list.href.clone() aria-current=current>{list_name(text, queue.reach, list.kind)}{count}</a></li> }
    });
    view! { <nav aria-label=text.get("casework-lists")><ul class="queues" role="list">{lists.collect_view()}</ul></nav> }
        .into_any()
}

/// Each filter says what it is set to and opens to its answers: Enter on an answer sends the form.
fn filters(text: Text<'_>, queue: &Queue) -> AnyView {
    let filters = queue.filters.iter().map(|filter| {
        let chosen = filter.choice().map(|choice| choice.value.as_str());
        let rows = filter.options.iter().enumerate().map(|(at, option)| {
            let id = format!("filter-{}-{at}", filter.name);
            let choice = Choice::new(option.value.clone(), text.say(&option.label));
            row("radio", id, filter.name, &choice, chosen == Some(option.value.as_str()))
        });
        let group = view! {
            <fieldset>
                <legend class="only-heard">{text.say(&filter.label)}</legend>
                <div class="choices choices-columns choices-dense">{rows.collect_view()}</div>
            </fieldset>
        };
        more(filter.words(text), group)
    });
    view! {
        <form class="filters" method="get" action="/office" role="search" aria-label=text.get("casework-filters")>
            {form::fields(queue.kept.clone())}
            {filters.collect_view()}
            <div class="actions">
                <button class="button button-second" type="submit">{text.get("casework-filter")}</button>
            </div>
        </form>
    }
    .into_any()
}

/// What narrows the list, each with a link that leaves it out.
fn narrowed(text: Text<'_>, queue: &Queue) -> Option<AnyView> {
    let without = queue.filters.iter().filter_map(|filter| {
        let href = filter.without.clone()?;
        let words = text.with("casework-filter-without", &[("filter", filter.words(text).into())]);
        Some(view! { <li><a href=href>{words}</a></li> })
    });
    queue.filtered.then(|| {
        let all = format!("/office?scope={}", queue.reach.word());
        view! {
            <ul class="link-list narrowed" role="list">
                {without.collect_view()}
                <li><a href=all>{text.get("casework-filter-none")}</a></li>
            </ul>
        }
        .into_any()
    })
}

/// The button that gives the case to be done next; with another way beside it.
pub(super) fn next_case(text: Text<'_>, hidden: &Hidden, look: Look, beside: Option<AnyView>) -> AnyView {
    view! {
        <form method="post" action="/office/next">
            {form::fields(hidden.clone())}
            <div class="actions">{actions::submit(look, text.get("casework-next-case"))}{beside}</div>
        </form>
    }
    .into_any()
}

fn table(text: Text<'_>, queue: &Queue) -> AnyView {
    if queue.rows.is_empty() {
        let says = if queue.filtered {
            text.get("casework-queue-none-found")
        } else {
            text.get("casework-queue-empty")
        };
        return view! { <p>{says}</p> }.into_any();
    }
    let order = match queue.order {
        Order::Due if queue.rows.iter().any(|row| row.urgent.is_some()) => text.get("casework-order-urgent"),
        Order::Due => text.get("casework-order-due"),
        Order::Submitted => text.get("casework-order-submitted"),
        Order::Changed => text.get("casework-order-changed"),
    };
    let caption = text.with(
        "casework-queue-caption",
        &[("order", order.into()), ("count", queue.rows.len().into())],
    );
    let heads = vec![
        text.get("casework-name"),
        text.get("casework-reference"),
        text.get("casework-service"),
        text.get("casework-township"),
        text.get("casework-stage"),
        text.get("casework-submitted"),
        text.get("casework-due"),
        text.get("casework-standing"),
        text.get("casework-desk"),
    ];
    let rows = queue.rows.iter().map(|row| {
        let name = view! { <a href=href(&row.reference)>{row.name.clone()}</a> };
        let cells = vec![
            view! { <span class="nowrap number" translate="no">{grouped(&row.reference)}</span> }.into_any(),
            text.say(&row.service).into_any(),
            row.township.shown(text.language()).0.to_owned().into_any(),
            stage(text, row),
            text.day_seen_on(row.submitted_on, queue.today).into_any(),
            row.due.words(text, queue.today).into_any(),
            row.standing.view(text),
            desk(text, row),
        ];
        (name.into_any(), cells)
    });
    let sorted = match queue.order {
        Order::Due => Some((6, Sorted::Ascending)),
        Order::Submitted => Some((5, Sorted::Ascending)),
        Order::Changed => None,
    };
    let table = Table {
        caption,
        caption_shown: true,
        heads,
        rows: rows.collect(),
    };
    table.view_marked(Marks { state: Some(7), sorted })
}

fn stage(text: Text<'_>, row: &Row) -> AnyView {
    let stage = text.say(&row.stage);
    let urgent = row.urgent.map(|urgent| view! { <p>{urgent.view(text)}</p> });
    let beside: Vec<String> = row
        .returned
        .iter()
        .chain(&row.awaits)
        .map(|says| text.say(says))
        .collect();
    if beside.is_empty() && urgent.is_none() {
        return stage.into_any();
    }
    let beside = beside.into_iter().map(|says| view! { <p>{says}</p> });
    view! { {urgent}<p>{stage}</p>{beside.collect_view()} }.into_any()
}

fn desk(text: Text<'_>, row: &Row) -> AnyView {
    match &row.desk {
        Desk::Mine => text.get("casework-desk-mine").into_any(),
        Desk::Other(name) => name.clone().into_any(),
        Desk::Rests => text.get("casework-desk-rests").into_any(),
        Desk::Entered => text.get("casework-desk-entered").into_any(),
        Desk::Open => text.get("casework-desk-nobody").into_any(),
        Desk::Nobody(hidden) => {
            let words = text.get("casework-claim");
            let label = actions::about(&words, &row.name);
            view! {
                <form method="post" action=format!("{}/claim", href(&row.reference))>
                    {form::fields(hidden.clone())}
                    <button class="button button-second button-small" type="submit" aria-label=label>{words}</button>
                </form>
            }
            .into_any()
        }
    }
}

fn pager(text: Text<'_>, queue: &Queue) -> Option<AnyView> {
    if queue.first.is_none() && queue.further.is_none() {
        return None;
    }
    let first = queue
        .first
        .clone()
        .map(|href| actions::link(text.get("casework-first-page"), href));
    let further = queue.further.clone().map(|href| {
        view! { <a class="button button-second button-small" href=href>{text.get("casework-further")}</a> }
    });
    let last = queue.further.is_none().then(|| text.get("casework-last-page"));
    Some(view! { <nav class="pager" aria-label=text.get("casework-pages")>{first}{last}{further}</nav> }.into_any())
}
