//! Accounts: their names, passwords, codes, the people they are linked to, and the tries of those who guess.

use uuid::Uuid;
use zhida::access::{OfficerId, PersonKey};
use zhida::account::{Attempts, Code, SignInName};
use zhida::calendar::Instant;
use zhida::person::{NameReading, PersonName};

use super::cipher::Keys;
use super::session::AccountId;
use super::{Query, Row, StoreError, Tx, params};

pub use super::casework::person_key;

/// The constraint that a taken user name runs into.
pub const NAME_TAKEN: &str = "uq_account_user_name";

/// So many accounts may have one mobile number: a family shares a phone.
pub const MOST_OF_A_MOBILE: usize = 5;

/// An account, as far as signing in needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The name as it was chosen.
    pub name: String,
    /// The hash of its password.
    pub password: String,
    /// How it wants pages shown.
    pub display: Option<String>,
    /// Since when.
    pub created_at: Instant,
}

/// A person that an account is linked to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The person, by the keyed hash of the resident ID number.
    pub person: PersonKey,
    /// The person's name when they were linked.
    pub name: String,
    /// How it is read, where this account said so of this very name.
    pub reading: Option<NameReading>,
    /// Whether an office saw the person; otherwise the account only says so.
    pub linked: bool,
    /// The office, by name.
    pub office: Option<String>,
    /// When.
    pub at: Instant,
}

/// A link code that is handed over.
#[derive(Clone, Debug)]
pub struct NewLinkCode<'a> {
    /// The code.
    pub code: &'a Code,
    /// For whom.
    pub person: &'a PersonKey,
    /// The person's name.
    pub name: &'a str,
    /// Who hands it over; none where the program prints it into a letter.
    pub issued_by: Option<&'a OfficerId>,
    /// The office, by name.
    pub office: Option<&'a str>,
    /// When.
    pub at: Instant,
    /// Whether older ones for the person that nobody has used end with it.
    pub replaces: bool,
}

/// A link code is good for thirty days, in milliseconds.
pub const LINK_CODE_LASTS: i64 = 30 * 24 * 60 * 60 * 1000;
/// A one-time code from an office is good for a day, in milliseconds.
pub const OFFICE_CODE_LASTS: i64 = 24 * 60 * 60 * 1000;

/// The two hashes a name is found by, of which one is there.
fn hashes(keys: &Keys, name: &SignInName) -> (Option<String>, Option<String>) {
    match name {
        SignInName::UserName(_) => (Some(keys.lookup_hash("user_name", &name.key())), None),
        SignInName::Mobile(_) => (None, Some(keys.lookup_hash("mobile", &name.key()))),
    }
}

/// Makes an account.
///
/// # Errors
/// [`StoreError::Conflict`] of [`NAME_TAKEN`].
pub async fn insert(
    tx: &mut Tx,
    keys: &Keys,
    id: Uuid,
    (name, password): (&SignInName, &str),
    at: Instant,
) -> Result<AccountId, StoreError> {
    let id = id.to_string();
    let (user_name, mobile) = hashes(keys, name);
    let closed = keys.seal("account", "name", &id, name.as_str().as_bytes());
    tx.execute(
        "INSERT INTO account (id, user_name_hash, mobile_hash, name, password, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![&id, user_name, mobile, closed, password, at],
    )
    .await?;
    Ok(AccountId(id))
}

/// The accounts that a name may mean: one of a user name, a few of a mobile number, the oldest first.
pub async fn find_by_name(q: &mut impl Query, keys: &Keys, name: &SignInName) -> Result<Vec<Account>, StoreError> {
    let (user_name, mobile) = hashes(keys, name);
    let rows = q
        .all(
            "SELECT id, name, password, display, created_at FROM account
             WHERE user_name_hash = $1 OR mobile_hash = $2 ORDER BY created_at, id",
            params![user_name, mobile],
        )
        .await?;
    rows.iter().map(|row| read(keys, row)).collect()
}

