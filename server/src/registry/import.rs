//! Takes a register file into the database: first it is surveyed, then written in slices. A file is the whole
//! register, or that of one county: whom it does not have any more is ended.

use std::collections::HashSet;
use std::io;
use std::path::Path;

use encoding_rs::Encoding;
use serde_json::json;
use uuid::Uuid;
use zhida::calendar::Date;
use zhida::place::DivisionCode;
use zhida::registry::{Entry, RowProblem, read_row, resident_id_of};

use super::bad_lines::BadLines;
use super::file::{FileProblem, Row, Rows, encoding_of};
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::event::{self, NewEvent};
use crate::store::registry::{self, Counts, SLICE};

/// What to import, and how.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// The register file.
    pub file: &'a Path,
    /// Where lines go that cannot be kept.
    pub bad_lines: &'a Path,
    /// The county whose whole register the file is; otherwise it is everybody's.
    pub county: Option<DivisionCode>,
    /// Whether more than one row in twenty may end.
    pub accept_drop: bool,
}

/// Why nothing, or not everything, was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportProblem {
    /// The file is no register.
    #[error(transparent)]
    File(#[from] FileProblem),
    /// The file of bad lines cannot be written.
    #[error("the file of bad lines cannot be written: {0}")]
    BadLines(io::Error),
    /// Too many would end; nothing was changed.
    #[error(
        "it would end {ended} of {known} known rows, more than 5 %: nothing was changed. If that is right, run it again with --accept-drop"
    )]
    Drop {
        /// Known rows that the file does not have.
        ended: usize,
        /// Known rows.
        known: usize,
    },
    /// The database refused; what is written by then stays, and the same file can be imported again.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Imports a file. The same file again changes nothing.
///
/// # Errors
/// See [`ImportProblem`].
pub async fn import(portal: &Portal, order: Order<'_>) -> Result<Counts, ImportProblem> {
    let encoding = encoding_of(order.file).map_err(FileProblem::from)?;
    let survey = Survey::make(portal, order, encoding)?;
    let ended = gone(portal, order.county, &survey).await?;
    if !order.accept_drop && ended.people.len() * 100 > ended.known * 5 {
        return Err(ImportProblem::Drop {
            ended: ended.people.len(),
            known: ended.known,
        });
    }
    let mut counts = Counts {
        lines: survey.lines,
        bad: survey.bad.len() as u64,
        ended: ended.people.len() as u64,
        ..Counts::default()
    };
    write(portal, order, encoding, &survey, &mut counts).await?;
    for people in ended.people.chunks(SLICE) {
        let mut tx = portal.store.begin().await?;
        registry::end(&mut tx, people, portal.now()).await?;
        tx.commit().await?;
    }
    note(portal, order, counts).await?;
    Ok(counts)
}

/// Half of a keyed hash: enough to tell any two people apart.
type Mark = [u8; 16];

fn mark_of(hash: &str) -> Mark {
    let mut mark = Mark::default();
    for (byte, digits) in mark.iter_mut().zip(hash.as_bytes().chunks(2)) {
        let digits = std::str::from_utf8(digits).unwrap_or_default();
        *byte = u8::from_str_radix(digits, 16).unwrap_or_default();
    }
    mark
}

/// What one reading of the file tells, before anything is changed.
struct Survey {
    today: Date,
    lines: u64,
    /// Lines that are not kept.
    bad: HashSet<u64>,
    /// Everybody who is in the file, also on a bad line.
    present: HashSet<Mark>,
}

impl Survey {
    fn make(portal: &Portal, order: Order<'_>, encoding: &'static Encoding) -> Result<Self, ImportProblem> {
        let mut rows = Rows::open(order.file, encoding)?;
        let mut bad_lines = BadLines::create(order.bad_lines).map_err(ImportProblem::BadLines)?;
        let mut survey = Self {
            today: portal.today(),
            lines: 0,
            bad: HashSet::new(),
            present: HashSet::new(),
        };
        let mut kept: HashSet<Mark> = HashSet::new();
        while let Some(row) = rows.next().map_err(FileProblem::from)? {
            survey.lines += 1;
            let values = rows.values(&row);
            let owner = resident_id_of(&values).map(|id| mark_of(&registry::hash_of(&portal.keys, &id)));
            survey.present.extend(owner);
            let problems = match read(&row, &values, survey.today, order.county) {
                Ok(_) if owner.is_some_and(|owner| kept.insert(owner)) => continue,
                Ok(_) => vec![RowProblem {
                    column: "resident_id",
                    code: "twice_in_this_file",
                }],
                Err(problems) => problems,
            };
            let written = bad_lines.push(row.line, &problems, &values.into_iter().collect());
            written.map_err(ImportProblem::BadLines)?;
            survey.bad.insert(row.line);
        }
        bad_lines.finish().map_err(ImportProblem::BadLines)?;
        Ok(survey)
    }
}

