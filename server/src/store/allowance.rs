//! What has been used of a day's allowance.

use zhida::calendar::Date;

use super::{StoreError, Tx, params};

/// Uses some of it up; false where that would be more than there is, and nothing is used.
pub async fn spend(tx: &mut Tx, who: &str, day: Date, amount: i64, most: i64) -> Result<bool, StoreError> {
    if amount > most {
        return Ok(false);
    }
    let spent = tx
        .execute(
            "INSERT INTO allowance (who, day, used) VALUES ($1, $2, $3)
             ON CONFLICT (who, day) DO UPDATE SET used = allowance.used + excluded.used
             WHERE allowance.used + excluded.used <= $4",
            params![who, day.to_string(), amount, most],
        )
        .await?;
    Ok(spent > 0)
}

/// Forgets what was used on earlier days.
pub async fn delete_before(tx: &mut Tx, day: Date) -> Result<u64, StoreError> {
    tx.execute("DELETE FROM allowance WHERE day < $1", params![day.to_string()])
        .await
}