/// An account.
pub async fn find(q: &mut impl Query, keys: &Keys, id: &AccountId) -> Result<Option<Account>, StoreError> {
    let row = q
        .optional(
            "SELECT id, name, password, display, created_at FROM account WHERE id = $1",
            params![&id.0],
        )
        .await?;
    row.map(|row| read(keys, &row)).transpose()
}

fn read(keys: &Keys, row: &Row) -> Result<Account, StoreError> {
    let id = row.text("id")?;
    Ok(Account {
        name: open(keys, ("account", "name", &id), &row.bytes("name")?)?,
        password: row.text("password")?,
        display: row.text_or_null("display")?,
        created_at: row.instant("created_at")?,
        id: AccountId(id),
    })
}

/// Gives an account another password.
pub async fn update_password(tx: &mut Tx, id: &AccountId, password: &str) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE account SET password = $2 WHERE id = $1",
        params![&id.0, password],
    )
    .await?;
    Ok(())
}

/// Keeps how an account wants pages shown, in the words of the display cookie.
pub async fn update_display(tx: &mut Tx, id: &AccountId, display: &str) -> Result<(), StoreError> {
    tx.execute("UPDATE account SET display = $2 WHERE id = $1", params![&id.0, display])
        .await?;
    Ok(())
}

/// Puts new recovery codes of an account or a member of staff in place of the old ones.
pub async fn replace_recovery_codes(
    tx: &mut Tx,
    keys: &Keys,
    owner: &str,
    codes: &[Code],
    at: Instant,
) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM recovery_code WHERE owner = $1 AND issued_by IS NULL",
        params![owner],
    )
    .await?;
    for code in codes {
        tx.execute(
            "INSERT INTO recovery_code (hash, owner, created_at) VALUES ($1, $2, $3)",
            params![recovery_hash(keys, owner, code), owner, at],
        )
        .await?;
    }
    Ok(())
}

/// Keeps a one-time code that an office hands over, good for a day.
pub async fn insert_office_code(
    tx: &mut Tx,
    keys: &Keys,
    owner: &AccountId,
    code: &Code,
    issued_by: &OfficerId,
    at: Instant,
) -> Result<(), StoreError> {
    let expires_at = Instant::from_epoch_ms(at.epoch_ms().saturating_add(OFFICE_CODE_LASTS));
    tx.execute(
        "INSERT INTO recovery_code (hash, owner, issued_by, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
        params![
            recovery_hash(keys, &owner.0, code),
            &owner.0,
            &issued_by.0,
            at,
            expires_at
        ],
    )
    .await?;
    Ok(())
}

/// Whether a code would get its owner back in now.
pub async fn has_recovery_code(
    q: &mut impl Query,
    keys: &Keys,
    owner: &str,
    code: &Code,
    now: Instant,
) -> Result<bool, StoreError> {
    let row = q
        .optional(
            "SELECT hash FROM recovery_code
             WHERE hash = $1 AND used_at IS NULL AND (expires_at IS NULL OR expires_at > $2)",
            params![recovery_hash(keys, owner, code), now],
        )
        .await?;
    Ok(row.is_some())
}

/// Uses a code: true for the first who comes with it.
pub async fn use_recovery_code(
    tx: &mut Tx,
    keys: &Keys,
    owner: &str,
    code: &Code,
    now: Instant,
) -> Result<bool, StoreError> {
    let changed = tx
        .execute(
            "UPDATE recovery_code SET used_at = $2
             WHERE hash = $1 AND used_at IS NULL AND (expires_at IS NULL OR expires_at > $2)",
            params![recovery_hash(keys, owner, code), now],
        )
        .await?;
    Ok(changed == 1)
}

/// Whether a code was used since a moment.
pub async fn was_recovery_code_used(
    q: &mut impl Query,
    keys: &Keys,
    owner: &str,
    code: &Code,
    since: Instant,
) -> Result<bool, StoreError> {
    let row = q
        .optional(
            "SELECT hash FROM recovery_code WHERE hash = $1 AND used_at >= $2",
            params![recovery_hash(keys, owner, code), since],
        )
        .await?;
    Ok(row.is_some())
}

