//! `/office/search`: finding a case. What is looked for never stands in an address; that it was looked for is kept.

use serde_json::json;
use zhida::casework::Reference;
use zhida::person::{CertificateNumber, PersonName, ResidentId, normalise};
use zhida_app::casework::search::{self, FIELD, Found, Search};
use zhida_app::text::Phrase;

use super::desk::Desk;
use super::words;
use crate::catalogue::words::of;
use crate::store::casework::{self, Sought};
use crate::store::event::{self, NewEvent, VERSION};
use crate::web::{Answer, Fault, Typed, Visitor};

/// How many cases are shown.
const MOST: u32 = 20;

/// The empty form.
///
/// # Errors
/// No officer.
pub async fn show(visitor: Visitor) -> Answer {
    let desk = Desk::of(visitor)?;
    Ok(desk.visitor.page(|text| search::page(text, &Search::default())))
}

/// What was found.
///
/// # Errors
/// No officer; no database.
pub async fn find(visitor: Visitor, typed: Typed) -> Answer {
    let desk = Desk::of(visitor)?;
    let typed = typed.get(FIELD).unwrap_or_default();
    let Some(sought) = sought(typed) else {
        let search = Search {
            typed: typed.to_owned(),
            problem: Some(Phrase::new("casework-search-empty")),
            ..Search::default()
        };
        let status = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(desk.visitor.page_with(status, |text| search::page(text, &search)));
    };
    let portal = desk.portal();
    let mut reader = portal.store.read();
    let mut lines = casework::search(&mut reader, &portal.keys, &desk.scope(), &sought, MOST + 1).await?;
    let shown = usize::try_from(MOST).unwrap_or(usize::MAX);
    let more = lines.len() > shown;
    lines.truncate(shown);
    keep(&desk, &sought, lines.iter().map(|line| line.id.to_string()).collect()).await?;
    let found = lines.iter().map(|line| {
        let (name, number) = desk.named(line);
        Found {
            reference: line.reference.to_string(),
            name,
            number,
            service: of("service", &line.service),
            township: words::place(line.township),
            stage: words::stage_of_line(line),
            submitted_on: line.submitted_on,
            standing: words::standing(portal, line, desk.today).0,
        }
    });
    let search = Search {
        typed: typed.to_owned(),
        problem: None,
        found: Some(found.collect()),
        more,
    };
    Ok(desk.visitor.page(|text| search::page(text, &search)))
}

/// What was typed is a reference, a number or a name, in this order.
fn sought(typed: &str) -> Option<Sought> {
    if normalise::line(typed).is_empty() {
        return None;
    }
    if let Ok(reference) = Reference::parse(typed) {
        return Some(Sought::Reference(reference));
    }
    if let Ok(number) = CertificateNumber::parse(typed) {
        return Some(Sought::Certificate(number));
    }
    if let Ok(number) = ResidentId::parse(typed) {
        return Some(Sought::ResidentId(number));
    }
    PersonName::parse(typed).ok().map(Sought::Name)
}

/// That somebody was looked for, in the stream of the officer's division: how, and which cases it showed.
async fn keep(desk: &Desk, sought: &Sought, shown: Vec<String>) -> Result<(), Fault> {
    let portal = desk.portal();
    let Some(post) = desk.officer.access.posts_on(desk.today).next() else {
        return Err(Fault::Forbidden);
    };
    let by = match sought {
        Sought::Reference(_) => "reference",
        Sought::ResidentId(_) => "resident_id",
        Sought::Certificate(_) => "certificate_number",
        Sought::Name(_) => "name",
    };
    let stream = format!("office:{}", post.division);
    let division = post.division.to_string();
    let payload = json!({ "by": by, "cases": shown });
    // Colleagues look for people at the same moment: the later one takes the next number.
    for _ in 0..8 {
        let last = event::find_last_seq(&mut portal.store.read(), &stream).await?;
        let mut tx = portal.store.begin().await?;
        let new = NewEvent {
            stream: &stream,
            expected_seq: last,
            kind: "searched",
            actor: Some(&desk.officer.id.0),
            role: Some(post.role.as_str()),
            office: Some(&division),
            at: portal.now(),
            payload: &payload,
        };
        match event::append(&mut tx, &portal.keys, &new).await {
            Ok(_) => return Ok(tx.commit().await?),
            Err(problem) if problem.is_conflict(VERSION) => {
                drop(tx);
                portal.store.settled().await?;
            }
            Err(problem) => return Err(problem.into()),
        }
    }
    Err(Fault::Unavailable)
}
