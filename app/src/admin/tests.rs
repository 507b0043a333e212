use zhida::calendar::Instant;
use zhida::feedback::{Reading, State};

use super::asked_why;
use super::audit::{self, Audit, Row, Saw};
use super::feedback;
use super::jobs::{self, Jobs};
use super::kiosk;
use crate::casework::reveal::What;
use crate::question::Problem;
use crate::samples::shown_at_work;
use crate::structure::{faults_of_document, whole};
use crate::text::{Language, Name, Phrase};

fn problem(field: &str, message: &str) -> Problem {
    Problem {
        field: field.to_owned(),
        message: Phrase::new(message),
    }
}

fn sample() -> Audit {
    let row = |what| Row {
        at: Instant::from_epoch_ms(1_750_212_300_000),
        officer: "吴敏".to_owned(),
        office: Some(Name::only("平江县民政局")),
        href: "/office/audit?officer=7".to_owned(),
        what,
        reference: "ZDK7MP3WQ9X".to_owned(),
        township: Name::only("汉昌街道"),
    };
    Audit {
        places: vec![Name::only("平江县"), Name::only("岳阳市")],
        officer: Some(("7".to_owned(), "吴敏".to_owned())),
        reference: "ZD".to_owned(),
        days: [["2025", "11", "1"], ["2025", "11", "31"]].map(|day| day.map(str::to_owned)),
        problems: vec![
            problem(audit::REFERENCE, "admin-audit-reference-wrong"),
            problem(audit::TO, "admin-audit-day-wrong"),
        ],
        revealed: true,
        rows: vec![
            row(Saw::Case),
            row(Saw::Document),
            row(Saw::Values {
                values: vec![What::ResidentId, What::Phone],
                reason: Some("打电话核对".to_owned()),
            }),
            row(Saw::Values {
                values: vec![What::Address],
                reason: None,
            }),
            Row {
                reference: String::new(),
                ..row(Saw::Search {
                    by: Phrase::new("admin-audit-by-name"),
                    found: 3,
                })
            },
        ],
        first: Some("/office/audit".to_owned()),
        further: Some("/office/audit?after=1".to_owned()),
        asked: 1,
    }
}

#[test]
fn the_page_is_well_built_in_both_languages() {
    for language in Language::ALL {
        for model in [sample(), Audit::default()] {
            let html = shown_at_work(language, |text| audit::page(text, &model));
            assert_eq!(faults_of_document(&html), Vec::<String>::new(), "{html}");
            let words: String = whole(&html).all("body")[0].text().collect();
            for junk in ["{$", "¦", "admin-", "casework-"] {
                assert!(!words.contains(junk), "{junk} in {words}");
            }
        }
    }
}

#[test]
fn a_question_why_is_shown_with_its_reading() {
    let row = asked_why::Row {
        id: "0199".to_owned(),
        reference: "ZDK7MP3WQ9X".to_owned(),
        asked: Instant::from_epoch_ms(1_750_212_300_000).date(),
        due: Instant::from_epoch_ms(1_751_212_300_000).date(),
        late: true,
    };
    let values = Saw::Values {
        values: vec![What::ResidentId],
        reason: Some("打电话核对".to_owned()),
    };
    let at = Instant::from_epoch_ms(1_750_212_300_000);
    let open = asked_why::One {
        row: row.clone(),
        seen: Some((at, "吴敏".to_owned(), Some(Name::only("平江县民政局")), values)),
        words: Some("为什么？".to_owned()),
        answer: None,
        may_answer: true,
        hidden: vec![("op".to_owned(), "2".to_owned())],
        typed: String::new(),
        problems: vec![problem(crate::casework::answering::ANSWER, "admin-asked-empty")],
    };
    let answered = asked_why::One {
        seen: None,
        words: None,
        answer: Some((at, "核对户口。".to_owned())),
        problems: Vec::new(),
        ..open.clone()
    };
    let own = asked_why::One {
        may_answer: false,
        problems: Vec::new(),
        ..open.clone()
    };
    for language in Language::ALL {
        let pages = [
            shown_at_work(language, |text| asked_why::list(text, std::slice::from_ref(&row), true)),
            shown_at_work(language, |text| asked_why::list(text, &[], false)),
            shown_at_work(language, |text| asked_why::one(text, &open)),
            shown_at_work(language, |text| asked_why::one(text, &answered)),
            shown_at_work(language, |text| asked_why::one(text, &own)),
        ];
        for html in pages {
            assert_eq!(faults_of_document(&html), Vec::<String>::new(), "{html}");
            let words: String = whole(&html).all("body")[0].text().collect();
            for junk in ["{$", "¦", "admin-", "casework-"] {
                assert!(!words.contains(junk), "{junk} in {words}");
            }
        }
    }
    let page = whole(&shown_at_work(Language::ZhCn, |text| asked_why::one(text, &answered)));
    assert_eq!(page.count("main form"), 0, "it is answered once");
    let page = whole(&shown_at_work(Language::ZhCn, |text| asked_why::one(text, &own)));
    assert_eq!(page.count("main form"), 0, "nobody answers for themselves");
}

