//! `zhida routes`: every address of the portal, for tests and operators.

use std::io::{self, Write as _};
use std::process::ExitCode;

use crate::web::router;

/// Lists the addresses of the portal.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// As JSON.
    #[arg(long)]
    json: bool,
}

/// Prints the routes table.
pub fn run(args: &Args) -> ExitCode {
    let rows = router::as_json();
    let printed = if args.json {
        writeln!(io::stdout(), "{rows}")
    } else {
        let rows = rows.as_array().into_iter().flatten();
        let lines: Vec<String> = rows
            .map(|row| format!("{} {} ({})", word(row, "method"), word(row, "path"), word(row, "who")))
            .collect();
        writeln!(io::stdout(), "{}", lines.join("\n"))
    };
    if printed.is_ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn word<'a>(row: &'a serde_json::Value, name: &str) -> &'a str {
    row.get(name).and_then(serde_json::Value::as_str).unwrap_or_default()
}
