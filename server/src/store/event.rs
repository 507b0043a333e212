//! What happened, kept: append-only streams whose events are chained by hashes.
//!
//! `hash = SHA-256(hash before ‖ header ‖ digest)` and `digest = HMAC(salt of the row, payload)`: a new key
//! re-encrypts payloads without touching the chain, and erasing payload and salt leaves it whole.

use serde_json::Value as Json;
use sha2::{Digest as _, Sha256};
use zhida::calendar::Instant;

use super::cipher::{Keys, mac};
use super::{AssertSqlSafe, Query, Row, StoreError, Tx, params};
use crate::portal::random_bytes;

/// The constraint that the later of two writers runs into.
pub const VERSION: &str = "uq_event_stream_seq";

/// An event to be appended.
#[derive(Clone, Copy, Debug)]
pub struct NewEvent<'a> {
    /// `case:…`, `account:…`, `office:…` or `system`.
    pub stream: &'a str,
    /// The stream's last number as the caller knows it; 0 for a new stream.
    pub expected_seq: i64,
    /// What happened, one word.
    pub kind: &'a str,
    /// Who did it; none for the portal itself.
    pub actor: Option<&'a str>,
    /// In which role.
    pub role: Option<&'a str>,
    /// For which office, a division.
    pub office: Option<&'a str>,
    /// When.
    pub at: Instant,
    /// The rest; encrypted.
    pub payload: &'a Json,
}

/// An event as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredEvent {
    /// Its stream.
    pub stream: String,
    /// Its number in the stream, from 1.
    pub seq: i64,
    /// What happened.
    pub kind: String,
    /// Who did it.
    pub actor: Option<String>,
    /// In which role.
    pub role: Option<String>,
    /// For which office.
    pub office: Option<String>,
    /// When.
    pub at: Instant,
    /// The rest; none after a lawful erasure.
    pub payload: Option<Json>,
}

/// Appends an event; its number.
///
/// # Errors
/// [`StoreError::Conflict`] of [`VERSION`] where somebody was faster.
pub async fn append(tx: &mut Tx, keys: &Keys, event: &NewEvent<'_>) -> Result<i64, StoreError> {
    let seq = event.expected_seq + 1;
    let before = match event.expected_seq {
        0 => START.to_vec(),
        last => {
            let row = tx
                .optional(
                    "SELECT hash FROM event WHERE stream = $1 AND seq = $2",
                    params![event.stream, last],
                )
                .await?;
            let row = row.ok_or_else(|| StoreError::Other(format!("{} has no event {last}", event.stream)))?;
            row.bytes("hash")?
        }
    };
    let plain = event.payload.to_string().into_bytes();
    let salt: [u8; 32] = random_bytes();
    let digest = mac(&salt, &[&plain]);
    let header = Header {
        stream: event.stream,
        seq,
        kind: event.kind,
        actor: event.actor,
        role: event.role,
        office: event.office,
        at: event.at,
    };
    let hash = header.chain(&before, &digest);
    let payload = keys.seal("event", "payload", &row_id(event.stream, seq), &plain);
    tx.execute(
        "INSERT INTO event (stream, seq, kind, actor, role, office, at, payload, salt, digest, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        params![
            event.stream,
            seq,
            event.kind,
            event.actor,
            event.role,
            event.office,
            event.at,
            payload,
            salt.to_vec(),
            digest.to_vec(),
            hash.to_vec()
        ],
    )
    .await?;
    Ok(seq)
}

/// All events of a stream, in order.
pub async fn list(q: &mut impl Query, keys: &Keys, stream: &str) -> Result<Vec<StoredEvent>, StoreError> {
    let rows = q
        .all(
            "SELECT stream, seq, kind, actor, role, office, at, payload FROM event WHERE stream = $1 ORDER BY seq",
            params![stream],
        )
        .await?;
    rows.iter().map(|row| read(row, keys)).collect()
}

