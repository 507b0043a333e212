//! What the person of a case was told: in the portal, outside of it, by an officer; what of it failed; and where they can
//! be reached.

use leptos::prelude::*;
use zhida::calendar::{Date, Instant};
use zhida::message::{ByHand, Channel, News};

use super::{Head, as_it_is};
use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::error_summary::error_summary;
use crate::components::facts::{Fact, facts};
use crate::components::form::{self, Hidden};
use crate::components::notice::{Kind as NoticeKind, notice};
use crate::components::table_cards::Table;
use crate::components::tag::{Tone, tag};
use crate::components::text_field::{Autocomplete, Entry, Width};
use crate::frame::{Page, Section};
use crate::message::{reach, title};
use crate::question::{self, Answer, Field, Kind, Leave, Problem, Question};
use crate::text::{Name, Phrase, Said, Text};

/// The name of what was told.
pub const WHAT: &str = "what";
/// The name of how.
pub const HOW: &str = "how";
/// The name of what is noted about it.
pub const NOTE: &str = "note";

/// How far something is that goes outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Not tried yet.
    Waiting,
    /// Handed over.
    Sent,
    /// An officer told it.
    Told,
    /// Tried in vain; it is tried again.
    Failed,
    /// Given up.
    Dead,
    /// There is no such way any more.
    Void,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Notices {
    /// The case.
    pub head: Head,
    /// The latest first.
    pub rows: Vec<Row>,
    /// What is known of the ways, masked.
    pub ways: Vec<(Phrase, Phrase)>,
    /// Unseen fields.
    pub hidden: Hidden,
    /// What was typed.
    pub typed: Vec<(String, String)>,
    /// What must be put right.
    pub problems: Vec<Problem>,
    /// What was just done.
    pub done: Option<Phrase>,
}

/// One news.
#[derive(Clone, Debug)]
pub struct Row {
    /// The number of its event.
    pub seq: i64,
    /// What it is.
    pub news: News,
    /// When it was.
    pub at: Instant,
    /// How many were told in the portal, and how many of them have opened it.
    pub portal: (u32, u32),
    /// How it was told elsewhere.
    pub ways: Vec<Way>,
}

/// A way in which news was told outside the portal.
#[derive(Clone, Debug)]
pub struct Way {
    /// What it is called.
    pub name: Phrase,
    /// How far it is.
    pub state: State,
    /// When that was.
    pub at: Instant,
    /// How often it was tried.
    pub attempts: i64,
    /// The proof of the gateway, what went wrong, or what an officer noted: as it came.
    pub says: Option<String>,
    /// Where it is tried again, with the unseen fields.
    pub retry: Option<(String, Hidden)>,
}

/// What a way is called, as it is kept.
pub fn way(channel: &str) -> Phrase {
    if let Some(channel) = Channel::parse(channel) {
        return reach::channel(channel);
    }
    match ByHand::parse(channel) {
        Some(by_hand) => by(by_hand),
        None => as_it_is(Name::only(channel)),
    }
}

fn by(by_hand: ByHand) -> Phrase {
    Phrase::new(match by_hand {
        ByHand::Call => "casework-told-call",
        ByHand::ReadOut => "casework-told-read-out",
        ByHand::Visit => "casework-told-visit",
    })
}

/// How far it is, in words.
pub fn state(state: State) -> (Tone, Phrase) {
    match state {
        State::Waiting => (Tone::Wait, Phrase::new("casework-told-waiting")),
        State::Sent => (Tone::Ok, Phrase::new("casework-told-sent")),
        State::Told => (Tone::Ok, Phrase::new("casework-told-done")),
        State::Failed => (Tone::Wait, Phrase::new("casework-told-failed")),
        State::Dead => (Tone::No, Phrase::new("casework-told-dead")),
        State::Void => (Tone::Open, Phrase::new("casework-told-void")),
    }
}

/// A news in one line, for the page of the case.
pub fn line(on: Date, news: News, ways: Vec<(Phrase, Phrase)>) -> Phrase {
    let said = |phrase: Phrase| Said::Words(Box::new(phrase));
    let mut all = Phrase::new("casework-told-portal");
    for (way, state) in ways {
        let one = Phrase::new("casework-told-way")
            .with("way", said(way))
            .with("state", said(state));
        all = Phrase::new("casework-told-and")
            .with("first", said(all))
            .with("then", said(one));
    }
    Phrase::new("casework-told-line")
        .with("day", Said::Day(on))
        .with("news", said(title(news)))
        .with("ways", said(all))
}

