//! `/office`: the queue, claiming from it, the next case.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use axum::extract::{Path, Query};
use zhida::access::{Actor, Division, OfficerId, Role, Sight, may};
use zhida::casework::{Command, Terms};
use zhida::place::{Divisions, OfficeKind, TownshipCode};
use zhida_app::casework::queue::{self, Count, Desk as On, Filter as Select, List, ListKind, Order, Queue, Row};
use zhida_app::casework::{as_it_is, href};
use zhida_app::question::Answer as Option_;
use zhida_app::text::{Name, Phrase};

use super::act::{Done, Given, give};
use super::desk::Desk;
use super::people::People;
use super::words;
use crate::catalogue::words::of;
use crate::store::casework::{self, Assigned, Cursor, DueBy, Filter, PageOf, SECOND_SIGNATURE, Sort, StateOf};
use crate::store::staff;
use crate::web::{Answer, Fault, Typed, Visitor};

/// Cases on a page.
const SIZE: u32 = 25;
/// Counting the ready-made lists stops here.
const COUNTED: u32 = 100;

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
    let people = People::load(&desk, page.lines.iter().filter_map(|line| line.assignee.clone())).await?;
    let mine = &desk.officer.id;
    let rows = page.lines.iter().map(|line| {
        let (standing, due) = words::standing(portal, line, desk.today);
        let on = match &line.assignee {
            Some(id) if id == mine => On::Mine,
            Some(id) => On::Other(people.name(id)),
            None if can_claim(&desk, line) => On::Nobody(claim_fields(&desk)),
            None => On::Open,
        };
        Row {
            reference: line.reference.to_string(),
            name: line.identity.name.as_str().to_owned(),
            service: of("service", &line.service),
            township: words::place(line.township),
            stage: words::stage(&line.stage),
            submitted_on: line.submitted_on,
            due,
            standing,
            desk: on,
        }
    });
    let rows: Vec<Row> = rows.collect();
    let colleagues = colleagues(&desk).await?;
    let queue = Queue {
        office: Name::only(desk.officer.office.as_str()),
        lists: lists(&desk, &asked).await?,
        filters: selects(&desk, &asked, &colleagues),
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
        substitutes: desk.has(Role::Supervisor).then(|| "/office/substitutes".to_owned()),
    };
    Ok(desk.visitor.page(|text| queue::page(text, &queue)))
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
    };
    match give(&desk, given).await? {
        Done::Gone(location) => Ok(desk.visitor.see_other(&location)),
        // Somebody was faster: the case says who has it.
        Done::Refused(loaded, _) | Done::Changed(loaded) => {
            Ok(desk.visitor.see_other(&href(loaded.case.opened.reference.as_str())))
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
    let stages = stages(&desk);
    let lines = casework::find_next_unclaimed(
        &mut portal.store.read(),
        &portal.keys,
        &desk.scope(),
        &stages,
        desk.today,
    )
    .await?;
    for line in lines {
        let loaded = desk.load(line.reference.as_str()).await?;
        let given = Given {
            loaded,
            command: &Command::Claim,
            version: None,
            op,
            location: format!("{}?done=claimed", href(line.reference.as_str())),
        };
        // Their own family's, or one that somebody else has just taken: the next one.
        if let Done::Gone(location) = give(&desk, given).await? {
            return Ok(desk.visitor.see_other(&location));
        }
    }
    Ok(desk.visitor.see_other("/office?done=none"))
}

/// The stages that the officer's roles work.
fn stages(desk: &Desk) -> Vec<String> {
    let mut stages = BTreeSet::new();
    for service in &desk.portal().catalogue.services {
        for stage in service.stages.iter().filter(|stage| stage.id != Terms::PUBLIC_NOTICE) {
            let works = OfficeKind::parse(&stage.body).map(role_of);
            if works.is_some_and(|role| desk.has(role)) {
                stages.insert(stage.id.clone());
            }
        }
    }
    if desk.has(Role::TownshipOfficer) {
        stages.insert(Terms::FORWARDING.to_owned());
    }
    if desk.has(Role::CivilAffairsDecider) || desk.has(Role::Supervisor) {
        stages.insert(SECOND_SIGNATURE.to_owned());
    }
    stages.into_iter().collect()
}

fn role_of(body: OfficeKind) -> Role {
    match body {
        OfficeKind::Township => Role::TownshipOfficer,
        OfficeKind::CountyFederation => Role::FederationReviewer,
        OfficeKind::CivilAffairs => Role::CivilAffairsDecider,
        OfficeKind::Prefecture | OfficeKind::Province => Role::Supervisor,
    }
}

/// Whether a claim button stands in the row: cheap, by stage alone; the command itself looks at everything.
fn can_claim(desk: &Desk, line: &casework::CaseLine) -> bool {
    stages(desk).contains(&line.stage)
}

fn claim_fields(desk: &Desk) -> Vec<(String, String)> {
    desk.op()
}

/// What the address asks for.
struct Asked {
    typed: Typed,
    page: PageOf,
    list: Option<ListKind>,
    narrowed: bool,
    done: Option<Phrase>,
}

const FIELDS: [&str; 7] = ["stage", "service", "township", "state", "assignee", "due", "sort"];

impl Asked {
    /// What is unknown in an address narrows nothing.
    fn read(desk: &Desk, typed: Typed) -> Self {
        let given = |name: &str| typed.get(name).filter(|value| !value.is_empty());
        let list = match given("list") {
            Some("mine") => Some(ListKind::Mine),
            Some("unclaimed") => Some(ListKind::Unclaimed),
            Some("overdue") => Some(ListKind::Overdue),
            Some("due_soon") => Some(ListKind::DueSoon),
            Some("waiting") => Some(ListKind::Waiting),
            _ => None,
        };
        let mut filter = list.map_or_else(Filter::default, |list| of_list(desk, list));
        let narrowed = FIELDS[..6].iter().any(|name| given(name).is_some());
        if let Some(stage) = given("stage") {
            filter.stage = Some(stage.to_owned());
        }
        if let Some(service) = given("service") {
            filter.service = Some(service.to_owned());
        }
        if let Some(township) = given("township").and_then(TownshipCode::parse) {
            filter.township = Some(township);
        }
        filter.state = match given("state") {
            Some("open") => StateOf::Open,
            Some("waiting") => StateOf::Waiting,
            Some("decided") => StateOf::Decided,
            Some("closed") => StateOf::Closed,
            _ => filter.state,
        };
        filter.assigned = match given("assignee") {
            Some("nobody") => Some(Assigned::Nobody),
            Some("mine") => Some(Assigned::To(desk.officer.id.clone())),
            Some(id) => Some(Assigned::To(OfficerId(id.to_owned()))),
            None => filter.assigned,
        };
        filter.due = match given("due") {
            Some("overdue") => Some(DueBy::Overdue),
            Some("soon") => Some(DueBy::Soon),
            Some("today") => Some(DueBy::Today),
            Some("week") => Some(DueBy::Week),
            _ => filter.due,
        };
        let sort = match given("sort") {
            Some("submitted") => Sort::Submitted,
            Some("changed") => Sort::Changed,
            _ => Sort::Due,
        };
        let after = given("after")
            .and_then(|after| after.split_once('.'))
            .map(|(key, id)| Cursor {
                key: key.to_owned(),
                id: id.to_owned(),
            });
        let done = match given("done") {
            Some("released") => Some("casework-released"),
            Some("none") => Some("casework-next-none"),
            _ => None,
        };
        Self {
            page: PageOf {
                filter,
                sort,
                after,
                size: SIZE,
            },
            list,
            narrowed,
            done: done.map(Phrase::new),
            typed,
        }
    }

    /// The same list from another line on.
    fn address(&self, after: Option<&Cursor>) -> String {
        let mut address = String::from("/office");
        let mut separator = '?';
        for (name, value) in &self.typed.0 {
            if value.is_empty() || !(FIELDS.contains(&name.as_str()) || name == "list") {
                continue;
            }
            address.push(separator);
            address.push_str(name);
            address.push('=');
            // Codes and ids of ours; anything else narrowed nothing.
            address.extend(
                value
                    .chars()
                    .filter(|at| at.is_ascii_alphanumeric() || matches!(at, '_' | '-')),
            );
            separator = '&';
        }
        if let Some(after) = after {
            // Writing to a String cannot fail.
            let _ = write!(address, "{separator}after={}.{}", after.key, after.id);
        }
        address
    }
}

fn of_list(desk: &Desk, list: ListKind) -> Filter {
    let filter = Filter::default();
    match list {
        ListKind::Mine => Filter {
            assigned: Some(Assigned::To(desk.officer.id.clone())),
            ..filter
        },
        ListKind::Office => filter,
        ListKind::Unclaimed => Filter {
            assigned: Some(Assigned::Nobody),
            state: StateOf::Open,
            ..filter
        },
        ListKind::Overdue => Filter {
            due: Some(DueBy::Overdue),
            ..filter
        },
        ListKind::DueSoon => Filter {
            due: Some(DueBy::Soon),
            ..filter
        },
        ListKind::Waiting => Filter {
            state: StateOf::Waiting,
            ..filter
        },
    }
}

async fn lists(desk: &Desk, asked: &Asked) -> Result<Vec<List>, Fault> {
    let portal = desk.portal();
    let scope = desk.scope();
    let mut lists = Vec::new();
    for (kind, address) in [
        (ListKind::Office, "/office"),
        (ListKind::Mine, "/office?list=mine"),
        (ListKind::Unclaimed, "/office?list=unclaimed"),
        (ListKind::Overdue, "/office?list=overdue"),
        (ListKind::DueSoon, "/office?list=due_soon"),
        (ListKind::Waiting, "/office?list=waiting"),
    ] {
        let filter = of_list(desk, kind);
        let found = casework::count_up_to(&mut portal.store.read(), &scope, &filter, COUNTED, desk.today).await?;
        let count = if found < COUNTED {
            Count::Exactly(found)
        } else {
            Count::MoreThan(COUNTED - 1)
        };
        lists.push(List {
            kind,
            count: Some(count),
            href: address.to_owned(),
            current: !asked.narrowed && asked.list.unwrap_or(ListKind::Office) == kind,
        });
    }
    Ok(lists)
}

/// Who works in the places the officer sees: whose cases can be chosen.
pub(super) async fn colleagues(desk: &Desk) -> Result<Vec<staff::Member>, Fault> {
    let portal = desk.portal();
    let sight = Sight::of(&desk.officer.access, desk.today);
    let places = sight.areas.iter().copied().map(Division::Area);
    let places = places.chain(sight.townships.iter().copied().map(Division::Township));
    let mut found: Vec<staff::Member> = Vec::new();
    for place in places {
        for member in staff::list(&mut portal.store.read(), &portal.keys, Some(place)).await? {
            if !member.ended && !found.iter().any(|known| known.id == member.id) {
                found.push(member);
            }
        }
    }
    Ok(found)
}

/// Who works in the places of a case: its township and its county.
pub(super) async fn colleagues_of(desk: &Desk, case: &zhida::casework::Case) -> Result<Vec<staff::Member>, Fault> {
    let portal = desk.portal();
    let place = &case.opened.place;
    let mut found: Vec<staff::Member> = Vec::new();
    for division in [Division::Township(place.township), Division::Area(place.county)] {
        for member in staff::list(&mut portal.store.read(), &portal.keys, Some(division)).await? {
            if !member.ended && !found.iter().any(|known| known.id == member.id) {
                found.push(member);
            }
        }
    }
    Ok(found)
}

fn selects(desk: &Desk, asked: &Asked, colleagues: &[staff::Member]) -> Vec<Select> {
    let chosen = |name: &str| asked.typed.get(name).unwrap_or_default().to_owned();
    let select = |name: &'static str, label: &str, options: Vec<(String, Phrase)>| {
        let all = if name == "sort" {
            None
        } else {
            Some((String::new(), Phrase::new("casework-filter-all")))
        };
        let options = all.into_iter().chain(options).map(|(value, label)| Option_ {
            value,
            label,
            hint: None,
        });
        Select {
            name,
            label: Phrase::new(label),
            options: options.collect(),
            chosen: chosen(name),
        }
    };
    let fixed = |options: &[(&str, &str)]| -> Vec<(String, Phrase)> {
        let options = options.iter();
        options
            .map(|(value, id)| ((*value).to_owned(), Phrase::new(*id)))
            .collect()
    };
    let catalogue = &desk.portal().catalogue;
    let services = catalogue
        .services
        .iter()
        .map(|service| (service.code.clone(), of("service", &service.code)));
    let mut assignees = fixed(&[
        ("nobody", "casework-assignee-nobody"),
        ("mine", "casework-assignee-mine"),
    ]);
    assignees.extend(
        colleagues
            .iter()
            .filter(|member| member.id != desk.officer.id)
            .map(|member| (member.id.0.clone(), as_it_is(Name::only(member.name.as_str())))),
    );
    let mut selects = vec![
        select("stage", "casework-filter-stage", all_stages(desk)),
        select("service", "casework-filter-service", services.collect()),
    ];
    let townships = townships(desk);
    if townships.len() > 1 {
        selects.push(select("township", "casework-filter-township", townships));
    }
    selects.push(select(
        "state",
        "casework-filter-state",
        fixed(&[
            ("open", "casework-state-open"),
            ("waiting", "casework-state-waiting"),
            ("decided", "casework-state-decided"),
            ("closed", "casework-state-closed"),
        ]),
    ));
    selects.push(select("assignee", "casework-filter-assignee", assignees));
    selects.push(select(
        "due",
        "casework-filter-due",
        fixed(&[
            ("overdue", "casework-due-filter-overdue"),
            ("soon", "casework-due-filter-soon"),
            ("today", "casework-due-filter-today"),
            ("week", "casework-due-filter-week"),
        ]),
    ));
    selects.push(select(
        "sort",
        "casework-filter-sort",
        fixed(&[
            ("due", "casework-order-due"),
            ("submitted", "casework-order-submitted"),
            ("changed", "casework-order-changed"),
        ]),
    ));
    selects
}

