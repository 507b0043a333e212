//! A draft that is complete → the application that is handed in.

use std::collections::BTreeMap;

use super::answers::Entry;
use super::application::{
    Application, Consent, Contact, FactOrigin, Paper, Payment, Person, Residence, StatedFact, Statement, Submitter,
};
use super::assisted::{Assisted, STATEMENT_PAPER};
use super::draft::{Draft, HUKOU, HolderAnswer, LivingPlace, PaymentAnswer};
use super::pages::{Course, PageId, may_be_confirmed, shown_by};
use crate::calendar::Date;
use crate::catalogue::{Catalogue, FactSource, PageKind, derive};
use crate::person::SubmitterRole;

/// Why a draft cannot be handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotYet {
    /// This page has no answer that holds.
    Open(PageId),
    /// These pages were changed after the version that was checked.
    Changed(Vec<PageId>),
}

/// Freezes a draft. Only answers that count go in: what is no longer asked is dropped here.
///
/// # Errors
/// A page is open, or the draft is not the version that was checked.
pub fn submit(
    catalogue: &Catalogue,
    course: &Course<'_>,
    draft: &Draft,
    checked: i64,
    statement: Statement,
    today: Date,
) -> Result<Application, NotYet> {
    if course.next != PageId::Check {
        return Err(NotYet::Open(course.next.clone()));
    }
    if draft.version != checked {
        return Err(NotYet::Changed(draft.changed_since(checked)));
    }
    let open = |page: PageId| NotYet::Open(page);
    let person = draft.person.as_ref().ok_or_else(|| open(PageId::Person))?;
    let role = draft.whom.ok_or_else(|| open(PageId::Whom))?;
    let living = draft.residence.as_ref().ok_or_else(|| open(PageId::Residence))?;
    let contact = draft.contact.as_ref().ok_or_else(|| open(PageId::Contact))?;
    let has = |page: &PageId| course.pages.contains(page);
    let reading = draft.reading.as_ref().filter(|_| has(&PageId::Reading));
    let subject = Person {
        name: person.name.clone(),
        reading: reading.and_then(|answer| answer.reading.clone()),
        resident_id: person.resident_id.clone(),
        certificate_number: draft.certificate_number().cloned(),
        phone: contact.phone.clone(),
    };
    let submitter = match (&draft.helper, role) {
        (_, SubmitterRole::Oneself) => Submitter {
            role,
            name: subject.name.clone(),
            resident_id: Some(subject.resident_id.clone()),
            relationship: None,
            organisation: None,
            phone: subject.phone.clone(),
            authority: None,
        },
        (Some(helper), _) => Submitter {
            role,
            name: helper.name.clone(),
            resident_id: helper.resident_id.clone(),
            relationship: helper.relationship,
            organisation: helper.organisation.clone(),
            phone: helper.phone.clone(),
            authority: draft.authority,
        },
        (None, _) => return Err(open(PageId::Helper)),
    };
    let hukou_township = draft.township.filter(|_| has(&PageId::Township));
    let (county, township) = match living.place {
        LivingPlace::AtHukou => (draft.hukou_county(), hukou_township),
        LivingPlace::Elsewhere => (draft.residence_county, draft.residence_township),
        LivingPlace::Outside => (None, None),
    };
    let holder = match &draft.holder {
        Some(HolderAnswer::Other(holder)) if has(&PageId::Holder) => Some(holder.clone()),
        _ => None,
    };
    let payment = match &draft.payment {
        Some(PaymentAnswer::Account(account)) if has(&PageId::Payment) => Some(Payment {
            account: account.clone(),
            holder,
        }),
        _ => None,
    };
    let given = draft.consents.as_deref().unwrap_or_default();
    let consent = |to: &_| Consent {
        to: *to,
        given: given.contains(to),
        by: role,
    };
    let paper = |kind: &String| {
        let mut answer = draft.papers.get(kind).cloned().unwrap_or_default();
        if let Some(made) = draft.made.as_ref().filter(|_| kind == STATEMENT_PAPER) {
            answer.files.retain(|file| made.is_shown_by(file));
        }
        // Where nobody can confirm it any more it is to be brought.
        let confirmed = may_be_confirmed(catalogue, course, draft, kind, today);
        Paper {
            kind: kind.clone(),
            files: answer.files,
            bring_to_office: answer.bring_to_office || (answer.to_be_confirmed && !confirmed),
            to_be_confirmed: answer.to_be_confirmed && confirmed,
            shown_by: shown_by(catalogue, course, kind)
                .filter(|_| answer.shown_already)
                .map(str::to_owned),
        }
    };
    let assisted = match (&draft.assisted, draft.made_about_this()) {
        (Some(by), Some(made)) => Some(Assisted {
            by: by.clone(),
            made: made.clone(),
        }),
        (Some(_), None) => return Err(open(PageId::Made)),
        (None, _) => None,
    };
    let spoken = assisted.as_ref().map(|_| STATEMENT_PAPER.to_owned());
    // Where an office outside received it, it was handed in there.
    let received = assisted.as_ref().and_then(|assisted| assisted.made.received.as_ref());
    let submitted_on = received.map_or(today, |received| received.on);
    let overlaps = draft.overlaps.iter();
    let overlaps = overlaps.filter(|(service, _)| has(&PageId::Overlap((*service).clone())));
    let mut counted: Vec<&str> = course.questions.iter().map(|page| page.id.as_str()).collect();
    counted.push(HUKOU);
    Ok(Application {
        services: course
            .assessments
            .iter()
            .map(|(service, _)| service.code.clone())
            .collect(),
        subject,
        submitter,
        hukou_county: draft.hukou_county(),
        hukou_township,
        hukou_address: draft.hukou_address.clone().filter(|_| has(&PageId::HukouAddress)),
        residence: Residence {
            in_province: living.place != LivingPlace::Outside,
            county,
            township,
            address: (!living.address.is_empty()).then(|| living.address.clone()),
        },
        answers: draft.questions.only(&counted).to_text(),
        lists: lists(course, draft),
        facts: facts(catalogue, course, draft),
        overlaps: overlaps
            .map(|(service, choice)| (service.clone(), choice.clone()))
            .collect(),
        payment,
        contact: Contact {
            ways: contact.ways.clone(),
            access_needs: draft.access_needs.clone().unwrap_or_default(),
        },
        consents: course.consents.iter().map(consent).collect(),
        evidence: course.papers.iter().chain(&spoken).map(paper).collect(),
        statement,
        submitted_on,
        assisted,
    })
}

