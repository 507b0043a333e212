//! `zhida case replay`: what was decided is decided again from what its case keeps, and compared.

use std::collections::HashMap;
use std::process::ExitCode;

use serde_json::{Value as Json, json};
use uuid::Uuid;
use zhida::casework::{Event, NoReplay, Reference, Replay, Verdict, replay};
use zhida::catalogue::{Catalogue, hash_of};

use super::at_work::{Refused, Settings, with_config};
use super::existing::{Existing, open};
use super::output::{complain, print_json, say};
use crate::store::{casework, definition};

/// Works on cases.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Decides a decided case again from what it keeps, and says what differs
    Replay(ReplayArgs),
}

#[derive(Debug, clap::Args)]
struct ReplayArgs {
    /// The number of the case
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    reference: Option<String>,
    /// Every case that was decided, one after the other
    #[arg(long)]
    all: bool,
    /// Answers in JSON; with --all one line for each case that is not the same, and one with the counts
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    settings: Settings,
}

/// Something came out otherwise.
const DIFFERS: u8 = 1;
/// There is no such case, or it does not keep what it takes.
const NOTHING: u8 = 3;

/// How many cases are listed at a time.
const SLICE: i64 = 500;

/// Exit code 0 the same, 1 not the same, 2 asked wrongly, 3 not there or not kept.
pub fn run(args: &Args) -> ExitCode {
    let Action::Replay(args) = &args.action;
    with_config(&args.settings, async |config| {
        let existing = open(config).await.map_err(|refused| match refused.code {
            DIFFERS => nothing(refused.sentence),
            _ => refused,
        })?;
        let mut again = Again {
            existing: &existing,
            definitions: HashMap::new(),
        };
        let done = match &args.reference {
            Some(reference) => again.one(reference, args.json).await,
            None => again.all(args.json).await,
        };
        existing.store.close().await;
        done
    })
}

/// Nothing can be decided again, and why.
#[expect(clippy::needless_pass_by_value, reason = "sentences and errors, given as they come")]
fn nothing(why: impl ToString) -> Refused {
    Refused {
        sentence: why.to_string(),
        code: NOTHING,
    }
}

/// Cases being decided again.
struct Again<'a> {
    existing: &'a Existing,
    /// Those met so far, by their hash: few, however many cases there are.
    definitions: HashMap<String, Result<Catalogue, Refused>>,
}

impl Again<'_> {
    async fn one(&mut self, reference: &str, as_json: bool) -> Result<ExitCode, Refused> {
        let reference = Reference::parse(reference)
            .map_err(|_| Refused::usage(format_args!("{reference} is not the number of a case.")))?;
        let id = casework::find_id(&mut self.existing.store.read(), reference).await;
        let id = id.map_err(unread)?;
        let Some(id) = id else {
            return Err(nothing(format_args!("There is no case {reference} here.")));
        };
        let replayed = self.replayed(id).await;
        let code = code_of(&replayed);
        if as_json {
            print_json(&json_of(reference.as_str(), &replayed)).map_err(unread)?;
        } else {
            tell(reference.as_str(), &replayed);
        }
        Ok(code.into())
    }

    async fn all(&mut self, as_json: bool) -> Result<ExitCode, Refused> {
        let (mut same, mut different, mut not_kept) = (0_u64, 0_u64, 0_u64);
        let mut after = None;
        loop {
            let cases = casework::list_decided(&mut self.existing.store.read(), after, SLICE).await;
            let cases = cases.map_err(unread)?;
            let Some((last, _)) = cases.last() else { break };
            after = Some(*last);
            for (id, reference) in cases {
                let replayed = self.replayed(id).await;
                match code_of(&replayed) {
                    0 => {
                        same += 1;
                        continue;
                    }
                    DIFFERS => different += 1,
                    _ => not_kept += 1,
                }
                if as_json {
                    say(json_of(&reference, &replayed));
                } else {
                    tell(&reference, &replayed);
                }
            }
        }
        let decided = same + different + not_kept;
        if as_json {
            say(json!({ "decided": decided, "same": same, "different": different, "not_kept": not_kept }));
        } else {
            complain(format_args!(
                "{decided} decided cases: {same} the same, {different} not the same, {not_kept} that cannot be decided again."
            ));
        }
        Ok(match (different, not_kept) {
            (0, 0) => 0,
            (0, _) => NOTHING,
            _ => DIFFERS,
        }
        .into())
    }

    /// One case decided again.
    async fn replayed(&mut self, id: Uuid) -> Result<Replay, Refused> {
        let existing = self.existing;
        let events = casework::list_events(&mut existing.store.read(), &existing.keys, id).await;
        let events = events.map_err(unread)?;
        let Some(Event::Submitted(opened)) = events.first().map(|first| &first.event) else {
            return Err(nothing(NoReplay::Erased));
        };
        let catalogue = self.definition(&opened.definition).await?;
        let service = catalogue.service(&opened.service);
        let service = service.ok_or_else(|| nothing("its definition is another service's"))?;
        replay(&events, catalogue, service).map_err(nothing)
    }

    /// The definition of a hash, as it was kept when a server first started with it.
    async fn definition(&mut self, hash: &str) -> Result<&Catalogue, Refused> {
        if !self.definitions.contains_key(hash) {
            let text = definition::find(&mut self.existing.store.read(), hash).await;
            let read = read_definition(hash, text.map_err(unread)?);
            self.definitions.insert(hash.to_owned(), read);
        }
        let read = self.definitions.get(hash);
        let read = read.ok_or_else(|| nothing("its definition cannot be read"))?;
        read.as_ref().map_err(Clone::clone)
    }
}

