//! What an assessment promises, over random people with some facts unknown.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests: what cannot be read has failed the test"
)]

mod shipped;

use std::sync::OnceLock;

use proptest::prelude::*;
use proptest::sample::Index;
use zhida::assess::{Outcome, Planes, WayIn, assess, invent, missing_facts, nearest, way_in};
use zhida::calendar::{Date, parse_date};
use zhida::catalogue::{Catalogue, RuleKind, Service};
use zhida::rule::columns::Block;
use zhida::rule::{FactId, Facts, PolicyValues, Value};

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(shipped::catalogue)
}

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

/// Values that tell every rule's sides apart.
fn values_of(fact: &str) -> Vec<Value> {
    let component = |category: u8, grade: i64| vec![Some(Value::Enum(category)), Some(Value::Int(grade))];
    match fact {
        "application.on" => vec![Value::Date(day("2025-06-18"))],
        "certificate.valid_until" => vec![Value::Date(day("2025-06-17")), Value::Date(day("2025-06-18"))],
        "certificate.grade" => (0..=4).map(Value::Int).collect(),
        "person.age" => [5, 40].map(Value::Int).to_vec(),
        "certificate.status" => (0..6).map(Value::Enum).collect(),
        "household.aid_status" | "other.device_payer" => (0..5).map(Value::Enum).collect(),
        "other.device_fitting" | "home.paid_by" | "home.altered_before" | "home.county_rule" => {
            (0..3).map(Value::Enum).collect()
        }
        "home.visit" | "other.hardship_check" | "other.matter_place" => (0..4).map(Value::Enum).collect(),
        // Owned; rented in another province; an institution.
        "home.kind" => [0, 5, 8].map(Value::Enum).to_vec(),
        "other.hardship" | "other.matter_check" | "other.urgency_check" => (0..3).map(Value::Enum).collect(),
        // None; of art. 32; wages, which a migrant worker may claim; another of art. 31; something else.
        "other.legal_matter" => [0, 1, 4, 6, 19].map(Value::Enum).to_vec(),
        "other.safe_contact" => vec![Value::Enum(0), Value::Enum(1)],
        "certificate.components" => vec![
            Value::List(vec![]),
            Value::List(vec![component(3, 2)]),
            Value::List(vec![component(0, 2), component(5, 3)]),
        ],
        fact if fact.ends_with("_monthly") => [0, 6900, 7000, 7100].map(Value::Fen).to_vec(),
        _ => vec![Value::Bool(false), Value::Bool(true)],
    }
}

/// One value for each fact, and which facts are known. Few are unknown, so that every completion can be tried.
fn people() -> impl Strategy<Value = (Vec<Index>, Vec<bool>)> {
    let facts = catalogue().facts.len();
    let known = proptest::collection::vec(proptest::bool::weighted(0.75), facts);
    let people = (proptest::collection::vec(any::<Index>(), facts), known);
    // What no rule reads has no say in anything: it is left known.
    let people = people.prop_map(|(picks, mut known)| {
        for (fact, known) in catalogue().facts.iter().zip(&mut known) {
            *known |= catalogue()
                .services
                .iter()
                .all(|service| !service.facts().contains(&fact.id));
        }
        (picks, known)
    });
    people.prop_filter("too many unknown", |(_, known)| {
        known.iter().filter(|known| !**known).count() <= 5
    })
}

/// Nothing that can be read off the facts speaks against the person.
fn meets(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Eligible | Outcome::EligibleSubjectToAssessment)
}

fn facts_of(picks: &[Index], known: &[bool]) -> Facts {
    let catalogue = catalogue();
    let mut facts = Facts::new(&catalogue.vocabulary);
    for ((fact, pick), known) in catalogue.facts.iter().zip(picks).zip(known) {
        let values = values_of(&fact.name);
        if *known || fact.name == "application.on" {
            facts.state(fact.id, pick.get(&values).clone());
        }
    }
    facts
}

/// Every way to fill in what is unknown.
fn completions(facts: &Facts) -> Vec<Facts> {
    let unknown = catalogue().facts.iter().filter(|fact| facts.get(fact.id).is_none());
    unknown.fold(vec![facts.clone()], |so_far, fact| {
        let with = |facts: &Facts| {
            values_of(&fact.name)
                .into_iter()
                .map(|value| with_fact(facts, fact.id, value))
                .collect::<Vec<_>>()
        };
        so_far.iter().flat_map(with).collect()
    })
}

fn with_fact(facts: &Facts, fact: FactId, value: Value) -> Facts {
    let mut facts = facts.clone();
    facts.state(fact, value);
    facts
}

