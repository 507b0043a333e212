//! What somebody tells about the site, without saying who they are, until an administrator has answered it.

use reqwest::StatusCode;
use zhida::access::Role;
use zhida_server::store::{event, feedback};

use crate::browser::{Browser, Page};
use crate::harness::Site;
use crate::staff::{set_up, take_on};

both_engines!(
    what_is_told_is_answered,
    only_number_and_code_open_it,
    a_form_sent_twice_is_told_once,
    what_is_wrong_keeps_what_was_typed,
    one_household_tells_so_much_a_day,
    two_administrators_do_not_answer_past_each_other,
);

const FORM: &str = "/accessibility/feedback";

/// Somebody tells that a button does nothing.
async fn tell(browser: &Browser) -> Page {
    let page = browser.open("/accessibility/feedback?page=%2Fcheck").await;
    let form = page.form_at("main form");
    assert_eq!(form.value("page"), Some("/check"));
    let form = form.set("what", "按“继续”没有反应。").with("reading", "screen_reader");
    browser.send(form.set("contact", "13800000000")).await
}

/// Number and code, as the page shows them.
fn number_and_code(page: &Page) -> (String, String) {
    let [number, code]: [String; 2] = page.texts(".reference-number").try_into().unwrap();
    (number.replace(' ', ""), code)
}

async fn administrator(site: &Site, login: &str) -> Browser {
    take_on(site, login, Role::Administrator).await;
    let browser = site.browser();
    set_up(site, &browser, login).await;
    browser
}

async fn what_is_told_is_answered(site: Site) {
    let somebody = site.browser();
    let sent = tell(&somebody).await;
    let (number, _) = number_and_code(&sent);
    assert!(sent.text("#done").contains("收到了"), "{}", sent.html);
    assert!(sent.text("main").contains("还没有答复"));
    assert!(!sent.html.contains("没有反应"), "what was told is not shown again");
    assert_eq!(sent.headers["cache-control"], "no-store");

    let office = administrator(&site, "guanli").await;
    let list = office.open("/office/feedback").await;
    assert_eq!(list.texts(".site-nav a"), ["失败的任务", "网站意见", "我的"]);
    assert!(list.text("tbody tr").contains("等答复"), "{}", list.html);
    let one = office.open(&format!("/office/feedback/{number}")).await;
    for said in ["没有反应", "/check", "读屏软件", "13800000000"] {
        assert!(one.text("main").contains(said), "{said}");
    }
    let close = one.form_at("main form:last-of-type");
    let refused = office.send(close.with("act", "close")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text("#errors").contains("先答复"), "{}", refused.html);
    let empty = office.send(one.form_at("main form")).await;
    assert!(empty.text("#errors").contains("请写答复"));
    let answer = empty.form_at("main form").set("answer", "按钮修好了。\n谢谢您。");
    let answered = office.send(answer.clone()).await;
    assert!(answered.text("#done").contains("记下了"), "{}", answered.html);
    assert_eq!(
        office.send(answer).await.path,
        answered.path,
        "pressed twice, done once"
    );

    let page = somebody.open(&format!("{FORM}/{number}")).await;
    assert!(page.text("main").contains("按钮修好了。") && page.text("main").contains("谢谢您。"));
    assert_eq!(page.text("main").matches("按钮修好了").count(), 1);
    let close = office.open(&format!("/office/feedback/{number}")).await;
    let closed = office
        .send(close.form_at("main form:last-of-type").with("act", "close"))
        .await;
    assert!(!closed.has("main form"), "{}", closed.html);
    assert!(
        office
            .open("/office/feedback")
            .await
            .text("main")
            .contains("没有等答复的")
    );
    assert!(
        somebody
            .open(&format!("{FORM}/{number}"))
            .await
            .text("main")
            .contains("办完")
    );

    let mut reader = site.portal.store.read();
    let stream = format!("feedback:{number}");
    let events = event::list(&mut reader, &site.portal.keys, &stream).await.unwrap();
    let kinds: Vec<&str> = events.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(kinds, ["feedback_sent", "feedback_answered", "feedback_closed"]);
    assert!(events[0].actor.is_none() && events[1].actor.is_some());
    // Two years later it is gone.
    let mut tx = site.portal.store.begin().await.unwrap();
    let now = site.portal.now();
    assert_eq!(feedback::delete_closed_before(&mut tx, now).await.unwrap(), 1);
    tx.commit().await.unwrap();
}

