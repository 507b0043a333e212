use leptos::prelude::*;
use scraper::ElementRef;

use super::{Display, Does, Frame, Page, Reader, Section, Told, document};
use crate::catalogue::service::Office;
use crate::components::form;
use crate::structure::{faults_of_document, whole};
use crate::text::{Language, Level, Name, texts_shipped};

fn shown(language: Language, display: Display, path: &str) -> String {
    shown_as(language, Level::Standard, display, path)
}

fn shown_as(language: Language, level: Level, display: Display, path: &str) -> String {
    let texts = texts_shipped().unwrap();
    let frame = Frame {
        display,
        path,
        style_href: "/style.css",
        ..Frame::default()
    };
    let page = Page::new("测试".to_owned(), view! { <h1>"测试"</h1> }).in_section(Section::Services);
    document(&frame, texts.of(language, level), page)
}

#[test]
fn the_frame_is_well_built_in_both_languages() {
    for language in Language::ALL {
        let html = shown(language, Display::default(), "/services");
        assert_eq!(faults_of_document(&html), Vec::<String>::new(), "{html}");
        let page = whole(&html);
        assert_eq!(page.attribute("html", "lang").as_deref(), Some(language.code()));
        assert_eq!(
            page.text(".site-nav [aria-current]"),
            page.text(".site-nav a[href='/services']")
        );
    }
    assert!(shown(Language::ZhCn, Display::default(), "/").contains("<title>测试 — 直达 · 湖南残疾人服务</title>"));
}