fn each() -> impl Iterator<Item = (&'static Service, &'static PolicyValues)> {
    let services = catalogue().services.iter();
    services.flat_map(|service| {
        catalogue()
            .profiles
            .iter()
            .map(move |profile| (service, &profile.values))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_definite_outcome_stays_and_missing_is_exactly_what_matters((picks, known) in people()) {
        let facts = facts_of(&picks, &known);
        let completions = completions(&facts);
        for (service, policy) in each() {
            let now = assess(service, &facts, policy);
            let outcome = |facts: &Facts| assess(service, facts, policy).outcome;
            let ends: Vec<Outcome> = completions.iter().map(outcome).collect();
            prop_assert!(!ends.contains(&Outcome::Unknown), "all facts known, and still unknown");
            let settled = ends.iter().all(|end| *end == ends[0]);
            prop_assert_eq!(now.outcome, if settled { ends[0] } else { Outcome::Unknown });
            let claimed = missing_facts(&now);
            for fact in catalogue().facts.iter().filter(|fact| facts.get(fact.id).is_none()) {
                let matters = completions.iter().zip(&ends).any(|(full, end)| {
                    values_of(&fact.name).into_iter().any(|value| outcome(&with_fact(full, fact.id, value)) != *end)
                });
                prop_assert_eq!(claimed.contains(&fact.id), matters, "{} for {}", &fact.name, &service.code);
            }
            prop_assert_eq!(now.reasons.is_empty(), now.outcome == Outcome::Unknown);
        }
    }

    #[test]
    fn the_nearest_change_is_enough_and_no_smaller_one_is((picks, known) in people()) {
        let facts = facts_of(&picks, &known);
        let on = day("2025-06-18");
        for (service, policy) in each() {
            let outcome = assess(service, &facts, policy).outcome;
            let changes = nearest(catalogue(), service, &facts, policy, on);
            if meets(outcome) {
                prop_assert_eq!(changes, [], "nothing has to change");
                continue;
            }
            if !matches!(outcome, Outcome::Ineligible | Outcome::OnHold) {
                continue;
            }
            let apply = |subset: u32| {
                let chosen = changes.iter().enumerate().filter(|(index, _)| subset & (1 << index) != 0);
                chosen.fold(facts.clone(), |facts, (_, change)| with_fact(&facts, change.fact, change.to.clone()))
            };
            let all = (1_u32 << changes.len()) - 1;
            for subset in 0..=all {
                let eligible = meets(assess(service, &apply(subset), policy).outcome);
                prop_assert_eq!(eligible, subset == all && all != 0, "{:?}", &changes);
            }
            for change in &changes {
                let fact = catalogue().fact(change.fact).unwrap();
                prop_assert!(fact.change_to.is_some(), "{}", &fact.name);
                prop_assert!(!is_never_advised(&fact.name), "{}", &fact.name);
            }
        }
    }

    #[test]
    fn where_facts_are_missing_the_way_in_leaves_nothing_known_against_it((picks, known) in people()) {
        let facts = facts_of(&picks, &known);
        let on = day("2025-06-18");
        for (service, policy) in each() {
            let stands = assess(service, &facts, policy).outcome;
            let way = way_in(catalogue(), service, &facts, policy, on);
            let sure = nearest(catalogue(), service, &facts, policy, on);
            if !sure.is_empty() || !matches!(stands, Outcome::Ineligible | Outcome::OnHold) {
                prop_assert_eq!(way, WayIn { changes: sure, open: false });
                continue;
            }
            let after = way.changes.iter().fold(facts.clone(), |facts, change| {
                with_fact(&facts, change.fact, change.to.clone())
            });
            let outcome = assess(service, &after, policy).outcome;
            let mut named = way.changes.iter().filter_map(|change| catalogue().fact(change.fact));
            prop_assert!(!named.any(|fact| is_never_advised(&fact.name)));
            prop_assert_eq!(way.open, !way.changes.is_empty());
            prop_assert_eq!(outcome, if way.open { Outcome::Unknown } else { stands });
        }
    }

    #[test]
    fn columns_say_what_one_by_one_says(people in proptest::collection::vec(any_people(), 1..150)) {
        let people: Vec<Facts> = people.iter().map(|(picks, known)| facts_of(picks, known)).collect();
        let mut block = Block::new(&catalogue().vocabulary, people.len());
        for (row, facts) in people.iter().enumerate() {
            block.set_person(row, facts);
        }
        for (service, policy) in each() {
            let mut planes = Planes::new();
            planes.assess(service, &block, policy);
            let mut eligible = 0;
            for (row, facts) in people.iter().enumerate() {
                let one = assess(service, facts, policy);
                prop_assert_eq!(planes.outcome(row), one.outcome);
                prop_assert_eq!(planes.reasons(service, row), one.reasons);
                eligible += usize::from(one.outcome == Outcome::Eligible);
            }
            prop_assert_eq!(planes.count(Outcome::Eligible), eligible);
        }
    }
}

/// What nobody is ever told to change: how disabled they are, or how old, or where they were registered.
fn is_never_advised(fact: &str) -> bool {
    let disability = ["certificate.grade", "certificate.components", "certificate.present"];
    disability.contains(&fact) || ["person.", "hukou."].iter().any(|of| fact.starts_with(of))
}

/// As [`people`], with any number of unknown facts.
fn any_people() -> impl Strategy<Value = (Vec<Index>, Vec<bool>)> {
    let facts = catalogue().facts.len();
    let known = proptest::collection::vec(proptest::bool::weighted(0.9), facts);
    (proptest::collection::vec(any::<Index>(), facts), known)
}

#[test]
fn invented_people_are_fully_known_and_differ() {
    let mut block = Block::new(&catalogue().vocabulary, 4096);
    invent(catalogue(), &mut block, 1);
    for (service, policy) in each() {
        let mut planes = Planes::new();
        planes.assess(service, &block, policy);
        assert_eq!(planes.count(Outcome::Unknown), 0, "{}", service.code);
        let only_with = |kind, outcome| service.rules_of(kind).next().map(|_| outcome);
        let all = [Outcome::Eligible, Outcome::Ineligible].into_iter();
        let some = [
            only_with(RuleKind::Hold, Outcome::OnHold),
            only_with(RuleKind::Matter, Outcome::NeedsMatter),
            only_with(RuleKind::Overlap, Outcome::ChooseOne),
            only_with(RuleKind::Assessment, Outcome::EligibleSubjectToAssessment),
        ];
        for outcome in all.chain(some.into_iter().flatten()) {
            assert!(planes.count(outcome) > 0, "{} {outcome:?}", service.code);
        }
    }
}
