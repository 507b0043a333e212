//! Cases: events and row in step, one door to them, lists turned by keys.

#[path = "../../../tests/cases/mod.rs"]
pub mod cases;

use std::collections::BTreeSet;

use cases::{day, decider, grants, reviewer, supervisor, township_officer};
use uuid::Uuid;
use zhida::access::{Actor, By, OfficerId, Sight, Visibility};
use zhida::calendar::{Date, Instant};
use zhida::casework::{
    Case, Command, Event, FilerSeen, IdentityProof, Opinion, Reference, Seen, Setting, Submitted, decide,
};
use zhida_server::store::StoreError;
use zhida_server::store::casework::{
    self, Assigned, CaseLine, DueBy, Filter, Happened, Held, ListOfNeeds, Loaded, NewCase, PageOf, Scope, SeenBy,
    SeenWhat, Sort, Sought, StateOf, Work, count_provided, list_needs,
};
use zhida_server::store::event::{self, NewEvent, VERSION};

use crate::harness::World;

both_engines!(
    a_case_is_kept_with_its_history_and_its_row,
    the_later_of_two_officers_learns_it,
    every_page_of_the_queue_follows_the_one_before,
    filters_narrow_and_counts_stop_at_a_bound,
    what_is_not_ones_own_does_not_exist,
    a_sealed_case_is_seen_by_its_officer_and_the_supervisor,
    a_person_is_found_by_whole_numbers_and_names,
    who_opened_a_case_is_known,
    auditors_read_who_saw_what_in_their_divisions,
    who_waits_is_listed_by_points_and_then_by_age,
);

pub(crate) const TOWNSHIP: &str = "430626001";
pub(crate) const COUNTY: &str = "430626";

pub(crate) fn submitted(world: &World, id: &str, service: &str, number: u8) -> Submitted {
    let told = cases::world();
    let mut submitted = told.submitted(&told.application(id), service);
    submitted.reference = Reference::from_random([number, 2, 3, 4, 5, 6, 7, 8]);
    submitted.application = Reference::from_random([number, 7, 6, 5, 4, 3, 2, 1]);
    submitted.subject.key = casework::person_key(&world.keys, &submitted.subject.resident_id);
    submitted.place.county = zhida::place::DivisionCode::parse(COUNTY).unwrap();
    submitted.place.township = zhida::place::TownshipCode::parse(TOWNSHIP).unwrap();
    submitted
}

pub(crate) async fn insert(world: &World, submitted: Submitted) -> Result<(Uuid, Case), StoreError> {
    let id = Uuid::now_v7();
    let at = morning(submitted.on);
    let by = By::Resident {
        account: Some("a1".to_owned()),
    };
    let events = [Event::Submitted(Box::new(submitted))];
    let new = NewCase {
        id,
        filed_by: Some("account:a1"),
        by: &by,
        at,
        events: &events,
    };
    let mut tx = world.begin().await;
    let case = casework::insert(&mut tx, &world.keys, &cases::world().calendar, &new).await?;
    tx.commit().await?;
    Ok((id, case))
}

fn morning(day: Date) -> Instant {
    Instant::from_epoch_ms(Instant::start_of(day).epoch_ms() + 9 * 3_600_000)
}

/// Loads, decides, appends.
pub(crate) async fn does(world: &World, reference: Reference, actor: &Actor, command: &Command, on: &str) -> Case {
    let loaded = load(world, &Scope::program(), reference).await.unwrap();
    append(world, &loaded, actor, command, on).await.unwrap()
}

async fn append(
    world: &World,
    loaded: &Loaded,
    actor: &Actor,
    command: &Command,
    on: &str,
) -> Result<Case, StoreError> {
    let told = cases::world();
    let setting = Setting {
        now: morning(day(on)),
        calendar: &told.calendar,
        service: told.service(&loaded.case.opened.service),
    };
    let events = decide(&loaded.case, command, actor, &setting).unwrap();
    let mut tx = world.begin().await;
    let case = casework::append(
        &mut tx,
        &world.keys,
        &told.calendar,
        &Happened {
            id: loaded.id,
            case: &loaded.case,
            by: &cases::by(actor),
            at: setting.now,
            events: &events,
        },
    )
    .await?;
    tx.commit().await?;
    Ok(case)
}

