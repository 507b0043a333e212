//! `zhida keys`: new data gets a new key, and older data too.

use std::process::ExitCode;

use super::at_work::{Refused, Settings};
use super::existing::{Existing, on_existing};
use super::output::{complain, say};
use crate::store::file::Files;
use crate::store::{cipher, reencrypt};

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
    /// Encrypts everything with the newest key, beside the running servers, once all of them have it
    Reencrypt {
        #[command(flatten)]
        settings: Settings,
    },
}

/// Exit code 0 where it is done, wholly.
pub fn run(args: &Args) -> ExitCode {
    match &args.action {
        Action::Rotate { settings } => on_existing(settings, rotate),
        Action::Reencrypt { settings } => on_existing(settings, reencrypt),
    }
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

async fn reencrypt(existing: &Existing) -> Result<ExitCode, Refused> {
    let files = Files::new(&existing.config.data);
    let done = reencrypt::reencrypt(&existing.store, &existing.keys, &files).await;
    let report = done.map_err(|problem| {
        Refused::failed(format!(
            "Not everything is encrypted anew ({problem}); begin again, it goes on where it stopped."
        ))
    })?;
    for failed in &report.failed {
        say(failed);
    }
    say(format_args!(
        "{} values and {} files have key {} now; {} could not be opened.",
        report.values,
        report.files,
        existing.keys.current(),
        report.failed.len()
    ));
    complain("Older backups still need the older keys: keep them in the file.");
    Ok(if report.failed.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
