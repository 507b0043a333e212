//! `/office/cases/{reference}/files/{file}`: a document, as a download that no browser runs. Opening it is kept.

use axum::extract::Path;
use uuid::Uuid;
use zhida::casework::Command;

use super::act::{Done, Given, give};
use super::desk::Desk;
use crate::store::file::{self, Files, Subject};
use crate::web::download::{self, Taken};
use crate::web::{Answer, Fault, Visitor};

/// The bytes.
///
/// # Errors
/// A case that is none of theirs, a file that is none of the case's.
pub async fn download(visitor: Visitor, Path((reference, id)): Path<(String, String)>) -> Answer {
    let id: Uuid = id.parse().map_err(|_| Fault::NotFound)?;
    let desk = Desk::of(visitor)?;
    let loaded = desk.load(&reference).await?;
    let portal = desk.portal();
    let case = loaded.id.to_string();
    let mut reader = portal.store.read();
    if !file::is_used(&mut reader, id, Subject::Case(&case)).await? {
        return Err(Fault::NotFound);
    }
    let found = file::find(&mut reader, &portal.keys, id)
        .await?
        .ok_or(Fault::NotFound)?;
    let given = Given {
        location: String::new(),
        command: &Command::ViewDocument { file: id.to_string() },
        version: None,
        op: portal.random_id(),
        loaded,
        file: None,
    };
    match give(&desk, given).await? {
        Done::Gone(_) => {}
        Done::Refused(..) | Done::Changed(_) => return Err(Fault::Forbidden),
    }
    let bytes = Files::new(&portal.config.data).read(&portal.keys, &found).await?;
    Ok(download::answer(&found, bytes, Taken::Saved))
}
