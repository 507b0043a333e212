//! `zhida serve`: the portal itself.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::config::Config;
use crate::startup::{self, StartProblem};

/// Serves the portal until told to stop.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A TOML file with settings; variables win over it.
    #[arg(long)]
    config: Option<PathBuf>,
}

/// Exit code 0 after an orderly stop, 2 where a setting or service is wrong, 1 otherwise.
pub fn run(args: &Args) -> ExitCode {
    match start(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            // Nobody is left to tell if standard error is closed.
            let _ = writeln!(io::stderr(), "{problem}");
            ExitCode::from(if problem.is_configuration() { 2 } else { 1 })
        }
    }
}

fn start(args: &Args) -> Result<(), StartProblem> {
    let config = Config::from_environment(args.config.as_deref())?;
    startup::start_log(&config.log)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(startup::serve(config))
}
