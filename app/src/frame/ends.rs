//! Says that being signed in ends soon, and lets it go on with one press. Without script no page can
//! say so by itself, so every page that is opened in the last minutes does.

use leptos::prelude::*;

use super::{Frame, Reader};
use crate::components::actions::{self, Look};
use crate::components::notice::{Kind, headed};
use crate::text::Text;

/// Says on the page one comes back to that what was typed there last is not there.
pub(super) fn lost(frame: &Frame<'_>, text: Text<'_>) -> Option<AnyView> {
    frame.told.lost.then(|| {
        let says = view! { <p>{text.get("frame-lost-says")}</p> };
        view! {
            <section class="wrap session-ends" aria-label=text.get("frame-lost")>
                {headed(Kind::Wait, text.get("frame-lost"), says)}
            </section>
        }
        .into_any()
    })
}

/// Where [`stayed`] stands on a page: the place a browser goes to, so that it is the first thing heard.
pub const STAYED_AT: &str = "stayed";

/// Says that being signed in goes on.
pub(super) fn stayed(frame: &Frame<'_>, text: Text<'_>) -> Option<AnyView> {
    frame.told.stayed.then(|| {
        view! {
            <section class="wrap session-ends" id=STAYED_AT tabindex="-1" aria-labelledby="stayed-title">
                <div class="notice notice-ok"><h2 class="notice-title" id="stayed-title">{text.get("frame-stayed")}</h2></div>
            </section>
        }
        .into_any()
    })
}

pub(super) fn view(frame: &Frame<'_>, text: Text<'_>) -> Option<AnyView> {
    let minutes = frame.ends_in?;
    let title = text.with("frame-ends", &[("minutes", minutes.into())]);
    let body = match frame.reader {
        // Staff sign in anew, with both factors.
        Reader::Officer { .. } => view! { <p>{text.get("frame-ends-staff")}</p> }.into_any(),
        Reader::Account | Reader::Visitor => view! {
            <p>{text.get("frame-ends-says")}</p>
            <form method="post" action="/account/stay">
                <input type="hidden" name="return" value=frame.path.to_owned()/>
                {actions::row(vec![actions::submit(Look::Second, text.get("frame-stay"))])}
            </form>
        }
        .into_any(),
    };
    Some(
        view! {
            <section class="wrap session-ends" aria-label=text.get("frame-ends-name")>{headed(Kind::Wait, title, body)}</section>
        }
        .into_any(),
    )
}
