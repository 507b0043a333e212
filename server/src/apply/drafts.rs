//! `/apply`: the applications begun and not handed in.

use zhida_app::apply::drafts::{self, Draft, Drafts};

use super::opened::address;
use super::{assisted, owner};
use crate::catalogue::words;
use crate::store::apply::{self, StoredDraft};
use crate::store::delegation::StoredDelegation;
use crate::web::{Answer, Visitor};

/// `GET /apply`.
pub async fn list(visitor: Visitor) -> Answer {
    if assisted::officer(&visitor).is_some() {
        return Ok(visitor.see_other(assisted::LIST));
    }
    let portal = &visitor.portal;
    let mut reader = portal.store.read();
    let left = match owner::of(&visitor) {
        Some(owner) => apply::list_former(&mut reader, &owner).await?,
        None => Vec::new(),
    };
    let mut stored = Vec::new();
    for (owner, acting) in owner::all(&visitor).await? {
        let begun = apply::list_drafts(&mut reader, &portal.keys, &owner).await?;
        stored.extend(begun.iter().map(|stored| shown(stored, acting.as_ref())));
    }
    let model = Drafts {
        drafts: stored,
        left: left.into_iter().map(|(_, at)| at).collect(),
        start: "/apply/new".to_owned(),
        resume: "/apply/resume".to_owned(),
    };
    Ok(visitor.page(|text| drafts::page(text, &model)))
}

/// A draft in the list, and where it is thrown away.
pub(super) fn shown(stored: &StoredDraft, acting: Option<&StoredDelegation>) -> Draft {
    let draft = &stored.draft;
    let whole = address(stored.id, &zhida::apply::PageId::Services);
    let start = whole.trim_end_matches("/services").to_owned();
    Draft {
        services: draft.services.iter().map(|code| words::of("service", code)).collect(),
        person: match (&draft.person, acting) {
            (Some(person), _) => Some(person.name.as_str().to_owned()),
            (None, acting) => acting.map(|acting| acting.terms.principal.clone()),
        },
        saved: stored.updated_at,
        kept_until: stored.expires_at.date(),
        discard: format!("{start}/discard"),
        href: start,
    }
}
