//! Whatever anybody tries with a case, in whatever order: it stays a case that makes sense.

#![expect(clippy::unwrap_used, reason = "a test that cannot tell its story has failed")]

mod cases;

use cases::{SEEN, Story, held, officer, public, subject, words, world};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;
use zhida::access::{Actor, Division, OfficerId, Post, Role, Substitution};
use zhida::apply::OverlapPick;
use zhida::calendar::Clock;
use zhida::casework::{
    Case, Command, Decide, DecideOutcome, DecisionState, Event, EvidenceGiven, FilerSeen, IdentityProof, LetterKind,
    NoReplay, Opinion, Phase, Receipt, Reconsidered, ReconsideredAs, Recorded, ResultKind, Seen, ServiceWay, TakenUp,
    Verdict, replay,
};
use zhida::money::Fen;
use zhida::place::DivisionCode;

/// Two of each role, so that a second signature is sometimes another person's, two who fill several posts at once, and
/// outsiders.
fn actors(case: &Case) -> Vec<Actor> {
    let (township, county) = (case.opened.place.township, case.opened.place.county);
    let staff = [
        ("township-1", Role::TownshipOfficer, township.as_str()),
        ("township-2", Role::TownshipOfficer, township.as_str()),
        ("federation-1", Role::FederationReviewer, county.as_str()),
        ("decider-1", Role::CivilAffairsDecider, county.as_str()),
        ("decider-2", Role::CivilAffairsDecider, county.as_str()),
        ("decider-3", Role::CivilAffairsDecider, county.as_str()),
        ("supervisor-1", Role::Supervisor, county.as_str()),
        ("auditor-1", Role::Auditor, county.as_str()),
        ("elsewhere", Role::CivilAffairsDecider, "431121"),
    ];
    let staff = staff.map(|(id, role, place)| Actor::Officer(officer(id, role, place)));
    // However they came by the posts: their own, or as substitutes.
    let everywhere = ["everywhere-1", "everywhere-2"].map(|id| {
        let mut officer = officer(id, Role::FederationReviewer, county.as_str());
        let fills = |role, division| Substitution {
            of: OfficerId("away".to_owned()),
            post: Post { role, division },
            from: case.opened.on,
            to: case.opened.on + time::Duration::days(365),
        };
        officer.substitutions = vec![
            fills(Role::TownshipOfficer, Division::Township(township)),
            fills(Role::CivilAffairsDecider, Division::Area(county)),
            fills(Role::Supervisor, Division::Area(county)),
        ];
        Actor::Officer(officer)
    });
    let staff = staff.into_iter().chain(everywhere);
    staff.chain([subject(), public(), Actor::System]).collect()
}

/// A step of a random story: who, what, and how many days later.
type Tried = (usize, usize, i64, bool);

fn tried() -> impl Strategy<Value = Vec<Tried>> {
    prop::collection::vec((0_usize..36, 0_usize..50, 0_i64..5, any::<bool>()), 0..110)
}

/// One time in three whoever comes along, else somebody who may, if anybody may.
fn somebody(story: &Story, who: usize, command: &Command) -> Actor {
    let mut actors = actors(&story.case);
    let count = actors.len();
    let turned = (0..count).map(|turn| (who + turn) % count);
    let may = turned.into_iter().find(|at| story.tries(&actors[*at], command).is_ok());
    actors.swap_remove(may.filter(|_| who >= count).unwrap_or(who % count))
}

