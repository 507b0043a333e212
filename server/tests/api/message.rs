//! What people are told: once, in the portal always, outside of it only where an office confirmed the way and without a
//! word of what it is about.

use std::fs;
use std::path::PathBuf;

use reqwest::StatusCode;
use serde_json::{Value as Json, json};
use zhida::access::{Role, Visibility};
use zhida::casework::Reference;
use zhida_server::config::SmsSetting;
use zhida_server::jobs;
use zhida_server::outside::GatewayAddress;
use zhida_server::portal::Portal;
use zhida_server::store::outbox::{self, NewJob};
use zhida_server::store::{Query as _, params, registry};

use crate::apply::owners::entry;
use crate::apply::people::{apply, s01};
use crate::browser::Page;
use crate::cases::{Resident, code, resident, resident_linked_to};
use crate::harness::{Site, serving};
use crate::office::{
    COUNTY, Officer, REVIEW, TOWNSHIP, done, filed, filed_by, granted, later, officer, page_of, submitted,
};
use crate::staff::{set_up, take_on};

both_engines!(
    a_decision_is_told_once_to_everybody_who_may_open_the_case,
    only_ways_that_an_office_confirmed_are_used,
    a_number_of_the_register_is_used_where_that_was_agreed_to,
    whoever_is_linked_chooses_among_the_confirmed_ways,
    a_server_that_dies_after_sending_sends_the_same_again,
    what_fails_is_tried_again_and_then_shown_to_who_can_help,
    a_sealed_case_is_silent_but_for_the_ways_recorded_for_it,
    an_officer_records_that_it_was_told,
    whoever_has_no_account_reads_it_on_the_case_and_takes_it_along,
    a_draft_is_told_of_before_it_is_thrown_away,
    a_link_code_is_sent_to_the_number_in_the_register_alone,
    an_officer_has_a_link_code_sent_without_seeing_it,
);

/// Does all that is due.
async fn work(portal: &Portal) {
    while jobs::next(portal).await.unwrap() {}
}

/// What lies in a tray.
fn tray(site: &Site, name: &str) -> Vec<(String, String)> {
    let folder: PathBuf = site.portal.config.data.join("outgoing").join(name);
    let Ok(files) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<(String, String)> = files
        .map(|file| {
            let file = file.unwrap();
            let name = file.file_name().into_string().unwrap();
            (name, fs::read_to_string(file.path()).unwrap())
        })
        .collect();
    files.sort();
    files
}

fn short_messages(site: &Site) -> Vec<Json> {
    let files = tray(site, "sms");
    files
        .iter()
        .map(|(_, text)| serde_json::from_str(text).unwrap())
        .collect()
}

/// The titles of somebody's messages, the latest first.
async fn told(resident: &Resident) -> Vec<String> {
    let page = resident.browser.open("/account/messages").await;
    page.texts(".case-list h2")
}

fn notices_of(reference: Reference) -> String {
    format!("{}/notices", page_of(reference))
}

/// Records where the person of a case is reached.
async fn reached(officer: &Officer, reference: Reference, fields: &[(&str, &str)]) -> Page {
    let mut form = officer
        .browser
        .open(&format!("{}/reach", page_of(reference)))
        .await
        .form();
    for (name, value) in fields {
        form = match *name {
            "ways" | "checked" => form.with(name, value),
            _ => form.set(name, value),
        };
    }
    officer.browser.send(form).await
}

/// Through all offices to the decision, of a case that somebody handed in whom nobody has seen.
async fn decided(site: &Site, reference: Reference) {
    let township = officer(site, Role::TownshipOfficer, TOWNSHIP).await;
    let seen = [
        ("papers", "household_register"),
        ("identity", "in_person"),
        ("filer", "other"),
    ];
    done(&township, reference, "accept", &seen).await;
    done(&township, reference, "review", REVIEW).await;
    let federation = officer(site, Role::FederationReviewer, COUNTY).await;
    done(&federation, reference, "review", REVIEW).await;
    let decider = officer(site, Role::CivilAffairsDecider, COUNTY).await;
    let grant = [
        ("outcome", "grant"),
        ("reasons", "IN_DIBAO"),
        ("sentence", "您家在吃低保，符合条件。"),
    ];
    done(&decider, reference, "decide", &grant).await;
}

