use zhida::aloud::Tongue;
use zhida::letter::{Block, Side};

use super::samples::PAGES;
use crate::frame::Display;
use crate::structure::{Part, whole};
use crate::text::{Language, Level};

fn shown_in(language: Language, name: &str) -> Part {
    let (_, page) = PAGES.iter().find(|sample| sample.0 == name).unwrap();
    whole(&crate::samples::shown(language, page))
}

fn shown(name: &str) -> Part {
    shown_in(Language::ZhCn, name)
}

#[test]
fn a_grant_says_how_much_from_when_why_and_how_to_contest() {
    let page = shown("letter");
    assert_eq!(page.text("article h1"), "困难残疾人生活补贴审定决定书");
    assert_eq!(page.text(".letter-number"), "平民残补〔2025〕317号");
    let sum = page.text(".letter-sum");
    for said in ["每月70元", "2025年6月", "尾号5526的一卡通", "共210元", "2025年8月1日"] {
        assert!(sum.contains(said), "{said}: {sum}");
    }
    assert!(page.text(".conditions .basis").contains("湘政发〔2015〕54号"));
    let whole = page.text("article");
    for said in ["60日以内", "Pingjiang", "行政复议法"] {
        assert_eq!(whole.contains(said), said != "Pingjiang", "{said}");
    }
    assert!(page.text(".letter-sign").contains("2025年7月25日"));
    assert!(page.text("article").contains("430626********9997"));
}

#[test]
fn a_refusal_says_how_it_could_be_otherwise_and_the_last_day_to_contest() {
    let page = shown("letter-refused");
    assert_eq!(
        page.text(".letter-sum"),
        "这次不给困难残疾人生活补贴。",
        "no account, no notice"
    );
    assert!(page.text("article").contains("陈志强2025年6月18日替您申请"));
    assert!(page.text("article").contains("到2025年9月23日为止"));
    assert!(page.text("article").contains("您家被认定为低保家庭"));
    assert_eq!(
        page.count(".conditions .basis"),
        0,
        "what nobody verified never stands as law"
    );
    assert_eq!(page.text(".said"), "您家没有享受低保。<b>");
    let whole = page.text("article");
    for said in ["经查明", "谢德明", "周敏", "六个月", "《中华人民共和国行政诉讼法》"] {
        assert!(whole.contains(said), "{said}: {whole}");
    }
}

#[test]
fn a_receipt_says_that_a_day_may_move_while_next_years_holidays_are_not_announced() {
    let says = shown("receipt").text("article");
    assert!(says.contains("明年的节假日还没有公布，日子可能差一两天。"), "{says}");
}

#[test]
fn no_payment_is_promised_without_an_account_nor_before_the_public_notice() {
    let none = shown("letter-partial").text(".letter-sum");
    assert!(none.contains("还没有收钱的账户") && !none.contains("到账"), "{none}");
    let noticed = shown("letter").text(".letter-sum");
    let (notice, first) = (
        noticed.find("按规定公示到"),
        noticed.find("公示没有异议的话，第一次最晚"),
    );
    assert!(notice.is_some() && notice < first, "{noticed}");
}

#[test]
fn easy_words_say_that_they_are_not_the_original_and_say_as_much() {
    let (_, page) = PAGES.iter().find(|sample| sample.0 == "letter").unwrap();
    let easy = crate::samples::shown_as(Language::ZhCn, Level::Easy, Display::default(), page);
    let easy = whole(&easy);
    assert!(easy.text("article .hint").contains("算数的是原文"));
    let letter = easy.text("article");
    for said in [
        "每月70元",
        "2025年6月",
        "5526",
        "210元",
        "2025年8月1日",
        "60日以内",
        "湘政发〔2015〕54号",
        "行政复议法",
    ] {
        assert!(letter.contains(said), "{said}: {letter}");
    }
}

#[test]
fn a_paper_for_hands_has_room_where_nothing_is_known() {
    let page = shown("record");
    assert_eq!(page.text("article h1"), "转办函");
    let cells = page.all("tbody td");
    let cells: Vec<String> = cells.iter().map(|cell| cell.text().collect()).collect();
    assert_eq!(cells, ["GZ20250618", "", "", "日期："]);
    assert_eq!(page.count("td .letter-room"), 1);
    let (caption, sign) = (page.count("table caption"), page.text(".letter-sign"));
    assert!(caption == 2 && sign.contains("2025年"), "{sign}");
}

