//! What the papers of a case say.

mod cases;

use cases::{World, day, decider, grants, month, refuses, second, subject, township_officer, words, world};
use zhida::access::Actor;
use zhida::casework::{Case, Command, LetterKind, Refusal, ResultKind, ServiceWay};
use zhida::letter::{
    AcceptanceLetter, DecisionLetter, ForwardingLetter, MissingPapersLetter, OfficialForm, Paper, PublicNotice,
    ReconsideredLetter, Turn,
};
use zhida::money::Fen;
use zhida::place::OfficeKind;

#[test]
fn a_grant_says_how_much_from_when_and_the_months_owed() {
    let mut story = world().story("S01", "living_subsidy");
    story
        .on("2025-07-21")
        .reviewed()
        .then(&decider("430626"), &grants(&["IN_DIBAO", "EXCLUDED_TEKUN"]));
    let letter = DecisionLetter::of(&story.events, 1).unwrap();
    assert_eq!(letter.result, ResultKind::Grant);
    let granted = letter.granted.unwrap();
    assert_eq!((granted.monthly, granted.from), (Fen(7000), month("2025-06")));
    let first = granted.first.unwrap();
    assert_eq!(
        (first.by, first.until, first.sum),
        (day("2025-08-10"), month("2025-08"), Fen(21_000))
    );
    assert_eq!(letter.notice_until, Some(day("2025-07-28")));
    assert_eq!(letter.sheet.office.kind, OfficeKind::CivilAffairs);
    assert!(
        letter.sheet.number.to_string().starts_with("〔2025〕决字ZD"),
        "{}",
        letter.sheet.number
    );
    assert_eq!(letter.sheet.service_id, "service-living-subsidy");
    let says: Vec<_> = letter
        .reasons
        .iter()
        .map(|reason| (reason.text_id.as_str(), reason.speaks_for, reason.as_check))
        .collect();
    assert_eq!(
        says,
        [("reason-in-dibao", true, false), ("reason-excluded-tekun", true, true)]
    );
    assert_eq!(letter.reasons[0].basis_id.as_deref(), Some("basis-hunan-2015-54"));
}

#[test]
fn a_refusal_says_why_what_would_change_it_and_how_to_contest_it() {
    let mut story = world().story("S03", "living_subsidy");
    story
        .on("2025-07-21")
        .reviewed()
        .then(&decider("430405"), &refuses(&["NOT_LOW_INCOME"]));
    assert_eq!(
        DecisionLetter::of(&story.events, 1),
        None,
        "no letter before the second signature"
    );
    story.then(&second("430405"), &Command::SignSecond);
    let served = Command::ServeLetter {
        letter: LetterKind::Decision,
        on: day("2025-07-25"),
        way: ServiceWay::InPerson,
        notes: std::collections::BTreeMap::new(),
    };
    story.on("2025-07-25").then(&decider("430405"), &served);
    let letter = DecisionLetter::of(&story.events, 1).unwrap();
    assert_eq!(
        (letter.result, letter.granted, letter.notice_until),
        (ResultKind::Refuse, None, None)
    );
    assert!(!letter.reasons[0].speaks_for);
    let found: Vec<_> = letter.found.iter().map(|found| found.fact.as_str()).collect();
    assert!(found.contains(&"household.aid_status"), "{found:?}");
    assert_eq!(letter.author.officer().0, "decider");
    assert_eq!(letter.second.as_ref().map(|id| id.0.as_str()), Some("second"));
    assert_eq!(letter.sheet.on, day("2025-07-21"));
    let service = world().service("living_subsidy");
    let turn = |case: &Case| DecisionLetter::turn(case, &world().catalogue, service, world().policy());
    let dibao = |open| Turn {
        text_ids: vec!["change-household-aid-status".to_owned()],
        open,
    };
    assert_eq!(turn(&story.case), dibao(false));
    // Nobody asked about something that no one can change: the way is the same, and it is not the whole answer.
    story.case.facts.remove("other.serving_sentence");
    assert_eq!(turn(&story.case), dibao(true));
}