async fn a_decision_is_told_once_to_everybody_who_may_open_the_case(site: Site) {
    let filer = resident(&site, "erzi").await;
    let filed = submitted(&site, "S01", "living_subsidy", None);
    let person = filed.subject.key.clone();
    let own = resident_linked_to(&site, "chunyan", Some(person)).await;
    let stranger = resident(&site, "stranger").await;
    let reference = filed_by(&site, Some(&filer.owner), filed).await;
    decided(&site, reference).await;
    work(&site.portal).await;
    // The same job once more, as if a server had died before it said that it was done.
    let mut tx = site.portal.store.begin().await.unwrap();
    tx.execute("UPDATE job SET state = 'waiting', run_at = 0", params![])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    work(&site.portal).await;
    for resident in [&filer, &own] {
        assert_eq!(
            told(resident).await,
            ["决定出来了", "申请收下了，开始办", "申请收到了"],
            "each once"
        );
    }
    assert_eq!(told(&stranger).await, Vec::<String>::new());

    let home = own.browser.open("/account").await;
    assert!(home.text("main").contains("消息（3条新的）"), "{}", home.text("main"));
    let list = own.browser.open("/account/messages").await;
    let href = list.attributes(".case-list h2 a", "href").remove(0);
    for other in [&filer, &stranger] {
        assert_eq!(other.browser.get(&href).await.status, StatusCode::NOT_FOUND);
    }
    let message = own.browser.open(&href).await;
    assert!(
        message.text("main").contains("决定书写好了"),
        "{}",
        message.text("main")
    );
    assert_eq!(
        message.attributes("main .actions a", "href"),
        [format!("/cases/{reference}")]
    );
    let list = own.browser.open("/account/messages").await;
    assert!(list.text(".lead").contains("2条"), "{}", list.text("main"));
    let all = own.browser.send(list.form()).await;
    assert!(all.text("#done").contains("都标成看过了") && all.text(".lead").contains("没有新消息"));
    assert_eq!(
        filer
            .browser
            .open("/account/messages")
            .await
            .texts(".case-list .tag")
            .len(),
        3
    );
    // Whoever is not linked any more finds nothing of the person's cases.
    let mut tx = site.portal.store.begin().await.unwrap();
    tx.execute("DELETE FROM link", params![]).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(told(&own).await, Vec::<String>::new());
    assert_eq!(own.browser.get(&href).await.status, StatusCode::NOT_FOUND);
    assert_eq!(told(&filer).await.len(), 3);
}

async fn only_ways_that_an_office_confirmed_are_used(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    done(
        &township,
        reference,
        "request_papers",
        &[("papers", "household_register")],
    )
    .await;
    work(&site.portal).await;
    assert_eq!(tray(&site, "sms"), [], "nobody confirmed a number");

    let half = reached(&township, reference, &[("mobile", "1387312"), ("ways", "mail")]).await;
    assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(half.attributes("#errors a", "href"), ["#mobile", "#checked"]);
    assert_eq!(half.attributes("#mobile", "value"), ["1387312"]);
    let missing = [("mobile", "13873123456"), ("ways", "mail"), ("checked", "yes")];
    let missing = reached(&township, reference, &missing).await;
    assert_eq!(missing.attributes("#errors a", "href"), ["#ways"]);
    let all = [
        ("mobile", "138 7312 3456"),
        ("mail", "chunyan@example.cn"),
        ("address", "平江县汉昌街道1号"),
        ("ways", "sms"),
        ("ways", "mail"),
        ("ways", "post"),
        ("checked", "yes"),
    ];
    let page = reached(&township, reference, &all).await;
    assert!(page.text("#done").contains("登记好了"), "{}", page.text("main"));
    let shown = page.text("main");
    assert!(
        shown.contains("138****3456") && shown.contains("c***@example.cn"),
        "{shown}"
    );
    assert!(!page.html.contains("13873123456") && !page.html.contains("汉昌街道1号"));

    done(
        &township,
        reference,
        "supply_papers",
        &[("papers", "household_register")],
    )
    .await;
    granted(&site, reference).await;
    work(&site.portal).await;
    let messages = short_messages(&site);
    assert_eq!(messages.len(), 1, "{messages:?}");
    assert_eq!(messages[0]["to"], "13873123456");
    let words = messages[0]["text"].as_str().unwrap();
    assert!(words.contains("直达有一条新消息") && words.contains("12345"), "{words}");
    for (name, text) in tray(&site, "mail").into_iter().chain(tray(&site, "post")) {
        for word in ["残", "补贴", "决定", "living"] {
            assert!(!text.contains(word), "{name}: {text}");
        }
    }
    assert_eq!(tray(&site, "mail").len(), 1);
    let post = tray(&site, "post");
    assert_eq!(post.len(), 2, "the letter and its sheet: {post:?}");
    assert!(post[1].1.contains("汉昌街道1号"), "{post:?}");
    let page = township.browser.open(&notices_of(reference)).await;
    let row = page.text("tbody tr");
    assert!(
        row.contains("决定出来了") && row.matches("发出去了").count() == 3,
        "{row}"
    );
    let short = township.browser.open(&page_of(reference)).await;
    assert!(
        short.text("main").contains("发短信，发出去了"),
        "{}",
        short.text("main")
    );
}

