//! `zhida policy`: the dated numbers and switches, seen and changed. Two people stand behind every change.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::json;
use zhida::calendar::Month;
use zhida::catalogue::{LoadError, SourceFile, text_id};
use zhida::place::{DivisionCode, Divisions};
use zhida::policy::{PolicyBook, PolicyEntry, ProposedValue, read_proposal};
use zhida::rule::Value;
use zhida_app::text::{Language, Level};

use super::at_work::{Refused, Settings, on_portal};
use super::output::say;
use super::staff::find;
use crate::portal::Portal;
use crate::store::event::{self, NewEvent};
use crate::store::policy::{self, ApprovedBy};
use crate::store::{StoreError, Tx};

/// Sees and changes the dated numbers and switches of policy.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Writes the values of a file into the database: all of them or none
    Apply(Apply),
    /// Lists all dated values, or those in force in one division
    List(List),
}

#[derive(Debug, clap::Args)]
struct Apply {
    /// A file of values as in services/policy/shipped.toml
    file: PathBuf,
    /// Who proposes them
    #[arg(long, value_name = "STAFF")]
    by: String,
    /// Who, somebody else, approves them
    #[arg(long, value_name = "STAFF")]
    approved_by: String,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Debug, clap::Args)]
struct List {
    /// Only what is in force there: a county, prefecture or the province, six digits
    #[arg(long, value_name = "CODE")]
    division: Option<String>,
    /// The month to look at, such as 2026-01; otherwise this month
    #[arg(long, value_name = "MONTH", requires = "division")]
    month: Option<String>,
    #[command(flatten)]
    settings: Settings,
}

/// Exit code 0 done, 1 refused, 2 asked wrongly.
pub fn run(args: &Args) -> ExitCode {
    match &args.action {
        Action::Apply(apply) => on_portal(&apply.settings, async |portal| self::apply(portal, apply).await),
        Action::List(list) => on_portal(&list.settings, async |portal| self::list(portal, list)),
    }
}

async fn apply(portal: &Portal, args: &Apply) -> Result<ExitCode, Refused> {
    let (by, approved_by) = (find(portal, &args.by).await?, find(portal, &args.approved_by).await?);
    if by.id == approved_by.id {
        return Err(Refused::usage(
            "A second person approves a change: --by and --approved-by must be two people.",
        ));
    }
    let (by, approved_by) = (by.login.as_str(), approved_by.login.as_str());
    let values = read(portal, &args.file)?;
    let before = portal.policy();
    let mut tries = 0;
    loop {
        let begun = write(
            portal,
            &values,
            ApprovedBy {
                proposed_by: by,
                approved_by,
            },
        )
        .await;
        match begun {
            // Somebody else's event came first; nothing of ours is written.
            Err(problem) if problem.is_conflict(event::VERSION) && tries < 5 => tries += 1,
            Err(problem) => return Err(Refused::failed(problem)),
            Ok(()) => break,
        }
    }
    for ProposedValue { entry, .. } in &values {
        let old = before.find(entry.key, entry.division, entry.from);
        let old = old.map_or_else(|| "nothing".to_owned(), |source| shown(&source.entry.value));
        say(format_args!("{}; before: {old}", line(portal, entry)));
    }
    say(format_args!(
        "{} values written, proposed by {by}, approved by {approved_by}. A running server takes them up within a minute.",
        values.len()
    ));
    Ok(ExitCode::SUCCESS)
}

