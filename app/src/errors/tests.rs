use super::{Cause, Failure, Typed, page, turned_away};
use crate::samples;
use crate::structure::whole;
use crate::text::{Language, Level};

#[test]
fn a_failure_says_what_was_kept_and_what_to_do() {
    let failure = Failure {
        cause: Cause::Internal,
        number: Some("E 6294 7385".to_owned()),
        typed: Some(Typed::EarlierPagesSaved),
        again: Some("/apply/1/check".to_owned()),
        by_code: None,
    };
    let page = whole(&samples::shown(Language::ZhCn, |text| page(text, &failure)));
    assert_eq!(page.text("h1"), "我们这边出了问题");
    let words = page.text("main");
    assert!(words.contains("都已经存好") && words.contains("E 6294 7385") && words.contains("12385"));
    assert_eq!(
        page.attribute("main .button", "href").as_deref(),
        Some("/apply/1/check")
    );
    assert!(!words.contains("500"), "no bare codes");
}

#[test]
fn each_cause_has_its_code_and_its_words() {
    let causes = [
        Cause::BadRequest,
        Cause::Forbidden,
        Cause::NotFound,
        Cause::MethodNotAllowed,
        Cause::TooSlow,
        Cause::Conflict,
        Cause::TooLarge,
        Cause::UnsupportedKind,
        Cause::Unprocessable,
        Cause::TooMany { minutes: 5 },
        Cause::Internal,
        Cause::Unavailable,
    ];
    assert_eq!(
        causes.map(Cause::status),
        [400, 403, 404, 405, 408, 409, 413, 415, 422, 429, 500, 503]
    );
    let titles: std::collections::BTreeSet<String> = causes
        .into_iter()
        .map(|cause| {
            let failure = Failure {
                cause,
                number: None,
                typed: None,
                again: None,
                by_code: None,
            };
            whole(&samples::shown(Language::ZhCn, |text| page(text, &failure))).text("h1")
        })
        .collect();
    assert_eq!(titles.len(), causes.len());
}

#[test]
fn whoever_cannot_connect_is_told_in_both_languages() {
    let texts = samples::texts();
    let languages = [Language::ZhCn, Language::En].map(|language| texts.of(language, Level::default()));
    let page = whole(&turned_away(&languages));
    assert_eq!(page.attribute("html", "lang").as_deref(), Some("zh-CN"));
    assert!(page.text("section[lang=zh-CN]").contains("请过几分钟再试"));
    assert!(page.text("section[lang=en]").contains("try again in a few minutes"));
}