/// The lists that were asked for.
fn lists(course: &Course<'_>, draft: &Draft) -> BTreeMap<String, Vec<Entry>> {
    let asked = course.questions.iter();
    let lists = asked.filter(|page| matches!(page.kind, PageKind::List(_)));
    lists
        .map(|page| (page.id.clone(), draft.entries(&page.id).to_vec()))
        .collect()
}

/// What is known, with where it comes from; what is computed from other facts is left out, and what nobody said.
fn facts(catalogue: &Catalogue, course: &Course<'_>, draft: &Draft) -> BTreeMap<String, StatedFact> {
    let with_number = draft.certificate_number().is_some();
    let mut stated = BTreeMap::new();
    for fact in catalogue.vocabulary.facts() {
        let derived = catalogue
            .fact(fact)
            .is_some_and(|definition| definition.source == FactSource::Derived);
        let Some(value) = course.facts.get(fact).filter(|_| !derived) else {
            continue;
        };
        // What is not as it is presumed, somebody said, on whatever page.
        if catalogue.vocabulary.presumed(fact) == Some(value) && course.asking(fact).is_none() {
            continue;
        }
        let name = catalogue.vocabulary.fact_name(fact);
        let registered = course.registered.iter().find(|(known, ..)| *known == fact);
        let by_number = with_number && name.starts_with("certificate.") && course.asking(fact).is_none();
        let (origin, register_says) = match registered {
            Some((_, _, false)) => (FactOrigin::Register, None),
            Some((_, says, true)) => (FactOrigin::Stated, Some(catalogue.vocabulary.value_to_json(fact, says))),
            None if by_number => (FactOrigin::CertificateNumber, None),
            None => (FactOrigin::Stated, None),
        };
        let value = catalogue.vocabulary.value_to_json(fact, value);
        stated.insert(
            name.to_owned(),
            StatedFact {
                value,
                origin,
                register_says,
            },
        );
    }
    stated
}

impl Application {
    /// The facts it states, for assessing it: those, and what is computed.
    pub fn facts(&self, catalogue: &Catalogue) -> crate::rule::Facts {
        let mut facts = crate::rule::Facts::new(&catalogue.vocabulary);
        let born = self.subject.resident_id.birth_date();
        derive(&catalogue.vocabulary, &mut facts, self.submitted_on, Some(born));
        for (name, stated) in &self.facts {
            let fact = catalogue.vocabulary.fact_named(name);
            let value = fact.and_then(|fact| Some((fact, catalogue.vocabulary.value_from_json(fact, &stated.value)?)));
            if let Some((fact, value)) = value {
                facts.state(fact, value);
            }
        }
        facts
    }
}
