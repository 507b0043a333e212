//! 行政复议结果告知书: what the government said of a decision, what follows, and what can be done then.

use leptos::prelude::*;
use zhida::calendar::{Date, Month};
use zhida::casework::ReconsideredAs;
use zhida::money::Fen;

use super::Sheet;
use super::decision::FirstPayment;
use crate::components::said::said;
use crate::frame::Page;
use crate::text::{Name, Phrase, Text};

/// What the letter says.
#[derive(Clone, Debug)]
pub struct Reconsidered {
    /// Head and foot.
    pub sheet: Sheet,
    /// What was applied for.
    pub service: Phrase,
    /// The case's reference, in spoken groups.
    pub reference: String,
    /// When reconsideration was asked for.
    pub asked_on: Date,
    /// Who reconsidered.
    pub by: Name,
    /// It was an objection, by this law.
    pub objection: Option<Objected>,
    /// What it says.
    pub result: ReconsideredAs,
    /// The number of its paper.
    pub number: String,
    /// The day of its paper.
    pub on: Date,
    /// Its reasons in plain words.
    pub reasons: String,
    /// What is paid after a change.
    pub pays: Option<Pays>,
    /// What follows where it is decided again.
    pub again: Option<Again>,
    /// The way to court; nothing where it does not lead there.
    pub court: Option<Court>,
    /// The last day to ask again.
    pub ask_again_until: Option<Date>,
}

/// That an office was objected to.
#[derive(Clone, Debug)]
pub struct Objected {
    /// Which law says so.
    pub basis: Option<Phrase>,
}

/// What is paid after a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pays {
    /// A month's amount.
    pub monthly: Fen,
    /// The first month.
    pub from: Month,
    /// The first payment, less what was paid before.
    pub first: Option<FirstPayment>,
}

/// That it is decided again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Again {
    /// By when.
    pub until: Option<Date>,
    /// What is paid meanwhile.
    pub meanwhile: Option<Fen>,
    /// The month that a grant counts from.
    pub from: Month,
}

/// The way to court.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Court {
    /// Within how many days.
    pub days: u32,
    /// The day the government's paper was received and the last day.
    pub counted: Option<(Date, Date)>,
}

/// The letter.
pub fn page(text: Text<'_>, letter: &Reconsidered) -> Page {
    let by = letter.by.shown(text.language()).0.to_owned();
    let opening = text.with(
        if letter.objection.is_some() {
            "letter-objection-opening"
        } else {
            "letter-reconsidered-opening"
        },
        &[
            ("day", text.date(letter.asked_on).into()),
            ("service", text.say(&letter.service).into()),
            ("reference", letter.reference.clone().into()),
            ("by", by.clone().into()),
        ],
    );
    let paper = text.with(
        "letter-reconsidered-paper",
        &[
            ("by", by.into()),
            ("number", letter.number.clone().into()),
            ("day", text.date(letter.on).into()),
        ],
    );
    let next = next(text, letter);
    let then = then(text, letter);
    let matter = view! {
        <p>{opening}</p>
        <div class="letter-sum"><p>{text.say(&result(letter.result, letter.objection.is_some()))}</p><p>{paper}</p></div>
        <h2>{text.get("letter-why")}</h2>
        {said(text, &letter.reasons)}
        <h2>{text.get("sent-next")}</h2>
        {next.into_iter().map(|says| view! { <p>{says}</p> }).collect_view()}
        <h2>{text.get("letter-reconsidered-then")}</h2>
        {then.into_iter().map(|says| view! { <p>{says}</p> }).collect_view()}
        <p>{text.get(if letter.objection.is_some() {
            "letter-objection-stands-for-nothing"
        } else {
            "letter-reconsidered-stands-for-nothing"
        })}</p>
    };
    let title = if letter.objection.is_some() {
        "letter-objection-title"
    } else {
        "letter-reconsidered-title"
    };
    let title = text.phrases(title, &[]);
    letter.sheet.page(text, title, matter.into_any())
}

