//! `/services` and a page for each service.

use axum::extract::{Path, Query};
use axum::http::header;
use serde::Deserialize;
use zhida::calendar::Month;
use zhida::catalogue::{Obtain, RuleKind, Service};
use zhida::place::{DivisionCode, Divisions, OfficeKind};
use zhida::policy::PolicyBook;
use zhida::rule::{Facts, PolicyValues, Value};
use zhida_app::catalogue::service::{self as page, Alone, Here, Paper, PaperFrom, Stage};
use zhida_app::catalogue::services;
use zhida_app::frame::quiet::Doing;
use zhida_app::text::{Name, Phrase};

use super::cards::{self, COUNTY_COOKIE, chosen_county};
use super::{sign, words};
use crate::aloud::pages as aloud;
use crate::letter::names;
use crate::portal::Portal;
use crate::web::{Answer, Fault, Reply, Visitor};

/// The query of a service's page.
#[derive(Debug, Deserialize)]
pub struct Asked {
    county: Option<String>,
}

/// `GET /services`.
pub async fn list(visitor: Visitor) -> Reply {
    let cards = cards::cards(&visitor);
    visitor.page(|text| services::page(text, &cards))
}

/// `GET /services/{code}`, with the county in the query or in the visitor's cookie.
pub async fn show(visitor: Visitor, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let named = asked.county.as_deref().and_then(DivisionCode::parse);
    let named = named.filter(|county| Divisions::shipped().is_county(*county));
    let model = model_of(&visitor, &code, named)?;
    let audio = aloud::offered(&visitor, format!("/services/{code}/audio"));
    let mut reply = visitor.page(|text| page::page(text, &model).heard_at(audio));
    if let Some(named) = named {
        let cookie = visitor.set_cookie(COUNTY_COOKIE, named.as_str(), None);
        reply.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    Ok(reply)
}

/// `GET /services/{code}/audio`: the same to hear, with the county of the visitor's cookie.
pub async fn hear(visitor: Visitor, Path(code): Path<String>) -> Answer {
    let model = model_of(&visitor, &code, None)?;
    aloud::hear(&visitor, page::page(visitor.text(), &model)).await
}

/// The page of a service, with this county or that of the visitor's cookie.
fn model_of(visitor: &Visitor, code: &str, named: Option<DivisionCode>) -> Result<page::Service, Fault> {
    let service = visitor.portal.catalogue.service(code).ok_or(Fault::NotFound)?;
    if service.confidential {
        visitor.keep_quiet(Doing::Reading);
    }
    model(&visitor.portal, service, named.or_else(|| chosen_county(visitor)))
}

fn model(portal: &Portal, service: &Service, county: Option<DivisionCode>) -> Result<page::Service, Fault> {
    let policy = portal.policy();
    let month = Month::of(portal.today());
    let division = county.unwrap_or(DivisionCode::HUNAN);
    let values = policy
        .resolve(&portal.catalogue.vocabulary, division, month)
        .map_err(Fault::internal)?;
    Ok(page::Service {
        code: service.code.clone(),
        name: words::of("service", &service.code),
        lead: words::part("service", &service.code, "lead"),
        film: sign::film(service),
        here: here(portal, &policy, service, county, month),
        terms: if service.in_kind() {
            Vec::new()
        } else {
            terms_of_money()
        },
        who: who(portal, service, &values),
        remarks: vec![words::part("service", &service.code, "extra")],
        who_not: service
            .rules_of(RuleKind::Exclusion)
            .map(|(_, rule)| words::part("reason", &rule.id, "who"))
            .collect(),
        papers: papers(service),
        stages: stages(service, &values),
        bases: bases(service),
        apply: Some(format!("/apply/new?service={}", service.code)),
        office: county.and_then(|county| window(portal, county)),
        paper_form: Some(format!("/services/{}/form", service.code)),
        alone: alone(service),
    })
}

/// Of what is confidential only its own office may know: no other window, no other line and nobody at the door.
fn alone(service: &Service) -> Option<Alone> {
    let office = service.stages.first().filter(|_| service.confidential)?;
    let says = |part| words::part("service", &service.code, part);
    Some(Alone {
        window: says("window"),
        phone: says("phone"),
        hotline: names::hotline(OfficeKind::of_stage(&office.body)?),
        on_paper: says("paper"),
    })
}

fn terms_of_money() -> Vec<(Phrase, Phrase)> {
    [
        ("catalogue-accrues", "catalogue-accrues-says"),
        ("catalogue-paid", "catalogue-paid-says"),
    ]
    .map(|(name, says)| (Phrase::new(name), Phrase::new(says)))
    .to_vec()
}

/// The window of the county the visitor chose.
pub fn near(visitor: &Visitor) -> Option<page::Office> {
    window(&visitor.portal, chosen_county(visitor)?)
}

/// The county's window, where it has said where that is.
fn window(portal: &Portal, county: DivisionCode) -> Option<page::Office> {
    let contact = portal.catalogue.offices.window(county)?;
    let named = zhida::letter::Office {
        kind: contact.kind,
        county,
        township: None,
    };
    Some(page::Office {
        name: names::office(portal, &named),
        address: names::address(contact),
        hours: Name {
            zh: contact.hours.clone(),
            en: Some(contact.hours_en.clone()),
        },
        phone: contact.phone.clone(),
    })
}

/// How much it is in the chosen county, since when, on what basis.
fn here(portal: &Portal, policy: &PolicyBook, service: &Service, county: Option<DivisionCode>, month: Month) -> Here {
    if service.in_kind() {
        return Here::InKind {
            says: words::part("service", &service.code, "gives"),
            items: super::items::address(service),
        };
    }
    let choose = format!("/services/{}/place", service.code);
    let set = county.and_then(|county| {
        let monthly = cards::monthly(portal, policy, service, county)?;
        let amount = service.benefit.monthly()?.policies().first()?;
        let source = policy.find(*amount, county, month)?;
        Some(Here::Set {
            county: words::division_name(county)?,
            monthly,
            since: source.entry.from,
            basis: words::basis(Some(&source.entry.basis)),
            choose: choose.clone(),
        })
    });
    set.unwrap_or(Here::Unchosen { choose })
}

/// What must all hold. Of the grounds of one group those that this county's rules leave open, any of which will do.
fn who(portal: &Portal, service: &Service, values: &PolicyValues) -> Vec<Vec<Phrase>> {
    let nothing_known = Facts::new(&portal.catalogue.vocabulary);
    let first = [RuleKind::Local, RuleKind::Certificate]
        .into_iter()
        .flat_map(|kind| service.rules_of(kind))
        .map(|(_, rule)| vec![words::part("reason", &rule.id, "check")]);
    let groups = (0..service.groups.len()).filter_map(|group| {
        let possible = service.rules_of(RuleKind::Ground).filter(|(_, rule)| {
            rule.group == group && rule.when.evaluate(&nothing_known, values) != Some(Value::Bool(false))
        });
        let checks: Vec<Phrase> = possible
            .map(|(_, rule)| words::part("reason", &rule.id, "check"))
            .collect();
        Some(checks).filter(|checks| !checks.is_empty())
    });
    first.chain(groups).collect()
}

/// What is asked for, and who fetches it.
pub(super) fn papers(service: &Service) -> Vec<Paper> {
    let paper = |evidence: &zhida::catalogue::Evidence| Paper {
        name: words::of("evidence", &evidence.kind),
        from: match evidence.obtain {
            Obtain::User => PaperFrom::User,
            Obtain::ByDataSharing => PaperFrom::DataSharing,
            Obtain::NotNeeded => PaperFrom::NotNeeded,
        },
        note: Some(words::part("evidence", &evidence.kind, "says")),
    };
    service.evidence.iter().map(paper).collect()
}

fn stages(service: &Service, values: &PolicyValues) -> Vec<Stage> {
    let stage = |stage: &zhida::catalogue::Stage| Stage {
        name: words::of("stage", &stage.id),
        limit: match values.get(stage.limit) {
            Value::Int(days) => u32::try_from(days).ok(),
            _ => None,
        },
        calendar_days: stage.calendar_days,
        note: Some(words::of("body", &stage.body)),
    };
    service.stages.iter().map(stage).collect()
}

/// The documents its rules rest on, each once.
fn bases(service: &Service) -> Vec<Phrase> {
    let mut bases: Vec<Phrase> = Vec::new();
    for basis in service
        .rules
        .iter()
        .filter_map(|rule| words::basis(rule.basis.as_deref()))
    {
        if !bases.contains(&basis) {
            bases.push(basis);
        }
    }
    bases
}
