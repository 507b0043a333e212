use super::said;
use crate::frame::render;
use crate::structure::part;
use crate::text::{Language, Level, texts_shipped};

fn shown(page: Language, words: &str) -> String {
    render(said(texts_shipped().unwrap().of(page, Level::Standard), words))
}

fn marked(page: Language, words: &str) -> Option<String> {
    part(&shown(page, words)).attribute(".said", "lang")
}

#[test]
fn chinese_words_are_marked_on_a_page_in_another_language() {
    assert_eq!(marked(Language::En, "户主页 OK").as_deref(), Some("zh-CN"));
    assert_eq!(marked(Language::En, "Page 2 is blurred"), None);
    assert_eq!(marked(Language::ZhCn, "户主页看不清"), None);
}

#[test]
fn words_are_text_whatever_they_hold() {
    let page = part(&shown(Language::ZhCn, "<b>一</b>\n二"));
    assert_eq!(page.text(".said"), "<b>一</b>\n二");
    assert_eq!(page.count(".said b"), 0);
}
