//! Sessions: who is here, since when and until when. The browser holds a random token; here is only its SHA-256.

use std::fmt;

use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zhida::access::{self, Division, OfficerId, Role};
use zhida::account::Device;
use zhida::calendar::{Date, Instant};

use super::cipher::Keys;
use super::{Query, Row, StoreError, Tx, params, staff};

/// Somebody who is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id; drafts of people without an account belong to it. Not secret: the token is.
    pub id: String,
    /// What it lets in.
    pub kind: Kind,
    /// The account that is signed in.
    pub account: Option<AccountId>,
    /// Whether an office has linked the account to a person.
    pub linked: bool,
    /// The officer who is signed in.
    pub staff: Option<Officer>,
    /// Whose password was right, while the one-time code is still to come.
    pub half: Option<OfficerId>,
    /// How the account wants pages shown, in the words of the display cookie.
    pub display: Option<String>,
    /// Whether something typed into a page waits in it to be shown again.
    pub typed: bool,
    /// On what.
    pub device: Device,
    /// Since when.
    pub created_at: Instant,
    /// When it was last used, to the minute.
    pub seen_at: Instant,
    /// It ends then, however much it is used.
    pub ends_at: Instant,
}

/// The id of an account.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId(pub String);

/// A member of staff who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    /// Their id.
    pub id: OfficerId,
    /// Their name.
    pub name: String,
    /// Their office, by name.
    pub office: String,
    /// Their own roles and where each holds. What they may do today also counts whom they stand in for:
    /// ask [`access`](Self::access).
    pub roles: Vec<(Role, Division)>,
    /// What decides what they may see and do.
    pub access: access::Officer,
}

/// What a session lets in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Somebody without an account who has begun a draft.
    Anonymous,
    /// An account.
    Account,
    /// Staff whose one-time code is still to come: nowhere but to that page.
    Half,
    /// Staff.
    Staff,
}

