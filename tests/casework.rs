//! Stories of cases: from the application to the letter, and everything that is refused on the way.

mod cases;

use std::collections::BTreeMap;

use cases::{
    SEEN, chooses, day, decider, decides, grants, held, month, offers, officer, public, refuses, reviewer, second,
    subject, supervisor, township_officer, words, world,
};
use serde_json::json;
use zhida::access::{Actor, By, Denied, Division, Kin, OfficerId, PersonKey, Post, Role, Substitution};
use zhida::apply::{AccessNeed, ConsentTo, LetterForm, OverlapPick};
use zhida::assess::Outcome;
use zhida::calendar::{Date, Remaining};
use zhida::casework::{
    Case, Command, DecideOutcome, Event, EvidenceGiven, FilerSeen, IdentityProof, LetterKind, Moment, NoLink, Opinion,
    Pause, Phase, Receipt, Recorded, Refusal, ResultKind, Seen, ServiceNote, ServiceWay, Source, StepState, Submitted,
    Waited, may_link, replay,
};
use zhida::money::Fen;
use zhida::person::SubmitterRole;
use zhida::place::{DivisionCode, OfficeKind};

const COUNTY: &str = "430626";
const TOWNSHIP: &str = "430626001";

fn accept() -> Command {
    cases::accepts()
}

fn review() -> Command {
    Command::Review {
        opinion: Opinion::Meets,
        sentence: words("材料齐全。"),
    }
}

fn ask(papers: &[&str]) -> Command {
    Command::RequestPapers {
        papers: papers.iter().map(|kind| (*kind).to_owned()).collect(),
        sentence: None,
    }
}

fn supply(kind: &str) -> Command {
    Command::SupplyPapers {
        papers: vec![EvidenceGiven {
            kind: kind.to_owned(),
            files: vec!["file-1".to_owned()],
        }],
    }
}

fn due(case: &Case) -> Option<Date> {
    case.due(&world().calendar).and_then(|due| due.on)
}

#[test]
fn from_the_application_to_the_award() {
    let mut story = world().story("S01", "living_subsidy");
    assert_eq!(
        (story.case.phase, due(&story.case)),
        (Phase::Open, Some(day("2025-07-02")))
    );
    story.on("2025-06-19").then(&township_officer(TOWNSHIP), &accept());
    story.on("2025-06-30").then(&township_officer(TOWNSHIP), &review());
    assert_eq!(due(&story.case), Some(day("2025-07-14")));
    story.on("2025-07-14").then(&reviewer(COUNTY), &review());
    assert_eq!(due(&story.case), Some(day("2025-07-28")));
    story.on("2025-07-21").then(&decider(COUNTY), &grants(&["IN_DIBAO"]));

    let made = story.case.decision_in_force().unwrap();
    assert_eq!(made.decision.verdict.pays(), Some((Fen(7000), month("2025-06"))));
    assert_eq!(made.decision.reasons[0].basis.as_deref(), Some("hunan-2015-54"));
    assert_eq!(
        (story.case.phase, story.case.result),
        (Phase::Decided, Some(ResultKind::Grant))
    );
    let until = story.case.notice.unwrap().until;
    assert_eq!(until, day("2025-07-28"));
    assert_eq!(
        story.case.contest_until(&world().calendar),
        None,
        "the letter has not arrived"
    );
    let served = Command::ServeLetter {
        letter: LetterKind::Decision,
        on: day("2025-07-25"),
        way: ServiceWay::InPerson,
        notes: BTreeMap::new(),
    };
    story.on("2025-07-25").then(&township_officer(TOWNSHIP), &served);
    let contest = story.case.contest_until(&world().calendar).unwrap();
    assert_eq!(contest.on, Some(day("2025-09-23")));
    assert_eq!(
        story.tries(&township_officer(TOWNSHIP), &served),
        Err(Refusal::AlreadyServed)
    );

    story.on("2025-07-28");
    assert_eq!(
        story.tries(&Actor::System, &Command::EndNotice),
        Err(Refusal::NoticeRunning { until })
    );
    story.on("2025-07-29").then(&Actor::System, &Command::EndNotice);
    let award = story.case.award.clone().unwrap();
    assert_eq!(
        (story.case.phase, award.monthly, award.from),
        (Phase::Closed, Fen(7000), month("2025-06"))
    );
    assert_eq!(award.sum(month("2025-08")), Fen(21_000));
    assert_eq!(story.case.first_payment_by(), Some(day("2025-08-10")));
}

#[test]
fn the_timeline_says_when_each_step_is_over_at_the_latest() {
    let mut story = world().story("S01", "living_subsidy");
    let steps = |story: &cases::Story| {
        let steps = story.case.steps(&world().calendar, story.today);
        let latest = |state: &StepState| match state {
            StepState::Done { on, .. } => Some(*on),
            StepState::Now { due, .. } | StepState::Ahead { due } => due.on,
        };
        steps
            .iter()
            .map(|step| (step.id.clone(), latest(&step.state)))
            .collect::<Vec<_>>()
    };
    let expected = [
        ("township_review", "2025-07-02"),
        ("federation_review", "2025-07-16"),
        ("civil_affairs_decision", "2025-07-30"),
        ("public_notice", "2025-08-06"),
    ];
    assert_eq!(steps(&story), expected.map(|(id, on)| (id.to_owned(), Some(day(on)))));
    story.on("2025-06-26").then(&township_officer(TOWNSHIP), &accept());
    let standing = story.case.standing(&world().calendar, story.today).unwrap();
    assert_eq!(standing.remaining, Remaining::Left(4));
    story.then(
        &subject(),
        &Command::Withdraw {
            sentence: None,
            seen: None,
        },
    );
    assert_eq!(
        steps(&story),
        [],
        "a step in which it was taken back was not done, later ones are never reached"
    );
}

#[test]
fn a_refusal_needs_conditions_words_and_a_second_person() {
    let mut story = world().story("S03", "living_subsidy");
    let county = "430405";
    story.reviewed();
    let decider = decider(county);
    assert_eq!(
        story.tries(&decider, &grants(&["IN_DIBAO"])),
        Err(Refusal::NotGrantable)
    );
    assert_eq!(story.tries(&decider, &refuses(&[])), Err(Refusal::ReasonsMissing));
    let wrong = |code: &str| code.to_owned();
    assert_eq!(
        story.tries(&decider, &refuses(&["POOR"])),
        Err(Refusal::ReasonNotOfService { code: wrong("POOR") })
    );
    assert_eq!(
        story.tries(&decider, &refuses(&["EXCLUDED_TEKUN"])),
        Err(Refusal::ReasonDoesNotBear {
            code: wrong("EXCLUDED_TEKUN")
        })
    );
    let Command::Decide(mut silent) = refuses(&["NOT_LOW_INCOME"]) else {
        unreachable!()
    };
    silent.sentence = None;
    assert_eq!(
        story.tries(&decider, &Command::Decide(silent)),
        Err(Refusal::SentenceMissing)
    );

    story.then(&decider, &refuses(&["NOT_LOW_INCOME"]));
    assert_eq!(
        (story.case.phase, story.case.result),
        (Phase::Open, None),
        "not yet in force"
    );
    assert!(story.case.decision_in_force().is_none() && story.case.unsigned().is_some());
    let serve = Command::ServeLetter {
        letter: LetterKind::Decision,
        on: story.today,
        way: ServiceWay::InPerson,
        notes: BTreeMap::new(),
    };
    assert_eq!(story.tries(&decider, &serve), Err(Refusal::NoSuchLetter));
    assert_eq!(story.tries(&decider, &Command::SignSecond), Err(Refusal::OwnDecision));
    let declined = Command::DeclineSecond {
        sentence: words("请把低保的核对日期写清楚。"),
    };
    story.then(&second(county), &declined);
    assert_eq!(
        story.tries(&second(county), &Command::SignSecond),
        Err(Refusal::NoSignaturePending)
    );
    story.then(&decider, &refuses(&["NOT_LOW_INCOME"]));
    story.then(&supervisor(county), &Command::SignSecond);
    assert_eq!(
        (story.case.phase, story.case.result),
        (Phase::Closed, Some(ResultKind::Refuse))
    );
    assert_eq!(story.case.notice, None, "a refusal is never shown in public");
    let reason = &story.case.decision_in_force().unwrap().decision.reasons[0];
    assert_eq!(reason.facts["household.aid_status"], json!("none"));
    assert_eq!(reason.basis.as_deref(), Some("hunan-2015-54"));
    // Closed: letters, contests and reading only.
    assert_eq!(story.tries(&decider, &Command::Claim), Err(Refusal::Closed));
    story.then(&decider, &serve);
    let contest = Command::Contest {
        sentence: words("我家收入比登记的少。"),
    };
    story.then(&subject(), &contest);
    assert_eq!(story.tries(&subject(), &contest), Err(Refusal::AlreadyContested));
}

