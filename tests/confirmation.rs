//! What a second person confirms: a case waits for it and says for whom; nobody confirms what they filed, and nobody
//! decides what they put on record.

#![expect(
    clippy::unwrap_used,
    reason = "a helper of tests: what does not work has failed the test"
)]

mod cases;

use cases::{
    SEEN, World, decider, grants, officer, reviewer, second, subject, supervisor, township_officer, words, world,
};
use proptest::prelude::*;
use zhida::access::{Actor, Denied, Kin, PersonKey, Resident, Role, Standing};
use zhida::apply::{Application, Paper};
use zhida::casework::{
    Answered, AskWay, Command, ConfirmedHow, Event, PAPERS_NOT_SUPPLIED, Phase, Refusal, Second, offered,
};
use zhida::catalogue::{Catalogue, SecondPerson};
use zhida::person::{PersonName, ResidentId, SubmitterRole};

const PERSON: &str = "filed_for_me";
const GUARDIAN: &str = "filed_for_my_child";
const LETTER: &str = "authorization_letter";
const COUNTY: &str = "430626";
const TOWNSHIP: &str = "430626001";

fn name(text: &str) -> PersonName {
    PersonName::parse(text).unwrap()
}

/// One of the ten people, for whom somebody else filed and promised the letter of authority.
fn filed_by(id: &str, role: SubmitterRole) -> Application {
    let mut application = world().application(id);
    application.submitter.role = role;
    application.submitter.name = name("陈小明");
    application.evidence.push(Paper {
        kind: LETTER.to_owned(),
        files: Vec::new(),
        bring_to_office: true,
        to_be_confirmed: false,
        shown_by: None,
    });
    application
}

fn story() -> cases::Story {
    World::told(world().submitted(&filed_by("S01", SubmitterRole::Relative), "living_subsidy"))
}

fn childs() -> cases::Story {
    World::told(world().submitted(&filed_by("S02", SubmitterRole::Relative), "care_subsidy"))
}

fn resident(standing: Standing) -> Actor {
    Actor::Resident(Resident {
        account: None,
        standing,
    })
}

fn asked() -> Actor {
    resident(Standing::Second)
}

fn asks(id: &str, whom: Option<Second>, way: AskWay) -> Command {
    Command::AskConfirmation {
        id: id.to_owned(),
        whom,
        way,
    }
}

fn named(text: &str, key: Option<&str>) -> Second {
    Second {
        name: name(text),
        key: key.map(|key| PersonKey(key.to_owned())),
        last_four: key.map(|_| "9996".to_owned()),
    }
}

fn confirms(id: &str, agreed: bool) -> Command {
    Command::Confirm {
        id: id.to_owned(),
        agreed,
        sentence: None,
    }
}

fn records(id: &str, who: Second, how: ConfirmedHow, agreed: bool) -> Command {
    Command::RecordConfirmation(Answered {
        id: id.to_owned(),
        who,
        how,
        agreed,
        witness: None,
        sentence: words("问清楚了，说同意由儿子代办。"),
    })
}

fn accepts(papers: &[&str]) -> Command {
    Command::Accept {
        identity: Some(SEEN),
        papers: papers.iter().map(|kind| (*kind).to_owned()).collect(),
    }
}

fn lists(papers: &[&str]) -> Command {
    Command::RequestPapers {
        papers: papers.iter().map(|kind| (*kind).to_owned()).collect(),
        sentence: None,
    }
}

fn waits(story: &cases::Story) -> Vec<&str> {
    story
        .case
        .open_confirmations()
        .map(|open| open.needs.id.as_str())
        .collect()
}

