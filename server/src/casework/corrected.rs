//! What was typed of facts: a correction, a hold that is over. Each is assessed with what is so now.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use zhida::casework::{Assessed, Case, Command, FactHeld, Source};
use zhida::person::{Category, normalise};
use zhida::rule::{FactId, Type, Vocabulary};
use zhida_app::casework::command::{field, grade_of};
use zhida_app::question::Problem;

use super::desk::Desk;
use super::read::{Form, Read, problem, yuan};
use crate::web::{Fault, Typed};

/// The fields of a record of `facts.toml` that has a category and its grade.
const CATEGORY: &str = "category";
const GRADE: &str = "grade";

/// What a fact really is, and what the rules say with it.
pub(super) fn correct(desk: &Desk, case: &Case, form: &Form<'_>) -> Result<Read<Command>, Fault> {
    let fact = form.typed.get(field::FACT).unwrap_or_default();
    let judge = desk.judge(case)?;
    let vocabulary = &judge.catalogue.vocabulary;
    let Some(id) = vocabulary.fact_named(fact) else {
        return Err(Fault::NotFound);
    };
    let typed = form.typed.get(field::VALUE).unwrap_or_default();
    let born = case.opened.subject.resident_id.birth_date();
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
        Type::Date => match form.day_of_paper(field::VALUE, born, desk.today) {
            Ok(day) => Some(json!(day.to_string())),
            Err(problems) => return Ok(Err(problems)),
        },
        Type::List(_) => match grades(&categories(vocabulary, id), form) {
            Ok(components) => Some(components),
            Err(problems) => return Ok(Err(problems)),
        },
        Type::Month => None,
    };
    // What the vocabulary cannot read, or no answer can say, is no value of this fact.
    // The page of a list asks for the one thing that the rules read; a certificate says more.
    let is_list = matches!(vocabulary.fact_type(id), Type::List(_));
    let can_be = |json: &Json| {
        let value = vocabulary.value_from_json(id, json);
        value.is_some_and(|value| is_list || judge.catalogue.can_be(id, &value))
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

/// The categories of what a fact lists with a grade each, as a certificate does; none for any other fact. `multiple`
/// is no category by itself: it is several of the others.
pub(super) fn categories(vocabulary: &Vocabulary, fact: FactId) -> Vec<&str> {
    let Type::List(record) = vocabulary.fact_type(fact) else {
        return Vec::new();
    };
    match vocabulary.record_fields(record) {
        [(category, Type::Enum(of)), (grade, Type::Int)] if category == CATEGORY && grade == GRADE => {
            let values = vocabulary.enum_values(*of).iter().map(String::as_str);
            values.filter(|value| *value != Category::Multiple.as_str()).collect()
        }
        _ => Vec::new(),
    }
}

/// The grades held, as they stand in the form to be put right.
pub(super) fn as_typed(case: &Case, fact: &str) -> Typed {
    let held = case.facts.get(fact).and_then(|held| held.value.as_array());
    let grades = held.into_iter().flatten().filter_map(|one| {
        let grade = one[GRADE].as_i64()?;
        Some((grade_of(one[CATEGORY].as_str()?), grade.to_string()))
    });
    Typed(grades.collect())
}

/// The grades that were typed; what is left empty is none.
fn grades(categories: &[&str], form: &Form<'_>) -> Result<Json, Vec<Problem>> {
    let mut components = Vec::new();
    let mut problems = Vec::new();
    for category in categories {
        let name = grade_of(category);
        match form.line(&name).trim_end_matches('级').parse::<u8>() {
            Ok(grade @ 1..=4) => components.push(json!({ CATEGORY: category, GRADE: grade })),
            _ if form.line(&name).is_empty() => {}
            _ => problems.push(problem(&name, "casework-correct-grade-wrong")),
        }
    }
    if let (true, true, Some(first)) = (components.is_empty(), problems.is_empty(), categories.first()) {
        problems.push(problem(&grade_of(first), "casework-correct-grades-missing"));
    }
    if problems.is_empty() {
        Ok(Json::Array(components))
    } else {
        Err(problems)
    }
}

/// The certificate is valid again, and until when.
pub(super) fn lift_hold(desk: &Desk, case: &Case, form: &Form<'_>) -> Result<Read<Command>, Fault> {
    let born = case.opened.subject.resident_id.birth_date();
    let until = match form.day_of_paper(field::UNTIL, born, desk.today) {
        Ok(day) => json!(day.to_string()),
        Err(_) if form.line(&format!("{}-year", field::UNTIL)).is_empty() => Json::Null,
        Err(problems) => return Ok(Err(problems)),
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