fn command(case: &Case, which: usize, said: bool, today: time::Date) -> Command {
    let sentence = said.then(|| words("情况属实。")).flatten();
    let decide = |outcome, reasons: Vec<String>| {
        Command::Decide(Decide {
            outcome,
            reasons,
            sentence: words("您家的情况我们都核对过了。"),
        })
    };
    let against = || zhida::casework::against(case, world().service(&case.opened.service), today);
    let less = || zhida::casework::against_the_rest(case, world().service(&case.opened.service), today);
    let paper = |kind: &str| EvidenceGiven {
        kind: kind.to_owned(),
        files: vec!["file".to_owned()],
    };
    let correct = |fact: &str, value: serde_json::Value| Command::Correct {
        fact: fact.to_owned(),
        assessment: Box::new(world().assessed(case, &[(fact, value.clone())])),
        new: Some(held(value)),
        sentence: sentence.clone(),
    };
    let serve = |letter| Command::ServeLetter {
        letter,
        on: today,
        way: ServiceWay::Portal,
        notes: std::collections::BTreeMap::new(),
    };
    match which {
        0 => Command::Claim,
        1 => Command::Release,
        2 => Command::Reassign {
            to: OfficerId("township-2".to_owned()),
        },
        3 => Command::ConfirmIdentity {
            seen: Seen {
                how: IdentityProof::Video,
                filer: if said { FilerSeen::Same } else { FilerSeen::Other },
            },
        },
        4..=6 => Command::Accept {
            identity: Some(SEEN),
            papers: vec!["household_register".to_owned(), "payment_account".to_owned()],
        },
        7 => Command::RequestPapers {
            papers: vec!["household_register".to_owned()],
            sentence,
        },
        8 => Command::RequestPapers {
            papers: vec!["payment_account".to_owned()],
            sentence,
        },
        9 | 10 => Command::SupplyPapers {
            papers: vec![paper("household_register")],
        },
        11 => Command::Return { sentence },
        12 => Command::Forward(Receipt {
            to: DivisionCode::parse("520103").unwrap(),
            office: "云岩区民政局".to_owned(),
            number: "K1".to_owned(),
            by: Some(zhida::casework::Source::Officer),
        }),
        13..=17 => Command::Review {
            opinion: Opinion::Meets,
            sentence: words("材料齐全。"),
        },
        18..=20 => decide(DecideOutcome::Grant, case.assessment.reasons.clone()),
        21 => decide(
            DecideOutcome::Partial {
                monthly: Fen(1000),
                from: zhida::calendar::Month::of(case.opened.on),
            },
            [case.assessment.reasons.clone(), less()].concat(),
        ),
        22 | 23 => decide(DecideOutcome::Refuse, against()),
        24 => decide(DecideOutcome::Refuse, vec!["EXCLUDED_TEKUN".to_owned()]),
        25 | 26 => Command::SignSecond,
        27 => Command::DeclineSecond { sentence },
        28 | 29 => Command::EndNotice,
        30 => Command::Object {
            sentence,
            contact: None,
        },
        31 => Command::DecideObjection {
            number: 1,
            upheld: said,
            sentence: words("已经核实。"),
        },
        32 => serve(LetterKind::Decision),
        33 => Command::Contest { sentence },
        34 => correct(
            "household.aid_status",
            if said { json!("none") } else { json!("dibao") },
        ),
        35 => correct(
            "certificate.status",
            if said { json!("frozen") } else { json!("valid") },
        ),
        36 => Command::ChooseOverlap {
            choice: if said {
                OverlapPick::TakeThis
            } else {
                OverlapPick::KeepOther
            },
        },
        37 => Command::LiftHold {
            facts: [("certificate.status".to_owned(), held(json!("valid")))].into(),
            assessment: Box::new(world().assessed(case, &[("certificate.status", json!("valid"))])),
        },
        40 => Command::Contest {
            sentence: words("我不同意。"),
        },
        41 => Command::ContestPassOn {
            on: today,
            number: "1".to_owned(),
        },
        42 => Command::ContestTakeUp(TakenUp {
            on: today,
            received_on: today,
            number: "2".to_owned(),
            simple: said,
        }),
        43 => Command::ContestReply { on: today },
        44 => Command::ContestExtend {
            until: today + time::Duration::days(85),
        },
        45..=49 if case.unsigned_reconsideration().is_some() => Command::SignSecond,
        45 if said && case.reconsideration().is_some_and(|asked| asked.taken_up.is_none()) => {
            Command::ContestTakeUp(TakenUp {
                on: today,
                received_on: today,
                number: "2".to_owned(),
                simple: false,
            })
        }
        45..=49 => {
            let results = ReconsideredAs::ALL;
            let turn = usize::try_from(case.seq).unwrap() + 3 * which + usize::from(today.ordinal());
            let taken = case.reconsideration().is_some_and(|asked| asked.taken_up.is_some());
            let result = match results[turn % results.len()] {
                _ if taken && (which == 49 || (said && which == 46)) => ReconsideredAs::Changed,
                result => result,
            };
            let first = zhida::calendar::Month::of(case.opened.on);
            let pays = result == ReconsideredAs::Changed || (result == ReconsideredAs::Settled && said);
            let monthly = if said { 4000 } else { 7000 };
            Command::ContestOutcome {
                outcome: Reconsidered {
                    result,
                    number: "3".to_owned(),
                    on: today,
                    served_on: said.then_some(today),
                    pays: pays.then_some((Fen(monthly), first)),
                    again_by: said.then(|| today + time::Duration::days(30)),
                },
                sentence: words("查清了。"),
            }
        }
        38 if said && today.day().is_multiple_of(4) => Command::Withdraw {
            sentence: None,
            seen: None,
        },
        38 if today.day().is_multiple_of(3) => Command::ScanPaper {
            kind: "household_register".to_owned(),
            file: "scan".to_owned(),
        },
        38 if today.day().is_multiple_of(5) => Command::RecordAccount {
            payment: world().application("S01").payment,
        },
        38 => Command::Note { sentence },
        _ => Command::Reveal {
            field: "resident_id".to_owned(),
            reason: sentence,
        },
    }
}

