//! A day's allowance: used up to its end and not beyond, however many come at once; tomorrow there is a new one.

use zhida_server::store::allowance;

use crate::harness::World;

both_engines!(
    a_day_allows_so_much_and_no_more,
    a_crowd_gets_no_more_than_there_is,
    what_was_not_kept_was_not_used,
);

async fn spend(world: &World, who: &str, amount: i64) -> bool {
    let mut tx = world.begin().await;
    let spent = allowance::spend(&mut tx, who, world.now.date(), amount, 100)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    spent
}

async fn a_day_allows_so_much_and_no_more(world: World) {
    assert!(!spend(&world, "a", 101).await);
    assert!(spend(&world, "a", 40).await);
    assert!(spend(&world, "a", 60).await);
    assert!(!spend(&world, "a", 1).await);
    assert!(spend(&world, "b", 100).await, "somebody else's is theirs");
    let tomorrow = world.now.date().next_day().unwrap();
    let mut tx = world.begin().await;
    assert!(allowance::spend(&mut tx, "a", tomorrow, 100, 100).await.unwrap());
    tx.commit().await.unwrap();
    let mut tx = world.begin().await;
    assert_eq!(allowance::delete_before(&mut tx, tomorrow).await.unwrap(), 2);
    assert!(!allowance::spend(&mut tx, "a", tomorrow, 1, 100).await.unwrap());
}

async fn a_crowd_gets_no_more_than_there_is(world: World) {
    let crowd: Vec<_> = (0..30)
        .map(|_| {
            let world = world.clone();
            tokio::spawn(async move { spend(&world, "a", 10).await })
        })
        .collect();
    let mut got = 0;
    for one in crowd {
        got += usize::from(one.await.unwrap());
    }
    assert_eq!(got, 10);
}

async fn what_was_not_kept_was_not_used(world: World) {
    let mut tx = world.begin().await;
    assert!(
        allowance::spend(&mut tx, "a", world.now.date(), 100, 100)
            .await
            .unwrap()
    );
    drop(tx);
    assert!(spend(&world, "a", 100).await);
}
