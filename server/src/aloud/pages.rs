//! A page as audio: for whoever would be shown it, in their language and level.

use axum::http::{HeaderValue, header};
use axum::response::IntoResponse as _;
use zhida::aloud::{Manner, Tongue, sentences};
use zhida_app::aloud::blocks;
use zhida_app::frame::Page;
use zhida_app::text::Language;

use super::{Audio, VoiceProblem};
use crate::account::allowance;
use crate::web::{Answer, Fault, Reply, Visitor};

/// The address at which a page can be heard, where something speaks.
pub fn offered(visitor: &Visitor, href: String) -> Option<String> {
    visitor.portal.speech.as_ref().map(|_| href)
}

/// What a page says, spoken.
///
/// # Errors
/// Nothing that speaks, too much for a day, all places taken, a voice that fails.
pub async fn hear(visitor: &Visitor, page: Page) -> Answer {
    let speech = visitor.portal.speech.as_ref().ok_or(Fault::NotFound)?;
    let text = said(visitor, page);
    if !allowance::AUDIO.spend(visitor, 1).await? {
        return Err(Fault::TooMany { minutes: 60 });
    }
    match speech.speak(&text, visitor.language).await {
        Ok(audio) => Ok(answer(audio)),
        Err(VoiceProblem::Busy | VoiceProblem::TooSlow) => Err(Fault::Unavailable),
        Err(problem) => Err(Fault::internal(problem)),
    }
}

/// The text for the voice: first that it is a machine's, then each sentence on a line of its own.
fn said(visitor: &Visitor, page: Page) -> String {
    let text = visitor.text();
    let names = page.names().to_vec();
    let manner = Manner {
        tongue: match text.language() {
            Language::ZhCn => Tongue::Chinese,
            Language::En => Tongue::English,
        },
        one: visitor.portal.config.voice_one,
        names: &names,
    };
    let begins = text.get("aloud-audio-begins");
    let blocks = std::iter::once(begins).chain(blocks(text, page));
    let lines: Vec<String> = blocks
        .flat_map(|block| sentences(&block, &manner))
        .map(|sentence| sentence.said)
        .collect();
    lines.join("\n")
}

/// Into the window's own player, and kept nowhere.
fn answer(audio: Audio) -> Reply {
    let headers = [
        (header::CONTENT_TYPE, audio.kind),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("inline")),
        // What a browser makes around it asks for it again, with styles of its own.
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("default-src 'none'; media-src 'self'; style-src 'unsafe-inline'"),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    ];
    (headers, audio.bytes).into_response()
}
