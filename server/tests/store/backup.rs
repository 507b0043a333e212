//! A backup made while the portal works gives the portal back.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;
use uuid::Uuid;
use zhida_server::store::backup::{self, Manifest, Place};
use zhida_server::store::cipher::{Keys, unlock};
use zhida_server::store::event::{self, NewEvent};
use zhida_server::store::file::{self, About, Files, Subject};
use zhida_server::store::{AssertSqlSafe, Query as _, Store, audit, meta, params};

use crate::harness::World;

both_engines!(
    what_comes_back_is_what_was_there,
    a_backup_is_made_in_the_middle_of_work,
    a_wrong_restore_changes_nothing,
);

async fn note(world: &World, stream: &str) {
    let mut tx = world.begin().await;
    let payload = json!({"name": "王小明"});
    let new = NewEvent {
        stream,
        expected_seq: event::find_last_seq(&mut tx, stream).await.unwrap(),
        kind: "noted",
        actor: None,
        role: None,
        office: None,
        at: world.now,
        payload: &payload,
    };
    event::append(&mut tx, &world.keys, &new).await.unwrap();
    tx.commit().await.unwrap();
}

async fn save(world: &World, bytes: &[u8]) {
    let id = Uuid::now_v7();
    let written = Files::new(&world.folder)
        .write(&world.keys, id, bytes.to_vec())
        .await
        .unwrap();
    let about = About {
        kind: "application/pdf",
        name: "证明.pdf",
        uploaded_by: "account:1",
        at: world.now,
    };
    let mut tx = world.begin().await;
    file::insert(&mut tx, &world.keys, &written, about).await.unwrap();
    file::insert_use(&mut tx, id, Subject::Case("c1"), "proof", world.now)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// A portal with keys of its own in its folder.
async fn portal(mut world: World) -> World {
    world.keys = unlock(&world.store, &world.folder.join("keys.toml")).await.unwrap();
    world
}

async fn make(world: &World, to: &Path) -> Manifest {
    let place = Place {
        url: &world.url,
        data: &world.folder,
    };
    backup::make(&world.store, place, &world.keys, to, world.now)
        .await
        .unwrap()
}

/// Every row of every table, as text.
async fn everything(store: &Store) -> BTreeMap<String, Vec<String>> {
    let mut q = store.read();
    let is_sqlite = matches!(store, Store::Sqlite(_));
    let tables = if is_sqlite {
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    } else {
        "SELECT CAST(table_name AS TEXT) AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1"
    };
    let mut all = BTreeMap::new();
    for table in q.all(tables, params![]).await.unwrap() {
        let table = table.text("name").unwrap();
        let sql = if is_sqlite {
            let columns = format!(
                "SELECT group_concat('quote(' || name || ')', ' || '','' || ') AS it FROM pragma_table_info('{table}')"
            );
            let columns = q
                .one(AssertSqlSafe(columns), params![])
                .await
                .unwrap()
                .text("it")
                .unwrap();
            format!("SELECT {columns} AS it FROM {table} ORDER BY 1")
        } else {
            format!("SELECT CAST(one AS TEXT) AS it FROM {table} AS one ORDER BY 1")
        };
        let rows = q.all(AssertSqlSafe(sql), params![]).await.unwrap();
        all.insert(table, rows.iter().map(|row| row.text("it").unwrap()).collect());
    }
    all
}

async fn what_comes_back_is_what_was_there(world: World) {
    let world = portal(world).await;
    for stream in ["case:1", "case:2", "case:1"] {
        note(&world, stream).await;
    }
    save(&world, b"one").await;
    save(&world, b"two").await;
    let to = world.folder.join("backup");
    let manifest = make(&world, &to).await;
    assert_eq!((manifest.files, manifest.keys.len()), (2, 3));
    assert!(!to.join("keys.toml").exists());
    assert_eq!(open_to_others(&to), Vec::<PathBuf>::new());

    let (url, data) = (world.other_url().await, world.folder.join("other"));
    let place = Place { url: &url, data: &data };
    assert_eq!(
        backup::restore(&to, place, &world.folder.join("keys.toml"))
            .await
            .unwrap(),
        manifest
    );
    let restored = Store::open(&url).await.unwrap();
    assert_eq!(everything(&restored).await, everything(&world.store).await);
    assert!(restored.migrations().await.unwrap().pending.is_empty());
    let report = audit::verify(&restored, &world.keys, &data.join("anchors"))
        .await
        .unwrap();
    assert!(
        report.findings.is_empty() && report.without_anchor.is_empty(),
        "{report:?}"
    );
    assert_eq!((report.events, report.seals), (3, 1), "sealed when it was made");
    let files = Files::new(&data);
    let used = file::list(&mut restored.read(), &world.keys, Subject::Case("c1"))
        .await
        .unwrap();
    assert_eq!(files.read(&world.keys, &used[1].file).await.unwrap(), b"two");
    restored.close().await;
    assert_eq!(open_to_others(&data), Vec::<PathBuf>::new());
}

/// The files below a folder that somebody else than their owner may read.
fn open_to_others(folder: &Path) -> Vec<PathBuf> {
    let mut open = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            open.extend(open_to_others(&path));
        } else if path.metadata().unwrap().permissions().mode() & 0o077 != 0 {
            open.push(path);
        }
    }
    open
}

