//! What is done once a day for the house itself.

use zhida::calendar::Instant;
use zhida::feedback::KEPT_DAYS;

use crate::apply::expire;
use crate::portal::Portal;
use crate::store::file::Files;
use crate::store::{StoreError, account, allowance, confirmation, feedback, operation, outbox, seal, session};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// Seals the heads of the event streams.
pub(super) async fn seal(portal: &Portal) -> Result<(), StoreError> {
    let anchors = portal.config.data.join("anchors");
    if let Some(seal) = seal::insert(&portal.store, &portal.keys, &anchors, portal.now()).await? {
        tracing::info!(number = seal.number, heads = seal.heads.len(), "the streams are sealed");
    }
    Ok(())
}

/// Removes what nobody needs any more: drafts whose time is over, bytes without a row, old once-only marks, old finished
/// jobs, ended sessions, the wrong tries and allowances of other days, codes that are too old, what was told about the site and is long over.
pub(super) async fn sweep(portal: &Portal) -> Result<(), StoreError> {
    let now = portal.now();
    let days_ago = |days: i64| Instant::from_epoch_ms(now.epoch_ms() - days * DAY_MS);
    let files = Files::new(&portal.config.data);
    let drafts = expire::expire(portal).await?;
    let bytes = files.sweep(&mut portal.store.read(), now).await?;
    let mut tx = portal.store.begin().await?;
    let operations = operation::delete_before(&mut tx, days_ago(90)).await?;
    let jobs = outbox::delete_done_before(&mut tx, days_ago(30)).await?;
    let sessions = session::delete_ended(&mut tx, now).await?;
    let attempts = account::delete_attempts_before(&mut tx, days_ago(2)).await?;
    let allowances = allowance::delete_before(&mut tx, portal.today()).await?;
    let codes = confirmation::delete_codes_over(&mut tx, now).await?;
    let told = feedback::delete_closed_before(&mut tx, days_ago(KEPT_DAYS)).await?;
    tx.commit().await?;
    portal.store.learn().await?;
    tracing::info!(
        drafts, bytes, operations, jobs, sessions, attempts, allowances, codes, told, "swept"
    );
    Ok(())
}
