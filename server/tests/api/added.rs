//! A service is data: one that no code knows, in a folder of its own, goes from the home page to the letter. The county
//! federation decides it, so that nothing of deciding is tied to the office that decides the shipped ones.

use std::path::Path;

use reqwest::StatusCode;
use zhida::access::Role;
use zhida::casework::{Case, Phase, Reference, ResultKind};
use zhida_server::config::Config;
use zhida_server::store::casework::{self, Scope};

use crate::apply::people::{Answers, apply, s01};
use crate::browser::{Browser, Page};
use crate::harness::{Site, serving};
use crate::office::{COUNTY, Officer, REVIEW, TOWNSHIP, case, done, next, officer, page_of};

both_engines!(
    a_service_of_data_alone_goes_from_the_home_page_to_the_letter,
    the_office_that_decides_signs_and_nobody_else,
);

const SERVICE: &str = "skill_grant";

/// The same portal with the invented service beside the shipped ones.
async fn with_the_service(site: &Site) -> Site {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/added");
    serving(Config {
        services: Some(folder),
        ..site.portal.config.clone()
    })
    .await
}

/// 李春燕, on a course by day or not.
fn on_course(course: &'static str) -> Answers {
    let mut answers = s01();
    answers.push(("question-course", vec![("answer", course)]));
    answers.push(("papers/course_record", vec![("how", "bring"), ("act", "continue")]));
    answers
}

/// Applies for it; the case, as its pages name it.
async fn applied(site: &Site, browser: &Browser, course: &'static str) -> Reference {
    let page = apply(browser, &[SERVICE], &on_course(course)).await;
    let application = Reference::parse(&page.text(".reference-number")).unwrap();
    let portal = &site.portal;
    let scope = Scope::application(application);
    let lines = casework::list_of_application(&mut portal.store.read(), &portal.keys, &scope, application).await;
    let reference = lines.unwrap()[0].reference;
    assert_eq!(case(site, reference).await.opened.service, SERVICE);
    reference
}

/// Received and reviewed by the street.
async fn reviewed(site: &Site, reference: Reference) -> Officer {
    let township = officer(site, Role::TownshipOfficer, TOWNSHIP).await;
    let accept = [
        ("identity", "in_person"),
        ("filer", "opened"),
        ("papers", "course_record"),
        ("papers", "payment_account"),
    ];
    done(&township, reference, "accept", &accept).await;
    done(&township, reference, "review", REVIEW).await;
    township
}

async fn offered(officer: &Officer, reference: Reference, command: &str) -> bool {
    let page = officer.browser.open(&page_of(reference)).await;
    page.has(&format!("a[href='{}/{command}']", page_of(reference)))
}

async fn in_english(browser: &Browser, path: &str) -> Page {
    let display = browser.open("/display").await;
    browser.send(display.form().set("language", "en")).await;
    let page = browser.open(path).await;
    assert_eq!(page.attributes("html", "lang"), ["en"]);
    page
}

async fn a_service_of_data_alone_goes_from_the_home_page_to_the_letter(site: Site) {
    let site = with_the_service(&site).await;
    let browser = site.browser();
    assert!(browser.open("/").await.text("main").contains("残疾人技能培训补贴"));
    let page = browser.open(&format!("/services/{SERVICE}?county={COUNTY}")).await;
    for said in [
        "300元",
        "正在上白天的技能培训班",
        "正在服刑的",
        "培训班的上课证明",
        "县残联审定",
    ] {
        assert!(page.text("main").contains(said), "{said}: {}", page.text("main"));
    }
    let blank = browser.open(&format!("/services/{SERVICE}/form")).await;
    assert_eq!(blank.text("h1"), "申请审批表");
    assert!(
        blank.text("article").contains("上晚上的班"),
        "{}",
        blank.text("article")
    );

    let reference = applied(&site, &browser, "day").await;
    let township = reviewed(&site, reference).await;
    // Who only looks at certificates for other services decides here; civil affairs have nothing to do with it.
    let civil = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    assert!(!offered(&civil, reference, "decide").await && !offered(&township, reference, "decide").await);
    let federation = officer(&site, Role::FederationReviewer, COUNTY).await;
    let seen = federation.browser.open(&page_of(reference)).await;
    assert!(seen.text("main").contains("白天的班"), "{}", seen.text("main"));
    let grant = [
        ("outcome", "grant"),
        ("reasons", "IN_DAY_COURSE"),
        ("sentence", "上课证明看过了。"),
    ];
    done(&federation, reference, "decide", &grant).await;
    let decided: Case = case(&site, reference).await;
    assert_eq!(decided.result, Some(ResultKind::Grant));
    assert!(decided.notice.is_none(), "it has no public notice");
    assert!(!decided.facts.contains_key("person.age"), "the age is not kept");
    assert_eq!(decided.award.map(|award| award.monthly.0), Some(30_000));

    let letter = format!("{}/print/decision", page_of(reference));
    let zh = federation.browser.open(&letter).await;
    for said in [
        "残疾人技能培训补贴",
        "平江县残疾人联合会",
        "300元",
        "正在上白天的技能培训班",
    ] {
        assert!(zh.text("article").contains(said), "{said}: {}", zh.text("article"));
    }
    assert!(!zh.text("article").contains("民政局"), "{}", zh.text("article"));
    let en = in_english(&browser, &format!("/services/{SERVICE}?county={COUNTY}")).await;
    for said in [
        "300 yuan",
        "Attends a training course by day",
        "The county federation decides",
    ] {
        assert!(en.text("main").contains(said), "{said}: {}", en.text("main"));
    }
}

async fn the_office_that_decides_signs_and_nobody_else(site: Site) {
    let site = with_the_service(&site).await;
    let reference = applied(&site, &site.browser(), "evening").await;
    reviewed(&site, reference).await;
    let author = officer(&site, Role::FederationReviewer, COUNTY).await;
    let refuse = [
        ("outcome", "refuse"),
        ("reasons", "NOT_IN_TRAINING"),
        ("sentence", "晚上的班这里不算。上白天的班就可以再申请。"),
    ];
    done(&author, reference, "decide", &refuse).await;
    assert_eq!(case(&site, reference).await.phase, Phase::Open, "a second person signs");
    // The office that decides the shipped services is not led to it and cannot sign it.
    let civil = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    assert_eq!(next(&civil).await, "/office?done=none#done");
    let queue = civil.browser.open("/office").await;
    let claim = format!("form[action='{}/claim']", page_of(reference));
    assert!(!queue.has(&claim));
    let form = civil.browser.get(&format!("{}/sign_second", page_of(reference))).await;
    assert_eq!(form.status, StatusCode::SEE_OTHER);
    // A colleague is.
    let colleague = officer(&site, Role::FederationReviewer, COUNTY).await;
    assert!(colleague.browser.open("/office").await.has(&claim));
    assert_eq!(
        next(&colleague).await,
        format!("{}?done=claimed#done", page_of(reference))
    );
    done(&colleague, reference, "sign_second", &[("sign", "yes")]).await;
    let signed = case(&site, reference).await;
    assert_eq!(signed.result, Some(ResultKind::Refuse));
    let after = colleague.browser.open(&page_of(reference)).await;
    assert!(
        after.text("main").contains("晚上的班这里不算"),
        "{}",
        after.text("main")
    );
}
