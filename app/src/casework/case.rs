//! The page of a case: why it can or cannot be granted, condition by condition; the papers; the person,
//! masked; what else the person has asked for; the clock; everything that happened; and what can be done now.

use leptos::prelude::*;
use zhida::aloud::Named;
use zhida::calendar::Date;

use super::history::{self, Entry};
use super::points::Points;
use super::trace::{self, Trace};
use super::{Head, Standing, Urgent, aside, grouped, href, queue};
use crate::apply::list::Entries;
use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::clock::Limit;
use crate::components::facts::{Change, Fact, facts};
use crate::components::form::Hidden;
use crate::components::notice::{DONE, Kind, notice};
use crate::components::said;
use crate::components::table_cards::{Marks, Table};
use crate::components::tag::{Tone, tag};
use crate::frame::{Page, Section};
use crate::text::{Phrase, Text};

/// What an officer has just done to a case.
#[derive(Clone, Debug)]
pub enum Done {
    /// Claimed it.
    Claimed,
    /// Tried to claim it in vain: why.
    NotClaimed(Phrase),
    /// What stands last in its history. With the unseen fields of "give me the next case".
    Saved(Hidden),
}

/// What the page of a case shows.
#[derive(Clone, Debug)]
pub struct CasePage {
    /// The case.
    pub head: Head,
    /// How the person's name is read, where somebody said so.
    pub reading: Option<Named>,
    /// The stage it is in.
    pub stage: Phrase,
    /// How it stands.
    pub standing: Standing,
    /// That it cannot wait.
    pub urgent: Option<Urgent>,
    /// When and where it came from, and who filled it in.
    pub came: Phrase,
    /// The officer who filed it for the person, and how the person said it, line by line.
    pub assisted: Vec<Phrase>,
    /// What the reader has just done.
    pub done: Option<Done>,
    /// Why the reader may look but not work on it.
    pub barred: Option<Phrase>,
    /// The limit of the stage.
    pub clock: Option<Limit>,
    /// The limit of the whole way and of the stage, of what was sent back.
    pub whole: Option<Phrase>,
    /// That it was sent back to this stage, and why.
    pub returned: Option<(Phrase, String)>,
    /// For whom it waits, each with how that stands and what they wrote where they said no.
    pub awaits: Vec<(Phrase, Vec<Phrase>, Option<String>)>,
    /// How long the person has waited since they applied, while they wait.
    pub waited: Option<Phrase>,
    /// A year is touched whose holidays are not known yet.
    pub provisional: bool,
    /// When the clock stood still.
    pub pauses: Vec<Paused>,
    /// Whose desk it is on.
    pub desk: Phrase,
    /// What can be done now, the most likely first.
    pub acts: Vec<Act>,
    /// What the rules said.
    pub trace: Trace,
    /// How urgent it is among those that wait.
    pub points: Option<Points>,
    /// The decision, once there is one, line by line.
    pub decision: Vec<Phrase>,
    /// One objects to an office instead of asking for reconsideration.
    pub objects: bool,
    /// The reconsideration or objection, once there is one, line by line.
    pub reconsideration: Vec<Phrase>,
    /// The papers.
    pub papers: Vec<Paper>,
    /// The person, masked.
    pub person: Vec<Line>,
    /// The other facts, and where each came from.
    pub facts: Vec<Line>,
    /// The lists that were handed in.
    pub lists: Vec<Entries>,
    /// Other cases of the same person.
    pub duplicates: Vec<Duplicate>,
    /// Everything that happened, the oldest first.
    pub history: Vec<Entry>,
    /// What the person was told, the latest first.
    pub told: Vec<Phrase>,
    /// What can be printed: names and addresses.
    pub prints: Vec<(Phrase, String)>,
}

/// Something that can be done.
#[derive(Clone, Debug)]
pub enum Act {
    /// On a page of its own.
    Page {
        /// The words.
        words: Phrase,
        /// Its address.
        href: String,
    },
    /// At once, by a button.
    Now {
        /// The words.
        words: Phrase,
        /// Where the form is sent.
        action: String,
        /// Its unseen fields.
        hidden: Hidden,
    },
}

/// Days on which the clock stood still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paused {
    /// The first.
    pub from: Date,
    /// The last; none while it still stands.
    pub to: Option<Date>,
}

/// A paper.
#[derive(Clone, Debug)]
pub struct Paper {
    /// What it is.
    pub name: Phrase,
    /// Where it is opened, if it is a file: words and addresses.
    pub files: Vec<(Phrase, String)>,
    /// Where a scan of it is added, while that can be done.
    pub scan_href: Option<String>,
    /// Where it is from.
    pub from: Phrase,
    /// When it came.
    pub came_on: Option<Date>,
    /// How it stands.
    pub state: (Tone, Phrase),
}

/// A name and a value.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its name.
    pub name: Phrase,
    /// Its value, masked where it must be.
    pub value: Phrase,
    /// Where it is from.
    pub source: Option<Phrase>,
    /// What can be done about it: words and address.
    pub change: Option<(Phrase, String)>,
}

