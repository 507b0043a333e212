//! `/account/messages`: what the account was told.

use axum::extract::{Path, Query};
use zhida::casework::Reference;
use zhida::message::{About, News};
use zhida_app::delegation::LIST as DELEGATIONS;
use zhida_app::delegation::mirror::MIRROR;
use zhida_app::message::list::{self, Done, Entry, Messages};
use zhida_app::message::one::{self, One};
use zhida_app::message::{LIST, title};
use zhida_app::text::Phrase;

use crate::cases::Reader;
use crate::catalogue::words;
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::casework::{self, Message, Scope};
use crate::web::{Answer, Fault, Typed, Visitor};

/// `GET /account/messages`.
pub async fn show(visitor: Visitor, Query(asked): Query<Vec<(String, String)>>) -> Answer {
    let own = Own::of(&visitor).await?;
    let portal = &visitor.portal;
    let mut reader = portal.store.read();
    let messages = casework::list_messages(&mut reader, &portal.keys, &own.scope, &own.owner).await?;
    let people = super::reach::people(&visitor).await?;
    let model = Messages {
        entries: messages.iter().map(|message| entry(portal, message)).collect(),
        unread: own.unread(portal).await?,
        people: people
            .into_iter()
            .map(|(number, link)| (link.name, super::reach::address(number)))
            .collect(),
        done: match Typed(asked).get("done") {
            Some("read") => Some(Done::AllRead),
            Some("reach") => Some(Done::Reach),
            _ => None,
        },
        hidden: Vec::new(),
    };
    Ok(visitor.page(|text| list::page(text, &model)))
}

/// `POST /account/messages`: all are marked as opened. Again is the same.
pub async fn read_all(visitor: Visitor) -> Answer {
    let own = Own::of(&visitor).await?;
    let portal = &visitor.portal;
    let mut tx = portal.store.begin().await?;
    casework::update_all_read(&mut tx, &own.owner, portal.now()).await?;
    tx.commit().await?;
    Ok(visitor.see_other(&format!("{LIST}?done=read")))
}

/// `GET /account/messages/{id}`. Opening a message marks it as opened, which says nothing in law: a letter is served by
/// a press of its own (decision 8).
pub async fn open(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let own = Own::of(&visitor).await?;
    let portal = &visitor.portal;
    let found = casework::find_message(&mut portal.store.read(), &portal.keys, &own.scope, &own.owner, &id).await?;
    let message = found.ok_or(Fault::NotFound)?;
    if message.read_at.is_none() {
        let mut tx = portal.store.begin().await?;
        casework::update_read(&mut tx, &own.owner, &message.id, portal.now()).await?;
        tx.commit().await?;
    }
    let opens = match parsed(&message.about) {
        Some(reference) => own.opens(portal, reference).await?,
        None => true,
    };
    let model = One {
        news: message.news,
        service: service(portal, &message.about),
        reference: reference(&message.about),
        at: message.at,
        href: href(&message).filter(|_| opens),
        about: message.about,
    };
    Ok(visitor.page(|text| one::page(text, &model)))
}

/// An account and what it may see.
pub(crate) struct Own {
    owner: String,
    scope: Scope,
    cases: Vec<Scope>,
}

impl Own {
    /// Of whoever is signed in.
    pub(crate) async fn of(visitor: &Visitor) -> Result<Self, Fault> {
        let reader = Reader::of(visitor).await?;
        let owner = reader.owner().ok_or(Fault::Forbidden)?.to_owned();
        let scope = reader.told_of().ok_or(Fault::Forbidden)?;
        let cases = reader.scopes();
        Ok(Self { owner, scope, cases })
    }

    /// Whether they may open the case that a message tells of, and not only be told.
    async fn opens(&self, portal: &Portal, reference: Reference) -> Result<bool, StoreError> {
        for scope in &self.cases {
            let found = casework::find(&mut portal.store.read(), &portal.keys, scope, reference).await?;
            if found.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What it may see.
    pub(super) fn scope(&self) -> &Scope {
        &self.scope
    }

    /// How many messages it has not opened.
    pub(crate) async fn unread(&self, portal: &Portal) -> Result<u32, StoreError> {
        casework::count_unread(&mut portal.store.read(), &self.scope, &self.owner).await
    }
}

/// What whoever handed a case in was told of it: for who has no account, and so no page of messages.
pub(crate) fn on_case(messages: &[Message]) -> Vec<(zhida::calendar::Instant, Phrase)> {
    messages
        .iter()
        .map(|message| (message.at, title(message.news)))
        .collect()
}

fn entry(portal: &Portal, message: &Message) -> Entry {
    Entry {
        news: message.news,
        service: service(portal, &message.about),
        reference: reference(&message.about),
        at: message.at,
        new: message.read_at.is_none(),
        href: format!("{LIST}/{}", message.id),
    }
}

/// The service, as it is named among messages: what nobody else may know of has no name there.
fn service(portal: &Portal, about: &About) -> Option<Phrase> {
    let code = about.service.as_ref()?;
    let confidential = portal
        .catalogue
        .service(code)
        .is_some_and(|service| service.confidential);
    Some(if confidential {
        Phrase::new("quiet-service")
    } else {
        words::of("service", code)
    })
}

fn parsed(about: &About) -> Option<Reference> {
    Reference::parse(about.reference.as_deref()?).ok()
}

fn reference(about: &About) -> Option<String> {
    parsed(about).map(|reference| reference.groups().join(" "))
}

/// Where what is told of is found: the case, or the draft.
fn href(message: &Message) -> Option<String> {
    match parsed(&message.about) {
        _ if message.news == News::UnwantedAnswered => Some(MIRROR.to_owned()),
        _ if message.news == News::ActingBegins => Some(DELEGATIONS.to_owned()),
        Some(reference) => Some(format!("/cases/{reference}")),
        None => message
            .of
            .0
            .strip_prefix("draft:")
            .map(|draft| format!("/apply/{draft}")),
    }
}
