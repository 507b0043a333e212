//! Who read a person's file: they see it with the reason, ask why, and are answered by who audits.

use reqwest::StatusCode;
use zhida::access::Role;
use zhida::casework::Reference;
use zhida::place::DivisionCode;
use zhida_server::store::casework::{AskedWhy, insert_asked_why, list_open_asked_why};

use crate::browser::Page;
use crate::cases::{Resident, resident, resident_linked_to};
use crate::harness::Site;
use crate::office::{COUNTY, Officer, TOWNSHIP, case, filed_by, officer, page_of, submitted};

both_engines!(
    who_read_is_told_and_answered_for,
    only_the_person_sees_who_read,
    a_question_belongs_to_the_auditors_of_the_place,
);

/// A person with a case, which an officer of the township opened and whose number they looked at.
async fn read(site: &Site) -> (Reference, Resident, Officer) {
    let reference = filed_by(site, None, submitted(site, "S01", "living_subsidy", None)).await;
    let person = case(site, reference).await.opened.subject.key;
    let resident = resident_linked_to(site, "chunyan", Some(person)).await;
    let township = officer(site, Role::TownshipOfficer, TOWNSHIP).await;
    township.browser.open(&page_of(reference)).await;
    let form = township
        .browser
        .get(&format!("{}/reveal", page_of(reference)))
        .await
        .form();
    township
        .browser
        .send_only(form.with("what", "resident_id").with("why", "identity"))
        .await;
    (reference, resident, township)
}

/// The page that asks why of the latest reading.
async fn asks(resident: &Resident, reference: Reference) -> Page {
    let list = resident.browser.open(&format!("/cases/{reference}/seen")).await;
    let href = list.attributes("tbody a", "href").remove(0);
    resident.browser.open(&href).await
}

async fn who_read_is_told_and_answered_for(site: Site) {
    let (reference, resident, township) = read(&site).await;
    let page = resident.browser.open(&format!("/cases/{reference}")).await;
    let href = format!("/cases/{reference}/seen");
    assert!(page.has(&format!("a[href='{href}']")), "{}", page.text("main"));
    let list = resident.browser.open(&href).await;
    let rows = list.texts("tbody tr");
    assert_eq!(rows.len(), 2, "{rows:?}");
    for said in ["平江县", "看了完整的身份证号", "核对是不是本人"] {
        assert!(rows[0].contains(said), "{said}: {rows:?}");
    }
    assert!(rows[1].contains("打开了申请"), "{rows:?}");
    // The office answers for what its people do; which of them it was is for those who supervise.
    assert!(!list.html.contains("吴敏") && !list.html.contains(&township.id.0));

    let ask = asks(&resident, reference).await;
    assert!(ask.text(".lead").contains("看了完整的身份证号"));
    let long = ask.form().set("words", &"问".repeat(3000));
    let refused = resident.browser.send(long).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text("textarea").starts_with("问问"), "what was typed stays");
    let form = ask.form().set("words", "那天没有人给我办事。");
    for _ in 0..2 {
        let sent = resident.browser.send(form.clone()).await;
        assert!(sent.text("#done").contains("已经问了"), "{}", sent.text("main"));
        assert!(sent.text("tbody tr").contains("最晚"), "{}", sent.text("tbody"));
    }
    let other_window = ask.form().set("op", &site.portal.random_id().to_string());
    assert_eq!(resident.browser.send(other_window).await.status, StatusCode::OK);

    let auditor = officer(&site, Role::Auditor, COUNTY).await;
    let audit = auditor.browser.open("/office/audit").await;
    assert!(audit.text("main").contains("（1件等答复）"), "{}", audit.text("main"));
    let open = auditor.browser.open("/office/audit/asked").await;
    let one = auditor
        .browser
        .open(&open.attributes("tbody a", "href").remove(0))
        .await;
    for said in ["吴敏", "看了全部：身份证号", "核对是不是本人", "那天没有人给我办事。"] {
        assert!(one.text("main").contains(said), "{said}: {}", one.text("main"));
    }
    let empty = auditor.browser.send(one.form()).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answer = empty.form().set("answer", "6月2日打电话核对身份，已经核实。");
    for _ in 0..2 {
        let answered = auditor.browser.send(answer.clone()).await;
        assert!(answered.text("#done").contains("答复了"), "{}", answered.text("main"));
        assert!(answered.text("main").contains("没有等答复的"));
    }
    let late = auditor.browser.send(one.form().set("answer", "再答一次。")).await;
    assert!(!late.has("main form"), "{}", late.text("main"));

    let told = resident.browser.open(&href).await;
    let rows = told.texts("tbody tr");
    assert!(
        rows[0].contains("打电话核对身份") && !told.html.contains("再答一次"),
        "{rows:?}"
    );
    assert!(told.has("tbody a"), "the other reading can still be asked about");
}

async fn only_the_person_sees_who_read(site: Site) {
    let filer = resident(&site, "erzi").await;
    let filed = submitted(&site, "S01", "living_subsidy", None);
    let reference = filed_by(&site, Some(&filer.owner), filed).await;
    let href = format!("/cases/{reference}/seen");
    let page = filer.browser.open(&format!("/cases/{reference}")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.has(&format!("a[href='{href}']")));
    let stranger = resident(&site, "stranger").await;
    for somebody in [&filer, &stranger] {
        for address in [href.clone(), format!("{href}/0")] {
            assert_eq!(somebody.browser.get(&address).await.status, StatusCode::NOT_FOUND);
        }
    }
}

async fn a_question_belongs_to_the_auditors_of_the_place(site: Site) {
    let (reference, resident, township) = read(&site).await;
    let ask = asks(&resident, reference).await;
    resident.browser.send(ask.form()).await;
    let here = officer(&site, Role::Auditor, COUNTY).await;
    let elsewhere = officer(&site, Role::Auditor, "430104").await;
    let open = here.browser.open("/office/audit/asked").await;
    let one = open.attributes("tbody a", "href").remove(0);
    assert!(here.browser.open(&one).await.text("main").contains("没有另外说"));
    assert!(!elsewhere.browser.open("/office/audit/asked").await.has("tbody"));
    assert_eq!(elsewhere.browser.get(&one).await.status, StatusCode::NOT_FOUND);
    assert_eq!(township.browser.get(&one).await.status, StatusCode::FORBIDDEN);
    // Whoever read does not say why, auditor or not.
    let area = [DivisionCode::parse(COUNTY).unwrap()];
    let open = list_open_asked_why(&mut site.portal.store.read(), &site.portal.keys, &area, 10).await;
    let own = AskedWhy {
        id: site.portal.random_id().to_string(),
        line: "own".to_owned(),
        officer: here.id.clone(),
        ..open.unwrap().remove(0)
    };
    let mut tx = site.portal.store.begin().await.unwrap();
    insert_asked_why(&mut tx, &site.portal.keys, &own).await.unwrap();
    tx.commit().await.unwrap();
    let form = here.browser.open(&one).await.form().set("answer", "工作需要。");
    let address = format!("/office/audit/asked/{}", own.id);
    assert!(!here.browser.open(&address).await.has("main form"));
    assert_eq!(
        here.browser.send(form.sent_to(&address)).await.status,
        StatusCode::FORBIDDEN
    );
    // A reading of one case is not found under another.
    let other = filed_by(&site, None, submitted(&site, "S02", "living_subsidy", None)).await;
    let line = ask.form().action().rsplit('/').next().unwrap().to_owned();
    let forged = resident.browser.get(&format!("/cases/{other}/seen/{line}")).await;
    assert_eq!(forged.status, StatusCode::NOT_FOUND);
}
