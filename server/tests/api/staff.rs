//! Staff over HTTP: two steps, the second set up at the first sign-in; each code once.

use reqwest::StatusCode;
use zhida::access::{Division, Kin, OfficerId, Post, Role};
use zhida_server::account::secret;
use zhida_server::account::totp::OneTime;
use zhida_server::store::staff::{self, NewStaff};

use crate::account::change;
use crate::browser::{Browser, Page};
use crate::harness::Site;

both_engines!(
    the_first_sign_in_sets_up_the_second_step,
    a_secret_that_was_shown_is_put_aside_nowhere,
    a_one_time_code_counts_once,
    a_recovery_code_replaces_the_second_step_once,
    half_way_in_is_nowhere,
    who_has_left_is_out_at_once,
    staff_are_idle_for_half_an_hour_at_most,
    a_role_opens_only_its_own_pages,
    a_code_from_the_window_links_and_gets_back_in,
    an_auditor_reads_who_saw_what_and_no_case,
);

const PASSWORD: &str = "桌上有三本旧书";

/// Takes somebody on in 平江县汉昌街道.
pub async fn take_on(site: &Site, login: &str, role: Role) -> OfficerId {
    let portal = &site.portal;
    let id = portal.random_id();
    let division = match role {
        Role::TownshipOfficer => Division::parse("430626001"),
        _ => Division::parse("430626"),
    };
    let posts = [Post {
        role,
        division: division.unwrap(),
    }];
    let password = secret::hash(PASSWORD, None).await.unwrap();
    let new = NewStaff {
        id,
        login,
        name: "吴敏",
        office: "汉昌街道便民服务中心",
        password: &password,
        posts: &posts,
        kin: &Kin::default(),
        at: portal.now(),
    };
    let mut tx = portal.store.begin().await.unwrap();
    staff::insert(&mut tx, &portal.keys, &new).await.unwrap();
    tx.commit().await.unwrap();
    OfficerId(id.to_string())
}

pub async fn first_step(browser: &Browser, login: &str) -> Page {
    let page = browser.open("/office/sign-in").await;
    browser
        .send(page.form().set("name", login).set("password", PASSWORD))
        .await
}

/// The code of the portal's moment.
pub fn code(site: &Site, secret: &str) -> String {
    let secret = data_encoding::BASE32_NOPAD.decode(secret.as_bytes()).unwrap();
    OneTime::new(&secret, "x").unwrap().code_at(site.portal.now())
}

/// Signs in for the first time: the secret and the recovery codes.
pub async fn set_up(site: &Site, browser: &Browser, login: &str) -> (String, Vec<String>) {
    let page = first_step(browser, login).await;
    assert_eq!(page.path, "/office/sign-in/set-up", "{}", page.html);
    let secret = page.text("main .digits").replace(' ', "");
    let page = browser.send(page.form().set("code", &code(site, &secret))).await;
    assert_eq!(page.path, "/office/codes", "{}", page.html);
    let codes = page.texts(".codes > li");
    browser.send_only(page.form()).await;
    (secret, codes)
}

/// As if half a minute had passed since the last code.
pub async fn later(site: &Site) {
    change(site, "UPDATE staff SET totp_step = totp_step - 2").await;
}

async fn the_first_sign_in_sets_up_the_second_step(site: Site) {
    take_on(&site, "wumin@pingjiang", Role::TownshipOfficer).await;
    let browser = site.browser();
    let page = first_step(&browser, " WuMin@Pingjiang").await;
    let secret = page.text("main .digits");
    assert!(page.html.contains("<svg") && page.has("main a[href^='otpauth://totp/Zhida']"));
    assert_eq!(
        browser.open("/office/sign-in/set-up").await.text("main .digits"),
        secret,
        "the same however often"
    );
    let page = browser.send(page.form().set("code", "000000")).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.text("main .digits"), secret);
    set_up(&site, &browser, "wumin@pingjiang").await;
    let page = browser.open("/office/account").await;
    assert!(
        page.text("main").contains("汉昌街道：乡镇（街道）经办"),
        "{}",
        page.text("main")
    );
    assert!(page.text("header").contains("吴敏"));
    assert!(page.has("form[action='/office/sign-out']"));
    browser.send(page.form_at("form[action='/office/sign-out']")).await;
    assert!(
        browser
            .open("/office/account")
            .await
            .path
            .starts_with("/office/sign-in")
    );
}

async fn a_secret_that_was_shown_is_put_aside_nowhere(site: Site) {
    take_on(&site, "wumin", Role::TownshipOfficer).await;
    let browser = site.browser().in_a_window();
    let page = first_step(&browser, "wumin").await;
    let wrong = browser.send_only(page.form().set("code", "000000")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "shown here and now");
    assert!(wrong.has("main .digits"));
}

