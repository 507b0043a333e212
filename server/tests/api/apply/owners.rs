//! Whose draft it is: nobody else's, and the owner's again on another device.

use reqwest::StatusCode;
use zhida::person::{AidStatus, CertificateNumber, CertificateStatus, PersonName, Phone, ResidentId};
use zhida::place::{DivisionCode, TownshipCode};
use zhida::registry::{Certificate, Entry};
use zhida_server::store::account::{self, Link};
use zhida_server::store::registry;

use super::people::{apply, begin, fill, page_of, s01, s02};
use crate::account::{PASSWORD, sign_in, sign_up};
use crate::browser::{Browser, Page};
use crate::harness::Site;

both_engines!(
    somebody_elses_draft_is_not_there,
    one_stops_and_goes_on_with_a_code,
    one_stops_before_anything_is_known_and_goes_on,
    a_device_that_had_it_is_told_where_it_went,
    what_was_kept_for_a_device_is_pointed_to,
    a_code_is_not_guessed,
    a_draft_is_thrown_away,
    what_is_typed_into_an_ended_session_comes_back,
    whoever_lost_the_cookie_is_shown_the_way_back,
    a_guest_leaves_a_shared_computer,
    an_account_has_its_drafts_on_every_device,
    the_register_is_shown_to_linked_people_alone,
    what_the_register_knows_need_not_be_typed,
    whoever_is_linked_to_several_chooses_among_them,
);

async fn somebody_elses_draft_is_not_there(site: Site) {
    let (one, other) = (site.browser(), site.browser());
    let page = begin(&one, &["care_subsidy"]).await;
    let draft = page.path.rsplit_once('/').unwrap().0.to_owned();
    begin(&other, &["care_subsidy"]).await;
    for page in [
        "whom",
        "check",
        "statement",
        "stop",
        "discard",
        "done",
        "papers/household_register",
    ] {
        let seen = other.get(&format!("{draft}/{page}")).await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND, "{page}");
    }
    assert_eq!(other.get(&draft).await.status, StatusCode::NOT_FOUND);
    for page in ["whom", "check", "statement", "papers/household_register"] {
        let sent = other.post(&format!("{draft}/{page}"), &[("whom", "self")]).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "{page}");
    }
    let made_up = other.get("/apply/01a21506bada7446895c47f596f2351a/whom").await;
    assert_eq!(made_up.status, StatusCode::NOT_FOUND);
    let done = apply(&one, &["care_subsidy"], &s01()).await;
    assert_eq!(other.get(&done.path).await.status, StatusCode::NOT_FOUND);
    let nobody = site.browser().get(&format!("{draft}/whom")).await;
    assert!(
        nobody.location.unwrap().starts_with("/account/sign-in"),
        "who is nobody here may sign in"
    );
}

async fn one_stops_and_goes_on_with_a_code(site: Site) {
    let phone = site.browser();
    let page = begin(&phone, &["living_subsidy", "care_subsidy"]).await;
    let (page, _) = fill(&phone, page, &s01(), "township").await;
    let stop = page.path.replace("/township", "/stop");
    let code = phone.get(&stop).await.text(".notice-title");
    let code = code.rsplit('：').next().unwrap().to_owned();
    let library = site.browser();
    let page = library.get("/apply/resume").await;
    let form = page.form().set("code", &code.to_lowercase());
    let born = |form: crate::browser::Form, day: &str| {
        form.set("birth-year", "1988")
            .set("birth-month", "8")
            .set("birth-day", day)
    };
    let wrong = library.send(born(form.clone(), "30")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let none = library
        .send(
            form.clone()
                .set("birth-year", "1988")
                .set("birth-month", "2")
                .set("birth-day", "30"),
        )
        .await;
    assert!(
        none.text("#errors-list a").contains("2月只有29天"),
        "{}",
        none.text("#errors-list a")
    );
    let page = library.send(born(form, "8")).await;
    assert_eq!(page_of(&page), "township", "where it was left");
    assert_eq!(library.get("/apply").await.texts(".case-list li").len(), 1);
    let (page, _) = fill(&library, page, &s01(), "check").await;
    assert!(page.text("main").contains("李春燕"));
}

async fn one_stops_before_anything_is_known_and_goes_on(site: Site) {
    let phone = site.browser();
    let page = begin(&phone, &["care_subsidy"]).await;
    assert_eq!(page_of(&page), "whom");
    let stopped = phone.get(&page.path.replace("/whom", "/stop")).await;
    assert!(
        stopped.text("main").contains("不用出生日期"),
        "{}",
        stopped.text("main")
    );
    let code = stopped.text(".notice-title");
    let code = code.rsplit('：').next().unwrap().to_owned();
    let library = site.browser();
    let form = library.get("/apply/resume").await.form().set("code", &code);
    let page = library.send(form.clone()).await;
    assert_eq!(
        page_of(&page),
        "whom",
        "the code alone opens what says nothing of anybody"
    );

    let (page, _) = fill(&library, page, &s01(), "certificate").await;
    let stopped = library.get(&page.path.replace("/certificate", "/stop")).await;
    assert!(!stopped.text("main").contains("不用出生日期"));
    let stranger = site.browser();
    let alone = stranger.send(form.clone()).await;
    assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY, "now it is somebody's");
    let wanted = alone.text("#errors-list a");
    let unknown = stranger.send(form.set("code", "23456789AB")).await;
    assert_eq!(
        unknown.text("#errors-list a"),
        wanted,
        "and no code is told from another"
    );
}

