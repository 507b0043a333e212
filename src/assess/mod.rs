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
mod priority;
mod report;

pub use columns::Planes;
pub use events::{EventAnswer, EventKind, LifecycleEvent};
pub use input::{Person, Trouble, read_person};
pub use nearest::{Change, WayIn, change_text_id, nearest, way_in};
pub use population::invent;
pub use priority::{Points, priority, score};
pub use report::{FileError, Report, assess_file};

use serde::{Deserialize, Serialize};

use crate::catalogue::{Rule, RuleKind, Service};
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
    /// Another place's rule decides; or the county's own, on grounds that it may admit or not.
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
    /// Anything but `OnHold`; `Unknown` where what is judged after the hold is not known.
    pub outcome: Outcome,
    /// A month's amount; `None` when unknown.
    pub monthly: Option<Fen>,
    /// What the other benefit pays a month, for `ChooseOne`.
    pub other_monthly: Option<Fen>,
    /// For `Unknown`: what is not known of what is judged after the hold.
    pub missing: Vec<Missing>,
    /// Reasons as of an assessment without the hold; empty when unknown.
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

impl Assessment<'_> {
    /// Whether the county's own rule has to say, not another place: of `ConditionalLocalRule` the one, not the other.
    pub fn is_for_county_rule(&self, service: &Service) -> bool {
        let mut elsewhere = service.rules_of(RuleKind::Local);
        self.outcome == Outcome::ConditionalLocalRule && !elsewhere.any(|(index, _)| self.results[index] == Some(true))
    }
}

