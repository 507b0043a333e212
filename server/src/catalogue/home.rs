//! `/`: the first page.

use zhida_app::catalogue::home::{self, Home};

use super::cards::cards;
use crate::web::{Reply, Visitor};

/// `GET /`.
pub async fn show(visitor: Visitor) -> Reply {
    let home = Home {
        services: cards(&visitor),
        most_questions: u32::try_from(visitor.portal.catalogue.most_questions()).unwrap_or(u32::MAX),
    };
    visitor.page(|text| home::page(text, &home))
}
