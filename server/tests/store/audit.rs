//! The audit finds what was changed, removed and cut off, and nothing where nothing was.

use std::path::PathBuf;

use serde_json::json;
use zhida_server::store::audit::{self, Finding, Report};
use zhida_server::store::event::{self, NewEvent};
use zhida_server::store::seal;
use zhida_server::store::{Value, params};

use crate::harness::World;

both_engines!(
    an_honest_database_has_no_findings,
    every_column_of_an_event_is_covered,
    removed_and_cut_off_events_are_named,
    a_rewritten_chain_is_betrayed_by_its_seal,
    seals_and_anchors_watch_each_other,
    only_what_moved_is_sealed,
);

fn anchors(world: &World) -> PathBuf {
    world.folder.join("anchors")
}

async fn append(world: &World, stream: &str, count: i64) {
    let mut tx = world.begin().await;
    let from = event::find_last_seq(&mut tx, stream).await.unwrap();
    for expected_seq in from..from + count {
        let payload = json!({"n": expected_seq});
        let new = NewEvent {
            stream,
            expected_seq,
            kind: "noted",
            actor: Some("officer:1"),
            role: None,
            office: Some("430104"),
            at: world.now,
            payload: &payload,
        };
        event::append(&mut tx, &world.keys, &new).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn seal(world: &World) -> Option<seal::Seal> {
    seal::insert(&world.store, &world.keys, &anchors(world), world.now)
        .await
        .unwrap()
}

async fn tamper(world: &World, sql: &'static str, values: Vec<Value>) {
    let mut tx = world.begin().await;
    assert!(tx.execute(sql, values).await.unwrap() > 0, "{sql}");
    tx.commit().await.unwrap();
}

async fn verify(world: &World) -> Report {
    audit::verify(&world.store, &world.keys, &anchors(world)).await.unwrap()
}

async fn findings(world: &World) -> Vec<Finding> {
    verify(world).await.findings.into_iter().collect()
}

fn changed(stream: &str, seq: i64) -> Finding {
    Finding::Changed(stream.to_owned(), seq)
}

async fn an_honest_database_has_no_findings(world: World) {
    assert_eq!(verify(&world).await, Report::default());
    append(&world, "case:1", 3).await;
    append(&world, "case:2", 2).await;
    seal(&world).await.unwrap();
    append(&world, "case:1", 2).await;
    let mut tx = world.begin().await;
    event::erase(&mut tx, "case:1", 2).await.unwrap();
    tx.commit().await.unwrap();
    let report = verify(&world).await;
    assert!(report.findings.is_empty(), "{:?}", report.findings);
    assert_eq!(
        (report.streams, report.events, report.erased, report.seals),
        (2, 7, 1, 1)
    );
    // Another key reads nothing and finds everything wrong, rather than nothing.
    let other = zhida_server::store::cipher::Keys::generate();
    assert!(
        !audit::verify(&world.store, &other, &anchors(&world))
            .await
            .unwrap()
            .findings
            .is_empty()
    );
}

async fn every_column_of_an_event_is_covered(world: World) {
    append(&world, "case:1", 3).await;
    let changes = [
        "UPDATE event SET kind = 'granted' WHERE seq = 2",
        "UPDATE event SET kind = 'noted', actor = NULL WHERE seq = 2",
        "UPDATE event SET actor = 'officer:1', role = '' WHERE seq = 2",
        "UPDATE event SET role = NULL, office = '430105' WHERE seq = 2",
        "UPDATE event SET office = '430104', at = at + 1 WHERE seq = 2",
    ];
    for change in changes {
        tamper(&world, change, params![]).await;
        assert_eq!(findings(&world).await, [changed("case:1", 2)], "{change}");
    }
    tamper(&world, "UPDATE event SET at = at - 1 WHERE seq = 2", params![]).await;
    assert_eq!(findings(&world).await, [], "put back");
    // Another content, encrypted by somebody who has the keys.
    let forged = world.keys.seal("event", "payload", "case:1/3", br#"{"n":9}"#);
    tamper(&world, "UPDATE event SET payload = $1 WHERE seq = 3", params![forged]).await;
    assert_eq!(findings(&world).await, [changed("case:1", 3)]);
}

async fn removed_and_cut_off_events_are_named(world: World) {
    append(&world, "case:1", 5).await;
    append(&world, "case:2", 2).await;
    append(&world, "case:3", 2).await;
    seal(&world).await.unwrap();
    tamper(
        &world,
        "DELETE FROM event WHERE stream = 'case:1' AND seq IN (1, 3)",
        params![],
    )
    .await;
    tamper(
        &world,
        "DELETE FROM event WHERE stream = 'case:2' AND seq = 2",
        params![],
    )
    .await;
    tamper(&world, "DELETE FROM event WHERE stream = 'case:3'", params![]).await;
    let removed = |seq| Finding::Removed("case:1".to_owned(), seq);
    let cut_off = |stream: &str| Finding::CutOff(stream.to_owned(), 2);
    assert_eq!(
        findings(&world).await,
        [removed(1), removed(3), cut_off("case:2"), cut_off("case:3")]
    );
    // Going on where it was cut does not hide it.
    append(&world, "case:2", 2).await;
    assert!(findings(&world).await.contains(&changed("case:2", 2)));
}

async fn a_rewritten_chain_is_betrayed_by_its_seal(world: World) {
    append(&world, "case:1", 3).await;
    seal(&world).await.unwrap();
    // Everything of the stream written anew, with the keys, in good order.
    tamper(&world, "DELETE FROM event", params![]).await;
    append(&world, "case:1", 4).await;
    assert_eq!(findings(&world).await, [changed("case:1", 3)]);
}

async fn seals_and_anchors_watch_each_other(world: World) {
    append(&world, "case:1", 2).await;
    seal(&world).await.unwrap();
    append(&world, "case:1", 1).await;
    seal(&world).await.unwrap();
    append(&world, "case:1", 1).await;
    seal(&world).await.unwrap();
    assert_eq!(findings(&world).await, []);

    // The last event and everything in the database that knows of it: the anchor still does.
    tamper(&world, "DELETE FROM event WHERE seq = 4", params![]).await;
    tamper(&world, "DELETE FROM seal_head WHERE seal = 3", params![]).await;
    tamper(&world, "DELETE FROM seal WHERE number = 3", params![]).await;
    assert_eq!(
        findings(&world).await,
        [Finding::CutOff("case:1".to_owned(), 4), Finding::SealRemoved(3)]
    );

    // The anchors alone: said, but another server may have them.
    let folder = anchors(&world);
    std::fs::remove_file(folder.join("seal-00000003.json")).unwrap();
    std::fs::remove_file(folder.join("seal-00000002.json")).unwrap();
    let report = verify(&world).await;
    assert_eq!((report.findings.len(), report.without_anchor), (0, vec![2]));

    let first = folder.join("seal-00000001.json");
    let text = std::fs::read_to_string(&first)
        .unwrap()
        .replace("\"seq\":2", "\"seq\":1");
    std::fs::write(&first, text).unwrap();
    assert_eq!(
        findings(&world).await,
        [Finding::AnchorChanged("seal-00000001.json".to_owned())]
    );

    tamper(&world, "UPDATE seal_head SET seq = 1 WHERE seal = 1", params![]).await;
    assert!(findings(&world).await.contains(&Finding::SealChanged(1)));
}

async fn only_what_moved_is_sealed(world: World) {
    assert_eq!(seal(&world).await, None);
    append(&world, "case:1", 2).await;
    append(&world, "case:2", 1).await;
    assert_eq!(seal(&world).await.unwrap().heads.len(), 2);
    assert_eq!(seal(&world).await, None);
    append(&world, "case:2", 1).await;
    let second = seal(&world).await.unwrap();
    assert_eq!((second.number, second.heads.len(), second.heads[0].seq), (2, 1, 2));
    assert_eq!(seal::find(&mut world.store.read(), 2).await.unwrap(), Some(second));
}
