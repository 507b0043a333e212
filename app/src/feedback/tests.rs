use super::samples::{answered, sent, wrong};
use super::*;
use crate::samples;
use crate::structure::whole;
use crate::text::Language;

#[test]
fn what_was_typed_stays_and_the_mistake_is_said_beside_it() {
    let page = whole(&samples::shown(Language::ZhCn, |text| form(text, &wrong())));
    assert_eq!(page.attribute("#page", "value").as_deref(), Some("/check"));
    assert_eq!(page.attribute("#contact", "value").as_deref(), Some("电话13800000000"));
    assert_eq!(page.count("input[name=reading][checked]"), 1);
    assert_eq!(page.attribute("#errors a", "href").as_deref(), Some("#what"));
    assert!(page.text("#what-error").contains("请写发生了什么"));
    assert_eq!(page.count("main [required]"), 1, "only what happened is needed");
}

#[test]
fn whoever_told_it_reads_when_and_then_what_was_answered() {
    let page = whole(&samples::shown(Language::ZhCn, |text| standing(text, &sent())));
    assert!(page.text("#done").contains("2026年12月22日"));
    assert_eq!(page.text(".reference-number"), "1234 5678");
    let page = whole(&samples::shown(Language::ZhCn, |text| standing(text, &answered())));
    assert!(page.text("main").contains("2026年12月3日的答复") && page.text("main").contains("谢谢您。"));
    assert_eq!(page.count("#done"), 0);
}
