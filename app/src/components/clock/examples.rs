//! Limits.

use zhida::calendar::Date;

use super::{Limit, clock};
use crate::frame::render;
use crate::text::{Name, Text};

/// Running, stopped, over.
pub fn examples(text: Text<'_>) -> Vec<(&'static str, String)> {
    let day = Date::from_ordinal_date(2025, 183).unwrap_or(Date::MIN);
    let who = Name::only("汉昌街道");
    let running = Limit::Running {
        left: 4,
        whole: 10,
        last_day: day,
        who: who.clone(),
    };
    vec![
        ("running", render(clock(text, "clock-running", &running))),
        (
            "stopped",
            render(clock(
                text,
                "clock-stopped",
                &Limit::Paused {
                    left: 4,
                    until: day,
                    yours: true,
                },
            )),
        ),
        ("over", render(clock(text, "clock-over", &Limit::Over { by: 2, who }))),
    ]
}
