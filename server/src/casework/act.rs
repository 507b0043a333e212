//! The road of every command: load, decide, begin, append, project, commit.

use uuid::Uuid;
use zhida::access::{Actor, By, may};
use zhida::calendar::Instant;
use zhida::casework::{Case, Command, Event, Recorded, Refusal, decide};

use super::desk::Desk;
use super::filer;
use crate::store::StoreError;
use crate::store::casework::{self, Happened, Loaded};
use crate::store::event::VERSION;
use crate::store::file::{self, About, Subject, Written};
use crate::store::operation::{self, ONCE, Operation};
use crate::web::Fault;

/// A command on its way.
pub(super) struct Given<'a> {
    /// The case as it was loaded.
    pub loaded: Loaded,
    /// What is to be done.
    pub command: &'a Command,
    /// The version its officer saw; none where it does not matter what happened since.
    pub version: Option<i64>,
    /// The form's `op`.
    pub op: Uuid,
    /// Where the answer leads.
    pub location: String,
    /// A file that comes with it: kept only if the command is carried out.
    pub file: Option<Kept<'a>>,
}

/// A file that comes with a command.
pub(super) struct Kept<'a> {
    /// Its bytes, sealed and written.
    pub written: &'a Written,
    /// What it is.
    pub about: About<'a>,
    /// The paper it shows: a kind of `evidence.toml`.
    pub kind: &'a str,
}

/// What became of a command.
pub(super) enum Done {
    /// It happened, now or when the form was sent before: go there.
    Gone(String),
    /// It was not carried out.
    Refused(Box<Loaded>, Refusal),
    /// Somebody else did something to the case that this officer had not seen.
    Changed(Box<Loaded>),
}

/// How often a race with others on the same case is run again.
const ATTEMPTS: usize = 4;

/// Another case to which something happens in the same breath.
pub(super) struct With {
    /// The case as it was loaded.
    pub loaded: Loaded,
    /// What is to be done to it.
    pub command: Command,
    /// The version its officer saw.
    pub version: i64,
}

/// What became of a command that takes other cases with it.
pub(super) enum Both {
    /// What becomes of one alone; where it happened, it happened to the others too.
    Done(Done),
    /// Another case stood in the way, and nothing happened to any: the first, that other one, and why; no reason where
    /// somebody did something to it that this officer had not seen.
    Other(Box<Loaded>, Box<Loaded>, Option<Refusal>),
}

/// What a command brings about.
struct Brings {
    by: By,
    at: Instant,
    events: Vec<Event>,
}

/// Carries a command out, once.
pub(super) async fn give(desk: &Desk, given: Given<'_>) -> Result<Done, Fault> {
    match give_with(desk, given, Vec::new()).await? {
        Both::Done(done) => Ok(done),
        // There is no other.
        Both::Other(..) => Err(Fault::Conflict),
    }
}

/// Carries a command out with those on other cases, once: all of them or none.
pub(super) async fn give_with(desk: &Desk, given: Given<'_>, mut with: Vec<With>) -> Result<Both, Fault> {
    let portal = desk.portal();
    let operation = Operation {
        id: given.op,
        actor: desk.owner(),
        route: format!("office-{}", given.command.name()),
        location: given.location,
    };
    let mut loaded = given.loaded;
    for _ in 0..ATTEMPTS {
        // Looked for after loading, each time: what a first press did is never taken for somebody else's.
        if let Some(before) = find(desk, &operation).await? {
            return Ok(Both::Done(Done::Gone(before)));
        }
        let unseen = given.version.is_some_and(|seen| !since(&loaded, seen).is_empty());
        if unseen {
            return Ok(Both::Done(Done::Changed(Box::new(loaded))));
        }
        let first = match brings(desk, &loaded, given.command)? {
            Ok(brings) => brings,
            Err(refusal) => return Ok(Both::Done(Done::Refused(Box::new(loaded), refusal))),
        };
        let mut all = vec![first];
        let mut stopped = None;
        for (at, other) in with.iter().enumerate() {
            if !since(&other.loaded, other.version).is_empty() {
                stopped = Some((at, None));
                break;
            }
            match brings(desk, &other.loaded, &other.command)? {
                Ok(brings) => all.push(brings),
                Err(refusal) => {
                    stopped = Some((at, Some(refusal)));
                    break;
                }
            }
        }
        if let Some((at, refusal)) = stopped {
            let other = with.swap_remove(at).loaded;
            return Ok(Both::Other(Box::new(loaded), Box::new(other), refusal));
        }
        let cases = std::iter::once(&loaded).chain(with.iter().map(|other| &other.loaded));
        let steps: Vec<_> = cases.zip(&all).collect();
        match write(desk, &steps, &operation, given.file.as_ref()).await {
            Ok(()) => return Ok(Both::Done(Done::Gone(operation.location))),
            Err(problem) if problem.is_conflict(ONCE) => {
                portal.store.settled().await?;
                let before = find(desk, &operation).await?;
                return before
                    .map(|before| Both::Done(Done::Gone(before)))
                    .ok_or(Fault::Conflict);
            }
            Err(problem) if problem.is_conflict(VERSION) => {
                portal.store.settled().await?;
                loaded = again(desk, &loaded).await?;
                for other in &mut with {
                    other.loaded = again(desk, &other.loaded).await?;
                }
            }
            Err(problem) => return Err(problem.into()),
        }
    }
    Err(Fault::Conflict)
}

