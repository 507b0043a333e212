//! A county's own folder of services: older cases keep the rules they were handed in under, and offices say where they are.

use reqwest::StatusCode;
use zhida::access::Role;
use zhida::assess::Outcome;
use zhida_server::config::Config;

use crate::harness::{Site, serving};
use crate::office::{TOWNSHIP, case, done, filed, officer, page_of, submitted};

both_engines!(
    an_older_case_is_judged_by_the_rules_of_its_day,
    what_a_county_says_of_its_window_is_shown
);

const SERVICE: &str = "living_subsidy";

/// The same database, served with services under which a household in 低保 no longer has a ground.
async fn with_another_rule(site: &Site, folder: &std::path::Path) -> Site {
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/../services/living_subsidy/service.toml");
    let shipped = std::fs::read_to_string(shipped).unwrap();
    let ground = "'household.aid_status == \"dibao\"'";
    assert!(shipped.contains(ground), "the rule that is changed is there");
    std::fs::create_dir(folder.join(SERVICE)).unwrap();
    let changed = shipped.replace(ground, "'household.aid_status == \"tekun\"'");
    std::fs::write(folder.join(SERVICE).join("service.toml"), changed).unwrap();
    serving(Config {
        services: Some(folder.to_owned()),
        ..site.portal.config.clone()
    })
    .await
}

async fn an_older_case_is_judged_by_the_rules_of_its_day(site: Site) {
    let older = filed(&site, submitted(&site, "S01", SERVICE, None)).await;
    let folder = tempfile::tempdir().unwrap();
    let changed = with_another_rule(&site, folder.path()).await;
    let mut of_today = submitted(&changed, "S01", SERVICE, None);
    of_today.definition = changed.portal.catalogue.service(SERVICE).unwrap().definition.clone();
    assert_ne!(of_today.definition, case(&site, older).await.opened.definition);
    let newer = filed(&changed, of_today).await;

    let township = officer(&changed, Role::TownshipOfficer, TOWNSHIP).await;
    let grade = [
        ("value", "4"),
        ("source", "officer"),
        ("sentence", "按残疾人证上的等级更正。"),
    ];
    for reference in [older, newer] {
        done(&township, reference, "correct?fact=certificate.grade", &grade).await;
    }
    assert_eq!(case(&changed, older).await.assessment.outcome, Outcome::Eligible);
    assert_eq!(case(&changed, newer).await.assessment.outcome, Outcome::Ineligible);
    let page = township.browser.open(&page_of(older)).await;
    assert!(page.text("main").contains("符合"), "{}", page.text("main"));

    // A server that was started before does not judge by rules it does not know; it says to come back.
    let before = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let answer = before.browser.get(&page_of(newer)).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(before.browser.get(&page_of(older)).await.status, StatusCode::OK);
}

async fn what_a_county_says_of_its_window_is_shown(site: Site) {
    let page = format!("/services/{SERVICE}?county=430407");
    let before = site.browser().open(&page).await;
    assert!(!before.html.contains("tel:0734"), "nothing is invented");
    let folder = tempfile::tempdir().unwrap();
    let office = "[[office]]\nkind = \"county_federation\"\nplace = \"430407\"\naddress = \"演武坪1号\"\n\
        address_en = \"1 Yanwuping\"\nhours = \"工作日9:00至17:00\"\nhours_en = \"working days 9:00 to 17:00\"\n\
        phone = \"0734-8123456\"\n";
    std::fs::write(folder.path().join("offices.toml"), office).unwrap();
    let site = serving(Config {
        services: Some(folder.path().to_owned()),
        ..site.portal.config.clone()
    })
    .await;
    let page = site.browser().open(&page).await;
    let words = page.text("main");
    assert!(words.contains("石鼓区残疾人联合会") && words.contains("演武坪1号") && words.contains("9:00至17:00"));
    assert!(page.html.contains("href=\"tel:0734-8123456\""));
    let elsewhere = site.browser().open(&format!("/services/{SERVICE}?county=430104")).await;
    assert!(!elsewhere.html.contains("tel:0734"));
}
