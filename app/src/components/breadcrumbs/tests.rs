use crate::structure::part;
use crate::text::{Language, Level, texts_shipped};

#[test]
fn the_page_itself_is_marked_and_is_no_link() {
    let texts = texts_shipped().unwrap();
    let (_, html) = super::examples::examples(texts.of(Language::ZhCn, Level::Standard)).remove(0);
    let crumbs = part(&html);
    assert_eq!(crumbs.text("[aria-current=page]"), "困难残疾人生活补贴");
    assert_eq!(crumbs.count("[aria-current=page] a"), 0);
    assert_eq!(crumbs.count("li a"), 2);
}
