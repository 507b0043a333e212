//! Whoever handed a case in, as an office comes to know them: an account that was seen to be the person's own, or their
//! guardian's, is linked to the person with the very act that says so (design §9).

use zhida::access::PersonKey;
use zhida::casework::{Event, Seen};
use zhida_app::casework::command::Seeing;

use super::desk::Desk;
use crate::account::record;
use crate::store::account::{self, Link};
use crate::store::casework::{self, Happened, Loaded};
use crate::store::session::AccountId;
use crate::store::{StoreError, Tx};
use crate::web::Fault;

/// What the form of identity has to ask about whoever handed the case in.
pub(super) async fn seeing(desk: &Desk, loaded: &Loaded) -> Result<Seeing, Fault> {
    let portal = desk.portal();
    let opened = &loaded.case.opened;
    let Some(filed_by) = loaded.filed_by.as_deref() else {
        return Ok(Seeing::NotOnline);
    };
    let Some(account) = account_of(filed_by) else {
        return Ok(Seeing::Opens);
    };
    let links = account::list_links(&mut portal.store.read(), &portal.keys, &account).await?;
    Ok(if holds(&links, &opened.subject.key) {
        Seeing::Linked
    } else if Seen::may_link(opened.submitter.role) {
        Seeing::Links
    } else {
        Seeing::Opens
    })
}

/// Links the account that handed the case in, where what happened says that its owner was seen.
pub(super) async fn link(tx: &mut Tx, desk: &Desk, happened: &Happened<'_>) -> Result<(), StoreError> {
    let opened = &happened.case.opened;
    let seen = happened.events.iter().find_map(|event| match event {
        Event::IdentityConfirmed {
            how,
            filer: Some(filer),
        } => Some(Seen {
            how: *how,
            filer: *filer,
        }),
        _ => None,
    });
    if !seen.is_some_and(|seen| seen.links(opened.submitter.role)) {
        return Ok(());
    }
    // Read here and not when the page was made: what was handed in without an account follows who signs in later.
    let filed_by = casework::find_filer(tx, happened.id).await?;
    let Some(account) = filed_by.as_deref().and_then(account_of) else {
        return Ok(());
    };
    let portal = desk.portal();
    let links = account::list_links(tx, &portal.keys, &account).await?;
    if holds(&links, &opened.subject.key) {
        return Ok(());
    }
    let link = Link {
        person: opened.subject.key.clone(),
        name: opened.subject.name.as_str().to_owned(),
        linked: true,
        office: Some(desk.officer.office.clone()),
        at: happened.at,
    };
    account::insert_link(tx, &portal.keys, &account, &link, Some(&desk.officer.id.0)).await?;
    let payload = serde_json::json!({
        "person": link.person,
        "office": link.office,
        "case": opened.reference.as_str(),
    });
    let stream = format!("account:{account}");
    record::append(
        tx,
        &desk.visitor,
        (&stream, "linked"),
        Some(&desk.officer.id.0),
        &payload,
    )
    .await
}

fn account_of(filed_by: &str) -> Option<AccountId> {
    filed_by.strip_prefix("account:").map(|id| AccountId(id.to_owned()))
}

fn holds(links: &[Link], person: &PersonKey) -> bool {
    links.iter().any(|link| link.linked && link.person == *person)
}
