//! `/office/cases/{reference}/print/{document}`: the official papers of a case, as the office prints them. Reading
//! them here is no service on the person.

use axum::extract::Path;
use zhida_app::casework::href;

use super::case::keep_view;
use super::desk::Desk;
use super::history;
use super::people::People;
use super::queue::barred;
use crate::letter::papers::{self, Around};
use crate::letter::stated;
use crate::web::{Answer, Fault, Visitor};

/// The paper.
///
/// # Errors
/// A case that is none of theirs; a paper it does not have.
pub async fn show(visitor: Visitor, Path((reference, document)): Path<(String, String)>) -> Answer {
    let desk = Desk::of(visitor)?;
    let loaded = desk.load(&reference).await?;
    // The papers name people in full: whoever may not work on the case does not read them either.
    if barred(&desk, &loaded.case).is_some() {
        return Err(Fault::Forbidden);
    }
    keep_view(&desk, &loaded).await?;
    let (portal, case) = (desk.portal(), &loaded.case);
    let back = desk.visitor.text().get("casework-back-to-case");
    let around = Around {
        back: Some((back, href(case.opened.reference.as_str()))),
        ..Around::default()
    };
    let stated = stated::of_case(portal, case).await?;
    match document.as_str() {
        "acceptance" => {
            case.accepted.as_ref().ok_or(Fault::NotFound)?;
            let receipt = papers::receipt(portal, case, &around).ok_or(Fault::NotFound)?;
            Ok(desk.visitor.page(|text| papers::receipt_page(text, &receipt)))
        }
        "missing_papers" => {
            let missing = papers::missing(portal, case, &around).ok_or(Fault::NotFound)?;
            Ok(desk.visitor.page(|text| papers::missing_page(text, &missing)))
        }
        "decision" => {
            let letter = papers::decision(portal, case, &around, &stated).ok_or(Fault::NotFound)?;
            Ok(desk.visitor.page(|text| papers::decision_page(text, &letter)))
        }
        "reconsidered" => {
            let letter = papers::reconsidered(portal, case, &around).ok_or(Fault::NotFound)?;
            Ok(desk.visitor.page(|text| papers::reconsidered_page(text, &letter)))
        }
        "application_form" => {
            let people = People::load(&desk, history::officers(&loaded.events)).await?;
            let form = papers::form(portal, case, &around, stated, true, |id| people.name(id));
            Ok(desk.visitor.page(|text| papers::form_page(text, &form)))
        }
        _ => Err(Fault::NotFound),
    }
}
