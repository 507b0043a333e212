//! Marks of residents, what offices answered to bad ones, and how many there are.

use uuid::Uuid;
use zhida::access::{OfficerId, PersonKey};
use zhida::calendar::{Date, Instant, parse_date};
use zhida::casework::{CalledBack, HANDLES, Mark, Moment, Rater, Remark};
use zhida::place::{DivisionCode, OfficeKind, TownshipCode};

use super::seen::of_cases;
use crate::store::apply::{open, seal};
use crate::store::cipher::Keys;
use crate::store::{AssertSqlSafe, Query, Row, StoreError, Tx, Value, params};

/// The constraint that a second mark at one moment of a case runs into.
pub const ONE_MARK: &str = "uq_rating_moment";

const TABLE: &str = "rating";
const COLUMNS: &str =
    "rating.id, rating.case_id, rating.moment, rating.mark, rating.office, rating.rater, rating.remark,
    rating.rated_at, rating.due_on, rating.answer, rating.answered_at, case_row.reference, case_row.county,
    case_row.township, case_row.person, case_row.submitter";
const FROM: &str = "rating JOIN case_row ON case_row.id = rating.case_id";

/// A mark, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRating {
    /// Its id.
    pub id: String,
    /// The case.
    pub case: Uuid,
    /// At which moment.
    pub moment: Moment,
    /// The mark.
    pub mark: Mark,
    /// The kind of the office it belongs to.
    pub office: OfficeKind,
    /// Who gave it.
    pub rater: Rater,
    /// What they said beside it.
    pub remark: Remark,
    /// When they gave it, or changed it last.
    pub rated_at: Instant,
    /// The last day to answer a bad one.
    pub due_on: Option<Date>,
    /// The answer, and when.
    pub answer: Option<(Instant, CalledBack)>,
}

/// A mark with its case, for whoever answers it.
#[derive(Clone, Debug)]
pub struct RatedCase {
    /// The mark.
    pub rating: StoredRating,
    /// The case's reference.
    pub reference: String,
    /// Its county.
    pub county: DivisionCode,
    /// Its township.
    pub township: TownshipCode,
    /// Whom it is about and who handed it in.
    pub parties: Vec<PersonKey>,
    /// Whoever asks has handled the case.
    pub handled: bool,
}

/// How often a mark was given to an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// The kind of the office.
    pub office: OfficeKind,
    /// Its county.
    pub county: DivisionCode,
    /// The township of the case.
    pub township: TownshipCode,
    /// At which moment.
    pub moment: Moment,
    /// The mark.
    pub mark: Mark,
    /// How often.
    pub count: u32,
}

/// Keeps a mark.
///
/// # Errors
/// [`StoreError::Conflict`] of [`ONE_MARK`] where there is one for that moment.
pub async fn insert_rating(tx: &mut Tx, keys: &Keys, new: &StoredRating) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO rating (id, case_id, moment, mark, office, rater, remark, rated_at, due_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            &new.id,
            new.case,
            new.moment.as_str(),
            new.mark.as_str(),
            new.office.as_str(),
            new.rater.to_text(),
            seal(keys, TABLE, "remark", &new.id, &new.remark)?,
            new.rated_at,
            new.due_on.map(|day| day.to_string())
        ],
    )
    .await?;
    Ok(())
}

