//! Between the answer to a page and the facts it stands for, both ways.

use super::Answer;
use super::answers::set_facts;
use crate::catalogue::{Page, PageKind, PageOption, grade_components};
use crate::measure::Quantity;
use crate::money::Fen;
use crate::rule::{FactId, Facts, Type, Value, Vocabulary};

/// What an answer says about each fact of its page, nothing where it is not known; and about the others that go with
/// it, as no certificate has no grade. What is `held` already of a list stays, as far as the answer says nothing of it.
pub fn facts_of(page: &Page, answer: &Answer, vocabulary: &Vocabulary, held: &Facts) -> Vec<(FactId, Option<Value>)> {
    let mut facts = held.clone();
    let is_list = |fact: FactId| matches!(vocabulary.fact_type(fact), Type::List(_));
    for fact in &page.facts {
        if !is_list(*fact) || (*answer == Answer::Unknown && page.completes(*fact).is_none()) {
            facts.forget(*fact);
        }
    }
    set_facts(page, answer, &mut facts);
    grade_components(vocabulary, &mut facts);
    let mut about = page.facts.clone();
    if let (PageKind::Choice(options), Answer::Choice(id)) = (&page.kind, answer) {
        let chosen = options.iter().filter(|option| option.id == *id);
        for (fact, _) in chosen.flat_map(|option| &option.set) {
            if !about.contains(fact) {
                about.push(*fact);
            }
        }
    }
    about.into_iter().map(|fact| (fact, facts.get(fact).cloned())).collect()
}

/// The answer that facts stand for; nothing where too little is known, or no answer of the page says that.
pub fn answer_of(page: &Page, facts: &Facts) -> Option<Answer> {
    let holds = |option: &&PageOption| {
        let mut set = option.set.iter();
        set.all(|(fact, value)| facts.get(*fact).is_some_and(|held| says(held, value)))
    };
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

/// Whether what is held says what an answer does: a list that it has the item the answer names, where it names one.
fn says(held: &Value, answer: &Value) -> bool {
    let (Value::List(held), Value::List(named)) = (held, answer) else {
        return held == answer;
    };
    let has = |named: &Vec<Option<Value>>| {
        let same = |held: &Vec<Option<Value>>| {
            let mut fields = held.iter().zip(named);
            fields.all(|(held, named)| named.is_none() || held == named)
        };
        held.iter().any(same)
    };
    if named.is_empty() {
        held.is_empty()
    } else {
        named.iter().all(has)
    }
}
