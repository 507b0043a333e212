use zhida::accessibility::{Evidence, How, Level};

use super::{accessibility, criteria, help};
use crate::samples;
use crate::structure::whole;
use crate::text::Language;

#[test]
fn what_the_footer_leads_to_exists() {
    let page = whole(&samples::shown(Language::ZhCn, help));
    for link in page.all("footer a[href^='/help#']") {
        let id = link.attr("href").unwrap().trim_start_matches("/help#");
        assert_eq!(page.count(&format!("main #{id}")), 1, "{id}");
    }
}

const CRITERIA: &str = r#"
[[check]]
id = "axe"
name = "criteria-by-axe"
level = "browser-pages"
sources = []
[[criterion]]
number = "1.1.1"
name = "criterion-1-1-1"
level = "A"
by = ["axe:image-alt", "axe:svg-img-alt"]
[[criterion]]
number = "1.2.6"
name = "criterion-1-2-6"
level = "AAA"
not = "criteria-not-sign"
[[criterion]]
number = "1.3.3"
name = "criterion-1-3-3"
level = "A"
by = []
"#;
const RUN: &str = r#"
day = "2026-12-01"
versions = { Chromium = "156.0" }
[[level]]
name = "browser-pages"
passed = 7
failed = 0
"#;
const PEOPLE: &str = r#"
[[try]]
day = "2026-11-23"
who = "一位看不见的人"
script = "check"
reader = "nvda"
version = "2026.1"
browser = "Firefox 140"
result = "走完了"
criteria = ["1.1.1"]
"#;

#[test]
fn the_statement_claims_no_test_that_was_not_made() {
    let shown = |run, people| {
        let evidence = Evidence::read(CRITERIA, run, people).unwrap();
        samples::shown(Language::ZhCn, |text| accessibility(text, &evidence))
    };
    let never = shown("", "");
    assert!(never.contains("还没有请残疾人用自己的设备完整试用过"));
    assert!(never.contains("检查的结果还没有公布过"));
    let page = whole(&never);
    let rows = page.all("table:first-of-type tbody tr");
    assert!(rows.iter().all(|row| row.text().collect::<String>().contains("从未")));
    let tried = shown(RUN, PEOPLE);
    assert!(tried.contains("2026年11月23日") && !tried.contains("还没有请残疾人"));
    assert!(tried.contains("2026年12月1日的：7项没有发现问题，0项没有通过"));
    assert!(tried.contains("<li>Chromium 156.0</li>"));
    assert!(tried.contains("2026.1, Firefox 140") && tried.contains("走完了"));
}

#[test]
fn a_row_says_how_it_is_checked_what_was_found_and_whether_people_tried() {
    let rows = |run, people, level| {
        let evidence = Evidence::read(CRITERIA, run, people).unwrap();
        let html = samples::shown(Language::ZhCn, |text| criteria(text, &evidence, level));
        let rows = whole(&html);
        let rows = rows.all("tbody tr").into_iter();
        rows.map(|row| row.child_elements().map(|cell| cell.text().collect()).collect())
            .collect::<Vec<Vec<String>>>()
    };
    let unknown = rows("", "", Level::A);
    assert_eq!(
        unknown[0],
        [
            "1.1.1 非文本内容",
            "axe-core（image-alt、svg-img-alt）",
            "每次改动都查，结果还没有公布",
            "从未"
        ]
    );
    assert_eq!(unknown[1][1..], ["没有自动检查", "没有自动检查", "从未"]);
    let known = rows(RUN, PEOPLE, Level::A);
    assert_eq!(known[0][2..], ["2026年12月1日没有发现", "2026年11月23日"]);
    let failing = RUN.replace("failed = 0", "failed = 2");
    let failed = rows(&failing, "", Level::A);
    assert_eq!(failed[0][2], "2026年12月1日有2项没有通过");
    let most = rows(RUN, "", Level::Aaa);
    assert_eq!(most[0][2..], ["不保证：还没有手语视频", "从未"]);
}

#[test]
fn every_criterion_has_its_name_and_its_reasons_in_words() {
    for language in Language::ALL {
        let texts = samples::texts();
        let text = texts.of(language, crate::text::Level::Standard);
        let evidence = Evidence::shipped();
        assert_eq!(evidence.criteria.len(), 86);
        let why = evidence.criteria.iter().filter_map(|criterion| match &criterion.how {
            How::Absent(id) | How::NotPromised(id) => Some(id),
            How::Checked(_) => None,
        });
        let names = evidence.criteria.iter().map(|criterion| &criterion.name);
        let checks = evidence.checks.iter().map(|check| &check.name);
        for id in names.chain(why).chain(checks) {
            assert!(text.has(id), "{id}");
        }
    }
}
