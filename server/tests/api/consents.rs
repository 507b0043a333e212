//! What was agreed to and may be left out is taken back as easily as it was given.

use reqwest::StatusCode;
use zhida::access::Role;
use zhida::casework::Reference;

use crate::apply::people::{apply, s01};
use crate::browser::{Browser, Page};
use crate::cases::resident;
use crate::harness::Site;
use crate::office::{TOWNSHIP, case, does, done, officer, page_of};

both_engines!(
    a_consent_is_taken_back_for_the_whole_application,
    an_office_records_what_was_said_on_the_telephone,
    nobody_else_changes_a_consent,
);

/// An application for both subsidies that agrees to messages and to the village: its two cases.
async fn applied(filer: &Browser) -> [Reference; 2] {
    let mut answers = s01();
    answers.insert(0, ("consents", vec![("village", "yes"), ("other_help", "yes")]));
    apply(filer, &["living_subsidy", "care_subsidy"], &answers).await;
    let list = filer.get("/cases").await;
    let hrefs = list.attributes("main a[href^='/cases/ZD']", "href");
    let mut references: Vec<Reference> = hrefs
        .iter()
        .filter_map(|href| Reference::parse(href.rsplit('/').next()?).ok())
        .collect();
    references.dedup();
    references.try_into().unwrap()
}

fn consents_of(reference: Reference) -> String {
    format!("/cases/{reference}/consents")
}

fn ticked(page: &Page) -> Vec<String> {
    page.attributes("main input[type=checkbox][checked]", "name")
}

async fn a_consent_is_taken_back_for_the_whole_application(site: Site) {
    let filer = resident(&site, "chunyan").await;
    let [one, other] = applied(&filer.browser).await;
    let before = case(&site, one).await.seq;
    let page = filer.browser.get(&format!("/cases/{one}")).await;
    assert!(page.attributes("main a", "href").contains(&consents_of(one)));
    let page = filer.browser.get(&consents_of(one)).await;
    assert_eq!(ticked(&page), ["village", "other_help"]);

    // The village is left out; sent twice, it happens once.
    let form = page.form().without("village");
    for _ in 0..2 {
        let saved = filer.browser.send_only(form.clone()).await;
        assert!(saved.location.unwrap().ends_with("?done=consents#done"));
    }
    assert_eq!(case(&site, one).await.seq, before + 1);
    for reference in [one, other] {
        let page = filer.browser.get(&consents_of(reference)).await;
        assert_eq!(ticked(&page), ["other_help"], "{reference}");
    }

    // Given again on the other case, and still when all is over.
    let form = filer.browser.get(&consents_of(other)).await.form();
    filer.browser.send_only(form.with("village", "yes")).await;
    let page = filer.browser.get(&consents_of(one)).await;
    assert_eq!(ticked(&page), ["village", "other_help"], "the last word counts");
    let withdraw = filer.browser.get(&format!("/cases/{one}/withdraw")).await.form();
    filer.browser.send_only(withdraw).await;
    let form = filer.browser.get(&consents_of(one)).await.form();
    filer.browser.send_only(form.without("other_help")).await;
    assert_eq!(ticked(&filer.browser.get(&consents_of(other)).await), ["village"]);
}

async fn an_office_records_what_was_said_on_the_telephone(site: Site) {
    let filer = resident(&site, "chunyan").await;
    let [one, other] = applied(&filer.browser).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let said = [("sentence", "6月18日打电话来，核对了身份证号码后四位。")];
    let bare = does(&township, one, "change_consents", &said).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.text("#errors").contains("请选改了的是哪几样"));
    let silent = does(&township, one, "change_consents", &[("consents", "no-village")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    // What was not offered is not changed: it was never agreed to.
    let forged = [said[0], ("consents", "no-messages"), ("consents", "no-child")];
    let forged = does(&township, one, "change_consents", &forged).await;
    assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY);

    done(
        &township,
        one,
        "change_consents",
        &[said[0], ("consents", "no-village")],
    )
    .await;
    assert_eq!(ticked(&filer.browser.get(&consents_of(other)).await), ["other_help"]);
    let page = township.browser.get(&page_of(one)).await;
    assert!(
        page.text("main")
            .contains("收回了：让村（社区）专职委员知道残疾人的姓名和电话")
    );
    assert!(page.text("main").contains("核对了身份证号码后四位"));
}

async fn nobody_else_changes_a_consent(site: Site) {
    let filer = resident(&site, "chunyan").await;
    let [one, _] = applied(&filer.browser).await;
    let form = filer.browser.get(&consents_of(one)).await.form().without("village");
    let stranger = resident(&site, "stranger").await;
    for browser in [&stranger.browser, &site.browser()] {
        assert!(!browser.get(&consents_of(one)).await.has("main input[type=checkbox]"));
        let sent = browser.send_only(form.clone()).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(
        ticked(&filer.browser.get(&consents_of(one)).await),
        ["village", "other_help"]
    );
}
