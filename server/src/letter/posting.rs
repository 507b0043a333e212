//! `/notices/{division}/print`: the notices of a place on paper, for the board.

use axum::extract::Path;
use zhida::letter::{Office, posting_number};
use zhida::place::OfficeKind;
use zhida_app::letter::posting::{self, Posting};
use zhida_app::letter::{Sheet, Signed};

use super::names;
use super::notices::{Place, listed};
use crate::store::casework::Scope;
use crate::web::{Answer, Fault, Visitor};

/// The longest list on one paper: some twenty sheets.
const LONGEST: u32 = 500;

/// `GET /notices/{division}/print`.
pub async fn show(visitor: Visitor, Path(division): Path<String>) -> Answer {
    let place = Place::of(&division).ok_or(Fault::NotFound)?;
    let portal = &visitor.portal;
    let today = portal.today();
    let scope = Scope::notices(place.county, today);
    let (posted, further) = listed(portal, &scope, &place, None, LONGEST).await?;
    let office = Office {
        kind: OfficeKind::CivilAffairs,
        county: place.county,
        township: None,
    };
    let issuer = names::issuer(portal, &office);
    let model = Posting {
        sheet: Sheet {
            back: Some((visitor.text().get("notices-back"), format!("/notices/{}", place.code))),
            number: Some(posting_number(&place.code, today)),
            to: None,
            signed: Some(Signed {
                office: issuer.clone(),
                on: today,
            }),
            office: issuer,
        },
        place: place.name,
        posted,
        more: further.is_some(),
        phone: names::phone(portal, &office),
    };
    Ok(visitor.page(|text| posting::page(text, &model)))
}
