//! `zhida demo`: something to try the portal with. Invented people only, and only into an empty database.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::at_work::{Refused, Settings, on_portal};
use super::output::{complain, say};
use crate::demo::{APPLICATIONS, FillProblem, SignIns, fill, is_empty};
use crate::portal::Portal;

/// Fills an empty database with a demonstration: ten people, their offices, some hundred cases.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Does nothing, and is content, where the database has data already or other machines reach the portal
    #[arg(long)]
    if_empty: bool,
    /// How many applications are invented; many of them try how the portal carries them (bench/README.md)
    #[arg(long, value_name = "NUMBER", default_value_t = APPLICATIONS)]
    applications: usize,
    #[command(flatten)]
    settings: Settings,
}

/// The file in the data folder that keeps the sign-ins.
const SIGN_INS: &str = "demo-sign-ins.txt";

/// Exit code 0 done, 1 the database has data already, 2 asked wrongly.
pub fn run(args: &Args) -> ExitCode {
    on_portal(&args.settings, async |portal| {
        let file = portal.config.data.join(SIGN_INS);
        if args.if_empty && !is_empty(&mut portal.store.read()).await.map_err(Refused::failed)? {
            if file.exists() {
                complain(format_args!(
                    "The sign-ins of the demonstration are in {}.",
                    file.display()
                ));
            }
            return Ok(ExitCode::SUCCESS);
        }
        if args.if_empty && !portal.config.addr.ip().is_loopback() {
            complain("The database stays empty: a demonstration is for an address that only this machine reaches.");
            return Ok(ExitCode::SUCCESS);
        }
        complain("Filling the empty database with a demonstration.");
        let sign_ins = fill(portal, args.applications).await.map_err(|problem| match problem {
            FillProblem::NotEmpty => Refused::failed(
                "The database has data already; a demonstration goes only into an empty one. Nothing was changed.",
            ),
            other => Refused::failed(format_args!("The demonstration could not be written: {other}.")),
        })?;
        let text = told(portal, &sign_ins);
        say(&text);
        match keep(&file, &text) {
            Ok(()) => complain(format_args!("The same is kept in {}.", file.display())),
            Err(problem) => complain(format_args!("It could not be kept in {}: {problem}.", file.display())),
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// Everything somebody needs to try the portal, as text that a screen reader reads line by line.
fn told(portal: &Portal, sign_ins: &SignIns) -> String {
    let origin = &portal.config.public_url.origin;
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = writeln!(text, "Zhida 直达, a demonstration with invented people, at {origin}");
    let _ = writeln!(text, "{} cases at every stage.\n", sign_ins.cases);
    let _ = writeln!(text, "STAFF sign in at {origin}/office/sign-in");
    let _ = writeln!(text, "Password of all staff: {}", sign_ins.password);
    let _ = writeln!(
        text,
        "Then a one-time code from the secret behind the name: an authenticator takes it, or"
    );
    let _ = writeln!(text, "  oathtool --totp -b SECRET\n");
    for sign_in in &sign_ins.staff {
        let member = &sign_in.member;
        let _ = writeln!(
            text,
            "{:<28} {}  {}, {}, {}",
            member.login, sign_in.secret, member.office, member.post.role, member.name
        );
        if member.relative.is_some() {
            let _ = writeln!(
                text,
                "{:<28} (related to the first of the people below: may not work on their case)",
                ""
            );
        }
    }
    let _ = writeln!(
        text,
        "\nPEOPLE sign up at {origin}/account/sign-up and then enter the link code."
    );
    let _ = writeln!(text, "A link code is good once and for thirty days.\n");
    for (person, code) in &sign_ins.people {
        let number = person
            .resident_id()
            .map(|number| number.as_str().to_owned())
            .unwrap_or_default();
        let by = person
            .submitter_name
            .as_ref()
            .map(|name| format!("; {name} applies for them"))
            .unwrap_or_default();
        let certificate = person.data["beneficiary"]["certificate"]["number"]
            .as_str()
            .unwrap_or_default();
        let _ = writeln!(text, "{} {}  link code {code}", person.id(), person.name);
        let _ = writeln!(text, "    {}{by}", person.title_en);
        let _ = writeln!(text, "    resident ID {number}, certificate {certificate}");
    }
    text
}

/// Readable by the owner alone.
fn keep(file: &Path, text: &str) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)?.write_all(text.as_bytes())
}
