//! Between the answer to a page and the facts it stands for, both ways.

use super::Answer;
use super::answers::set_facts;
use crate::catalogue::{Page, PageKind, PageOption};
use crate::measure::Quantity;
use crate::money::Fen;
use crate::rule::{FactId, Facts, Value, Vocabulary};

/// What an answer says about each fact of its page, nothing where it is not known; and about the others that go with
/// it, as no certificate has no grade.
pub fn facts_of(page: &Page, answer: &Answer, vocabulary: &Vocabulary) -> Vec<(FactId, Option<Value>)> {
    let mut facts = Facts::new(vocabulary);
    set_facts(page, answer, &mut facts);
    let mut about = page.facts.clone();
    if let (PageKind::Choice(options) | PageKind::Flags(options), Answer::Choice(_) | Answer::Flags(_)) =
        (&page.kind, answer)
    {
        let set = options.iter().flat_map(|option| &option.set).map(|(fact, _)| *fact);
        for fact in set.filter(|fact| facts.get(*fact).is_some()) {
            if !about.contains(&fact) {
                about.push(fact);
            }
        }
    }
    about.into_iter().map(|fact| (fact, facts.get(fact).cloned())).collect()
}

/// The answer that facts stand for; nothing where too little is known, or no answer of the page says that.
pub fn answer_of(page: &Page, facts: &Facts) -> Option<Answer> {
    let holds = |option: &&PageOption| option.set.iter().all(|(fact, value)| facts.get(*fact) == Some(value));
    match &page.kind {
        PageKind::County | PageKind::Text | PageKind::List(_) => None,
        PageKind::Choice(options) => options
            .iter()
            .find(holds)
            .map(|option| Answer::Choice(option.id.clone())),
        PageKind::Flags(options) => {
            let known = page.facts.iter().all(|fact| facts.get(*fact).is_some());
            let ticked = options.iter().filter(holds).map(|option| option.id.clone());
            known.then(|| Answer::Flags(ticked.collect()))
        }
        PageKind::Amount => match facts.get(*page.facts.first()?)? {
            Value::Fen(0) => Some(Answer::NotReceived),
            Value::Fen(amount) => Some(Answer::Amount(Fen(*amount))),
            _ => None,
        },
        PageKind::Measurement(of) => match facts.get(*page.facts.first()?)? {
            Value::Int(parts) => Some(Answer::Measured(Quantity {
                parts: *parts,
                scale: of.scale,
            })),
            _ => None,
        },
    }
}
