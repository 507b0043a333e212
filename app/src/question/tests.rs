use super::*;
use crate::components::radios::UNKNOWN;
use crate::samples;
use crate::structure::whole;
use crate::text::Language;

fn shown(question: &Question) -> crate::structure::Part {
    whole(&samples::shown(Language::ZhCn, |text| page(text, question)))
}

#[test]
fn one_field_is_the_heading_of_its_page() {
    let page = shown(&samples::aid_question());
    assert_eq!(page.text("main fieldset > legend > h1"), "您家现在属于哪一种？");
    assert_eq!(
        page.text("title"),
        "您家现在属于哪一种？ — 查一查 — 直达 · 湖南残疾人服务"
    );
    assert_eq!(page.text(".progress p"), "第3题，最多12题");
    assert_eq!(page.count(".progress .bead-done"), 2);
    assert_eq!(
        page.attribute("main form", "action").as_deref(),
        Some("/check/aid#errors")
    );
    assert!(page.attribute("main form", "novalidate").is_some());
    assert_eq!(page.attribute("main form [name=op]", "value").as_deref(), Some("0199"));
    assert_eq!(page.count(&format!("[value={UNKNOWN}]")), 1);
    assert_eq!(page.attribute("main .back", "href").as_deref(), Some("/check/place"));
}

#[test]
fn what_was_typed_stays_and_what_is_wrong_is_said_twice_in_the_same_words() {
    let page = shown(&samples::contact_question());
    assert!(page.text("title").starts_with("错误："));
    assert_eq!(page.text("main > .error-summary + form h1"), "我们怎么联系您？");
    assert_eq!(page.text("#errors a[href='#phone']"), "手机号少了1位数字");
    assert!(
        page.text("#phone-error")
            .ends_with(&page.text("#errors a[href='#phone']"))
    );
    assert_eq!(page.attribute("#phone", "value").as_deref(), Some("138 0000 001"));
    assert_eq!(page.attribute("#birth-month", "value").as_deref(), Some("2"));
    assert_eq!(page.count("[name=way][checked]"), 2);
    assert_eq!(
        page.attribute("#errors a[href='#birth']", "href").as_deref(),
        Some("#birth")
    );
}

#[test]
fn what_is_said_of_two_fields_in_the_same_words_names_each_in_the_summary() {
    let mut question = samples::contact_question();
    let again = |field: &Field| Problem {
        field: field.name.clone(),
        message: Phrase::new("sample-phone-short"),
    };
    question.problems = question.fields[..2].iter().map(again).collect();
    let page = shown(&question);
    for (field, label) in [("name", "联系人姓名"), ("phone", "手机号")] {
        let said = page.text(&format!("#errors a[href='#{field}']"));
        assert_eq!(said, format!("手机号少了1位数字（{label}）"));
        let beside = page.text(&format!("#{field}-error"));
        assert!(beside.ends_with("手机号少了1位数字"), "{beside}");
    }
}

#[test]
fn a_problem_of_no_field_leads_to_the_first_input() {
    let mut question = samples::aid_question();
    question.problems = vec![Problem {
        field: "elsewhere".to_owned(),
        message: Phrase::new("sample-phone-short"),
    }];
    assert_eq!(shown(&question).count("#errors a[href='#household-aid_status']"), 1);
}

#[test]
fn not_knowing_an_amount_is_an_answer_of_its_own() {
    let page = shown(&samples::money_question());
    assert_eq!(
        page.attribute("#pension-unknown", "name").as_deref(),
        Some("pension-unknown")
    );
    assert!(page.attribute("#pension-unknown", "checked").is_some());
    assert!(
        page.attribute("#pension", "required").is_none(),
        "who does not know leaves it empty"
    );
}
