//! `/office`: the queue, claiming from it, the next case.

use std::collections::HashMap;

use axum::extract::{Path, Query};
use uuid::Uuid;
use zhida::access::{Actor, Role, may};
use zhida::casework::{Command, Event, Recorded};
use zhida_app::casework::href;
use zhida_app::casework::queue::{self, Count, Desk as On, List, ListKind, Order, Queue, Row};
use zhida_app::text::{Name, Phrase, Said};

use super::act::{Done, Given, give};
use super::asked::{Asked, filters, of_list};
use super::desk::Desk;
use super::people::{People, colleagues};
use super::turn::{of_others, stages};
use super::words;
use super::{ratings, unwanted};
use crate::catalogue::words::{of, part};
use crate::store::casework::{self, Sort, StateOf, Work};
use crate::web::{Answer, Fault, Typed, Visitor};

/// Counting the ready-made lists stops here.
const COUNTED: u32 = 100;
/// Characters of a reason that stand in a list; the whole of it is on the case.
const LONGEST_REASON: usize = 80;

/// The page.
///
/// # Errors
/// No officer; no database.
pub async fn show(visitor: Visitor, Query(asked): Query<Vec<(String, String)>>) -> Answer {
    let desk = Desk::of(visitor)?;
    if let Some(elsewhere) = desk.elsewhere() {
        return Ok(desk.visitor.see_other(elsewhere));
    }
    let asked = Asked::read(&desk, Typed(asked));
    let portal = desk.portal();
    let scope = desk.scope();
    let mut reader = portal.store.read();
    let page = casework::list(&mut reader, &portal.keys, &scope, &asked.page, desk.today).await?;
    let returns = returns(&desk, &page.lines).await?;
    let who = returns.values().filter_map(|returned| returned.by.officer().cloned());
    let who = who.chain(page.lines.iter().filter_map(|line| line.assignee.clone()));
    let people = People::load(&desk, who).await?;
    let mine = &desk.officer.id;
    let rows = page.lines.iter().map(|line| {
        let (standing, due) = words::standing(portal, line, desk.today);
        let on = match &line.assignee {
            Some(id) if id == mine => On::Mine,
            Some(id) => On::Other(people.name(id)),
            None if words::rests(line) => On::Rests,
            None if desk.entered(line) => On::Entered,
            None if can_claim(&desk, line) => On::Nobody(claim_fields(&desk)),
            None => On::Open,
        };
        Row {
            reference: line.reference.to_string(),
            name: desk.named(line).0,
            service: of("service", &line.service),
            township: words::place(line.township),
            stage: words::stage_of_line(line),
            urgent: line.hurry.map(|hurry| words::urgent(hurry, portal.now())),
            returned: returned(&people, line, returns.get(&line.id)),
            awaits: line.awaits.as_deref().map(|id| part("confirmation", id, "waits")),
            submitted_on: line.submitted_on,
            due,
            standing,
            desk: on,
        }
    });
    let rows: Vec<Row> = rows.collect();
    let colleagues = colleagues(&desk).await?;
    let supervises = desk.has(Role::Supervisor);
    let (ratings, unwanted) = if supervises {
        let ratings = ratings::waiting(&desk).await?.0.len();
        (Some(ratings), Some(unwanted::waiting(&desk).await?.0.len()))
    } else {
        (None, None)
    };
    let queue = Queue {
        office: Name::only(desk.officer.office.as_str()),
        today: desk.today,
        reach: asked.reach,
        other_reach: asked.other_reach(),
        kept: asked.kept(),
        lists: lists(&desk, &asked).await?,
        filters: filters(&desk, &asked, &colleagues),
        filtered: asked.narrowed,
        order: match asked.page.sort {
            _ if asked.page.filter.state == StateOf::Closed => Order::Changed,
            Sort::Due => Order::Due,
            Sort::Submitted => Order::Submitted,
            Sort::Changed => Order::Changed,
        },
        rows,
        first: asked.page.after.is_some().then(|| asked.address(None)),
        further: page.further.as_ref().map(|cursor| asked.address(Some(cursor))),
        next_case: desk.op(),
        done: asked.done.clone(),
        assist: desk
            .has(Role::TownshipOfficer)
            .then(|| zhida_app::apply::assisted::LIST.to_owned()),
        substitutes: supervises.then(|| "/office/substitutes".to_owned()),
        ratings,
        unwanted,
        needs: waits_for_a_turn(&desk),
    };
    Ok(desk.visitor.page(|text| queue::page(text, &queue)))
}

/// The needs database, for the federation, where a service has one.
fn waits_for_a_turn(desk: &Desk) -> Option<String> {
    let mut services = desk.portal().catalogue.services.iter();
    let any = services.any(|service| service.waiting.is_some());
    (any && desk.has(Role::FederationReviewer)).then(|| zhida_app::casework::needs::LIST.to_owned())
}

/// Takes a case from the queue.
///
/// # Errors
/// A case that is none of theirs.
pub async fn claim(visitor: Visitor, Path(reference): Path<String>, typed: Typed) -> Answer {
    take(visitor, &reference, &typed, &Command::Claim).await
}

/// Gives it back.
///
/// # Errors
/// A case that is none of theirs.
pub async fn release(visitor: Visitor, Path(reference): Path<String>, typed: Typed) -> Answer {
    take(visitor, &reference, &typed, &Command::Release).await
}

