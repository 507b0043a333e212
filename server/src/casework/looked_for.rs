//! That an officer looked for somebody, kept where auditors see it: by what, and which cases it showed.

use serde_json::json;

use crate::portal::Portal;
use crate::store::event::{self, NewEvent, VERSION};
use crate::store::session::Officer;
use crate::web::Fault;

/// How often it is tried again when colleagues were faster.
const TRIES: usize = 8;

/// Keeps it in the stream of the officer's division.
///
/// # Errors
/// An officer without a post today; a database that does not answer.
pub(crate) async fn keep(portal: &Portal, officer: &Officer, by: &str, shown: Vec<String>) -> Result<(), Fault> {
    let Some(post) = officer.access.posts_on(portal.today()).next() else {
        return Err(Fault::Forbidden);
    };
    let stream = format!("office:{}", post.division);
    let division = post.division.to_string();
    let payload = json!({ "by": by, "cases": shown });
    // Colleagues look for people at the same moment: the later one takes the next number.
    for _ in 0..TRIES {
        let last = event::find_last_seq(&mut portal.store.read(), &stream).await?;
        let mut tx = portal.store.begin().await?;
        let new = NewEvent {
            stream: &stream,
            expected_seq: last,
            kind: "searched",
            actor: Some(&officer.id.0),
            role: Some(post.role.as_str()),
            office: Some(&division),
            at: portal.now(),
            payload: &payload,
        };
        match event::append(&mut tx, &portal.keys, &new).await {
            Ok(_) => return Ok(tx.commit().await?),
            Err(problem) if problem.is_conflict(VERSION) => {
                drop(tx);
                portal.store.settled().await?;
            }
            Err(problem) => return Err(problem.into()),
        }
    }
    Err(Fault::Unavailable)
}