/// A token: what the browser keeps. Whoever has it is who it says.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// Who begins a session.
#[derive(Clone, Debug)]
pub enum Who<'a> {
    /// Nobody yet.
    Anonymous,
    /// An account.
    Account(&'a AccountId),
    /// Staff whose password was right.
    Half(&'a OfficerId),
    /// Staff.
    Staff(&'a OfficerId),
}

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
/// Sessions that time has ended are forgotten a week later.
const KNOWN_AFTERWARDS: i64 = 7 * 24 * HOUR;
/// Whoever opens a page so close before the end is told.
const TOLD_BEFORE: i64 = 30 * MINUTE;

impl Kind {
    /// How long it lasts unused, and in all, in milliseconds.
    pub const fn lasts(self) -> (i64, i64) {
        match self {
            Self::Anonymous => (12 * HOUR, 7 * 24 * HOUR),
            Self::Account => (2 * HOUR, 12 * HOUR),
            Self::Half => (10 * MINUTE, 10 * MINUTE),
            Self::Staff => (30 * MINUTE, 12 * HOUR),
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::Anonymous => "anonymous",
            Self::Account => "account",
            Self::Half => "half",
            Self::Staff => "staff",
        }
    }

    fn parse(code: &str) -> Option<Self> {
        [Self::Anonymous, Self::Account, Self::Half, Self::Staff]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}

impl Session {
    /// Whether it still lets in.
    pub fn is_alive(&self, now: Instant) -> bool {
        now < self.ends_at && self.unused(now) < self.kind.lasts().0
    }

    /// For how long nobody has used it, in milliseconds, to the minute.
    pub fn unused(&self, now: Instant) -> i64 {
        now.epoch_ms().saturating_sub(self.seen_at.epoch_ms())
    }

    /// The minutes left, where its holder should hear of it. Somebody without an account cannot lengthen anything.
    pub fn ends_in(&self, now: Instant) -> Option<u32> {
        let left = self.ends_at.epoch_ms().saturating_sub(now.epoch_ms());
        let told = matches!(self.kind, Kind::Account | Kind::Staff) && (1..TOLD_BEFORE).contains(&left);
        told.then(|| u32::try_from((left - 1) / MINUTE + 1).unwrap_or(u32::MAX))
    }

    /// Whether its last use is long enough ago to be written down again.
    pub fn wants_touch(&self, now: Instant) -> bool {
        now.epoch_ms().saturating_sub(self.seen_at.epoch_ms()) >= MINUTE
    }

    /// Who acts, as operations and files keep it: `account:…`, `staff:…`, `session:…`.
    pub fn actor(&self) -> String {
        match (&self.account, &self.staff) {
            (Some(account), _) => format!("account:{}", account.0),
            (None, Some(officer)) => format!("staff:{}", officer.id),
            (None, None) => format!("session:{}", self.id),
        }
    }
}

impl Token {
    /// A token of random bytes.
    pub fn of_random(random: [u8; 32]) -> Self {
        Self(data_encoding::BASE64URL_NOPAD.encode(&random))
    }

    /// A token that a browser sent.
    pub fn sent(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// What the cookie holds.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is kept here.
    pub fn hash(&self) -> String {
        data_encoding::HEXLOWER.encode(&Sha256::digest(self.0.as_bytes()))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The session of a token with its account, in one query; alive or not. Staff cost a second query, for their posts.
pub async fn find(q: &mut impl Query, keys: &Keys, token: &Token) -> Result<Option<Session>, StoreError> {
    let row = q
        .optional(
            "SELECT s.id, s.kind, s.account, s.staff, s.device, s.created_at, s.seen_at, s.ends_at, a.display,
                    t.name AS staff_name, t.office, t.ended_at AS staff_ended_at,
                    (SELECT COUNT(*) FROM link l WHERE l.account = s.account AND l.level = 'linked') AS links,
                    (SELECT COUNT(*) FROM stash k WHERE k.session = s.id AND k.slot LIKE '/%') AS typed
             FROM session s LEFT JOIN account a ON a.id = s.account LEFT JOIN staff t ON t.id = s.staff
             WHERE s.token = $1",
            params![token.hash()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    // Who no longer works here is nobody, at once.
    if row.instant_or_null("staff_ended_at")?.is_some() {
        return Ok(None);
    }
    let mut session = read(&row)?;
    session.account = row.text_or_null("account")?.map(AccountId);
    session.display = row.text_or_null("display")?;
    session.linked = row.int("links")? > 0;
    session.typed = row.int("typed")? > 0;
    if let Some(id) = row.text_or_null("staff")?.map(OfficerId) {
        if session.kind == Kind::Staff {
            let name = staff::open_name(keys, &id.0, &row.bytes("staff_name")?)?;
            let access = staff::access(q, &id).await?;
            session.staff = Some(Officer {
                id,
                name,
                office: row.text("office")?,
                roles: access.posts.iter().map(|post| (post.role, post.division)).collect(),
                access,
            });
        } else {
            session.half = Some(id);
        }
    }
    Ok(Some(session))
}

/// The sessions of an account or a member of staff that are alive, the one used last first.
pub async fn list(q: &mut impl Query, who: &Who<'_>, now: Instant) -> Result<Vec<Session>, StoreError> {
    let (account, staff) = who.ids();
    let rows = q
        .all(
            "SELECT id, kind, device, created_at, seen_at, ends_at FROM session
             WHERE (account = $1 OR staff = $2) AND kind <> 'half' ORDER BY seen_at DESC",
            params![account, staff],
        )
        .await?;
    let sessions: Result<Vec<Session>, StoreError> = rows.iter().map(read).collect();
    Ok(sessions?.into_iter().filter(|session| session.is_alive(now)).collect())
}

fn read(row: &Row) -> Result<Session, StoreError> {
    let kind = row.text("kind")?;
    let kind = Kind::parse(&kind).ok_or_else(|| StoreError::Other(format!("no kind of session is {kind}")))?;
    Ok(Session {
        id: row.text("id")?,
        kind,
        account: None,
        linked: false,
        staff: None,
        half: None,
        display: None,
        typed: false,
        device: Device::parse(&row.text("device")?),
        created_at: row.instant("created_at")?,
        seen_at: row.instant("seen_at")?,
        ends_at: row.instant("ends_at")?,
    })
}

impl<'a> Who<'a> {
    fn ids(&self) -> (Option<&'a str>, Option<&'a str>) {
        match self {
            Self::Anonymous => (None, None),
            Self::Account(id) => (Some(&id.0), None),
            Self::Half(id) | Self::Staff(id) => (None, Some(&id.0)),
        }
    }

    const fn kind(&self) -> Kind {
        match self {
            Self::Anonymous => Kind::Anonymous,
            Self::Account(_) => Kind::Account,
            Self::Half(_) => Kind::Half,
            Self::Staff(_) => Kind::Staff,
        }
    }
}

/// What a session begins with.
#[derive(Clone, Debug)]
pub struct NewSession<'a> {
    /// A fresh id.
    pub id: Uuid,
    /// A fresh token.
    pub token: &'a Token,
    /// Who begins it.
    pub who: Who<'a>,
    /// On what.
    pub device: Device,
    /// When.
    pub at: Instant,
}

/// Begins a session; its id. A session that the browser had before (`former`) ends with it, and what was stashed in
/// it goes over where it is the same owner's; into an account also what somebody without one typed into an application or
/// a case. Staff take over nothing that was typed before they signed in. So a token that somebody slipped into a browser never
/// becomes that of a signed-in session.
pub async fn insert(tx: &mut Tx, new: &NewSession<'_>, former: Option<&str>) -> Result<String, StoreError> {
    let (account, staff) = new.who.ids();
    let kind = new.who.kind();
    let ends_at = Instant::from_epoch_ms(new.at.epoch_ms().saturating_add(kind.lasts().1));
    tx.execute(
        "INSERT INTO session (id, token, kind, account, staff, device, created_at, seen_at, ends_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            new.id,
            new.token.hash(),
            kind.code(),
            account,
            staff,
            new.device.code(),
            new.at,
            new.at,
            ends_at
        ],
    )
    .await?;
    if let Some(former) = former {
        let goes_over = match new.who {
            Who::Anonymous => "UPDATE stash SET session = $1 WHERE session = $2 AND (owner IS NULL OR owner = $3)",
            Who::Account(_) => {
                "UPDATE stash SET session = $1 WHERE session = $2
                 AND (owner = $3 OR (owner IS NULL AND (slot LIKE '/apply/%' OR slot LIKE '/cases/%')))"
            }
            Who::Half(_) | Who::Staff(_) => "UPDATE stash SET session = $1 WHERE session = $2 AND owner = $3",
        };
        tx.execute(goes_over, params![new.id, former, account.or(staff)])
            .await?;
        delete(tx, former).await?;
    }
    Ok(new.id.to_string())
}

/// Holds the row of whom a stream (`account:…`, `staff:…`) is about until the transaction ends.
pub async fn hold_owner(tx: &mut Tx, stream: &str) -> Result<(), StoreError> {
    if let Some(id) = stream.strip_prefix("account:") {
        tx.execute("UPDATE account SET created_at = created_at WHERE id = $1", params![id])
            .await?;
    } else if let Some(id) = stream.strip_prefix("staff:") {
        tx.execute("UPDATE staff SET created_at = created_at WHERE id = $1", params![id])
            .await?;
    }
    Ok(())
}

/// Writes down that a session is used.
pub async fn touch(tx: &mut Tx, id: &str, now: Instant) -> Result<(), StoreError> {
    tx.execute("UPDATE session SET seen_at = $2 WHERE id = $1", params![id, now])
        .await?;
    Ok(())
}

/// Gives a session its whole time again, unless it was ended meanwhile.
pub async fn lengthen(tx: &mut Tx, session: &Session, now: Instant) -> Result<(), StoreError> {
    let ends_at = Instant::from_epoch_ms(now.epoch_ms().saturating_add(session.kind.lasts().1));
    tx.execute(
        "UPDATE session SET seen_at = $2, ends_at = $3 WHERE id = $1 AND ends_at > $2",
        params![&session.id, now, ends_at],
    )
    .await?;
    Ok(())
}

/// Ends a session for good.
pub async fn delete(tx: &mut Tx, id: &str) -> Result<(), StoreError> {
    tx.execute("DELETE FROM stash WHERE session = $1", params![id]).await?;
    tx.execute("DELETE FROM session WHERE id = $1", params![id]).await?;
    Ok(())
}

/// Ends all sessions of an account or a member of staff but one; their number. Like those that time has ended they
/// are known for a week, so that what is typed into a page there can wait for its owner; what waited is let go of.
pub async fn end_others(tx: &mut Tx, who: &Who<'_>, but: Option<&str>, now: Instant) -> Result<u64, StoreError> {
    let (account, staff) = who.ids();
    let but = but.unwrap_or_default();
    tx.execute(
        "DELETE FROM stash WHERE session IN
         (SELECT id FROM session WHERE (account = $1 OR staff = $2) AND id <> $3)",
        params![account, staff, but],
    )
    .await?;
    tx.execute(
        "UPDATE session SET ends_at = $4 WHERE (account = $1 OR staff = $2) AND id <> $3 AND ends_at > $4",
        params![account, staff, but, now],
    )
    .await
}

/// Forgets sessions that time ended a week ago; their number.
pub async fn delete_ended(tx: &mut Tx, now: Instant) -> Result<u64, StoreError> {
    let before = Instant::from_epoch_ms(now.epoch_ms().saturating_sub(KNOWN_AFTERWARDS));
    tx.execute(
        "DELETE FROM stash WHERE session IN (SELECT id FROM session WHERE ends_at < $1)",
        params![before],
    )
    .await?;
    tx.execute("DELETE FROM session WHERE ends_at < $1", params![before])
        .await
}

/// How the slots of pages begin that answered a mistake.
pub const ANSWERS: &str = "answer:";

/// Keeps something for the same browser: encrypted, and for one owner where there is one. Of the pages that answered
/// mistakes the last ten are kept, of everything else the last twenty.
pub async fn stash(
    tx: &mut Tx,
    keys: &Keys,
    (session, slot): (&str, &str),
    owner: Option<&str>,
    content: &[u8],
    at: Instant,
) -> Result<(), StoreError> {
    let closed = keys.seal("stash", "content", slot, content);
    tx.execute(
        "INSERT INTO stash (session, slot, owner, content, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (session, slot) DO UPDATE SET owner = excluded.owner, content = excluded.content, at = excluded.at",
        params![session, slot, owner, closed, at],
    )
    .await?;
    // Nobody fills the database with what they type, and no number of mistakes pushes out what is needed still.
    let older = if slot.starts_with(ANSWERS) {
        "DELETE FROM stash WHERE session = $1 AND slot LIKE 'answer:%' AND slot NOT IN
         (SELECT slot FROM stash WHERE session = $1 AND slot LIKE 'answer:%' ORDER BY at DESC, slot DESC LIMIT 10)"
    } else {
        "DELETE FROM stash WHERE session = $1 AND slot NOT LIKE 'answer:%' AND slot NOT IN
         (SELECT slot FROM stash WHERE session = $1 AND slot NOT LIKE 'answer:%' ORDER BY at DESC, slot LIMIT 20)"
    };
    tx.execute(older, params![session]).await?;
    Ok(())
}

/// What was kept for this browser and owner.
pub async fn find_stash(
    q: &mut impl Query,
    keys: &Keys,
    (session, slot): (&str, &str),
    owner: Option<&str>,
) -> Result<Option<Vec<u8>>, StoreError> {
    let row = q
        .optional(
            "SELECT content FROM stash WHERE session = $1 AND slot = $2 AND (owner IS NULL OR owner = $3)",
            params![session, slot, owner],
        )
        .await?;
    row.map(|row| {
        keys.open("stash", "content", slot, &row.bytes("content")?)
            .map_err(|problem| StoreError::Other(format!("stash: {problem}")))
    })
    .transpose()
}

/// The slots of what was kept for this browser and owner on the pages below a path of ours, the first kept first.
pub async fn list_stash_below(
    q: &mut impl Query,
    (session, path): (&str, &str),
    owner: Option<&str>,
) -> Result<Vec<String>, StoreError> {
    let rows = q
        .all(
            "SELECT slot FROM stash WHERE session = $1 AND slot LIKE $2 AND (owner IS NULL OR owner = $3)
             ORDER BY at, slot",
            params![session, format!("{path}/%"), owner],
        )
        .await?;
    rows.iter().map(|row| row.text("slot")).collect()
}

/// Lets go of what was kept.
pub async fn delete_stash(tx: &mut Tx, session: &str, slot: &str) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM stash WHERE session = $1 AND slot = $2",
        params![session, slot],
    )
    .await?;
    Ok(())
}

/// Lets go of the pages that answered mistakes of an owner, in whichever session.
pub async fn delete_answers_of(tx: &mut Tx, owner: &str) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM stash WHERE owner = $1 AND slot LIKE 'answer:%'",
        params![owner],
    )
    .await?;
    Ok(())
}

/// Lets go of everything that was kept in a session for the pages below a path of ours.
pub async fn delete_stash_below(tx: &mut Tx, session: &str, path: &str) -> Result<(), StoreError> {
    let (typed, answered) = (format!("{path}/%"), format!("{ANSWERS}%:{path}/%"));
    tx.execute(
        "DELETE FROM stash WHERE session = $1 AND (slot LIKE $2 OR slot LIKE $3)",
        params![session, typed, answered],
    )
    .await?;
    Ok(())
}

/// A day as it is kept.
pub(super) fn day(row: &Row, column: &str) -> Result<Date, StoreError> {
    let text = row.text(column)?;
    zhida::calendar::parse_date(&text).ok_or_else(|| StoreError::Other(format!("column {column} holds no day")))
}
