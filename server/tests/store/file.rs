//! Files: what came is what is read, nobody reads it from the disk, and nothing is left behind.

use uuid::Uuid;
use zhida::calendar::Instant;
use zhida_server::store::FOREIGN_KEY;
use zhida_server::store::file::{self, About, Files, Subject};

use crate::harness::World;

both_engines!(
    a_file_comes_and_goes,
    a_moved_or_damaged_file_is_noticed,
    what_has_no_row_is_swept_away
);

fn about(at: Instant) -> About<'static> {
    About {
        kind: "image/jpeg",
        name: "残疾证 王小明.jpg",
        uploaded_by: "account:1",
        at,
    }
}

async fn save(world: &World, files: &Files, bytes: &[u8]) -> Uuid {
    let id = Uuid::now_v7();
    let written = files.write(&world.keys, id, bytes.to_vec()).await.unwrap();
    let mut tx = world.begin().await;
    file::insert(&mut tx, &world.keys, &written, about(world.now))
        .await
        .unwrap();
    file::insert_use(&mut tx, id, Subject::Draft("d1"), "certificate_copy", world.now)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    id
}

async fn a_file_comes_and_goes(world: World) {
    let files = Files::new(&world.folder);
    let bytes: Vec<u8> = (0..100_000_u32).map(|n| (n % 251) as u8).collect();
    let id = save(&world, &files, &bytes).await;
    let mut reader = world.store.read();
    let found = file::find(&mut reader, &world.keys, id).await.unwrap().unwrap();
    assert_eq!((found.name.as_str(), found.size), ("残疾证 王小明.jpg", 100_000));
    assert_eq!(files.read(&world.keys, &found).await.unwrap(), bytes);
    let on_disk = std::fs::read(files.folder().join(&found.path)).unwrap();
    assert!(!on_disk.windows(64).any(|part| part == &bytes[..64]), "encrypted");

    // The draft becomes a case: the same file, two uses.
    let mut tx = world.begin().await;
    file::insert_use(&mut tx, id, Subject::Case("c1"), "certificate_copy", world.now)
        .await
        .unwrap();
    file::insert_use(&mut tx, id, Subject::Case("c1"), "certificate_copy", world.now)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let used = file::list(&mut reader, &world.keys, Subject::Case("c1")).await.unwrap();
    assert_eq!(
        (used.len(), used[0].kind.as_str(), &used[0].file),
        (1, "certificate_copy", &found)
    );
    assert!(file::is_used(&mut reader, id, Subject::Case("c1")).await.unwrap());
    assert!(!file::is_used(&mut reader, id, Subject::Case("c2")).await.unwrap());

    let problem = file::delete(&mut world.begin().await, id).await.unwrap_err();
    assert!(problem.is_conflict(FOREIGN_KEY), "in use: {problem:?}");
    let mut tx = world.begin().await;
    assert!(
        file::delete_use(&mut tx, id, Subject::Draft("d1"), "certificate_copy")
            .await
            .unwrap()
    );
    assert!(
        !file::delete_use(&mut tx, id, Subject::Draft("d1"), "certificate_copy")
            .await
            .unwrap()
    );
    assert!(
        file::delete_use(&mut tx, id, Subject::Case("c1"), "certificate_copy")
            .await
            .unwrap()
    );
    let path = file::delete(&mut tx, id).await.unwrap().unwrap();
    assert_eq!(file::delete(&mut tx, id).await.unwrap(), None);
    tx.commit().await.unwrap();
    files.remove(&path).await.unwrap();
    files.remove(&path).await.unwrap();
    assert!(!files.folder().join(&path).exists());
    assert!(files.read(&world.keys, &found).await.is_err());
}

async fn a_moved_or_damaged_file_is_noticed(world: World) {
    let files = Files::new(&world.folder);
    let one = save(&world, &files, b"one").await;
    let two = save(&world, &files, b"two").await;
    let mut reader = world.store.read();
    let one = file::find(&mut reader, &world.keys, one).await.unwrap().unwrap();
    let two = file::find(&mut reader, &world.keys, two).await.unwrap().unwrap();
    std::fs::copy(files.folder().join(&two.path), files.folder().join(&one.path)).unwrap();
    assert!(files.read(&world.keys, &one).await.is_err(), "another file's bytes");
    assert_eq!(files.read(&world.keys, &two).await.unwrap(), b"two");
}

async fn what_has_no_row_is_swept_away(world: World) {
    let files = Files::new(&world.folder);
    assert_eq!(
        files.sweep(&mut world.store.read(), world.now).await.unwrap(),
        0,
        "no folder yet"
    );
    let kept = save(&world, &files, b"kept").await;
    let lost = files
        .write(&world.keys, Uuid::now_v7(), b"lost".to_vec())
        .await
        .unwrap();
    // The disk has the real time: as seen long ago both are young, as seen far ahead both are old.
    let (early, late) = (Instant::from_epoch_ms(0), Instant::from_epoch_ms(32_503_680_000_000));
    assert_eq!(
        files.sweep(&mut world.store.read(), early).await.unwrap(),
        0,
        "perhaps its row is on the way"
    );
    assert_eq!(files.sweep(&mut world.store.read(), late).await.unwrap(), 1);
    assert!(!files.folder().join(&lost.path).exists());
    let kept = file::find(&mut world.store.read(), &world.keys, kept)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(files.read(&world.keys, &kept).await.unwrap(), b"kept");
}
