//! The working side: what is to be done, a case with everything about it, and the commands of each stage.
//!
//! The pages hold no rule of their own: what may be done, and why not, is the domain's, and reaches them as
//! acts, refusals and problems.

pub mod accept;
pub mod answering;
mod aside;
pub mod barred;
pub mod case;
pub mod command;
pub mod confirm;
pub mod conflict;
pub mod contest;
pub mod history;
pub mod known;
pub mod needs;
pub mod notices;
pub mod points;
pub mod queue;
pub mod ratings;
pub mod reveal;
pub mod scan;
pub mod search;
pub mod substitutes;
pub mod trace;
pub mod unwanted;

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

use leptos::prelude::*;
use zhida::calendar::Date;

use crate::components::tag::{Tone, tag};
use crate::text::{AS_IT_IS, Name, Phrase, Said, Text};

/// A case as pages about it name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its reference, ungrouped.
    pub reference: String,
    /// The person it is about.
    pub name: String,
    /// What is applied for.
    pub service: Phrase,
}

impl Head {
    /// The page of the case.
    pub fn href(&self) -> String {
        href(&self.reference)
    }

    /// Person, service and number in a line.
    pub(super) fn caption(&self, text: Text<'_>) -> String {
        text.with(
            "casework-caption",
            &[
                ("name", self.name.clone().into()),
                ("service", text.say(&self.service).into()),
                ("number", grouped(&self.reference).into()),
            ],
        )
    }
}

/// The page of a case.
pub fn href(reference: &str) -> String {
    format!("/office/cases/{reference}")
}

/// A name or word that stands as it is where a text is expected.
pub fn as_it_is(name: Name) -> Phrase {
    Phrase::new(AS_IT_IS).with("words", Said::Name(name))
}

/// A reference in the groups it is spoken in: `ZD 3957 6284 K`.
pub fn grouped(reference: &str) -> String {
    let mut grouped = String::new();
    for (at, character) in reference.chars().enumerate() {
        if matches!(at, 2 | 6 | 10) {
            grouped.push(' ');
        }
        grouped.push(character);
    }
    grouped
}

/// How a case stands, in one or two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Within its limit.
    OnTime,
    /// At least 70 % of its limit is used.
    DueSoon,
    /// Past the last day.
    Overdue,
    /// The clock stands still until the applicant brings papers.
    Waiting,
    /// Decided; the notice runs, or the award is being made.
    Decided,
    /// Nothing more to do.
    Closed,
}

impl Standing {
    /// The tag.
    pub(super) fn view(self, text: Text<'_>) -> AnyView {
        let (tone, words) = match self {
            Self::OnTime => (Tone::Ok, text.get("casework-on-time")),
            Self::DueSoon => (Tone::Wait, text.get("casework-due-soon")),
            Self::Overdue => (Tone::No, text.get("casework-overdue")),
            Self::Waiting => (Tone::Info, text.get("casework-waiting")),
            Self::Decided => (Tone::Info, text.get("casework-decided")),
            Self::Closed => (Tone::Plain, text.get("casework-closed")),
        };
        tag(tone, words)
    }
}

/// That a case cannot wait, and how long there is still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgent {
    /// No document sets hours.
    Soon,
    /// So many whole hours.
    Left(u32),
    /// So many whole hours too many.
    Over(u32),
}

impl Urgent {
    /// In words.
    pub(super) fn words(self, text: Text<'_>) -> String {
        match self {
            Self::Soon => text.get("casework-urgent"),
            Self::Left(0) => text.get("casework-urgent-now"),
            Self::Left(hours) => text.with("casework-urgent-left", &[("hours", hours.into())]),
            Self::Over(hours) => text.with("casework-urgent-over", &[("hours", hours.into())]),
        }
    }

    /// The tag.
    pub(super) fn view(self, text: Text<'_>) -> AnyView {
        let tone = match self {
            Self::Over(_) => Tone::No,
            Self::Soon | Self::Left(_) => Tone::Wait,
        };
        tag(tone, self.words(text))
    }
}

/// When something must be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// A last day, and the working days after today until then.
    Left(Date, u32),
    /// A last day that was so many working days ago.
    Over(Date, u32),
    /// Standing still until the papers come, at the latest on this day, or without end.
    Paused(Option<Date>),
    /// Nothing is due.
    Nothing,
}

impl Due {
    /// In words.
    pub(super) fn words(self, text: Text<'_>, today: Date) -> String {
        let shown = |day| text.day_seen_on(day, today);
        match self {
            Self::Left(day, 0) => text.with("casework-due-today", &[("day", shown(day).into())]),
            Self::Left(day, days) => text.with(
                "casework-due-left",
                &[("day", shown(day).into()), ("days", days.into())],
            ),
            Self::Over(day, days) => text.with(
                "casework-due-over",
                &[("day", shown(day).into()), ("days", days.into())],
            ),
            Self::Paused(Some(day)) => text.with("casework-due-paused", &[("day", shown(day).into())]),
            Self::Paused(None) => text.get("casework-due-held"),
            Self::Nothing => text.get("casework-due-nothing"),
        }
    }
}
