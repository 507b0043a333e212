use super::*;
use crate::frame::render;
use crate::structure::part;

#[test]
fn a_submit_says_so_and_a_link_goes_somewhere() {
    let form = part(&render(submit_as(Look::Second, "恢复".to_owned(), "reset", "1")));
    assert_eq!(form.attribute("button", "type").as_deref(), Some("submit"));
    assert_eq!(form.attribute("button", "name").as_deref(), Some("reset"));
    let link = part(&render(go(Look::Main, "去".to_owned(), "/check?a=1&b=2")));
    assert_eq!(link.attribute("a", "href").as_deref(), Some("/check?a=1&b=2"));
}
