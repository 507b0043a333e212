//! Writing: events are appended, the row follows and the news is put down, in the caller's transaction.

use uuid::Uuid;
use zhida::access::By;
use zhida::calendar::{Instant, WorkingDays};
use zhida::casework::{Case, Event, Recorded};

use super::{identity, message, row, stream};
use crate::store::cipher::Keys;
use crate::store::event::{self, NewEvent, VERSION};
use crate::store::file::{self, Subject};
use crate::store::{StoreError, Tx, params};

/// A case that begins.
#[derive(Clone, Copy, Debug)]
pub struct NewCase<'a> {
    /// Its id.
    pub id: Uuid,
    /// Who handed it in: `account:…`, `session:…`, or `office:…` of an officer for the person.
    pub filed_by: Option<&'a str>,
    /// Who it is in the first event's header.
    pub by: &'a By,
    /// When.
    pub at: Instant,
    /// What `zhida::casework::open` answered; the first is the submission.
    pub events: &'a [Event],
}

/// Begins a case: its events, its row, the person's identity, the use of its files.
///
/// # Errors
/// [`StoreError::Conflict`] of `uq_case_row_reference` where the reference is taken: draw another and begin again; of
/// `uq_case_row_application_service` where the application has a case for that service.
pub async fn insert(tx: &mut Tx, keys: &Keys, calendar: &WorkingDays, new: &NewCase<'_>) -> Result<Case, StoreError> {
    let recorded = recorded(0, new.by, new.at, new.events);
    let case =
        Case::fold(&recorded).ok_or_else(|| StoreError::Other("a case begins with its submission".to_owned()))?;
    let opened = &case.opened;
    let moving = row::moving(&case, calendar);
    tx.execute(
        "INSERT INTO case_row (id, reference, application, service, definition, person, submitter, filed_by,
            hukou_county, prefecture, county, township, phase, stage, state, result, pause, paused_until, assignee,
            due_on, at_risk_on, notice_until, visibility, submitted_on, changed_at, monthly, from_month, seq,
            awaits, entered_by, priority, priority_parts, provided_on, urgent_since, urgent_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
            $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35)",
        params![
            new.id,
            opened.reference.as_str(),
            opened.application.as_str(),
            &opened.service,
            &opened.definition,
            &opened.subject.key.0,
            opened.submitter.key.as_ref().map(|key| key.0.clone()),
            new.filed_by,
            opened.place.hukou_county.map(|county| county.to_string()),
            row::prefecture(opened.place.county),
            opened.place.county.as_str(),
            opened.place.township.as_str(),
            moving.phase,
            moving.stage,
            moving.state,
            moving.result,
            moving.pause,
            moving.paused_until,
            moving.assignee,
            moving.due_on,
            moving.at_risk_on,
            moving.notice_until,
            opened.visibility.as_str(),
            opened.on.to_string(),
            new.at,
            moving.monthly,
            moving.from_month,
            case.seq,
            moving.awaits,
            opened.entered_by().map(|id| id.0.clone()).unwrap_or_default(),
            moving.priority,
            moving.priority_parts,
            moving.provided_on,
            moving.urgent_since,
            moving.urgent_until
        ],
    )
    .await?;
    identity::insert(tx, keys, new.id, &opened.subject).await?;
    use_files(tx, new.id, &opened.evidence, new.at).await?;
    write_events(tx, keys, new.id, &recorded).await?;
    message::put_down(tx, keys, (new.id, &case), &recorded).await?;
    Ok(case)
}

/// What happened to a case.
#[derive(Clone, Copy, Debug)]
pub struct Happened<'a> {
    /// The case's id.
    pub id: Uuid,
    /// The case as it was decided on.
    pub case: &'a Case,
    /// Who did it.
    pub by: &'a By,
    /// When.
    pub at: Instant,
    /// What `zhida::casework::decide` answered.
    pub events: &'a [Event],
}

/// Adds what happened to a case and lets its row follow, and whoever is to know of it is told; the case as it then stands.
///
/// # Errors
/// [`StoreError::Conflict`] of [`VERSION`] where somebody else was faster: load again and look at what they did.
pub async fn append(
    tx: &mut Tx,
    keys: &Keys,
    calendar: &WorkingDays,
    happened: &Happened<'_>,
) -> Result<Case, StoreError> {
    let Happened {
        id,
        case,
        by,
        at,
        events,
    } = *happened;
    let recorded = recorded(case.seq, by, at, events);
    let mut after = case.clone();
    for event in &recorded {
        after.apply(event);
        if let Event::PapersSupplied { papers, .. } = &event.event {
            use_files(tx, id, papers, at).await?;
        }
    }
    write_events(tx, keys, id, &recorded).await?;
    let moving = row::moving(&after, calendar);
    let changed = tx
        .execute(
            "UPDATE case_row SET phase = $3, stage = $4, state = $5, result = $6, pause = $7, paused_until = $8,
                assignee = $9, due_on = $10, at_risk_on = $11, notice_until = $12, monthly = $13, from_month = $14,
                changed_at = $15, seq = $16, returned = $17, awaits = $18, priority = $19, priority_parts = $20,
                provided_on = $21, urgent_since = $22, urgent_until = $23, contested_on = $24
             WHERE id = $1 AND seq = $2",
            params![
                id,
                case.seq,
                moving.phase,
                moving.stage,
                moving.state,
                moving.result,
                moving.pause,
                moving.paused_until,
                moving.assignee,
                moving.due_on,
                moving.at_risk_on,
                moving.notice_until,
                moving.monthly,
                moving.from_month,
                at,
                after.seq,
                moving.returned,
                moving.awaits,
                moving.priority,
                moving.priority_parts,
                moving.provided_on,
                moving.urgent_since,
                moving.urgent_until,
                moving.contested_on
            ],
        )
        .await?;
    if changed != 1 {
        return Err(StoreError::Conflict(VERSION.to_owned()));
    }
    message::put_down(tx, keys, (id, &after), &recorded).await?;
    Ok(after)
}

fn recorded(after: i64, by: &By, at: Instant, events: &[Event]) -> Vec<Recorded> {
    events
        .iter()
        .zip(after + 1..)
        .map(|(event, seq)| Recorded {
            seq,
            at,
            by: by.clone(),
            event: event.clone(),
        })
        .collect()
}

async fn write_events(tx: &mut Tx, keys: &Keys, id: Uuid, events: &[Recorded]) -> Result<(), StoreError> {
    let stream = stream(id);
    for recorded in events {
        let payload =
            serde_json::to_value(&recorded.event).map_err(|problem| StoreError::Other(problem.to_string()))?;
        let (actor, role, office) = recorded.by.to_header();
        let new = NewEvent {
            stream: &stream,
            expected_seq: recorded.seq - 1,
            kind: recorded.event.kind(),
            actor: (!actor.is_empty()).then_some(actor.as_str()),
            role: Some(role),
            office: office.as_deref(),
            at: recorded.at,
            payload: &payload,
        };
        event::append(tx, keys, &new).await?;
    }
    Ok(())
}

async fn use_files(
    tx: &mut Tx,
    id: Uuid,
    papers: &[zhida::casework::EvidenceGiven],
    at: Instant,
) -> Result<(), StoreError> {
    let case = id.to_string();
    for paper in papers {
        for file in &paper.files {
            let Ok(file) = file.parse() else {
                return Err(StoreError::Other(format!("{file} is no file")));
            };
            file::insert_use(tx, file, Subject::Case(&case), &paper.kind, at).await?;
        }
    }
    Ok(())
}