async fn a_backup_is_made_in_the_middle_of_work(world: World) {
    let world = portal(world).await;
    let stop = Arc::new(AtomicBool::new(false));
    let workers = ["case:1", "case:2"].map(|stream| {
        let (world, stop) = (world.clone(), Arc::clone(&stop));
        tokio::spawn(async move {
            let mut done = 0;
            while !stop.load(Ordering::Relaxed) {
                save(&world, stream.as_bytes()).await;
                note(&world, stream).await;
                done += 1;
            }
            done
        })
    });
    let to = world.folder.join("backup");
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    make(&world, &to).await;
    stop.store(true, Ordering::Relaxed);
    for worker in workers {
        assert!(worker.await.unwrap() > 0);
    }

    let (url, data) = (world.other_url().await, world.folder.join("other"));
    let place = Place { url: &url, data: &data };
    backup::restore(&to, place, &world.folder.join("keys.toml"))
        .await
        .unwrap();
    let restored = Store::open(&url).await.unwrap();
    let report = audit::verify(&restored, &world.keys, &data.join("anchors"))
        .await
        .unwrap();
    assert!(report.findings.is_empty() && report.events > 0, "{report:?}");
    let files = Files::new(&data);
    for used in file::list(&mut restored.read(), &world.keys, Subject::Case("c1"))
        .await
        .unwrap()
    {
        assert!(files.read(&world.keys, &used.file).await.unwrap().starts_with(b"case:"));
    }
    restored.close().await;
}

async fn a_wrong_restore_changes_nothing(world: World) {
    let world = portal(world).await;
    let keys = world.folder.join("keys.toml");
    note(&world, "case:1").await;
    save(&world, b"one").await;
    let to = world.folder.join("backup");
    make(&world, &to).await;
    let again = Place {
        url: &world.url,
        data: &world.folder,
    };
    let refused = backup::make(&world.store, again, &world.keys, &to, world.now)
        .await
        .unwrap_err();
    assert!(refused.to_string().contains("not empty"), "{refused}");

    let before = everything(&world.store).await;
    let refused = backup::restore(&to, again, &keys).await.unwrap_err();
    assert!(refused.to_string().contains("not empty"), "{refused}");
    let url = world.url.clone();
    let over = Place {
        url: &url,
        data: &world.folder.join("new"),
    };
    let refused = backup::restore(&to, over, &keys).await.unwrap_err().to_string();
    assert!(
        refused.contains("not empty") || refused.contains("already"),
        "{refused}"
    );
    assert_eq!(everything(&world.store).await, before);

    let (url, data) = (world.other_url().await, world.folder.join("other"));
    let place = Place { url: &url, data: &data };
    let other_keys = world.folder.join("others.toml");
    Keys::generate().save(&other_keys).unwrap();
    let refused = backup::restore(&to, place, &other_keys).await.unwrap_err().to_string();
    assert!(refused.contains("not those that this backup needs"), "{refused}");
    let refused = backup::restore(&to, place, &world.folder.join("none.toml"))
        .await
        .unwrap_err()
        .to_string();
    assert!(refused.contains("is missing"), "{refused}");
    let refused = backup::restore(&world.folder, place, &keys)
        .await
        .unwrap_err()
        .to_string();
    assert!(refused.contains("not a complete backup"), "{refused}");
    let elsewhere = Place {
        url: if url.starts_with("sqlite:") {
            "postgres://x/y"
        } else {
            "sqlite:x"
        },
        data: &data,
    };
    let refused = backup::restore(&to, elsewhere, &keys).await.unwrap_err().to_string();
    assert!(refused.contains("another kind of database"), "{refused}");
    let database = to.join(if url.starts_with("sqlite:") {
        "zhida.db"
    } else {
        "zhida.dump"
    });
    let mut bytes = std::fs::read(&database).unwrap();
    bytes.push(0);
    std::fs::write(&database, bytes).unwrap();
    let refused = backup::restore(&to, place, &keys).await.unwrap_err().to_string();
    assert!(refused.contains("another copy"), "{refused}");
    assert!(!data.join("files").exists());
    if url.starts_with("sqlite:") {
        assert!(!Store::is_there(&url));
    } else {
        let empty = Store::open(&url).await.unwrap();
        assert!(meta::find(&mut empty.read(), "x").await.is_err(), "no tables");
        empty.close().await;
    }
}
