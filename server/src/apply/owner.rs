//! Whose drafts a visitor sees: the account's, or those of the session that began them.

use zhida::access::Power;

use super::assisted;
use super::opened::{Closed, moved};
use crate::delegation;
use crate::store::StoreError;
use crate::store::delegation::StoredDelegation;
use crate::web::gate::{keep_typed, sign_in_first};
use crate::web::session::{self, Held};
use crate::web::{Answer, Fault, Typed, Visitor};

/// `account:…` or `session:…`; nobody's before there is a session. Staff have only those that they file for others
/// (`office:…`).
pub(super) fn of(visitor: &Visitor) -> Option<String> {
    let session = visitor.session.as_ref()?;
    if session.staff.is_some() {
        return assisted::owner(visitor);
    }
    session.half.is_none().then(|| session.actor())
}

/// Whose drafts a visitor goes on with: their own, and those begun for others with what they may apply with today.
pub(super) async fn all(visitor: &Visitor) -> Result<Vec<(String, Option<StoredDelegation>)>, StoreError> {
    let own = of(visitor).map(|owner| (owner, None));
    let acting = delegation::active(visitor).await?;
    let acting = acting.into_iter().filter(|acting| acting.says.allows(Power::Submit));
    let acting = acting.map(|acting| (acting.owner(), Some(acting)));
    Ok(own.into_iter().chain(acting).collect())
}

/// As [`of`], after beginning a session where there is none.
pub(super) async fn of_or_new(visitor: &Visitor) -> Result<(String, Held), Fault> {
    let owner = of(visitor).filter(|owner| !assisted::is_of_office(owner));
    if owner.is_none() && visitor.session.is_some() {
        return Err(Fault::Forbidden);
    }
    let held = session::begin_anonymous(visitor).await?;
    let owner = owner.unwrap_or_else(|| format!("session:{}", held.id));
    Ok((owner, held))
}

/// There is no draft of the visitor's at this address. Who is nobody here may have been its owner before, and can
/// become so again: what they typed is kept until then.
pub(super) async fn missing(visitor: &Visitor, closed: Closed, typed: Option<&Typed>) -> Answer {
    match closed {
        Closed::Fault(Fault::NotFound) if visitor.session.is_none() => {
            let sign_in = sign_in_first(visitor, typed).await?;
            let never_had_account = visitor.ended.as_ref().is_some_and(|ended| ended.account.is_none());
            Ok(if never_had_account {
                visitor.see_other("/apply/resume")
            } else {
                sign_in
            })
        }
        Closed::Left(at) => {
            let kept = match (typed, &visitor.session) {
                (Some(typed), Some(session)) => keep_typed(visitor, session, visitor.own_path(), typed)
                    .await
                    .map(|()| true)?,
                _ => false,
            };
            Ok(moved(visitor, at, kept))
        }
        closed => closed.answer(visitor),
    }
}
