//! `/office/search`: finding a case. What is looked for never stands in an address; that it was looked for is kept.

use zhida::casework::Reference;
use zhida::person::{CertificateNumber, PersonName, ResidentId, normalise};
use zhida_app::casework::search::{self, FIELD, Found, Search};
use zhida_app::text::Phrase;

use super::desk::Desk;
use super::{looked_for, words};
use crate::catalogue::words::of;
use crate::store::casework::{self, Sought};
use crate::web::{Answer, Typed, Visitor};

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
    let ids = lines.iter().map(|line| line.id.to_string()).collect();
    looked_for::keep(portal, &desk.officer, by(&sought), ids).await?;
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

/// By what somebody was looked for, as it is kept.
fn by(sought: &Sought) -> &'static str {
    match sought {
        Sought::Reference(_) => "reference",
        Sought::ResidentId(_) => "resident_id",
        Sought::Certificate(_) => "certificate_number",
        Sought::Name(_) => "name",
    }
}
