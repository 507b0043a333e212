//! How to get help, online and without.

use leptos::prelude::*;

use crate::components::details::more;
use crate::components::heading;
use crate::frame::{HOTLINE, Page, Section};
use crate::text::Text;

/// The help page. The footer of every page leads to its parts.
pub fn help(text: Text<'_>) -> Page {
    let call = || {
        let words = text.with("home-call", &[("number", HOTLINE.into())]);
        view! { <p><a href=format!("tel:{HOTLINE}")>{words}</a></p> }
    };
    let body = view! {
        <h1>{heading::words(text.phrases("help-title", &[]))}</h1>
        <p class="lead">{text.get("help-lead")}</p>

        <h2 id="phone">{text.get("frame-phone")}</h2>
        <p>{text.get("help-phone")}</p>
        {call()}

        <h2 id="no-voice">{text.get("help-no-voice")}</h2>
        <p>{text.get("help-no-voice-says")}</p>
        <ul>
            <li>{text.get("help-no-voice-here")}</li>
            <li>{text.get("help-no-voice-need")}</li>
            <li>{text.get("help-no-voice-window")}</li>
            <li>{text.get("help-no-voice-helper")}</li>
        </ul>

        <h2 id="window">{text.get("frame-window")}</h2>
        <p>{text.get("help-window")}</p>
        <p>{text.get("help-window-bring")}</p>
        <ul>
            <li>{text.get("help-bring-id")}</li>
            <li>{text.get("help-bring-certificate")}</li>
            <li>{text.get("help-bring-account")}</li>
        </ul>
        <p>{text.get("help-window-missing")}</p>

        <h2 id="helper">{text.get("frame-helper")}</h2>
        <p>{text.get("help-helper")}</p>
        <p>{text.get("help-helper-visit")}</p>
        <p>{text.get("help-helper-own")}</p>

        <h2 id="reading">{text.get("help-reading")}</h2>
        <p>{text.get("help-reading-says")}</p>
        <p><a href="/display">{text.get("help-reading-settings")}</a></p>

        <h2 id="questions">{text.get("help-questions")}</h2>
        <div>
            {more(text.get("help-q-check"), view! { <p>{text.get("help-a-check")}</p> })}
            {more(text.get("help-q-hukou"), view! { <p>{text.get("help-a-hukou")}</p> })}
            {more(text.get("help-q-refused"), view! { <p>{text.get("help-a-refused")}</p> })}
            {more(text.get("help-q-free"), view! { <p>{text.get("help-a-free")}</p> })}
        </div>

        <h2 id="complain">{text.get("frame-complain")}</h2>
        <p>{text.get("help-complain")}</p>
        {call()}
    };
    Page::new(text.get("help-title"), body)
        .in_section(Section::Help)
        .flowing()
}
