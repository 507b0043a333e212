use crate::structure::part;

#[test]
fn the_copied_number_is_whole() {
    let number = part(&super::examples::examples().remove(0).1);
    assert_eq!(number.text(".digits"), "43062619880808998X");
    assert_eq!(number.count(".digits > span"), 3);
}
