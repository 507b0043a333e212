//! The pages about the portal itself.

use zhida_app::help::{self as pages, Statement};

use crate::web::{Reply, Visitor};

/// `GET /help`.
pub async fn help(visitor: Visitor) -> Reply {
    visitor.page(pages::help)
}

/// `GET /accessibility`.
pub async fn accessibility(visitor: Visitor) -> Reply {
    visitor.page(|text| pages::accessibility(text, Statement::default()))
}

/// `GET /privacy`.
pub async fn privacy(visitor: Visitor) -> Reply {
    visitor.page(pages::privacy)
}
