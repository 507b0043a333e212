//! Search: by a reference, by a whole number, by a whole name.

use zhida::casework::Reference;
use zhida::person::{CertificateNumber, PersonName, ResidentId};

use super::Scope;
use super::identity::{certificate_hash, name_hash, person_key};
use super::line::{self, CaseLine};
use crate::store::cipher::Keys;
use crate::store::{Query, StoreError, params};

/// What is looked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Sought {
    /// A case or an application.
    Reference(Reference),
    /// A person by the resident ID number.
    ResidentId(ResidentId),
    /// A person by the certificate's number.
    Certificate(CertificateNumber),
    /// A whole name, inside the reader's own places.
    Name(PersonName),
}

/// The cases found, the latest first, at most so many.
pub async fn search(
    q: &mut impl Query,
    keys: &Keys,
    scope: &Scope,
    sought: &Sought,
    most: u32,
) -> Result<Vec<CaseLine>, StoreError> {
    let (condition, value) = match sought {
        Sought::Reference(reference) => (
            "(case_row.reference = $1 OR case_row.application = $1)",
            reference.to_string(),
        ),
        Sought::ResidentId(number) => ("case_row.person = $1", person_key(keys, number).0),
        Sought::Certificate(number) => ("case_identity.certificate_hash = $1", certificate_hash(keys, number)),
        Sought::Name(name) => ("case_identity.name_hash = $1", name_hash(keys, name)),
    };
    let predicate = scope.predicate(3);
    let sql = line::select(&format!(
        "{condition} AND {} ORDER BY case_row.id DESC LIMIT $2",
        predicate.sql
    ));
    let mut values = params![value, most];
    values.extend(predicate.values);
    line::read_all(q, keys, sql, values).await
}