#[test]
fn what_only_bars_has_to_end_and_nothing_else_is_advised() {
    let turn = |service: &str| {
        let story = world().story("S04", service);
        let service = world().service(service);
        DecisionLetter::turn(&story.case, &world().catalogue, service, world().policy()).text_ids
    };
    assert!(
        !turn("care_subsidy").contains(&"change-household-aid-status".to_owned()),
        "care does not ask for low income"
    );
    assert_eq!(turn("care_subsidy"), ["change-household-aid-status.otherwise"]);
    assert_eq!(turn("living_subsidy"), ["change-household-aid-status"]);
}

#[test]
fn a_basis_nobody_verified_never_stands_as_law() {
    let mut application = world().application("S01");
    application.facts.get_mut("other.serving_sentence").unwrap().value = true.into();
    let mut story = World::told(world().submitted(&application, "living_subsidy"));
    story
        .reviewed()
        .then(&decider("430626"), &refuses(&["EXCLUDED_SERVING_SENTENCE"]));
    story.then(&second("430626"), &Command::SignSecond);
    let letter = DecisionLetter::of(&story.events, 1).unwrap();
    assert_eq!(letter.reasons[0].basis_id, None);
    assert_eq!(letter.reasons[0].text_id, "reason-excluded-serving-sentence");
}

#[test]
fn the_receipt_and_the_list_of_missing_papers() {
    let mut story = world().story("S01", "living_subsidy");
    assert_eq!(AcceptanceLetter::of(&story.events, &world().calendar), None);
    let ask = Command::RequestPapers {
        papers: vec!["household_register".to_owned()],
        sentence: words("照片太暗，看不清。"),
    };
    let township = township_officer("430626001");
    story.on("2025-06-20").then(&township, &ask);
    let missing = MissingPapersLetter::of(&story.events, 1).unwrap();
    assert_eq!(missing.papers, ["household_register"]);
    assert_eq!(
        (missing.sheet.office.kind, missing.until),
        (OfficeKind::Township, day("2025-07-11"))
    );
    assert_eq!(MissingPapersLetter::of(&story.events, 2), None);
    let paper = zhida::casework::EvidenceGiven {
        kind: "household_register".to_owned(),
        files: Vec::new(),
    };
    story.then(&subject(), &Command::SupplyPapers { papers: vec![paper] });
    let accept = cases::accepts();
    story.then(&township, &accept);
    let letter = AcceptanceLetter::of(&story.events, &world().calendar).unwrap();
    assert_eq!(letter.papers, ["evidence-household-register"]);
    assert!(letter.to_come.is_empty());
    let steps: Vec<_> = letter
        .steps
        .iter()
        .map(|step| (step.text_id.as_str(), step.days))
        .collect();
    let expected = [
        ("stage-township-review", 10),
        ("stage-federation-review", 10),
        ("stage-civil-affairs-decision", 10),
        ("stage-public-notice", 5),
    ];
    assert_eq!(steps, expected);
    assert_eq!(
        letter.steps[0].until,
        Some(day("2025-07-03")),
        "the day of the pause does not count"
    );
}

#[test]
fn the_form_fills_as_the_offices_speak() {
    let mut story = world().story("S01", "living_subsidy");
    let said = |story: &cases::Story| {
        let form = OfficialForm::of(&story.case);
        form.opinions
            .into_iter()
            .map(|opinion| opinion.text_id)
            .collect::<Vec<_>>()
    };
    assert_eq!(said(&story), [None, None, None]);
    story.reviewed().then(&decider("430626"), &grants(&["IN_DIBAO"]));
    let expected = ["letter-opinion-meets", "letter-opinion-meets", "letter-result-grant"];
    assert_eq!(said(&story), expected.map(|id| Some(id.to_owned())));
    let form = OfficialForm::of(&story.case);
    assert_eq!(form.opinions[1].officer.as_ref().unwrap().0, "federation");
}