#[test]
fn nothing_against_by_the_facts_held_is_no_refusal() {
    let mut story = world().story("S01", "living_subsidy");
    story.reviewed();
    let decider = decider(COUNTY);
    assert_eq!(
        story.tries(&decider, &refuses(&["NOT_LOW_INCOME"])),
        Err(Refusal::NothingAgainst)
    );
    let correct = Command::Correct {
        fact: "household.aid_status".to_owned(),
        new: Some(held(json!("none"))),
        sentence: words("7月21日向民政系统核对，没有低保记录。"),
        assessment: Box::new(world().assessed(&story.case, &[("household.aid_status", json!("none"))])),
    };
    story.then(&decider, &correct);
    assert_eq!(story.tries(&decider, &correct), Err(Refusal::SameValue));
    let Some(Event::Corrected { old, new, .. }) = story.events.last().map(|last| &last.event) else {
        panic!("the correction is kept")
    };
    assert_eq!(old.as_ref().unwrap().value, json!("dibao"), "both values are kept");
    assert_eq!(new.as_ref().unwrap().value, json!("none"));
    story.then(&decider, &refuses(&["NOT_LOW_INCOME"]));
}

/// What the federation finds out about a device: as an officer puts a fact right.
fn finds(story: &cases::Story, fact: &str, value: serde_json::Value) -> Command {
    Command::Correct {
        fact: fact.to_owned(),
        assessment: Box::new(world().assessed(&story.case, &[(fact, value.clone())])),
        new: Some(held(value)),
        sentence: words("6月25日在家里评估过。"),
    }
}

#[test]
fn a_thing_is_granted_without_an_amount_once_a_professional_has_looked() {
    let mut story = world().story("S01", "assistive_device");
    assert!(story.case.opened.terms.in_kind);
    let fitter = Actor::Officer(officer("fitter", Role::FederationReviewer, COUNTY));
    story.then(&township_officer(TOWNSHIP), &accept());
    story.then(&township_officer(TOWNSHIP), &review());
    let early = story.tries(&fitter, &grants(&["CERTIFICATE_VALID"]));
    assert_eq!(early, Err(Refusal::NotTheDecidingStage));
    // The stage that assesses passes nothing on before what was found is on record; the person does not record it.
    assert_eq!(story.tries(&fitter, &review()), Err(Refusal::NotAssessed));
    let found = finds(&story, "other.device_fitting", json!("needed"));
    let own = Command::Correct {
        fact: "other.device_fitting".to_owned(),
        assessment: Box::new(world().assessed(&story.case, &[("other.device_fitting", json!("needed"))])),
        new: Some(zhida::casework::FactHeld {
            source: Source::Stated,
            ..held(json!("needed"))
        }),
        sentence: None,
    };
    assert_eq!(story.tries(&subject(), &own), Err(Refusal::NotYoursToCorrect));
    story.then(&fitter, &found);
    let colleague = Actor::Officer(officer("colleague", Role::FederationReviewer, COUNTY));
    story.then(&fitter, &offers(&["wc_basic"])).then(&colleague, &review());
    // The person is asked before the decision, which waits for nothing else.
    let unchosen = story.tries(&reviewer(COUNTY), &grants(&["CERTIFICATE_VALID"]));
    assert_eq!(unchosen, Err(Refusal::ItemNotChosen));
    story.then(&fitter, &chooses("wc_basic"));

    // Who recorded it, or passed it on, does not decide; and who decides does not record.
    let decider = reviewer(COUNTY);
    for before in [&fitter, &colleague] {
        let tried = story.tries(before, &grants(&["CERTIFICATE_VALID"]));
        assert_eq!(tried, Err(Refusal::CheckedBefore));
    }
    let no_need = finds(&story, "other.device_fitting", json!("not_needed"));
    assert_eq!(story.tries(&decider, &no_need), Err(Refusal::RecordedElsewhere));
    let nothing_against = story.tries(&decider, &refuses(&["FITTING_ASSESSMENT_REQUIRED"]));
    assert_eq!(nothing_against, Err(Refusal::NothingAgainst));
    let part = DecideOutcome::Partial {
        monthly: Fen(100),
        from: month("2025-06"),
    };
    let part = story.tries(&decider, &decides(part, &["CERTIFICATE_VALID"]));
    assert_eq!(part, Err(Refusal::NotGrantable), "there is no amount to give less of");
    story.then(&decider, &grants(&["CERTIFICATE_VALID"]));
    let made = story.case.decision_in_force().unwrap();
    assert!(made.decision.verdict.grants());
    assert_eq!(made.decision.verdict.pays(), None);
    assert_eq!(
        (story.case.phase, story.case.result),
        (Phase::Closed, Some(ResultKind::Grant))
    );
    assert_eq!(story.case.first_payment_by(), None);
    assert!(story.case.award.is_none());
    let award = story.case.award_in_kind.as_ref().unwrap();
    assert_eq!(
        (award.service.as_str(), award.basis.as_slice()),
        ("assistive_device", ["CERTIFICATE_VALID".to_owned()].as_slice())
    );
    let again = replay(&story.events, &world().catalogue, world().service("assistive_device")).unwrap();
    assert_eq!((again.differences, again.outcome), (Vec::new(), Outcome::Eligible));
}

/// A household on the margin of 低保, whom only the county's own rule may admit.
fn on_the_margin() -> cases::Story {
    let mut submitted = world().submitted(&world().application("S01"), "home_retrofit");
    let margin = held(json!("dibao_marginal"));
    submitted.facts.insert("household.aid_status".to_owned(), margin);
    let story = cases::World::told(submitted.clone());
    submitted.assessment = world().assessed(&story.case, &[]);
    cases::World::told(submitted)
}

#[test]
fn what_only_the_countys_rule_may_admit_is_looked_up_before_it_goes_on() {
    let mut story = on_the_margin();
    assert!(story.case.assessment.is_for_county_rule());
    assert_eq!(story.case.assessment.reasons, ["DIBAO_MARGINAL", "GRADE_1_2"]);
    let visitor = Actor::Officer(officer("visitor", Role::FederationReviewer, COUNTY));
    story.then(&township_officer(TOWNSHIP), &accept());
    story.then(&township_officer(TOWNSHIP), &review());
    assert_eq!(story.tries(&visitor, &review()), Err(Refusal::NotAssessed));
    let visited = finds(&story, "home.visit", json!("can_be_altered"));
    story.then(&visitor, &visited);
    assert_eq!(story.tries(&visitor, &review()), Err(Refusal::CountyRuleOpen));

    // Admitted: granted on the same grounds. Not admitted: refused by a condition of its own, never by a guess.
    for (rule, outcome, decision) in [
        ("admitted", Outcome::Eligible, grants(&["DIBAO_MARGINAL", "GRADE_1_2"])),
        (
            "not_admitted",
            Outcome::Ineligible,
            refuses(&["NOT_ADMITTED_BY_COUNTY_RULE"]),
        ),
    ] {
        let mut story = story.clone();
        let looked_up = finds(&story, "home.county_rule", json!(rule));
        story.then(&visitor, &looked_up);
        assert_eq!(story.case.assessment.outcome, outcome);
        story.then(&visitor, &review());
        story.then(&reviewer(COUNTY), &decision);
        let again = replay(&story.events, &world().catalogue, world().service("home_retrofit")).unwrap();
        assert_eq!((again.differences, again.outcome), (Vec::new(), outcome));
    }
}

#[test]
fn how_urgent_a_case_is_follows_from_what_the_visit_finds() {
    let mut story = world().story("S01", "home_retrofit");
    let visitor = Actor::Officer(officer("visitor", Role::FederationReviewer, COUNTY));
    assert_eq!(story.case.assessment.score(), Some(30), "grade 1");
    story.then(&township_officer(TOWNSHIP), &accept());
    let not_theirs = finds(&story, "home.danger", json!(true));
    assert_eq!(
        story.tries(&township_officer(TOWNSHIP), &not_theirs),
        Err(Refusal::RecordedElsewhere)
    );
    story.then(&township_officer(TOWNSHIP), &review());
    for (fact, score) in [("home.danger", 40), ("home.several_disabled", 60)] {
        let found = finds(&story, fact, json!(true));
        story.then(&visitor, &found);
        assert_eq!(story.case.assessment.score(), Some(score), "{fact}");
    }
    let parts = &story.case.assessment.priority;
    let counts: Vec<(&str, i64)> = parts
        .iter()
        .filter(|part| part.counts)
        .map(|part| (part.code.as_str(), part.points))
        .collect();
    assert_eq!(
        counts,
        [("GRADE_1", 30), ("SEVERAL_DISABLED", 20), ("DANGER_AT_HOME", 10)]
    );
    assert_eq!(world().story("S01", "assistive_device").case.assessment.score(), None);
}

