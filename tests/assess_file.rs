//! `assess` files that are wrong, incomplete or implausible.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests: what cannot be read has failed the test"
)]

mod shipped;

use std::sync::OnceLock;

use serde_json::{Value as Json, json};
use zhida::assess::assess_file;
use zhida::catalogue::Catalogue;

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(shipped::catalogue)
}

/// S01 of the ten people, to be changed.
fn person() -> Json {
    let file: Json = serde_json::from_str(include_str!("data/scenarios.json")).unwrap();
    file["scenarios"][0].clone()
}

/// The person with another value at a path; `None` takes the key away.
fn with(path: &str, value: Option<Json>) -> Json {
    let mut person = person();
    let (parent, key) = path.rsplit_once('/').unwrap();
    let parent = person.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    match value {
        Some(value) => parent.insert(key.to_owned(), value),
        None => parent.remove(key),
    };
    person
}

fn assess(people: &[Json]) -> Json {
    let text = json!({ "scenarios": people }).to_string();
    let profile = catalogue().profile("hunan_baseline_2021").unwrap();
    let report = assess_file(catalogue(), &text, Some(profile)).unwrap();
    assert_eq!(report.has_errors, report.json["errors"] != json!([]));
    report.json
}

/// Path and code of each error.
fn errors(person: Json) -> Vec<(String, String)> {
    let json = assess(&[person]);
    let errors = json["errors"].as_array().unwrap();
    assert_eq!(json["people"], json!([]), "who stands in errors is not in people");
    errors
        .iter()
        .map(|error| (text(&error["path"]), text(&error["code"])))
        .collect()
}

fn text(json: &Json) -> String {
    json.as_str().unwrap().to_owned()
}

fn one(path: &str, code: &str) -> Vec<(String, String)> {
    vec![(path.to_owned(), code.to_owned())]
}

#[test]
fn each_mistake_is_one_error_with_its_path() {
    let cases = [
        ("/beneficiary/resident_id", json!("430626198808089989"), "BAD_CHECKSUM"),
        ("/beneficiary/resident_id", json!("43062619880808998"), "BAD_FORMAT"),
        ("/beneficiary/resident_id", json!(430_626), "WRONG_TYPE"),
        ("/beneficiary/birth_date", json!("1988-02-30"), "BAD_DATE"),
        ("/beneficiary/sex", json!("F"), "NOT_IN_LIST"),
        ("/beneficiary/hukou_county", json!("43062"), "BAD_FORMAT"),
        (
            "/beneficiary/certificate/number",
            json!("43062619880808998891"),
            "BAD_CERTIFICATE_NUMBER",
        ),
        (
            "/beneficiary/certificate/number",
            json!("43062619880808998941"),
            "BAD_CHECKSUM",
        ),
        ("/beneficiary/certificate/grade", json!(5), "NOT_IN_LIST"),
        ("/beneficiary/certificate/grade", json!("1"), "WRONG_TYPE"),
        ("/beneficiary/certificate/grade", json!(1.5), "WRONG_TYPE"),
        ("/beneficiary/certificate/status", json!("none"), "NOT_IN_LIST"),
        ("/beneficiary/certificate/colour", json!("red"), "UNKNOWN_KEY"),
        ("/beneficiary/certificate", json!("43062619880808998841"), "WRONG_TYPE"),
        ("/current_residence/in_province", json!("yes"), "WRONG_TYPE"),
        ("/submitter/role", json!("mother"), "NOT_IN_LIST"),
        ("/household/aid_status", json!("DIBAO"), "NOT_IN_LIST"),
        ("/household/members", json!(-1), "OUT_OF_RANGE"),
        (
            "/other_benefits/elderly_care_allowance_monthly_cny",
            json!(-1),
            "OUT_OF_RANGE",
        ),
        (
            "/other_benefits/elderly_care_allowance_monthly_cny",
            json!("100"),
            "WRONG_TYPE",
        ),
        ("/applied_on", json!("18/06/2025"), "BAD_DATE"),
        ("/applied_on", Json::Null, "REQUIRED"),
        ("/id", Json::Null, "REQUIRED"),
        ("/nickname", json!("x"), "UNKNOWN_KEY"),
    ];
    for (path, value, code) in cases {
        let found = errors(with(path, Some(value.clone())));
        assert_eq!(found, one(&path[1..].replace('/', "."), code), "{path} = {value}");
    }
    assert_eq!(
        errors(with("/requests", Some(json!(["living_subsidy", "gold"])))),
        one("requests[1]", "NOT_IN_LIST")
    );
    let component = json!([{ "category": "limb", "grade": 9 }]);
    let found = errors(with("/beneficiary/certificate/components", Some(component)));
    assert_eq!(found, one("beneficiary.certificate.components[0].grade", "NOT_IN_LIST"));
}

