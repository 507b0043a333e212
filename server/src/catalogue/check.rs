//! `/check`: the eligibility check. It asks no name and keeps nothing: the answers travel in a cookie of this check.

use std::sync::Arc;

use axum::extract::{Path, Query};
use axum::http::{StatusCode, header};
use uuid::Uuid;
use zhida::apply::{Answer as Answered, Answers, Journey, journey, read, typed};
use zhida::calendar::Month;
use zhida::catalogue::{Page, Service};
use zhida::place::DivisionCode;
use zhida::rule::PolicyValues;
use zhida_app::apply::Line;
use zhida_app::catalogue::{answers, result};
use zhida_app::place;
use zhida_app::question::{self, Problem, Progress, Question};
use zhida_app::text::Phrase;

use super::picker::{self, Ask, Chosen, Looking};
use super::{found, questions, words};
use crate::apply::answered;
use crate::portal::Portal;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The cookie of a check.
const COOKIE: &str = "answers";
/// The page that asks for the county, where every check begins.
const FIRST: &str = "hukou";
/// The address of the result, beside the question pages.
const RESULT: &str = "result";

/// One check: its answers and where they lead.
pub(super) struct Check {
    pub portal: Arc<Portal>,
    pub id: String,
    pub answers: Answers,
}

/// `GET /check`: a new check begins with the place.
pub async fn begin(visitor: Visitor, Query(looking): Query<Looking>) -> Reply {
    let picker = picker::picker(&first("/check", &Answers::default()), &looking, Vec::new());
    visitor.page(|text| place::page(text, &picker))
}

/// `POST /check`.
pub async fn answer_first(visitor: Visitor, Query(looking): Query<Looking>, typed: Typed) -> Answer {
    let check = Check {
        portal: Arc::clone(&visitor.portal),
        id: visitor.portal.random_id().simple().to_string(),
        answers: Answers::default(),
    };
    let ask = first("/check", &check.answers);
    check.answer_place(&visitor, &ask, &looking, &typed)
}

/// `GET /check/{id}/{page}`. A page that does not matter, or not yet, leads to the one that does.
pub async fn ask(visitor: Visitor, Path((id, page)): Path<(String, String)>, Query(looking): Query<Looking>) -> Answer {
    let check = Check::of(&visitor, &id)?;
    let journey = check.journey(check.services().as_slice())?;
    let Some(page) = check.open(&journey, &page)? else {
        return Ok(visitor.see_other(&check.next(&journey)));
    };
    if page.id == FIRST {
        let ask = first(&check.address(FIRST), &check.answers);
        // What was chosen is seen to be, among its neighbours.
        let picker = picker::picker(&ask, &looking.or_within(check.county()), Vec::new());
        return Ok(visitor.page(|text| place::page(text, &picker)));
    }
    let before = check
        .answers
        .get(&page.id)
        .map(|answer| typed(page, answer))
        .unwrap_or_default();
    let question = check.question(&journey, page, before, Vec::new());
    Ok(visitor.page(|text| question::page(text, &question)))
}

/// `POST /check/{id}/{page}`.
pub async fn answer(
    visitor: Visitor,
    Path((id, page)): Path<(String, String)>,
    Query(looking): Query<Looking>,
    typed: Typed,
) -> Answer {
    let mut check = Check::of(&visitor, &id)?;
    let services = check.services();
    let journey = check.journey(&services)?;
    let portal = Arc::clone(&check.portal);
    let Some(page) = check.open(&journey, &page)? else {
        return Ok(visitor.see_other(&check.next(&journey)));
    };
    if page.id == FIRST {
        let ask = first(&check.address(FIRST), &check.answers);
        return check.answer_place(&visitor, &ask, &looking, &typed);
    }
    let page = portal
        .catalogue
        .pages
        .iter()
        .find(|known| known.id == page.id)
        .ok_or(Fault::NotFound)?;
    match read(page, &typed.0) {
        Ok(answered) => {
            check.answers.set(&page.id, answered);
            check.go_on(&visitor)
        }
        Err(problems) => {
            let question = check.question(&journey, page, typed.0, questions::problems(&problems));
            Ok(visitor.page_with(StatusCode::UNPROCESSABLE_ENTITY, |text| question::page(text, &question)))
        }
    }
}

/// `GET /check/{id}/result`.
pub async fn result(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let check = Check::of(&visitor, &id)?;
    let journey = check.journey(&check.services())?;
    if journey.next.is_some() && journey.answered.is_empty() {
        return Ok(visitor.see_other("/check"));
    }
    let found = found::found(&check, &journey)?;
    Ok(visitor.page(|text| result::page(text, &found)))
}

/// `GET /check/{id}/answers`: all of them, each with the way to change it.
pub async fn review(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let check = Check::of(&visitor, &id)?;
    let journey = check.journey(&check.services())?;
    if journey.next.is_some() {
        return Ok(visitor.see_other(&check.next(&journey)));
    }
    let lines = journey.answered.iter().filter_map(|page| {
        Some(Line {
            name: words::part("page", &page.id, "short"),
            answer: answered(&page.id, check.answers.get(&page.id)?),
            source: None,
            change: Some(check.address(&page.id)),
        })
    });
    let model = answers::Answers {
        result: check.address(RESULT),
        lines: lines.collect(),
    };
    Ok(visitor.page(|text| answers::page(text, &model)))
}

/// Where a check goes on to an application: below its own address, where its cookie is sent.
///
/// # Errors
/// No id of a check.
pub fn apply_address(id: &str) -> Result<String, Fault> {
    Ok(format!("/check/{}/apply", id_of(id)?))
}

