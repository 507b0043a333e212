//! Lines.

use super::{State, Stop, route};
use crate::frame::render;
use crate::text::Text;

/// A case on its way, and a way explained.
pub fn examples(text: Text<'_>) -> Vec<(&'static str, String)> {
    let stop = |state, name: &str, when: &str| Stop {
        state,
        name: name.to_owned(),
        when: Some(when.to_owned()),
        body: None,
    };
    let on_its_way = vec![
        stop(State::Done, "您递交了申请", "6月18日"),
        stop(State::Now, "汉昌街道初审", "最晚7月2日（星期三）"),
        stop(State::Next, "县残联核对", "最晚7月16日"),
    ];
    let explained = vec![stop(State::Planned, "您递交申请", "从这一个月开始算钱")];
    vec![
        ("on its way", render(route(text, on_its_way, true))),
        ("explained", render(route(text, explained, false))),
    ]
}
