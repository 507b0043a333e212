//! 决定书: what was decided, why, what would change it, how to contest it.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::{Office, Sheet};
use crate::apply::OverlapPick;
use crate::assess::way_in;
use crate::benefit::{Award, owed};
use crate::calendar::{Date, Limit, Month, WorkingDays};
use crate::casework::{ByHuman, Case, DecisionMade, Met, Reason, ResultKind, Verdict, known_facts};
use crate::catalogue::{Catalogue, RuleKind, Service, text_id};
use crate::money::Fen;
use crate::place::DivisionCode;
use crate::rule::PolicyValues;

/// The letter of the decision that counts.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionLetter {
    /// Head and foot.
    pub sheet: Sheet,
    /// Grant, part or refusal.
    pub result: ResultKind,
    /// What is paid; none for a refusal.
    pub granted: Option<Granted>,
    /// The last day of the public notice, where there is one.
    pub notice_until: Option<Date>,
    /// Why.
    pub reasons: Vec<ReasonSays>,
    /// The officer's own sentence.
    pub sentence: String,
    /// Who decided, and who signed second.
    pub author: ByHuman,
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

/// How the decision is contested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContestSays {
    /// Whose government reconsiders.
    pub to: DivisionCode,
    /// Within how long of the day the letter arrived.
    pub within: Limit,
    /// The day it arrived and the last day to contest it; none before it arrived.
    pub counted: Option<(Date, Date)>,
    /// A year is counted whose holidays are not known: the last day may be later.
    pub provisional: bool,
    /// Reconsideration was asked for on that day.
    pub contested_on: Option<Date>,
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
        Self {
            by,
            until,
            sum: owed(&award, &case.ended_awards, until),
        }
    }
}

impl DecisionLetter {
    /// The letter of the decision in force; none where there is none.
    pub fn of(case: &Case, calendar: &WorkingDays) -> Option<Self> {
        let made = case.decision_in_force()?;
        let decision = &made.decision;
        let office = case.opened.terms.route.last()?;
        let result = match decision.verdict {
            Verdict::Grant { .. } => ResultKind::Grant,
            Verdict::Partial { .. } => ResultKind::Partial,
            Verdict::Refuse { .. } => ResultKind::Refuse,
        };
        Some(Self {
            sheet: Sheet::of(
                case,
                Office::of(case, office.body),
                which(case, made),
                made.in_force_on(),
            ),
            result,
            granted: granted(case, made),
            notice_until: case
                .notice
                .map(|notice| notice.until)
                .filter(|_| result != ResultKind::Refuse),
            reasons: decision.reasons.iter().map(|reason| says(case, reason)).collect(),
            sentence: decision.sentence.as_str().to_owned(),
            author: decision.author.clone(),
            contest: ContestSays {
                to: case.opened.place.county,
                within: decision.contest.within,
                counted: case
                    .decision_served_on()
                    .zip(case.contest_until(calendar).and_then(|due| due.on)),
                provisional: case.contest_until(calendar).is_some_and(|due| due.provisional),
                contested_on: case.reconsideration_of_decision().map(|asked| asked.asked_on),
            },
        })
    }

    /// What together would turn a refusal, as far as the person or an office can change it.
    pub fn turn(case: &Case, catalogue: &Catalogue, service: &Service, policy: &PolicyValues) -> Turn {
        let on = case.opened.on;
        let facts = known_facts(&case.facts, &catalogue.vocabulary, on);
        let way = way_in(catalogue, service, &facts, policy, on);
        let named = way.changes.iter();
        let named = named.map(|change| text_id("change", catalogue.vocabulary.fact_name(change.fact)));
        Turn {
            text_ids: named.collect(),
            open: way.open,
        }
    }
}

/// Which decision letter of the case it is: those that fell before they were in force had none.
fn which(case: &Case, made: &DecisionMade) -> usize {
    let upto = case.decisions.iter().take_while(|other| !std::ptr::eq(*other, made));
    let needs_second = |other: &&DecisionMade| match other.decision.verdict {
        Verdict::Grant { .. } => case.opened.terms.second_signature_on_grant,
        Verdict::Partial { .. } | Verdict::Refuse { .. } => case.opened.terms.second_signature_on_refusal,
    };
    upto.filter(|other| other.second.is_some() || !needs_second(other))
        .count()
        + 1
}

fn granted(case: &Case, made: &DecisionMade) -> Option<Granted> {
    let (monthly, from) = made.decision.verdict.pays()?;
    // What a changed decision pays first is said where the change is.
    let first = case.first_payment_by().filter(|_| made.changed.is_none());
    let first = first.map(|by| FirstPayment::of(case, (monthly, from), by));
    Some(Granted { monthly, from, first })
}

fn says(case: &Case, reason: &Reason) -> ReasonSays {
    let kind = case.assessment.line(&reason.code).map(|line| line.kind);
    let bars = matches!(
        kind,
        Some(RuleKind::Local | RuleKind::Certificate | RuleKind::Exclusion | RuleKind::Hold | RuleKind::Overlap)
    );
    let takes_this = kind == Some(RuleKind::Overlap) && case.overlap == Some(OverlapPick::TakeThis);
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
