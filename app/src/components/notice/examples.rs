//! Panels.

use leptos::prelude::*;

use super::{Kind, notice};
use crate::frame::render;

/// Every kind.
pub fn examples() -> Vec<(&'static str, String)> {
    let example =
        |kind, title: &str, words: &'static str| render(notice(kind, title.to_owned(), view! { <p>{words}</p> }));
    vec![
        (
            "info",
            example(Kind::Info, "说明", "7月4日夜里维护，填好的内容不会丢。"),
        ),
        ("ok", example(Kind::Ok, "已经存好", "在哪里都能接着填。")),
        ("wait", example(Kind::Wait, "还有5分钟会自动退出", "您填的都存着。")),
        (
            "error",
            example(Kind::Error, "文件没有收到", "文件是空的，请再选一次。"),
        ),
    ]
}
