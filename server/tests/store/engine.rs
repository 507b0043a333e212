//! The engine itself: values, transactions, constraints, and the one writer of SQLite.

use std::time::Duration;

use zhida_server::store::{FOREIGN_KEY, Query as _, Store, StoreError, Tx, meta, params};

use crate::harness::World;

both_engines!(
    values_come_back_as_they_went,
    what_is_dropped_is_gone,
    constraints_have_names,
    a_failed_transaction_cannot_go_on,
    a_transaction_sees_itself_and_others_do_not,
    many_commit_at_once,
    neighbours_in_a_group_keep_what_they_did,
    a_forgotten_transaction_blocks_nobody,
    migrating_again_changes_nothing,
    a_newer_database_is_refused,
    a_lost_connection_is_found_again,
    a_table_that_has_grown_is_known_to_have,
);

async fn put(tx: &mut Tx, name: &str, value: &str) {
    meta::insert_once(tx, name, value).await.unwrap();
}

async fn get(world: &World, name: &str) -> Option<String> {
    meta::find(&mut world.store.read(), name).await.unwrap()
}

async fn values_come_back_as_they_went(world: World) {
    let mut tx = world.begin().await;
    let event = "INSERT INTO event (stream, seq, kind, actor, at, payload, salt, digest, hash)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let null: Option<&str> = None;
    let bytes: Option<Vec<u8>> = None;
    let row = params![
        "𬱖·\0㮾",
        i64::MAX,
        "",
        null,
        world.now,
        bytes.clone(),
        bytes,
        vec![0_u8, 255],
        vec![1_u8]
    ];
    assert_eq!(tx.execute(event, row).await.unwrap(), 1);
    tx.commit().await.unwrap();
    let row = world
        .store
        .read()
        .one(
            "SELECT *, 1 AS yes, count(*) OVER () AS n FROM event WHERE seq = $1",
            params![i64::MAX],
        )
        .await
        .unwrap();
    assert_eq!(row.text("stream").unwrap(), "𬱖·㮾");
    assert_eq!((row.int("seq").unwrap(), row.int("n").unwrap()), (i64::MAX, 1));
    assert_eq!(row.text("kind").unwrap(), "");
    assert_eq!(row.text_or_null("actor").unwrap(), None);
    assert_eq!(row.instant("at").unwrap(), world.now);
    assert_eq!(row.bytes_or_null("payload").unwrap(), None);
    assert_eq!(row.bytes("digest").unwrap(), [0, 255]);
    assert!(row.text("actor").is_err(), "nothing is not an empty text");
    assert!(row.text("no_such_column").is_err());
}

async fn what_is_dropped_is_gone(world: World) {
    let mut tx = world.begin().await;
    put(&mut tx, "a", "1").await;
    drop(tx);
    assert_eq!(get(&world, "a").await, None);
    let mut tx = world.begin().await;
    put(&mut tx, "a", "2").await;
    tx.commit().await.unwrap();
    assert_eq!(get(&world, "a").await.as_deref(), Some("2"));
}

async fn constraints_have_names(world: World) {
    let cases = [
        (
            "INSERT INTO operation (id, actor, route, location, at) VALUES ('x', '', '', '', 0), ('x', '', '', '', 0)",
            "uq_operation_id",
        ),
        (
            "INSERT INTO job (id, kind, unique_key, payload, state, run_at, attempts, created_at)
             VALUES ('1', '', 'k', '', 'waiting', 0, 0, 0), ('2', '', 'k', '', 'waiting', 0, 0, 0)",
            "uq_job_unique_key",
        ),
        (
            "INSERT INTO job (id, kind, unique_key, payload, state, run_at, attempts, created_at)
             VALUES ('1', '', 'k', '', 'lost', 0, 0, 0)",
            "ck_job_state",
        ),
        (
            "INSERT INTO file_use (file, subject, subject_id, kind, at) VALUES ('none', 'case', '1', '', 0)",
            FOREIGN_KEY,
        ),
    ];
    for (sql, name) in cases {
        let problem = world.begin().await.execute(sql, params![]).await.unwrap_err();
        assert!(problem.is_conflict(name), "{name}: {problem:?}");
    }
    let nothing = world
        .begin()
        .await
        .execute("INSERT INTO meta (name, value) VALUES ('a', NULL)", params![])
        .await;
    assert!(matches!(nothing, Err(StoreError::Other(_))), "{nothing:?}");
}

