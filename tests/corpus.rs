//! What was once said to some hundred people is said to them again, by both evaluators, word for word. `corpus/` is
//! frozen: a change of the engine that gives anybody another outcome fails here (`corpus/README.md`).

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests: what cannot be read has failed the test"
)]

mod shipped;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};
use zhida::assess::{Outcome, Planes};
use zhida::calendar::{Date, parse_date};
use zhida::casework::{Assessed, Met};
use zhida::catalogue::{
    Catalogue, Service, definition_paths, definition_text, derive, hash_of, is_derived, read_examples,
};
use zhida::rule::columns::Block;
use zhida::rule::{Facts, PolicyValues, Type, Value};

/// How many people are invented beside those of the examples.
const INVENTED: u64 = 140;

/// One person of the corpus, a line.
#[derive(Serialize, Deserialize)]
struct Person {
    who: String,
    policy: String,
    on: String,
    born: Option<String>,
    facts: BTreeMap<String, Json>,
    /// By service; nothing before it is frozen.
    said: BTreeMap<String, Json>,
}

type Policies = BTreeMap<String, BTreeMap<String, Json>>;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

fn read_json<T: serde::de::DeserializeOwned>(name: &str) -> T {
    serde_json::from_str(&fs::read_to_string(folder().join(name)).unwrap()).unwrap()
}

