//! What was typed of facts: a correction, a hold that is over. Each is assessed with what is so now.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use zhida::casework::{Assessed, Case, Command, FactHeld, Source};
use zhida::person::normalise;
use zhida::rule::Type;
use zhida_app::casework::command::field;

use super::desk::Desk;
use super::read::{Form, Read, problem, yuan};
use crate::web::Fault;

/// What a fact really is, and what the rules say with it.
pub(super) fn correct(desk: &Desk, case: &Case, form: &Form<'_>) -> Result<Read<Command>, Fault> {
    let fact = form.typed.get(field::FACT).unwrap_or_default();
    let judge = desk.judge(case)?;
    let vocabulary = &judge.catalogue.vocabulary;
    let Some(id) = vocabulary.fact_named(fact) else {
        return Err(Fault::NotFound);
    };
    let typed = form.typed.get(field::VALUE).unwrap_or_default();
    let json = match vocabulary.fact_type(id) {
        Type::Bool => match typed {
            "true" => Some(json!(true)),
            "false" => Some(json!(false)),
            _ => None,
        },
        Type::Enum(_) => Some(json!(typed)),
        Type::Fen => yuan(typed).map(|amount| json!(amount.0)),
        Type::Int if let Some(scale) = vocabulary.scale(id) => scale.read(typed).ok().map(|read| json!(read.parts)),
        Type::Int => normalise::line(typed).parse::<i64>().ok().map(|number| json!(number)),
        Type::Date => form.day(field::VALUE).map(|day| json!(day.to_string())),
        Type::Month | Type::List(_) => None,
    };
    // What the vocabulary cannot read, or no answer can say, is no value of this fact.
    let can_be = |json: &Json| {
        let value = vocabulary.value_from_json(id, json);
        value.is_some_and(|value| judge.catalogue.can_be(id, &value))
    };
    let json = json.filter(can_be);
    let source = form.listed(field::SOURCE, Source::parse);
    let (value, source) = match (json, source) {
        (Some(value), Ok(source)) => (value, source),
        (value, source) => {
            let wrong = value.is_none().then(|| problem(field::VALUE, "casework-value-wrong"));
            return Ok(Err(wrong
                .into_iter()
                .chain(source.err().into_iter().flatten())
                .collect()));
        }
    };
    let sentence = match form.sentence() {
        Ok(sentence) => sentence,
        Err(problems) => return Ok(Err(problems)),
    };
    let new = held(value, source);
    let facts = BTreeMap::from([(fact.to_owned(), new.clone())]);
    Ok(Ok(Command::Correct {
        fact: fact.to_owned(),
        new: Some(new),
        sentence,
        assessment: Box::new(assess(desk, case, &facts)?),
    }))
}

/// The certificate is valid again, and until when.
pub(super) fn lift_hold(desk: &Desk, case: &Case, form: &Form<'_>) -> Result<Read<Command>, Fault> {
    let until = match form.day(field::UNTIL) {
        Some(day) => json!(day.to_string()),
        None if form.line(&format!("{}-year", field::UNTIL)).is_empty() => Json::Null,
        None => return Ok(Err(vec![problem(field::UNTIL, "casework-day-wrong")])),
    };
    let facts = BTreeMap::from([
        ("certificate.status".to_owned(), held(json!("valid"), Source::Register)),
        ("certificate.valid_until".to_owned(), held(until, Source::Register)),
    ]);
    let assessment = Box::new(assess(desk, case, &facts)?);
    Ok(Ok(Command::LiftHold { facts, assessment }))
}

fn held(value: Json, source: Source) -> FactHeld {
    FactHeld {
        value,
        source,
        register_says: None,
    }
}

/// What the rules say once these facts are so.
fn assess(desk: &Desk, case: &Case, changed: &BTreeMap<String, FactHeld>) -> Result<Assessed, Fault> {
    let judge = desk.judge(case)?;
    let mut facts = case.facts.clone();
    facts.extend(changed.clone());
    judge.assess(case, &facts)
}
