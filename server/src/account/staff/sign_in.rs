//! `/office/sign-in`: the first step.

use axum::extract::Query;
use zhida::person::normalise;
use zhida_app::account::{Entries, field, problem, staff};

use crate::account::forms::{self, Asked, again, leading_on, only_shows, typed_or_empty};
use crate::account::{guard, minutes, secret};
use crate::store::session::Who;
use crate::store::staff as stored;
use crate::web::{Answer, Reply, Typed, Visitor, session};

/// `GET /office/sign-in`.
pub async fn show(visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    if visitor.session.as_ref().is_some_and(|session| session.staff.is_some()) {
        return Ok(visitor.see_other(asked.back("/office")));
    }
    let why = asked.why();
    Ok(visitor.page(|text| staff::sign_in::page(text, &asked.entries(), why)))
}

/// `POST /office/sign-in`: the same work and the same words whether the name is known or not.
pub async fn sign_in(visitor: Visitor, typed: Typed) -> Answer {
    if only_shows(&typed) {
        return Ok(shown(&visitor, &again(&typed, Vec::new(), true), false));
    }
    let login = normalise::line(typed_or_empty(&typed, field::NAME)).to_lowercase();
    let portal = &visitor.portal;
    let known = stored::find(&mut portal.store.read(), &portal.keys, &login).await?;
    let owners: Vec<&str> = known.iter().map(|known| known.id.0.as_str()).collect();
    let (tries, wait) = guard::look(&visitor, "staff", &login, &owners).await?;
    if let Some(minutes) = minutes(wait) {
        let entries = again(&typed, vec![problem::wait(field::NAME, minutes)], false);
        return Ok(shown(&visitor, &entries, true));
    }
    let hashes = known.iter().map(|known| known.password.clone()).collect();
    let right = secret::find(
        typed_or_empty(&typed, field::PASSWORD),
        hashes,
        Some(visitor.household()),
    )
    .await?;
    let (Some(known), Some(_)) = (known, right) else {
        tries.failed(&visitor).await?;
        let entries = again(&typed, vec![problem::not_signed_in_to_work()], false);
        return Ok(shown(&visitor, &entries, false));
    };
    let mut tx = portal.store.begin().await?;
    tries.forgiven(&mut tx).await?;
    let begun = session::begin(&mut tx, &visitor, Who::Half(&known.id)).await?;
    tx.commit().await?;
    let next = if known.secret.is_some() {
        "/office/sign-in/code"
    } else {
        "/office/sign-in/set-up"
    };
    Ok(begun.on(visitor.see_other(&leading_on(next, typed.get("return")))))
}

fn shown(visitor: &Visitor, entries: &Entries, waits: bool) -> Reply {
    let status = forms::status(&entries.problems, waits);
    forms::kept_by_nobody(visitor.page_with(status, |text| staff::sign_in::page(text, entries, None)))
}
