//! From a page to a complete document.

use leptos::prelude::*;

use super::{Display, Page, bar, footer, header};
use crate::text::Text;

/// What a document needs besides its page and its words.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// The visitor's choice.
    pub display: Display,
    /// The page's own address, which the display bar comes back to: a path on this site that can be got.
    pub path: &'a str,
    /// The address of the style sheet.
    pub style_href: &'a str,
}

/// The whole document, with no script. Pages without islands leave nothing for the browser to hydrate.
pub fn document(frame: &Frame<'_>, text: Text<'_>, page: Page) -> String {
    let Page {
        title,
        body,
        section,
        problems,
        flow,
    } = page;
    let title = if problems {
        text.with("frame-title-wrong", &[("title", title.into())])
    } else {
        title
    };
    let title = text.with("frame-title", &[("title", title.into())]);
    let display = frame.display;
    let main_class = if flow { "wrap flow" } else { "wrap" };
    let head = view! {
        <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>{title}</title>
            <link rel="icon" href=header::ICON_HREF type="image/svg+xml"/>
            <link rel="stylesheet" href=frame.style_href.to_owned()/>
        </head>
    };
    let body = view! {
        <body>
            <a class="skip" href="#main">{text.get("frame-skip")}</a>
            {bar::view(frame, text)}
            {header::view(text, section)}
            <main id="main" class=main_class tabindex="-1">{body}</main>
            {footer::view(text)}
        </body>
    };
    let html = render(view! {
        <html
            lang=text.language().code()
            data-theme=display.theme()
            data-text=display.text()
            data-spacing=display.spacing()
            data-view=display.view()
            data-motion=display.motion()
        >
            {head.into_any()}
            {body.into_any()}
        </html>
    });
    format!("<!doctype html>\n{html}\n")
}

/// HTML as a validator wants it: without the marks Leptos leaves between neighbouring texts and in
/// place of nothing, which only a hydrating browser needs. Escaped text cannot hold them.
pub fn render(view: impl IntoView) -> String {
    let html = Owner::new().with(|| view.into_view().to_html());
    html.replace("<!--<() />-->", "").replace("<!>", "")
}
