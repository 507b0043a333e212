use super::consents::Consent;
use super::samples::PAGES;
use super::{check_answers, samples};
use crate::structure::{Part, whole};
use crate::text::Language;

fn shown(name: &str) -> Part {
    let (_, page) = PAGES.iter().find(|sample| sample.0 == name).unwrap();
    whole(&crate::samples::shown(Language::ZhCn, page))
}

#[test]
fn each_answer_can_be_changed_and_the_link_says_which() {
    let page = shown("answers");
    let links: Vec<String> = page
        .all(".facts-act a")
        .iter()
        .map(|link| link.attr("aria-label").unwrap().to_owned())
        .collect();
    assert_eq!(links[0], "更改 联系人姓名");
    assert_eq!(
        links[3], "这不对 残疾人证",
        "a register's value is disputed, not changed"
    );
    assert!(page.text(".facts .source").contains("2025年6月18日查得"));
    assert_eq!(page.text(".digits"), "430626198808089988", "copied without spaces");
    assert_eq!(page.text(".outcome .tag"), "很可能可以得到");
    assert_eq!(page.attribute("[name=version]", "value").as_deref(), Some("7"));
    assert_eq!(page.count("main .button"), 1);
}

#[test]
fn what_is_missing_is_linked_and_nothing_can_be_sent_before() {
    let page = shown("answers-missing");
    assert_eq!(page.attribute(".notice a", "href").as_deref(), Some("/apply/1/contact"));
    assert_eq!(page.count("main form"), 0);
    assert_eq!(page.text(".page-head .lead"), "给陈德明申请的");
}

#[test]
fn both_amounts_and_the_difference_stand_before_the_choice() {
    let page = shown("overlap");
    let figures: Vec<String> = page
        .all(".amount .figure")
        .iter()
        .map(|figure| figure.text().collect())
        .collect();
    assert_eq!(figures, ["70元 每月", "100元 每月"]);
    assert!(page.text("main .page-head").contains("多30元"));
    assert_eq!(page.count("[name=choice][checked]"), 0, "the person decides");
    assert_eq!(
        page.count("[value=take_this], [value=not_apply], [value=keep_other]"),
        3
    );
}

#[test]
fn papers_are_listed_with_their_state_and_can_be_taken_back_one_by_one() {
    let page = shown("upload");
    assert_eq!(
        page.text(".files li:nth-child(1) .note"),
        "2025年6月18日 10:05收到，1.8 MB"
    );
    assert_eq!(page.text(".files li:nth-child(2) .file-name"), "<b>本人页.png");
    let remove = page.attribute(".files li:nth-child(1) button", "aria-label");
    assert_eq!(remove.as_deref(), Some("移除 户主页.jpg"));
    assert_eq!(
        page.attribute(".files li:nth-child(2) button", "value").as_deref(),
        Some("f2")
    );
    let form = "form[enctype='multipart/form-data']";
    assert_eq!(page.count(&format!("{form} [type=file]")), 1);
    assert_eq!(page.count(&format!("{form} [value=bring]")), 1, "never photos only");
    assert!(
        page.attribute("[value=online]", "checked").is_some(),
        "who sent something sends it online"
    );
    assert_eq!(page.count(&format!("{form} button[name=act]")), 2);
}

#[test]
fn optional_consents_are_apart_and_unticked() {
    let page = shown("consents");
    assert_eq!(page.count("[type=checkbox]"), 3);
    assert_eq!(page.count("[checked]"), 0);
    let page = shown("consents-child");
    assert_eq!(page.count("[type=checkbox]"), 4);
    assert_eq!(page.count("#errors a[href='#child']"), 1);
    assert!(page.attribute("#village", "checked").is_some());
    for consent in Consent::OPTIONAL {
        assert_eq!(Consent::from_name(consent.name()), Some(consent));
    }
}

#[test]
fn the_declaration_is_read_before_it_is_agreed_to() {
    let html = crate::samples::shown(
        Language::ZhCn,
        PAGES.iter().find(|page| page.0 == "declaration").unwrap().1,
    );
    let said = html.find("我填的都是真的").unwrap();
    let ticked = html.find("name=\"agree\"").unwrap();
    assert!(said < ticked);
    let page = whole(&html);
    assert_eq!(page.count("[checked]"), 0);
    assert_eq!(page.text("main button"), "提交申请");
}

