//! Accounts over HTTP: signing up and in, getting back in, sessions, codes; and those who try what they should not.

use std::time::Instant as Stopwatch;

use reqwest::StatusCode;
use zhida::access::PersonKey;
use zhida::account::{Code, Length};
use zhida::calendar::Instant;
use zhida_server::store::account::{self, NewLinkCode};
use zhida_server::store::apply::DRAFT_KEPT_MS;
use zhida_server::store::session::Kind;
use zhida_server::store::{Value, session};

use crate::apply::people::{begin, fill, page_of, s01};
use crate::browser::{Browser, Page, client};
use crate::harness::{Site, serving};

both_engines!(
    signing_up_and_coming_back_by_a_recovery_code,
    time_limits_are_said_before_they_run,
    a_form_sent_twice_is_one_account,
    what_is_wrong_is_said_and_kept,
    known_and_unknown_names_get_the_same_answer,
    a_mobile_number_never_says_whether_it_is_known,
    a_password_is_seen_when_its_owner_wants_to,
    the_token_changes_at_sign_in_and_nobody_can_slip_one_in,
    all_other_devices_are_signed_out,
    another_password_ends_the_other_sessions,
    guessing_does_not_lock_the_owner_out,
    a_link_code_links_once,
    new_codes_need_the_password,
    pages_of_accounts_ask_for_signing_in_and_lead_back,
    what_was_typed_into_an_ended_session_is_not_lost,
    what_was_typed_where_somebody_was_signed_out_elsewhere_is_not_lost,
    what_was_typed_without_a_cookie_is_said_to_be_lost,
    an_account_remembers_how_pages_are_shown,
    a_session_about_to_end_says_so_and_goes_on,
    what_was_begun_without_an_account_goes_with_it,
    over_tls_the_cookie_is_nobodys_but_ours,
);

pub const PASSWORD: &str = "门前有两棵枣树";

/// Signs up and keeps the codes.
pub async fn sign_up(browser: &Browser, name: &str) -> Vec<String> {
    let page = browser.open("/account/sign-up").await;
    let form = page.form().set("name", name).set("new-password", PASSWORD);
    let page = browser.send(form).await;
    assert_eq!(page.path, "/account/codes", "{}", page.html);
    let codes = page.texts(".codes > li");
    assert_eq!(codes.len(), 8);
    let page = browser.send(page.form()).await;
    assert_eq!(page.text("h1"), "我的账号");
    codes
}

pub async fn sign_in(browser: &Browser, name: &str, password: &str) -> Page {
    let page = browser.open("/account/sign-in").await;
    browser
        .send(page.form().set("name", name).set("password", password))
        .await
}

async fn signing_up_and_coming_back_by_a_recovery_code(site: Site) {
    let phone = site.browser();
    let codes = sign_up(&phone, "春燕Yan").await;
    assert!(phone.open("/account").await.text("main").contains("还有8个没有用过"));
    let page = phone.open("/account/codes").await;
    assert_eq!(page.path, "/account", "codes that are kept are not shown again");
    let page = phone
        .send(phone.open("/account").await.form_at("form[action='/account/sign-out']"))
        .await;
    assert_eq!(page.text("h1"), "已经退出");
    assert_eq!(sign_in(&phone, "春燕yan", PASSWORD).await.text("h1"), "我的账号");

    let library = site.browser();
    let page = library.open("/account/recover").await;
    let form = page
        .form()
        .set("name", "春燕ＹＡＮ")
        .set("code", &codes[3].to_lowercase().replace('-', " "))
        .set("new-password", "后门有一棵石榴树");
    let page = library.send(form.clone()).await;
    assert!(page.text(".notice-ok").contains("账号找回来了"), "{}", page.html);
    assert!(page.text("main").contains("还有7个没有用过"));
    assert_eq!(
        phone.open("/account").await.path,
        "/account/sign-in?why=ended&return=%2Faccount"
    );
    assert!(
        library
            .send(form.clone())
            .await
            .text(".notice-ok")
            .contains("账号找回来了"),
        "sent twice"
    );
    let other = form.set("new-password", "前门有一棵石榴树");
    let page = site.browser().send(other).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "a code works once");
    assert!(page.text("#errors").contains("名字和码对不上"));
    assert_eq!(
        sign_in(&phone, "春燕yan", PASSWORD).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(
        sign_in(&phone, "春燕yan", "后门有一棵石榴树").await.text("h1"),
        "我的账号"
    );
}

