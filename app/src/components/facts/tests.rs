use crate::structure::part;

#[test]
fn a_change_link_names_its_object() {
    let list = part(&super::examples::examples().remove(0).1);
    assert_eq!(list.text("[href='/apply/1/name']"), "更改 姓名");
    assert_eq!(list.text("[href='/apply/1/grade']"), "这不对 残疾等级");
    assert_eq!(list.count("dl > div > dt + dd"), 2);
}
