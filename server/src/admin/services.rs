//! `/office/services`: what the services still lack.

use std::collections::BTreeSet;

use zhida::calendar::Month;
use zhida::catalogue::Service;
use zhida::place::DivisionCode;
use zhida::policy::PolicyBook;
use zhida_app::admin::services::{self, Row};
use zhida_app::text::Name;

use crate::catalogue::words::{self, UNVERIFIED};
use crate::web::{Reply, Visitor};

/// The page.
pub async fn show(visitor: Visitor) -> Reply {
    let portal = &visitor.portal;
    let (book, month) = (portal.policy(), Month::of(portal.today()));
    let rows: Vec<Row> = portal
        .catalogue
        .services
        .iter()
        .map(|service| Row {
            name: words::of("service", &service.code),
            code: service.code.clone(),
            film: service.sign.as_ref().map(|film| film.seconds),
            unverified: unverified(&book, service, month),
        })
        .collect();
    visitor.page(|text| services::page(text, &rows))
}

/// The divisions whose own value in force rests on nothing anybody could verify.
fn unverified(book: &PolicyBook, service: &Service, month: Month) -> Vec<Name> {
    // What decides, and within how many days.
    let limits = service.stages.iter().map(|stage| stage.limit);
    let keys: Vec<_> = service.policies.iter().copied().chain(limits).collect();
    let read = book.entries().iter().filter(|entry| keys.contains(&entry.key));
    let unverified = read.filter(|entry| {
        let in_force = book.find(entry.key, entry.division, month);
        entry.basis == UNVERIFIED && in_force.is_some_and(|source| source.entry == *entry)
    });
    let places: BTreeSet<DivisionCode> = unverified.map(|entry| entry.division).collect();
    places.into_iter().filter_map(words::division_name).collect()
}
