//! `zhida audit verify`: whether what happened is still what was written down.

use std::process::ExitCode;

use super::at_work::{Refused, Settings};
use super::existing::{Existing, on_existing};
use super::output::{complain, say};
use crate::store::audit;

/// Checks the record of what happened.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Names every event that was changed, removed or cut off
    Verify {
        #[command(flatten)]
        settings: Settings,
    },
}

/// Exit code 0 where everything is as it was written, 1 where something is not.
pub fn run(args: &Args) -> ExitCode {
    let Action::Verify { settings } = &args.action;
    on_existing(settings, verify)
}

async fn verify(existing: &Existing) -> Result<ExitCode, Refused> {
    let anchors = existing.config.data.join("anchors");
    let report = audit::verify(&existing.store, &existing.keys, &anchors).await;
    let report = report.map_err(|problem| Refused::failed(format!("The audit could not be finished: {problem}.")))?;
    for finding in &report.findings {
        say(finding);
    }
    complain(format_args!(
        "{} events in {} streams ({} erased by law), {} seals ({} without an anchor here): {}.",
        report.events,
        report.streams,
        report.erased,
        report.seals,
        report.without_anchor.len(),
        match report.findings.len() {
            0 => "all as it was written".to_owned(),
            1 => "1 finding".to_owned(),
            more => format!("{more} findings"),
        }
    ));
    Ok(if report.findings.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
