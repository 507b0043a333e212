//! `/cases/{reference}/correct`: what was said, question by question, put right before the decision. What a register
//! says is not overwritten but disputed; both values are kept.

use axum::extract::Path;
use axum::http::StatusCode;
use zhida::apply::{Answer as Answered, answer_of, facts_of, read, typed};
use zhida::casework::{Assessed, Case, Command, FactHeld, Phase, Source as Said, known_facts};
use zhida::catalogue::{Page, PageKind};
use zhida::rule::Value;
use zhida_app::apply::{Answer as Shown, Line, Source};
use zhida_app::cases::correct::{self, Correct};
use zhida_app::question::{self, Leave, Problem, Question};
use zhida_app::text::Phrase;

use super::act::done_before;
use super::withdraw::fault;
use super::{Acted, Opened, act, address, asking, choose, op};
use crate::apply::answered;
use crate::catalogue::{Judge, questions, words};
use crate::portal::Portal;
use crate::web::gate::typed_before;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "case-correct";

/// `GET /cases/{reference}/correct`.
pub async fn list(visitor: Visitor, Path(reference): Path<String>) -> Answer {
    let opened = Opened::of(&visitor, &reference).await?;
    let here = address(opened.case.opened.reference);
    if opened.case.phase != Phase::Open {
        return Ok(visitor.see_other(&here));
    }
    let portal = &visitor.portal;
    let lines = pages(portal, &opened).into_iter().map(|page| Line {
        name: words::part("page", &page.id, "short"),
        answer: said(portal, &opened.case, page).map_or_else(
            || Shown::Words(Phrase::new("cases-correct-not-asked")),
            |answer| answered(&page.id, &answer),
        ),
        source: from_register(&opened.case, page, portal).then(|| Source {
            register: Phrase::new("cases-register"),
            on: opened.case.opened.on,
        }),
        change: Some(format!("{here}/correct/{}", page.id)),
    });
    let model = Correct {
        act: asking(&visitor, &opened, "correct", Vec::new()),
        lines: lines.collect(),
    };
    Ok(visitor.page(|text| correct::page(text, &model)))
}

/// `GET /cases/{reference}/correct/{page}`.
pub async fn ask(visitor: Visitor, Path((reference, page)): Path<(String, String)>) -> Answer {
    let opened = Opened::of(&visitor, &reference).await?;
    let portal = &visitor.portal;
    let page = page_of(portal, &opened, &page)?;
    let before = typed_before(&visitor).await?;
    let before = before.or_else(|| said(portal, &opened.case, page).map(|answer| typed(page, &answer)));
    Ok(show(&visitor, &opened, page, before.unwrap_or_default(), Vec::new()))
}

/// `POST /cases/{reference}/correct/{page}`.
pub async fn save(visitor: Visitor, Path((reference, page)): Path<(String, String)>, typed: Typed) -> Answer {
    let portal = &visitor.portal;
    let opened = Opened::of(&visitor, &reference).await?;
    let here = address(opened.case.opened.reference);
    if let Some(before) = done_before(portal, &opened, (typed.op(), ROUTE)).await? {
        return Ok(visitor.see_other(&before));
    }
    let page = page_of(portal, &opened, &page)?;
    let answer = match read(page, &typed.0) {
        Ok(answer) => answer,
        Err(problems) => return Ok(show(&visitor, &opened, page, typed.0, questions::problems(&problems))),
    };
    let commands = commands(portal, &opened.case, page, &answer)?;
    if commands.is_empty() {
        return Ok(visitor.see_other(&format!("{here}/correct")));
    }
    // What is compared now is asked at once.
    let after = commands.iter().rev().find_map(|command| match command {
        Command::Correct { assessment, .. } => Some(assessment),
        _ => None,
    });
    let asks = |assessment: &Assessed| assessment.choice().is_some() && opened.case.choice_under(assessment).is_none();
    let location = if after.is_some_and(|assessment| asks(assessment)) {
        format!("{}?done=correct", choose::href(&opened.case))
    } else {
        format!("{here}?done=correct")
    };
    match act(portal, opened, (typed.op(), ROUTE), &location, &commands).await? {
        Acted::Done(location) => Ok(visitor.see_other(&location)),
        Acted::Refused(refusal) => Err(fault(&refusal)),
    }
}

