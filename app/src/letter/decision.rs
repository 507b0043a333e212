//! The decision: what is granted or not, why, how it could be otherwise, and how to contest it.
//!
//! It carries everything the law asks of a decision that refuses or cuts: facts, reasons with their legal
//! basis, the way and the time to contest (行政复议法 arts. 11, 20, 22).

use leptos::prelude::*;
use zhida::calendar::{Date, Month};
use zhida::money::Fen;

use super::Sheet;
use crate::components::conditions::{Condition, conditions};
use crate::components::said::said;
use crate::components::tag::Tone;
use crate::frame::Page;
use crate::text::{Name, Phrase, Text};

/// What the letter says.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Head and foot.
    pub sheet: Sheet,
    /// What was applied for.
    pub service: Phrase,
    /// The case's reference, in spoken groups.
    pub reference: String,
    /// When it was handed in.
    pub submitted_on: Date,
    /// Who handed it in, where that was somebody else.
    pub submitted_by: Option<String>,
    /// The officer who wrote it down for the person, where one did.
    pub entered: Option<Phrase>,
    /// What is decided.
    pub verdict: Verdict,
    /// Which thing is given, where one was chosen.
    pub thing: Option<Phrase>,
    /// Where the money goes.
    pub account: Account,
    /// The first payment, where its day is known.
    pub first: Option<FirstPayment>,
    /// The last day of the public notice, where there is one.
    pub notice_until: Option<Date>,
    /// What was found: fact, value, who says so.
    pub found: Vec<(Phrase, Phrase, Option<Phrase>)>,
    /// Why.
    pub reasons: Vec<Reason>,
    /// The officer's own sentence.
    pub sentence: String,
    /// Who decided, and who signed second.
    pub signers: (String, Option<String>),
    /// What together would turn a refusal; empty if nothing can.
    pub nearest: Vec<Phrase>,
    /// Whether facts that nobody knows yet have a say in that as well.
    pub open: bool,
    /// How to contest it.
    pub contest: Contest,
}

/// The first payment, with the months that are owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstPayment {
    /// The day it comes at the latest.
    pub by: Date,
    /// The last month it is for.
    pub until: Month,
    /// All its months together.
    pub sum: Fen,
}

/// Where the money goes: the last four digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Account {
    /// 一卡通
    OneCard(String),
    /// A bank card.
    Bank(String),
    /// There is none yet.
    None,
}

/// What is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All of it.
    Grant {
        /// A month's amount.
        monthly: Fen,
        /// The first month.
        from: Month,
    },
    /// All of it, a thing or a service.
    Provide,
    /// Less, or from a later month.
    Partial {
        /// A month's amount.
        monthly: Fen,
        /// The first month.
        from: Month,
    },
    /// Nothing.
    Refuse,
}

/// A condition the decision rests on.
#[derive(Clone, Debug)]
pub struct Reason {
    /// Whether it speaks for the service.
    pub speaks_for: bool,
    /// The reason in plain words.
    pub says: Phrase,
    /// The document it rests on; nothing where nobody could verify one.
    pub basis: Option<Phrase>,
}

/// How a decision is contested.
#[derive(Clone, Debug)]
pub struct Contest {
    /// Who reconsiders: the people's government of the county.
    pub to: Name,
    /// Within how many days of receiving the letter.
    pub days: u32,
    /// The day it was received and the last day; nothing before.
    pub counted: Option<(Date, Date)>,
    /// The page to do it on, as long as it can be done.
    pub href: Option<String>,
    /// One objects instead of asking for reconsideration.
    pub objection: Option<Objection>,
}

/// To object to an office: no last day, and an answer within so many days.
#[derive(Clone, Debug)]
pub struct Objection {
    /// How many.
    pub days: u32,
    /// Which law says so.
    pub basis: Option<Phrase>,
}

