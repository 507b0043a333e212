//! `POST /cases/{reference}/letter`: the person takes the decision over the internet. That is its service, from which
//! the time to contest it runs; looking at a page never is, whoever or whatever looks.

use axum::extract::Path;
use zhida::casework::{Case, Command, LetterKind, Refusal, ServiceWay};
use zhida_app::cases::receive;

use super::{Acted, Opened, act, address, asking};
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "case-letter";

/// The page that asks, where the person has not taken the decision yet. Whoever else may read it reads it, and
/// nothing begins to run.
pub(crate) fn ask_first(visitor: &Visitor, opened: &Opened) -> Option<Reply> {
    if !opened.is_subject() || is_served(&opened.case) {
        return None;
    }
    let model = asking(visitor, opened, "letter", Vec::new());
    let objects = opened.case.opened.terms.contest_office.is_some();
    Some(visitor.page(|text| receive::page(text, &model, objects)))
}

/// `POST /cases/{reference}/letter`.
pub async fn receive(visitor: Visitor, Path(reference): Path<String>, typed: Typed) -> Answer {
    let opened = Opened::of(&visitor, &reference).await?;
    opened.case.decision_in_force().ok_or(Fault::NotFound)?;
    if !opened.letters_are_open() {
        return Err(Fault::NotFound);
    }
    if !opened.is_subject() {
        return Err(Fault::Forbidden);
    }
    let op = typed.op().ok_or(Fault::BadRequest)?;
    let portal = &visitor.portal;
    let location = format!("{}/letter", address(opened.case.opened.reference));
    let command = [Command::ServeLetter {
        letter: LetterKind::Decision,
        on: portal.today(),
        way: ServiceWay::Portal,
        notes: std::collections::BTreeMap::new(),
    }];
    match act(portal, opened, (Some(op), ROUTE), &location, &command).await? {
        // Where it arrived before, it is read all the same.
        Acted::Done(_) | Acted::Refused(Refusal::AlreadyServed) => Ok(visitor.see_other(&location)),
        Acted::Refused(refusal) => Err(super::withdraw::fault(&refusal)),
    }
}

/// Whether the decision in force arrived before.
fn is_served(case: &Case) -> bool {
    let last = case.decisions.len().checked_sub(1);
    let of_last = |served: &zhida::casework::Served| served.letter == LetterKind::Decision && served.decision == last;
    case.served.iter().any(of_last)
}