fn stories() -> impl Strategy<Value = (Story, Vec<Tried>)> {
    let people = select(vec!["S01", "S02", "S03", "S04", "S07", "S09", "S10"]);
    (
        people,
        select(vec!["living_subsidy", "care_subsidy"]),
        any::<bool>(),
        tried(),
    )
        .prop_map(|(person, service, outside, tried)| {
            let mut application = world().application(person);
            if outside && tried.len().is_multiple_of(4) {
                cases::hukou(&mut application, None, None);
            }
            // Also filed by an officer at the door: one of the township, or one who fills every post there is.
            let filers = ["township-1", "everywhere-1"];
            if let Some(filer) = filers.get(tried.len() % 4) {
                let township = application
                    .hukou_township
                    .or(zhida::place::TownshipCode::parse("430104001"));
                application.assisted = Some(cases::entered_by(filer, township.unwrap(), application.submitted_on));
            }
            (cases::World::told(world().submitted(&application, service)), tried)
        })
}

/// What can never be, in any order of commands.
fn makes_sense(case: &Case, events: &[Recorded]) -> Result<(), TestCaseError> {
    let decided = case.decision_in_force();
    match case.phase {
        Phase::Open => {
            prop_assert!(case.result.is_none() && decided.is_none());
            // What an annulled decision pays goes on until another one takes its place.
            prop_assert!(case.award.is_none() || case.annulled().next().is_some());
        }
        Phase::Decided => {
            prop_assert!(decided.is_some_and(|made| made.decision.verdict.pays().is_some()));
            prop_assert!(case.notice.is_some_and(|notice| !notice.ended));
            prop_assert!(case.award.is_none() || case.annulled().next().is_some());
        }
        Phase::Closed => prop_assert!(case.result.is_some()),
    }
    let running = case.reconsiderations.iter().filter(|asked| asked.outcome.is_none());
    prop_assert!(running.count() <= 1);
    if case.award.is_some() && case.annulled().next().is_none() {
        prop_assert!(matches!(case.result, Some(ResultKind::Grant | ResultKind::Partial)));
        prop_assert!(case.notice.is_none_or(|notice| notice.ended));
        prop_assert!(case.open_objections().next().is_none());
    }
    if case.notice.is_some() {
        prop_assert!(!case.is_minor(case.opened.on), "a minor is never shown");
    }
    if case.opened.terms.forward_only {
        prop_assert!(case.decisions.is_empty() && case.accepted.is_none());
    }
    for made in &case.decisions {
        let decision = &made.decision;
        prop_assert!(!decision.reasons.is_empty());
        if let Verdict::Partial { .. } = decision.verdict {
            // A ground for what is given, and something for what is not.
            prop_assert!(decision.reasons.len() > 1);
        }
        prop_assert!(case.accepted.is_some() && case.identity.is_some());
        let needs_second = match decision.verdict {
            Verdict::Grant { .. } | Verdict::Provide {} => case.opened.terms.second_signature_on_grant,
            Verdict::Partial { .. } | Verdict::Refuse { .. } => case.opened.terms.second_signature_on_refusal,
        };
        if needs_second && matches!(made.state, DecisionState::InForce(_)) {
            let second = made.second.as_ref();
            prop_assert!(
                second.is_some_and(|second| second != decision.author.officer()),
                "four eyes"
            );
        }
    }
    let closed_at = events.iter().scan(None::<Case>, |case, recorded| {
        match case {
            None => *case = Case::fold(std::slice::from_ref(recorded)),
            Some(case) => case.apply(recorded),
        }
        Some(
            case.as_ref()
                .is_some_and(|case| case.phase == Phase::Closed && case.reconsideration().is_none()),
        )
    });
    // What a decision or a reconsideration brings comes with the event that says so.
    let mut carried_out = false;
    for (was_closed, recorded) in std::iter::once(false).chain(closed_at).zip(events) {
        let of_closed = matches!(
            recorded.event,
            Event::LetterServed { .. }
                | Event::Contested { .. }
                | Event::Revealed { .. }
                | Event::DocumentViewed { .. }
        );
        let follows = carried_out && matches!(recorded.event, Event::AwardEnded { .. } | Event::Awarded(_));
        prop_assert!(
            !was_closed || of_closed || follows,
            "{} after the end",
            recorded.event.kind()
        );
        carried_out = follows
            || matches!(
                recorded.event,
                Event::Decided { .. } | Event::SignedSecond | Event::Reconsidered { .. }
            );
    }
    nobody_controls_themselves(case, events)?;
    who_filed_it_judges_nothing(case, events)?;
    no_award_is_lost_or_doubled(case, events)
}

