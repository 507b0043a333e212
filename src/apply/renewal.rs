//! A draft that was begun under other definitions of its services: what is asked now that was not, and the reverse.

use super::draft::{Draft, HUKOU};
use crate::catalogue::{Catalogue, Obtain, Service};

/// The shared questions that an application asks on pages of its own.
const OWN_PAGES: [&str; 2] = [HUKOU, "certificate"];

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
    /// Remembers under which definitions the chosen services are filled in; a service keeps its first until
    /// [`renew`](Self::renew).
    pub fn note_definitions(&mut self, catalogue: &Catalogue) {
        for service in chosen(self, catalogue).collect::<Vec<_>>() {
            let known = self.definitions.entry(service.code.clone());
            known.or_insert_with(|| service.definition.clone());
        }
    }

    /// The changes were read: from now on it is filled in under the services as they are.
    pub fn renew(&mut self, catalogue: &Catalogue) {
        self.definitions.clear();
        self.note_definitions(catalogue);
    }

    /// The chosen services that are not as they were when the draft was begun, each with its definition of then.
    pub fn outdated<'c>(&self, catalogue: &'c Catalogue) -> Vec<(&'c Service, &str)> {
        let then = |service: &'c Service| Some((service, self.definitions.get(&service.code)?.as_str()));
        chosen(self, catalogue)
            .filter_map(then)
            .filter(|(service, then)| service.definition != *then)
            .collect()
    }
}

fn chosen<'c>(draft: &Draft, catalogue: &'c Catalogue) -> impl Iterator<Item = &'c Service> {
    let services = catalogue.services.iter();
    services.filter(|service| draft.services.contains(&service.code))
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
                let mut names = page.facts.iter().map(|fact| catalogue.vocabulary.fact_name(*fact));
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
