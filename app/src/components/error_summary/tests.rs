use super::*;
use crate::structure::part;
use crate::text::{Language, Level, texts_shipped};

#[test]
fn it_is_a_named_group_and_never_an_alert() {
    let texts = texts_shipped().unwrap();
    let text = texts.of(Language::ZhCn, Level::Standard);
    let summary = part(&examples::examples(text).remove(0).1);
    assert_eq!(summary.attribute("#errors", "role").as_deref(), Some("group"));
    assert_eq!(summary.attribute("#errors", "tabindex").as_deref(), Some("-1"));
    assert_eq!(summary.text("#errors-title"), "有2处要改");
    assert_eq!(summary.count("[role=alert], [autofocus]"), 0);
    assert!(error_summary(text, Vec::new()).is_none());
}
