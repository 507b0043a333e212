use crate::structure::part;
use crate::text::{Language, Level, texts_shipped};

#[test]
fn the_unit_is_heard() {
    let texts = texts_shipped().unwrap();
    let mut examples = super::examples::examples(texts.of(Language::ZhCn, Level::Standard));
    let (_, html) = examples.remove(0);
    let field = part(&html);
    assert_eq!(
        field.attribute("input", "aria-describedby").as_deref(),
        Some("pension-hint pension-unit")
    );
    assert_eq!(field.text("#pension-unit"), "元每月");
    let (_, html) = examples.remove(0);
    let field = part(&html);
    assert_eq!(
        field.attribute("input", "aria-describedby").as_deref(),
        Some("door-error door-hint door-unit"),
        "first what is wrong"
    );
    assert_eq!(
        field.attribute("input", "value").as_deref(),
        Some("0.7米"),
        "as it was typed"
    );
}
