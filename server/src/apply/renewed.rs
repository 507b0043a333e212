//! `/apply/{draft}/changes`: what the portal asks or pays was changed while the draft was half filled in. What counts is
//! what it is now; this page says so before anything is asked.

use std::sync::Arc;

use axum::extract::Path;
use zhida::apply::{News, Present, Renewal, Repriced};
use zhida::calendar::Date;
use zhida::catalogue::hash_of;
use zhida::policy::PolicyBook;
use zhida_app::apply::Step;
use zhida_app::apply::consents::Consent;
use zhida_app::apply::renewed::{self, Amount, Renewed, Service};
use zhida_app::text::{Language, Level, Phrase, Texts};

use super::opened::{Changed, Opened, change};
use super::owner;
use crate::catalogue::words;
use crate::portal::Portal;
use crate::web::{Answer, Fault, Reply, Visitor};

/// Leads to the changes where there are some that nobody has read.
pub(super) fn first(visitor: &Visitor, opened: &Opened) -> Result<Option<Reply>, Fault> {
    let today = Today::of(&visitor.portal);
    let news = today.news(&visitor.portal, opened)?;
    Ok((!news.is_empty()).then(|| visitor.see_other(&opened.beside("changes"))))
}

/// What the portal asks and pays today.
pub(super) struct Today {
    book: Arc<PolicyBook>,
    on: Date,
}

/// A hash of the words in which consent is asked for; those of other languages follow the Chinese ones.
pub(crate) fn consents_of(texts: &Texts) -> String {
    let text = texts.of(Language::ZhCn, Level::Standard);
    let consents = Consent::OPTIONAL.into_iter().chain([Consent::Child]);
    let words: Vec<String> = consents
        .flat_map(|consent| <[String; 2]>::from(consent.words(text)))
        .collect();
    hash_of(&words.join("\n"))
}

impl Today {
    pub fn of(portal: &Portal) -> Self {
        Self {
            book: portal.policy(),
            on: portal.today(),
        }
    }

    pub fn present<'t>(&'t self, portal: &'t Portal) -> Present<'t> {
        Present {
            catalogue: &portal.catalogue,
            book: &self.book,
            consents: &portal.consents,
            on: self.on,
        }
    }

    fn news<'t>(&'t self, portal: &'t Portal, opened: &Opened) -> Result<News<'t>, Fault> {
        let kept = |definition: &str| portal.kept.find(definition);
        let course = || opened.course(portal);
        opened.draft().news(&self.present(portal), kept, course)
    }
}

/// `GET /apply/{draft}/changes`.
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        Err(closed) => return owner::missing(&visitor, closed, None).await,
    };
    let portal = &visitor.portal;
    let today = Today::of(portal);
    let news = today.news(portal, &opened)?;
    if news.is_empty() {
        let next = opened.course(portal)?.next;
        return Ok(visitor.see_other(&opened.address(&next)));
    }
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
        amounts: news.amounts.iter().map(amount).collect(),
        questions: questions(&news.questions),
        consents: news.consents,
        services: news.services.iter().map(|renewal| service(portal, renewal)).collect(),
    };
    Ok(visitor.page(|text| renewed::page(text, &model)))
}

/// `POST /apply/{draft}/changes`: they were read.
pub async fn read(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let read = change(&visitor, &id, |opened| {
        let today = Today::of(&visitor.portal);
        opened.stored.draft.renew(&today.present(&visitor.portal));
        Ok(Changed::Yes(()))
    });
    let opened = match read.await {
        Ok((opened, ())) => opened,
        Err(closed) => return owner::missing(&visitor, closed, None).await,
    };
    let next = opened.course(&visitor.portal)?.next;
    Ok(visitor.see_other(&opened.address(&next)))
}

fn questions(pages: &[&str]) -> Vec<Phrase> {
    pages.iter().map(|page| words::part("page", page, "short")).collect()
}

fn amount(repriced: &Repriced<'_>) -> Amount {
    Amount {
        service: words::of("service", &repriced.service.code),
        then: repriced.then,
        now: repriced.now,
    }
}

fn service(portal: &Portal, renewal: &Renewal<'_>) -> Service {
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
