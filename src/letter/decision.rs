//! 决定书: what was decided, why, what would change it, how to contest it.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::{Office, Paper, Sheet};
use crate::access::OfficerId;
use crate::apply::{OverlapPick, Payment};
use crate::assess::{change_text_id, way_in};
use crate::benefit::{Award, EndedAward, owed};
use crate::calendar::{Date, Limit, Month};
use crate::casework::{
    ByHuman, Case, ContestOffice, DecisionMade, Met, Phase, Reason, Recorded, ResultKind, Source, Verdict, known_facts,
};
use crate::catalogue::{Catalogue, RuleKind, Service, text_id};
use crate::money::Fen;
use crate::place::DivisionCode;
use crate::rule::PolicyValues;

/// The letter of a decision.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionLetter {
    /// Head and foot.
    pub sheet: Sheet,
    /// Grant, part or refusal.
    pub result: ResultKind,
    /// What is paid; none for a refusal, nor for what is given in kind.
    pub granted: Option<Granted>,
    /// Which thing is given, its id in the service's `items.toml`; none where nothing was to be chosen.
    pub item: Option<String>,
    /// The account that an office had recorded by then; else the one of the application counts.
    pub payment: Option<Payment>,
    /// The last day of the public notice, where there is one.
    pub notice_until: Option<Date>,
    /// Why.
    pub reasons: Vec<ReasonSays>,
    /// The officer's own sentence.
    pub sentence: String,
    /// The facts it rests on, each with who says so.
    pub found: Vec<Found>,
    /// Who decided.
    pub author: ByHuman,
    /// Who signed second.
    pub second: Option<OfficerId>,
    /// How to contest it.
    pub contest: ContestSays,
}

/// What is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Granted {
    /// A month's amount.
    pub monthly: Fen,
    /// The first month.
    pub from: Month,
    /// The first payment, with the months owed.
    pub first: Option<FirstPayment>,
}

/// The first payment of a grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstPayment {
    /// The day it comes at the latest.
    pub by: Date,
    /// The last month it is for.
    pub until: Month,
    /// All its months together.
    pub sum: Fen,
}

/// A condition that the decision rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct ReasonSays {
    /// Whether it speaks for what was applied for.
    pub speaks_for: bool,
    /// Its words: `reason-…`, or `reason-….check` where a condition that bars does not hold.
    pub text_id: String,
    /// Whether it is the condition as a line of a list (`.check`) that is said, not the reason itself.
    pub as_check: bool,
    /// The document it rests on: `basis-…`; none where nobody could verify one.
    pub basis_id: Option<String>,
    /// The facts it read, by name.
    pub facts: BTreeMap<String, Json>,
}

/// A fact that a decision rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its name in `facts.toml`.
    pub fact: String,
    /// Its value.
    pub value: Json,
    /// Who says so; none where it follows from others.
    pub source: Option<Source>,
}

/// How the decision is contested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContestSays {
    /// Whose government reconsiders.
    pub to: DivisionCode,
    /// Within how long of the day the letter arrived.
    pub within: Limit,
    /// The office to whom one objects instead, where that is so.
    pub office: Option<ContestOffice>,
}

/// What would turn a refusal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// The words of each change: `change-…`; empty if nothing can turn it.
    pub text_ids: Vec<String>,
    /// Facts that nobody knows yet have a say as well.
    pub open: bool,
}

impl FirstPayment {
    /// What is paid on the first day of paying: the months there are, less what was paid for them before.
    pub(super) fn of(case: &Case, (monthly, from): (Fen, Month), by: Date) -> Self {
        let award = Award {
            person: case.opened.subject.key.clone(),
            service: case.opened.service.clone(),
            monthly,
            from,
            basis: Vec::new(),
        };
        let until = Month::of(by).max(from);
        let mut paid = case.ended_awards.clone();
        // What is still paid by a decision before it is so until the public notice of this one has run.
        let before = case.award.clone().filter(|_| case.phase == Phase::Decided);
        let ends = case.notice.and_then(|notice| notice.until.next_day()).map(Month::of);
        paid.extend(before.zip(ends).map(|(award, last)| EndedAward { award, last }));
        Self {
            by,
            until,
            sum: owed(&award, &paid, until),
        }
    }
}