fn read(row: &Row, values: &[&str; 12], today: Date, county: Option<DivisionCode>) -> Result<Entry, Vec<RowProblem>> {
    if !row.whole {
        return Err(vec![RowProblem {
            column: "line",
            code: "not_as_many_values_as_columns",
        }]);
    }
    let entry = read_row(values, today)?;
    if county.is_some_and(|county| county != entry.hukou_county) {
        return Err(vec![RowProblem {
            column: "hukou_county",
            code: "of_another_county",
        }]);
    }
    Ok(entry)
}

/// Known people whom the file does not have.
struct Gone {
    known: usize,
    people: Vec<Uuid>,
}

async fn gone(portal: &Portal, county: Option<DivisionCode>, survey: &Survey) -> Result<Gone, StoreError> {
    let mut gone = Gone {
        known: 0,
        people: Vec::new(),
    };
    let mut after = None;
    loop {
        let page = registry::list_current(&mut portal.store.read(), county, after, 1000).await?;
        let Some((last, _)) = page.last() else {
            return Ok(gone);
        };
        after = Some(*last);
        gone.known += page.len();
        let missing = page.iter().filter(|(_, hash)| !survey.present.contains(&mark_of(hash)));
        gone.people.extend(missing.map(|(id, _)| *id));
    }
}

/// Reads the file again and writes its good lines.
async fn write(
    portal: &Portal,
    order: Order<'_>,
    encoding: &'static Encoding,
    survey: &Survey,
    counts: &mut Counts,
) -> Result<(), ImportProblem> {
    let mut rows = Rows::open(order.file, encoding)?;
    let mut slice = Vec::with_capacity(SLICE);
    while let Some(row) = rows.next().map_err(FileProblem::from)? {
        if survey.bad.contains(&row.line) {
            continue;
        }
        // A file that changes under our eyes loses the lines that changed.
        if let Ok(entry) = read(&row, &rows.values(&row), survey.today, order.county) {
            slice.push(entry);
        }
        if slice.len() == SLICE {
            write_slice(portal, &slice, counts).await?;
            slice.clear();
        }
    }
    write_slice(portal, &slice, counts).await?;
    Ok(())
}

async fn write_slice(portal: &Portal, slice: &[Entry], counts: &mut Counts) -> Result<(), StoreError> {
    let keys = &portal.keys;
    let hashes: Vec<String> = slice
        .iter()
        .map(|entry| registry::hash_of(keys, &entry.resident_id))
        .collect();
    let known = registry::list_known(&mut portal.store.read(), &hashes).await?;
    let mut new = Vec::new();
    let mut other = Vec::new();
    for (entry, hash) in slice.iter().zip(&hashes) {
        match known.get(hash) {
            None => new.push((portal.random_id(), entry)),
            Some(known) if known.ended || known.entry_hash != registry::entry_hash(keys, entry) => {
                other.push((known.person, entry));
            }
            Some(_) => counts.unchanged += 1,
        }
    }
    if new.is_empty() && other.is_empty() {
        return Ok(());
    }
    let mut tx = portal.store.begin().await?;
    registry::insert(&mut tx, keys, &new, portal.now()).await?;
    for (person, entry) in &other {
        registry::update(&mut tx, keys, *person, entry, portal.now()).await?;
    }
    tx.commit().await?;
    counts.added += new.len() as u64;
    counts.changed += other.len() as u64;
    Ok(())
}

/// Keeps on record what was done.
async fn note(portal: &Portal, order: Order<'_>, counts: Counts) -> Result<(), StoreError> {
    let id = portal.random_id();
    let payload = json!({
        "import": id.to_string(),
        "county": order.county,
        "lines": counts.lines,
        "added": counts.added,
        "changed": counts.changed,
        "unchanged": counts.unchanged,
        "ended": counts.ended,
        "bad": counts.bad,
    });
    for _ in 0..5 {
        let mut tx = portal.store.begin().await?;
        registry::insert_import(&mut tx, id, &counts, portal.now()).await?;
        let imported = NewEvent {
            stream: "system",
            expected_seq: event::find_last_seq(&mut tx, "system").await?,
            kind: "registry_imported",
            actor: None,
            role: None,
            office: None,
            at: portal.now(),
            payload: &payload,
        };
        match event::append(&mut tx, &portal.keys, &imported).await {
            Ok(_) => return tx.commit().await,
            // Somebody else's event came first.
            Err(problem) if problem.is_conflict(event::VERSION) => {}
            Err(problem) => return Err(problem),
        }
    }
    Err(StoreError::Unavailable)
}