async fn a_failed_transaction_cannot_go_on(world: World) {
    let mut tx = world.begin().await;
    put(&mut tx, "a", "1").await;
    assert!(tx.execute("INSERT INTO nowhere VALUES (1)", params![]).await.is_err());
    assert!(
        tx.execute("INSERT INTO meta (name, value) VALUES ('b', '')", params![])
            .await
            .is_err()
    );
    assert!(tx.all("SELECT 1", params![]).await.is_err());
    assert!(tx.commit().await.is_err());
    assert_eq!(get(&world, "a").await, None);
}

async fn a_transaction_sees_itself_and_others_do_not(world: World) {
    let mut tx = world.begin().await;
    put(&mut tx, "a", "1").await;
    assert_eq!(meta::find(&mut tx, "a").await.unwrap().as_deref(), Some("1"));
    assert_eq!(get(&world, "a").await, None);
    tx.commit().await.unwrap();
    assert_eq!(get(&world, "a").await.as_deref(), Some("1"));
}

async fn many_commit_at_once(world: World) {
    let writers = (0..150).map(|number| {
        let world = world.clone();
        tokio::spawn(async move {
            let mut tx = world.begin().await;
            put(&mut tx, &format!("n{number:03}"), "x").await;
            if number % 5 == 0 {
                return false;
            }
            tx.commit().await.unwrap();
            // What has been committed is there for everybody at once.
            assert!(get(&world, &format!("n{number:03}")).await.is_some());
            true
        })
    });
    let mut committed = 0;
    for writer in writers.collect::<Vec<_>>() {
        committed += usize::from(writer.await.unwrap());
    }
    assert_eq!(committed, 120);
    assert_eq!(meta::list(&mut world.store.read(), "n").await.unwrap().len(), 120);
}

async fn neighbours_in_a_group_keep_what_they_did(world: World) {
    // While the first holds its turn the others wait; on SQLite they end up in one group.
    let mut first = world.begin().await;
    let others = (0..6).map(|number| {
        let world = world.clone();
        tokio::spawn(async move {
            let mut tx = world.begin().await;
            put(&mut tx, &format!("n{number}"), "x").await;
            match number {
                1 => tx
                    .execute("INSERT INTO meta (name, value) VALUES ('n1', '')", params![])
                    .await
                    .map(|_| ()),
                2 => {
                    drop(tx);
                    Ok(())
                }
                _ => tx.commit().await,
            }
        })
    });
    let others: Vec<_> = others.collect();
    tokio::time::sleep(Duration::from_millis(30)).await;
    put(&mut first, "first", "x").await;
    first.commit().await.unwrap();
    for (number, other) in others.into_iter().enumerate() {
        let done = other.await.unwrap();
        assert_eq!(done.is_err(), number == 1, "{number}: {done:?}");
    }
    let kept = meta::list(&mut world.store.read(), "n").await.unwrap();
    let kept: Vec<&str> = kept.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(kept, ["n0", "n3", "n4", "n5"]);
}

async fn a_forgotten_transaction_blocks_nobody(world: World) {
    // Cut off at every stage: waiting for its turn, in a statement, before its commit is answered.
    for wait in [0_u64, 1, 2, 3, 5, 8] {
        for _ in 0..5 {
            let world = world.clone();
            let cut = tokio::spawn(async move {
                let mut tx = world.begin().await;
                for _ in 0..20 {
                    tx.all("SELECT name FROM meta", params![]).await.unwrap();
                }
                put(&mut tx, "never", "x").await;
                tokio::time::sleep(Duration::from_mins(1)).await;
                tx.commit().await.unwrap();
            });
            tokio::time::sleep(Duration::from_micros(wait * 400)).await;
            cut.abort();
        }
    }
    let mut tx = tokio::time::timeout(Duration::from_secs(5), world.begin())
        .await
        .unwrap();
    put(&mut tx, "after", "x").await;
    tx.commit().await.unwrap();
    assert_eq!(get(&world, "never").await, None);
    assert_eq!(get(&world, "after").await.as_deref(), Some("x"));
}

