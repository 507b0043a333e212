//! The page of a case: why it can or cannot be granted, condition by condition; the papers; the person,
//! masked; what else the person has asked for; the clock; everything that happened; and what can be done now.

use leptos::prelude::*;
use zhida::calendar::{Date, Instant};

use super::{Head, Standing, grouped, href};
use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::clock::{Limit, clock};
use crate::components::conditions::{Condition, conditions};
use crate::components::details::more;
use crate::components::facts::{Change, Fact, facts};
use crate::components::form::{self, Hidden};
use crate::components::notice::{Kind, notice};
use crate::components::table_cards::{Marks, Table};
use crate::components::tag::{Tone, tag};
use crate::frame::{Page, Section};
use crate::text::{Name, Phrase, Said, Text};

/// What the page of a case shows.
#[derive(Clone, Debug)]
pub struct CasePage {
    /// The case.
    pub head: Head,
    /// The stage it is in.
    pub stage: Phrase,
    /// How it stands.
    pub standing: Standing,
    /// When and where it came from, and who filled it in.
    pub came: Phrase,
    /// What has just been done.
    pub done: Option<Phrase>,
    /// Why the reader may look but not work on it.
    pub barred: Option<Phrase>,
    /// The limit of the stage.
    pub clock: Option<Limit>,
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
    /// The decision, once there is one, line by line.
    pub decision: Vec<Phrase>,
    /// The papers.
    pub papers: Vec<Paper>,
    /// The person, masked.
    pub person: Vec<Line>,
    /// The other facts, and where each came from.
    pub facts: Vec<Line>,
    /// Other cases of the same person.
    pub duplicates: Vec<Duplicate>,
    /// Everything that happened, the oldest first.
    pub history: Vec<Entry>,
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

/// An assessment, condition by condition.
#[derive(Clone, Debug)]
pub struct Trace {
    /// The day it was made for.
    pub on: Date,
    /// How it came out: a tone, a word, and what it means.
    pub outcome: (Tone, Phrase, Phrase),
    /// The conditions in the order of the rules.
    pub lines: Vec<TraceLine>,
    /// What would turn it.
    pub nearest: Vec<Phrase>,
    /// The values of policy that were used: names and values.
    pub policy: Vec<(Phrase, Phrase)>,
    /// The version of the rules, as far as people compare it.
    pub definition: String,
}

/// One condition.
#[derive(Clone, Debug)]
pub struct TraceLine {
    /// How it stands for the person.
    pub standing: Stands,
    /// What it says.
    pub says: Phrase,
    /// The facts it read: name, value, and where it is from.
    pub facts: Vec<(Phrase, Phrase, Phrase)>,
    /// The document it rests on.
    pub basis: Option<Phrase>,
}

/// How a condition stands for the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// For them.
    For,
    /// Against them.
    Against,
    /// Not one that is needed: another of its group holds, or it is only a note.
    Aside,
    /// Not known.
    Open,
}

/// A paper.
#[derive(Clone, Debug)]
pub struct Paper {
    /// What it is.
    pub name: Phrase,
    /// Where it is opened, if it is a file: words and addresses.
    pub files: Vec<(Phrase, String)>,
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

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What.
    pub what: Phrase,
    /// When.
    pub at: Instant,
    /// Who, as far as it is to be said.
    pub by: Option<Phrase>,
    /// What belongs to it, line by line.
    pub details: Vec<Phrase>,
    /// What somebody wrote.
    pub sentence: Option<String>,
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
        .map(|done| notice(Kind::Ok, text.say(done), ().into_any()));
    let barred = case.barred.as_ref().map(|barred| {
        notice(
            Kind::Wait,
            text.get("casework-barred"),
            view! { <p>{text.say(barred)}</p> },
        )
    });
    let body = view! {
        {back_link(text.get("frame-queue"), "/office")}
        <div class="page-head">
            <h1>{heading}</h1>
            <p>{tag(Tone::Info, text.say(&case.stage))}{case.standing.view(text)}</p>
            <p>{number}</p>
            <p><a href="#acts">{text.get("casework-to-acts")}</a></p>
            {done}
            {barred}
        </div>
        <div class="split split-work">
            <div class="flow">
                {decision(text, &case.decision)}
                {trace(text, &case.trace)}
                {papers(text, &case.papers)}
                {person(text, case)}
                {lines(text, "facts", text.get("casework-facts"), &case.facts)}
                {duplicates(text, &case.duplicates)}
                <section class="flow" aria-labelledby="history">
                    <h2 id="history">{text.get("casework-history")}</h2>
                    {entries(text, &case.history)}
                </section>
            </div>
            {aside(text, case)}
        </div>
    };
    Page::new(title, body).in_section(Section::Queue)
}

