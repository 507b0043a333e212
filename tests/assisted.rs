//! 帮代办、上门办: what an officer who files for somebody puts on record, and what they may not do afterwards.

#![expect(clippy::unwrap_used, reason = "a test that cannot tell its story has failed")]

mod cases;

use cases::{accepts, day, entered_by, officer, public, subject, supervisor, township_officer, words, world};
use zhida::access::{Actor, Denied, Kin, OfficerId, PersonKey, Post, Role, may_file_for};
use zhida::apply::{
    Draft, Hukou, Made, MadePlace, MadeProblem, MadeWay, PageAnswer, PageId, PageProblem, PaperFile, PersonAnswer,
    STATEMENT_PAPER, Wrong, course, made_field, read_page, typed_page,
};
use zhida::calendar::{Instant, Limit, Month};
use zhida::casework::{Case, Command, Event, LetterKind, Recorded, Refusal, ServiceWay, offered};
use zhida::person::{PersonName, ResidentId, SubmitterRole};
use zhida::place::{DivisionCode, TownshipCode};

fn today() -> zhida::calendar::Date {
    day("2025-06-18")
}

/// A draft that an officer of the person's township has begun.
fn draft() -> Draft {
    let mut draft = Draft::default();
    let person = PersonAnswer {
        name: PersonName::parse("陈德明").unwrap(),
        resident_id: ResidentId::parse("430405195303039997").unwrap(),
    };
    let township = TownshipCode::parse("430405007").unwrap();
    draft.assisted = Some(entered_by("township-1", township, today()).by);
    draft.save(&PageId::Whom, PageAnswer::Whom(SubmitterRole::Oneself));
    draft.save(&PageId::Person, PageAnswer::Person(person));
    let hukou = Hukou::In(DivisionCode::parse("430405").unwrap());
    draft.save(&PageId::Hukou, PageAnswer::Hukou(hukou));
    draft
}

/// What an officer types who has seen the person sign at home.
const SIGNED: &[(&str, &str)] = &[
    (made_field::PLACE, "home"),
    (made_field::WAY, "signature"),
    ("made-on-year", "2025"),
    ("made-on-month", "6"),
    ("made-on-day", "17"),
    (made_field::READ_OUT, "yes"),
];