/// Every stage that a case of any service can be in, in the order of the work.
fn all_stages(desk: &Desk) -> Vec<(String, Phrase)> {
    let mut stages: Vec<String> = Vec::new();
    for service in &desk.portal().catalogue.services {
        for stage in service.stages.iter().filter(|stage| stage.id != Terms::PUBLIC_NOTICE) {
            if !stages.contains(&stage.id) {
                stages.push(stage.id.clone());
            }
        }
    }
    for more in [
        Terms::FORWARDING,
        SECOND_SIGNATURE,
        Terms::PUBLIC_NOTICE,
        casework::AWARD,
    ] {
        stages.push(more.to_owned());
    }
    stages
        .into_iter()
        .map(|stage| {
            let name = words::stage(&stage);
            (stage, name)
        })
        .collect()
}

/// The streets and townships the officer sees, unless they see more than a county.
fn townships(desk: &Desk) -> Vec<(String, Phrase)> {
    let places = Divisions::shipped();
    let sight = Sight::of(&desk.officer.access, desk.today);
    let mut codes: Vec<TownshipCode> = sight.townships.clone();
    for area in sight.areas.iter().filter(|area| places.is_county(**area)) {
        codes.extend(places.townships_of(*area).map(|township| township.code));
    }
    codes
        .into_iter()
        .map(|code| (code.to_string(), as_it_is(words::place(code))))
        .collect()
}

/// Whether an officer may work on a case at all: claiming asks for everything that working on it does.
pub(super) fn barred(desk: &Desk, case: &zhida::casework::Case) -> Option<zhida::access::Denied> {
    let actor = Actor::Officer(desk.officer.access.clone());
    let note = Command::Note { sentence: None };
    may(&actor, &note, case, desk.today).err()
}
