//! Leaving: this session, or all others; and staying.

use axum::http::header;
use zhida_app::account::signed_out;
use zhida_app::frame::STAYED_AT;

use super::codes::own;
use super::forms::back;
use super::record;
use crate::store::session::{self as sessions, Who};
use crate::web::gate::STAYED;
use crate::web::visitor::{OPENED_BELOW, OPENED_COOKIE};
use crate::web::{Answer, Fault, Reply, Typed, Visitor, session};

/// Where somebody without an account hears how to come back.
const GUEST_LEFT: &str = "/account/signed-out?back=code";

/// `POST /account/sign-out`, `POST /office/sign-out`.
pub async fn sign_out(visitor: Visitor) -> Answer {
    for gone in [&visitor.session, &visitor.ended].into_iter().flatten() {
        let mut tx = visitor.portal.store.begin().await?;
        sessions::delete(&mut tx, &gone.id).await?;
        tx.commit().await?;
    }
    if visitor.kiosk {
        return Ok(session::forget_all(&visitor, visitor.see_other("/")));
    }
    let mut here = [&visitor.session, &visitor.ended].into_iter().flatten();
    let to = if visitor.is_at_work() {
        "/office/signed-out"
    } else if here.any(|session| session.account.is_some()) {
        "/account/signed-out"
    } else {
        GUEST_LEFT
    };
    let mut reply = session::forget(&visitor, visitor.see_other(to));
    // A case opened with its code in this browser is closed as well.
    let closed = visitor.set_cookie_below(OPENED_BELOW, OPENED_COOKIE, "");
    reply.headers_mut().append(header::SET_COOKIE, closed);
    Ok(reply)
}

/// `GET /account/signed-out`, `GET /office/signed-out`.
pub async fn signed_out(visitor: Visitor) -> Reply {
    if visitor.path == GUEST_LEFT {
        return visitor.page(signed_out::guest);
    }
    let sign_in = if visitor.is_at_work() {
        "/office/sign-in"
    } else {
        "/account/sign-in"
    };
    visitor.page(|text| signed_out::page(text, sign_in))
}

/// `POST /account/stay`: the session's whole time again.
pub async fn stay(visitor: Visitor, typed: Typed) -> Answer {
    let session = visitor.session.as_ref().ok_or(Fault::Forbidden)?;
    let mut tx = visitor.portal.store.begin().await?;
    sessions::lengthen(&mut tx, session, visitor.portal.now()).await?;
    tx.commit().await?;
    let back = back(typed.get("return"), "/account");
    let separator = if back.contains('?') { '&' } else { '?' };
    Ok(visitor.see_other(&format!("{back}{separator}{STAYED}#{STAYED_AT}")))
}

/// `POST /account/end-others`.
pub async fn end_others(visitor: Visitor) -> Answer {
    let (here, id) = own(&visitor)?;
    let mut tx = visitor.portal.store.begin().await?;
    sessions::end_others(&mut tx, &Who::Account(id), Some(&here), visitor.portal.now()).await?;
    let stream = format!("account:{id}");
    record::append(
        &mut tx,
        &visitor,
        (&stream, "others_signed_out"),
        Some(&id.0),
        &serde_json::json!({}),
    )
    .await?;
    tx.commit().await?;
    Ok(visitor.see_other("/account?done=ended"))
}