pub(crate) async fn load(world: &World, scope: &Scope, reference: Reference) -> Option<Loaded> {
    casework::find(&mut world.store.read(), &world.keys, scope, reference)
        .await
        .unwrap()
}

pub(crate) async fn listed(world: &World, scope: &Scope, filter: &Filter, today: &str) -> Vec<CaseLine> {
    casework::list(
        &mut world.store.read(),
        &world.keys,
        scope,
        &PageOf {
            filter: filter.clone(),
            size: 50,
            ..PageOf::default()
        },
        day(today),
    )
    .await
    .unwrap()
    .lines
}

pub(crate) fn sees(actor: &Actor) -> Scope {
    let Actor::Officer(officer) = actor else {
        panic!("an officer")
    };
    Scope::officer(Sight::of(officer, day("2025-06-19")))
}

fn review() -> Command {
    Command::Review {
        opinion: Opinion::Meets,
        sentence: cases::words("材料齐全。"),
    }
}

pub(crate) fn accept() -> Command {
    Command::Accept {
        identity: Some(Seen {
            how: IdentityProof::InPerson,
            filer: FilerSeen::Same,
        }),
        papers: vec!["household_register".to_owned()],
    }
}

async fn a_case_is_kept_with_its_history_and_its_row(world: World) {
    let submitted = submitted(&world, "S01", "living_subsidy", 1);
    let reference = submitted.reference;
    let (id, case) = insert(&world, submitted).await.unwrap();
    let township = township_officer(TOWNSHIP);
    does(&world, reference, &township, &Command::Claim, "2025-06-19").await;
    does(&world, reference, &township, &accept(), "2025-06-19").await;
    let mine = Filter {
        assigned: Some(Assigned::To(OfficerId("township".to_owned()))),
        ..Filter::default()
    };
    let lines = listed(&world, &sees(&township), &mine, "2025-06-19").await;
    assert_eq!(lines.len(), 1);
    let line = &lines[0];
    assert_eq!((line.id, line.reference), (id, reference));
    assert_eq!(line.identity.name, case.opened.subject.name);
    assert_eq!(line.stage, "township_review");
    assert_eq!((line.due_on, line.seq), (Some(day("2025-07-02")), 4));

    does(&world, reference, &township, &review(), "2025-06-30").await;
    does(&world, reference, &reviewer(COUNTY), &review(), "2025-07-14").await;
    does(
        &world,
        reference,
        &decider(COUNTY),
        &grants(&["IN_DIBAO"]),
        "2025-07-21",
    )
    .await;
    let lines = listed(&world, &sees(&township), &Filter::default(), "2025-07-21").await;
    assert_eq!(lines[0].stage, "public_notice");
    assert_eq!(lines[0].notice_until, Some(day("2025-07-28")));
    assert_eq!(lines[0].pays.map(|(monthly, _)| monthly.0), Some(7000));

    let loaded = load(&world, &sees(&township), reference).await.unwrap();
    assert_eq!(Case::fold(&loaded.events).unwrap(), loaded.case);
    assert_eq!(loaded.case.seq, loaded.events.last().unwrap().seq);
}

async fn the_later_of_two_officers_learns_it(world: World) {
    let submitted = submitted(&world, "S01", "living_subsidy", 1);
    let reference = submitted.reference;
    insert(&world, submitted).await.unwrap();
    let township = township_officer(TOWNSHIP);
    let both = load(&world, &Scope::program(), reference).await.unwrap();
    let accept = accept();
    let (first, second) = tokio::join!(
        append(&world, &both, &township, &accept, "2025-06-19"),
        append(&world, &both, &township, &Command::Claim, "2025-06-19"),
    );
    let (won, lost) = if first.is_ok() {
        (first, second)
    } else {
        (second, first)
    };
    assert!(won.is_ok());
    assert!(lost.unwrap_err().is_conflict(VERSION));
    let after = load(&world, &Scope::program(), reference).await.unwrap();
    assert_eq!(after.case.seq, won.unwrap().seq, "nothing of the later one is left");

    let mut again = cases::world().submitted(&cases::world().application("S03"), "living_subsidy");
    again.application = Reference::from_random([1, 7, 6, 5, 4, 3, 2, 1]);
    let taken = insert(&world, again.clone()).await.unwrap_err();
    assert!(
        matches!(taken, StoreError::Conflict(_)),
        "one case a service: {taken:?}"
    );
}