/// The same with other answers, and more of them.
fn typed(more: &[(&str, &str)]) -> Vec<(String, String)> {
    let typed = SIGNED.iter().chain(more);
    typed
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn read(draft: &Draft, typed: &[(String, String)]) -> Result<Made, Vec<PageProblem>> {
    let catalogue = &world().catalogue;
    let looked_at = course(catalogue, &catalogue.shipped, draft, None, today()).unwrap();
    match read_page(catalogue, &looked_at, draft, &PageId::Made, typed, today())? {
        PageAnswer::Made(made) => Ok(made),
        other => unreachable!("{other:?}"),
    }
}

fn wrong(draft: &Draft, more: &[(&str, &str)]) -> Vec<(String, Wrong)> {
    let problems = read(draft, &typed(more)).unwrap_err();
    problems
        .into_iter()
        .map(|problem| (problem.field.into_owned(), problem.what))
        .collect()
}

#[test]
fn only_an_officers_draft_asks_how_the_person_said_it() {
    let mut draft = draft();
    let pages = |draft: &Draft| {
        let catalogue = &world().catalogue;
        course(catalogue, &catalogue.shipped, draft, None, today())
            .unwrap()
            .pages
    };
    let asked = pages(&draft);
    let at = |page: &PageId| asked.iter().position(|known| known == page);
    let statement = PageId::Paper(STATEMENT_PAPER.to_owned());
    assert!(at(&PageId::Consents) < at(&PageId::Made) && at(&PageId::Made) < at(&statement));
    assert!(
        at(&statement) < at(&PageId::Check),
        "before everything is looked through"
    );
    draft.assisted = None;
    let asked = pages(&draft);
    assert!(!asked.contains(&PageId::Made) && !asked.contains(&statement));
}

#[test]
fn what_was_typed_is_kept_and_typed_again_alike() {
    let mut draft = draft();
    let witness = [
        (made_field::WITNESS, "周丽华"),
        (made_field::RELATION, " 邻居 "),
        (made_field::LAST_FOUR, "００１x"),
    ];
    let made = read(&draft, &typed(&witness)).unwrap();
    assert_eq!((made.place, made.way), (MadePlace::Home, MadeWay::Signature));
    let seen = made.witness.as_ref().unwrap();
    assert_eq!((seen.relation.as_str(), seen.last_four.as_str()), ("邻居", "001X"));
    draft.save(&PageId::Made, PageAnswer::Made(made.clone()));
    let again = typed_page(&world().catalogue, &draft, &PageId::Made);
    assert_eq!(read(&draft, &again).unwrap(), made);
}

#[test]
fn every_mistake_stands_beside_its_field() {
    let draft = draft();
    let nothing = read(&draft, &[]).unwrap_err();
    let fields: Vec<&str> = nothing.iter().map(|problem| problem.field.as_ref()).collect();
    assert_eq!(
        fields,
        [made_field::PLACE, made_field::WAY, made_field::ON, made_field::READ_OUT]
    );
    let field = |name: &str, what| (name.to_owned(), what);
    assert_eq!(
        wrong(&draft, &[(made_field::READ_OUT, "no")]),
        [field(made_field::READ_OUT, Wrong::Made(MadeProblem::NotReadOut))]
    );
    // The last one of two answers counts, as everywhere.
    assert_eq!(
        wrong(&draft, &[("made-on-year", "2024")]),
        [field(made_field::ON, Wrong::Made(MadeProblem::TooLongAgo { days: 90 }))]
    );
    assert_eq!(
        wrong(&draft, &[(made_field::WAY, "witness")])
            .into_iter()
            .map(|(field, _)| field)
            .collect::<Vec<_>>(),
        [made_field::WITNESS, made_field::RELATION, made_field::LAST_FOUR],
        "who heard it is named"
    );
    let half = [(made_field::WITNESS, "周丽华"), (made_field::LAST_FOUR, "12345")];
    assert_eq!(
        wrong(&draft, &half),
        [
            field(made_field::RELATION, Wrong::TextMissing),
            field(made_field::LAST_FOUR, Wrong::Made(MadeProblem::LastFour))
        ]
    );
    // An office outside is named where it received it, and nowhere else.
    assert_eq!(
        wrong(&draft, &[(made_field::OFFICE, "福田区民政局")]),
        [field(
            made_field::OFFICE,
            Wrong::Made(MadeProblem::NotReceivedElsewhere)
        )]
    );
    let received = [
        (made_field::PLACE, "receiving_office"),
        (made_field::OFFICE, "福田区民政局"),
        (made_field::NUMBER, "SZ-1"),
        ("received-on-year", "2025"),
        ("received-on-month", "6"),
        ("received-on-day", "16"),
    ];
    assert_eq!(
        wrong(&draft, &received),
        [field(
            made_field::RECEIVED,
            Wrong::Made(MadeProblem::ReceivedBeforeMade)
        )]
    );
    let mut elsewhere = draft.clone();
    elsewhere.save(&PageId::Hukou, PageAnswer::Hukou(Hukou::Outside));
    let received = [&received[..5], &[("received-on-day", "17")]].concat();
    assert!(read(&draft, &typed(&received)).unwrap().received.is_some());
    assert_eq!(
        wrong(&elsewhere, &received),
        [field(made_field::PLACE, Wrong::Made(MadeProblem::ReceivedForElsewhere))]
    );
}

#[test]
fn a_statement_is_about_the_answers_it_was_made_about() {
    let mut draft = draft();
    let made = read(&draft, &typed(&[])).unwrap();
    let mark = draft.answers_mark();
    draft.save(&PageId::Made, PageAnswer::Made(made));
    let scan = |media: &str| PaperFile {
        id: "1".to_owned(),
        name: "签字".to_owned(),
        size: 1,
        at: Instant::from_epoch_ms(0),
        media: Some(media.to_owned()),
    };
    draft.add_file(STATEMENT_PAPER, scan("image/jpeg"));
    assert!(
        draft.made_about_this().is_some(),
        "keeping it changes nothing of what was said"
    );
    assert_eq!(draft.answers_mark(), mark);
    draft.save(&PageId::Access, PageAnswer::Access(Vec::new()));
    assert!(draft.made_about_this().is_none() && draft.answers_mark() != mark);
    // The paper that was signed before says nothing of the new answers; one that is sent now does.
    let again = read(&draft, &typed(&[])).unwrap();
    assert!(!again.is_shown_by(&scan("image/jpeg")));
    draft.save(&PageId::Made, PageAnswer::Made(again.clone()));
    assert_eq!(read(&draft, &typed(&[])).unwrap(), again, "said twice, it is the same");
    let newer = PaperFile {
        id: "2".to_owned(),
        ..scan("image/jpeg")
    };
    assert!(again.is_shown_by(&newer));
    // What was said is a recording, what was signed is none.
    assert!(MadeWay::Signature.is_shown_by(&scan("image/jpeg")) && !MadeWay::Voice.is_shown_by(&scan("image/jpeg")));
    assert!(MadeWay::Voice.is_shown_by(&scan("audio/mpeg")) && !MadeWay::ThumbPrint.is_shown_by(&scan("audio/mpeg")));
}

#[test]
fn nobody_files_for_themselves_or_their_people_or_without_the_post() {
    let person = PersonKey("subject".to_owned());
    let mut clerk = officer("township-1", Role::TownshipOfficer, "430405007");
    let post = may_file_for(&clerk, &person, today());
    assert!(matches!(
        post,
        Ok(Post {
            role: Role::TownshipOfficer,
            ..
        })
    ));
    clerk.kin = Kin {
        own: Some(person.clone()),
        ..Kin::default()
    };
    assert_eq!(may_file_for(&clerk, &person, today()), Err(Denied::OwnCase));
    clerk.kin = Kin {
        relatives: vec![person.clone()],
        ..Kin::default()
    };
    assert_eq!(may_file_for(&clerk, &person, today()), Err(Denied::RelativesCase));
    for role in [Role::FederationReviewer, Role::CivilAffairsDecider, Role::Supervisor] {
        let other = officer("other", role, "430405");
        assert_eq!(
            may_file_for(&other, &person, today()),
            Err(Denied::OtherRole),
            "{role:?}"
        );
    }
}

/// A case that the township's officer filed, and those who work on it.
fn filed() -> (cases::Story, Actor, Actor) {
    let mut application = world().application("S01");
    let township = application.hukou_township.unwrap();
    application.assisted = Some(entered_by("filer", township, application.submitted_on));
    let submitted = world().submitted(&application, "living_subsidy");
    let filer = Actor::Officer(officer("filer", Role::TownshipOfficer, township.as_str()));
    (
        cases::World::told(submitted),
        filer,
        township_officer(township.as_str()),
    )
}

#[test]
fn who_filed_it_hands_it_to_a_colleague() {
    let (mut story, filer, colleague) = filed();
    let mine = Err(Refusal::Denied(Denied::EnteredByThem));
    for command in [Command::Claim, accepts()] {
        assert_eq!(story.tries(&filer, &command), mine, "{}", command.name());
        assert!(story.tries(&colleague, &command).is_ok());
    }
    let county = story.case.opened.place.county;
    let to_filer = Command::Reassign {
        to: OfficerId("filer".to_owned()),
    };
    assert_eq!(
        story.tries(&supervisor(county.as_str()), &to_filer),
        Err(Refusal::AssigneeEnteredIt)
    );
    // What the person gives them they bring on.
    let note = Command::Note {
        sentence: words("下次带户口簿来。"),
    };
    assert!(story.tries(&filer, &note).is_ok());
    let setting = zhida::casework::Setting {
        now: Instant::start_of(story.today),
        calendar: &world().calendar,
        service: world().service("living_subsidy"),
    };
    let may = offered(&story.case, &filer, &setting);
    assert!(
        !may.contains(&"claim") && !may.contains(&"accept") && may.contains(&"note"),
        "{may:?}"
    );
    story.reviewed();
    assert!(story.case.is_deciding_stage());
    // Nobody outside the offices becomes another by it.
    assert!(story.tries(&subject(), &Command::Claim).is_err() && story.tries(&public(), &Command::Claim).is_err());
    let serve = Command::ServeLetter {
        letter: LetterKind::Acceptance,
        on: story.today,
        way: ServiceWay::InPerson,
        notes: std::collections::BTreeMap::new(),
    };
    assert!(
        story.tries(&filer, &serve).is_ok(),
        "a letter can be brought to the door"
    );
}

#[test]
fn the_statement_stays_as_it_was_made() {
    let mut application = world().application("S01");
    let township = application.hukou_township.unwrap();
    application.assisted = Some(entered_by("filer", township, application.submitted_on));
    application.evidence.push(zhida::apply::Paper {
        kind: STATEMENT_PAPER.to_owned(),
        files: Vec::new(),
        bring_to_office: false,
        to_be_confirmed: false,
        shown_by: None,
    });
    let story = cases::World::told(world().submitted(&application, "living_subsidy"));
    let another = Command::ScanPaper {
        kind: STATEMENT_PAPER.to_owned(),
        file: "another".to_owned(),
    };
    let kind = STATEMENT_PAPER.to_owned();
    for actor in [
        township_officer(township.as_str()),
        Actor::Officer(officer("filer", Role::TownshipOfficer, township.as_str())),
    ] {
        assert_eq!(
            story.tries(&actor, &another),
            Err(Refusal::PaperNotOfService { kind: kind.clone() })
        );
    }
}

#[test]
fn months_count_from_the_receiving_office_and_days_from_here() {
    let mut application = world().application("S06");
    let township = application.hukou_township.unwrap();
    let mut assisted = entered_by("filer", township, day("2025-05-29"));
    assisted.made.place = MadePlace::ReceivingOffice;
    assisted.made.received = Some(zhida::apply::Received {
        office: "深圳市福田区民政局".to_owned(),
        number: "SZ-1".to_owned(),
        on: day("2025-05-30"),
    });
    application.assisted = Some(assisted);
    application.submitted_on = day("2025-05-30");
    let submitted = world().submitted(&application, "living_subsidy");
    assert_eq!(Month::of(submitted.on), Month::parse("2025-05").unwrap());
    let first = Recorded {
        seq: 1,
        at: Instant::start_of(day("2025-06-18")),
        by: zhida::access::By::System,
        event: Event::Submitted(Box::new(submitted)),
    };
    let case = Case::fold(std::slice::from_ref(&first)).unwrap();
    let clock = case.clock(&world().calendar).unwrap();
    assert_eq!(
        clock.started_on,
        day("2025-06-18"),
        "the offices here have it since then"
    );
    assert!(matches!(clock.limit, Limit::WorkingDays(days) if days > 0));
}

#[test]
fn a_hukou_elsewhere_is_received_where_it_was_filed() {
    let mut application = world().application("S01");
    cases::hukou(&mut application, None, None);
    application.residence.township = TownshipCode::parse("430405007");
    let counter = TownshipCode::parse("430104001").unwrap();
    application.assisted = Some(entered_by("filer", counter, application.submitted_on));
    assert_eq!(application.receiving_township(), Some(counter));
    let story = cases::World::told(world().submitted(&application, "living_subsidy"));
    let filer = Actor::Officer(officer("filer", Role::TownshipOfficer, counter.as_str()));
    let receipt = zhida::casework::Receipt {
        to: DivisionCode::parse("520103").unwrap(),
        office: "云岩区民政局".to_owned(),
        number: String::new(),
        by: Some(zhida::casework::Source::Officer),
    };
    assert_eq!(
        story.tries(&filer, &Command::Forward(receipt)),
        Err(Refusal::Denied(Denied::EnteredByThem))
    );
    assert!(story.case.opened.terms.forward_only);
}