async fn a_one_time_code_counts_once(site: Site) {
    take_on(&site, "wumin", Role::TownshipOfficer).await;
    let (secret, _) = set_up(&site, &site.browser(), "wumin").await;
    let (one, two) = (site.browser(), site.browser());
    later(&site).await;
    let page = first_step(&one, "wumin").await;
    assert_eq!(page.path, "/office/sign-in/code");
    first_step(&two, "wumin").await;
    let form = page.form().set("code", &code(&site, &secret));
    let (first, second) = tokio::join!(one.send_only(form.clone()), two.send_only(form));
    let statuses = [first.status, second.status];
    assert!(
        statuses.contains(&StatusCode::SEE_OTHER) && statuses.contains(&StatusCode::UNPROCESSABLE_ENTITY),
        "{statuses:?}"
    );
    let refused = if first.status == StatusCode::UNPROCESSABLE_ENTITY {
        first
    } else {
        second
    };
    assert!(refused.text("#code-error").contains("刚刚用过"));
}

async fn a_recovery_code_replaces_the_second_step_once(site: Site) {
    take_on(&site, "wumin", Role::TownshipOfficer).await;
    let browser = site.browser();
    let (_, codes) = set_up(&site, &browser, "wumin").await;
    for status in [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY] {
        let other = site.browser();
        let page = first_step(&other, "wumin").await;
        assert_eq!(other.send_only(page.form().set("code", &codes[0])).await.status, status);
    }
}