async fn a_number_of_the_register_is_used_where_that_was_agreed_to(site: Site) {
    let known = entry("李春燕", "43062619880808998841", TOWNSHIP);
    let portal = &site.portal;
    let mut tx = portal.store.begin().await.unwrap();
    registry::insert(&mut tx, &portal.keys, &[(portal.random_id(), &known)], portal.now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    for (agrees, sent) in [(false, 0), (true, 1)] {
        let mut answers = s01();
        if agrees {
            // Another number is typed than the one in the register; it is used for nothing.
            answers.insert(0, ("contact", vec![("way", "message"), ("phone", "13700000000")]));
            answers.insert(0, ("consents", vec![("messages", "yes")]));
        }
        apply(&site.browser(), &["care_subsidy"], &answers).await;
        let row = "SELECT reference FROM case_row ORDER BY id DESC LIMIT 1";
        let row = portal.store.read().one(row, params![]).await.unwrap();
        let reference = Reference::parse(&row.text("reference").unwrap()).unwrap();
        let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
        done(
            &township,
            reference,
            "request_papers",
            &[("papers", "household_register")],
        )
        .await;
        work(portal).await;
        let messages = short_messages(&site);
        assert_eq!(messages.len(), sent, "agreed: {agrees}");
        assert!(messages.iter().all(|message| message["to"] == "13800000000"));
    }
}

async fn whoever_is_linked_chooses_among_the_confirmed_ways(site: Site) {
    let filed_now = submitted(&site, "S01", "living_subsidy", None);
    let person = filed_now.subject.key.clone();
    let own = resident_linked_to(&site, "chunyan", Some(person)).await;
    let other = resident(&site, "stranger").await;
    let reference = filed_by(&site, None, filed_now).await;
    let page = own.browser.open("/account/reach/1").await;
    assert!(page.text("main").contains("还没有核过的号码") && !page.has("main form"));
    assert_eq!(
        other.browser.get("/account/reach/1").await.status,
        StatusCode::NOT_FOUND
    );
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let ways = [
        ("mobile", "13873123456"),
        ("address", "平江县汉昌街道1号"),
        ("ways", "sms"),
        ("checked", "yes"),
    ];
    reached(&township, reference, &ways).await;
    let page = own.browser.open("/account/reach/1").await;
    assert_eq!(page.attributes("main input[checked]", "value"), ["sms"]);
    assert!(page.text("main").contains("138****3456") && !page.html.contains("13873123456"));
    // The portal alone: then nothing goes out any more.
    let quiet: Vec<(&str, &str)> = vec![("name", "某人")];
    let done_page = own.browser.post("/account/reach/1", &quiet).await;
    assert_eq!(
        done_page
            .location
            .as_deref()
            .map(|to| to.starts_with("/account/messages?done=reach")),
        Some(true)
    );
    done(
        &township,
        reference,
        "request_papers",
        &[("papers", "household_register")],
    )
    .await;
    work(&site.portal).await;
    assert_eq!(short_messages(&site).len(), 0);
    // A way that nobody confirmed cannot be chosen.
    let mail = [("name", "某人"), ("ways", "mail")];
    let refused = own.browser.post("/account/reach/1", &mail).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
}

/// A case whose person is told by short message that papers are missing; nothing is sent yet.
async fn waits_to_be_sent(site: &Site) -> (Reference, Officer) {
    let reference = filed(site, submitted(site, "S01", "living_subsidy", None)).await;
    let township = officer(site, Role::TownshipOfficer, TOWNSHIP).await;
    let ways = [("mobile", "13873123456"), ("ways", "sms"), ("checked", "yes")];
    reached(&township, reference, &ways).await;
    done(
        &township,
        reference,
        "request_papers",
        &[("papers", "household_register")],
    )
    .await;
    (reference, township)
}

async fn a_server_that_dies_after_sending_sends_the_same_again(site: Site) {
    let (reference, township) = waits_to_be_sent(&site).await;
    work(&site.portal).await;
    let first = tray(&site, "sms");
    // It had been put into the tray, but not written down.
    let mut tx = site.portal.store.begin().await.unwrap();
    for sql in [
        "UPDATE delivery SET state = 'waiting', proof = NULL",
        "UPDATE job SET state = 'running', lease_until = 0 WHERE kind = 'deliver'",
    ] {
        tx.execute(sql, params![]).await.unwrap();
    }
    tx.commit().await.unwrap();
    work(&site.portal).await;
    assert_eq!(tray(&site, "sms"), first, "the same key is the same message");
    // What is written down as sent is not sent again, whatever happens to the job.
    fs::remove_file(site.portal.config.data.join("outgoing/sms").join(&first[0].0)).unwrap();
    let mut tx = site.portal.store.begin().await.unwrap();
    tx.execute("UPDATE job SET state = 'waiting', run_at = 0", params![])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    work(&site.portal).await;
    assert_eq!(tray(&site, "sms"), []);
    let page = township.browser.open(&notices_of(reference)).await;
    assert!(page.text("tbody").contains("发出去了"), "{}", page.text("tbody"));
}

async fn what_fails_is_tried_again_and_then_shown_to_who_can_help(site: Site) {
    let (reference, township) = waits_to_be_sent(&site).await;
    let mut config = site.portal.config.clone();
    config.outgoing.sms = SmsSetting::Gateway {
        address: GatewayAddress::parse("http://127.0.0.1:1/sms").unwrap(),
        token: "token".to_owned(),
    };
    let broken = serving(config).await;
    work(&broken.portal).await;
    let page = township.browser.open(&notices_of(reference)).await;
    assert!(page.text("tbody").contains("还会再试"), "{}", page.text("tbody"));
    // Nine tries later.
    let mut tx = broken.portal.store.begin().await.unwrap();
    tx.execute(
        "UPDATE job SET attempts = $1, run_at = 0 WHERE kind = 'deliver'",
        params![outbox::ATTEMPTS - 1],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    work(&broken.portal).await;
    take_on(&site, "guanli", Role::Administrator).await;
    let administrator = site.browser();
    set_up(&site, &administrator, "guanli").await;
    let dead = administrator.open("/office/jobs").await;
    assert!(
        dead.text("tbody").contains("the gateway does not answer"),
        "{}",
        dead.text("main")
    );
    assert!(!dead.html.contains("13873123456"));
    let page = township.browser.open(&notices_of(reference)).await;
    assert!(
        page.text("tbody").contains("试了多次没有发成"),
        "{}",
        page.text("tbody")
    );
    assert_eq!(tray(&site, "sms"), []);
    // The gateway is back; the officer has it tried again.
    let elsewhere = officer(&site, Role::TownshipOfficer, "430104002").await;
    let form = page.form_at("tbody form");
    let other = elsewhere.browser.send_only(form.clone()).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    for _ in 0..2 {
        let again = township.browser.send(form.clone()).await;
        assert!(again.text("#done").contains("马上再发一次"), "{}", again.text("main"));
    }
    work(&site.portal).await;
    assert_eq!(short_messages(&site).len(), 1);
}

async fn a_sealed_case_is_silent_but_for_the_ways_recorded_for_it(site: Site) {
    let guardian_knows = submitted(&site, "S01", "care_subsidy", None);
    let person = guardian_knows.subject.key.clone();
    let guardian = resident_linked_to(&site, "guardian", Some(person)).await;
    let normal = filed_by(&site, None, guardian_knows).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let ways = [("mobile", "13873123456"), ("ways", "sms"), ("checked", "yes")];
    reached(&township, normal, &ways).await;

    let own = resident(&site, "chunyan").await;
    let mut sealed = submitted(&site, "S01", "living_subsidy", None);
    sealed.visibility = Visibility::Sealed;
    let sealed = filed_by(&site, Some(&own.owner), sealed).await;
    let supervisor = officer(&site, Role::Supervisor, COUNTY).await;
    let ask = [("papers", "household_register")];
    done(&supervisor, sealed, "request_papers", &ask).await;
    work(&site.portal).await;
    assert_eq!(
        short_messages(&site),
        Vec::<Json>::new(),
        "not even to the person's own number"
    );
    assert_eq!(told(&own).await, ["还差材料", "申请收到了"]);
    assert_eq!(told(&guardian).await, ["申请收到了"], "of the other case alone");
    assert!(guardian.browser.open("/account").await.text("main").contains("1条新的"));

    // A number of its own, which its office recorded on it.
    let safe = [("mobile", "13973123456"), ("ways", "sms"), ("checked", "yes")];
    let page = reached(&supervisor, sealed, &safe).await;
    assert!(page.text("main").contains("这件事保密"), "{}", page.text("main"));
    done(&supervisor, sealed, "supply_papers", &ask).await;
    done(&supervisor, sealed, "request_papers", &[("papers", "payment_account")]).await;
    work(&site.portal).await;
    let messages = short_messages(&site);
    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0]["to"], "13973123456");
    let page = guardian.browser.open("/account/reach/1").await;
    assert!(page.text("main").contains("138****3456") && !page.html.contains("139****3456"));
}

