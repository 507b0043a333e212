//! The examples of a service held against what the program says to their people, and against what the service is made of:
//! a condition, a switch or an age that no example shows is told to whoever writes the service.

use std::collections::BTreeSet;

use super::pages::papers_of;
use crate::assess::{Outcome, assess, missing_facts};
use crate::catalogue::{Catalogue, Example, Rule, Service};
use crate::person::SubmitterRole;
use crate::rule::{FactId, Facts, PolicyId, PolicyValues, Type, Value};

/// The oldest age that is tried.
const OLDEST: i64 = 120;

/// Everything that is wrong with the examples of a service, a sentence each: those that do not hold, and what none
/// shows.
pub fn check_examples(catalogue: &Catalogue, service: &Service, examples: &[Example]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut shown = Vec::new();
    for example in examples {
        let name = format!("{}, example \"{}\"", service.code, example.title);
        let Some(profile) = catalogue.profile(&example.profile) else {
            wrong.push(format!("{name}: there is no profile `{}`", example.profile));
            continue;
        };
        let said = differs(catalogue, service, example, &profile.values);
        wrong.extend(said.map(|said| format!("{name}: {said}")));
        shown.push((example, &profile.values));
    }
    let lacking = Shown {
        catalogue,
        service,
        examples: &shown,
    }
    .lacking();
    let lacking = lacking.into_iter();
    wrong.extend(lacking.map(|what| format!("{}: no example shows {what}", service.code)));
    wrong
}

/// Where the program says something else to the person of an example.
fn differs(catalogue: &Catalogue, service: &Service, example: &Example, policy: &PolicyValues) -> Option<String> {
    let found = assess(service, &example.facts, policy);
    let found = (
        found.outcome.as_str(),
        found.reasons,
        found.monthly.map(|monthly| monthly.0),
    );
    let expected = (
        example.outcome.as_str(),
        example.reasons.iter().map(String::as_str).collect(),
        example.monthly_fen,
    );
    if found != expected {
        let unsaid = unsaid(catalogue, service, example, policy);
        return Some(format!("expected {}, found {}{unsaid}", told(&expected), told(&found)));
    }
    let expected = example.papers.as_ref()?;
    let minor = age_of(catalogue, &example.facts).is_some_and(|age| age < 18);
    let by = example.by.unwrap_or(SubmitterRole::Oneself);
    let asked = papers_of(catalogue, &[service], Some(by), minor, true);
    (asked != *expected).then(|| {
        format!(
            "expected the papers [{}], asked for are [{}]",
            expected.join(", "),
            asked.join(", ")
        )
    })
}

/// What the outcome hangs on and nobody said of the person: where to write it.
fn unsaid(catalogue: &Catalogue, service: &Service, example: &Example, policy: &PolicyValues) -> String {
    let missing = missing_facts(&assess(service, &example.facts, policy));
    let names: Vec<&str> = missing
        .iter()
        .map(|fact| catalogue.vocabulary.fact_name(*fact))
        .collect();
    if names.is_empty() {
        return String::new();
    }
    format!(
        "; nothing is said of {}: write it under [facts] of {}/example_person.toml, or in the example",
        names.join(", "),
        service.code
    )
}

fn told((outcome, reasons, monthly): &(&str, Vec<&str>, Option<i64>)) -> String {
    let amount = monthly.map_or_else(String::new, |fen| format!(", {fen} fen"));
    format!("{outcome} [{}]{amount}", reasons.join(", "))
}

fn age(catalogue: &Catalogue) -> Option<FactId> {
    catalogue.vocabulary.fact_named("person.age")
}

fn age_of(catalogue: &Catalogue, facts: &Facts) -> Option<i64> {
    match facts.get(age(catalogue)?) {
        Some(Value::Int(years)) => Some(*years),
        _ => None,
    }
}

/// The examples of a service with the policy that each is told under.
struct Shown<'a> {
    catalogue: &'a Catalogue,
    service: &'a Service,
    examples: &'a [(&'a Example, &'a PolicyValues)],
}

impl Shown<'_> {
    fn lacking(&self) -> Vec<String> {
        let mut lacking = Vec::new();
        let named = |code: &str| {
            let mut reasons = self.examples.iter().flat_map(|(example, _)| &example.reasons);
            reasons.any(|reason| reason == code)
        };
        let yes = Outcome::Eligible.as_str();
        if !self.examples.iter().any(|(example, _)| example.outcome == yes) {
            lacking.push("a plain yes".to_owned());
        }
        let codes = self.service.reason_codes().filter(|code| !named(code));
        lacking.extend(codes.map(|code| format!("the reason {code}")));
        let vocabulary = &self.catalogue.vocabulary;
        let switches = self.service.policies.iter().copied();
        for key in switches.filter(|key| vocabulary.policy_type(*key) == Type::Bool) {
            for (on, word) in [(true, "on"), (false, "off")] {
                if !self.turns(key, on) {
                    let name = vocabulary.policy_name(key);
                    lacking.push(format!("policy.{name} {word}, for somebody to whom that matters"));
                }
            }
        }
        if let Some(age) = age(self.catalogue) {
            let rules = self.service.rules.iter();
            for rule in rules.filter(|rule| rule.when.facts().contains(&age)) {
                lacking.extend(self.edges(rule, age));
            }
        }
        let guardian =
            |(example, _): &(&Example, _)| example.by == Some(SubmitterRole::LegalGuardian) && example.papers.is_some();
        if !self.examples.iter().any(guardian) {
            lacking.push("a guardian's case: by = \"legal_guardian\", and the papers they are asked for".to_owned());
        }
        lacking
    }

    /// Whether some example is told under a switch that is so, and would be told something else were it not.
    fn turns(&self, key: PolicyId, on: bool) -> bool {
        self.examples.iter().any(|(example, policy)| {
            let mut turned = (*policy).clone();
            // A switch takes a switch.
            let _ = turned.set(key, &Value::Bool(!on));
            let said = |policy: &PolicyValues| {
                let assessment = assess(self.service, &example.facts, policy);
                (assessment.outcome, assessment.reasons, assessment.monthly)
            };
            policy.get(key) == Value::Bool(on) && said(policy) != said(&turned)
        })
    }

    /// The birthdays on which a rule turns for somebody of the examples, where none of them has it, or is a day younger.
    fn edges(&self, rule: &Rule, age: FactId) -> Vec<String> {
        let (mut turning, mut on_it, mut before) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for (example, policy) in self.examples {
            let at = |years: i64| {
                let mut facts = example.facts.clone();
                facts.state(age, Value::Int(years));
                rule.when.holds(&facts, policy)
            };
            let now = age_of(self.catalogue, &example.facts);
            for birthday in (1..=OLDEST).filter(|years| at(*years) != at(years - 1)) {
                turning.insert(birthday);
                on_it.extend((now == Some(birthday)).then_some(birthday));
                before.extend((now == Some(birthday - 1)).then_some(birthday));
            }
        }
        if turning.is_empty() {
            return vec![format!("an age at which {} turns", rule.id)];
        }
        let missing = |has: &BTreeSet<i64>, day: &str| -> Vec<String> {
            let birthdays = turning.difference(has);
            birthdays
                .map(|years| format!("{day} the birthday of {years}, for {}", rule.id))
                .collect()
        };
        [
            missing(&on_it, "somebody on"),
            missing(&before, "somebody the day before"),
        ]
        .concat()
    }
}
