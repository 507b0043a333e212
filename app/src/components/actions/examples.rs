//! Buttons and links.

use leptos::prelude::*;

use super::{Look, go, link, row, submit, submit_as};
use crate::frame::render;

/// Every look.
pub fn examples() -> Vec<(&'static str, String)> {
    let in_form = |acts| render(view! { <form method="post" action="/example">{row(acts)}</form> });
    vec![
        (
            "act and way out",
            in_form(vec![
                submit(Look::Main, "提交申请".to_owned()),
                link("先停在这里".to_owned(), "/"),
            ]),
        ),
        (
            "two ways on",
            in_form(vec![
                submit(Look::Main, "保存".to_owned()),
                submit_as(Look::Second, "全部恢复标准".to_owned(), "reset", "1"),
            ]),
        ),
        (
            "taking away",
            in_form(vec![submit(Look::Danger, "撤回申请".to_owned())]),
        ),
        ("start", render(go(Look::Start, "开始查一查".to_owned(), "/check"))),
    ]
}
