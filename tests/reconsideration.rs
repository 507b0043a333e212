//! 行政复议 from the request to what follows from it: who may, by when, and what it does to decision and award.

mod cases;

use cases::{
    Story, day, decider, decides, grants, held, month, officer, public, refuses, second, subject, supervisor,
    township_officer, words, world,
};
use serde_json::json;
use zhida::access::{Actor, Denied, Role};
use zhida::calendar::{Date, Month, Remaining};
use zhida::casework::{
    Command, ContestStage, DecideOutcome, Event, Phase, Reconsidered, ReconsideredAs, Refusal, ResultKind, StepState,
    TakenUp, offered,
};
use zhida::money::Fen;

const COUNTY: &str = "430626";

fn other(id: &str) -> Actor {
    Actor::Officer(officer(id, Role::CivilAffairsDecider, COUNTY))
}

fn contest() -> Command {
    Command::Contest {
        sentence: words("我家吃低保，不该不给。"),
    }
}

fn pass_on(on: &str) -> Command {
    Command::ContestPassOn {
        on: day(on),
        number: "收据12号".to_owned(),
    }
}

fn take_up(on: &str, received_on: &str, simple: bool) -> Command {
    Command::ContestTakeUp(TakenUp {
        on: day(on),
        received_on: day(received_on),
        number: "平政复受〔2025〕12号".to_owned(),
        simple,
    })
}

fn paper(result: ReconsideredAs, on: Date) -> Reconsidered {
    Reconsidered {
        result,
        number: "平政复决〔2025〕12号".to_owned(),
        on,
        served_on: None,
        pays: None,
        again_by: None,
    }
}

fn says(outcome: Reconsidered) -> Command {
    Command::ContestOutcome {
        outcome,
        sentence: words("县政府查清了，说得明白。"),
    }
}

fn ends(result: ReconsideredAs, on: &str) -> Command {
    says(paper(result, day(on)))
}

fn changed(on: &str, monthly: i64, from: &str) -> Command {
    says(Reconsidered {
        pays: Some((Fen(monthly), month(from))),
        ..paper(ReconsideredAs::Changed, day(on))
    })
}

/// S01 is refused by mistake: what was held said that there is no 低保. Decided by one, signed by another.
fn refused() -> Story {
    let mut story = world().story("S01", "living_subsidy");
    story.on("2025-07-21").reviewed();
    let wrong = Command::Correct {
        fact: "household.aid_status".to_owned(),
        assessment: Box::new(world().assessed(&story.case, &[("household.aid_status", json!("none"))])),
        new: Some(held(json!("none"))),
        sentence: words("系统里查不到。"),
    };
    story.then(&decider(COUNTY), &wrong);
    story.then(&decider(COUNTY), &refuses(&["NOT_LOW_INCOME"]));
    story.then(&second(COUNTY), &Command::SignSecond);
    story
}

/// S01 gets less than there is, from later than asked: 50 a month from August on, shown in public and awarded.
fn partly() -> Story {
    let mut story = world().story("S01", "living_subsidy");
    story.on("2025-07-21").reviewed().with_another_benefit();
    let part = DecideOutcome::Partial {
        monthly: Fen(5000),
        from: month("2025-08"),
    };
    let reasons = ["IN_DIBAO", "OVERLAP_WELFARE_LIVING_ALLOWANCE"];
    story.then(&decider(COUNTY), &decides(part, &reasons));
    story.then(&second(COUNTY), &Command::SignSecond);
    story.on("2025-07-29").then(&Actor::System, &Command::EndNotice);
    story
}

fn right_again(story: &Story) -> Command {
    Command::Correct {
        fact: "household.aid_status".to_owned(),
        assessment: Box::new(world().assessed(&story.case, &[("household.aid_status", json!("dibao"))])),
        new: Some(held(json!("dibao"))),
        sentence: words("低保证核对过了。"),
    }
}

fn due(story: &Story) -> Option<Date> {
    story.case.due(&world().calendar).and_then(|due| due.on)
}