#[test]
fn the_page_of_a_machine_in_a_hall_is_well_built() {
    for language in Language::ALL {
        for is_one in [false, true] {
            let html = shown_at_work(language, |text| kiosk::page(text, is_one));
            assert_eq!(faults_of_document(&html), Vec::<String>::new(), "{html}");
            let on = whole(&html).attribute("main [name=on]", "value");
            assert_eq!(on.as_deref(), Some(if is_one { "no" } else { "yes" }));
        }
    }
}

#[test]
fn it_says_who_saw_what_and_why() {
    let page = whole(&shown_at_work(Language::ZhCn, |text| audit::page(text, &sample())));
    let cells = |row: usize, at: &str| page.text(&format!("tbody tr:nth-child({row}) td[data-label='{at}']"));
    assert_eq!(page.text("tbody tr:nth-child(3) th a"), "吴敏");
    assert_eq!(cells(1, "看了什么"), "打开了这件");
    assert_eq!(cells(3, "看了什么"), "看了全部：身份证号、电话");
    assert_eq!(cells(3, "理由"), "打电话核对");
    assert_eq!(cells(3, "时间"), "2025年6月18日 10:05");
    assert_eq!(cells(4, "理由"), "依法已删除");
    assert_eq!(
        page.count("tbody a[href^='/office/cases']"),
        0,
        "an auditor sees no case"
    );
}

#[test]
fn dead_work_is_named_and_can_be_tried_again() {
    let row = |kind: &str| jobs::Row {
        id: "1".to_owned(),
        kind: kind.to_owned(),
        tries: 10,
        at: Some(Instant::from_epoch_ms(1_750_212_300_000)),
        problem: "the disk is full".to_owned(),
        hidden: vec![("op".to_owned(), "2".to_owned())],
    };
    let full = Jobs {
        rows: ["seal", "end_notices", "sweep", "older"].map(row).into(),
        revived: true,
    };
    for language in Language::ALL {
        for model in [full.clone(), Jobs::default()] {
            let html = shown_at_work(language, |text| jobs::page(text, &model));
            assert_eq!(faults_of_document(&html), Vec::<String>::new(), "{html}");
            let words: String = whole(&html).all("body")[0].text().collect();
            for junk in ["{$", "¦", "admin-", "frame-"] {
                assert!(!words.contains(junk), "{junk} in {words}");
            }
        }
    }
    let page = whole(&shown_at_work(Language::ZhCn, |text| jobs::page(text, &full)));
    assert_eq!(
        page.attribute("tbody tr:nth-child(3) form", "action").as_deref(),
        Some("/office/jobs/1/revive")
    );
    assert_eq!(page.text("tbody tr:nth-child(3) th"), "清理不再需要的数据");
}

fn feedback(problems: Vec<Problem>) -> feedback::One {
    let day = |text| zhida::calendar::parse_date(text).unwrap();
    feedback::One {
        row: feedback::Row {
            number: "12345678".to_owned(),
            received: day("2026-12-01"),
            due: day("2026-12-22"),
            state: State::Answered,
            late: false,
        },
        what: "听到“继续”以后没有反应。\n试了两次。".to_owned(),
        page: Some("/check".to_owned()),
        reading: vec![Reading::ScreenReader, Reading::Phone],
        contact: None,
        answers: vec![(Instant::from_epoch_ms(1_750_212_300_000), "正在查。".to_owned())],
        hidden: vec![("op".to_owned(), "0199".to_owned())],
        typed: String::new(),
        problems,
        done: false,
    }
}

#[test]
fn feedback_is_listed_read_and_answered() {
    for language in Language::ALL {
        let one = feedback(Vec::new());
        let html = shown_at_work(language, |text| feedback::one(text, &one));
        assert_eq!(faults_of_document(&html), Vec::<String>::new());
        let wrong = feedback(vec![problem(feedback::ANSWER, "admin-feedback-answer-empty")]);
        let html = shown_at_work(language, |text| feedback::one(text, &wrong));
        assert_eq!(faults_of_document(&html), Vec::<String>::new());
        for rows in [Vec::new(), vec![one.row.clone()]] {
            let html = shown_at_work(language, |text| feedback::list(text, &rows));
            assert_eq!(faults_of_document(&html), Vec::<String>::new());
        }
    }
    let html = shown_at_work(Language::ZhCn, |text| feedback::one(text, &feedback(Vec::new())));
    let page = whole(&html);
    let words = page.text("main");
    for said in [
        "听软件念（读屏软件）、用手机",
        "没有写",
        "/check",
        "正在查。",
        "试了两次。",
    ] {
        assert!(words.contains(said), "{said}");
    }
    let over = feedback::One {
        row: feedback::Row {
            state: State::Closed,
            ..feedback(Vec::new()).row
        },
        ..feedback(Vec::new())
    };
    let html = shown_at_work(Language::ZhCn, |text| feedback::one(text, &over));
    assert_eq!(whole(&html).count("main form"), 0, "what is over takes no more");
}
