//! A draft that was begun under other rules: what is asked and paid now that was not, and the reverse.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::draft::{Draft, HUKOU, Hukou};
use super::pages::{Course, PageId};
use crate::assess::{Assessment, assess};
use crate::calendar::{Date, Month};
use crate::catalogue::{Catalogue, Obtain, Page, Service};
use crate::money::Fen;
use crate::place::DivisionCode;
use crate::policy::PolicyBook;
use crate::rule::{PolicyValues, Value};

/// The shared questions that an application asks on pages of its own.
const OWN_PAGES: [&str; 2] = [HUKOU, "certificate"];

/// What the portal asks and pays on a day.
#[derive(Clone, Copy, Debug)]
pub struct Present<'c> {
    /// The services and their questions.
    pub catalogue: &'c Catalogue,
    /// What each county pays.
    pub book: &'c PolicyBook,
    /// A hash of the words in which consent is asked for.
    pub consents: &'c str,
    /// The day.
    pub on: Date,
}

/// What the portal asked and paid when a draft was filled in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Noted {
    /// The [`Page::meaning`] of each shared question that was answered.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    questions: BTreeMap<String, String>,
    /// The hash of the words that were agreed to.
    #[serde(skip_serializing_if = "Option::is_none")]
    consents: Option<String>,
    /// The county whose policy it was, and the values that the chosen services read, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    policy: Option<(DivisionCode, BTreeMap<String, i64>)>,
}

impl Noted {
    /// A page is answered anew.
    pub(super) fn forget(&mut self, page: &PageId) {
        match page {
            PageId::Question(id) => {
                self.questions.remove(id);
            }
            PageId::Consents => self.consents = None,
            _ => {}
        }
    }

    /// The values of now with those of then in their place; none where they are the same.
    fn policy_then(&self, present: &Present<'_>) -> Option<(PolicyValues, PolicyValues)> {
        let vocabulary = &present.catalogue.vocabulary;
        let (county, noted) = self.policy.as_ref()?;
        // Nearly always nothing has changed: only what was noted is looked up.
        let month = Month::of(present.on);
        let stands = |(name, noted): (&String, &i64)| {
            let key = vocabulary.policy_named(name);
            let source = key.and_then(|key| present.book.find(key, *county, month));
            source.is_none_or(|source| number(&source.entry.value) == Some(*noted))
        };
        if noted.iter().all(stands) {
            return None;
        }
        let now = present.policy(*county)?;
        let mut then = now.clone();
        let mut differs = false;
        for key in vocabulary.policies() {
            let Some(noted) = noted.get(vocabulary.policy_name(key)) else {
                continue;
            };
            if number(&now.get(key)) != Some(*noted) {
                let value = match now.get(key) {
                    Value::Bool(_) => Value::Bool(*noted != 0),
                    Value::Int(_) => Value::Int(*noted),
                    Value::Fen(_) => Value::Fen(*noted),
                    _ => continue,
                };
                // A key that has become one of another type says nothing of then.
                differs |= then.set(key, &value).is_ok();
            }
        }
        differs.then_some((then, now))
    }
}

impl Present<'_> {
    /// The policy of a county; none where a value is missing.
    fn policy(&self, county: DivisionCode) -> Option<PolicyValues> {
        let vocabulary = &self.catalogue.vocabulary;
        self.book.resolve(vocabulary, county, Month::of(self.on)).ok()
    }
}

/// A value as it is noted; days and lists are no policy.
fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Bool(on) => Some(i64::from(*on)),
        Value::Int(number) | Value::Fen(number) => Some(*number),
        _ => None,
    }
}

/// What is new since a draft was filled in.
#[derive(Clone, Debug, Default)]
pub struct News<'c> {
    /// The services with other definitions.
    pub services: Vec<Renewal<'c>>,
    /// The shared questions that were answered and are others now.
    pub questions: Vec<&'c str>,
    /// Whether consent is asked for in other words than those agreed to.
    pub consents: bool,
    /// The services that pay the person something else.
    pub amounts: Vec<Repriced<'c>>,
}

impl News<'_> {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.services.is_empty() && self.questions.is_empty() && !self.consents && self.amounts.is_empty()
    }
}

