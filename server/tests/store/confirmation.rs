//! Codes of second persons: one for each part of an application, tried five times, good for seven days.

use zhida::account::{Code, Length};
use zhida::calendar::Instant;
use zhida::casework::Reference;
use zhida_server::store::confirmation::{self, StoredCode};

use crate::harness::World;

both_engines!(
    a_code_opens_its_part_until_it_is_too_old,
    a_new_code_ends_the_one_before,
    a_crowd_has_five_tries,
);

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
const PART: &str = "filed_for_me";

fn application() -> Reference {
    Reference::from_random([1, 7, 6, 5, 4, 3, 2, 1])
}

fn later(now: Instant, ms: i64) -> Instant {
    Instant::from_epoch_ms(now.epoch_ms() + ms)
}

async fn given(world: &World, random: u8) -> Code {
    let code = Code::of_random(Length::Link, [random; 16]);
    let mut tx = world.begin().await;
    confirmation::replace_code(&mut tx, &world.keys, (application(), PART), &code, world.now)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    code
}

async fn tries(world: &World, code: &Code, now: Instant) -> Option<StoredCode> {
    let mut tx = world.begin().await;
    let found = confirmation::try_code(&mut tx, &world.keys, code, now).await.unwrap();
    tx.commit().await.unwrap();
    found
}

async fn shown(world: &World, now: Instant) -> Option<StoredCode> {
    let mut reading = world.store.read();
    confirmation::find_code(&mut reading, &world.keys, (application(), PART), now)
        .await
        .unwrap()
}

async fn a_code_opens_its_part_until_it_is_too_old(world: World) {
    let code = given(&world, 1).await;
    let found = tries(&world, &code, world.now).await.unwrap();
    assert_eq!((found.application, found.confirmation.as_str()), (application(), PART));
    assert_eq!((&found.code, found.created_at), (&code, world.now));
    assert_eq!(shown(&world, world.now).await, Some(found));
    // To the end of the seventh day.
    let end = Instant::start_of(later(world.now, 8 * DAY_MS).date());
    assert!(shown(&world, later(end, -1)).await.is_some());
    assert!(shown(&world, end).await.is_none());
    assert!(tries(&world, &code, end).await.is_none());
    let mut tx = world.begin().await;
    assert_eq!(
        confirmation::delete_codes_over(&mut tx, later(end, -1)).await.unwrap(),
        0
    );
    assert_eq!(confirmation::delete_codes_over(&mut tx, end).await.unwrap(), 1);
    tx.commit().await.unwrap();
    assert!(shown(&world, world.now).await.is_none());
}

async fn a_new_code_ends_the_one_before(world: World) {
    let first = given(&world, 1).await;
    let second = given(&world, 2).await;
    assert!(tries(&world, &first, world.now).await.is_none());
    assert!(tries(&world, &second, world.now).await.is_some());
    let mut tx = world.begin().await;
    assert!(confirmation::delete_code(&mut tx, application(), PART).await.unwrap());
    assert!(
        !confirmation::delete_code(&mut tx, application(), PART).await.unwrap(),
        "used once"
    );
    tx.commit().await.unwrap();
    assert!(tries(&world, &second, world.now).await.is_none());
}

async fn a_crowd_has_five_tries(world: World) {
    let code = given(&world, 1).await;
    let crowd: Vec<_> = (0..20)
        .map(|_| {
            let (world, code) = (world.clone(), code.clone());
            tokio::spawn(async move { tries(&world, &code, world.now).await.is_some() })
        })
        .collect();
    let mut let_in = 0;
    for one in crowd {
        let_in += usize::from(one.await.unwrap());
    }
    assert_eq!(let_in, 5);
    assert!(
        shown(&world, world.now).await.is_none(),
        "whoever gave it needs another"
    );
    let mut tx = world.begin().await;
    confirmation::give_try_back(&mut tx, &world.keys, &code).await.unwrap();
    tx.commit().await.unwrap();
    assert!(
        tries(&world, &code, world.now).await.is_some(),
        "who was right had guessed nothing"
    );
}
