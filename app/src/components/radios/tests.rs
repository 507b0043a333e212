use crate::structure::part;
use crate::text::{Language, Level, texts_shipped};

#[test]
fn the_question_is_the_legend_and_the_first_answer_has_its_id() {
    let texts = texts_shipped().unwrap();
    let examples = super::examples::examples(texts.of(Language::ZhCn, Level::Standard));
    let untouched = part(&examples[0].1);
    assert_eq!(untouched.text("fieldset > legend > h1"), "您家现在属于哪一种？");
    assert_eq!(untouched.attribute("#aid", "value").as_deref(), Some("dibao"));
    assert_eq!(untouched.text("#aid-hint"), "这决定能不能领生活补贴。");
    assert_eq!(untouched.count("input[checked]"), 0);
    assert_eq!(untouched.count(".choices-or + .choice input[value=unknown]"), 1);
    let answered = part(&examples[1].1);
    assert_eq!(answered.attribute("input[checked]", "value").as_deref(), Some("none"));
    let wrong = part(&examples[2].1);
    let said: Vec<_> = wrong
        .all("input")
        .iter()
        .map(|input| input.attr("aria-describedby"))
        .collect();
    assert!(
        said[0].is_some_and(|ids| ids.starts_with("aid-error aid-hint")),
        "{said:?}"
    );
    assert!(
        said[1..].iter().flatten().all(|ids| !ids.contains("aid-error")),
        "{said:?}"
    );
    assert_eq!(wrong.attribute("fieldset", "aria-describedby"), None, "said once");
    let chosen = answered.attribute("input[checked]", "aria-describedby");
    assert!(
        chosen.is_some_and(|ids| ids.contains("aid-hint")),
        "where the keyboard arrives"
    );
}