#[test]
fn nobody_grants_what_has_still_to_be_assessed() {
    // What waits for a certificate is assessed all the same, before it goes on.
    let mut story = world().story("S09", "assistive_device");
    let county = story.case.opened.place.county;
    let fitter = Actor::Officer(officer("fitter", Role::FederationReviewer, county.as_str()));
    let township = township_officer(story.case.opened.place.township.as_str());
    story.then(&township, &accept()).then(&township, &review());
    assert_eq!(
        story.tries(&fitter, &review()),
        Err(Refusal::NotAssessed),
        "also while it waits"
    );
    let valid = world().assessed(&story.case, &[("certificate.status", json!("valid"))]);
    assert_eq!(valid.outcome, Outcome::EligibleSubjectToAssessment);
    let lifted = Command::LiftHold {
        facts: BTreeMap::from([("certificate.status".to_owned(), held(json!("valid")))]),
        assessment: Box::new(valid),
    };
    story.then(&fitter, &lifted);
    let found = finds(&story, "other.device_fitting", json!("needed"));
    story.then(&fitter, &found).then(&fitter, &offers(&["wc_basic"]));
    story.then(&fitter, &review()).then(&fitter, &chooses("wc_basic"));
    let decider = reviewer(county.as_str());
    let mut open = story.clone();
    open.case.assessment.outcome = Outcome::EligibleSubjectToAssessment;
    assert_eq!(
        open.tries(&decider, &grants(&["CERTIFICATE_VALID"])),
        Err(Refusal::NotAssessed)
    );
    story.then(&decider, &grants(&["CERTIFICATE_VALID"]));
}

#[test]
fn an_assessment_that_finds_no_need_is_a_reason_to_refuse() {
    let mut story = world().story("S03", "assistive_device");
    let county = story.case.opened.place.county;
    let fitter = Actor::Officer(officer("fitter", Role::FederationReviewer, county.as_str()));
    let township = township_officer(story.case.opened.place.township.as_str());
    story.then(&township, &accept()).then(&township, &review());
    let found = finds(&story, "other.device_fitting", json!("not_needed"));
    story.then(&fitter, &found).then(&fitter, &review());
    let decider = reviewer(county.as_str());
    story.then(&decider, &refuses(&["FITTING_FOUND_NO_NEED"]));
    // A refusal waits for a second signature in the baseline.
    let second = Actor::Officer(officer("second", Role::FederationReviewer, county.as_str()));
    story.then(&second, &Command::SignSecond);
    assert_eq!(
        (story.case.phase, story.case.result),
        (Phase::Closed, Some(ResultKind::Refuse))
    );
    assert!(story.case.award_in_kind.is_none());
}

#[test]
fn a_part_is_less_than_the_whole() {
    let mut story = world().story("S01", "care_subsidy");
    story.reviewed().with_another_benefit();
    let part = |monthly, from| {
        decides(
            DecideOutcome::Partial {
                monthly: Fen(monthly),
                from: month(from),
            },
            &["GRADE_1_2", "OVERLAP_ELDERLY_CARE_ALLOWANCE"],
        )
    };
    let decider = decider(COUNTY);
    for wrong in [
        part(7000, "2025-06"),
        part(0, "2025-06"),
        part(8000, "2025-07"),
        part(5000, "2025-05"),
    ] {
        assert_eq!(story.tries(&decider, &wrong), Err(Refusal::PartWrong));
    }
    story.then(&decider, &part(7000, "2025-07"));
    assert!(story.case.unsigned().is_some(), "who cuts is not alone");
    story.then(&second(COUNTY), &Command::SignSecond);
    assert_eq!(
        (story.case.phase, story.case.result),
        (Phase::Decided, Some(ResultKind::Partial))
    );
}

#[test]
fn less_than_the_whole_needs_a_reason_against_the_rest() {
    let part = |reasons: &[&str]| {
        let all_but_nothing = DecideOutcome::Partial {
            monthly: Fen(1),
            from: month("2025-06"),
        };
        decides(all_but_nothing, reasons)
    };
    let decider = decider(COUNTY);
    let mut story = world().story("S01", "care_subsidy");
    story.reviewed();
    assert_eq!(
        story.tries(&decider, &part(&["GRADE_1_2"])),
        Err(Refusal::NothingAgainstTheRest),
        "everything is met: the whole, or a fact is wrong"
    );
    story.with_another_benefit();
    assert_eq!(
        story.tries(&decider, &part(&["GRADE_1_2"])),
        Err(Refusal::RestNotExplained)
    );
    assert_eq!(
        story.tries(&decider, &part(&["OVERLAP_ELDERLY_CARE_ALLOWANCE"])),
        Err(Refusal::ReasonsMissing),
        "what is given has its ground all the same"
    );

    // Papers that nobody brought speak against the rest as they do against a grant.
    let mut story = world().story("S01", "care_subsidy");
    story.on("2025-06-20").reviewed();
    story.then(&decider, &ask(&["household_register"]));
    story.on("2025-07-14");
    assert_eq!(
        story.tries(&decider, &part(&["GRADE_1_2"])),
        Err(Refusal::RestNotExplained)
    );
    story.then(&decider, &part(&["GRADE_1_2", "PAPERS_NOT_SUPPLIED"]));
    assert!(story.case.unsigned().is_some());
}

#[test]
fn one_person_makes_no_two_checks_of_which_one_controls_the_other() {
    let post = |role, division| Post {
        role,
        division: Division::parse(division).unwrap(),
    };
    // Somebody who fills every post of the county, whosoever they are.
    let everywhere = |id: &str| {
        let mut officer = officer(id, Role::TownshipOfficer, TOWNSHIP);
        officer.posts.push(post(Role::FederationReviewer, COUNTY));
        officer.posts.push(post(Role::CivilAffairsDecider, COUNTY));
        officer.posts.push(post(Role::Supervisor, COUNTY));
        Actor::Officer(officer)
    };
    let [one, two, three] = ["one", "two", "three"].map(everywhere);
    let review = Command::Review {
        opinion: Opinion::Meets,
        sentence: words("好。"),
    };
    let mut story = world().story("S01", "living_subsidy");
    story.then(&one, &accept()).then(&one, &review);
    for refused in [&review, &Command::Claim] {
        assert_eq!(story.tries(&one, refused), Err(Refusal::CheckedBefore));
    }
    story.then(&two, &review);
    let grant = grants(&["IN_DIBAO"]);
    for who in [&one, &two] {
        for refused in [&grant, &Command::Claim] {
            assert_eq!(story.tries(who, refused), Err(Refusal::CheckedBefore));
        }
    }
    let wrong = Command::Correct {
        fact: "household.aid_status".to_owned(),
        assessment: Box::new(world().assessed(&story.case, &[("household.aid_status", json!("none"))])),
        new: Some(held(json!("none"))),
        sentence: words("系统里查不到。"),
    };
    story.then(&three, &wrong);
    story.then(&three, &refuses(&["NOT_LOW_INCOME"]));
    assert_eq!(story.case.assignee, None, "it waits for somebody else");
    assert_eq!(story.tries(&three, &Command::Claim), Err(Refusal::OwnDecision));
    for who in [&one, &two] {
        assert_eq!(story.tries(who, &Command::SignSecond), Err(Refusal::CheckedBefore));
    }
    let declines = Command::DeclineSecond {
        sentence: words("还要查。"),
    };
    let mut declined = story.clone();
    declined.then(&everywhere("four"), &declines);
    assert_eq!(
        declined.case.assignee,
        Some(OfficerId("three".to_owned())),
        "back to who made it"
    );
    story.then(&everywhere("four"), &Command::SignSecond);
    assert_eq!(story.case.result, Some(ResultKind::Refuse));
}