/// How many recovery codes of one's own are left.
pub async fn count_recovery_codes(q: &mut impl Query, owner: &str) -> Result<u32, StoreError> {
    let row = q
        .one(
            "SELECT COUNT(*) AS left_over FROM recovery_code
             WHERE owner = $1 AND issued_by IS NULL AND used_at IS NULL",
            params![owner],
        )
        .await?;
    Ok(u32::try_from(row.int("left_over")?).unwrap_or(u32::MAX))
}

/// The owner is part of it: a code of one account opens no other.
fn recovery_hash(keys: &Keys, owner: &str, code: &Code) -> String {
    keys.lookup_hash("recovery_code", &format!("{owner} {}", code.as_str()))
}

/// Keeps a link code.
pub async fn insert_link_code(tx: &mut Tx, keys: &Keys, new: &NewLinkCode<'_>) -> Result<(), StoreError> {
    let hash = keys.lookup_hash("link_code", new.code.as_str());
    let name = keys.seal("link_code", "name", &hash, new.name.as_bytes());
    let expires_at = Instant::from_epoch_ms(new.at.epoch_ms().saturating_add(LINK_CODE_LASTS));
    if new.replaces {
        tx.execute(
            "DELETE FROM link_code WHERE person = $1 AND used_at IS NULL",
            params![&new.person.0],
        )
        .await?;
    }
    tx.execute(
        "INSERT INTO link_code (hash, person, name, issued_by, office, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            hash,
            &new.person.0,
            name,
            new.issued_by.map(|id| id.0.as_str()),
            new.office,
            new.at,
            expires_at
        ],
    )
    .await?;
    Ok(())
}

/// Uses a link code: the account is linked to its person. None where there is no such code, or no more: a case of the
/// person that was sealed since voids it, whoever gave it did not see that.
pub async fn use_link_code(
    tx: &mut Tx,
    keys: &Keys,
    account: &AccountId,
    code: &Code,
    now: Instant,
) -> Result<Option<Link>, StoreError> {
    let hash = keys.lookup_hash("link_code", code.as_str());
    let changed = tx
        .execute(
            "UPDATE link_code SET used_at = $2, used_by = $3
             WHERE hash = $1 AND used_at IS NULL AND expires_at > $2 AND NOT EXISTS (
                 SELECT 1 FROM case_row
                 JOIN event ON event.stream = 'case:' || case_row.id AND event.seq = 1
                 WHERE case_row.person = link_code.person AND case_row.visibility = 'sealed'
                     AND event.at > link_code.created_at)",
            params![&hash, now, &account.0],
        )
        .await?;
    if changed != 1 {
        return Ok(None);
    }
    let row = tx
        .one(
            "SELECT person, name, issued_by, office FROM link_code WHERE hash = $1",
            params![&hash],
        )
        .await?;
    let link = Link {
        person: PersonKey(row.text("person")?),
        name: open(keys, ("link_code", "name", &hash), &row.bytes("name")?)?,
        reading: None,
        linked: true,
        office: row.text_or_null("office")?,
        at: now,
    };
    insert_link(tx, keys, account, &link, row.text_or_null("issued_by")?.as_deref()).await?;
    Ok(Some(link))
}

/// Whether this very account has used a code: a form sent twice.
pub async fn is_link_code_used_by(
    q: &mut impl Query,
    keys: &Keys,
    account: &AccountId,
    code: &Code,
) -> Result<bool, StoreError> {
    let hash = keys.lookup_hash("link_code", code.as_str());
    let row = q
        .optional(
            "SELECT hash FROM link_code WHERE hash = $1 AND used_by = $2",
            params![hash, &account.0],
        )
        .await?;
    Ok(row.is_some())
}

