//! Who may act for whom, and the codes by which that is taken.

use zhida::access::{AgentRole, Delegation, DelegationStanding, EndedBy, KnownOfBoth, OfficerId, PersonKey, Terms};
use zhida::account::Code;
use zhida::apply::Authority;
use zhida::calendar::{Date, Instant, parse_date};

use super::apply::{open, seal};
use super::cipher::Keys;
use super::session::AccountId;
use super::{AssertSqlSafe, Query, Row, StoreError, Tx, params};

const TABLE: &str = "delegation";

/// A delegation as it is kept, with what is known of both people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDelegation {
    /// Its id, in its address.
    pub id: String,
    /// Whose matters they are.
    pub principal: PersonKey,
    /// The account that took it.
    pub agent: Option<AccountId>,
    /// Who that is, where an office saw their number.
    pub agent_person: Option<PersonKey>,
    /// What it says.
    pub says: Delegation,
    /// The names, and what an office saw.
    pub terms: Terms,
    /// Who made it.
    pub made_by: MadeBy,
    /// The office that saw the proof, by name.
    pub office: Option<String>,
    /// When it was made.
    pub made_at: Instant,
    /// Until when it can be taken with its code.
    pub code_until: Option<Instant>,
    /// When it was ended.
    pub ended_at: Option<Instant>,
    /// What is known of both.
    pub known: KnownOfBoth,
}

/// Who made a delegation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MadeBy {
    /// The person, with an account that an office linked to them.
    Person(AccountId),
    /// An officer, who saw the proof.
    Office(OfficerId),
}

impl MadeBy {
    fn to_text(&self) -> String {
        match self {
            Self::Person(account) => format!("account:{account}"),
            Self::Office(officer) => format!("staff:{officer}"),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once(':')?;
        match kind {
            "account" => Some(Self::Person(AccountId(id.to_owned()))),
            "staff" => Some(Self::Office(OfficerId(id.to_owned()))),
            _ => None,
        }
    }

    /// What it proves.
    pub fn authority(&self) -> Authority {
        match self {
            Self::Person(_) => Authority::Person,
            Self::Office(_) => Authority::Office,
        }
    }
}

/// What the owner of a draft or case that was begun for another is called.
const OWNER: &str = "delegation:";

impl StoredDelegation {
    /// How it stands on a day.
    pub fn standing_on(&self, day: Date) -> DelegationStanding {
        self.says.standing_on(day, self.known)
    }

    /// Whether it holds on a day.
    pub fn is_active(&self, day: Date) -> bool {
        self.standing_on(day) == DelegationStanding::Active
    }

    /// Whose the drafts and applications are that are made with it: not the account's, which loses them with it.
    pub fn owner(&self) -> String {
        format!("{OWNER}{}", self.id)
    }
}

/// The id of the delegation that owns a draft or case, if one does.
pub fn of_owner(owner: &str) -> Option<&str> {
    owner.strip_prefix(OWNER)
}

/// Keeps a new delegation, with the code that takes it where it is still to be taken.
///
/// # Errors
/// A conflict where the code is another's, which chance does not bring about.
pub async fn insert(tx: &mut Tx, keys: &Keys, new: &StoredDelegation, code: Option<&Code>) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO delegation (id, principal, agent, agent_person, role, valid_from, valid_until, of_age_on, terms,
             made_by, office, made_at, code_hash, code_until, accepted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        params![
            &new.id,
            &new.principal.0,
            new.agent.as_ref().map(|agent| agent.0.clone()),
            new.agent_person.as_ref().map(|person| person.0.clone()),
            new.says.role.as_str(),
            new.says.from.to_string(),
            new.says.until.to_string(),
            new.says.of_age_on.map(|day| day.to_string()),
            seal(keys, TABLE, "terms", &new.id, &new.terms)?,
            new.made_by.to_text(),
            new.office.as_deref(),
            new.made_at,
            code.map(|code| keys.lookup_hash("delegation_code", code.as_str())),
            new.code_until,
            new.says.accepted.then_some(new.made_at)
        ],
    )
    .await?;
    Ok(())
}