#[test]
fn a_translation_says_that_it_is_one() {
    let page = shown_in(Language::En, "letter");
    assert!(page.text("article .hint").contains("translation"));
    assert_eq!(page.attribute(".letter-body span", "lang").as_deref(), Some("zh-CN"));
    assert_eq!(shown("letter").count("article .hint"), 0);
}

#[test]
fn only_the_paper_is_printed() {
    let page = shown("missing");
    assert_eq!(page.count(".hint.no-print, p.no-print"), 2);
    assert_eq!(page.count("ol.letter-sum > li"), 2, "one complete list");
    assert!(page.text("article").contains("以后不再要别的"));
}

#[test]
fn the_form_holds_answers_and_opinions_and_leaves_room_for_every_hand() {
    let page = shown("form");
    assert_eq!(page.count("table"), 1, "one table, as on paper");
    assert_eq!(page.text("tbody:nth-of-type(1) tr:nth-child(2) td"), "陈德明");
    let opinions = page.text("tbody:nth-of-type(3)");
    for said in ["困难残疾人生活补贴", "每月70元，从2025年6月", "周敏，2025年6月30日"] {
        assert!(opinions.contains(said), "{said}: {opinions}");
    }
    assert_eq!(page.count(".letter-opinion"), 2);
    assert_eq!(
        page.count(".letter-opinion .letter-blank"),
        4,
        "signature and seal, also where it was said online"
    );
    assert_eq!(page.count(".letter-sign"), 0);
    let page = shown("form-blank");
    assert_eq!(page.text("tbody:nth-of-type(1) tr:nth-child(2) td"), "");
    assert_eq!(
        page.count(".letter-applicant .letter-blank"),
        2,
        "room for the applicant's hand"
    );
}

#[test]
fn a_notice_shows_what_the_rules_ask_for_and_no_more() {
    let page = shown("notices");
    assert_eq!(page.text("tbody th"), "陈*明");
    let row = page.text("tbody tr");
    assert!(!row.contains("4306") && !row.contains("ZD"), "{row}");
    assert_eq!(page.attribute("tbody a", "href").as_deref(), Some("/notices/430626/n1"));
    assert_eq!(shown("notices-none").count("table"), 0);
}

#[test]
fn an_objection_needs_words_but_no_name() {
    let page = shown("object");
    assert!(page.attribute("#why", "required").is_some());
    assert!(page.attribute("#contact", "required").is_none());
    assert_eq!(shown("object-errors").count("#errors li"), 2);
}

#[test]
fn the_chinese_letter_of_authority_is_the_one_that_is_signed() {
    let sample = PAGES.iter().find(|sample| sample.0 == "authority").unwrap().1;
    let chinese = whole(&crate::samples::shown(Language::ZhCn, sample));
    assert_eq!(chinese.count("article.letter"), 1);
    assert_eq!(chinese.count("#translation"), 0);
    assert_eq!(
        chinese.count("article.letter .letter-blank"),
        3,
        "two hands, and witnesses"
    );
    let english = whole(&crate::samples::shown(Language::En, sample));
    assert_eq!(english.count("section.no-print #translation"), 1, "read, not printed");
    assert!(english.text("article.letter[lang=zh-CN]").contains("授权委托书"));
    assert!(!english.text("section.no-print").contains("授权委托书"));
}

#[test]
fn what_a_government_said_comes_with_what_follows_and_the_way_to_court() {
    let page = shown("reconsidered");
    assert_eq!(page.text("article h1"), "行政复议结果告知书");
    assert!(page.text(".letter-sum").contains("平政复决〔2025〕12号"));
    assert_eq!(page.text(".said"), "您家6月就在吃低保，没有查清。<b>");
    let whole = page.text("article");
    for said in [
        "别的人重新作决定，最晚2025年9月30日",
        "每月50元照发",
        "15日以内",
        "12348",
    ] {
        assert!(whole.contains(said), "{said}: {whole}");
    }
    let changed = shown("reconsidered-changed").text("article");
    for said in ["每月70元，从2025年6月", "共250元", "到2025年9月28日为止"] {
        assert!(changed.contains(said), "{said}: {changed}");
    }
    let open = shown("reconsidered-not-taken-up").text("article");
    assert!(open.contains("到2025年9月23日为止，还可以再申请"), "{open}");
}

/// The samples that are letters to somebody.
const LETTERS: [&str; 8] = [
    "letter",
    "letter-refused",
    "letter-partial",
    "reconsidered",
    "reconsidered-changed",
    "receipt",
    "missing",
    "record",
];

