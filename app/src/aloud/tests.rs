use leptos::prelude::*;
use zhida::aloud::{Named, One};

use super::{Audio, blocks};
use crate::frame::{Display, Frame, Page, Reading, render};
use crate::letter::{decision, samples as letters};
use crate::structure::whole;
use crate::text::{Language, Level, texts_shipped};

#[test]
fn what_is_said_is_what_is_read_sentence_by_sentence() {
    let texts = texts_shipped().unwrap();
    let body = view! {
        <nav><a href="/">"首页"</a></nav>
        <h1>"护理补贴"</h1>
        <p>"每月"<strong>"70元"</strong>"。"</p>
        <p>"<ruby>"<ruby>"囧"<rt aria-hidden="true">"jiǒng"</rt></ruby>"先生"</p>
        <ul><li>"身份证"</li><li><span aria-hidden="true">"✔"</span>"残疾人证"</li></ul>
        <p hidden>"没有"</p>
        <form method="post"><button>"申请"</button></form>
    };
    let said = blocks(
        texts.of(Language::ZhCn, Level::Standard),
        Page::new("试".to_owned(), body),
    );
    assert_eq!(
        said,
        ["护理补贴。", "每月70元。", "<ruby>囧先生。", "身份证。", "残疾人证。"]
    );
}

#[test]
fn a_letter_is_heard_from_its_head_to_its_seal_and_nothing_around_it() {
    let texts = texts_shipped().unwrap();
    for language in Language::ALL {
        let text = texts.of(language, Level::Standard);
        let said = blocks(text, decision::page(text, &letters::granted()));
        let all = said.join("");
        assert!(said.len() > 10, "{said:?}");
        assert!(all.contains("陈德明") || language == Language::En, "{all}");
        assert!(!all.contains(&text.get("letter-print")), "{all}");
    }
}

#[test]
fn the_offer_says_that_a_machine_speaks_and_how_large_the_file_is() {
    let audio = Audio::of("/a".to_owned(), "<p title=\"不读\">每月七十元</p>", Language::ZhCn);
    assert_eq!(audio.seconds, 1);
    let audio = Audio { seconds: 125, ..audio };
    let texts = texts_shipped().unwrap();
    for (language, machine) in [(Language::ZhCn, "机器合成"), (Language::En, "machine")] {
        let section = super::section(
            &Frame::default(),
            texts.of(language, Level::Standard),
            Some(audio.clone()),
            &[],
        );
        let html = whole(&render(section));
        let says = html.text(".hint");
        assert!(
            says.contains(machine) && says.contains('3') && says.contains("2.0"),
            "{says}"
        );
        assert_eq!(html.attribute("a", "href").as_deref(), Some("/a"));
    }
}

#[test]
fn reading_aloud_is_offered_to_whom_switched_it_on_and_says_what_works_without_a_voice() {
    let texts = texts_shipped().unwrap();
    let named = [Named {
        name: "单田芳".to_owned(),
        reading: "shàn tián fāng".to_owned(),
    }];
    let shown = |cookie: &str, built: bool, audio: bool| {
        let frame = Frame {
            display: Display::from_cookie(cookie),
            reading: built.then_some(Reading {
                script: "/islands/1.js",
                one: One::Yi,
            }),
            ..Frame::default()
        };
        let audio = audio.then(|| Audio {
            href: "/a".to_owned(),
            seconds: 60,
        });
        let section = super::section(&frame, texts.of(Language::ZhCn, Level::Standard), audio, &named)?;
        Some(whole(&render(section)))
    };
    assert!(shown("", true, false).is_none());
    assert!(shown("simple.silent", true, false).is_none());
    assert_eq!(shown("", true, true).unwrap().count("[data-aloud]"), 0);
    for on in ["aloud", "simple"] {
        let section = shown(on, true, false).unwrap();
        assert_eq!(section.count("[data-aloud][hidden][data-one=yi]"), 1);
        assert_eq!(
            section.count("[data-aloud] button:not([hidden])"),
            3,
            "begin, slower, faster"
        );
        assert_eq!(
            section.attribute("[data-aloud]", "data-names").as_deref(),
            Some("单田芳=shàn tián fāng"),
            "names whose reading is known"
        );
        assert!(section.text("[data-aloud-instead]").contains("12385"));
        assert_eq!(
            section
                .attribute("[data-aloud]", "data-speeds")
                .unwrap()
                .split('|')
                .count(),
            5
        );
    }
    let unbuilt = shown("aloud", false, true).unwrap();
    assert_eq!(unbuilt.count("[data-aloud]"), 0);
    assert_eq!(unbuilt.count("[data-aloud-instead]"), 1);
}
