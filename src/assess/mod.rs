//! Assessments: what a service's rules say about one person's facts, why, and what would change it.
//!
//! An assessment informs people; it never refuses. Deciding is [`crate::catalogue`]'s stages and people.

mod answer;
mod columns;
mod events;
mod input;
mod nearest;
mod plausible;
mod population;
mod report;

pub use columns::Planes;
pub use events::{EventAnswer, EventKind, LifecycleEvent};
pub use input::{Person, Trouble, read_person};
pub use nearest::{Change, WayIn, change_text_id, nearest, way_in};
pub use population::invent;
pub use report::{FileError, Report, assess_file};

use serde::{Deserialize, Serialize};

use crate::catalogue::{RuleKind, Service};
use crate::money::Fen;
use crate::rule::{FactId, Facts, Missing, PolicyValues, Value};

/// How an assessment ends. The names are those of the domain reference, §0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Meets the conditions.
    Eligible,
    /// Meets the conditions that can be read off the facts; a professional has to establish the rest.
    EligibleSubjectToAssessment,
    /// Does not meet them, or is barred.
    Ineligible,
    /// Meets them, and receives another benefit of the same kind: the person chooses.
    ChooseOne,
    /// Can be filed and waits, for instance until a certificate is unfrozen.
    OnHold,
    /// Another place's rule decides.
    ConditionalLocalRule,
    /// Nothing was stated that could be decided on: legal aid is for a matter, not for a person.
    NeedsMatter,
    /// Facts are missing that could still change the outcome.
    Unknown,
}

impl Outcome {
    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::EligibleSubjectToAssessment => "eligible_subject_to_assessment",
            Self::Ineligible => "ineligible",
            Self::ChooseOne => "choose_one",
            Self::OnHold => "on_hold",
            Self::ConditionalLocalRule => "conditional_local_rule",
            Self::NeedsMatter => "needs_matter",
            Self::Unknown => "unknown",
        }
    }

    /// True where the person may be granted it: `eligible`, or `choose_one` if they choose this. What waits for an
    /// assessment may not yet.
    pub fn grantable(self) -> bool {
        matches!(self, Self::Eligible | Self::ChooseOne)
    }
}

/// Which of two overlapping benefits pays more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recommended {
    /// The service asked about.
    TakeThis,
    /// The other benefit.
    KeepOther,
    /// Both pay the same.
    Either,
}

impl Recommended {
    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TakeThis => "take_this",
            Self::KeepOther => "keep_other",
            Self::Either => "either",
        }
    }
}

/// What an assessment without its hold would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Then<'a> {
    /// `Eligible`, `EligibleSubjectToAssessment`, `ChooseOne`, or `Unknown` where an overlap is not known.
    pub outcome: Outcome,
    /// A month's amount; `None` when unknown.
    pub monthly: Option<Fen>,
    /// What the other benefit pays a month, for `ChooseOne`.
    pub other_monthly: Option<Fen>,
    /// For `Unknown`: what is not known of other benefits.
    pub missing: Vec<Missing>,
    /// Ground, overlaps and notes; empty when unknown.
    pub reasons: Vec<&'a str>,
}

/// The result for one person and one service. Complete by itself, with [`facts_read`](crate::catalogue::Service::facts)
/// and the policy values it was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment<'a> {
    /// How it ends.
    pub outcome: Outcome,
    /// Reason codes, in the order of the phases; empty when unknown.
    pub reasons: Vec<&'a str>,
    /// A month's amount, for `Eligible` and `ChooseOne`.
    pub monthly: Option<Fen>,
    /// What the other benefit pays a month, for `ChooseOne`.
    pub other_monthly: Option<Fen>,
    /// Which pays more, for `ChooseOne`.
    pub recommended: Option<Recommended>,
    /// For `OnHold`: the outcome once the hold is lifted.
    pub then: Option<Then<'a>>,
    /// For `Unknown`: the facts that could still change the outcome.
    pub missing: Vec<Missing>,
    /// Every rule's result, in the service's order: met, not met, or `None` for unknown.
    pub results: Vec<Option<bool>>,
}