/// A service that pays the person something else than when the draft was filled in, by the same answers.
#[derive(Clone, Copy, Debug)]
pub struct Repriced<'c> {
    /// The service.
    pub service: &'c Service,
    /// What it would have paid a month; nothing where it would not.
    pub then: Option<Fen>,
    /// What it would pay now.
    pub now: Option<Fen>,
}

/// What became of one service since a draft was begun.
#[derive(Clone, Debug)]
pub struct Renewal<'c> {
    /// The service as it is now.
    pub service: &'c Service,
    /// Shared questions that may be asked now and were not.
    pub questions: Vec<&'c str>,
    /// Shared questions that are not asked any more.
    pub questions_gone: Vec<&'c str>,
    /// Papers that the applicant hands in now and did not.
    pub papers: Vec<&'c str>,
    /// Papers that the applicant does not hand in any more.
    pub papers_gone: Vec<&'c str>,
}

impl Draft {
    /// Remembers what it is filled in under; each thing as it was first, until [`renew`](Self::renew) or until it is
    /// answered again.
    pub fn note(&mut self, present: &Present<'_>) {
        let catalogue = present.catalogue;
        for service in chosen(self, catalogue).collect::<Vec<_>>() {
            let known = self.definitions.entry(service.code.clone());
            known.or_insert_with(|| service.definition.clone());
        }
        for page in self.answered(catalogue).collect::<Vec<_>>() {
            let known = self.noted.questions.entry(page.id.clone());
            known.or_insert_with(|| page.meaning.clone());
        }
        if self.consents.is_some() && !self.is_asked_again(&PageId::Consents) {
            self.noted.consents.get_or_insert_with(|| present.consents.to_owned());
        }
        self.note_policy(present);
    }

    fn note_policy(&mut self, present: &Present<'_>) {
        let county = match self.hukou() {
            Some(Hukou::In(county)) => county,
            Some(Hukou::Outside) => DivisionCode::HUNAN,
            None => return,
        };
        let keys: Vec<_> = chosen(self, present.catalogue)
            .flat_map(|service| &service.policies)
            .collect();
        let (noted_county, noted) = self.noted.policy.get_or_insert_with(|| (county, BTreeMap::new()));
        if *noted_county != county {
            (*noted_county, *noted) = (county, BTreeMap::new());
        }
        let month = Month::of(present.on);
        for key in keys {
            let name = present.catalogue.vocabulary.policy_name(*key);
            if noted.contains_key(name) {
                continue;
            }
            let source = present.book.find(*key, county, month);
            if let Some(value) = source.and_then(|source| number(&source.entry.value)) {
                noted.insert(name.to_owned(), value);
            }
        }
    }

    /// The changes were read: from now on it is filled in under what is asked and paid now. What was answered to another
    /// question, or agreed to in other words, is asked again.
    pub fn renew(&mut self, present: &Present<'_>) {
        for question in self.changed_questions(present.catalogue) {
            self.noted.questions.remove(question);
            self.again.insert(PageId::Question(question.to_owned()).name());
        }
        if self.has_other_consents(present) {
            self.noted.consents = None;
            self.again.insert(PageId::Consents.name());
        }
        self.noted.policy = None;
        self.definitions.clear();
        self.note(present);
    }

