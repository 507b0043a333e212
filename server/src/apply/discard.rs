//! `/apply/{draft}/discard`: throwing a draft away, after asking.

use axum::extract::Path;
use zhida_app::apply::drafts::{self, Discard};

use super::opened::Opened;
use super::{assisted, owner, paper, view};
use crate::store::session;
use crate::web::{Answer, Visitor};

/// `GET /apply/{draft}/discard`.
pub async fn ask(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        Err(closed) => return owner::missing(&visitor, closed, None).await,
    };
    let model = Discard {
        draft: super::drafts::shown(&opened.stored, opened.acting.as_ref()),
        action: opened.beside("discard"),
        hidden: vec![view::op(&visitor)],
        back: list_of(&visitor).to_owned(),
    };
    Ok(visitor.page(|text| drafts::discard(text, &model)))
}

/// `POST /apply/{draft}/discard`.
pub async fn discard(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        // Thrown away already, by a second press.
        Err(super::opened::Closed::Fault(crate::web::Fault::NotFound)) if owner::of(&visitor).is_some() => {
            return Ok(visitor.see_other(list_of(&visitor)));
        }
        Err(closed) => return owner::missing(&visitor, closed, None).await,
    };
    let portal = &visitor.portal;
    let mut tx = portal.store.begin().await?;
    let paths = paper::delete_all(&mut tx, portal, opened.stored.id).await?;
    if let Some(session) = &visitor.session {
        session::delete_stash_below(&mut tx, &session.id, &opened.whole()).await?;
    }
    tx.commit().await?;
    for path in paths {
        paper::files(portal).remove(&path).await?;
    }
    Ok(visitor.see_other(list_of(&visitor)))
}

/// The list that a draft of the visitor's stands in.
fn list_of(visitor: &Visitor) -> &'static str {
    match assisted::officer(visitor) {
        Some(_) => assisted::LIST,
        None => "/apply",
    }
}