/// All of one, and what the register and other delegations say of both people on a day (`$1`).
const COLUMNS: &str =
    "SELECT id, principal, agent, agent_person, role, valid_from, valid_until, of_age_on, terms, made_by,
    office, made_at, code_until, accepted_at, ended_at, ended_by,
    (SELECT COUNT(*) FROM registry_identity JOIN registry_person ON registry_person.person = registry_identity.person
        WHERE registry_identity.resident_id_hash = delegation.principal AND registry_person.ended_at IS NOT NULL)
        AS principal_gone,
    (SELECT COUNT(*) FROM registry_identity JOIN registry_person ON registry_person.person = registry_identity.person
        WHERE registry_identity.resident_id_hash = delegation.agent_person AND registry_person.ended_at IS NOT NULL)
        AS agent_gone,
    (SELECT COUNT(*) FROM delegation AS ward WHERE ward.principal = delegation.agent_person
        AND ward.role IN ('guardian_of_adult', 'institutional_guardian') AND ward.accepted_at IS NOT NULL
        AND ward.ended_at IS NULL AND ward.valid_from <= $1 AND ward.valid_until >= $1) AS agent_is_ward
    FROM delegation";

/// Those of a person's matters: all that may hold, whatever else there is, and then what is over; the last one first.
pub async fn list_of_person(
    q: &mut impl Query,
    keys: &Keys,
    person: &PersonKey,
    today: Date,
) -> Result<Vec<StoredDelegation>, StoreError> {
    both(q, keys, ("principal", &person.0), today).await
}

/// Those whose column says so. Neither offers that nobody takes nor what is long over may hide one that holds.
async fn both(
    q: &mut impl Query,
    keys: &Keys,
    (column, value): (&str, &str),
    today: Date,
) -> Result<Vec<StoredDelegation>, StoreError> {
    let whose = format!("{COLUMNS} WHERE {column} = $2");
    let may_hold = "accepted_at IS NOT NULL AND ended_at IS NULL AND valid_until >= $1";
    let newest = "ORDER BY made_at DESC, id";
    let values = || params![today.to_string(), value];
    let mut all = list(q, keys, format!("{whose} AND ({may_hold}) {newest}"), values()).await?;
    all.extend(
        list(
            q,
            keys,
            format!("{whose} AND NOT ({may_hold}) {newest} LIMIT 100"),
            values(),
        )
        .await?,
    );
    all.sort_by(|one, other| (other.made_at, &one.id).cmp(&(one.made_at, &other.id)));
    Ok(all)
}

/// Those that an account took, the last one first.
pub async fn list_of_agent(
    q: &mut impl Query,
    keys: &Keys,
    agent: &AccountId,
    today: Date,
) -> Result<Vec<StoredDelegation>, StoreError> {
    both(q, keys, ("agent", &agent.0), today).await
}

/// One of them. Whose business it is, is the caller's to decide.
pub async fn find(
    q: &mut impl Query,
    keys: &Keys,
    id: &str,
    today: Date,
) -> Result<Option<StoredDelegation>, StoreError> {
    let sql = format!("{COLUMNS} WHERE id = $2");
    let found = list(q, keys, sql, params![today.to_string(), id]).await?;
    Ok(found.into_iter().next())
}

/// The one that a code takes, while it can be taken: not used, not over, not tried too often. The try is counted before
/// it is known to be right; whoever was right lets go of the transaction, or takes it.
pub async fn try_code(
    tx: &mut Tx,
    keys: &Keys,
    code: &Code,
    (now, today): (Instant, Date),
) -> Result<Option<StoredDelegation>, StoreError> {
    let hash = keys.lookup_hash("delegation_code", code.as_str());
    let counted = tx
        .execute(
            "UPDATE delegation SET code_tries = code_tries + 1
             WHERE code_hash = $1 AND accepted_at IS NULL AND ended_at IS NULL AND code_until > $2 AND code_tries < $3",
            params![&hash, now, Delegation::CODE_TRIES],
        )
        .await?;
    if counted == 0 {
        return Ok(None);
    }
    let sql = format!("{COLUMNS} WHERE code_hash = $2");
    let found = list(tx, keys, sql, params![today.to_string(), &hash]).await?;
    Ok(found.into_iter().next())
}

/// Whether somebody of age has a guardian on a day, as offices recorded.
pub async fn is_ward(q: &mut impl Query, person: &PersonKey, today: Date) -> Result<bool, StoreError> {
    let row = q
        .one(
            "SELECT COUNT(*) AS guardians FROM delegation WHERE principal = $1
             AND role IN ('guardian_of_adult', 'institutional_guardian') AND accepted_at IS NOT NULL
             AND ended_at IS NULL AND valid_from <= $2 AND valid_until >= $2",
            params![&person.0, today.to_string()],
        )
        .await?;
    Ok(row.int("guardians")? > 0)
}

