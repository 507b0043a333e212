//! `/services/{code}/items`: the things a service can give, by what they help with.

use axum::extract::Path;
use zhida::calendar::Month;
use zhida::catalogue::{Item, Items, Service};
use zhida::money::Fen;
use zhida::place::DivisionCode;
use zhida::policy::PolicyBook;
use zhida::rule::{PolicyId, Value};
use zhida_app::catalogue::items::{self as page, Need, Of, Shown};
use zhida_app::text::Phrase;

use super::cards::chosen_county;
use super::words;
use crate::web::{Answer, Fault, Visitor};

/// Where the things of a service are shown, if it has any.
pub fn address(service: &Service) -> Option<String> {
    service
        .items
        .as_ref()
        .map(|_| format!("/services/{}/items", service.code))
}

/// What things are called.
pub fn names<'i>(items: impl IntoIterator<Item = &'i Item>) -> Vec<Phrase> {
    items.into_iter().map(|item| words::of("item", &item.id)).collect()
}

/// `GET /services/{code}/items`.
pub async fn browse(visitor: Visitor, Path(code): Path<String>) -> Answer {
    let (service, items) = of(&visitor, &code)?;
    let needs = items.needs.iter().map(|need| Need {
        id: need.clone(),
        name: words::of("need", need),
        items: names(items.helping(need)),
    });
    let (of, needs) = (named(service), needs.collect::<Vec<_>>());
    Ok(visitor.page(|text| page::page(text, &of, &needs)))
}

/// `GET /services/{code}/items/{need}`.
pub async fn of_need(visitor: Visitor, Path((code, need)): Path<(String, String)>) -> Answer {
    let (service, items) = of(&visitor, &code)?;
    if !items.needs.contains(&need) {
        return Err(Fault::NotFound);
    }
    let policy = visitor.portal.policy();
    let here = Here {
        policy: &policy,
        county: chosen_county(&visitor).unwrap_or(DivisionCode::HUNAN),
        month: Month::of(visitor.portal.today()),
    };
    let shown: Vec<Shown> = items.helping(&need).map(|item| here.shown(item)).collect();
    let (of, need) = (named(service), words::of("need", &need));
    Ok(visitor.page(|text| page::of_need(text, &of, &need, &shown)))
}

fn of<'v>(visitor: &'v Visitor, code: &str) -> Result<(&'v Service, &'v Items), Fault> {
    let service = visitor.portal.catalogue.service(code).ok_or(Fault::NotFound)?;
    Ok((service, service.items.as_ref().ok_or(Fault::NotFound)?))
}

fn named(service: &Service) -> Of {
    Of {
        code: service.code.clone(),
        service: words::of("service", &service.code),
    }
}

/// The policy of a place and a month.
struct Here<'a> {
    policy: &'a PolicyBook,
    county: DivisionCode,
    month: Month,
}

impl Here<'_> {
    fn shown(&self, item: &Item) -> Shown {
        let months = match item.interval.and_then(|key| self.verified(key)) {
            Some(Value::Int(months)) => u32::try_from(*months).ok(),
            _ => None,
        };
        let ceiling = match item.ceiling.and_then(|key| self.verified(key)) {
            Some(Value::Fen(most)) => Some(Fen(*most)),
            _ => None,
        };
        Shown {
            name: words::of("item", &item.id),
            what: words::part("item", &item.id, "what"),
            fits: words::part("item", &item.id, "fits"),
            picture: item.picture.clone(),
            assessment: item.assessment,
            per_side: item.per_side,
            months,
            ceiling,
        }
    }

    /// A value that rests on a document: what nobody could find in one is asked at an office, never shown as a rule.
    fn verified(&self, key: PolicyId) -> Option<&Value> {
        let source = self.policy.find(key, self.county, self.month)?;
        Some(&source.entry.value).filter(|_| source.entry.basis != words::UNVERIFIED)
    }
}
