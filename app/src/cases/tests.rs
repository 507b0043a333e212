use super::samples::PAGES;
use crate::structure::{Part, whole};
use crate::text::Language;

fn shown(name: &str) -> Part {
    let (_, page) = PAGES.iter().find(|sample| sample.0 == name).unwrap();
    whole(&crate::samples::shown(Language::ZhCn, page))
}

#[test]
fn what_waits_for_the_reader_comes_first() {
    let page = shown("cases");
    assert_eq!(page.text(".case-list > li:nth-child(1) h2"), "重度残疾人护理补贴");
    assert!(page.text(".case-list > li:nth-child(1) .todo").contains("请补2样材料"));
    assert_eq!(page.count(".case-list .button"), 1);
    assert!(page.text(".case-list > li:nth-child(2)").contains("还剩4个工作日"));
    assert_eq!(
        page.attribute("main a[href='/apply']", "href").as_deref(),
        Some("/apply")
    );
}

#[test]
fn a_case_says_how_far_by_when_and_who() {
    let page = shown("case");
    assert_eq!(page.text("title"), "困难残疾人生活补贴，正在办 — 直达 · 湖南残疾人服务");
    assert_eq!(page.text(".clock h2"), "还剩4个工作日");
    assert_eq!(
        page.text(".route > li:nth-child(1) .stop-when:nth-child(3)"),
        "2025年6月18日 10:05"
    );
    assert_eq!(page.count(".route > [aria-current=step]"), 1);
    assert!(page.text("aside").contains("汉昌街道便民服务中心，周敏"));
    assert_eq!(
        page.count("aside a[href='tel:12385']"),
        1,
        "an office without a number has the line"
    );
    assert_eq!(page.count("aside a[href$='/withdraw'], aside a[href$='/correct']"), 2);
}

#[test]
fn papers_asked_for_are_the_act_and_the_clock_stands_still() {
    let page = shown("case-papers");
    assert_eq!(page.text("main .split .button"), "补材料");
    assert_eq!(page.text(".clock h2"), "停表：等您补材料");
    assert!(page.text("main").contains("明年的节假日还没有公布"));
}

#[test]
fn a_decision_says_why_and_until_when_it_can_be_contested() {
    let page = shown("case-granted");
    assert!(page.text("main").contains("正在公示，到8月1日（星期五）"));
    assert_eq!(
        page.attribute("main .split .button", "href").as_deref(),
        Some("/cases/ZD48762359M/letter")
    );
    let page = shown("case-refused");
    assert_eq!(page.text(".page-head .tag"), "这次不给");
    assert!(page.text("main").contains("到2025年9月23日为止可以申请行政复议"));
    assert_eq!(
        page.count("a[href$='/withdraw'], a[href$='/correct']"),
        0,
        "too late for that"
    );
}

#[test]
fn every_paper_can_be_sent_or_brought() {
    let page = shown("papers");
    assert_eq!(page.count("main fieldset"), 2);
    assert_eq!(page.count("[name=bring]"), 1, "what is sent need not be brought");
    assert_eq!(page.attribute("[name=bring]", "value").as_deref(), Some("certificate"));
    assert_eq!(page.text(".said"), "户主页看不清，请重拍。<b>");
    let page = shown("papers-errors");
    assert_eq!(page.count("#errors a[href='#bring-certificate']"), 1);
}

#[test]
fn withdrawing_asks_first_and_posts_to_its_own_page() {
    let page = shown("withdraw");
    assert_eq!(page.text("main button"), "撤回申请");
    assert_eq!(page.count("main .button-danger"), 1);
    assert!(page.attribute("#why", "required").is_none());
    assert!(shown("contest").attribute("#why", "required").is_some());
}

#[test]
fn what_a_register_says_is_disputed_and_what_was_said_is_changed() {
    let page = shown("correct");
    let label = |selector: &str| page.attribute(selector, "aria-label").unwrap_or_default();
    assert_eq!(label(".facts-act a"), "更改 有没有在领养老护理补贴？");
    assert_eq!(label(".facts > div:nth-child(2) .facts-act a"), "这不对 残疾人证");
}

#[test]
fn coming_late_is_said_plainly_and_leaves_the_way_open() {
    let page = shown("contest-over");
    assert!(
        page.text(".notice").contains("到2025年9月23日为止，已经过了"),
        "{}",
        page.text("main")
    );
    assert!(page.text(".notice").contains("受不受理"), "who decides about that");
    assert_eq!(page.count("#why"), 1);
    assert_eq!(shown("contest").count(".notice"), 0);
}

#[test]
fn a_reconsideration_has_its_section_and_its_letter_once_it_has_ended() {
    let page = shown("case-contested");
    assert_eq!(page.text("#reconsideration"), "行政复议");
    assert_eq!(page.count("a[href$='/print/reconsidered']"), 0);
    let page = shown("case-reconsidered");
    assert_eq!(page.count("a[href$='/print/reconsidered']"), 1);
    assert!(page.text("main").contains("已经过了"));
}

#[test]
fn a_case_is_rated_after_what_is_to_be_done() {
    let page = shown("case-rated");
    let form = "main .split form[action='/cases/ZD48762359M/rating/decided#errors']";
    assert_eq!(page.count(&format!("{form} [name=mark]")), 5);
    assert_eq!(
        page.count(&format!("{form} button")),
        1,
        "two taps: a mark and a button"
    );
    assert_eq!(page.count("[name=mark][checked]"), 0, "none is suggested");
    assert_eq!(page.text("#rating"), "您满意吗？");
    assert_eq!(page.count("#way ~ #rating"), 1, "it stands after the way the case goes");
    let words = page.text("main .split");
    for said in [
        "已经加了人。",
        "2025年6月24日打过电话",
        "最晚2025年6月27日",
        "现在过期了",
        "节假日还没有公布",
        "已经有人评过了",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let label = page.attribute("a[href='/cases/ZD48762359M/rating/handled']", "aria-label");
    assert_eq!(label.as_deref(), Some("改评价 审核"));
    assert_eq!(
        shown("case").count("#rating"),
        0,
        "before there is something to rate nothing is asked"
    );
}

#[test]
fn only_a_bad_mark_is_asked_where_to_call() {
    let page = shown("rating");
    assert_eq!(page.count("[name=call], [name=phone]"), 0);
    assert!(page.attribute("#words", "required").is_none());
    let page = shown("rating-low");
    assert_eq!(page.count("[name=call]"), 3);
    assert_eq!(page.count("[name=mark][checked][value='2']"), 1);
    assert!(page.text("main").contains("138****0000"));
    assert!(page.text("main").contains("节假日还没有公布"));
    assert!(
        page.attribute("#phone", "required").is_none(),
        "nobody has to be called"
    );
    let page = shown("rating-errors");
    assert_eq!(page.attribute("#phone", "value").as_deref(), Some("0731 8888"));
    assert_eq!(page.count("#errors a"), 3);
}