/// Another case of the same person.
#[derive(Clone, Debug)]
pub struct Duplicate {
    /// Its reference.
    pub reference: String,
    /// What is applied for.
    pub service: Phrase,
    /// The stage it is in.
    pub stage: Phrase,
    /// The day of submission.
    pub submitted_on: Date,
    /// Whether it can be opened by the reader.
    pub visible: bool,
}

/// The page of a case.
pub fn page(text: Text<'_>, case: &CasePage) -> Page {
    let title = text.with(
        "casework-case-title",
        &[
            ("name", case.head.name.clone().into()),
            ("service", text.say(&case.head.service).into()),
            ("stage", text.say(&case.stage).into()),
        ],
    );
    let heading = text.with(
        "casework-case-heading",
        &[
            ("name", case.head.name.clone().into()),
            ("service", text.say(&case.head.service).into()),
        ],
    );
    let number = text.with(
        "casework-case-number",
        &[
            ("number", grouped(&case.head.reference).into()),
            ("came", text.say(&case.came).into()),
        ],
    );
    let done = case
        .done
        .as_ref()
        .map(|done| done_notice(text, done, case.history.last()));
    let barred = case.barred.as_ref().map(|barred| {
        notice(
            Kind::Wait,
            text.get("casework-barred"),
            view! { <p>{text.say(barred)}</p> },
        )
    });
    let contest = if case.objects {
        "casework-objected"
    } else {
        "casework-reconsideration"
    };
    let urgent = case.urgent.map(|urgent| {
        let says = view! { <p>{text.get("casework-urgent-says")}</p> };
        notice(Kind::Wait, urgent.words(text), says)
    });
    let returned = case.returned.as_ref().map(|(says, why)| {
        let why = said::said(text, why);
        notice(Kind::Wait, text.say(says), why)
    });
    let awaits = case.awaits.iter().map(|(title, says, why)| {
        let says = says.iter().map(|says| view! { <p>{text.say(says)}</p> });
        let why = why.as_ref().map(|why| said::said(text, why));
        notice(Kind::Wait, text.say(title), view! { {says.collect_view()}{why} })
    });
    let body = view! {
        {back_link(text.get("frame-queue"), "/office")}
        <div class="page-head">
            <h1>{heading}</h1>
            {case.reading.as_ref().map(|named| reading(text, &named.reading))}
            <p>{tag(Tone::Info, text.say(&case.stage))}{case.standing.view(text)}</p>
            <p>{number}</p>
            <p><a href="#acts">{text.get("casework-to-acts")}</a></p>
            {done}
            {urgent}
            {returned}
            {awaits.collect_view()}
            {barred}
        </div>
        <div class="split split-work">
            <div class="flow">
                {said(text, "assisted", "casework-assisted", &case.assisted)}
                {said(text, "decision", "casework-decision", &case.decision)}
                {said(text, "reconsideration", contest, &case.reconsideration)}
                {trace::section(text, &case.trace)}
                {case.points.as_ref().map(|points| points.section(text))}
                {papers(text, &case.papers)}
                {person(text, case)}
                {lines(text, "facts", text.get("casework-facts"), &case.facts)}
                {case.lists.iter().map(|list| handed_in(text, list)).collect_view()}
                {duplicates(text, &case.duplicates)}
                {told(text, case)}
                <section class="flow" aria-labelledby="history">
                    <h2 id="history">{text.get("casework-history")}</h2>
                    {history::entries(text, &case.history)}
                </section>
            </div>
            {aside::aside(text, case)}
        </div>
    };
    Page::new(title, body).in_section(Section::Queue)
}

/// What was done, in the words of the history, and the way on to the next case.
fn done_notice(text: Text<'_>, done: &Done, last: Option<&Entry>) -> AnyView {
    let next = match done {
        Done::Claimed => return notice(Kind::Ok, text.get("casework-claimed"), ()),
        Done::NotClaimed(why) => {
            let why = notice(Kind::Wait, text.say(why), ());
            return view! { <div id=DONE tabindex="-1">{why}</div> }.into_any();
        }
        Done::Saved(next) => next,
    };
    let what = last.map(|entry| text.say(&entry.what)).unwrap_or_default();
    let title = text.with("casework-saved", &[("what", what.into())]);
    notice(Kind::Ok, title, queue::next_case(text, next, Look::Second, None))
}

/// A section of lines; nothing where there is none.
fn said(text: Text<'_>, id: &'static str, title: &'static str, lines: &[Phrase]) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let lines = lines.iter().map(|line| view! { <p>{text.say(line)}</p> });
    Some(
        view! {
            <section class="flow" aria-labelledby=id>
                <h2 id=id>{text.get(title)}</h2>
                {lines.collect_view()}
            </section>
        }
        .into_any(),
    )
}

