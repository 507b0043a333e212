//! Names and values.

use leptos::prelude::*;

use super::{Change, Fact, facts};
use crate::frame::render;

/// One typed, one from a register.
pub fn examples() -> Vec<(&'static str, String)> {
    let lines = vec![
        Fact {
            name: "姓名".to_owned(),
            value: "李春燕".to_owned().into_any(),
            source: None,
            change: Some(Change {
                words: "更改".to_owned(),
                href: "/apply/1/name".to_owned(),
            }),
        },
        Fact {
            name: "残疾等级".to_owned(),
            value: "二级".to_owned().into_any(),
            source: Some("残联的登记，2025年6月18日".to_owned()),
            change: Some(Change {
                words: "这不对".to_owned(),
                href: "/apply/1/grade".to_owned(),
            }),
        },
    ];
    vec![("typed and from a register", render(facts(lines)))]
}
