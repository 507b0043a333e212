//! `/office/assist`: what an officer files for others, begun and handed in.

use axum::extract::Query;
use zhida_app::apply::assisted::{self, Filings, Sent};
use zhida_app::text::Phrase;

use super::owner;
use crate::apply::drafts;
use crate::catalogue::words;
use crate::store::apply;
use crate::web::{Answer, Fault, Typed, Visitor};

/// `GET /office/assist`. Nobody else of the office sees it: what is handed over is another's then.
pub async fn show(visitor: Visitor, Query(asked): Query<Vec<(String, String)>>) -> Answer {
    let owner = owner(&visitor).ok_or(Fault::Forbidden)?;
    let portal = &visitor.portal;
    let mut reader = portal.store.read();
    let open = apply::list_drafts(&mut reader, &portal.keys, &owner).await?;
    let sent = apply::list_applications(&mut reader, &portal.keys, &owner).await?;
    let model = Filings {
        open: open
            .iter()
            .map(|stored| {
                let shown = drafts::shown(stored, None);
                let give = format!("{}/{}/hand-over", assisted::LIST, stored.id.simple());
                (shown, give)
            })
            .collect(),
        sent: sent
            .into_iter()
            .map(|sent| Sent {
                person: sent.application.subject.name.as_str().to_owned(),
                services: sent
                    .application
                    .services
                    .iter()
                    .map(|code| words::of("service", code))
                    .collect(),
                reference: sent.reference.groups().join(" "),
                at: sent.submitted_at,
                href: format!("/apply/{}/receipt", sent.draft.simple()),
            })
            .collect(),
        done: match Typed(asked).get("done") {
            Some("kept") => Some(Phrase::new("assist-kept")),
            Some("given") => Some(Phrase::new("assist-given")),
            Some("discarded") => Some(Phrase::new("assist-discarded")),
            _ => None,
        },
    };
    Ok(visitor.page(|text| assisted::list(text, &model)))
}
