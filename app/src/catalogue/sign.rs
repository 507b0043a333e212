//! A service explained in the national sign language: a film that begins only when somebody starts it, with captions,
//! and the same words to read. Where there is no film, nothing stands in its place.

use leptos::prelude::*;

use crate::components::details::more;
use crate::text::{Phrase, Text};

/// The film of a service.
#[derive(Clone, Debug)]
pub struct Film {
    /// The address of the film.
    pub video: String,
    /// Its content type.
    pub kind: &'static str,
    /// The address of its captions, in Chinese.
    pub captions: String,
    /// How long it is, in seconds.
    pub seconds: u32,
    /// What is signed: a line for each paragraph.
    pub says: Phrase,
}

/// The part of the page.
pub fn film(text: Text<'_>, service: &str, film: &Film) -> AnyView {
    let label = text.with(
        "sign-label",
        &[
            ("service", service.to_owned().into()),
            ("length", length(text, film.seconds).into()),
        ],
    );
    let words = text.say(&film.says);
    let words = words.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned);
    let words = words.map(|line| view! { <p>{line}</p> }).collect_view();
    view! {
        <section class="flow">
            <h2>{text.get("sign-title")}</h2>
            <video class="film" controls preload="none" width="1280" height="720" aria-label=label>
                <source src=film.video.clone() type=film.kind/>
                <track kind="captions" srclang="zh-CN" label=text.get("sign-captions") src=film.captions.clone() default/>
                <a href=film.video.clone()>{text.get("sign-fetch")}</a>
            </video>
            {more(text.get("sign-words"), words)}
        </section>
    }
    .into_any()
}

/// How long something lasts, in minutes and seconds.
pub fn length(text: Text<'_>, seconds: u32) -> String {
    let minutes = text.with("sign-minutes", &[("count", (seconds / 60).into())]);
    let rest = text.with("sign-seconds", &[("count", (seconds % 60).into())]);
    match (seconds / 60, seconds % 60) {
        (0, _) => rest,
        (_, 0) => minutes,
        _ => text.with("sign-both", &[("minutes", minutes.into()), ("seconds", rest.into())]),
    }
}
