//! `/services/{code}/form`: the application form on paper, to be printed, filled in by hand and handed in anywhere.

use axum::extract::Path;
use zhida::calendar::Month;
use zhida::catalogue::{Obtain, Page, PageKind, PageOption, Service, text_id};
use zhida::place::DivisionCode;
use zhida::rule::{FactId, Facts, Type, Value};
use zhida_app::apply::declaration::{Declarant, statement};
use zhida_app::apply::{Answer as Room, Line};
use zhida_app::letter::Sheet;
use zhida_app::letter::form::{self, Form, OfficeSays, Opinions, Section};
use zhida_app::text::{Language, Level, Name, Phrase, Said, unit};

use crate::apply::{checked, list};
use crate::catalogue::words;
use crate::portal::Portal;
use crate::web::{Answer, Fault, Visitor};

/// `GET /services/{code}/form`.
pub async fn show(visitor: Visitor, Path(code): Path<String>) -> Answer {
    let portal = &visitor.portal;
    let service = portal.catalogue.service(&code).ok_or(Fault::NotFound)?;
    let text = visitor.text();
    let model = Form {
        sheet: Sheet {
            back: Some((text.say(&words::of("service", &code)), format!("/services/{code}"))),
            office: body(portal, "township"),
            number: None,
            to: None,
            signed: None,
        },
        title: super::names::form(portal, &[code.as_str()]),
        services: vec![words::of("service", &code)],
        reference: None,
        sections: sections(portal, service),
        statement: statement(text, &Declarant::Self_, checked(portal, [service])),
        agreed: None,
        village: service.notice().is_some(),
        opinions: vec![Opinions {
            service: words::of("service", &code),
            pays: None,
            offices: opinions(portal, service),
        }],
        whole: None,
    };
    Ok(visitor.page(|text| form::page(text, &model)))
}

fn sections(portal: &Portal, service: &Service) -> Vec<Section> {
    let empty = |names: &[&str]| {
        names
            .iter()
            .map(|name| line(Phrase::new(*name), Room::Nothing))
            .collect()
    };
    let person = [
        "letter-form-name",
        "letter-form-number",
        "letter-form-sex",
        "letter-form-birth",
        "letter-form-certificate",
        "letter-form-disability",
        "letter-form-county",
        "letter-form-township",
        "letter-form-living",
        "letter-form-phone",
    ];
    let helper = ["letter-form-name", "letter-form-organisation", "letter-form-phone"];
    let account = ["letter-form-holder", "letter-form-one-card", "letter-form-bank-card"];
    let read = |page: &&Page| {
        let mut facts = service.rules.iter().flat_map(|rule| rule.when.facts());
        let matters = |fact: &FactId| {
            page.completes(*fact)
                .is_none_or(|item| hangs_on(portal, service, *fact, item))
        };
        facts.any(|fact| page.facts.contains(fact) && matters(fact)) || service.asks.contains(&page.id)
    };
    let asked = portal.catalogue.pages.iter().filter(read).flat_map(question);
    let papers = service.evidence.iter().filter(|paper| paper.obtain == Obtain::User);
    let papers = papers.map(|paper| line(words::of("evidence", &paper.kind), Room::Nothing));
    vec![
        section("letter-form-person", empty(&person)),
        section("letter-form-helper", empty(&helper)),
        section("letter-form-facts", asked.collect()),
        section("letter-form-account", empty(&account)),
        section("letter-form-papers", papers.collect()),
    ]
}

/// Whether a rule still asks more of an item of a list, where nothing else is known of it.
fn hangs_on(portal: &Portal, service: &Service, list: FactId, item: &Value) -> bool {
    let vocabulary = &portal.catalogue.vocabulary;
    let month = Month::of(portal.today());
    let Ok(policy) = portal.policy().resolve(vocabulary, DivisionCode::HUNAN, month) else {
        return true;
    };
    let Type::List(record) = vocabulary.fact_type(list) else {
        return false;
    };
    let fields = vocabulary.record_fields(record).len();
    let only = std::iter::once(Some(item.clone()))
        .chain(std::iter::repeat(None))
        .take(fields);
    let mut facts = Facts::new(vocabulary);
    facts.state(list, Value::List(vec![only.collect()]));
    let mut rules = service.rules.iter();
    rules.any(|rule| {
        let missing = rule.when.missing(&facts, &policy);
        missing
            .iter()
            .any(|missing| missing.fact == list && missing.item.is_some())
    })
}

/// How many entries of a list have room on paper; more stand on a sheet of their own.
const ENTRIES: usize = 3;

/// A question with a box for each answer; of a list, what is asked of each entry.
fn question(page: &Page) -> Vec<Line> {
    let PageKind::List(of) = &page.kind else {
        return room(page)
            .map(|room| line(words::part("page", &page.id, "short"), room))
            .into_iter()
            .collect();
    };
    let entry = |at: usize| {
        let fields = of
            .fields
            .iter()
            .filter_map(|field| Some((words::of("page", &field.id), room(field)?)));
        line(list::numbered(page, at), Room::Named(fields.collect()))
    };
    (0..of.most.min(ENTRIES)).map(entry).collect()
}

/// Where an answer is written or ticked.
fn room(page: &Page) -> Option<Room> {
    let subject = text_id("page", &page.id);
    let boxes = |options: &[PageOption]| {
        let ticks = options
            .iter()
            .map(|option| tick(Phrase::new(text_id(&subject, &option.id))));
        Room::Several(ticks.collect())
    };
    Some(match &page.kind {
        // It stands with the person already; a list within a list there is none.
        PageKind::County | PageKind::List(_) => return None,
        PageKind::Text => Room::Words(Phrase::new("letter-form-line")),
        PageKind::Choice(options) | PageKind::Flags(options) => boxes(options),
        PageKind::Amount => Room::Several(vec![
            tick(Phrase::new("question-not-received")),
            tick(Phrase::new("letter-form-amount")),
        ]),
        PageKind::Measurement(of) => {
            let unit = Said::Words(Box::new(unit(of.scale.unit)));
            Room::Words(Phrase::new("letter-form-measured").with("unit", unit))
        }
    })
}

fn tick(words: Phrase) -> Room {
    Room::Words(Phrase::new("letter-form-box").with("words", Said::Words(Box::new(words))))
}

fn opinions(portal: &Portal, service: &Service) -> Vec<OfficeSays> {
    let boxes = service.worked().map(|stage| OfficeSays {
        stage: super::names::act(portal, &stage.id),
        office: body(portal, &stage.body),
        said: None,
    });
    boxes.collect()
}

/// A kind of office, in every language.
fn body(portal: &Portal, kind: &str) -> Name {
    let say = |language| {
        let text = portal.texts.of(language, Level::Standard);
        text.say(&words::of("body", kind))
    };
    Name {
        zh: say(Language::ZhCn),
        en: Some(say(Language::En)),
    }
}

fn section(title: &str, lines: Vec<Line>) -> Section {
    Section {
        title: Phrase::new(title),
        lines,
    }
}

fn line(name: Phrase, answer: Room) -> Line {
    Line {
        name,
        answer,
        source: None,
        change: None,
    }
}