/// How many of a person's are offered and not taken yet.
pub async fn count_offered(q: &mut impl Query, person: &PersonKey, now: Instant) -> Result<i64, StoreError> {
    let row = q
        .one(
            "SELECT COUNT(*) AS offered FROM delegation
             WHERE principal = $1 AND accepted_at IS NULL AND ended_at IS NULL AND code_until > $2",
            params![&person.0, now],
        )
        .await?;
    row.int("offered")
}

/// The same, also where the guardian has not taken it yet: nobody is recorded as the guardian of their own guardian.
pub async fn is_to_be_ward(
    q: &mut impl Query,
    person: &PersonKey,
    (now, today): (Instant, Date),
) -> Result<bool, StoreError> {
    let row = q
        .one(
            "SELECT COUNT(*) AS guardians FROM delegation WHERE principal = $1
             AND role IN ('guardian_of_adult', 'institutional_guardian') AND ended_at IS NULL AND valid_until >= $2
             AND (accepted_at IS NOT NULL OR code_until > $3)",
            params![&person.0, today.to_string(), now],
        )
        .await?;
    Ok(row.int("guardians")? > 0)
}

/// Gives it to the account that takes it, and to the person behind the account, where an office knows who that is and did
/// not say before; false where it was taken or ended before.
pub async fn accept(
    tx: &mut Tx,
    id: &str,
    (agent, person): (&AccountId, Option<&PersonKey>),
    at: Instant,
) -> Result<bool, StoreError> {
    let taken = tx
        .execute(
            "UPDATE delegation SET agent = $2, accepted_at = $3, agent_person = COALESCE(agent_person, $4),
                 code_hash = NULL
             WHERE id = $1 AND accepted_at IS NULL AND ended_at IS NULL AND code_until > $3",
            params![id, &agent.0, at, person.map(|person| person.0.clone())],
        )
        .await?;
    Ok(taken == 1)
}

/// Ends it; false where it was ended before.
pub async fn end(tx: &mut Tx, id: &str, by: EndedBy, at: Instant) -> Result<bool, StoreError> {
    let ended = tx
        .execute(
            "UPDATE delegation SET ended_at = $2, ended_by = $3, code_hash = NULL WHERE id = $1 AND ended_at IS NULL",
            params![id, at, by.as_str()],
        )
        .await?;
    Ok(ended == 1)
}

async fn list(
    q: &mut impl Query,
    keys: &Keys,
    sql: String,
    values: Vec<super::Value>,
) -> Result<Vec<StoredDelegation>, StoreError> {
    let rows = q.all(AssertSqlSafe(sql), values).await?;
    rows.iter().map(|row| read(row, keys)).collect()
}

fn read(row: &Row, keys: &Keys) -> Result<StoredDelegation, StoreError> {
    let id = row.text("id")?;
    let wrong = |what: &str| StoreError::Other(format!("delegation {id}: {what}"));
    let day = |text: String| parse_date(&text).ok_or_else(|| wrong("no day"));
    let terms: Terms = open(keys, TABLE, "terms", &id, &row.bytes("terms")?)?;
    let ended = row.text_or_null("ended_by")?;
    let says = Delegation {
        role: AgentRole::parse(&row.text("role")?).ok_or_else(|| wrong("no role"))?,
        services: terms.services.clone(),
        powers: terms.powers.clone(),
        from: day(row.text("valid_from")?)?,
        until: day(row.text("valid_until")?)?,
        of_age_on: row.text_or_null("of_age_on")?.map(day).transpose()?,
        accepted: row.instant_or_null("accepted_at")?.is_some(),
        ended: ended.as_deref().and_then(EndedBy::parse),
    };
    Ok(StoredDelegation {
        principal: PersonKey(row.text("principal")?),
        agent: row.text_or_null("agent")?.map(AccountId),
        agent_person: row.text_or_null("agent_person")?.map(PersonKey),
        says,
        terms,
        made_by: MadeBy::parse(&row.text("made_by")?).ok_or_else(|| wrong("made by nobody"))?,
        office: row.text_or_null("office")?,
        made_at: row.instant("made_at")?,
        code_until: row.instant_or_null("code_until")?,
        ended_at: row.instant_or_null("ended_at")?,
        known: KnownOfBoth {
            principal_gone: row.int("principal_gone")? > 0,
            agent_gone: row.int("agent_gone")? > 0,
            agent_is_ward: row.int("agent_is_ward")? > 0,
        },
        id,
    })
}
