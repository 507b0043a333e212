//! A form pressed twice is done once.

use uuid::Uuid;
use zhida::calendar::Instant;
use zhida_server::store::StoreError;
use zhida_server::store::operation::{self, ONCE, Operation};

use crate::harness::World;

both_engines!(done_once_however_often_pressed, old_operations_are_forgotten);

fn submit(id: Uuid) -> Operation {
    Operation {
        id,
        actor: "account:1".to_owned(),
        route: "apply-submit".to_owned(),
        location: "/cases/ZD12345678".to_owned(),
    }
}

async fn press(world: &World, operation: &Operation, at: Instant) -> Result<(), StoreError> {
    let mut tx = world.begin().await;
    operation::insert(&mut tx, operation, at).await?;
    tx.commit().await
}

async fn done_once_however_often_pressed(world: World) {
    let operation = submit(Uuid::now_v7());
    let pressed = tokio::join!(
        press(&world, &operation, world.now),
        press(&world, &operation, world.now),
        press(&world, &operation, world.now)
    );
    let pressed = [pressed.0, pressed.1, pressed.2];
    assert_eq!(pressed.iter().filter(|done| done.is_ok()).count(), 1);
    assert!(
        pressed
            .iter()
            .filter_map(|done| done.as_ref().err())
            .all(|problem| problem.is_conflict(ONCE))
    );
    let mut reader = world.store.read();
    let found = operation::find(&mut reader, operation.id, "account:1", "apply-submit")
        .await
        .unwrap();
    assert_eq!(found, Some(operation.clone()));
    for (actor, route) in [("account:2", "apply-submit"), ("account:1", "apply-page")] {
        assert_eq!(
            operation::find(&mut reader, operation.id, actor, route).await.unwrap(),
            None
        );
    }
}

async fn old_operations_are_forgotten(world: World) {
    press(&world, &submit(Uuid::now_v7()), Instant::from_epoch_ms(1))
        .await
        .unwrap();
    press(&world, &submit(Uuid::now_v7()), world.now).await.unwrap();
    let mut tx = world.begin().await;
    assert_eq!(operation::delete_before(&mut tx, world.now).await.unwrap(), 1);
    tx.commit().await.unwrap();
}
