//! What is said outside the portal, where others of the house read it too: that there is a message, and where. Never
//! what it is about.

use leptos::prelude::*;

use crate::frame::render;
use crate::text::Text;

/// The hotline of all public services: that of disabled people would say whom it concerns.
pub const HOTLINE: &str = "12345";

/// The words of a short message.
pub fn short_message(text: Text<'_>, site: &str) -> String {
    text.with(
        "message-outside-sms",
        &[("site", site.to_owned().into()), ("number", HOTLINE.into())],
    )
}

/// The subject and the words of an e-mail.
pub fn mail(text: Text<'_>, site: &str) -> (String, String) {
    let words = text.with(
        "message-outside-mail",
        &[("site", site.to_owned().into()), ("number", HOTLINE.into())],
    );
    (text.get("message-outside-subject"), words)
}

/// The words with a link code, in a short message or a letter.
pub fn code(text: Text<'_>, code: &str) -> String {
    text.with("message-outside-code", &[("code", code.to_owned().into())])
}

/// A letter for the post, as a page of its own that needs nothing else to be printed.
pub fn letter(text: Text<'_>, (name, address): (&str, &str), words: &[String]) -> String {
    let paragraphs = words.iter().map(|words| view! { <p>{words.clone()}</p> });
    let title = text.get("message-outside-subject");
    let body = view! {
        <address>{address.to_owned()}<br/>{text.with("message-outside-to", &[("name", name.to_owned().into())])}</address>
        <main>
            <h1>{title.clone()}</h1>
            {paragraphs.collect_view()}
            <p>{text.get("message-outside-signed")}</p>
        </main>
    };
    let body = render(body);
    let head = view! { <title>{title}</title> };
    let head = render(head);
    format!(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">{head}<style>{STYLE}</style></head><body>{body}</body></html>\n",
        text.language().code()
    )
}

/// The words of the letter that only says that there is a message.
pub fn letter_words(text: Text<'_>, site: &str) -> Vec<String> {
    vec![mail(text, site).1]
}

/// The address stands where the window of an envelope is; the words are large.
const STYLE: &str = "@page{size:A4;margin:25mm}body{font:18pt/1.6 sans-serif;margin:0}\
address{font-style:normal;height:60mm;width:100mm}h1{font-size:22pt}";