async fn every_page_of_the_queue_follows_the_one_before(world: World) {
    for number in 0..23 {
        let mut submitted = submitted(&world, "S01", "living_subsidy", number);
        submitted.on = day(if number % 3 == 0 { "2025-06-18" } else { "2025-06-20" });
        // One page of them and the beginning of the next.
        submitted.assessment.urgent = number % 4 == 0;
        insert(&world, submitted).await.unwrap();
    }
    let township = township_officer(TOWNSHIP);
    for number in 0..7 {
        let reference = Reference::from_random([number, 2, 3, 4, 5, 6, 7, 8]);
        does(&world, reference, &township, &accept(), "2025-06-20").await;
        does(&world, reference, &township, &review(), "2025-06-20").await;
    }
    let scope = sees(&decider(COUNTY));
    let two = ["township_review".to_owned(), "federation_review".to_owned()];
    for (stages, sort) in [
        (&[] as &[String], Sort::Due),
        (&[], Sort::Submitted),
        (&[], Sort::Changed),
        (&two, Sort::Due),
        (&two, Sort::Submitted),
        (&two, Sort::Changed),
    ] {
        let mut seen = Vec::new();
        let mut after = None;
        loop {
            let page = casework::list(
                &mut world.store.read(),
                &world.keys,
                &scope,
                &PageOf {
                    filter: Filter {
                        work: Work {
                            stages: stages.to_vec(),
                            but: Vec::new(),
                            not_entered_by: None,
                        },
                        ..Filter::default()
                    },
                    sort,
                    after,
                    size: 5,
                },
                day("2025-06-21"),
            )
            .await
            .unwrap();
            seen.extend(page.lines);
            after = page.further;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen.len(), 23, "{sort:?}");
        assert_eq!(seen.iter().map(|line| line.id).collect::<BTreeSet<_>>().len(), 23);
        let sorted = match sort {
            Sort::Due => seen.is_sorted_by_key(|line| match line.hurry {
                Some(hurry) => (0, Some(hurry.since), None, line.id),
                None => (1, None, line.due_on, line.id),
            }),
            Sort::Submitted => seen.is_sorted_by_key(|line| (line.submitted_on, line.id)),
            Sort::Changed => seen.iter().rev().is_sorted_by_key(|line| (line.changed_at, line.id)),
        };
        assert!(sorted, "{sort:?}");
        assert_eq!(seen.iter().filter(|line| line.hurry.is_some()).count(), 6);
    }
    let work = Work {
        stages: two.to_vec(),
        ..Work::default()
    };
    let mut reader = world.store.read();
    let next = casework::find_next_unclaimed(&mut reader, &world.keys, &scope, &work, day("2025-06-21")).await;
    let next: Vec<bool> = next.unwrap().iter().map(|line| line.hurry.is_some()).collect();
    assert!(
        next.len() > 6 && next[..6].iter().all(|urgent| *urgent) && !next[6],
        "{next:?}"
    );
}