fn stage(story: &Story) -> Option<ContestStage> {
    story.case.reconsideration().and_then(|asked| asked.stage())
}

fn is_offered(story: &Story, actor: &Actor, name: &str) -> bool {
    let setting = zhida::casework::Setting {
        now: zhida::calendar::Instant::start_of(story.today),
        calendar: &world().calendar,
        service: world().service(&story.case.opened.service),
    };
    offered(&story.case, actor, &setting).contains(&name)
}

#[test]
fn each_step_has_its_day_and_an_upheld_decision_stands() {
    let mut story = refused();
    assert_eq!(due(&story), None, "nothing runs after a decision");
    story.on("2025-07-30").then(&subject(), &contest());
    // Five working days to hand it on.
    assert_eq!(
        (stage(&story), due(&story)),
        (Some(ContestStage::PassOn), Some(day("2025-08-06")))
    );
    story.on("2025-07-31").then(&decider(COUNTY), &pass_on("2025-07-31"));
    // Five working days until the government says whether it takes it up.
    assert_eq!(
        (stage(&story), due(&story)),
        (Some(ContestStage::TakeUp), Some(day("2025-08-07")))
    );
    story
        .on("2025-08-06")
        .then(&second(COUNTY), &take_up("2025-08-05", "2025-08-06", false));
    // Ten working days to reply, from the day the copy came.
    assert_eq!(
        (stage(&story), due(&story)),
        (Some(ContestStage::Reply), Some(day("2025-08-20")))
    );
    let asked = story.case.reconsideration().unwrap();
    let steps = asked.steps(&world().calendar, story.today);
    let last = steps.last().unwrap();
    assert_eq!(last.stage, ContestStage::Decide);
    // Sixty days from the day it was taken up: 4 October is a holiday, so the first working day after it.
    let StepState::Ahead { due: decided_by } = last.state else {
        panic!("{steps:?}")
    };
    assert_eq!(decided_by.on, Some(day("2025-10-09")));
    let reply = Command::ContestReply { on: day("2025-08-15") };
    story.on("2025-08-15").then(&decider(COUNTY), &reply);
    assert_eq!(
        (stage(&story), due(&story)),
        (Some(ContestStage::Decide), Some(day("2025-10-09")))
    );

    let upheld = says(Reconsidered {
        served_on: Some(day("2025-09-12")),
        ..paper(ReconsideredAs::Upheld, day("2025-09-10"))
    });
    story.on("2025-09-15").then(&other("third"), &upheld);
    assert_eq!(
        (story.case.phase, story.case.result, due(&story)),
        (Phase::Closed, Some(ResultKind::Refuse), None)
    );
    let ended = story.case.reconsideration_of_decision().unwrap();
    let court = ended.court_until(&world().calendar).unwrap();
    assert_eq!(
        court.on,
        Some(day("2025-09-28")),
        "fifteen days; a working Sunday before the holidays"
    );
    assert!(
        ended
            .steps(&world().calendar, story.today)
            .iter()
            .all(|step| matches!(step.state, StepState::Done { .. }))
    );
    assert_eq!(story.tries(&subject(), &contest()), Err(Refusal::AlreadyContested));
}

