//! What every page has, and what happens to requests no page expects.

use reqwest::StatusCode;
use reqwest::redirect::Policy;

use crate::apply::people::{begin, fill, page_of, s01};
use crate::browser::{Form, Page, client};
use crate::harness::Site;

both_engines!(
    every_answer_is_safe,
    one_press_turns_any_page_into_easy_words_and_back,
    what_is_typed_stays_when_the_display_bar_is_used,
    forged_forms_are_refused,
    strange_requests_get_whole_pages,
    a_slash_too_many_leads_to_the_page,
    what_is_too_large_is_read_and_answered,
    the_database_is_asked_for_readiness
);

async fn every_answer_is_safe(site: Site) {
    let browser = site.browser();
    for path in ["/", "/check", "/services/care_subsidy", "/nowhere", "/health/live"] {
        let page = browser.get(path).await;
        for name in [
            "content-security-policy",
            "x-content-type-options",
            "referrer-policy",
            "x-request-id",
        ] {
            assert!(page.headers.contains_key(name), "{path} lacks {name}");
        }
    }
    let page = browser.get("/").await;
    assert!(!page.html.contains("<script"), "no script on a page without islands");
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(
        policy.contains("default-src 'none'") && !policy.contains("unsafe"),
        "{policy}"
    );
}

async fn one_press_turns_any_page_into_easy_words_and_back(site: Site) {
    let browser = site.browser();
    let begun = begin(&browser, &["care_subsidy"]).await.path;
    let on = ".display-bar button[name=level][aria-pressed=true]";
    for path in [
        "/",
        "/check",
        "/services/care_subsidy",
        "/help",
        "/account/sign-in",
        "/nowhere",
        &begun,
    ] {
        let page = browser.open(path).await;
        assert!(!page.has(on), "{path}");
        let pressed = browser.send(pressing(&page, "level")).await;
        assert_eq!(pressed.path, path);
        assert!(pressed.has(on), "{path}");
        assert_ne!(pressed.text("body"), page.text("body"));
        let back = browser.send(pressing(&pressed, "level")).await;
        assert_eq!(back.text("body"), page.text("body"), "{path}");
    }
}

async fn what_is_typed_stays_when_the_display_bar_is_used(site: Site) {
    let browser = site.browser();
    let begun = begin(&browser, &["care_subsidy"]).await;
    let (mut page, _) = fill(&browser, begun, &s01(), "person").await;
    for button in ["level", "text", "theme", "view"] {
        let typing = pressing(&page, button)
            .set("name", "彭春燕")
            .set("resident_id", "43010319800");
        page = browser.send(typing).await;
        assert_eq!(page_of(&page), "person");
        assert_eq!(page.attributes("[name=name]", "value"), ["彭春燕"], "{button}");
        assert_eq!(
            page.attributes("[name=resident_id]", "value"),
            ["43010319800"],
            "{button}"
        );
    }
    // The way to all settings and back loses nothing either.
    let typing = pressing(&page, "settings").set("name", "彭秋燕");
    let settings = browser.send(typing).await;
    assert!(settings.path.starts_with("/display?return="), "{}", settings.path);
    let saved = browser.send(settings.form()).await;
    page = browser.open(&saved.attributes("main .back", "href").remove(0)).await;
    assert_eq!(page.attributes("[name=name]", "value"), ["彭秋燕"], "{}", page.path);
    assert!(!page.has("#errors-list"), "nothing was sent, so nothing is wrong");
    // Enter presses the first button of a form: it is not one of the bar's.
    assert!(page.html.find("form=\"kept\"") < page.html.find("name=\"text\""));
    let sent = browser.send(page.form()).await;
    assert!(sent.has("#errors-list"), "it is not stored, nor taken for right");
}

/// What a button of the display bar sends, with all of the form that it belongs to.
fn pressing(page: &Page, name: &str) -> Form {
    let button = format!(".display-bar button[name={name}]");
    let value = page.attributes(&button, "value").remove(0);
    let form = match page.attributes(&button, "form").pop() {
        Some(form) => page
            .form_at(&format!("#{form}"))
            .sent_to(&page.attributes(&button, "formaction")[0]),
        None => page.form_at(".display-bar-modes"),
    };
    form.with(name, &value)
}