    /// What is new since it was filled in. `then` finds a definition again, where this program still can; `course` looks
    /// at the draft, and is asked only where a county pays something else.
    ///
    /// # Errors
    /// Those of `course`.
    pub fn news<'c, E>(
        &self,
        present: &Present<'c>,
        then: impl Fn(&str) -> Option<&'c Catalogue>,
        course: impl FnOnce() -> Result<Course<'c>, E>,
    ) -> Result<News<'c>, E> {
        let catalogue = present.catalogue;
        let outdated = chosen(self, catalogue).filter_map(|service| {
            let known = self.definitions.get(&service.code)?;
            (service.definition != *known).then(|| Renewal::of(catalogue, service, then(known)))
        });
        Ok(News {
            services: outdated.collect(),
            questions: self.changed_questions(catalogue),
            consents: self.has_other_consents(present),
            amounts: match self.noted.policy_then(present) {
                Some((then, now)) => repriced(&course()?, &then, &now),
                None => Vec::new(),
            },
        })
    }

    /// The shared questions with an answer that stands.
    fn answered<'c>(&self, catalogue: &'c Catalogue) -> impl Iterator<Item = &'c Page> {
        let answers = self.standing_answers();
        let shared = catalogue.pages.iter();
        shared.filter(move |page| !OWN_PAGES.contains(&page.id.as_str()) && answers.get(&page.id).is_some())
    }

    fn changed_questions<'c>(&self, catalogue: &'c Catalogue) -> Vec<&'c str> {
        let other = |page: &&Page| {
            let noted = self.noted.questions.get(&page.id);
            noted.is_some_and(|noted| *noted != page.meaning)
        };
        self.answered(catalogue)
            .filter(other)
            .map(|page| page.id.as_str())
            .collect()
    }

    fn has_other_consents(&self, present: &Present<'_>) -> bool {
        let noted = self.noted.consents.as_deref();
        noted.is_some_and(|noted| noted != present.consents)
    }
}

fn chosen<'c>(draft: &Draft, catalogue: &'c Catalogue) -> impl Iterator<Item = &'c Service> {
    let services = catalogue.services.iter();
    services.filter(|service| draft.services.contains(&service.code))
}

fn repriced<'c>(course: &Course<'c>, then: &PolicyValues, now: &PolicyValues) -> Vec<Repriced<'c>> {
    let pays = |service: &Service, policy: &PolicyValues| monthly(&assess(service, &course.facts, policy));
    let services = course.assessments.iter().map(|(service, _)| Repriced {
        service,
        then: pays(service, then),
        now: pays(service, now),
    });
    services.filter(|service| service.then != service.now).collect()
}

/// What is paid a month, or would be once a hold is lifted.
fn monthly(assessment: &Assessment<'_>) -> Option<Fen> {
    let then = assessment.then.as_ref().and_then(|then| then.monthly);
    assessment.monthly.or(then)
}

impl<'c> Renewal<'c> {
    /// Compares a service with what it was; `then` is the definition read again, where this program still can.
    pub fn of(catalogue: &'c Catalogue, service: &'c Service, then: Option<&'c Catalogue>) -> Self {
        let mut renewal = Self {
            service,
            questions: Vec::new(),
            questions_gone: Vec::new(),
            papers: Vec::new(),
            papers_gone: Vec::new(),
        };
        let Some((then, before)) = then.and_then(|then| Some((then, then.service(&service.code)?))) else {
            return renewal;
        };
        let (old, new) = ((facts(then, before), before), (facts(catalogue, service), service));
        for page in catalogue
            .pages
            .iter()
            .filter(|page| !OWN_PAGES.contains(&page.id.as_str()))
        {
            let asks = |(facts, service): &(Vec<&str>, &Service)| {
                // What is asked of one item of a list comes with the question for the list.
                let whole = page.facts.iter().filter(|fact| page.completes(**fact).is_none());
                let mut names = whole.map(|fact| catalogue.vocabulary.fact_name(*fact));
                names.any(|name| facts.contains(&name)) || service.asks.contains(&page.id)
            };
            match (asks(&old), asks(&new)) {
                (false, true) => renewal.questions.push(&page.id),
                (true, false) => renewal.questions_gone.push(&page.id),
                _ => {}
            }
        }
        let (old, new) = (papers(before), papers(service));
        renewal.papers = new.iter().copied().filter(|kind| !old.contains(kind)).collect();
        renewal.papers_gone = old.into_iter().filter(|kind| !new.contains(kind)).collect();
        renewal
    }
}

/// The names of the facts that a service reads.
fn facts<'c>(catalogue: &'c Catalogue, service: &Service) -> Vec<&'c str> {
    let facts = service.facts().into_iter();
    facts.map(|fact| catalogue.vocabulary.fact_name(fact)).collect()
}

/// The papers that the applicant hands in for a service.
fn papers(service: &Service) -> Vec<&str> {
    let papers = service.evidence.iter().filter(|paper| paper.obtain == Obtain::User);
    papers.map(|paper| paper.kind.as_str()).collect()
}
