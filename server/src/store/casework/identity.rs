//! Who the person of a case is: encrypted, and found by keyed hashes.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zhida::access::PersonKey;
use zhida::casework::Subject;
use zhida::person::{CertificateNumber, PersonName, ResidentId};

use crate::store::cipher::Keys;
use crate::store::{Row, StoreError, Tx, params};

/// What lists show of a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Identity {
    /// The name of the household register.
    pub name: PersonName,
    /// The resident ID number.
    pub resident_id: ResidentId,
    /// The certificate's number, if there is one.
    pub certificate_number: Option<CertificateNumber>,
}

/// What stands for a person where their number must not: the same wherever the portal knows them.
pub fn person_key(keys: &Keys, resident_id: &ResidentId) -> PersonKey {
    PersonKey(keys.lookup_hash("resident_id", resident_id.as_str()))
}

/// What a whole name is found by.
pub fn name_hash(keys: &Keys, name: &PersonName) -> String {
    keys.lookup_hash("person_name", name.as_str())
}

pub(super) fn certificate_hash(keys: &Keys, number: &CertificateNumber) -> String {
    keys.lookup_hash("certificate_number", number.as_str())
}

pub(super) async fn insert(tx: &mut Tx, keys: &Keys, case: Uuid, subject: &Subject) -> Result<(), StoreError> {
    let identity = Identity {
        name: subject.name.clone(),
        resident_id: subject.resident_id.clone(),
        certificate_number: subject.certificate_number.clone(),
    };
    let plain = serde_json::to_vec(&identity).map_err(|problem| StoreError::Other(problem.to_string()))?;
    let certificate = identity
        .certificate_number
        .as_ref()
        .map(|number| certificate_hash(keys, number));
    tx.execute(
        "INSERT INTO case_identity (case_id, identity, certificate_hash, name_hash) VALUES ($1, $2, $3, $4)",
        params![
            case,
            keys.seal("case_identity", "identity", &case.to_string(), &plain),
            certificate,
            name_hash(keys, &identity.name)
        ],
    )
    .await?;
    Ok(())
}

/// Reads the column `identity` of a case.
pub(super) fn read(row: &Row, keys: &Keys, case: &str) -> Result<Identity, StoreError> {
    let plain = keys.open("case_identity", "identity", case, &row.bytes("identity")?)?;
    serde_json::from_slice(&plain).map_err(|problem| StoreError::Other(format!("identity of case {case}: {problem}")))
}
