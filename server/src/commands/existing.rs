//! What commands beside the server open: a database and keys that are there already. They make nothing.

use std::path::Path;
use std::process::ExitCode;

use zhida::calendar::Instant;

use super::at_work::{Refused, Settings, with_config};
use crate::config::Config;
use crate::startup::Clock;
use crate::store::cipher::{self, Keys};
use crate::store::{Store, StoreError, meta};

/// A portal's data.
pub(super) struct Existing {
    pub config: Config,
    pub store: Store,
    pub keys: Keys,
    pub now: Instant,
}

/// Opens what is there, works on it, closes it.
pub(super) fn on_existing<F>(settings: &Settings, work: F) -> ExitCode
where
    F: AsyncFnOnce(&Existing) -> Result<ExitCode, Refused>,
{
    with_config(settings, async |config| {
        let existing = open(config).await?;
        let done = work(&existing).await;
        existing.store.close().await;
        done
    })
}

/// Opens what is there.
pub(super) async fn open(config: Config) -> Result<Existing, Refused> {
    let database = |problem: StoreError| Refused::failed(format!("The database cannot be used: {problem}."));
    let none = || Refused::failed("There is no portal here yet; start it once.");
    if !Store::is_there(&config.database_url) {
        return Err(none());
    }
    let store = Store::open(&config.database_url).await.map_err(database)?;
    let migrations = store.migrations().await.map_err(database)?;
    let is_new = migrations.applied.is_empty();
    if !migrations.unknown.is_empty() || (!is_new && !migrations.pending.is_empty()) {
        return Err(Refused::failed(
            "The database belongs to another version of the program; start the server of this version first.",
        ));
    }
    if is_new
        || meta::list(&mut store.read(), "key:")
            .await
            .map_err(database)?
            .is_empty()
    {
        return Err(none());
    }
    let keys = cipher::unlock(&store, Path::new(&config.keys)).await;
    let now = Clock::starting(config.test_clock).now();
    Ok(Existing {
        keys: keys.map_err(Refused::usage)?,
        config,
        store,
        now,
    })
}