async fn a_device_that_had_it_is_told_where_it_went(site: Site) {
    let (phone, library, stranger) = (site.browser(), site.browser(), site.browser());
    let page = begin(&phone, &["care_subsidy"]).await;
    let (page, _) = fill(&phone, page, &s01(), "residence").await;
    let residence = page.path.clone();
    let stop = residence.replace("/residence", "/stop");
    let code = phone.get(&stop).await.text(".notice-title");
    let code = code.rsplit('：').next().unwrap().to_owned();
    let open = async |browser: &Browser| {
        let form = browser.get("/apply/resume").await.form().set("code", &code);
        let form = form.set("birth-year", "1988").set("birth-month", "8");
        browser.send(form.set("birth-day", "8")).await
    };
    assert_eq!(open(&library).await.path, residence);

    let told = phone.get(&residence).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    assert!(told.text("h1").contains("在别的地方接着填了"), "{}", told.text("h1"));
    assert!(told.attributes("main a", "href").contains(&"/apply/resume".to_owned()));
    assert!(!told.text("main").contains("李春燕"), "it says where, not what");
    for beside in ["stop", "check", "statement", "discard", "papers/household_register"] {
        let beside = phone.get(&residence.replace("residence", beside)).await;
        assert_eq!(beside.status, StatusCode::CONFLICT);
    }
    let list = phone.get("/apply").await;
    assert!(list.text("main").contains("在别的手机或电脑上接着填"));
    begin(&stranger, &["care_subsidy"]).await;
    assert_eq!(stranger.get(&residence).await.status, StatusCode::NOT_FOUND);
    assert!(!stranger.get("/apply").await.text("main").contains("接着填，这里不显示"));

    let typed = [("living", "at_hukou"), ("address", "三组18号")];
    let sent = phone.post(&residence, &typed).await;
    assert_eq!(sent.status, StatusCode::CONFLICT);
    assert!(sent.text("main").contains("替您留着"));
    let back = open(&phone).await;
    assert_eq!(back.path, residence);
    assert_eq!(
        back.form().value("address"),
        Some("三组18号"),
        "what was typed is there"
    );
    let told = library.get(&residence).await;
    assert_eq!(told.status, StatusCode::CONFLICT, "now the other one is told");
    assert_eq!(phone.get(&residence).await.status, StatusCode::OK);

    sign_up(&library, "图书馆").await;
    assert_eq!(
        library.get(&residence).await.status,
        StatusCode::CONFLICT,
        "signed in or not"
    );
    let (page, _) = fill(&phone, back, &s01(), "contact").await;
    let discard = phone.get(&page.path.replace("/contact", "/discard")).await;
    phone.send(discard.form()).await;
    assert_eq!(library.get(&residence).await.status, StatusCode::NOT_FOUND);
}

