//! Choosing a street or township by typing: the same with the island and without.

use data_encoding::BASE64;
use reqwest::StatusCode;
use sha2::{Digest, Sha256};
use zhida_server::web::islands::{File, Islands};

use super::people::{begin, fill, page_of, s01};
use crate::browser::{Browser, Page, client};
use crate::harness::{Site, serving_with};

both_engines!(
    while_typing_the_same_is_found_as_by_pressing_find,
    what_cannot_be_asked_is_refused,
    a_choice_left_out_keeps_what_was_typed,
    script_runs_on_this_page_alone_and_only_ours,
    without_a_bundle_the_page_has_no_script,
);

/// Pingjiang.
const COUNTY: (&str, &str) = ("county", "430626");

async fn page(browser: &Browser) -> Page {
    let page = begin(browser, &["care_subsidy"]).await;
    let (page, _) = fill(browser, page, &s01(), "township").await;
    page
}

async fn while_typing_the_same_is_found_as_by_pressing_find(site: Site) {
    let browser = site.browser();
    let path = page(&browser).await.path;
    for typed in [
        "南",
        "南江",
        "平江 南江",
        "na",
        "NanJiang",
        "镇",
        "没有这个",
        "<script>",
        "",
        "  ",
    ] {
        let found = browser.get(&format!("{path}?q={typed}")).await;
        // Whoever asks has no session here: there is nothing to know them by.
        let part = site.browser().post("/places/typed", &[COUNTY, ("q", typed)]).await;
        assert_eq!(part.status, StatusCode::OK, "{typed}");
        let radios = "input[type=radio][name=place]";
        let values = part.attributes(radios, "value");
        assert_eq!(values, found.attributes(radios, "value"), "{typed}");
        assert_eq!(part.texts("legend"), found.texts("main legend"), "{typed}");
        let said = part.text("[data-said]");
        let expected = match (typed.trim(), found.has(".notice-title")) {
            ("", _) => String::new(),
            (typed, true) => format!("没有找到“{typed}”，换一个字再试，或者在下面选"),
            (_, false) => format!("找到{}个，请在下面选", values.len()),
        };
        assert_eq!(said, expected, "{typed}");
        assert!(!part.headers.contains_key("set-cookie"), "{typed}");
    }
    let part = site.browser().post("/places/typed", &[COUNTY, ("q", "南江")]).await;
    assert_eq!(part.texts("label"), ["南江镇"]);
    let spoken = browser.get(&format!("{path}?q=hanchang")).await;
    assert_eq!(
        spoken.attributes("input[type=radio][name=place]", "value"),
        ["430626001"]
    );
}

async fn what_cannot_be_asked_is_refused(site: Site) {
    let browser = site.browser();
    for county in ["", "430600", "999999", "430626'"] {
        let part = browser.post("/places/typed", &[("county", county), ("q", "南")]).await;
        assert_eq!(part.status, StatusCode::BAD_REQUEST, "{county}");
    }
    let long = "南".repeat(2000);
    let part = browser.post("/places/typed", &[COUNTY, ("q", &long)]).await;
    assert_eq!(part.status, StatusCode::PAYLOAD_TOO_LARGE);
    let part = browser.get("/places/typed").await;
    assert_eq!(part.status, StatusCode::METHOD_NOT_ALLOWED);
}

async fn a_choice_left_out_keeps_what_was_typed(site: Site) {
    let browser = site.browser();
    let path = page(&browser).await.path;
    let found = browser.get(&format!("{path}?q=南")).await;
    let again = browser.send_only(found.form()).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(again.attributes("#q", "value"), ["南"]);
    let radios = "input[type=radio][name=place]";
    assert_eq!(again.attributes(radios, "value"), found.attributes(radios, "value"));
    let next = browser.send(again.form().set("place", "430626107")).await;
    assert_eq!(page_of(&next), "residence");
}

async fn script_runs_on_this_page_alone_and_only_ours(site: Site) {
    let file = |plain, brotli| File { plain, brotli };
    let islands = Islands::new(file(b"script", b"small script"), file(b"code", b"small code"));
    let site = serving_with(site.portal.config.clone(), Some(islands)).await;
    let browser = site.browser();
    let page = page(&browser).await;
    let scripts = page.texts("script");
    assert_eq!(scripts.len(), 1, "one, and it fetches nothing by itself");
    assert!(page.attributes("script", "src").is_empty());
    let hash = BASE64.encode(&Sha256::digest(scripts[0].as_bytes()));
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    let allowed = format!("script-src 'sha256-{hash}' 'strict-dynamic' 'wasm-unsafe-eval';");
    assert!(policy.contains(&allowed), "{policy}");
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    assert!(
        !policy.contains("'unsafe") && policy.contains("connect-src 'self'"),
        "{policy}"
    );
    // In a mistake as well.
    let wrong = browser.send_only(page.form()).await;
    assert_eq!(wrong.headers["content-security-policy"], *policy);
    for path in ["/", "/check", &page.path.replace("/township", "/hukou")] {
        let other = browser.open(path).await;
        assert!(!other.html.contains("<script"), "{path}");
        let policy = other.headers["content-security-policy"].to_str().unwrap();
        assert!(!policy.contains("script-src"), "{path}: {policy}");
    }

    let script = page.attributes("form[role=search]", "data-island").remove(0);
    let code = script.replace(".js", ".wasm");
    for (path, kind, plain) in [
        (&script, "text/javascript; charset=utf-8", "script"),
        (&code, "application/wasm", "code"),
    ] {
        let got = site.browser().get(path).await;
        assert_eq!((got.status, got.html.as_str()), (StatusCode::OK, plain), "{path}");
        assert_eq!(got.headers["content-type"], kind);
        assert_eq!(got.headers["cache-control"], "public, max-age=31536000, immutable");
        let client = client().build().unwrap();
        let small = client
            .get(format!("{}{path}", site.url))
            .header("accept-encoding", "gzip, br");
        let small = small.send().await.unwrap();
        assert_eq!(small.headers()["content-encoding"], "br");
        assert_eq!(small.text().await.unwrap(), format!("small {plain}"));
    }
    for path in ["/islands/00000000.js", &format!("{script}x")] {
        assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

async fn without_a_bundle_the_page_has_no_script(site: Site) {
    let site = serving_with(site.portal.config.clone(), None).await;
    let page = page(&site.browser()).await;
    assert!(!page.html.contains("<script") && !page.has("[data-island]") && !page.has("output"));
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(!policy.contains("script-src"), "{policy}");
    assert!(page.has("form[role=search] #q"));
}
