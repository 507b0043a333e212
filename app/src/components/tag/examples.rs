//! States.

use leptos::prelude::*;

use super::{Tone, tag};
use crate::frame::render;

/// Every tone.
pub fn examples() -> Vec<(&'static str, String)> {
    let tags = [
        (Tone::Info, "正在办"),
        (Tone::Wait, "等您"),
        (Tone::Ok, "已办好"),
        (Tone::No, "不符合"),
        (Tone::Open, "还不知道"),
        (Tone::Plain, "已撤回"),
    ];
    let tags = tags
        .map(|(tone, words)| tag(tone, words.to_owned()))
        .into_iter()
        .collect_view();
    vec![("every tone", render(view! { <p>{tags}</p> }))]
}
