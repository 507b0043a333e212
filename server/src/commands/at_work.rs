//! How a command works on the portal's own database: the same settings, services, keys and clock as the server's.

use std::path::PathBuf;
use std::process::ExitCode;

use super::output::complain;
use crate::config::Config;
use crate::portal::Portal;
use crate::startup;

/// The settings that a command reads.
#[derive(Debug, clap::Args)]
pub(super) struct Settings {
    /// A TOML file with settings; variables win over it
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<PathBuf>,
}

/// Why a command did not do what it was asked: a sentence and an exit code.
#[derive(Clone, Debug)]
pub(super) struct Refused {
    pub sentence: String,
    pub code: u8,
}

#[expect(clippy::needless_pass_by_value, reason = "sentences and errors, given as they come")]
impl Refused {
    /// What was asked cannot be done.
    pub(super) fn failed(sentence: impl ToString) -> Self {
        Self {
            sentence: sentence.to_string(),
            code: 1,
        }
    }

    /// It was asked wrongly.
    pub(super) fn usage(sentence: impl ToString) -> Self {
        Self {
            sentence: sentence.to_string(),
            code: 2,
        }
    }
}

/// Opens the portal, works on it, and closes the database.
pub(super) fn on_portal<F>(settings: &Settings, work: F) -> ExitCode
where
    F: AsyncFnOnce(&Portal) -> Result<ExitCode, Refused>,
{
    with_config(settings, async |config| {
        let portal = startup::portal(config).await.map_err(|problem| Refused {
            code: if problem.is_configuration() { 2 } else { 1 },
            sentence: problem.to_string(),
        })?;
        let done = work(&portal).await;
        portal.store.close().await;
        done
    })
}

/// Works with the settings alone.
pub(super) fn with_config<F>(settings: &Settings, work: F) -> ExitCode
where
    F: AsyncFnOnce(Config) -> Result<ExitCode, Refused>,
{
    let done = Config::from_environment(settings.config.as_deref())
        .map_err(Refused::usage)
        .and_then(|config| {
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
            runtime.map_err(Refused::failed)?.block_on(work(config))
        });
    done.unwrap_or_else(|Refused { sentence, code }| {
        complain(sentence);
        code.into()
    })
}
