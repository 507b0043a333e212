//! What a resident does to a case: decided by the domain, kept with the events, once however often it is sent.

use uuid::Uuid;
use zhida::casework::{Command, Refusal, decide};

use super::Opened;
use crate::catalogue::Judge;
use crate::portal::Portal;
use crate::store::casework::{self, Happened};
use crate::store::event::VERSION;
use crate::store::file::{self, Subject};
use crate::store::operation::{self, ONCE, Operation};
use crate::web::Fault;

/// How often it is tried again when an office was faster.
const TRIES: usize = 4;

/// What came of it.
#[derive(Debug)]
pub(crate) enum Acted {
    /// It is done, now or when it was sent before: where the visitor goes on.
    Done(String),
    /// It cannot be done.
    Refused(Refusal),
}

/// Gives commands on a case, all or none.
pub(crate) async fn act(
    portal: &Portal,
    mut opened: Opened,
    (op, route): (Option<Uuid>, &str),
    location: &str,
    commands: &[Command],
) -> Result<Acted, Fault> {
    for _ in 0..TRIES {
        // Looked for each time: what a first press did is never done again, nor taken for done where it failed.
        if let Some(before) = done_before(portal, &opened, (op, route)).await? {
            return Ok(Acted::Done(before));
        }
        match once(portal, &opened, op.map(|op| (op, route)), location, commands).await {
            Ok(acted) => return Ok(acted),
            Err(Hindered::Faster) => {
                portal.store.settled().await?;
                opened = opened.again(portal).await?;
            }
            Err(Hindered::Fault(fault)) => return Err(fault),
        }
    }
    Err(Fault::Unavailable)
}

/// Where a form led that was sent before.
pub(super) async fn done_before(
    portal: &Portal,
    opened: &Opened,
    (op, route): (Option<Uuid>, &str),
) -> Result<Option<String>, Fault> {
    let Some(op) = op else { return Ok(None) };
    let actor = opened.reader.name();
    let before = operation::find(&mut portal.store.read(), op, &actor, route).await?;
    Ok(before.map(|before| before.location))
}

enum Hindered {
    /// Somebody else changed the case in between, or the same form came twice at once.
    Faster,
    Fault(Fault),
}

impl<F: Into<Fault>> From<F> for Hindered {
    fn from(fault: F) -> Self {
        Self::Fault(fault.into())
    }
}

async fn once(
    portal: &Portal,
    opened: &Opened,
    op: Option<(Uuid, &str)>,
    location: &str,
    commands: &[Command],
) -> Result<Acted, Hindered> {
    let setting = Judge::of(portal, &opened.case)?.setting();
    let (actor, by) = (opened.actor(), opened.by());
    let mut tx = portal.store.begin().await?;
    if let Some((id, route)) = op {
        let operation = Operation {
            id,
            actor: opened.reader.name(),
            route: route.to_owned(),
            location: location.to_owned(),
        };
        match operation::insert(&mut tx, &operation, setting.now).await {
            Ok(()) => {}
            // Sent twice at once: whether the other one does it is known once it has settled.
            Err(problem) if problem.is_conflict(ONCE) => return Err(Hindered::Faster),
            Err(problem) => return Err(problem.into()),
        }
    }
    let mut case = opened.case.clone();
    for command in commands {
        let events = match decide(&case, command, &actor, &setting) {
            Ok(events) => events,
            Err(refusal) => return Ok(Acted::Refused(refusal)),
        };
        let happened = Happened {
            id: opened.id,
            case: &case,
            by: &by,
            at: setting.now,
            events: &events,
        };
        if let Command::SupplyPapers { papers } = command {
            let files: Vec<String> = papers.iter().flat_map(|paper| paper.files.clone()).collect();
            if !file::hold_uses(&mut tx, Subject::Case(&opened.id.to_string()), &files).await? {
                // Taken away from another window in between.
                return Err(Fault::Conflict.into());
            }
        }
        case = match casework::append(&mut tx, &portal.keys, &portal.calendar, &happened).await {
            Ok(after) => after,
            Err(problem) if problem.is_conflict(VERSION) => return Err(Hindered::Faster),
            Err(problem) => return Err(problem.into()),
        };
    }
    match tx.commit().await {
        Ok(()) => Ok(Acted::Done(location.to_owned())),
        Err(problem) if problem.is_conflict(VERSION) || problem.is_conflict(ONCE) => Err(Hindered::Faster),
        Err(problem) => Err(problem.into()),
    }
}