/// The questions of the service, less those about a register's values that the reader may not see.
fn pages<'p>(portal: &'p Portal, opened: &Opened) -> Vec<&'p Page> {
    let case = &opened.case;
    let vocabulary = &portal.catalogue.vocabulary;
    let counts = |name: &str| case.facts.contains_key(name) || case.assessment.missing.iter().any(|fact| fact == name);
    let service = portal.catalogue.service(&case.opened.service);
    let always = |page: &Page| {
        let asked = service.is_some_and(|service| service.asks.contains(&page.id));
        asked && !page.facts.is_empty()
    };
    // What is asked of one item of a list is asked where the list has it unless it is as the whole is.
    let held = known_facts(
        &case.facts,
        vocabulary,
        &case.opened.subject.resident_id,
        case.opened.on,
    );
    let has_it = |page: &Page, fact| {
        page.completes(fact).is_none_or(|item| match held.get(fact) {
            Some(Value::List(items)) => {
                let whole = items.len() == 1 && case.facts.contains_key("certificate.grade");
                !whole && items.iter().any(|held| held.first() == Some(&Some(item.clone())))
            }
            _ => false,
        })
    };
    let asked = portal.catalogue.pages.iter().filter(|page| {
        let counted = page
            .facts
            .iter()
            .any(|fact| counts(vocabulary.fact_name(*fact)) && has_it(page, *fact))
            || always(page);
        let seen = opened.is_subject() || !from_register(case, page, portal);
        !matches!(page.kind, PageKind::County) && counted && seen
    });
    asked.collect()
}

fn page_of<'p>(portal: &'p Portal, opened: &Opened, id: &str) -> Result<&'p Page, Fault> {
    if opened.case.phase != Phase::Open {
        return Err(Fault::Conflict);
    }
    let found = pages(portal, opened).into_iter().find(|page| page.id == id);
    found.ok_or(Fault::NotFound)
}

/// The answer that the facts held stand for.
fn said(portal: &Portal, case: &Case, page: &Page) -> Option<Answered> {
    let opened = &case.opened;
    let vocabulary = &portal.catalogue.vocabulary;
    let facts = known_facts(&case.facts, vocabulary, &opened.subject.resident_id, opened.on);
    answer_of(page, &facts)
}

fn from_register(case: &Case, page: &Page, portal: &Portal) -> bool {
    let vocabulary = &portal.catalogue.vocabulary;
    let held = page
        .facts
        .iter()
        .filter_map(|fact| case.facts.get(vocabulary.fact_name(*fact)));
    held.into_iter().any(|held| held.source.is_others())
}

/// What changes: a correction for each fact of the page, a dispute for those of a register.
fn commands(portal: &Portal, case: &Case, page: &Page, answer: &Answered) -> Result<Vec<Command>, Fault> {
    let vocabulary = &portal.catalogue.vocabulary;
    let known = known_facts(
        &case.facts,
        vocabulary,
        &case.opened.subject.resident_id,
        case.opened.on,
    );
    let mut facts = case.facts.clone();
    let mut disputes = Vec::new();
    let mut changed = Vec::new();
    for (fact, value) in facts_of(page, answer, vocabulary, &known) {
        let name = vocabulary.fact_name(fact).to_owned();
        let json = value.map(|value| vocabulary.value_to_json(fact, &value));
        let held = case.facts.get(&name);
        if held.map(|held| &held.value) == json.as_ref() {
            continue;
        }
        match (held, json) {
            (Some(held), Some(stated)) if held.source.is_others() => {
                disputes.push(Command::DisputeFact { fact: name, stated });
            }
            (Some(held), None) if held.source.is_others() => {}
            (_, json) => {
                let new = json.map(|value| FactHeld {
                    value,
                    source: Said::Stated,
                    register_says: held.and_then(|held| held.register_says.clone()),
                });
                match new.clone() {
                    Some(new) => facts.insert(name.clone(), new),
                    None => facts.remove(&name),
                };
                changed.push((name, new));
            }
        }
    }
    if changed.is_empty() {
        return Ok(disputes);
    }
    let assessment = Judge::of(portal, case)?.assess(case, &facts)?;
    let corrections = changed.into_iter().map(|(fact, new)| Command::Correct {
        fact,
        new,
        sentence: None,
        assessment: Box::new(assessment.clone()),
    });
    Ok(corrections.chain(disputes).collect())
}

fn show(
    visitor: &Visitor,
    opened: &Opened,
    page: &Page,
    typed: Vec<(String, String)>,
    problems: Vec<Problem>,
) -> Reply {
    let list = format!("{}/correct", address(opened.case.opened.reference));
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let question = questions::question(&visitor.portal.texts, page, format!("{list}/{}", page.id));
    let question = Question {
        back: Some(list.clone()),
        part_of: words::of("service", &opened.case.opened.service),
        hidden: op(visitor),
        typed,
        problems,
        leave: Some(Leave {
            save: Phrase::new("cases-correct-save"),
            not: Phrase::new("cases-correct-not"),
            href: list,
        }),
        ..question
    };
    visitor.page_with(status, |text| question::page(text, &question).keeping_what_is_typed())
}
