//! Lines of text.

use super::{Autocomplete, Entry, TextField, Width};
use crate::components::field::{Asked, Title};
use crate::frame::render;
use crate::text::Text;

/// Required, optional, wrong, and the only question of its page.
pub fn examples(text: Text<'_>) -> Vec<(&'static str, String)> {
    let asked = |id: &str, title| Asked {
        id: id.to_owned(),
        name: id.to_owned(),
        title,
        hint: None,
        error: None,
        optional: false,
    };
    let label = |words: &str| Title::Label(words.to_owned());
    let name = TextField {
        asked: Asked {
            hint: Some("和身份证上的一样".to_owned()),
            ..asked("name", label("姓名"))
        },
        typed: "李春燕".to_owned(),
        width: Width::Identity,
        entry: Entry::Text,
        autocomplete: Autocomplete::Name,
    };
    let phone = TextField {
        asked: Asked {
            hint: Some("11位数字，中间有空格也可以".to_owned()),
            error: Some("手机号少了1位数字。您填了10位，请补上。".to_owned()),
            optional: true,
            ..asked("phone", label("手机号"))
        },
        typed: "138 0000 001".to_owned(),
        width: Width::Phone,
        entry: Entry::Phone,
        autocomplete: Autocomplete::Phone,
    };
    let alone = TextField {
        asked: asked(
            "village",
            Title::Heading(vec!["您住在".to_owned(), "哪个村？".to_owned()]),
        ),
        typed: String::new(),
        width: Width::Full,
        entry: Entry::Text,
        autocomplete: Autocomplete::Off,
    };
    vec![
        ("required", render(name.view(text))),
        ("wrong and optional", render(phone.view(text))),
        ("only question", render(alone.view(text))),
    ]
}
