//! Commands on a portal's own database, as they are called.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests: what cannot be run has failed the test"
)]

use std::path::Path;
use std::process::{Command, Output};

struct Portal(tempfile::TempDir);

impl Portal {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn zhida(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zhida"));
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("ZHIDA_") {
                command.env_remove(name);
            }
        }
        command
            .args(arguments)
            .env("ZHIDA_DATA", self.0.path().join("data"))
            .output()
            .unwrap()
    }

    /// Takes two administrators on.
    fn with_two_administrators(self) -> Self {
        for (login, name) in [("li", "李芳"), ("wang", "王强")] {
            let post = "administrator@430000";
            let added = self.zhida(&[
                "staff",
                "add",
                login,
                "--name",
                name,
                "--office",
                "省民政厅",
                "--post",
                post,
            ]);
            assert_eq!(added.status.code(), Some(0), "{}", complained(&added));
        }
        self
    }

    /// Writes a file of the operator's; its path.
    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn folder(&self) -> &Path {
        self.0.path()
    }
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn complained(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Copies a folder with everything in it.
fn copy_all(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let there = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_all(&path, &there);
        } else {
            std::fs::copy(&path, &there).unwrap();
        }
    }
}

const RAISED: &str = r#"
[[value]]
division = "430104"
key = "living_monthly"
from = "2026-01"
value = 15000
basis = "hunan-mzt-2021"
"#;

#[test]
fn a_folder_of_services_is_checked_with_its_examples() {
    let portal = Portal::new();
    let checked = portal.zhida(&["services", "check", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/added")]);
    assert_eq!(checked.status.code(), Some(0), "{}", complained(&checked));
    let told = said(&checked);
    assert!(told.contains("skill_grant: 6 rules, 10 examples hold"), "{told}");
    assert!(told.contains("care_subsidy: "), "{told}");
    assert!(
        told.contains("skill_grant: there is no skill_grant/text.easy.ftl"),
        "{told}"
    );
    // What the start refuses, the check does too: a value that is not in force yet.
    let folder = tempfile::tempdir().unwrap();
    copy_all(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/added")),
        folder.path(),
    );
    let values = folder.path().join("skill_grant/policy/values.toml");
    let later = std::fs::read_to_string(&values)
        .unwrap()
        .replacen("2016-01", "2999-01", 1);
    std::fs::write(&values, later).unwrap();
    let refused = portal.zhida(&["services", "check", folder.path().to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(1), "{}", complained(&refused));
    assert!(
        complained(&refused).contains("policy.skill_monthly"),
        "{}",
        complained(&refused)
    );
    let mistyped = portal.file("mistyped.txt", "");
    let refused = portal.zhida(&["services", "check", &mistyped]);
    assert_eq!(refused.status.code(), Some(2), "{}", complained(&refused));
}

#[test]
fn a_policy_value_needs_two_people_and_is_then_in_force() {
    let portal = Portal::new().with_two_administrators();
    let file = portal.file("raised.toml", RAISED);
    let nobody = portal.zhida(&["policy", "apply", &file, "--by", "li", "--approved-by", "zhao"]);
    assert_eq!(nobody.status.code(), Some(1), "{}", complained(&nobody));
    let alone = portal.zhida(&["policy", "apply", &file, "--by", "li", "--approved-by", " LI "]);
    assert_eq!(alone.status.code(), Some(2), "{}", complained(&alone));
    let applied = portal.zhida(&["policy", "apply", &file, "--by", "li", "--approved-by", "wang"]);
    assert_eq!(applied.status.code(), Some(0), "{}", complained(&applied));
    assert!(
        said(&applied).contains("430104 living_monthly from 2026-01: 15000"),
        "{}",
        said(&applied)
    );
    assert!(said(&applied).contains("before: 14000"), "{}", said(&applied));
    for (month, amount) in [("2026-02", "15000"), ("2025-12", "14000")] {
        let list = portal.zhida(&["policy", "list", "--division", "430104", "--month", month]);
        let living = said(&list)
            .lines()
            .find(|line| line.contains("living_monthly"))
            .unwrap()
            .to_owned();
        assert!(living.contains(amount), "{month}: {living}");
    }
}

#[test]
fn a_wrong_policy_file_changes_nothing_and_says_where() {
    let portal = Portal::new().with_two_administrators();
    for (wrong, place) in [
        (RAISED.replace("living_monthly", "living_montly"), ":4:"),
        (RAISED.replace("430104", "430199"), ":4: there is no division"),
        (RAISED.replace("hunan-mzt-2021", "hunan-2099"), "basis-hunan-2099"),
        (format!("{RAISED}{RAISED}"), "twice"),
    ] {
        let file = portal.file("wrong.toml", &wrong);
        let refused = portal.zhida(&["policy", "apply", &file, "--by", "li", "--approved-by", "wang"]);
        assert_eq!(refused.status.code(), Some(1));
        assert!(
            complained(&refused).contains(place),
            "{place}: {}",
            complained(&refused)
        );
    }
    let list = portal.zhida(&["policy", "list"]);
    assert!(!said(&list).contains("2026-01"));
    assert!(portal.folder().join("data/zhida.db").exists());
}

#[test]
fn staff_are_taken_on_listed_and_end() {
    let portal = Portal::new().with_two_administrators();
    let again = portal.zhida(&[
        "staff",
        "add",
        "LI",
        "--name",
        "李芳",
        "--office",
        "省民政厅",
        "--post",
        "auditor@430000",
    ]);
    assert_eq!(again.status.code(), Some(1));
    for post in [
        "clerk@430000",
        "auditor@110000",
        "township_officer@430626999",
        "auditor",
    ] {
        let wrong = portal.zhida(&["staff", "post", "li", post]);
        assert_eq!(wrong.status.code(), Some(2), "{post}");
    }
    assert_eq!(
        portal.zhida(&["staff", "post", "li", "auditor@430626"]).status.code(),
        Some(0)
    );
    let reset = portal.zhida(&["staff", "reset", "wang"]);
    assert!(said(&reset).contains("New password of wang: "), "{}", said(&reset));
    let unlocked = portal.zhida(&["staff", "unlock", "wang"]);
    assert_eq!(said(&unlocked), "wang can sign in again\n");
    assert_eq!(portal.zhida(&["staff", "end", "wang"]).status.code(), Some(0));
    assert_eq!(portal.zhida(&["staff", "reset", "wang"]).status.code(), Some(1));
    let list = said(&portal.zhida(&["staff", "list"]));
    assert!(
        list.contains("li  李芳  省民政厅  administrator@430000 auditor@430626  codes not set up"),
        "{list}"
    );
    assert!(list.contains("ended"), "{list}");
}

#[test]
fn a_limit_that_is_none_stops_the_start_with_one_sentence() {
    let portal = Portal::new();
    let file = portal.file("zhida.toml", "requests = 0\n");
    let refused = portal.zhida(&["serve", "--config", &file]);
    assert_eq!(refused.status.code(), Some(2));
    let said = complained(&refused);
    assert!(
        said.contains("ZHIDA_REQUESTS=0 cannot be used; it must be a whole number between 4 and 10000."),
        "{said}"
    );
    assert_eq!(said.trim_end().lines().count(), 1, "{said}");
}