async fn a_form_sent_twice_is_one_account(site: Site) {
    let browser = site.browser();
    let page = browser.open("/account/sign-up?return=%2Fservices").await;
    let form = page.form().set("name", "chunyan").set("new-password", PASSWORD);
    let (one, two) = tokio::join!(browser.send_only(form.clone()), browser.send_only(form.clone()));
    let three = browser.send_only(form).await;
    let let_in = |page: &Page| page.location.as_deref() == Some("/account/codes?return=%2Fservices#done");
    assert!(let_in(&one) || let_in(&two));
    assert!(let_in(&three), "{three:?}");
    let page = browser.follow(three).await;
    assert_eq!(page.texts(".codes > li").len(), 8);
    assert_eq!(browser.send(page.form()).await.path, "/services");
    let known = count(&site, "SELECT COUNT(*) AS n FROM account").await;
    assert_eq!(known, 1);
}

async fn what_is_wrong_is_said_and_kept(site: Site) {
    let browser = site.browser();
    let page = browser.open("/account/sign-up").await;
    let form = page.form().set("name", "春燕<b>").set("new-password", "woaini1314520");
    let page = browser.send(form).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text("title").starts_with("错误："));
    assert_eq!(page.texts("#errors a").len(), 2);
    assert_eq!(page.attributes("#name", "value"), ["春燕<b>"]);
    assert_eq!(
        page.attributes("#new-password", "value"),
        [""],
        "a wrong password is not sent back"
    );
    let page = browser
        .send(page.form().set("name", "春燕").set("new-password", "短"))
        .await;
    assert!(page.text("#errors").contains("还差10个"));
    sign_up(&site.browser(), "春燕").await;
    let page = browser
        .send(page.form().set("new-password", "另外一句没有人知道的话"))
        .await;
    assert!(page.text("#errors").contains("有人在用了"));
    assert_eq!(
        page.attributes("#new-password", "value"),
        ["另外一句没有人知道的话"],
        "what was right need not be typed again"
    );
}

async fn known_and_unknown_names_get_the_same_answer(site: Site) {
    sign_up(&site.browser(), "chunyan").await;
    let browser = site.browser();
    let answer = async |name: &str| {
        let began = Stopwatch::now();
        let page = sign_in(&browser, name, "这不是她的密码啊").await;
        let page = (page.status, page.text("#errors"), page.text("#name-error"));
        (page, began.elapsed())
    };
    let (known, one) = answer("chunyan").await;
    let (unknown, two) = answer("chunyana").await;
    let (strange, three) = answer("春<燕").await;
    assert_eq!(known.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(known, unknown);
    assert_eq!(known, strange);
    // The hash takes most of the time: without it an answer comes in a tenth.
    let (least, most) = (one.min(two).min(three), one.max(two).max(three));
    assert!(most < least * 6, "{one:?} {two:?} {three:?}");
}

async fn a_mobile_number_never_says_whether_it_is_known(site: Site) {
    let (first, second) = (site.browser(), site.browser());
    sign_up(&first, "13800138000").await;
    let page = second.open("/account/sign-up").await;
    let form = page
        .form()
        .set("name", "138 0013 8000")
        .set("new-password", "另外一句没有人知道的话");
    let page = second.send(form).await;
    assert_eq!(
        page.path, "/account/codes",
        "the same answer as for a number nobody has: {}",
        page.html
    );
    let browser = site.browser();
    assert_eq!(sign_in(&browser, "13800138000", PASSWORD).await.text("h1"), "我的账号");
    let browser = site.browser();
    let page = sign_in(&browser, "+8613800138000", "另外一句没有人知道的话").await;
    assert_eq!(page.text("h1"), "我的账号");
}

async fn a_password_is_seen_when_its_owner_wants_to(site: Site) {
    let browser = site.browser();
    let page = browser.open("/account/sign-in").await;
    let form = page
        .form()
        .set("name", "chunyan")
        .set("password", "abc")
        .with("show", "1");
    let page = browser.send(form).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.attributes("#password", "type"), ["text"]);
    assert_eq!(page.attributes("#password", "value"), ["abc"]);
    assert_eq!(page.headers["cache-control"], "no-store");
    let page = browser.send(page.form()).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.attributes("#password", "type"), ["text"], "it stays as wished");
    let page = browser.send(page.form().with("show", "0")).await;
    assert_eq!(page.attributes("#password", "type"), ["password"]);
}