fn papers(text: Text<'_>, papers: &[Paper]) -> AnyView {
    let rows = papers.iter().map(|paper| {
        let files = paper
            .files
            .iter()
            .map(|(words, href)| view! { <p><a href=href.clone()>{text.say(words)}</a></p> });
        let files = if paper.files.is_empty() {
            text.get("casework-no-file").into_any()
        } else {
            files.collect_view().into_any()
        };
        let scan = paper.scan_href.clone().map(|href| {
            let words = text.get("casework-scan");
            let label = actions::about(&words, &text.say(&paper.name));
            view! { <p><a href=href aria-label=label>{words}</a></p> }
        });
        let files = view! { {files}{scan} }.into_any();
        let came = paper
            .came_on
            .map_or_else(|| text.get("casework-not-yet"), |day| text.date(day));
        let cells = vec![
            files,
            text.say(&paper.from).into_any(),
            came.into_any(),
            tag(paper.state.0, text.say(&paper.state.1)),
        ];
        (text.say(&paper.name).into_any(), cells)
    });
    let table = Table {
        caption: text.get("casework-documents"),
        caption_shown: false,
        heads: vec![
            text.get("casework-document"),
            text.get("casework-file"),
            text.get("casework-from"),
            text.get("casework-came-on"),
            text.get("casework-standing"),
        ],
        rows: rows.collect(),
    };
    let marks = Marks {
        state: Some(4),
        sorted: None,
    };
    view! {
        <section class="flow" aria-labelledby="papers">
            <h2 id="papers">{text.get("casework-documents")}</h2>
            {table.view_marked(marks)}
            <p class="note muted">{text.get("casework-documents-noted")}</p>
        </section>
    }
    .into_any()
}

/// What the person was told and how, and the way to more of it.
fn told(text: Text<'_>, case: &CasePage) -> AnyView {
    let lines = case.told.iter().map(|line| view! { <p>{text.say(line)}</p> });
    let none = case
        .told
        .is_empty()
        .then(|| view! { <p>{text.get("casework-told-none")}</p> });
    view! {
        <section class="flow" aria-labelledby="told">
            <h2 id="told">{text.get("casework-notices")}</h2>
            {lines.collect_view()}
            {none}
            <p><a href=format!("{}/notices", case.head.href())>{text.get("casework-notices-more")}</a></p>
        </section>
    }
    .into_any()
}

/// How a name is read, after it and in text of its own: as ruby every character would be heard twice.
fn reading(text: Text<'_>, reading: &str) -> AnyView {
    let says = text.with("casework-name-said", &[("reading", reading.to_owned().into())]);
    view! { <p>{says}</p> }.into_any()
}

fn person(text: Text<'_>, case: &CasePage) -> AnyView {
    view! {
        {lines(text, "person", text.get("casework-person"), &case.person)}
        <p class="note muted">
            {text.get("casework-reveal-lead")}
            " "
            <a href=format!("{}/reveal", case.head.href())>{text.get("casework-reveal")}</a>
        </p>
    }
    .into_any()
}

fn lines(text: Text<'_>, id: &'static str, title: String, lines: &[Line]) -> AnyView {
    let lines = lines.iter().map(|line| Fact {
        name: text.say(&line.name),
        value: text.say(&line.value).into_any(),
        source: line.source.as_ref().map(|source| text.say(source)),
        change: line.change.as_ref().map(|(words, href)| Change {
            words: text.say(words),
            href: href.clone(),
        }),
    });
    view! {
        <section class="flow" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            {facts(lines.collect())}
        </section>
    }
    .into_any()
}

/// A list as it was handed in.
fn handed_in(text: Text<'_>, list: &Entries) -> AnyView {
    view! { <section class="flow"><h2>{text.say(&list.name)}</h2>{list.view(text, &[])}</section> }.into_any()
}

fn duplicates(text: Text<'_>, duplicates: &[Duplicate]) -> AnyView {
    if duplicates.is_empty() {
        return view! {
            <section class="flow" aria-labelledby="duplicates">
                <h2 id="duplicates">{text.get("casework-duplicates")}</h2>
                <p>{text.get("casework-duplicates-none")}</p>
            </section>
        }
        .into_any();
    }
    let rows = duplicates.iter().map(|other| {
        let number = if other.visible {
            view! { <a href=href(&other.reference)>{grouped(&other.reference)}</a> }.into_any()
        } else {
            grouped(&other.reference).into_any()
        };
        let cells = vec![
            text.say(&other.service).into_any(),
            text.say(&other.stage).into_any(),
            text.date(other.submitted_on).into_any(),
        ];
        (number, cells)
    });
    let table = Table {
        caption: text.get("casework-duplicates"),
        caption_shown: false,
        heads: vec![
            text.get("casework-reference"),
            text.get("casework-service"),
            text.get("casework-stage"),
            text.get("casework-submitted"),
        ],
        rows: rows.collect(),
    };
    view! {
        <section class="flow" aria-labelledby="duplicates">
            <h2 id="duplicates">{text.get("casework-duplicates")}</h2>
            {table.view()}
        </section>
    }
    .into_any()
}