#[test]
fn one_list_of_papers_stops_the_clock_and_a_second_is_the_supervisors() {
    let mut story = world().story("S01", "living_subsidy");
    let township = township_officer(TOWNSHIP);
    assert_eq!(story.tries(&township, &ask(&[])), Err(Refusal::NoPapersNamed));
    let kind = "passport".to_owned();
    assert_eq!(
        story.tries(&township, &ask(&["passport"])),
        Err(Refusal::PaperNotOfService { kind })
    );
    story
        .on("2025-06-20")
        .then(&township, &ask(&["household_register", "household_register"]));
    let list = story.case.open_list().unwrap();
    let until = list.until;
    assert_eq!((list.number, list.papers.len(), until), (1, 1, day("2025-07-11")));
    assert_eq!(story.case.pause(story.today), Some(Pause::Applicant));
    assert_eq!(story.tries(&township, &accept()), Err(Refusal::PapersPending { until }));
    assert_eq!(
        story.tries(&township, &ask(&["household_register"])),
        Err(Refusal::PapersPending { until })
    );
    assert_eq!(
        story.tries(&subject(), &Command::SupplyPapers { papers: vec![] }),
        Err(Refusal::NoPapersNamed)
    );
    story.on("2025-06-24").then(&subject(), &supply("household_register"));
    // 20, 23 and 24 June do not count: three working days more than 2 July.
    assert_eq!(due(&story.case), Some(day("2025-07-07")));
    // The whole time goes on through every stage, with what stood still told apart.
    let waited = |story: &cases::Story| story.case.waited(&world().calendar, story.today);
    assert_eq!(waited(&story), Waited { days: 4, paused: 3 });
    assert_eq!(
        story.tries(&subject(), &supply("household_register")),
        Err(Refusal::NothingAskedFor)
    );
    assert_eq!(
        story.tries(&township, &ask(&["dibao_proof"])),
        Err(Refusal::SecondListNeedsSupervisor)
    );
    let again = story.clone().does(&township, &ask(&["household_register"])).is_ok();
    assert!(again, "the same paper, still wrong");
    story.then(&supervisor(COUNTY), &ask(&["dibao_proof"]));
    assert_eq!(story.case.lists.len(), 2);
    story
        .then(&subject(), &supply("dibao_proof"))
        .then(&township, &accept());
    story.on("2025-07-09").then(&township, &review()).on("2025-07-11");
    assert_eq!(waited(&story), Waited { days: 17, paused: 3 });
}

#[test]
fn a_list_that_ran_out_lets_the_offices_go_on() {
    let mut story = world().story("S01", "living_subsidy");
    let township = township_officer(TOWNSHIP);
    story.on("2025-06-20").then(&township, &ask(&["household_register"]));
    story.on("2025-07-11");
    assert_eq!(story.case.pause(story.today), Some(Pause::Applicant));
    story.on("2025-07-14");
    assert_eq!(story.case.pause(story.today), None);
    story.reviewed();
    story.then(&decider(COUNTY), &refuses(&["PAPERS_NOT_SUPPLIED"]));
    let late = world().story("S01", "living_subsidy");
    assert!(late.case.open_list().is_none());
}

#[test]
fn a_frozen_certificate_can_be_filed_and_waits() {
    let mut story = world().story("S09", "living_subsidy");
    let county = "430182";
    assert_eq!(story.case.pause(story.today), Some(Pause::Hold));
    assert_eq!(due(&story.case), None, "nobody is late");
    story.reviewed();
    let (decider, federation) = (decider(county), reviewer(county));
    assert_eq!(story.tries(&decider, &grants(&["IN_DIBAO"])), Err(Refusal::OnHold));
    assert_eq!(
        story.tries(&decider, &refuses(&["NOT_LOW_INCOME"])),
        Err(Refusal::OnHold)
    );
    let lift = |assessment| Command::LiftHold {
        facts: [("certificate.status".to_owned(), held(json!("valid")))].into(),
        assessment: Box::new(assessment),
    };
    let still = lift(world().assessed(&story.case, &[]));
    assert_eq!(story.tries(&federation, &still), Err(Refusal::StillOnHold));
    story.on("2025-08-01");
    let lifted = lift(world().assessed(&story.case, &[("certificate.status", json!("valid"))]));
    story.then(&federation, &lifted);
    assert_eq!(story.tries(&federation, &lifted), Err(Refusal::NotOnHold));
    assert_eq!(
        (story.case.pause(story.today), due(&story.case)),
        (None, Some(day("2025-08-15")))
    );
    story.then(&decider, &grants(&["IN_DIBAO"]));
    assert_eq!(
        story.case.decision_in_force().unwrap().decision.verdict.pays(),
        Some((Fen(7000), month("2025-06"))),
        "from the month of application"
    );
}

#[test]
fn choosing_between_two_benefits_is_the_persons() {
    let mut story = world().story("S03", "care_subsidy");
    let decider = decider("430405");
    story.reviewed();
    let why = ["GRADE_1_2", "OVERLAP_ELDERLY_CARE_ALLOWANCE"];
    assert_eq!(story.tries(&decider, &grants(&why)), Err(Refusal::OverlapNotChosen));
    let choose = |choice| Command::ChooseOverlap { choice };
    story.then(&subject(), &choose(OverlapPick::KeepOther));
    assert_eq!(story.tries(&decider, &grants(&why)), Err(Refusal::NotGrantable));
    let mut keeps = story.clone();
    keeps.then(&decider, &refuses(&["OVERLAP_ELDERLY_CARE_ALLOWANCE"]));
    story
        .then(&subject(), &choose(OverlapPick::TakeThis))
        .then(&decider, &grants(&why));
    assert_eq!(
        story.tries(&subject(), &choose(OverlapPick::KeepOther)),
        Err(Refusal::AlreadyDecided)
    );
    let mut other = world().story("S01", "care_subsidy");
    assert_eq!(
        other.tries(&subject(), &choose(OverlapPick::TakeThis)),
        Err(Refusal::NoOverlap)
    );
    let mut application = world().application("S03");
    application
        .overlaps
        .insert("care_subsidy".to_owned(), cases::chose(OverlapPick::TakeThis));
    other = cases::World::told(world().submitted(&application, "care_subsidy"));
    other.reviewed().then(&decider, &grants(&why));
}

#[test]
fn a_choice_holds_for_the_amounts_that_were_compared() {
    let fact = "other.elderly_care_monthly";
    let corrects = |story: &cases::Story, amount: i64| {
        let mut new = held(json!(amount));
        new.source = Source::Stated;
        Command::Correct {
            fact: fact.to_owned(),
            assessment: Box::new(world().assessed(&story.case, &[(fact, json!(amount))])),
            new: Some(new),
            sentence: None,
        }
    };
    let choose = |choice| Command::ChooseOverlap { choice };
    let mut story = world().story("S03", "care_subsidy");
    story.on("2025-06-20").then(&subject(), &choose(OverlapPick::KeepOther));
    let chosen = story.case.overlap.unwrap();
    assert_eq!((chosen.pick, chosen.on), (OverlapPick::KeepOther, day("2025-06-20")));
    // Another fact changes nothing of it.
    let aid = Command::Correct {
        fact: "household.aid_status".to_owned(),
        assessment: Box::new(world().assessed(&story.case, &[("household.aid_status", json!("dibao_marginal"))])),
        new: Some(held(json!("dibao_marginal"))),
        sentence: words("街道核对过。"),
    };
    let township = township_officer(story.case.opened.place.township.as_str());
    story.then(&township, &aid);
    assert_eq!(story.case.overlap, Some(chosen));
    // Another amount asks it again, and it can be changed until the decision.
    let less = corrects(&story, 4000);
    story.then(&subject(), &less);
    assert_eq!(story.case.overlap, None, "the amounts compared are others");
    let (this, other) = story.case.open_choice().unwrap();
    assert!(this > other && other == Fen(4000), "{this:?} {other:?}");
    story.then(&subject(), &choose(OverlapPick::KeepOther));
    story.then(&subject(), &choose(OverlapPick::TakeThis));
    // Nothing is received: nothing is to be chosen.
    let nothing = corrects(&story, 0);
    story.then(&subject(), &nothing);
    assert_eq!((story.case.overlap, story.case.open_choice()), (None, None));
    assert_eq!(
        story.tries(&subject(), &choose(OverlapPick::TakeThis)),
        Err(Refusal::NoOverlap)
    );
    story.reviewed();
    story.then(&decider("430405"), &grants(&["GRADE_1_2"]));
}