#[test]
fn who_is_asked_is_settled_when_the_case_begins() {
    let of = |id, role| {
        let submitted = world().submitted(&filed_by(id, role), "care_subsidy");
        let ids = submitted.confirmations.iter();
        ids.map(|needs| (needs.id.clone(), needs.who)).collect::<Vec<_>>()
    };
    let person = vec![(PERSON.to_owned(), SecondPerson::Person)];
    let guardian = vec![(GUARDIAN.to_owned(), SecondPerson::Guardian)];
    assert_eq!(of("S01", SubmitterRole::Relative), person);
    assert_eq!(of("S01", SubmitterRole::EntrustedAgent), person);
    assert_eq!(of("S02", SubmitterRole::Relative), guardian, "a child of five");
    // Whom the application asks for no letter of authority, nobody else has to say yes for.
    let mut without = filed_by("S01", SubmitterRole::LegalGuardian);
    without.evidence.pop();
    assert!(world().submitted(&without, "care_subsidy").confirmations.is_empty());
    let own = filed_by("S01", SubmitterRole::Oneself);
    assert!(
        world().submitted(&own, "care_subsidy").confirmations.is_empty(),
        "their own"
    );
    // On the day before they are eighteen a guardian is asked, from the birthday on they themselves.
    let mut ward = filed_by("S02", SubmitterRole::Relative);
    let born = ward.subject.resident_id.birth_date();
    let birthday = born.replace_year(born.year() + 18).unwrap();
    for (day, who) in [
        (birthday.previous_day().unwrap(), SecondPerson::Guardian),
        (birthday, SecondPerson::Person),
    ] {
        ward.submitted_on = day;
        let submitted = world().submitted(&ward, "care_subsidy");
        assert_eq!(submitted.confirmations[0].who, who, "{day}");
    }
    // Where the place only forwards it, the place of the hukou asks.
    let mut outside = filed_by("S01", SubmitterRole::Relative);
    cases::hukou(&mut outside, None, None);
    assert!(world().submitted(&outside, "living_subsidy").confirmations.is_empty());
}

#[test]
fn the_case_is_not_accepted_before_and_goes_on_after() {
    let mut story = story();
    let township = township_officer(TOWNSHIP);
    let open = Refusal::ConfirmationOpen { id: PERSON.to_owned() };
    assert_eq!(waits(&story), [PERSON]);
    assert_eq!(story.tries(&township, &accepts(&["household_register"])), Err(open));
    // The signed letter does as well: nobody needs a telephone.
    assert!(
        story
            .tries(&township, &accepts(&["household_register", LETTER]))
            .is_ok()
    );
    story.then(&resident(Standing::Filer), &asks(PERSON, None, AskWay::Code));
    story.then(&asked(), &confirms(PERSON, true));
    assert!(waits(&story).is_empty());
    story.then(&township, &accepts(&["household_register"]));
    assert_eq!(
        story.tries(&asked(), &confirms(PERSON, true)),
        Err(Refusal::AlreadyConfirmed),
        "a second time"
    );
}

#[test]
fn only_who_was_asked_answers_with_a_code_and_only_once_asked() {
    let mut story = story();
    let filer = resident(Standing::Filer);
    assert_eq!(story.tries(&asked(), &confirms(PERSON, true)), Err(Refusal::NotAsked));
    story.then(&filer, &asks(PERSON, None, AskWay::Office));
    assert_eq!(
        story.tries(&asked(), &confirms(PERSON, true)),
        Err(Refusal::NotAsked),
        "they said that they come"
    );
    story.then(&filer, &asks(PERSON, None, AskWay::Code));
    for other in [filer, subject(), resident(Standing::Public)] {
        let tried = story.tries(&other, &confirms(PERSON, true));
        assert_eq!(tried, Err(Denied::SecondOnly.into()), "{other:?}");
    }
    let township = township_officer(TOWNSHIP);
    assert_eq!(
        story.tries(&township, &confirms(PERSON, true)),
        Err(Denied::ResidentOnly.into()),
        "an officer records it as what it is"
    );
    let device = records(PERSON, named("王某", None), ConfirmedHow::Device, true);
    assert_eq!(story.tries(&township, &device), Err(Denied::ResidentOnly.into()));
    assert_eq!(
        story.tries(&asked(), &confirms("elsewhere", true)),
        Err(Refusal::NothingToConfirm)
    );
}

#[test]
fn nobody_is_named_to_confirm_what_they_filed() {
    let story = childs();
    let filer = resident(Standing::Filer);
    let tries = |whom| story.tries(&filer, &asks(GUARDIAN, whom, AskWay::Code));
    assert_eq!(tries(None), Err(Refusal::SecondPersonMissing));
    assert_eq!(tries(Some(named("陈小明", None))), Err(Refusal::OwnConfirmation));
    assert_eq!(
        tries(Some(named("王芳", Some("submitter")))),
        Err(Refusal::OwnConfirmation)
    );
    assert_eq!(
        tries(Some(named("王芳", Some("subject")))),
        Err(Refusal::OwnConfirmation)
    );
    assert!(
        tries(Some(named("陈小明", Some("another")))).is_ok(),
        "of the same name"
    );
    let township = township_officer(story.case.opened.place.township.as_str());
    let own = records(GUARDIAN, named("陈小明", Some("submitter")), ConfirmedHow::Window, true);
    assert_eq!(story.tries(&township, &own), Err(Refusal::OwnConfirmation));
}