fn read_definition(hash: &str, text: Option<String>) -> Result<Catalogue, Refused> {
    let text = text.ok_or_else(|| nothing(format_args!("its definition {hash} is not kept here")))?;
    let of_text = hash_of(&text);
    if of_text != hash {
        return Err(Refused {
            sentence: format!("the text kept as its definition {hash} was changed: its hash is {of_text}"),
            code: DIFFERS,
        });
    }
    Catalogue::of_definition(&text).map_err(|problem| {
        nothing(format_args!(
            "this program cannot read its definition {hash}: {problem}"
        ))
    })
}

fn unread(problem: impl std::fmt::Display) -> Refused {
    nothing(format_args!("it cannot be read: {problem}"))
}

fn code_of(replayed: &Result<Replay, Refused>) -> u8 {
    match replayed {
        Ok(replay) if replay.differences.is_empty() => 0,
        Ok(_) => DIFFERS,
        Err(refused) => refused.code,
    }
}

/// What a decision gives, in one word.
fn word(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Grant { .. } => "grant",
        Verdict::Provide {} => "provide",
        Verdict::Partial { .. } => "partial",
        Verdict::Refuse { .. } => "refuse",
    }
}

fn json_of(reference: &str, replayed: &Result<Replay, Refused>) -> Json {
    match replayed {
        Ok(replay) => json!({
            "reference": reference,
            "same": replay.differences.is_empty(),
            "decision": word(&replay.verdict),
            "outcome": replay.outcome.as_str(),
            "definition": replay.definition,
            "hash": replay.kept,
            "hash_again": replay.again,
            "differences": replay.differences.iter().map(|difference| json!({
                "event": difference.event,
                "key": difference.key,
                "kept": difference.kept,
                "again": difference.again,
            })).collect::<Vec<_>>(),
        }),
        Err(refused) => json!({ "reference": reference, "same": null, "why": refused.sentence }),
    }
}

/// The same in sentences.
fn tell(reference: &str, replayed: &Result<Replay, Refused>) {
    match replayed {
        Ok(replay) if replay.differences.is_empty() => {
            let (word, outcome) = (word(&replay.verdict), replay.outcome.as_str());
            say(format_args!(
                "{reference}: the same again. The decision is {word}, the rules say {outcome}."
            ));
            say(format_args!("  definition {}", replay.definition));
            say(format_args!("  hash {}", replay.kept));
        }
        Ok(replay) => {
            say(format_args!("{reference}: not the same."));
            for difference in &replay.differences {
                say(format_args!(
                    "  event {}, {}: {} is kept, {} comes out now",
                    difference.event, difference.key, difference.kept, difference.again
                ));
            }
            say(format_args!("  definition {}", replay.definition));
            say(format_args!("  hash kept {}", replay.kept));
            say(format_args!("  hash now  {}", replay.again));
        }
        Err(refused) => complain(format_args!(
            "{reference}: cannot be decided again: {}.",
            refused.sentence
        )),
    }
}
