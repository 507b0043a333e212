use crate::structure::part;
use crate::text::{Language, Level, texts_shipped};

#[test]
fn states_are_words_and_here_is_marked() {
    let texts = texts_shipped().unwrap();
    let examples = super::examples::examples(texts.of(Language::ZhCn, Level::Standard));
    let line = part(&examples[0].1);
    assert_eq!(line.text(".stop-done .stop-state"), "已完成");
    assert_eq!(line.text("[aria-current=step] .stop-name"), "汉昌街道初审");
    assert_eq!(part(&examples[1].1).count(".stop-state"), 0);
}
