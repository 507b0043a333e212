//! `/cases/{reference}/contest`: asking for administrative reconsideration online.

use axum::extract::Path;
use axum::http::StatusCode;
use zhida::casework::Command;
use zhida::letter::Office;
use zhida::place::OfficeKind;
use zhida_app::cases::contest::{self, Contest, WHY};
use zhida_app::question::Problem;

use super::withdraw::fault;
use super::{Acted, Opened, act, address, asking};
use crate::letter::names;
use crate::web::gate::typed_before;
use crate::web::sentence::sentence;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "case-contest";

/// `GET /cases/{reference}/contest`.
pub async fn ask(visitor: Visitor, Path(reference): Path<String>) -> Answer {
    let opened = open(&visitor, &reference).await?;
    if !opened.case.may_contest() {
        return Ok(visitor.see_other(&address(opened.case.opened.reference)));
    }
    let typed = Typed(typed_before(&visitor).await?.unwrap_or_default());
    let why = typed.get(WHY).unwrap_or_default().to_owned();
    Ok(page(&visitor, &opened, why, Vec::new()))
}

/// `POST /cases/{reference}/contest`.
pub async fn contest(visitor: Visitor, Path(reference): Path<String>, typed: Typed) -> Answer {
    let opened = open(&visitor, &reference).await?;
    let why = typed.get(WHY).unwrap_or_default().to_owned();
    let sentence = match sentence(&why, contest::nothing_said) {
        Ok(sentence) => sentence,
        Err(message) => {
            let problem = Problem {
                field: WHY.to_owned(),
                message,
            };
            return Ok(page(&visitor, &opened, why, vec![problem]));
        }
    };
    let done = match opened.case.opened.terms.contest_office {
        Some(_) => "object",
        None => "contest",
    };
    let location = format!("{}?done={done}", address(opened.case.opened.reference));
    let command = [Command::Contest {
        sentence: Some(sentence),
    }];
    match act(&visitor.portal, opened, (typed.op(), ROUTE), &location, &command).await? {
        Acted::Done(location) => Ok(visitor.see_other(&location)),
        Acted::Refused(refusal) => Err(fault(&refusal)),
    }
}

/// Only of a decision whose letter they may read.
async fn open(visitor: &Visitor, reference: &str) -> Result<Opened, Fault> {
    let opened = Opened::of(visitor, reference).await?;
    if opened.letters_are_open() && opened.case.decision_in_force().is_some() {
        Ok(opened)
    } else {
        Err(Fault::NotFound)
    }
}

fn page(visitor: &Visitor, opened: &Opened, why: String, problems: Vec<Problem>) -> Reply {
    let portal = &visitor.portal;
    let case = &opened.case;
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let body = case
        .opened
        .terms
        .route
        .last()
        .map_or(OfficeKind::CivilAffairs, |stage| stage.body);
    let until = case.contest_until(&portal.calendar).and_then(|due| due.on);
    let model = Contest {
        act: asking(visitor, opened, "contest", problems),
        decided_by: names::office(portal, &Office::of(case, body)),
        to: names::contested_at(portal, case),
        objection: case
            .opened
            .terms
            .contest_office
            .map(|office| u32::from(office.limit.days())),
        until,
        over: until.is_some_and(|until| until < portal.today()),
        why,
    };
    visitor.page_with(status, |text| contest::page(text, &model))
}