/// What the government says, in a sentence; or the office that was objected to.
pub fn result(result: ReconsideredAs, objected: bool) -> Phrase {
    Phrase::new(match result {
        ReconsideredAs::Ordered if objected => "letter-objection-ordered",
        ReconsideredAs::Ended if objected => "letter-objection-ended",
        ReconsideredAs::Upheld => "letter-reconsidered-upheld",
        ReconsideredAs::Changed => "letter-reconsidered-changed",
        ReconsideredAs::Annulled | ReconsideredAs::AnnulledForProcedure => "letter-reconsidered-annulled",
        ReconsideredAs::Ordered => "letter-reconsidered-ordered",
        ReconsideredAs::Unlawful => "letter-reconsidered-unlawful",
        ReconsideredAs::Settled => "letter-reconsidered-settled",
        ReconsideredAs::Dismissed => "letter-reconsidered-dismissed",
        ReconsideredAs::NotTakenUp => "letter-reconsidered-not-taken-up",
        ReconsideredAs::Ended => "letter-reconsidered-ended",
    })
}

/// What follows.
fn next(text: Text<'_>, letter: &Reconsidered) -> Vec<String> {
    let mut says = Vec::new();
    if let Some(pays) = letter.pays {
        says.push(text.with(
            "letter-reconsidered-pays",
            &[
                ("amount", text.money(pays.monthly).into()),
                ("from", text.month(pays.from).into()),
            ],
        ));
        says.extend(pays.first.map(|first| {
            text.with(
                "letter-reconsidered-first",
                &[
                    ("day", text.date(first.by).into()),
                    ("until", text.month(first.until).into()),
                    ("sum", text.money(first.sum).into()),
                ],
            )
        }));
    }
    if letter.again.is_some() && letter.objection.is_some() {
        let until = letter.again.and_then(|again| again.until);
        says.push(match until {
            Some(until) => text.with("letter-objection-again-until", &[("until", text.date(until).into())]),
            None => text.get("letter-objection-again"),
        });
    } else if let Some(again) = letter.again {
        says.push(match again.until {
            Some(until) => text.with(
                "letter-reconsidered-again-until",
                &[
                    ("until", text.date(until).into()),
                    ("from", text.month(again.from).into()),
                ],
            ),
            None => text.with("letter-reconsidered-again", &[("from", text.month(again.from).into())]),
        });
        says.extend(again.meanwhile.map(|amount| {
            text.with(
                "letter-reconsidered-meanwhile",
                &[("amount", text.money(amount).into())],
            )
        }));
    }
    if says.is_empty() {
        says.push(if letter.result.decides_again() && letter.objection.is_some() {
            text.get("letter-objection-decided-again")
        } else if letter.result.decides_again() {
            text.get("letter-reconsidered-decided-again")
        } else {
            text.get("letter-reconsidered-stands")
        });
    }
    says
}

/// What can be done then.
fn then(text: Text<'_>, letter: &Reconsidered) -> Vec<String> {
    let mut says = Vec::new();
    if let Some(objection) = &letter.objection {
        if letter.result.leads_to_court() {
            says.push(text.get("letter-objection-then"));
            let basis = objection
                .basis
                .as_ref()
                .map(|basis| text.say(basis))
                .unwrap_or_default();
            says.push(text.with("letter-objection-basis", &[("basis", basis.into())]));
        } else {
            says.push(text.get("letter-objection-no-court"));
        }
        return says;
    }
    if let Some(until) = letter.ask_again_until {
        says.push(text.with("letter-reconsidered-ask-again", &[("until", text.date(until).into())]));
    }
    match letter.court {
        Some(court) => {
            says.push(match court.counted {
                Some((received, until)) => text.with(
                    "letter-reconsidered-court-until",
                    &[
                        ("received", text.date(received).into()),
                        ("days", court.days.into()),
                        ("until", text.date(until).into()),
                    ],
                ),
                None => text.with("letter-reconsidered-court", &[("days", court.days.into())]),
            });
            says.push(text.get("letter-reconsidered-which-court"));
            says.push(text.get("letter-reconsidered-basis"));
        }
        None => says.push(text.get("letter-reconsidered-no-court")),
    }
    says
}
