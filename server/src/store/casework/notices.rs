//! Public notices that have run their time.

use uuid::Uuid;
use zhida::calendar::Date;
use zhida::casework::Reference;

use super::line;
use crate::store::{Query, StoreError, params};

/// The cases whose public notice ended before a day and is not settled yet, in the order of their ids after one.
pub async fn list_notices_over(
    q: &mut impl Query,
    today: Date,
    after: Option<Uuid>,
) -> Result<Vec<(Uuid, Reference)>, StoreError> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let rows = q
        .all(
            "SELECT id, reference FROM case_row
             WHERE notice_until <> '' AND notice_until < $1 AND phase = 'decided' AND id > $2 ORDER BY id LIMIT 200",
            params![today.to_string(), after],
        )
        .await?;
    let read = rows.iter().map(|row| {
        let reference = Reference::parse(&row.text("reference")?);
        let reference = reference.map_err(|_| StoreError::Other("a case with a wrong reference".to_owned()))?;
        Ok((line::uuid(&row.text("id")?)?, reference))
    });
    read.collect()
}
