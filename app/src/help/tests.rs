use zhida::calendar::parse_date;

use super::{Statement, accessibility, help};
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

#[test]
fn the_statement_claims_no_test_that_was_not_made() {
    let never = samples::shown(Language::ZhCn, |text| accessibility(text, Statement::default()));
    assert!(never.contains("还没有请残疾人用自己的设备完整试用过"));
    let tried = Statement {
        people_on: parse_date("2026-11-23"),
        checked_on: None,
    };
    let tried = samples::shown(Language::ZhCn, |text| accessibility(text, tried));
    assert!(tried.contains("2026年11月23日") && !tried.contains("还没有请残疾人"));
}
