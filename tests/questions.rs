//! The questions of the eligibility check: what may be typed, and which question comes next.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests: what cannot be read has failed the test"
)]

mod shipped;

use std::sync::OnceLock;

use proptest::prelude::*;
use zhida::apply::{Answer, Answers, Problem, answer_of, facts_of, journey, read, typed};
use zhida::assess::{Outcome, assess};
use zhida::calendar::{Date, parse_date};
use zhida::catalogue::{Catalogue, Page, PageKind, Service};
use zhida::money::Fen;
use zhida::place::DivisionCode;
use zhida::rule::{Facts, PolicyValues};

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(shipped::catalogue)
}

fn page(id: &str) -> &'static Page {
    catalogue().pages.iter().find(|page| page.id == id).unwrap()
}

/// The two subsidies.
fn services() -> Vec<&'static Service> {
    catalogue()
        .services
        .iter()
        .filter(|service| !service.in_kind())
        .collect()
}

fn policy(profile: &str) -> &'static PolicyValues {
    &catalogue().profile(profile).unwrap().values
}

fn today() -> Date {
    parse_date("2025-06-18").unwrap()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs
        .iter()
        .map(|&(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// Every answer a page can have, with a few amounts and counties.
fn answers_to(page: &Page) -> Vec<Answer> {
    let mut answers = match &page.kind {
        PageKind::County => vec![Answer::County(DivisionCode::parse("430104").unwrap()), Answer::Outside],
        PageKind::Choice(options) => options.iter().map(|option| Answer::Choice(option.id.clone())).collect(),
        PageKind::Flags(options) => {
            let ids: Vec<String> = options.iter().map(|option| option.id.clone()).collect();
            vec![
                Answer::Flags(vec![]),
                Answer::Flags(ids[..1].to_vec()),
                Answer::Flags(ids),
            ]
        }
        PageKind::Amount => vec![Answer::NotReceived, Answer::Amount(Fen(1)), Answer::Amount(Fen(8320))],
        PageKind::Measurement(of) => vec![Answer::Measured(of.least), Answer::Measured(of.most)],
        PageKind::Text | PageKind::List(_) => Vec::new(),
    };
    if page.unknown {
        answers.push(Answer::Unknown);
    }
    answers
}

#[test]
fn what_an_answer_would_have_typed_reads_as_that_answer() {
    for page in &catalogue().pages {
        for answer in answers_to(page) {
            assert_eq!(read(page, &typed(page, &answer)), Ok(answer.clone()), "{}", page.id);
            let mut answers = Answers::default();
            answers.set(&page.id, answer);
            assert_eq!(Answers::from_text(&answers.to_text(), &catalogue().pages), answers);
        }
    }
}

#[test]
fn an_amount_is_read_as_people_type_it() {
    let amount = |typed: &str| read(page("elderly_care"), &pairs(&[("answer", "yes"), ("amount", typed)]));
    for typed in ["100", " 100 元", "１００", "100.00", "100元"] {
        assert_eq!(amount(typed), Ok(Answer::Amount(Fen(10_000))), "{typed}");
    }
    assert_eq!(amount("1,000元"), Ok(Answer::Amount(Fen(100_000))));
    for (problem, wrong) in [
        (
            Problem::AmountWrong,
            &["-5", "一百", "1e3", ".5", "5.", "1,00", "1000,000", ","][..],
        ),
        (Problem::AmountZero, &["0", "0.00"]),
        (Problem::AmountTooFine, &["1.005", "83.205"]),
        (Problem::AmountTooLarge, &["99999999", "12345678901234567890"]),
    ] {
        for typed in wrong {
            assert_eq!(amount(typed), Err(vec![problem]), "{typed}");
        }
    }
    assert_eq!(amount("  "), Err(vec![Problem::AmountMissing]));
}

#[test]
fn an_amount_beside_no_is_asked_about_and_not_dropped() {
    let beside =
        |answer: &str, typed: &str| read(page("elderly_care"), &pairs(&[("answer", answer), ("amount", typed)]));
    for answer in ["no", "unknown"] {
        assert_eq!(beside(answer, "100"), Err(vec![Problem::AmountAndNo]), "{answer}");
        assert_eq!(beside(answer, "一百"), Err(vec![Problem::AmountAndNo]), "{answer}");
    }
    assert_eq!(beside("no", " "), Ok(Answer::NotReceived));
    assert_eq!(beside("no", "0"), Ok(Answer::NotReceived), "the same said twice");
    assert_eq!(beside("unknown", ""), Ok(Answer::Unknown));
}

#[test]
fn nothing_chosen_and_contradictions_are_problems() {
    assert_eq!(read(page("aid_status"), &[]), Err(vec![Problem::ChooseOne]));
    assert_eq!(
        read(page("aid_status"), &pairs(&[("answer", "rich")])),
        Err(vec![Problem::ChooseOne])
    );
    assert_eq!(read(page("other_benefits"), &[]), Err(vec![Problem::ChooseAny]));
    let both = pairs(&[("answer", "none"), ("answer", "orphan_allowance")]);
    assert_eq!(read(page("other_benefits"), &both), Err(vec![Problem::ChooseNotBoth]));
    assert_eq!(
        read(page("hukou"), &pairs(&[("answer", "440304")])),
        Err(vec![Problem::ChooseCounty])
    );
    assert_eq!(
        read(page("hukou"), &pairs(&[("answer", "unknown")])),
        Err(vec![Problem::ChooseCounty])
    );
}

/// Answers every question as it comes, and returns the ids in the order of asking.
fn walk(answers: &[(&str, &str)], policy: &PolicyValues) -> (Vec<String>, Answers) {
    let mut given = Answers::default();
    let mut asked = Vec::new();
    loop {
        let journey = journey(catalogue(), &services(), policy, &given, today());
        let Some(next) = journey.next else {
            return (asked, given);
        };
        asked.push(next.id.clone());
        let (_, value) = answers
            .iter()
            .find(|(page, _)| *page == next.id)
            .unwrap_or_else(|| panic!("{asked:?}"));
        given.set(&next.id, read(next, &pairs(&[("answer", value)])).unwrap());
    }
}

#[test]
fn what_is_only_presumed_is_asked_of_whoever_applies_and_of_nobody_before() {
    let device = [catalogue().service("assistive_device").unwrap()];
    let policy = policy("hunan_baseline_2021");
    let mut given = Answers::default();
    for (page, value) in [
        ("hukou", "430626"),
        ("certificate", "yes"),
        ("grade", "4"),
        ("certificate_status", "valid"),
        ("other_benefits", "none"),
    ] {
        let next = journey(catalogue(), &device, policy, &given, today()).next.unwrap();
        assert_eq!(next.id, page);
        given.set(page, read(next, &pairs(&[("answer", value)])).unwrap());
    }
    let seen = journey(catalogue(), &device, policy, &given, today());
    assert!(seen.next.is_none(), "{:?}", seen.next.map(|page| &page.id));
    let outcome = assess(device[0], &seen.facts, policy).outcome;
    assert_eq!(outcome, Outcome::EligibleSubjectToAssessment);
}

#[test]
fn only_what_can_still_change_the_answer_is_asked() {
    let baseline = policy("hunan_baseline_2021");
    assert_eq!(walk(&[("hukou", "outside")], baseline).0, ["hukou"]);
    let no_certificate = [("hukou", "430626"), ("certificate", "no")];
    assert_eq!(walk(&no_certificate, baseline).0, ["hukou", "certificate"]);
    let tekun = [("hukou", "430626"), ("certificate", "yes"), ("aid_status", "tekun")];
    assert_eq!(walk(&tekun, baseline).0, ["hukou", "certificate", "aid_status"]);
    let grade_4 = [
        ("hukou", "430626"),
        ("certificate", "yes"),
        ("aid_status", "none"),
        ("grade", "4"),
        ("certificate_status", "valid"),
        ("other_benefits", "none"),
        ("elderly_care", "no"),
        ("welfare_living", "no"),
    ];
    assert_eq!(
        walk(&grade_4, baseline).0,
        ["hukou", "certificate", "aid_status", "grade"]
    );
    let dibao_2 = grade_4.map(|(page, value)| match page {
        "aid_status" => (page, "dibao"),
        "grade" => (page, "2"),
        _ => (page, value),
    });
    assert_eq!(
        walk(&dibao_2, baseline).0.len(),
        8,
        "all but the question of a switched-off extension"
    );
}

#[test]
fn an_answer_that_no_longer_matters_counts_for_nothing() {
    let baseline = policy("hunan_baseline_2021");
    let (_, mut given) = walk(
        &[("hukou", "430626"), ("certificate", "yes"), ("aid_status", "tekun")],
        baseline,
    );
    given.set("certificate", Answer::Choice("no".to_owned()));
    let journey = journey(catalogue(), &services(), baseline, &given, today());
    let answered: Vec<&str> = journey.answered.iter().map(|page| page.id.as_str()).collect();
    assert_eq!(answered, ["hukou", "certificate"]);
    let care = assess(catalogue().service("care_subsidy").unwrap(), &journey.facts, baseline);
    assert_eq!(care.reasons, ["NO_CERTIFICATE"]);
}

/// The invented service with another ground for its money, and what it says after these answers, with the pages asked.
fn said_of_components(ground: &str, answers: &[(&str, &[&str])]) -> (Outcome, Vec<String>) {
    let mut files = shipped::files_with_the_invented_one();
    let service = files
        .iter_mut()
        .find(|file| file.path == "skill_grant/service.toml")
        .unwrap();
    let own = "'other.course == \"day\"'";
    assert!(service.text.contains(own));
    service.text = service.text.replace(own, &format!("'{ground}'"));
    let catalogue = Catalogue::load(&files).unwrap();
    let service = catalogue.service("skill_grant").unwrap();
    let policy = &catalogue.profile("hunan_baseline_2021").unwrap().values;
    let (mut given, mut asked) = (Answers::default(), Vec::new());
    loop {
        let journey = journey(&catalogue, &[service], policy, &given, today());
        let Some(next) = journey.next else {
            return (assess(service, &journey.facts, policy).outcome, asked);
        };
        asked.push(next.id.clone());
        let (_, values) = answers
            .iter()
            .find(|(page, _)| *page == next.id)
            .unwrap_or_else(|| panic!("{asked:?}"));
        let typed: Vec<(&str, &str)> = values.iter().map(|value| ("answer", *value)).collect();
        given.set(&next.id, read(next, &pairs(&typed)).unwrap());
    }
}

const LIMB: &str = "certificate.components.exists(c, c.category == \"limb\")";
const MENTAL_3: &str = "certificate.components.exists(c, c.grade == 3 && c.category == \"mental\")";

/// What is said of somebody with a certificate who is not on a course, whatever else is asked.
const COMMON: [(&str, &[&str]); 5] = [
    ("hukou", &["430626"]),
    ("certificate", &["yes"]),
    ("other_benefits", &["none"]),
    ("age", &["from_16"]),
    ("course", &["none"]),
];

#[test]
fn a_rule_over_categories_is_answered_by_what_was_asked_of_them_and_by_nothing_else() {
    let said = |ground, own: &[(&'static str, &'static [&'static str])]| {
        said_of_components(ground, &[&COMMON[..], own].concat())
    };
    assert_eq!(said(LIMB, &[("categories", &["limb"])]).0, Outcome::Eligible);
    assert_eq!(said(LIMB, &[("categories", &["visual", "limb"])]).0, Outcome::Eligible);
    assert_eq!(said(LIMB, &[("categories", &["intellectual"])]).0, Outcome::Ineligible);
    let (outcome, asked) = said(LIMB, &[("categories", &["unknown"])]);
    assert_eq!(outcome, Outcome::Unknown, "who does not know is told no no");
    assert!(
        !asked.iter().any(|page| page.starts_with("grade")),
        "no grade matters: {asked:?}"
    );
}

#[test]
fn the_grade_of_a_category_is_asked_where_it_matters_and_does_not_follow() {
    let said = |ground: &str, own: &[(&'static str, &'static [&'static str])]| {
        said_of_components(ground, &[&COMMON[..], own].concat())
    };
    let both: (&str, &[&str]) = ("categories", &["visual", "mental"]);
    for (grade, expected) in [
        (&["3"], Outcome::Eligible),
        (&["4"], Outcome::Ineligible),
        (&["unknown"], Outcome::Unknown),
    ] {
        let (outcome, asked) = said(MENTAL_3, &[both, ("grade_mental", grade)]);
        assert_eq!(outcome, expected);
        assert!(!asked.contains(&"grade_visual".to_owned()), "{asked:?}");
    }
    let (outcome, asked) = said(MENTAL_3, &[("categories", &["visual", "limb"])]);
    assert_eq!(outcome, Outcome::Ineligible, "whatever their grades are");
    assert!(!asked.iter().any(|page| page.starts_with("grade")), "{asked:?}");
    // The grade of the whole is known: one category alone has it, and of the lightest no part is more severe.
    let after_the_grade = format!("certificate.grade > 2 && {MENTAL_3}");
    for (grade, categories, expected) in [
        (&["3"], &["mental"][..], Outcome::Eligible),
        (&["4"], &["mental"], Outcome::Ineligible),
        (&["4"], &["visual", "mental"], Outcome::Ineligible),
    ] {
        let (outcome, asked) = said(&after_the_grade, &[("grade", grade), ("categories", categories)]);
        assert_eq!(outcome, expected);
        assert!(!asked.contains(&"grade_mental".to_owned()), "{asked:?}");
    }
}

proptest! {
    #[test]
    fn every_way_through_ends_in_at_most_twelve_questions(picks in proptest::collection::vec(any::<prop::sample::Index>(), 16), profile in 0_usize..3) {
        let policy = &catalogue().profiles[profile].values;
        let all: Vec<&Service> = catalogue().services.iter().collect();
        let mut given = Answers::default();
        let mut unknown = false;
        for (count, pick) in picks.iter().enumerate() {
            let journey = journey(catalogue(), &all, policy, &given, today());
            let Some(next) = journey.next else {
                prop_assert!(count <= 12);
                for service in &all {
                    let outcome = assess(service, &journey.facts, policy).outcome;
                    prop_assert!(unknown || outcome != Outcome::Unknown, "all questions answered, {} unknown", service.code);
                }
                return Ok(());
            };
            prop_assert!(given.get(&next.id).is_none(), "{} is asked twice", next.id);
            let answer = pick.get(&answers_to(next)).clone();
            unknown |= answer == Answer::Unknown;
            given.set(&next.id, answer);
        }
        prop_assert!(false, "no end");
    }

    #[test]
    fn no_text_makes_answers_or_pages_panic(text in "\\PC*", name in "answer|amount|answer-unknown") {
        let _ = Answers::from_text(&text, &catalogue().pages);
        for page in &catalogue().pages {
            let _ = read(page, &[(name.clone(), text.clone())]);
        }
    }
}

/// Every answer that a page can have.
fn possible_answers(page: &Page) -> Vec<Answer> {
    match &page.kind {
        PageKind::County | PageKind::Text | PageKind::List(_) => Vec::new(),
        PageKind::Choice(options) => options.iter().map(|option| Answer::Choice(option.id.clone())).collect(),
        PageKind::Flags(options) => {
            let all = options.iter().map(|option| option.id.clone()).collect();
            let mut answers = vec![Answer::Flags(Vec::new()), Answer::Flags(all)];
            answers.extend(options.iter().map(|option| Answer::Flags(vec![option.id.clone()])));
            answers
        }
        PageKind::Amount => vec![Answer::NotReceived, Answer::Amount(Fen(8320))],
        PageKind::Measurement(of) => vec![Answer::Measured(of.least), Answer::Measured(of.most)],
    }
}

#[test]
fn every_answer_reads_back_from_its_facts() {
    let catalogue = catalogue();
    let vocabulary = &catalogue.vocabulary;
    for page in &catalogue.pages {
        assert_eq!(
            answer_of(page, &Facts::new(vocabulary)),
            None,
            "{}: nothing known",
            page.id
        );
        for answer in possible_answers(page) {
            let mut facts = Facts::new(vocabulary);
            for (fact, value) in facts_of(page, &answer, vocabulary, &Facts::new(vocabulary)) {
                if let Some(value) = value {
                    facts.state(fact, value);
                }
            }
            assert_eq!(answer_of(page, &facts), Some(answer), "{}", page.id);
        }
    }
}