/// Assesses one person. Three-valued: a missing fact never counts as met or failed.
pub fn assess<'a>(service: &'a Service, facts: &Facts, policy: &PolicyValues) -> Assessment<'a> {
    let results: Vec<Option<bool>> = service
        .rules
        .iter()
        .map(|rule| rule.when.holds(facts, policy))
        .collect();
    let phases = Phases {
        service,
        results: &results,
    };
    let outcome = phases.outcome();
    let monthly = || whole_amount(service, facts, policy);
    let mut assessment = Assessment {
        outcome,
        reasons: phases.reasons(outcome),
        monthly: None,
        other_monthly: None,
        recommended: None,
        then: None,
        missing: Vec::new(),
        results: Vec::new(),
    };
    match outcome {
        Outcome::Eligible => assessment.monthly = monthly(),
        Outcome::ChooseOne => {
            assessment.monthly = monthly();
            assessment.other_monthly = other_monthly(service, &results, facts, policy);
            assessment.recommended =
                assessment
                    .monthly
                    .zip(assessment.other_monthly)
                    .map(|(this, other)| match this.cmp(&other) {
                        std::cmp::Ordering::Greater => Recommended::TakeThis,
                        std::cmp::Ordering::Less => Recommended::KeepOther,
                        std::cmp::Ordering::Equal => Recommended::Either,
                    });
        }
        Outcome::OnHold => {
            let outcome = phases.without_hold();
            let monthly = if outcome.grantable() { monthly() } else { None };
            let other = (outcome == Outcome::ChooseOne).then(|| other_monthly(service, &results, facts, policy));
            let open = [RuleKind::Overlap, RuleKind::Assessment].into_iter();
            let unknown = open
                .flat_map(|kind| service.rules_of(kind))
                .filter(|_| outcome == Outcome::Unknown);
            assessment.then = Some(Then {
                outcome,
                monthly,
                other_monthly: other.flatten(),
                missing: unknown.flat_map(|(_, rule)| rule.when.missing(facts, policy)).collect(),
                reasons: phases.reasons(outcome),
            });
        }
        Outcome::Unknown => {
            let mut missing: Vec<Missing> = phases
                .undecided()
                .iter()
                .flat_map(|index| service.rules[*index].when.missing(facts, policy))
                .collect();
            missing.sort_unstable();
            missing.dedup();
            assessment.missing = missing;
        }
        Outcome::EligibleSubjectToAssessment
        | Outcome::Ineligible
        | Outcome::ConditionalLocalRule
        | Outcome::NeedsMatter => {}
    }
    assessment.results = results;
    assessment
}

/// A month's amount of the service, whether or not the conditions for it are met; none for what is given in kind.
pub fn whole_amount(service: &Service, facts: &Facts, policy: &PolicyValues) -> Option<Fen> {
    amount(service.benefit.monthly()?.evaluate(facts, policy))
}

/// What the best of the benefits pays a month that cannot be had beside the service.
fn other_monthly(service: &Service, results: &[Option<bool>], facts: &Facts, policy: &PolicyValues) -> Option<Fen> {
    let overlaps = service.rules_of(RuleKind::Overlap);
    let held = overlaps.filter(|(index, _)| results[*index] == Some(true));
    held.filter_map(|(_, rule)| amount(rule.other_amount.as_ref()?.evaluate(facts, policy)))
        .max()
}

/// The facts among these that the outcome still hangs on, each once.
pub fn missing_facts(assessment: &Assessment<'_>) -> Vec<FactId> {
    let mut facts: Vec<FactId> = assessment.missing.iter().map(|missing| missing.fact).collect();
    facts.dedup();
    facts
}

#[expect(clippy::needless_pass_by_value, reason = "it takes what evaluating gives")]
fn amount(value: Option<Value>) -> Option<Fen> {
    match value {
        Some(Value::Fen(fen)) => Some(Fen(fen)),
        _ => None,
    }
}

/// The phases of one service over the results of its rules.
struct Phases<'a, 'r> {
    service: &'a Service,
    results: &'r [Option<bool>],
}

