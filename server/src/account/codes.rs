//! Recovery codes: made, shown until they are said to be kept, made anew.

use axum::extract::Query;
use axum::http::header;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use zhida::account::{Code, Length};
use zhida_app::account::codes::{self, Codes};
use zhida_app::account::{field, problem};

use super::forms::{self, Asked, again, back, only_shows, typed_or_empty};
use super::{record, secret};
use crate::portal::random_bytes;
use crate::store::session::{self, AccountId};
use crate::store::{StoreError, Tx, account};
use crate::web::{Answer, Fault, Typed, Visitor};

/// So many are handed out.
const HOW_MANY: usize = 8;
/// Where they wait in the session.
const SLOT: &str = "codes";

/// Codes that wait to be kept.
#[derive(Debug, Deserialize, Serialize)]
struct Waiting {
    name: String,
    codes: Vec<String>,
    just_made: bool,
}

/// Makes a new set for an account or a member of staff, in place of the old one; it is shown at the codes page of this
/// session.
pub async fn make(
    tx: &mut Tx,
    visitor: &Visitor,
    session: &str,
    (owner, name): (&str, &str),
    just_made: bool,
) -> Result<(), StoreError> {
    let portal = &visitor.portal;
    let made: Vec<Code> = (0..HOW_MANY)
        .map(|_| Code::of_random(Length::Recovery, random_bytes()))
        .collect();
    account::replace_recovery_codes(tx, &portal.keys, owner, &made, portal.now()).await?;
    let waiting = Waiting {
        name: name.to_owned(),
        codes: made.iter().map(Code::in_groups).collect(),
        just_made,
    };
    let content = serde_json::to_vec(&waiting).map_err(|problem| StoreError::Other(problem.to_string()))?;
    let slot = (session, SLOT);
    session::stash(tx, &portal.keys, slot, Some(owner), &content, portal.now()).await
}

/// `GET /account/codes`, `GET /office/codes`.
pub async fn show(visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    let Some(model) = waiting(&visitor, &asked).await? else {
        return Ok(visitor.see_other(asked.back(room(&visitor))));
    };
    Ok(forms::kept_by_nobody(visitor.page(|text| codes::page(text, &model))))
}

/// `GET /account/codes.txt`, `GET /office/codes.txt`: the same as a file.
pub async fn file(visitor: Visitor) -> Answer {
    let model = waiting(&visitor, &Asked::default()).await?.ok_or(Fault::NotFound)?;
    let text = codes::file(visitor.text(), &model);
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"zhida-codes.txt\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, text).into_response())
}

/// `POST /account/codes`, `POST /office/codes`: they are kept.
pub async fn kept(visitor: Visitor, typed: Typed) -> Answer {
    if let Some(session) = &visitor.session {
        let mut tx = visitor.portal.store.begin().await?;
        session::delete_stash(&mut tx, &session.id, SLOT).await?;
        tx.commit().await?;
    }
    Ok(visitor.see_other(back(typed.get("return"), room(&visitor))))
}

/// `GET /account/codes/new`.
pub async fn ask(visitor: Visitor) -> Answer {
    Ok(visitor.page(|text| codes::ask(text, &Asked::default().entries())))
}

/// `POST /account/codes/new`: whoever found the computer unlocked does not know the password.
pub async fn renew(visitor: Visitor, typed: Typed) -> Answer {
    let (session, id) = own(&visitor)?;
    if only_shows(&typed) {
        return Ok(visitor.page(|text| codes::ask(text, &again(&typed, Vec::new(), true))));
    }
    let portal = &visitor.portal;
    let found = account::find(&mut portal.store.read(), &portal.keys, id).await?;
    let found = found.ok_or(Fault::NotFound)?;
    let password = typed_or_empty(&typed, field::PASSWORD);
    let (tries, wait) = super::guard::look(&visitor, "password", &id.0, &[]).await?;
    let problem = match super::minutes(wait) {
        Some(minutes) => Some(problem::wait(field::PASSWORD, minutes)),
        None if secret::find(password, vec![found.password], Some(visitor.household()))
            .await?
            .is_none() =>
        {
            tries.failed(&visitor).await?;
            Some(problem::wrong_password())
        }
        None => None,
    };
    if let Some(problem) = problem {
        let entries = again(&typed, vec![problem], false);
        let status = forms::status(&entries.problems, super::minutes(wait).is_some());
        return Ok(visitor.page_with(status, |text| codes::ask(text, &entries)));
    }
    let mut tx = portal.store.begin().await?;
    tries.forgiven(&mut tx).await?;
    make(&mut tx, &visitor, &session, (&id.0, &found.name), false).await?;
    let stream = format!("account:{id}");
    record::append(
        &mut tx,
        &visitor,
        (&stream, "codes_renewed"),
        Some(&id.0),
        &serde_json::json!({}),
    )
    .await?;
    tx.commit().await?;
    Ok(visitor.see_other("/account/codes"))
}

async fn waiting(visitor: &Visitor, asked: &Asked) -> Result<Option<Codes>, Fault> {
    let Some(session) = &visitor.session else {
        return Ok(None);
    };
    let account = session.account.as_ref().map(|id| id.0.as_str());
    let owner = account.or(session.staff.as_ref().map(|officer| officer.id.0.as_str()));
    let portal = &visitor.portal;
    let slot = (session.id.as_str(), SLOT);
    let kept = session::find_stash(&mut portal.store.read(), &portal.keys, slot, owner).await?;
    let Some(waiting) = kept.and_then(|kept| serde_json::from_slice::<Waiting>(&kept).ok()) else {
        return Ok(None);
    };
    let page = if session.staff.is_some() {
        "/office/codes"
    } else {
        "/account/codes"
    };
    Ok(Some(Codes {
        name: waiting.name,
        codes: waiting.codes,
        action: page.to_owned(),
        file: format!("{page}.txt"),
        hidden: asked.entries().hidden,
        just_made: waiting.just_made,
    }))
}

fn room(visitor: &Visitor) -> &'static str {
    if visitor.is_at_work() { "/office" } else { "/account" }
}

/// The session and account of a page that only accounts reach.
pub(crate) fn own(visitor: &Visitor) -> Result<(String, &AccountId), Fault> {
    let session = visitor.session.as_ref().ok_or(Fault::Forbidden)?;
    let account = session.account.as_ref().ok_or(Fault::Forbidden)?;
    Ok((session.id.clone(), account))
}