fn aside(text: Text<'_>, case: &CasePage) -> AnyView {
    let provisional = case
        .provisional
        .then(|| view! { <p class="hint">{text.get("casework-provisional")}</p> });
    let pauses = case.pauses.iter().map(|paused| {
        let words = match paused.to {
            Some(to) => text.with(
                "casework-paused",
                &[
                    ("from", text.day_with_weekday(paused.from).into()),
                    ("to", text.day_with_weekday(to).into()),
                ],
            ),
            None => text.with(
                "casework-paused-since",
                &[("from", text.day_with_weekday(paused.from).into())],
            ),
        };
        view! { <p class="note muted">{words}</p> }
    });
    let prints = case
        .prints
        .iter()
        .map(|(words, href)| view! { <li><a href=href.clone()>{text.say(words)}</a></li> });
    let prints = (!case.prints.is_empty()).then(|| {
        view! {
            <section class="stack-2" aria-labelledby="print">
                <h2 id="print">{text.get("casework-print")}</h2>
                <ul class="link-list" role="list">{prints.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <aside class="split-aside stack-4" aria-label=text.get("casework-aside")>
            {case.clock.as_ref().map(|limit| clock(text, "clock", limit))}
            {provisional}
            {pauses.collect_view()}
            {acts(text, case)}
            {prints}
        </aside>
    }
    .into_any()
}

/// The first act is the filled button; the others are ways beside it.
fn acts(text: Text<'_>, case: &CasePage) -> AnyView {
    let mut first = true;
    let mut links = Vec::new();
    let mut buttons = Vec::new();
    for act in &case.acts {
        let look = if first { Look::Main } else { Look::Second };
        match act {
            Act::Page { words, href } if first => buttons.push(actions::go(look, text.say(words), href.clone())),
            Act::Page { words, href } => {
                links.push(view! { <li>{actions::link(text.say(words), href.clone())}</li> });
            }
            Act::Now { words, action, hidden } => buttons.push(
                view! {
                    <form method="post" action=action.clone()>
                        {form::fields(hidden.clone())}
                        {actions::submit(look, text.say(words))}
                    </form>
                }
                .into_any(),
            ),
        }
        first = false;
    }
    let nothing = case
        .acts
        .is_empty()
        .then(|| view! { <p>{text.get("casework-nothing-to-do")}</p> });
    let links = (!links.is_empty()).then(|| view! { <ul class="link-list" role="list">{links}</ul> });
    view! {
        <section class="panel" aria-labelledby="acts">
            <h2 id="acts">{text.get("casework-acts")}</h2>
            <p class="note muted">{text.say(&case.desk)}</p>
            {nothing}
            {buttons}
            {links}
        </section>
    }
    .into_any()
}

fn decision(text: Text<'_>, lines: &[Phrase]) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let lines = lines.iter().map(|line| view! { <p>{text.say(line)}</p> });
    Some(
        view! {
            <section class="flow" aria-labelledby="decision">
                <h2 id="decision">{text.get("casework-decision")}</h2>
                {lines.collect_view()}
            </section>
        }
        .into_any(),
    )
}

fn trace(text: Text<'_>, trace: &Trace) -> AnyView {
    let (tone, outcome, means) = &trace.outcome;
    let lines = trace.lines.iter().map(|line| {
        let (tone, state) = match line.standing {
            Stands::For => (Tone::Ok, text.get("casework-for")),
            Stands::Against => (Tone::No, text.get("casework-against")),
            Stands::Aside => (Tone::Plain, text.get("casework-beside")),
            Stands::Open => (Tone::Open, text.get("casework-open")),
        };
        Condition {
            tone,
            state,
            says: text.say(&line.says),
            basis: basis(text, line),
            ask: None,
        }
    });
    let nearest = (!trace.nearest.is_empty()).then(|| {
        let changes: Vec<String> = trace.nearest.iter().map(|change| text.say(change)).collect();
        let changes = changes.join(&text.get("casework-and"));
        view! { <p class="note">{text.with("casework-nearest", &[("changes", changes.into())])}</p> }
    });
    let policy = trace.policy.iter().map(|(name, value)| Fact {
        name: text.say(name),
        value: text.say(value).into_any(),
        source: None,
        change: None,
    });
    let made = text.with(
        "casework-trace-made",
        &[
            ("day", text.date(trace.on).into()),
            ("version", trace.definition.clone().into()),
        ],
    );
    view! {
        <section class="flow" aria-labelledby="trace">
            <h2 id="trace">{text.get("casework-trace")}</h2>
            <p>{tag(*tone, text.say(outcome))}{text.say(means)}</p>
            {conditions(lines.collect())}
            {nearest}
            {more(text.get("casework-trace-from"), view! { <p>{made}</p>{facts(policy.collect())} })}
        </section>
    }
    .into_any()
}

/// The facts a condition read, where they are from, and the law: one line.
fn basis(text: Text<'_>, line: &TraceLine) -> Option<String> {
    let mut parts: Vec<String> = line
        .facts
        .iter()
        .map(|(name, value, source)| {
            text.with(
                "casework-trace-fact",
                &[
                    ("fact", text.say(name).into()),
                    ("value", text.say(value).into()),
                    ("source", text.say(source).into()),
                ],
            )
        })
        .collect();
    if let Some(basis) = &line.basis {
        parts.push(text.with("casework-trace-basis", &[("basis", text.say(basis).into())]));
    }
    (!parts.is_empty()).then(|| parts.join(&text.get("casework-next-sentence")))
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

/// What happened, as a line.
pub(super) fn entries(text: Text<'_>, entries: &[Entry]) -> AnyView {
    let entries = entries.iter().map(|entry| {
        let when = match &entry.by {
            Some(by) => text.with(
                "casework-entry-by",
                &[("when", text.moment(entry.at).into()), ("who", text.say(by).into())],
            ),
            None => text.moment(entry.at),
        };
        let details = entry
            .details
            .iter()
            .map(|line| view! { <p class="stop-body">{text.say(line)}</p> });
        let sentence = entry
            .sentence
            .clone()
            .map(|words| view! { <p class="stop-body">{text.with("casework-quoted", &[("words", words.into())])}</p> });
        view! {
            <li class="stop-done">
                <p class="stop-name">{text.say(&entry.what)}</p>
                <p class="stop-when">{when}</p>
                {details.collect_view()}
                {sentence}
            </li>
        }
    });
    view! { <ol class="route route-events" role="list">{entries.collect_view()}</ol> }.into_any()
}

/// An office and an officer of it, as history names them.
pub fn officer(office: Name, name: &str) -> Phrase {
    Phrase::new("casework-officer")
        .with("office", Said::Name(office))
        .with("name", Said::Name(Name::only(name)))
}
