use zhida::message::News;

use super::outside::{letter, letter_words, mail, short_message};
use super::samples::{messages, one};
use super::*;
use crate::samples;
use crate::structure::whole;
use crate::text::{Language, Level, texts_shipped};

#[test]
fn every_news_has_words_in_every_language() {
    for language in [Language::ZhCn, Language::En] {
        for news in News::ALL {
            let page = whole(&samples::shown(language, |text| one::page(text, &one(*news))));
            let main = page.text("main");
            assert!(!main.contains("message-") && !main.contains('{'), "{news}: {main}");
        }
    }
}

#[test]
fn how_many_are_new_is_said_in_words() {
    let page = whole(&samples::shown(Language::ZhCn, |text| list::page(text, &messages())));
    assert!(page.text(".lead").contains("有2条新消息"));
    let tags: Vec<String> = page
        .all(".case-list .tag")
        .iter()
        .map(|tag| tag.text().collect())
        .collect();
    assert_eq!(tags, ["没看过", "没看过", "看过了"]);
}

/// What others of the house must not read.
const FORBIDDEN: &[&str] = &[
    "残",
    "障",
    "补贴",
    "护理",
    "救助",
    "低保",
    "困难",
    "申请",
    "决定",
    "材料",
    "钱",
    "元",
    "辅具",
    "法律",
    "精神",
    "智力",
    "证",
    "disab",
    "subsid",
    "benefit",
    "allowance",
    "care",
    "aid",
    "applic",
    "decision",
    "paper",
    "money",
    "yuan",
    "legal",
    "mental",
    "certificate",
    "case",
];

#[test]
fn what_goes_outside_never_says_what_it_is_about() {
    let texts = texts_shipped().unwrap();
    for language in [Language::ZhCn, Language::En] {
        let text = texts.of(language, Level::Standard);
        let site = "https://zhida.example.cn";
        let (subject, words) = mail(text, site);
        let page = letter(text, ("刘春燕", "平江县汉昌街道1号"), &letter_words(text, site));
        let code = outside::code(text, "7KQ2M-X9F3H");
        for said in [short_message(text, site), subject, words, code, page.clone()] {
            let said = said.to_lowercase();
            for word in FORBIDDEN {
                assert!(!said.contains(word), "{word}: {said}");
            }
        }
        assert!(page.starts_with("<!doctype html>") && page.contains("刘春燕"));
        let short = short_message(text, site);
        assert!(short.contains(site) && short.contains("12345"), "{short}");
    }
}

#[test]
fn a_letter_is_safe_from_what_stands_in_an_address() {
    let texts = texts_shipped().unwrap();
    let text = texts.of(Language::ZhCn, Level::Standard);
    let page = letter(text, ("刘春燕", "</address><script>"), &[]);
    assert!(!page.contains("<script>"), "{page}");
}
