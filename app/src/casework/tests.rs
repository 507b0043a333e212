use super::samples;
use super::{case, command, conflict, grouped, queue, ratings};
use crate::frame::Page;
use crate::samples::shown_at_work;
use crate::structure::{Part, faults_of_document, whole};
use crate::text::{Language, Text};

fn page(page: impl Fn(Text<'_>) -> Page) -> Part {
    whole(&shown_at_work(Language::ZhCn, page))
}

#[test]
fn every_page_is_well_built_in_both_languages() {
    for language in Language::ALL {
        for (name, page) in samples::PAGES {
            let html = shown_at_work(language, page);
            assert_eq!(faults_of_document(&html), Vec::<String>::new(), "{name}: {html}");
        }
    }
}

#[test]
fn no_text_is_missing_or_half_filled() {
    for language in Language::ALL {
        for (name, page) in samples::PAGES {
            let html = shown_at_work(language, page);
            let words: String = whole(&html).all("body")[0].text().collect();
            assert!(!words.contains("{$") && !words.contains('¦'), "{name}");
            for prefix in ["frame-", "sample-", "casework-", "parts-", "question-"] {
                assert!(!words.contains(prefix), "{name} shows an id that begins with {prefix}");
            }
        }
    }
}

#[test]
fn how_a_name_is_read_stands_beside_it_and_the_name_is_not_heard_twice() {
    let named = case::CasePage {
        reading: Some(zhida::aloud::Named {
            name: "单田芳".to_owned(),
            reading: "shàn tián fāng".to_owned(),
        }),
        ..samples::case_sample()
    };
    let said = page(|text| case::page(text, &named));
    assert_eq!(said.text(".page-head h1 + p"), "（拼音：shàn tián fāng）");
    assert_eq!(said.count("ruby"), 0);
    let unsaid = page(|text| case::page(text, &samples::case_sample()));
    assert!(!unsaid.text(".page-head").contains("拼音"));
}

#[test]
fn a_reference_is_shown_as_it_is_spoken() {
    assert_eq!(grouped("ZDK7MP3WQ9X"), "ZD K7MP 3WQ9 X");
}

#[test]
fn the_queue_says_in_words_what_is_overdue_and_what_is_due_soon() {
    let page = page(|text| queue::page(text, &samples::queue_sample()));
    let states: Vec<String> = page
        .all("tbody .cell-state")
        .iter()
        .map(|cell| cell.text().collect())
        .collect();
    assert_eq!(states, ["已超期", "快到期", "正常", "等本人", "已审定", "办结"]);
    assert_eq!(
        page.text("tbody tr:first-child td[data-label='期限']"),
        "6月24日（星期二），逾期2个工作日"
    );
    assert_eq!(
        page.text("tbody tr:nth-child(2) td[data-label='期限']"),
        "6月26日（星期四），今天到期"
    );
    let lists: Vec<String> = page
        .all(".queues .number")
        .iter()
        .map(|number| number.text().collect())
        .collect();
    assert_eq!(lists, ["25件", "9件", "99件以上", "3件"]);
    assert_eq!(page.text("th[aria-sort='ascending']"), "期限");
}

#[test]
fn what_is_claimed_by_nobody_can_be_claimed_where_it_stands() {
    let page = page(|text| queue::page(text, &samples::queue_sample()));
    let claim = "tbody form[action='/office/cases/ZDK7MP3WQ9X/claim']";
    assert_eq!(page.count(claim), 1);
    let label = page.attribute(&format!("{claim} button"), "aria-label");
    assert_eq!(label.as_deref(), Some("认领 李春燕"));
    assert_eq!(
        page.attribute(&format!("{claim} [name=return]"), "value").as_deref(),
        Some("/office?list=mine")
    );
}

#[test]
fn the_filters_keep_what_is_chosen() {
    let page = page(|text| queue::page(text, &samples::queue_sample()));
    let filters = page.all("form.filters summary").into_iter();
    let filters: Vec<String> = filters.map(|summary| summary.text().collect()).collect();
    assert_eq!(filters, ["事项：困难残疾人生活补贴", "户口：户口"]);
    let chosen = page.all("form.filters input[checked]").into_iter();
    let chosen: Vec<_> = chosen
        .map(|input| (input.attr("name").unwrap(), input.attr("value").unwrap()))
        .collect();
    assert_eq!(chosen, [("service", "living_subsidy"), ("township", "")]);
    assert_eq!(page.text(".narrowed a"), "去掉“事项：困难残疾人生活补贴”");
    assert_eq!(
        page.attribute(".narrowed a", "href").as_deref(),
        Some("/office?scope=turn&list=mine")
    );
    assert_eq!(page.attribute("form.filters", "method").as_deref(), Some("get"));
    assert_eq!(
        page.attribute(".pager a.button", "href").as_deref(),
        Some("/office?list=mine&after=x")
    );
}

#[test]
fn a_case_shows_each_condition_with_its_facts_and_the_law() {
    let page = page(|text| case::page(text, &samples::case_sample()));
    let states: Vec<String> = page
        .all(".conditions > li > .tag")
        .iter()
        .map(|tag| tag.text().collect())
        .collect();
    assert_eq!(
        states,
        ["不符合", "还不知道", "符合", "不影响"],
        "what the outcome hangs on comes first"
    );
    assert_eq!(page.count("details .conditions > li"), 2);
    assert_eq!(
        page.text(".conditions > li:nth-child(1) .basis"),
        "残疾等级是一级或二级。：低保家庭（残疾人证）。依据：湘政发〔2015〕54号"
    );
    assert!(page.text(".clock").contains("还剩5个工作日"));
    assert!(page.text("aside").contains("中止计时：2025年6月20日到2025年6月24日。"));
    assert_eq!(page.count("a[href='/office/cases/ZD2222222Z2']"), 1);
    assert_eq!(page.count("a[href='/office/cases/ZD3333333Z3']"), 0, "not to be opened");
}

#[test]
fn a_case_has_one_filled_button_and_nothing_of_the_person_in_full() {
    let page = page(|text| case::page(text, &samples::case_sample()));
    let filled = page
        .all("main .button")
        .into_iter()
        .filter(|button| button.attr("class") == Some("button"));
    assert_eq!(filled.count(), 1);
    assert!(page.text("#person + dl").contains("430626********9997"));
    assert_eq!(page.count("main a[href='/office/cases/ZDK7MP3WQ9X/reveal']"), 1);
}

#[test]
fn a_command_keeps_what_was_typed_and_says_what_is_wrong() {
    let page = page(|text| command::page(text, &samples::decide_wrong()));
    assert_eq!(
        page.attribute("input[name=outcome][checked]", "value").as_deref(),
        Some("partial")
    );
    assert_eq!(page.attribute("#monthly", "value").as_deref(), Some("三十五"));
    assert_eq!(page.attribute("#monthly", "aria-invalid").as_deref(), Some("true"));
    assert_eq!(page.count("input[name=reasons][checked]"), 1);
    assert!(page.text("textarea").contains("第二行"));
    assert_eq!(
        page.attribute(
            "form[action='/office/cases/ZDK7MP3WQ9X/decide#errors'] [name=version]",
            "value"
        )
        .as_deref(),
        Some("7")
    );
    assert!(page.text("title").starts_with("错误："));
}

#[test]
fn the_later_officer_sees_both_versions() {
    let both = page(|text| conflict::page(text, &samples::conflict_sample(true)));
    assert!(both.text("#since + ol").contains("“已经看过”"));
    assert!(both.text("#yours + dl").contains("电话核过"));
    assert!(both.text("textarea").contains("电话核过"));
    let gone = page(|text| conflict::page(text, &samples::conflict_sample(false)));
    assert_eq!(gone.count("main form"), 0);
    assert!(gone.text("#yours + dl").contains("电话核过"));
}

#[test]
fn a_bad_mark_is_answered_once_and_its_number_can_be_called() {
    let list = page(|text| ratings::list(text, &samples::ratings_sample()));
    assert_eq!(
        list.attribute("tbody tr:nth-child(1) a", "href").as_deref(),
        Some("/office/ratings/0199")
    );
    assert!(list.text("tbody tr:nth-child(1)").contains("过期没有回访"));
    assert!(
        list.text("main").contains("还有1件"),
        "what another supervisor answers is not hidden"
    );
    let one = page(|text| ratings::one(text, &samples::rating_sample(None)));
    assert_eq!(one.count("main a[href='tel:13800000000']"), 1);
    assert_eq!(one.count("#errors a"), 3);
    assert_eq!(one.count("main form [name=called]"), 2);
    let answered = page(|text| ratings::one(text, &samples::rating_sample(Some("加了窗口。"))));
    assert_eq!(answered.count("main form"), 0);
    assert!(answered.text("main").contains("2025年6月24日打过电话"));
}
