//! What happens to an account, kept in its own stream: its owner and auditors can see it.

use serde_json::Value as Json;

use crate::store::event::{self, NewEvent};
use crate::store::{StoreError, Tx, session};
use crate::web::Visitor;

/// Appends one event to `account:…` or `staff:…`. Two at once come one after the other, since the first holds the row
/// of their owner until it is done.
pub async fn append(
    tx: &mut Tx,
    visitor: &Visitor,
    (stream, kind): (&str, &str),
    actor: Option<&str>,
    payload: &Json,
) -> Result<(), StoreError> {
    session::hold_owner(tx, stream).await?;
    let officer = visitor.session.as_ref().and_then(|session| session.staff.as_ref());
    let expected_seq = event::find_last_seq(tx, stream).await?;
    let event = NewEvent {
        stream,
        expected_seq,
        kind,
        actor,
        role: None,
        office: officer.map(|officer| officer.office.as_str()),
        at: visitor.portal.now(),
        payload,
    };
    event::append(tx, &visitor.portal.keys, &event).await?;
    Ok(())
}