fn token(page: &Page) -> Option<String> {
    let cookies = page.headers.get_all("set-cookie").into_iter();
    cookies
        .filter_map(|cookie| cookie.to_str().ok())
        .find_map(|cookie| Some(cookie.strip_prefix("zhida=")?.split(';').next()?.to_owned()))
}

async fn the_token_changes_at_sign_in_and_nobody_can_slip_one_in(site: Site) {
    let attacker = site.browser();
    let page = attacker.open("/account/sign-up").await;
    let form = page.form().set("name", "attacker").set("new-password", PASSWORD);
    let page = attacker.send_only(form).await;
    let planted = token(&page).unwrap();
    sign_up(&site.browser(), "victim").await;

    // The victim's browser comes with the attacker's token.
    let form = [("name", "victim"), ("password", PASSWORD)];
    let cookie = format!("zhida={planted}");
    let client = client().build().unwrap();
    let answer = client
        .post(format!("{}/account/sign-in", site.url))
        .header("cookie", &cookie)
        .form(&form)
        .send()
        .await
        .unwrap();
    let cookies: Vec<&str> = answer
        .headers()
        .get_all("set-cookie")
        .into_iter()
        .filter_map(|cookie| cookie.to_str().ok())
        .collect();
    let own = cookies.iter().find(|cookie| cookie.starts_with("zhida=")).unwrap();
    assert!(!own.contains(&planted));
    for flag in ["; Path=/", "; HttpOnly", "; SameSite=Lax"] {
        assert!(own.contains(flag), "{own}");
    }
    assert!(!own.contains("Domain") && !own.contains("Max-Age"), "{own}");
    let page = attacker.open("/account").await;
    assert_eq!(
        page.path, "/account/sign-in?why=needed&return=%2Faccount",
        "the planted token is worth nothing"
    );
    let stored = count(&site, "SELECT COUNT(*) AS n FROM session").await;
    assert_eq!(stored, 2, "the victim's two, none of the attacker's");
}

async fn all_other_devices_are_signed_out(site: Site) {
    let (phone, computer) = (site.browser(), site.browser());
    sign_up(&phone, "chunyan").await;
    sign_in(&computer, "chunyan", PASSWORD).await;
    let page = phone.open("/account").await;
    let page = phone.send(page.form_at("form[action^='/account/end-others']")).await;
    assert!(page.text(".notice-ok").contains("都退出了"));
    assert!(page.text("main").contains("只有这一台登录着"));
    assert!(computer.open("/account").await.path.starts_with("/account/sign-in"));
    assert_eq!(phone.open("/account").await.path, "/account");
}

async fn another_password_ends_the_other_sessions(site: Site) {
    let (phone, computer) = (site.browser(), site.browser());
    sign_up(&phone, "chunyan").await;
    sign_in(&computer, "chunyan", PASSWORD).await;
    let page = phone.open("/account/password").await;
    let wrong = page
        .form()
        .set("password", "这不是她的密码啊")
        .set("new-password", "后门有一棵石榴树");
    let page = phone.send(wrong).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text("#password-error").contains("现在的密码不对"));
    let right = page
        .form()
        .set("password", PASSWORD)
        .set("new-password", "后门有一棵石榴树");
    let (one, two) = tokio::join!(phone.send(right.clone()), phone.send(right));
    assert!(one.text(".notice-ok").contains("密码换好了"), "{}", one.html);
    assert!(two.text(".notice-ok").contains("密码换好了"), "{}", two.html);
    assert!(computer.open("/account").await.path.starts_with("/account/sign-in"));
    assert_eq!(
        sign_in(&computer, "chunyan", "后门有一棵石榴树").await.text("h1"),
        "我的账号"
    );
}

