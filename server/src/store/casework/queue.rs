//! The queue: a closed list of filters and orders, one index for each order, turned by keys and never by counting.

use std::fmt;

use zhida::access::OfficerId;
use zhida::calendar::Date;
use zhida::place::TownshipCode;

use super::line::{self, CaseLine};
use super::{NEVER, Scope};
use crate::store::cipher::Keys;
use crate::store::{AssertSqlSafe, Query, StoreError, Value};

/// What narrows a list. The default is everything that is not closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// What is to be done.
    pub work: Work,
    /// A service.
    pub service: Option<String>,
    /// A street or township.
    pub township: Option<TownshipCode>,
    /// How it stands.
    pub state: StateOf,
    /// Who has it.
    pub assigned: Option<Assigned>,
    /// When it is due.
    pub due: Option<DueBy>,
}

/// What is to be done: of one office, or of one officer's roles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Any of these stages; none: all.
    pub stages: Vec<String>,
    /// Those of them that in the cases of a service, by its code, another office works.
    pub but: Vec<(String, Vec<String>)>,
    /// Not what this officer filed for somebody.
    pub not_entered_by: Option<OfficerId>,
}

/// How a case stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StateOf {
    /// Not closed.
    #[default]
    Live,
    /// Worked on, no clock standing still; what is contested once it was closed too.
    Open,
    /// The clock stands still.
    Waiting,
    /// Decided, not yet in effect.
    Decided,
    /// Sent back, and not yet passed on again.
    Returned,
    /// Nothing more to do.
    Closed,
}

/// Who has a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assigned {
    /// Nobody.
    Nobody,
    /// This officer.
    To(OfficerId),
}

/// When a case is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueBy {
    /// The last day is past.
    Overdue,
    /// 70 % of the limit is used.
    Soon,
    /// Today.
    Today,
    /// Within seven days.
    Week,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// What is urgent first, since longest; then the nearest last day.
    #[default]
    Due,
    /// The oldest application first.
    Submitted,
    /// What changed last first.
    Changed,
}

/// The last line of a page: where the next one begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The value of the column sorted by.
    pub key: String,
    /// The id.
    pub id: String,
}

impl Cursor {
    /// As it stands in an address: `2025-07-01.0197…`.
    pub fn parse(text: &str) -> Option<Self> {
        let (key, id) = text.split_once('.')?;
        Some(Self {
            key: key.to_owned(),
            id: id.to_owned(),
        })
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.key, self.id)
    }
}

/// Which page of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageOf {
    /// What narrows it.
    pub filter: Filter,
    /// Its order.
    pub sort: Sort,
    /// The line it comes after; none for the first page.
    pub after: Option<Cursor>,
    /// How many lines at most.
    pub size: u32,
}

/// A page of a list.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its lines.
    pub lines: Vec<CaseLine>,
    /// Where the next page begins, if there is one.
    pub further: Option<Cursor>,
}

/// No case that counts as due soon is due later than so many days from now: it bounds how far an index is read.
const SOON: time::Duration = time::Duration::days(45);

/// A page of the cases somebody may see.
pub async fn list(
    q: &mut impl Query,
    keys: &Keys,
    scope: &Scope,
    page: &PageOf,
    today: Date,
) -> Result<Page, StoreError> {
    let PageOf {
        filter,
        sort,
        after,
        size,
    } = page;
    // Closed cases have no day by which to sort them.
    let sort = if filter.state == StateOf::Closed {
        Sort::Changed
    } else {
        *sort
    };
    let size = usize::try_from(*size).unwrap_or(usize::MAX);
    let mut lines = Vec::new();
    for part in Part::of(sort) {
        let after = after.as_ref();
        let wanted = size.saturating_add(1).saturating_sub(lines.len());
        // Whoever turned to a page after the first part has read that part.
        let behind = after.is_some_and(|after| Part::of_cursor(sort, after) > *part);
        if wanted == 0 || behind {
            continue;
        }
        let mut built = Built::of_scope(scope);
        // A page is read from the index of its order until it is full. Through the index of stages, which is there for
        // counting, every case of the stage would be read and sorted for it.
        built.stage = "case_row.stage || ''";
        built.narrow(filter, today);
        built.part(*part);
        if let Some(after) = after.filter(|after| Part::of_cursor(sort, after) == *part) {
            built.after(*part, after);
        }
        let limit = built.add(i64::try_from(wanted).unwrap_or(i64::MAX));
        let condition = built.conditions.join(" AND ");
        let sql = line::select_page(&condition, part.order(), &limit);
        lines.extend(line::read_all(q, keys, sql, built.values).await?);
    }
    let more = lines.len() > size;
    lines.truncate(size);
    let further = lines.last().filter(|_| more).map(|line| Cursor {
        key: match (sort, line.hurry) {
            (Sort::Due, Some(hurry)) => format!("{URGENT}{}", hurry.since.epoch_ms()),
            (Sort::Due, None) => line.due_on.map_or_else(|| NEVER.to_owned(), |day| day.to_string()),
            (Sort::Submitted, _) => line.submitted_on.to_string(),
            (Sort::Changed, _) => line.changed_at.epoch_ms().to_string(),
        },
        id: line.id.to_string(),
    });
    Ok(Page { lines, further })
}

