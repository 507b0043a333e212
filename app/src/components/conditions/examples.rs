//! Conditions.

use super::{Condition, conditions};
use crate::components::tag::Tone;
use crate::frame::render;

/// Met, not met, unknown.
pub fn examples() -> Vec<(&'static str, String)> {
    let condition = |tone, state: &str, says: &str, basis: Option<&str>| Condition {
        tone,
        state: state.to_owned(),
        says: says.to_owned(),
        basis: basis.map(str::to_owned),
        ask: None,
    };
    let mut open = condition(Tone::Open, "还不知道", "有没有在领养老护理补贴？", None);
    open.ask = Some(("现在回答".to_owned(), "/check/other".to_owned()));
    let lines = vec![
        condition(Tone::Ok, "符合", "户口在湖南。", Some("您的回答：平江县")),
        condition(
            Tone::No,
            "不符合",
            "您家正在享受低保。",
            Some("依据：湘政发〔2015〕54号"),
        ),
        open,
    ];
    vec![("three states", render(conditions(lines)))]
}