async fn what_was_kept_for_a_device_is_pointed_to(site: Site) {
    let (phone, library) = (site.browser(), site.browser());
    let page = begin(&phone, &["care_subsidy"]).await;
    let (check, _) = fill(&phone, page, &s01(), "check").await;
    let contact = check.path.replace("/check", "/contact");
    let code = code_below(&check);
    let open = async |browser: &Browser| {
        let form = browser.get("/apply/resume").await.form().set("code", &code);
        let form = form.set("birth-year", "1988").set("birth-month", "8");
        browser.send(form.set("birth-day", "8")).await
    };
    assert_eq!(page_of(&open(&library).await), "check");
    let there = library.get(&contact).await.form().set("phone", "13900000000");
    library.send(there).await;
    let sent = phone.post(&contact, &[("phone", "13911111111"), ("way", "call")]).await;
    assert_eq!(sent.status, StatusCode::CONFLICT);

    let back = open(&phone).await;
    assert_eq!(page_of(&back), "check");
    let pointed = back.attributes(".notice a", "href");
    assert_eq!(pointed, std::slice::from_ref(&contact), "{}", back.text(".notice"));
    assert_eq!(back.text(".notice a"), "我们怎么联系您？");
    let both = phone.get(&contact).await;
    assert_eq!(both.form().value("phone"), Some("13911111111"));
    assert!(
        both.text(".notice .facts").contains("13900000000"),
        "{}",
        both.text(".notice")
    );
    let saved = phone.send(both.form()).await;
    assert_eq!(page_of(&saved), "check");
    assert!(saved.text("main").contains("13911111111") && !saved.has(".notice"));
    let page = library.get("/apply").await;
    assert!(!page.has(".notice"), "nothing waits for whoever typed nothing");
}

async fn a_code_is_not_guessed(site: Site) {
    let phone = site.browser();
    let page = begin(&phone, &["care_subsidy"]).await;
    let (page, _) = fill(&phone, page, &s01(), "township").await;
    let stop = page.path.replace("/township", "/stop");
    let code = phone.get(&stop).await.text(".notice-title");
    let code = code.rsplit('：').next().unwrap().to_owned();
    let stranger = site.browser();
    let form = stranger.get("/apply/resume").await.form();
    let try_with = |code: &str, day: &str| {
        let form = form.clone().set("code", code).set("birth-year", "1988");
        stranger.send(form.set("birth-month", "8").set("birth-day", day))
    };
    let unknown = try_with("23456789AB", "8").await.text("#errors-list a");
    for day in ["1", "2", "3", "4", "5"] {
        let page = try_with(&code, day).await;
        assert_eq!(
            page.text("#errors-list a"),
            unknown,
            "wrong code and wrong day look alike"
        );
    }
    let page = try_with(&code, "8").await;
    assert!(
        page.text("#errors-list a").contains("明天再来"),
        "five tries, then a day"
    );
    assert_eq!(
        page_of(&phone.open(&stop.replace("/stop", "")).await),
        "township",
        "the owner goes on"
    );
}

async fn a_draft_is_thrown_away(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, &["care_subsidy"]).await;
    let draft = page.path.rsplit_once('/').unwrap().0.to_owned();
    let list = browser.get("/apply").await;
    assert!(list.attributes("main a", "href").contains(&draft));
    let ask = browser.get(&format!("{draft}/discard")).await;
    let gone = browser.send(ask.form()).await;
    assert_eq!(gone.path, "/apply");
    assert_eq!(gone.texts(".case-list li").len(), 0);
    let back = browser.get(&format!("{draft}/whom")).await;
    assert_eq!(back.status, StatusCode::NOT_FOUND);
    assert!(back.text("h1").contains("这份申请不在这里了"), "{}", back.text("h1"));
    let again = browser.send(ask.form()).await;
    assert_eq!(again.status, StatusCode::OK, "pressed twice");
}