async fn an_officer_records_that_it_was_told(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    done(
        &township,
        reference,
        "request_papers",
        &[("papers", "household_register")],
    )
    .await;
    let page = township.browser.open(&notices_of(reference)).await;
    let form = page.form_at("main form");
    let empty = township.browser.send(form.clone()).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(empty.attributes("#errors a", "href"), ["#what", "#how"]);
    let seq = page.attributes("input[name=what]", "value").remove(0);
    let form = form
        .with("what", &seq)
        .with("how", "read_out")
        .set("note", "请村里李主任念给她听，她听明白了。");
    for _ in 0..2 {
        let told = township.browser.send(form.clone()).await;
        assert!(told.text("#done").contains("记下来了"), "{}", told.text("main"));
        let rows = told.text("tbody tr");
        assert!(
            rows.contains("请村里念") && rows.contains("她听明白了") && rows.matches("告诉了").count() == 1,
            "{rows}"
        );
    }
    // A second note on the same would be lost: it says so, and loses nothing.
    let page = township.browser.open(&notices_of(reference)).await;
    let again = page.form_at("main form").with("what", &seq).with("how", "read_out");
    let again = township.browser.send(again.set("note", "又念了一遍。")).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text("#how-error").contains("告诉过了"), "{}", again.text("main"));
    assert!(again.text("main").contains("又念了一遍"), "what was typed stays");
}

