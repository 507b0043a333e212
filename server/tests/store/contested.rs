//! A decision that is contested comes back into the queue, with its day, until the reconsideration has ended.

use zhida::casework::{Case, Command, ContestStage, Reconsidered, ReconsideredAs, Reference};
use zhida_server::store::casework::{Assigned, DueBy, Filter, Scope, StateOf, Work};

use crate::casework::cases::{day, decider, grants, refuses, second, subject, supervisor, words};
use crate::casework::{COUNTY, accept, does, insert, listed, load, sees, submitted};
use crate::harness::World;

both_engines!(
    what_is_contested_is_in_the_queue_until_it_has_ended,
    a_grant_that_is_contested_stays_in_public_notice,
);

/// Through township and federation to the office that decides.
async fn reviewed(world: &World, reference: Reference, on: &str) {
    let review = Command::Review {
        opinion: zhida::casework::Opinion::Fails,
        sentence: words("不符合。"),
    };
    let township = crate::casework::cases::township_officer(crate::casework::TOWNSHIP);
    does(world, reference, &township, &accept(), on).await;
    does(world, reference, &township, &review, on).await;
    does(world, reference, &crate::casework::cases::reviewer(COUNTY), &review, on).await;
}

/// A refusal in force since 18 June 2025, and the request of 19 June.
async fn contested(world: &World, number: u8) -> Reference {
    let submitted = submitted(world, "S03", "living_subsidy", number);
    let reference = submitted.reference;
    insert(world, submitted).await.unwrap();
    let on = "2025-06-18";
    reviewed(world, reference, on).await;
    does(world, reference, &decider(COUNTY), &refuses(&["NOT_LOW_INCOME"]), on).await;
    does(world, reference, &second(COUNTY), &Command::SignSecond, on).await;
    let contest = Command::Contest {
        sentence: words("我不同意。"),
    };
    does(world, reference, &subject(), &contest, "2025-06-19").await;
    reference
}

async fn what_is_contested_is_in_the_queue_until_it_has_ended(world: World) {
    let reference = contested(&world, 1).await;
    let scope = sees(&decider(COUNTY));
    let count = async |filter: Filter, today: &str| listed(&world, &scope, &filter, today).await.len();
    let lines = listed(&world, &scope, &Filter::default(), "2025-06-20").await;
    assert_eq!(lines.len(), 1, "in the queue of what is not closed");
    assert_eq!(lines[0].stage, ContestStage::PassOn.as_str());
    assert_eq!(lines[0].due_on, Some(day("2025-06-26")), "five working days");
    let due = |due| Filter {
        due: Some(due),
        ..Filter::default()
    };
    assert_eq!(count(due(DueBy::Soon), "2025-06-23").await, 0);
    assert_eq!(count(due(DueBy::Soon), "2025-06-25").await, 1);
    assert_eq!(count(due(DueBy::Overdue), "2025-06-26").await, 0);
    assert_eq!(count(due(DueBy::Overdue), "2025-06-27").await, 1);
    let unclaimed = Filter {
        state: StateOf::Open,
        work: Work {
            stages: vec![ContestStage::PassOn.as_str().to_owned()],
            but: Vec::new(),
            not_entered_by: None,
        },
        assigned: Some(Assigned::Nobody),
        ..Filter::default()
    };
    assert_eq!(count(unclaimed.clone(), "2025-06-20").await, 1);
    does(&world, reference, &supervisor(COUNTY), &Command::Claim, "2025-06-20").await;
    assert_eq!(count(unclaimed, "2025-06-20").await, 0);

    let pass_on = Command::ContestPassOn {
        on: day("2025-06-20"),
        number: "收据3号".to_owned(),
    };
    does(&world, reference, &decider(COUNTY), &pass_on, "2025-06-20").await;
    let lines = listed(&world, &scope, &Filter::default(), "2025-06-20").await;
    assert_eq!(lines[0].stage, ContestStage::TakeUp.as_str());
    assert_eq!(lines[0].due_on, Some(day("2025-06-27")));

    let upheld = Command::ContestOutcome {
        outcome: Reconsidered {
            result: ReconsideredAs::Upheld,
            number: "平政复决〔2025〕3号".to_owned(),
            on: day("2025-07-30"),
            served_on: Some(day("2025-07-31")),
            pays: None,
            again_by: None,
        },
        sentence: words("查清了，不符合。"),
    };
    does(&world, reference, &supervisor(COUNTY), &upheld, "2025-08-01").await;
    assert_eq!(count(Filter::default(), "2025-08-01").await, 0);
    let closed = Filter {
        state: StateOf::Closed,
        ..Filter::default()
    };
    assert_eq!(count(closed, "2025-08-01").await, 1);
    // What was kept reads back to the same case.
    let loaded = load(&world, &scope, reference).await.unwrap();
    assert_eq!(Case::fold(&loaded.events), Some(loaded.case));
}

async fn a_grant_that_is_contested_stays_in_public_notice(world: World) {
    let submitted = submitted(&world, "S01", "living_subsidy", 2);
    let reference = submitted.reference;
    insert(&world, submitted).await.unwrap();
    let on = "2025-06-19";
    reviewed(&world, reference, on).await;
    does(&world, reference, &decider(COUNTY), &grants(&["IN_DIBAO"]), on).await;
    let contest = Command::Contest {
        sentence: words("应该从四月算起。"),
    };
    does(&world, reference, &subject(), &contest, on).await;
    let lines = listed(&world, &sees(&decider(COUNTY)), &Filter::default(), on).await;
    assert_eq!(lines[0].stage, ContestStage::PassOn.as_str());
    let county = zhida::place::DivisionCode::parse(COUNTY).unwrap();
    let public = Filter {
        state: StateOf::Decided,
        ..Filter::default()
    };
    let shown = listed(&world, &Scope::notices(county, day(on)), &public, on).await;
    assert_eq!(shown.len(), 1, "the notice goes on");
}
