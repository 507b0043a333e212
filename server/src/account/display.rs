//! `/display`: how pages are shown. Chosen by anybody, without script, kept in a cookie and, for who is
//! signed in, with the account.

use axum::extract::Query;
use axum::http::header;
use serde::Deserialize;
use zhida_app::account::settings::{self, Settings};
use zhida_app::components::notice::DONE;
use zhida_app::frame::{Display, SETTINGS};
use zhida_app::text::{Language, Level};

use crate::store::account;
use crate::web::gate::keep_typed;
use crate::web::visitor::display_words;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The query of the settings page.
#[derive(Debug, Deserialize)]
pub struct Asked {
    r#return: Option<String>,
    saved: Option<String>,
}

/// `GET /display`.
pub async fn show(visitor: Visitor, Query(asked): Query<Asked>) -> Reply {
    let settings = Settings {
        display: visitor.display,
        return_to: asked.r#return.as_deref().map_or("/", own_path).to_owned(),
        saved: asked.saved.is_some(),
    };
    visitor.page(|text| settings::page(text, &settings))
}

/// The fields of the display bar and of the settings page. What else comes was typed into the page the bar stands on.
const FIELDS: [&str; 11] = [
    SETTINGS, "text", "theme", "view", "spacing", "motion", "aloud", "language", "level", "reset", "return",
];

/// `POST /display`: the display bar's buttons and the settings page alike.
pub async fn choose(visitor: Visitor, Query(asked): Query<Asked>, typed: Typed) -> Answer {
    let mut display = visitor.display;
    let mut language = visitor.language;
    let mut level = visitor.level;
    if typed.get("reset").is_some() {
        display = Display::default();
        level = Level::default();
    } else {
        for (name, value) in &typed.0 {
            match name.as_str() {
                "language" => language = Language::parse(value).unwrap_or(language),
                "level" => level = Level::parse(value).unwrap_or(level),
                name => display.choose(name, value),
            }
        }
    }
    let to = typed.get("return").or(asked.r#return.as_deref()).map_or("/", own_path);
    keep_what_the_page_had(&visitor, to, &typed).await?;
    if typed.get(SETTINGS).is_some() {
        return Ok(visitor.see_other(&format!("/display?return={}", encoded(to))));
    }
    // Whoever comes from the settings page itself is told that it worked.
    let from_settings = typed.get("motion").is_some() || typed.get("reset").is_some();
    let to = if from_settings {
        format!("/display?saved=1&return={}#{DONE}", encoded(to))
    } else {
        to.to_owned()
    };
    if let Some(id) = visitor.session.as_ref().and_then(|session| session.account.as_ref()) {
        let mut tx = visitor.portal.store.begin().await?;
        account::update_display(&mut tx, id, &display_words(language, level, display)).await?;
        tx.commit().await?;
    }
    let mut reply = visitor.see_other(&to);
    let cookie = visitor.display_cookie(language, level, display);
    reply.headers_mut().insert(header::SET_COOKIE, cookie);
    Ok(reply)
}

/// What was typed into the page that the bar stands on is there when it comes back.
async fn keep_what_the_page_had(visitor: &Visitor, page: &str, typed: &Typed) -> Result<(), Fault> {
    let fields = typed.0.iter().filter(|(name, _)| !FIELDS.contains(&name.as_str()));
    let fields = Typed(fields.cloned().collect());
    match visitor.session.as_ref().or(visitor.ended.as_ref()) {
        Some(session) if !fields.0.is_empty() => {
            let page = page.split('?').next().unwrap_or_default();
            keep_typed(visitor, session, page, &fields).await
        }
        _ => Ok(()),
    }
}

/// A path on this site, or the first page: nobody is sent elsewhere by a forged address.
pub fn own_path(path: &str) -> &str {
    let bytes = path.as_bytes();
    let own = bytes.first() == Some(&b'/')
        && !matches!(bytes.get(1), Some(b'/' | b'\\'))
        && bytes.iter().all(|byte| byte.is_ascii_graphic() && *byte != b'\\');
    if own { path } else { "/" }
}

/// A path as a value in a query.
fn encoded(path: &str) -> String {
    percent_encoding::utf8_percent_encode(path, percent_encoding::NON_ALPHANUMERIC).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_our_own_are_gone_back_to() {
        for path in ["/", "/services", "/services?q=1", "/check/1/grade"] {
            assert_eq!(own_path(path), path);
        }
        for path in [
            "",
            "services",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\r\nset-cookie: x",
            "/南",
        ] {
            assert_eq!(own_path(path), "/", "{path}");
        }
    }
}
