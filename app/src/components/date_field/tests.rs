use crate::structure::part;
use crate::text::{Language, Level, texts_shipped};

#[test]
fn three_labelled_inputs_in_one_group() {
    let texts = texts_shipped().unwrap();
    let examples = super::examples::examples(texts.of(Language::ZhCn, Level::Standard));
    let empty = part(&examples[0].1);
    assert_eq!(empty.text("fieldset > legend > h1"), "您的出生日期？");
    assert_eq!(empty.count("fieldset input[inputmode=numeric]"), 3);
    assert_eq!(empty.attribute("#birth", "name").as_deref(), Some("birth-year"));
    assert_eq!(
        empty.attribute("#birth-day", "autocomplete").as_deref(),
        Some("bday-day")
    );
    let wrong = part(&examples[1].1);
    assert_eq!(wrong.count("input[aria-invalid=true][aria-describedby=until-error]"), 3);
    assert_eq!(wrong.attribute("#until-day", "value").as_deref(), Some("30"));
    assert_eq!(
        wrong.attribute("input", "aria-describedby").as_deref(),
        Some("until-error")
    );
}