#[test]
fn whoever_decided_or_signed_does_not_end_it_and_pressing_twice_does_nothing() {
    let mut story = refused();
    story.then(&subject(), &contest());
    assert_eq!(story.tries(&subject(), &contest()), Err(Refusal::AlreadyContested));
    let upheld = ends(ReconsideredAs::Upheld, "2025-07-21");
    for own in [decider(COUNTY), second(COUNTY)] {
        assert_eq!(story.tries(&own, &upheld), Err(Refusal::ReconsiderationOfOwnDecision));
        assert_eq!(
            story.tries(&own, &Command::Claim),
            Err(Refusal::ReconsiderationOfOwnDecision)
        );
        assert!(!is_offered(&story, &own, "contest_outcome") && is_offered(&story, &own, "contest_pass_on"));
    }
    let denied = |denied| Err(Refusal::Denied(denied));
    assert_eq!(story.tries(&subject(), &upheld), denied(Denied::StaffOnly));
    assert_eq!(story.tries(&public(), &contest()), denied(Denied::ResidentOnly));
    assert_eq!(
        story.tries(&township_officer("430626001"), &upheld),
        denied(Denied::OtherRole)
    );
    let elsewhere = Actor::Officer(officer("elsewhere", Role::CivilAffairsDecider, "431121"));
    assert_eq!(story.tries(&elsewhere, &upheld), denied(Denied::OtherDivision));

    // A colleague or the supervisor takes it, and ends it once.
    story.then(&supervisor(COUNTY), &Command::Claim);
    story.then(&supervisor(COUNTY), &pass_on("2025-07-21"));
    assert_eq!(
        story.tries(&supervisor(COUNTY), &pass_on("2025-07-21")),
        Err(Refusal::ContestStepDone)
    );
    story.then(&supervisor(COUNTY), &upheld);
    assert_eq!(
        story.tries(&supervisor(COUNTY), &upheld),
        Err(Refusal::NothingContested)
    );
    assert_eq!(story.case.assignee, None);
}

#[test]
fn what_cannot_be_so_is_not_recorded() {
    let mut story = refused();
    assert_eq!(
        story.tries(&decider(COUNTY), &pass_on("2025-07-21")),
        Err(Refusal::NothingContested)
    );
    story.on("2025-07-30").then(&subject(), &contest());
    let third = other("third");
    assert_eq!(
        story.tries(&third, &pass_on("2025-07-29")),
        Err(Refusal::ContestDayWrong)
    );
    assert_eq!(
        story.tries(&third, &pass_on("2025-07-31")),
        Err(Refusal::ContestDayWrong)
    );
    let unnumbered = Command::ContestPassOn {
        on: day("2025-07-30"),
        number: "  ".to_owned(),
    };
    assert_eq!(story.tries(&third, &unnumbered), Err(Refusal::ContestNumberMissing));
    let reply = Command::ContestReply { on: day("2025-07-30") };
    assert_eq!(story.tries(&third, &reply), Err(Refusal::ContestNotTakenUp));
    let silent = Command::ContestOutcome {
        outcome: paper(ReconsideredAs::Upheld, day("2025-07-30")),
        sentence: None,
    };
    assert_eq!(story.tries(&third, &silent), Err(Refusal::SentenceMissing));
    assert_eq!(
        story.tries(&third, &changed("2025-07-30", 7000, "2025-06")),
        Err(Refusal::ContestNotTakenUp),
        "nothing is changed that was never taken up"
    );
    assert_eq!(
        story.tries(&third, &take_up("2025-07-30", "2025-07-29", false)),
        Err(Refusal::ContestReceivedWrong),
        "of two days the one that is wrong"
    );
    story.then(&third, &take_up("2025-07-30", "2025-07-30", false));
    assert_eq!(
        story.tries(&third, &ends(ReconsideredAs::Changed, "2025-07-30")),
        Err(Refusal::ContestAmountWrong),
        "a change says what is paid"
    );
    assert_eq!(
        story.tries(&third, &changed("2025-07-30", 7000, "2025-05")),
        Err(Refusal::ContestAmountWrong),
        "nothing is paid before the application"
    );
    assert_eq!(
        story.tries(&third, &changed("2025-07-30", 7001, "2025-06")),
        Err(Refusal::ContestAmountTooMuch),
        "nobody gets more than policy pays, although the conditions were not met"
    );
    // An amount beside an answer that changes nothing is left out.
    let with_amount = says(Reconsidered {
        pays: Some((Fen(7000), month("2025-06"))),
        ..paper(ReconsideredAs::Upheld, day("2025-07-30"))
    });
    story.then(&third, &with_amount);
    assert_eq!(story.case.award, None);
}