#[test]
fn a_no_holds_the_case_whatever_paper_there_is_until_they_say_yes() {
    let mut story = story();
    let township = township_officer(TOWNSHIP);
    story.then(&resident(Standing::Filer), &asks(PERSON, None, AskWay::Code));
    story.then(&asked(), &confirms(PERSON, false));
    let refused = Err(Refusal::ConfirmationRefused { id: PERSON.to_owned() });
    assert_eq!(
        story.tries(&township, &accepts(&["household_register", LETTER])),
        refused
    );
    story.then(
        &township,
        &Command::ScanPaper {
            kind: LETTER.to_owned(),
            file: "scan".to_owned(),
        },
    );
    assert_eq!(story.tries(&township, &accepts(&["household_register"])), refused);
    // They may be asked again, and may say otherwise at the window.
    story.then(&resident(Standing::Filer), &asks(PERSON, None, AskWay::Code));
    assert_eq!(story.tries(&township, &accepts(&["household_register"])), refused);
    story.then(
        &township,
        &records(PERSON, named("王某", None), ConfirmedHow::Window, true),
    );
    story.then(&township, &accepts(&["household_register"]));
    // And they may take it back until it is decided: then nothing is granted.
    let review = Command::Review {
        opinion: zhida::casework::Opinion::Meets,
        sentence: words("材料齐全。"),
    };
    story.then(&township, &review).then(&reviewer(COUNTY), &review);
    story.then(
        &township,
        &records(PERSON, named("王某", None), ConfirmedHow::Telephone, false),
    );
    assert_eq!(story.tries(&decider(COUNTY), &grants(&["IN_DIBAO"])), refused);
    story.then(
        &township,
        &records(PERSON, named("王某", None), ConfirmedHow::Home, true),
    );
    story.then(&decider(COUNTY), &grants(&["IN_DIBAO"]));
}

#[test]
fn it_waits_as_its_paper_does_and_the_list_ends_the_wait() {
    // Asked for with one list, the clock stands still and goes on once it is confirmed.
    let mut confirmed = story();
    let township = township_officer(TOWNSHIP);
    confirmed.then(&resident(Standing::Filer), &asks(PERSON, None, AskWay::Code));
    assert!(
        confirmed.case.pause(confirmed.today).is_none(),
        "nobody's silence stops an office's clock"
    );
    confirmed.then(&township, &lists(&[LETTER]));
    assert!(confirmed.case.pause(confirmed.today).is_some());
    confirmed.then(&asked(), &confirms(PERSON, true));
    assert!(confirmed.case.open_list().is_none() && confirmed.case.pause(confirmed.today).is_none());
    // A list with something else on it waits for that.
    let mut more = story();
    more.then(&resident(Standing::Filer), &asks(PERSON, None, AskWay::Code));
    more.then(&township, &lists(&[LETTER, "payment_account"]));
    more.then(&asked(), &confirms(PERSON, true));
    assert!(more.case.open_list().is_some());
    // Where its day passes the offices go on; they refuse, and grant nothing.
    let mut silent = story();
    silent.then(&township, &lists(&[LETTER]));
    silent.today = silent.case.open_list().unwrap().until.next_day().unwrap();
    silent.then(&township, &accepts(&["household_register"]));
    let review = Command::Review {
        opinion: zhida::casework::Opinion::Doubtful,
        sentence: words("没有本人的同意。"),
    };
    silent.then(&township, &review).then(&reviewer(COUNTY), &review);
    let open = Err(Refusal::ConfirmationOpen { id: PERSON.to_owned() });
    assert_eq!(silent.tries(&decider(COUNTY), &grants(&["IN_DIBAO"])), open);
    assert!(
        silent
            .tries(&decider(COUNTY), &cases::refuses(&[PAPERS_NOT_SUPPLIED]))
            .is_ok()
    );
}

