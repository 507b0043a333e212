//! What is shown to whoever cannot even connect. Nobody has read what they ask for: neither language nor display is
//! known, and no style sheet could be fetched.

use leptos::prelude::*;

use super::HOTLINE;
use crate::frame::render;
use crate::text::Text;

/// The whole document, in each language in turn, first the one of most people.
pub fn turned_away(languages: &[Text<'_>]) -> String {
    let title = languages.first().map(|text| text.get("errors-503"));
    let lang = languages.first().map(|text| text.language().code());
    let parts: Vec<_> = languages.iter().map(|text| part(*text)).collect();
    let html = render(view! {
        <html lang=lang>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <title>{title}</title>
            </head>
            <body>
                <main>{parts}</main>
            </body>
        </html>
    });
    format!("<!doctype html>\n{html}\n")
}

fn part(text: Text<'_>) -> impl IntoView {
    let call = text.with("home-call", &[("number", HOTLINE.into())]);
    view! {
        <section lang=text.language().code()>
            <h1>{text.get("errors-503")}</h1>
            <p>{text.get("errors-503-says")}</p>
            <p><a href="">{text.get("errors-again")}</a></p>
            <p>{text.get("errors-do-says")}</p>
            <p><a href=format!("tel:{HOTLINE}")>{call}</a></p>
        </section>
    }
}