#[test]
fn silence_takes_it_up_and_only_what_never_was_can_be_asked_for_again() {
    let mut story = refused();
    story.on("2025-07-30").then(&subject(), &contest());
    story.then(&other("third"), &pass_on("2025-07-30"));
    let asked = |story: &Story| story.case.reconsideration().unwrap().clone();
    story.on("2025-08-06");
    assert_eq!(asked(&story).counts_as_taken_up(&world().calendar, story.today), None);
    story.on("2025-08-07");
    assert_eq!(
        asked(&story).counts_as_taken_up(&world().calendar, story.today),
        Some(day("2025-08-06"))
    );
    let standing = story.case.standing(&world().calendar, story.today).unwrap();
    assert_eq!(standing.remaining, Remaining::Overdue(1));

    story.then(&other("third"), &ends(ReconsideredAs::NotTakenUp, "2025-08-06"));
    story.then(&subject(), &contest());
    assert_eq!(story.case.reconsiderations.len(), 2);
    story.then(&other("third"), &take_up("2025-08-07", "2025-08-07", true));
    story.then(&other("third"), &ends(ReconsideredAs::Ended, "2025-08-07"));
    assert_eq!(story.tries(&subject(), &contest()), Err(Refusal::AlreadyContested));
    let ended = story.case.reconsideration_of_decision().unwrap();
    assert_eq!(
        ended.court_until(&world().calendar),
        None,
        "what was taken back leads nowhere"
    );
}

#[test]
fn the_government_may_take_longer_but_not_for_ever() {
    let mut story = refused();
    story.on("2025-08-01").then(&subject(), &contest());
    let extend = |until: &str| Command::ContestExtend { until: day(until) };
    let third = other("third");
    assert_eq!(
        story.tries(&third, &extend("2025-09-30")),
        Err(Refusal::ContestNotTakenUp)
    );
    story.then(&third, &take_up("2025-08-01", "2025-08-01", false));
    assert_eq!(
        story.tries(&third, &extend("2025-09-30")),
        Err(Refusal::ContestDayWrong)
    );
    assert_eq!(
        story.tries(&third, &extend("2025-10-31")),
        Err(Refusal::ContestDayWrong)
    );
    story.then(&third, &extend("2025-10-30"));
    assert_eq!(
        story.tries(&third, &extend("2025-10-30")),
        Err(Refusal::ContestStepDone)
    );
    story.then(&third, &Command::ContestReply { on: day("2025-08-01") });
    assert_eq!(due(&story), Some(day("2025-10-30")));
}

#[test]
fn a_refusal_that_falls_is_decided_by_somebody_else_and_paid_from_the_first_month() {
    let mut story = refused();
    story.on("2025-07-30").then(&subject(), &contest());
    let annulled = says(Reconsidered {
        again_by: Some(day("2025-09-30")),
        ..paper(ReconsideredAs::Annulled, day("2025-09-10"))
    });
    story.on("2025-09-11").then(&other("third"), &annulled);
    assert_eq!((story.case.phase, story.case.result), (Phase::Open, None));
    assert!(story.case.is_deciding_stage() && story.case.decision_in_force().is_none());
    assert_eq!(
        due(&story),
        Some(day("2025-09-30")),
        "the day that the government named"
    );

    // Not by the same people, and not the same for the same reasons.
    let back = Command::Return {
        sentence: words("再核一次。"),
    };
    for own in [decider(COUNTY), second(COUNTY)] {
        let again = story.tries(&own, &refuses(&["NOT_LOW_INCOME"]));
        assert_eq!(again, Err(Refusal::AnnulledOwnDecision));
        for refused in [&Command::Claim, &back] {
            assert_eq!(story.tries(&own, refused), Err(Refusal::AnnulledOwnDecision));
        }
        for barred in ["claim", "return", "decide", "correct", "request_papers"] {
            assert!(!is_offered(&story, &own, barred), "{barred}");
        }
    }
    // Where the county has no other decider, its supervisor decides.
    assert!(is_offered(&story, &supervisor(COUNTY), "claim"));
    assert!(is_offered(&story, &supervisor(COUNTY), "decide"));
    assert_eq!(
        story.tries(&other("third"), &refuses(&["NOT_LOW_INCOME"])),
        Err(Refusal::SameAsAnnulled)
    );
    let right = right_again(&story);
    story.then(&other("third"), &right);
    story.then(&other("third"), &grants(&["IN_DIBAO"]));
    assert_eq!(story.case.award, None, "it is shown in public first");
    story.on("2025-09-19").then(&Actor::System, &Command::EndNotice);
    let award = story.case.award.clone().unwrap();
    assert_eq!((award.monthly, award.from), (Fen(7000), month("2025-06")));
    assert!(story.case.ended_awards.is_empty());
    assert_eq!(award.sum(month("2025-09")), Fen(28_000), "no month is lost");
    assert_eq!(story.case.decisions.len(), 2);
    // The new decision can be contested in its turn.
    story.then(&subject(), &contest());
}