#[test]
fn the_confirmation_says_the_number_the_days_and_what_to_keep() {
    let page = shown("confirmation");
    assert_eq!(page.text(".reference-number"), "ZD 7348 2965 K");
    assert!(page.text("main .lead").contains("每月一共140元"));
    assert_eq!(
        page.text(".route > li:nth-child(1) .stop-when:last-child"),
        "6月18日（星期三）"
    );
    assert_eq!(
        page.text(".route > li:nth-child(2) .stop-when:last-child"),
        "最晚7月2日（星期三）"
    );
    let page = shown("confirmation-code");
    assert_eq!(page.text(".notice .notice-title"), "请记下续办码：K7PM 3XWQ");
    assert!(page.text("main .notice ~ .notice").contains("户口本"));
}

#[test]
fn an_older_page_shows_what_changed() {
    let page = shown("conflict");
    assert_eq!(page.text("tbody td:nth-child(2)"), "没有填");
    assert_eq!(page.text("tbody td:nth-child(3)"), "13800000010");
    assert_eq!(page.count("main form"), 0, "it is looked at before it is sent");
}

#[test]
fn nothing_is_thrown_away_without_asking() {
    assert_eq!(shown("drafts").count("main form"), 0);
    assert_eq!(shown("discard").count("main form[method=post] .button-danger"), 1);
}

#[test]
fn a_code_is_refused_without_saying_what_was_wrong() {
    let page = shown("resume-errors");
    assert_eq!(page.attribute("#code", "value").as_deref(), Some("k7pm"));
    assert_eq!(page.attribute("#birth-day", "value").as_deref(), Some("8"));
    assert_eq!(shown("resume").count("#reference"), 0);
    assert_eq!(shown("opened").count("#reference"), 1);
}

#[test]
fn one_service_cannot_be_left_out_of_one() {
    let mut model = samples::check_answers();
    model.services.truncate(1);
    model.services[0].change = None;
    let html = crate::samples::shown(Language::ZhCn, |text| check_answers::page(text, &model));
    assert_eq!(whole(&html).count(".outcome a"), 0);
}

#[test]
fn each_entry_of_a_list_can_be_changed_and_taken_out_and_the_link_says_which() {
    let page = shown("list");
    let links: Vec<&str> = page
        .all("tbody a")
        .iter()
        .filter_map(|link| link.attr("aria-label"))
        .collect();
    assert_eq!(links, ["更改 第1项", "删除 第1项", "更改 第2项", "删除 第2项"]);
    let to: Vec<&str> = page
        .all("tbody a")
        .iter()
        .filter_map(|link| link.attr("href"))
        .collect();
    assert_eq!(to[1], "/apply/1/question-helpers/1/remove");
    assert_eq!(
        page.count("main form [type=submit]"),
        1,
        "adding is a link, going on is the one button"
    );
    assert_eq!(
        page.attribute("#answer a", "href").as_deref(),
        Some("/apply/1/question-helpers/new")
    );
    assert_eq!(shown("list-none").count("table"), 0);
    let full = shown("list-full");
    assert_eq!(full.text("#answer"), "最多2项，已经加满了。");
}

#[test]
fn what_is_wrong_with_a_list_stands_beside_the_way_to_mend_it() {
    let page = shown("list-errors");
    assert_eq!(page.text("#errors a[href='#answer']"), "请至少加3项");
    assert!(page.text("#answer .message").ends_with("请至少加3项"));
    assert_eq!(page.count("#answer a[aria-describedby=answer-error]"), 1);
}

#[test]
fn an_entry_is_not_taken_out_without_asking() {
    assert_eq!(shown("list").count("main form .button-danger"), 0);
    let page = shown("list-remove");
    assert_eq!(page.count("main form[method=post] .button-danger"), 1);
    assert_eq!(page.text(".facts div:first-child dd"), "李秀英");
}
