//! `/office/kiosk`: an administrator who stands at a machine in a hall makes its browser one that keeps nothing.

use axum::http::header;
use zhida_app::admin::kiosk::{self, ON};

use crate::store::session as sessions;
use crate::web::visitor::KIOSK_COOKIE;
use crate::web::{Answer, Reply, Typed, Visitor, session};

/// The page.
pub async fn show(visitor: Visitor) -> Reply {
    visitor.page(|text| kiosk::page(text, visitor.kiosk))
}

/// Begins or stops it in this browser, and signs the administrator out: nobody finds them signed in there.
///
/// # Errors
/// No database.
pub async fn change(visitor: Visitor, typed: Typed) -> Answer {
    let age = match typed.get(ON) {
        Some("yes") => Some(400 * 24 * 3600),
        Some("no") => Some(0),
        // No button of the page was pressed.
        _ => return Ok(visitor.see_other("/office/kiosk")),
    };
    if let Some(here) = &visitor.session {
        let mut tx = visitor.portal.store.begin().await?;
        sessions::delete(&mut tx, &here.id).await?;
        tx.commit().await?;
    }
    let cookie = visitor.lasting_cookie(KIOSK_COOKIE, "yes", age);
    let mut reply = session::forget_all(&visitor, visitor.see_other("/"));
    reply.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(reply)
}
