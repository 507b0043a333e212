//! The pages about the portal itself.

use std::sync::LazyLock;

use axum::extract::Path;
use zhida::accessibility::{Evidence, Level};
use zhida_app::help as pages;

use crate::web::{Answer, Fault, Reply, Visitor};

/// What is known of how accessible the portal is. It changes with the program alone.
static EVIDENCE: LazyLock<Evidence> = LazyLock::new(Evidence::shipped);

/// `GET /help`.
pub async fn help(visitor: Visitor) -> Reply {
    visitor.page(pages::help)
}

/// `GET /accessibility`.
pub async fn accessibility(visitor: Visitor) -> Reply {
    visitor.page(|text| pages::accessibility(text, &EVIDENCE))
}

/// `GET /accessibility/criteria/{level}`.
///
/// # Errors
/// There is no such level.
pub async fn criteria(visitor: Visitor, Path(level): Path<String>) -> Answer {
    let level = Level::parse(&level).ok_or(Fault::NotFound)?;
    Ok(visitor.page(|text| pages::criteria(text, &EVIDENCE, level)))
}

/// `GET /privacy`.
pub async fn privacy(visitor: Visitor) -> Reply {
    visitor.page(pages::privacy)
}