/// Assesses one person. Three-valued: a missing fact never counts as met or failed.
pub fn assess<'a>(service: &'a Service, facts: &Facts, policy: &PolicyValues) -> Assessment<'a> {
    let results: Vec<Option<bool>> = service
        .rules
        .iter()
        .map(|rule| rule.when.holds(facts, policy))
        .collect();
    let locals: Vec<Option<bool>> = service
        .rules
        .iter()
        .map(|rule| {
            rule.local
                .as_ref()
                .map_or(Some(false), |local| local.holds(facts, policy))
        })
        .collect();
    let phases = Phases {
        service,
        results: &results,
        locals: &locals,
    };
    let missing_of = |undecided: Vec<Undecided>| {
        let programs = undecided.into_iter().filter_map(|undecided| match undecided {
            Undecided::Rule(index) => Some(&service.rules[index].when),
            Undecided::Local(index) => service.rules[index].local.as_ref(),
        });
        programs
            .flat_map(|program| program.missing(facts, policy))
            .collect::<Vec<Missing>>()
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
            let outcome = phases.after_hold();
            let monthly = if outcome.grantable() { monthly() } else { None };
            let other = (outcome == Outcome::ChooseOne).then(|| other_monthly(service, &results, facts, policy));
            let missing = if outcome == Outcome::Unknown {
                missing_of(phases.undecided_after_hold())
            } else {
                Vec::new()
            };
            assessment.then = Some(Then {
                outcome,
                monthly,
                other_monthly: other.flatten(),
                missing,
                reasons: phases.reasons(outcome),
            });
        }
        Outcome::Unknown => {
            let mut missing = missing_of(phases.undecided());
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

/// What is not known and could still change the outcome.
enum Undecided {
    /// The condition of a rule, by its place.
    Rule(usize),
    /// Whether a ground is for the county's own rule to say.
    Local(usize),
}

/// The phases of one service over the results of its rules.
struct Phases<'a, 'r> {
    service: &'a Service,
    results: &'r [Option<bool>],
    /// Of each rule: whether it is for the county's own rule to say.
    locals: &'r [Option<bool>],
}

impl<'a> Phases<'a, '_> {
    /// Any rule of the phase holds: true wins over unknown, unknown over false.
    fn any(&self, kind: RuleKind) -> Option<bool> {
        or(self.service.rules_of(kind).map(|(index, _)| self.results[index]))
    }

    fn grounds(&self, group: usize) -> impl Iterator<Item = (usize, &'a Rule)> {
        let grounds = self.service.rules_of(RuleKind::Ground);
        grounds.filter(move |(_, rule)| rule.group == group)
    }

    /// Any ground of a group holds.
    fn group(&self, group: usize) -> Option<bool> {
        or(self.grounds(group).map(|(index, _)| self.results[index]))
    }

    /// No ground of a group holds for itself: those that do are for the county's own rule to say.
    fn only_local(&self, group: usize) -> Option<bool> {
        let firm = |(index, _): (usize, &Rule)| and(self.results[index], self.locals[index].map(|local| !local));
        or(self.grounds(group).map(firm)).map(|firm| !firm)
    }

    /// Barred, without a certificate, or without a ground.
    fn ineligible(&self) -> Option<bool> {
        let grounds = (0..self.service.groups.len()).map(|group| self.group(group).map(|met| !met));
        let barred = [self.any(RuleKind::Certificate), self.any(RuleKind::Exclusion)];
        or(barred.into_iter().chain(grounds))
    }

    /// Of whoever is not ineligible: whether the county's own rule has to say.
    fn conditional(&self) -> Option<bool> {
        or((0..self.service.groups.len()).map(|group| self.only_local(group)))
    }

    /// What it is once nothing speaks against the person and nothing holds it up.
    fn free(&self) -> Outcome {
        match (
            self.conditional(),
            self.any(RuleKind::Overlap),
            self.any(RuleKind::Assessment),
        ) {
            (Some(true), _, _) => Outcome::ConditionalLocalRule,
            (Some(false), Some(true), _) => Outcome::ChooseOne,
            (Some(false), Some(false), Some(true)) => Outcome::EligibleSubjectToAssessment,
            (Some(false), Some(false), Some(false)) => Outcome::Eligible,
            (None, _, _) | (Some(false), None, _) | (Some(false), Some(false), None) => Outcome::Unknown,
        }
    }

    /// What it is once the hold is lifted.
    fn after_hold(&self) -> Outcome {
        match self.ineligible() {
            Some(true) => Outcome::Ineligible,
            Some(false) => self.free(),
            None => Outcome::Unknown,
        }
    }

    fn outcome(&self) -> Outcome {
        let (local, hold) = (self.any(RuleKind::Local), self.any(RuleKind::Hold));
        let ineligible = if self.service.hold_first {
            Some(false)
        } else {
            self.ineligible()
        };
        match (local, self.any(RuleKind::Matter)) {
            (Some(true), _) => return Outcome::ConditionalLocalRule,
            (Some(false), Some(true)) => return Outcome::NeedsMatter,
            (None, _) | (Some(false), None) => return Outcome::Unknown,
            (Some(false), Some(false)) => {}
        }
        match (ineligible, hold) {
            (Some(true), _) => Outcome::Ineligible,
            (Some(false), Some(true)) => Outcome::OnHold,
            (Some(false), Some(false)) => self.after_hold(),
            (None, _) | (Some(false), None) => Outcome::Unknown,
        }
    }

    /// What is unknown and could still change the outcome: a phase counts only while no phase before it settles the
    /// matter, and inside a phase nothing counts beside a rule that holds.
    fn undecided(&self) -> Vec<Undecided> {
        let mut undecided = Vec::new();
        if self.any(RuleKind::Local).is_none() {
            self.unknown_of(RuleKind::Local, &mut undecided);
        }
        if self.any(RuleKind::Matter).is_none() {
            self.unknown_of(RuleKind::Matter, &mut undecided);
        }
        if self.any(RuleKind::Matter) == Some(true) {
            return undecided;
        }
        let held = self.any(RuleKind::Hold) == Some(true);
        let lost = self.ineligible() == Some(true);
        if !held && (self.service.hold_first || !lost) {
            self.unknown_of(RuleKind::Hold, &mut undecided);
        }
        if held && self.service.hold_first {
            return undecided;
        }
        if held {
            undecided.extend(self.undecided_grounds(true));
        } else {
            undecided.extend(self.undecided_after_hold());
        }
        undecided
    }

    /// The same of what is judged once a hold is lifted.
    fn undecided_after_hold(&self) -> Vec<Undecided> {
        let mut undecided = self.undecided_grounds(self.conditional() == Some(true));
        if self.ineligible() == Some(true) {
            return undecided;
        }
        let conditional = self.conditional();
        if conditional.is_none() {
            let groups = (0..self.service.groups.len()).filter(|group| self.only_local(*group).is_none());
            let grounds = groups.flat_map(|group| self.grounds(group));
            let open =
                grounds.filter(|(index, _)| self.results[*index] != Some(false) && self.locals[*index].is_none());
            undecided.extend(open.map(|(index, _)| Undecided::Local(index)));
        }
        if conditional != Some(true) {
            let overlap = self.any(RuleKind::Overlap);
            if overlap.is_none() {
                self.unknown_of(RuleKind::Overlap, &mut undecided);
            }
            if overlap != Some(true) && self.any(RuleKind::Assessment).is_none() {
                self.unknown_of(RuleKind::Assessment, &mut undecided);
            }
        }
        undecided
    }

    /// The same of what makes somebody ineligible; and, unless that is `settled`, of what leaves it to the county's own rule.
    fn undecided_grounds(&self, settled: bool) -> Vec<Undecided> {
        let mut undecided = Vec::new();
        if self.ineligible() == Some(true) {
            return undecided;
        }
        self.unknown_of(RuleKind::Certificate, &mut undecided);
        self.unknown_of(RuleKind::Exclusion, &mut undecided);
        for group in 0..self.service.groups.len() {
            let open = self.group(group).is_none() || (!settled && self.only_local(group).is_none());
            let grounds = self
                .grounds(group)
                .filter(|(index, _)| open && self.results[*index].is_none());
            undecided.extend(grounds.map(|(index, _)| Undecided::Rule(index)));
        }
        undecided
    }

    fn unknown_of(&self, kind: RuleKind, undecided: &mut Vec<Undecided>) {
        let of_phase = self.service.rules_of(kind).map(|(index, _)| index);
        let unknown = of_phase.filter(|index| self.results[*index].is_none());
        undecided.extend(unknown.map(Undecided::Rule));
    }

    fn reasons(&self, outcome: Outcome) -> Vec<&'a str> {
        let mut reasons = Vec::new();
        match outcome {
            Outcome::Unknown => {}
            Outcome::ConditionalLocalRule => {
                self.push_held(RuleKind::Local, &mut reasons);
                if reasons.is_empty() {
                    self.push_grounds(&mut reasons);
                }
            }
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
                self.push_grounds(&mut reasons);
                self.push_held(RuleKind::Overlap, &mut reasons);
                self.push_held(RuleKind::Assessment, &mut reasons);
                self.push_held(RuleKind::Note, &mut reasons);
            }
        }
        reasons
    }

    /// Of each group the first ground that holds.
    fn push_grounds(&self, reasons: &mut Vec<&'a str>) {
        for group in 0..self.service.groups.len() {
            let first = self
                .grounds(group)
                .find(|(index, _)| self.results[*index] == Some(true));
            reasons.extend(first.map(|(_, rule)| rule.id.as_str()));
        }
    }

    fn push_held(&self, kind: RuleKind, reasons: &mut Vec<&'a str>) {
        let held = self
            .service
            .rules_of(kind)
            .filter(|(index, _)| self.results[*index] == Some(true));
        reasons.extend(held.map(|(_, rule)| rule.id.as_str()));
    }
}

fn and(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
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
