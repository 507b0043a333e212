//! `/account/delegations` and `/account/delegations/{id}`: who may act for me, for whom I act, and ending it.

use axum::extract::{Path, Query};
use zhida::access::{DelegationStanding, EndedBy, PersonKey, Power};
use zhida_app::delegation::{self as pages, Done, LIST, Lists, One};

use super::{account_of, address, shown, taken};
use crate::account::record;
use crate::store::delegation::{self, StoredDelegation};
use crate::store::session::{self, AccountId};
use crate::store::{StoreError, account};
use crate::web::{Answer, Fault, Typed, Visitor};

/// What the address says: what was just done.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Just {
    done: Option<String>,
}

impl Just {
    fn done(&self) -> Option<Done> {
        match self.done.as_deref()? {
            "ended" => Some(Done::Ended),
            "accepted" => Some(Done::Accepted),
            "declined" => Some(Done::Declined),
            _ => None,
        }
    }
}

/// The people whom an office linked the visitor's account to, each with their name.
pub(super) async fn linked(visitor: &Visitor, account: &AccountId) -> Result<Vec<(PersonKey, String)>, StoreError> {
    let portal = &visitor.portal;
    let links = account::list_links(&mut portal.store.read(), &portal.keys, account).await?;
    let linked = links.into_iter().filter(|link| link.linked);
    Ok(linked.map(|link| (link.person, link.name)).collect())
}

/// `GET /account/delegations`.
pub async fn list(visitor: Visitor, Query(just): Query<Just>) -> Answer {
    let account = account_of(&visitor).ok_or(Fault::Forbidden)?;
    let portal = &visitor.portal;
    let linked = linked(&visitor, account).await?;
    let mut helpers = Vec::new();
    for (person, _) in &linked {
        let made = delegation::list_of_person(&mut portal.store.read(), &portal.keys, person, portal.today()).await?;
        helpers.extend(made.iter().map(|stored| shown(portal, stored)));
    }
    let clients = taken(&visitor).await?;
    let model = Lists {
        helpers,
        clients: clients.iter().map(|stored| shown(portal, stored)).collect(),
        linked: !linked.is_empty(),
        done: just.done(),
    };
    Ok(visitor.page(|text| pages::list(text, &model)))
}

/// One of them, and whether it is about the visitor's own matters.
async fn load(visitor: &Visitor, id: &str) -> Result<(StoredDelegation, bool), Fault> {
    let account = account_of(visitor).ok_or(Fault::Forbidden)?;
    let portal = &visitor.portal;
    let found = delegation::find(&mut portal.store.read(), &portal.keys, id, portal.today()).await?;
    let found = found.ok_or(Fault::NotFound)?;
    let linked = linked(visitor, account).await?;
    let own = linked.iter().any(|(person, _)| *person == found.principal);
    if own || found.agent.as_ref() == Some(account) {
        Ok((found, own))
    } else {
        Err(Fault::NotFound)
    }
}

/// `GET /account/delegations/{id}`.
pub async fn show(visitor: Visitor, Path(id): Path<String>, Query(just): Query<Just>) -> Answer {
    let (stored, own) = load(&visitor, &id).await?;
    let portal = &visitor.portal;
    let standing = stored.standing_on(portal.today());
    let applies = !own && standing == DelegationStanding::Active && stored.says.allows(Power::Submit);
    let model = One {
        shown: shown(portal, &stored),
        own,
        apply: applies.then(|| format!("/apply/new?for={}", stored.id)),
        end: (!matches!(standing, DelegationStanding::Over(_))).then(Vec::new),
        done: just.done(),
    };
    Ok(visitor.page(|text| pages::one(text, &model)))
}

/// `POST /account/delegations/{id}`: ends it. Pressed twice, it is ended all the same.
pub async fn end(visitor: Visitor, Path(id): Path<String>, _: Typed) -> Answer {
    let (stored, own) = load(&visitor, &id).await?;
    let account = account_of(&visitor).ok_or(Fault::Forbidden)?;
    let portal = &visitor.portal;
    let by = if own { EndedBy::Principal } else { EndedBy::Agent };
    let mut tx = portal.store.begin().await?;
    if delegation::end(&mut tx, &stored.id, by, portal.now()).await? {
        if let Some(agent) = &stored.agent {
            // Pages about the person that were put aside.
            session::delete_answers_of(&mut tx, &agent.0).await?;
        }
        let stream = format!("account:{account}");
        let payload = serde_json::json!({ "delegation": stored.id, "by": by.as_str() });
        record::append(
            &mut tx,
            &visitor,
            (&stream, "delegation_ended"),
            Some(&account.0),
            &payload,
        )
        .await?;
    }
    tx.commit().await?;
    Ok(visitor.see_other(&format!("{LIST}?done=ended")))
}

/// Where one leads that was just taken.
pub(super) fn accepted(id: &str) -> String {
    format!("{}?done=accepted", address(id))
}
