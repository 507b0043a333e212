//! A new key reaches everything, and the record of what happened stays as it was.

use serde_json::json;
use uuid::Uuid;
use zhida_server::store::cipher::Keys;
use zhida_server::store::event::{self, NewEvent};
use zhida_server::store::file::{self, About, Files};
use zhida_server::store::reencrypt::{Report, reencrypt};
use zhida_server::store::{Query as _, audit, params};

use crate::harness::World;

both_engines!(everything_gets_the_new_key, what_does_not_open_is_named);

const EVENTS: i64 = 450;

async fn fill(world: &World, files: &Files) -> Uuid {
    let id = Uuid::now_v7();
    let written = files.write(&world.keys, id, b"a certificate".to_vec()).await.unwrap();
    let mut tx = world.begin().await;
    for expected_seq in 0..EVENTS {
        let payload = json!({"n": expected_seq});
        let new = NewEvent {
            stream: if expected_seq < 10 { "case:1" } else { "case:2" },
            expected_seq: if expected_seq < 10 {
                expected_seq
            } else {
                expected_seq - 10
            },
            kind: "noted",
            actor: None,
            role: None,
            office: None,
            at: world.now,
            payload: &payload,
        };
        event::append(&mut tx, &world.keys, &new).await.unwrap();
    }
    let about = About {
        kind: "image/png",
        name: "证.png",
        uploaded_by: "account:1",
        at: world.now,
    };
    file::insert(&mut tx, &world.keys, &written, about).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn everything_gets_the_new_key(world: World) {
    let files = Files::new(&world.folder);
    let id = fill(&world, &files).await;
    let mut keys = world.keys.clone();
    assert_eq!(
        reencrypt(&world.store, &keys, &files).await.unwrap(),
        Report::default(),
        "nothing to do"
    );
    keys.rotate().unwrap();
    let done = reencrypt(&world.store, &keys, &files).await.unwrap();
    assert_eq!(
        (done.values, done.files, done.failed),
        (EVENTS.unsigned_abs() + 1, 1, vec![])
    );
    assert_eq!(reencrypt(&world.store, &keys, &files).await.unwrap(), Report::default());

    let mut reader = world.store.read();
    let row = reader
        .one(
            "SELECT payload FROM event WHERE stream = 'case:2' AND seq = 440",
            params![],
        )
        .await
        .unwrap();
    assert_eq!(Keys::key_of(&row.bytes("payload").unwrap()), Some(2));
    let events = event::list(&mut reader, &keys, "case:2").await.unwrap();
    assert_eq!(events[439].payload, Some(json!({"n": 449})));
    let found = file::find(&mut reader, &keys, id).await.unwrap().unwrap();
    assert_eq!(
        (found.name.as_str(), files.read(&keys, &found).await.unwrap()),
        ("证.png", b"a certificate".to_vec())
    );
    let report = audit::verify(&world.store, &keys, &world.folder.join("anchors"))
        .await
        .unwrap();
    assert!(report.findings.is_empty(), "{report:?}");
    let old = event::list(&mut reader, &world.keys, "case:1").await;
    assert!(old.is_err(), "the old key alone opens nothing any more");
}

async fn what_does_not_open_is_named(world: World) {
    let files = Files::new(&world.folder);
    fill(&world, &files).await;
    let mut tx = world.begin().await;
    let damage = "UPDATE event SET payload = $1 WHERE stream = 'case:1' AND seq = 3";
    tx.execute(damage, params![vec![1_u8, 1, 0, 1, 9, 9, 9]]).await.unwrap();
    tx.commit().await.unwrap();
    let mut keys = world.keys.clone();
    keys.rotate().unwrap();
    let done = reencrypt(&world.store, &keys, &files).await.unwrap();
    assert_eq!(
        (done.values, done.files, done.failed.len()),
        (EVENTS.unsigned_abs(), 1, 1)
    );
    assert!(
        done.failed[0].starts_with("event.payload of case:1/3: "),
        "{:?}",
        done.failed
    );
}