#[test]
fn what_fell_for_how_it_was_made_may_be_decided_the_same_way_by_others() {
    let mut story = refused();
    story.then(&subject(), &contest());
    story.then(
        &other("third"),
        &ends(ReconsideredAs::AnnulledForProcedure, "2025-07-21"),
    );
    story.then(&other("third"), &refuses(&["NOT_LOW_INCOME"]));
    story.then(&other("fourth"), &Command::SignSecond);
    assert_eq!(story.case.result, Some(ResultKind::Refuse));
}

#[test]
fn a_change_takes_the_place_of_the_award_and_pays_the_difference_once() {
    let mut story = partly();
    assert_eq!(story.case.award.as_ref().map(|award| award.monthly), Some(Fen(5000)));
    story.on("2025-08-20").then(&subject(), &contest());
    assert!(story.case.award.is_some(), "it is paid while it is contested");
    story.then(&other("third"), &take_up("2025-08-20", "2025-08-20", false));
    story
        .on("2025-10-13")
        .then(&other("third"), &changed("2025-10-10", 7000, "2025-06"));
    story.then(&other("fourth"), &Command::SignSecond);
    let award = story.case.award.clone().unwrap();
    assert_eq!((award.monthly, award.from), (Fen(7000), month("2025-06")));
    assert_eq!(
        (story.case.phase, story.case.result),
        (Phase::Closed, Some(ResultKind::Grant))
    );
    let ended = &story.case.ended_awards;
    assert_eq!((ended.len(), ended[0].last), (1, month("2025-10")));
    let owed = zhida::benefit::owed(&award, ended, month("2025-11"));
    assert_eq!(owed, Fen(2 * 7000 + 3 * 2000 + 7000));
    assert_eq!(
        story.case.decision_in_force().unwrap().pays(),
        Some((Fen(7000), month("2025-06")))
    );
    assert_eq!(story.case.first_payment_by(), Some(day("2025-11-10")));
}

#[test]
fn a_refusal_that_is_changed_is_awarded_at_once() {
    let mut story = refused();
    story.then(&subject(), &contest());
    story.then(&other("third"), &take_up("2025-07-21", "2025-07-21", false));
    story
        .on("2025-09-10")
        .then(&other("third"), &changed("2025-09-10", 6000, "2025-07"));

    // More than before: another signs, and whoever made or signed the decision may.
    assert_eq!((story.case.award.is_none(), story.case.assignee.as_ref()), (true, None));
    assert_eq!(
        story.tries(&other("third"), &changed("2025-09-10", 6000, "2025-07")),
        Err(Refusal::SignaturePending)
    );
    for refused in [&Command::SignSecond, &Command::Claim] {
        assert_eq!(story.tries(&other("third"), refused), Err(Refusal::OwnRecord));
    }
    let declines = Command::DeclineSecond {
        sentence: words("文书上写的是50元。"),
    };
    let mut declined = story.clone();
    declined.then(&supervisor(COUNTY), &declines);
    assert_eq!(declined.case.unsigned_reconsideration(), None);
    declined.then(&other("third"), &changed("2025-09-10", 5000, "2025-07"));
    story.then(&second(COUNTY), &Command::SignSecond);
    assert_eq!(
        (story.case.phase, story.case.result),
        (Phase::Closed, Some(ResultKind::Partial))
    );
    let award = story.case.award.clone().unwrap();
    assert_eq!((award.monthly, award.from), (Fen(6000), month("2025-07")));
}

