//! `/office/audit`: who saw what, in the divisions of an auditor.

use std::collections::BTreeMap;

use axum::extract::Query;
use zhida::access::{Division, OfficerId, Role};
use zhida::casework::Reference;
use zhida::place::{DivisionCode, Divisions, TownshipCode};
use zhida_app::admin::audit::{self, Audit, FROM, OFFICER, REFERENCE, REVEALED, Row, Saw, TO};
use zhida_app::casework::reveal::What;
use zhida_app::components::date_field::DateField;
use zhida_app::question::Problem;
use zhida_app::text::{Name, Phrase};

use super::asked_why;
use crate::casework::read;
use crate::catalogue::words;
use crate::store::casework::{Seen, SeenBy, SeenUntil, SeenWhat, list_open_asked_why, list_seen};
use crate::store::staff;
use crate::web::{Answer, Fault, Typed, Visitor};

const PAGE: &str = "/office/audit";
const LINES: usize = 50;

/// The page.
///
/// # Errors
/// No auditor; no database.
pub async fn show(visitor: Visitor, Query(asked): Query<Vec<(String, String)>>) -> Answer {
    let asked = Typed(asked);
    let areas = areas(&visitor)?;
    let typed = asked.get(REFERENCE).unwrap_or_default().trim();
    let reference = Some(typed).filter(|typed| !typed.is_empty()).map(Reference::parse);
    let mut problems = Vec::new();
    let mut wrong = |field: &str, message: &str| {
        problems.push(Problem {
            field: field.to_owned(),
            message: Phrase::new(message),
        });
    };
    if matches!(reference, Some(Err(_))) {
        wrong(REFERENCE, "admin-audit-reference-wrong");
    }
    let days = [FROM, TO].map(|name| parts(&asked, name));
    let [from, to] = [FROM, TO].map(|name| read::day(&asked, name));
    for (name, typed, day) in [(FROM, &days[0], from), (TO, &days[1], to)] {
        if day.is_none() && typed.iter().any(|part| !part.is_empty()) {
            wrong(name, "admin-audit-day-wrong");
        }
    }
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        wrong(TO, "admin-audit-days-order");
    }
    let by = SeenBy {
        officer: asked.get(OFFICER).map(|id| OfficerId(id.to_owned())),
        reference: reference.and_then(Result::ok),
        from,
        to,
        only_revealed: asked.get(REVEALED) == Some("yes"),
    };
    let after = asked.get("after").and_then(read_after);
    let portal = &visitor.portal;
    let mut reader = portal.store.read();
    let mut seen = if problems.is_empty() {
        list_seen(&mut reader, &portal.keys, &areas, &by, after.as_ref(), LINES + 1).await?
    } else {
        Vec::new()
    };
    let more = seen.len() > LINES;
    seen.truncate(LINES);

    let ids: Vec<OfficerId> = seen
        .iter()
        .map(|seen| seen.officer.clone())
        .chain(by.officer.clone())
        .collect();
    let names = staff::list_names(&mut reader, &portal.keys, &ids).await?;
    let names: BTreeMap<OfficerId, (String, String)> = names
        .into_iter()
        .map(|(id, name, office)| (id, (name, office)))
        .collect();
    let last = seen.last().filter(|_| more).map(Seen::until);
    let model = Audit {
        places: areas.iter().filter_map(|area| words::division_name(*area)).collect(),
        officer: by.officer.as_ref().map(|id| (id.0.clone(), name_of(&names, id))),
        reference: typed.to_owned(),
        days,
        problems,
        revealed: by.only_revealed,
        rows: seen.iter().map(|seen| row(seen, &by, &names)).collect(),
        first: after.is_some().then(|| address(&by, None)),
        further: last.map(|last| address(&by, Some(&last))),
        asked: list_open_asked_why(&mut reader, &portal.keys, &areas, asked_why::MOST)
            .await?
            .len(),
    };
    Ok(visitor.page(|text| audit::page(text, &model)))
}

/// Where somebody is an auditor today.
pub(super) fn areas(visitor: &Visitor) -> Result<Vec<DivisionCode>, Fault> {
    areas_of(visitor, &[Role::Auditor])
}

/// Where somebody holds or fills one of these roles today.
pub(crate) fn areas_of(visitor: &Visitor, roles: &[Role]) -> Result<Vec<DivisionCode>, Fault> {
    let officer = visitor.session.as_ref().and_then(|session| session.staff.as_ref());
    let officer = officer.ok_or(Fault::Forbidden)?;
    let posts = officer.access.posts_on(visitor.portal.today());
    let areas = posts
        .filter(|post| roles.contains(&post.role))
        .filter_map(|post| match post.division {
            Division::Area(area) => Some(area),
            Division::Township(_) => None,
        });
    Ok(areas.collect())
}