fn written_of(language: Language, level: Level, name: &str) -> zhida::letter::Written {
    let texts = crate::samples::texts();
    let text = texts.of(language, level);
    let (_, page) = PAGES.iter().find(|sample| sample.0 == name).unwrap();
    super::written(text, page(text)).unwrap()
}

/// The text of an element without what is not printed, or not read.
fn printed(element: scraper::ElementRef<'_>) -> String {
    let left_out = |element: &scraper::ElementRef<'_>| {
        element.attr("aria-hidden") == Some("true") || crate::aloud::is_beside(*element)
    };
    let children = element.children().map(|child| match scraper::ElementRef::wrap(child) {
        Some(element) if left_out(&element) => String::new(),
        Some(element) => printed(element),
        None => child.value().as_text().map(|text| text.to_string()).unwrap_or_default(),
    });
    children.collect()
}

#[test]
fn every_word_of_a_letter_is_taken_once_and_in_order() {
    let squeezed = |text: &str| -> String { text.chars().filter(|one| !one.is_whitespace()).collect() };
    for name in LETTERS {
        for language in Language::ALL {
            let page = shown_in(language, name);
            // What is printed of the page is the letter.
            let printed = squeezed(&printed(page.all("article.letter")[0]));
            let written = written_of(language, Level::Standard, name);
            let taken: String = written.words().map(|words| squeezed(&words.text)).collect();
            assert_eq!(taken, printed, "{name} {language:?}");
        }
    }
}

#[test]
fn plain_text_says_amount_days_reasons_and_the_time_to_contest() {
    for level in [Level::Standard, Level::Easy] {
        let granted = written_of(Language::ZhCn, level, "letter").plain();
        for said in [
            "70元",
            "2025年6月",
            "210元",
            "2025年8月1日",
            "60日以内",
            "湘政发〔2015〕54号",
            "2025年7月25日",
        ] {
            assert!(granted.contains(said), "{said}: {granted}");
        }
    }
    let refused = written_of(Language::ZhCn, Level::Standard, "letter-refused");
    let plain = refused.plain();
    for said in [
        "这次不给",
        "您家没有享受低保。<b>",
        "陈志强2025年6月18日替您申请",
        "60日以内",
    ] {
        assert!(plain.contains(said), "{said}: {plain}");
    }
    assert!(
        plain.contains("2025年9月23日"),
        "the last day, once it is known: {plain}"
    );
    let before = written_of(Language::ZhCn, Level::Standard, "letter").plain();
    assert!(!before.contains("为止"), "{before}");
    let kinds = |wanted: fn(&Block) -> bool| refused.blocks.iter().filter(|block| wanted(block)).count();
    assert_eq!(kinds(|block| matches!(block, Block::Title(_))), 1);
    assert!(kinds(|block| matches!(block, Block::Heading(_))) >= 3);
    assert!(kinds(|block| matches!(block, Block::List { .. })) >= 2);
    assert_eq!(kinds(|block| matches!(block, Block::Said(_))), 1);
    assert!(
        kinds(|block| matches!(block, Block::Paragraph(_, Side::End))) >= 3,
        "seal, office, day"
    );
}

#[test]
fn the_forms_of_a_letter_stand_below_it_and_what_is_missing_is_said() {
    let page = shown("letter-offers");
    assert_eq!(
        page.count("article.letter + section.no-print h2#formats"),
        1,
        "not printed"
    );
    assert_eq!(page.count("section[aria-labelledby=formats] li a"), 6);
    let says = page.text("section[aria-labelledby=formats]");
    assert!(says.contains("盲文") && says.contains("12385"), "{says}");
    let braille = shown("letter-braille");
    assert_eq!(braille.attribute(".braille", "lang").as_deref(), Some("zh-Brai"));
    assert_eq!(braille.count(".braille p"), 1, "free lines are for paper");
    assert_eq!(shown("letter-cannot").count("main a.back"), 1);
}

#[test]
fn a_table_keeps_its_rows_and_words_in_another_language_say_so() {
    let record = written_of(Language::ZhCn, Level::Standard, "record");
    let tables: Vec<_> = record
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Table { .. }))
        .collect();
    assert_eq!(tables.len(), 2);
    assert!(record.plain().contains("：GZ20250618"), "{}", record.plain());
    let english = written_of(Language::En, Level::Standard, "letter");
    assert_eq!(english.tongue, Tongue::English);
    let office = english.words().next().unwrap();
    assert_eq!((office.tongue, office.text.as_str()), (Tongue::Chinese, "平江县民政局"));
}
