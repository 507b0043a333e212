//! `/office/cases/{reference}/files/{file}`: a document, as a download that no browser runs. Opening it is kept.

use axum::extract::Path;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use uuid::Uuid;
use zhida::casework::Command;

use super::act::{Done, Given, give};
use super::desk::Desk;
use crate::store::file::{self, Files, Subject};
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
    let ending = match found.kind.as_str() {
        "application/pdf" => "pdf",
        "image/png" => "png",
        "image/jpeg" => "jpg",
        _ => "bin",
    };
    let name = format!("attachment; filename=\"{id}.{ending}\"");
    let kind = HeaderValue::from_str(&found.kind).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let name = HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, name),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("sandbox; default-src 'none'"),
        ),
        (
            HeaderName::from_static("x-content-type-options"),
            HeaderValue::from_static("nosniff"),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    ];
    Ok((StatusCode::OK, headers, bytes).into_response())
}