async fn filters_narrow_and_counts_stop_at_a_bound(world: World) {
    for number in 0..6 {
        let service = if number < 2 { "care_subsidy" } else { "living_subsidy" };
        insert(&world, submitted(&world, "S01", service, number)).await.unwrap();
    }
    let township = township_officer(TOWNSHIP);
    let reference = |number| Reference::from_random([number, 2, 3, 4, 5, 6, 7, 8]);
    let ask = Command::RequestPapers {
        papers: vec!["household_register".to_owned()],
        sentence: None,
    };
    does(&world, reference(5), &township, &ask, "2025-06-19").await;
    does(&world, reference(4), &township, &Command::Claim, "2025-06-19").await;
    let scope = sees(&township);
    let count = async |filter: Filter, today: &str| listed(&world, &scope, &filter, today).await.len();
    let state = |state| Filter {
        state,
        ..Filter::default()
    };
    let due = |due| Filter {
        due: Some(due),
        ..Filter::default()
    };
    assert_eq!(count(Filter::default(), "2025-06-19").await, 6);
    assert_eq!(count(state(StateOf::Waiting), "2025-06-19").await, 1);
    assert_eq!(count(state(StateOf::Open), "2025-06-19").await, 5);
    assert_eq!(count(state(StateOf::Closed), "2025-06-19").await, 0);
    assert_eq!(
        count(state(StateOf::Open), "2025-12-01").await,
        6,
        "the time for papers is over"
    );
    assert_eq!(count(due(DueBy::Overdue), "2025-07-02").await, 0);
    assert_eq!(count(due(DueBy::Today), "2025-07-02").await, 5);
    assert_eq!(count(due(DueBy::Soon), "2025-06-19").await, 0);
    assert_eq!(count(due(DueBy::Soon), "2025-07-01").await, 5);
    assert_eq!(count(due(DueBy::Week), "2025-06-30").await, 5);
    assert_eq!(count(due(DueBy::Overdue), "2025-07-03").await, 5);
    let unclaimed = Filter {
        assigned: Some(Assigned::Nobody),
        service: Some("living_subsidy".to_owned()),
        work: Work {
            stages: vec!["township_review".to_owned()],
            but: Vec::new(),
            not_entered_by: None,
        },
        township: zhida::place::TownshipCode::parse(TOWNSHIP),
        ..Filter::default()
    };
    assert_eq!(count(unclaimed, "2025-06-19").await, 3);
    let mut reader = world.store.read();
    let nobodys = Filter {
        assigned: Some(Assigned::Nobody),
        state: StateOf::Waiting,
        ..Filter::default()
    };
    for (bound, found) in [(3, 3), (100, 6)] {
        let filters = [Filter::default(), nobodys.clone(), Filter::default()];
        let counted = casework::count_each_up_to(&mut reader, &scope, &filters, bound, day("2025-06-19")).await;
        assert_eq!(counted.unwrap(), [found, 1, found], "each by its own filter");
    }
    let none = casework::count_each_up_to(&mut reader, &scope, &[], 9, day("2025-06-19")).await;
    assert_eq!(none.unwrap(), [] as [u32; 0]);
    let mut work = Work {
        stages: vec!["township_review".to_owned()],
        but: Vec::new(),
        not_entered_by: None,
    };
    let next = casework::find_next_unclaimed(&mut reader, &world.keys, &scope, &work, day("2025-06-19")).await;
    assert_eq!(next.unwrap().len(), 4, "neither what somebody has nor what waits");
    work.but.push(("living_subsidy".to_owned(), work.stages.clone()));
    let next = casework::find_next_unclaimed(&mut reader, &world.keys, &scope, &work, day("2025-06-19")).await;
    let next = next.unwrap();
    assert!(
        next.iter().all(|line| line.service == "care_subsidy"),
        "another office's"
    );
    assert_eq!(next.len(), 2);
}

