//! What was typed into a form.

use axum::extract::{Form, FromRequest, Request};
use uuid::Uuid;

use super::Fault;

/// The largest form, also where the address takes files: of two million names nobody's thread would come free again.
pub const LARGEST_FORM: usize = 32 * 1024;

/// Names and values in the order of the form; names may repeat.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(pub Vec<(String, String)>);

impl Typed {
    /// The last value under a name: of two inputs of one name the later one counts.
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut from_the_end = self.0.iter().rev();
        from_the_end
            .find(|(typed, _)| typed == name)
            .map(|(_, value)| value.as_str())
    }

    /// Every value under a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(typed, _)| typed == name)
            .map(|(_, value)| value.as_str())
    }

    /// The id that makes a change happen once however often it is sent.
    pub fn op(&self) -> Option<Uuid> {
        self.get("op").and_then(|op| op.parse().ok())
    }
}

impl<S: Send + Sync> FromRequest<S> for Typed {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let Form(pairs) = Form::from_request(request, state).await.map_err(|rejection| {
            let status = axum::response::IntoResponse::into_response(rejection).status();
            Fault::of_status(status).unwrap_or(Fault::BadRequest)
        })?;
        Ok(Self(pairs))
    }
}