/// The letter.
pub fn page(text: Text<'_>, letter: &Letter) -> Page {
    let service = text.say(&letter.service);
    let opening = opening(text, letter, &service);
    let sum = sum(text, letter, &service);
    let matter = view! {
        <p>{opening}</p>
        {letter.entered.as_ref().map(|entered| view! { <p>{text.say(entered)}</p> })}
        <div class="letter-sum">{sum.into_iter().map(|says| view! { <p>{says}</p> }).collect_view()}</div>
        {found(text, &letter.found)}
        <h2>{text.get("letter-why")}</h2>
        {reasons(text, &letter.reasons)}
        <p>{text.get("letter-officer-says")}</p>
        {said(text, &letter.sentence)}
        <p>{signers(text, &letter.signers)}</p>
        {otherwise(text, letter, service)}
        {contested(text, letter)}
    };
    // The name's own breaks stay, so that a long title is cut between phrases.
    let name = text.say_phrases(&letter.service).join("¦");
    let title = ("letter-decision-title", [("service", name.into())]);
    letter
        .sheet
        .page(text, text.phrases(title.0, &title.1), matter.into_any())
}

fn opening(text: Text<'_>, letter: &Letter, service: &str) -> String {
    let day = text.date(letter.submitted_on);
    match &letter.submitted_by {
        None => text.with(
            "letter-opening",
            &[
                ("day", day.into()),
                ("service", service.into()),
                ("reference", letter.reference.clone().into()),
            ],
        ),
        Some(by) => text.with(
            "letter-opening-by",
            &[
                ("by", by.clone().into()),
                ("day", day.into()),
                ("service", service.into()),
                ("reference", letter.reference.clone().into()),
            ],
        ),
    }
}

fn sum(text: Text<'_>, letter: &Letter, service: &str) -> Vec<String> {
    let pays = |id: &'static str, monthly: Fen, from: Month| {
        let values = [
            ("service", service.to_owned().into()),
            ("amount", text.money(monthly).into()),
            ("from", text.month(from).into()),
        ];
        text.with(id, &values)
    };
    let mut sum = vec![match letter.verdict {
        Verdict::Grant { monthly, from } => pays("letter-grant", monthly, from),
        Verdict::Partial { monthly, from } => pays("letter-partial", monthly, from),
        Verdict::Provide => text.with("letter-provide", &[("service", service.into())]),
        Verdict::Refuse => text.with("letter-refuse", &[("service", service.into())]),
    }];
    if letter.verdict == Verdict::Provide {
        let thing = letter.thing.as_ref();
        sum.extend(thing.map(|thing| text.with("letter-provide-thing", &[("thing", text.say(thing).into())])));
        sum.push(text.get("letter-provide-next"));
    }
    if matches!(letter.verdict, Verdict::Grant { .. } | Verdict::Partial { .. }) {
        sum.push(match &letter.account {
            Account::OneCard(last) => text.with("letter-account-one-card", &[("last", last.clone().into())]),
            Account::Bank(last) => text.with("letter-account-bank", &[("last", last.clone().into())]),
            Account::None => text.get("letter-account-none"),
        });
        sum.extend(
            letter
                .notice_until
                .map(|day| text.with("letter-notice", &[("day", text.date(day).into())])),
        );
        // Nothing is promised to arrive where there is nothing for it to arrive on.
        let arrives = letter.first.filter(|_| letter.account != Account::None);
        sum.extend(arrives.map(|first| {
            let id = if letter.notice_until.is_some() {
                "letter-first-after-notice"
            } else {
                "letter-first"
            };
            text.with(
                id,
                &[
                    ("day", text.date(first.by).into()),
                    ("until", text.month(first.until).into()),
                    ("sum", text.money(first.sum).into()),
                ],
            )
        }));
    }
    sum
}

fn signers(text: Text<'_>, (author, second): &(String, Option<String>)) -> String {
    match second {
        Some(second) => text.with(
            "letter-signers",
            &[("author", author.clone().into()), ("second", second.clone().into())],
        ),
        None => text.with("letter-signer", &[("author", author.clone().into())]),
    }
}