impl DecisionLetter {
    /// The letter of a decision as it went out, from 1.
    pub fn of(events: &[Recorded], turn: usize) -> Option<Self> {
        let case = &Paper::Decision.issued(events, turn)?;
        let made = case.decision_in_force()?;
        let decision = &made.decision;
        let office = case.opened.terms.route.last()?;
        let result = match decision.verdict {
            Verdict::Grant { .. } | Verdict::Provide {} => ResultKind::Grant,
            Verdict::Partial { .. } => ResultKind::Partial,
            Verdict::Refuse { .. } => ResultKind::Refuse,
        };
        Some(Self {
            sheet: Sheet::of(
                case,
                Office::of(case, office.body),
                (Some(Paper::Decision), turn),
                made.in_force_on(),
            ),
            result,
            granted: granted(case, made),
            item: case
                .chosen_item
                .as_ref()
                .filter(|_| result == ResultKind::Grant)
                .map(|choice| choice.item.clone()),
            payment: case.payment.clone(),
            notice_until: case
                .notice
                .map(|notice| notice.until)
                .filter(|_| result != ResultKind::Refuse),
            reasons: decision.reasons.iter().map(|reason| says(case, reason)).collect(),
            sentence: decision.sentence.as_str().to_owned(),
            found: found(case, &decision.reasons),
            author: decision.author.clone(),
            second: made.second.clone(),
            contest: ContestSays {
                to: case.opened.place.county,
                within: decision.contest.within,
                office: case.opened.terms.contest_office,
            },
        })
    }

    /// What together would turn a refusal, as far as the person or an office can change it.
    pub fn turn(case: &Case, catalogue: &Catalogue, service: &Service, policy: &PolicyValues) -> Turn {
        let on = case.opened.on;
        let facts = known_facts(&case.facts, &catalogue.vocabulary, &case.opened.subject.resident_id, on);
        let way = way_in(catalogue, service, &facts, policy, on);
        let named = way.changes.iter();
        let named = named.map(|change| change_text_id(catalogue, service, change.fact));
        Turn {
            text_ids: named.collect(),
            open: way.open,
        }
    }
}

fn granted(case: &Case, made: &DecisionMade) -> Option<Granted> {
    let (monthly, from) = made.decision.verdict.pays()?;
    let first = case
        .first_payment_by()
        .map(|by| FirstPayment::of(case, (monthly, from), by));
    Some(Granted { monthly, from, first })
}

fn found(case: &Case, reasons: &[Reason]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (fact, value) in reasons.iter().flat_map(|reason| &reason.facts) {
        if found.iter().all(|known| known.fact != *fact) {
            found.push(Found {
                fact: fact.clone(),
                value: value.clone(),
                source: case.facts.get(fact).map(|held| held.source),
            });
        }
    }
    found
}

fn says(case: &Case, reason: &Reason) -> ReasonSays {
    let kind = case.assessment.line(&reason.code).map(|line| line.kind);
    let bars = matches!(
        kind,
        Some(
            RuleKind::Local
                | RuleKind::Matter
                | RuleKind::Certificate
                | RuleKind::Exclusion
                | RuleKind::Hold
                | RuleKind::Overlap
                | RuleKind::Assessment
        )
    );
    let takes_this = kind == Some(RuleKind::Overlap) && case.pick() == Some(OverlapPick::TakeThis);
    ReasonSays {
        speaks_for: match reason.result {
            Met::Met => !bars || takes_this,
            Met::NotMet => bars,
            Met::Unknown => false,
        },
        text_id: text_id("reason", &reason.code),
        as_check: bars && reason.result != Met::Met || reason.result == Met::Unknown && kind.is_some(),
        basis_id: reason.basis.as_deref().map(|basis| text_id("basis", basis)),
        facts: reason.facts.clone(),
    }
}
