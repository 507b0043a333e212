//! What must be put right.

use leptos::prelude::*;

use super::{Wrong, error_summary};
use crate::frame::render;
use crate::text::Text;

/// Two things, with the inputs they lead to.
pub fn examples(text: Text<'_>) -> Vec<(&'static str, String)> {
    let wrong = vec![
        Wrong {
            input: "summary-phone".to_owned(),
            message: "手机号少了1位数字".to_owned(),
        },
        Wrong {
            input: "summary-way".to_owned(),
            message: "请选至少一种联系办法".to_owned(),
        },
    ];
    let inputs = view! {
        <p>
            <label for="summary-phone">"手机号"</label>
            <input id="summary-phone" type="tel" name="phone" autocomplete="tel"/>
        </p>
        <p>
            <label for="summary-way">"短信"</label>
            <input id="summary-way" type="checkbox" name="way"/>
        </p>
    };
    vec![("two things", render(view! { {error_summary(text, wrong)} {inputs} }))]
}
