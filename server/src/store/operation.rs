//! Once only: every form that changes something carries an id, kept in the transaction that did it.

use uuid::Uuid;
use zhida::calendar::Instant;

use super::event::VERSION;
use super::{Query, Store, StoreError, Tx, params};

/// The constraint that a repeat runs into, when both came at once.
pub const ONCE: &str = "uq_operation_id";

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// The form's `op`.
    pub id: Uuid,
    /// Who did it: an account, an officer, a session. A repeat by somebody else is not a repeat.
    pub actor: String,
    /// The route's page id.
    pub route: String,
    /// Where the answer sends people, then and at every repeat.
    pub location: String,
}

/// What was done under this id by this actor on this route.
pub async fn find(q: &mut impl Query, id: Uuid, actor: &str, route: &str) -> Result<Option<Operation>, StoreError> {
    let row = q
        .optional(
            "SELECT location FROM operation WHERE id = $1 AND actor = $2 AND route = $3",
            params![id, actor, route],
        )
        .await?;
    row.map(|row| {
        Ok(Operation {
            id,
            actor: actor.to_owned(),
            route: route.to_owned(),
            location: row.text("location")?,
        })
    })
    .transpose()
}

/// Where the answer was sent, if this same press came before.
pub async fn done_before(q: &mut impl Query, operation: &Operation) -> Result<Option<String>, StoreError> {
    let before = find(q, operation.id, &operation.actor, &operation.route).await?;
    Ok(before.map(|before| before.location))
}

/// What it means that a write was refused, once what stood in its way is there to be read: it was the same press, and
/// the answer goes where that one went; or nothing, and somebody else was faster.
///
/// # Errors
/// Any other problem than one of those two.
pub async fn refused(store: &Store, operation: &Operation, problem: StoreError) -> Result<Option<String>, StoreError> {
    if !problem.is_conflict(ONCE) && !problem.is_conflict(VERSION) {
        return Err(problem);
    }
    store.settled().await?;
    done_before(&mut store.read(), operation).await
}

/// Keeps what is done in this transaction.
///
/// # Errors
/// [`StoreError::Conflict`] of [`ONCE`] where it was done already: drop the transaction and [`find`] it.
pub async fn insert(tx: &mut Tx, operation: &Operation, at: Instant) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO operation (id, actor, route, location, at) VALUES ($1, $2, $3, $4, $5)",
        params![
            operation.id,
            &operation.actor,
            &operation.route,
            &operation.location,
            at
        ],
    )
    .await?;
    Ok(())
}

/// Forgets what was done before a moment; the number of those.
pub async fn delete_before(tx: &mut Tx, before: Instant) -> Result<u64, StoreError> {
    tx.execute("DELETE FROM operation WHERE at < $1", params![before]).await
}