/// What the key of a cursor begins with whose line is urgent.
const URGENT: char = 'u';

/// A part of a list with an order of its own; parts follow each other. What is urgent is so little that it has an index of
/// its own, and the indexes of the orders stay what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Urgent,
    Due,
    Submitted,
    Changed,
}

impl Part {
    fn of(sort: Sort) -> &'static [Self] {
        match sort {
            Sort::Due => &[Self::Urgent, Self::Due],
            Sort::Submitted => &[Self::Submitted],
            Sort::Changed => &[Self::Changed],
        }
    }

    /// The part that a cursor's line stands in.
    fn of_cursor(sort: Sort, cursor: &Cursor) -> Self {
        match sort {
            Sort::Due if cursor.key.starts_with(URGENT) => Self::Urgent,
            Sort::Due => Self::Due,
            Sort::Submitted => Self::Submitted,
            Sort::Changed => Self::Changed,
        }
    }

    fn order(self) -> &'static str {
        match self {
            Self::Urgent => "case_row.urgent_since, case_row.id",
            Self::Due => "case_row.due_on, case_row.id",
            Self::Submitted => "case_row.submitted_on, case_row.id",
            Self::Changed => "case_row.changed_at DESC, case_row.id DESC",
        }
    }
}

/// How many each of these filters leaves, in their order; counting stops at a bound. One statement for all of them: on
/// PostgreSQL each is a journey to the database.
pub async fn count_each_up_to(
    q: &mut impl Query,
    scope: &Scope,
    filters: &[Filter],
    bound: u32,
    today: Date,
) -> Result<Vec<u32>, StoreError> {
    let mut built = Built::of_scope(scope);
    let limit = built.add(i64::from(bound));
    let within = std::mem::take(&mut built.conditions);
    let counts = filters.iter().enumerate().map(|(at, filter)| {
        built.conditions.clone_from(&within);
        built.narrow(filter, today);
        let condition = built.conditions.join(" AND ");
        format!("(SELECT count(*) FROM (SELECT 1 AS one FROM case_row WHERE {condition} LIMIT {limit}) AS counted_{at}) AS found_{at}")
    });
    let counts: Vec<String> = counts.collect();
    if counts.is_empty() {
        return Ok(Vec::new());
    }
    let row = q
        .one(AssertSqlSafe(format!("SELECT {}", counts.join(", "))), built.values)
        .await?;
    (0..counts.len())
        .map(|at| Ok(u32::try_from(row.int(&format!("found_{at}"))?).unwrap_or(u32::MAX)))
        .collect()
}

/// The most urgent case that nobody has, of this work; those that must not be worked on by the reader are for the
/// caller to pass over, which is why there are several.
pub async fn find_next_unclaimed(
    q: &mut impl Query,
    keys: &Keys,
    scope: &Scope,
    work: &Work,
    today: Date,
) -> Result<Vec<CaseLine>, StoreError> {
    if work.stages.is_empty() {
        return Ok(Vec::new());
    }
    let filter = Filter {
        state: StateOf::Open,
        assigned: Some(Assigned::Nobody),
        work: work.clone(),
        ..Filter::default()
    };
    let mut lines = Vec::new();
    for part in Part::of(Sort::Due) {
        let mut built = Built::of(scope, &filter, today);
        built.part(*part);
        let condition = format!("{} ORDER BY {} LIMIT 20", built.conditions.join(" AND "), part.order());
        lines.extend(line::read_all(q, keys, line::select(&condition), built.values).await?);
    }
    Ok(lines)
}

/// Conditions put together from fixed pieces.
struct Built {
    conditions: Vec<String>,
    values: Vec<Value>,
    /// What stands for the stage: the column, or what no index answers.
    stage: &'static str,
}

impl Built {
    fn of(scope: &Scope, filter: &Filter, today: Date) -> Self {
        let mut built = Self::of_scope(scope);
        built.narrow(filter, today);
        built
    }

    fn of_scope(scope: &Scope) -> Self {
        let predicate = scope.predicate(1);
        Self {
            conditions: vec![predicate.sql],
            values: predicate.values,
            stage: "case_row.stage",
        }
    }

