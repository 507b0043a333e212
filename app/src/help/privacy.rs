//! What becomes of what people tell us.

use leptos::prelude::*;

use crate::components::heading;
use crate::frame::{HOTLINE, Page};
use crate::text::Text;

/// The privacy page.
pub fn privacy(text: Text<'_>) -> Page {
    let body = view! {
        <h1>{heading::words(text.phrases("privacy-title", &[]))}</h1>
        <p class="lead">{text.get("privacy-lead")}</p>

        <h2>{text.get("privacy-check")}</h2>
        <p>{text.get("privacy-check-says")}</p>

        <h2>{text.get("privacy-cookies")}</h2>
        <p>{text.get("privacy-cookies-says")}</p>
        <ul>
            <li>{text.get("privacy-cookie-display")}</li>
            <li>{text.get("privacy-cookie-session")}</li>
            <li>{text.get("privacy-cookie-device")}</li>
        </ul>
        <p>{text.get("privacy-no-others")}</p>

        <h2>{text.get("privacy-decide")}</h2>
        <p>{text.get("privacy-decide-says")}</p>

        <h2>{text.get("privacy-rights")}</h2>
        <p>{text.get("privacy-rights-says")}</p>
        <p><a href=format!("tel:{HOTLINE}")>{text.with("home-call", &[("number", HOTLINE.into())])}</a></p>
    };
    Page::new(text.get("privacy-title"), body).flowing()
}