/// Where a check's result is.
///
/// # Errors
/// No id of a check.
pub fn result_address(id: &str) -> Result<String, Fault> {
    Ok(format!("/check/{}/{RESULT}", id_of(id)?))
}

/// The answers of a check, for an application to begin with.
///
/// # Errors
/// No id of a check.
pub fn answers_of(visitor: &Visitor, id: &str) -> Result<Answers, Fault> {
    Ok(Check::of(visitor, id)?.answers)
}

fn id_of(id: &str) -> Result<String, Fault> {
    let id = Uuid::parse_str(id).map_err(|_| Fault::NotFound)?;
    Ok(id.simple().to_string())
}

impl Check {
    /// The check of an address, with the answers its cookie holds.
    fn of(visitor: &Visitor, id: &str) -> Result<Self, Fault> {
        let id = id_of(id)?;
        let pages = &visitor.portal.catalogue.pages;
        let answers = visitor
            .cookie_below(&cookie_name(&id))
            .map(|text| Answers::from_text(text, pages));
        Ok(Self {
            portal: Arc::clone(&visitor.portal),
            id,
            answers: answers.unwrap_or_default(),
        })
    }

    pub(super) fn address(&self, page: &str) -> String {
        format!("/check/{}/{page}", self.id)
    }

    pub(super) fn services(&self) -> Vec<&Service> {
        self.portal.catalogue.services.iter().collect()
    }

    /// The county whose rules count; the province's where none is known.
    pub(super) fn county(&self) -> Option<DivisionCode> {
        match self.answers.get(FIRST) {
            Some(Answered::County(county)) => Some(*county),
            _ => None,
        }
    }

    pub(super) fn policy(&self) -> Result<PolicyValues, Fault> {
        let county = self.county().unwrap_or(DivisionCode::HUNAN);
        let month = Month::of(self.portal.today());
        let policy = self.portal.policy();
        policy
            .resolve(&self.portal.catalogue.vocabulary, county, month)
            .map_err(Fault::internal)
    }

    fn journey(&self, services: &[&Service]) -> Result<Journey<'_>, Fault> {
        let policy = self.policy()?;
        Ok(journey(
            &self.portal.catalogue,
            services,
            &policy,
            &self.answers,
            self.portal.today(),
        ))
    }

    /// The page, if it is the next one or an answered one; 404 if there is no such page at all.
    fn open<'c>(&self, journey: &Journey<'c>, page: &str) -> Result<Option<&'c Page>, Fault> {
        if !self.portal.catalogue.pages.iter().any(|known| known.id == page) {
            return Err(Fault::NotFound);
        }
        let mut open = journey.answered.iter().copied().chain(journey.next);
        Ok(open.find(|known| known.id == page))
    }

    fn next(&self, journey: &Journey<'_>) -> String {
        match journey.next {
            Some(page) if page.id == FIRST => "/check".to_owned(),
            Some(page) => self.address(&page.id),
            None => self.address(RESULT),
        }
    }

    /// Keeps the answers and goes to the next page that matters.
    fn go_on(&self, visitor: &Visitor) -> Answer {
        let next = self.next(&self.journey(&self.services())?);
        let mut reply = visitor.see_other(&next);
        let path = format!("/check/{}", self.id);
        let cookie = visitor.set_cookie_below(&path, &cookie_name(&self.id), &self.answers.to_text());
        reply.headers_mut().insert(header::SET_COOKIE, cookie);
        Ok(reply)
    }

    fn answer_place(mut self, visitor: &Visitor, ask: &Ask, looking: &Looking, typed: &Typed) -> Answer {
        match picker::read(ask, typed) {
            Ok(Chosen::Within(address)) => return Ok(visitor.see_other(&address)),
            Ok(Chosen::County(county)) => self.answers.set(FIRST, Answered::County(county)),
            Ok(Chosen::Outside) => self.answers.set(FIRST, Answered::Outside),
            Err(problems) => {
                let picker = picker::picker(ask, &looking.clone().keeping(typed), problems);
                return Ok(visitor.page_with(StatusCode::UNPROCESSABLE_ENTITY, |text| place::page(text, &picker)));
            }
        }
        self.go_on(visitor)
    }

    fn question(
        &self,
        journey: &Journey<'_>,
        page: &Page,
        typed: Vec<(String, String)>,
        problems: Vec<Problem>,
    ) -> Question {
        let at = journey
            .answered
            .iter()
            .position(|answered| answered.id == page.id)
            .unwrap_or(journey.answered.len());
        let before = at.checked_sub(1).and_then(|before| journey.answered.get(before));
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let mut question = questions::question(&self.portal.texts, page, self.address(&page.id));
        question.part_of = Phrase::new("frame-check");
        question.back = Some(before.map_or_else(|| "/check".to_owned(), |before| self.address(&before.id)));
        question.progress = Some(Progress::Question {
            at: count(at + 1),
            most: count(self.portal.catalogue.most_questions()),
        });
        question.typed = typed;
        question.problems = problems;
        question
    }
}

fn first(action: &str, answers: &Answers) -> Ask {
    let chosen = match answers.get(FIRST) {
        Some(Answered::County(county)) => Some(county.as_str().to_owned()),
        Some(Answered::Outside) => Some(place::OUTSIDE.to_owned()),
        _ => None,
    };
    Ask {
        action: action.to_owned(),
        back: None,
        title: words::of("page", FIRST),
        outside: true,
        chosen,
    }
}

fn cookie_name(id: &str) -> String {
    format!("{COOKIE}-{id}")
}