    fn narrow(&mut self, filter: &Filter, today: Date) {
        self.state(filter.state, today);
        self.work(&filter.work);
        if let Some(service) = &filter.service {
            let service = self.add(service.as_str());
            self.conditions.push(format!("case_row.service = {service}"));
        }
        if let Some(township) = filter.township {
            let township = self.add(township.as_str());
            self.conditions.push(format!("case_row.township = {township}"));
        }
        match &filter.assigned {
            Some(Assigned::Nobody) => self.conditions.push("case_row.assignee = ''".to_owned()),
            Some(Assigned::To(officer)) => {
                let officer = self.add(officer.0.as_str());
                self.conditions.push(format!("case_row.assignee = {officer}"));
            }
            None => {}
        }
        if let Some(due) = filter.due {
            self.due(due, today);
        }
    }

    fn add(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    fn push(&mut self, condition: &str) {
        self.conditions.push(condition.to_owned());
    }

    fn work(&mut self, work: &Work) {
        if !work.stages.is_empty() {
            let stages = self.one_of(self.stage, &work.stages);
            self.conditions.push(stages);
        }
        for (service, stages) in &work.but {
            let service = self.add(service.as_str());
            let stages = self.one_of(self.stage, stages);
            self.conditions
                .push(format!("NOT (case_row.service = {service} AND {stages})"));
        }
        if let Some(officer) = &work.not_entered_by {
            let officer = self.add(officer.0.as_str());
            self.conditions.push(format!("case_row.entered_by <> {officer}"));
        }
    }

    fn one_of(&mut self, column: &str, values: &[String]) -> String {
        let values: Vec<String> = values.iter().map(|value| self.add(value.as_str())).collect();
        format!("{column} IN ({})", values.join(", "))
    }

    /// The words of partial indexes stand in the text, where the planner sees them.
    fn state(&mut self, state: StateOf, today: Date) {
        match state {
            StateOf::Closed => return self.push("case_row.state = 'closed'"),
            StateOf::Live => {}
            StateOf::Open => {
                let today = self.add(today.to_string());
                self.conditions.push(format!(
                    "(case_row.state = 'open' OR (case_row.state = 'waiting' AND case_row.paused_until < {today}))"
                ));
            }
            StateOf::Waiting => {
                let today = self.add(today.to_string());
                self.push("case_row.state = 'waiting'");
                self.conditions.push(format!("case_row.paused_until >= {today}"));
            }
            StateOf::Decided => self.push("case_row.state = 'decided'"),
            StateOf::Returned => self.push("case_row.returned <> ''"),
        }
        self.push("case_row.state <> 'closed'");
    }

    fn due(&mut self, due: DueBy, today: Date) {
        let day = today.to_string();
        let days = |days: time::Duration| today.checked_add(days).unwrap_or(today).to_string();
        match due {
            DueBy::Overdue => {
                let day = self.add(day);
                self.conditions.push(format!("case_row.due_on < {day}"));
            }
            DueBy::Today => {
                let day = self.add(day);
                self.conditions.push(format!("case_row.due_on = {day}"));
            }
            DueBy::Week => {
                let (from, to) = (self.add(day), self.add(days(time::Duration::days(7))));
                self.conditions
                    .push(format!("case_row.due_on >= {from} AND case_row.due_on <= {to}"));
            }
            DueBy::Soon => {
                let (from, to) = (self.add(day), self.add(days(SOON)));
                self.conditions.push(format!(
                    "case_row.due_on >= {from} AND case_row.due_on <= {to} AND case_row.at_risk_on <= {from}
                     AND case_row.paused_until < {from}"
                ));
            }
        }
    }

    /// The urgent ones are asked for by their own index; of the others they are left out by it.
    fn part(&mut self, part: Part) {
        match part {
            Part::Urgent => self.push("case_row.urgent_since IS NOT NULL"),
            Part::Due => self.push(
                "case_row.id NOT IN (SELECT hurried.id FROM case_row AS hurried WHERE hurried.urgent_since IS NOT NULL)",
            ),
            Part::Submitted | Part::Changed => {}
        }
    }

    fn after(&mut self, part: Part, after: &Cursor) {
        let (column, sign, key) = match part {
            Part::Urgent => {
                let since = after.key.trim_start_matches(URGENT);
                (
                    "urgent_since",
                    '>',
                    Value::from(since.parse::<i64>().unwrap_or_default()),
                )
            }
            Part::Due => ("due_on", '>', Value::from(after.key.as_str())),
            Part::Submitted => ("submitted_on", '>', Value::from(after.key.as_str())),
            Part::Changed => (
                "changed_at",
                '<',
                Value::from(after.key.parse::<i64>().unwrap_or_default()),
            ),
        };
        let (key, id) = (self.add(key), self.add(after.id.as_str()));
        self.conditions
            .push(format!("(case_row.{column}, case_row.id) {sign} ({key}, {id})"));
    }
}
