//! Loading: the case folded from its events, if it is in the reader's scope.

use std::collections::HashMap;

use uuid::Uuid;
use zhida::access::{By, PersonKey};
use zhida::casework::{Case, Recorded, Reference};

use super::line::{self, CaseLine};
use super::{Scope, stream};
use crate::store::cipher::Keys;
use crate::store::event::{self, StoredEvent};
use crate::store::{AssertSqlSafe, Query, StoreError, params};

/// A case with its history.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// Its id.
    pub id: Uuid,
    /// Who handed it in: `account:…` or `session:…`.
    pub filed_by: Option<String>,
    /// As it stands.
    pub case: Case,
    /// Everything that happened; what was erased by law is left out.
    pub events: Vec<Recorded>,
}

/// A case by its reference; nothing where it is none of the reader's business.
pub async fn find(
    q: &mut impl Query,
    keys: &Keys,
    scope: &Scope,
    reference: Reference,
) -> Result<Option<Loaded>, StoreError> {
    let predicate = scope.predicate(2);
    let sql = format!(
        "SELECT id, filed_by FROM case_row WHERE reference = $1 AND {}",
        predicate.sql
    );
    let mut values = params![reference.as_str()];
    values.extend(predicate.values);
    let Some(row) = q.optional(AssertSqlSafe(sql), values).await? else {
        return Ok(None);
    };
    let id = line::uuid(&row.text("id")?)?;
    let filed_by = row.text_or_null("filed_by")?;
    let events = list_events(q, keys, id).await?;
    let case = Case::fold(&events).ok_or_else(|| StoreError::Other(format!("case {id} has no submission")))?;
    Ok(Some(Loaded {
        id,
        filed_by,
        case,
        events,
    }))
}

/// Everything that happened to a case; what was erased by law is left out.
pub async fn list_events(q: &mut impl Query, keys: &Keys, id: Uuid) -> Result<Vec<Recorded>, StoreError> {
    let stored = event::list(q, keys, &stream(id)).await?;
    stored
        .into_iter()
        .filter_map(|stored| recorded(stored).transpose())
        .collect()
}

/// What is kept, as what happened; nothing where it was erased by law.
fn recorded(stored: StoredEvent) -> Result<Option<Recorded>, StoreError> {
    let Some(payload) = stored.payload else { return Ok(None) };
    let event = serde_json::from_value(payload)
        .map_err(|problem| StoreError::Other(format!("event {}/{}: {problem}", stored.stream, stored.seq)))?;
    let actor = stored.actor.unwrap_or_default();
    let role = stored.role.unwrap_or_default();
    let by = By::from_header(&actor, &role, stored.office.as_deref())
        .ok_or_else(|| StoreError::Other(format!("event {}/{}: by nobody", stored.stream, stored.seq)))?;
    Ok(Some(Recorded {
        seq: stored.seq,
        at: stored.at,
        by,
        event,
    }))
}

/// How each of these cases was last sent back, by its id.
pub async fn list_last_returns(
    q: &mut impl Query,
    keys: &Keys,
    cases: &[Uuid],
) -> Result<HashMap<Uuid, Recorded>, StoreError> {
    let streams: HashMap<String, Uuid> = cases.iter().map(|id| (stream(*id), *id)).collect();
    let names: Vec<String> = streams.keys().cloned().collect();
    let mut last = HashMap::new();
    for stored in event::list_of_kind(q, keys, "returned", &names).await? {
        let id = streams.get(&stored.stream).copied();
        if let (Some(id), Some(recorded)) = (id, recorded(stored)?) {
            last.insert(id, recorded);
        }
    }
    Ok(last)
}

/// The id of a case by its reference, whoever asks: for the program itself.
pub async fn find_id(q: &mut impl Query, reference: Reference) -> Result<Option<Uuid>, StoreError> {
    let row = q
        .optional(
            "SELECT id FROM case_row WHERE reference = $1",
            params![reference.as_str()],
        )
        .await?;
    row.map(|row| line::uuid(&row.text("id")?)).transpose()
}

/// The next cases that were decided, after one of them: id and reference.
pub async fn list_decided(
    q: &mut impl Query,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<(Uuid, String)>, StoreError> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let rows = q
        .all(
            "SELECT id, reference FROM case_row
             WHERE id > $1 AND result IN ('grant', 'partial', 'refuse') ORDER BY id LIMIT $2",
            params![after, limit],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((line::uuid(&row.text("id")?)?, row.text("reference")?)))
        .collect()
}

/// Who handed a case in: `account:…` or `session:…`.
pub async fn find_filer(q: &mut impl Query, id: Uuid) -> Result<Option<String>, StoreError> {
    let row = q
        .optional("SELECT filed_by FROM case_row WHERE id = $1", params![id])
        .await?;
    row.map_or(Ok(None), |row| row.text_or_null("filed_by"))
}

/// The cases of an application, in the order they were made.
pub async fn list_of_application(
    q: &mut impl Query,
    keys: &Keys,
    scope: &Scope,
    application: Reference,
) -> Result<Vec<CaseLine>, StoreError> {
    let predicate = scope.predicate(2);
    let sql = line::select(&format!(
        "case_row.application = $1 AND {} ORDER BY case_row.id",
        predicate.sql
    ));
    let mut values = params![application.as_str()];
    values.extend(predicate.values);
    line::read_all(q, keys, sql, values).await
}

/// The cases of a person, the latest first; at most fifty.
pub async fn list_of_person(
    q: &mut impl Query,
    keys: &Keys,
    scope: &Scope,
    person: &PersonKey,
) -> Result<Vec<CaseLine>, StoreError> {
    let predicate = scope.predicate(2);
    let sql = line::select(&format!(
        "case_row.person = $1 AND {} ORDER BY case_row.id DESC LIMIT 50",
        predicate.sql
    ));
    let mut values = params![&person.0];
    values.extend(predicate.values);
    line::read_all(q, keys, sql, values).await
}

/// Whether a person has a sealed case that somebody does not see: nobody who does not opens it by linking an account.
pub async fn is_sealed_from(q: &mut impl Query, scope: &Scope, person: &PersonKey) -> Result<bool, StoreError> {
    let predicate = scope.predicate(2);
    let sql = format!(
        "SELECT id FROM case_row WHERE person = $1 AND visibility = 'sealed' AND NOT ({}) LIMIT 1",
        predicate.sql
    );
    let mut values = params![&person.0];
    values.extend(predicate.values);
    Ok(q.optional(AssertSqlSafe(sql), values).await?.is_some())
}

/// Whether a person has a sealed case, whoever sees it: then nothing is sent that somebody else could read.
pub async fn has_sealed(q: &mut impl Query, person: &PersonKey) -> Result<bool, StoreError> {
    let sql = "SELECT 1 AS yes FROM case_row WHERE person = $1 AND visibility = 'sealed' LIMIT 1";
    Ok(q.optional(sql, params![&person.0]).await?.is_some())
}
