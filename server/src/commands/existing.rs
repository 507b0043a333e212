//! What commands beside the server open: the settings, and a database and keys that are there already.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use zhida::calendar::Instant;

use super::output::complain;
use crate::config::Config;
use crate::startup::{Clock, StartProblem};
use crate::store::cipher::{self, Keys};
use crate::store::{Store, StoreError, meta};

/// The settings' file, the same for every command.
#[derive(Debug, clap::Args)]
pub struct Settings {
    /// A TOML file with settings; variables win over it.
    #[arg(long)]
    config: Option<PathBuf>,
}

/// A portal's data, opened beside the server.
pub(super) struct Existing {
    pub config: Config,
    pub store: Store,
    pub keys: Keys,
    pub now: Instant,
}

impl Settings {
    /// Opens what is there, works on it, closes it. Exit code 2 where a setting is wrong, 1 where there is no data.
    pub(super) fn run<F: Future<Output = ExitCode>>(&self, work: impl FnOnce(Existing) -> F) -> ExitCode {
        self.run_with(async |config| {
            let existing = open(config).await?;
            let store = existing.store.clone();
            let code = work(existing).await;
            store.close().await;
            Ok(code)
        })
    }

    /// Works with the settings alone.
    pub(super) fn run_with(&self, work: impl AsyncFnOnce(Config) -> Result<ExitCode, StartProblem>) -> ExitCode {
        let done = Config::from_environment(self.config.as_deref())
            .map_err(StartProblem::from)
            .and_then(|config| {
                let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
                runtime.block_on(work(config))
            });
        done.unwrap_or_else(|problem| {
            complain(&problem);
            ExitCode::from(if problem.is_configuration() { 2 } else { 1 })
        })
    }
}

async fn open(config: Config) -> Result<Existing, StartProblem> {
    let none = || StoreError::Other("there is none yet; start the portal once".to_owned());
    if !Store::is_there(&config.database_url) {
        return Err(none().into());
    }
    let store = Store::open(&config.database_url).await?;
    let migrations = store.migrations().await?;
    if migrations.applied.is_empty() || meta::list(&mut store.read(), "key:").await?.is_empty() {
        return Err(none().into());
    }
    if !migrations.pending.is_empty() || !migrations.unknown.is_empty() {
        let other = "it belongs to another version of the program; start the server of this version first";
        return Err(StoreError::Other(other.to_owned()).into());
    }
    let keys = cipher::unlock(&store, Path::new(&config.keys)).await?;
    let now = Clock::starting(config.test_clock).now();
    Ok(Existing {
        config,
        store,
        keys,
        now,
    })
}