async fn take(visitor: Visitor, reference: &str, typed: &Typed, command: &Command) -> Answer {
    let desk = Desk::of(visitor)?;
    let loaded = desk.load(reference).await?;
    let location = match command {
        Command::Release => "/office?list=mine&done=released".to_owned(),
        _ => format!("{}?done=claimed", href(reference)),
    };
    let given = Given {
        loaded,
        command,
        version: None,
        op: typed.op().ok_or(Fault::BadRequest)?,
        location,
        file: None,
    };
    match give(&desk, given).await? {
        Done::Gone(location) => Ok(desk.visitor.see_other(&location)),
        // Somebody was faster, or it is not for them: the case says who has it, or why.
        Done::Refused(loaded, _) | Done::Changed(loaded) => {
            let page = href(loaded.case.opened.reference.as_str());
            Ok(desk.visitor.see_other(&match command {
                Command::Claim => format!("{page}?done=not_claimed"),
                _ => page,
            }))
        }
    }
}

/// The most urgent case that the officer may take, claimed at once.
///
/// # Errors
/// No operation id; no database.
pub async fn next(visitor: Visitor, typed: Typed) -> Answer {
    let desk = Desk::of(visitor)?;
    let op = typed.op().ok_or(Fault::BadRequest)?;
    let portal = desk.portal();
    let work = Work {
        stages: stages(&desk),
        but: of_others(&desk),
        not_entered_by: Some(desk.officer.id.clone()),
    };
    let lines =
        casework::find_next_unclaimed(&mut portal.store.read(), &portal.keys, &desk.scope(), &work, desk.today).await?;
    for line in lines {
        let loaded = desk.find(line.reference.as_str()).await?;
        let given = Given {
            loaded,
            command: &Command::Claim,
            version: None,
            op,
            location: format!("{}?done=claimed", href(line.reference.as_str())),
            file: None,
        };
        // Their own family's, or one that somebody else has just taken: the next one.
        if let Done::Gone(location) = give(&desk, given).await? {
            return Ok(desk.visitor.see_other(&location));
        }
    }
    Ok(desk.visitor.see_other("/office?done=none"))
}

/// Whether a claim button stands in the row: cheap, by service, stage and whom it is about; the command itself looks at
/// everything.
fn can_claim(desk: &Desk, line: &casework::CaseLine) -> bool {
    let of_another =
        |(service, stages): &(String, Vec<String>)| *service == line.service && stages.contains(&line.stage);
    stages(desk).contains(&line.stage)
        && !of_others(desk).iter().any(of_another)
        && !desk.must_keep_away(line)
        && !desk.entered(line)
}

/// How the cases were sent back that the officer's own offices have to work on again. Of everybody else's the list says
/// that it was, and no more.
async fn returns(desk: &Desk, lines: &[casework::CaseLine]) -> Result<HashMap<Uuid, Recorded>, Fault> {
    let own = stages(desk);
    let theirs = lines
        .iter()
        .filter(|line| line.returned.is_some() && own.contains(&line.stage) && !desk.must_keep_away(line));
    let cases: Vec<Uuid> = theirs.map(|line| line.id).collect();
    let portal = desk.portal();
    Ok(casework::list_last_returns(&mut portal.store.read(), &portal.keys, &cases).await?)
}

/// That a case was sent back, from which stage, and to those who must act by whom and why.
fn returned(people: &People, line: &casework::CaseLine, last: Option<&Recorded>) -> Option<Phrase> {
    let from = Said::Words(Box::new(words::stage(line.returned.as_ref()?)));
    let Some(Recorded {
        event: Event::Returned { sentence, .. },
        by,
        ..
    }) = last
    else {
        return Some(Phrase::new("casework-returned").with("from", from));
    };
    Some(
        Phrase::new("casework-returned-why")
            .with("from", from)
            .with("by", Said::Words(Box::new(people.by(by))))
            .with("why", Said::Name(Name::only(begins(sentence.as_str())))),
    )
}

/// The beginning of what is too long for a line of a list.
fn begins(words: &str) -> String {
    let mut line: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = line.char_indices().nth(LONGEST_REASON) {
        line.truncate(end);
        line.push('…');
    }
    line
}

fn claim_fields(desk: &Desk) -> Vec<(String, String)> {
    desk.op()
}

async fn lists(desk: &Desk, asked: &Asked) -> Result<Vec<List>, Fault> {
    let portal = desk.portal();
    let scope = desk.scope();
    let kinds = [
        (ListKind::Office, None),
        (ListKind::Mine, Some("mine")),
        (ListKind::Unclaimed, Some("unclaimed")),
        (ListKind::Overdue, Some("overdue")),
        (ListKind::DueSoon, Some("due_soon")),
        (ListKind::Waiting, Some("waiting")),
    ];
    let filters = kinds.map(|(kind, _)| of_list(desk, asked.reach, kind));
    let found = casework::count_each_up_to(&mut portal.store.read(), &scope, &filters, COUNTED, desk.today).await?;
    let lists = kinds.into_iter().zip(found).map(|((kind, name), found)| List {
        kind,
        count: Some(if found < COUNTED {
            Count::Exactly(found)
        } else {
            Count::MoreThan(COUNTED - 1)
        }),
        href: asked.list_address(name),
        current: !asked.narrowed && asked.list.unwrap_or(ListKind::Office) == kind,
    });
    Ok(lists.collect())
}

/// Whether an officer may work on a case at all: claiming asks for everything that working on it does.
pub(super) fn barred(desk: &Desk, case: &zhida::casework::Case) -> Option<zhida::access::Denied> {
    let actor = Actor::Officer(desk.officer.access.clone());
    let note = Command::Note { sentence: None };
    may(&actor, &note, case, desk.today).err()
}