async fn migrating_again_changes_nothing(world: World) {
    let before = world.store.migrations().await.unwrap();
    assert!(before.pending.is_empty() && before.unknown.is_empty() && before.applied.starts_with(&[1]));
    world.store.migrate().await.unwrap();
    assert_eq!(world.store.migrations().await.unwrap(), before);
    world.store.close().await;
    let again = Store::open(&world.url).await.unwrap();
    assert_eq!(again.migrations().await.unwrap(), before);
    assert!(
        matches!(world.store.begin().await, Err(StoreError::Unavailable)),
        "closed"
    );
}

async fn a_newer_database_is_refused(world: World) {
    let mut tx = world.begin().await;
    tx.execute(
        "UPDATE _sqlx_migrations SET version = 9999 WHERE version = 1",
        params![],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(world.store.migrations().await.unwrap().unknown, [9999]);
    let problem = world.store.migrate().await.unwrap_err().to_string();
    assert!(problem.contains("newer version"), "{problem}");
}

async fn a_lost_connection_is_found_again(world: World) {
    if world.url.starts_with("sqlite:") {
        return a_full_disk_loses_nothing_silently(world).await;
    }
    let mut tx = world.begin().await;
    put(&mut tx, "never", "x").await;
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE datname = current_database() AND pid <> pg_backend_pid()";
    world.store.read().all(cut, params![]).await.unwrap();
    let problem = tx.commit().await.unwrap_err();
    assert!(matches!(problem, StoreError::Unavailable), "{problem:?}");
    let mut tx = world.begin().await;
    put(&mut tx, "after", "x").await;
    tx.commit().await.unwrap();
    assert_eq!(
        (get(&world, "never").await, get(&world, "after").await.as_deref()),
        (None, Some("x"))
    );
}

/// A database that cannot grow is a full disk.
async fn a_full_disk_loses_nothing_silently(world: World) {
    let mut first = world.begin().await;
    let pages = first
        .one("PRAGMA page_count", params![])
        .await
        .unwrap()
        .int("page_count")
        .unwrap();
    assert!(pages < 2000);
    first.all("PRAGMA max_page_count = 200", params![]).await.unwrap();
    put(&mut first, "first", "x").await;
    let (small, big) = (world.clone(), world.clone());
    let big = tokio::spawn(async move {
        let mut tx = big.begin().await;
        let full = meta::insert_once(&mut tx, "big", &"x".repeat(4_000_000)).await;
        assert!(matches!(full, Err(StoreError::Unavailable)), "{full:?}");
        assert!(tx.commit().await.is_err());
    });
    tokio::time::sleep(Duration::from_millis(20)).await;
    let small = tokio::spawn(async move {
        let mut tx = small.begin().await;
        put(&mut tx, "small", "x").await;
        tx.commit().await
    });
    tokio::time::sleep(Duration::from_millis(20)).await;
    let first = first.commit().await;
    big.await.unwrap();
    let small = small.await.unwrap();
    // Whoever was told that it is done finds it; whoever shared the fate of the full disk was told.
    for (name, told) in [("first", first), ("small", small)] {
        match told {
            Ok(()) => assert!(get(&world, name).await.is_some(), "{name}"),
            Err(problem) => {
                assert!(matches!(problem, StoreError::Unavailable), "{problem:?}");
                assert_eq!(get(&world, name).await, None, "{name}");
            }
        }
    }
    let mut tx = world.begin().await;
    put(&mut tx, "after", "x").await;
    tx.commit().await.unwrap();
    assert_eq!(
        (get(&world, "big").await, get(&world, "after").await.as_deref()),
        (None, Some("x"))
    );
}

async fn a_table_that_has_grown_is_known_to_have(world: World) {
    let mut tx = world.begin().await;
    for number in 0..200 {
        put(&mut tx, &format!("thing {number}"), "there").await;
    }
    tx.commit().await.unwrap();
    world.store.learn().await.unwrap();
    if let Store::Postgres(_) = world.store {
        // It learns when it likes.
        return;
    }
    let known = "SELECT count(*) AS n FROM sqlite_stat1 WHERE tbl = 'meta' AND stat LIKE '20%'";
    let row = world.store.read().one(known, params![]).await.unwrap();
    assert!(row.int("n").unwrap() > 0);
}
