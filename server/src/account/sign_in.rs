//! `/account/sign-in`, and what signing in is.

use axum::extract::Query;
use axum::http::header;
use zhida::account::SignInName;
use zhida_app::account::sign_in::{self, SignIn};
use zhida_app::account::{Entries, field, problem};

use super::forms::{self, Asked, again, back, leading_on, only_shows, signed_in, typed_or_empty};
use super::{guard, minutes, secret};
use crate::apply::by_code;
use crate::store::account::{self, Account};
use crate::store::session::Who;
use crate::store::{StoreError, Tx};
use crate::web::session::Begun;
use crate::web::{Answer, Reply, Typed, Visitor, session};

/// `GET /account/sign-in`.
pub async fn show(visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    if signed_in(&visitor) {
        return Ok(visitor.see_other(asked.back("/account")));
    }
    let model = SignIn {
        entries: asked.entries(),
        why: asked.why(),
        by_code: asked.by_code(),
        sign_up: asked.leading_on("/account/sign-up"),
    };
    Ok(visitor.page(|text| sign_in::page(text, &model)))
}

/// `POST /account/sign-in`: the same work and the same words whether the name is known or not.
pub async fn sign_in(visitor: Visitor, typed: Typed) -> Answer {
    if only_shows(&typed) {
        return Ok(shown(&visitor, again(&typed, Vec::new(), true), false));
    }
    let raw = typed_or_empty(&typed, field::NAME);
    let name = SignInName::parse(raw);
    let portal = &visitor.portal;
    let known = match &name {
        Ok(name) => account::find_by_name(&mut portal.store.read(), &portal.keys, name).await?,
        Err(_) => Vec::new(),
    };
    let key = name.map_or_else(|_| raw.to_owned(), |name| name.key());
    let owners: Vec<&str> = known.iter().map(|account| account.id.0.as_str()).collect();
    let (tries, wait) = guard::look(&visitor, "sign_in", &key, &owners).await?;
    if let Some(minutes) = minutes(wait) {
        let entries = again(&typed, vec![problem::wait(field::NAME, minutes)], false);
        return Ok(shown(&visitor, entries, true));
    }
    let hashes = known.iter().map(|account| account.password.clone()).collect();
    let own = secret::find(
        typed_or_empty(&typed, field::PASSWORD),
        hashes,
        Some(visitor.household()),
    )
    .await?;
    let Some(own) = own.and_then(|own| known.get(own)) else {
        tries.failed(&visitor).await?;
        let entries = again(&typed, vec![problem::not_signed_in()], false);
        return Ok(shown(&visitor, entries, false));
    };
    let mut tx = portal.store.begin().await?;
    let begun = begin(&mut tx, &visitor, own, &tries).await?;
    tx.commit().await?;
    let to = back(typed.get("return"), "/account").to_owned();
    Ok(let_in(&visitor, begun, &own.id.0, &to))
}

/// Signs in inside a transaction: a new session, and no wrong tries any more.
pub(super) async fn begin(
    tx: &mut Tx,
    visitor: &Visitor,
    own: &Account,
    tries: &guard::Tries,
) -> Result<Begun, StoreError> {
    tries.forgiven(tx).await?;
    session::begin(tx, visitor, Who::Account(&own.id)).await
}

/// The answer that signs in: two cookies and the way on.
pub(super) fn let_in(visitor: &Visitor, begun: Begun, owner: &str, to: &str) -> Reply {
    let mut reply = begun.on(visitor.see_other(to));
    let device = guard::remember(visitor, owner);
    reply.headers_mut().append(header::SET_COOKIE, device);
    reply
}

fn shown(visitor: &Visitor, entries: Entries, waits: bool) -> Reply {
    let status = forms::status(&entries.problems, waits);
    let back = entries.hidden.iter().find(|(name, _)| name == "return");
    let back = back.map(|(_, to)| to.as_str());
    let model = SignIn {
        sign_up: leading_on("/account/sign-up", back),
        by_code: back.and_then(by_code),
        entries,
        why: None,
    };
    forms::kept_by_nobody(visitor.page_with(status, |text| sign_in::page(text, &model)))
}