#[test]
fn nobody_gets_less_while_what_they_won_is_decided_again() {
    let mut story = partly();
    story.on("2025-08-20").then(&subject(), &contest());
    story
        .on("2025-09-10")
        .then(&other("third"), &ends(ReconsideredAs::Annulled, "2025-09-09"));
    assert_eq!(story.case.phase, Phase::Open);
    assert_eq!(story.case.award.as_ref().map(|award| award.monthly), Some(Fen(5000)));

    let mut granted = story.clone();
    granted.then(&other("third"), &grants(&["IN_DIBAO"]));
    granted.on("2025-09-18").then(&Actor::System, &Command::EndNotice);
    let award = granted.case.award.clone().unwrap();
    assert_eq!((award.monthly, award.from), (Fen(7000), month("2025-06")));
    assert_eq!(granted.case.ended_awards[0].last, month("2025-09"));
    let letter = zhida::letter::DecisionLetter::of(&granted.events, 2).unwrap();
    let first = letter.granted.unwrap().first.unwrap();
    // June to October; 50 a month were paid for August and September.
    assert_eq!((first.until, first.sum), (month("2025-10"), Fen(5 * 7000 - 2 * 5000)));

    // Taken back, or refused for something new: this month is the last.
    let mut taken_back = story.clone();
    let withdraw = Command::Withdraw {
        sentence: None,
        seen: None,
    };
    taken_back.then(&subject(), &withdraw);
    assert_eq!(taken_back.case.award, None);
    assert_eq!(taken_back.case.ended_awards[0].last, Month::of(taken_back.today));
}

#[test]
fn what_the_government_says_of_a_decision_that_has_fallen_changes_nothing_more() {
    let mut story = world().story("S01", "living_subsidy");
    story.on("2025-07-21").reviewed();
    story.then(&decider(COUNTY), &grants(&["IN_DIBAO"]));
    story.then(&subject(), &contest());
    story.then(&other("third"), &take_up("2025-07-21", "2025-07-21", false));
    let object = Command::Object {
        sentence: words("他家有车。"),
        contact: None,
    };
    story.then(&public(), &object);
    assert_eq!(
        story.tries(&other("third"), &changed("2025-07-21", 6500, "2025-06")),
        Err(Refusal::ObjectionOpen)
    );
    let upheld = Command::DecideObjection {
        number: 1,
        upheld: true,
        sentence: words("核实了，有车。"),
    };
    story.then(&other("third"), &upheld);
    assert_eq!(
        story.tries(&other("third"), &changed("2025-07-21", 6500, "2025-06")),
        Err(Refusal::ContestedDecisionGone)
    );
    story.then(&other("third"), &ends(ReconsideredAs::Annulled, "2025-07-21"));
    assert_eq!(story.case.phase, Phase::Open);
    let entered = story.case.clocks.len();
    assert_eq!(entered, 4, "three stages, and the deciding one again once");
}

#[test]
fn whoever_heard_a_request_does_not_record_how_it_ended() {
    let mut story = refused();
    let third = other("third");
    story.then(&third, &contest());
    story.then(&third, &take_up("2025-07-21", "2025-07-21", false));
    for refused in [&ends(ReconsideredAs::Upheld, "2025-07-21"), &Command::Claim] {
        assert_eq!(
            story.tries(&third, refused),
            Err(Refusal::ReconsiderationRecordedByThem)
        );
    }
    story.then(&other("fourth"), &ends(ReconsideredAs::Upheld, "2025-07-21"));
}

#[test]
fn old_records_of_a_request_are_still_read() {
    let event: Event = serde_json::from_value(json!({"kind": "contested@1", "sentence": "我不同意。"})).unwrap();
    assert_eq!(event.kind(), "contested");
}
