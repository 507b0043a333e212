//! The way through the pages: how far one is, how to stop, what must be filled in and what only sometimes.

use reqwest::StatusCode;

use super::people::{begin, fill, page_of, s02};
use crate::harness::Site;

both_engines!(
    how_far_one_is_is_told_in_steps_that_do_not_change,
    a_search_for_nothing_is_told_at_its_field,
    what_only_sometimes_is_filled_in_is_not_called_optional,
    nobody_is_asked_for_messages_without_a_mobile_number,
);

async fn how_far_one_is_is_told_in_steps_that_do_not_change(site: Site) {
    let browser = site.browser();
    let mut page = begin(&browser, &["care_subsidy"]).await;
    let stop = page.path.replace("/whom", "/stop");
    let mut steps = Vec::new();
    for until in [
        "person",
        "certificate",
        "hukou",
        "township",
        "residence",
        "question-aid_status",
        "helper",
        "contact",
        "payment",
        "papers/household_register",
        "consents",
        "check",
    ] {
        (page, _) = fill(&browser, page, &s02(), until).await;
        let told = page.text(".progress p");
        let step = told.strip_prefix('第').and_then(|told| told.split_once("步，共6步："));
        let (step, name) = step.unwrap_or_else(|| panic!("{until}: {told}"));
        assert!(!name.is_empty());
        steps.push(step.parse::<u32>().unwrap());
        assert!(
            until == "check" || page.attributes("main a", "href").contains(&stop),
            "one can stop at {until}"
        );
    }
    assert!(steps.is_sorted(), "{steps:?}");
    assert_eq!((steps[0], steps[steps.len() - 1]), (2, 6));
}

async fn a_search_for_nothing_is_told_at_its_field(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, &["care_subsidy"]).await;
    let (page, _) = fill(&browser, page, &s02(), "hukou").await;
    let county = page.path.clone();
    let (page, _) = fill(&browser, page, &s02(), "township").await;
    for address in [county, page.path.clone()] {
        let searched = browser.get(&format!("{address}?q=%20")).await;
        assert_eq!(searched.status, StatusCode::OK);
        assert!(searched.text("title").starts_with("错误："), "{address}");
        assert_eq!(searched.attributes("#errors-list a", "href"), ["#q"]);
        assert!(searched.text("#q-error").contains("请先打一个字"));
        assert!(searched.attributes("#q", "aria-describedby")[0].contains("q-error"));
        assert!(!searched.has("#place-error"), "nothing is wrong with the list");
        assert!(searched.has("input[name=place]"), "which is still there");
    }
    let nothing = browser.send(page.form_at("main form[method=post]")).await;
    assert_eq!(nothing.attributes("#errors-list a", "href"), ["#place"]);
    assert!(!nothing.has("#q-error"));
}

async fn what_only_sometimes_is_filled_in_is_not_called_optional(site: Site) {
    let browser = site.browser();
    let mut page = begin(&browser, &["care_subsidy"]).await;
    for (until, field) in [
        ("certificate", "certificate_number"),
        ("question-elderly_care", "amount"),
        ("payment", "account_number"),
        ("holder", "holder_name"),
        ("holder", "reason"),
        ("papers/household_register", "file"),
    ] {
        (page, _) = fill(&browser, page, &s02(), until).await;
        let label = page.text(&format!("[for={field}]"));
        assert!(!label.is_empty() && !label.contains("可以不填"), "{label}");
        assert!(!page.has(&format!("#{field}[required]")), "{field} may stay empty");
    }
    let residence = page.path.replace("/papers/household_register", "/residence");
    assert!(browser.get(&residence).await.text("[for=address]").contains("可以不填"));
}

async fn nobody_is_asked_for_messages_without_a_mobile_number(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, &["care_subsidy"]).await;
    let (page, _) = fill(&browser, page, &s02(), "consents").await;
    assert!(page.has("[name=village]") && !page.has("[name=messages]"));
    let contact = page.path.replace("/consents", "/contact");
    let landline = browser.get(&contact).await.form().set("phone", "0731-88881234");
    let page = browser.send(landline).await;
    assert_eq!(page_of(&page), "consents");
    assert!(!page.has("[name=messages]"), "a landline takes no messages");
    let mobile = browser.get(&contact).await.form().set("phone", "13800000000");
    let page = browser.send(mobile).await;
    assert!(page.has("[name=messages]"));
}
