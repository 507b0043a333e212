//! Who may come to an address, decided before its handler: from the column of the routes table.

use axum::extract::{FromRequest, Request};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use zhida::access::Role;

use super::routes::Who;
use super::{Answer, Fault, Typed, Visitor};
use crate::store::session::{self, Session};

/// Lets a request through to its handler, or answers it.
pub(super) async fn pass(who: Who, request: Request, next: Next) -> Response {
    if matches!(who, Who::Public | Who::Visitor) {
        return next.run(request).await;
    }
    let Some(visitor) = request.extensions().get::<Visitor>().cloned() else {
        return Fault::internal("a route outside the routes table").into_response();
    };
    match decide(who, visitor.session.as_ref(), &visitor) {
        Gate::Open => next.run(request).await,
        Gate::Closed(fault) => fault.into_response(),
        Gate::SignIn => {
            let typed = match *request.method() {
                Method::POST => Typed::from_request(request, &()).await.ok(),
                _ => None,
            };
            let answer = sign_in_first(&visitor, typed.as_ref()).await;
            answer.unwrap_or_else(IntoResponse::into_response)
        }
    }
}

enum Gate {
    Open,
    Closed(Fault),
    SignIn,
}

fn decide(who: Who, session: Option<&Session>, visitor: &Visitor) -> Gate {
    let account = session.and_then(|session| session.account.as_ref());
    let staff = session.and_then(|session| session.staff.as_ref());
    match who {
        Who::Public | Who::Visitor => Gate::Open,
        Who::Account if account.is_some() => Gate::Open,
        Who::Linked if account.is_some() => match session {
            Some(session) if session.linked => Gate::Open,
            _ => Gate::Closed(Fault::Forbidden),
        },
        Who::Staff(roles) if staff.is_some() => {
            let today = visitor.portal.today();
            let posts = staff.into_iter().flat_map(|officer| officer.access.posts_on(today));
            let mut held: Vec<Role> = posts.map(|post| post.role).collect();
            held.retain(|role| roles.contains(role));
            // No roles named: everybody who works here.
            if roles.is_empty() || !held.is_empty() {
                Gate::Open
            } else {
                Gate::Closed(Fault::Forbidden)
            }
        }
        // Whether somebody is signed in cannot be said just now.
        _ if visitor.trouble => Gate::Closed(Fault::Unavailable),
        Who::Account | Who::Linked | Who::Staff(_) => Gate::SignIn,
    }
}

/// The part of the query that says on the page one comes back to that what was typed there is not kept.
pub(super) const TYPED_LOST: &str = "typed=lost";
/// The part of the query that says on the page one comes back to that being signed in goes on.
pub const STAYED: &str = "stayed=yes";

/// Sends somebody to sign in and brings them back afterwards. What they had just typed into a session that has ended,
/// by time or from another device, is kept for them, encrypted, and comes back with [`typed_before`]. Where the browser
/// has no token of theirs any more, nothing ties it to them: then they are told.
///
/// # Errors
/// A database that does not answer.
pub async fn sign_in_first(visitor: &Visitor, typed: Option<&Typed>) -> Answer {
    // Who files for others does it on the pages of residents.
    let was_at_work = visitor.ended.as_ref().is_some_and(|ended| ended.staff.is_some());
    let page = if visitor.is_at_work() || was_at_work {
        "/office/sign-in"
    } else {
        "/account/sign-in"
    };
    let mut why = if visitor.ended.is_some() { "ended" } else { "needed" };
    if let (Some(typed), Some(ended)) = (typed, &visitor.ended) {
        keep_typed(visitor, ended, visitor.own_path(), typed).await?;
        why = "kept";
    }
    let mut back = visitor.path.clone();
    if typed.is_some_and(says_something) && visitor.ended.is_none() && visitor.session.is_none() {
        // Nothing tells whose these words are.
        why = "lost";
        back = format!("{}?{TYPED_LOST}", visitor.own_path());
    }
    let back = percent_encoding::utf8_percent_encode(&back, percent_encoding::NON_ALPHANUMERIC);
    Ok(visitor.see_other(&format!("{page}?why={why}&return={back}")))
}

/// Whether somebody typed or chose anything: not all of a form is theirs.
fn says_something(typed: &Typed) -> bool {
    let theirs = |name: &str| !matches!(name, "op" | "version" | "return");
    typed.0.iter().any(|(name, value)| theirs(name) && !value.is_empty())
}

/// Keeps what was typed into a page and not taken, encrypted, for the same person to find there later.
///
/// # Errors
/// A database that does not answer.
pub async fn keep_typed(visitor: &Visitor, session: &Session, page: &str, typed: &Typed) -> Result<(), Fault> {
    let portal = &visitor.portal;
    let content = serde_json::to_vec(&typed.0).map_err(Fault::internal)?;
    let owner = owner(session);
    let mut tx = portal.store.begin().await?;
    let slot = (session.id.as_str(), page);
    session::stash(&mut tx, &portal.keys, slot, owner.as_deref(), &content, portal.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// What was typed into this page and kept, when the session had ended or the display bar was used, for the page to show
/// again. It is let go of as soon as it has been handed over.
///
/// # Errors
/// A database that does not answer.
pub async fn typed_before(visitor: &Visitor) -> Result<Option<Vec<(String, String)>>, Fault> {
    let Some(session) = visitor.session.as_ref().filter(|session| session.typed) else {
        return Ok(None);
    };
    let portal = &visitor.portal;
    let slot = (session.id.as_str(), visitor.own_path());
    let kept = session::find_stash(&mut portal.store.read(), &portal.keys, slot, owner(session).as_deref()).await?;
    let Some(kept) = kept else { return Ok(None) };
    let mut tx = portal.store.begin().await?;
    session::delete_stash(&mut tx, &session.id, visitor.own_path()).await?;
    tx.commit().await?;
    Ok(serde_json::from_slice(&kept).ok())
}

/// The addresses below a path of ours on which something typed waits to be shown again.
///
/// # Errors
/// A database that does not answer.
pub async fn kept_below(visitor: &Visitor, path: &str) -> Result<Vec<String>, Fault> {
    let Some(session) = visitor.session.as_ref().filter(|session| session.typed) else {
        return Ok(Vec::new());
    };
    let below = (session.id.as_str(), path);
    let mut reader = visitor.portal.store.read();
    Ok(session::list_stash_below(&mut reader, below, owner(session).as_deref()).await?)
}

/// Whose a session is.
pub(super) fn owner(session: &Session) -> Option<String> {
    let account = session.account.as_ref().map(|id| id.0.clone());
    account.or_else(|| session.staff.as_ref().map(|officer| officer.id.0.clone()))
}
