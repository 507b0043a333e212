//! The shipped services against their examples and the ten people of the domain reference.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests: what cannot be read has failed the test"
)]

mod shipped;

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};
use zhida::apply::check_examples;
use zhida::assess::assess_file;
use zhida::catalogue::{Catalogue, LoadError, Service, SourceFile, read_examples};

/// The expectations of `scenarios.json` for the services that exist, in the shape of our answer: profile, person, service, expected.
fn expectations(file: &Json, catalogue: &Catalogue) -> Vec<(String, String, String, Json)> {
    let mut all = Vec::new();
    for person in file["scenarios"].as_array().unwrap() {
        for (profile, services) in person["expected"].as_object().unwrap() {
            for (service, expected) in services.as_object().unwrap() {
                if catalogue.service(service).is_some() {
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
    let expectations = expectations(&file, &catalogue);
    assert_eq!(expectations.len(), 54);
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
        for key in [
            "suggested",
            "decision_due_days",
            "assign_due_days",
            "monthly_fen",
            "accrues_from",
            "then",
        ] {
            assert!(answer.get(key).is_some(), "every key is always present: {key}");
        }
        for (key, value) in expected.as_object().unwrap() {
            if key == "suggested" {
                let set = |list: &Json| -> BTreeSet<String> {
                    let list = list.as_array().unwrap().iter();
                    list.map(|code| code.as_str().unwrap().to_owned()).collect()
                };
                assert_eq!(set(&answer[key]), set(value), "{profile} {id} {service}");
                continue;
            }
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

/// What is wrong with the examples of all services, the invented one among them.
fn wrong_examples(files: &[SourceFile]) -> Vec<String> {
    let catalogue = Catalogue::load(files).unwrap();
    let of = |service: &Service| {
        let path = format!("{}/examples.toml", service.code);
        let examples = files.iter().find(|file| file.path == path).unwrap();
        let examples = read_examples(&catalogue, files, examples).unwrap();
        check_examples(&catalogue, service, &examples)
    };
    catalogue.services.iter().flat_map(of).collect()
}

#[test]
fn the_examples_of_every_service_hold_and_show_all_of_it() {
    let wrong = wrong_examples(&shipped::files_with_the_invented_one());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_no_example_shows_is_told() {
    for (path, right, wrong, says) in [
        (
            "living_subsidy/examples.toml",
            "\"other.orphan_allowance\" = true }\noutcome = \"ineligible\"\nreasons = [\"EXCLUDED_ORPHAN_ALLOWANCE\"]",
            "\"other.orphan_allowance\" = false }\noutcome = \"eligible\"\nreasons = [\"IN_DIBAO\"]\nmonthly_fen = 7000",
            "living_subsidy: no example shows the reason EXCLUDED_ORPHAN_ALLOWANCE",
        ),
        (
            "care_subsidy/examples.toml",
            "[{ category = \"intellectual\", grade = 3 }], \"certificate.grade\" = 3 }\noutcome = \"ineligible\"",
            "[{ category = \"limb\", grade = 3 }], \"certificate.grade\" = 3 }\noutcome = \"ineligible\"",
            "policy.care_covers_grade_3_intellectual_mental off, for somebody to whom that matters",
        ),
        (
            "skill_grant/examples.toml",
            "\"person.age\" = 15",
            "\"person.age\" = 14",
            "somebody the day before the birthday of 16, for EXCLUDED_UNDER_16",
        ),
        (
            "skill_grant/examples.toml",
            "\"person.age\" = 16 }\noutcome = \"eligible\"\nreasons = [\"IN_DAY_COURSE\"]\nmonthly_fen = 30000\n\n",
            "\"person.age\" = 17 }\noutcome = \"eligible\"\nreasons = [\"IN_DAY_COURSE\"]\nmonthly_fen = 30000\n\n",
            "somebody on the birthday of 16, for EXCLUDED_UNDER_16",
        ),
        (
            "care_subsidy/examples.toml",
            "by = \"legal_guardian\"\n",
            "",
            "a guardian's case",
        ),
        (
            "care_subsidy/examples.toml",
            "\"guardianship_proof\"",
            "\"relationship_proof\"",
            "asked for are [household_register, payment_account, guardianship_proof]",
        ),
        (
            "skill_grant/examples.toml",
            "monthly_fen = 35000",
            "monthly_fen = 30000",
            "expected eligible [IN_EVENING_COURSE_LOCAL_RULE], 30000 fen, found",
        ),
        (
            "skill_grant/example_person.toml",
            "\"other.course\" = \"none\"",
            "",
            "nothing is said of other.course: write it under [facts] of skill_grant/example_person.toml",
        ),
    ] {
        let mut files = shipped::files_with_the_invented_one();
        let file = files.iter_mut().find(|file| file.path == path).unwrap();
        assert!(file.text.contains(right), "{path} has no {right}");
        file.text = file.text.replacen(right, wrong, 1);
        let told = wrong_examples(&files);
        assert!(told.iter().any(|told| told.contains(says)), "{says} in {told:?}");
    }
}

/// Whoever reads a service sees in which order its codes come, without reading the engine.
#[test]
fn every_service_states_the_order_of_its_codes() {
    let files = shipped::files_with_the_invented_one();
    for file in files.iter().filter(|file| file.path.ends_with("/service.toml")) {
        let comments = file.text.lines().filter(|line| line.starts_with('#'));
        let stated = comments.filter(|line| line.contains("Order of")).count();
        assert_eq!(stated, 1, "{}", file.path);
    }
}

#[test]
fn advice_that_would_bar_whoever_follows_it_is_refused() {
    let mut files = shipped::files_with_the_invented_one();
    let service = files
        .iter_mut()
        .find(|file| file.path == "skill_grant/service.toml")
        .unwrap();
    service.text = service
        .text
        .replace("'person.age < 16'", "'person.age < 16 || other.course == \"day\"'");
    let told = Catalogue::load(&files).unwrap_err();
    assert_eq!((told.path.as_str(), told.line), ("skill_grant/facts.toml", 9), "{told}");
    assert!(told.message.contains("EXCLUDED_UNDER_16 bars"), "{told}");
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
    // Neither a grade nor a category can be marked as something to change.
    for (grade, input) in [
        ("certificate.grade", "input = \"beneficiary.certificate.grade\""),
        (
            "certificate.components",
            "input = \"beneficiary.certificate.components\"",
        ),
    ] {
        let advised = with_mistake("facts.toml", input, &format!("{input}\nchange_to = 1"));
        assert!(
            advised.message.contains("`change_to` is not a value"),
            "{grade}: {advised}"
        );
    }
    let syntax = with_mistake("facts.toml", "[enums]", "[enums");
    assert_eq!(syntax.path, "facts.toml");
}

#[test]
fn a_service_brings_what_only_it_needs_and_leaves_the_others_as_they_are() {
    let (shipped, both) = (
        shipped::catalogue(),
        Catalogue::load(&shipped::files_with_the_invented_one()).unwrap(),
    );
    assert_eq!(both.services.len(), shipped.services.len() + 1);
    for service in &shipped.services {
        let same = both.service(&service.code).unwrap();
        assert_eq!(same.definition, service.definition, "{}", service.code);
    }
    let own = both.service("skill_grant").unwrap();
    let worked: Vec<&str> = own.worked().map(|stage| stage.id.as_str()).collect();
    assert_eq!(worked, ["township_review", "skill_decision"]);
    let own_pages: Vec<&str> = both.pages[shipped.pages.len()..]
        .iter()
        .map(|page| page.id.as_str())
        .collect();
    assert_eq!(
        own_pages,
        ["age", "course", "door_width", "helpers"],
        "after the shared ones"
    );
    let asked = |born: &str, course: Json| {
        let person = json!({
            "id": "x", "applied_on": "2025-06-18", "requests": ["skill_grant"],
            "beneficiary": { "hukou_county": "430626", "birth_date": born, "certificate": {} },
            "other_benefits": { "serving_sentence": false, "course": course },
        });
        let file = json!({ "scenarios": [person] }).to_string();
        let profile = both.profile("hunan_baseline_2021");
        assess_file(&both, &file, profile).unwrap().json
    };
    let said = |born, course| asked(born, course)["people"][0]["services"]["skill_grant"].clone();
    let of_age = "2009-06-18";
    assert_eq!(said(of_age, json!("day"))["outcome"], json!("eligible"));
    assert_eq!(said(of_age, json!("day"))["monthly_fen"], json!(30000));
    assert_eq!(said(of_age, json!("none"))["reasons"], json!(["NOT_IN_TRAINING"]));
    assert_eq!(
        said("2009-06-19", json!("day"))["reasons"],
        json!(["EXCLUDED_UNDER_16"])
    );
    assert_eq!(said(of_age, Json::Null)["missing"], json!(["other_benefits.course"]));
    let wrong = &asked(of_age, json!("night"))["errors"];
    assert_eq!(wrong[0]["path"], json!("other_benefits.course"), "{wrong:#}");
}

#[test]
fn a_mistake_in_a_new_service_says_what_to_do() {
    let service = "skill_grant/service.toml";
    for (path, right, wrong, line, says) in [
        (
            service,
            "code = \"skill_grant\"",
            "code = \"skill\"",
            4,
            "the folder's name",
        ),
        (
            service,
            "[amount]\nmonthly = 'policy.skill_monthly'\n",
            "",
            4,
            "there is no [amount]",
        ),
        (
            service,
            "monthly = ",
            "yearly = ",
            43,
            "by the year yet, only `monthly`",
        ),
        (
            service,
            "\"course_record\"",
            "\"record\"",
            49,
            "declare it in evidence.toml",
        ),
        (
            service,
            "body = \"county_federation\"",
            "body = \"federation\"",
            64,
            "township, county_federation, civil_affairs",
        ),
        (
            service,
            "\"policy.limit_skill_decision\"",
            "\"policy.skill_monthly\"",
            65,
            "type int",
        ),
        (
            service,
            "id = \"skill_decision\"",
            "id = \"township_review\"",
            63,
            "twice",
        ),
        (
            service,
            "policy.skill_covers_evening",
            "policy.skill_evening",
            39,
            "declare it in policy/keys.toml",
        ),
        (
            service,
            "other.course == \"day\"",
            "other.training",
            34,
            "declare it in facts.toml",
        ),
        (
            "skill_grant/pages.toml",
            "kind = \"choice\"\nfacts = [\"other.course\"]\n\n\
             [[page.option]]\nid = \"day\"\nset = { \"other.course\" = \"day\" }\n\n\
             [[page.option]]\nid = \"evening\"\nset = { \"other.course\" = \"evening\" }\n\n\
             [[page.option]]\nid = \"none\"\nset = { \"other.course\" = \"none\" }",
            "kind = \"list\"\nleast = 1\nmost = 2\n[[page.field]]\nid = \"which\"\nkind = \"text\"",
            34,
            "no page of pages.toml asks",
        ),
        (
            "skill_grant/pages.toml",
            "\"choice\"",
            "\"date\"",
            4,
            "county, choice, flags, amount, measurement or list",
        ),
        (
            "skill_grant/pages.toml",
            "\"other.course\" = \"none\"",
            "\"other.course\" = \"no\"",
            30,
            "one of none, day, evening",
        ),
        (
            service,
            "asks = [\"door_width\"",
            "asks = [\"door\"",
            5,
            "declare it in pages.toml",
        ),
        (
            "skill_grant/pages.toml",
            "facts = [\"other.door_width\"]",
            "facts = [\"person.age\"]",
            34,
            "one fact of type int that has a `unit`",
        ),
        (
            "skill_grant/pages.toml",
            "least = 40\n",
            "",
            33,
            "a `least` and a `most`",
        ),
        (
            "skill_grant/pages.toml",
            "least = 40",
            "least = 200",
            36,
            "below `most`",
        ),
        (
            "skill_grant/pages.toml",
            "kind = \"choice\"\nfacts = [\"other.course\"]",
            "kind = \"choice\"\nleast = 1\nfacts = [\"other.course\"]",
            18,
            "only what is measured",
        ),
        ("skill_grant/facts.toml", "\"cm\"", "\"尺\"", 15, "a unit is cm, m, kg"),
        (
            "skill_grant/facts.toml",
            "decimals = 1",
            "decimals = 4",
            16,
            "at most 3 decimals",
        ),
        ("skill_grant/facts.toml", "unit = \"cm\"\n", "", 15, "there is none"),
        (
            "skill_grant/facts.toml",
            "type = \"int\"",
            "type = \"fen\"",
            14,
            "only a fact of type int has a unit",
        ),
        (
            "skill_grant/pages.toml",
            "most = 40\n",
            "most = 140\n",
            44,
            "at most 100 entries",
        ),
        (
            "skill_grant/pages.toml",
            "most = 40\n",
            "most = 40\nfacts = [\"person.age\"]\n",
            45,
            "ask for no facts",
        ),
        (
            "skill_grant/pages.toml",
            "kind = \"text\"",
            "kind = \"county\"",
            48,
            "choice, flags, amount, measurement or text",
        ),
        (
            "skill_grant/pages.toml",
            "id = \"relation\"",
            "id = \"name\"",
            51,
            "a field of this name already",
        ),
        ("skill_grant/pages.toml", "unit = \"age\"\n", "", 62, "has a `unit`"),
        (
            "skill_grant/pages.toml",
            "id = \"neighbour\"",
            "id = \"neighbour\"\nset = { \"person.age\" = 5 }",
            58,
            "ask for no facts",
        ),
        (
            "skill_grant/pages.toml",
            "kind = \"measurement\"\nfacts",
            "kind = \"text\"\nfacts",
            36,
            "only what is measured and a list",
        ),
        (
            "skill_grant/facts.toml",
            "other_benefits.course",
            "course",
            7,
            "`input` is a key of",
        ),
        (
            "skill_grant/facts.toml",
            "\"asked\"",
            "\"derived\"",
            8,
            "only application.on and person.age",
        ),
        (
            "skill_grant/policy/values.toml",
            "\"430000\"",
            "\"430100\"",
            2,
            "the province has no value of `skill_monthly`",
        ),
        (
            "skill_grant/policy/profiles/changsha_2021.toml",
            "skill_monthly = 30000\n",
            "",
            2,
            "skill_grant/policy/profiles/changsha_2021.toml",
        ),
        // What a start could not put right.
        (
            service,
            "[[local]]\nid = \"DECIDED_BY_HUKOU_PLACE\"\nwhen = '!hukou.in_province'\n\
             outcome = \"conditional_local_rule\"\nbasis = \"unverified\"\n",
            "",
            4,
            "no [[local]]",
        ),
        (
            service,
            "id = \"township_review\"\nbody = \"township\"",
            "id = \"first_review\"\nbody = \"county_federation\"",
            59,
            "it is the township's",
        ),
        (
            service,
            "id = \"skill_decision\"\nbody = \"county_federation\"",
            "id = \"federation_review\"\nbody = \"civil_affairs\"",
            64,
            "`federation_review` is a step of county_federation in care_subsidy",
        ),
        (
            service,
            "[[evidence]]\nkind = \"payment_account\"\nobtain = \"user\"\n",
            "",
            4,
            "kind `payment_account`",
        ),
        (
            "skill_grant/policy/values.toml",
            "value = 10",
            "value = 0",
            19,
            "at least one day",
        ),
        (
            "skill_grant/policy/values.toml",
            "\"430000\"",
            "\"439900\"",
            2,
            "no division 439900",
        ),
        (
            "skill_grant/policy/profiles/hunan_baseline_2021.toml",
            "limit_skill_decision = 10",
            "limit_skill_decision = 0",
            6,
            "at least one day",
        ),
        (
            "skill_grant/facts.toml",
            "source = \"asked\"",
            "source = \"register\"",
            8,
            "no register has it",
        ),
        // An answer says nothing of what its page does not ask for, and something of all that it does.
        (
            "skill_grant/pages.toml",
            "set = { \"other.course\" = \"day\" }",
            "set = { \"other.course\" = \"day\", \"certificate.grade\" = 1 }",
            22,
            "does not ask for `certificate.grade`",
        ),
        (
            "skill_grant/pages.toml",
            "facts = [\"other.course\"]",
            "facts = [\"other.course\", \"other.door_width\"]",
            18,
            "no answer of this page sets `other.door_width`",
        ),
        (
            "skill_grant/pages.toml",
            "facts = [\"other.course\"]\n\n[[page.option]]\nid = \"day\"\nset = {",
            "facts = [\"other.course\"]\nsettles = [\"certificate.grade\"]\n\n\
             [[page.option]]\nid = \"day\"\nset = { \"certificate.grade\" = 1,",
            19,
            "`certificate.grade` is asked for by the page `grade`",
        ),
        (
            "pages.toml",
            "kind = \"flags\"\nfacts = [\"certificate.components\"]",
            "kind = \"flags\"\nsettles = [\"certificate.grade\"]\nfacts = [\"certificate.components\"]",
            87,
            "only a choice",
        ),
        // One fact is asked for once; of a list, which items there are.
        (
            "skill_grant/pages.toml",
            "id = \"door_width\"\nkind = \"measurement\"\nfacts = [\"other.door_width\"]\nleast = 40\nmost = 200\nunknown = true",
            "id = \"limb\"\nkind = \"flags\"\nfacts = [\"certificate.components\"]\n[[page.option]]\nid = \"limb\"\n\
             set = { \"certificate.components\" = [{ category = \"limb\" }] }",
            35,
            "asked for by the page `categories` already",
        ),
        (
            "skill_grant/pages.toml",
            "id = \"door_width\"\nkind = \"measurement\"\nfacts = [\"other.door_width\"]\nleast = 40\nmost = 200\nunknown = true",
            "id = \"limb\"\nkind = \"choice\"\nfacts = [\"certificate.components\"]\n[[page.option]]\nid = \"yes\"\n\
             set = { \"certificate.components\" = [{ category = \"limb\" }] }\n[[page.option]]\nid = \"no\"\n\
             set = { \"certificate.components\" = [] }",
            40,
            "names one item of `certificate.components`",
        ),
        (
            "pages.toml",
            "set = { \"certificate.components\" = [{ category = \"hearing\" }] }",
            "set = { \"certificate.components\" = [{ category = \"visual\" }] }",
            96,
            "names this item already",
        ),
        (
            "pages.toml",
            "[{ category = \"limb\", grade = 2 }]",
            "[{ category = \"visual\", grade = 2 }]",
            196,
            "about the same item",
        ),
        (
            "care_subsidy/service.toml",
            "'other.serving_sentence'",
            "'other.course == \"day\"'",
            29,
            "another service's own",
        ),
    ] {
        let mut files = shipped::files_with_the_invented_one();
        let file = files.iter_mut().find(|file| file.path == path).unwrap();
        assert!(file.text.contains(right), "{path} has no {right}");
        file.text = file.text.replacen(right, wrong, 1);
        let told = Catalogue::load(&files).unwrap_err();
        assert!(told.message.contains(says), "{right}: {told}");
        assert_eq!(told.line, line, "{right}: {told}");
    }
}

/// What is wrong with a waiting list, or with a ground that a county may admit, stops the start with its place.
#[test]
fn a_waiting_list_that_nobody_could_keep_is_refused() {
    let path = "home_retrofit/service.toml";
    for (right, wrong, says) in [
        (
            "stage = \"retrofit_decision\"",
            "stage = \"decision\"",
            "there is no [[stage]] decision",
        ),
        (
            "quota = \"policy.retrofit_quota\"",
            "quota = \"policy.retrofit_covers_marginal\"",
            "(type int), written \"policy.…\"",
        ),
        (
            "id = \"CARED_FOR_BY_OLD\"",
            "id = \"SEVERAL_DISABLED\"",
            "SEVERAL_DISABLED stands here twice",
        ),
        ("when = 'home.danger'", "when = 'home.peril'", "home.peril"),
        (
            "local = '!policy.retrofit_covers_grade_3 && home.county_rule != \"admitted\"'",
            "local = 'home.county_rule'",
            "",
        ),
    ] {
        let mut files = shipped::files_with_the_invented_one();
        let file = files.iter_mut().find(|file| file.path == path).unwrap();
        assert_eq!(file.text.matches(right).count(), 1, "{right}");
        let at = file.text[..file.text.find(right).unwrap()].lines().count();
        file.text = file.text.replacen(right, wrong, 1);
        let refused: LoadError = Catalogue::load(&files).unwrap_err();
        assert!(refused.message.contains(says), "{says} in {refused}");
        assert_eq!(refused.path, path);
        assert!(refused.line.abs_diff(at) <= 1, "{refused}: line {at}");
    }
}