/// Links an account to a person, in place of what it only stated.
pub async fn insert_link(
    tx: &mut Tx,
    keys: &Keys,
    account: &AccountId,
    link: &Link,
    linked_by: Option<&str>,
) -> Result<(), StoreError> {
    let place = format!("{account} {}", link.person.0);
    let name = keys.seal("link", "name", &place, link.name.as_bytes());
    let level = if link.linked { "linked" } else { "stated" };
    tx.execute(
        "INSERT INTO link (account, person, level, name, linked_by, office, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (account, person) DO UPDATE SET level = excluded.level, name = excluded.name,
             linked_by = excluded.linked_by, office = excluded.office, at = excluded.at
         WHERE link.level = 'stated' OR excluded.level = 'linked'",
        params![
            &account.0,
            &link.person.0,
            level,
            name,
            linked_by,
            link.office.as_deref(),
            link.at
        ],
    )
    .await?;
    Ok(())
}

/// The people an account is linked to, or says it is, the first linked first.
pub async fn list_links(q: &mut impl Query, keys: &Keys, account: &AccountId) -> Result<Vec<Link>, StoreError> {
    let rows = q
        .all(
            "SELECT person, level, name, reading, office, at FROM link WHERE account = $1 ORDER BY at, person",
            params![&account.0],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let person = row.text("person")?;
            let (name, reading) = named(row, keys, &format!("{account} {person}"))?;
            Ok(Link {
                name,
                reading,
                person: PersonKey(person),
                linked: row.text("level")? == "linked",
                office: row.text_or_null("office")?,
                at: row.instant("at")?,
            })
        })
        .collect()
}

/// The name of a row of `link`, and its reading where that is one of this very name: an office may have written the name
/// down otherwise since.
fn named(row: &Row, keys: &Keys, place: &str) -> Result<(String, Option<NameReading>), StoreError> {
    let name = open(keys, ("link", "name", place), &row.bytes("name")?)?;
    let reading = match row.bytes_or_null("reading")? {
        Some(closed) => Some(open(keys, ("link", "reading", place), &closed)?),
        None => None,
    };
    let reading = PersonName::parse(&name)
        .ok()
        .zip(reading)
        .and_then(|(name, reading)| NameReading::parse(&reading, &name).ok());
    Ok((name, reading))
}

/// Keeps how the name of a linked person is read, or that it is not said any more.
pub async fn update_reading(
    tx: &mut Tx,
    keys: &Keys,
    (account, person): (&AccountId, &PersonKey),
    reading: Option<&NameReading>,
) -> Result<(), StoreError> {
    let place = format!("{account} {}", person.0);
    let closed = reading.map(|reading| keys.seal("link", "reading", &place, reading.as_str().as_bytes()));
    tx.execute(
        "UPDATE link SET reading = $3 WHERE account = $1 AND person = $2 AND level = 'linked'",
        params![&account.0, &person.0, closed],
    )
    .await?;
    Ok(())
}

/// How a person's name is read, as an account says that an office linked to them; the last linked one that says so.
pub async fn find_reading(
    q: &mut impl Query,
    keys: &Keys,
    person: &PersonKey,
) -> Result<Option<(String, NameReading)>, StoreError> {
    let row = q
        .optional(
            "SELECT account, name, reading FROM link
             WHERE person = $1 AND level = 'linked' AND reading IS NOT NULL ORDER BY at DESC, account LIMIT 1",
            params![&person.0],
        )
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let place = format!("{} {}", row.text("account")?, person.0);
    let (name, reading) = named(&row, keys, &place)?;
    Ok(reading.map(|reading| (name, reading)))
}

/// An account that an office linked to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// The account.
    pub account: AccountId,
    /// The name it signs in with.
    pub sign_in: String,
    /// The office, by name.
    pub office: Option<String>,
    /// When.
    pub at: Instant,
}

