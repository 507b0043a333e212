//! PostgreSQL's own programs, `pg_dump` and `pg_restore`.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use percent_encoding::percent_decode_str;

use super::BackupProblem;

pub(super) async fn dump(url: &str, to: &Path) -> Result<(), BackupProblem> {
    let arguments = ["--format=custom", "--no-owner", "--no-privileges", "--file"];
    let mut arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
    arguments.push(to.into());
    run("pg_dump", arguments, url).await
}

pub(super) async fn restore(url: &str, from: &Path) -> Result<(), BackupProblem> {
    let arguments = [
        "--no-owner",
        "--no-privileges",
        "--exit-on-error",
        "--single-transaction",
    ];
    let mut arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
    arguments.push(from.into());
    run("pg_restore", arguments, url).await
}

async fn run(program: &'static str, mut arguments: Vec<OsString>, url: &str) -> Result<(), BackupProblem> {
    let (url, password) = without_password(url);
    arguments.push("--dbname".into());
    arguments.push(url.into());
    let work = move || {
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::null());
        if let Some(password) = password {
            // Not as an argument, which everybody on the machine could read.
            command.env("PGPASSWORD", password);
        }
        command.output()
    };
    let output = tokio::task::spawn_blocking(work).await;
    match output.map_err(|problem| BackupProblem(problem.to_string()))? {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(BackupProblem(format!(
            "{program} failed: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        ))),
        Err(problem) if problem.kind() == io::ErrorKind::NotFound => Err(BackupProblem(format!(
            "{program} is missing; it comes with PostgreSQL: apt-get install -y postgresql-client."
        ))),
        Err(problem) => Err(BackupProblem(format!("{program} does not start: {problem}."))),
    }
}

/// `postgres://name:secret@host/base` → `postgres://name@host/base`, `secret`
fn without_password(url: &str) -> (String, Option<String>) {
    let parts = url.split_once("://").and_then(|(scheme, rest)| {
        let end = rest.find('/').unwrap_or(rest.len());
        let at = rest[..end].rfind('@')?;
        let (name, secret) = rest[..at].split_once(':')?;
        let secret = percent_decode_str(secret).decode_utf8().ok()?.into_owned();
        Some((format!("{scheme}://{name}{}", &rest[at..]), secret))
    });
    match parts {
        Some((url, secret)) => (url, Some(secret)),
        None => (url.to_owned(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_is_taken_out_of_the_address() {
        let taken = |url: &str| {
            let (url, secret) = without_password(url);
            (url, secret.unwrap_or_default())
        };
        let with = taken("postgres://zhida:p%40ss:w@127.0.0.1:5432/zhida?sslmode=disable");
        assert_eq!(
            with,
            (
                "postgres://zhida@127.0.0.1:5432/zhida?sslmode=disable".into(),
                "p@ss:w".into()
            )
        );
        assert_eq!(
            taken("postgres://zhida@db/zhida"),
            ("postgres://zhida@db/zhida".into(), String::new())
        );
        assert_eq!(
            taken("postgres:///zhida?host=/run/a@b"),
            ("postgres:///zhida?host=/run/a@b".into(), String::new())
        );
    }
}
