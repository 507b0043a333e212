//! What a register says of the person an application is for: shown to confirm or dispute, and only to people whom an
//! office has linked to that person.

use super::draft::{CertificateAnswer, ContactAnswer, Draft, Hukou, PageAnswer, PersonAnswer};
use super::pages::PageId;
use crate::calendar::Date;
use crate::catalogue::{Catalogue, Page, PageKind, PageOption, Service};
use crate::registry::Entry;
use crate::rule::{FactId, Facts, Value};

/// The page of the shared questions that an application answers by a page of its own.
const CERTIFICATE: &str = "certificate";

/// What the register says.
#[derive(Clone, Debug)]
pub struct Registered {
    /// The day it was looked up.
    pub on: Date,
    /// What it says; the rest is unknown.
    pub facts: Facts,
}

/// One thing it says, in the words of a shared question and its answer.
#[derive(Clone, Copy, Debug)]
pub struct RegisterLine<'c> {
    /// The question.
    pub page: &'c Page,
    /// The answer that fits.
    pub option: &'c PageOption,
    /// Whether the applicant says that it is wrong.
    pub disputed: bool,
}

impl Registered {
    /// What it says, as far as a chosen service reads it and the shared questions have words for it, in the order of
    /// asking. What no rule reads stays in the register.
    pub fn lines<'c>(&self, catalogue: &'c Catalogue, draft: &Draft) -> Vec<RegisterLine<'c>> {
        let disputed = draft.register.as_deref().unwrap_or_default();
        let line = |page: &'c Page| {
            let PageKind::Choice(options) = &page.kind else {
                return None;
            };
            // The first fact of a page is what its options differ by.
            let asked = page.facts.first()?;
            let known = self.facts.get(*asked)?;
            let fits = |option: &&PageOption| option.set.iter().any(|(fact, value)| fact == asked && value == known);
            Some(RegisterLine {
                page,
                option: options.iter().find(fits)?,
                disputed: disputed.contains(&page.id),
            })
        };
        let chosen = catalogue
            .services
            .iter()
            .filter(|service| draft.services.contains(&service.code));
        let chosen: Vec<&Service> = chosen.collect();
        let read: Vec<FactId> = chosen.iter().flat_map(|service| service.facts()).collect();
        let needed = |page: &&Page| {
            let asked = chosen.iter().any(|service| service.asks.contains(&page.id));
            asked || page.facts.iter().any(|fact| read.contains(fact))
        };
        let pages = catalogue.pages.iter().filter(|page| page.id != CERTIFICATE);
        pages.filter(needed).filter_map(line).collect()
    }

    /// The facts behind these lines, and whether the applicant disputes each.
    pub(super) fn stated(&self, lines: &[RegisterLine<'_>]) -> Vec<(FactId, Value, bool)> {
        let facts = |line: &RegisterLine<'_>| {
            let disputed = line.disputed;
            let known = line
                .page
                .facts
                .iter()
                .filter_map(|fact| Some((*fact, self.facts.get(*fact)?.clone())));
            known.map(|(fact, value)| (fact, value, disputed)).collect::<Vec<_>>()
        };
        lines.iter().flat_map(facts).collect()
    }
}

/// What a register would answer to a page about who the person is and where they are registered: for the applicant to
/// look at and go on with, or to put right. An answer counts once it is sent.
pub fn prefilled(entry: &Entry, page: &PageId) -> Option<PageAnswer> {
    match page {
        PageId::Person => Some(PageAnswer::Person(PersonAnswer {
            name: entry.name.clone(),
            resident_id: entry.resident_id.clone(),
        })),
        PageId::Certificate => {
            let number = entry.certificate.as_ref()?.number.clone();
            Some(PageAnswer::Certificate(CertificateAnswer::Number(number)))
        }
        PageId::Hukou => Some(PageAnswer::Hukou(if entry.hukou_county.in_hunan() {
            Hukou::In(entry.hukou_county)
        } else {
            Hukou::Outside
        })),
        PageId::Township => entry.hukou_township.map(PageAnswer::Township),
        PageId::Contact => Some(PageAnswer::Contact(ContactAnswer {
            phone: Some(entry.phone.clone()?),
            ways: Vec::new(),
        })),
        _ => None,
    }
}
