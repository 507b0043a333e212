//! Which question comes next: only what can still change the outcome of a chosen service.

use super::answers::{Answer, Answers, set_facts};
use crate::assess::assess;
use crate::calendar::Date;
use crate::catalogue::{Catalogue, Page, Service, derive, grade_components};
use crate::rule::{FactId, Facts, Missing, PolicyValues, Value};

/// The way through the questions so far.
#[derive(Debug)]
pub struct Journey<'c> {
    /// The pages that mattered and are answered, in order. Answers to other pages count for nothing.
    pub answered: Vec<&'c Page>,
    /// The page to show next; `None` when nothing more can change an outcome.
    pub next: Option<&'c Page>,
    /// What the answers say.
    pub facts: Facts,
}

/// Walks the pages in order. A page is asked while one of its facts is missing for a service, or will be once a hold
/// is lifted, because nobody comes back to ask it then; after "I do not know" it is not asked again, nor is what follows
/// from it.
pub fn journey<'c>(
    catalogue: &'c Catalogue,
    services: &[&Service],
    policy: &PolicyValues,
    answers: &Answers,
    on: Date,
) -> Journey<'c> {
    let nothing = Facts::new(&catalogue.vocabulary);
    walk(catalogue, services, policy, (answers, &[]), on, nothing)
}

/// The page that would have to be answered first: the one that a page follows, where the answer to it was "I do not
/// know".
pub fn leading<'c>(page: &Page, answered: &[&'c Page], answers: &Answers) -> Option<&'c Page> {
    let follows = page.follows.as_ref()?;
    let led = answered.iter().copied().find(|led| led.id == *follows)?;
    (answers.get(&led.id) == Some(&Answer::Unknown)).then_some(led)
}

/// As [`journey`], for an application: some facts are known already and are not asked, and the pages that the services
/// always ask are asked.
pub(super) fn journey_knowing<'c>(
    catalogue: &'c Catalogue,
    services: &[&Service],
    policy: &PolicyValues,
    answers: &Answers,
    on: Date,
    known: Facts,
) -> Journey<'c> {
    let always: Vec<&str> = services
        .iter()
        .flat_map(|service| &service.asks)
        .map(String::as_str)
        .collect();
    walk(catalogue, services, policy, (answers, &always), on, known)
}

fn walk<'c>(
    catalogue: &'c Catalogue,
    services: &[&Service],
    policy: &PolicyValues,
    (answers, always): (&Answers, &[&str]),
    on: Date,
    known: Facts,
) -> Journey<'c> {
    let mut facts = known;
    derive(&catalogue.vocabulary, &mut facts, on, None);
    grade_components(&catalogue.vocabulary, &mut facts);
    let mut answered: Vec<&Page> = Vec::new();
    loop {
        let assessments = services.iter().map(|service| assess(service, &facts, policy));
        let missing: Vec<Missing> = assessments
            .flat_map(|assessment| {
                let after_hold = assessment.then.map(|then| then.missing);
                [assessment.missing, after_hold.unwrap_or_default()].concat()
            })
            .collect();
        // What only counts as something until it is said is still asked.
        let said = |fact: FactId| facts.get(fact).is_some() && catalogue.vocabulary.presumed(fact).is_none();
        let known = |page: &Page| !page.facts.is_empty() && page.facts.iter().all(|fact| said(*fact));
        let asked = |page: &&Page| {
            let matters = missing.iter().any(|missing| asks_for(page, *missing, &facts));
            let always = always.contains(&page.id.as_str()) && !known(page);
            (matters || always)
                && !answered.iter().any(|done| done.id == page.id)
                && leading(page, &answered, answers).is_none()
        };
        let Some(page) = catalogue.pages.iter().find(asked) else {
            return Journey {
                answered,
                next: None,
                facts,
            };
        };
        // What no option of the page says any more is asked again.
        let answer = answers.get(&page.id).filter(|answer| answer.fits(page));
        let Some(answer) = answer else {
            return Journey {
                answered,
                next: Some(page),
                facts,
            };
        };
        set_facts(page, answer, &mut facts);
        grade_components(&catalogue.vocabulary, &mut facts);
        answered.push(page);
    }
}

/// Whether a page asks for what is missing: the fact, or what is not known yet of one item of a list.
pub fn asks_for(page: &Page, missing: Missing, facts: &Facts) -> bool {
    let completes = page.completes(missing.fact);
    page.facts.contains(&missing.fact)
        && match (missing.item, facts.get(missing.fact)) {
            (None, _) => completes.is_none(),
            (Some((at, _)), Some(Value::List(items))) => {
                let item = items.get(at).and_then(|item| item.first());
                completes.is_some() && item.is_some_and(|item| item.as_ref() == completes)
            }
            (Some(_), _) => false,
        }
}
