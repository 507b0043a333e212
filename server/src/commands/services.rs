//! `zhida services check`: what a start would say to a folder of services, and whether its examples hold.

use std::path::PathBuf;
use std::process::ExitCode;

use zhida::assess::assess;
use zhida::catalogue::{Catalogue, Example, Service, read_examples};

use super::output::{complain, say};
use crate::catalogue::{LoadProblem, Loaded, load};

/// Works on service definitions.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Checks a folder of services, laid over those built in, as the start does, and runs its examples
    Check {
        /// The folder
        folder: PathBuf,
    },
}

/// Checks: 0 all right, 1 a mistake in what was written, 2 the folder cannot be read.
pub fn run(args: &Args) -> ExitCode {
    let Action::Check { folder } = &args.action;
    let loaded = match load(Some(folder)) {
        Ok(loaded) => loaded,
        Err(problem) => {
            complain(&problem);
            return match problem {
                LoadProblem::Unreadable { .. } => ExitCode::from(2),
                _ => ExitCode::FAILURE,
            };
        }
    };
    let faults: usize = loaded
        .catalogue
        .services
        .iter()
        .map(|service| check(&loaded, service))
        .sum();
    if faults == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Runs the examples of one service, says how it went, and counts what is wrong.
fn check(loaded: &Loaded, service: &Service) -> usize {
    let code = &service.code;
    let path = format!("{code}/examples.toml");
    let Some(examples) = loaded.files.iter().find(|file| file.path == path) else {
        complain(format_args!("{code}: there are no examples ({code}/examples.toml)"));
        return 1;
    };
    let examples = match read_examples(&loaded.catalogue, &loaded.files, examples) {
        Ok(examples) => examples,
        Err(problem) => {
            complain(loaded.told(&problem));
            return 1;
        }
    };
    let faults = examples_that_fail(&loaded.catalogue, service, &examples);
    for fault in &faults {
        complain(fault);
    }
    if faults.is_empty() {
        say(format_args!(
            "{code}: {} rules, {} examples hold",
            service.rules.len(),
            examples.len()
        ));
    }
    faults.len()
}

fn examples_that_fail(catalogue: &Catalogue, service: &Service, examples: &[Example]) -> Vec<String> {
    let fault = |example: &Example| {
        let name = format!("{}, example \"{}\"", service.code, example.title);
        let Some(profile) = catalogue.profile(&example.profile) else {
            return Some(format!("{name}: there is no profile `{}`", example.profile));
        };
        let found = assess(service, &example.facts, &profile.values);
        let found = (
            found.outcome.as_str(),
            found.reasons,
            found.monthly.map(|monthly| monthly.0),
        );
        let expected = (
            example.outcome.as_str(),
            example.reasons.iter().map(String::as_str).collect(),
            example.monthly_fen,
        );
        (found != expected).then(|| format!("{name}: expected {}, found {}", told(&expected), told(&found)))
    };
    examples.iter().filter_map(fault).collect()
}

fn told((outcome, reasons, monthly): &(&str, Vec<&str>, Option<i64>)) -> String {
    let amount = monthly.map_or_else(String::new, |fen| format!(", {fen} fen"));
    format!("{outcome} [{}]{amount}", reasons.join(", "))
}
