//! The second evaluator: blocks of people at once, outcomes and reasons as bit planes. Equal to
//! [`assess`](super::assess) row by row; used where everybody is asked about (nightly matching, simulation).

use super::Outcome;
use crate::catalogue::{RuleKind, Service};
use crate::rule::PolicyValues;
use crate::rule::columns::{Block, Scratch, Verdicts};

/// The assessments of one service for a block of people, and the buffers they are made in. Keep one per service and
/// thread: after the first block nothing is allocated.
#[derive(Debug, Default)]
pub struct Planes {
    scratch: Scratch,
    verdicts: Vec<Verdicts>,
    /// Of each rule: whether it is for the county's own rule to say.
    locals: Vec<Verdicts>,
    outcomes: [Vec<u64>; OUTCOMES.len()],
    rules: Vec<Vec<u64>>,
    otherwise: Vec<Vec<u64>>,
    /// Of the 64 people at hand, by group: who has their ground already.
    ground_taken: Vec<u64>,
}

const OUTCOMES: [Outcome; 8] = [
    Outcome::Eligible,
    Outcome::EligibleSubjectToAssessment,
    Outcome::Ineligible,
    Outcome::ChooseOne,
    Outcome::OnHold,
    Outcome::ConditionalLocalRule,
    Outcome::NeedsMatter,
    Outcome::Unknown,
];

/// 64 people: who certainly does, and who certainly does not.
#[derive(Clone, Copy)]
struct Truth {
    yes: u64,
    no: u64,
}

impl Truth {
    const NOBODY: Self = Self { yes: 0, no: u64::MAX };

    fn or(self, other: Self) -> Self {
        Self {
            yes: self.yes | other.yes,
            no: self.no & other.no,
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            yes: self.yes & other.yes,
            no: self.no | other.no,
        }
    }

    fn not(self) -> Self {
        Self {
            yes: self.no,
            no: self.yes,
        }
    }

    /// What a rule said of the people of a word.
    fn of(verdicts: &Verdicts, word: usize) -> Self {
        let (yes, known) = (verdicts.truth.words()[word], verdicts.known.words()[word]);
        Self { yes, no: known & !yes }
    }
}

impl Planes {
    /// No buffers yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Assesses everybody in a block; what was there before is overwritten. Block, policy and service belong to one
    /// catalogue.
    pub fn assess(&mut self, service: &Service, block: &Block, policy: &PolicyValues) {
        self.verdicts.resize_with(service.rules.len(), Verdicts::default);
        for (rule, verdicts) in service.rules.iter().zip(&mut self.verdicts) {
            rule.when.holds_block(block, policy, &mut self.scratch, verdicts);
        }
        self.locals.resize_with(service.rules.len(), Verdicts::default);
        for (rule, verdicts) in service.rules.iter().zip(&mut self.locals) {
            if let Some(local) = &rule.local {
                local.holds_block(block, policy, &mut self.scratch, verdicts);
            }
        }
        let words = block.rows().div_ceil(64);
        let clear = |plane: &mut Vec<u64>| {
            plane.clear();
            plane.resize(words, 0);
        };
        self.outcomes.iter_mut().for_each(clear);
        self.rules.resize_with(service.rules.len(), Vec::new);
        self.rules.iter_mut().for_each(clear);
        self.otherwise.resize_with(service.groups.len(), Vec::new);
        self.otherwise.iter_mut().for_each(clear);
        for word in 0..words {
            let rows = block.rows() - word * 64;
            let people = if rows >= 64 { u64::MAX } else { (1 << rows) - 1 };
            self.assess_word(service, word, people);
        }
    }

