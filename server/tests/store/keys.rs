//! The key file belongs to its database.

use zhida_server::store::cipher::{Keys, unlock};

use crate::harness::World;

both_engines!(a_database_knows_its_keys);

async fn a_database_knows_its_keys(world: World) {
    let path = world.folder.join("keys.toml");
    let mut keys = unlock(&world.store, &path).await.unwrap();
    assert!(unlock(&world.store, &path).await.unwrap() == keys);
    // Another key beside the first is welcome, and from then on needed.
    let first = keys.clone();
    keys.rotate().unwrap();
    keys.save(&path).unwrap();
    assert_eq!(unlock(&world.store, &path).await.unwrap().current(), 2);
    first.save(&path).unwrap();
    let problem = unlock(&world.store, &path).await.unwrap_err().to_string();
    assert!(problem.contains("lacks a key"), "{problem}");
    Keys::generate().save(&path).unwrap();
    let problem = unlock(&world.store, &path).await.unwrap_err().to_string();
    assert!(problem.contains("not those of this database"), "{problem}");
    std::fs::remove_file(&path).unwrap();
    let problem = unlock(&world.store, &path).await.unwrap_err().to_string();
    assert!(problem.contains("is missing") && !path.exists(), "{problem}");
}