async fn guessing_does_not_lock_the_owner_out(site: Site) {
    let owner = site.browser();
    sign_up(&owner, "chunyan").await;
    owner.post("/account/sign-out", &[]).await;
    let attacker = site.browser();
    let mut last = StatusCode::OK;
    for guess in 0..8 {
        last = sign_in(&attacker, "chunyan", &format!("猜一猜她的密码{guess}"))
            .await
            .status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    let page = sign_in(&attacker, "chunyan", PASSWORD).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS, "also with the right one");
    assert!(page.text("#errors").contains("分钟"), "{}", page.text("#errors"));
    // The owner at the same address, in her own browser; and from anywhere else in a new one.
    assert_eq!(sign_in(&owner, "chunyan", PASSWORD).await.text("h1"), "我的账号");
    let elsewhere = site.browser().coming_from("203.0.113.9");
    assert_eq!(sign_in(&elsewhere, "chunyan", PASSWORD).await.text("h1"), "我的账号");
    // Another name from the attacker's address is not stopped.
    sign_up(&site.browser(), "neighbour").await;
    assert_eq!(
        sign_in(&site.browser(), "neighbour", PASSWORD).await.text("h1"),
        "我的账号"
    );
}

async fn a_link_code_links_once(site: Site) {
    let (mine, yours) = (site.browser(), site.browser());
    sign_up(&mine, "mine").await;
    sign_up(&yours, "yours").await;
    let code = Code::of_random(Length::Link, [7; 16]);
    let portal = &site.portal;
    let mut tx = portal.store.begin().await.unwrap();
    let new = NewLinkCode {
        code: &code,
        person: &PersonKey("person".to_owned()),
        name: "陈德明",
        issued_by: None,
        office: Some("汉昌街道便民服务中心"),
        at: portal.now(),
        replaces: true,
    };
    account::insert_link_code(&mut tx, &portal.keys, &new).await.unwrap();
    tx.commit().await.unwrap();

    let page = mine.open("/account/link").await;
    let page = mine.send(page.form().set("code", "222222222O")).await;
    assert!(page.text("#code-error").contains("码里没有“O”"));
    let page = mine.send(page.form().set("code", "2222222222")).await;
    assert!(page.text("#code-error").contains("没有这个连接码"));
    let form = page.form().set("code", &code.in_groups().to_lowercase());
    for _ in 0..2 {
        let page = mine.send(form.clone()).await;
        assert!(page.text(".notice-ok").contains("已经连上陈德明"), "{}", page.html);
    }
    let page = mine.open("/account").await;
    assert!(page.text("main").contains("汉昌街道便民服务中心核对过身份"));
    let page = yours.open("/account/link").await;
    let page = yours.send(page.form().set("code", &code.in_groups())).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
}

async fn new_codes_need_the_password(site: Site) {
    let browser = site.browser();
    let old = sign_up(&browser, "chunyan").await;
    let page = browser.open("/account/codes/new").await;
    let page = browser.send(page.form().set("password", "不对的密码不对的")).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = browser.send(page.form().set("password", PASSWORD)).await;
    let new = page.texts(".codes > li");
    assert!(new.len() == 8 && new.iter().all(|code| !old.contains(code)));
    let file = browser.get("/account/codes.txt").await;
    assert!(
        file.headers["content-disposition"]
            .to_str()
            .unwrap()
            .starts_with("attachment")
    );
    assert!(new.iter().all(|code| file.html.contains(code)));
}

async fn pages_of_accounts_ask_for_signing_in_and_lead_back(site: Site) {
    let browser = site.browser();
    let page = browser.open("/account/password").await;
    assert!(page.text(".notice-wait").contains("这一页要先登录"));
    let to = page.attributes("main a[href^='/account/sign-up']", "href");
    assert_eq!(to, ["/account/sign-up?return=%2Faccount%2Fpassword"]);
    sign_up(&site.browser(), "chunyan").await;
    let page = browser
        .send(page.form().set("name", "chunyan").set("password", PASSWORD))
        .await;
    assert_eq!(page.path, "/account/password");
    let page = browser.open("/account/sign-in?return=%2F%2Fevil.example").await;
    assert_eq!(page.path, "/account", "nobody is sent elsewhere");
    assert_eq!(
        browser.get("/office/account").await.location.as_deref(),
        Some("/office/sign-in?why=needed&return=%2Foffice%2Faccount")
    );
}

