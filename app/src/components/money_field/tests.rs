use crate::structure::part;
use crate::text::{Language, Level, texts_shipped};

#[test]
fn the_unit_is_heard() {
    let texts = texts_shipped().unwrap();
    let (_, html) = super::examples::examples(texts.of(Language::ZhCn, Level::Standard)).remove(0);
    let field = part(&html);
    assert_eq!(
        field.attribute("input", "aria-describedby").as_deref(),
        Some("pension-hint pension-unit")
    );
    assert_eq!(field.text("#pension-unit"), "元每月");
}