/// The parts of a day as they were typed.
fn parts(asked: &Typed, name: &str) -> [String; 3] {
    DateField::PARTS.map(|part| {
        let typed = asked.get(&format!("{name}-{part}")).unwrap_or_default();
        typed.trim().to_owned()
    })
}

fn row(seen: &Seen, by: &SeenBy, names: &BTreeMap<OfficerId, (String, String)>) -> Row {
    // Of one officer, in the same days.
    let by = SeenBy {
        officer: Some(seen.officer.clone()),
        from: by.from,
        to: by.to,
        ..SeenBy::default()
    };
    Row {
        at: seen.at,
        officer: name_of(names, &seen.officer),
        office: names.get(&seen.officer).map(|(_, office)| Name::only(office.as_str())),
        href: address(&by, None),
        what: saw(seen),
        reference: seen.reference.clone(),
        township: place(seen).unwrap_or_else(|| Name::only("")),
    }
}

/// What was seen, for a page.
pub(crate) fn saw(seen: &Seen) -> Saw {
    match &seen.what {
        SeenWhat::Opened => Saw::Case,
        SeenWhat::Document => Saw::Document,
        SeenWhat::Searched { by, found, .. } => Saw::Search {
            by: Phrase::new(match by.as_deref() {
                Some("name") => "admin-audit-by-name",
                Some("resident_id") => "casework-id-number",
                Some("certificate_number") => "casework-certificate-number",
                Some("reference") => "casework-reference",
                Some("for_links") => "admin-audit-by-links",
                Some("for_delegations") => "admin-audit-by-delegations",
                Some("for_link_code") => "admin-audit-by-link-code",
                Some("for_filing") => "admin-audit-by-filing",
                Some("for_one_time_code") => "admin-audit-by-one-time-code",
                _ => "admin-audit-erased",
            }),
            found: *found,
        },
        SeenWhat::Revealed { fields, reason } => Saw::Values {
            values: What::ALL
                .into_iter()
                .filter(|what| fields.split(',').any(|field| field == what.code()))
                .collect(),
            reason: reason.clone(),
        },
    }
}

/// Where the case belongs; of a search, where the officer works.
fn place(seen: &Seen) -> Option<Name> {
    match &seen.what {
        SeenWhat::Searched { division, .. } => match (*division)? {
            Division::Area(area) => words::division_name(area),
            Division::Township(code) => township(code),
        },
        SeenWhat::Opened | SeenWhat::Revealed { .. } | SeenWhat::Document => seen.township.and_then(township),
    }
}

fn township(code: TownshipCode) -> Option<Name> {
    Divisions::shipped().find_township(code).map(words::township)
}

pub(super) fn name_of(names: &BTreeMap<OfficerId, (String, String)>, id: &OfficerId) -> String {
    names.get(id).map_or_else(|| id.0.clone(), |(name, _)| name.clone())
}

/// The page's address with what narrows it, and the line it comes after.
fn address(by: &SeenBy, after: Option<&SeenUntil>) -> String {
    let mut query = Vec::new();
    let encoded =
        |text: &str| percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string();
    if let Some(officer) = &by.officer {
        query.push(format!("{OFFICER}={}", encoded(&officer.0)));
    }
    if let Some(reference) = &by.reference {
        query.push(format!("{REFERENCE}={}", encoded(reference.as_str())));
    }
    for (name, day) in [(FROM, by.from), (TO, by.to)] {
        if let Some(day) = day {
            let (year, month, day) = (day.year(), u8::from(day.month()), day.day());
            query.push(format!("{name}-year={year}&{name}-month={month}&{name}-day={day}"));
        }
    }
    if by.only_revealed {
        query.push(format!("{REVEALED}=yes"));
    }
    if let Some(after) = after {
        query.push(format!("after={}.{}", after.at, encoded(&after.key)));
    }
    if query.is_empty() {
        PAGE.to_owned()
    } else {
        format!("{PAGE}?{}", query.join("&"))
    }
}

fn read_after(text: &str) -> Option<SeenUntil> {
    let (at, key) = text.split_once('.')?;
    Some(SeenUntil {
        at: at.parse().ok()?,
        key: key.to_owned(),
    })
}