async fn forged_forms_are_refused(site: Site) {
    let client = client().redirect(Policy::default()).build().unwrap();
    let send = |name: &'static str, value: String| {
        client
            .post(format!("{}/display", site.url))
            .header(name, value)
            .form(&[("theme", "dark")])
            .send()
    };
    let own = send("origin", site.url.clone()).await.unwrap();
    assert!(own.status().is_success(), "its own form is taken");
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("sec-fetch-site", "cross-site"),
        ("origin", "null"),
    ] {
        let answer = send(name, value.to_owned()).await.unwrap();
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{name}: {value}");
        assert!(answer.text().await.unwrap().contains("<h1"), "a whole page");
    }
}

async fn a_slash_too_many_leads_to_the_page(site: Site) {
    let browser = site.browser();
    for (typed, meant) in [
        ("/check/", "/check"),
        ("/services//", "/services"),
        ("/services/care_subsidy/?a=1", "/services/care_subsidy?a=1"),
        ("/cases/open/", "/cases/open"),
    ] {
        let answer = browser.get(typed).await;
        assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT, "{typed}");
        assert_eq!(answer.location.as_deref(), Some(meant));
    }
    let page = browser.get("//evil.example/login").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(!page.html.contains("evil.example"), "no link of ours leads there");
    for nothing in ["/nowhere/", "//evil.example/", "/check//x/", "/account/sign-out/"] {
        assert_eq!(browser.get(nothing).await.status, StatusCode::NOT_FOUND, "{nothing}");
    }
    let sent = browser.post("/check/", &[]).await;
    assert_eq!(
        sent.status,
        StatusCode::NOT_FOUND,
        "nothing that is sent goes elsewhere"
    );
}

async fn strange_requests_get_whole_pages(site: Site) {
    let client = client().build().unwrap();
    let url = |path: &str| format!("{}{path}", site.url);
    let large = "x".repeat(200_000);
    let requests = [
        (
            StatusCode::METHOD_NOT_ALLOWED,
            client.post(url("/help")).form(&[("a", "b")]),
        ),
        (StatusCode::METHOD_NOT_ALLOWED, client.delete(url("/check"))),
        (
            StatusCode::PAYLOAD_TOO_LARGE,
            client.post(url("/display")).form(&[("theme", &large)]),
        ),
        (
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            client.post(url("/display")).json(&[1]),
        ),
        (StatusCode::NOT_FOUND, client.get(url("/services/no_such_service"))),
        (StatusCode::NOT_FOUND, client.get(url("/%00"))),
    ];
    for (status, request) in requests {
        let answer = request.header("accept-language", "en").send().await.unwrap();
        assert_eq!(answer.status(), status);
        let html = answer.text().await.unwrap();
        assert!(
            html.contains("<html lang=\"en\"") && html.contains("<h1"),
            "{status}: {html}"
        );
    }
    for path in [
        "/services/living_subsidy?county=999999",
        "/check?in=junk&q=%F0%AC%B1%96",
        "/display?return=//evil.example",
    ] {
        assert_eq!(
            client.get(url(path)).send().await.unwrap().status(),
            StatusCode::OK,
            "{path}"
        );
    }
}

/// Far more than sockets hold: an answer that came before the end would be a broken connection.
async fn what_is_too_large_is_read_and_answered(site: Site) {
    let client = client().build().unwrap();
    for size in [100_000, 5_000_000, 20_000_000] {
        let answer = client
            .post(format!("{}/display", site.url))
            .form(&[("theme", "x".repeat(size))])
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE, "{size}");
        assert!(answer.text().await.unwrap().contains("<h1"), "{size}");
    }
}

async fn the_database_is_asked_for_readiness(site: Site) {
    let browser = site.browser();
    assert_eq!(browser.get("/health/ready").await.status, StatusCode::OK);
    site.portal.stop();
    assert_eq!(
        browser.get("/health/ready").await.status,
        StatusCode::SERVICE_UNAVAILABLE
    );
    assert_eq!(browser.get("/health/live").await.status, StatusCode::OK);
    site.portal.store.close().await;
}
