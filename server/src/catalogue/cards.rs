//! Services as a list: what each gives where the visitor's household is registered.

use zhida::calendar::Month;
use zhida::catalogue::Service;
use zhida::money::Fen;
use zhida::place::{DivisionCode, Divisions};
use zhida::policy::PolicyBook;
use zhida::rule::{Facts, Value};
use zhida_app::catalogue::{Card, Gives};

use super::words;
use crate::portal::Portal;
use crate::web::Visitor;

/// The cookie that remembers the county the visitor chose: its code.
pub const COUNTY_COOKIE: &str = "county";

/// The county the visitor chose before, if any.
pub fn chosen_county(visitor: &Visitor) -> Option<DivisionCode> {
    let code = DivisionCode::parse(visitor.cookie(COUNTY_COOKIE)?)?;
    Divisions::shipped().is_county(code).then_some(code)
}

/// All services.
pub fn cards(visitor: &Visitor) -> Vec<Card> {
    let portal = &visitor.portal;
    let policy = portal.policy();
    let county = chosen_county(visitor);
    let card = |service: &Service| Card {
        code: service.code.clone(),
        name: words::of("service", &service.code),
        gives: match county {
            Some(county) => monthly(portal, &policy, service, county).map(Gives::Monthly),
            None => everywhere(portal, &policy, service),
        }
        .unwrap_or_else(|| {
            let part = if service.in_kind() { "gives" } else { "says" };
            Gives::Said(words::part("service", &service.code, part))
        }),
        says: words::part("service", &service.code, "says"),
    };
    portal.catalogue.services.iter().map(card).collect()
}

/// What a service pays a month in a county today, where that does not hang on the person.
pub fn monthly(portal: &Portal, policy: &PolicyBook, service: &Service, county: DivisionCode) -> Option<Fen> {
    let vocabulary = &portal.catalogue.vocabulary;
    let values = policy.resolve(vocabulary, county, Month::of(portal.today())).ok()?;
    match service.benefit.monthly()?.evaluate(&Facts::new(vocabulary), &values) {
        Some(Value::Fen(fen)) => Some(Fen(fen)),
        _ => None,
    }
}

/// What it pays in every county, or the least of what they pay.
fn everywhere(portal: &Portal, policy: &PolicyBook, service: &Service) -> Option<Gives> {
    let counties = Divisions::shipped().counties();
    let amounts: Vec<Fen> = counties
        .filter_map(|county| monthly(portal, policy, service, county.code))
        .collect();
    let (least, most) = (*amounts.iter().min()?, *amounts.iter().max()?);
    Some(if least == most {
        Gives::Monthly(least)
    } else {
        Gives::MonthlyFrom(least)
    })
}
