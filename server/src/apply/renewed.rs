//! `/apply/{draft}/changes`: the services were changed while the draft was half filled in. What it asks is what the
//! services are now; this page says so before anything is asked.

use axum::extract::Path;
use zhida::apply::Renewal;
use zhida_app::apply::Step;
use zhida_app::apply::renewed::{self, Renewed, Service};
use zhida_app::text::Phrase;

use super::opened::{Changed, Opened, change};
use super::owner;
use crate::catalogue::words;
use crate::portal::Portal;
use crate::web::{Answer, Reply, Visitor};

/// Leads to the changes where there are some that nobody has read.
pub(super) fn first(visitor: &Visitor, opened: &Opened) -> Option<Reply> {
    let outdated = !opened.draft().outdated(&visitor.portal.catalogue).is_empty();
    outdated.then(|| visitor.see_other(&opened.beside("changes")))
}

/// `GET /apply/{draft}/changes`.
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        Err(closed) => return owner::missing(&visitor, closed, None).await,
    };
    let portal = &visitor.portal;
    let outdated = opened.draft().outdated(&portal.catalogue);
    if outdated.is_empty() {
        let next = opened.course(portal)?.next;
        return Ok(visitor.see_other(&opened.address(&next)));
    }
    let renewals = outdated
        .into_iter()
        .map(|(service, then)| Renewal::of(&portal.catalogue, service, portal.kept.find(then)));
    let model = Renewed {
        step: Step {
            action: opened.beside("changes"),
            back: None,
            progress: None,
            part_of: Phrase::new("apply-part"),
            hidden: Vec::new(),
            problems: Vec::new(),
            leave: Some(opened.beside("stop")),
        },
        services: renewals.map(|renewal| service(portal, &renewal)).collect(),
    };
    Ok(visitor.page(|text| renewed::page(text, &model)))
}

/// `POST /apply/{draft}/changes`: they were read.
pub async fn read(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let read = change(&visitor, &id, |opened| {
        opened.stored.draft.renew(&visitor.portal.catalogue);
        Ok(Changed::Yes(()))
    });
    let opened = match read.await {
        Ok((opened, ())) => opened,
        Err(closed) => return owner::missing(&visitor, closed, None).await,
    };
    let next = opened.course(&visitor.portal)?.next;
    Ok(visitor.see_other(&opened.address(&next)))
}

fn service(portal: &Portal, renewal: &Renewal<'_>) -> Service {
    let questions = |pages: &[&str]| pages.iter().map(|page| words::part("page", page, "short")).collect();
    let known = |kind: &&&str| portal.catalogue.evidence_kinds.iter().any(|known| known.id == ***kind);
    let papers = |kinds: &[&str]| {
        let kinds = kinds.iter().filter(known);
        kinds.map(|kind| words::of("evidence", kind)).collect()
    };
    Service {
        name: words::of("service", &renewal.service.code),
        asked: questions(&renewal.questions),
        gone: questions(&renewal.questions_gone),
        papers: papers(&renewal.papers),
        papers_gone: papers(&renewal.papers_gone),
    }
}