async fn whoever_has_no_account_reads_it_on_the_case_and_takes_it_along(site: Site) {
    let phone = site.browser();
    let sent = apply(&phone, &["living_subsidy"], &s01()).await;
    let code = code(&sent);
    let here = sent.attributes("main .actions .button", "href").remove(0);
    let page = phone.open(&here).await;
    assert!(page.text("#told + ul").contains("申请收到了"), "{}", page.text("main"));
    // Another device, with the code.
    let elsewhere = site.browser();
    let asked = elsewhere.open(&here).await;
    let form = asked.form().set("code", &code).set("birth-year", "1988");
    let opened = elsewhere.send(form.set("birth-month", "8").set("birth-day", "8")).await;
    assert!(
        opened.text("#told + ul").contains("申请收到了"),
        "{}",
        opened.text("main")
    );
    assert_eq!(
        elsewhere.get("/account/messages").await.status,
        StatusCode::SEE_OTHER,
        "the page of messages is for accounts"
    );
    // Whoever signs up in the browser that sent it takes case and messages along.
    crate::account::sign_up(&phone, "chunyan").await;
    let list = phone.open("/account/messages").await;
    assert_eq!(list.texts(".case-list h2"), ["申请收到了"], "{}", list.text("main"));
    assert!(!phone.open(&here).await.has("#told"));
}

async fn a_draft_is_told_of_before_it_is_thrown_away(site: Site) {
    let browser = site.browser();
    crate::account::sign_up(&browser, "chunyan").await;
    crate::apply::people::begin(&browser, &["living_subsidy"]).await;
    let later = later(&site, 80).await;
    for day in ["2027-02-01", "2027-02-02"] {
        let job = NewJob {
            kind: "tell_drafts",
            unique_key: &format!("tell_drafts:{day}"),
            payload: &json!({}),
            run_at: later.portal.now(),
        };
        let mut tx = later.portal.store.begin().await.unwrap();
        outbox::insert(&mut tx, &job, later.portal.now()).await.unwrap();
        tx.commit().await.unwrap();
        work(&later.portal).await;
    }
    let row = "SELECT recipient, news FROM message";
    let rows = later.portal.store.read().all(row, params![]).await.unwrap();
    assert_eq!(rows.len(), 1, "once, however often it is looked");
    assert_eq!(rows[0].text("news").unwrap(), "draft_expires");
    assert!(rows[0].text("recipient").unwrap().starts_with("account:"));
}

