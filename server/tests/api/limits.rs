//! One household, session or officer's name cannot use up what is everybody's; whoever is refused is told when to come
//! again and keeps what they typed.

use reqwest::StatusCode;
use zhida::access::Role;
use zhida_server::account::guard;
use zhida_server::store::file::{self, About, Subject, Written};
use zhida_server::store::{account, allowance};

use crate::account::{sign_in, sign_up};
use crate::apply::files::{PHOTO, at_papers, send};
use crate::apply::people::{apply, begin, fill, s01};
use crate::browser::Browser;
use crate::harness::Site;
use crate::office::{TOWNSHIP, filed, officer, page_of as case_page, submitted};
use crate::staff::{code, first_step, later, set_up, take_on};

both_engines!(
    one_session_begins_so_many_applications_a_day,
    one_household_begins_so_many_applications_a_day,
    what_is_typed_is_small_also_beside_a_file,
    papers_end_with_the_days_allowance,
    what_is_refused_was_looked_at_and_counts,
    papers_of_one_application_have_an_end,
    resume_codes_are_not_guessed_all_day,
    a_crowd_guesses_no_birth_date,
    accounts_are_not_made_all_day,
    a_second_step_is_guessed_no_faster_from_many_places,
    a_second_step_is_locked_until_somebody_lifts_it,
    a_crowd_of_one_household_leaves_room_for_others,
);

/// As if this had been used today.
pub async fn used(site: &Site, what: &str, amount: i64) {
    let portal = &site.portal;
    let who = portal.keys.lookup_hash("allowance", what);
    let mut tx = portal.store.begin().await.unwrap();
    assert!(
        allowance::spend(&mut tx, &who, portal.today(), amount, amount)
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
}

async fn one_session_begins_so_many_applications_a_day(site: Site) {
    let browser = site.browser();
    let page = browser.open("/apply/new").await;
    for _ in 0..61 {
        // Each with an `op` of its own.
        let page = browser.open("/apply/new").await;
        browser.send_only(page.form().with("service", "care_subsidy")).await;
    }
    let refused = browser.send_only(page.form().with("service", "care_subsidy")).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(
        refused.text("#errors-list a").contains("请明天再来"),
        "{}",
        refused.html
    );
    assert_eq!(
        refused.attributes("input[name=service][checked]", "value"),
        ["care_subsidy"]
    );
    let neighbour = begin(&site.browser(), &["care_subsidy"]).await;
    assert_eq!(neighbour.status, StatusCode::OK, "others at the same address go on");
}

async fn one_household_begins_so_many_applications_a_day(site: Site) {
    used(&site, "drafts household 192.0.2.7", 1000).await;
    let refused = begin(&site.browser().coming_from("192.0.2.7"), &["care_subsidy"]).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(
        !refused.headers.contains_key("set-cookie"),
        "no session is kept for nothing"
    );
    let elsewhere = begin(&site.browser().coming_from("192.0.2.8"), &["care_subsidy"]).await;
    assert_eq!(elsewhere.status, StatusCode::OK);
}

/// What an address for files answers to a form that is far larger than any of ours, in three shapes.
pub async fn takes_no_large_form(browser: &Browser, address: &str) {
    let many: Vec<_> = (0..100_000).map(|_| ("a", "")).collect();
    let plain = browser.post(address, &many).await;
    assert_eq!(plain.status, StatusCode::PAYLOAD_TOO_LARGE, "{address}");
    assert!(plain.has("h1"), "{}", plain.html);
    let page = browser.get(address).await;
    let form = page.form_at("main form[enctype='multipart/form-data']");
    let parts = (0..1000).fold(form.clone(), |form, _| form.with("a", ""));
    let long = form.with("how", &"很".repeat(20_000));
    for (shape, form) in [("many parts", parts), ("a long one", long)] {
        let answer = browser.upload(form, "file", None).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{address}: {shape}");
        assert!(answer.attributes("main a", "href").contains(&address.to_owned()));
    }
}

async fn what_is_typed_is_small_also_beside_a_file(site: Site) {
    let browser = site.browser();
    let page = at_papers(&browser).await;
    takes_no_large_form(&browser, &page.path).await;
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let scan = format!("{}/papers/household_register", case_page(reference));
    takes_no_large_form(&township.browser, &scan).await;
}

async fn papers_end_with_the_days_allowance(site: Site) {
    let browser = site.browser();
    let page = at_papers(&browser).await;
    used(&site, "papers household 127.0.0.1", 4096 * 1024 * 1024 - 1).await;
    let refused = send(&browser, &page, "户主页.png", PHOTO).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.text("#errors-list a").contains("请明天再传"),
        "{}",
        refused.html
    );
    assert!(refused.texts(".file-name").is_empty());
}

