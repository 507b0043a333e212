//! Who saw what: cases opened, masked values revealed, documents opened, for those who audit it.

use zhida::access::{OfficerId, Sight};
use zhida::calendar::Instant;
use zhida::casework::{Event, Reference};
use zhida::place::{DivisionCode, TownshipCode};

use super::Scope;
use crate::store::cipher::Keys;
use crate::store::event;
use crate::store::{AssertSqlSafe, Query, Row, StoreError, Value};

/// That an officer saw something.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// When; of opening a case the first time on a day.
    pub at: Instant,
    /// Who.
    pub officer: OfficerId,
    /// What.
    pub what: SeenWhat,
    /// Of which case.
    pub reference: String,
    /// Where the case belongs.
    pub township: Option<TownshipCode>,
    /// Sets apart what happened at the same moment.
    key: String,
}

/// What an officer saw.
#[derive(Clone, Debug, PartialEq)]
pub enum SeenWhat {
    /// The case, its numbers masked.
    Opened,
    /// Values in full.
    Revealed {
        /// Which, with commas.
        fields: String,
        /// Why, in the officer's words; nothing once it is erased.
        reason: Option<String>,
    },
    /// A document.
    Document,
}

/// What narrows the list.
#[derive(Clone, Debug, Default)]
pub struct SeenBy {
    /// One officer.
    pub officer: Option<OfficerId>,
    /// One case.
    pub reference: Option<Reference>,
    /// Only what was revealed or opened as a document, not that cases were opened.
    pub only_revealed: bool,
}

/// Where a page ends: a moment, and what sets it apart from others of the same moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenUntil {
    /// The moment.
    pub at: i64,
    /// The line.
    pub key: String,
}

impl Seen {
    /// Where the page after this line begins.
    pub fn until(&self) -> SeenUntil {
        SeenUntil {
            at: self.at.epoch_ms(),
            key: self.key.clone(),
        }
    }
}

/// Who saw what in the cases of divisions, sealed ones included, the latest first.
pub async fn list_seen(
    q: &mut impl Query,
    keys: &Keys,
    areas: &[DivisionCode],
    by: &SeenBy,
    after: Option<&SeenUntil>,
    size: usize,
) -> Result<Vec<Seen>, StoreError> {
    let mut seen = Vec::new();
    for source in [Source::Events, Source::Views] {
        if by.only_revealed && source == Source::Views {
            continue;
        }
        let (sql, values) = source.question(areas, by, after, size);
        for row in q.all(AssertSqlSafe(sql), values).await? {
            seen.push(read(&row, keys, source)?);
        }
    }
    seen.sort_by(|a, b| (b.at, &b.key).cmp(&(a.at, &a.key)));
    seen.truncate(size);
    Ok(seen)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Events,
    Views,
}

impl Source {
    /// Fixed pieces and numbered arguments.
    fn question(
        self,
        areas: &[DivisionCode],
        by: &SeenBy,
        after: Option<&SeenUntil>,
        size: usize,
    ) -> (String, Vec<Value>) {
        let (columns, from, at, who, key) = match self {
            Self::Events => (
                "event.stream, event.seq, event.kind, event.payload",
                "event JOIN case_row ON case_row.id = substr(event.stream, 6)",
                "event.at",
                "event.actor",
                "event.stream || '/' || CAST(event.seq AS TEXT)",
            ),
            Self::Views => (
                "case_view.day",
                "case_view JOIN case_row ON case_row.id = case_view.case_id",
                "case_view.first_at",
                "case_view.officer",
                "case_view.case_id || ' ' || case_view.officer",
            ),
        };
        let sight = Sight {
            officer: OfficerId(String::new()),
            townships: Vec::new(),
            areas: areas.to_vec(),
            sealed_areas: areas.to_vec(),
        };
        let scope = Scope::officer(sight).predicate(1);
        let mut values = scope.values;
        let mut conditions = vec![format!("({})", scope.sql)];
        if self == Self::Events {
            conditions.push("event.kind IN ('revealed', 'document_viewed')".to_owned());
            conditions.push("event.office IS NOT NULL".to_owned());
        }
        let mut add = |value: Value| {
            values.push(value);
            format!("${}", values.len())
        };
        if let Some(officer) = &by.officer {
            conditions.push(format!("{who} = {}", add(officer.0.as_str().into())));
        }
        if let Some(reference) = &by.reference {
            conditions.push(format!("case_row.reference = {}", add(reference.as_str().into())));
        }
        if let Some(after) = after {
            let (moment, line) = (add(after.at.into()), add(after.key.as_str().into()));
            conditions.push(format!("({at} < {moment} OR ({at} = {moment} AND {key} < {line}))"));
        }
        let sql = format!(
            "SELECT {at} AS seen_at, {who} AS who, {key} AS line, case_row.reference, case_row.township, {columns}
             FROM {from} WHERE {} ORDER BY {at} DESC, {key} DESC LIMIT {size}",
            conditions.join(" AND ")
        );
        (sql, values)
    }
}

fn read(row: &Row, keys: &Keys, source: Source) -> Result<Seen, StoreError> {
    let what = match source {
        Source::Views => SeenWhat::Opened,
        Source::Events => {
            let kind = row.text("kind")?;
            match event::payload_of(row, keys)?.map(serde_json::from_value::<Event>) {
                Some(Ok(Event::Revealed { field, reason })) => SeenWhat::Revealed {
                    fields: field,
                    reason: Some(reason.as_str().to_owned()),
                },
                _ if kind == "revealed" => SeenWhat::Revealed {
                    fields: String::new(),
                    reason: None,
                },
                _ => SeenWhat::Document,
            }
        }
    };
    Ok(Seen {
        at: row.instant("seen_at")?,
        officer: OfficerId(row.text("who")?),
        what,
        reference: row.text("reference")?,
        township: TownshipCode::parse(&row.text("township")?),
        key: row.text("line")?,
    })
}
