//! `/cases/{reference}/choose`: this benefit or the one received already, chosen again before the decision.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use zhida::apply::OverlapPick;
use zhida::calendar::Month;
use zhida::casework::{Case, Command, Met, TraceLine, offered};
use zhida::catalogue::RuleKind;
use zhida::money::Fen;
use zhida_app::apply::overlap::{FIELD, not_chosen};
use zhida_app::cases::case::Choice;
use zhida_app::cases::choose::{self, Choose};
use zhida_app::question::Problem;
use zhida_app::text::{Phrase, Said};

use super::show::Just;
use super::withdraw::fault;
use super::{Acted, Opened, act, address, asking};
use crate::catalogue::{Judge, words};
use crate::portal::Portal;
use crate::web::gate::typed_before;
use crate::web::{Answer, Fault, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "case-choose";

/// `GET /cases/{reference}/choose`. Where nothing is to be chosen, the case says so.
pub async fn ask(visitor: Visitor, Path(reference): Path<String>, Query(just): Query<Just>) -> Answer {
    let opened = Opened::of(&visitor, &reference).await?;
    let typed = typed_before(&visitor).await?.map(Typed);
    let typed = typed.as_ref().and_then(|typed| typed.get(FIELD));
    match page(&visitor, &opened, typed, Vec::new())? {
        Some(model) => {
            let corrected = just.is("correct");
            let model = Choose { corrected, ..model };
            Ok(visitor.page(|text| choose::page(text, &model)))
        }
        None => Ok(visitor.see_other(&address(opened.case.opened.reference))),
    }
}

/// `POST /cases/{reference}/choose`.
pub async fn choose(visitor: Visitor, Path(reference): Path<String>, typed: Typed) -> Answer {
    let opened = Opened::of(&visitor, &reference).await?;
    let here = address(opened.case.opened.reference);
    let location = format!("{here}?done=choose");
    let Some(pick) = typed.get(FIELD).and_then(OverlapPick::parse) else {
        let problem = Problem {
            field: FIELD.to_owned(),
            message: not_chosen(),
        };
        let Some(model) = page(&visitor, &opened, None, vec![problem])? else {
            return Ok(visitor.see_other(&here));
        };
        return Ok(visitor.page_with(StatusCode::UNPROCESSABLE_ENTITY, |text| choose::page(text, &model)));
    };
    if opened.case.pick() == Some(pick) {
        return Ok(visitor.see_other(&location));
    }
    let command = [Command::ChooseOverlap { choice: pick }];
    match act(&visitor.portal, opened, (typed.op(), ROUTE), &location, &command).await? {
        Acted::Done(location) => Ok(visitor.see_other(&location)),
        Acted::Refused(refusal) => Err(fault(&refusal)),
    }
}

/// Where the choice of a case is made.
pub(super) fn href(case: &Case) -> String {
    format!("{}/choose", address(case.opened.reference))
}

fn page(
    visitor: &Visitor,
    opened: &Opened,
    typed: Option<&str>,
    problems: Vec<Problem>,
) -> Result<Option<Choose>, Fault> {
    let portal = &visitor.portal;
    let Some(between) = between(portal, opened)? else {
        return Ok(None);
    };
    let held = opened.case.pick().map(OverlapPick::as_str);
    Ok(Some(Choose {
        act: asking(visitor, opened, "choose", problems),
        this: between.this,
        other_name: between.other_name,
        other: between.other,
        from: Month::of(opened.case.opened.on),
        chosen: typed.or(held).map(str::to_owned),
        corrected: false,
    }))
}

/// Two benefits of which one can be had: what each pays a month, and the name of the other.
struct Between {
    this: Fen,
    other: Fen,
    other_name: Phrase,
}

/// What can be chosen between now by this reader: both amounts, and the name of the other benefit. An amount that an
/// office found is for the person alone, who then chooses at the office or with an account that is linked to them.
fn between(portal: &Portal, opened: &Opened) -> Result<Option<Between>, Fault> {
    let case = &opened.case;
    let (Some((this, other)), Some(line)) = (case.assessment.choice(), overlapping(case)) else {
        return Ok(None);
    };
    let found = line.facts.keys().filter_map(|name| case.facts.get(name));
    let is_theirs = opened.is_subject() || !found.into_iter().any(|held| held.source.is_others());
    let judge = Judge::of(portal, case)?;
    let asked = offered(case, &opened.actor(), &judge.setting()).contains(&"choose_overlap");
    Ok(other_name(portal, line)
        .filter(|_| is_theirs && asked)
        .map(|other_name| Between {
            this,
            other,
            other_name,
        }))
}

/// What the page of the case says of the choice.
pub(super) fn shown(portal: &Portal, opened: &Opened) -> Option<Choice> {
    let case = &opened.case;
    let line = overlapping(case)?;
    let other = Said::Words(Box::new(other_name(portal, line)?));
    let between = between(portal, opened).ok().flatten();
    let says = match (case.pick(), &between) {
        (Some(OverlapPick::KeepOther), _) => Phrase::new("cases-kept-says"),
        (Some(OverlapPick::TakeThis), _) => Phrase::new("cases-taken-says"),
        // Once it is decided there is nothing to choose any more.
        (None, _) if case.open_choice().is_none() || case.phase != zhida::casework::Phase::Open => return None,
        (None, Some(between)) => Phrase::new("cases-choose-says")
            .with("this", Said::Money(between.this))
            .with("amount", Said::Money(between.other)),
        (None, None) => Phrase::new("cases-choose-office"),
    };
    Some(Choice {
        open: case.pick().is_none(),
        says: says.with("other", other),
        href: between.map(|_| href(case)),
    })
}

/// The condition by which another benefit is received.
fn overlapping(case: &Case) -> Option<&TraceLine> {
    let mut trace = case.assessment.trace.iter();
    trace.find(|line| line.kind == RuleKind::Overlap && line.result == Met::Met)
}

/// The name of the other benefit: that of the question that asks for its amount.
fn other_name(portal: &Portal, line: &TraceLine) -> Option<Phrase> {
    let vocabulary = &portal.catalogue.vocabulary;
    let facts: Vec<_> = line
        .facts
        .keys()
        .filter_map(|name| vocabulary.fact_named(name))
        .collect();
    let mut pages = portal.catalogue.pages.iter();
    let page = pages.find(|page| page.facts.iter().any(|fact| facts.contains(fact)))?;
    Some(words::part("page", &page.id, "short"))
}