/// The page.
pub fn page(text: Text<'_>, model: &Notices) -> Page {
    let done = model
        .done
        .as_ref()
        .map(|done| notice(NoticeKind::Ok, text.say(done), ()));
    let question = asked(model);
    let ways = model.ways.iter().map(|(name, value)| Fact {
        name: text.say(name),
        value: text.say(value).into_any(),
        source: None,
        change: None,
    });
    let ways = if model.ways.is_empty() {
        view! { <p>{text.get("casework-reach-none")}</p> }.into_any()
    } else {
        facts(ways.collect())
    };
    let told = (!model.rows.is_empty()).then(|| {
        let fields = question
            .fields
            .iter()
            .map(|field| question::field_view(text, &question, field, false))
            .collect_view();
        let act = actions::row(vec![actions::submit(Look::Main, text.get("casework-told-save"))]);
        let inner = view! { {fields}{act} }.into_any();
        view! {
            <h2 id="by-hand">{text.get("casework-told-by-hand")}</h2>
            <p>{text.get("casework-told-by-hand-says")}</p>
            {form::post(&question.action, question.hidden.clone(), inner)}
        }
    });
    let body = view! {
        {back_link(text.get("casework-back-to-case"), model.head.href())}
        {error_summary(text, question::wrong(text, &question))}
        <div class="page-head">
            <h1>{text.get("casework-notices")}</h1>
            <p class="lead">{model.head.caption(text)}</p>
            {done}
        </div>
        <div class="flow">
            {rows(text, &model.rows)}
            <h2 id="ways">{text.get("casework-reach")}</h2>
            <p>{text.get("casework-reach-says")}</p>
            {ways}
            <p><a href=format!("{}/reach", model.head.href())>{text.get("casework-reach-record")}</a></p>
            {told}
        </div>
    };
    Page::new(text.get("casework-notices"), body)
        .in_section(Section::Queue)
        .with_problems(!model.problems.is_empty())
}

fn rows(text: Text<'_>, rows: &[Row]) -> AnyView {
    if rows.is_empty() {
        return view! { <p>{text.get("casework-told-none")}</p> }.into_any();
    }
    let rows = rows.iter().map(|row| {
        let (told, read) = row.portal;
        let portal = if told == 0 {
            text.get("casework-told-portal-nobody")
        } else {
            text.with(
                "casework-told-portal-count",
                &[("told", told.into()), ("read", read.into())],
            )
        };
        let ways = if row.ways.is_empty() {
            text.get("casework-told-nowhere").into_any()
        } else {
            let ways = row.ways.iter().map(|one| way_view(text, row.news, one));
            ways.collect_view().into_any()
        };
        let name = view! { <p>{text.say(&title(row.news))}</p><p class="note muted">{text.moment(row.at)}</p> };
        (name.into_any(), vec![portal.into_any(), ways])
    });
    let table = Table {
        caption: text.get("casework-notices"),
        caption_shown: false,
        heads: vec![
            text.get("casework-told-what"),
            text.get("casework-told-in-portal"),
            text.get("casework-told-outside"),
        ],
        rows: rows.collect(),
    };
    table.view()
}

fn way_view(text: Text<'_>, news: News, way: &Way) -> AnyView {
    let (tone, words) = state(way.state);
    let tried = (way.attempts > 1)
        .then(|| text.with("casework-told-tries", &[("count", way.attempts.into())]))
        .map(|tried| view! { <p class="note muted">{tried}</p> });
    let says = way.says.clone().map(|says| view! { <p class="note muted">{says}</p> });
    let retry = way.retry.clone().map(|(action, hidden)| {
        let words = text.get("casework-told-retry");
        let label = actions::about(&words, &text.say(&title(news)));
        view! {
            <form method="post" action=action>
                {form::fields(hidden)}
                <button class="button button-second" type="submit" aria-label=label>{words}</button>
            </form>
        }
    });
    view! {
        <div>
            <p>{text.say(&way.name)}" "{tag(tone, text.say(&words))}</p>
            <p class="note muted">{text.moment(way.at)}</p>
            {tried}
            {says}
            {retry}
        </div>
    }
    .into_any()
}