async fn what_is_typed_into_an_ended_session_comes_back(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, &["care_subsidy"]).await;
    let (page, _) = fill(&browser, page, &s01(), "township").await;
    let address = page.path.replace("/township", "/contact");
    let code = browser
        .get(&page.path.replace("/township", "/stop"))
        .await
        .text(".notice-title");
    let code = code.rsplit('：').next().unwrap().to_owned();
    let (page, _) = fill(&browser, page, &s01(), "contact").await;
    let mut tx = site.portal.store.begin().await.unwrap();
    tx.execute("UPDATE session SET ends_at = 1", Vec::new()).await.unwrap();
    tx.commit().await.unwrap();
    let sent = browser
        .send(page.form().set("phone", "139 0000").with("way", "call"))
        .await;
    assert_eq!(sent.path, "/apply/resume", "the code opens it again");
    let form = sent.form().set("code", &code).set("birth-year", "1988");
    let back = browser.send(form.set("birth-month", "8").set("birth-day", "8")).await;
    assert_eq!(back.path, address);
    assert_eq!(back.form().value("phone"), Some("139 0000"), "what was typed is there");
    assert_eq!(back.form().value("way"), Some("call"));
    let saved = browser.send(back.form().set("phone", "13900000000")).await;
    assert_eq!(page_of(&saved), "access");
}

/// The code that stands below a page of a draft.
fn code_below(page: &Page) -> String {
    let code = page.text("aside.no-print .strong");
    assert!(code.starts_with("续办码："), "{code} on {}", page.path);
    code.rsplit('：').next().unwrap().to_owned()
}

async fn whoever_lost_the_cookie_is_shown_the_way_back(site: Site) {
    let phone = site.browser();
    let page = begin(&phone, &["care_subsidy"]).await;
    let code = code_below(&page);
    let (page, _) = fill(&phone, page, &s01(), "residence").await;
    assert_eq!(code_below(&page), code, "the code stands below every page");
    let forgot = site.browser();
    let told = forgot.send(page.form().set("address", "三组18号")).await;
    assert!(told.path.starts_with("/account/sign-in"));
    let notices = told.texts(".notice").join(" ");
    assert!(
        notices.contains("没有存上") && notices.contains("用续办码接着填"),
        "{notices}"
    );
    let ways = told.attributes(".notice a", "href");
    assert_eq!(ways, ["/apply/resume"]);
    let wrong = forgot
        .send(told.form().set("name", "nobody").set("password", "x"))
        .await;
    assert_eq!(wrong.attributes(".notice a", "href"), ways, "also after a mistake");

    sign_up(&forgot, "春燕").await;
    let missing = forgot.get(&page.path).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert!(missing.attributes(".notice a", "href").contains(&ways[0]));
    let form = forgot
        .open(&ways[0])
        .await
        .form()
        .set("code", &code)
        .set("birth-year", "1988");
    let back = forgot.send(form.set("birth-month", "8").set("birth-day", "8")).await;
    assert_eq!(back.path, page.path);
    assert!(!back.has("main .no-print .strong"), "an account needs no code");

    let done = apply(&site.browser(), &["care_subsidy"], &s01()).await;
    let keep = done.text("main");
    assert!(
        keep.contains("用受理编号和续办码看") && !keep.contains("收藏"),
        "{keep}"
    );
    let elsewhere = site.browser();
    let told = elsewhere.open(&done.path).await;
    assert_eq!(told.attributes(".notice a", "href"), ["/cases/open"]);
    let hers = apply(&forgot, &["living_subsidy"], &s01()).await;
    assert!(hers.text("main").contains("收藏"));
    let case = done.attributes("main .actions .button", "href")[0].clone();
    let missing = forgot.get(&format!("{case}/withdraw")).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    let open = format!("/cases/open?reference={}", case.rsplit('/').next().unwrap());
    assert!(
        missing.attributes(".notice a", "href").contains(&open),
        "{}",
        missing.html
    );
    let nowhere = forgot.get("/apply/nothing/at/all").await;
    assert!(!nowhere.attributes(".notice a", "href").contains(&ways[0]));
}