/// One person makes no two checks of which one controls the other, and nobody alone raises what is paid.
fn nobody_controls_themselves(case: &Case, events: &[Recorded]) -> Result<(), TestCaseError> {
    for (at, done) in case.findings.iter().enumerate() {
        let who = done.by.officer();
        let mut others = case.findings[..at].iter();
        prop_assert!(!others.any(|other| other.what.stage != done.what.stage && other.by.officer() == who));
        for made in &case.decisions {
            prop_assert!(who != Some(made.decision.author.officer()), "reviewed and decided");
            prop_assert!(who != made.second.as_ref(), "reviewed and signed");
        }
    }
    for made in &case.decisions {
        prop_assert!(made.second.as_ref() != Some(made.decision.author.officer()));
    }
    let (mut asked_by, mut drafted_by, mut paid) = (None, None, None);
    for recorded in events {
        let who = recorded.by.officer();
        match &recorded.event {
            Event::Contested { .. } => asked_by = who,
            Event::ReconsiderationDrafted { .. } => drafted_by = who,
            Event::SignatureDeclined { .. } => drafted_by = None,
            Event::Reconsidered { outcome, .. } => {
                let recorded_by = drafted_by.or(who);
                prop_assert!(asked_by.is_none() || asked_by != recorded_by, "asked and answered");
                if let Some((monthly, from)) = outcome.pays {
                    let more = paid.is_none_or(|(had, since)| monthly > had || from < since);
                    prop_assert!(!more || (drafted_by.is_some() && drafted_by != who), "raised alone");
                    prop_assert!(case.assessment.whole().is_some_and(|whole| monthly <= whole));
                    paid = outcome.pays;
                }
                (asked_by, drafted_by) = (None, None);
            }
            Event::Decided { decision, .. } => paid = decision.verdict.pays(),
            _ => {}
        }
    }
    Ok(())
}