#[test]
fn a_notice_shows_a_masked_name_the_place_and_the_benefit_while_it_runs() {
    let mut story = world().story("S01", "living_subsidy");
    assert_eq!(PublicNotice::of(&story.case, story.today), None);
    story
        .on("2025-07-21")
        .reviewed()
        .then(&decider("430626"), &grants(&["IN_DIBAO"]));
    let notice = PublicNotice::of(&story.case, story.today).unwrap();
    assert_eq!(notice.township.as_str(), "430626001");
    let name = story.case.opened.subject.name.as_str();
    assert!(
        notice.name_masked != name && notice.name_masked.starts_with('陈'),
        "{}",
        notice.name_masked
    );
    assert_eq!(
        PublicNotice::of(&story.case, day("2025-07-29")),
        None,
        "removed by time"
    );
    story.on("2025-07-29").then(&Actor::System, &Command::EndNotice);
    assert_eq!(PublicNotice::of(&story.case, day("2025-07-25")), None);
    let mut minor = world().story("S02", "care_subsidy");
    let reasons = minor.case.assessment.reasons.clone();
    let reasons: Vec<&str> = reasons.iter().map(String::as_str).collect();
    minor.reviewed().then(&decider("430104"), &grants(&reasons));
    assert_eq!(PublicNotice::of(&minor.case, minor.today), None, "never a child");
}

