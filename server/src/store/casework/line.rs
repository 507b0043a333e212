//! A case as a list shows it.

use uuid::Uuid;
use zhida::access::{OfficerId, PersonKey};
use zhida::calendar::{Date, Instant, Month};
use zhida::casework::{Hurry, Phase, Reference, ResultKind};
use zhida::money::Fen;
use zhida::place::{DivisionCode, TownshipCode};

use super::identity::{self, Identity};
use super::{day, day_or_never};
use crate::store::cipher::Keys;
use crate::store::{AssertSqlSafe, Query, Row, StoreError, Value};

/// A case as a list shows it.
#[derive(Clone, Debug)]
pub struct CaseLine {
    /// Its id.
    pub id: Uuid,
    /// Its reference.
    pub reference: Reference,
    /// The reference of its application.
    pub application: Reference,
    /// Who the person is.
    pub identity: Identity,
    /// What stands for the person and for whoever handed it in, where conflicts of interest are looked for.
    pub parties: Vec<PersonKey>,
    /// The service's code.
    pub service: String,
    /// The county whose offices have it.
    pub county: DivisionCode,
    /// The township that has it.
    pub township: TownshipCode,
    /// Where it is as a whole.
    pub phase: Phase,
    /// A stage of its route, or `second_signature`, `objection`, `public_notice`, `award`, `closed`, or the step of a
    /// reconsideration.
    pub stage: String,
    /// How it ended.
    pub result: Option<ResultKind>,
    /// The clock stands still until the end of that day; of what waits for a certificate, [`Date::MAX`].
    pub paused_until: Option<Date>,
    /// Who has it.
    pub assignee: Option<OfficerId>,
    /// The stage it was sent back from, until the stage it lies at passes it on.
    pub returned: Option<String>,
    /// The confirmation of a second person that it waits for, by its name.
    pub awaits: Option<String>,
    /// The officer who filed it for the person.
    pub entered_by: Option<OfficerId>,
    /// The last day of its limit.
    pub due_on: Option<Date>,
    /// The first day on which 70 % of its limit is used.
    pub at_risk_on: Option<Date>,
    /// The last day of its public notice.
    pub notice_until: Option<Date>,
    /// The day it was handed in.
    pub submitted_on: Date,
    /// When something last happened.
    pub changed_at: Instant,
    /// What is paid a month, and from when, as decided.
    pub pays: Option<(Fen, Month)>,
    /// That it cannot wait.
    pub hurry: Option<Hurry>,
    /// The number of its last event.
    pub seq: i64,
}

const COLUMNS: &str = "SELECT case_row.id, reference, application, identity, case_row.person, case_row.submitter, service, county, township, phase, stage,
     result, paused_until, assignee, returned, awaits, entered_by, due_on, at_risk_on, notice_until, submitted_on, changed_at, monthly, from_month, seq,
     priority, priority_parts, urgent_since, urgent_until";

/// The statement that reads lines, with what comes after `WHERE`.
pub(super) fn select(condition: &str) -> String {
    format!("{COLUMNS} FROM case_row JOIN case_identity ON case_identity.case_id = case_row.id WHERE {condition}")
}

/// The statement that reads a page of lines. Which they are, the index of the order answers alone, whatever the filter;
/// only they are read whole.
pub(super) fn select_page(condition: &str, order: &str, limit: &str) -> String {
    format!(
        "{COLUMNS} FROM (SELECT case_row.id AS picked FROM case_row WHERE {condition} ORDER BY {order} LIMIT {limit}) AS page
         JOIN case_row ON case_row.id = page.picked
         JOIN case_identity ON case_identity.case_id = case_row.id ORDER BY {order}"
    )
}

/// The lines of a [`select`].
pub(super) async fn read_all(
    q: &mut impl Query,
    keys: &Keys,
    sql: String,
    values: Vec<Value>,
) -> Result<Vec<CaseLine>, StoreError> {
    let rows = q.all(AssertSqlSafe(sql), values).await?;
    rows.iter().map(|row| read(row, keys)).collect()
}

pub(super) fn read(row: &Row, keys: &Keys) -> Result<CaseLine, StoreError> {
    let id = row.text("id")?;
    let wrong = |what: &str| StoreError::Other(format!("case {id}: {what}"));
    let reference = |column| {
        let text: String = row.text(column)?;
        Reference::parse(&text).map_err(|_| wrong(column))
    };
    let optional_day = |column| -> Result<Option<Date>, StoreError> {
        let text: String = row.text(column)?;
        if text.is_empty() {
            Ok(None)
        } else {
            day(&text).map(Some)
        }
    };
    let assignee = row.text("assignee")?;
    let returned = row.text("returned")?;
    let awaits = row.text("awaits")?;
    let entered_by = row.text("entered_by")?;
    let result = match row.text_or_null("result")? {
        Some(result) => Some(ResultKind::parse(&result).ok_or_else(|| wrong("result"))?),
        None => None,
    };
    let pays = match (row.int_or_null("monthly")?, row.text_or_null("from_month")?) {
        (Some(monthly), Some(from)) => Some((Fen(monthly), Month::parse(&from).ok_or_else(|| wrong("month"))?)),
        _ => None,
    };
    let submitter = row.text_or_null("submitter")?;
    let until = row.int_or_null("urgent_until")?.map(Instant::from_epoch_ms);
    let since = row.int_or_null("urgent_since")?.map(Instant::from_epoch_ms);
    Ok(CaseLine {
        identity: identity::read(row, keys, &id)?,
        parties: std::iter::once(row.text("person")?)
            .chain(submitter)
            .map(PersonKey)
            .collect(),
        reference: reference("reference")?,
        application: reference("application")?,
        service: row.text("service")?,
        county: DivisionCode::parse(&row.text("county")?).ok_or_else(|| wrong("county"))?,
        township: TownshipCode::parse(&row.text("township")?).ok_or_else(|| wrong("township"))?,
        phase: Phase::parse(&row.text("phase")?).ok_or_else(|| wrong("phase"))?,
        stage: row.text("stage")?,
        result,
        paused_until: optional_day("paused_until")?,
        assignee: (!assignee.is_empty()).then_some(OfficerId(assignee)),
        returned: (!returned.is_empty()).then_some(returned),
        awaits: (!awaits.is_empty()).then_some(awaits),
        entered_by: (!entered_by.is_empty()).then_some(OfficerId(entered_by)),
        due_on: day_or_never(&row.text("due_on")?)?,
        at_risk_on: day_or_never(&row.text("at_risk_on")?)?,
        notice_until: optional_day("notice_until")?,
        submitted_on: day(&row.text("submitted_on")?)?,
        changed_at: row.instant("changed_at")?,
        pays,
        hurry: since.map(|since| Hurry { since, until }),
        seq: row.int("seq")?,
        id: uuid(&id)?,
    })
}

pub(super) fn uuid(text: &str) -> Result<Uuid, StoreError> {
    text.parse()
        .map_err(|_| StoreError::Other(format!("{text} is no id of a case")))
}
