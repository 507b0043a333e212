//! What every handler shares: the routes table, who asks, what is answered, what goes wrong.

pub mod address;
mod body;
pub mod download;
pub mod fault;
pub mod form;
pub mod gate;
pub mod headers;
pub mod health;
pub mod islands;
pub mod listen;
mod mistake;
mod patience;
pub mod places;
pub mod router;
pub mod routes;
pub mod sentence;
pub mod session;
pub mod style;
pub mod visitor;

pub use fault::Fault;
pub use form::Typed;
pub use mistake::Secret;
pub use visitor::Visitor;

/// What a handler gives back.
pub type Reply = axum::response::Response;

/// A reply, or why there is none.
pub type Answer = Result<Reply, Fault>;
