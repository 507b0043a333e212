//! What happens to cases by time alone: a public notice ends, and the award takes effect.

use zhida::access::{Actor, By};
use zhida::casework::{Command, Reference, decide};

use crate::catalogue::Judge;
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::casework::{self, Happened, Scope};
use crate::store::event;

/// Ends every public notice that has run its time. One with an objection to be answered waits.
pub(super) async fn end(portal: &Portal) -> Result<(), StoreError> {
    let mut after = None;
    let mut ended = 0;
    loop {
        let over = casework::list_notices_over(&mut portal.store.read(), portal.today(), after).await?;
        let Some((last, _)) = over.last() else { break };
        after = Some(*last);
        for (_, reference) in &over {
            ended += usize::from(end_one(portal, *reference).await?);
        }
    }
    tracing::info!(ended, "public notices that ran their time");
    Ok(())
}

async fn end_one(portal: &Portal, reference: Reference) -> Result<bool, StoreError> {
    let loaded = casework::find(&mut portal.store.read(), &portal.keys, &Scope::program(), reference).await?;
    let Some(loaded) = loaded else { return Ok(false) };
    let Ok(judge) = Judge::of(portal, &loaded.case) else {
        return Ok(false);
    };
    let setting = judge.setting();
    let Ok(events) = decide(&loaded.case, &Command::EndNotice, &Actor::System, &setting) else {
        return Ok(false);
    };
    let happened = Happened {
        id: loaded.id,
        case: &loaded.case,
        by: &By::System,
        at: setting.now,
        events: &events,
    };
    let mut tx = portal.store.begin().await?;
    match casework::append(&mut tx, &portal.keys, &portal.calendar, &happened).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(true)
        }
        // Somebody was faster; the next day looks again.
        Err(problem) if problem.is_conflict(event::VERSION) => Ok(false),
        Err(problem) => Err(problem),
    }
}
