//! For whoever watches the portal: is it alive, should it get visitors.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;

use super::Reply;
use crate::portal::Portal;
use crate::store::{Query as _, params};

/// `GET /health/live`: the process answers.
pub async fn live() -> Reply {
    plain(StatusCode::OK, "alive\n")
}

/// `GET /health/ready`: it should get new visitors.
pub async fn ready(State(portal): State<Arc<Portal>>) -> Reply {
    if portal.is_stopping() {
        return plain(StatusCode::SERVICE_UNAVAILABLE, "stopping\n");
    }
    match portal.store.read().optional("SELECT 1 AS one", params![]).await {
        Ok(_) => plain(StatusCode::OK, "ready\n"),
        Err(_) => plain(StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}

fn plain(status: StatusCode, words: &'static str) -> Reply {
    (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], words).into_response()
}
