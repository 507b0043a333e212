//! `/services/{code}/place`: which county's amount to show.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use zhida_app::place;
use zhida_app::text::Phrase;

use super::cards::chosen_county;
use super::picker::{self, Ask, Chosen, Looking};
use crate::web::{Answer, Fault, Typed, Visitor};

/// `GET /services/{code}/place`.
pub async fn ask(visitor: Visitor, Path(code): Path<String>, Query(looking): Query<Looking>) -> Answer {
    let ask = question(&visitor, &code)?;
    let picker = picker::picker(&ask, &looking, Vec::new());
    Ok(visitor.page(|text| place::page(text, &picker)))
}

/// `POST /services/{code}/place`.
pub async fn choose(
    visitor: Visitor,
    Path(code): Path<String>,
    Query(looking): Query<Looking>,
    typed: Typed,
) -> Answer {
    let ask = question(&visitor, &code)?;
    Ok(match picker::read(&ask, &typed) {
        Ok(Chosen::County(county)) => visitor.see_other(&format!("/services/{code}?county={county}")),
        Ok(Chosen::Within(address)) => visitor.see_other(&address),
        Ok(Chosen::Outside) => visitor.see_other(&format!("/services/{code}")),
        Err(problems) => {
            let picker = picker::picker(&ask, &looking.keeping(&typed), problems);
            visitor.page_with(StatusCode::UNPROCESSABLE_ENTITY, |text| place::page(text, &picker))
        }
    })
}

fn question(visitor: &Visitor, code: &str) -> Result<Ask, Fault> {
    let service = visitor.portal.catalogue.service(code).ok_or(Fault::NotFound)?;
    Ok(Ask {
        action: format!("/services/{}/place", service.code),
        back: Some(format!("/services/{}", service.code)),
        title: Phrase::new("catalogue-place-title"),
        outside: false,
        chosen: chosen_county(visitor).map(|county| county.as_str().to_owned()),
    })
}