#[test]
fn what_the_visitor_chose_stands_on_the_root_and_the_rest_follows_the_system() {
    let html = shown(Language::ZhCn, Display::from_cookie("contrast.200.simple"), "/");
    assert!(html.contains(r#"<html lang="zh-CN" data-theme="contrast" data-text="200" data-view="simple">"#));
    let html = shown(Language::ZhCn, Display::default(), "/");
    assert!(html.contains("<html lang=\"zh-CN\"><head>"));
}

#[test]
fn the_display_bar_says_what_is_on_and_turns_it_round() {
    let toggles = |language, level, path| -> Vec<String> {
        let page = whole(&shown_as(language, level, Display::from_cookie("150.dark"), path));
        let buttons = page.all(".display-bar-modes button");
        let said = |button: &ElementRef<'_>| {
            ["name", "value", "aria-pressed"]
                .map(|name| button.attr(name).unwrap())
                .join(" ")
        };
        buttons.iter().map(said).collect()
    };
    let always = ["text 100 true", "theme contrast false", "view simple false"];
    let with = |level| [always.as_slice(), &[level]].concat();
    assert_eq!(toggles(Language::ZhCn, Level::Standard, "/"), with("level easy false"));
    assert_eq!(
        toggles(Language::ZhCn, Level::Easy, "/cases"),
        with("level standard true")
    );
    // Easy words are Chinese, and a resident's.
    assert_eq!(toggles(Language::En, Level::Easy, "/"), always);
    assert_eq!(toggles(Language::ZhCn, Level::Easy, "/office"), always);

    let page = whole(&shown(Language::ZhCn, Display::default(), "/"));
    assert_eq!(page.attribute("[name=language]", "value").as_deref(), Some("en"));
    assert_eq!(page.attribute("[name=language]", "lang").as_deref(), Some("en"));
}

#[test]
fn the_simple_view_begins_with_a_telephone_and_the_window_of_the_place() {
    let texts = texts_shipped().unwrap();
    let office = Office {
        name: Name::only("平江县残联"),
        address: Name::only("平江县汉昌街道1号"),
        hours: Name::only("工作日9点到17点"),
        phone: "07306220000".to_owned(),
    };
    let shown = |path, modes, window| {
        let frame = Frame {
            display: Display::from_cookie(modes),
            path,
            style_href: "/style.css",
            window,
            ..Frame::default()
        };
        let page = Page::new("测试".to_owned(), view! { <h1>"测试"</h1> });
        let html = document(&frame, texts.of(Language::ZhCn, Level::Standard), page);
        assert_eq!(faults_of_document(&html), Vec::<String>::new(), "{html}");
        whole(&html)
    };
    let page = shown("/services", "simple", Some(&office));
    let calls = page.all("header ~ aside:has(~ main) a[href^='tel:']").into_iter();
    assert_eq!(
        calls.map(|call| call.attr("href").unwrap()).collect::<Vec<_>>(),
        ["tel:12385", "tel:07306220000"]
    );
    assert!(
        page.text("aside")
            .contains("平江县残联在平江县汉昌街道1号，工作日9点到17点开门。")
    );
    let unchosen = shown("/services", "simple", None);
    assert_eq!(unchosen.count("aside:has(~ main) a[href='/help#window']"), 1);
    assert_eq!(shown("/services", "", Some(&office)).count("aside"), 0);
    assert_eq!(
        shown("/office", "simple", None).count("aside"),
        0,
        "officers are the window"
    );
}

#[test]
fn a_machine_in_a_hall_can_be_wiped_and_covers_itself() {
    let texts = texts_shipped().unwrap();
    for language in Language::ALL {
        let frame = Frame {
            path: "/services",
            style_href: "/style.css",
            kiosk: true,
            ..Frame::default()
        };
        let page = Page::new("测试".to_owned(), view! { <h1>"测试"</h1> });
        let html = document(&frame, texts.of(language, Level::Standard), page);
        assert_eq!(faults_of_document(&html), Vec::<String>::new(), "{html}");
        let page = whole(&html);
        assert_eq!(page.count("html[data-kiosk]"), 1);
        assert_eq!(page.count(".kiosk:has(~ main) form[action='/account/sign-out']"), 1);
        assert_eq!(page.count("body > .kiosk-covers form[action='/account/sign-out']"), 1);
        assert_eq!(page.count("body > .kiosk-warns input[type=checkbox]"), 1);
    }
}

#[test]
fn every_way_of_the_bar_comes_back_to_the_page() {
    let path = "/services/living_subsidy?place=430626&q=平";
    let page = whole(&shown(Language::ZhCn, Display::default(), path));
    assert!(
        page.all(".display-bar [name=return]")
            .iter()
            .all(|input| input.attr("value") == Some(path))
    );
    assert_eq!(page.count(".display-bar form [name=return]"), 2);
    assert_eq!(
        page.attribute(".display-bar a", "href").as_deref(),
        Some("/display?return=/services/living_subsidy%3Fplace%3D430626%26q%3D%E5%B9%B3"),
    );
}

#[test]
fn where_what_is_typed_is_kept_the_bar_sends_it_along_and_enter_does_not_press_it() {
    let texts = texts_shipped().unwrap();
    let frame = Frame {
        path: "/apply/1/person",
        style_href: "/style.css",
        ..Frame::default()
    };
    let go_on = || view! { <button type="submit">"继续"</button> }.into_any();
    let page = |text| {
        let form = form::post_kept("/apply/1/person", Vec::new(), go_on());
        let page = Page::new("测试".to_owned(), view! { <h1>"测试"</h1>{form} }).keeping_what_is_typed();
        document(&frame, text, page)
    };
    let html = page(texts.of(Language::ZhCn, Level::Standard));
    assert_eq!(faults_of_document(&html), Vec::<String>::new(), "{html}");
    let page = whole(&html);
    assert_eq!(page.count(".display-bar form"), 0);
    let buttons = page.all(".display-bar button[name]");
    assert_eq!(buttons.len(), 6, "the way to all settings as well");
    for button in buttons {
        assert_eq!(button.attr("form"), Some(form::KEPT));
        assert_eq!(button.attr("formaction"), Some("/display?return=/apply/1/person"));
    }
    let first = page.all("[form=kept]")[0];
    assert_eq!((first.attr("name"), first.attr("aria-hidden")), (None, Some("true")));
    assert_eq!(
        page.attribute("#kept", "action").as_deref(),
        Some("/apply/1/person#errors")
    );
}

#[test]
fn nothing_that_was_typed_becomes_markup() {
    let html = shown(Language::ZhCn, Display::default(), r#"/"><script>alert(1)</script>"#);
    assert!(!html.contains("<script"));
    let page = Page::new("</title><script>".to_owned(), view! { <h1>{"<b>".to_owned()}</h1> });
    let texts = texts_shipped().unwrap();
    let frame = Frame {
        display: Display::default(),
        path: "/",
        style_href: "/style.css",
        ..Frame::default()
    };
    let html = document(&frame, texts.of(Language::En, Level::Standard), page);
    assert!(!html.contains("<script") && !html.contains("<b>"));
}

#[test]
fn the_working_side_says_whose_desk_it_is_and_lets_go() {
    let texts = texts_shipped().unwrap();
    let office = Name {
        zh: "平江县民政局".to_owned(),
        en: Some("Pingjiang County Civil Affairs".to_owned()),
    };
    let desk = |path, reader| {
        let frame = Frame {
            display: Display::default(),
            path,
            style_href: "/style.css",
            reader,
            ends_in: Some(10),
            ..Frame::default()
        };
        let page = Page::new("待办".to_owned(), view! { <h1>"待办"</h1> }).in_section(Section::Queue);
        document(&frame, texts.of(Language::ZhCn, Level::Standard), page)
    };
    let officer = Reader::Officer {
        name: "吴敏",
        office: &office,
        does: Does {
            casework: true,
            audit: false,
            jobs: false,
        },
    };
    let html = desk("/office?stage=township_review", officer);
    assert_eq!(faults_of_document(&html), Vec::<String>::new(), "{html}");
    let page = whole(&html);
    assert_eq!(page.attribute("body", "class").as_deref(), Some("area-work"));
    assert_eq!(page.text(".wordmark-field"), "平江县民政局 · 吴敏");
    assert_eq!(page.text(".site-nav [aria-current]"), "待办");
    assert_eq!(page.count("form[action='/office/sign-out'] button"), 1);
    let page = whole(&desk("/office/sign-in", Reader::Visitor));
    assert_eq!(page.text(".wordmark-field"), "工作人员");
    assert_eq!(page.count(".site-nav"), 0);
    let page = whole(&desk("/offices", officer));
    assert_eq!(page.attribute("body", "class"), None);
}

#[test]
fn who_is_signed_in_can_leave_and_is_told_before_it_ends() {
    let texts = texts_shipped().unwrap();
    let shown = |reader, ends_in| {
        let frame = Frame {
            path: "/services",
            style_href: "/style.css",
            reader,
            ends_in,
            ..Frame::default()
        };
        let page = Page::new("测试".to_owned(), view! { <h1>"测试"</h1> });
        let html = document(&frame, texts.of(Language::ZhCn, Level::Standard), page);
        assert_eq!(faults_of_document(&html), Vec::<String>::new(), "{html}");
        whole(&html)
    };
    let page = shown(Reader::Visitor, None);
    assert_eq!(page.text(".site-nav a[href='/account/sign-in']"), "登录");
    assert_eq!(page.count(".site-header form, .session-ends"), 0);
    let page = shown(Reader::Account, Some(10));
    assert_eq!(page.count(".site-nav a[href='/account']"), 1);
    assert_eq!(page.count(".site-header form[action='/account/sign-out']"), 1);
    assert!(page.text(".session-ends h2").contains("10分钟"), "found by headings");
    assert_eq!(
        page.attribute(".session-ends form [name=return]", "value").as_deref(),
        Some("/services")
    );
}

#[test]
fn a_guest_has_the_code_and_a_way_out_below_the_page_and_hears_what_was_lost() {
    let texts = texts_shipped().unwrap();
    for (language, code) in Language::ALL.into_iter().zip([Some("K7MP 3WQ9 AB"), None]) {
        let frame = Frame {
            path: "/apply/1/contact",
            style_href: "/style.css",
            guest: true,
            told: Told {
                lost: true,
                stayed: true,
            },
            ..Frame::default()
        };
        let page = Page::new("测试".to_owned(), view! { <h1>"测试"</h1> }).come_back_to_with(code.map(str::to_owned));
        let html = document(&frame, texts.of(language, Level::Standard), page);
        assert_eq!(faults_of_document(&html), Vec::<String>::new(), "{html}");
        let page = whole(&html);
        assert_eq!(page.count("aside form[action='/account/sign-out'] button"), 1);
        assert_eq!(page.text("aside").contains("K7MP 3WQ9 AB"), code.is_some());
        assert_eq!(page.count(".session-ends .notice-wait h2"), 1);
        assert_eq!(page.count("#stayed .notice-ok h2"), 1);
    }
}
