//! `/apply/{draft}/stop`: how to go on another day, or on another device.

use axum::extract::Path;
use zhida_app::apply::drafts::{self, Stopped};

use super::opened::Opened;
use super::{assisted, owner};
use crate::web::{Answer, Visitor};

/// `GET /apply/{draft}/stop`. The code needs the birth date beside it as soon as the draft knows one.
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        Err(closed) => return owner::missing(&visitor, closed, None).await,
    };
    if opened.draft().assisted.is_some() {
        return Ok(visitor.see_other(&format!("{}?done=kept", assisted::LIST)));
    }
    let next = opened.course(&visitor.portal)?.next;
    let model = Stopped {
        code: opened.guest_code(),
        birth: opened.draft().person.is_some(),
        kept_until: opened.stored.expires_at.date(),
        go_on: opened.address(&next),
        resume: "/apply/resume".to_owned(),
    };
    Ok(visitor.page(|text| drafts::stopped(text, &model)))
}