/// Puts a woman with a mobile number into the register.
async fn registered(site: &Site) {
    let known = entry("李春燕", "43062619880808998841", TOWNSHIP);
    let portal = &site.portal;
    let mut tx = portal.store.begin().await.unwrap();
    registry::insert(&mut tx, &portal.keys, &[(portal.random_id(), &known)], portal.now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// Asks for a link code; the page that answers.
async fn asks(resident: &Resident, name: &str, number: &str) -> Page {
    let form = resident.browser.open("/account/link/send").await.form();
    let form = form.set("person", name).set("number", number);
    resident.browser.send(form).await
}

fn code_in(words: &str) -> String {
    let after = words.split_once('：').unwrap().1;
    after.split_once('。').unwrap().0.to_owned()
}

async fn a_link_code_is_sent_to_the_number_in_the_register_alone(site: Site) {
    registered(&site).await;
    let own = resident(&site, "chunyan").await;
    let wrong = asks(&own, "李", "430626").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (number, other) = ("430626198808089988", "430104202002209999");
    // Known, another's name, nobody: the same answer.
    let answers = [
        asks(&own, "李春燕", number).await,
        asks(&own, "李春花", number).await,
        asks(&own, "王小宝", other).await,
    ];
    for answer in &answers {
        assert!(
            answer.text("#done").contains("登记里有没有，我们不说"),
            "{}",
            answer.text("main")
        );
        assert_eq!(answer.text("main"), answers[0].text("main"));
    }
    let often = asks(&own, "李春燕", number).await;
    assert_eq!(often.status, StatusCode::TOO_MANY_REQUESTS);
    let stranger = resident(&site, "stranger").await;
    asks(&stranger, "李春燕", number).await;
    work(&site.portal).await;
    let messages = short_messages(&site);
    assert_eq!(messages.len(), 1, "one a day, and to nobody else: {messages:?}");
    assert_eq!(messages[0]["to"], "13800000000");
    let kept = "SELECT COUNT(*) AS kept FROM delivery WHERE content IS NOT NULL";
    let kept = site.portal.store.read().one(kept, params![]).await.unwrap();
    assert_eq!(
        kept.int("kept").unwrap(),
        0,
        "what was typed and the code are forgotten"
    );
    let form = own.browser.open("/account/link").await.form();
    let code = code_in(messages[0]["text"].as_str().unwrap());
    let linked = own.browser.send(form.set("code", &code)).await;
    assert!(linked.text("main").contains("李春燕"), "{}", linked.text("main"));
}

async fn an_officer_has_a_link_code_sent_without_seeing_it(site: Site) {
    let filed_now = submitted(&site, "S01", "living_subsidy", None);
    let subject = filed_now.subject.clone();
    let reference = filed(&site, filed_now).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let asks = async |how: &str| {
        let form = township.browser.open("/office/codes/link").await.form();
        let form = form.set("person", subject.name.as_str());
        let form = form.set("number", subject.resident_id.as_str());
        township.browser.send(form.set("how", how)).await
    };
    for how in ["number", "letter"] {
        let page = asks(how).await;
        assert_eq!(page.attributes("#errors a", "href"), ["#how"], "{}", page.text("main"));
    }
    let ways = [("address", "平江县汉昌街道1号"), ("checked", "yes")];
    reached(&township, reference, &ways).await;
    let page = asks("letter").await;
    assert!(page.text("h1").contains("在路上") && !page.has(".reference-number"));
    work(&site.portal).await;
    let post = tray(&site, "post");
    assert_eq!(post.len(), 2, "{post:?}");
    let code = code_in(&post[0].1);
    assert!(!page.html.contains(&code));
    let own = resident(&site, "chunyan").await;
    let form = own.browser.open("/account/link").await.form();
    let linked = own.browser.send(form.set("code", &code)).await;
    assert!(
        linked.text("main").contains(subject.name.as_str()),
        "{}",
        linked.text("main")
    );
}
