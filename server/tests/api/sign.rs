//! A film in sign language: shown where there is one, whole and in parts; where there is none, nothing is in its place,
//! and administrators see that it lacks.

use std::path::Path;

use reqwest::StatusCode;
use reqwest::header::{CONTENT_RANGE, CONTENT_TYPE, RANGE};
use zhida::access::Role;
use zhida_server::catalogue::load;
use zhida_server::config::Config;

use crate::browser::client;
use crate::harness::{Site, serving};
use crate::office::{COUNTY, officer};

both_engines!(
    a_service_is_explained_in_sign_language_where_there_is_a_film,
    administrators_see_what_lacks
);

const SERVICE: &str = "care_subsidy";
const VIDEO: &[u8] = b"\0\0\0\x18ftypmp42 as many bytes as a test needs";
const CAPTIONS: &str = "WEBVTT\n\n00:00.000 --> 00:02.000\n护理补贴每个月发。\n";

/// A folder of services with a film for one of the shipped ones.
fn with_a_film(folder: &Path) {
    let inside = folder.join(SERVICE);
    std::fs::create_dir(&inside).unwrap();
    let words = "film-care-subsidy =\n    护理补贴每个月发。\n    打到您的账户上。\n";
    std::fs::write(inside.join("sign.zh-CN.ftl"), words).unwrap();
    let words = "film-care-subsidy =\n    The care subsidy comes every month.\n    It is paid into your account.\n";
    std::fs::write(inside.join("sign.en.ftl"), words).unwrap();
    let sign = "video = \"sign.mp4\"\ncaptions = \"sign.zh-CN.vtt\"\nseconds = 95\n";
    std::fs::write(inside.join("sign.toml"), sign).unwrap();
    std::fs::write(inside.join("sign.mp4"), VIDEO).unwrap();
    std::fs::write(inside.join("sign.zh-CN.vtt"), CAPTIONS).unwrap();
}

async fn a_service_is_explained_in_sign_language_where_there_is_a_film(site: Site) {
    let page = format!("/services/{SERVICE}");
    let before = site.browser().open(&page).await;
    assert!(!before.html.contains("<video"), "no empty box");
    assert_eq!(
        site.browser().get(&format!("{page}/sign/sign.mp4")).await.status,
        StatusCode::NOT_FOUND
    );
    let folder = tempfile::tempdir().unwrap();
    with_a_film(folder.path());
    let site = serving(Config {
        services: Some(folder.path().to_owned()),
        ..site.portal.config.clone()
    })
    .await;
    let browser = site.browser();
    let shown = browser.open(&page).await;
    let words = shown.text("main");
    assert!(
        words.contains("手语讲解") && words.contains("打到您的账户上。"),
        "{words}"
    );
    assert!(shown.html.contains("1分钟35秒"), "how long it is");
    assert!(shown.html.contains("preload=\"none\"") && !shown.html.contains("autoplay"));
    let policy = shown.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("media-src 'self'"), "{policy}");

    let client = client().build().unwrap();
    let film = format!("{}{page}/sign/sign.mp4", site.url);
    let whole = client.get(&film).send().await.unwrap();
    assert_eq!(whole.headers()[CONTENT_TYPE], "video/mp4");
    assert_eq!(whole.bytes().await.unwrap(), VIDEO);
    let part = client.get(&film).header(RANGE, "bytes=4-7").send().await.unwrap();
    assert_eq!(part.status(), StatusCode::PARTIAL_CONTENT);
    assert!(
        part.headers()[CONTENT_RANGE]
            .to_str()
            .unwrap()
            .starts_with("bytes 4-7/")
    );
    assert_eq!(part.bytes().await.unwrap().as_ref(), b"ftyp");
    let captions = browser.get(&format!("{page}/sign/sign.zh-CN.vtt")).await;
    assert_eq!(captions.headers[CONTENT_TYPE], "text/vtt; charset=utf-8");
    for beside in ["sign.toml", "service.toml", "..%2Fsign.toml", "..%2F..%2Fkeys"] {
        let other = browser.get(&format!("{page}/sign/{beside}")).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND, "{beside}");
    }
}

async fn administrators_see_what_lacks(site: Site) {
    let administrator = officer(&site, Role::Administrator, COUNTY).await;
    let before = administrator.browser.open("/office/services").await;
    let words = before.text("main");
    assert!(
        words.contains("重度残疾人护理补贴") && words.matches("还没有").count() >= 2,
        "{words}"
    );
    assert!(
        words.contains("湖南省"),
        "its limits of days rest on nothing verified: {words}"
    );
    let jobs = administrator.browser.open("/office/jobs").await;
    assert!(jobs.html.contains("href=\"/office/services\""));
}

#[test]
fn a_film_that_is_not_there_stops_the_start_with_its_place() {
    let wrong = |break_it: &dyn Fn(&Path)| {
        let folder = tempfile::tempdir().unwrap();
        with_a_film(folder.path());
        break_it(&folder.path().join(SERVICE));
        load(Some(folder.path())).unwrap_err().to_string()
    };
    let no_film = wrong(&|inside| std::fs::remove_file(inside.join("sign.mp4")).unwrap());
    assert!(
        no_film.contains("care_subsidy/sign.toml:1:") && no_film.contains("no file of this name"),
        "{no_film}"
    );
    let no_captions = wrong(&|inside| std::fs::write(inside.join("sign.zh-CN.vtt"), "1\n00:00 --> 00:02").unwrap());
    assert!(
        no_captions.contains("sign.toml:2:") && no_captions.contains("WEBVTT"),
        "{no_captions}"
    );
    let no_words = wrong(&|inside| std::fs::remove_file(inside.join("sign.zh-CN.ftl")).unwrap());
    assert!(no_words.contains("film-care-subsidy"), "{no_words}");
}
