//! `/office/sign-in/code`: the second step. A code counts once, also when two come with it at the same moment.

use axum::extract::Query;
use axum::http::header;
use zhida::account::{Code, Length};
use zhida_app::account::{Entries, field, problem, staff};

use crate::account::forms::{self, Asked, again, back, typed_or_empty};
use crate::account::totp::OneTime;
use crate::account::{guard, minutes, record};
use crate::store::session::Who;
use crate::store::staff::{self as stored, SignsIn};
use crate::store::{StoreError, Tx, account};
use crate::web::{Answer, Fault, Reply, Typed, Visitor, session};

/// `GET /office/sign-in/code`.
pub async fn show(visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    let Some(known) = half(&visitor).await? else {
        return Ok(visitor.see_other(&asked.leading_on("/office/sign-in")));
    };
    if known.secret.is_none() {
        return Ok(visitor.see_other(&asked.leading_on("/office/sign-in/set-up")));
    }
    Ok(visitor.page(|text| staff::code::page(text, &asked.entries(), &known.login)))
}

/// `POST /office/sign-in/code`.
pub async fn sign_in(visitor: Visitor, typed: Typed) -> Answer {
    let Some(known) = half(&visitor).await? else {
        return Ok(visitor.see_other("/office/sign-in?why=ended"));
    };
    let Some(secret) = known.secret.as_deref() else {
        return Ok(visitor.see_other("/office/sign-in/set-up"));
    };
    let (tries, wait) = guard::look_at_second_step(&visitor, &known.id).await?;
    if let Some(minutes) = minutes(wait) {
        let entries = again(&typed, vec![problem::wait_for_code(minutes)], false);
        return Ok(shown(&visitor, &entries, &known.login, true));
    }
    let code = typed_or_empty(&typed, field::CODE);
    let step = OneTime::new(secret, &known.login)?.step_of(code, visitor.portal.now());
    let recovery = Code::parse(Length::Recovery, code).ok();
    let portal = &visitor.portal;
    let mut tx = portal.store.begin().await?;
    let way = if let Some(step) = step {
        stored::use_step(&mut tx, &known.id, step)
            .await?
            .then_some("one_time_code")
    } else if let Some(code) = &recovery {
        let used = account::use_recovery_code(&mut tx, &portal.keys, &known.id.0, code, portal.now()).await?;
        used.then_some("recovery_code")
    } else {
        None
    };
    let Some(way) = way else {
        drop(tx);
        tries.failed(&visitor).await?;
        let entries = again(&typed, vec![problem::wrong_one_time_code()], false);
        return Ok(shown(&visitor, &entries, &known.login, false));
    };
    tries.forgiven(&mut tx).await?;
    let begun = let_in(&mut tx, &visitor, &known, way).await?;
    tx.commit().await?;
    let to = back(typed.get("return"), "/office");
    Ok(remembered(&visitor, &known, begun.on(visitor.see_other(to))))
}

/// Signs in inside a transaction; the office's own record says so.
pub(super) async fn let_in(
    tx: &mut Tx,
    visitor: &Visitor,
    known: &SignsIn,
    way: &str,
) -> Result<session::Begun, StoreError> {
    let stream = format!("staff:{}", known.id);
    let payload = serde_json::json!({ "way": way });
    record::append(tx, visitor, (&stream, "signed_in"), Some(&known.id.0), &payload).await?;
    session::begin(tx, visitor, Who::Staff(&known.id)).await
}

pub(super) fn remembered(visitor: &Visitor, known: &SignsIn, mut reply: Reply) -> Reply {
    let device = guard::remember(visitor, &known.id.0);
    reply.headers_mut().append(header::SET_COOKIE, device);
    reply
}

/// Who has given the right password in this browser, minutes ago.
pub(super) async fn half(visitor: &Visitor) -> Result<Option<SignsIn>, Fault> {
    let session = visitor.session.as_ref();
    let Some(id) = session.and_then(|session| session.half.as_ref()) else {
        return Ok(None);
    };
    let portal = &visitor.portal;
    Ok(stored::find_by_id(&mut portal.store.read(), &portal.keys, id).await?)
}

fn shown(visitor: &Visitor, entries: &Entries, login: &str, waits: bool) -> Reply {
    let status = forms::status(&entries.problems, waits);
    visitor.page_with(status, |text| staff::code::page(text, entries, login))
}
