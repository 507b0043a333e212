//! From a page to a complete document.

use leptos::prelude::*;
use zhida::aloud::One;

use super::{Display, Page, bar, ends, footer, guest, header, kiosk, near, quiet};
use crate::aloud::{self, Audio};
use crate::catalogue::service::Office;
use crate::text::{Name, Text};

/// What a document needs besides its page and its words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Frame<'a> {
    /// The visitor's choice.
    pub display: Display,
    /// The page's own address, which the display bar comes back to: a path on this site that can be got.
    pub path: &'a str,
    /// The address of the style sheet.
    pub style_href: &'a str,
    /// What reads pages aloud in browsers, where the program was built with it.
    pub reading: Option<Reading<'a>>,
    /// Who reads the page, as far as the header says it.
    pub reader: Reader<'a>,
    /// When being signed in ends, where that is near: the minutes left.
    pub ends_in: Option<u32>,
    /// The page shows a draft or a case to somebody without an account, who may sit at a shared computer.
    pub guest: bool,
    /// The window of the visitor's place, where the [simple view](super::View::Simple) begins with it.
    pub window: Option<&'a Office>,
    /// It is shown by a machine in a hall.
    pub kiosk: bool,
    /// What is said above the page of what just happened.
    pub told: Told,
}

/// What just happened to who comes back to a page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Told {
    /// What was typed into this page could not be kept: nobody was signed in any more.
    pub lost: bool,
    /// Being signed in was made to go on.
    pub stayed: bool,
}

/// What reads pages aloud in browsers.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The address of its script.
    pub script: &'a str,
    /// How the digit 1 is said in numbers told digit by digit.
    pub one: One,
}

/// Who reads a page.
#[derive(Clone, Copy, Debug, Default)]
pub enum Reader<'a> {
    /// Anybody.
    #[default]
    Visitor,
    /// Somebody who is signed in for themselves or another. The header does not name them:
    /// others may see the screen.
    Account,
    /// Somebody who is signed in to work here.
    Officer {
        /// The officer's name.
        name: &'a str,
        /// The office.
        office: &'a Name,
        /// What their posts let them do.
        does: Does,
    },
}

/// The parts of the working side that somebody's posts open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Does {
    /// The queue and the search.
    pub casework: bool,
    /// Who saw what.
    pub audit: bool,
    /// Work of the portal itself that failed.
    pub jobs: bool,
}

impl Frame<'_> {
    /// Whether the page is one of the working side, failures there included; also where an officer files for somebody on
    /// the pages of residents.
    pub(super) fn at_work(&self) -> bool {
        let below = |folder: &str| {
            let rest = self.path.strip_prefix(folder);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
        };
        below("/office") || (below("/apply") && matches!(self.reader, Reader::Officer { .. }))
    }
}

/// The whole document, with no script but for whoever had pages read aloud. There is nothing for the browser to hydrate.
pub fn document(frame: &Frame<'_>, text: Text<'_>, page: Page) -> String {
    let Page {
        title,
        body,
        section,
        problems,
        flow,
        code,
        kept,
        audio,
        quiet,
        names,
    } = page;
    let title = if problems {
        text.with("frame-title-wrong", &[("title", title.into())])
    } else {
        title
    };
    let title = text.with("frame-title", &[("title", title.into())]);
    let display = frame.display;
    let (main, audio) = match audio {
        // How long it takes is seen from what it says.
        Some(href) => {
            let html = render(body);
            let audio = Audio::of(href, &html, text.language());
            (html, Some(audio))
        }
        None => (render(body), None),
    };
    let main = if quiet { quiet::forgotten(&main) } else { main };
    let main_class = if flow { "wrap flow" } else { "wrap" };
    let script = frame.reading.filter(|_| display.reads_aloud());
    let script = script.map(|reading| view! { <script src=reading.script.to_owned() defer></script> });
    let head = view! {
        <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>{title}</title>
            <link rel="icon" href=header::ICON_HREF type="image/svg+xml"/>
            <link rel="stylesheet" href=frame.style_href.to_owned()/>
            {script}
        </head>
    };
    let inner = view! {
        <a class="skip" href="#main">{text.get("frame-skip")}</a>
        {bar::view(frame, text, kept)}
        {header::view(frame, text, section)}
        {ends::view(frame, text)}
        {ends::lost(frame, text)}
        {ends::stayed(frame, text)}
        {near::view(frame, text)}
        {kiosk::view(frame, text)}
        {aloud::section(frame, text, audio, &names)}
        <main id="main" class=main_class tabindex="-1" inner_html=main></main>
        {guest::view(frame, text, code)}
        {footer::view(frame, text)}
    };
    let body = if frame.at_work() {
        view! { <body class="area-work">{inner}</body> }.into_any()
    } else {
        view! { <body>{inner}</body> }.into_any()
    };
    let html = view! {
        <html
            lang=text.language().code()
            data-theme=display.theme()
            data-text=display.text()
            data-spacing=display.spacing()
            data-view=display.view()
            data-motion=display.motion()
            data-kiosk=frame.kiosk.then_some("")
        >
            {head.into_any()}
            {body}
        </html>
    };
    let mut document = "<!doctype html>\n".to_owned();
    render_onto(&mut document, html);
    document.push('\n');
    document
}

/// HTML as a validator wants it: without the marks Leptos leaves between neighbouring texts and in
/// place of nothing, which only a hydrating browser needs. Escaped text cannot hold them.
pub fn render(view: impl IntoView) -> String {
    let mut html = String::new();
    render_onto(&mut html, view);
    html
}

fn render_onto(document: &mut String, view: impl IntoView) {
    const MARKS: [&str; 2] = ["<!>", "<!--<() />-->"];
    let html = Owner::new().with(|| view.into_view().to_html());
    document.reserve(html.len());
    let mut copied = 0;
    for at in memchr::memmem::find_iter(html.as_bytes(), "<!") {
        let Some(mark) = MARKS.iter().find(|mark| html[at..].starts_with(**mark)) else {
            continue;
        };
        document.push_str(&html[copied..at]);
        copied = at + mark.len();
    }
    document.push_str(&html[copied..]);
}