/// Changes a mark; false where it has been answered.
pub async fn update_rating(tx: &mut Tx, keys: &Keys, changed: &StoredRating) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE rating SET mark = $1, rater = $2, remark = $3, rated_at = $4, due_on = $5
             WHERE id = $6 AND answered_at IS NULL",
            params![
                changed.mark.as_str(),
                changed.rater.to_text(),
                seal(keys, TABLE, "remark", &changed.id, &changed.remark)?,
                changed.rated_at,
                changed.due_on.map(|day| day.to_string()),
                &changed.id
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Answers a bad mark as it was given at a moment; false where it was changed since, or somebody has answered.
pub async fn answer_rating(
    tx: &mut Tx,
    keys: &Keys,
    (id, rated_at): (&str, Instant),
    (at, answer): (Instant, &CalledBack),
) -> Result<bool, StoreError> {
    let answer = seal(keys, TABLE, "answer", id, answer)?;
    let rows = tx
        .execute(
            "UPDATE rating SET answer = $1, answered_at = $2
             WHERE id = $3 AND rated_at = $4 AND due_on IS NOT NULL AND answered_at IS NULL",
            params![answer, at, id, rated_at],
        )
        .await?;
    Ok(rows == 1)
}

/// The marks of one case.
pub async fn list_ratings_of_case(
    q: &mut impl Query,
    keys: &Keys,
    case: Uuid,
) -> Result<Vec<StoredRating>, StoreError> {
    let rows = q
        .all(
            "SELECT id, case_id, moment, mark, office, rater, remark, rated_at, due_on, answer, answered_at
             FROM rating WHERE case_id = $1 ORDER BY rated_at, id",
            params![case],
        )
        .await?;
    rows.iter().map(|row| read(row, keys)).collect()
}

/// The bad marks in the cases of divisions that wait for an answer, the most urgent first; at most so many.
pub async fn list_open_ratings(
    q: &mut impl Query,
    keys: &Keys,
    areas: &[DivisionCode],
    officer: &OfficerId,
    most: u32,
) -> Result<Vec<RatedCase>, StoreError> {
    let (mut conditions, mut values) = of_cases(areas);
    conditions.push("rating.due_on IS NOT NULL AND rating.answered_at IS NULL".to_owned());
    let handled = handled_by(officer, &mut values);
    let sql = format!(
        "SELECT {COLUMNS}, {handled} FROM {FROM} WHERE {} ORDER BY rating.due_on, rating.id LIMIT {most}",
        conditions.join(" AND ")
    );
    let rows = q.all(AssertSqlSafe(sql), values).await?;
    rows.iter().map(|row| with_case(row, keys)).collect()
}

/// A bad mark in a case of these divisions.
pub async fn find_rating(
    q: &mut impl Query,
    keys: &Keys,
    areas: &[DivisionCode],
    officer: &OfficerId,
    id: &str,
) -> Result<Option<RatedCase>, StoreError> {
    let (mut conditions, mut values) = of_cases(areas);
    let handled = handled_by(officer, &mut values);
    values.push(id.into());
    conditions.push(format!("rating.due_on IS NOT NULL AND rating.id = ${}", values.len()));
    let sql = format!(
        "SELECT {COLUMNS}, {handled} FROM {FROM} WHERE {}",
        conditions.join(" AND ")
    );
    let row = q.optional(AssertSqlSafe(sql), values).await?;
    row.map(|row| with_case(&row, keys)).transpose()
}

/// How often each mark was given since a moment in the cases of divisions.
pub async fn count_ratings(
    q: &mut impl Query,
    areas: &[DivisionCode],
    since: Instant,
) -> Result<Vec<Marks>, StoreError> {
    let (mut conditions, mut values) = of_cases(areas);
    values.push(since.into());
    conditions.push(format!("rating.rated_at >= ${}", values.len()));
    let groups = "rating.office, case_row.county, case_row.township, rating.moment, rating.mark";
    let sql = format!(
        "SELECT {groups}, count(*) AS given FROM {FROM} WHERE {} GROUP BY {groups} ORDER BY {groups}",
        conditions.join(" AND ")
    );
    let rows = q.all(AssertSqlSafe(sql), values).await?;
    let marks = rows.iter().map(|row| {
        Ok(Marks {
            office: known(row, "office", OfficeKind::parse)?,
            county: known(row, "county", DivisionCode::parse)?,
            township: known(row, "township", TownshipCode::parse)?,
            moment: known(row, "moment", Moment::parse)?,
            mark: known(row, "mark", Mark::parse)?,
            count: u32::try_from(row.int("given")?).unwrap_or(u32::MAX),
        })
    });
    marks.collect()
}

/// Whether an officer has handled the case, as a column.
fn handled_by(officer: &OfficerId, values: &mut Vec<Value>) -> String {
    values.push(officer.0.as_str().into());
    let officer = values.len();
    format!(
        "CAST(CASE WHEN EXISTS (SELECT 1 FROM event WHERE event.stream = 'case:' || case_row.id
            AND event.actor = ${officer} AND event.kind IN ('{}')) THEN 1 ELSE 0 END AS BIGINT) AS handled",
        HANDLES.join("', '")
    )
}

fn known<T>(row: &Row, column: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
    let text = row.text(column)?;
    parse(&text).ok_or_else(|| StoreError::Other(format!("rating.{column}: {text}")))
}

fn with_case(row: &Row, keys: &Keys) -> Result<RatedCase, StoreError> {
    let submitter = row.text_or_null("submitter")?;
    let parties = std::iter::once(row.text("person")?).chain(submitter);
    Ok(RatedCase {
        rating: read(row, keys)?,
        reference: row.text("reference")?,
        county: known(row, "county", DivisionCode::parse)?,
        township: known(row, "township", TownshipCode::parse)?,
        parties: parties.map(PersonKey).collect(),
        handled: row.bool("handled")?,
    })
}

fn read(row: &Row, keys: &Keys) -> Result<StoredRating, StoreError> {
    let id = row.text("id")?;
    let answer = row.bytes_or_null("answer")?;
    let answer = answer.map(|envelope| open::<CalledBack>(keys, TABLE, "answer", &id, &envelope));
    let due_on = row.text_or_null("due_on")?;
    let due_on = due_on.map(|day| parse_date(&day).ok_or_else(|| StoreError::Other(format!("rating {id}: no day"))));
    Ok(StoredRating {
        case: known(row, "case_id", |text| Uuid::parse_str(text).ok())?,
        moment: known(row, "moment", Moment::parse)?,
        mark: known(row, "mark", Mark::parse)?,
        office: known(row, "office", OfficeKind::parse)?,
        rater: known(row, "rater", Rater::parse)?,
        remark: open(keys, TABLE, "remark", &id, &row.bytes("remark")?)?,
        rated_at: row.instant("rated_at")?,
        due_on: due_on.transpose()?,
        answer: row.instant_or_null("answered_at")?.zip(answer.transpose()?),
        id,
    })
}