#[test]
fn a_minor_is_never_shown_in_public() {
    let mut story = world().story("S02", "care_subsidy");
    let decider = decider("430104");
    story.reviewed();
    let reasons: Vec<String> = story.case.assessment.reasons.clone();
    let reasons: Vec<&str> = reasons.iter().map(String::as_str).collect();
    story.then(&decider, &grants(&reasons));
    assert_eq!((story.case.notice, story.case.phase), (None, Phase::Closed));
    assert!(story.case.award.is_some(), "awarded at once");
}

#[test]
fn an_objection_is_answered_before_the_notice_ends() {
    let mut story = world().story("S01", "living_subsidy");
    let decider = decider(COUNTY);
    let object = Command::Object {
        sentence: words("他家去年买了新车。"),
        contact: None,
    };
    assert_eq!(story.tries(&public(), &object), Err(Refusal::NoNotice));
    story.reviewed().then(&decider, &grants(&["IN_DIBAO"]));
    story.then(&public(), &object);
    story.on("2025-07-10");
    assert_eq!(
        story.tries(&Actor::System, &Command::EndNotice),
        Err(Refusal::ObjectionOpen)
    );
    assert_eq!(story.tries(&public(), &object), Err(Refusal::NoticeOver));
    let answer = |upheld| Command::DecideObjection {
        number: 1,
        upheld,
        sentence: words("已经入户核实。"),
    };
    assert_eq!(
        story.tries(&decider, &answer(false)),
        Err(Refusal::ObjectionToOwnDecision),
        "never whoever decided"
    );
    let mut by_supervisor = story.clone();
    by_supervisor.then(&supervisor(COUNTY), &answer(false));
    let other = second(COUNTY);
    let mut wrong = story.clone();
    wrong
        .then(&other, &answer(false))
        .then(&Actor::System, &Command::EndNotice);
    assert!(wrong.case.award.is_some());
    story.then(&other, &answer(true));
    assert_eq!(
        (story.case.phase, story.case.result),
        (Phase::Open, None),
        "to be decided again"
    );
    assert!(story.case.is_deciding_stage() && story.case.decision_in_force().is_none());
    assert_eq!(story.tries(&other, &answer(true)), Err(Refusal::NoSuchObjection));
    assert_eq!(
        story.tries(&Actor::System, &Command::EndNotice),
        Err(Refusal::NoticeOver)
    );
    story.then(&decider, &grants(&["IN_DIBAO"]));
    assert!(story.case.notice.is_some_and(|notice| !notice.ended), "shown again");
}

