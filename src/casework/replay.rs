//! Deciding again what was decided, from what the case itself keeps: the facts, the values of policy, the definition.
//! However late, the same comes out, or what differs is named.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json, json};

use super::decide::verdict;
use super::reasons::borne;
use super::{Assessed, Case, DecideOutcome, Decision, Event, Recorded, Verdict, known_facts};
use crate::assess::Outcome;
use crate::calendar::Date;
use crate::catalogue::{Catalogue, Service, hash_of};
use crate::rule::ValueError;

/// A case decided again.
#[derive(Clone, Debug, PartialEq)]
pub struct Replay {
    /// The hash of the definition it was handed in under.
    pub definition: String,
    /// What the last decision gives.
    pub verdict: Verdict,
    /// What the rules had said by then.
    pub outcome: Outcome,
    /// The hash of every assessment and decision that the case keeps.
    pub kept: String,
    /// The hash of the same, made again.
    pub again: String,
    /// What is not as it was.
    pub differences: Vec<Difference>,
}

/// One thing that is not as it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The number of the event that keeps it.
    pub event: i64,
    /// What: `monthly`, `trace.IN_DIBAO.result`.
    pub key: String,
    /// As it is kept; null where it is not.
    pub kept: Json,
    /// As it comes out now; null where it does not.
    pub again: Json,
}

/// Why nothing can be decided again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoReplay {
    /// What it began with was erased by law.
    #[error("what it began with is not kept any more")]
    Erased,
    /// It has no decision.
    #[error("it has not been decided")]
    NotDecided,
    /// A value that the rules read is not with its assessment.
    #[error("the values of policy it was decided by are not all kept: {0}")]
    Policy(#[from] ValueError),
}

/// Decides a case again by the definition it was handed in under. Every assessment is made again from the facts held
/// at the time, and every decision from the assessment made again: whether it may be, what it gives, what bears it. What
/// a government found in a reconsideration is its own, and stays as it is.
///
/// # Errors
/// What it takes is not kept.
pub fn replay(events: &[Recorded], catalogue: &Catalogue, service: &Service) -> Result<Replay, NoReplay> {
    let mut case = events.get(..1).and_then(Case::fold).ok_or(NoReplay::Erased)?;
    let mut compared = Compared::default();
    let mut last = None;
    for recorded in events {
        if let Event::Decided { decision, .. } = &recorded.event {
            let again = decided_again(&case, service, decision, recorded.at.date());
            compared.add(recorded.seq, &as_json(&decision.verdict, &decision.reasons), &again);
            last = Some((decision.verdict.clone(), case.assessment.outcome));
        }
        case.apply(recorded);
        let kept: &Assessed = match &recorded.event {
            Event::Submitted(submitted) => &submitted.assessment,
            Event::Corrected { assessment, .. } | Event::HoldLifted { assessment, .. } => assessment,
            _ => continue,
        };
        let again = assessed_again(&case, kept, catalogue, service)?;
        compared.add(recorded.seq, &by_code(kept), &by_code(&again));
        case.assessment = again;
    }
    let (verdict, outcome) = last.ok_or(NoReplay::NotDecided)?;
    Ok(Replay {
        definition: case.opened.definition.clone(),
        verdict,
        outcome,
        kept: hash_of(&compared.kept),
        again: hash_of(&compared.again),
        differences: compared.differences,
    })
}

fn assessed_again(
    case: &Case,
    kept: &Assessed,
    catalogue: &Catalogue,
    service: &Service,
) -> Result<Assessed, ValueError> {
    let vocabulary = &catalogue.vocabulary;
    let policy = kept.policy_values(vocabulary, service)?;
    let facts = known_facts(&case.facts, vocabulary, &case.opened.subject.resident_id, kept.on);
    let mut again = Assessed::of(catalogue, service, &facts, &policy, kept.on);
    // Older records do not say the whole amount: there is nothing to compare it with.
    if kept.whole.is_none() {
        again.whole = None;
    }
    Ok(again)
}

/// What the same officer would get who decided so today, on these facts and for these reasons.
fn decided_again(case: &Case, service: &Service, decision: &Decision, on: Date) -> Json {
    let outcome = match decision.verdict {
        Verdict::Grant { .. } | Verdict::Provide {} => DecideOutcome::Grant,
        Verdict::Partial { monthly, from, .. } => DecideOutcome::Partial { monthly, from },
        Verdict::Refuse { .. } => DecideOutcome::Refuse,
    };
    let codes: Vec<String> = decision.reasons.iter().map(|reason| reason.code.clone()).collect();
    let made = verdict(case, outcome, &decision.author);
    let made = made.and_then(|verdict| Ok((borne(case, service, &verdict, &codes, on)?, verdict)));
    match made {
        Ok((reasons, verdict)) => as_json(&verdict, &reasons),
        Err(refusal) => json!({ "refused": refusal.text_id() }),
    }
}

fn as_json(verdict: &Verdict, reasons: &[super::Reason]) -> Json {
    let reasons = reasons.iter().map(|reason| (reason.code.clone(), json!(reason)));
    json!({ "verdict": verdict, "reasons": reasons.collect::<Map<_, _>>() })
}

/// An assessment with its conditions by their codes, so that each is compared with itself.
fn by_code(assessed: &Assessed) -> Json {
    let mut json = json!(assessed);
    let lines = assessed.trace.iter().map(|line| (line.code.clone(), json!(line)));
    json["trace"] = Json::Object(lines.collect());
    json
}

/// What is kept beside what is made again, event by event.
#[derive(Default)]
struct Compared {
    kept: String,
    again: String,
    differences: Vec<Difference>,
}

impl Compared {
    fn add(&mut self, event: i64, kept: &Json, again: &Json) {
        self.kept.push_str(&kept.to_string());
        self.again.push_str(&again.to_string());
        self.look(event, "", kept, again);
    }

    fn look(&mut self, event: i64, key: &str, kept: &Json, again: &Json) {
        if kept == again {
            return;
        }
        let (Json::Object(before), Json::Object(now)) = (kept, again) else {
            self.differences.push(Difference {
                event,
                key: key.to_owned(),
                kept: kept.clone(),
                again: again.clone(),
            });
            return;
        };
        let names: BTreeSet<&String> = before.keys().chain(now.keys()).collect();
        for name in names {
            let key = if key.is_empty() {
                name.clone()
            } else {
                format!("{key}.{name}")
            };
            let of = |map: &Map<String, Json>| map.get(name).cloned().unwrap_or_default();
            self.look(event, &key, &of(before), &of(now));
        }
    }
}