async fn half_way_in_is_nowhere(site: Site) {
    take_on(&site, "wumin", Role::TownshipOfficer).await;
    let browser = site.browser();
    set_up(&site, &browser, "wumin").await;
    let half = site.browser();
    first_step(&half, "wumin").await;
    for path in ["/office/account", "/account", "/office/codes"] {
        let page = half.get(path).await;
        assert!(page.location.unwrap().contains("/sign-in?why=needed"), "{path}");
    }
    let page = half.open("/office/sign-in/set-up").await;
    assert_eq!(page.path, "/office/sign-in/code", "what is set up is not set up again");
    assert_eq!(
        site.browser().open("/office/sign-in/code").await.path,
        "/office/sign-in"
    );
    // However many guesses come at once, only the free ones and one more are looked at.
    let guesses: Vec<_> = (0..40)
        .map(|guess| {
            let half = half.clone();
            tokio::spawn(async move {
                let code = format!("{guess:06}");
                half.post("/office/sign-in/code", &[("code", code.as_str())])
                    .await
                    .status
            })
        })
        .collect();
    let mut looked_at = 0;
    for guess in guesses {
        looked_at += u32::from(guess.await.unwrap() == StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert!(looked_at <= 6, "{looked_at}");
    for guess in 0..6 {
        half.post("/office/sign-in/code", &[("code", &format!("99999{guess}"))])
            .await;
    }
    let page = half.post("/office/sign-in/code", &[("code", "000009")]).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
}

async fn who_has_left_is_out_at_once(site: Site) {
    let id = take_on(&site, "wumin", Role::TownshipOfficer).await;
    let browser = site.browser();
    set_up(&site, &browser, "wumin").await;
    assert_eq!(browser.get("/office/account").await.status, StatusCode::OK);
    let mut tx = site.portal.store.begin().await.unwrap();
    staff::end(&mut tx, &id, site.portal.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(browser.get("/office/account").await.status, StatusCode::SEE_OTHER);
    let page = first_step(&site.browser(), "wumin").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
}

async fn staff_are_idle_for_half_an_hour_at_most(site: Site) {
    take_on(&site, "wumin", Role::TownshipOfficer).await;
    let browser = site.browser();
    set_up(&site, &browser, "wumin").await;
    change(&site, "UPDATE session SET seen_at = seen_at - 29 * 60000").await;
    assert_eq!(browser.get("/office/account").await.status, StatusCode::OK);
    change(&site, "UPDATE session SET seen_at = seen_at - 30 * 60000").await;
    let page = browser.open("/office/account").await;
    assert!(page.text(".notice-wait").contains("请再登录一次"), "{}", page.html);
}

async fn a_role_opens_only_its_own_pages(site: Site) {
    take_on(&site, "wumin", Role::TownshipOfficer).await;
    let browser = site.browser();
    set_up(&site, &browser, "wumin").await;
    assert!(
        browser
            .get("/account")
            .await
            .location
            .unwrap()
            .starts_with("/account/sign-in")
    );
    let resident = site.browser();
    crate::account::sign_up(&resident, "chunyan").await;
    assert!(
        resident
            .get("/office/account")
            .await
            .location
            .unwrap()
            .starts_with("/office/sign-in")
    );
}

async fn a_code_from_the_window_links_and_gets_back_in(site: Site) {
    take_on(&site, "wumin", Role::TownshipOfficer).await;
    take_on(&site, "audit", Role::Auditor).await;
    let (officer, auditor, resident) = (site.browser(), site.browser(), site.browser());
    set_up(&site, &officer, "wumin").await;
    set_up(&site, &auditor, "audit").await;
    crate::account::sign_up(&resident, "chunyan").await;
    assert_eq!(auditor.get("/office/codes/link").await.status, StatusCode::FORBIDDEN);
    let one_time = officer
        .open("/office/codes/one-time")
        .await
        .form()
        .set("name", "chunyan")
        .set("number", "430626198808089988");
    let page = officer.send(one_time.clone()).await;
    assert!(
        page.text("#name-error").contains("没有用连接码连上这个人"),
        "{}",
        page.html
    );

    let page = officer.open("/office/codes/link").await;
    let page = officer
        .send(page.form().set("person", "").set("number", "430626198808089989"))
        .await;
    assert_eq!(page.texts("#errors a").len(), 2);
    let form = page.form().set("person", "李春燕").set("number", "430626198808089988");
    let page = officer.send(form).await;
    let code = page.text(".reference-number");
    let page = resident.open("/account/link").await;
    let page = resident.send(page.form().set("code", &code)).await;
    assert!(page.text(".notice-ok").contains("已经连上李春燕"), "{}", page.html);

    // The documents of somebody else open nothing.
    let other = one_time.clone().set("number", "11010519491231002X");
    let page = officer.send(other).await;
    assert!(
        page.text("#name-error").contains("没有用连接码连上这个人"),
        "{}",
        page.html
    );
    let page = officer.send(one_time).await;
    assert!(page.text("main").contains("chunyan · 李春燕"), "{}", page.html);
    let code = page.text(".reference-number");
    let library = site.browser();
    let page = library.open("/account/recover").await;
    let form = page.form().set("name", "chunyan").set("code", &code);
    let page = library.send(form.set("new-password", "后门有一棵石榴树")).await;
    assert!(page.text(".notice-ok").contains("账号找回来了"), "{}", page.html);
    assert!(resident.open("/account").await.path.starts_with("/account/sign-in"));
}

async fn an_auditor_reads_who_saw_what_and_no_case(site: Site) {
    take_on(&site, "shenji", Role::Auditor).await;
    take_on(&site, "wumin", Role::TownshipOfficer).await;
    let (auditor, officer) = (site.browser(), site.browser());
    set_up(&site, &auditor, "shenji").await;
    set_up(&site, &officer, "wumin").await;
    let page = auditor.open("/office").await;
    assert_eq!(
        (page.status, page.path.as_str()),
        (StatusCode::OK, "/office/audit"),
        "{}",
        page.html
    );
    assert_eq!(page.texts(".site-nav a"), ["谁看过什么", "我的"]);
    assert!(page.text("main").contains("没有记录"), "{}", page.html);
    let page = auditor.open("/office/audit?reference=ZD1&revealed=yes").await;
    assert!(page.text(".error-summary").contains("受理编号不对"), "{}", page.html);
    let days = "from-year=2026&from-month=2&from-day=1&to-year=2026&to-month=2";
    let page = auditor.open(&format!("/office/audit?{days}&to-day=30")).await;
    assert_eq!(page.attributes("#errors a", "href"), ["#to"], "{}", page.html);
    assert_eq!(page.attributes("#from-month, #to-day", "value"), ["2", "30"]);
    let page = auditor.open(&format!("/office/audit?{days}&to-day=28")).await;
    assert!(
        !page.has("#errors") && page.text("main").contains("没有记录"),
        "{}",
        page.html
    );
    for strange in [
        "from-year=99999&from-month=1&from-day=1",
        "to-year=9999&to-month=12&to-day=31",
        "after=x",
        "after=1.%00",
        "after=99999999999999999999.a",
        "officer=%27--",
        "reference=%F0%9F%98%80",
    ] {
        assert_eq!(
            auditor.open(&format!("/office/audit?{strange}")).await.status,
            StatusCode::OK,
            "{strange}"
        );
    }
    assert_eq!(auditor.get("/office/search").await.status, StatusCode::FORBIDDEN);
    assert_eq!(officer.get("/office/audit").await.status, StatusCode::FORBIDDEN);
    assert_eq!(officer.open("/office").await.path, "/office");
}