async fn what_is_not_ones_own_does_not_exist(world: World) {
    let submitted = submitted(&world, "S01", "living_subsidy", 1);
    let (reference, application) = (submitted.reference, submitted.application);
    let person = submitted.subject.key.clone();
    insert(&world, submitted).await.unwrap();
    let held = Held {
        person: person.clone(),
        since: Some(Instant::from_epoch_ms(0)),
        services: None,
    };
    let acting = |services: &[&str]| Held {
        person: person.clone(),
        since: None,
        services: Some(services.iter().map(|code| (*code).to_owned()).collect()),
    };
    let other_people = Scope::filer("account:other", Vec::new());
    for (who, scope, seen) in [
        ("its township", sees(&township_officer(TOWNSHIP)), true),
        ("another township", sees(&township_officer("430626107")), false),
        ("its county", sees(&decider(COUNTY)), true),
        ("another county", sees(&decider("430104")), false),
        ("its prefecture", sees(&supervisor("430600")), true),
        ("another prefecture", sees(&supervisor("430100")), false),
        ("the province", sees(&supervisor("430000")), true),
        (
            "an auditor",
            sees(&Actor::Officer(cases::officer(
                "a",
                zhida::access::Role::Auditor,
                COUNTY,
            ))),
            false,
        ),
        ("who filed it", Scope::filer("account:a1", Vec::new()), true),
        ("who is linked", Scope::filer("account:b", vec![held.clone()]), true),
        (
            "who acts in it",
            Scope::filer("account:b", vec![acting(&["care_subsidy", "living_subsidy"])]),
            true,
        ),
        (
            "who acts in others",
            Scope::filer("account:b", vec![acting(&["care_subsidy"])]),
            false,
        ),
        ("who acts in none", Scope::filer("account:b", vec![acting(&[])]), false),
        ("other people", other_people, false),
        ("who has the code", Scope::application(application), true),
        ("another code", Scope::application(reference), false),
        (
            "who reads notices",
            Scope::notices(zhida::place::DivisionCode::parse(COUNTY).unwrap(), day("2025-06-19")),
            false,
        ),
    ] {
        assert_eq!(load(&world, &scope, reference).await.is_some(), seen, "{who}");
        let lines = listed(&world, &scope, &Filter::default(), "2025-06-19").await;
        assert_eq!(lines.len(), usize::from(seen), "{who}");
        let mut reader = world.store.read();
        let mine = casework::list_of_person(&mut reader, &world.keys, &scope, &person)
            .await
            .unwrap();
        assert_eq!(mine.len(), usize::from(seen), "{who}");
        let of_application = casework::list_of_application(&mut reader, &world.keys, &scope, application).await;
        assert_eq!(of_application.unwrap().len(), usize::from(seen), "{who}");
        let sought = Sought::Reference(reference);
        let found = casework::search(&mut reader, &world.keys, &scope, &sought, 10)
            .await
            .unwrap();
        assert_eq!(found.len(), usize::from(seen), "{who}");
        let counted = casework::count_each_up_to(&mut reader, &scope, &[Filter::default()], 9, day("2025-06-19")).await;
        assert_eq!(counted.unwrap(), [u32::from(seen)], "{who}");
    }
}

async fn a_sealed_case_is_seen_by_its_officer_and_the_supervisor(world: World) {
    let mut submitted = submitted(&world, "S01", "living_subsidy", 1);
    submitted.visibility = Visibility::Sealed;
    let reference = submitted.reference;
    insert(&world, submitted).await.unwrap();
    let township = township_officer(TOWNSHIP);
    assert!(load(&world, &sees(&township), reference).await.is_none());
    assert!(load(&world, &sees(&supervisor(COUNTY)), reference).await.is_some());
    let give = Command::Reassign {
        to: OfficerId("township".to_owned()),
    };
    does(&world, reference, &supervisor(COUNTY), &give, "2025-06-19").await;
    assert!(load(&world, &sees(&township), reference).await.is_some());
    assert!(load(&world, &sees(&decider(COUNTY)), reference).await.is_none());
}