#[test]
fn an_officer_records_what_they_heard_but_of_nobodys_kin_and_decides_nothing_on_it() {
    let mut story = childs();
    let who = || named("王芳", Some("guardian"));
    let record = records(GUARDIAN, who(), ConfirmedHow::Window, true);
    let related = |kin: Kin, role, division| {
        let mut related = officer("related", role, division);
        related.kin = kin;
        Actor::Officer(related)
    };
    let kin = Kin {
        relatives: vec![PersonKey("guardian".to_owned())],
        ..Kin::default()
    };
    let township = story.case.opened.place.township.to_string();
    let county = story.case.opened.place.county.to_string();
    let theirs = related(kin.clone(), Role::TownshipOfficer, &township);
    assert_eq!(story.tries(&theirs, &record), Err(Denied::RelativesCase.into()));
    // Once it is known who they are, their people keep away from the whole case.
    story.then(
        &resident(Standing::Filer),
        &asks(GUARDIAN, Some(who()), AskWay::Statement),
    );
    assert_eq!(
        story.tries(&theirs, &accepts(&["household_register", LETTER])),
        Err(Denied::RelativesCase.into())
    );
    let unsaid = Command::RecordConfirmation(Answered {
        id: GUARDIAN.to_owned(),
        who: who(),
        how: ConfirmedHow::Telephone,
        agreed: true,
        witness: None,
        sentence: None,
    });
    let civil = decider(&county);
    assert_eq!(story.tries(&civil, &unsaid), Err(Refusal::SentenceMissing));
    // Any office that has the case may; who does, decides nothing that rests on it.
    story.then(&civil, &record);
    story.then(&township_officer(&township), &accepts(&["household_register"]));
    let review = Command::Review {
        opinion: zhida::casework::Opinion::Meets,
        sentence: words("材料齐全。"),
    };
    story
        .then(&township_officer(&township), &review)
        .then(&reviewer(&county), &review);
    assert_eq!(story.tries(&civil, &Command::Claim), Err(Refusal::CheckedBefore));
    assert_eq!(
        story.tries(&civil, &grants(&["GRADE_1_2"])),
        Err(Refusal::CheckedBefore)
    );
    assert!(story.tries(&second(&county), &grants(&["GRADE_1_2"])).is_ok());
    let elsewhere = township_officer("430626100");
    assert_eq!(story.tries(&elsewhere, &record), Err(Denied::OtherDivision.into()));
}

#[test]
fn a_case_that_is_over_confirms_nothing() {
    let mut story = story();
    story.then(&resident(Standing::Filer), &asks(PERSON, None, AskWay::Code));
    story.then(
        &subject(),
        &Command::Withdraw {
            sentence: None,
            seen: None,
        },
    );
    assert_eq!(story.tries(&asked(), &confirms(PERSON, true)), Err(Refusal::Closed));
    assert_eq!(
        story.tries(&resident(Standing::Filer), &asks(PERSON, None, AskWay::Code)),
        Err(Refusal::Closed)
    );
}

#[test]
fn the_page_offers_it_where_somebody_is_waited_for() {
    let world = world();
    let offers = |story: &cases::Story, actor: &Actor| {
        let setting = zhida::casework::Setting {
            now: zhida::calendar::Instant::start_of(story.today),
            calendar: &world.calendar,
            service: world.service(&story.case.opened.service),
        };
        offered(&story.case, actor, &setting)
    };
    let waiting = story();
    let township = township_officer(TOWNSHIP);
    assert!(offers(&waiting, &township).contains(&"record_confirmation"));
    assert!(
        offers(&waiting, &township).contains(&"accept"),
        "the letter may be ticked"
    );
    assert!(offers(&childs(), &supervisor("430104")).contains(&"record_confirmation"));
    assert!(offers(&waiting, &resident(Standing::Filer)).contains(&"ask_confirmation"));
    let nobody = world.story("S01", "living_subsidy");
    assert!(!offers(&nobody, &township).contains(&"record_confirmation"));
    assert!(!offers(&nobody, &resident(Standing::Filer)).contains(&"ask_confirmation"));
}

fn catalogue_with(confirmations: &str) -> Result<Catalogue, String> {
    let mut files = cases::shipped::files();
    let own = files.iter_mut().find(|file| file.path == "confirmations.toml").unwrap();
    confirmations.clone_into(&mut own.text);
    Catalogue::load(&files).map_err(|problem| problem.to_string())
}