/// The form in which an officer says that they told it themselves.
fn asked(model: &Notices) -> Question {
    let what = model.rows.iter().map(|row| Answer {
        value: row.seq.to_string(),
        label: Phrase::new("casework-told-choice")
            .with("news", Said::Words(Box::new(title(row.news))))
            .with("day", Said::Day(row.at.date())),
        hint: None,
    });
    let how = ByHand::ALL.iter().map(|how| Answer {
        value: how.as_str().to_owned(),
        label: by(*how),
        hint: None,
    });
    let field = |name: &str, label: &str, optional, kind| Field {
        name: name.to_owned(),
        label: Phrase::new(label),
        hint: None,
        optional,
        depends: false,
        unknown: false,
        kind,
    };
    Question {
        action: format!("{}/notices", model.head.href()),
        back: None,
        part_of: Phrase::new("casework-notices"),
        progress: None,
        hidden: model.hidden.clone(),
        title: Phrase::new("casework-told-by-hand"),
        hint: None,
        why: None,
        fields: vec![
            field(WHAT, "casework-told-which", false, Kind::Choice(what.collect())),
            field(HOW, "casework-told-how", false, Kind::Choice(how.collect())),
            field(NOTE, "casework-told-note", true, Kind::Sentences),
        ],
        typed: model.typed.clone(),
        problems: model.problems.clone(),
        leave: None,
    }
}

/// The names of the fields in which an officer records how somebody is reached.
pub mod reaching {
    /// Who takes it.
    pub const NAME: &str = "name";
    /// A mobile number.
    pub const MOBILE: &str = "mobile";
    /// An e-mail address.
    pub const MAIL: &str = "mail";
    /// An address to write to.
    pub const ADDRESS: &str = "address";
    /// The ways that are wanted; there may be several, or none.
    pub const WAYS: &str = "ways";
    /// That it was checked.
    pub const CHECKED: &str = "checked";
}

/// The page on which an officer records where somebody can be reached. What is known is shown masked, and stays where a
/// field is left empty.
pub fn reach_page(
    text: Text<'_>,
    head: &Head,
    known: &[(&'static str, String)],
    hidden: Hidden,
    typed: Vec<(String, String)>,
    problems: Vec<Problem>,
) -> Page {
    let hint = |name: &str| {
        let known = known.iter().find(|(of, _)| *of == name);
        known
            .map(|(_, shown)| Phrase::new("casework-reach-known").with("shown", Said::Name(Name::only(shown.as_str()))))
    };
    let line = |name: &str, label: &str, width, entry| Field {
        name: name.to_owned(),
        label: Phrase::new(label),
        hint: hint(name),
        optional: name != reaching::NAME,
        depends: false,
        unknown: false,
        kind: Kind::Line(width, entry, Autocomplete::Off),
    };
    let ways = Channel::ALL.iter().map(|way| Answer {
        value: way.as_str().to_owned(),
        label: reach::channel(*way),
        hint: None,
    });
    let checked = Answer {
        value: "yes".to_owned(),
        label: Phrase::new("casework-reach-checked-yes"),
        hint: None,
    };
    let several = |name: &str, label: &str, hint: Option<&str>, optional, answers| Field {
        name: name.to_owned(),
        label: Phrase::new(label),
        hint: hint.map(Phrase::new),
        optional,
        depends: false,
        unknown: false,
        kind: Kind::Several(answers),
    };
    let question = Question {
        action: format!("{}/reach", head.href()),
        back: None,
        part_of: Phrase::new("casework-notices"),
        progress: None,
        hidden,
        title: Phrase::new("casework-reach-record"),
        hint: Some(Phrase::new("casework-reach-lead")),
        why: None,
        fields: vec![
            line(reaching::NAME, "casework-reach-name", Width::Identity, Entry::Text),
            line(reaching::MOBILE, "casework-reach-mobile", Width::Identity, Entry::Text),
            line(reaching::MAIL, "casework-reach-mail", Width::Full, Entry::Text),
            line(reaching::ADDRESS, "casework-reach-address", Width::Full, Entry::Text),
            several(
                reaching::WAYS,
                "casework-reach-ways",
                Some("casework-reach-ways-hint"),
                true,
                ways.collect(),
            ),
            several(reaching::CHECKED, "casework-reach-checked", None, false, vec![checked]),
        ],
        typed,
        problems,
        leave: Some(Leave {
            save: Phrase::new("casework-reach-save"),
            not: Phrase::new("casework-back-to-case"),
            href: head.href(),
        }),
    };
    question::page(text, &question)
        .in_section(Section::Queue)
        .keeping_what_is_typed()
}
