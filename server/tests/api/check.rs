//! The eligibility check, from the first question to the result.

use reqwest::StatusCode;

use crate::browser::{Browser, Page};
use crate::harness::Site;

both_engines!(
    a_check_asks_only_what_matters_and_says_why,
    a_mistake_keeps_what_was_typed,
    what_a_certificate_waits_for_is_said_with_the_amount_after_it,
    without_a_certificate_nothing_is_said_of_its_grade,
    who_does_not_know_of_a_certificate_is_not_asked_what_it_says,
    answers_are_changed_one_by_one_and_the_result_names_the_papers,
    addresses_made_up_lead_to_the_next_question
);

/// Chooses an answer on every page until the result; a page without an answer of ours gets its first.
async fn answered(browser: &Browser, mut page: Page, answers: &[(&str, &[(&str, &str)])]) -> (Page, Vec<String>) {
    let mut asked = Vec::new();
    while !page.path.ends_with("/result") {
        let id = page.path.rsplit('/').next().unwrap().to_owned();
        let form = page.form();
        let answer = answers
            .iter()
            .find(|(page, _)| *page == id)
            .unwrap_or_else(|| panic!("no answer to {id}"));
        let form = answer.1.iter().fold(form, |form, (name, value)| form.set(name, value));
        asked.push(id);
        page = browser.send(form).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.html);
    }
    (page, asked)
}

/// S03: 72, hearing 2, not poor, with an elderly care allowance of 100 yuan.
async fn a_check_asks_only_what_matters_and_says_why(site: Site) {
    let browser = site.browser();
    let page = browser.open("/check").await;
    assert_eq!(page.text("h1"), "户口在哪个县？");
    let page = browser.send(page.form().set("place", "430400")).await;
    assert_eq!(page.path, "/check?in=430400", "a prefecture leads to its counties");
    let page = browser.send(page.form().set("place", "430405")).await;
    let (page, asked) = answered(
        &browser,
        page,
        &[
            ("certificate", &[("answer", "yes")]),
            ("aid_status", &[("answer", "none")]),
            ("grade", &[("answer", "2")]),
            ("certificate_status", &[("answer", "valid")]),
            ("other_benefits", &[("answer", "none")]),
            ("elderly_care", &[("answer", "yes"), ("amount", "１００元")]),
        ],
    )
    .await;
    assert!(
        !asked.iter().any(|page| page == "categories"),
        "grade 2 settles it: {asked:?}"
    );
    assert_eq!(page.text("h1"), "您很可能可以得到1项");
    assert_eq!(
        page.texts(".flow > h2"),
        [
            "很可能可以得到的",
            "评估以后可能给的",
            "遇到事情才申请的",
            "现在不符合的"
        ]
    );
    assert_eq!(page.texts(".outcome .figure"), ["70元 每月", "100元 每月"]);
    let care = page.text("section[aria-labelledby=service-care_subsidy]");
    assert!(
        care.contains("还领养老护理补贴，每月比重度残疾人护理补贴多30元"),
        "{care}"
    );
    assert!(!care.contains("这一样"), "both have names: {care}");
    let next = page.text("aside.split-aside");
    assert!(next.contains("还领养老护理补贴的，就不用申请"), "{next}");
    let living = page
        .texts("#service-living_subsidy ~ *, section[aria-labelledby=service-living_subsidy]")
        .join(" ");
    assert!(
        living.contains("低保家庭或当地认的困难家庭才符合") && living.contains("湘政发〔2015〕54号"),
        "{living}"
    );
    assert!(living.contains("您家被认定为低保家庭"), "{living}");
    assert!(
        !living.contains("变化"),
        "not everything named there is a change: {living}"
    );
}

/// The words of one service's card.
fn card(page: &Page, service: &str) -> String {
    page.text(&format!("section[aria-labelledby=service-{service}]"))
}

/// S09: frozen, limb 4, dibao.
async fn what_a_certificate_waits_for_is_said_with_the_amount_after_it(site: Site) {
    let browser = site.browser();
    let page = browser.open("/check?in=430100").await;
    let page = browser.send(page.form().set("place", "430182")).await;
    let (page, _) = answered(
        &browser,
        page,
        &[
            ("certificate", &[("answer", "yes")]),
            ("aid_status", &[("answer", "dibao")]),
            ("grade", &[("answer", "4")]),
            ("certificate_status", &[("answer", "frozen")]),
            ("other_benefits", &[("answer", "none")]),
            ("welfare_living", &[("answer", "no")]),
        ],
    )
    .await;
    let living = card(&page, "living_subsidy");
    for says in ["残疾人证被冻结了", "县残联", "把证迁过来", "办好以后，每月140元"] {
        assert!(living.contains(says), "{says}: {living}");
    }
    for other in ["没有过期", "没有注销"] {
        assert!(!living.contains(other), "{other}: {living}");
    }
    let care = card(&page, "care_subsidy");
    assert!(care.contains("现在的等级不在里面"), "{care}");
    for useless in ["冻结", "县残联", "没有过期", "接着办"] {
        assert!(!care.contains(useless), "{useless}: {care}");
    }
}

async fn without_a_certificate_nothing_is_said_of_its_grade(site: Site) {
    let browser = site.browser();
    let page = browser.open("/check?in=430600").await;
    let page = browser.send(page.form().set("place", "430626")).await;
    let (page, asked) = answered(&browser, page, &[("certificate", &[("answer", "no")])]).await;
    assert_eq!(asked, ["certificate"]);
    for service in ["living_subsidy", "care_subsidy"] {
        let card = card(&page, service);
        assert!(card.contains("还没有残疾人证"), "{card}");
        assert!(card.contains("申请残疾人证") && card.contains("残联窗口"), "{card}");
        for never_said in ["等级不在里面", "没有冻结", "没有过期"] {
            assert!(!card.contains(never_said), "{never_said}: {card}");
        }
    }
    let next = page.text("aside .doit");
    assert!(!next.contains("带上身份证、残疾人证"), "{next}");
}

