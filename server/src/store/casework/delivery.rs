//! What goes outside the portal, and what officers told by themselves: a line for each news and way, with how far it is.

use serde::de::DeserializeOwned;
use uuid::Uuid;
use zhida::calendar::Instant;
use zhida::message::News;

use crate::store::apply::{open, seal};
use crate::store::cipher::Keys;
use crate::store::{AssertSqlSafe, Query, Row, StoreError, Tx, params};

const TABLE: &str = "delivery";
const COLUMNS: &str = "SELECT id, stream, seq, channel, case_id, news, state, attempts, created_at, changed_at, proof,
    problem, officer, content FROM delivery";

/// How far a delivery is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Not tried yet.
    Waiting,
    /// Handed over: the gateway, the mail server or the tray for the post has it. Or an officer told it.
    Sent,
    /// Tried in vain; it is tried again.
    Failed,
    /// Tried too often in vain.
    Dead,
    /// There is no such way any more.
    Void,
}

impl Progress {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Waiting, "waiting"),
        (Self::Sent, "sent"),
        (Self::Failed, "failed"),
        (Self::Dead, "dead"),
        (Self::Void, "void"),
    ];

    fn as_str(self) -> &'static str {
        let found = Self::ALL.iter().find(|(state, _)| *state == self);
        found.map_or("waiting", |(_, name)| name)
    }

    /// Whether nothing more is to be done for it.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Sent | Self::Void)
    }
}

/// A delivery, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Its id; gateways are given it as the key that one delivery is known by.
    pub id: String,
    /// What it tells of: the stream and the event's number.
    pub of: (String, i64),
    /// `sms`, `mail`, `post`; or how an officer told it: `call`, `read_out`, `visit`.
    pub channel: String,
    /// The case.
    pub case: Option<Uuid>,
    /// What it tells.
    pub news: Option<News>,
    /// How far it is.
    pub state: Progress,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was put down.
    pub created_at: Instant,
    /// When something last happened to it.
    pub changed_at: Instant,
    /// What the adapter gave as proof.
    pub proof: Option<String>,
    /// What went wrong the last time; never whom it was for.
    pub problem: Option<String>,
    /// The officer who told it.
    pub officer: Option<String>,
    content: Option<Vec<u8>>,
}

/// Something to be delivered, or that an officer has told.
#[derive(Clone, Copy, Debug)]
pub struct NewDelivery<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it tells of. There is one delivery of it in each way.
    pub of: (&'a str, i64),
    /// The way.
    pub channel: &'a str,
    /// The case.
    pub case: Option<Uuid>,
    /// What it tells; none for a code.
    pub news: Option<News>,
    /// The officer, where it was told by one: then it is done.
    pub officer: Option<&'a str>,
    /// When.
    pub at: Instant,
}

impl Delivery {
    /// What must be sent, or what an officer noted.
    pub fn content<T: DeserializeOwned>(&self, keys: &Keys) -> Result<Option<T>, StoreError> {
        let content = self.content.as_ref();
        content
            .map(|content| open(keys, TABLE, "content", &self.id, content))
            .transpose()
    }
}

/// Puts a delivery down; whether there was none of that news in that way.
pub async fn insert_delivery(
    tx: &mut Tx,
    keys: &Keys,
    new: &NewDelivery<'_>,
    content: Option<&impl serde::Serialize>,
) -> Result<bool, StoreError> {
    let content = content.map(|content| seal(keys, TABLE, "content", new.id, content));
    let state = if new.officer.is_some() {
        Progress::Sent
    } else {
        Progress::Waiting
    };
    let added = tx
        .execute(
            "INSERT INTO delivery
                 (id, stream, seq, channel, case_id, news, state, attempts, created_at, changed_at, officer, content)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $8, $9, $10) ON CONFLICT (stream, seq, channel) DO NOTHING",
            params![
                new.id,
                new.of.0,
                new.of.1,
                new.channel,
                new.case.map(|case| case.to_string()),
                new.news.map_or("code", News::as_str),
                state.as_str(),
                new.at,
                new.officer,
                content.transpose()?
            ],
        )
        .await?;
    Ok(added > 0)
}

/// A delivery.
pub async fn find_delivery(q: &mut impl Query, id: &str) -> Result<Option<Delivery>, StoreError> {
    let row = q
        .optional(AssertSqlSafe(format!("{COLUMNS} WHERE id = $1")), params![id])
        .await?;
    row.map(|row| read(&row)).transpose()
}

/// What was told outside of a case, the latest first. Who may see the case is the caller's to know.
pub async fn list_deliveries_of_case(q: &mut impl Query, case: Uuid) -> Result<Vec<Delivery>, StoreError> {
    let sql = format!("{COLUMNS} WHERE case_id = $1 ORDER BY created_at DESC, id DESC LIMIT 200");
    let rows = q.all(AssertSqlSafe(sql), params![case.to_string()]).await?;
    rows.iter().map(read).collect()
}

/// Puts something else in place of what must be sent, while it is not sent.
pub async fn update_content(
    tx: &mut Tx,
    keys: &Keys,
    id: &str,
    content: &impl serde::Serialize,
) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE delivery SET content = $2 WHERE id = $1 AND content IS NOT NULL",
        params![id, seal(keys, TABLE, "content", id, content)?],
    )
    .await?;
    Ok(())
}

/// Writes down what became of a try. What is over is not changed any more: true for the one who changed it. Once it is
/// over, what had to be sent is forgotten.
pub async fn update_delivery(
    tx: &mut Tx,
    id: &str,
    (state, attempts): (Progress, i64),
    said: Result<&str, &str>,
    at: Instant,
) -> Result<bool, StoreError> {
    let changed = tx
        .execute(
            "UPDATE delivery SET state = $2, attempts = $3, proof = $4, problem = $5, changed_at = $6,
                 content = CASE WHEN $7 = 1 THEN NULL ELSE content END
             WHERE id = $1 AND state IN ('waiting', 'failed', 'dead')",
            params![
                id,
                state.as_str(),
                attempts,
                said.ok(),
                said.err(),
                at,
                i64::from(state.is_over())
            ],
        )
        .await?;
    Ok(changed == 1)
}

fn read(row: &Row) -> Result<Delivery, StoreError> {
    let id = row.text("id")?;
    let state = row.text("state")?;
    let state = Progress::ALL.iter().find(|(_, name)| *name == state);
    let case = row.text_or_null("case_id")?;
    Ok(Delivery {
        of: (row.text("stream")?, row.int("seq")?),
        channel: row.text("channel")?,
        case: case.as_deref().map(super::line::uuid).transpose()?,
        news: News::parse(&row.text("news")?),
        state: state
            .map(|(state, _)| *state)
            .ok_or_else(|| StoreError::Other(format!("delivery {id}: no such state")))?,
        attempts: row.int("attempts")?,
        created_at: row.instant("created_at")?,
        changed_at: row.instant("changed_at")?,
        proof: row.text_or_null("proof")?,
        problem: row.text_or_null("problem")?,
        officer: row.text_or_null("officer")?,
        content: row.bytes_or_null("content")?,
        id,
    })
}
