//! Any of several.

use super::Checkboxes;
use crate::components::field::{Asked, Title};
use crate::components::radios::Choice;
use crate::frame::render;
use crate::text::Text;

/// Two of three chosen.
pub fn examples(text: Text<'_>) -> Vec<(&'static str, String)> {
    let choices = [("sms", "短信"), ("voice", "电话里念给我听"), ("braille", "盲文信")];
    let field = Checkboxes {
        asked: Asked {
            id: "way".to_owned(),
            name: "way".to_owned(),
            title: Title::Label("您想怎么收到消息？".to_owned()),
            hint: Some("可以选几种".to_owned()),
            error: None,
            optional: true,
        },
        choices: choices.map(|(value, label)| Choice::new(value, label)).to_vec(),
        chosen: vec!["sms".to_owned(), "braille".to_owned()],
    };
    vec![("two chosen", render(field.view(text)))]
}
