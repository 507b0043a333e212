//! Events: appended, read, erased; the later of two writers learns it.

use serde_json::json;
use zhida_server::store::event::{self, NewEvent, VERSION};
use zhida_server::store::{Query as _, params};

use crate::harness::World;

both_engines!(
    events_come_back_in_order,
    the_later_of_two_learns_it,
    the_payload_is_unreadable_in_the_database,
    an_erased_event_still_happened,
);

async fn append(world: &World, expected_seq: i64, kind: &str) -> Result<i64, zhida_server::store::StoreError> {
    let mut tx = world.begin().await;
    let payload = json!({"name": "王小明", "n": expected_seq});
    let new = NewEvent {
        stream: "case:1",
        expected_seq,
        kind,
        actor: Some("officer:7"),
        role: Some("township_officer"),
        office: None,
        at: world.now,
        payload: &payload,
    };
    let seq = event::append(&mut tx, &world.keys, &new).await?;
    tx.commit().await?;
    Ok(seq)
}

async fn events_come_back_in_order(world: World) {
    for (before, kind) in ["submitted", "accepted", "forwarded"].into_iter().enumerate() {
        let before = i64::try_from(before).unwrap();
        assert_eq!(append(&world, before, kind).await.unwrap(), before + 1);
    }
    let mut reader = world.store.read();
    let events = event::list(&mut reader, &world.keys, "case:1").await.unwrap();
    let kinds: Vec<&str> = events.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(kinds, ["submitted", "accepted", "forwarded"]);
    assert_eq!(events[1].payload, Some(json!({"name": "王小明", "n": 1})));
    assert_eq!(
        (events[1].actor.as_deref(), events[1].office.as_deref()),
        (Some("officer:7"), None)
    );
    assert_eq!(events[2].at, world.now);
    assert_eq!(event::find_last_seq(&mut reader, "case:1").await.unwrap(), 3);
    assert_eq!(event::find_last_seq(&mut reader, "case:2").await.unwrap(), 0);
    assert!(
        event::list(&mut reader, &world.keys, "case:2")
            .await
            .unwrap()
            .is_empty()
    );
}

async fn the_later_of_two_learns_it(world: World) {
    append(&world, 0, "submitted").await.unwrap();
    append(&world, 1, "accepted").await.unwrap();
    for late in [0, 1] {
        let problem = append(&world, late, "returned").await.unwrap_err();
        assert!(problem.is_conflict(VERSION), "{problem:?}");
    }
    assert!(append(&world, 7, "returned").await.is_err(), "no gaps");
    // At the very same moment: one of them.
    let both = tokio::join!(append(&world, 2, "a"), append(&world, 2, "b"));
    let failed = match both {
        (Ok(3), Err(problem)) | (Err(problem), Ok(3)) => problem,
        other => panic!("one of two must win: {other:?}"),
    };
    assert!(failed.is_conflict(VERSION), "{failed:?}");
}

async fn the_payload_is_unreadable_in_the_database(world: World) {
    append(&world, 0, "submitted").await.unwrap();
    let row = world
        .store
        .read()
        .one("SELECT payload FROM event", params![])
        .await
        .unwrap();
    let bytes = row.bytes("payload").unwrap();
    let name = "王小明".as_bytes();
    assert!(!bytes.windows(name.len()).any(|part| part == name));
}

async fn an_erased_event_still_happened(world: World) {
    append(&world, 0, "submitted").await.unwrap();
    append(&world, 1, "accepted").await.unwrap();
    let mut tx = world.begin().await;
    event::erase(&mut tx, "case:1", 1).await.unwrap();
    tx.commit().await.unwrap();
    let events = event::list(&mut world.store.read(), &world.keys, "case:1")
        .await
        .unwrap();
    assert_eq!(events[0].payload, None);
    assert_eq!(events[0].kind, "submitted");
    assert!(events[1].payload.is_some());
    append(&world, 2, "forwarded").await.unwrap();
}
