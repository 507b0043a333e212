use crate::structure::part;

#[test]
fn a_change_link_names_its_object() {
    let list = part(&super::examples::examples().remove(0).1);
    let label = |href: &str| list.attribute(&format!("[href='{href}']"), "aria-label");
    assert_eq!(label("/apply/1/name").as_deref(), Some("更改 姓名"));
    assert_eq!(label("/apply/1/grade").as_deref(), Some("这不对 残疾等级"));
    assert_eq!(list.count("dl > div > dt + dd:last-child"), 2, "one value each");
    assert_eq!(list.count(".only-heard"), 0, "no line of its own");
}
