//! Seals over the heads of the event streams: what has been sealed can no longer be cut off or rewritten unnoticed.
//!
//! A seal lists the heads that moved since the one before, and is signed over that one too. It is kept in the database
//! and, as an anchor, in a file beside it; copies of the anchors elsewhere keep even who owns the machine honest.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use zhida::calendar::Instant;

use super::cipher::Keys;
use super::file::make_private_folder;
use super::{Query, Row, Store, StoreError, params};

/// The last event of a stream when it was sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The stream.
    pub stream: String,
    /// Its last number.
    pub seq: i64,
    /// That event's hash, in hexadecimal.
    pub hash: String,
}

/// A seal, as an anchor file holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal {
    /// From 1, without gaps.
    pub number: i64,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// The signature of the seal before; empty for the first.
    pub previous: String,
    /// The heads that moved, by stream.
    pub heads: Vec<Head>,
    /// The signature over all of this.
    pub mac: String,
}

impl Seal {
    /// The signature that these heads must have.
    pub fn sign(&self, keys: &Keys) -> String {
        let head = format!("zhida seal 1\n{}\n{}\n{}\n", self.number, self.at, self.previous);
        // A stream's name has no line break; its length keeps it apart from what follows all the same.
        let line = |head: &Head| format!("{} {} {} {}\n", head.stream.len(), head.stream, head.seq, head.hash);
        let lines = self.heads.iter().map(line);
        let text: String = std::iter::once(head).chain(lines).collect();
        HEXLOWER.encode(&keys.sign_heads(text.as_bytes()))
    }
}

/// Seals what moved since the last seal; the new seal, or nothing where nothing moved.
///
/// # Errors
/// The database or the folder of anchors does not take it. Two servers at once: one of them has a conflict.
pub async fn insert(store: &Store, keys: &Keys, anchors: &Path, now: Instant) -> Result<Option<Seal>, StoreError> {
    let mut tx = store.begin().await?;
    let last = tx
        .optional("SELECT number, mac FROM seal ORDER BY number DESC LIMIT 1", params![])
        .await?;
    let (number, previous) = match last {
        Some(row) => (row.int("number")? + 1, HEXLOWER.encode(&row.bytes("mac")?)),
        None => (1, String::new()),
    };
    tx.execute(
        "INSERT INTO seal (number, at, heads, mac) VALUES ($1, $2, 0, $3)",
        params![number, now, Vec::<u8>::new()],
    )
    .await?;
    let moved = tx
        .execute(
            "INSERT INTO seal_head (seal, stream, seq, hash)
             SELECT $1, event.stream, event.seq, event.hash
             FROM (SELECT stream, max(seq) AS seq FROM event GROUP BY stream) AS last
             JOIN event ON event.stream = last.stream AND event.seq = last.seq
             LEFT JOIN (SELECT stream, max(seq) AS seq FROM seal_head GROUP BY stream) AS sealed
                    ON sealed.stream = last.stream
             WHERE sealed.seq IS NULL OR sealed.seq < last.seq",
            params![number],
        )
        .await?;
    if moved == 0 {
        return Ok(None);
    }
    let rows = tx
        .all(
            "SELECT stream, seq, hash FROM seal_head WHERE seal = $1 ORDER BY stream",
            params![number],
        )
        .await?;
    let mut seal = Seal {
        number,
        at: now.epoch_ms(),
        previous,
        heads: rows.iter().map(read_head).collect::<Result<_, _>>()?,
        mac: String::new(),
    };
    seal.mac = seal.sign(keys);
    tx.execute(
        "UPDATE seal SET heads = $2, mac = $3 WHERE number = $1",
        params![
            number,
            i64::try_from(seal.heads.len()).unwrap_or(i64::MAX),
            HEXLOWER.decode(seal.mac.as_bytes()).unwrap_or_default()
        ],
    )
    .await?;
    tx.commit().await?;
    let (anchors, anchor) = (anchors.to_owned(), seal.clone());
    let written = tokio::task::spawn_blocking(move || write_anchor(&anchors, &anchor)).await;
    let written = written.map_err(|problem| StoreError::Other(problem.to_string()))?;
    written.map_err(|problem| StoreError::Other(format!("the anchor of seal {number} is not written: {problem}")))?;
    Ok(Some(seal))
}

/// A seal of the database.
pub async fn find(q: &mut impl Query, number: i64) -> Result<Option<Seal>, StoreError> {
    let row = q
        .optional(
            "SELECT seal.number, seal.at, seal.mac, before.mac AS previous FROM seal
             LEFT JOIN seal AS before ON before.number = seal.number - 1 WHERE seal.number = $1",
            params![number],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let heads = q
        .all(
            "SELECT stream, seq, hash FROM seal_head WHERE seal = $1 ORDER BY stream",
            params![number],
        )
        .await?;
    Ok(Some(Seal {
        number,
        at: row.int("at")?,
        previous: HEXLOWER.encode(&row.bytes_or_null("previous")?.unwrap_or_default()),
        heads: heads.iter().map(read_head).collect::<Result<_, _>>()?,
        mac: HEXLOWER.encode(&row.bytes("mac")?),
    }))
}

/// The number of the last seal of the database; 0 where there is none.
pub async fn find_last_number(q: &mut impl Query) -> Result<i64, StoreError> {
    let row = q.one("SELECT max(number) AS number FROM seal", params![]).await?;
    Ok(row.int_or_null("number")?.unwrap_or_default())
}

/// The anchors of a folder, by number. A file that is none comes with what is wrong.
pub fn read_anchors(folder: &Path) -> io::Result<Vec<(PathBuf, Result<Seal, String>)>> {
    let mut anchors = Vec::new();
    if !folder.exists() {
        return Ok(anchors);
    }
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let text = std::fs::read_to_string(&path)?;
            let seal = serde_json::from_str(&text).map_err(|problem| problem.to_string());
            anchors.push((path, seal));
        }
    }
    anchors.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(anchors)
}

fn read_head(row: &Row) -> Result<Head, StoreError> {
    Ok(Head {
        stream: row.text("stream")?,
        seq: row.int("seq")?,
        hash: HEXLOWER.encode(&row.bytes("hash")?),
    })
}

fn write_anchor(folder: &Path, seal: &Seal) -> io::Result<()> {
    make_private_folder(folder)?;
    let path = folder.join(format!("seal-{:08}.json", seal.number));
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(&serde_json::to_vec(seal)?)?;
    file.write_all(b"\n")?;
    file.sync_all()
}
