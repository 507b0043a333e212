//! What the rules said of a case, condition by condition, with what each rests on.

use leptos::prelude::*;
use zhida::calendar::Date;

use crate::components::conditions::{Condition, conditions};
use crate::components::details::more;
use crate::components::facts::{Fact, facts};
use crate::components::tag::{Tone, tag};
use crate::text::{Phrase, Text};

/// An assessment, condition by condition.
#[derive(Clone, Debug)]
pub struct Trace {
    /// The day it was made for.
    pub on: Date,
    /// How it came out: a tone, a word, and what it means.
    pub outcome: (Tone, Phrase, Phrase),
    /// What the person chose where two benefits of a kind cannot be had together.
    pub choice: Option<Phrase>,
    /// The conditions in the order of the rules.
    pub lines: Vec<TraceLine>,
    /// What would turn it.
    pub nearest: Vec<Phrase>,
    /// Whether facts that nobody knows yet have a say in that as well.
    pub open: bool,
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
    /// Whether the outcome hangs on it: it stands against the person, is not known, or is what carries the service.
    pub decides: bool,
    /// Whether it would bar the service: whoever judges looks at that too.
    pub bars: bool,
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

/// The section of the page.
pub(super) fn section(text: Text<'_>, trace: &Trace) -> AnyView {
    let (tone, outcome, means) = &trace.outcome;
    let shown = |line: &TraceLine| {
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
    };
    let (decide, others): (Vec<_>, Vec<_>) = trace.lines.iter().partition(|line| line.decides);
    let others = (!others.is_empty()).then(|| {
        let title = text.with("casework-trace-others", &[("count", others.len().into())]);
        more(title, conditions(others.into_iter().map(shown).collect()))
    });
    let nearest = (!trace.nearest.is_empty()).then(|| {
        let changes: Vec<String> = trace.nearest.iter().map(|change| text.say(change)).collect();
        let changes = changes.join(&text.get("casework-and"));
        let says = if trace.open {
            "casework-nearest-open"
        } else {
            "casework-nearest"
        };
        view! { <p class="note">{text.with(says, &[("changes", changes.into())])}</p> }
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
            {trace.choice.as_ref().map(|choice| view! { <p>{text.say(choice)}</p> })}
            {conditions(decide.into_iter().map(shown).collect())}
            {nearest}
            {others}
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
