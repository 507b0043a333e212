//! Acting for others: who may act for whom, made by a person for themselves or at a window, taken with a code that is
//! read out, ended by either or by an office. [`crate::cases`] and [`crate::apply`] ask here what an account may do for
//! somebody else, with every request anew.

pub(crate) mod forms;

pub mod mirror;
pub mod name;
pub mod own;
pub mod take;

use zhida_app::delegation::Shown;
use zhida_app::text::Name;

use crate::catalogue::words;
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::delegation::{self, StoredDelegation};
use crate::store::session::AccountId;
use crate::web::Visitor;

/// The account of a resident who is signed in.
pub(crate) fn account_of(visitor: &Visitor) -> Option<&AccountId> {
    let session = visitor.session.as_ref()?;
    let at_work = session.staff.is_some() || session.half.is_some();
    session.account.as_ref().filter(|_| !at_work)
}

/// What the visitor took, whether it still holds or not.
pub(crate) async fn taken(visitor: &Visitor) -> Result<Vec<StoredDelegation>, StoreError> {
    let Some(account) = account_of(visitor) else {
        return Ok(Vec::new());
    };
    let portal = &visitor.portal;
    delegation::list_of_agent(&mut portal.store.read(), &portal.keys, account, portal.today()).await
}

/// What the visitor may act with today.
pub(crate) async fn active(visitor: &Visitor) -> Result<Vec<StoredDelegation>, StoreError> {
    let today = visitor.portal.today();
    let mut taken = taken(visitor).await?;
    taken.retain(|delegation| delegation.is_active(today));
    Ok(taken)
}

/// A delegation for a page.
pub(crate) fn shown(portal: &Portal, stored: &StoredDelegation) -> Shown {
    let says = &stored.says;
    let services = says.services.iter().flatten();
    Shown {
        href: address(&stored.id),
        principal: stored.terms.principal.clone(),
        agent: stored.terms.agent.clone(),
        role: says.role,
        services: services.map(|code| words::of("service", code)).collect(),
        powers: says.powers.iter().copied().collect(),
        days: (says.from, says.until),
        standing: stored.standing_on(portal.today()),
        office: stored.office.as_deref().map(Name::only),
        made: stored.made_at,
    }
}

/// The address of one, for either of the two.
fn address(id: &str) -> String {
    format!("{}/{id}", zhida_app::delegation::LIST)
}