async fn what_is_refused_was_looked_at_and_counts(site: Site) {
    let browser = site.browser();
    let page = at_papers(&browser).await;
    used(&site, "papers household 127.0.0.1", 4094 * 1024 * 1024).await;
    for says in ["打不开", "打不开", "请明天再传"] {
        let refused = send(&browser, &page, "坏.png", &PHOTO[..40]).await;
        let said = refused.text("#errors-list a");
        assert!(said.contains(says), "{says}: {said}");
    }
}

async fn papers_of_one_application_have_an_end(site: Site) {
    let browser = site.browser();
    let page = at_papers(&browser).await;
    let portal = &site.portal;
    let draft = page
        .path
        .split('/')
        .nth(2)
        .unwrap()
        .parse::<uuid::Uuid>()
        .unwrap()
        .to_string();
    let written = Written {
        id: portal.random_id(),
        path: "00/none".to_owned(),
        size: 256 * 1024 * 1024,
        sha256: "0".repeat(64),
    };
    let about = About {
        kind: "image/jpeg",
        name: "大.jpg",
        uploaded_by: "session:x",
        at: portal.now(),
    };
    let mut tx = portal.store.begin().await.unwrap();
    file::insert(&mut tx, &portal.keys, &written, about).await.unwrap();
    let draft = Subject::Draft(&draft);
    file::insert_use(&mut tx, written.id, draft, "other", portal.now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let refused = send(&browser, &page, "户主页.png", PHOTO).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.text("#errors-list a").contains("加起来太大"),
        "{}",
        refused.html
    );
}

async fn resume_codes_are_not_guessed_all_day(site: Site) {
    used(&site, "codes household 192.0.2.7", 500).await;
    for path in ["/apply/resume", "/cases/open"] {
        for (from, says) in [("192.0.2.7", "明天再来"), ("192.0.2.8", "")] {
            let browser = site.browser().coming_from(from);
            let form = browser.open(path).await.form();
            let form = form.set("code", "ABCDE FGHJK").set("birth-year", "1980");
            let form = form.set("birth-month", "1").set("birth-day", "2");
            let form = if path == "/cases/open" {
                form.set("reference", &reference())
            } else {
                form
            };
            let answer = browser.send_only(form).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            let said = answer.text("#errors-list a");
            assert_eq!(
                said.contains("明天再来"),
                !says.is_empty(),
                "{path} from {from}: {said}"
            );
            assert_eq!(answer.form().value("code"), Some("ABCDE FGHJK"));
        }
    }
}

async fn a_crowd_guesses_no_birth_date(site: Site) {
    let owner = site.browser();
    let page = begin(&owner, &["care_subsidy"]).await;
    let (page, _) = fill(&owner, page, &s01(), "certificate").await;
    let stopped = owner.get(&page.path.replace("/certificate", "/stop")).await;
    let draft = stopped.text(".notice-title");
    let done = apply(&site.browser(), &["care_subsidy"], &s01()).await;
    let sent = done
        .texts(".notice-title")
        .into_iter()
        .find(|title| title.contains("续办码"));
    let reference = done.text(".reference-number");
    for (path, code) in [("/apply/resume", draft), ("/cases/open", sent.unwrap())] {
        let code = code.rsplit('：').next().unwrap().to_owned();
        let form = site.browser().open(path).await.form().set("code", &code);
        let form = form
            .set("reference", &reference)
            .set("birth-year", "1988")
            .set("birth-month", "8");
        let opens = async |from: &str, day: u8| {
            let browser = site.browser().coming_from(from);
            browser.send_only(form.clone().set("birth-day", &day.to_string())).await
        };
        let right = opens("192.0.2.1", 8).await;
        assert_eq!(
            right.status,
            StatusCode::SEE_OTHER,
            "{path}: {}",
            right.text("#errors-list")
        );
        let crowd = futures_util::future::join_all((9..31).map(|day| opens("192.0.2.7", day))).await;
        let compared = crowd
            .iter()
            .filter(|page| page.text("#errors-list a").contains("没有找到"));
        assert_eq!(
            compared.count(),
            5,
            "{path}: whoever was right before has not used one up"
        );
        let late = opens("192.0.2.1", 8).await;
        assert!(
            late.text("#errors-list a").contains("明天再来"),
            "{path}: {}",
            late.html
        );
    }
}