    /// The phases of [`assess`](super::assess) for 64 people; `people` are those that exist.
    fn assess_word(&mut self, service: &Service, word: usize, people: u64) {
        let (verdicts, locals) = (&self.verdicts, &self.locals);
        let any = |kind: RuleKind| {
            let rules = service.rules_of(kind);
            rules.fold(Truth::NOBODY, |any, (rule, _)| any.or(Truth::of(&verdicts[rule], word)))
        };
        let group = |group: usize| {
            let grounds = service
                .rules_of(RuleKind::Ground)
                .filter(|(_, rule)| rule.group == group);
            grounds.fold(Truth::NOBODY, |any, (rule, _)| any.or(Truth::of(&verdicts[rule], word)))
        };
        // Of a group: no ground holds for itself, those that do are for the county's own rule to say.
        let only_local = |group: usize| {
            let grounds = service
                .rules_of(RuleKind::Ground)
                .filter(|(_, rule)| rule.group == group);
            let firm = grounds.fold(Truth::NOBODY, |any, (at, rule)| {
                let local = rule
                    .local
                    .as_ref()
                    .map_or(Truth::NOBODY, |_| Truth::of(&locals[at], word));
                any.or(Truth::of(&verdicts[at], word).and(local.not()))
            });
            firm.not()
        };
        let (local, certificate, exclusion) = (
            any(RuleKind::Local),
            any(RuleKind::Certificate),
            any(RuleKind::Exclusion),
        );
        let (hold, overlap, assessment) = (any(RuleKind::Hold), any(RuleKind::Overlap), any(RuleKind::Assessment));
        let barred = certificate.or(exclusion);
        let ineligible = (0..service.groups.len()).fold(barred, |any, at| any.or(group(at).not()));
        let county_rule = (0..service.groups.len()).fold(Truth::NOBODY, |any, at| any.or(only_local(at)));
        let matter = any(RuleKind::Matter);
        let decided_here = local.no & matter.no & people;
        // Whom a hold stops, and who goes on to what is judged after it.
        let (held, judged) = if service.hold_first {
            (decided_here & hold.yes, decided_here & hold.no)
        } else {
            (decided_here & ineligible.no & hold.yes, decided_here)
        };
        let meets = judged & ineligible.no & hold.no;
        let free = meets & county_rule.no;
        let left_to_county = meets & county_rule.yes;
        let outcomes = [
            free & overlap.no & assessment.no,
            free & overlap.no & assessment.yes,
            judged & ineligible.yes,
            free & overlap.yes,
            held,
            (local.yes & people) | left_to_county,
            local.no & matter.yes & people,
            0,
        ];
        let settled = outcomes.iter().fold(0, |all, outcome| all | outcome);
        let [eligible, to_assess, ineligible, choose_one, on_hold, _, no_matter, _] = outcomes;
        let elsewhere = local.yes & people;
        let meets = eligible | to_assess | choose_one;
        let without_ground = ineligible & !certificate.yes & !exclusion.yes;
        for at in 0..service.groups.len() {
            self.otherwise[at][word] = without_ground & group(at).no;
        }
        self.ground_taken.clear();
        self.ground_taken.resize(service.groups.len(), 0);
        for (at, rule) in service.rules.iter().enumerate() {
            let met = Truth::of(&verdicts[at], word).yes;
            let who = match rule.kind {
                RuleKind::Local => elsewhere,
                RuleKind::Certificate => ineligible,
                RuleKind::Exclusion => ineligible & !certificate.yes,
                RuleKind::Hold => on_hold,
                RuleKind::Matter => no_matter,
                RuleKind::Note => meets | no_matter,
                RuleKind::Overlap | RuleKind::Assessment => meets,
                RuleKind::Ground => {
                    let first = (meets | left_to_county) & !self.ground_taken[rule.group];
                    self.ground_taken[rule.group] |= met;
                    first
                }
            };
            self.rules[at][word] = met & who;
        }
        for (plane, outcome) in self.outcomes.iter_mut().zip(outcomes) {
            plane[word] = outcome;
        }
        self.outcomes[OUTCOMES.len() - 1][word] = people & !settled;
    }

    /// The outcome of one person.
    pub fn outcome(&self, row: usize) -> Outcome {
        let at = self.outcomes.iter().position(|plane| bit(plane, row));
        at.map_or(Outcome::Unknown, |at| OUTCOMES[at])
    }

    /// How many people end so.
    pub fn count(&self, outcome: Outcome) -> usize {
        let plane = OUTCOMES
            .iter()
            .position(|known| *known == outcome)
            .map(|at| &self.outcomes[at]);
        plane.map_or(0, |plane| plane.iter().map(|word| word.count_ones() as usize).sum())
    }

    /// The reason codes of one person, in the order of the phases.
    pub fn reasons<'a>(&self, service: &'a Service, row: usize) -> Vec<&'a str> {
        let rules = service
            .rules
            .iter()
            .zip(&self.rules)
            .filter(|(_, plane)| bit(plane, row));
        let groups = service
            .groups
            .iter()
            .zip(&self.otherwise)
            .filter(|(_, plane)| bit(plane, row));
        let failed = groups.map(|(group, _)| group.otherwise.as_str());
        rules.map(|(rule, _)| rule.id.as_str()).chain(failed).collect()
    }
}

fn bit(plane: &[u64], row: usize) -> bool {
    plane.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
}
