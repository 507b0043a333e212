use super::samples as samples_of;
use super::settings::{self, Settings};
use super::sign_up::{self, SignUp};
use super::{Entries, codes, home, password, sign_in, staff};
use crate::frame::{Display, Page};
use crate::samples;
use crate::structure::whole;
use crate::text::{Language, Level, Text};

#[test]
fn what_is_chosen_is_marked_and_every_choice_is_understood() {
    let chosen = Display::from_cookie("dark.200.wide.simple.still");
    let html = samples::shown_as(Language::ZhCn, Level::Easy, chosen, |text| {
        settings::page(
            text,
            &Settings {
                display: chosen,
                return_to: "/services?a=1".to_owned(),
                saved: false,
            },
        )
    });
    let page = whole(&html);
    let mut read = Display::default();
    for input in page.all("main input[checked]") {
        read.choose(input.attr("name").unwrap(), input.attr("value").unwrap());
    }
    assert_eq!(read, chosen);
    assert_eq!(
        page.attribute("[name=level][checked]", "value").as_deref(),
        Some("easy")
    );
    assert_eq!(
        page.attribute("[name=language][checked]", "value").as_deref(),
        Some("zh-CN")
    );
    assert_eq!(
        page.attribute("main form [name=return]", "value").as_deref(),
        Some("/services?a=1")
    );
    for input in page.all("main input[type=radio]") {
        let (name, value) = (input.attr("name").unwrap(), input.attr("value").unwrap());
        let mut display = chosen;
        display.choose(name, value);
        let known = match name {
            "language" => Language::parse(value).is_some(),
            "level" => Level::parse(value).is_some(),
            // The value either is what was chosen already, or changes it.
            _ => display != chosen || input.attr("checked").is_some(),
        };
        assert!(known, "{name} = {value}");
    }
    assert_eq!(
        page.attribute("main [lang=en]", "lang").as_deref(),
        Some("en"),
        "English is marked as such"
    );
}

#[test]
fn what_password_managers_need_is_there_and_nothing_must_be_remembered() {
    let token = |page: fn(Text<'_>) -> Page, input: &str| {
        whole(&samples::shown(Language::ZhCn, page)).attribute(input, "autocomplete")
    };
    let sign_in = |text: Text<'_>| sign_in::page(text, &samples_of::sign_in(Entries::default(), None));
    assert_eq!(token(sign_in, "#name").as_deref(), Some("username"));
    assert_eq!(token(sign_in, "#password").as_deref(), Some("current-password"));
    let change = |text: Text<'_>| password::page(text, &Entries::default());
    assert_eq!(token(change, "#new-password").as_deref(), Some("new-password"));
    let code = |text: Text<'_>| staff::code::page(text, &Entries::default(), "wumin");
    assert_eq!(token(code, "#code").as_deref(), Some("one-time-code"));
}

#[test]
fn a_password_is_hidden_until_the_visitor_wants_to_see_it() {
    let shown = |entries: Entries| {
        let html = samples::shown(Language::ZhCn, |text| {
            sign_up::page(
                text,
                &SignUp {
                    entries: entries.clone(),
                    sign_in: "/account/sign-in".to_owned(),
                },
            )
        });
        whole(&html)
    };
    let page = shown(Entries::default());
    assert_eq!(page.attribute("#new-password", "type").as_deref(), Some("password"));
    assert_eq!(page.attribute("[name=show]", "value").as_deref(), Some("1"));
    assert_eq!(
        page.text("main form button:first-of-type"),
        "注册",
        "what Enter presses"
    );
    let page = shown(samples_of::wrong_sign_up());
    assert_eq!(page.attribute("#new-password", "type").as_deref(), Some("text"));
    assert_eq!(page.attribute("[name=show]", "value").as_deref(), Some("0"));
    assert_eq!(page.attribute("[name=shown]", "value").as_deref(), Some("1"));
    assert_eq!(
        page.attribute("#new-password", "value").as_deref(),
        Some("woaini1314520")
    );
    assert_eq!(
        page.text("#errors a[href='#name']"),
        page.text("#name-error").replace("错误：", "")
    );
    assert_eq!(page.count("#errors a"), 2);
}

#[test]
fn what_was_typed_never_shows_itself_in_logs() {
    assert!(!format!("{:?}", samples_of::wrong_sign_up()).contains("woaini"));
}

#[test]
fn codes_are_text_to_print_copy_and_keep() {
    let model = samples_of::codes(true);
    let page = whole(&samples::shown(Language::ZhCn, |text| codes::page(text, &model)));
    assert_eq!(page.count("ol.codes > li"), 8);
    assert_eq!(page.text("ol.codes > li"), model.codes[0]);
    assert_eq!(
        page.attribute("main a[href$='.txt']", "href").as_deref(),
        Some("/account/codes.txt")
    );
    let texts = samples::texts();
    let file = codes::file(texts.of(Language::ZhCn, Level::Standard), &model);
    assert!(
        model.codes.iter().all(|code| file.contains(&format!("\r\n{code}\r\n"))),
        "{file}"
    );
}

#[test]
fn the_account_says_where_it_is_signed_in() {
    let model = samples_of::home(None);
    let page = whole(&samples::shown(Language::ZhCn, |text| home::page(text, &model)));
    let words = page.text("main");
    assert!(words.contains("安卓手机或平板，微信") && words.contains("Windows电脑，Edge"));
    assert!(words.contains("2025年6月18日 10:05登录"));
    assert_eq!(page.count("form[action='/account/end-others#errors'] button"), 1);
    assert!(words.contains("汉昌街道便民服务中心核对过身份"));
}

#[test]
fn the_secret_is_text_and_the_picture_only_repeats_it() {
    let model = samples_of::set_up();
    let page = whole(&samples::shown(Language::ZhCn, |text| {
        staff::set_up::page(text, &model)
    }));
    assert_eq!(page.text("main .digits"), model.secret);
    assert_eq!(page.attribute("svg.qr", "aria-hidden").as_deref(), Some("true"));
    assert_eq!(page.count("main a[href^='otpauth:']"), 1);
}

/// WCAG 3.3.8 and 3.3.9: a password manager or the device fills in all of it; nothing is to be recognised or solved.
#[test]
fn whoever_signs_in_may_have_everything_filled_in() {
    let mut seen = std::collections::BTreeSet::new();
    for (name, sample) in samples_of::PAGES {
        let page = whole(&samples::shown(Language::ZhCn, sample));
        for way in ["/account/sign-in", "/office/sign-in", "/account/recover"] {
            for input in page.all(&format!("main form[action^='{way}'] input:not([type=hidden])")) {
                let kind = input.attr("autocomplete").unwrap_or_default().to_owned();
                let filled = ["username", "current-password", "new-password", "one-time-code"];
                assert!(filled.contains(&kind.as_str()), "{name}: {}", input.html());
                seen.insert(kind);
            }
        }
        assert_eq!(page.count("main canvas, main audio, main img:not(.qr)"), 0, "{name}");
    }
    assert_eq!(seen.len(), 4, "{seen:?}");
}
