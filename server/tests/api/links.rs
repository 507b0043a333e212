//! What a window did for an account, as its owner and the window see it: who is linked to whom, and how that ends.

use reqwest::StatusCode;
use zhida::access::Role;
use zhida::casework::Case;
use zhida_server::store::event;

use crate::browser::Page;
use crate::cases::{Resident, resident, resident_linked_to};
use crate::harness::Site;
use crate::office::{COUNTY, Officer, TOWNSHIP, case, filed_by, officer, submitted};

both_engines!(
    a_link_is_ended_at_once_by_the_window_of_the_place,
    an_owner_sees_that_a_one_time_code_was_handed_over,
    whoever_asks_about_somebody_is_known_to_have_asked,
    only_so_many_wrong_questions_are_answered,
);

/// A person with a case in 汉昌街道, and two accounts that are linked to them.
async fn linked_twice(site: &Site) -> (Case, Resident, Resident) {
    let reference = filed_by(site, None, submitted(site, "S01", "living_subsidy", None)).await;
    let case = case(site, reference).await;
    let person = || Some(case.opened.subject.key.clone());
    let (own, other) = (
        resident_linked_to(site, "chunyan", person()).await,
        resident_linked_to(site, "stranger", person()).await,
    );
    (case, own, other)
}

async fn looks(officer: &Officer, case: &Case) -> Page {
    let subject = &case.opened.subject;
    let form = officer.browser.open("/office/links").await.form();
    let form = form.set("person", subject.name.as_str());
    officer
        .browser
        .send(form.set("number", subject.resident_id.as_str()))
        .await
}

async fn a_link_is_ended_at_once_by_the_window_of_the_place(site: Site) {
    let (case, own, other) = linked_twice(&site).await;
    let here = format!("/cases/{}", case.opened.reference);
    let home = own.browser.open("/account").await.text("main");
    assert!(
        home.contains("另外还有1个账号连着这个人") && home.contains("请他们断开"),
        "{home}"
    );
    assert_eq!(other.browser.get(&here).await.status, StatusCode::OK);

    let far = officer(&site, Role::TownshipOfficer, "430104002").await;
    let page = looks(&far, &case).await;
    assert!(
        page.text("#number-error").contains("您这里办不了"),
        "{}",
        page.text("main")
    );
    let decider = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    assert_eq!(decider.browser.get("/office/links").await.status, StatusCode::FORBIDDEN);

    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let page = looks(&township, &case).await;
    let accounts = page.texts("main form .choices label");
    assert_eq!(accounts.len(), 2, "{}", page.text("main"));
    assert!(!page.html.contains("stranger"), "a sign-in name is not told in full");
    let half = township.browser.send(page.form().with("ends", "yes")).await;
    assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(half.texts("#errors a").len(), 2);
    let account = other.owner.trim_start_matches("account:");
    let form = half.form().with("ends", "yes").with("account", account);
    let form = form.set("reason", "本人不认识这个账号。");
    for _ in 0..2 {
        let page = township.browser.send(form.clone()).await;
        assert!(page.text(".notice-ok").contains("已经断开"), "{}", page.text("main"));
    }
    // The session that is open sees nothing more; the other account is told of nobody else.
    assert_eq!(other.browser.get(&here).await.status, StatusCode::NOT_FOUND);
    assert_eq!(own.browser.get(&here).await.status, StatusCode::OK);
    let own = own.browser.open("/account").await.text("main");
    assert!(!own.contains("另外还有") && !own.contains("断开过"), "{own}");
    let told = other.browser.open("/account").await.text("main");
    assert!(told.contains("平江县断开过一个连接"), "{told}");
    let portal = &site.portal;
    let events = event::list(&mut portal.store.read(), &portal.keys, &other.owner).await;
    let ended: Vec<_> = events
        .unwrap()
        .into_iter()
        .filter(|event| event.kind == "link_ended")
        .collect();
    assert_eq!(ended.len(), 1, "pressed twice, ended once");
    assert_eq!(ended[0].payload.as_ref().unwrap()["reason"], "本人不认识这个账号。");
}

async fn an_owner_sees_that_a_one_time_code_was_handed_over(site: Site) {
    let (case, own, _) = linked_twice(&site).await;
    let unlinked = resident(&site, "neighbour").await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let form = township.browser.open("/office/codes/one-time").await.form();
    let form = form.set("name", "chunyan");
    let form = form.set("number", case.opened.subject.resident_id.as_str());
    let made = township.browser.send(form).await;
    assert!(made.has(".reference-number"), "{}", made.text("main"));
    let home = own.browser.open("/account").await.text("main");
    assert!(home.contains("平江县给过一个找回这个账号的一次性码"), "{home}");
    assert!(
        !unlinked
            .browser
            .open("/account")
            .await
            .text("main")
            .contains("一次性码")
    );
}

/// What the auditor of the county reads.
async fn audited(site: &Site) -> String {
    let auditor = officer(site, Role::Auditor, COUNTY).await;
    auditor.browser.open("/office/audit").await.text("tbody")
}

async fn whoever_asks_about_somebody_is_known_to_have_asked(site: Site) {
    let (case, own, _) = linked_twice(&site).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let subject = &case.opened.subject;
    let ends = [
        ("person", subject.name.as_str()),
        ("number", subject.resident_id.as_str()),
        ("ends", "yes"),
    ];
    // The accounts are shown where only the reason is missing; that is kept as well.
    let page = township.browser.post("/office/links", &ends).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let list = audited(&site).await;
    assert_eq!(list.matches("身份证号，为了看连接").count(), 1, "{list}");
    let wrong = [("person", "李不对"), ("number", subject.resident_id.as_str())];
    township.browser.post("/office/codes/link", &wrong).await;
    let name = [("name", "chunyan"), ("number", subject.resident_id.as_str())];
    township.browser.post("/office/codes/one-time", &name).await;
    let list = audited(&site).await;
    assert!(
        list.contains("为了给连接码") && list.contains("为了给一次性码"),
        "{list}"
    );
    drop(own);
}

async fn only_so_many_wrong_questions_are_answered(site: Site) {
    let (case, _, _) = linked_twice(&site).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let number = case.opened.subject.resident_id.as_str();
    let ask = async |name: &str| {
        let form = [("person", name), ("number", number)];
        township.browser.post("/office/links", &form).await
    };
    for _ in 0..20 {
        assert!(ask("李不对").await.text("#number-error").contains("对不上"));
    }
    for name in ["李不对", case.opened.subject.name.as_str()] {
        let page = ask(name).await;
        assert!(page.text("#number-error").contains("次数太多"), "{}", page.text("main"));
    }
    let colleague = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    assert_eq!(
        looks(&colleague, &case).await.status,
        StatusCode::OK,
        "it is each one's own"
    );
}
