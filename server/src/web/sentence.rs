//! A sentence of somebody's own in a form: what it says, or what to do about it.

use zhida::casework::Sentence;
use zhida_app::question::too_long;
use zhida_app::text::Phrase;

/// A sentence that has to be there; `empty` says so where there is none.
///
/// # Errors
/// What to say beside the field.
pub fn sentence(said: &str, empty: impl FnOnce() -> Phrase) -> Result<Sentence, Phrase> {
    sentence_or_none(said)?.ok_or_else(empty)
}

/// A sentence that may be there. What is too long is never dropped.
///
/// # Errors
/// What to say beside the field.
pub fn sentence_or_none(said: &str) -> Result<Option<Sentence>, Phrase> {
    match Sentence::too_long(said) {
        Some(count) => Err(too_long(count, Sentence::LONGEST)),
        None => Ok(Sentence::parse(said)),
    }
}
