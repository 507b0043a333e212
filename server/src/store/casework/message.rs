//! What people are told in the portal: a line for each recipient, written with what it tells of.

use std::collections::BTreeSet;

use uuid::Uuid;
use zhida::access::{Power, Visibility};
use zhida::calendar::{Date, Instant};
use zhida::casework::{Case, Event, Recorded};
use zhida::catalogue::SecondPerson;
use zhida::message::{About, News, news};

use super::scope::BEGAN;
use super::{Scope, stream};
use crate::portal::random_bytes;
use crate::store::apply::{open, seal};
use crate::store::cipher::Keys;
use crate::store::delegation;
use crate::store::outbox::{self, NewJob};
use crate::store::{AssertSqlSafe, Query, Row, StoreError, Tx, params};

const TABLE: &str = "message";
const COLUMNS: &str = "SELECT message.id, message.stream, message.seq, message.news, message.about, message.at,
    message.read_at FROM message";
/// So many are listed; nobody reads further back.
const MOST: u32 = 100;

/// A message, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its id.
    pub id: String,
    /// What it tells of: the stream and the event's number.
    pub of: (String, i64),
    /// What it tells.
    pub news: News,
    /// What its words need.
    pub about: About,
    /// When it was.
    pub at: Instant,
    /// When it was opened.
    pub read_at: Option<Instant>,
}

/// Something to tell somebody.
#[derive(Clone, Copy, Debug)]
pub struct NewMessage<'a> {
    /// `account:…` or `session:…`.
    pub recipient: &'a str,
    /// The case it is about.
    pub case: Option<Uuid>,
    /// What it tells of: the stream and the event's number. Told once to each recipient.
    pub of: (&'a str, i64),
    /// What it tells.
    pub news: News,
    /// What its words need.
    pub about: &'a About,
    /// When it was.
    pub at: Instant,
}

/// Tells one recipient; whether they did not know yet.
pub async fn insert_message(tx: &mut Tx, keys: &Keys, new: &NewMessage<'_>) -> Result<bool, StoreError> {
    let millis = u64::try_from(new.at.epoch_ms()).unwrap_or_default();
    let id = uuid::Builder::from_unix_timestamp_millis(millis, &random_bytes()).into_uuid();
    let id = Uuid::to_string(&id);
    let added = tx
        .execute(
            "INSERT INTO message (id, recipient, case_id, stream, seq, news, about, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (stream, seq, recipient) DO NOTHING",
            params![
                &id,
                new.recipient,
                new.case.map(|case| case.to_string()),
                new.of.0,
                new.of.1,
                new.news.as_str(),
                seal(keys, TABLE, "about", &id, new.about)?,
                new.at
            ],
        )
        .await?;
    Ok(added > 0)
}

/// Tells what happened to a case: in the portal at once; outside of it by a job of its own, since which ways there are
/// has to be looked up.
pub(super) async fn put_down(
    tx: &mut Tx,
    keys: &Keys,
    (id, case): (Uuid, &Case),
    recorded: &[Recorded],
) -> Result<(), StoreError> {
    let events: Vec<Event> = recorded.iter().map(|recorded| recorded.event.clone()).collect();
    let Some((at, news)) = news(&events) else { return Ok(()) };
    let Some(happened) = recorded.get(at) else {
        return Ok(());
    };
    let about = About::event(&case.opened, &happened.event);
    let stream = stream(id);
    for recipient in recipients(
        tx,
        keys,
        (id, case),
        of_the_persons_no(case, &happened.event),
        happened.at.date(),
    )
    .await?
    {
        let new = NewMessage {
            recipient: &recipient,
            case: Some(id),
            of: (&stream, happened.seq),
            news,
            about: &about,
            at: happened.at,
        };
        insert_message(tx, keys, &new).await?;
    }
    if news.goes_outside() {
        let job = NewJob {
            kind: "tell",
            unique_key: &format!("tell:{id}:{}", happened.seq),
            payload: &serde_json::json!({ "case": id.to_string(), "seq": happened.seq, "news": news }),
            run_at: happened.at,
        };
        outbox::insert(tx, &job, happened.at).await?;
    }
    Ok(())
}

/// Whether it is that the person themselves did not confirm what another handed in for them. That is not told to whoever
/// did: they may be who it is about.
fn of_the_persons_no(case: &Case, event: &Event) -> bool {
    let Event::ConfirmationRefused(answered) = event else {
        return false;
    };
    case.confirming(&answered.id)
        .is_some_and(|confirming| confirming.needs.who == SecondPerson::Person)
}

/// Who is told of a case in the portal: whoever handed it in, but for an officer who wrote it down for the person, and the
/// accounts that an office linked to the person; of a
/// sealed one those that were linked when it was there, as [`Scope`] opens it. With a delegation that holds that day:
/// whoever handed it in with it, and whom the person wants told, of what is not sealed. With `linked_alone`, those that are
/// linked.
async fn recipients(
    q: &mut impl Query,
    keys: &Keys,
    (id, case): (Uuid, &Case),
    linked_alone: bool,
    today: Date,
) -> Result<BTreeSet<String>, StoreError> {
    let filed = if linked_alone {
        ""
    } else {
        "SELECT filed_by AS recipient FROM case_row WHERE id = $1 AND filed_by IS NOT NULL AND entered_by = ''
         UNION"
    };
    let sql = format!(
        "{filed}
         SELECT 'account:' || link.account AS recipient FROM link JOIN case_row ON case_row.person = link.person
         WHERE case_row.id = $1 AND link.level = 'linked'
             AND (case_row.visibility = 'normal' OR (case_row.visibility = 'sealed' AND {BEGAN} <= link.at))"
    );
    let rows = q.all(AssertSqlSafe(sql), params![id.to_string()]).await?;
    let known = rows.iter().map(|row| row.text("recipient"));
    let known = known.collect::<Result<BTreeSet<String>, _>>()?;
    let (with, mut told): (BTreeSet<String>, BTreeSet<String>) = known
        .into_iter()
        .partition(|recipient| delegation::of_owner(recipient).is_some());
    let opened = &case.opened;
    if opened.visibility == Visibility::Normal && !linked_alone {
        for held in delegation::list_of_person(q, keys, &opened.subject.key, today).await? {
            let asked = held.says.allows(Power::ReceiveNotice) && held.says.covers(&opened.service);
            let agent = held.agent.as_ref().filter(|_| held.is_active(today));
            if asked || with.contains(&held.owner()) {
                told.extend(agent.map(|agent| format!("account:{agent}")));
            }
        }
    }
    Ok(told)
}

