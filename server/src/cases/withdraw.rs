//! `/cases/{reference}/withdraw`: taking an application back, before the decision.

use axum::extract::Path;
use axum::http::StatusCode;
use zhida::casework::{Command, Refusal};
use zhida_app::cases::withdraw::{self, WHY, Withdraw};
use zhida_app::question::Problem;

use super::{Acted, Opened, act, address, asking};
use crate::web::gate::typed_before;
use crate::web::sentence::sentence_or_none;
use crate::web::{Answer, Fault, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "case-withdraw";

/// `GET /cases/{reference}/withdraw`.
pub async fn ask(visitor: Visitor, Path(reference): Path<String>) -> Answer {
    let opened = Opened::of(&visitor, &reference).await?;
    if opened.only_looks() {
        return Err(Fault::Forbidden);
    }
    if opened.case.phase != zhida::casework::Phase::Open {
        return Ok(visitor.see_other(&address(opened.case.opened.reference)));
    }
    let typed = Typed(typed_before(&visitor).await?.unwrap_or_default());
    let model = Withdraw {
        act: asking(&visitor, &opened, "withdraw", Vec::new()),
        why: typed.get(WHY).unwrap_or_default().to_owned(),
    };
    Ok(visitor.page(|text| withdraw::page(text, &model)))
}

/// `POST /cases/{reference}/withdraw`.
pub async fn withdraw(visitor: Visitor, Path(reference): Path<String>, typed: Typed) -> Answer {
    let opened = Opened::of(&visitor, &reference).await?;
    let why = typed.get(WHY).unwrap_or_default();
    let sentence = match sentence_or_none(why) {
        Ok(sentence) => sentence,
        Err(message) => {
            let problem = Problem {
                field: WHY.to_owned(),
                message,
            };
            let model = Withdraw {
                act: asking(&visitor, &opened, "withdraw", vec![problem]),
                why: why.to_owned(),
            };
            return Ok(visitor.page_with(StatusCode::UNPROCESSABLE_ENTITY, |text| withdraw::page(text, &model)));
        }
    };
    let location = format!("{}?done=withdraw", address(opened.case.opened.reference));
    let command = [Command::Withdraw { sentence, seen: None }];
    match act(&visitor.portal, opened, (typed.op(), ROUTE), &location, &command).await? {
        Acted::Done(location) => Ok(visitor.see_other(&location)),
        Acted::Refused(refusal) => Err(fault(&refusal)),
    }
}

/// The answer to what cannot be done any more: the case has moved on.
pub(super) fn fault(refusal: &Refusal) -> Fault {
    match refusal {
        Refusal::Denied(_) => Fault::Forbidden,
        _ => Fault::Conflict,
    }
}
