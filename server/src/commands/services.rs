//! `zhida services check`: what a start would say to a folder of services, whether its examples hold and show all of it.

use std::path::PathBuf;
use std::process::ExitCode;

use zhida::apply::check_examples;
use zhida::calendar::Month;
use zhida::catalogue::{Service, read_examples};
use zhida::place::DivisionCode;

use super::output::{complain, say};
use crate::catalogue::{LoadProblem, Loaded, load};
use crate::startup::Clock;

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
    let catalogue = &loaded.catalogue;
    // As a start asks it: every value of the province is in force today.
    let today = Month::of(Clock::default().now().date());
    if let Err(missing) = catalogue
        .shipped
        .resolve(&catalogue.vocabulary, DivisionCode::HUNAN, today)
    {
        complain(format_args!("The policy values cannot be used: {missing}."));
        return ExitCode::FAILURE;
    }
    let faults: usize = catalogue.services.iter().map(|service| check(&loaded, service)).sum();
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
    let faults = check_examples(&loaded.catalogue, service, &examples);
    for fault in &faults {
        complain(fault);
    }
    // No fault: somebody who knows the person decides what is easy. Those built in are measured by the tests.
    for hard in loaded.hard_words(code) {
        say(format_args!("not easy yet, {hard}"));
    }
    let easy = format!("{code}/text.easy.ftl");
    if loaded.files.iter().all(|file| file.path != easy) {
        say(format_args!(
            "{code}: there is no {easy}: at the easy level its Chinese words are read as they stand"
        ));
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