async fn a_guest_leaves_a_shared_computer(site: Site) {
    let library = site.browser();
    let page = begin(&library, &["care_subsidy"]).await;
    let (page, _) = fill(&library, page, &s01(), "township").await;
    let leave = "aside form[action='/account/sign-out']";
    let left = library.send(page.form_at(leave)).await;
    assert!(left.text("h1").contains("已经离开"), "{}", left.html);
    let ways = left.attributes("main .link-list a", "href");
    assert_eq!(ways, ["/apply/resume", "/cases/open"]);
    assert!(
        !left.html.contains(&code_below(&page)),
        "the code is not for who comes next"
    );
    let next = library.get(&page.path).await;
    assert!(next.location.unwrap().starts_with("/account/sign-in"));
    let form = library.open(&ways[0]).await.form().set("code", &code_below(&page));
    let form = form.set("birth-year", "1988").set("birth-month", "8");
    let page = library.send(form.set("birth-day", "8")).await;
    assert_eq!(page_of(&page), "township");

    let done = apply(&library, &["care_subsidy"], &s01()).await;
    let code = done
        .texts(".notice-title")
        .into_iter()
        .find(|title| title.contains("续办码"));
    let code = code.unwrap().rsplit('：').next().unwrap().to_owned();
    let case = library.open(&done.attributes("main .actions .button", "href")[0]).await;
    library.send(case.form_at(leave)).await;
    let closed = library.get(&case.path).await.location.unwrap();
    assert!(closed.starts_with("/cases/open"), "{closed}");
    let form = library.open(&closed).await.form().set("code", &code);
    let form = form.set("birth-year", "1988").set("birth-month", "8");
    let again = library.send(form.set("birth-day", "8")).await;
    assert_eq!(again.path, case.path);
    library.send(again.form_at(leave)).await;
    assert!(
        library
            .get(&case.path)
            .await
            .location
            .unwrap()
            .starts_with("/cases/open"),
        "however it was opened"
    );
    let anybody = library.open("/apply/new").await;
    assert!(!anybody.has(leave), "nobody is here");
}

async fn an_account_has_its_drafts_on_every_device(site: Site) {
    let phone = site.browser();
    let page = begin(&phone, &["care_subsidy"]).await;
    let (page, _) = fill(&phone, page, &s01(), "township").await;
    sign_up(&phone, "春燕").await;
    let (page, _) = fill(&phone, phone.open(&page.path).await, &s01(), "contact").await;
    let list = phone.get("/apply").await;
    assert_eq!(
        list.texts(".case-list li").len(),
        1,
        "what was begun before belongs to the account now"
    );
    let library = site.browser();
    sign_in(&library, "春燕", PASSWORD).await;
    let draft = library.get("/apply").await.attributes(".case-list h2 a", "href")[0].clone();
    assert_eq!(library.open(&draft).await.path, page.path, "where it was left");
    let stranger = site.browser();
    sign_up(&stranger, "别人").await;
    assert_eq!(stranger.get(&page.path).await.status, StatusCode::NOT_FOUND);
    let stop = library.get(&format!("{draft}/stop")).await;
    assert!(!stop.has(".notice-title"), "an account needs no code");

    let mut tx = site.portal.store.begin().await.unwrap();
    tx.execute("UPDATE session SET ends_at = 1", Vec::new()).await.unwrap();
    tx.commit().await.unwrap();
    let sent = library.send(page.form().set("phone", "139 0000")).await;
    assert!(sent.path.starts_with("/account/sign-in"), "{}", sent.path);
    let back = library
        .send(sent.form().set("name", "春燕").set("password", PASSWORD))
        .await;
    assert_eq!(back.path, page.path, "back on the same page");
    assert_eq!(back.form().value("phone"), Some("139 0000"), "what was typed is there");
}

/// What the register says of them is right.
const ALL_RIGHT: &[(&str, &str)] = &[
    ("right-aid_status", "yes"),
    ("right-grade", "yes"),
    ("right-certificate_status", "yes"),
];

/// Somebody of the register.
pub fn entry(name: &str, certificate: &str, township: &str) -> Entry {
    Entry {
        name: PersonName::parse(name).unwrap(),
        resident_id: ResidentId::parse(&certificate[..18]).unwrap(),
        certificate: Some(Certificate {
            number: CertificateNumber::parse(certificate).unwrap(),
            status: CertificateStatus::Valid,
            issued_on: None,
            valid_until: None,
            components: Vec::new(),
        }),
        hukou_county: DivisionCode::parse(&township[..6]).unwrap(),
        hukou_township: TownshipCode::parse(township),
        aid_status: Some(AidStatus::Dibao),
        aid_since: None,
        phone: Some(Phone::parse("13800000000").unwrap()),
    }
}

