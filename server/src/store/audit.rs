//! Whether what happened is still what was written down: every event against its chain, every seal and anchor against
//! the events.

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

use data_encoding::HEXLOWER;

use super::cipher::{Keys, mac};
use super::event::{Header, START, row_id};
use super::seal::{self, Seal};
use super::{Query, Reader, Row, Store, StoreError, params};

/// What an audit found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Streams looked at.
    pub streams: u64,
    /// Events looked at.
    pub events: u64,
    /// Events whose content was erased by law; they are in order.
    pub erased: u64,
    /// Seals looked at, of the database and of the anchors.
    pub seals: u64,
    /// Seals of the database without an anchor in the folder, which another server may have.
    pub without_anchor: Vec<i64>,
    /// What is wrong, each once.
    pub findings: BTreeSet<Finding>,
}

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// An event is not the one that was written.
    Changed(String, i64),
    /// An event between others is gone.
    Removed(String, i64),
    /// The stream ends before an event that was sealed.
    CutOff(String, i64),
    /// A seal was altered or signed with another key.
    SealChanged(i64),
    /// A seal between others, or one that an anchor still has, is gone from the database.
    SealRemoved(i64),
    /// An anchor file is not readable or not signed by this portal.
    AnchorChanged(String),
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed(stream, seq) => write!(f, "{stream}: event {seq} was changed"),
            Self::Removed(stream, seq) => write!(f, "{stream}: event {seq} was removed"),
            Self::CutOff(stream, seq) => write!(f, "{stream}: event {seq}, the last one sealed, was cut off"),
            Self::SealChanged(number) => write!(f, "seal {number} was changed"),
            Self::SealRemoved(number) => write!(f, "seal {number} was removed"),
            Self::AnchorChanged(name) => write!(f, "anchor {name} was changed"),
        }
    }
}

/// Looks at everything.
///
/// # Errors
/// The database or the folder cannot be read.
pub async fn verify(store: &Store, keys: &Keys, anchors: &Path) -> Result<Report, StoreError> {
    let mut reader = store.read();
    let mut report = Report::default();
    verify_chains(&mut reader, keys, &mut report).await?;
    verify_seals(&mut reader, keys, anchors, &mut report).await?;
    Ok(report)
}

/// How many events are read at a time.
const SLICE: i64 = 2000;

async fn verify_chains(reader: &mut Reader, keys: &Keys, report: &mut Report) -> Result<(), StoreError> {
    let mut stream = String::new();
    let mut seq = 0;
    // The hash of the event before; none where that one is missing and the chain cannot be followed.
    let mut before: Option<Vec<u8>> = None;
    loop {
        let rows = reader
            .all(
                "SELECT stream, seq, kind, actor, role, office, at, payload, salt, digest, hash FROM event
                 WHERE (stream, seq) > ($1, $2) ORDER BY stream, seq LIMIT $3",
                params![&stream, seq, SLICE],
            )
            .await?;
        if rows.is_empty() {
            return Ok(());
        }
        for row in &rows {
            let of = row.text("stream")?;
            if of != stream {
                stream = of;
                seq = 0;
                before = Some(START.to_vec());
                report.streams += 1;
            }
            let number = row.int("seq")?;
            for gone in seq + 1..number {
                report.findings.insert(Finding::Removed(stream.clone(), gone));
                before = None;
            }
            seq = number;
            report.events += 1;
            if row.bytes_or_null("payload")?.is_none() {
                report.erased += 1;
            }
            if !is_whole(row, keys, before.as_deref())? {
                report.findings.insert(Finding::Changed(stream.clone(), seq));
            }
            before = Some(row.bytes("hash")?);
        }
    }
}

/// Whether an event's content has its digest, and the event its hash.
fn is_whole(row: &Row, keys: &Keys, before: Option<&[u8]>) -> Result<bool, StoreError> {
    let (stream, seq) = (row.text("stream")?, row.int("seq")?);
    let digest = row.bytes("digest")?;
    if let (Some(envelope), Some(salt)) = (row.bytes_or_null("payload")?, row.bytes_or_null("salt")?) {
        let plain = keys.open("event", "payload", &row_id(&stream, seq), &envelope);
        let salt: Option<[u8; 32]> = salt.try_into().ok();
        let is_digest = match (plain, salt) {
            (Ok(plain), Some(salt)) => mac(&salt, &[&plain])[..] == digest[..],
            _ => false,
        };
        if !is_digest {
            return Ok(false);
        }
    }
    let Some(before) = before else { return Ok(true) };
    let (kind, actor) = (row.text("kind")?, row.text_or_null("actor")?);
    let (role, office) = (row.text_or_null("role")?, row.text_or_null("office")?);
    let header = Header {
        stream: &stream,
        seq,
        kind: &kind,
        actor: actor.as_deref(),
        role: role.as_deref(),
        office: office.as_deref(),
        at: row.instant("at")?,
    };
    Ok(header.chain(before, &digest)[..] == row.bytes("hash")?[..])
}

