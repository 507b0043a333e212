//! Days.

use super::DateField;
use crate::components::field::{Asked, Title};
use crate::frame::render;
use crate::text::Text;

/// Empty, and a day that does not exist.
pub fn examples(text: Text<'_>) -> Vec<(&'static str, String)> {
    let birthday = Asked {
        id: "birth".to_owned(),
        name: "birth".to_owned(),
        title: Title::Heading(vec!["您的".to_owned(), "出生日期？".to_owned()]),
        hint: Some("比如1988年8月8日".to_owned()),
        error: None,
        optional: false,
    };
    let until = Asked {
        id: "until".to_owned(),
        name: "until".to_owned(),
        title: Title::Label("残疾人证到期日".to_owned()),
        hint: None,
        error: Some("没有2月30日，请看看证上写的日子。".to_owned()),
        optional: false,
    };
    let typed = ["2030", "2", "30"].map(str::to_owned);
    vec![
        (
            "empty",
            render(
                DateField {
                    asked: birthday,
                    typed: Default::default(),
                    own_birthday: true,
                }
                .view(text),
            ),
        ),
        (
            "wrong",
            render(
                DateField {
                    asked: until,
                    typed,
                    own_birthday: false,
                }
                .view(text),
            ),
        ),
    ]
}
