use crate::structure::part;
use crate::text::{Language, Level, texts_shipped};

#[test]
fn what_was_chosen_stays_chosen() {
    let texts = texts_shipped().unwrap();
    let (_, html) = super::examples::examples(texts.of(Language::ZhCn, Level::Standard)).remove(0);
    let field = part(&html);
    assert_eq!(field.count("input[type=checkbox][name=way]"), 3);
    assert_eq!(
        field.count("input[value=sms][checked], input[value=braille][checked]"),
        2
    );
    assert_eq!(field.count("input[checked]"), 2);
}
