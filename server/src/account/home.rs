//! `/account`.

use axum::extract::Query;
use serde::Deserialize;
use zhida::aloud::Named;
use zhida::calendar::Instant;
use zhida_app::account::home::{self, Done, Home, Person, SignedIn};
use zhida_app::text::Name;

use super::codes::own;
use super::reading;
use crate::message::inbox;
use crate::store::account;
use crate::store::event::{self, StoredEvent};
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
    let events = event::list(&mut reader, &portal.keys, &format!("account:{id}")).await?;
    let mut people = Vec::new();
    for (link, number) in links.iter().filter(|link| link.linked).zip(1..) {
        let all = account::list_linked_to(&mut reader, &portal.keys, &link.person).await?;
        let others = all.into_iter().filter(|other| other.account != *id);
        people.push(Person {
            name: link.name.clone(),
            reading: link.reading.as_ref().map(|reading| Named {
                name: link.name.clone(),
                reading: reading.as_str().to_owned(),
            }),
            reading_href: reading::address(number, link),
            office: link.office.as_deref().map(Name::only),
            since: link.at,
            others: others.map(|other| (other.office.map(Name::only), other.at)).collect(),
        });
    }
    let sessions = session::list(&mut reader, &Who::Account(id), portal.now()).await?;
    let done = match asked.done.as_deref() {
        Some("password") => Some(Done::Password),
        Some("recovered") => Some(Done::Recovered),
        Some("ended") => Some(Done::OthersEnded),
        Some("reading") => Some(Done::Reading),
        Some("linked") => links.iter().max_by_key(|link| link.at).map(|link| Done::Linked {
            name: link.name.clone(),
        }),
        _ => None,
    };
    let model = Home {
        name: found.name,
        unread: inbox::Own::of(&visitor).await?.unread(portal).await?,
        codes_left: account::count_recovery_codes(&mut reader, &id.0).await?,
        people,
        one_time: last(&events, "one_time_code_given"),
        unlinked: last(&events, "link_ended"),
        sessions: signed_in(sessions, &here),
        done,
        hidden: Vec::new(),
    };
    Ok(visitor.page(|text| home::page(text, &model)))
}

/// The last thing of a kind that an office did to the account: its name, and when.
fn last(events: &[StoredEvent], kind: &str) -> Option<(Option<Name>, Instant)> {
    let done = events.iter().rev().find(|event| event.kind == kind)?;
    Some((done.office.as_deref().map(Name::only), done.at))
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
