//! `zhida backup` and `zhida restore`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::at_work::{Refused, Settings, with_config};
use super::existing::{Existing, on_existing};
use super::output::{complain, say};
use crate::config::Config;
use crate::store::backup::{self, Place};
use crate::store::{Store, StoreError, audit, cipher};

/// Copies database, files and anchors into a new folder, while the portal runs; never the keys.
#[derive(Debug, clap::Args)]
pub struct BackupArgs {
    /// The folder to make
    folder: PathBuf,
    #[command(flatten)]
    settings: Settings,
}

/// Puts a backup into an empty database and data folder. The key file must be there already.
#[derive(Debug, clap::Args)]
pub struct RestoreArgs {
    /// The backup's folder
    folder: PathBuf,
    #[command(flatten)]
    settings: Settings,
}

/// Exit code 0 where the backup is complete.
pub fn backup(args: &BackupArgs) -> ExitCode {
    on_existing(&args.settings, async |existing| make(existing, &args.folder).await)
}

async fn make(existing: &Existing, folder: &Path) -> Result<ExitCode, Refused> {
    let place = place(&existing.config);
    let made = backup::make(&existing.store, place, &existing.keys, folder, existing.now).await;
    let manifest = made.map_err(Refused::failed)?;
    say(format_args!(
        "Backed up to {}: the database and {} files.",
        folder.display(),
        manifest.files
    ));
    complain(format_args!(
        "The keys are not in it, and without them it cannot be read: keep {} in another place.",
        existing.config.keys.display()
    ));
    Ok(ExitCode::SUCCESS)
}

/// Exit code 0 where the portal is there again and its audit finds nothing.
pub fn restore(args: &RestoreArgs) -> ExitCode {
    with_config(&args.settings, async |config| put_back(&config, &args.folder).await)
}

async fn put_back(config: &Config, folder: &Path) -> Result<ExitCode, Refused> {
    let restored = backup::restore(folder, place(config), &config.keys).await;
    let manifest = restored.map_err(Refused::failed)?;
    let database = |problem: StoreError| Refused::failed(format!("The restored database cannot be used: {problem}."));
    let store = Store::open(&config.database_url).await.map_err(database)?;
    let keys = cipher::unlock(&store, &config.keys).await.map_err(Refused::failed)?;
    let report = audit::verify(&store, &keys, &config.data.join("anchors")).await;
    let report = report.map_err(database)?;
    store.close().await;
    for finding in &report.findings {
        say(finding);
    }
    say(format_args!(
        "Restored from {}: {} events, {} files, {} findings of the audit.",
        folder.display(),
        report.events,
        manifest.files,
        report.findings.len()
    ));
    Ok(if report.findings.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn place(config: &Config) -> Place<'_> {
    Place {
        url: &config.database_url,
        data: &config.data,
    }
}