async fn what_was_typed_into_an_ended_session_is_not_lost(site: Site) {
    let browser = site.browser();
    sign_up(&browser, "chunyan").await;
    let form = browser.open("/account/link").await.form().set("code", "7KQ2M");
    change(&site, "UPDATE session SET ends_at = 1").await;
    let page = browser.send(form).await;
    assert!(page.text(".notice-wait").contains("您刚才填的还在"), "{}", page.html);
    // Somebody else at the same computer does not see it.
    let other = site.browser();
    sign_up(&other, "neighbour").await;
    let page = browser
        .send(page.form().set("name", "chunyan").set("password", PASSWORD))
        .await;
    assert_eq!(page.path, "/account/link");
    assert_eq!(page.attributes("#code", "value"), ["7KQ2M"], "{}", page.html);
    let page = browser.open("/account/link").await;
    assert_eq!(page.attributes("#code", "value"), [""], "it is handed over once");
}

async fn what_was_typed_where_somebody_was_signed_out_elsewhere_is_not_lost(site: Site) {
    let (phone, computer) = (site.browser(), site.browser());
    sign_up(&phone, "chunyan").await;
    let page = begin(&phone, &["care_subsidy"]).await;
    let (page, _) = fill(&phone, page, &s01(), "residence").await;
    sign_in(&computer, "chunyan", PASSWORD).await;
    computer.post("/account/end-others", &[]).await;
    let form = page.form().set("living", "at_hukou").set("address", "三组18号");
    let told = phone.send(form.clone()).await;
    assert!(told.text(".notice-wait").contains("您刚才填的还在"), "{}", told.html);
    // Whoever else signs in at that phone does not see it.
    let neighbour = site.browser();
    sign_up(&neighbour, "neighbour").await;
    let back = phone
        .send(told.form().set("name", "chunyan").set("password", PASSWORD))
        .await;
    assert_eq!(back.path, page.path);
    assert_eq!(back.form().value("address"), Some("三组18号"));
    computer.post("/account/end-others", &[]).await;
    let told = phone.send(form).await;
    let theirs = phone
        .send(told.form().set("name", "neighbour").set("password", PASSWORD))
        .await;
    assert_eq!(theirs.status, StatusCode::NOT_FOUND);
    phone.post("/account/sign-out", &[]).await;
    sign_in(&phone, "chunyan", PASSWORD).await;
    let residence = phone.open(&page.path).await;
    assert_eq!(
        residence.form().value("address"),
        Some(""),
        "and it went with the neighbour's session"
    );
}

async fn what_was_typed_without_a_cookie_is_said_to_be_lost(site: Site) {
    let browser = site.browser();
    sign_up(&browser, "chunyan").await;
    let page = begin(&browser, &["care_subsidy"]).await;
    let (page, _) = fill(&browser, page, &s01(), "residence").await;
    let forgot = site.browser();
    let told = forgot.send(page.form().set("address", "三组18号")).await;
    assert!(told.text(".notice-wait").contains("没有存上"), "{}", told.html);
    let back = forgot
        .send(told.form().set("name", "chunyan").set("password", PASSWORD))
        .await;
    assert_eq!(page_of(&back), "residence");
    assert!(back.text(".notice-wait").contains("请再填一次"), "{}", back.html);
    let again = forgot.send(back.form().set("living", "at_hukou")).await;
    assert_eq!(page_of(&again), "question-aid_status", "{}", again.text("#errors-list"));
    assert!(!again.has(".notice-wait"));
    let seen = forgot.open(&page.path).await;
    assert!(!seen.has(".notice-wait"), "it is said once");
}

async fn an_account_remembers_how_pages_are_shown(site: Site) {
    let browser = site.browser();
    sign_up(&browser, "chunyan").await;
    browser.post("/display", &[("theme", "dark"), ("text", "150")]).await;
    let elsewhere = site.browser();
    assert!(!elsewhere.open("/").await.has("html[data-theme=dark]"));
    sign_in(&elsewhere, "chunyan", PASSWORD).await;
    assert!(elsewhere.open("/").await.has("html[data-theme=dark][data-text='150']"));
}

