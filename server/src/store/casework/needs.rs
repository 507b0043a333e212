//! The needs database (需求库): who waits for what a county gives only so often in a year, the most urgent first.

use zhida::place::DivisionCode;

use super::Scope;
use super::line::{self, CaseLine};
use crate::store::cipher::Keys;
use crate::store::{AssertSqlSafe, Query, StoreError, params};

/// A case that waits.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The case as lists show it.
    pub line: CaseLine,
    /// How urgent it is.
    pub score: i64,
    /// What makes it so: codes with their points.
    pub parts: Vec<(String, i64)>,
}

/// Which list: a county's for a service, of the cases at a step.
#[derive(Clone, Copy, Debug)]
pub struct ListOfNeeds<'a> {
    /// The county.
    pub county: DivisionCode,
    /// The service, by its code.
    pub service: &'a str,
    /// The step at which they wait.
    pub stage: &'a str,
}

/// The cases that wait, the most urgent first; of equal ones the oldest application. At most so many.
///
/// # Errors
/// A database that does not answer; a row that cannot be read.
pub async fn list_needs(
    q: &mut impl Query,
    keys: &Keys,
    scope: &Scope,
    list: ListOfNeeds<'_>,
    most: u32,
) -> Result<Vec<Waiting>, StoreError> {
    let scope = scope.predicate(4);
    let condition = format!(
        "case_row.county = $1 AND case_row.service = $2 AND case_row.stage = $3 AND case_row.priority IS NOT NULL
         AND case_row.state <> 'closed' AND ({})",
        scope.sql
    );
    let order = "case_row.priority DESC, case_row.submitted_on, case_row.id";
    let sql = line::select_page(&condition, order, &most.to_string());
    let mut values = params![list.county.as_str(), list.service, list.stage];
    values.extend(scope.values);
    let rows = q.all(AssertSqlSafe(sql), values).await?;
    rows.iter()
        .map(|row| {
            Ok(Waiting {
                line: line::read(row, keys)?,
                score: row.int("priority")?,
                parts: parts(&row.text("priority_parts")?),
            })
        })
        .collect()
}

/// How many cases of a service a county granted in a calendar year, whoever sees them.
///
/// # Errors
/// A database that does not answer.
pub async fn count_provided(
    q: &mut impl Query,
    county: DivisionCode,
    service: &str,
    year: i32,
) -> Result<i64, StoreError> {
    let sql = "SELECT COUNT(*) AS provided FROM case_row
        WHERE county = $1 AND service = $2 AND provided_on >= $3 AND provided_on <= $4 AND provided_on <> ''";
    let (first, last) = (format!("{year:04}-01-01"), format!("{year:04}-12-31"));
    let row = q.one(sql, params![county.as_str(), service, first, last]).await?;
    row.int("provided")
}

fn parts(text: &str) -> Vec<(String, i64)> {
    let parts = text.split(' ').filter_map(|part| part.split_once('='));
    parts
        .filter_map(|(code, points)| Some((code.to_owned(), points.parse().ok()?)))
        .collect()
}