#[test]
fn only_what_somebody_received_is_said_to_be_there() {
    let mut story = world().story("S01", "living_subsidy");
    let township = township_officer("430626001");
    let without = Command::Accept {
        identity: Some(cases::SEEN),
        papers: Vec::new(),
    };
    assert!(!story.case.has_paper("household_register"), "promised is not there");
    assert_eq!(
        story.tries(&township, &without),
        Err(Refusal::PaperNotThere {
            kind: "household_register".to_owned()
        })
    );
    // Asked for in vain: it goes on without, and the letter says so.
    let ask = Command::RequestPapers {
        papers: vec!["household_register".to_owned()],
        sentence: None,
    };
    let mut in_vain = story.clone();
    in_vain.then(&township, &ask);
    in_vain.on("2025-07-30").then(&township, &without);
    let letter = AcceptanceLetter::of(&in_vain.events, &world().calendar).unwrap();
    assert!(letter.papers.is_empty());
    assert_eq!(letter.to_come, ["evidence-household-register"]);
    // Events from before this was asked took it to be there.
    story.then(&township, &cases::accepts());
    let accepted = story.events.last_mut().unwrap();
    accepted.event = serde_json::from_str(r#"{"kind":"accepted@1"}"#).unwrap();
    let before = Case::fold(&story.events).unwrap();
    assert!(before.has_paper("household_register"));
}

#[test]
fn what_is_forwarded_goes_with_a_letter_to_the_office_of_the_hukou() {
    let mut application = world().application("S01");
    cases::hukou(&mut application, None, None);
    let mut story = World::told(world().submitted(&application, "living_subsidy"));
    assert_eq!(ForwardingLetter::of(&story.events), None, "not yet");
    let township = township_officer("430104001");
    let seen = cases::SEEN;
    let receipt = zhida::casework::Receipt {
        to: zhida::place::DivisionCode::parse("520103").unwrap(),
        office: "贵阳市云岩区民政局".to_owned(),
        number: "GZ20250620".to_owned(),
        by: Some(zhida::casework::Source::Officer),
    };
    story
        .on("2025-06-20")
        .then(&township, &Command::ConfirmIdentity { seen })
        .then(&township, &Command::Forward(receipt.clone()));
    let letter = ForwardingLetter::of(&story.events).unwrap();
    assert_eq!((letter.receipt, letter.sheet.on), (receipt, day("2025-06-20")));
    assert_eq!(letter.sheet.office.kind, OfficeKind::Township);
    let number = letter.sheet.number.to_string();
    assert!(number.starts_with("〔2025〕转字ZD"), "{number}");
}

/// Every letter of a story as it stands: all that went out, first to last.
fn letters(story: &cases::Story) -> Vec<String> {
    let (events, calendar) = (&story.events, &world().calendar);
    let mut letters = Vec::new();
    for paper in Paper::ALL {
        for turn in 1..=paper.count(events) {
            letters.push(match paper {
                Paper::Acceptance => format!("{:?}", AcceptanceLetter::of(events, calendar)),
                Paper::MissingPapers => format!("{:?}", MissingPapersLetter::of(events, turn)),
                Paper::Decision => format!("{:?}", DecisionLetter::of(events, turn)),
                Paper::Reconsidered => format!("{:?}", ReconsideredLetter::of(events, turn, calendar)),
                Paper::Forwarding => format!("{:?}", ForwardingLetter::of(events)),
            });
        }
    }
    letters
}

#[test]
fn a_letter_never_changes_once_it_went_out() {
    let ask = |kind: &str| Command::RequestPapers {
        papers: vec![kind.to_owned()],
        sentence: words("看不清。"),
    };
    let supply = |kind: &str| Command::SupplyPapers {
        papers: vec![zhida::casework::EvidenceGiven {
            kind: kind.to_owned(),
            files: Vec::new(),
        }],
    };
    let review = Command::Review {
        opinion: zhida::casework::Opinion::Meets,
        sentence: words("属实。"),
    };
    let serve = |letter, date: &str| Command::ServeLetter {
        letter,
        on: day(date),
        way: ServiceWay::InPerson,
        notes: std::collections::BTreeMap::new(),
    };
    let annul = Command::ContestOutcome {
        outcome: zhida::casework::Reconsidered {
            result: zhida::casework::ReconsideredAs::AnnulledForProcedure,
            number: "平政复决〔2025〕12号".to_owned(),
            on: day("2025-08-20"),
            served_on: None,
            pays: None,
            again_by: None,
        },
        sentence: words("没有查清。"),
    };
    let part = grants(&["IN_DIBAO"]);
    let (township, supervisor) = (township_officer("430626001"), cases::supervisor("430626"));
    let federation = cases::reviewer("430626");
    let third = Actor::Officer(cases::officer(
        "third",
        zhida::access::Role::CivilAffairsDecider,
        "430626",
    ));
    let accept = cases::accepts();
    let contest = Command::Contest {
        sentence: words("少了。"),
    };
    let mut story = world().story("S01", "living_subsidy");
    let steps: [(&str, &Actor, Command); 14] = [
        ("2025-06-19", &township, ask("household_register")),
        ("2025-06-20", &township, supply("household_register")),
        ("2025-06-23", &supervisor, ask("payment_account")),
        ("2025-06-24", &township, supply("payment_account")),
        ("2025-06-25", &township, accept),
        ("2025-06-26", &township, review.clone()),
        ("2025-06-27", &federation, review),
        ("2025-06-30", &decider("430626"), part),
        ("2025-07-14", &Actor::System, Command::EndNotice),
        ("2025-07-15", &township, serve(LetterKind::Decision, "2025-07-15")),
        ("2025-07-20", &subject(), contest),
        ("2025-08-21", &supervisor, annul),
        ("2025-08-25", &third, grants(&["IN_DIBAO"])),
        ("2025-09-02", &Actor::System, Command::EndNotice),
    ];
    let mut went_out: Vec<String> = Vec::new();
    for (date, actor, command) in steps {
        story.on(date).then(actor, &command);
        let now = letters(&story);
        for letter in &went_out {
            assert!(now.contains(letter), "after {} of {date}: {letter}", command.name());
        }
        assert!(now.iter().all(|letter| letter.starts_with("Some")), "{now:?}");
        went_out = now;
    }
    assert_eq!(
        went_out.len(),
        6,
        "one accepted, two lists, two decisions, one reconsidered"
    );
}
