//! What people type, post and press that is not right: nothing is lost, nothing falls over.

use reqwest::StatusCode;

use super::people::{begin, fill, page_of, s01, s03};
use crate::harness::Site;

both_engines!(
    every_mistake_is_named_and_what_was_typed_stays,
    pages_out_of_order_lead_to_the_next_open_one,
    two_windows_both_count,
    the_back_button_and_double_posts_do_no_harm,
    nonsense_is_answered_with_a_page,
);

async fn every_mistake_is_named_and_what_was_typed_stays(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, &["living_subsidy"]).await;
    let (mut page, _) = fill(&browser, page, &s01(), "person").await;
    for (number, says) in [
        ("", "请填身份证号码"),
        ("430626880808998", "15位"),
        ("43062619880230998X", "出生日期不存在"),
        ("430626198808089989", "有一位不对"),
        ("43062619880808998", "只有17位"),
        ("4306261988080899881", "现在有19位"),
        ("43062619880808998841", "残疾人证号码"),
        ("430104202002209999", "父母或监护人"),
    ] {
        page = browser
            .send(page.form().set("name", "𬱖㮾").set("resident_id", number))
            .await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{number}");
        assert!(page.text("title").starts_with("错误："));
        let said = page.text("#errors-list a");
        assert!(said.contains(says), "{number}: {said}");
        assert_eq!(page.attributes("#errors-list a", "href"), ["#resident_id"]);
        assert_eq!(page.form().value("resident_id"), Some(number), "what was typed stays");
        assert_eq!(page.form().value("name"), Some("𬱖㮾"));
    }
    let typed = page
        .form()
        .set("name", "阿依古丽•买买提")
        .set("resident_id", "１１０１０５ 19491231 002x");
    let page = browser.send(typed).await;
    assert_eq!(page_of(&page), "certificate", "forgiving about how it is typed");
    let other = page
        .form()
        .set("certificate", "number")
        .set("certificate_number", "43062619880808998841");
    let page = browser.send(other).await;
    assert!(
        page.text("#errors-list a").contains("和前面填的身份证号码不一样"),
        "two people's numbers mixed up"
    );
    assert_eq!(page.attributes("#errors-list a", "href"), ["#certificate_number"]);
    assert!(!page.has("[name=certificate_kept][checked]"), "nobody says so for them");
    let mistyped = page.form().set("certificate_number", "43062619880808998899");
    let mistyped = browser
        .send(mistyped.with("certificate_kept", "43062619880808998841"))
        .await;
    assert_eq!(
        mistyped.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "not whatever is typed then"
    );
    let kept = browser
        .send(page.form().with("certificate_kept", "43062619880808998841"))
        .await;
    assert_eq!(page_of(&kept), "hukou", "it can be right all the same");
}

async fn pages_out_of_order_lead_to_the_next_open_one(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, &["care_subsidy"]).await;
    let draft = page.path.rsplit_once('/').unwrap().0.to_owned();
    for later in [
        "check",
        "statement",
        "consents",
        "helper",
        "papers/household_register",
        "question-grade",
    ] {
        let sent = browser.open(&format!("{draft}/{later}")).await;
        assert_eq!(page_of(&sent), "whom", "{later}");
    }
    let posted = browser.post(&format!("{draft}/consents"), &[("child", "yes")]).await;
    assert_eq!(posted.location, Some(format!("{draft}/whom")));
    let sent = browser
        .post(&format!("{draft}/statement"), &[("agree", "yes"), ("version", "1")])
        .await;
    assert_eq!(sent.location, Some(format!("{draft}/whom")));
    for none in ["nothing", "question-", "overlap-x/y", "papers/a-b"] {
        assert_eq!(
            browser.get(&format!("{draft}/{none}")).await.status,
            StatusCode::NOT_FOUND,
            "{none}"
        );
    }
}

async fn two_windows_both_count(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, &["care_subsidy"]).await;
    let (_, _) = fill(&browser, page.clone(), &s03(), "check").await;
    let draft = page.path.rsplit_once('/').unwrap().0.to_owned();
    let (helper, contact) = (format!("{draft}/helper"), format!("{draft}/contact"));
    let one = browser.get(&helper).await.form().set("name", "陈大明");
    let other = browser.get(&contact).await.form().set("phone", "13900000001");
    let sent = tokio::join!(browser.send(one), browser.send(other));
    assert_eq!(
        (page_of(&sent.0).as_str(), page_of(&sent.1).as_str()),
        ("check", "check")
    );
    let check = browser.get(&format!("{draft}/check")).await.text("main");
    assert!(check.contains("陈大明") && check.contains("13900000001"), "{check}");
}

async fn the_back_button_and_double_posts_do_no_harm(site: Site) {
    let browser = site.browser();
    let begun = browser.open("/apply/new").await;
    let form = begun.form().with("service", "care_subsidy");
    let one = browser.send(form.clone()).await;
    let again = browser.send(form).await;
    assert_eq!(one.path, again.path, "begun once");
    let whom = one.form().set("whom", "self");
    let first = browser.send(whom.clone()).await;
    let second = browser.send(whom.clone()).await;
    assert_eq!(
        (page_of(&first).as_str(), page_of(&second).as_str()),
        ("person", "person")
    );
    let back = browser.get(&one.path).await;
    assert_eq!(back.form().value("whom"), Some("self"), "what was answered is shown");
    let none = browser.send(begun.form()).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.text("#errors-list a").contains("至少选一项"));
}

async fn nonsense_is_answered_with_a_page(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, &["care_subsidy"]).await;
    let draft = page.path.rsplit_once('/').unwrap().0.to_owned();
    let long = "很".repeat(20_000);
    let too_large = browser.post(&format!("{draft}/whom"), &[("whom", &long)]).await;
    assert_eq!(too_large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(!too_large.text("h1").is_empty());
    for typed in [
        "\u{0}\u{1}\u{2}",
        "<script>alert(1)</script>",
        "'; DROP TABLE draft; --",
        "＃％＆",
    ] {
        let page = browser.post(&format!("{draft}/whom"), &[("whom", typed)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let (page, _) = fill(&browser, page, &s01(), "person").await;
    let script = "<script>alert(1)</script>";
    let page = browser
        .send(page.form().set("name", script).set("resident_id", script))
        .await;
    assert!(!page.html.contains(script), "what was typed comes back as words");
    assert_eq!(page.form().value("name"), Some(script));
}