/// What a command brings about on a case as it was loaded, or why not.
fn brings(desk: &Desk, loaded: &Loaded, command: &Command) -> Result<Result<Brings, Refusal>, Fault> {
    let setting = desk.setting(&loaded.case)?;
    let actor = desk.actor();
    let events = match decide(&loaded.case, command, &actor, &setting) {
        Ok(events) => events,
        Err(refusal) => return Ok(Err(refusal)),
    };
    Ok(Ok(Brings {
        by: by(&actor, command, &loaded.case, desk)?,
        at: setting.now,
        events,
    }))
}

/// A case as it is now.
async fn again(desk: &Desk, loaded: &Loaded) -> Result<Loaded, Fault> {
    let portal = desk.portal();
    let reference = loaded.case.opened.reference;
    let again = casework::find(&mut portal.store.read(), &portal.keys, &desk.scope(), reference).await?;
    again.ok_or(Fault::NotFound)
}

async fn find(desk: &Desk, operation: &Operation) -> Result<Option<String>, Fault> {
    let mut reader = desk.portal().store.read();
    let found = operation::find(&mut reader, operation.id, &operation.actor, &operation.route).await?;
    Ok(found.map(|before| before.location))
}

/// The steps in one transaction; a file belongs to the first.
async fn write(
    desk: &Desk,
    steps: &[(&Loaded, &Brings)],
    operation: &Operation,
    file: Option<&Kept<'_>>,
) -> Result<(), StoreError> {
    let portal = desk.portal();
    let mut tx = portal.store.begin().await?;
    for (loaded, brings) in steps {
        let happened = Happened {
            id: loaded.id,
            case: &loaded.case,
            by: &brings.by,
            at: brings.at,
            events: &brings.events,
        };
        casework::append(&mut tx, &portal.keys, &portal.calendar, &happened).await?;
        filer::link(&mut tx, desk, &happened, filer::first(loaded)).await?;
    }
    let Some((loaded, brings)) = steps.first() else {
        return Ok(());
    };
    if let Some(kept) = file {
        let case = loaded.id.to_string();
        file::insert(&mut tx, &portal.keys, kept.written, kept.about).await?;
        file::insert_use(&mut tx, kept.written.id, Subject::Case(&case), kept.kind, brings.at).await?;
    }
    operation::insert(&mut tx, operation, brings.at).await?;
    tx.commit().await
}

/// The officer in the post they act in.
pub(super) fn by(actor: &Actor, command: &Command, case: &Case, desk: &Desk) -> Result<By, Fault> {
    let post = may(actor, command, case, desk.today).map_err(|_| Fault::Forbidden)?;
    let post = post.ok_or(Fault::Forbidden)?;
    Ok(By::Officer {
        id: desk.officer.id.clone(),
        post,
        instead_of: desk.officer.access.instead_of(post, desk.today).cloned(),
    })
}

/// What happened after a version that matters to whoever had that version before them: looking at a case does not.
pub(super) fn since(loaded: &Loaded, version: i64) -> Vec<&Recorded> {
    let matters = |recorded: &&Recorded| {
        recorded.seq > version
            && !matches!(
                recorded.event,
                Event::Revealed { .. } | Event::DocumentViewed { .. } | Event::LetterServed { .. }
            )
    };
    loaded.events.iter().filter(matters).collect()
}