/// The accounts that are linked to a person, the first linked first.
pub async fn list_linked_to(q: &mut impl Query, keys: &Keys, person: &PersonKey) -> Result<Vec<Linked>, StoreError> {
    let rows = q
        .all(
            "SELECT account.id, account.name, link.office, link.at FROM link JOIN account ON account.id = link.account
             WHERE link.person = $1 AND link.level = 'linked' ORDER BY link.at, account.id",
            params![&person.0],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let id = row.text("id")?;
            Ok(Linked {
                sign_in: open(keys, ("account", "name", &id), &row.bytes("name")?)?,
                office: row.text_or_null("office")?,
                at: row.instant("at")?,
                account: AccountId(id),
            })
        })
        .collect()
}

/// Ends a link: true where there was one. Codes for the person that nobody has used end with it.
pub async fn delete_link(tx: &mut Tx, account: &AccountId, person: &PersonKey) -> Result<bool, StoreError> {
    let ended = tx
        .execute(
            "DELETE FROM link WHERE account = $1 AND person = $2 AND level = 'linked'",
            params![&account.0, &person.0],
        )
        .await?;
    tx.execute(
        "DELETE FROM link_code WHERE person = $1 AND used_at IS NULL",
        params![&person.0],
    )
    .await?;
    Ok(ended > 0)
}

/// The wrong tries of one who tries.
pub async fn find_attempts(q: &mut impl Query, who: &str) -> Result<Attempts, StoreError> {
    let row = q
        .optional("SELECT failures, last_at FROM attempt WHERE who = $1", params![who])
        .await?;
    let Some(row) = row else {
        return Ok(Attempts::default());
    };
    Ok(Attempts {
        failures: u32::try_from(row.int("failures")?).unwrap_or(u32::MAX),
        last: Some(row.instant("last_at")?),
    })
}

/// Counts one more. The count is made here and not from what was read, so that many at once are many.
pub async fn insert_failure(tx: &mut Tx, who: &str, now: Instant) -> Result<(), StoreError> {
    let yesterday = Instant::from_epoch_ms(now.epoch_ms().saturating_sub(24 * 60 * 60 * 1000));
    tx.execute(
        "INSERT INTO attempt (who, failures, last_at) VALUES ($1, 1, $2)
         ON CONFLICT (who) DO UPDATE SET
             failures = CASE WHEN attempt.last_at <= $3 THEN 1 ELSE attempt.failures + 1 END, last_at = excluded.last_at",
        params![who, now, yesterday],
    )
    .await?;
    Ok(())
}

/// Counts a try before it is made: true for the one who comes first with the tries as they were `seen`. So however many
/// come at once, each is one more.
pub async fn reserve_attempt(tx: &mut Tx, who: &str, seen: Attempts, now: Instant) -> Result<bool, StoreError> {
    let after = seen.failed(now);
    let changed = match seen.last {
        None => {
            tx.execute(
                "INSERT INTO attempt (who, failures, last_at) VALUES ($1, $2, $3) ON CONFLICT (who) DO NOTHING",
                params![who, after.failures, now],
            )
            .await?
        }
        Some(last) => {
            tx.execute(
                "UPDATE attempt SET failures = $2, last_at = $3 WHERE who = $1 AND failures = $4 AND last_at = $5",
                params![who, after.failures, now, seen.failures, last],
            )
            .await?
        }
    };
    Ok(changed == 1)
}

/// Forgets the wrong tries of one who was right.
pub async fn delete_attempts(tx: &mut Tx, who: &str) -> Result<(), StoreError> {
    tx.execute("DELETE FROM attempt WHERE who = $1", params![who]).await?;
    Ok(())
}

/// Forgets tries of another day; their number.
pub async fn delete_attempts_before(tx: &mut Tx, before: Instant) -> Result<u64, StoreError> {
    tx.execute("DELETE FROM attempt WHERE last_at < $1", params![before])
        .await
}

fn open(keys: &Keys, (table, column, row): (&str, &str, &str), closed: &[u8]) -> Result<String, StoreError> {
    let wrong = |problem: &dyn std::fmt::Display| StoreError::Other(format!("{table}.{column}: {problem}"));
    let open = keys
        .open(table, column, row, closed)
        .map_err(|problem| wrong(&problem))?;
    String::from_utf8(open).map_err(|problem| wrong(&problem))
}
