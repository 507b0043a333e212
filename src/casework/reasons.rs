//! Which conditions bear a decision: a grant rests on grounds that hold, a refusal on what speaks against it, a part on
//! both.

use std::collections::BTreeMap;

use super::{Case, Met, PAPERS_NOT_SUPPLIED, Reason, Refusal, TraceLine, Verdict};
use crate::apply::OverlapPick;
use crate::assess::Outcome;
use crate::calendar::Date;
use crate::catalogue::{RuleKind, Service};

/// The reasons of a decision by their codes, each with what it was decided on.
///
/// # Errors
/// None named; a code that is not the service's; a condition that says the opposite; less than the whole with nothing
/// that speaks against the rest.
pub(super) fn borne(
    case: &Case,
    service: &Service,
    verdict: &Verdict,
    codes: &[String],
    today: Date,
) -> Result<Vec<Reason>, Refusal> {
    let against = match verdict {
        Verdict::Grant { .. } | Verdict::Provide {} => Vec::new(),
        Verdict::Partial { .. } => against_the_rest(case, service, today),
        Verdict::Refuse { .. } => against(case, service, today),
    };
    match verdict {
        Verdict::Partial { .. } if against.is_empty() => return Err(Refusal::NothingAgainstTheRest),
        Verdict::Refuse { .. } if against.is_empty() => return Err(Refusal::NothingAgainst),
        Verdict::Grant { .. } | Verdict::Provide {} | Verdict::Partial { .. } | Verdict::Refuse { .. } => {}
    }
    let mut reasons: Vec<Reason> = Vec::new();
    for code in codes {
        if reasons.iter().any(|reason| reason.code == *code) {
            continue;
        }
        let known = code == PAPERS_NOT_SUPPLIED || service.reason_codes().any(|known| known == code);
        if !known {
            return Err(Refusal::ReasonNotOfService { code: code.clone() });
        }
        let bears = match verdict {
            Verdict::Grant { .. } | Verdict::Provide {} => speaks_for(case, code),
            Verdict::Partial { .. } => speaks_for(case, code) || against.contains(code),
            Verdict::Refuse { .. } => against.contains(code),
        };
        if !bears {
            return Err(Refusal::ReasonDoesNotBear { code: code.clone() });
        }
        reasons.push(reason(case, service, code));
    }
    let carries = match verdict {
        Verdict::Refuse { .. } => !reasons.is_empty(),
        // Notes and what does not bar are said beside a ground, never instead of one.
        Verdict::Grant { .. } | Verdict::Provide {} | Verdict::Partial { .. } => {
            let is_ground = |reason: &Reason| {
                let line = case.assessment.line(&reason.code);
                line.is_some_and(|line| line.kind == RuleKind::Ground)
            };
            reasons.iter().any(is_ground)
        }
    };
    if !carries {
        return Err(Refusal::ReasonsMissing);
    }
    // What is not given has its own reason beside the ground for what is.
    if matches!(verdict, Verdict::Partial { .. }) && !reasons.iter().any(|reason| against.contains(&reason.code)) {
        return Err(Refusal::RestNotExplained);
    }
    Ok(reasons)
}

/// Every code that giving less than the whole may rest on: what a refusal may rest on, and another benefit of the same
/// kind, of which this one is only the rest or begins only where it ends.
pub fn against_the_rest(case: &Case, service: &Service, today: Date) -> Vec<String> {
    let mut codes = against(case, service, today);
    for line in &case.assessment.trace {
        let overlaps = line.kind == RuleKind::Overlap && line.result == Met::Met;
        if overlaps && !codes.contains(&line.code) {
            codes.push(line.code.clone());
        }
    }
    codes
}

/// Every code that a refusal may rest on, in the order of the phases.
pub fn against(case: &Case, service: &Service, today: Date) -> Vec<String> {
    let assessment = &case.assessment;
    let speaks = |line: &&TraceLine| match (line.kind, line.result) {
        (RuleKind::Local | RuleKind::Matter | RuleKind::Certificate | RuleKind::Exclusion, Met::Met) => true,
        (RuleKind::Overlap, Met::Met) => case.pick() == Some(OverlapPick::KeepOther),
        // What nobody could show, where it could still change the outcome.
        (kind, Met::Unknown) => kind != RuleKind::Note && assessment.outcome == Outcome::Unknown,
        (_, Met::Met | Met::NotMet) => false,
    };
    let mut codes: Vec<String> = assessment
        .trace
        .iter()
        .filter(speaks)
        .map(|line| line.code.clone())
        .collect();
    let failed = service
        .groups
        .iter()
        .filter(|group| assessment.reasons.contains(&group.otherwise));
    codes.extend(failed.map(|group| group.otherwise.clone()));
    let lapsed = case.open_list().is_some_and(|list| list.until < today);
    if lapsed {
        codes.push(PAPERS_NOT_SUPPLIED.to_owned());
    }
    codes
}

/// Every code that a grant may rest on: grounds that hold, notes, and what does not stand in the way.
pub fn speaks_for(case: &Case, code: &str) -> bool {
    case.assessment.line(code).is_some_and(|line| match line.kind {
        RuleKind::Ground | RuleKind::Note => line.result == Met::Met,
        RuleKind::Overlap => line.result == Met::NotMet || case.pick() == Some(OverlapPick::TakeThis),
        RuleKind::Local
        | RuleKind::Matter
        | RuleKind::Certificate
        | RuleKind::Exclusion
        | RuleKind::Hold
        | RuleKind::Assessment => line.result == Met::NotMet,
    })
}

fn reason(case: &Case, service: &Service, code: &str) -> Reason {
    if let Some(line) = case.assessment.line(code) {
        return Reason {
            code: line.code.clone(),
            result: line.result,
            basis: verified(line.basis.as_deref()),
            facts: line.facts.clone(),
        };
    }
    // The code of a group without a ground that holds: what all its grounds read, and the law of the first.
    let group = service.groups.iter().position(|group| group.otherwise == code);
    let grounds = service
        .rules_of(RuleKind::Ground)
        .filter(|(_, rule)| Some(rule.group) == group);
    let lines: Vec<&TraceLine> = grounds.filter_map(|(_, rule)| case.assessment.line(&rule.id)).collect();
    let mut facts = BTreeMap::new();
    for line in &lines {
        facts.extend(line.facts.clone());
    }
    Reason {
        code: code.to_owned(),
        result: if lines.is_empty() { Met::Unknown } else { Met::NotMet },
        basis: lines.iter().find_map(|line| verified(line.basis.as_deref())),
        facts,
    }
}

/// A basis that may stand in a letter as law.
fn verified(basis: Option<&str>) -> Option<String> {
    basis.filter(|basis| *basis != "unverified").map(str::to_owned)
}