/// Whoever filed it for the person brings on what the person gives them, whatever other posts they fill, and does nothing
/// else.
fn who_filed_it_judges_nothing(case: &Case, events: &[Recorded]) -> Result<(), TestCaseError> {
    let filer = case.opened.entered_by();
    let theirs = events
        .iter()
        .filter(|recorded| filer.is_some() && recorded.by.officer() == filer);
    for recorded in theirs {
        let helps = matches!(
            recorded.event,
            Event::PapersSupplied { .. }
                | Event::PaperScanned { .. }
                | Event::NoticeEnded
                | Event::Awarded(_)
                | Event::AwardEnded { .. }
                | Event::ObjectionMade { .. }
                | Event::LetterServed { .. }
                | Event::Contested { .. }
                | Event::Revealed { .. }
                | Event::DocumentViewed { .. }
                | Event::Noted { .. }
        );
        prop_assert!(helps, "{} by who filed it", recorded.event.kind());
    }
    prop_assert!(filer.is_none() || case.assignee.as_ref() != filer, "they have it");
    Ok(())
}

/// One award after another, each from a month that does not leave out what the one before paid for, and at the end
/// exactly what the decision in force says.
fn no_award_is_lost_or_doubled(case: &Case, events: &[Recorded]) -> Result<(), TestCaseError> {
    let mut running: Option<&zhida::benefit::Award> = None;
    let mut paid: std::collections::BTreeMap<i32, i64> = std::collections::BTreeMap::new();
    for recorded in events {
        match &recorded.event {
            Event::Awarded(award) => {
                prop_assert!(running.is_none(), "paid twice");
                running = Some(award);
            }
            Event::AwardEnded { last } => {
                let over = running.take();
                prop_assert!(over.is_some(), "nothing was paid");
                prop_assert_eq!(*last, zhida::calendar::Month::of(recorded.at.date()));
                for accrual in over.into_iter().flat_map(|award| award.accrued(*last)) {
                    let month = paid.entry(accrual.month.index()).or_default();
                    *month = (*month).max(accrual.amount.0);
                }
            }
            _ => {}
        }
    }
    prop_assert_eq!(running, case.award.as_ref());
    if case.phase == Phase::Closed {
        let says = case.decision_in_force().and_then(|made| made.pays());
        let pays = running.map(|award| (award.monthly, award.from));
        prop_assert_eq!(pays, says, "what is paid is what was decided");
    }
    if let Some(award) = running {
        // What is still to come and what has been paid make up each month's amount: no more, and no less.
        let until = zhida::calendar::Month::from_index(award.from.index() + 30);
        let owed = zhida::benefit::owed(award, &case.ended_awards, until).0;
        let mut whole = 0;
        let mut before = 0;
        for month in award.from.index()..=until.index() {
            let had = paid.get(&month).copied().unwrap_or_default();
            whole += had.max(award.monthly.0);
            before += had;
            let amount = zhida::benefit::month_amount(
                Some(award),
                &case.ended_awards,
                zhida::calendar::Month::from_index(month),
            );
            prop_assert_eq!(amount.0, had.max(award.monthly.0));
        }
        prop_assert_eq!(owed + before, whole);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_order_of_commands_makes_nonsense((story, tried) in stories()) {
        let mut story = story;
        for (who, which, later, said) in tried {
            story.today += time::Duration::days(later);
            let command = command(&story.case, which, said, story.today);
            let actor = somebody(&story, who, &command);
            let before = story.case.clone();
            match story.does(&actor, &command) {
                Ok(_) => prop_assert!(story.case.seq > before.seq),
                Err(refusal) => {
                    prop_assert!(!refusal.text_id().is_empty());
                    prop_assert_eq!(&story.case, &before);
                }
            }
            let calendar = &world().calendar;
            let _ = (story.case.steps(calendar, story.today), story.case.contest_until(calendar));
            let _ = (story.case.standing(calendar, story.today), story.case.first_payment_by());
        }
        makes_sense(&story.case, &story.events)?;

        // What was decided is decided again from what the case keeps, and nothing else comes out.
        let service = world().service(&story.case.opened.service);
        match replay(&story.events, &world().catalogue, service) {
            Ok(again) => {
                prop_assert_eq!(again.differences, []);
                prop_assert_eq!(again.kept, again.again);
            }
            Err(why) => {
                prop_assert_eq!(why, NoReplay::NotDecided);
                prop_assert!(story.case.decisions.is_empty());
            }
        }

        // The history replays to the same case, also from the text it is kept as.
        let again = Case::fold(&story.events);
        prop_assert_eq!(again.as_ref(), Some(&story.case));
        let kept = story.events.iter().map(|recorded| {
            let payload = serde_json::to_string(&recorded.event).unwrap();
            let event = serde_json::from_str::<Event>(&payload).unwrap();
            assert!(Event::TAGS.iter().any(|tag| tag.split('@').next() == Some(event.kind())));
            Recorded { event, ..recorded.clone() }
        });
        prop_assert_eq!(Case::fold(&kept.collect::<Vec<_>>()), Some(story.case));
    }

    #[test]
    fn a_pause_never_shortens_a_deadline((story, tried) in stories()) {
        let mut story = story;
        for (who, which, later, said) in tried {
            story.today += time::Duration::days(later);
            let command = command(&story.case, which, said, story.today);
            let actor = somebody(&story, who, &command);
            let _ = story.does(&actor, &command);
        }
        for entered in &story.case.clocks {
            let bare = Clock::new(entered.clock.started_on, entered.clock.limit).due_on(&world().calendar);
            let paused = entered.clock.due_on(&world().calendar);
            prop_assert!(paused.on.is_none() || paused.on >= bare.on);
        }
    }
}

/// The random stories reach every end, so that what they prove is not about nothing.
#[test]
fn random_stories_reach_every_end() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut ends = std::collections::BTreeSet::new();
    let (mut reconsidered, mut replaced) = (std::collections::BTreeSet::new(), 0);
    for _ in 0..5000 {
        let (mut story, tried) = stories().new_tree(&mut runner).unwrap().current();
        for (who, which, later, said) in tried {
            story.today += time::Duration::days(later);
            let command = command(&story.case, which, said, story.today);
            let actor = somebody(&story, who, &command);
            let _ = story.does(&actor, &command);
        }
        replaced += usize::from(!story.case.ended_awards.is_empty());
        ends.extend(story.case.result.map(ResultKind::as_str));
        let ended = story
            .case
            .reconsiderations
            .iter()
            .filter_map(|asked| asked.outcome.as_ref());
        reconsidered.extend(ended.map(|outcome| outcome.result.as_str()));
    }
    assert_eq!(reconsidered.len(), ReconsideredAs::ALL.len(), "{reconsidered:?}");
    // That an award takes the place of another is told by the stories of `reconsideration.rs`: it takes four people.
    assert!(replaced > 0, "some award took the place of another");
    assert_eq!(
        ends.into_iter().collect::<Vec<_>>(),
        ["forwarded", "grant", "partial", "refuse", "withdrawn"]
    );
}
