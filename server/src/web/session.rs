//! The session of a request: read from its cookie before the handler, begun where a draft begins, kept from ending
//! while it is used.

use axum::http::{HeaderName, HeaderValue, header};
use zhida::account::Device;

use super::visitor::{DISPLAY_COOKIE, OPENED_BELOW, OPENED_COOKIE};
use super::{Fault, Reply, Visitor};
use crate::account::guard::DEVICE_COOKIE;
use crate::catalogue::COUNTY_COOKIE;
use crate::confirmation;
use crate::portal::random_bytes;
use crate::store::apply;
use crate::store::session::{self, Kind, NewSession, Session, Token, Who};
use crate::store::{StoreError, Tx};

/// The cookie of sessions; over TLS with `__Host-` before it.
pub const COOKIE: &str = "zhida";

/// A session that begins, before its cookie is with the browser.
#[derive(Debug)]
pub struct Begun {
    /// Its id.
    pub id: String,
    /// The cookie that must go out with the answer.
    cookie: HeaderValue,
}

impl Begun {
    /// Puts the cookie into an answer.
    #[must_use]
    pub fn on(self, mut reply: Reply) -> Reply {
        reply.headers_mut().append(header::SET_COOKIE, self.cookie);
        reply
    }
}

/// A machine in a hall waits so long for who has gone away, in milliseconds. The page in sight has covered itself by then.
const KIOSK_WAITS: i64 = 10 * 60_000;

/// Reads the session of a visitor's cookie into the visitor. Without a cookie the database is not asked.
pub(super) async fn load(visitor: &mut Visitor) {
    let Some(token) = visitor.cookie(COOKIE).map(Token::sent) else {
        return;
    };
    let portal = visitor.portal.clone();
    let now = portal.now();
    match session::find(&mut portal.store.read(), &portal.keys, &token).await {
        Ok(Some(found)) if visitor.kiosk && found.unused(now) >= KIOSK_WAITS => {
            // The next person asks already: nothing waits here for the last one.
            if let Err(problem) = end(visitor, &found).await {
                tracing::warn!(%problem, "a session in a hall was not ended");
            }
        }
        Ok(Some(found)) if found.is_alive(now) => {
            if found.wants_touch(now) {
                // Not written down, it only ends a little earlier.
                let touched = touch(visitor, &found).await;
                if let Err(problem) = touched {
                    tracing::warn!(%problem, "a session was not touched");
                }
            }
            visitor.session = Some(found);
        }
        Ok(ended) => visitor.ended = ended,
        Err(problem) => {
            tracing::error!(%problem, "a session was not read");
            visitor.trouble = true;
        }
    }
}

async fn end(visitor: &Visitor, session: &Session) -> Result<(), StoreError> {
    let mut tx = visitor.portal.store.begin().await?;
    session::delete(&mut tx, &session.id).await?;
    tx.commit().await
}

async fn touch(visitor: &Visitor, session: &Session) -> Result<(), StoreError> {
    let mut tx = visitor.portal.store.begin().await?;
    session::touch(&mut tx, &session.id, visitor.portal.now()).await?;
    tx.commit().await
}

/// Begins a session inside a transaction, in place of the one the browser has. Its cookie goes out with
/// [`Begun::on`], after the commit.
pub async fn begin(tx: &mut Tx, visitor: &Visitor, who: Who<'_>) -> Result<Begun, StoreError> {
    let token = Token::of_random(random_bytes());
    // Somebody without an account comes back to a draft for days; everybody else is gone with the browser.
    let lasts = matches!(who, Who::Anonymous).then_some(7 * 24 * 3600);
    let new = NewSession {
        id: visitor.portal.random_id(),
        token: &token,
        who,
        device: visitor.device(),
        at: visitor.portal.now(),
    };
    let former = visitor.session.as_ref().or(visitor.ended.as_ref());
    // Who signs in takes along what they began without an account. Nothing else does this.
    if let (Who::Account(account), Some(before)) = (&new.who, &visitor.session)
        && before.kind == Kind::Anonymous
    {
        apply::move_owner(tx, &before.actor(), &format!("account:{account}")).await?;
    }
    let id = session::insert(tx, &new, former.map(|former| former.id.as_str())).await?;
    Ok(Begun {
        id,
        cookie: visitor.set_cookie(COOKIE, token.as_str(), lasts),
    })
}

/// The session of somebody who begins a draft without an account: the one they have, or a new one.
///
/// # Errors
/// A database that does not answer.
pub async fn begin_anonymous(visitor: &Visitor) -> Result<Held, Fault> {
    if let Some(session) = &visitor.session
        && matches!(session.kind, Kind::Anonymous | Kind::Account)
    {
        return Ok(Held {
            id: session.id.clone(),
            begun: None,
        });
    }
    let mut tx = visitor.portal.store.begin().await?;
    let begun = begin(&mut tx, visitor, Who::Anonymous).await?;
    tx.commit().await?;
    Ok(Held {
        id: begun.id.clone(),
        begun: Some(begun),
    })
}

/// A session that is there, perhaps only since now.
#[derive(Debug)]
pub struct Held {
    /// Its id.
    pub id: String,
    begun: Option<Begun>,
}

impl Held {
    /// Puts the cookie of a new session into an answer.
    #[must_use]
    pub fn on(self, reply: Reply) -> Reply {
        match self.begun {
            Some(begun) => begun.on(reply),
            None => reply,
        }
    }
}

/// Takes the cookie away.
pub fn forget(visitor: &Visitor, mut reply: Reply) -> Reply {
    let gone = visitor.set_cookie(COOKIE, "", Some(0));
    reply.headers_mut().append(header::SET_COOKIE, gone);
    reply
}

/// Takes away all that a browser keeps of us, but that it stands in a hall.
pub fn forget_all(visitor: &Visitor, reply: Reply) -> Reply {
    let mut reply = forget(visitor, reply);
    let headers = reply.headers_mut();
    for name in [DISPLAY_COOKIE, COUNTY_COOKIE, DEVICE_COOKIE] {
        headers.append(header::SET_COOKIE, visitor.set_cookie(name, "", Some(0)));
    }
    let closed = visitor.set_cookie_below(OPENED_BELOW, OPENED_COOKIE, "");
    headers.append(header::SET_COOKIE, closed);
    let answered = visitor.set_cookie_below(confirmation::BELOW, confirmation::COOKIE, "");
    headers.append(header::SET_COOKIE, answered);
    let clear = HeaderValue::from_static("\"cache\", \"storage\"");
    headers.insert(HeaderName::from_static("clear-site-data"), clear);
    reply
}

impl Visitor {
    /// What the visitor sits at.
    pub fn device(&self) -> Device {
        Device::of_user_agent(self.header(header::USER_AGENT).unwrap_or_default())
    }
}
