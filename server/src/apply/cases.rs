//! The cases that an application begins, one for each service.

use uuid::Uuid;
use zhida::access::{By, PersonKey};
use zhida::calendar::Instant;
use zhida::casework::{Case, Event, Reference};
use zhida::person::ResidentId;

use crate::portal::Portal;
use crate::store::casework::{self, NewCase, Scope};
use crate::store::{StoreError, Tx};

/// What stands for a person where their number must not.
pub(super) fn person_key(portal: &Portal, id: &ResidentId) -> PersonKey {
    casework::person_key(&portal.keys, id)
}

/// Begins a case.
pub(super) async fn insert(
    tx: &mut Tx,
    portal: &Portal,
    filed_by: &str,
    by: &By,
    at: Instant,
    submitted: &Event,
) -> Result<(), StoreError> {
    let id: Uuid = portal.random_id();
    let new = NewCase {
        id,
        filed_by: Some(filed_by),
        by,
        at,
        events: std::slice::from_ref(submitted),
    };
    casework::insert(tx, &portal.keys, &portal.calendar, &new).await?;
    Ok(())
}

/// The cases of an application, as they stand. Who may see the application is the caller's to decide.
pub(super) async fn list(portal: &Portal, application: Reference) -> Result<Vec<Case>, StoreError> {
    let scope = Scope::application(application);
    let mut reader = portal.store.read();
    let mut cases = Vec::new();
    for line in casework::list_of_application(&mut reader, &portal.keys, &scope, application).await? {
        let found = casework::find(&mut reader, &portal.keys, &scope, line.reference).await?;
        cases.extend(found.map(|found| found.case));
    }
    Ok(cases)
}
