//! The page that answers a mistake, kept where "back" and "reload" find it.
//!
//! What a session shows is in no browser's memory (`no-store`). A page that was the answer to a form would be gone as
//! soon as somebody goes on from it and then back: browsers show an error of their own there, and what was typed is
//! lost from sight. So that page is put aside, encrypted, in the session, and the browser is sent to it.

use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use super::visitor::display_words;
use super::{Fault, Visitor, gate};
use crate::store::session::{self, Session};

/// The part of the query that names such a page.
const KEPT: &str = "kept=";
/// No page of ours is longer.
const LONGEST: usize = 1024 * 1024;

/// On a page that holds a secret: it is not put aside, and shown only here and now.
#[derive(Clone, Copy, Debug)]
pub struct Secret;

/// A page as it was answered.
#[derive(Serialize, Deserialize)]
struct Answered {
    status: u16,
    /// How it was shown: shown otherwise it would have to be made again.
    shown_as: String,
    html: String,
}

/// Around the handlers of a route: shows a page that was kept, and keeps one that answers a mistake.
pub(super) async fn keep(request: Request, next: Next) -> Response {
    let visitor = request.extensions().get::<Visitor>().cloned();
    let Some((visitor, session)) = visitor.and_then(|visitor| Some((visitor.clone(), visitor.session?))) else {
        return next.run(request).await;
    };
    let path = request.uri().path().to_owned();
    let (key, query) = split(request.uri().query().unwrap_or_default());
    let elsewhere = |query: &str| match query {
        "" => path.clone(),
        query => format!("{path}?{query}"),
    };
    if *request.method() == Method::GET {
        let Some(key) = key else {
            return next.run(request).await;
        };
        return match kept(&visitor, &session, &slot(&key, &path)).await {
            Ok(Some(answered)) => {
                let status = StatusCode::from_u16(answered.status).unwrap_or(StatusCode::OK);
                visitor.html(status, answered.html)
            }
            // Its time is over, or it has to be shown otherwise: the page as it is now.
            Ok(None) => visitor.see_other(&elsewhere(&query)),
            Err(fault) => fault.into_response(),
        };
    }
    let answer = next.run(request).await;
    if !(is_of_a_window(&visitor) && answers_a_mistake(&answer)) {
        return answer;
    }
    let (head, body) = answer.into_parts();
    let Ok(html) = axum::body::to_bytes(body, LONGEST).await else {
        return Fault::internal("a page longer than pages are").into_response();
    };
    let key = visitor.portal.random_id().simple().to_string();
    let put = put_aside(&visitor, &session, &slot(&key, &path), head.status, &html).await;
    if put.is_err() {
        // Then it is shown here and now.
        return Response::from_parts(head, html.into());
    }
    let joint = if query.is_empty() { "" } else { "&" };
    visitor.see_other(&format!("{path}?{query}{joint}{KEPT}{key}"))
}

/// The key of a page that was kept, and the rest of a query.
fn split(query: &str) -> (Option<String>, String) {
    let parts = || query.split('&').filter(|part| !part.is_empty());
    let key = parts().find_map(|part| part.strip_prefix(KEPT)).map(str::to_owned);
    let rest: Vec<&str> = parts().filter(|part| !part.starts_with(KEPT)).collect();
    (key, rest.join("&"))
}

fn slot(key: &str, path: &str) -> String {
    format!("{}{key}:{path}", session::ANSWERS)
}

/// Whether the answer goes into a window that has a way back. Programs get it as it is.
fn is_of_a_window(visitor: &Visitor) -> bool {
    visitor.header(header::HeaderName::from_static("sec-fetch-mode")) == Some("navigate")
}

/// A page that says what must be put right, or what somebody else did meanwhile. Not one that stands for a failure.
fn answers_a_mistake(answer: &Response) -> bool {
    matches!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY | StatusCode::CONFLICT)
        && answer.extensions().get::<Fault>().is_none()
        && answer.extensions().get::<Secret>().is_none()
        && answer
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

fn shown_as(visitor: &Visitor) -> String {
    display_words(visitor.language, visitor.level, visitor.display)
}

async fn put_aside(
    visitor: &Visitor,
    session: &Session,
    slot: &str,
    status: StatusCode,
    html: &[u8],
) -> Result<(), Fault> {
    let answered = Answered {
        status: status.as_u16(),
        shown_as: shown_as(visitor),
        html: String::from_utf8_lossy(html).into_owned(),
    };
    let content = serde_json::to_vec(&answered).map_err(Fault::internal)?;
    let portal = &visitor.portal;
    let owner = gate::owner(session);
    let mut tx = portal.store.begin().await?;
    let slot = (session.id.as_str(), slot);
    session::stash(&mut tx, &portal.keys, slot, owner.as_deref(), &content, portal.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// The page that was kept, if it can be shown as it is.
async fn kept(visitor: &Visitor, session: &Session, slot: &str) -> Result<Option<Answered>, Fault> {
    let portal = &visitor.portal;
    let slot = (session.id.as_str(), slot);
    let owner = gate::owner(session);
    let content = session::find_stash(&mut portal.store.read(), &portal.keys, slot, owner.as_deref()).await?;
    let answered: Option<Answered> = content.and_then(|content| serde_json::from_slice(&content).ok());
    Ok(answered.filter(|answered| answered.shown_as == shown_as(visitor)))
}