fn reference() -> String {
    zhida::casework::Reference::from_random([7; 8]).to_string()
}

async fn accounts_are_not_made_all_day(site: Site) {
    used(&site, "accounts household 192.0.2.7", 500).await;
    let browser = site.browser().coming_from("192.0.2.7");
    let page = browser.open("/account/sign-up").await;
    let form = page.form().set("name", "chunyan").set("new-password", "门前有两棵枣树");
    let refused = browser.send_only(form).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(
        refused.text("#errors-list a").contains("请明天再来"),
        "{}",
        refused.html
    );
    assert_eq!(refused.form().value("name"), Some("chunyan"));
    sign_up(&site.browser(), "chunyan").await;
}

async fn a_second_step_is_guessed_no_faster_from_many_places(site: Site) {
    take_on(&site, "wumin", Role::TownshipOfficer).await;
    let (secret, _) = set_up(&site, &site.browser(), "wumin").await;
    later(&site).await;
    for place in 0..6 {
        let thief = site.browser().coming_from(&format!("192.0.2.{place}"));
        let page = first_step(&thief, "wumin").await;
        let wrong = thief.send(page.form().set("code", "000000")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{place}");
    }
    let thief = site.browser().coming_from("192.0.2.77");
    let page = first_step(&thief, "wumin").await;
    let right = thief.send(page.form().set("code", &code(&site, &secret))).await;
    assert_eq!(right.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(right.text("#errors-list a").contains("分钟"), "{}", right.html);
}

async fn a_second_step_is_locked_until_somebody_lifts_it(site: Site) {
    let portal = &site.portal;
    let officer = take_on(&site, "wumin", Role::TownshipOfficer).await;
    let (secret, _) = set_up(&site, &site.browser(), "wumin").await;
    later(&site).await;
    let tries = portal.keys.lookup_hash("attempt", &format!("one_time_code {officer}"));
    let mut tx = portal.store.begin().await.unwrap();
    for _ in 0..20 {
        account::insert_failure(&mut tx, &tries, portal.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
    let browser = site.browser();
    let page = first_step(&browser, "wumin").await;
    let form = page.form().set("code", &code(&site, &secret));
    let locked = browser.send(form).await;
    assert_eq!(locked.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(locked.text("#errors-list a").contains("24小时"), "{}", locked.html);
    let mut tx = portal.store.begin().await.unwrap();
    guard::unlock(&mut tx, &portal.keys, &officer).await.unwrap();
    tx.commit().await.unwrap();
    let page = browser.send(locked.form().set("code", &code(&site, &secret))).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.path.starts_with("/office"), "{}", page.path);
    assert!(!page.path.contains("sign-in"), "{}", page.path);
}

async fn a_crowd_of_one_household_leaves_room_for_others(site: Site) {
    let crowd = site.browser().coming_from("192.0.2.7");
    let other = site.browser().coming_from("192.0.2.8");
    let tries: Vec<_> = (0..120)
        .map(|number| {
            let crowd = crowd.clone();
            tokio::spawn(async move {
                sign_in(&crowd, &format!("nobody{number}"), "门前有三棵枣树")
                    .await
                    .status
            })
        })
        .collect();
    let mut statuses = Vec::new();
    while tries.iter().any(|one| !one.is_finished()) {
        statuses.push(sign_in(&other, "somebody", "门前有三棵枣树").await.status);
        if statuses.len() == 4 {
            break;
        }
    }
    assert_eq!(statuses, vec![StatusCode::UNPROCESSABLE_ENTITY; statuses.len()]);
    let mut refused = 0;
    for one in tries {
        refused += usize::from(one.await.unwrap() != StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert!(refused > 0, "the crowd did not even fill its own share");
}
