use crate::structure::part;

#[test]
fn the_copied_number_is_whole() {
    let number = part(&super::examples::examples().remove(0).1);
    assert_eq!(number.text(".digits"), "43062619880808998X");
    assert_eq!(number.count(".digits > span"), 3);
}

#[test]
fn an_account_is_set_in_fours_and_copied_whole() {
    let number = part(&super::examples::examples().remove(1).1);
    assert_eq!(number.text(".digits"), "6222021234567890128");
    assert_eq!(number.count(".digits > span"), 5);
}
