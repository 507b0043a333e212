//! An assessment as JSON: every key always present, `null` where it does not apply.

use serde_json::{Map, Value as Json, json};

use super::nearest::nearest;
use super::{Assessment, Outcome, Person, assess};
use crate::calendar::Month;
use crate::catalogue::{Catalogue, Service};
use crate::rule::{Facts, Missing, PolicyValues, Type, Value};

/// The answer for one person and one service.
pub(super) fn answer(catalogue: &Catalogue, service: &Service, person: &Person, policy: &PolicyValues) -> Json {
    let assessment = assess(service, &person.facts, policy);
    let accrues_from =
        (assessment.outcome.grantable() && !service.in_kind()).then(|| Month::of(person.applied_on).to_string());
    let changes = match assessment.outcome {
        Outcome::Ineligible | Outcome::OnHold => nearest(catalogue, service, &person.facts, policy, person.applied_on),
        _ => Vec::new(),
    };
    let nearest: Vec<Json> = changes
        .iter()
        .map(|change| json!({ "fact": name(catalogue, change.fact), "to": of_value(catalogue, change.fact, &change.to) }))
        .collect();
    let then = assessment.then.as_ref().map(|then| {
        json!({
            "outcome": then.outcome.as_str(),
            "monthly_fen": then.monthly.map(|monthly| monthly.0),
            "reasons": then.reasons,
        })
    });
    let open = matches!(
        assessment.outcome,
        Outcome::Eligible | Outcome::EligibleSubjectToAssessment
    );
    json!({
        "outcome": assessment.outcome.as_str(),
        "reasons": assessment.reasons,
        "suggested": suggested(service, &assessment, &person.facts, policy),
        "decision_due_days": open.then(|| service.decision_due_days(policy)).flatten(),
        "assign_due_days": open.then(|| service.assign_due_days(policy)).flatten(),
        "monthly_fen": assessment.monthly.map(|monthly| monthly.0),
        "other_monthly_fen": assessment.other_monthly.map(|other| other.0),
        "recommended": assessment.recommended.map(|recommended| recommended.as_str()),
        "accrues_from": accrues_from,
        "decided_by": person.hukou_county.map(|county| county.to_string()),
        "then": then,
        "missing": missing(catalogue, &assessment),
        "nearest": nearest,
        "trace": trace(catalogue, service, &person.facts, &assessment),
        "definition": service.definition,
        "policy": policy_used(catalogue, service, policy),
    })
}

/// The codes of the things that are named for the person, each once; null where the service gives none, or not to them.
fn suggested(
    service: &Service,
    assessment: &Assessment<'_>,
    facts: &Facts,
    policy: &PolicyValues,
) -> Option<Vec<String>> {
    let open = matches!(
        assessment.outcome,
        Outcome::Eligible | Outcome::EligibleSubjectToAssessment
    );
    let items = service.items.as_ref().filter(|_| open)?;
    let mut codes: Vec<String> = Vec::new();
    for item in items.suggested(facts, policy) {
        let code = item.known_as().to_owned();
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    Some(codes)
}

/// The input paths of the missing facts, sorted.
fn missing(catalogue: &Catalogue, assessment: &Assessment<'_>) -> Vec<String> {
    let mut paths: Vec<String> = assessment
        .missing
        .iter()
        .filter_map(|missing| path_of(catalogue, missing))
        .collect();
    paths.sort();
    paths.dedup();
    paths
}

fn path_of(catalogue: &Catalogue, missing: &Missing) -> Option<String> {
    let input = &catalogue.fact(missing.fact)?.input;
    let Some((index, field)) = missing.item else {
        return Some(input.clone());
    };
    let Type::List(record) = catalogue.vocabulary.fact_type(missing.fact) else {
        return None;
    };
    let (field, _) = catalogue.vocabulary.record_fields(record).get(field)?;
    Some(format!("{input}[{index}].{field}"))
}

fn trace(catalogue: &Catalogue, service: &Service, facts: &Facts, assessment: &Assessment<'_>) -> Vec<Json> {
    let rules = service.rules.iter().zip(&assessment.results);
    rules
        .map(|(rule, result)| {
            let known = rule.when.facts().iter().filter_map(|fact| {
                let value = facts.get(*fact)?;
                Some((name(catalogue, *fact), of_value(catalogue, *fact, value)))
            });
            let result = match result {
                Some(true) => "met",
                Some(false) => "not_met",
                None => "unknown",
            };
            json!({
                "code": rule.id,
                "kind": rule.kind.as_str(),
                "result": result,
                "basis": rule.basis,
                "facts": known.collect::<Map<String, Json>>(),
            })
        })
        .collect()
}

fn policy_used(catalogue: &Catalogue, service: &Service, policy: &PolicyValues) -> Json {
    let used = service.policies.iter().map(|key| {
        let value = match policy.get(*key) {
            Value::Bool(on) => json!(on),
            Value::Int(number) | Value::Fen(number) => json!(number),
            _ => Json::Null,
        };
        (catalogue.vocabulary.policy_name(*key).to_owned(), value)
    });
    Json::Object(used.collect())
}

fn name(catalogue: &Catalogue, fact: crate::rule::FactId) -> String {
    catalogue.vocabulary.fact_name(fact).to_owned()
}

/// A fact's value: names of enumerations, `2025-06-18`, fen; `null` for "none".
fn of_value(catalogue: &Catalogue, fact: crate::rule::FactId, value: &Value) -> Json {
    catalogue.vocabulary.value_to_json(fact, value)
}
