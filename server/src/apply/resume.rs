//! `/apply/resume`: going on with a code and the birth date, on another device or another day. A draft that does not
//! say yet whom it is for holds nothing about anybody: its code opens it alone.

use axum::http::StatusCode;
use uuid::Uuid;
use zhida::apply::{DayProblem, read_past_day};
use zhida::casework::Reference;
use zhida::person::normalise;
use zhida_app::apply::resume::{self, BIRTH, ByCode, CODE, Resume, What};
use zhida_app::components::date_field::DateField;
use zhida_app::question::Problem;
use zhida_app::text::Phrase;

use super::{Try, owner, problems};
use crate::store::apply;
use crate::web::{Answer, Reply, Typed, Visitor};

/// How the page of an address is reached without an account, if it may be one of a draft or a case.
pub(crate) fn by_code(path: &str) -> Option<ByCode> {
    let mut parts = path.split('?').next()?.strip_prefix('/')?.split('/');
    let (what, href) = match (parts.next()?, parts.next(), parts.next()) {
        ("apply", Some(draft), page) if Uuid::parse_str(draft).is_ok() => match page {
            Some("done") => (What::Case, "/cases/open".to_owned()),
            _ => (What::Draft, "/apply/resume".to_owned()),
        },
        ("cases", reference, _) => match reference.and_then(|reference| Reference::parse(reference).ok()) {
            Some(reference) => (What::Case, format!("/cases/open?reference={reference}")),
            None => (What::Case, "/cases/open".to_owned()),
        },
        _ => return None,
    };
    Some(ByCode { what, href })
}

/// `GET /apply/resume`.
pub async fn ask(visitor: Visitor) -> Reply {
    page(&visitor, &Typed::default(), Vec::new())
}

/// `POST /apply/resume`. A wrong code and a wrong birth date are answered alike.
pub async fn open(visitor: Visitor, typed: Typed) -> Answer {
    let portal = &visitor.portal;
    let mut wrong = Vec::new();
    let code = normalise::number(typed.get(CODE).unwrap_or_default());
    if code.is_empty() {
        wrong.push(problem(CODE, Phrase::new("problem-code-empty")));
    }
    let birth = match read_past_day(&typed.0, BIRTH, portal.today()) {
        Ok(birth) => Some(birth),
        Err(DayProblem::Empty) => None,
        Err(what) => {
            wrong.push(problem(BIRTH, problems::day(what)));
            None
        }
    };
    if !wrong.is_empty() {
        return Ok(page(&visitor, &typed, wrong));
    }
    let Some(tried) = Try::begin(&visitor, &code).await? else {
        return Ok(page(&visitor, &typed, vec![problem(CODE, resume::tried_too_often())]));
    };
    let found = apply::find_draft_by_code(&mut portal.store.read(), &portal.keys, &code).await?;
    let found = found.filter(|found| {
        let person = found.draft.person.as_ref();
        let fits = person.is_none_or(|person| Some(person.resident_id.birth_date()) == birth);
        // What belongs to an account is opened by signing in.
        found.owner.starts_with("session:") && fits
    });
    // Who gave no birth date guessed none.
    if found.is_some() || birth.is_none() {
        tried.give_back().await?;
    }
    let Some(found) = found else {
        let wrong = match birth {
            Some(_) => problem(CODE, resume::not_found()),
            None => problem(BIRTH, resume::birth_needed()),
        };
        return Ok(page(&visitor, &typed, vec![wrong]));
    };
    let (owner, held) = owner::of_or_new(&visitor).await?;
    let mut tx = portal.store.begin().await?;
    apply::move_draft(&mut tx, found.id, &owner, portal.now()).await?;
    tx.commit().await?;
    Ok(held.on(visitor.see_other(&format!("/apply/{}", found.id.simple()))))
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
    let model = Resume {
        sign_in: None,
        what: What::Draft,
        action: "/apply/resume".to_owned(),
        hidden: Vec::new(),
        typed: resume::Typed {
            reference: String::new(),
            code: get(CODE),
            birth: DateField::PARTS.map(|part| get(&format!("{BIRTH}-{part}"))),
        },
        problems,
    };
    visitor.page_with(status, |text| resume::page(text, &model))
}
