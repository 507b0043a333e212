//! `/account`.

use axum::extract::Query;
use serde::Deserialize;
use zhida_app::account::home::{self, Done, Home, Person, SignedIn};
use zhida_app::text::Name;

use super::codes::own;
use crate::store::account;
use crate::store::session::{self, Session, Who};
use crate::web::{Answer, Fault, Visitor};

/// The query of the page.
#[derive(Debug, Deserialize)]
pub struct Asked {
    done: Option<String>,
}

/// `GET /account`.
pub async fn show(visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    let (here, id) = own(&visitor)?;
    let portal = &visitor.portal;
    let mut reader = portal.store.read();
    let found = account::find(&mut reader, &portal.keys, id).await?;
    let found = found.ok_or(Fault::NotFound)?;
    let links = account::list_links(&mut reader, &portal.keys, id).await?;
    let sessions = session::list(&mut reader, &Who::Account(id), portal.now()).await?;
    let done = match asked.done.as_deref() {
        Some("password") => Some(Done::Password),
        Some("recovered") => Some(Done::Recovered),
        Some("ended") => Some(Done::OthersEnded),
        Some("linked") => links.iter().max_by_key(|link| link.at).map(|link| Done::Linked {
            name: link.name.clone(),
        }),
        _ => None,
    };
    let model = Home {
        name: found.name,
        codes_left: account::count_recovery_codes(&mut reader, &id.0).await?,
        people: links
            .into_iter()
            .filter(|link| link.linked)
            .map(|link| Person {
                name: link.name,
                office: link.office.map(Name::only),
                since: link.at,
            })
            .collect(),
        sessions: signed_in(sessions, &here),
        done,
        hidden: Vec::new(),
    };
    Ok(visitor.page(|text| home::page(text, &model)))
}

/// The sessions for a page, this one first.
pub(super) fn signed_in(sessions: Vec<Session>, here: &str) -> Vec<SignedIn> {
    let mut shown: Vec<SignedIn> = sessions
        .into_iter()
        .map(|session| SignedIn {
            device: session.device,
            since: session.created_at,
            seen: session.seen_at,
            here: session.id == here,
        })
        .collect();
    shown.sort_by_key(|session| !session.here);
    shown
}