/// Puts somebody into the register and links an account to them.
async fn link(site: &Site, account: &str, entry: &Entry) {
    let portal = &site.portal;
    let name = zhida::account::SignInName::parse(account).unwrap();
    let mut reader = portal.store.read();
    let found = account::find_by_name(&mut reader, &portal.keys, &name).await.unwrap();
    let link = Link {
        person: account::person_key(&portal.keys, &entry.resident_id),
        name: entry.name.as_str().to_owned(),
        reading: None,
        linked: true,
        office: None,
        at: portal.now(),
    };
    let mut tx = portal.store.begin().await.unwrap();
    registry::insert(&mut tx, &portal.keys, &[(portal.random_id(), entry)], portal.now())
        .await
        .unwrap();
    account::insert_link(&mut tx, &portal.keys, &found[0].id, &link, None)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// A woman of the register, linked to her account, and a stranger with an account.
async fn linked_and_stranger(site: &Site) -> (Browser, Browser) {
    let (hers, strangers) = (site.browser(), site.browser());
    for (browser, name) in [(&hers, "春燕"), (&strangers, "别人")] {
        sign_up(browser, name).await;
    }
    link(site, "春燕", &entry("李春燕", "43062619880808998841", "430626001")).await;
    (hers, strangers)
}

async fn the_register_is_shown_to_linked_people_alone(site: Site) {
    let (hers, strangers) = linked_and_stranger(&site).await;
    let mut answers = s01();
    answers.insert(
        0,
        (
            "register",
            vec![
                ("right-aid_status", "no"),
                ("right-grade", "yes"),
                ("right-certificate_status", "yes"),
            ],
        ),
    );
    let page = begin(&hers, &["living_subsidy", "care_subsidy"]).await;
    let (page, _) = fill(&hers, page, &answers, "register").await;
    let asked = page.texts("main fieldset legend");
    assert_eq!(asked.len(), 3, "each fact is asked by itself: {asked:?}");
    assert!(asked[0].contains("低保家庭") && asked[1].contains("一级"), "{asked:?}");
    assert!(!page.has("main input[checked]"), "nothing is chosen for anybody");
    let half = page
        .form()
        .set("right-grade", "yes")
        .set("right-certificate_status", "yes");
    let half = hers.send_only(half).await;
    assert_eq!(half.attributes("#errors-list a", "href"), ["#right-aid_status"]);
    assert_eq!(half.form().value("right-grade"), Some("yes"));
    let register = page.path.clone();
    let (page, asked) = fill(&hers, page, &answers, "check").await;
    assert!(
        asked.contains(&"question-aid_status".to_owned()),
        "what is disputed is asked"
    );
    assert!(
        !asked.contains(&"question-certificate_status".to_owned()),
        "what is confirmed is not"
    );
    assert!(page.text("main").contains("来自残疾人和低保登记"));
    assert!(page.texts(".facts a").iter().any(|words| words.starts_with("这不对")));
    let again = hers.get(&register).await.form();
    assert_eq!(again.value("right-aid_status"), Some("no"));
    assert_eq!(again.value("right-grade"), Some("yes"));

    let page = begin(&strangers, &["living_subsidy", "care_subsidy"]).await;
    let (page, asked) = fill(&strangers, page, &s01(), "check").await;
    assert!(
        !asked.contains(&"register".to_owned()),
        "a photocopy of her card shows nobody anything"
    );
    let draft = page.path.rsplit_once('/').unwrap().0.to_owned();
    let forged = strangers.open(&format!("{draft}/register")).await;
    assert_eq!(page_of(&forged), "check");
}

async fn what_the_register_knows_need_not_be_typed(site: Site) {
    let (hers, strangers) = linked_and_stranger(&site).await;
    let mut page = begin(&hers, &["care_subsidy"]).await;
    page = hers.send(page.form().set("whom", "self")).await;
    assert_eq!(page.form().value("name"), Some("李春燕"));
    assert_eq!(page.form().value("resident_id"), Some("430626198808089988"));
    assert!(page.text("main").contains("登记里写的"), "{}", page.text("main"));
    page = hers.send(page.form()).await;
    assert_eq!(page.form().value("certificate_number"), Some("43062619880808998841"));
    page = hers.send(page.form()).await;
    assert_eq!(page_of(&page), "hukou");
    for (at, place) in [("hukou", "430626"), ("township", "430626001")] {
        assert_eq!(page_of(&page), at);
        let form = page.form_at("main form[method=post]:last-of-type");
        assert_eq!(form.value("place"), Some(place));
        page = hers.send(form).await;
    }
    let mut answers = s01();
    answers.insert(0, ("register", ALL_RIGHT.to_vec()));
    let (page, _) = fill(&hers, page, &answers, "contact").await;
    assert_eq!(page.form().value("phone"), Some("13800000000"));
    let page = hers.send(page.form().set("phone", "")).await;
    let contact = hers.get(&page.path.replace("/access", "/contact")).await;
    assert_eq!(contact.form().value("phone"), Some(""), "what was answered stands");

    let page = begin(&strangers, &["care_subsidy"]).await;
    let page = strangers.send(page.form().set("whom", "self")).await;
    assert_eq!(page.form().value("name"), Some(""));
    let page = begin(&hers, &["care_subsidy"]).await;
    let page = hers.send(page.form().set("whom", "relative")).await;
    assert_eq!(page.form().value("name"), Some(""), "for whom she applies nobody knows");
}

async fn whoever_is_linked_to_several_chooses_among_them(site: Site) {
    let (hers, strangers) = linked_and_stranger(&site).await;
    link(&site, "春燕", &entry("王小宝", "43010420200220999962", "430104001")).await;
    let next = hers.get("/account").await.attributes("main .facts a", "href");
    assert_eq!(next[..2], ["/apply/new", "/apply/new"], "each can be applied for");

    let page = begin(&hers, &["care_subsidy"]).await;
    let page = hers.send(page.form().set("whom", "legal_guardian")).await;
    let offered = page.texts("main .choice label");
    assert_eq!(offered.len(), 3, "{offered:?}");
    let child = offered
        .iter()
        .position(|words| words == "王小宝，身份证号码末四位9999")
        .unwrap();
    assert!(
        !page.html.contains("430104202002209999"),
        "no more than is needed to tell"
    );
    let who = page.attributes("[name=who]", "value").remove(child);
    let none = hers.send_only(page.form()).await;
    assert_eq!(none.text("#who-error"), "错误：请选一个");
    let both = hers.send_only(page.form().set("who", &who).set("name", "王大宝")).await;
    assert!(both.text("#who-error").contains("清空"), "{}", both.text("#who-error"));
    assert_eq!(both.form().value("name"), Some("王大宝"));

    let chosen = hers.send(page.form().set("who", &who)).await;
    assert_eq!(chosen.form().value("certificate_number"), Some("43010420200220999962"));
    let again = hers.get(&page.path).await.form();
    assert_eq!(
        (again.value("who"), again.value("name")),
        (Some(who.as_str()), Some(""))
    );
    let mut answers = s02();
    answers.insert(0, ("register", ALL_RIGHT.to_vec()));
    let (check, asked) = fill(&hers, chosen, &answers, "check").await;
    assert!(asked.contains(&"register".to_owned()), "{asked:?}");
    assert!(check.text("main").contains("王小宝"));

    let page = begin(&hers, &["care_subsidy"]).await;
    let page = hers.send(page.form().set("whom", "legal_guardian")).await;
    let other = page.form().set("who", "other").set("name", "李四");
    let other = hers.send(other.set("resident_id", "430405195303039997")).await;
    assert_eq!(page_of(&other), "certificate");
    assert_eq!(other.form().value("certificate_number"), Some(""));
    let again = hers.get(&page.path).await.form();
    assert_eq!((again.value("who"), again.value("name")), (Some("other"), Some("李四")));

    let page = begin(&hers, &["care_subsidy"]).await;
    let page = hers.send(page.form().set("whom", "relative")).await;
    let child = hers.send_only(page.form().set("who", &who)).await;
    assert!(
        child.text("#who-error").contains("监护人"),
        "{}",
        child.text("#who-error")
    );
    let page = begin(&hers, &["care_subsidy"]).await;
    let page = hers.send(page.form().set("whom", "self")).await;
    assert_eq!(page.text("h1"), "您是哪一位？");

    let page = begin(&strangers, &["care_subsidy"]).await;
    let page = strangers.send(page.form().set("whom", "legal_guardian")).await;
    assert!(!page.has("[name=who]"));
    let forged = strangers.send_only(page.form().set("who", &who)).await;
    assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY, "a value is no link");
    assert!(!forged.html.contains("王小宝"));
}
