//! Slows down who guesses, without ever locking out whom they guess at.
//!
//! Wrong tries are counted for a name *from one household's address*, and for a browser that has signed in with that
//! name before separately. A household as a whole is only slowed: in a village many share one address.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use axum::http::HeaderValue;
use zhida::access::OfficerId;
use zhida::account::Wait;

use crate::portal::random_bytes;
use crate::store::account;
use crate::store::cipher::Keys;
use crate::store::{StoreError, Tx};
use crate::web::places::Places;
use crate::web::{Fault, Visitor};

/// The cookie of browsers that have signed in before: a number and, for each account, a keyed hash of both.
pub const DEVICE_COOKIE: &str = "device";
/// A family shares a computer.
const MOST_OF_A_DEVICE: usize = 4;
/// So many wait for their slow answer at once; more are told to come back. One household leaves as many places as it
/// has.
static SLOW: LazyLock<Arc<Places>> = LazyLock::new(|| Arc::new(Places::shared(64)));

/// One who tries.
#[derive(Debug)]
pub struct Tries {
    who: String,
    household: String,
    /// Whether too many of them lock.
    locks: bool,
}

/// Looks at one who tries to get in as one of some owners (accounts or staff), or as nobody we know.
///
/// # Errors
/// A database that does not answer; a crowd of guessers.
pub async fn look(visitor: &Visitor, purpose: &str, name: &str, owners: &[&str]) -> Result<(Tries, Wait), Fault> {
    let household = visitor.household();
    let known = known_device(visitor, owners);
    let who = known.unwrap_or_else(|| format!("{name} {household}"));
    let tries = Tries::of(visitor, &format!("{purpose} {who}"), false);
    let wait = tries.begun(visitor).await?;
    Ok((tries, wait))
}

/// Looks at an officer's second step. Whoever comes here has their password, so the tries are counted for the officer,
/// from wherever they come, and too many of them lock the step for a day or until somebody who may do so lifts it.
///
/// # Errors
/// A database that does not answer; a crowd of guessers.
pub async fn look_at_second_step(visitor: &Visitor, officer: &OfficerId) -> Result<(Tries, Wait), Fault> {
    let tries = Tries::of(visitor, &second_step(officer), true);
    let wait = tries.begun(visitor).await?;
    Ok((tries, wait))
}

fn second_step(officer: &OfficerId) -> String {
    format!("one_time_code {officer}")
}

/// Lifts the lock of an officer's second step.
///
/// # Errors
/// A database that does not answer.
pub async fn unlock(tx: &mut Tx, keys: &Keys, officer: &OfficerId) -> Result<(), StoreError> {
    account::delete_attempts(tx, &keys.lookup_hash("attempt", &second_step(officer))).await
}

/// So often a try is counted anew when others come at the same moment.
const TOGETHER: usize = 8;

impl Tries {
    fn of(visitor: &Visitor, who: &str, locks: bool) -> Self {
        let keys = &visitor.portal.keys;
        Self {
            who: keys.lookup_hash("attempt", who),
            household: keys.lookup_hash("attempt", &format!("household {}", visitor.household())),
            locks,
        }
    }

    /// Slows whole households that guess, then counts the try.
    async fn begun(&self, visitor: &Visitor) -> Result<Wait, Fault> {
        let portal = &visitor.portal;
        let around = account::find_attempts(&mut portal.store.read(), &self.household).await?;
        let slowed = match around.failures {
            ..=30 => 0,
            31..=100 => 1,
            101..=300 => 2,
            _ => 3,
        };
        if slowed > 0 {
            let Some(_place) = SLOW.take(Some(visitor.household())) else {
                return Err(Fault::TooMany { minutes: 1 });
            };
            tokio::time::sleep(Duration::from_secs(slowed)).await;
        }
        self.reserve(visitor).await
    }

    /// Counts the try before it is made, so that a crowd of them is no better off than one after another; whoever is
    /// right is forgiven.
    async fn reserve(&self, visitor: &Visitor) -> Result<Wait, Fault> {
        let portal = &visitor.portal;
        for _ in 0..TOGETHER {
            let now = portal.now();
            let seen = account::find_attempts(&mut portal.store.read(), &self.who).await?;
            let wait = if self.locks {
                seen.wait_or_lock(now)
            } else {
                seen.wait(now)
            };
            if wait != Wait::No {
                return Ok(wait);
            }
            let mut tx = portal.store.begin().await?;
            if account::reserve_attempt(&mut tx, &self.who, seen, now).await? {
                tx.commit().await?;
                return Ok(Wait::No);
            }
            drop(tx);
            portal.store.settled().await?;
        }
        Ok(Wait::Minutes(1))
    }

    /// It was wrong.
    ///
    /// # Errors
    /// A database that does not answer.
    pub async fn failed(&self, visitor: &Visitor) -> Result<(), Fault> {
        let now = visitor.portal.now();
        let mut tx = visitor.portal.store.begin().await?;
        account::insert_failure(&mut tx, &self.household, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Somebody new: many from one household are slowed like many wrong tries.
    ///
    /// # Errors
    /// A database that does not answer.
    pub async fn counted(&self, tx: &mut Tx, visitor: &Visitor) -> Result<(), StoreError> {
        account::insert_failure(tx, &self.household, visitor.portal.now()).await
    }

    /// It was right.
    ///
    /// # Errors
    /// A database that does not answer.
    pub async fn forgiven(&self, tx: &mut Tx) -> Result<(), StoreError> {
        account::delete_attempts(tx, &self.who).await
    }
}

/// The browser, where it has signed in as one of the owners before.
fn known_device(visitor: &Visitor, owners: &[&str]) -> Option<String> {
    let (number, marks) = visitor.cookie(DEVICE_COOKIE)?.split_once('.')?;
    let owner = owners
        .iter()
        .find(|owner| marks.split('.').any(|known| known == mark(visitor, number, owner)))?;
    Some(format!("{number} {owner}"))
}

/// Remembers that this browser has signed in as an owner.
pub fn remember(visitor: &Visitor, owner: &str) -> HeaderValue {
    let known = visitor.cookie(DEVICE_COOKIE).and_then(|cookie| cookie.split_once('.'));
    // A number that is not ours has no marks that count.
    let known = known.filter(|(number, _)| number.len() == 32 && number.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let (number, marks) = match known {
        Some((number, marks)) => (number.to_owned(), marks),
        None => (data_encoding::HEXLOWER.encode(&random_bytes::<16>()), ""),
    };
    let own = mark(visitor, &number, owner);
    let others = marks.split('.').filter(|known| {
        known.len() == own.len() && *known != own && known.bytes().all(|byte| byte.is_ascii_hexdigit())
    });
    let mut cookie = vec![number, own.clone()];
    cookie.extend(others.take(MOST_OF_A_DEVICE - 1).map(str::to_owned));
    visitor.set_cookie(DEVICE_COOKIE, &cookie.join("."), Some(400 * 24 * 3600))
}

fn mark(visitor: &Visitor, number: &str, owner: &str) -> String {
    let mut mark = visitor.portal.keys.lookup_hash("device", &format!("{number} {owner}"));
    mark.truncate(32);
    mark
}