#[test]
fn one_wrong_person_does_not_stop_the_others() {
    let json = assess(&[with("/id", Some(json!(7))), json!("nobody"), person()]);
    assert_eq!(json["people"].as_array().unwrap().len(), 1);
    assert_eq!(json["errors"].as_array().unwrap().len(), 2);
    assert_eq!(json["errors"][0]["id"], Json::Null);
}

#[test]
fn absent_is_unknown_and_null_is_none_only_where_it_can_be() {
    let answer = |person: Json, service: &str| {
        let json = assess(&[person]);
        json["people"][0]["services"][service].clone()
    };
    let missing = |person: Json, service: &str| answer(person, service)["missing"].clone();
    let no_aid = with("/household/aid_status", None);
    assert_eq!(answer(no_aid.clone(), "living_subsidy")["outcome"], json!("unknown"));
    assert_eq!(answer(no_aid.clone(), "living_subsidy")["reasons"], json!([]));
    assert_eq!(missing(no_aid, "living_subsidy"), json!(["household.aid_status"]));
    let no_certificate = with("/beneficiary/certificate", Some(Json::Null));
    assert_eq!(
        answer(no_certificate.clone(), "care_subsidy")["reasons"],
        json!(["NO_CERTIFICATE"])
    );
    assert_eq!(missing(no_certificate, "care_subsidy"), json!([]));
    let certificate_unknown = with("/beneficiary/certificate", None);
    let paths = ["", ".grade", ".status", ".valid_until"].map(|part| format!("beneficiary.certificate{part}"));
    assert_eq!(missing(certificate_unknown, "care_subsidy"), json!(paths));
    let long_term = with("/beneficiary/certificate/valid_until", Some(Json::Null));
    assert_eq!(answer(long_term, "care_subsidy")["outcome"], json!("eligible"));
    let allowance_unknown = with("/other_benefits/elderly_care_allowance_monthly_cny", None);
    let path = "other_benefits.elderly_care_allowance_monthly_cny";
    assert_eq!(missing(allowance_unknown.clone(), "care_subsidy"), json!([path]));
    assert_eq!(
        answer(allowance_unknown, "living_subsidy")["outcome"],
        json!("eligible")
    );
    let flag_null = with("/other_benefits/orphan_allowance", Some(Json::Null));
    assert_eq!(
        missing(flag_null, "living_subsidy"),
        json!(["other_benefits.orphan_allowance"])
    );
}

