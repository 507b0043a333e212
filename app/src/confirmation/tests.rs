use super::samples::{PAGES, shown};
use super::*;
use crate::samples;
use crate::structure::whole;
use crate::text::Language;

#[test]
fn a_mistake_stands_beside_its_field_and_nothing_typed_is_lost() {
    let (_, page) = PAGES.iter().find(|sample| sample.0 == "confirm-errors").unwrap();
    let page = whole(&samples::shown(Language::ZhCn, page));
    assert_eq!(page.attribute("#code", "value").as_deref(), Some("7KQ2M"));
    assert_eq!(page.attribute("#four", "value").as_deref(), Some("9997"));
    assert_eq!(page.attribute("#errors a", "href").as_deref(), Some("#code"));
    assert!(page.text("#code-error").contains("对不上"));
    assert_eq!(page.count("#four[required]"), 0, "not everybody's number is known");
}

#[test]
fn yes_is_said_by_a_tick_and_no_as_easily_in_a_form_of_its_own() {
    let page = whole(&samples::shown(Language::ZhCn, |text| part(text, &shown(Vec::new()))));
    assert_eq!(page.count("main form"), 2);
    assert_eq!(
        page.count("main form input[name=agree]:not([checked])"),
        1,
        "nobody ticks it for them"
    );
    assert_eq!(page.count("main form input[name=answer][value=no]"), 1);
    assert!(page.text("#why").contains("我没有让他办"));
    assert_eq!(page.count("#why[required]"), 0, "who says no need not say why");
}
