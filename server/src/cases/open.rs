//! `/cases/open`: an application that was handed in without an account, with its reference, the resume code and the
//! birth date.

use axum::extract::Query;
use axum::http::{StatusCode, header};
use zhida::apply::read_past_day;
use zhida::casework::{Reference, ReferenceProblem};
use zhida::person::normalise;
use zhida_app::apply::resume::{self, BIRTH, CODE, REFERENCE, Resume, What};
use zhida_app::components::date_field::DateField;
use zhida_app::question::Problem;
use zhida_app::text::Phrase;

use super::access::open_by_code;
use crate::apply::assisted::is_of_office;
use crate::apply::{Try, day_problem};
use crate::store::apply::{self, StoredApplication};
use crate::store::casework::{self, Scope};
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// What the address says: the reference that was asked for.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub struct Asked {
    reference: Option<String>,
}

/// `GET /cases/open`.
pub async fn ask(visitor: Visitor, Query(asked): Query<Asked>) -> Reply {
    let mut typed = Typed::default();
    let reference = asked.reference.and_then(|reference| Reference::parse(&reference).ok());
    typed
        .0
        .extend(reference.map(|reference| (REFERENCE.to_owned(), reference.groups().join(" "))));
    page(&visitor, &typed, Vec::new())
}

/// `POST /cases/open`. Whatever does not fit, the answer is the same.
pub async fn open(visitor: Visitor, typed: Typed) -> Answer {
    let portal = &visitor.portal;
    let mut wrong = Vec::new();
    let reference = Reference::parse(typed.get(REFERENCE).unwrap_or_default());
    if let Err(what) = reference {
        wrong.push(problem(REFERENCE, mistyped(what)));
    }
    let code = normalise::number(typed.get(CODE).unwrap_or_default());
    if code.is_empty() {
        wrong.push(problem(CODE, Phrase::new("problem-code-empty")));
    }
    let birth = read_past_day(&typed.0, BIRTH, portal.today());
    if let Err(what) = birth {
        wrong.push(problem(BIRTH, day_problem(what)));
    }
    let (Ok(reference), Ok(birth), true) = (reference, birth, wrong.is_empty()) else {
        return Ok(page(&visitor, &typed, wrong));
    };
    let Some(tried) = Try::begin(&visitor, &code).await? else {
        return Ok(page(&visitor, &typed, vec![problem(CODE, resume::tried_too_often())]));
    };
    let found = application(&visitor, reference).await?.filter(|found| {
        let same: bool = subtle::ConstantTimeEq::ct_eq(found.resume_code.as_bytes(), code.as_bytes()).into();
        // What belongs to an account is opened by signing in.
        let without_account = found.owner.starts_with("session:") || is_of_office(&found.owner);
        same && without_account && found.application.subject.resident_id.birth_date() == birth
    });
    let Some(found) = found else {
        return Ok(page(&visitor, &typed, vec![problem(CODE, resume::not_found())]));
    };
    tried.give_back().await?;
    let mut reply = visitor.see_other(&super::address(reference));
    let cookie = open_by_code(&visitor, found.reference);
    reply.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(reply)
}

/// The application of a reference: its own, or that of one of its cases.
async fn application(visitor: &Visitor, reference: Reference) -> Result<Option<StoredApplication>, Fault> {
    let portal = &visitor.portal;
    let mut reading = portal.store.read();
    if let Some(found) = apply::find_application(&mut reading, &portal.keys, reference).await? {
        return Ok(Some(found));
    }
    // Nothing of the case is shown: only the code of its application is compared.
    let case = casework::find(&mut reading, &portal.keys, &Scope::program(), reference).await?;
    match case {
        Some(case) => Ok(apply::find_application(&mut reading, &portal.keys, case.case.opened.application).await?),
        None => Ok(None),
    }
}

fn mistyped(what: ReferenceProblem) -> Phrase {
    match what {
        ReferenceProblem::Empty => Phrase::new("open-reference-empty"),
        ReferenceProblem::WrongForm => Phrase::new("open-reference-form"),
        ReferenceProblem::WrongCharacter { .. } | ReferenceProblem::WrongCheckCharacter => {
            Phrase::new("open-reference-mistyped")
        }
    }
}

fn problem(field: &str, message: Phrase) -> Problem {
    Problem {
        field: field.to_owned(),
        message,
    }
}

fn page(visitor: &Visitor, typed: &Typed, problems: Vec<Problem>) -> Reply {
    let get = |name: &str| typed.get(name).unwrap_or_default().to_owned();
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let back = match Reference::parse(typed.get(REFERENCE).unwrap_or_default()) {
        Ok(reference) => super::address(reference),
        Err(_) => "/cases".to_owned(),
    };
    let back = percent_encoding::utf8_percent_encode(&back, percent_encoding::NON_ALPHANUMERIC);
    let model = Resume {
        sign_in: Some(format!("/account/sign-in?return={back}")),
        what: What::Case,
        action: "/cases/open".to_owned(),
        hidden: Vec::new(),
        typed: resume::Typed {
            reference: get(REFERENCE),
            code: get(CODE),
            birth: DateField::PARTS.map(|part| get(&format!("{BIRTH}-{part}"))),
        },
        problems,
    };
    visitor.page_with(status, |text| resume::page(text, &model))
}
