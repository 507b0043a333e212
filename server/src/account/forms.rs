//! What all forms about accounts do: keep what was typed, show a password that its owner wants to see, go back to
//! where the visitor came from.

use axum::http::{StatusCode, header};
use serde::Deserialize;
use zhida_app::account::sign_in::Why;
use zhida_app::account::{Entries, field};
use zhida_app::apply::resume::ByCode;
use zhida_app::question::Problem;

use super::display::own_path;
use crate::apply::by_code;
use crate::web::{Reply, Secret, Typed, Visitor};

/// The query of pages that lead somewhere else afterwards.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    r#return: Option<String>,
    why: Option<String>,
}

impl Asked {
    /// A form nobody has touched.
    pub fn entries(&self) -> Entries {
        let hidden = self.r#return.as_deref().filter(|to| own_path(to) == *to);
        Entries {
            hidden: hidden
                .map(|to| ("return".to_owned(), to.to_owned()))
                .into_iter()
                .collect(),
            ..Entries::default()
        }
    }

    /// Why somebody was sent here.
    pub fn why(&self) -> Option<Why> {
        match self.why.as_deref()? {
            "needed" => Some(Why::Needed),
            "ended" => Some(Why::Ended { typed_kept: false }),
            "lost" => Some(Why::Lost),
            "kept" => Some(Why::Ended { typed_kept: true }),
            _ => None,
        }
    }

    /// Where it leads.
    pub fn back<'a>(&'a self, otherwise: &'a str) -> &'a str {
        back(self.r#return.as_deref(), otherwise)
    }

    /// How one gets there without an account.
    pub fn by_code(&self) -> Option<ByCode> {
        self.r#return.as_deref().and_then(by_code)
    }

    /// Another page that leads to the same place.
    pub fn leading_on(&self, page: &str) -> String {
        leading_on(page, self.r#return.as_deref())
    }
}

/// A path of our own that is not this room's own door.
pub fn back<'a>(to: Option<&'a str>, otherwise: &'a str) -> &'a str {
    let to = to.filter(|to| own_path(to) == *to && !to.contains("/sign-in") && !to.contains("/sign-up"));
    to.unwrap_or(otherwise)
}

/// A page with the place it leads to.
pub fn leading_on(page: &str, to: Option<&str>) -> String {
    match to.filter(|to| own_path(to) == *to) {
        Some(to) => {
            let to = percent_encoding::utf8_percent_encode(to, percent_encoding::NON_ALPHANUMERIC);
            format!("{page}?return={to}")
        }
        None => page.to_owned(),
    }
}

/// Whether the form was only sent to see what was typed as a password, or to see it no more.
pub fn only_shows(typed: &Typed) -> bool {
    typed.get(field::SHOW).is_some()
}

/// The form as it was sent, with what must be put right. Passwords stay in it where their owner sees them anyway, and
/// where `keep` says that they were not what was wrong.
pub fn again(typed: &Typed, problems: Vec<Problem>, keep: bool) -> Entries {
    let shown = match typed.get(field::SHOW) {
        Some(wish) => wish == "1",
        None => typed.get(field::SHOWN) == Some("1"),
    };
    let keep = keep || shown || only_shows(typed);
    let of_entries = |name: &str| match name {
        field::NAME | field::CODE => true,
        field::PASSWORD | field::NEW_PASSWORD => keep,
        _ => false,
    };
    let back = typed.get("return").filter(|to| own_path(to) == *to);
    Entries {
        hidden: back
            .map(|to| ("return".to_owned(), to.to_owned()))
            .into_iter()
            .collect(),
        typed: typed.0.iter().filter(|(name, _)| of_entries(name)).cloned().collect(),
        problems,
        shown,
    }
}

/// A form without passwords as it was sent, with what must be put right.
pub fn again_with(typed: &Typed, problems: Vec<Problem>, names: &[&str]) -> Entries {
    Entries {
        typed: typed
            .0
            .iter()
            .filter(|(name, _)| names.contains(&name.as_str()))
            .cloned()
            .collect(),
        problems,
        ..Entries::default()
    }
}

/// The status of a form that comes back.
pub fn status(problems: &[Problem], waits: bool) -> StatusCode {
    if waits {
        StatusCode::TOO_MANY_REQUESTS
    } else if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}

/// A page with secrets in it: nobody keeps it, the portal neither.
pub fn kept_by_nobody(mut reply: Reply) -> Reply {
    reply.extensions_mut().insert(Secret);
    let no_store = header::HeaderValue::from_static("no-store");
    reply.headers_mut().insert(header::CACHE_CONTROL, no_store);
    reply
}

/// What was typed into a field.
pub fn typed_or_empty<'a>(typed: &'a Typed, name: &str) -> &'a str {
    typed.get(name).unwrap_or_default()
}

/// Which way the visitor's session belongs: nobody signs in twice.
pub fn signed_in(visitor: &Visitor) -> bool {
    visitor
        .session
        .as_ref()
        .is_some_and(|session| session.account.is_some())
}
