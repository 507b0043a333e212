//! `/office/needs`: who waits for what the county gives only so often in a year, and who fits into this one.

use zhida::access::Role;
use zhida::calendar::Month;
use zhida::catalogue::{Service, WaitingList};
use zhida::place::{DivisionCode, Divisions, Level};
use zhida::rule::Value;
use zhida_app::casework::needs::{self as page, Needs, Row};
use zhida_app::casework::points::Points;

use super::desk::Desk;
use super::words;
use crate::admin::audit::areas_of;
use crate::catalogue::words::{division_name, of};
use crate::store::casework::{ListOfNeeds, Waiting, count_provided, list_needs};
use crate::web::{Answer, Fault, Visitor};

/// As many as a page can hold; the most urgent come first.
const MOST: u32 = 200;

/// `GET /office/needs`.
pub async fn show(visitor: Visitor) -> Answer {
    let desk = Desk::of(visitor)?;
    let mut lists = Vec::new();
    for county in counties(&desk)? {
        for service in &desk.portal().catalogue.services {
            if let Some(waiting) = &service.waiting {
                lists.push(of_county(&desk, county, service, waiting).await?);
            }
        }
    }
    Ok(desk.visitor.page(|text| page::page(text, &lists)))
}

/// The counties whose federation they work for.
fn counties(desk: &Desk) -> Result<Vec<DivisionCode>, Fault> {
    let areas = areas_of(&desk.visitor, &[Role::FederationReviewer])?;
    let is_county = |code: &DivisionCode| {
        let found = Divisions::shipped().find(*code);
        found.is_some_and(|found| found.level == Level::County)
    };
    let mut counties: Vec<DivisionCode> = areas.into_iter().filter(is_county).collect();
    counties.dedup();
    Ok(counties)
}

async fn of_county(
    desk: &Desk,
    county: DivisionCode,
    service: &Service,
    waiting: &WaitingList,
) -> Result<Needs, Fault> {
    let portal = desk.portal();
    let year = desk.today.year();
    let list = ListOfNeeds {
        county,
        service: &service.code,
        stage: &waiting.stage,
    };
    let mut reader = portal.store.read();
    let mut found = list_needs(&mut reader, &portal.keys, &desk.scope(), list, MOST + 1).await?;
    let more = found.len() > MOST as usize;
    found.truncate(MOST as usize);
    let provided = count_provided(&mut reader, county, &service.code, year).await?;
    let policy = portal.policy();
    let quota = policy.find(waiting.quota, county, Month::of(desk.today));
    let quota = quota.and_then(|source| match source.entry.value {
        Value::Int(quota) if quota > 0 => Some(quota),
        _ => None,
    });
    Ok(Needs {
        county: division_name(county).unwrap_or_else(|| zhida_app::text::Name::only(county.as_str())),
        service: of("service", &service.code),
        year,
        quota,
        provided,
        rows: found.iter().map(|waiting| row(desk, waiting)).collect(),
        more,
    })
}

fn row(desk: &Desk, waiting: &Waiting) -> Row {
    let line = &waiting.line;
    // What is so of their own people is not for them to read.
    let parts = waiting.parts.iter().filter(|_| !desk.must_keep_away(line));
    Row {
        reference: line.reference.to_string(),
        name: desk.named(line).0,
        township: words::place(line.township),
        submitted_on: line.submitted_on,
        points: Points {
            score: waiting.score,
            parts: parts.map(|(code, points)| (of("priority", code), *points)).collect(),
        },
    }
}
