//! `/office/cases/{reference}/reveal` and `…/print/application_form/whole`: masked values, shown once or printed by
//! somebody who says why.

use axum::extract::Path;
use axum::http::StatusCode;
use zhida::casework::{Command, Sentence};
use zhida::person::normalise;
use zhida_app::casework::reveal::{self, For, Reveal, Revealed, WHAT, WHY, WHY_WORDS, What, Why};
use zhida_app::question::Problem;
use zhida_app::text::Phrase;

use super::act::{Done, Given, give};
use super::contact;
use super::desk::{Desk, head};
use super::print;
use crate::letter::stated::Numbers;
use crate::store::casework::Loaded;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The form.
///
/// # Errors
/// A case that is none of theirs.
pub async fn ask(visitor: Visitor, Path(reference): Path<String>) -> Answer {
    asked(visitor, &reference, For::Looking).await
}

/// The values, once the reason is kept.
///
/// # Errors
/// A case that is none of theirs; no operation id.
pub async fn show(visitor: Visitor, Path(reference): Path<String>, typed: Typed) -> Answer {
    let desk = Desk::of(visitor)?;
    let said = match said(&desk, &reference, typed, For::Looking).await? {
        Ok(said) => said,
        Err(again) => return Ok(again),
    };
    let revealed = Revealed {
        head: head(&said.loaded.case),
        values: said.values,
        reason: said.reason,
    };
    Ok(desk.visitor.page(|text| reveal::shown(text, &revealed)))
}

/// The form that asks why the application form is printed with numbers in full.
///
/// # Errors
/// A case that is none of theirs.
pub async fn ask_print(visitor: Visitor, Path(reference): Path<String>) -> Answer {
    asked(visitor, &reference, For::Printing).await
}

/// The application form with numbers in full, once the reason is kept: in this answer and in no other.
///
/// # Errors
/// A case that is none of theirs; no operation id.
pub async fn print(visitor: Visitor, Path(reference): Path<String>, typed: Typed) -> Answer {
    let desk = Desk::of(visitor)?;
    match said(&desk, &reference, typed, For::Printing).await? {
        Ok(said) => print::form(&desk, &said.loaded, Numbers::Whole).await,
        Err(again) => Ok(again),
    }
}

async fn asked(visitor: Visitor, reference: &str, comes: For) -> Answer {
    let desk = Desk::of(visitor)?;
    let loaded = desk.load(reference).await?;
    let values = values(&desk, &loaded).await?;
    let form = form(&desk, &loaded, &values, comes, (Typed::default(), Vec::new()));
    Ok(desk.visitor.page(|text| reveal::page(text, &form)))
}

/// A reason that is kept, and what is shown for it.
struct Said {
    loaded: Loaded,
    values: Vec<(What, String)>,
    reason: String,
}

/// Keeps the reason; or the form again, with what is wrong.
async fn said(desk: &Desk, reference: &str, typed: Typed, comes: For) -> Result<Result<Said, Reply>, Fault> {
    typed.op().ok_or(Fault::BadRequest)?;
    let loaded = desk.load(reference).await?;
    let values = values(desk, &loaded).await?;
    let wanted: Vec<(What, String)> = values
        .iter()
        .filter(|(what, _)| match comes {
            For::Looking => typed.all(WHAT).any(|value| value == what.code()),
            // The account's number is masked on paper too.
            For::Printing => *what != What::Account,
        })
        .cloned()
        .collect();
    let why = Why::ALL.into_iter().find(|why| typed.get(WHY) == Some(why.code()));
    let own = normalise::line(typed.get(WHY_WORDS).unwrap_or_default());
    let problems = problems(&wanted, why, &own);
    let (Some(why), true) = (why, problems.is_empty()) else {
        let form = form(desk, &loaded, &values, comes, (typed, problems));
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(Err(desk.visitor.page_with(status, |text| reveal::page(text, &form))));
    };
    let reason = reveal::reason(desk.visitor.text(), why, &own);
    keep(desk, &loaded, wanted.iter().map(|(what, _)| *what), &reason).await?;
    Ok(Ok(Said {
        loaded,
        values: wanted,
        reason,
    }))
}

/// Keeps that values are shown in full, and why.
///
/// # Errors
/// Somebody who may not see them.
pub(super) async fn keep(
    desk: &Desk,
    loaded: &Loaded,
    shown: impl Iterator<Item = What>,
    reason: &str,
) -> Result<(), Fault> {
    let fields: Vec<&str> = shown.map(What::code).collect();
    let command = Command::Reveal {
        field: fields.join(","),
        reason: Sentence::parse(reason),
    };
    let given = Given {
        command: &command,
        version: None,
        // Never the one of the form: what is shown was decided on and recorded by this very request.
        op: desk.portal().random_id(),
        location: head(&loaded.case).href(),
        loaded: loaded.clone(),
        file: None,
    };
    match give(desk, given).await? {
        Done::Gone(_) => Ok(()),
        Done::Refused(..) | Done::Changed(_) => Err(Fault::Forbidden),
    }
}

/// What can be shown in full.
pub(super) async fn values(desk: &Desk, loaded: &Loaded) -> Result<Vec<(What, String)>, Fault> {
    let application = contact::application(desk, &loaded.case).await?;
    let whole = |what| contact::whole(&loaded.case, application.as_ref(), what);
    let values = What::ALL.into_iter().filter_map(|what| Some((what, whole(what)?)));
    Ok(values.collect())
}

fn problems(wanted: &[(What, String)], why: Option<Why>, own: &str) -> Vec<Problem> {
    let problem = |field: &str, message: &str| Problem {
        field: field.to_owned(),
        message: Phrase::new(message),
    };
    let mut problems = Vec::new();
    if wanted.is_empty() {
        problems.push(problem(WHAT, "casework-reveal-what-missing"));
    }
    if why.is_none() {
        problems.push(problem(WHY, "casework-reveal-why-missing"));
    }
    if why == Some(Why::Other) && own.is_empty() {
        problems.push(problem(WHY_WORDS, "casework-reveal-words-missing"));
    }
    problems
}

fn form(
    desk: &Desk,
    loaded: &Loaded,
    values: &[(What, String)],
    comes: For,
    (typed, problems): (Typed, Vec<Problem>),
) -> Reveal {
    Reveal {
        comes,
        head: head(&loaded.case),
        hidden: desk.op(),
        offered: values.iter().map(|(what, _)| *what).collect(),
        typed: typed.0,
        problems,
    }
}

/// A value by the name it was revealed under.
pub(super) fn what_named(code: &str) -> Option<What> {
    What::ALL.into_iter().find(|what| what.code() == code)
}

/// What a value is called.
pub(super) fn name(what: What) -> Phrase {
    Phrase::new(contact::name_of(what))
}