#[test]
fn a_mistake_in_the_file_is_told_with_its_place() {
    let entry = |lines: &str| format!("[[confirmation]]\nid = \"one\"\n{lines}\n");
    for (lines, told) in [
        (
            "who = \"neighbour\"\npaper = \"certificate\"",
            "confirmations.toml:3:7: ",
        ),
        (
            "who = \"landlord\"",
            "confirmations.toml:2:6: a confirmation names the paper",
        ),
        (
            "who = \"landlord\"\npaper = \"certificate\"\ninstead_of = \"certificate\"",
            "confirmations.toml:2:6: ",
        ),
        (
            "who = \"landlord\"\npaper = \"lease\"",
            "confirmations.toml:4:9: there is no kind of paper lease",
        ),
        (
            "who = \"person\"\npaper = \"certificate\"\nroles = [\"self\"]",
            "confirmations.toml:5:10: nobody confirms",
        ),
        (
            "who = \"landlord\"\npaper = \"certificate\"\nshows = [\"rent\"]",
            "confirmations.toml:5:10: nothing is called rent",
        ),
        (
            "who = \"landlord\"\npaper = \"certificate\"\nwhen = 'household.rented'",
            "confirmations.toml:5:9: ",
        ),
        (
            "who = \"landlord\"\npaper = \"certificate\"\nwhen = 'household.aid_status'",
            "confirmations.toml:5:",
        ),
    ] {
        let problem = catalogue_with(&entry(lines)).unwrap_err();
        assert!(problem.starts_with(told), "{lines}\n{problem}");
    }
    let one = entry("who = \"landlord\"\npaper = \"certificate\"");
    let twice = catalogue_with(&format!("{one}{one}")).unwrap_err();
    assert!(
        twice.contains("confirmations.toml:6:6: there is a confirmation one already"),
        "{twice}"
    );
    assert!(catalogue_with("").is_ok(), "a province that needs none");
}

proptest! {
    /// Whatever is asked, answered and recorded in whatever order: a case that is accepted while its paper is not there
    /// and nothing was asked for in vain has a yes that was said last; nothing is granted without.
    #[test]
    fn nothing_goes_on_without_a_yes(steps in prop::collection::vec((0..8_usize, any::<bool>()), 1..30)) {
        let mut story = story();
        let township = township_officer(TOWNSHIP);
        for (step, yes) in steps {
            let filer = resident(Standing::Filer);
            let (actor, command) = match step {
                0 => (filer, asks(PERSON, None, AskWay::Code)),
                1 => (filer, asks(PERSON, None, if yes { AskWay::Office } else { AskWay::Statement })),
                2 => (asked(), confirms(PERSON, yes)),
                3 => (township.clone(), records(PERSON, named("王某", None), ConfirmedHow::Window, yes)),
                4 => (decider(COUNTY), records(PERSON, named("王某", None), ConfirmedHow::Telephone, yes)),
                5 => (township.clone(), accepts(&["household_register"])),
                6 => (township.clone(), Command::Review {
                    opinion: zhida::casework::Opinion::Meets,
                    sentence: words("材料齐全。"),
                }),
                _ if yes => (reviewer(COUNTY), Command::Review {
                    opinion: zhida::casework::Opinion::Meets,
                    sentence: words("材料齐全。"),
                }),
                _ => (second(COUNTY), grants(&["IN_DIBAO"])),
            };
            let before = story.case.clone();
            let _ = story.does(&actor, &command);
            let happened = story.events.get(usize::try_from(before.seq).unwrap()..).unwrap_or_default();
            let said_yes = before.confirming(PERSON).is_some_and(zhida::casework::Confirming::agreed);
            for recorded in happened {
                let goes_on = matches!(recorded.event, Event::Accepted { .. } | Event::Decided { .. });
                prop_assert!(!goes_on || said_yes, "{:?}", recorded.event);
            }
            prop_assert!(story.case.phase != Phase::Closed);
            let written = serde_json::to_string(&story.events.last().unwrap().event).unwrap();
            let read: Event = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(&read, &story.events.last().unwrap().event);
        }
    }
}

#[test]
fn a_number_is_kept_as_its_last_four_signs() {
    let number = ResidentId::parse("430405195303039997").unwrap();
    assert_eq!(Second::last_four_of(&number), "9997");
}
