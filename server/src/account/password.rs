//! `/account/password`.

use zhida::account::{Password, SignInName};
use zhida_app::account::{Entries, field, password, problem};

use super::codes::own;
use super::forms::{self, again, only_shows, typed_or_empty};
use super::{guard, minutes, record, secret};
use crate::store::account;
use crate::store::session::{self, Who};
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// `GET /account/password`.
pub async fn show(visitor: Visitor) -> Reply {
    visitor.page(|text| password::page(text, &Entries::default()))
}

/// `POST /account/password`: with the old one; everybody else is signed out.
pub async fn change(visitor: Visitor, typed: Typed) -> Answer {
    let (here, id) = own(&visitor)?;
    if only_shows(&typed) {
        return Ok(shown(&visitor, &again(&typed, Vec::new(), true), false));
    }
    let portal = &visitor.portal;
    let found = account::find(&mut portal.store.read(), &portal.keys, id).await?;
    let found = found.ok_or(Fault::NotFound)?;
    let name = SignInName::parse(&found.name).ok();
    let chosen = match Password::parse(typed_or_empty(&typed, field::NEW_PASSWORD), name.as_ref()) {
        Ok(chosen) => chosen,
        Err(wrong) => {
            let entries = again(&typed, vec![problem::new_password(wrong)], false);
            return Ok(shown(&visitor, &entries, false));
        }
    };
    let (tries, wait) = guard::look(&visitor, "password", &id.0, &[]).await?;
    if let Some(minutes) = minutes(wait) {
        let entries = again(&typed, vec![problem::wait(field::PASSWORD, minutes)], false);
        return Ok(shown(&visitor, &entries, true));
    }
    let whose = Some(visitor.household());
    let old = typed_or_empty(&typed, field::PASSWORD);
    if secret::find(old, vec![found.password.clone()], whose).await?.is_none() {
        // A form sent twice: it is done.
        if secret::find(chosen.as_str(), vec![found.password], whose)
            .await?
            .is_some()
        {
            return Ok(visitor.see_other("/account?done=password"));
        }
        tries.failed(&visitor).await?;
        let entries = again(&typed, vec![problem::wrong_password()], false);
        return Ok(shown(&visitor, &entries, false));
    }
    let hash = secret::hash(chosen.as_str(), whose).await?;
    let mut tx = portal.store.begin().await?;
    tries.forgiven(&mut tx).await?;
    account::update_password(&mut tx, id, &hash).await?;
    session::end_others(&mut tx, &Who::Account(id), Some(&here), visitor.portal.now()).await?;
    let stream = format!("account:{id}");
    record::append(
        &mut tx,
        &visitor,
        (&stream, "password_changed"),
        Some(&id.0),
        &serde_json::json!({}),
    )
    .await?;
    tx.commit().await?;
    Ok(visitor.see_other("/account?done=password"))
}

fn shown(visitor: &Visitor, entries: &Entries, waits: bool) -> Reply {
    let status = forms::status(&entries.problems, waits);
    forms::kept_by_nobody(visitor.page_with(status, |text| password::page(text, entries)))
}
