//! Tables.

use leptos::prelude::*;

use super::Table;
use crate::components::tag::{Tone, tag};
use crate::frame::render;

/// Papers to bring.
pub fn examples() -> Vec<(&'static str, String)> {
    let words = |words: &'static str| view! { <p>{words}</p> }.into_any();
    let table = Table {
        caption: "申请材料".to_owned(),
        caption_shown: true,
        heads: ["材料", "谁来提供", "说明"].map(str::to_owned).to_vec(),
        rows: vec![
            (
                "户口本".into_any(),
                vec![tag(Tone::Wait, "请您提供".to_owned()), words("拍户主页和本人页")],
            ),
            (
                "残疾人证".into_any(),
                vec![tag(Tone::Ok, "我们来查".to_owned()), words("电子证就行")],
            ),
        ],
    };
    vec![("papers", render(table.view()))]
}
