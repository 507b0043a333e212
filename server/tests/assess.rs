//! `zhida assess` and `zhida services check` as they are called: exit codes, and what goes to which stream.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests: what cannot be run has failed the test"
)]

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::{Value as Json, json};

fn zhida(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zhida"))
        .args(arguments)
        .env_remove("ZHIDA_SERVICES")
        .output()
        .unwrap()
}

fn scenarios() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/data/scenarios.json")
}

fn messages(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A file with that text, and its name as the command is given it.
fn file(text: &[u8]) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.json");
    std::fs::write(&path, text).unwrap();
    let name = path.to_str().unwrap().to_owned();
    (folder, name)
}

#[test]
fn the_ten_people_are_answered_as_json_alone() {
    let path = scenarios();
    let output = zhida(&["assess", path.to_str().unwrap(), "--profile", "hunan_baseline_2021"]);
    assert_eq!(output.status.code(), Some(0), "{}", messages(&output));
    assert_eq!(messages(&output), "");
    let answer: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["profile"], json!("hunan_baseline_2021"));
    assert_eq!(answer["people"].as_array().unwrap().len(), 10);
    assert_eq!(answer["events"].as_array().unwrap().len(), 5);
    assert_eq!(answer["errors"], json!([]));
    let keys: Vec<&String> = answer.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["errors", "events", "people", "profile", "schema_version"]);
}

#[test]
fn the_exit_code_says_how_far_it_came() {
    let (_folder, one_wrong) = file(br#"{"scenarios": [{"id": "A", "applied_on": "2025-06-18"}, {"id": "B"}]}"#);
    let output = zhida(&["assess", &one_wrong]);
    assert_eq!(output.status.code(), Some(1));
    let answer: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["people"][0]["id"], json!("A"));
    assert_eq!(answer["errors"][0]["code"], json!("REQUIRED"));

    let output = zhida(&["assess", &one_wrong, "--profile", "nowhere_1999"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert!(
        messages(&output).contains("hunan_baseline_2021"),
        "it names those there are"
    );
    assert_eq!(zhida(&["assess"]).status.code(), Some(2));

    for (text, place) in [
        (&b"{\n  \"scenarios\": 5\n}"[..], ":2:16: "),
        (b"", ":1:1: "),
        (b"[]", ":1:"),
        (b"{\"scenarios\": [\"\xb2\xd0\"]}", ":1:17: "),
    ] {
        let (_folder, name) = file(text);
        let output = zhida(&["assess", &name]);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(3), 0));
        assert!(
            messages(&output).starts_with(&format!("{name}{place}")),
            "{}",
            messages(&output)
        );
    }
    let output = zhida(&["assess", "/no/such/file"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(3), 0));
}

#[test]
fn services_are_checked_with_their_examples() {
    let shipped = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../services");
    let output = zhida(&["services", "check", shipped.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", messages(&output));

    let folder = tempfile::tempdir().unwrap();
    let care = folder.path().join("care_subsidy");
    std::fs::create_dir(&care).unwrap();
    let examples = std::fs::read_to_string(shipped.join("care_subsidy/examples.toml")).unwrap();
    let wrong = examples.replacen("monthly_fen = 7000", "monthly_fen = 7001", 1);
    std::fs::write(care.join("examples.toml"), wrong).unwrap();
    let output = zhida(&["services", "check", folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(messages(&output).contains("7001"), "{}", messages(&output));
    assert_eq!(zhida(&["services", "check", "/no/such"]).status.code(), Some(2));
}