/// The events of one kind in several streams, each stream in order.
pub async fn list_of_kind(
    q: &mut impl Query,
    keys: &Keys,
    kind: &str,
    streams: &[String],
) -> Result<Vec<StoredEvent>, StoreError> {
    if streams.is_empty() {
        return Ok(Vec::new());
    }
    let numbers: Vec<String> = (2..streams.len() + 2).map(|number| format!("${number}")).collect();
    let sql = format!(
        "SELECT stream, seq, kind, actor, role, office, at, payload FROM event
         WHERE kind = $1 AND stream IN ({}) ORDER BY stream, seq",
        numbers.join(", ")
    );
    let mut values = params![kind];
    values.extend(streams.iter().map(|stream| stream.as_str().into()));
    let rows = q.all(AssertSqlSafe(sql), values).await?;
    rows.iter().map(|row| read(row, keys)).collect()
}

/// The stream's last number; 0 where there is none.
pub async fn find_last_seq(q: &mut impl Query, stream: &str) -> Result<i64, StoreError> {
    let row = q
        .one("SELECT max(seq) AS seq FROM event WHERE stream = $1", params![stream])
        .await?;
    Ok(row.int_or_null("seq")?.unwrap_or_default())
}

/// Removes what an event says, by law; that it happened, and the chain, stay.
pub async fn erase(tx: &mut Tx, stream: &str, seq: i64) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE event SET payload = NULL, salt = NULL WHERE stream = $1 AND seq = $2",
        params![stream, seq],
    )
    .await?;
    Ok(())
}

fn read(row: &Row, keys: &Keys) -> Result<StoredEvent, StoreError> {
    Ok(StoredEvent {
        stream: row.text("stream")?,
        seq: row.int("seq")?,
        kind: row.text("kind")?,
        actor: row.text_or_null("actor")?,
        role: row.text_or_null("role")?,
        office: row.text_or_null("office")?,
        at: row.instant("at")?,
        payload: payload_of(row, keys)?,
    })
}

/// What an event says, from a row with `stream`, `seq` and `payload`; nothing after a lawful erasure.
pub(super) fn payload_of(row: &Row, keys: &Keys) -> Result<Option<Json>, StoreError> {
    let Some(envelope) = row.bytes_or_null("payload")? else {
        return Ok(None);
    };
    let (stream, seq) = (row.text("stream")?, row.int("seq")?);
    let plain = keys.open("event", "payload", &row_id(&stream, seq), &envelope)?;
    let json = serde_json::from_slice(&plain);
    json.map(Some)
        .map_err(|problem| StoreError::Other(format!("event {stream}/{seq}: {problem}")))
}

/// What the first event of a stream is chained to.
pub(super) const START: [u8; 32] = [0; 32];

/// What an event's envelope is bound to.
pub(super) fn row_id(stream: &str, seq: i64) -> String {
    format!("{stream}/{seq}")
}

/// The open part of an event, which the hash covers.
pub(super) struct Header<'a> {
    pub stream: &'a str,
    pub seq: i64,
    pub kind: &'a str,
    pub actor: Option<&'a str>,
    pub role: Option<&'a str>,
    pub office: Option<&'a str>,
    pub at: Instant,
}

impl Header<'_> {
    /// The event's hash. Every part has its length before it, and what is absent differs from what is empty.
    pub fn chain(&self, before: &[u8], digest: &[u8]) -> [u8; 32] {
        let mut hash = Sha256::new();
        let mut part = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        part(before);
        part(self.stream.as_bytes());
        part(&self.seq.to_be_bytes());
        part(self.kind.as_bytes());
        for word in [self.actor, self.role, self.office] {
            part(&[u8::from(word.is_some())]);
            part(word.unwrap_or_default().as_bytes());
        }
        part(&self.at.epoch_ms().to_be_bytes());
        part(digest);
        hash.finalize().into()
    }
}
