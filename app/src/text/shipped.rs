//! The portal's own texts, built in.

use super::{Language, Level, Source, TextError, Texts};

macro_rules! shipped {
    ($($language:ident $level:ident $folder:literal: $($file:literal)*;)*) => {
        &[$($(Source {
            language: Language::$language,
            level: Level::$level,
            file: concat!("locales/", $folder, "/", $file, ".ftl"),
            text: include_str!(concat!("../../../locales/", $folder, "/", $file, ".ftl")),
        },)*)*]
    };
}

/// One file per subject; a test compares this list with the folders.
pub(super) const SHIPPED: &[Source<'static>] = shipped! {
    ZhCn Standard "zh-CN": "account" "admin" "aloud" "apply" "apply_pages" "assisted" "cases" "casework" "catalogue" "check" "confirmation" "criteria" "delegation" "display" "errors" "feedback" "frame" "help" "home" "letter" "message" "parts" "place" "question" "records" "refusals" "staff" "values";
    En Standard "en": "account" "admin" "aloud" "apply" "apply_pages" "assisted" "cases" "casework" "catalogue" "check" "confirmation" "criteria" "delegation" "display" "errors" "feedback" "frame" "help" "home" "letter" "message" "parts" "place" "question" "records" "refusals" "staff" "values";
    ZhCn Easy "zh-CN-x-easy": "account" "aloud" "apply" "apply_pages" "cases" "catalogue" "check" "confirmation" "delegation" "display" "errors" "feedback" "frame" "help" "home" "letter" "message" "parts" "place" "question" "values";
};

/// The portal's own texts alone.
pub fn texts_shipped() -> Result<Texts, TextError> {
    Texts::load(SHIPPED.iter().cloned())
}

/// The portal's own texts together with others: those of the services.
pub fn texts_with<'a>(others: impl IntoIterator<Item = Source<'a>>) -> Result<Texts, TextError> {
    let shipped: &[Source<'a>] = SHIPPED;
    Texts::load(shipped.iter().cloned().chain(others))
}
