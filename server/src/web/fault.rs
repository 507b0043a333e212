//! Why a request cannot be answered. It becomes a whole page in the visitor's language.

use std::fmt::Display;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use zhida_app::errors::Cause;

use crate::store::StoreError;

/// Why a request cannot be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The request is not one a browser sends.
    BadRequest,
    /// Not for this visitor, and they may know that it exists.
    Forbidden,
    /// It was the visitor's to act in for another, and is no more.
    ActingEnded,
    /// Nothing there, or somebody else's.
    NotFound,
    /// Not in this way.
    MethodNotAllowed,
    /// What was sent came too slowly.
    TooSlow,
    /// Somebody else changed the same thing.
    Conflict,
    /// Larger than allowed.
    TooLarge,
    /// A kind of content we do not take.
    UnsupportedKind,
    /// Cannot be understood, and no field can be named.
    Unprocessable,
    /// Too often.
    TooMany {
        /// How long to wait.
        minutes: u32,
    },
    /// Busy, or the database cannot be reached.
    Unavailable,
    /// A mistake of ours; the sentence is for the log and holds no personal data.
    Internal(String),
}

impl Fault {
    /// A mistake of ours.
    pub fn internal(problem: impl Display) -> Self {
        Self::Internal(problem.to_string())
    }

    /// What its page says.
    pub fn cause(&self) -> Cause {
        match self {
            Self::BadRequest => Cause::BadRequest,
            Self::Forbidden => Cause::Forbidden,
            Self::ActingEnded => Cause::ActingEnded,
            Self::NotFound => Cause::NotFound,
            Self::MethodNotAllowed => Cause::MethodNotAllowed,
            Self::TooSlow => Cause::TooSlow,
            Self::Conflict => Cause::Conflict,
            Self::TooLarge => Cause::TooLarge,
            Self::UnsupportedKind => Cause::UnsupportedKind,
            Self::Unprocessable => Cause::Unprocessable,
            Self::TooMany { minutes } => Cause::TooMany { minutes: *minutes },
            Self::Unavailable => Cause::Unavailable,
            Self::Internal(_) => Cause::Internal,
        }
    }

    /// The fault behind a bare answer of the libraries beneath us: no page of ours has such a status without a body
    /// of its own.
    pub fn of_status(status: StatusCode) -> Option<Self> {
        Some(match status {
            StatusCode::FORBIDDEN => Self::Forbidden,
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::REQUEST_TIMEOUT => Self::TooSlow,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::UnsupportedKind,
            StatusCode::UNPROCESSABLE_ENTITY => Self::Unprocessable,
            StatusCode::SERVICE_UNAVAILABLE => Self::Unavailable,
            status if status.is_client_error() => Self::BadRequest,
            status if status.is_server_error() => Self::Internal(format!("a library answered {status}")),
            _ => return None,
        })
    }
}

/// What the store could not do becomes what the visitor is told: a constraint means that somebody was faster.
impl From<StoreError> for Fault {
    fn from(problem: StoreError) -> Self {
        match problem {
            StoreError::Conflict(_) => Self::Conflict,
            StoreError::Unavailable => Self::Unavailable,
            StoreError::Other(problem) => Self::Internal(problem),
        }
    }
}

/// The bare answer; [`super::router`] turns it into a page.
impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.cause().status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}