async fn who_waits_is_listed_by_points_and_then_by_age(world: World) {
    let waits = |number: u8, on: &str, counts: &[&str]| {
        let mut submitted = submitted(&world, "S01", "home_retrofit", number);
        submitted.on = day(on);
        for part in &mut submitted.assessment.priority {
            part.counts = counts.contains(&part.code.as_str());
        }
        submitted
    };
    let later = waits(1, "2025-06-18", &["GRADE_1"]);
    let urgent = waits(2, "2025-06-19", &["GRADE_2", "SEVERAL_DISABLED", "DANGER_AT_HOME"]);
    let earlier = waits(3, "2025-06-10", &["GRADE_1"]);
    let mut sealed = waits(4, "2025-06-10", &["GRADE_1", "DANGER_AT_HOME"]);
    sealed.visibility = Visibility::Sealed;
    let order = [urgent.reference, earlier.reference, later.reference];
    for case in [
        later,
        urgent,
        earlier,
        sealed,
        submitted(&world, "S01", "care_subsidy", 5),
    ] {
        insert(&world, case).await.unwrap();
    }
    let list = |county: &str| ListOfNeeds {
        county: zhida::place::DivisionCode::parse(county).unwrap(),
        service: "home_retrofit",
        stage: "township_review",
    };
    let federation = sees(&reviewer(COUNTY));
    let mut reader = world.store.read();
    let found = list_needs(&mut reader, &world.keys, &federation, list(COUNTY), 50)
        .await
        .unwrap();
    let references: Vec<Reference> = found.iter().map(|waiting| waiting.line.reference).collect();
    assert_eq!(references, order);
    assert_eq!(
        found.iter().map(|waiting| waiting.score).collect::<Vec<_>>(),
        [50, 30, 30]
    );
    let parts = [("GRADE_2", 20), ("SEVERAL_DISABLED", 20), ("DANGER_AT_HOME", 10)];
    assert_eq!(found[0].parts, parts.map(|(code, points)| (code.to_owned(), points)));
    let first = list_needs(&mut reader, &world.keys, &federation, list(COUNTY), 1)
        .await
        .unwrap();
    assert_eq!(first.len(), 1);
    for (scope, county, who) in [
        (&sees(&reviewer("430407")), COUNTY, "another county's federation"),
        (&federation, "430407", "another county's list"),
    ] {
        let found = list_needs(&mut reader, &world.keys, scope, list(county), 50)
            .await
            .unwrap();
        assert!(found.is_empty(), "{who}");
    }
    let everything = list_needs(&mut reader, &world.keys, &Scope::program(), list(COUNTY), 50).await;
    assert_eq!(
        everything.unwrap().len(),
        4,
        "what is sealed is in the database, and not for them"
    );
    let granted = count_provided(&mut reader, list(COUNTY).county, "home_retrofit", 2025).await;
    assert_eq!(granted.unwrap(), 0);
}

async fn a_person_is_found_by_whole_numbers_and_names(world: World) {
    let submitted = submitted(&world, "S01", "living_subsidy", 1);
    let subject = submitted.subject.clone();
    insert(&world, submitted).await.unwrap();
    let scope = sees(&decider(COUNTY));
    let mut reader = world.store.read();
    for sought in [
        Sought::ResidentId(subject.resident_id.clone()),
        Sought::Name(subject.name.clone()),
    ] {
        let found = casework::search(&mut reader, &world.keys, &scope, &sought, 10)
            .await
            .unwrap();
        assert_eq!(found.len(), 1, "{sought:?}");
        assert_eq!(found[0].identity.resident_id, subject.resident_id);
    }
    let part = Sought::Name(zhida::person::PersonName::parse("陈德").unwrap());
    let found = casework::search(&mut reader, &world.keys, &scope, &part, 10)
        .await
        .unwrap();
    assert!(found.is_empty(), "part of a name finds nobody");
}

async fn who_opened_a_case_is_known(world: World) {
    let (id, _) = insert(&world, submitted(&world, "S01", "living_subsidy", 1))
        .await
        .unwrap();
    let officer = OfficerId("o1".to_owned());
    for _ in 0..2 {
        let mut tx = world.begin().await;
        casework::insert_view(&mut tx, id, &officer, world.now).await.unwrap();
        tx.commit().await.unwrap();
    }
    let mut reader = world.store.read();
    let today = world.now.date();
    assert!(casework::is_viewed(&mut reader, id, &officer, today).await.unwrap());
    let views = casework::list_views(&mut reader, id).await.unwrap();
    assert_eq!(views.len(), 1);
    assert_eq!((&views[0].officer, views[0].day), (&officer, today));
}

