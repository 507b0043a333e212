//! `/cases/{reference}`: one case, or the cases of an application.

use axum::extract::{Path, Query};
use zhida::casework::Reference;
use zhida_app::cases::case::{self, Done};
use zhida_app::text::Phrase;

use super::{Opened, Reader, address, list, rating, view};
use crate::account::reading;
use crate::catalogue::words;
use crate::message::inbox;
use crate::store::staff;
use crate::store::{apply, casework};
use crate::web::{Answer, Fault, Visitor};

/// What the address says beside the case: what has just been done.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub struct Just {
    done: Option<String>,
}

impl Just {
    /// Whether it was this.
    pub(super) fn is(&self, name: &str) -> bool {
        self.done.as_deref() == Some(name)
    }
}

/// `GET /cases/{reference}`.
pub async fn show(visitor: Visitor, Path(reference): Path<String>, Query(just): Query<Just>) -> Answer {
    let parsed = Reference::parse(&reference).map_err(|_| Fault::NotFound)?;
    let opened = match Opened::of(&visitor, &reference).await {
        Ok(opened) => opened,
        Err(Fault::NotFound) => return elsewhere(&visitor, parsed).await,
        Err(fault) => return Err(fault),
    };
    let portal = &visitor.portal;
    let mut reader = portal.store.read();
    let assigned: Vec<_> = opened.case.assignee.clone().into_iter().collect();
    let officers = staff::list_names(&mut reader, &portal.keys, &assigned).await?;
    let officer = officers.into_iter().next().map(|(_, name, _)| name);
    let siblings = siblings(&visitor, &opened).await?;
    let done = just.done.as_deref().and_then(done);
    let kept = apply::find_application(&mut reader, &portal.keys, opened.case.opened.application).await?;
    let application = kept.as_ref().map(|kept| &kept.application);
    let rating = rating::shown(&visitor, &opened).await?;
    // Who has an account finds it among their messages.
    let told = match opened.reader.account {
        Some(_) => Vec::new(),
        None => inbox::on_case(&casework::list_messages_of_case(&mut reader, &portal.keys, opened.id).await?),
    };
    let model = view::shown(portal, &opened, officer, siblings, (done, application), (rating, told));
    let named = reading::named(&mut reader, &portal.keys, &opened.case.opened.subject).await?;
    Ok(visitor.page(|text| case::page(text, &model).naming(named)))
}

/// No case of theirs: perhaps an application. Somebody who is not known here yet is asked for the code instead,
/// whether or not there is such a case.
async fn elsewhere(visitor: &Visitor, reference: Reference) -> Answer {
    if Reader::of(visitor).await?.is_nobody() {
        return Ok(visitor.see_other(&format!("/cases/open?reference={reference}")));
    }
    list::of_application(visitor, reference).await
}

async fn siblings(visitor: &Visitor, opened: &Opened) -> Result<Vec<(Phrase, String)>, Fault> {
    let portal = &visitor.portal;
    let case = &opened.case;
    let mut siblings = Vec::new();
    for scope in opened.reader.scopes() {
        let mut reading = portal.store.read();
        let lines = casework::list_of_application(&mut reading, &portal.keys, &scope, case.opened.application).await?;
        let others = lines.into_iter().filter(|line| line.reference != case.opened.reference);
        siblings.extend(others.map(|line| (words::of("service", &line.service), address(line.reference))));
        if !siblings.is_empty() {
            break;
        }
    }
    Ok(siblings)
}

fn done(name: &str) -> Option<Done> {
    match name {
        "papers" => Some(Done::Papers),
        "correct" => Some(Done::Corrected),
        "withdraw" => Some(Done::Withdrawn),
        "contest" => Some(Done::Contested),
        "object" => Some(Done::Objected),
        "consents" => Some(Done::Consents),
        "choose" => Some(Done::Chosen),
        "letter-forms" => Some(Done::LetterForms),
        "rated" => Some(Done::Rated),
        _ => None,
    }
}
