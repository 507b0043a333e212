//! What somebody without an account needs after every page of a draft or a case: the code to come back with, and a way
//! to leave a computer that others use as well.

use leptos::prelude::*;

use super::Frame;
use crate::components::actions::{self, Look};
use crate::text::Text;

pub(super) fn view(frame: &Frame<'_>, text: Text<'_>, code: Option<String>) -> Option<AnyView> {
    if !frame.guest {
        return None;
    }
    let code = code.map(|code| {
        view! {
            <p class="strong">{text.with("frame-guest-code", &[("code", code.into())])}</p>
            <p>{text.get("frame-guest-code-says")}</p>
        }
    });
    Some(
        view! {
            <aside class="wrap guest no-print" aria-label=text.get("frame-guest")>
                <div class="section measure stack-2">
                    {code}
                    <form method="post" action="/account/sign-out">
                        {actions::row(vec![actions::submit(Look::Second, text.get("frame-guest-leave"))])}
                    </form>
                    <p class="hint">{text.get("frame-guest-leave-says")}</p>
                </div>
            </aside>
        }
        .into_any(),
    )
}
