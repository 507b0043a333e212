//! `/cases/{reference}/letter` and `/cases/{reference}/print/{document}`: official papers, to read and to print.

use axum::extract::Path;
use zhida::access::OfficerId;

use super::papers::{self, Around};
use super::stated::{self, Numbers};
use crate::cases::{Opened, address, receive};
use crate::portal::Portal;
use crate::store::staff;
use crate::web::{Answer, Fault, Visitor};

/// `GET /cases/{reference}/letter`: the decision. The person is asked first whether they take it here: from then the
/// time to contest it counts.
pub async fn letter(visitor: Visitor, Path(reference): Path<String>) -> Answer {
    let opened = Opened::of(&visitor, &reference).await?;
    opened.case.decision_in_force().ok_or(Fault::NotFound)?;
    if !opened.letters_are_open() {
        // The case says how they get to read it.
        return Ok(visitor.see_other(&format!("{}#decision", address(opened.case.opened.reference))));
    }
    if let Some(asks) = receive::ask_first(&visitor, &opened) {
        return Ok(asks);
    }
    let portal = &visitor.portal;
    let contest = format!("{}/contest", address(opened.case.opened.reference));
    let around = Around {
        contest: opened.case.may_contest().then_some(contest),
        ..around(&visitor, &opened)
    };
    let stated = stated::of_case(portal, &opened.case, Numbers::Whole).await?;
    let letter = papers::decision(portal, &opened.case, &around, &stated);
    let letter = letter.ok_or(Fault::NotFound)?;
    Ok(visitor.page(|text| papers::decision_page(text, &letter)))
}

/// `GET /cases/{reference}/print/{document}`.
pub async fn print(visitor: Visitor, Path((reference, document)): Path<(String, String)>) -> Answer {
    let portal = &visitor.portal;
    match document.as_str() {
        "acceptance" => {
            let opened = readable(&visitor, &reference).await?;
            opened.case.accepted.as_ref().ok_or(Fault::NotFound)?;
            let receipt = papers::receipt(portal, &opened.case, &around(&visitor, &opened)).ok_or(Fault::NotFound)?;
            Ok(visitor.page(|text| papers::receipt_page(text, &receipt)))
        }
        "reconsidered" => {
            let opened = readable(&visitor, &reference).await?;
            let around = around(&visitor, &opened);
            let letter = papers::reconsidered(portal, &opened.case, &around).ok_or(Fault::NotFound)?;
            Ok(visitor.page(|text| papers::reconsidered_page(text, &letter)))
        }
        "missing_papers" => {
            let opened = Opened::of(&visitor, &reference).await?;
            opened.case.lists.last().ok_or(Fault::NotFound)?;
            let missing = papers::missing(portal, &opened.case, &around(&visitor, &opened)).ok_or(Fault::NotFound)?;
            Ok(visitor.page(|text| papers::missing_page(text, &missing)))
        }
        "application_form" => {
            let opened = case_or_first(&visitor, &reference).await?;
            let named = officers(portal, &opened).await?;
            let name = |id: &OfficerId| {
                let found = named.iter().find(|(known, _)| known == id);
                found.map(|(_, name)| name.clone()).unwrap_or_default()
            };
            let around = around(&visitor, &opened);
            let shown = opened.letters_are_open();
            let stated = stated::of_case(portal, &opened.case, Numbers::Whole).await?;
            let form = papers::form(portal, &opened.case, &around, stated, shown, name);
            Ok(visitor.page(|text| papers::form_page(text, &form)))
        }
        _ => Err(Fault::NotFound),
    }
}

/// A case by its reference; by that of an application, its first case. One form serves all of them.
async fn case_or_first(visitor: &Visitor, reference: &str) -> Result<Opened, Fault> {
    match Opened::of(visitor, reference).await {
        Err(Fault::NotFound) => Opened::first_of_application(visitor, reference).await,
        opened => opened,
    }
}

/// A case whose letters its reader may open.
async fn readable(visitor: &Visitor, reference: &str) -> Result<Opened, Fault> {
    let opened = Opened::of(visitor, reference).await?;
    if opened.letters_are_open() {
        Ok(opened)
    } else {
        Err(Fault::NotFound)
    }
}

fn around(visitor: &Visitor, opened: &Opened) -> Around {
    let here = address(opened.case.opened.reference);
    Around {
        back: Some((visitor.text().get("cases-back"), here.clone())),
        contest: None,
        papers: Some(format!("{here}/papers")),
    }
}

/// The officers who did something on a case, by name.
async fn officers(portal: &Portal, opened: &Opened) -> Result<Vec<(OfficerId, String)>, Fault> {
    let ids: Vec<OfficerId> = opened
        .events
        .iter()
        .filter_map(|recorded| recorded.by.officer().cloned())
        .collect();
    let named = staff::list_names(&mut portal.store.read(), &portal.keys, &ids).await?;
    Ok(named.into_iter().map(|(id, name, _)| (id, name)).collect())
}
