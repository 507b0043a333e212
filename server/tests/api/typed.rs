//! What officers type: what says nothing is not taken, and what is too long is told with its count and kept.

use reqwest::StatusCode;
use zhida::access::Role;

use crate::harness::Site;
use crate::office::{ACCEPT, TOWNSHIP, case, does, done, filed, officer, submitted};

both_engines!(words_that_say_nothing_or_too_much_are_sent_back);

async fn words_that_say_nothing_or_too_much_are_sent_back(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    done(&township, reference, "accept", ACCEPT).await;
    for nothing in ["1", "好", "110。"] {
        let fields = [("opinion", "meets"), ("sentence", nothing)];
        let sent_back = does(&township, reference, "review", &fields).await;
        assert_eq!(sent_back.status, StatusCode::UNPROCESSABLE_ENTITY, "{nothing}");
        let told = sent_back.text("#errors");
        assert!(told.contains("请写清楚核对了什么"), "{nothing}: {told}");
    }

    let long = "长".repeat(1100);
    let before = case(&site, reference).await.seq;
    for (command, more) in [
        ("note", ("op", "")),
        ("request_papers", ("papers", "household_register")),
        ("withdraw", ("identity", "in_person")),
    ] {
        let fields: Vec<_> = [("sentence", long.as_str()), more]
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .collect();
        let sent_back = does(&township, reference, command, &fields).await;
        assert_eq!(sent_back.status, StatusCode::UNPROCESSABLE_ENTITY, "{command}");
        let told = sent_back.text("#errors");
        assert!(told.contains("写了1100个字，最多1000个字"), "{command}: {told}");
        assert!(
            sent_back.text("main").contains(&long),
            "{command}: what was typed is kept"
        );
    }
    assert_eq!(case(&site, reference).await.seq, before, "nothing was done");
}
