//! `/account/link`: an office's code links the account to a person.

use axum::extract::Query;
use zhida::account::{Code, Length};
use zhida_app::account::{Entries, field, link, problem};

use super::codes::own;
use super::forms::{self, again, typed_or_empty};
use super::{guard, minutes, record};
use crate::store::account;
use crate::web::{Answer, Reply, Typed, Visitor, gate};

/// `GET /account/link`.
pub async fn show(visitor: Visitor, Query(asked): Query<Vec<(String, String)>>) -> Answer {
    let asked = Typed(asked).get("done") == Some("asked");
    let entries = Entries {
        typed: gate::typed_before(&visitor).await?.unwrap_or_default(),
        ..Entries::default()
    };
    Ok(visitor.page(|text| link::page(text, &entries, asked)))
}

/// `POST /account/link`.
pub async fn link(visitor: Visitor, typed: Typed) -> Answer {
    let (_, id) = own(&visitor)?;
    let code = match Code::parse(Length::Link, typed_or_empty(&typed, field::CODE)) {
        Ok(code) => code,
        Err(wrong) => {
            return Ok(shown(
                &visitor,
                &again(&typed, vec![problem::code(wrong)], false),
                false,
            ));
        }
    };
    let (tries, wait) = guard::look(&visitor, "link", &id.0, &[]).await?;
    if let Some(minutes) = minutes(wait) {
        let entries = again(&typed, vec![problem::wait(field::CODE, minutes)], false);
        return Ok(shown(&visitor, &entries, true));
    }
    let portal = &visitor.portal;
    let mut tx = portal.store.begin().await?;
    let linked = account::use_link_code(&mut tx, &portal.keys, id, &code, portal.now()).await?;
    let Some(linked) = linked else {
        drop(tx);
        // A form sent twice: it is done.
        if account::is_link_code_used_by(&mut portal.store.read(), &portal.keys, id, &code).await? {
            return Ok(visitor.see_other("/account?done=linked"));
        }
        tries.failed(&visitor).await?;
        return Ok(shown(
            &visitor,
            &again(&typed, vec![problem::not_linked()], false),
            false,
        ));
    };
    tries.forgiven(&mut tx).await?;
    let stream = format!("account:{id}");
    let payload = serde_json::json!({ "person": linked.person, "office": linked.office });
    record::append(&mut tx, &visitor, (&stream, "linked"), Some(&id.0), &payload).await?;
    tx.commit().await?;
    Ok(visitor.see_other("/account?done=linked"))
}

fn shown(visitor: &Visitor, entries: &Entries, waits: bool) -> Reply {
    let status = forms::status(&entries.problems, waits);
    visitor.page_with(status, |text| link::page(text, entries, false))
}
