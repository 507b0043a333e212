use crate::structure::{Part, part};
use crate::text::{Language, Level, texts_shipped};

fn example(name: &str) -> Part {
    let texts = texts_shipped().unwrap();
    let examples = super::examples::examples(texts.of(Language::ZhCn, Level::Standard));
    part(&examples.into_iter().find(|example| example.0 == name).unwrap().1)
}

#[test]
fn an_untouched_required_field_is_not_invalid() {
    let field = example("required");
    assert_eq!(field.attribute("input", "aria-invalid").as_deref(), Some("false"));
    assert!(field.attribute("input", "required").is_some());
    assert_eq!(
        field.attribute("input", "aria-describedby").as_deref(),
        Some("name-hint")
    );
    assert_eq!(field.attribute("input", "value").as_deref(), Some("李春燕"));
}

#[test]
fn a_wrong_field_says_what_is_wrong_before_its_input() {
    let field = example("wrong and optional");
    assert_eq!(
        field.attribute("input", "aria-describedby").as_deref(),
        Some("phone-error phone-hint")
    );
    assert_eq!(field.attribute("input", "aria-invalid").as_deref(), Some("true"));
    assert!(field.attribute("input", "required").is_none());
    assert_eq!(field.text(".message"), "错误：手机号少了1位数字。您填了10位，请补上。");
    assert_eq!(field.count(".message + input"), 1);
    assert_eq!(field.text("label"), "手机号（可以不填）");
    assert_eq!(field.attribute("input", "value").as_deref(), Some("138 0000 001"));
}

#[test]
fn the_only_question_is_the_heading() {
    let field = example("only question");
    assert_eq!(field.text("h1 label"), "您住在哪个村？");
}