async fn auditors_read_who_saw_what_in_their_divisions(world: World) {
    let mut sealed = submitted(&world, "S01", "living_subsidy", 1);
    sealed.visibility = Visibility::Sealed;
    let reference = sealed.reference;
    let (id, _) = insert(&world, sealed).await.unwrap();
    let (other, _) = insert(&world, submitted(&world, "S01", "living_subsidy", 2))
        .await
        .unwrap();
    let officer = OfficerId("o1".to_owned());
    let mut tx = world.begin().await;
    for (case, minute) in [(id, 1), (other, 2)] {
        let at = Instant::from_epoch_ms(minute * 60_000);
        casework::insert_view(&mut tx, case, &officer, at).await.unwrap();
    }
    tx.commit().await.unwrap();
    let reveal = Command::Reveal {
        field: "resident_id,phone".to_owned(),
        reason: zhida::casework::Sentence::parse("打电话核对"),
    };
    does(&world, reference, &supervisor(COUNTY), &reveal, "2025-06-04").await;

    let county = [zhida::place::DivisionCode::parse(COUNTY).unwrap()];
    let mut reader = world.store.read();
    let seen = casework::list_seen(&mut reader, &world.keys, &county, &SeenBy::default(), None, 10)
        .await
        .unwrap();
    assert_eq!(seen.len(), 3);
    let revealed = SeenWhat::Revealed {
        fields: "resident_id,phone".to_owned(),
        reason: Some("打电话核对".to_owned()),
    };
    assert_eq!(
        (&seen[0].what, seen[0].reference.as_str()),
        (&revealed, reference.as_str())
    );
    assert_eq!((&seen[1].what, &seen[1].officer), (&SeenWhat::Opened, &officer));
    assert_eq!(seen[2].at, Instant::from_epoch_ms(60_000));

    // That somebody was looked for stands there too: of the offices of the division alone.
    let mut tx = world.begin().await;
    for (office, at) in [(TOWNSHIP, 90_000), ("430104002", 91_000)] {
        let new = NewEvent {
            stream: &format!("office:{office}"),
            expected_seq: 0,
            kind: "searched",
            actor: Some("o1"),
            role: Some("township_officer"),
            office: Some(office),
            at: Instant::from_epoch_ms(at),
            payload: &serde_json::json!({ "by": "name", "cases": ["1", "2"] }),
        };
        event::append(&mut tx, &world.keys, &new).await.unwrap();
    }
    tx.commit().await.unwrap();
    let seen = casework::list_seen(&mut reader, &world.keys, &county, &SeenBy::default(), None, 10)
        .await
        .unwrap();
    assert_eq!(seen.len(), 4);
    let searched = SeenWhat::Searched {
        by: Some("name".to_owned()),
        found: 2,
        division: zhida::access::Division::parse(TOWNSHIP),
    };
    assert!(
        seen.iter()
            .any(|seen| seen.what == searched && seen.reference.is_empty())
    );

    // Page after page is the same list.
    let mut turned = Vec::new();
    loop {
        let after = turned.last().map(casework::Seen::until);
        let by = SeenBy::default();
        let page = casework::list_seen(&mut reader, &world.keys, &county, &by, after.as_ref(), 1)
            .await
            .unwrap();
        if page.is_empty() {
            break;
        }
        turned.extend(page);
    }
    assert_eq!(turned, seen);

    let narrowed = [
        (
            SeenBy {
                officer: Some(officer),
                ..SeenBy::default()
            },
            3,
        ),
        (
            SeenBy {
                reference: Some(reference),
                ..SeenBy::default()
            },
            2,
        ),
        (
            SeenBy {
                only_revealed: true,
                ..SeenBy::default()
            },
            1,
        ),
        (
            SeenBy {
                from: Some(day("2025-06-04")),
                to: Some(day("2025-06-04")),
                ..SeenBy::default()
            },
            1,
        ),
        (
            SeenBy {
                to: Some(day("2025-06-03")),
                ..SeenBy::default()
            },
            3,
        ),
        (
            SeenBy {
                from: Some(day("2025-06-05")),
                ..SeenBy::default()
            },
            0,
        ),
        (
            SeenBy {
                officer: Some(OfficerId("nobody".to_owned())),
                ..SeenBy::default()
            },
            0,
        ),
    ];
    for (by, count) in narrowed {
        let seen = casework::list_seen(&mut reader, &world.keys, &county, &by, None, 10)
            .await
            .unwrap();
        assert_eq!(seen.len(), count, "{by:?}");
    }
    let elsewhere = [zhida::place::DivisionCode::parse("430121").unwrap()];
    for areas in [&elsewhere[..], &[]] {
        let by = SeenBy::default();
        let seen = casework::list_seen(&mut reader, &world.keys, areas, &by, None, 10)
            .await
            .unwrap();
        assert!(seen.is_empty(), "{areas:?}");
    }
}
