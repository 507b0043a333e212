//! `zhida case replay`: decided cases decided again from what they keep, beside the running portal.

use std::process::{Command, Output};

use serde_json::{Value as Json, json};
use zhida::access::Role;
use zhida::casework::{Reference, Submitted};
use zhida::money::Fen;
use zhida_server::store::params;

use crate::harness::Site;
use crate::judged::with_another_rule;
use crate::office::{COUNTY, TOWNSHIP, done, filed, granted, officer, reviewed, submitted};

both_engines!(
    a_decided_case_is_decided_again_and_is_the_same,
    an_older_case_is_decided_again_by_the_rules_of_its_day,
    what_comes_out_otherwise_is_named,
    a_case_whose_definition_is_not_as_it_was_says_so
);

const SERVICE: &str = "living_subsidy";

/// The program on the portal's own database, without anything of this process's settings.
fn replay(site: &Site, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhida"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("ZHIDA_") {
            command.env_remove(name);
        }
    }
    let config = &site.portal.config;
    command
        .args(["case", "replay"])
        .args(arguments)
        .env("ZHIDA_DATA", &config.data)
        .env("ZHIDA_DATABASE_URL", &config.database_url)
        .env("ZHIDA_KEYS", &config.keys)
        .output()
        .unwrap()
}

/// Its exit code and all it says.
fn said(output: &Output) -> (i32, String) {
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    (output.status.code().unwrap(), String::from_utf8(both).unwrap())
}

fn lines(output: &Output) -> Vec<Json> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

async fn decided(site: &Site, submitted: Submitted) -> Reference {
    let reference = filed(site, submitted).await;
    granted(site, reference).await;
    reference
}

async fn a_decided_case_is_decided_again_and_is_the_same(site: Site) {
    let (code, nothing) = said(&replay(&site, &["--all"]));
    assert_eq!(code, 0, "{nothing}");
    assert!(nothing.contains("0 decided cases"), "{nothing}");

    let first = decided(&site, submitted(&site, "S01", SERVICE, None)).await;
    // What an officer corrected before is assessed again as well.
    let second = filed(&site, submitted(&site, "S03", SERVICE, None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let grade = [
        ("value", "4"),
        ("source", "officer"),
        ("sentence", "按残疾人证上的等级更正。"),
    ];
    done(&township, second, "correct?fact=certificate.grade", &grade).await;
    let (code, open) = said(&replay(&site, &[second.as_str()]));
    assert_eq!(code, 3, "{open}");
    assert!(open.contains("it has not been decided"), "{open}");
    reviewed(&site, second).await;
    let decider = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let refuse = [
        ("outcome", "refuse"),
        ("reasons", "NOT_LOW_INCOME"),
        ("sentence", "您家现在没有吃低保。"),
    ];
    done(&decider, second, "decide", &refuse).await;

    for (case, word, outcome) in [(first, "grant", "eligible"), (second, "refuse", "ineligible")] {
        let (code, told) = said(&replay(&site, &[case.as_str()]));
        assert_eq!(code, 0, "{told}");
        let sentence = format!("{case}: the same again. The decision is {word}, the rules say {outcome}.");
        assert!(told.contains(&sentence), "{told}");
        let json = lines(&replay(&site, &[case.as_str(), "--json"])).remove(0);
        assert_eq!((&json["same"], &json["decision"]), (&json!(true), &json!(word)));
        assert_eq!(json["hash"], json["hash_again"]);
        let definition = &site.portal.catalogue.service(SERVICE).unwrap().definition;
        assert_eq!(json["definition"], json!(definition));
    }
    // The refusal waits for a second person: among all are those in force.
    let all = lines(&replay(&site, &["--all", "--json"]));
    assert_eq!(all, [json!({ "decided": 1, "same": 1, "different": 0, "not_kept": 0 })]);

    for (arguments, code) in [
        (vec!["ZD1"], 2),
        (vec![], 2),
        (vec![first.as_str(), "--all"], 2),
        (vec![Reference::from_random([7; 8]).as_str()], 3),
    ] {
        let (found, told) = said(&replay(&site, &arguments));
        assert_eq!(found, code, "{arguments:?}: {told}");
    }
}

async fn an_older_case_is_decided_again_by_the_rules_of_its_day(site: Site) {
    let older = decided(&site, submitted(&site, "S01", SERVICE, None)).await;
    let folder = tempfile::tempdir().unwrap();
    let changed = with_another_rule(&site, folder.path()).await;
    let now = changed.portal.catalogue.service(SERVICE).unwrap().definition.clone();
    let json = lines(&replay(&changed, &[older.as_str(), "--json"])).remove(0);
    assert_eq!(json["same"], json!(true), "{json}");
    assert_ne!(json["definition"], json!(now), "by its own rules, not by today's");
}

async fn what_comes_out_otherwise_is_named(site: Site) {
    let mut otherwise = submitted(&site, "S01", SERVICE, None);
    let amount = otherwise.assessment.monthly.unwrap();
    // As if another program had assessed it.
    otherwise.assessment.monthly = Some(Fen(amount.0 + 100));
    otherwise.assessment.whole = None;
    let case = decided(&site, otherwise).await;
    decided(&site, submitted(&site, "S01", SERVICE, None)).await;

    let (code, told) = said(&replay(&site, &[case.as_str()]));
    assert_eq!(code, 1, "{told}");
    for line in [
        format!("{case}: not the same."),
        format!(
            "event 1, monthly: {} is kept, {amount} comes out now",
            amount.0 + 100,
            amount = amount.0
        ),
        format!(
            "verdict.monthly: {} is kept, {} comes out now",
            amount.0 + 100,
            amount.0
        ),
    ] {
        assert!(told.contains(&line), "{line} in {told}");
    }
    let all = replay(&site, &["--all", "--json"]);
    assert_eq!(all.status.code(), Some(1));
    let all = lines(&all);
    assert_eq!(all.len(), 2, "the one that differs, and the counts: {all:?}");
    assert_eq!(
        (&all[0]["reference"], &all[0]["same"]),
        (&json!(case.as_str()), &json!(false))
    );
    assert_ne!(all[0]["hash"], all[0]["hash_again"]);
    assert_eq!((&all[1]["same"], &all[1]["different"]), (&json!(1), &json!(1)));
}

async fn a_case_whose_definition_is_not_as_it_was_says_so(site: Site) {
    let case = decided(&site, submitted(&site, "S01", SERVICE, None)).await;
    for (change, code, why) in [
        (
            "UPDATE definition SET text = text || ' ' WHERE hash = $1",
            1,
            "was changed",
        ),
        ("DELETE FROM definition WHERE hash = $1", 3, "is not kept here"),
    ] {
        let definition = &site.portal.catalogue.service(SERVICE).unwrap().definition;
        let mut tx = site.portal.store.begin().await.unwrap();
        tx.execute(change, params![definition]).await.unwrap();
        tx.commit().await.unwrap();
        for arguments in [[case.as_str()], ["--all"]] {
            let (found, told) = said(&replay(&site, &arguments));
            assert_eq!(found, code, "{told}");
            assert!(told.contains(why), "{told}");
        }
    }
}