/// A way of serving, what is said of it, and why it is not recorded.
type Wrong<'a> = (ServiceWay, &'a [(ServiceNote, &'a str)], Refusal);

#[test]
fn each_way_of_serving_has_its_record_and_its_day() {
    use zhida::casework::ServiceNote::{Consent, Place, PostalNumber, Reason, SentTo, Witnesses};
    let mut story = world().story("S01", "living_subsidy");
    story.reviewed().then(&decider(COUNTY), &grants(&["IN_DIBAO"]));
    story.on("2025-07-25");
    let officer = township_officer(TOWNSHIP);
    let serve = |on: &str, way, notes: &[(ServiceNote, &str)]| Command::ServeLetter {
        letter: LetterKind::Decision,
        on: day(on),
        way,
        notes: notes.iter().map(|(note, says)| (*note, (*says).to_owned())).collect(),
    };
    let missing = |note| Refusal::ServiceNoteMissing { note };
    let unneeded = |note| Refusal::ServiceNoteUnneeded { note };
    let left = [(Witnesses, "村委会刘建国"), (Reason, "本人说不要")];
    let wrong: [Wrong<'_>; 8] = [
        (ServiceWay::Left, &left[1..], missing(Witnesses)),
        (ServiceWay::Left, &left[..1], missing(Reason)),
        (ServiceWay::Left, &[left[0], (Reason, " ")], missing(Reason)),
        (ServiceWay::Post, &[], missing(PostalNumber)),
        (ServiceWay::Electronic, &[(SentTo, "139")], missing(Consent)),
        (ServiceWay::Announced, &[(Reason, "人不在")], missing(Place)),
        (ServiceWay::InPerson, &left[..1], unneeded(Witnesses)),
        (ServiceWay::Portal, &left[1..], unneeded(Reason)),
    ];
    for (way, notes, why) in wrong {
        assert_eq!(
            story.tries(&officer, &serve("2025-07-24", way, notes)),
            Err(why),
            "{way}"
        );
    }
    // What was put up in public counts once thirty days have passed, and not before.
    let put_up = [(Reason, "搬走了，邮件退回"), (Place, "村委会公告栏")];
    let announced = serve("2025-06-26", ServiceWay::Announced, &put_up);
    let until = day("2025-07-26");
    assert_eq!(
        story.tries(&officer, &announced),
        Err(Refusal::AnnouncementRunning { until })
    );
    let mut in_public = story.clone();
    in_public.on("2025-07-26").then(&officer, &announced);
    assert_eq!(in_public.case.decision_served_on(), Some(until));
    // What was left counts from the day it was left, and the time to contest with it.
    story.then(&officer, &serve("2025-07-24", ServiceWay::Left, &left));
    assert_eq!(story.case.decision_served_on(), Some(day("2025-07-24")));
    let contest = story.case.contest_until(&world().calendar).unwrap();
    assert_eq!(contest.on, Some(day("2025-09-22")));
    // What was kept reads as it was, and so does what was kept before anybody asked.
    let kept = &story.events.last().unwrap().event;
    let json = serde_json::to_value(kept).unwrap();
    assert_eq!(serde_json::from_value::<Event>(json).unwrap(), *kept);
    let older = json!({ "kind": "letter_served@1", "letter": "decision", "on": "2025-07-24", "way": "post" });
    assert!(matches!(serde_json::from_value(older).unwrap(), Event::LetterServed { notes, .. } if notes.is_empty()));
}

#[test]
fn an_objection_is_answered_within_its_time() {
    let mut story = world().story("S01", "living_subsidy");
    let object = Command::Object {
        sentence: words("他家去年买了新车。"),
        contact: None,
    };
    story.reviewed().then(&decider(COUNTY), &grants(&["IN_DIBAO"]));
    assert_eq!(due(&story.case), None, "a notice runs by itself");
    story.then(&public(), &object);
    story.on("2025-06-20").then(&public(), &object);
    assert_eq!(due(&story.case), Some(day("2025-07-02")), "the oldest one counts");
    let standing = story.case.standing(&world().calendar, day("2025-07-03")).unwrap();
    assert_eq!(standing.remaining, Remaining::Overdue(1));
    let answer = Command::DecideObjection {
        number: 1,
        upheld: false,
        sentence: words("车是别人的。"),
    };
    story.on("2025-07-01").then(&second(COUNTY), &answer);
    assert_eq!(due(&story.case), Some(day("2025-07-04")), "then the next one");
    // A case from before there was such a limit has one all the same.
    let mut terms = serde_json::to_value(&story.case.opened.terms).unwrap();
    terms.as_object_mut().unwrap().remove("objection").unwrap();
    let terms: zhida::casework::Terms = serde_json::from_value(terms).unwrap();
    assert_eq!(terms.objection, zhida::calendar::Limit::WorkingDays(10));
}

#[test]
fn what_is_sent_back_begins_no_new_time() {
    let mut story = world().story("S01", "living_subsidy");
    let (township, federation) = (township_officer(TOWNSHIP), reviewer(COUNTY));
    story.on("2025-06-19").then(&township, &accept());
    story.on("2025-06-30").then(&township, &review());
    assert_eq!(story.case.whole_clock(), None);
    let back = Command::Return {
        sentence: words("户口簿缺一页。"),
    };
    story.on("2025-07-14").then(&federation, &back);
    let returned = story.case.returned.clone().unwrap();
    assert_eq!(returned.what.from, "federation_review");
    assert_eq!(returned.what.sentence.as_str(), "户口簿缺一页。");
    assert_eq!(returned.by, cases::by(&federation));
    // Thirty working days from acceptance in all; while the stage's ten end before, they count.
    let whole = |story: &cases::Story| story.case.whole_clock().unwrap().due_on(&world().calendar).on;
    assert_eq!(whole(&story), Some(day("2025-07-31")));
    assert_eq!(due(&story.case), Some(day("2025-07-28")));
    // What the applicant is asked for stops both.
    story.on("2025-07-15").then(&township, &ask(&["household_register"]));
    story.on("2025-07-17").then(&subject(), &supply("household_register"));
    assert_eq!(whole(&story), Some(day("2025-08-05")));
    assert_eq!(due(&story.case), Some(day("2025-07-31")));
    story.on("2025-07-30").then(&township, &review());
    assert_eq!(story.case.returned, None, "it was passed on");
    assert_eq!(due(&story.case), Some(day("2025-08-05")), "not ten days more");
    let steps = story.case.steps(&world().calendar, story.today);
    let decides = steps.iter().find(|step| step.id == "civil_affairs_decision").unwrap();
    assert!(
        matches!(decides.state, StepState::Ahead { due } if due.on == Some(day("2025-08-05"))),
        "{decides:?}"
    );
    // What was decided and is to be decided again has its own time.
    story.then(&federation, &review());
    story.then(&decider(COUNTY), &grants(&["IN_DIBAO"]));
    let object = Command::Object {
        sentence: words("他家有车。"),
        contact: None,
    };
    let right = Command::DecideObjection {
        number: 1,
        upheld: true,
        sentence: words("查实了。"),
    };
    story.then(&public(), &object).then(&second(COUNTY), &right);
    assert_eq!(story.case.whole_clock(), None);
    assert_eq!(due(&story.case), Some(day("2025-08-13")));
}

#[test]
fn an_outside_hukou_is_received_and_forwarded_never_decided() {
    let mut application = world().application("S01");
    cases::hukou(&mut application, None, None);
    let mut story = cases::World::told(world().submitted(&application, "living_subsidy"));
    let (township, county) = (township_officer("430104001"), "430104");
    assert_eq!(story.case.opened.place.county, DivisionCode::parse(county).unwrap());
    assert_eq!(
        due(&story.case),
        Some(day("2025-06-25")),
        "five working days to forward"
    );
    assert_eq!(story.tries(&township, &accept()), Err(Refusal::OtherPlaceDecides));
    assert_eq!(story.tries(&township, &review()), Err(Refusal::OtherPlaceDecides));
    assert_eq!(
        story.tries(&decider(county), &refuses(&[])),
        Err(Refusal::Denied(Denied::OtherRole))
    );
    let forward = |to: &str, number: &str| {
        Command::Forward(Receipt {
            to: DivisionCode::parse(to).unwrap(),
            office: "贵阳市云岩区民政局".to_owned(),
            number: number.to_owned(),
            by: Some(Source::Officer),
        })
    };
    assert_eq!(
        story.tries(&township, &forward("520103", "K1")),
        Err(Refusal::IdentityNotConfirmed)
    );
    let seen = SEEN;
    story.then(&township, &Command::ConfirmIdentity { seen });
    for wrong in ["430105", "999999", "520100"] {
        assert_eq!(
            story.tries(&township, &forward(wrong, "K1")),
            Err(Refusal::ForwardedToWrongPlace),
            "{wrong}: ours, nobody's, no county"
        );
    }
    assert_eq!(
        story.tries(&township, &forward(county, "K1")),
        Err(Refusal::ForwardedToSameCounty)
    );
    let Command::Forward(mut unsaid) = forward("520103", "K1") else {
        unreachable!()
    };
    unsaid.by = None;
    assert_eq!(
        story.tries(&township, &Command::Forward(unsaid)),
        Err(Refusal::HukouUnconfirmed)
    );
    assert_eq!(
        story.tries(
            &township,
            &Command::RecordReceipt {
                number: "K1".to_owned()
            }
        ),
        Err(Refusal::NotForwarded)
    );
    // The office there gives its number when it has what was sent.
    story.then(&township, &forward("520103", ""));
    let records = |number: &str| Command::RecordReceipt {
        number: number.to_owned(),
    };
    assert_eq!(
        story.tries(&township, &records(" ")),
        Err(Refusal::ReceiptNumberMissing)
    );
    story.then(&township, &records("K1"));
    assert_eq!(
        story.case.forwarded.as_ref().map(|receipt| receipt.number.as_str()),
        Some("K1")
    );
    assert_eq!(story.tries(&township, &records("K2")), Err(Refusal::ReceiptRecorded));
    assert_eq!(
        (story.case.phase, story.case.result),
        (Phase::Closed, Some(ResultKind::Forwarded))
    );
    let mut here = world().story("S01", "living_subsidy");
    here.then(&township_officer(TOWNSHIP), &Command::ConfirmIdentity { seen });
    assert_eq!(
        here.tries(&township_officer(TOWNSHIP), &forward("520103", "K1")),
        Err(Refusal::DecidedHere)
    );
}

#[test]
fn everybody_has_their_stage_and_their_place() {
    let mut story = world().story("S01", "living_subsidy");
    let denied = |story: &cases::Story, actor: &Actor, command: &Command| match story.tries(actor, command) {
        Err(Refusal::Denied(denied)) => Some(denied),
        _ => None,
    };
    assert_eq!(
        denied(&story, &township_officer("430626002"), &accept()),
        Some(Denied::OtherDivision)
    );
    assert_eq!(denied(&story, &reviewer(COUNTY), &accept()), Some(Denied::OtherRole));
    assert_eq!(
        denied(&story, &decider("430621"), &accept()),
        Some(Denied::OtherDivision)
    );
    assert_eq!(denied(&story, &subject(), &accept()), Some(Denied::StaffOnly));
    assert_eq!(
        denied(
            &story,
            &public(),
            &Command::Withdraw {
                sentence: None,
                seen: None
            }
        ),
        Some(Denied::ResidentOnly)
    );
    for role in [Role::Auditor, Role::Administrator] {
        let reader = Actor::Officer(officer("reader", role, COUNTY));
        assert_eq!(
            denied(&story, &reader, &Command::Claim),
            Some(Denied::OtherDivision),
            "{role}"
        );
    }
    assert_eq!(
        story.tries(&township_officer(TOWNSHIP), &review()),
        Err(Refusal::NotAccepted)
    );
    assert_eq!(
        story.tries(
            &township_officer(TOWNSHIP),
            &Command::Accept {
                identity: None,
                papers: Vec::new(),
            }
        ),
        Err(Refusal::IdentityNotConfirmed)
    );
    story.reviewed();
    assert_eq!(
        denied(&story, &reviewer(COUNTY), &grants(&["IN_DIBAO"])),
        Some(Denied::OtherRole)
    );
    assert_eq!(story.tries(&decider(COUNTY), &review()), Err(Refusal::DecidingStage));
    assert_eq!(
        story.tries(&decider(COUNTY), &Command::Return { sentence: None }),
        Err(Refusal::SentenceMissing)
    );
    let back = Command::Return {
        sentence: words("请再核对残疾等级。"),
    };
    story.then(&decider(COUNTY), &back);
    assert_eq!(story.case.stage().unwrap().id, "federation_review");
    story.then(&reviewer(COUNTY), &review());
    assert!(story.case.is_deciding_stage());
}

#[test]
fn nobody_works_for_their_own_people() {
    let story = world().story("S01", "living_subsidy");
    let kin = |own: Option<&str>, household: &[&str], relatives: &[&str]| {
        let keys = |keys: &[&str]| keys.iter().map(|key| PersonKey((*key).to_owned())).collect();
        let mut officer = officer("kin", Role::TownshipOfficer, TOWNSHIP);
        officer.kin = Kin {
            own: own.map(|key| PersonKey(key.to_owned())),
            household: keys(household),
            relatives: keys(relatives),
        };
        Actor::Officer(officer)
    };
    let denied = |actor: &Actor| story.tries(actor, &Command::Claim).unwrap_err();
    assert_eq!(
        denied(&kin(Some("subject"), &[], &[])),
        Refusal::Denied(Denied::OwnCase)
    );
    assert_eq!(
        denied(&kin(Some("submitter"), &[], &[])),
        Refusal::Denied(Denied::OwnCase)
    );
    assert_eq!(
        denied(&kin(None, &["subject"], &[])),
        Refusal::Denied(Denied::HouseholdCase)
    );
    assert_eq!(
        denied(&kin(None, &[], &["submitter"])),
        Refusal::Denied(Denied::RelativesCase)
    );
    assert!(
        story
            .tries(&kin(Some("somebody"), &["else"], &[]), &Command::Claim)
            .is_ok()
    );
}

#[test]
fn a_substitute_works_for_a_period_only() {
    let mut story = world().story("S01", "living_subsidy");
    let mut stands_in = officer("substitute", Role::TownshipOfficer, "430104001");
    stands_in.substitutions.push(Substitution {
        of: OfficerId("township".to_owned()),
        post: Post {
            role: Role::TownshipOfficer,
            division: Division::parse(TOWNSHIP).unwrap(),
        },
        from: day("2025-06-20"),
        to: day("2025-06-30"),
    });
    let stands_in = Actor::Officer(stands_in);
    for (date, works) in [
        ("2025-06-19", false),
        ("2025-06-20", true),
        ("2025-06-30", true),
        ("2025-07-01", false),
    ] {
        assert_eq!(story.on(date).tries(&stands_in, &accept()).is_ok(), works, "{date}");
    }
}

#[test]
fn a_case_in_somebodys_hands_is_left_to_them() {
    let mut story = world().story("S01", "living_subsidy");
    let (one, other) = (
        township_officer(TOWNSHIP),
        Actor::Officer(officer("colleague", Role::TownshipOfficer, TOWNSHIP)),
    );
    story.then(&one, &Command::Claim);
    assert_eq!(story.tries(&one, &Command::Claim), Err(Refusal::AlreadyAssigned));
    assert_eq!(story.tries(&other, &Command::Claim), Err(Refusal::AssignedToOther));
    assert_eq!(story.tries(&other, &accept()), Err(Refusal::AssignedToOther));
    assert_eq!(story.tries(&other, &Command::Release), Err(Refusal::AssignedToOther));
    let to = |id: &str| Command::Reassign {
        to: OfficerId(id.to_owned()),
    };
    assert_eq!(
        story.tries(&one, &to("colleague")),
        Err(Refusal::Denied(Denied::SupervisorOnly))
    );
    story
        .then(&supervisor(COUNTY), &to("colleague"))
        .then(&other, &accept());
    story.then(&other, &Command::Release);
    assert_eq!(story.tries(&other, &Command::Release), Err(Refusal::NothingToRelease));
}

#[test]
fn the_person_corrects_what_they_said_and_disputes_what_a_register_says() {
    let mut story = world().story("S01", "living_subsidy");
    let correct = |fact: &str, value: serde_json::Value| {
        let mut new = held(value);
        new.source = Source::Stated;
        Command::Correct {
            fact: fact.to_owned(),
            new: Some(new),
            sentence: None,
            assessment: Box::new(story.case.assessment.clone()),
        }
    };
    let grade = correct("certificate.grade", json!(2));
    let aid = correct("household.aid_status", json!("dibao_marginal"));
    let fact = "no.such".to_owned();
    assert_eq!(
        story.tries(&subject(), &correct("no.such", json!(1))),
        Err(Refusal::NoSuchFact { fact })
    );
    assert_eq!(story.tries(&subject(), &grade), Err(Refusal::NotYoursToCorrect));
    let dispute = |fact: &str, stated: serde_json::Value| Command::DisputeFact {
        fact: fact.to_owned(),
        stated,
    };
    let not_register = dispute("household.aid_status", json!("none"));
    assert_eq!(story.tries(&subject(), &not_register), Err(Refusal::NotFromRegister));
    story
        .then(&subject(), &aid)
        .then(&subject(), &dispute("certificate.grade", json!(2)));
    assert_eq!(story.case.facts["household.aid_status"].value, json!("dibao_marginal"));
    assert_eq!(
        (story.case.disputes.len(), &story.case.facts["certificate.grade"].value),
        (1, &json!(1))
    );
}

#[test]
fn reading_leaves_a_trace_with_a_reason() {
    let mut story = world().story("S01", "living_subsidy");
    let township = township_officer(TOWNSHIP);
    let reveal = |reason| Command::Reveal {
        field: "resident_id".to_owned(),
        reason,
    };
    assert_eq!(story.tries(&township, &reveal(None)), Err(Refusal::SentenceMissing));
    story.then(&township, &reveal(words("电话核对身份")));
    let view = |file: &str| Command::ViewDocument { file: file.to_owned() };
    assert_eq!(story.tries(&township, &view("file-1")), Err(Refusal::NoSuchDocument));
    story
        .then(&township, &ask(&["household_register"]))
        .then(&subject(), &supply("household_register"));
    story.then(&township, &view("file-1"));
}

#[test]
fn a_page_offers_what_only_typing_stands_in_the_way_of() {
    let world = world();
    let mut story = world.story("S01", "living_subsidy");
    let offered = |story: &cases::Story, actor: &Actor| {
        let setting = zhida::casework::Setting {
            now: zhida::calendar::Instant::start_of(story.today),
            calendar: &world.calendar,
            service: world.service("living_subsidy"),
        };
        zhida::casework::offered(&story.case, actor, &setting)
    };
    let first = offered(&story, &township_officer(TOWNSHIP));
    assert!(
        first.contains(&"accept") && first.contains(&"request_papers") && first.contains(&"reveal"),
        "{first:?}"
    );
    assert!(
        !first.contains(&"decide") && !first.contains(&"review") && !first.contains(&"forward"),
        "{first:?}"
    );
    assert!(offered(&story, &township_officer("430104001")).is_empty());
    story.reviewed();
    let last = offered(&story, &decider(COUNTY));
    assert!(
        last.contains(&"decide") && last.contains(&"return") && last.contains(&"correct"),
        "{last:?}"
    );
    assert!(!last.contains(&"sign_second"), "{last:?}");
    assert_eq!(
        offered(&story, &subject()),
        ["correct", "serve_letter", "change_consents", "letter_forms", "withdraw"]
    );
}

#[test]
fn what_was_brought_is_put_into_the_file_while_something_is_to_be_decided() {
    let mut story = world().story("S01", "living_subsidy");
    let officer = township_officer(TOWNSHIP);
    let scan = |kind: &str, file: &str| Command::ScanPaper {
        kind: kind.to_owned(),
        file: file.to_owned(),
    };
    assert_eq!(
        story.tries(&officer, &scan("love_letter", "a")),
        Err(Refusal::PaperNotOfService {
            kind: "love_letter".to_owned()
        })
    );
    assert_eq!(
        story.tries(&subject(), &scan("household_register", "a")),
        Err(Refusal::Denied(Denied::StaffOnly))
    );
    story.then(&officer, &scan("household_register", "a"));
    story.then(&officer, &scan("household_register", "b"));
    let given = story
        .case
        .evidence
        .iter()
        .filter(|given| given.kind == "household_register");
    let files: Vec<&str> = given.flat_map(|given| &given.files).map(String::as_str).collect();
    assert_eq!(files, ["a", "b"]);
    let view = Command::ViewDocument { file: "b".to_owned() };
    story.then(&reviewer(COUNTY), &view);
    story.reviewed();
    story.then(&decider(COUNTY), &grants(&["IN_DIBAO", "EXCLUDED_TEKUN"]));
    assert_eq!(
        story.tries(&officer, &scan("household_register", "c")),
        Err(Refusal::AlreadyDecided)
    );
}

#[test]
fn letters_wait_until_it_is_known_who_had_applied() {
    let mut story = world().story("S01", "living_subsidy");
    let officer = township_officer(TOWNSHIP);
    let seen = |filer| Seen { filer, ..SEEN };
    let confirm = |filer| Command::ConfirmIdentity { seen: seen(filer) };
    let accept = Command::Accept {
        identity: Some(seen(FilerSeen::Other)),
        papers: vec!["household_register".to_owned()],
    };
    story.then(&officer, &accept);
    assert!(story.case.identity.is_some() && !story.case.filer_seen);
    assert_eq!(
        story.tries(&officer, &confirm(FilerSeen::Other)),
        Err(Refusal::IdentityAlreadyConfirmed),
        "nothing new"
    );
    story.then(&officer, &confirm(FilerSeen::Same));
    assert!(story.case.filer_seen);
    assert_eq!(
        story.tries(&officer, &confirm(FilerSeen::Same)),
        Err(Refusal::IdentityAlreadyConfirmed)
    );
}

#[test]
fn an_event_from_before_anybody_was_asked_leaves_the_letters_open() {
    let mut story = world().story("S01", "living_subsidy");
    let old = serde_json::json!({ "kind": "identity_confirmed@1", "how": "in_person" });
    let event: Event = serde_json::from_value(old).unwrap();
    let recorded = Recorded {
        seq: 2,
        at: story.case.submitted_at,
        by: By::System,
        event,
    };
    story.case.apply(&recorded);
    assert!(story.case.filer_seen);
}

#[test]
fn only_the_person_and_their_guardian_are_linked() {
    let links = |role, how, filer| Seen { how, filer }.links(role);
    for role in SubmitterRole::ALL {
        for how in IdentityProof::ALL {
            assert!(!links(*role, *how, FilerSeen::Other), "{role:?} {how:?}");
            let expected = match role {
                SubmitterRole::Oneself => ["in_person", "home_visit", "video"].contains(&how.as_str()),
                SubmitterRole::LegalGuardian => ["representative", "home_visit"].contains(&how.as_str()),
                _ => false,
            };
            assert_eq!(links(*role, *how, FilerSeen::Opened), expected, "{role:?} {how:?}");
            let told = links(*role, *how, FilerSeen::Same);
            assert!(!told, "a number can be told: {role:?} {how:?}");
        }
    }
}

#[test]
fn an_account_is_linked_only_by_who_handed_the_case_in_with_it() {
    let mut opened = *world().story("S01", "living_subsidy").case.opened;
    let [person, other, kin] = [opened.subject.key.0.as_str(), "other", "kin"].map(|key| PersonKey(key.to_owned()));
    let filed = |account: Option<&str>| By::Resident {
        account: account.map(str::to_owned),
    };
    let officer = Kin {
        relatives: vec![kin.clone()],
        ..Kin::default()
    };
    let may = |opened: &Submitted, first, held: &[PersonKey]| may_link(opened, &filed(first), "a", held, &officer);
    assert_eq!(may(&opened, Some("a"), &[]), Ok(()));
    assert_eq!(may(&opened, Some("a"), &[person]), Ok(()));
    assert_eq!(may(&opened, None, &[]), Err(NoLink::CameLater));
    assert_eq!(may(&opened, Some("b"), &[]), Err(NoLink::CameLater));
    assert_eq!(
        may(&opened, Some("a"), std::slice::from_ref(&kin)),
        Err(NoLink::HoldsOfficersOwn)
    );
    assert_eq!(
        may(&opened, Some("a"), std::slice::from_ref(&other)),
        Err(NoLink::HoldsAnother)
    );
    opened.submitter.role = SubmitterRole::LegalGuardian;
    assert_eq!(
        may(&opened, Some("a"), &[other]),
        Ok(()),
        "a guardian may have two wards"
    );
    assert_eq!(may(&opened, Some("a"), &[kin]), Err(NoLink::HoldsOfficersOwn));
    opened.submitter.role = SubmitterRole::Relative;
    assert_eq!(may(&opened, Some("a"), &[]), Err(NoLink::Helps));
}

#[test]
fn a_consent_is_changed_whatever_became_of_the_case_but_never_the_one_it_rests_on() {
    let mut story = world().story("S01", "living_subsidy");
    let officer = township_officer(TOWNSHIP);
    let change = |to, said: Option<&str>| Command::ChangeConsents {
        changes: BTreeMap::from([(to, false)]),
        sentence: said.and_then(words),
    };
    let (village, child) = (ConsentTo::Village, ConsentTo::Child);
    assert_eq!(
        story.tries(&subject(), &change(child, None)),
        Err(Refusal::NoConsentNamed)
    );
    let none = Command::ChangeConsents {
        changes: BTreeMap::new(),
        sentence: None,
    };
    assert_eq!(story.tries(&subject(), &none), Err(Refusal::NoConsentNamed));
    assert_eq!(
        story.tries(&officer, &change(village, None)),
        Err(Refusal::SentenceMissing)
    );
    story.then(&officer, &change(village, Some("6月18日打电话说的。")));
    story.then(
        &subject(),
        &Command::Withdraw {
            sentence: None,
            seen: None,
        },
    );
    story.then(&subject(), &change(ConsentTo::OtherHelp, None));
    assert_eq!(story.case.consents.len(), 2);
}

#[test]
fn letters_come_as_the_needs_say_until_it_is_said_otherwise_even_to_none() {
    let mut story = world().story("S01", "living_subsidy");
    let officer = township_officer(TOWNSHIP);
    let mut application = world().application("S01");
    application.contact.access_needs = vec![AccessNeed::Braille, AccessNeed::HomeVisit];
    assert_eq!(story.case.letter_forms(Some(&application)), [LetterForm::Braille]);
    assert_eq!(story.case.letter_forms(None), [], "nobody said anything");
    let choose = |forms: &[LetterForm], said: Option<&str>| Command::ChooseLetterForms {
        forms: forms.to_vec(),
        sentence: said.and_then(words),
    };
    let several = [LetterForm::Audio, LetterForm::Large, LetterForm::Audio];
    assert_eq!(
        story.tries(&officer, &choose(&several, None)),
        Err(Refusal::SentenceMissing)
    );
    story.then(&officer, &choose(&several, Some("6月18日打电话说的。")));
    assert_eq!(
        story.case.letter_forms(Some(&application)),
        [LetterForm::Large, LetterForm::Audio],
        "each once, in the order of the list"
    );
    // None is a choice too, and can be made when all is over: letters still go out.
    story.then(
        &subject(),
        &Command::Withdraw {
            sentence: None,
            seen: None,
        },
    );
    story.then(&subject(), &choose(&[], None));
    assert_eq!(story.case.letter_forms(Some(&application)), []);
    assert!(story.tries(&public(), &choose(&[LetterForm::Large], None)).is_err());
}

#[test]
fn an_officer_withdraws_only_for_who_was_seen_to_sign_it() {
    let mut story = world().story("S01", "living_subsidy");
    let officer = township_officer("430626001");
    let withdraw = |seen, said: Option<&str>| Command::Withdraw {
        sentence: said.and_then(words),
        seen,
    };
    let seen = Some(IdentityProof::InPerson);
    assert_eq!(
        story.tries(&officer, &withdraw(None, Some("不申请了。"))),
        Err(Refusal::IdentityNotConfirmed)
    );
    assert_eq!(
        story.tries(&officer, &withdraw(seen, None)),
        Err(Refusal::SentenceMissing)
    );
    assert_eq!(
        story.tries(&subject(), &withdraw(seen, Some("不申请了。"))),
        Err(Refusal::Denied(Denied::StaffOnly)),
        "nobody confirms their own identity"
    );
    story.then(&officer, &withdraw(seen, Some("本人自愿撤回申请。")));
    assert_eq!(
        (story.case.phase, story.case.result),
        (Phase::Closed, Some(ResultKind::Withdrawn))
    );
    assert_eq!(story.case.identity.map(|done| done.what), seen);
}

/// The moments a case has come to, each with the office that is rated.
fn rated(story: &cases::Story) -> Vec<(Moment, OfficeKind)> {
    let moments = Moment::ALL.iter().filter(|moment| story.case.may_be_rated(**moment));
    moments
        .map(|moment| (*moment, story.case.office_rated(&story.events, *moment)))
        .collect()
}

#[test]
fn a_case_is_rated_when_it_is_accepted_handled_and_decided() {
    use Moment::{Accepted, Decided, Handled};
    use OfficeKind::{CivilAffairs, CountyFederation, Township};
    let mut story = world().story("S01", "living_subsidy");
    assert_eq!(rated(&story), []);
    story.on("2025-06-19").then(&township_officer(TOWNSHIP), &accept());
    assert_eq!(rated(&story), [(Accepted, Township)]);
    story.then(&township_officer(TOWNSHIP), &review());
    assert_eq!(rated(&story), [(Accepted, Township), (Handled, Township)]);
    story.then(&reviewer(COUNTY), &review());
    assert_eq!(rated(&story), [(Accepted, Township), (Handled, CountyFederation)]);
    story.then(&decider(COUNTY), &grants(&["IN_DIBAO"]));
    let all = [
        (Accepted, Township),
        (Handled, CountyFederation),
        (Decided, CivilAffairs),
    ];
    assert_eq!(rated(&story), all);
}

#[test]
fn papers_asked_for_are_handling_and_what_was_taken_back_is_not_rated() {
    let mut story = world().story("S01", "living_subsidy");
    story
        .on("2025-06-19")
        .then(&township_officer(TOWNSHIP), &ask(&["household_register"]));
    assert_eq!(rated(&story), [(Moment::Handled, OfficeKind::Township)]);
    let withdraw = Command::Withdraw {
        sentence: None,
        seen: None,
    };
    story.then(&subject(), &withdraw);
    assert_eq!(rated(&story), []);
}

#[test]
fn a_refusal_is_rated_once_it_is_signed() {
    let county = "430405";
    let mut story = world().story("S03", "living_subsidy");
    story.on("2025-06-19").reviewed();
    story.then(&decider(county), &refuses(&["NOT_LOW_INCOME"]));
    assert!(!story.case.may_be_rated(Moment::Decided));
    story.then(&second(county), &Command::SignSecond);
    assert!(story.case.may_be_rated(Moment::Decided));
}