async fn who_does_not_know_of_a_certificate_is_not_asked_what_it_says(site: Site) {
    let browser = site.browser();
    let page = browser.open("/check?in=430600").await;
    let page = browser.send(page.form().set("place", "430626")).await;
    let (page, asked) = answered(
        &browser,
        page,
        &[
            ("certificate", &[("answer", "unknown")]),
            ("aid_status", &[("answer", "dibao")]),
            ("other_benefits", &[("answer", "none")]),
            ("elderly_care", &[("answer", "no")]),
            ("welfare_living", &[("answer", "no")]),
        ],
    )
    .await;
    for follows in ["grade", "categories", "certificate_status"] {
        assert!(!asked.iter().any(|page| page == follows), "{follows}: {asked:?}");
    }
    for service in ["living_subsidy", "care_subsidy"] {
        let card = card(&page, service);
        assert!(card.contains("符合的话，每月70元"), "{card}");
    }
    let certificate = page.path.replace("result", "certificate");
    let links = page.attributes("main .link-list a", "href");
    assert!(links.contains(&certificate), "{links:?}");
    for link in page.attributes("main a[href^='/check/']", "href") {
        assert!(
            !link.ends_with("/grade"),
            "nobody is sent where nothing is asked: {link}"
        );
    }
}

async fn answers_are_changed_one_by_one_and_the_result_names_the_papers(site: Site) {
    let browser = site.browser();
    let page = browser.open("/check?in=430600").await;
    let page = browser.send(page.form().set("place", "430626")).await;
    let said = |answer| vec![("answer", answer)];
    let answers = [
        ("certificate", said("yes")),
        ("aid_status", said("dibao")),
        ("grade", said("1")),
        ("certificate_status", said("valid")),
        ("other_benefits", said("none")),
        ("elderly_care", said("no")),
        ("welfare_living", said("no")),
    ];
    let answers: Vec<(&str, &[(&str, &str)])> = answers.iter().map(|(page, said)| (*page, &said[..])).collect();
    let (result, _) = answered(&browser, page, &answers).await;
    let living = card(&result, "living_subsidy");
    assert!(living.contains("要准备的材料") && living.contains("户口簿"), "{living}");
    let all = result.attributes("section.outcome a", "href");
    assert!(all.contains(&"/services/living_subsidy#papers".to_owned()), "{all:?}");

    let review = browser.open(&result.attributes("main .back", "href")[0]).await;
    let shown = review.text("main");
    for answer in ["平江县", "低保家庭", "一级", "没有领"] {
        assert!(shown.contains(answer), "{answer}: {shown}");
    }
    let changes = review.attributes("main .facts a", "href");
    assert_eq!(changes.len(), 8);
    let county = browser
        .open(changes.iter().find(|href| href.ends_with("/hukou")).unwrap())
        .await;
    let form = county.form_at("main form[method=post]:last-of-type");
    assert_eq!(form.value("place"), Some("430626"), "what was chosen is chosen");
    let again = browser.send(form).await;
    assert_eq!(again.path, result.path, "the same county changes nothing");
    let grade = browser
        .open(changes.iter().find(|href| href.ends_with("/grade")).unwrap())
        .await;
    let changed = browser.send(grade.form().set("answer", "4")).await;
    assert_eq!(changed.path, result.path, "one change, and back");
    assert!(card(&changed, "care_subsidy").contains("等级不在里面"));
}

async fn a_mistake_keeps_what_was_typed(site: Site) {
    let browser = site.browser();
    let page = browser.open("/check").await;
    let page = browser.send_only(page.form()).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text("title").starts_with("错误："), "{}", page.text("title"));
    assert_eq!(page.texts("#errors-list a"), ["请选一个地方"]);
    assert_eq!(page.attributes("#errors-list a", "href"), ["#place"]);
    assert!(
        page.has("#errors[role=group][tabindex='-1']"),
        "the summary can be gone to"
    );
    assert!(
        page.form().action().ends_with("#errors"),
        "and is, when there is one again"
    );
    let page = browser.send(page.form().set("place", "430405")).await;
    let page = answered_until(&browser, page, "elderly_care").await;
    let page = browser
        .send_only(page.form().set("answer", "yes").set("amount", "一百块"))
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.form().value("amount"), Some("一百块"));
    assert_eq!(page.form().value("answer"), Some("yes"));
}

async fn answered_until(browser: &Browser, mut page: Page, last: &str) -> Page {
    for answer in ["yes", "none", "2", "valid", "none"] {
        if page.path.ends_with(last) {
            break;
        }
        page = browser.send(page.form().set("answer", answer)).await;
    }
    assert!(page.path.ends_with(last), "{}", page.path);
    page
}

async fn addresses_made_up_lead_to_the_next_question(site: Site) {
    let browser = site.browser();
    let id = "01a21506bada7446895c47f596f2351a";
    assert_eq!(browser.open(&format!("/check/{id}/grade")).await.path, "/check");
    assert_eq!(browser.open(&format!("/check/{id}/result")).await.path, "/check");
    for path in ["/check/not-an-id/grade", &format!("/check/{id}/no-such-page")] {
        assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    // A later page posted first is not taken.
    let page = browser.post(&format!("/check/{id}/grade"), &[("answer", "1")]).await;
    assert_eq!(page.location.as_deref(), Some("/check"));
}
