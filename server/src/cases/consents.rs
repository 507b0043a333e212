//! `/cases/{reference}/consents`: what was agreed to and may be left out, changed at any time. A consent is of the
//! application: what is changed on one of its cases holds for all of them.

use std::collections::BTreeMap;

use axum::extract::Path;
use zhida::apply::{Application, ConsentTo};
use zhida::casework::{Case, Command, Reference, consents_now};
use zhida_app::apply::consents::Consent;
use zhida_app::cases::consents::{self, Consents};

use super::withdraw::fault;
use super::{Acted, Opened, act, address, asking};
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::apply;
use crate::store::casework::{self, Scope};
use crate::web::gate::typed_before;
use crate::web::{Answer, Fault, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "case-consents";

/// `GET /cases/{reference}/consents`. Where nothing was asked, the case says all there is.
pub async fn ask(visitor: Visitor, Path(reference): Path<String>) -> Answer {
    let opened = changes(&visitor, &reference).await?;
    let now = of_case(&visitor.portal, &opened.case).await?;
    if now.is_empty() {
        return Ok(visitor.see_other(&address(opened.case.opened.reference)));
    }
    let before = typed_before(&visitor).await?.map(Typed);
    let asked = now.iter().filter_map(|(to, given)| {
        let ticked = before.as_ref().map_or(*given, |typed| is_ticked(typed, *to));
        Some((Consent::from_name(to.as_str())?, ticked))
    });
    let model = Consents {
        act: asking(&visitor, &opened, "consents", Vec::new()),
        asked: asked.collect(),
    };
    Ok(visitor.page(|text| consents::page(text, &model)))
}

/// `POST /cases/{reference}/consents`.
pub async fn save(visitor: Visitor, Path(reference): Path<String>, typed: Typed) -> Answer {
    let opened = changes(&visitor, &reference).await?;
    let now = of_case(&visitor.portal, &opened.case).await?;
    let wanted = now.iter().map(|(to, given)| (*to, *given, is_ticked(&typed, *to)));
    let changes: BTreeMap<ConsentTo, bool> = wanted
        .filter(|(_, given, ticked)| given != ticked)
        .map(|(to, _, ticked)| (to, ticked))
        .collect();
    let location = format!("{}?done=consents", address(opened.case.opened.reference));
    if changes.is_empty() {
        return Ok(visitor.see_other(&location));
    }
    let command = [Command::ChangeConsents {
        changes,
        sentence: None,
    }];
    match act(&visitor.portal, opened, (typed.op(), ROUTE), &location, &command).await? {
        Acted::Done(location) => Ok(visitor.see_other(&location)),
        Acted::Refused(refusal) => Err(fault(&refusal)),
    }
}

/// The case, for who may change what is agreed to in all cases of its application.
async fn changes(visitor: &Visitor, reference: &str) -> Result<Opened, Fault> {
    let opened = Opened::of(visitor, reference).await?;
    if opened.only_looks() || !opened.concerns_the_whole() {
        return Err(Fault::Forbidden);
    }
    Ok(opened)
}

/// What the application of a case asked consent for and may be left out, and what holds of it now; nothing where the
/// application is not kept here.
pub(crate) async fn of_case(portal: &Portal, case: &Case) -> Result<BTreeMap<ConsentTo, bool>, Fault> {
    let reference = case.opened.application;
    let kept = apply::find_application(&mut portal.store.read(), &portal.keys, reference).await?;
    match kept {
        Some(kept) => Ok(of_application(portal, reference, &kept.application).await?),
        None => Ok(BTreeMap::new()),
    }
}

/// The same for an application, over all its cases, whoever sees them.
///
/// # Errors
/// A database that does not answer.
pub(crate) async fn of_application(
    portal: &Portal,
    reference: Reference,
    application: &Application,
) -> Result<BTreeMap<ConsentTo, bool>, StoreError> {
    let scope = Scope::application(reference);
    let mut reader = portal.store.read();
    let mut cases = Vec::new();
    for line in casework::list_of_application(&mut reader, &portal.keys, &scope, reference).await? {
        let found = casework::find(&mut reader, &portal.keys, &scope, line.reference).await?;
        cases.extend(found.map(|found| found.case));
    }
    Ok(consents_now(application, &cases))
}

fn is_ticked(typed: &Typed, to: ConsentTo) -> bool {
    typed.get(to.as_str()) == Some("yes")
}
