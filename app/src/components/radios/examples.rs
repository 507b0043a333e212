//! One of several.

use super::{Choice, Radios};
use crate::components::field::{Asked, Title};
use crate::frame::render;
use crate::text::Text;

fn aid() -> Radios {
    let choice =
        |value: &str, label: &str, hint: Option<&str>| Choice::new(value, label).hinted(hint.map(str::to_owned));
    Radios {
        asked: Asked {
            id: "aid".to_owned(),
            name: "aid".to_owned(),
            title: Title::Heading(vec!["您家现在".to_owned(), "属于哪一种？".to_owned()]),
            hint: Some("这决定能不能领生活补贴。".to_owned()),
            error: None,
            optional: false,
        },
        choices: vec![
            choice("dibao", "低保家庭", Some("每月领最低生活保障金")),
            choice("dibao_marginal", "低保边缘家庭", Some("民政认定过，但不领低保金")),
            choice("none", "都不是", None),
        ],
        unknown: true,
        chosen: None,
        columns: false,
    }
}

/// Untouched, answered, wrong.
pub fn examples(text: Text<'_>) -> Vec<(&'static str, String)> {
    let mut answered = aid();
    answered.chosen = Some("none".to_owned());
    let mut wrong = aid();
    wrong.asked.error = Some("请选一种，说不准就选“我不清楚”。".to_owned());
    vec![
        ("untouched", render(aid().view(text))),
        ("answered", render(answered.view(text))),
        ("wrong", render(wrong.view(text))),
    ]
}
