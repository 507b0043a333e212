//! The forms of a reconsideration: handed on, taken up, replied to, taking longer, and how it ended.

use zhida::calendar::Date;

use super::command::{choice, chosen, field, hinted, sentence};
use crate::components::text_field::{Autocomplete, Entry, Width};
use crate::question::{Field, Kind};
use crate::text::{Name, Phrase, Text};

/// What is recorded of a reconsideration.
#[derive(Clone, Debug)]
pub enum Step {
    /// The request was handed to the government.
    PassOn {
        /// Which government.
        to: Name,
    },
    /// The government has taken it up.
    TakeUp,
    /// The office has replied.
    Reply {
        /// The last day for it.
        until: Option<Date>,
    },
    /// The government takes longer.
    Extend {
        /// The latest day there can be.
        longest: Date,
    },
    /// How it ended.
    Outcome,
    /// What the office says that was objected to.
    Objection,
}

/// The field names that only these forms have.
pub mod named {
    /// The day on which the office got the copy.
    pub const RECEIVED: &str = "received";
    /// Ordinary or simple.
    pub const PROCEDURE: &str = "procedure";
    /// What the government says.
    pub const RESULT: &str = "result";
    /// The day on which the paper reached the person.
    pub const SERVED: &str = "served";
    /// The last day to decide again.
    pub const AGAIN: &str = "again";
}

/// The simple procedure, as a value of [`named::PROCEDURE`]; `ordinary` is the other one.
pub const SIMPLE: &str = "simple";

/// What a government can say, by the domain's words for it.
const RESULTS: &[(&str, &str)] = &[
    ("upheld", "casework-reconsidered-upheld"),
    ("changed", "casework-reconsidered-changed"),
    ("annulled", "casework-reconsidered-annulled"),
    ("annulled_for_procedure", "casework-reconsidered-procedure"),
    ("ordered", "casework-reconsidered-ordered"),
    ("unlawful", "casework-reconsidered-unlawful"),
    ("settled", "casework-reconsidered-settled"),
    ("dismissed", "casework-reconsidered-dismissed"),
    ("not_taken_up", "casework-reconsidered-not-taken-up"),
    ("ended", "casework-reconsidered-ended"),
];

/// What an office can say that was objected to.
const ANSWERS: &[(&str, &str)] = &[
    ("upheld", "casework-objection-upheld"),
    ("ordered", "casework-objection-ordered"),
    ("ended", "casework-objection-ended"),
];

impl Step {
    /// The last part of its address.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::PassOn { .. } => "contest_pass_on",
            Self::TakeUp => "contest_take_up",
            Self::Reply { .. } => "contest_reply",
            Self::Extend { .. } => "contest_extend",
            Self::Outcome | Self::Objection => "contest_outcome",
        }
    }

    /// Its heading, what it does, and the words of its button.
    pub(super) fn words(&self, text: Text<'_>) -> [String; 3] {
        let save = text.get("casework-contest-save");
        match self {
            Self::PassOn { to } => [
                text.get("casework-contest-pass-on"),
                text.with(
                    "casework-contest-pass-on-lead",
                    &[("to", to.shown(text.language()).0.to_owned().into())],
                ),
                save,
            ],
            Self::TakeUp => [
                text.get("casework-contest-take-up"),
                text.get("casework-contest-take-up-lead"),
                save,
            ],
            Self::Reply { until } => [
                text.get("casework-contest-reply"),
                match until {
                    Some(until) => text.with(
                        "casework-contest-reply-until",
                        &[("until", text.day_with_weekday(*until).into())],
                    ),
                    None => text.get("casework-contest-reply-lead"),
                },
                save,
            ],
            Self::Extend { longest } => [
                text.get("casework-contest-extend"),
                text.with(
                    "casework-contest-extend-lead",
                    &[("longest", text.day_with_weekday(*longest).into())],
                ),
                save,
            ],
            Self::Outcome => [
                text.get("casework-contest-outcome"),
                text.get("casework-contest-outcome-lead"),
                save,
            ],
            Self::Objection => [
                text.get("casework-objection-decide"),
                text.get("casework-objection-decide-lead"),
                save,
            ],
        }
    }

    /// What is asked.
    pub(super) fn fields(&self) -> Vec<Field> {
        let day = |name: &str, label: &str| chosen(name, label, Kind::Day { own_birthday: false });
        let number = |label: &str| {
            chosen(
                field::NUMBER,
                label,
                Kind::Line(Width::Full, Entry::Text, Autocomplete::Off),
            )
        };
        let optional = |field: Field| Field {
            optional: true,
            ..field
        };
        match self {
            Self::PassOn { .. } => vec![
                day(field::ON, "casework-contest-passed-on"),
                hinted(number("casework-contest-receipt"), "casework-contest-receipt-hint"),
            ],
            Self::TakeUp => vec![
                day(field::ON, "casework-contest-taken-on"),
                day(named::RECEIVED, "casework-contest-received"),
                chosen(
                    named::PROCEDURE,
                    "casework-contest-procedure",
                    choice(&[
                        ("ordinary", "casework-contest-ordinary"),
                        (SIMPLE, "casework-contest-simple"),
                    ]),
                ),
                number("casework-contest-number"),
            ],
            Self::Reply { .. } => vec![day(field::ON, "casework-contest-replied")],
            Self::Extend { .. } => vec![day(field::ON, "casework-contest-extended")],
            Self::Objection => vec![
                chosen(named::RESULT, "casework-contest-result", choice(ANSWERS)),
                number("casework-contest-number"),
                day(field::ON, "casework-contest-dated"),
                hinted(
                    optional(day(named::AGAIN, "casework-contest-again")),
                    "casework-contest-again-hint",
                ),
                sentence("casework-objection-reasons", Some("casework-contest-reasons-hint")),
            ],
            Self::Outcome => vec![
                chosen(named::RESULT, "casework-contest-result", choice(RESULTS)),
                number("casework-contest-number"),
                day(field::ON, "casework-contest-dated"),
                hinted(
                    optional(day(named::SERVED, "casework-contest-served")),
                    "casework-contest-served-hint",
                ),
                hinted(
                    optional(chosen(
                        field::MONTHLY,
                        "casework-contest-monthly",
                        Kind::Number(Phrase::new("casework-per-month")),
                    )),
                    "casework-contest-monthly-hint",
                ),
                hinted(
                    optional(chosen(
                        field::FROM,
                        "casework-decide-from",
                        Kind::Line(Width::Phone, Entry::Text, Autocomplete::Off),
                    )),
                    "casework-contest-from-hint",
                ),
                hinted(
                    optional(day(named::AGAIN, "casework-contest-again")),
                    "casework-contest-again-hint",
                ),
                sentence("casework-contest-reasons", Some("casework-contest-reasons-hint")),
            ],
        }
    }
}
