//! `zhida keys rotate`: new data gets a new key.

use std::process::ExitCode;

use super::at_work::{Refused, Settings};
use super::existing::{Existing, on_existing};
use super::output::{complain, say};
use crate::store::cipher;

/// Works on the key file.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Adds a key that new data is encrypted with; the older ones stay and open what they closed
    Rotate {
        #[command(flatten)]
        settings: Settings,
    },
}

/// Exit code 0 where the key file has a new key.
pub fn run(args: &Args) -> ExitCode {
    let Action::Rotate { settings } = &args.action;
    on_existing(settings, rotate)
}

async fn rotate(existing: &Existing) -> Result<ExitCode, Refused> {
    let path = &existing.config.keys;
    let mut keys = existing.keys.clone();
    let id = keys.rotate().map_err(Refused::failed)?;
    keys.save(path).map_err(Refused::failed)?;
    // The database learns of the new key, so that a start without it is refused.
    cipher::unlock(&existing.store, path).await.map_err(Refused::failed)?;
    say(format_args!(
        "Key {id} is in {} and is used from the next start on.",
        path.display()
    ));
    complain("Copy the key file to its safe place again, then restart every server with it.");
    Ok(ExitCode::SUCCESS)
}
