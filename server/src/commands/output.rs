//! What a command prints: its answer on standard output, sentences for people on standard error.

use std::fmt;
use std::io::{self, IsTerminal as _, Write as _};

/// Prints one JSON value and nothing else: indented for a person at a terminal, one line for a program.
pub(super) fn print_json(json: &serde_json::Value) -> io::Result<()> {
    let out = io::stdout();
    let indented = out.is_terminal();
    let mut out = io::BufWriter::new(out.lock());
    if indented {
        serde_json::to_writer_pretty(&mut out, json)?;
    } else {
        serde_json::to_writer(&mut out, json)?;
    }
    writeln!(out)?;
    out.flush()
}

/// A line of the answer. Who closed the pipe wants no more lines.
pub(super) fn say(line: impl fmt::Display) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// A sentence for the person at the keyboard.
pub(super) fn complain(sentence: impl fmt::Display) {
    let _ = writeln!(io::stderr(), "{sentence}");
}