/// All values and the event that tells of them, in one transaction.
async fn write(portal: &Portal, values: &[ProposedValue], by: ApprovedBy<'_>) -> Result<(), StoreError> {
    let mut tx: Tx = portal.store.begin().await?;
    let vocabulary = &portal.catalogue.vocabulary;
    for ProposedValue { entry, .. } in values {
        policy::insert(&mut tx, vocabulary, entry, by, portal.now()).await?;
    }
    let told: Vec<_> = values
        .iter()
        .map(|ProposedValue { entry, .. }| {
            json!({
                "division": entry.division,
                "key": vocabulary.policy_name(entry.key),
                "from": entry.from.to_string(),
                "value": shown(&entry.value),
                "basis": entry.basis,
            })
        })
        .collect();
    let expected_seq = event::find_last_seq(&mut tx, "system").await?;
    let payload = json!({ "values": told, "proposed_by": by.proposed_by, "approved_by": by.approved_by });
    let applied = NewEvent {
        stream: "system",
        expected_seq,
        kind: "policy_applied",
        actor: Some(by.approved_by),
        role: None,
        office: None,
        at: portal.now(),
        payload: &payload,
    };
    event::append(&mut tx, &portal.keys, &applied).await?;
    tx.commit().await
}

/// The values of the file, each of them possible.
fn read(portal: &Portal, path: &Path) -> Result<Vec<ProposedValue>, Refused> {
    let text = fs::read_to_string(path)
        .map_err(|problem| Refused::usage(format_args!("{} cannot be read: {problem}.", path.display())))?;
    let file = SourceFile {
        path: path.display().to_string(),
        text,
    };
    let values = read_proposal(&file, &portal.catalogue.vocabulary).map_err(|problem| {
        let LoadError {
            line, column, message, ..
        } = problem;
        Refused::failed(format_args!("{}:{line}:{column}: {message}", path.display()))
    })?;
    let mut seen = PolicyBook::default();
    for ProposedValue { entry, line } in &values {
        let known = seen.entries().len();
        seen.insert(entry.clone());
        let problem = if Divisions::shipped().find(entry.division).is_none() {
            format!("there is no division {} in Hunan", entry.division)
        } else if seen.entries().len() == known {
            "this value is given twice for one division and month".to_owned()
        } else if !has_words(portal, &entry.basis) {
            format!(
                "the basis has no words: add the text `{}`",
                text_id("basis", &entry.basis)
            )
        } else {
            continue;
        };
        return Err(Refused::failed(format_args!("{}:{line}: {problem}", path.display())));
    }
    if values.is_empty() {
        return Err(Refused::failed(format_args!(
            "{}: there are no values in it",
            path.display()
        )));
    }
    Ok(values)
}

fn has_words(portal: &Portal, basis: &str) -> bool {
    let id = text_id("basis", basis);
    let has = |language| portal.texts.has(language, Level::Standard, &id);
    Language::ALL.into_iter().all(has)
}

fn list(portal: &Portal, args: &List) -> Result<ExitCode, Refused> {
    let book = portal.policy();
    let Some(division) = &args.division else {
        let mut entries: Vec<&PolicyEntry> = book.entries().iter().collect();
        entries.sort_by_key(|entry| (entry.division, entry.key, entry.from));
        for entry in entries {
            say(line(portal, entry));
        }
        return Ok(ExitCode::SUCCESS);
    };
    let division = DivisionCode::parse(division)
        .filter(|code| Divisions::shipped().find(*code).is_some())
        .ok_or_else(|| Refused::usage("--division is a county, prefecture or the province, six digits."))?;
    let month = match &args.month {
        Some(month) => Month::parse(month).ok_or_else(|| Refused::usage("--month is written 2026-01."))?,
        None => Month::of(portal.today()),
    };
    for key in portal.catalogue.vocabulary.policies() {
        match book.find(key, division, month) {
            Some(source) => say(line(portal, source.entry)),
            None => say(format_args!(
                "{division} {}: nothing in force in {month}",
                portal.catalogue.vocabulary.policy_name(key)
            )),
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn line(portal: &Portal, entry: &PolicyEntry) -> String {
    format!(
        "{} {} from {}: {} ({})",
        entry.division,
        portal.catalogue.vocabulary.policy_name(entry.key),
        entry.from,
        shown(&entry.value),
        entry.basis
    )
}

/// Amounts in fen, as in the files.
fn shown(value: &Value) -> String {
    match value {
        Value::Bool(on) => on.to_string(),
        Value::Int(number) | Value::Fen(number) => number.to_string(),
        other => format!("{other:?}"),
    }
}