fn people() -> Vec<Person> {
    let text = fs::read_to_string(folder().join("people.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The frozen definitions, each the catalogue of one service.
fn definitions() -> Vec<Catalogue> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder().join("definitions"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let catalogue = Catalogue::of_definition(&text).unwrap();
        assert_eq!(catalogue.services[0].definition, hash_of(&text), "{}", path.display());
        catalogue
    };
    paths.iter().map(read).collect()
}

fn values(catalogue: &Catalogue, policy: &BTreeMap<String, Json>) -> PolicyValues {
    let vocabulary = &catalogue.vocabulary;
    PolicyValues::new(vocabulary, |key, name| {
        vocabulary.policy_from_json(key, policy.get(name)?)
    })
    .unwrap()
}

fn facts(catalogue: &Catalogue, person: &Person) -> Facts {
    let vocabulary = &catalogue.vocabulary;
    let mut facts = Facts::new(vocabulary);
    for (name, value) in &person.facts {
        if let Some(fact) = vocabulary.fact_named(name) {
            facts.state(fact, vocabulary.value_from_json(fact, value).unwrap());
        }
    }
    let born = person.born.as_deref().map(|born| parse_date(born).unwrap());
    derive(vocabulary, &mut facts, parse_date(&person.on).unwrap(), born);
    facts
}

/// Everything a case would keep, in short: of the conditions those that hold and those nobody knows, and of the whole the
/// hash.
fn said(catalogue: &Catalogue, facts: &Facts, policy: &PolicyValues, on: &str) -> Json {
    let on = parse_date(on).unwrap();
    let assessed = Assessed::of(catalogue, &catalogue.services[0], facts, policy, on);
    let of = |met: Met| -> Vec<&str> {
        let lines = assessed.trace.iter().filter(|line| line.result == met);
        lines.map(|line| line.code.as_str()).collect()
    };
    let whole = json!({
        "outcome": assessed.outcome,
        "reasons": assessed.reasons,
        "monthly": assessed.monthly,
        "other_monthly": assessed.other_monthly,
        "whole": assessed.whole,
        "recommended": assessed.recommended,
        "missing": assessed.missing,
        "met": of(Met::Met),
        "unknown": of(Met::Unknown),
        "hash": assessed.hash(),
    });
    let Json::Object(whole) = whole else { return whole };
    let something = |value: &Json| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty());
    whole
        .into_iter()
        .filter(|(_, value)| something(value))
        .collect::<Map<_, _>>()
        .into()
}

#[test]
fn everybody_is_told_what_they_were_told_when_it_was_frozen() {
    let (people, policies) = (people(), read_json::<Policies>("policy.json"));
    let mut differences = String::new();
    for catalogue in definitions() {
        let code = &catalogue.services[0].code;
        for person in &people {
            let policy = values(&catalogue, &policies[&person.policy]);
            let now = said(&catalogue, &facts(&catalogue, person), &policy, &person.on);
            let frozen = &person.said[code];
            let keys = [frozen, &now].map(|said| said.as_object().unwrap().keys());
            for key in keys.into_iter().flatten().collect::<BTreeSet<_>>() {
                if frozen[key] != now[key] {
                    let (frozen, now) = (&frozen[key], &now[key]);
                    writeln!(differences, "{}, {code}, {key}: frozen {frozen}, now {now}", person.who).unwrap();
                }
            }
        }
    }
    assert!(
        differences.is_empty(),
        "tests/corpus/README.md says what to do:\n{differences}"
    );
}

#[test]
fn the_columns_tell_them_the_same() {
    let (people, policies) = (people(), read_json::<Policies>("policy.json"));
    for catalogue in definitions() {
        let service = &catalogue.services[0];
        for (name, policy) in &policies {
            let policy = values(&catalogue, policy);
            let people: Vec<&Person> = people.iter().filter(|person| person.policy == *name).collect();
            let mut block = Block::new(&catalogue.vocabulary, people.len());
            for (row, person) in people.iter().enumerate() {
                block.set_person(row, &facts(&catalogue, person));
            }
            let mut planes = Planes::new();
            planes.assess(service, &block, &policy);
            for (row, person) in people.iter().enumerate() {
                let frozen = &person.said[&service.code];
                let who = format!("{}, {}", person.who, service.code);
                assert_eq!(json!(planes.outcome(row)), frozen["outcome"], "{who}");
                let reasons = planes.reasons(service, row);
                let frozen = frozen.get("reasons").cloned().unwrap_or_else(|| json!([]));
                assert_eq!(json!(reasons), frozen, "{who}");
            }
        }
    }
}

/// What the corpus proves is not about nothing: every condition of every service holds for somebody and does not for
/// somebody else, and every outcome is somebody's.
#[test]
fn the_corpus_has_somebody_for_everything() {
    let people = people();
    for catalogue in definitions() {
        let service = &catalogue.services[0];
        let told: Vec<&Json> = people.iter().map(|person| &person.said[&service.code]).collect();
        let codes = |said: &Json, key: &str| -> Vec<String> {
            let codes = said.get(key).cloned().unwrap_or_else(|| json!([]));
            serde_json::from_value(codes).unwrap()
        };
        for rule in &service.rules {
            let met = told.iter().filter(|said| codes(said, "met").contains(&rule.id)).count();
            assert!(met > 0 && met < told.len(), "{} {}: {met}", service.code, rule.id);
        }
        for outcome in ends_of(service) {
            let so = told.iter().any(|said| said["outcome"] == json!(outcome));
            assert!(so, "{}: nobody is {}", service.code, outcome.as_str());
        }
    }
}

fn ends_of(service: &Service) -> Vec<Outcome> {
    use zhida::catalogue::RuleKind::{Hold, Overlap};
    let mut ends = vec![
        Outcome::Eligible,
        Outcome::Ineligible,
        Outcome::ConditionalLocalRule,
        Outcome::Unknown,
    ];
    ends.extend((service.rules_of(Hold).count() > 0).then_some(Outcome::OnHold));
    ends.extend((service.rules_of(Overlap).count() > 0).then_some(Outcome::ChooseOne));
    ends
}

/// Not a test: makes the corpus anew, from the services and the rules as they are now.
#[test]
#[ignore = "writes tests/corpus anew: only where an outcome is meant to change (tests/corpus/README.md)"]
fn freeze() {
    let files = shipped::files_with_the_invented_one();
    let catalogue = Catalogue::load(&files).unwrap();
    for service in &catalogue.services {
        let parts = definition_paths(&service.code);
        let parts = parts
            .iter()
            .filter_map(|path| files.iter().find(|file| file.path == *path));
        let name = format!("definitions/{}.txt", service.code);
        fs::write(folder().join(name), definition_text(parts)).unwrap();
    }
    let vocabulary = &catalogue.vocabulary;
    let policies: Policies = catalogue
        .profiles
        .iter()
        .map(|profile| {
            let value = |key| match profile.values.get(key) {
                Value::Bool(on) => json!(on),
                Value::Int(number) | Value::Fen(number) => json!(number),
                other => panic!("{other:?}"),
            };
            let values = vocabulary
                .policies()
                .map(|key| (vocabulary.policy_name(key).to_owned(), value(key)));
            (profile.name.clone(), values.collect())
        })
        .collect();
    let text = serde_json::to_string_pretty(&policies).unwrap();
    fs::write(folder().join("policy.json"), text + "\n").unwrap();

    let mut people = of_the_examples(&catalogue, &files);
    people.extend((1..=INVENTED).map(|number| invented(&catalogue, number)));
    let definitions = definitions();
    let mut lines = String::new();
    for mut person in people {
        for definition in &definitions {
            let policy = values(definition, &policies[&person.policy]);
            let told = said(definition, &facts(definition, &person), &policy, &person.on);
            person.said.insert(definition.services[0].code.clone(), told);
        }
        writeln!(lines, "{}", serde_json::to_string(&person).unwrap()).unwrap();
    }
    fs::write(folder().join("people.jsonl"), lines).unwrap();
}

fn stated(catalogue: &Catalogue, facts: &Facts) -> BTreeMap<String, Json> {
    let vocabulary = &catalogue.vocabulary;
    let named = vocabulary.facts().filter_map(|fact| {
        let name = vocabulary.fact_name(fact);
        let value = facts.get(fact).filter(|_| !is_derived(name))?;
        Some((name.to_owned(), vocabulary.value_to_json(fact, value)))
    });
    named.collect()
}

/// The people of every service's examples. An age becomes a birthday on the day of application.
fn of_the_examples(catalogue: &Catalogue, files: &[zhida::catalogue::SourceFile]) -> Vec<Person> {
    let age = catalogue.vocabulary.fact_named("person.age").unwrap();
    let mut people = Vec::new();
    for service in &catalogue.services {
        let path = format!("{}/examples.toml", service.code);
        let file = files.iter().find(|file| file.path == path).unwrap();
        for example in read_examples(catalogue, files, file).unwrap() {
            let years = example.facts.get(age).and_then(|age| match age {
                Value::Int(years) => i32::try_from(*years).ok(),
                _ => None,
            });
            people.push(Person {
                who: format!("{}: {}", service.code, example.title),
                policy: example.profile,
                on: "2025-06-18".to_owned(),
                born: years.map(|years| format!("{}-06-18", 2025 - years)),
                facts: stated(catalogue, &example.facts),
                said: BTreeMap::new(),
            });
        }
    }
    people
}

/// Somebody who is nobody, the same for the same number.
fn invented(catalogue: &Catalogue, number: u64) -> Person {
    let mut dice = Dice(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let on = dice.one_of(&["2024-02-29", "2025-06-18", "2025-12-31"]);
    let day = parse_date(on).unwrap();
    let vocabulary = &catalogue.vocabulary;
    let mut facts = Facts::new(vocabulary);
    for fact in &catalogue.facts {
        if is_derived(&fact.name) || dice.below(14) == 0 {
            continue;
        }
        let value = match vocabulary.fact_type(fact.id) {
            Type::Bool => {
                let usual = matches!(
                    fact.name.as_str(),
                    "certificate.present" | "hukou.in_province" | "residence.in_province"
                );
                Value::Bool((dice.below(8) == 0) != usual)
            }
            Type::Int => Value::Int(i64::from(dice.below(5))),
            Type::Fen => Value::Fen(dice.one_of(&[0, 0, 0, 0, 0, 5000, 7000, 7100, 30000])),
            Type::Date => Value::Date(dice.one_of(&[
                day.previous_day().unwrap(),
                day,
                day.next_day().unwrap(),
                Date::MAX,
                Date::MAX,
                Date::MAX,
            ])),
            Type::Enum(id) if fact.name == "certificate.status" && dice.below(3) > 0 => {
                Value::Enum(vocabulary.enum_index(id, "valid").unwrap())
            }
            Type::Enum(id) => Value::Enum(dice.below(vocabulary.enum_values(id).len())),
            Type::List(_) => {
                let mut component = || {
                    vec![
                        Some(Value::Enum(dice.below(6))),
                        Some(Value::Int(i64::from(dice.below(4)) + 1)),
                    ]
                };
                let list = [component(), component()];
                let count = usize::from(dice.below(3));
                Value::List(list.into_iter().take(count).collect())
            }
            Type::Month => continue,
        };
        facts.state(fact.id, value);
    }
    let years = i32::from(dice.one_of(&[3_u8, 15, 16, 16, 40, 61, 90]));
    let birthday = Date::from_calendar_date(day.year() - years, day.month(), day.day().min(28)).unwrap();
    let born = dice.one_of(&[Some(birthday), birthday.next_day(), birthday.previous_day(), None]);
    let policies: Vec<&str> = catalogue.profiles.iter().map(|profile| profile.name.as_str()).collect();
    Person {
        who: format!("invented {number}"),
        policy: dice.one_of(&policies).to_owned(),
        on: on.to_owned(),
        born: born.map(|born| born.to_string()),
        facts: stated(catalogue, &facts),
        said: BTreeMap::new(),
    }
}

/// A small generator of numbers (xorshift): the corpus must not change with a library.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> u8 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u8::try_from((self.0 >> 16) % count as u64).unwrap()
    }

    fn one_of<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::from(self.below(of.len()))]
    }
}
