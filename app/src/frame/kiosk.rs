//! A machine in a hall, which anybody uses after anybody else: every page says so, can be wiped with one press, and
//! covers itself when nobody has touched it for a while. What covers it is style alone, since no script can be counted on.

use leptos::prelude::*;

use super::Frame;
use crate::components::actions::{self, Look};
use crate::text::Text;

/// Minutes until a page covers itself; one before that it warns. As in `style/83-kiosk.css`.
pub const COVERED_AFTER: u32 = 5;

pub(super) fn view(frame: &Frame<'_>, text: Text<'_>) -> Option<AnyView> {
    if !frame.kiosk || frame.at_work() {
        return None;
    }
    let says = text.with("frame-kiosk-says", &[("minutes", COVERED_AFTER.into())]);
    let more = text.with("frame-kiosk-more", &[("minutes", COVERED_AFTER.into())]);
    Some(
        view! {
            <aside class="wrap kiosk no-print" aria-label=text.get("frame-kiosk")>
                <p>{says}</p>
                {wipe(text.get("frame-kiosk-end"))}
            </aside>
            <section class="kiosk-warns" role="status" aria-label=text.get("frame-kiosk-warns")>
                <div class="choices">
                    <p>{text.get("frame-kiosk-warns")}</p>
                    <div class="choice">
                        <input type="checkbox" id="kiosk-more" name="more" value="yes"/>
                        <label for="kiosk-more">{more}</label>
                    </div>
                </div>
            </section>
            <section class="kiosk-covers" aria-labelledby="kiosk-covers">
                <h2 id="kiosk-covers">{text.get("frame-kiosk-over")}</h2>
                {wipe(text.get("frame-kiosk-anew"))}
            </section>
        }
        .into_any(),
    )
}

/// Signs out, forgets, begins anew.
fn wipe(words: String) -> AnyView {
    view! { <form method="post" action="/account/sign-out">{actions::submit(Look::Main, words)}</form> }.into_any()
}
