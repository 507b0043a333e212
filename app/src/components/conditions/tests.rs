use crate::structure::part;

#[test]
fn each_line_says_its_state_in_words() {
    let list = part(&super::examples::examples().remove(0).1);
    assert_eq!(list.count("ul[role=list] > li > .tag + p"), 3);
    assert_eq!(list.text("li:last-child .tag"), "还不知道");
    assert_eq!(
        list.attribute("li:last-child a", "href").as_deref(),
        Some("/check/other")
    );
}