#[test]
fn implausible_is_a_warning_and_changes_nothing() {
    let cases = [
        ("/beneficiary/sex", json!("male"), "SEX_NOT_OF_ID"),
        ("/beneficiary/birth_date", json!("1988-08-09"), "BIRTH_DATE_NOT_OF_ID"),
        (
            "/beneficiary/hukou_county",
            json!("431121"),
            "COUNTY_RETIRED_OR_UNKNOWN",
        ),
        (
            "/beneficiary/certificate/issued_on",
            json!("1980-01-01"),
            "ISSUED_BEFORE_BIRTH",
        ),
        (
            "/beneficiary/certificate/number",
            json!("11010519491231002X41"),
            "CERTIFICATE_NUMBER_NOT_OF_ID",
        ),
    ];
    for (path, value, code) in cases {
        let json = assess(&[with(path, Some(value))]);
        let warnings = json["people"][0]["warnings"].as_array().unwrap();
        assert_eq!(
            warnings
                .iter()
                .map(|warning| text(&warning["code"]))
                .collect::<Vec<_>>(),
            [code],
            "{path}"
        );
        assert_eq!(
            json["people"][0]["services"]["living_subsidy"]["outcome"],
            json!("eligible")
        );
    }
    let other_grade = assess(&[with("/beneficiary/certificate/grade", Some(json!(2)))]);
    let codes: Vec<String> = other_grade["people"][0]["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|warning| text(&warning["code"]))
        .collect();
    assert_eq!(codes, ["GRADE_NOT_OF_NUMBER", "GRADE_NOT_OF_COMPONENTS"]);
}

#[test]
fn a_county_without_a_value_in_force_is_an_error() {
    let text = json!({ "scenarios": [with("/applied_on", Some(json!("2021-03-31")))] }).to_string();
    let report = assess_file(catalogue(), &text, None).unwrap();
    assert_eq!(report.json["errors"][0]["code"], json!("NO_POLICY"));
    let text = json!({ "scenarios": [with("/applied_on", Some(json!("2021-04-01")))] }).to_string();
    assert!(!assess_file(catalogue(), &text, None).unwrap().has_errors);
}

#[test]
fn a_service_that_has_no_value_yet_takes_nobody_out_of_the_answer() {
    let mut files = shipped::files_with_the_invented_one();
    let values = files
        .iter_mut()
        .find(|file| file.path == "skill_grant/policy/values.toml")
        .unwrap();
    values.text = values.text.replacen("2016-01", "2026-01", 1);
    let catalogue = Catalogue::load(&files).unwrap();
    let text = json!({ "scenarios": [with("/applied_on", Some(json!("2025-06-18")))] }).to_string();
    let report = assess_file(&catalogue, &text, None).unwrap().json;
    let services = report["people"][0]["services"].as_object().unwrap();
    let answered: Vec<&String> = services.keys().collect();
    assert_eq!(
        answered,
        [
            "assistive_device",
            "care_subsidy",
            "home_retrofit",
            "legal_aid",
            "living_subsidy"
        ]
    );
    let error = &report["errors"][0];
    assert_eq!(error["code"], json!("NO_POLICY"));
    assert!(
        error["message"]
            .as_str()
            .unwrap()
            .starts_with("skill_grant: policy.skill_monthly"),
        "{error}"
    );
    assert_eq!(report["errors"].as_array().unwrap().len(), 1);
}

#[test]
fn an_event_that_cannot_be_answered_is_an_error() {
    let event = |id: &str, scenario: &str, kind: &str| json!({ "id": id, "scenario": scenario, "event": kind, "occurred_on": "2025-09-12" });
    let events = [
        event("E1", "S01", "death"),
        event("E2", "S99", "death"),
        event("E3", "S01", "lottery"),
        event("E4", "S01", "certificate_regraded"),
    ];
    let text = json!({ "scenarios": [person()], "lifecycle_events": events }).to_string();
    let report = assess_file(catalogue(), &text, None).unwrap();
    assert_eq!(report.json["events"].as_array().unwrap().len(), 1);
    let codes: Vec<String> = report.json["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| format!("{} {}", error["id"], error["code"]))
        .collect();
    assert_eq!(
        codes,
        [
            r#""E2" "NO_SUCH_SCENARIO""#,
            r#""E3" "NOT_IN_LIST""#,
            r#""E4" "REQUIRED""#
        ]
    );
}

#[test]
fn a_file_of_another_shape_is_refused_with_its_place() {
    let refused = |text: &str| {
        let error = assess_file(catalogue(), text, None).unwrap_err();
        (error.line, error.column)
    };
    assert_eq!(refused("{\n  \"scenarios\": 5\n}"), (2, 16));
    assert_eq!(refused("{\"scenarios\": [\n}").0, 2);
    assert_eq!(refused("").0, 1);
    assert_eq!(refused("[]").0, 1);
    assert_eq!(refused("{}").0, 1);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC*") {
        let _ = assess_file(catalogue(), &text, None);
    }

    #[test]
    fn no_value_in_any_place_makes_it_panic(place in 0_usize..40, kind in 0_usize..8) {
        let values = [json!(null), json!(true), json!(-1), json!(1e300), json!(""), json!("４３０１"), json!([1]), json!({"a": 1})];
        let mut person = person();
        let mut paths = Vec::new();
        leaves(&person, &mut String::new(), &mut paths);
        *person.pointer_mut(&paths[place % paths.len()]).unwrap() = values[kind].clone();
        let json = assess(&[person]);
        proptest::prop_assert_eq!(json["people"].as_array().unwrap().is_empty(), json["errors"] != json!([]));
    }
}

fn leaves(json: &Json, at: &mut String, paths: &mut Vec<String>) {
    if let Some(object) = json.as_object() {
        for (key, value) in object {
            let length = at.len();
            at.push('/');
            at.push_str(key);
            paths.push(at.clone());
            leaves(value, at, paths);
            at.truncate(length);
        }
    }
}
