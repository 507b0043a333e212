//! What is shown when a request cannot be answered: what happened, whose fault it is, what was kept,
//! and what to do. Never a code alone, never blame.

use leptos::prelude::*;

use crate::apply::resume::{ByCode, What};
use crate::components::actions::{self, Look};
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::frame::{HOTLINE, Page};
use crate::text::Text;

mod turned_away;

#[cfg(test)]
mod tests;

pub use turned_away::turned_away;

/// A failed request.
#[derive(Clone, Debug)]
pub struct Failure {
    /// What happened.
    pub cause: Cause,
    /// The number under which our log tells more, to be told on the phone.
    pub number: Option<String>,
    /// What became of what was typed, where that is known.
    pub typed: Option<Typed>,
    /// Where to try again: a page that can be got.
    pub again: Option<String>,
    /// How it goes without an account, where the address may be one of a draft or a case.
    pub by_code: Option<ByCode>,
}

/// What became of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// All earlier pages are stored.
    EarlierPagesSaved,
    /// Nothing had been typed, or nothing is stored by this page.
    NothingStored,
}

/// Why a request failed; each is one status code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// 400
    BadRequest,
    /// 403
    Forbidden,
    /// 403: whoever may act for somebody may do so no more.
    ActingEnded,
    /// 404: also what is somebody else's.
    NotFound,
    /// 405
    MethodNotAllowed,
    /// 408: what was sent came too slowly.
    TooSlow,
    /// 409: somebody else changed the same thing.
    Conflict,
    /// 413
    TooLarge,
    /// 415
    UnsupportedKind,
    /// 422, where no field of a page can be named.
    Unprocessable,
    /// 429
    TooMany {
        /// How long to wait.
        minutes: u32,
    },
    /// 500
    Internal,
    /// 503
    Unavailable,
}

impl Cause {
    /// The status code.
    pub fn status(self) -> u16 {
        match self {
            Self::BadRequest => 400,
            Self::Forbidden | Self::ActingEnded => 403,
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::TooSlow => 408,
            Self::Conflict => 409,
            Self::TooLarge => 413,
            Self::UnsupportedKind => 415,
            Self::Unprocessable => 422,
            Self::TooMany { .. } => 429,
            Self::Internal => 500,
            Self::Unavailable => 503,
        }
    }

    /// Its title, and what it means.
    fn words(self, text: Text<'_>) -> (&'static str, String) {
        match self {
            Self::BadRequest => ("errors-400", text.get("errors-400-says")),
            Self::Forbidden => ("errors-403", text.get("errors-403-says")),
            Self::ActingEnded => ("errors-acting-ended", text.get("errors-acting-ended-says")),
            Self::NotFound => ("errors-404", text.get("errors-404-says")),
            Self::MethodNotAllowed => ("errors-405", text.get("errors-405-says")),
            Self::TooSlow => ("errors-408", text.get("errors-408-says")),
            Self::Conflict => ("errors-409", text.get("errors-409-says")),
            Self::TooLarge => ("errors-413", text.get("errors-413-says")),
            Self::UnsupportedKind => ("errors-415", text.get("errors-415-says")),
            Self::Unprocessable => ("errors-422", text.get("errors-422-says")),
            Self::TooMany { minutes } => (
                "errors-429",
                text.with("errors-429-says", &[("minutes", minutes.into())]),
            ),
            Self::Internal => ("errors-500", text.get("errors-500-says")),
            Self::Unavailable => ("errors-503", text.get("errors-503-says")),
        }
    }
}

/// The page of a failure.
pub fn page(text: Text<'_>, failure: &Failure) -> Page {
    let (title, says) = match &failure.by_code {
        // Pressing "back" after an application was sent or thrown away leads to its pages, which are no more.
        Some(ByCode { what: What::Draft, .. }) => ("errors-404-draft", text.get("errors-404-draft-says")),
        _ => failure.cause.words(text),
    };
    let typed = failure.typed.map(|typed| {
        let words = match typed {
            Typed::EarlierPagesSaved => text.get("errors-typed-saved"),
            Typed::NothingStored => text.get("errors-typed-nothing"),
        };
        view! { <p>{words}</p> }
    });
    let mut acts = Vec::new();
    if let Some(again) = failure.again.clone() {
        acts.push(actions::go(Look::Main, text.get("errors-again"), again));
        acts.push(actions::link(text.get("errors-home"), "/"));
    } else {
        acts.push(actions::go(Look::Main, text.get("errors-home"), "/"));
        acts.push(actions::link(text.get("frame-services"), "/services"));
    }
    let body = view! {
        <h1>{heading::words(text.phrases(title, &[]))}</h1>
        <p class="lead">{says}</p>
        {typed}
        {failure.by_code.as_ref().map(|way| way.view(text))}
        {notice(Kind::Info, text.get("errors-do"), what_to_do(text, failure))}
        {actions::row(acts)}
    };
    Page::new(text.get(title), body).flowing()
}

fn what_to_do(text: Text<'_>, failure: &Failure) -> AnyView {
    let call = text.with("home-call", &[("number", HOTLINE.into())]);
    let number = failure
        .number
        .clone()
        .map(|number| view! { <p>{text.with("errors-number", &[("number", number.into())])}</p> });
    view! {
        <p>{text.get("errors-do-says")}</p>
        {number}
        <p><a href=format!("tel:{HOTLINE}")>{call}</a></p>
    }
    .into_any()
}