async fn verify_seals(reader: &mut Reader, keys: &Keys, anchors: &Path, report: &mut Report) -> Result<(), StoreError> {
    let folder = anchors.to_owned();
    let anchors = tokio::task::spawn_blocking(move || seal::read_anchors(&folder)).await;
    let anchors = anchors.map_err(|problem| StoreError::Other(problem.to_string()))?;
    let anchors = anchors.map_err(|problem| StoreError::Other(format!("the anchors cannot be read: {problem}")))?;
    let mut trusted = Vec::new();
    for (path, anchor) in anchors {
        match anchor {
            Ok(anchor) if anchor.sign(keys) == anchor.mac => trusted.push(anchor),
            _ => {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                report.findings.insert(Finding::AnchorChanged(name));
            }
        }
    }

    let in_database = seal::find_last_number(reader).await?;
    let last = trusted.iter().map(|anchor| anchor.number).fold(in_database, i64::max);
    for number in 1..=last {
        let anchor = trusted.iter().find(|anchor| anchor.number == number);
        let kept = seal::find(reader, number).await?;
        report.seals += 1;
        if anchor.is_none() && kept.is_some() {
            report.without_anchor.push(number);
        }
        let kept_is_good = kept.as_ref().is_some_and(|kept| kept.sign(keys) == kept.mac);
        match &kept {
            None => {
                report.findings.insert(Finding::SealRemoved(number));
            }
            // Its own signature covers the one before: where that is gone, the anchor says which it was.
            Some(kept) if !kept_is_good && anchor.is_none_or(|anchor| anchor.mac != kept.mac) => {
                report.findings.insert(Finding::SealChanged(number));
            }
            Some(kept) if anchor.is_some_and(|anchor| anchor.heads != kept.heads || anchor.mac != kept.mac) => {
                report.findings.insert(Finding::SealChanged(number));
            }
            Some(_) => {}
        }
        // The heads are those of whichever can be trusted.
        if let Some(seal) = anchor.or(kept.as_ref().filter(|_| kept_is_good)) {
            verify_heads(reader, seal, report).await?;
        }
    }
    Ok(())
}

/// Whether the events that were sealed are there, and the same.
async fn verify_heads(reader: &mut Reader, seal: &Seal, report: &mut Report) -> Result<(), StoreError> {
    for heads in seal.heads.chunks(100) {
        // One question for many: `VALUES ($1, $2), …` of fixed pieces.
        let places: Vec<String> = (0..heads.len())
            .map(|at| format!("(${}, ${})", at * 2 + 1, at * 2 + 2))
            .collect();
        let sql = format!(
            "WITH wanted (stream, seq) AS (VALUES {})
             SELECT wanted.stream, wanted.seq, event.hash,
                    (SELECT max(seq) FROM event AS any_event WHERE any_event.stream = wanted.stream) AS last
             FROM wanted LEFT JOIN event ON event.stream = wanted.stream AND event.seq = wanted.seq",
            places.join(", ")
        );
        let values = heads
            .iter()
            .flat_map(|head| params![&head.stream, head.seq])
            .collect::<Vec<_>>();
        for row in reader.all(super::AssertSqlSafe(sql), values).await? {
            let (stream, seq) = (row.text("stream")?, row.int("seq")?);
            let head = heads.iter().find(|head| head.stream == stream && head.seq == seq);
            let sealed = head.map(|head| head.hash.as_str());
            match row.bytes_or_null("hash")? {
                Some(hash) if sealed == Some(HEXLOWER.encode(&hash).as_str()) => {}
                Some(_) => {
                    report.findings.insert(Finding::Changed(stream, seq));
                }
                None if row.int_or_null("last")?.is_some_and(|last| last > seq) => {
                    report.findings.insert(Finding::Removed(stream, seq));
                }
                None => {
                    report.findings.insert(Finding::CutOff(stream, seq));
                }
            }
        }
    }
    Ok(())
}
