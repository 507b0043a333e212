//! The shipped services against their examples and the ten people of the domain reference.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests: what cannot be read has failed the test"
)]

mod shipped;

use serde_json::{Value as Json, json};
use zhida::assess::{assess, assess_file};
use zhida::catalogue::{Catalogue, LoadError, read_examples};

/// The living and care expectations of `scenarios.json`, in the shape of our answer: profile, person, service, expected.
fn expectations(file: &Json) -> Vec<(String, String, String, Json)> {
    let mut all = Vec::new();
    for person in file["scenarios"].as_array().unwrap() {
        for (profile, services) in person["expected"].as_object().unwrap() {
            for (service, expected) in services.as_object().unwrap() {
                if matches!(service.as_str(), "living_subsidy" | "care_subsidy") {
                    let id = person["id"].as_str().unwrap();
                    all.push((profile.clone(), id.to_owned(), service.clone(), expected.clone()));
                }
            }
        }
    }
    all
}

fn report(catalogue: &Catalogue, text: &str, profile: Option<&str>) -> Json {
    let profile = profile.map(|name| catalogue.profile(name).unwrap());
    let report = assess_file(catalogue, text, profile).unwrap();
    assert!(!report.has_errors, "{:#}", report.json["errors"]);
    report.json
}

#[test]
fn the_ten_people_and_their_five_events() {
    let catalogue = shipped::catalogue();
    let text = include_str!("data/scenarios.json");
    let file: Json = serde_json::from_str(text).unwrap();
    let expectations = expectations(&file);
    assert_eq!(expectations.len(), 24);
    for (profile, id, service, expected) in expectations {
        let json = report(&catalogue, text, Some(&profile));
        let person = json["people"]
            .as_array()
            .unwrap()
            .iter()
            .find(|person| person["id"] == json!(id))
            .unwrap();
        assert_eq!(person["warnings"], json!([]), "{id}");
        let answer = &person["services"][&service];
        for (key, value) in expected.as_object().unwrap() {
            let (found, wanted) = match key.as_str() {
                "monthly_cny" => (&answer["monthly_fen"], json!(value.as_i64().unwrap() * 100)),
                "other_monthly_cny" => (&answer["other_monthly_fen"], json!(value.as_i64().unwrap() * 100)),
                "then" => (&answer["then"]["outcome"], value.clone()),
                "then_monthly_cny" => (&answer["then"]["monthly_fen"], json!(value.as_i64().unwrap() * 100)),
                key => (&answer[key], value.clone()),
            };
            assert_eq!(*found, wanted, "{profile} {id} {service} {key}: {answer:#}");
        }
    }
    let json = report(&catalogue, text, Some("hunan_baseline_2021"));
    for (event, answer) in file["lifecycle_events"]
        .as_array()
        .unwrap()
        .iter()
        .zip(json["events"].as_array().unwrap())
    {
        assert_eq!(event["expected"], answer["services"], "{}", event["id"]);
    }
}

#[test]
fn without_a_profile_each_county_has_its_own_rule() {
    let catalogue = shipped::catalogue();
    let json = report(&catalogue, include_str!("data/scenarios.json"), None);
    let living = |id: &str| {
        let people = json["people"].as_array().unwrap();
        people.iter().find(|person| person["id"] == json!(id)).unwrap()["services"]["living_subsidy"].clone()
    };
    assert_eq!(json["profile"], Json::Null);
    assert_eq!(living("S02")["monthly_fen"], json!(14000), "Yuelu has Changsha's rule");
    assert_eq!(living("S02")["reasons"], json!(["GRADE_1_2_LOCAL_RULE"]));
    assert_eq!(living("S10")["monthly_fen"], json!(7500), "Wuling has Changde's amount");
    assert_eq!(
        living("S01")["monthly_fen"],
        json!(7000),
        "Pingjiang has the province's floor"
    );
}

#[test]
fn every_example_of_every_service() {
    let catalogue = shipped::catalogue();
    let files = shipped::files();
    let file = |path: &str| {
        files
            .iter()
            .find(|file| file.path == path)
            .unwrap_or_else(|| panic!("{path} is missing"))
    };
    for service in &catalogue.services {
        let examples = file(&format!("{}/examples.toml", service.code));
        let examples = read_examples(&catalogue, file("example_person.toml"), examples).unwrap();
        assert!(examples.len() > 5, "{}", service.code);
        for example in examples {
            let profile = catalogue.profile(&example.profile).unwrap();
            let assessment = assess(service, &example.facts, &profile.values);
            let name = format!("{}: {}", service.code, example.title);
            assert_eq!(assessment.outcome.as_str(), example.outcome, "{name}");
            assert_eq!(assessment.reasons, example.reasons, "{name}");
            assert_eq!(
                assessment.monthly.map(|monthly| monthly.0),
                example.monthly_fen,
                "{name}"
            );
        }
    }
}

/// Loads the shipped folder with one text replaced in one file.
fn with_mistake(path: &str, right: &str, wrong: &str) -> LoadError {
    let mut files = shipped::files();
    let file = files.iter_mut().find(|file| file.path == path).unwrap();
    assert!(file.text.contains(right), "{path} has no {right}");
    file.text = file.text.replacen(right, wrong, 1);
    Catalogue::load(&files).unwrap_err()
}

#[test]
fn a_mistake_is_told_with_file_line_and_column() {
    let path = "living_subsidy/service.toml";
    let rule = with_mistake(
        path,
        r#"'household.aid_status == "tekun"'"#,
        r#"'household.aid_statu == "tekun"'"#,
    );
    assert_eq!((rule.path.as_str(), rule.line, rule.column), (path, 19, 9), "{rule}");
    let value = with_mistake(
        path,
        r#"'household.aid_status == "dibao"'"#,
        r#"'household.aid_status == "dibap"'"#,
    );
    assert_eq!((value.path.as_str(), value.line), (path, 48), "{value}");
    assert!(value.message.contains("dibap"), "{value}");
    let key = with_mistake(
        "policy/shipped.toml",
        r#"key = "care_monthly""#,
        r#"key = "care_mothly""#,
    );
    assert_eq!((key.path.as_str(), key.column), ("policy/shipped.toml", 7), "{key}");
    let profile = with_mistake("policy/profiles/changsha_2021.toml", "care_monthly = 10000\n", "");
    assert!(profile.message.contains("care_monthly"), "{profile}");
    let twice = with_mistake(path, r#"id = "EXCLUDED_ORPHAN_ALLOWANCE""#, r#"id = "EXCLUDED_TEKUN""#);
    assert!(twice.message.contains("EXCLUDED_TEKUN"), "{twice}");
    let fact = with_mistake(
        "pages.toml",
        r#"facts = ["certificate.grade"]"#,
        r#"facts = ["certificate.grad"]"#,
    );
    assert_eq!((fact.path.as_str(), fact.column), ("pages.toml", 10), "{fact}");
    let syntax = with_mistake("facts.toml", "[enums]", "[enums");
    assert_eq!(syntax.path, "facts.toml");
}
