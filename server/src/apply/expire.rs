//! Drafts are kept for 90 days after they were last saved; then they are gone with their files.

use super::paper;
use crate::portal::Portal;
use crate::store::{StoreError, apply};

/// Throws away the drafts whose time is over; their number.
///
/// # Errors
/// The database or the disk does not do it: what was done stays done.
pub async fn expire(portal: &Portal) -> Result<u64, StoreError> {
    let mut thrown_away = 0;
    loop {
        let over = apply::list_expired_drafts(&mut portal.store.read(), portal.now()).await?;
        if over.is_empty() {
            return Ok(thrown_away);
        }
        for draft in over {
            let mut tx = portal.store.begin().await?;
            let paths = paper::delete_all(&mut tx, portal, draft).await?;
            tx.commit().await?;
            for path in paths {
                paper::files(portal).remove(&path).await?;
            }
            thrown_away += 1;
        }
    }
}