impl<'a> Phases<'a, '_> {
    /// Any rule of the phase holds: true wins over unknown, unknown over false.
    fn any(&self, kind: RuleKind) -> Option<bool> {
        or(self.service.rules_of(kind).map(|(index, _)| self.results[index]))
    }

    /// Any ground of a group holds.
    fn group(&self, group: usize) -> Option<bool> {
        let grounds = self
            .service
            .rules_of(RuleKind::Ground)
            .filter(|(_, rule)| rule.group == group);
        or(grounds.map(|(index, _)| self.results[index]))
    }

    /// Barred, without a certificate, or without a ground.
    fn ineligible(&self) -> Option<bool> {
        let grounds = (0..self.service.groups.len()).map(|group| self.group(group).map(|met| !met));
        let barred = [self.any(RuleKind::Certificate), self.any(RuleKind::Exclusion)];
        or(barred.into_iter().chain(grounds))
    }

    fn without_hold(&self) -> Outcome {
        match (self.any(RuleKind::Overlap), self.any(RuleKind::Assessment)) {
            (Some(true), _) => Outcome::ChooseOne,
            (Some(false), Some(true)) => Outcome::EligibleSubjectToAssessment,
            (Some(false), Some(false)) => Outcome::Eligible,
            (None, _) | (Some(false), None) => Outcome::Unknown,
        }
    }

    fn outcome(&self) -> Outcome {
        match (self.any(RuleKind::Local), self.any(RuleKind::Matter)) {
            (Some(true), _) => return Outcome::ConditionalLocalRule,
            (Some(false), Some(true)) => return Outcome::NeedsMatter,
            (None, _) | (Some(false), None) => return Outcome::Unknown,
            (Some(false), Some(false)) => {}
        }
        match (self.ineligible(), self.any(RuleKind::Hold)) {
            (Some(true), _) => Outcome::Ineligible,
            (Some(false), Some(true)) => Outcome::OnHold,
            (Some(false), Some(false)) => self.without_hold(),
            (None, _) | (Some(false), None) => Outcome::Unknown,
        }
    }

    /// The unknown rules that could still change the outcome: a phase counts only while no phase before it settles
    /// the matter, and inside a phase nothing counts beside a rule that holds.
    fn undecided(&self) -> Vec<usize> {
        let mut undecided = Vec::new();
        let mut unknown_of = |kind: RuleKind, group: Option<usize>| {
            let of_phase = self
                .service
                .rules_of(kind)
                .filter(|(_, rule)| group.is_none_or(|group| rule.group == group));
            undecided.extend(
                of_phase
                    .map(|(index, _)| index)
                    .filter(|index| self.results[*index].is_none()),
            );
        };
        if self.any(RuleKind::Local).is_none() {
            unknown_of(RuleKind::Local, None);
        }
        if self.any(RuleKind::Matter).is_none() {
            unknown_of(RuleKind::Matter, None);
        }
        if self.any(RuleKind::Matter) != Some(true) && self.ineligible() != Some(true) {
            unknown_of(RuleKind::Certificate, None);
            unknown_of(RuleKind::Exclusion, None);
            for group in (0..self.service.groups.len()).filter(|group| self.group(*group).is_none()) {
                unknown_of(RuleKind::Ground, Some(group));
            }
            if self.any(RuleKind::Hold) != Some(true) {
                unknown_of(RuleKind::Hold, None);
                if self.any(RuleKind::Overlap).is_none() {
                    unknown_of(RuleKind::Overlap, None);
                }
                if self.any(RuleKind::Overlap) != Some(true) && self.any(RuleKind::Assessment).is_none() {
                    unknown_of(RuleKind::Assessment, None);
                }
            }
        }
        undecided
    }

    fn reasons(&self, outcome: Outcome) -> Vec<&'a str> {
        let mut reasons = Vec::new();
        match outcome {
            Outcome::Unknown => {}
            Outcome::ConditionalLocalRule => self.push_held(RuleKind::Local, &mut reasons),
            Outcome::Ineligible => {
                self.push_held(RuleKind::Certificate, &mut reasons);
                if reasons.is_empty() {
                    self.push_held(RuleKind::Exclusion, &mut reasons);
                }
                if reasons.is_empty() {
                    let failed = |(index, _): &(usize, _)| self.group(*index) == Some(false);
                    let failed = self.service.groups.iter().enumerate().filter(failed);
                    reasons.extend(failed.map(|(_, group)| group.otherwise.as_str()));
                }
            }
            Outcome::OnHold => self.push_held(RuleKind::Hold, &mut reasons),
            // What would be waived holds whatever the matter turns out to be.
            Outcome::NeedsMatter => {
                self.push_held(RuleKind::Matter, &mut reasons);
                self.push_held(RuleKind::Note, &mut reasons);
            }
            Outcome::Eligible | Outcome::EligibleSubjectToAssessment | Outcome::ChooseOne => {
                for group in 0..self.service.groups.len() {
                    let mut grounds = self.service.rules_of(RuleKind::Ground);
                    let first = grounds.find(|(index, rule)| rule.group == group && self.results[*index] == Some(true));
                    reasons.extend(first.map(|(_, rule)| rule.id.as_str()));
                }
                self.push_held(RuleKind::Overlap, &mut reasons);
                self.push_held(RuleKind::Assessment, &mut reasons);
                self.push_held(RuleKind::Note, &mut reasons);
            }
        }
        reasons
    }

    fn push_held(&self, kind: RuleKind, reasons: &mut Vec<&'a str>) {
        let held = self
            .service
            .rules_of(kind)
            .filter(|(index, _)| self.results[*index] == Some(true));
        reasons.extend(held.map(|(_, rule)| rule.id.as_str()));
    }
}

fn or(results: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut unknown = false;
    for result in results {
        match result {
            Some(true) => return Some(true),
            Some(false) => {}
            None => unknown = true,
        }
    }
    if unknown { None } else { Some(false) }
}