/// 经查明
fn found(text: Text<'_>, found: &[(Phrase, Phrase, Option<Phrase>)]) -> Option<AnyView> {
    let lines = found.iter().map(|(fact, value, source)| {
        let (fact, value) = (text.say(fact), text.say(value));
        let words = match source {
            Some(source) => text.with(
                "letter-found-by",
                &[
                    ("fact", fact.into()),
                    ("value", value.into()),
                    ("source", text.say(source).into()),
                ],
            ),
            None => text.with("letter-found-that", &[("fact", fact.into()), ("value", value.into())]),
        };
        view! { <li>{words}</li> }
    });
    (!found.is_empty()).then(|| view! { <h2>{text.get("letter-found")}</h2><ul>{lines.collect_view()}</ul> }.into_any())
}

fn reasons(text: Text<'_>, reasons: &[Reason]) -> AnyView {
    let lines = reasons.iter().map(|reason| {
        let (tone, state) = if reason.speaks_for {
            (Tone::Ok, text.get("check-for"))
        } else {
            (Tone::No, text.get("check-against"))
        };
        Condition {
            tone,
            state,
            says: text.say(&reason.says),
            basis: reason
                .basis
                .as_ref()
                .map(|basis| text.with("check-basis", &[("basis", text.say(basis).into())])),
            ask: None,
        }
    });
    conditions(lines.collect())
}

fn otherwise(text: Text<'_>, letter: &Letter, service: String) -> Option<AnyView> {
    if letter.nearest.is_empty() {
        return None;
    }
    let changes = letter
        .nearest
        .iter()
        .map(|change| view! { <li>{text.say(change)}</li> });
    let title = text.with("letter-otherwise", &[("service", service.into())]);
    Some(
        view! {
            <h2>{title}</h2>
            <ul>{changes.collect_view()}</ul>
            <p>{text.get(if letter.open { "letter-otherwise-open" } else { "letter-otherwise-says" })}</p>
        }
        .into_any(),
    )
}

/// One objects to a refusal alone (法律援助法 art. 49).
fn contested(text: Text<'_>, letter: &Letter) -> Option<AnyView> {
    let says = match &letter.contest.objection {
        None => contest(text, &letter.contest),
        Some(by) if letter.verdict == Verdict::Refuse => objection(text, &letter.contest, by),
        Some(_) => return None,
    };
    Some(view! { <h2>{text.get("letter-contest")}</h2> {says} }.into_any())
}

fn objection(text: Text<'_>, contest: &Contest, by: &Objection) -> AnyView {
    let to = contest.to.shown(text.language()).0.to_owned();
    let where_to = text.with("letter-objection-to", &[("to", to.into()), ("days", by.days.into())]);
    let online = contest.href.clone().map(|href| {
        view! { <p class="no-print"><a href=href>{text.get("cases-objection-go")}</a></p> }
    });
    let basis = by.basis.as_ref().map(|basis| text.say(basis)).unwrap_or_default();
    view! {
        <p>{where_to}</p>
        <p>{text.get("letter-objection-how")}</p>
        <p>{text.get("letter-objection-then")}</p>
        {online}
        <p>{text.with("letter-objection-basis", &[("basis", basis.into())])}</p>
    }
    .into_any()
}

fn contest(text: Text<'_>, contest: &Contest) -> AnyView {
    let to = contest.to.shown(text.language()).0.to_owned();
    let when = text.with(
        "letter-contest-within",
        &[("days", contest.days.into()), ("to", to.into())],
    );
    // Known only once it has arrived: beside the letter, not in it.
    let counted = contest.counted.map(|(received, until)| {
        let words = text.with(
            "letter-contest-until",
            &[
                ("received", text.date(received).into()),
                ("until", text.date(until).into()),
            ],
        );
        view! { <p class="no-print letter-beside">{words}</p> }
    });
    let online = contest.href.clone().map(|href| {
        view! { <p class="no-print"><a href=href>{text.get("cases-contest")}</a></p> }
    });
    view! {
        <p>{when}</p>
        {counted}
        <p>{text.get("letter-contest-how")}</p>
        <p>{text.get("letter-contest-court")}</p>
        {online}
        <p>{text.get("letter-contest-basis")}</p>
    }
    .into_any()
}
