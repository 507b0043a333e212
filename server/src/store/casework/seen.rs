//! Who saw what: cases opened, masked values revealed, documents opened, people looked for, for those who audit it.

use uuid::Uuid;
use zhida::access::{Division, OfficerId, Sight};
use zhida::calendar::{Date, Instant};
use zhida::casework::{Event, Reference};
use zhida::place::{DivisionCode, Divisions, Level, TownshipCode};

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
    /// Of which case; nothing of a search.
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
    /// Whom they looked for shows in what was found.
    Searched {
        /// By what: `name`, `resident_id`, `certificate_number`, `reference`; nothing once it is erased.
        by: Option<String>,
        /// How many cases it showed.
        found: usize,
        /// For which division they worked.
        division: Option<Division>,
    },
}

/// What narrows the list.
#[derive(Clone, Debug, Default)]
pub struct SeenBy {
    /// One officer.
    pub officer: Option<OfficerId>,
    /// One case. What a search showed is not known by case.
    pub reference: Option<Reference>,
    /// From this day on.
    pub from: Option<Date>,
    /// Up to this day and with it.
    pub to: Option<Date>,
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
    /// Which reading it is, for whoever was read: it tells neither who read nor the inner name of the case.
    pub fn line(&self, keys: &Keys) -> String {
        keys.lookup_hash("seen_line", &format!("{} {}", self.at.epoch_ms(), self.key))
    }

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
    for source in [Source::Events, Source::Views, Source::Searches] {
        let within = match source {
            Source::Events | Source::Views => of_cases(areas),
            Source::Searches => of_offices(areas),
        };
        let left_out = match source {
            Source::Events => false,
            Source::Views => by.only_revealed,
            Source::Searches => by.only_revealed || by.reference.is_some(),
        };
        if left_out {
            continue;
        }
        let (sql, values) = source.question(within, by, after, size);
        for row in q.all(AssertSqlSafe(sql), values).await? {
            seen.push(read(&row, keys, source)?);
        }
    }
    Ok(the_latest(seen, size))
}

/// Who saw one case, the latest first; at most so many. What a search showed is not known by case.
pub async fn list_seen_of_case(
    q: &mut impl Query,
    keys: &Keys,
    case: Uuid,
    size: usize,
) -> Result<Vec<Seen>, StoreError> {
    let mut seen = Vec::new();
    for source in [Source::Events, Source::Views] {
        let within = (vec!["case_row.id = $1".to_owned()], vec![case.to_string().into()]);
        let (sql, values) = source.question(within, &SeenBy::default(), None, size);
        for row in q.all(AssertSqlSafe(sql), values).await? {
            seen.push(read(&row, keys, source)?);
        }
    }
    Ok(the_latest(seen, size))
}

fn the_latest(mut seen: Vec<Seen>, size: usize) -> Vec<Seen> {
    seen.sort_by(|a, b| (b.at, &b.key).cmp(&(a.at, &a.key)));
    seen.truncate(size);
    seen
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Events,
    Views,
    Searches,
}

impl Source {
    /// Fixed pieces and numbered arguments.
    fn question(
        self,
        (mut conditions, mut values): (Vec<String>, Vec<Value>),
        by: &SeenBy,
        after: Option<&SeenUntil>,
        size: usize,
    ) -> (String, Vec<Value>) {
        let (columns, from, at, who, key) = match self {
            Self::Events => (
                "event.stream, event.seq, event.kind, event.payload, case_row.reference, case_row.township",
                "event JOIN case_row ON case_row.id = substr(event.stream, 6)",
                "event.at",
                "event.actor",
                "event.stream || '/' || CAST(event.seq AS TEXT)",
            ),
            Self::Views => (
                "case_view.day, case_row.reference, case_row.township",
                "case_view JOIN case_row ON case_row.id = case_view.case_id",
                "case_view.first_at",
                "case_view.officer",
                "case_view.case_id || ' ' || case_view.officer",
            ),
            Self::Searches => (
                "event.stream, event.seq, event.kind, event.payload, event.office",
                "event",
                "event.at",
                "event.actor",
                "event.stream || '/' || CAST(event.seq AS TEXT)",
            ),
        };
        if self == Self::Events {
            conditions.push("event.kind IN ('revealed', 'document_viewed')".to_owned());
            conditions.push("event.office IS NOT NULL".to_owned());
        }
        if self == Self::Searches {
            conditions.push("event.kind = 'searched'".to_owned());
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
        if let Some(from) = by.from {
            conditions.push(format!("{at} >= {}", add(Instant::start_of(from).into())));
        }
        if let Some(next) = by.to.and_then(Date::next_day) {
            conditions.push(format!("{at} < {}", add(Instant::start_of(next).into())));
        }
        if let Some(after) = after {
            let (moment, line) = (add(after.at.into()), add(after.key.as_str().into()));
            conditions.push(format!("({at} < {moment} OR ({at} = {moment} AND {key} < {line}))"));
        }
        let sql = format!(
            "SELECT {at} AS seen_at, {who} AS who, {key} AS line, {columns}
             FROM {from} WHERE {} ORDER BY {at} DESC, {key} DESC LIMIT {size}",
            conditions.join(" AND ")
        );
        (sql, values)
    }
}

/// The cases of divisions, sealed ones included, confidential ones not: for auditors and supervisors there are none.
pub(super) fn of_cases(areas: &[DivisionCode]) -> (Vec<String>, Vec<Value>) {
    let sight = Sight {
        officer: OfficerId(String::new()),
        townships: Vec::new(),
        areas: areas.to_vec(),
        sealed_areas: areas.to_vec(),
        confidential_areas: Vec::new(),
        not_theirs: Vec::new(),
        once_contested: Vec::new(),
        objected_areas: Vec::new(),
    };
    let scope = Scope::officer(sight).predicate(1);
    (vec![format!("({})", scope.sql)], scope.values)
}

/// The offices of divisions: codes say by how they begin what they are part of.
fn of_offices(areas: &[DivisionCode]) -> (Vec<String>, Vec<Value>) {
    let mut values: Vec<Value> = Vec::new();
    let mut any = Vec::new();
    for area in areas {
        let code = area.as_str();
        let level = Divisions::shipped().find(*area).map(|found| found.level);
        let begins = match level {
            Some(Level::Province) => &code[..2],
            Some(Level::Prefecture) => &code[..4],
            _ => code,
        };
        values.push(format!("{begins}%").into());
        any.push(format!("event.office LIKE ${}", values.len()));
    }
    if any.is_empty() {
        any.push("1 = 0".to_owned());
    }
    (vec![format!("({})", any.join(" OR "))], values)
}

fn read(row: &Row, keys: &Keys, source: Source) -> Result<Seen, StoreError> {
    let what = match source {
        Source::Views => SeenWhat::Opened,
        Source::Searches => {
            let payload = event::payload_of(row, keys)?;
            let by = payload.as_ref().and_then(|said| said["by"].as_str());
            let shown = payload.as_ref().and_then(|said| said["cases"].as_array());
            SeenWhat::Searched {
                by: by.map(str::to_owned),
                found: shown.map_or(0, Vec::len),
                division: row.text_or_null("office")?.as_deref().and_then(Division::parse),
            }
        }
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
    let (reference, township) = match source {
        Source::Searches => (String::new(), None),
        Source::Events | Source::Views => (row.text("reference")?, TownshipCode::parse(&row.text("township")?)),
    };
    Ok(Seen {
        at: row.instant("seen_at")?,
        officer: OfficerId(row.text("who")?),
        what,
        reference,
        township,
        key: row.text("line")?,
    })
}
