//! `zhida import`: files of other offices, taken into the database.

use std::path::PathBuf;
use std::process::ExitCode;

use zhida::place::{DivisionCode, Divisions};

use super::at_work::{Refused, Settings, on_portal};
use super::output::say;
use crate::portal::Portal;
use crate::registry::{ImportProblem, Order, import};

/// Takes files of other offices into the database.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    kind: Kind,
}

#[derive(Debug, clap::Subcommand)]
enum Kind {
    /// The register of disabled people, as CSV in UTF-8 or GB18030 (docs/OPERATIONS.md)
    Registry(Registry),
}

#[derive(Debug, clap::Args)]
struct Registry {
    /// The whole register
    file: PathBuf,
    /// The file is the register of this county alone: only its rows can end
    #[arg(long, value_name = "CODE")]
    county: Option<String>,
    /// Go on although more than 5 % of the known rows would end
    #[arg(long)]
    accept_drop: bool,
    /// Where lines go that cannot be kept; otherwise beside the file, `….bad-lines.csv`
    #[arg(long, value_name = "FILE")]
    bad_lines: Option<PathBuf>,
    #[command(flatten)]
    settings: Settings,
}

/// Exit code 0 everything kept, 1 not everything (bad lines, or stopped), 2 asked wrongly.
pub fn run(args: &Args) -> ExitCode {
    let Kind::Registry(registry) = &args.kind;
    on_portal(&registry.settings, async |portal| {
        self::registry(portal, registry).await
    })
}

async fn registry(portal: &Portal, args: &Registry) -> Result<ExitCode, Refused> {
    let county = match args.county.as_deref() {
        None => None,
        Some(code) => Some(
            DivisionCode::parse(code)
                .filter(|code| Divisions::shipped().is_county(*code))
                .ok_or_else(|| Refused::usage("--county is a county of Hunan, six digits."))?,
        ),
    };
    let beside = args.file.with_extension("bad-lines.csv");
    let bad_lines = args.bad_lines.as_deref().unwrap_or(&beside);
    let order = Order {
        file: &args.file,
        bad_lines,
        county,
        accept_drop: args.accept_drop,
    };
    let counts = import(portal, order).await.map_err(|problem| {
        let sentence = format!("{}: {problem}.", args.file.display());
        match problem {
            ImportProblem::File(_) | ImportProblem::BadLines(_) => Refused::usage(sentence),
            ImportProblem::Drop { .. } | ImportProblem::Store(_) => Refused::failed(sentence),
        }
    })?;
    say(format_args!(
        "{} lines: {} people new, {} changed, {} as before, {} ended, {} lines bad",
        counts.lines, counts.added, counts.changed, counts.unchanged, counts.ended, counts.bad
    ));
    if counts.bad == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    say(format_args!("The bad lines stand in {}", bad_lines.display()));
    Ok(ExitCode::FAILURE)
}
