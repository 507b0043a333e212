//! The road of every command: load, decide, begin, append, project, commit.

use uuid::Uuid;
use zhida::access::{Actor, By, may};
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

/// Carries a command out, once.
pub(super) async fn give(desk: &Desk, given: Given<'_>) -> Result<Done, Fault> {
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
            return Ok(Done::Gone(before));
        }
        let unseen = given.version.is_some_and(|seen| !since(&loaded, seen).is_empty());
        if unseen {
            return Ok(Done::Changed(Box::new(loaded)));
        }
        let setting = desk.setting(&loaded.case)?;
        let actor = desk.actor();
        let events = match decide(&loaded.case, given.command, &actor, &setting) {
            Ok(events) => events,
            Err(refusal) => return Ok(Done::Refused(Box::new(loaded), refusal)),
        };
        let by = by(&actor, given.command, &loaded.case, desk)?;
        let happened = Happened {
            id: loaded.id,
            case: &loaded.case,
            by: &by,
            at: setting.now,
            events: &events,
        };
        let first = filer::first(&loaded);
        match write(desk, &happened, first, &operation, given.file.as_ref()).await {
            Ok(()) => return Ok(Done::Gone(operation.location)),
            Err(problem) if problem.is_conflict(ONCE) => {
                portal.store.settled().await?;
                let before = find(desk, &operation).await?;
                return before.map(Done::Gone).ok_or(Fault::Conflict);
            }
            Err(problem) if problem.is_conflict(VERSION) => {
                portal.store.settled().await?;
                let reference = loaded.case.opened.reference;
                let again = casework::find(&mut portal.store.read(), &portal.keys, &desk.scope(), reference).await?;
                loaded = again.ok_or(Fault::NotFound)?;
            }
            Err(problem) => return Err(problem.into()),
        }
    }
    Err(Fault::Conflict)
}

async fn find(desk: &Desk, operation: &Operation) -> Result<Option<String>, Fault> {
    let mut reader = desk.portal().store.read();
    let found = operation::find(&mut reader, operation.id, &operation.actor, &operation.route).await?;
    Ok(found.map(|before| before.location))
}

async fn write(
    desk: &Desk,
    happened: &Happened<'_>,
    first: &By,
    operation: &Operation,
    file: Option<&Kept<'_>>,
) -> Result<(), StoreError> {
    let portal = desk.portal();
    let mut tx = portal.store.begin().await?;
    casework::append(&mut tx, &portal.keys, &portal.calendar, happened).await?;
    filer::link(&mut tx, desk, happened, first).await?;
    if let Some(kept) = file {
        let case = happened.id.to_string();
        file::insert(&mut tx, &portal.keys, kept.written, kept.about).await?;
        file::insert_use(&mut tx, kept.written.id, Subject::Case(&case), kept.kind, happened.at).await?;
    }
    operation::insert(&mut tx, operation, happened.at).await?;
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