/// What a reader was told, the latest first. Of cases that are not theirs any more they are told nothing.
pub async fn list_messages(
    q: &mut impl Query,
    keys: &Keys,
    scope: &Scope,
    recipient: &str,
) -> Result<Vec<Message>, StoreError> {
    let (condition, values) = own(scope, recipient);
    let sql = format!("{COLUMNS} WHERE {condition} ORDER BY message.at DESC, message.id DESC LIMIT {MOST}");
    let rows = q.all(AssertSqlSafe(sql), values).await?;
    rows.iter().map(|row| read(row, keys)).collect()
}

/// One message of a reader.
pub async fn find_message(
    q: &mut impl Query,
    keys: &Keys,
    scope: &Scope,
    recipient: &str,
    id: &str,
) -> Result<Option<Message>, StoreError> {
    let (condition, mut values) = own(scope, recipient);
    values.push(id.into());
    let sql = format!("{COLUMNS} WHERE {condition} AND message.id = ${}", values.len());
    let row = q.optional(AssertSqlSafe(sql), values).await?;
    row.map(|row| read(&row, keys)).transpose()
}

/// How many a reader has not opened.
pub async fn count_unread(q: &mut impl Query, scope: &Scope, recipient: &str) -> Result<u32, StoreError> {
    let (condition, values) = own(scope, recipient);
    let sql = format!("SELECT COUNT(*) AS unread FROM message WHERE {condition} AND message.read_at IS NULL");
    let row = q.one(AssertSqlSafe(sql), values).await?;
    Ok(u32::try_from(row.int("unread")?).unwrap_or(u32::MAX))
}

/// What whoever handed a case in was told of it, the latest first. Who may open the case is the caller's to know.
pub async fn list_messages_of_case(q: &mut impl Query, keys: &Keys, case: Uuid) -> Result<Vec<Message>, StoreError> {
    let sql = format!(
        "{COLUMNS} JOIN case_row ON case_row.id = message.case_id AND case_row.filed_by = message.recipient
         WHERE message.case_id = $1 ORDER BY message.at DESC, message.id DESC LIMIT {MOST}"
    );
    let rows = q.all(AssertSqlSafe(sql), params![case.to_string()]).await?;
    rows.iter().map(|row| read(row, keys)).collect()
}

/// How many were told each news of a case in the portal, and how many of them have opened it: by the event's number.
pub async fn count_told(q: &mut impl Query, case: Uuid) -> Result<Vec<(i64, u32, u32)>, StoreError> {
    let rows = q
        .all(
            "SELECT seq, COUNT(*) AS told, COUNT(read_at) AS opened FROM message WHERE case_id = $1 AND stream = $2
             GROUP BY seq ORDER BY seq",
            params![case.to_string(), stream(case)],
        )
        .await?;
    let count = |row: &Row, column: &str| Ok::<_, StoreError>(u32::try_from(row.int(column)?).unwrap_or(u32::MAX));
    let counts = rows
        .iter()
        .map(|row| Ok((row.int("seq")?, count(row, "told")?, count(row, "opened")?)));
    counts.collect()
}

/// Notes that a recipient has opened a message; the first time counts.
pub async fn update_read(tx: &mut Tx, recipient: &str, id: &str, at: Instant) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE message SET read_at = $3 WHERE recipient = $1 AND id = $2 AND read_at IS NULL",
        params![recipient, id, at],
    )
    .await?;
    Ok(())
}

/// Notes that a recipient has seen all that came up to a moment.
pub async fn update_all_read(tx: &mut Tx, recipient: &str, at: Instant) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE message SET read_at = $2 WHERE recipient = $1 AND at <= $2 AND read_at IS NULL",
        params![recipient, at],
    )
    .await?;
    Ok(())
}

/// A reader's own messages, and of cases only those that they may still open.
fn own(scope: &Scope, recipient: &str) -> (String, Vec<crate::store::Value>) {
    let predicate = scope.predicate(2);
    let condition = format!(
        "message.recipient = $1 AND (message.case_id IS NULL OR EXISTS (
             SELECT 1 FROM case_row WHERE case_row.id = message.case_id AND {}))",
        predicate.sql
    );
    let mut values = params![recipient];
    values.extend(predicate.values);
    (condition, values)
}

fn read(row: &Row, keys: &Keys) -> Result<Message, StoreError> {
    let id = row.text("id")?;
    let news = row.text("news")?;
    Ok(Message {
        of: (row.text("stream")?, row.int("seq")?),
        news: News::parse(&news).ok_or_else(|| StoreError::Other(format!("message {id}: no such news")))?,
        about: open(keys, TABLE, "about", &id, &row.bytes("about")?)?,
        at: row.instant("at")?,
        read_at: row.instant_or_null("read_at")?,
        id,
    })
}
