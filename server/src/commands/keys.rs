//! `zhida keys rotate`: new data gets a new key.

use std::process::ExitCode;

use super::existing::{Existing, Settings};
use super::output::{complain, say};

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
    settings.run(rotate)
}

async fn rotate(existing: Existing) -> ExitCode {
    let path = &existing.config.keys;
    let mut keys = existing.keys.clone();
    let rotated = keys.rotate().and_then(|id| keys.save(path).map(|()| id));
    let registered = match rotated {
        // The database learns of the new key, so that a start without it is refused.
        Ok(id) => crate::store::cipher::unlock(&existing.store, path).await.map(|_| id),
        Err(problem) => Err(problem),
    };
    match registered {
        Ok(id) => {
            say(format_args!(
                "Key {id} is in {} and is used from the next start on.",
                path.display()
            ));
            complain("Copy the key file to its safe place again, then restart every server with it.");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            complain(problem);
            ExitCode::FAILURE
        }
    }
}
