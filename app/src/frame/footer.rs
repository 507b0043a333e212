//! The other ways to get a thing done, at the end of every page in the same order (WCAG 3.2.6).

use leptos::prelude::*;

use super::{Frame, in_query};
use crate::text::Text;

/// 残疾人服务热线, the national line for disabled people.
pub(crate) const HOTLINE: &str = "12385";

pub(super) fn view(frame: &Frame<'_>, text: Text<'_>) -> AnyView {
    if frame.at_work() {
        return at_work(frame, text);
    }
    view! {
        <footer class="site-footer">
            <div class="wrap">
                <h2>{text.get("frame-offline")}</h2>
                <dl class="site-footer-contact">
                    <div>
                        <dt>{text.get("frame-phone")}</dt>
                        <dd><p>{text.get("frame-phone-says")}</p><p><a href=format!("tel:{HOTLINE}")>{text.with("frame-call", &[("number", HOTLINE.into())])}</a></p><p><a href="/help#no-voice">{text.get("frame-no-voice")}</a></p></dd>
                    </div>
                    <div>
                        <dt>{text.get("frame-window")}</dt>
                        <dd><p>{text.get("frame-window-says")}</p><p><a href="/help#window">{text.get("frame-window-more")}</a></p></dd>
                    </div>
                    <div>
                        <dt>{text.get("frame-helper")}</dt>
                        <dd><p>{text.get("frame-helper-says")}</p><p><a href="/help#helper">{text.get("frame-helper-more")}</a></p></dd>
                    </div>
                </dl>
                <nav aria-label=text.get("frame-about")>
                    <ul class="bar-list" role="list">
                        <li><a href="/accessibility">{text.get("frame-accessibility")}</a></li>
                        <li><a href=feedback(frame)>{text.get("frame-feedback")}</a></li>
                        <li><a href="/privacy">{text.get("frame-privacy")}</a></li>
                        <li><a href="/help#complain">{text.get("frame-complain")}</a></li>
                    </ul>
                </nav>
            </div>
        </footer>
    }
    .into_any()
}

/// The form to say what does not work, knowing on which page that is; never what the page was asked for.
fn feedback(frame: &Frame<'_>) -> String {
    let page = frame.path.split('?').next().unwrap_or_default();
    in_query("/accessibility/feedback?page=", page)
}

/// Officers know the ways to get a thing done: what is left is about the site.
fn at_work(frame: &Frame<'_>, text: Text<'_>) -> AnyView {
    view! {
        <footer class="site-footer">
            <div class="wrap">
                <nav aria-label=text.get("frame-about")>
                    <ul class="bar-list" role="list">
                        <li><a href="/help">{text.get("frame-help")}</a></li>
                        <li><a href="/accessibility">{text.get("frame-accessibility")}</a></li>
                        <li><a href=feedback(frame)>{text.get("frame-feedback")}</a></li>
                        <li><a href="/privacy">{text.get("frame-privacy")}</a></li>
                        <li><a href="/">{text.get("frame-public")}</a></li>
                    </ul>
                </nav>
            </div>
        </footer>
    }
    .into_any()
}
