//! Going back: the page that said what to put right is still there, for whoever was shown it.

use reqwest::StatusCode;
use zhida::access::Role;

use crate::apply::people::{begin, page_of};
use crate::harness::Site;
use crate::office::{TOWNSHIP, filed, officer, page_of as case_page, submitted};

both_engines!(
    a_mistake_is_still_there_when_one_goes_back,
    an_officers_mistake_is_nobody_elses,
    what_is_shown_otherwise_is_made_anew,
);

async fn a_mistake_is_still_there_when_one_goes_back(site: Site) {
    let browser = site.browser().in_a_window();
    let whom = begin(&browser, &["care_subsidy"]).await;
    let page = browser.send(whom.form().with("whom", "self")).await;
    assert_eq!(page_of(&page), "person");
    let page = browser
        .send(
            page.form()
                .with("name", "李春燕")
                .with("resident_id", "43062619880808998"),
        )
        .await;
    assert_eq!(
        page.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "the page comes by its own address"
    );
    let mistake = page.path.clone();
    assert!(mistake.contains("/person?kept="), "{mistake}");
    assert!(page.has("#errors"));
    let right = page.form().set("resident_id", "430626198808089988");
    let on = browser.send(right).await;
    assert_ne!(page_of(&on), "person", "{}", on.text("main"));
    let back = browser.get(&mistake).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(back.attributes("[name=resident_id]", "value"), ["43062619880808998"]);
    assert_eq!(back.html, page.html, "word for word");
    let stranger = site.browser().in_a_window();
    begin(&stranger, &["care_subsidy"]).await;
    let elsewhere = stranger.get(&mistake).await;
    let own = mistake.split('?').next();
    assert_eq!(
        (elsewhere.status, elsewhere.location.as_deref()),
        (StatusCode::SEE_OTHER, own)
    );

    // Thrown away is thrown away, with every page that showed something of it.
    let draft = mistake.rsplit_once('/').unwrap().0.to_owned();
    let sure = browser.open(&format!("{draft}/discard")).await;
    browser.send(sure.form()).await;
    let gone = browser.get(&mistake).await;
    assert_ne!(gone.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", gone.text("main"));
}

async fn an_officers_mistake_is_nobody_elses(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let mut township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    township.browser = township.browser.in_a_window();
    let page = township
        .browser
        .open(&format!("{}/request_papers", case_page(reference)))
        .await;
    let form = page.form().with("sentence", "请补齐材料，谢谢。");
    let wrong = township.browser.send(form).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text("main"));
    assert!(wrong.html.contains("请补齐材料，谢谢。"));
    let colleague = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let seen = colleague.browser.get(&wrong.path).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER);
    assert!(!seen.location.unwrap().contains("kept="));
}

async fn what_is_shown_otherwise_is_made_anew(site: Site) {
    let browser = site.browser().in_a_window();
    let whom = begin(&browser, &["care_subsidy"]).await;
    let wrong = browser.send(whom.form()).await;
    assert!(wrong.path.contains("?kept="));
    let display = browser.open("/display").await;
    browser.send(display.form().set("language", "en")).await;
    let now = browser.open(&wrong.path).await;
    assert_eq!((now.status, now.path.contains("kept=")), (StatusCode::OK, false));
    assert_eq!(now.attributes("html", "lang"), ["en"]);
}
