//! `zhida assess`: what the services say to the people of a file. Stores nothing, decides nothing.

mod bench;

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use zhida::assess::assess_file;
use zhida::catalogue::{Catalogue, line_and_column};
use zhida::policy::Profile;

use super::at_work::Refused;
use super::output::{complain, print_json};
use crate::catalogue::{Loaded, load};

/// The file is unreadable or not of this shape.
const UNREADABLE: u8 = 3;

/// Says what every service says to the people of a file, as JSON (docs/ASSESS.md).
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A file of people; `-` reads standard input
    #[arg(required_unless_present = "bench")]
    file: Option<PathBuf>,
    /// A shipped profile of policy values that alone holds, for every county and date
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// Measures instead: how many assessments a second one core makes (bench/README.md)
    #[arg(long, conflicts_with = "file")]
    bench: bool,
}

/// Assesses; `services` is the operator's folder of services, if there is one.
pub fn run(args: &Args, services: Option<&Path>) -> ExitCode {
    match assess(args, services) {
        Ok(code) => code,
        Err(Refused { sentence, code }) => {
            complain(sentence);
            code.into()
        }
    }
}

fn assess(args: &Args, services: Option<&Path>) -> Result<ExitCode, Refused> {
    let loaded = load(services).map_err(Refused::usage)?;
    let profile = args
        .profile
        .as_deref()
        .map(|name| named(&loaded.catalogue, name))
        .transpose()?;
    let Some(file) = args.file.as_deref() else {
        return measured(&loaded, profile);
    };
    let text = read(file)?;
    let report = assess_file(&loaded.catalogue, &text, profile).map_err(|error| Refused {
        sentence: format!("{}:{error}", file.display()),
        code: UNREADABLE,
    })?;
    print_json(&report.json)
        .map_err(|problem| Refused::usage(format_args!("the answer could not be written: {problem}")))?;
    Ok(if report.has_errors {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// The benchmark; without a profile, under the province's own.
fn measured(loaded: &Loaded, profile: Option<&Profile>) -> Result<ExitCode, Refused> {
    let profile = profile.map_or_else(|| named(&loaded.catalogue, "hunan_baseline_2021"), Ok)?;
    bench::run(loaded, &profile.values);
    Ok(ExitCode::SUCCESS)
}

fn named<'c>(catalogue: &'c Catalogue, name: &str) -> Result<&'c Profile, Refused> {
    catalogue.profile(name).ok_or_else(|| {
        let known: Vec<&str> = catalogue.profiles.iter().map(|profile| profile.name.as_str()).collect();
        Refused::usage(format_args!(
            "there is no profile `{name}`; the profiles are: {}",
            known.join(", ")
        ))
    })
}

/// The text of the file; what cannot be read is told with its place, like what cannot be understood.
fn read(path: &Path) -> Result<String, Refused> {
    let unreadable = |line, column, why: &dyn std::fmt::Display| Refused {
        sentence: format!("{}:{line}:{column}: {why}", path.display()),
        code: UNREADABLE,
    };
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    let bytes = bytes.map_err(|problem| unreadable(1, 1, &problem))?;
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(error.as_bytes().get(..good).unwrap_or_default());
        let (line, column) = line_and_column(&text, good);
        unreadable(line, column, &"this is not UTF-8")
    })
}
