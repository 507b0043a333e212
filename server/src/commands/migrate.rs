//! `zhida migrate`: brings the database to the schema of this program, before the servers are replaced.

use std::process::ExitCode;

use super::at_work::{Refused, Settings, with_config};
use super::output::say;
use crate::config::Config;
use crate::store::{Store, StoreError};

/// Brings the database to the schema of this program, as every start does.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    settings: Settings,
}

/// Exit code 0 where the database is as this program needs it.
pub fn run(args: &Args) -> ExitCode {
    with_config(&args.settings, async |config| migrate(&config).await)
}

async fn migrate(config: &Config) -> Result<ExitCode, Refused> {
    let database = |problem: StoreError| Refused::failed(format!("The database cannot be used: {problem}."));
    let store = Store::open(&config.database_url).await.map_err(database)?;
    let before = store.migrations().await.map_err(database)?;
    store.migrate().await.map_err(database)?;
    let after = store.migrations().await.map_err(database)?;
    store.close().await;
    let last = after.applied.iter().max().copied().unwrap_or_default();
    say(format_args!(
        "{} migrations applied; the schema is at {last}.",
        before.pending.len()
    ));
    Ok(ExitCode::SUCCESS)
}
