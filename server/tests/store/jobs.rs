//! The worker: what is due is done, what fails is kept, and it ends when the portal does.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use zhida_server::config::Config;
use zhida_server::jobs;
use zhida_server::portal::Portal;
use zhida_server::startup;
use zhida_server::store::event::{self, NewEvent};
use zhida_server::store::outbox::{self, NewJob};
use zhida_server::store::{Query as _, params, seal};

use crate::harness::World;

both_engines!(
    what_is_due_is_done,
    work_nobody_knows_is_kept,
    the_worker_ends_with_the_portal
);

async fn portal(world: &World) -> Arc<Portal> {
    let settings = [
        ("data", world.folder.display().to_string()),
        ("database_url", world.url.clone()),
    ];
    let settings: BTreeMap<String, String> = settings.map(|(name, value)| (name.to_owned(), value)).into();
    Arc::new(startup::portal(Config::read(&settings).unwrap()).await.unwrap())
}

async fn put(portal: &Portal, kind: &str) {
    let mut tx = portal.store.begin().await.unwrap();
    let job = NewJob {
        kind,
        unique_key: &format!("{kind}:test"),
        payload: &json!({}),
        run_at: portal.now(),
    };
    outbox::insert(&mut tx, &job, portal.now()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn state_of(portal: &Portal, key: &'static str) -> String {
    let sql = "SELECT state FROM job WHERE unique_key = $1";
    portal
        .store
        .read()
        .one(sql, params![key])
        .await
        .unwrap()
        .text("state")
        .unwrap()
}

async fn what_is_due_is_done(world: World) {
    let portal = portal(&world).await;
    assert!(!jobs::next(&portal).await.unwrap());
    let mut tx = portal.store.begin().await.unwrap();
    let new = NewEvent {
        stream: "case:1",
        expected_seq: 0,
        kind: "noted",
        actor: None,
        role: None,
        office: None,
        at: world.now,
        payload: &json!({}),
    };
    event::append(&mut tx, &portal.keys, &new).await.unwrap();
    tx.commit().await.unwrap();
    put(&portal, "seal").await;
    put(&portal, "sweep").await;
    assert!(jobs::next(&portal).await.unwrap());
    assert!(jobs::next(&portal).await.unwrap());
    assert!(!jobs::next(&portal).await.unwrap());
    assert_eq!(
        (
            state_of(&portal, "seal:test").await,
            state_of(&portal, "sweep:test").await
        ),
        ("done".into(), "done".into())
    );
    assert_eq!(seal::find_last_number(&mut portal.store.read()).await.unwrap(), 1);
    assert_eq!(seal::read_anchors(&world.folder.join("anchors")).unwrap().len(), 1);
    portal.store.close().await;
}

async fn work_nobody_knows_is_kept(world: World) {
    let portal = portal(&world).await;
    put(&portal, "of-a-later-version").await;
    assert!(jobs::next(&portal).await.unwrap());
    assert_eq!(state_of(&portal, "of-a-later-version:test").await, "waiting");
    assert!(!jobs::next(&portal).await.unwrap(), "not at once again");
    portal.store.close().await;
}

async fn the_worker_ends_with_the_portal(world: World) {
    let portal = portal(&world).await;
    put(&portal, "sweep").await;
    let worker = tokio::spawn(jobs::work(Arc::clone(&portal)));
    for _ in 0..100 {
        if state_of(&portal, "sweep:test").await == "done" {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(state_of(&portal, "sweep:test").await, "done");
    portal.stop();
    tokio::time::timeout(Duration::from_secs(5), worker)
        .await
        .unwrap()
        .unwrap();
    portal.store.close().await;
}
