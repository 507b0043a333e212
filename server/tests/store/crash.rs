//! A program that is killed in the middle of writing keeps everything it has said is done.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use serde_json::json;
use zhida_server::store::cipher::unlock;
use zhida_server::store::event::{self, NewEvent};
use zhida_server::store::{Store, audit};

use crate::harness::World;

both_engines!(what_was_acknowledged_survives_a_kill);

const URL: &str = "ZHIDA_TEST_WRITES_TO";
const KEYS: &str = "ZHIDA_TEST_WITH_KEYS";

async fn what_was_acknowledged_survives_a_kill(world: World) {
    let key_file = world.folder.join("keys.toml");
    let keys = unlock(&world.store, &key_file).await.unwrap();
    for _ in 0..3 {
        // This very program, told to be the one that is killed.
        let mut writer = Command::new(std::env::current_exe().unwrap())
            .args(["crash::writer", "--exact", "--nocapture"])
            .env(URL, &world.url)
            .env(KEYS, &key_file)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = Vec::new();
        for line in BufReader::new(writer.stdout.take().unwrap()).lines() {
            if let Some((stream, seq)) = line
                .unwrap()
                .strip_prefix("done ")
                .and_then(|done| done.split_once(' '))
            {
                said.push((stream.to_owned(), seq.parse::<i64>().unwrap()));
            }
            if said.len() == 200 {
                writer.kill().unwrap();
            }
        }
        writer.wait().unwrap();
        assert!(said.len() >= 200, "{}", said.len());
        let again = Store::open(&world.url).await.unwrap();
        for (stream, seq) in said {
            let last = event::find_last_seq(&mut again.read(), &stream).await.unwrap();
            assert!(last >= seq, "{stream} ends at {last}, and {seq} was said to be done");
        }
        let report = audit::verify(&again, &keys, &world.folder.join("anchors"))
            .await
            .unwrap();
        assert!(report.findings.is_empty(), "{report:?}");
        again.close().await;
    }
}

/// Not a test: the program that is killed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn writer() {
    let (Some(url), Some(keys)) = (std::env::var_os(URL), std::env::var_os(KEYS)) else {
        return;
    };
    let store = Store::open(url.to_str().unwrap()).await.unwrap();
    let keys = unlock(&store, keys.as_ref()).await.unwrap();
    let writers = (0..8).map(|number| {
        let (store, keys) = (store.clone(), keys.clone());
        tokio::spawn(async move {
            let stream = format!("case:{number}");
            loop {
                let mut tx = store.begin().await.unwrap();
                let new = NewEvent {
                    stream: &stream,
                    expected_seq: event::find_last_seq(&mut tx, &stream).await.unwrap(),
                    kind: "noted",
                    actor: None,
                    role: None,
                    office: None,
                    at: zhida::calendar::Instant::from_epoch_ms(0),
                    payload: &json!({"name": "王小明"}),
                };
                let seq = event::append(&mut tx, &keys, &new).await.unwrap();
                tx.commit().await.unwrap();
                println!("done {stream} {seq}");
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        let _: () = writer.await.unwrap();
    }
}
