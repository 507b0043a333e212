use crate::structure::part;
use crate::text::{Language, Level, texts_shipped};

#[test]
fn days_are_words_and_beads_only_repeat_them() {
    let texts = texts_shipped().unwrap();
    let examples = super::examples::examples(texts.of(Language::ZhCn, Level::Standard));
    let running = part(&examples[0].1);
    assert_eq!(running.text("h2"), "还剩4个工作日");
    assert_eq!(running.text("p"), "汉昌街道最晚7月2日（星期三）办完。");
    assert_eq!(running.count(".beads[aria-hidden=true] > span"), 10);
    assert_eq!(running.count(".bead-done"), 6);
    assert_eq!(part(&examples[1].1).count(".beads"), 0);
    assert_eq!(part(&examples[2].1).text("h2"), "超了2个工作日");
}