async fn only_number_and_code_open_it(site: Site) {
    let sent = tell(&site.browser()).await;
    let (number, code) = number_and_code(&sent);
    let stranger = site.browser();
    let page = stranger.open(&format!("{FORM}/{number}")).await;
    assert!(
        !page.text("main").contains("还没有答复"),
        "a number alone shows nothing"
    );
    let nobodys = stranger.open(&format!("{FORM}/00000000")).await;
    let without = |page: &Page, number: &str| page.html.replace(number, "");
    assert_eq!(
        without(&page, &number),
        without(&nobodys, "00000000"),
        "nor whether there is such a number"
    );
    let wrong = stranger
        .send(page.form_at("main form").set("code", "7KQ2M-X9F3H"))
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text("#errors").contains("没有找到"));
    let form = wrong.form_at("main form");
    assert_eq!(form.value("number"), Some(number.as_str()), "what was typed stays");
    let right = stranger.send(form.set("code", &code.to_lowercase())).await;
    assert_eq!(right.path, format!("{FORM}/{number}"));
    assert!(right.text("main").contains("还没有答复"), "{}", right.html);
    // Another's number with one's own code.
    let (other, _) = number_and_code(&tell(&site.browser()).await);
    let page = stranger.open(&format!("{FORM}/{other}")).await;
    assert!(!page.text("main").contains("还没有答复"));
}

async fn a_form_sent_twice_is_told_once(site: Site) {
    let browser = site.browser();
    let page = browser.open(FORM).await;
    let form = page.form_at("main form").set("what", "字太小。");
    let first = number_and_code(&browser.send(form.clone()).await);
    // The answer to the first did not arrive: the browser has no cookie yet, and gets the same code.
    let again = number_and_code(&site.browser().send(form).await);
    assert_eq!(first, again);
    let mut reader = site.portal.store.read();
    let open = feedback::list_open(&mut reader, &site.portal.keys, 10).await.unwrap();
    assert_eq!(open.len(), 1);
}

async fn what_is_wrong_keeps_what_was_typed(site: Site) {
    let browser = site.browser();
    for path in ["//evil.example/", "https://evil.example", "%E5%8D%97", "javascript:x"] {
        let page = browser.open(&format!("{FORM}?page={path}")).await;
        assert_eq!(page.form_at("main form").value("page"), Some(""), "{path}");
    }
    let page = browser.open(FORM).await;
    let form = page
        .form_at("main form")
        .set("page", "首页")
        .set("contact", &"8".repeat(201));
    let page = browser.send(form.with("reading", "braille")).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.texts("#errors li").len(), 2, "{}", page.html);
    let form = page.form_at("main form");
    assert_eq!(form.value("page"), Some("首页"));
    assert_eq!(form.value("reading"), Some("braille"));
    assert_eq!(form.value("contact").unwrap().len(), 201);
    assert!(page.texts("footer a").iter().any(|link| link.contains("哪里不好用")));
    let lost = browser.open("/nowhere").await;
    let links = lost.attributes("footer a", "href");
    assert!(
        links.contains(&"/accessibility/feedback?page=/nowhere".to_owned()),
        "{links:?}"
    );
}

async fn one_household_tells_so_much_a_day(site: Site) {
    let browser = site.browser().coming_from("203.0.113.9");
    let mut told = 0;
    let last = loop {
        let page = browser.open(FORM).await;
        let page = browser.send(page.form_at("main form").set("what", "又坏了。")).await;
        if page.status != StatusCode::OK {
            break page;
        }
        told += 1;
        assert!(told <= 100);
    };
    assert_eq!(last.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(last.text("#what").contains("又坏了"), "what was typed stays");
    assert!(told >= 10, "{told}");
    let elsewhere = site.browser().coming_from("198.51.100.7");
    assert_eq!(tell(&elsewhere).await.status, StatusCode::OK);
}

async fn two_administrators_do_not_answer_past_each_other(site: Site) {
    let (number, _) = number_and_code(&tell(&site.browser()).await);
    let (one, other) = (administrator(&site, "yi").await, administrator(&site, "er").await);
    let path = format!("/office/feedback/{number}");
    let form = one.open(&path).await.form_at("main form").set("answer", "正在查。");
    let late = other.open(&path).await.form_at("main form").set("answer", "修好了。");
    one.send(form).await;
    let page = other.send(late).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text("#errors").contains("刚才有别人"), "{}", page.html);
    assert!(page.text("main").contains("正在查。") && page.text("#answer").contains("修好了。"));
    let page = other.send(page.form_at("main form")).await;
    assert_eq!(page.status, StatusCode::OK, "sent again, now knowingly");
}
