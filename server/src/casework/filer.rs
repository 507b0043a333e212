//! Whoever handed a case in, as an office comes to know them: an account that was seen to be the person's own, or their
//! guardian's, is linked to the person, or acts for them, with the very act that says so (design §9).

use std::collections::BTreeSet;

use zhida::access::{AgentRole, By, Delegation, KnownOfBoth, PersonKey, Power, Terms, Visibility, comes_of_age};
use zhida::casework::{Case, Event, NoLink, Seen, may_link};
use zhida::person::SubmitterRole;
use zhida_app::casework::accept::Seeing;

use super::desk::Desk;
use crate::account::record;
use crate::store::account::{self, Link};
use crate::store::casework::{self, Happened, Loaded};
use crate::store::delegation::{self, MadeBy, StoredDelegation};
use crate::store::session::AccountId;
use crate::store::{Query, StoreError, Tx};
use crate::web::Fault;

/// What the form of identity has to ask about whoever handed the case in.
pub(super) async fn seeing(desk: &Desk, loaded: &Loaded) -> Result<Seeing, Fault> {
    let portal = desk.portal();
    let opened = &loaded.case.opened;
    let Some(filed_by) = loaded.filed_by.as_deref() else {
        return Ok(Seeing::NotOnline);
    };
    let Some(account) = account_of(filed_by).filter(|_| opened.visibility != Visibility::Confidential) else {
        return Ok(Seeing::Opens);
    };
    let held = held(&mut portal.store.read(), desk, &account).await?;
    let wards = wards(&mut portal.store.read(), desk, &account).await?;
    if held.iter().chain(&wards).any(|person| *person == opened.subject.key) {
        return Ok(Seeing::Linked);
    }
    if desk.officer.access.kin.relation(&wards).is_some() {
        return Ok(Seeing::HoldsYours);
    }
    let sealed = casework::is_sealed_from(&mut portal.store.read(), &desk.scope(), &opened.subject.key).await?;
    Ok(match may(desk, &loaded.case, first(loaded), &account, &held) {
        Ok(()) if sealed => Seeing::Opens,
        Ok(()) => Seeing::Links,
        Err(NoLink::Helps | NoLink::CameLater) => Seeing::Opens,
        Err(NoLink::HoldsAnother) => Seeing::HoldsAnother,
        Err(NoLink::HoldsOfficersOwn) => Seeing::HoldsYours,
    })
}

/// Who handed a case in, as its first event says.
pub(super) fn first(loaded: &Loaded) -> &By {
    loaded.events.first().map_or(&By::System, |first| &first.by)
}

fn may(desk: &Desk, case: &Case, first: &By, account: &AccountId, held: &[PersonKey]) -> Result<(), NoLink> {
    may_link(&case.opened, first, &account.0, held, &desk.officer.access.kin)
}

/// The people an office linked an account to.
async fn held(q: &mut impl Query, desk: &Desk, account: &AccountId) -> Result<Vec<PersonKey>, StoreError> {
    let links = account::list_links(q, &desk.portal().keys, account).await?;
    let linked = links.into_iter().filter(|link| link.linked);
    Ok(linked.map(|link| link.person).collect())
}

/// The people whose guardian an account is, as offices recorded.
async fn wards(q: &mut impl Query, desk: &Desk, account: &AccountId) -> Result<Vec<PersonKey>, StoreError> {
    let taken = delegation::list_of_agent(q, &desk.portal().keys, account, desk.today).await?;
    let guards = taken
        .into_iter()
        .filter(|taken| taken.says.role.is_guardian() && taken.is_active(desk.today));
    Ok(guards.map(|taken| taken.principal).collect())
}

/// Links the account that handed the case in, where what happened says that its owner was seen; of a guardian it is
/// recorded that they act for the person. `first` is who handed it in.
pub(super) async fn link(tx: &mut Tx, desk: &Desk, happened: &Happened<'_>, first: &By) -> Result<(), StoreError> {
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
    // A link would be seen by whoever else is linked to the person, and show that there was something to be linked for.
    let confidential = opened.visibility == Visibility::Confidential;
    if confidential || !seen.is_some_and(|seen| seen.links(opened.submitter.role)) {
        return Ok(());
    }
    // Read here and not when the page was made: what was handed in without an account follows who signs in later, and
    // is theirs then, not proof that they are who was seen.
    let filed_by = casework::find_filer(tx, happened.id).await?;
    let Some(account) = filed_by.as_deref().and_then(account_of) else {
        return Ok(());
    };
    let portal = desk.portal();
    let held = held(tx, desk, &account).await?;
    if held.contains(&opened.subject.key) || may(desk, happened.case, first, &account, &held).is_err() {
        return Ok(());
    }
    if casework::is_sealed_from(tx, &desk.scope(), &opened.subject.key).await? {
        return Ok(());
    }
    if opened.submitter.role == SubmitterRole::LegalGuardian {
        return guard(tx, desk, happened, account).await;
    }
    let link = Link {
        person: opened.subject.key.clone(),
        name: opened.subject.name.as_str().to_owned(),
        reading: None,
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

/// Records that whoever handed the case in is the person's guardian, as an office saw.
async fn guard(tx: &mut Tx, desk: &Desk, happened: &Happened<'_>, account: AccountId) -> Result<(), StoreError> {
    let portal = desk.portal();
    let opened = &happened.case.opened;
    let own = &desk.officer.access.kin;
    let wards = wards(tx, desk, &account).await?;
    let is_ward = match &opened.submitter.key {
        Some(guardian) => delegation::is_ward(tx, guardian, desk.today).await?,
        None => false,
    };
    if is_ward || wards.contains(&opened.subject.key) || own.relation(&wards).is_some() {
        return Ok(());
    }
    let of_age_on = Some(comes_of_age(opened.subject.resident_id.birth_date())).filter(|day| *day > desk.today);
    let role = match of_age_on {
        Some(_) => AgentRole::GuardianOfMinor,
        None => AgentRole::GuardianOfAdult,
    };
    let powers: BTreeSet<Power> = Power::ALL.iter().copied().collect();
    let guardian = opened.submitter.name.as_ref().map_or("", |name| name.as_str());
    let new = StoredDelegation {
        id: portal.random_id().to_string(),
        principal: opened.subject.key.clone(),
        agent: Some(account),
        agent_person: opened.submitter.key.clone(),
        says: Delegation {
            role,
            services: None,
            powers: powers.clone(),
            from: desk.today,
            until: Delegation::latest_end(role, desk.today, of_age_on),
            of_age_on,
            accepted: true,
            ended: None,
        },
        terms: Terms {
            principal: opened.subject.name.as_str().to_owned(),
            agent: guardian.to_owned(),
            services: None,
            powers,
            evidence: None,
        },
        made_by: MadeBy::Office(desk.officer.id.clone()),
        office: Some(desk.officer.office.clone()),
        made_at: happened.at,
        code_until: None,
        ended_at: None,
        known: KnownOfBoth::default(),
    };
    delegation::insert(tx, &portal.keys, &new, None).await?;
    let payload = serde_json::json!({
        "delegation": new.id,
        "person": new.principal,
        "role": role,
        "case": opened.reference.as_str(),
    });
    let stream = new.agent.map(|agent| format!("account:{agent}")).unwrap_or_default();
    let by = Some(desk.officer.id.0.as_str());
    record::append(tx, &desk.visitor, (&stream, "delegation_recorded"), by, &payload).await
}

fn account_of(filed_by: &str) -> Option<AccountId> {
    filed_by.strip_prefix("account:").map(|id| AccountId(id.to_owned()))
}
