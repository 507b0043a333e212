//! The simple view begins with people: a telephone and the window of one's place, before anything else of the page
//! (工信部《互联网网站适老化通用设计规范》 asks that help is reached first). The footer has the same ways, as on every page.

use leptos::prelude::*;

use super::{Frame, HOTLINE, View};
use crate::catalogue::service::Office;
use crate::components::actions::{self, Look};
use crate::text::{Name, Text};

pub(super) fn view(frame: &Frame<'_>, text: Text<'_>) -> Option<AnyView> {
    if frame.display.view != View::Simple || frame.at_work() {
        return None;
    }
    let call = text.with("frame-near-call", &[("number", HOTLINE.into())]);
    let window = match frame.window {
        Some(office) => named(text, office),
        None => actions::go(Look::Second, text.get("frame-near-window"), "/help#window"),
    };
    Some(
        view! {
            <aside class="wrap near no-print" aria-label=text.get("frame-near")>
                {actions::go(Look::Second, call, format!("tel:{HOTLINE}"))}
                {window}
                <p><a href="/help#no-voice">{text.get("frame-no-voice")}</a></p>
            </aside>
        }
        .into_any(),
    )
}

/// Where it is and when it is open, and its own telephone.
fn named(text: Text<'_>, office: &Office) -> AnyView {
    let shown = |name: &Name| name.shown(text.language()).0.to_owned();
    let where_it_is = text.with(
        "frame-near-office",
        &[
            ("office", shown(&office.name).into()),
            ("address", shown(&office.address).into()),
            ("hours", shown(&office.hours).into()),
        ],
    );
    let call = text.with("service-office-call", &[("number", office.phone.clone().into())]);
    view! {
        <p>{where_it_is}</p>
        {actions::go(Look::Second, call, format!("tel:{}", office.phone))}
    }
    .into_any()
}
