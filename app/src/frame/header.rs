//! The mark of the house and the ways through it.

use leptos::prelude::*;

use super::{Frame, Reader, Section};
use crate::components::said;
use crate::text::Text;

/// Where the server serves [`ICON_SVG`].
pub const ICON_HREF: &str = "/icon.svg";

/// The mark as a picture of its own, for browser tabs: a line that ends at a person at home.
pub const ICON_SVG: &str = include_str!("../icons/mark.svg");

pub(super) fn view(frame: &Frame<'_>, text: Text<'_>, here: Option<Section>) -> AnyView {
    if frame.at_work() {
        return at_work(text, frame.reader, here);
    }
    let (account, last) = match frame.reader {
        Reader::Account => {
            let account = (Section::Account, "/account", text.get("frame-account"));
            (account, Some(sign_out(text, "/account/sign-out")))
        }
        _ => ((Section::Account, "/account/sign-in", text.get("frame-sign-in")), None),
    };
    // Who is signed in has cases to look after; everybody else first wants to know what there is for them.
    let third = match frame.reader {
        Reader::Account => (Section::Cases, "/cases", text.get("frame-cases")),
        _ => (Section::Check, "/check", text.get("frame-check")),
    };
    let ways = [
        (Section::Home, "/", text.get("frame-home")),
        (Section::Services, "/services", text.get("frame-services")),
        third,
        (Section::Help, "/help", text.get("frame-help")),
        account,
    ];
    header("/", text, text.get("frame-field"), Some(nav(text, here, &ways, last)))
}

/// The header of the working side: whose desk this is, and the ways through the work.
fn at_work(text: Text<'_>, reader: Reader<'_>, here: Option<Section>) -> AnyView {
    let Reader::Officer { name, office, does } = reader else {
        return header("/office", text, text.get("frame-staff"), None);
    };
    let mut ways = Vec::new();
    if does.casework {
        ways.push((Section::Queue, "/office", text.get("frame-queue")));
        ways.push((Section::Search, "/office/search", text.get("frame-search")));
    }
    if does.audit {
        ways.push((Section::Audit, "/office/audit", text.get("frame-audit")));
    }
    if does.jobs {
        ways.push((Section::Jobs, "/office/jobs", text.get("frame-jobs")));
        ways.push((Section::Feedback, "/office/feedback", text.get("frame-site-feedback")));
    }
    ways.push((Section::Account, "/office/account", text.get("frame-account")));
    let office = office.shown(text.language()).0;
    let desk = text.with("frame-desk", &[("office", office.into()), ("name", name.into())]);
    let nav = nav(text, here, &ways, Some(sign_out(text, "/office/sign-out")));
    header("/office", text, desk, Some(nav))
}

/// Leaving changes something, so it is a button.
fn sign_out(text: Text<'_>, action: &'static str) -> AnyView {
    view! {
        <li>
            <form method="post" action=action>
                <button type="submit">{text.get("frame-sign-out")}</button>
            </form>
        </li>
    }
    .into_any()
}

fn header(home: &'static str, text: Text<'_>, field: String, nav: Option<AnyView>) -> AnyView {
    // Whose desk it is is a name of here.
    let language = said::language(text, &field);
    view! {
        <header class="site-header">
            <div class="wrap">
                <a class="wordmark" href=home>
                    {mark()}
                    <span class="wordmark-name">{text.get("frame-name")}</span>
                    <span class="wordmark-field" lang=language>{field}</span>
                </a>
                {nav}
            </div>
        </header>
    }
    .into_any()
}

fn nav(
    text: Text<'_>,
    here: Option<Section>,
    ways: &[(Section, &'static str, String)],
    last: Option<AnyView>,
) -> AnyView {
    let ways = ways.iter().map(|(section, href, words)| {
        let current = (here == Some(*section)).then_some("true");
        view! { <li><a href=*href aria-current=current>{words.clone()}</a></li> }
    });
    view! {
        <nav class="site-nav" aria-label=text.get("frame-nav")>
            <ul class="bar-list" role="list">{ways.collect_view()}{last}</ul>
        </nav>
    }
    .into_any()
}

fn mark() -> AnyView {
    view! {
        <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
            <path
                d="M20 36h14V17.5L23 6 12.5 15.5M2 25h16"
                fill="none"
                stroke="currentColor"
                stroke-width="4"
                stroke-linecap="round"
                stroke-linejoin="round"
            />
            <circle class="mark-dot" cx="22" cy="25" r="5"/>
        </svg>
    }
    .into_any()
}