async fn a_session_about_to_end_says_so_and_goes_on(site: Site) {
    let browser = site.browser();
    sign_up(&browser, "chunyan").await;
    assert!(!browser.open("/services").await.has(".session-ends"));
    let soon = Instant::from_epoch_ms(site.portal.now().epoch_ms() + 20 * 60_000 - 1);
    let mut tx = site.portal.store.begin().await.unwrap();
    tx.execute("UPDATE session SET ends_at = $1", vec![Value::from(soon)])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let page = browser.open("/services").await;
    assert!(page.text(".session-ends").contains("还有20分钟"), "{}", page.html);
    let page = browser.send(page.form_at(".session-ends form")).await;
    assert_eq!(page.path, "/services?stayed=yes");
    assert_eq!(
        page.texts(".session-ends"),
        ["好了，可以接着用"],
        "heard where the browser goes to"
    );
    assert!(page.has("#stayed"));
    let mut tx = site.portal.store.begin().await.unwrap();
    assert_eq!(session::delete_ended(&mut tx, site.portal.now()).await.unwrap(), 0);
    tx.commit().await.unwrap();
}

async fn what_was_begun_without_an_account_goes_with_it(site: Site) {
    let (phone, computer) = (site.browser(), site.browser());
    let page = phone.open("/apply/new?service=care_subsidy").await;
    let page = phone.send(page.form()).await;
    let draft = page.path.clone();
    assert!(
        draft.starts_with("/apply/") && page.status == StatusCode::OK,
        "{draft}: {}",
        page.html
    );
    sign_up(&phone, "chunyan").await;
    assert_eq!(phone.get(&draft).await.status, StatusCode::OK, "it is still there");
    sign_in(&computer, "chunyan", PASSWORD).await;
    assert_eq!(
        computer.get(&draft).await.status,
        StatusCode::OK,
        "on every device of hers"
    );
    // Begun on a second device before signing in there: both are hers.
    let library = site.browser();
    let page = library.open("/apply/new?service=care_subsidy").await;
    library.send(page.form()).await;
    sign_in(&library, "chunyan", PASSWORD).await;
    assert_eq!(computer.open("/apply").await.texts(".case-list > li").len(), 2);
}

async fn over_tls_the_cookie_is_nobodys_but_ours(site: Site) {
    let mut config = site.portal.config.clone();
    config.public_url.origin = String::from("https://zhida.example.cn");
    config.public_url.secure = true;
    let site = serving(config).await;
    let browser = site.browser();
    let form = [("name", "chunyan"), ("new-password", PASSWORD)];
    let page = browser.post("/account/sign-up", &form).await;
    let cookies: Vec<&str> = page
        .headers
        .get_all("set-cookie")
        .into_iter()
        .filter_map(|cookie| cookie.to_str().ok())
        .collect();
    assert_eq!(cookies.len(), 2, "{page:?}");
    for cookie in cookies {
        assert!(cookie.starts_with("__Host-") && cookie.contains("; Secure"), "{cookie}");
        assert!(
            cookie.contains("; Path=/;") && cookie.contains("; HttpOnly") && !cookie.contains("Domain"),
            "{cookie}"
        );
    }
}

async fn count(site: &Site, sql: &'static str) -> i64 {
    use zhida_server::store::Query as _;
    let row = site.portal.store.read().one(sql, Vec::new()).await.unwrap();
    row.int("n").unwrap()
}

pub async fn change(site: &Site, sql: &'static str) {
    let mut tx = site.portal.store.begin().await.unwrap();
    tx.execute(sql, Vec::new()).await.unwrap();
    tx.commit().await.unwrap();
}

/// WCAG 2.2.6: who begins something reads first how long it lasts, in the very numbers that end it.
async fn time_limits_are_said_before_they_run(site: Site) {
    const MINUTE: i64 = 60_000;
    let browser = site.browser();
    let account = Kind::Account.lasts();
    let (unused, in_all) = (account.0 / (60 * MINUTE), account.1 / (60 * MINUTE));
    let page = browser.open("/account/sign-in").await;
    for said in [format!("{unused}小时没有动"), format!("最多用{in_all}小时")] {
        assert!(page.text("main").contains(&said), "{said}");
    }
    let unused = Kind::Staff.lasts().0 / MINUTE;
    let page = browser.open("/office/sign-in").await;
    assert!(
        page.text("main").contains(&format!("{unused}分钟没有动")),
        "{}",
        page.html
    );
    let days = DRAFT_KEPT_MS / (24 * 60 * MINUTE);
    let page = browser.open("/apply/new").await;
    assert!(
        page.text("main").contains(&format!("{days}天没有再填")),
        "{}",
        page.html
    );
}
