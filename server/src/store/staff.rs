//! Staff: how they sign in, their posts, whom they stand in for, whose cases they must not touch.

use uuid::Uuid;
use zhida::access::{self, Division, Kin, OfficerId, PersonKey, Post, Role, Substitution};
use zhida::calendar::{Date, Instant};

use super::cipher::Keys;
use super::session::day;
use super::{AssertSqlSafe, Query, Row, StoreError, Tx, params};

/// The constraint that a taken sign-in name runs into.
pub const LOGIN_TAKEN: &str = "uq_staff_login";

/// Somebody who begins to work here.
#[derive(Clone, Debug)]
pub struct NewStaff<'a> {
    /// A fresh id.
    pub id: Uuid,
    /// What they sign in with, in lower case.
    pub login: &'a str,
    /// Their name.
    pub name: &'a str,
    /// Their office, by name.
    pub office: &'a str,
    /// The hash of their password.
    pub password: &'a str,
    /// Their posts.
    pub posts: &'a [Post],
    /// Themselves and their people.
    pub kin: &'a Kin,
    /// When.
    pub at: Instant,
}

/// What signing in needs to know.
#[derive(Clone, Debug)]
pub struct SignsIn {
    /// Their id.
    pub id: OfficerId,
    /// Their sign-in name.
    pub login: String,
    /// Their name.
    pub name: String,
    /// The hash of their password.
    pub password: String,
    /// The secret of their one-time codes; none until they have set it up.
    pub secret: Option<Vec<u8>>,
    /// The last step of it that was used.
    pub step: Option<i64>,
}

/// Somebody who works here, for lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Their id.
    pub id: OfficerId,
    /// Their sign-in name.
    pub login: String,
    /// Their name.
    pub name: String,
    /// Their office, by name.
    pub office: String,
    /// Whether one-time codes are set up.
    pub set_up: bool,
    /// Whether they work here no more.
    pub ended: bool,
}

/// Takes somebody on.
///
/// # Errors
/// [`StoreError::Conflict`] of [`LOGIN_TAKEN`].
pub async fn insert(tx: &mut Tx, keys: &Keys, new: &NewStaff<'_>) -> Result<(), StoreError> {
    let id = new.id.to_string();
    let name = keys.seal("staff", "name", &id, new.name.as_bytes());
    tx.execute(
        "INSERT INTO staff (id, login, name, office, password, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
        params![&id, new.login, name, new.office, new.password, new.at],
    )
    .await?;
    for post in new.posts {
        insert_post(tx, &id, *post).await?;
    }
    let kin = new.kin.own.iter().map(|person| ("own", person));
    let kin = kin.chain(new.kin.household.iter().map(|person| ("household", person)));
    for (relation, person) in kin.chain(new.kin.relatives.iter().map(|person| ("relative", person))) {
        insert_kin(tx, &id, relation, person).await?;
    }
    Ok(())
}

/// Gives somebody a post more.
pub async fn insert_post(tx: &mut Tx, staff: &str, post: Post) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO staff_role (staff, role, division) VALUES ($1, $2, $3)
         ON CONFLICT (staff, role, division) DO NOTHING",
        params![staff, post.role.as_str(), post.division.to_string()],
    )
    .await?;
    Ok(())
}

/// Declares a person whose cases somebody must not touch: `own`, `household`, `relative`.
pub async fn insert_kin(tx: &mut Tx, staff: &str, relation: &str, person: &PersonKey) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO staff_kin (staff, relation, person) VALUES ($1, $2, $3)
         ON CONFLICT (staff, relation, person) DO NOTHING",
        params![staff, relation, &person.0],
    )
    .await?;
    Ok(())
}

/// Names somebody who fills the posts of another from one day to another; the substitution's id.
pub async fn insert_substitution(
    tx: &mut Tx,
    id: Uuid,
    (staff, substitute): (&OfficerId, &OfficerId),
    (from, to): (Date, Date),
    named_by: &OfficerId,
    at: Instant,
) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO substitution (id, staff, substitute, from_day, to_day, named_by, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            id,
            &staff.0,
            &substitute.0,
            from.to_string(),
            to.to_string(),
            &named_by.0,
            at
        ],
    )
    .await?;
    Ok(())
}

/// Takes a substitution back.
pub async fn delete_substitution(tx: &mut Tx, id: &str) -> Result<u64, StoreError> {
    tx.execute("DELETE FROM substitution WHERE id = $1", params![id]).await
}

/// What decides what somebody may see and do.
pub async fn access(q: &mut impl Query, id: &OfficerId) -> Result<access::Officer, StoreError> {
    let rows = q
        .all(
            "SELECT 'post' AS kind, role AS one, division AS two, '' AS staff, '' AS from_day, '' AS to_day
             FROM staff_role WHERE staff = $1
             UNION ALL
             SELECT 'kin', relation, person, '', '', '' FROM staff_kin WHERE staff = $1
             UNION ALL
             SELECT 'substitution', r.role, r.division, s.staff, s.from_day, s.to_day
             FROM substitution s JOIN staff_role r ON r.staff = s.staff WHERE s.substitute = $1
             ORDER BY 1, 2, 3",
            params![&id.0],
        )
        .await?;
    let mut officer = access::Officer {
        id: id.clone(),
        posts: Vec::new(),
        substitutions: Vec::new(),
        kin: Kin::default(),
    };
    for row in &rows {
        let (one, two) = (row.text("one")?, row.text("two")?);
        match row.text("kind")?.as_str() {
            "kin" => {
                let person = PersonKey(two);
                match one.as_str() {
                    "own" => officer.kin.own = Some(person),
                    "household" => officer.kin.household.push(person),
                    _ => officer.kin.relatives.push(person),
                }
            }
            "post" => officer.posts.push(post(&one, &two)?),
            _ => officer.substitutions.push(Substitution {
                of: OfficerId(row.text("staff")?),
                post: post(&one, &two)?,
                from: day(row, "from_day")?,
                to: day(row, "to_day")?,
            }),
        }
    }
    Ok(officer)
}

fn post(role: &str, division: &str) -> Result<Post, StoreError> {
    let role = Role::parse(role).ok_or_else(|| StoreError::Other(format!("no role is {role}")))?;
    let known = Division::parse(division);
    let division = known.ok_or_else(|| StoreError::Other(format!("no division is {division}")))?;
    Ok(Post { role, division })
}

/// What signing in with a name needs to know; nothing of those who no longer work here.
pub async fn find(q: &mut impl Query, keys: &Keys, login: &str) -> Result<Option<SignsIn>, StoreError> {
    let row = q
        .optional(
            "SELECT id, login, name, password, totp_secret, totp_step FROM staff WHERE login = $1 AND ended_at IS NULL",
            params![login],
        )
        .await?;
    row.map(|row| signs_in(keys, &row)).transpose()
}

/// The same by id.
pub async fn find_by_id(q: &mut impl Query, keys: &Keys, id: &OfficerId) -> Result<Option<SignsIn>, StoreError> {
    let row = q
        .optional(
            "SELECT id, login, name, password, totp_secret, totp_step FROM staff WHERE id = $1 AND ended_at IS NULL",
            params![&id.0],
        )
        .await?;
    row.map(|row| signs_in(keys, &row)).transpose()
}

fn signs_in(keys: &Keys, row: &Row) -> Result<SignsIn, StoreError> {
    let id = row.text("id")?;
    let secret = row.bytes_or_null("totp_secret")?;
    let secret = secret.map(|secret| {
        keys.open("staff", "totp_secret", &id, &secret)
            .map_err(|problem| StoreError::Other(format!("staff: {problem}")))
    });
    Ok(SignsIn {
        name: open_name(keys, &id, &row.bytes("name")?)?,
        login: row.text("login")?,
        password: row.text("password")?,
        secret: secret.transpose()?,
        step: row.int_or_null("totp_step")?,
        id: OfficerId(id),
    })
}

/// Everybody who works in a division itself, or anywhere, by sign-in name.
pub async fn list(q: &mut impl Query, keys: &Keys, division: Option<Division>) -> Result<Vec<Member>, StoreError> {
    let division = division.map(|division| division.to_string()).unwrap_or_default();
    let rows = q
        .all(
            "SELECT id, login, name, office, totp_secret, ended_at FROM staff
             WHERE $1 = '' OR id IN (SELECT staff FROM staff_role WHERE division = $1) ORDER BY login",
            params![division],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let id = row.text("id")?;
            Ok(Member {
                login: row.text("login")?,
                name: open_name(keys, &id, &row.bytes("name")?)?,
                office: row.text("office")?,
                set_up: row.bytes_or_null("totp_secret")?.is_some(),
                ended: row.instant_or_null("ended_at")?.is_some(),
                id: OfficerId(id),
            })
        })
        .collect()
}

/// Names and offices of officers by their ids; those who no longer work here too, since history names them.
pub async fn list_names(
    q: &mut impl Query,
    keys: &Keys,
    ids: &[OfficerId],
) -> Result<Vec<(OfficerId, String, String)>, StoreError> {
    let mut wanted: Vec<&OfficerId> = ids.iter().collect();
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let numbers: Vec<String> = (1..=wanted.len()).map(|number| format!("${number}")).collect();
    let sql = format!(
        "SELECT id, name, office FROM staff WHERE id IN ({})",
        numbers.join(", ")
    );
    let values = wanted.into_iter().map(|id| id.0.as_str().into()).collect();
    let rows = q.all(AssertSqlSafe(sql), values).await?;
    rows.iter()
        .map(|row| {
            let id = row.text("id")?;
            let name = open_name(keys, &id, &row.bytes("name")?)?;
            Ok((OfficerId(id), name, row.text("office")?))
        })
        .collect()
}

/// Somebody fills another's posts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// Its id.
    pub id: String,
    /// Whose posts.
    pub staff: OfficerId,
    /// Who fills them.
    pub substitute: OfficerId,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

/// The substitutions that are not over on a day, in the order of their days.
pub async fn list_substitutions(q: &mut impl Query, today: Date) -> Result<Vec<Filled>, StoreError> {
    let rows = q
        .all(
            "SELECT id, staff, substitute, from_day, to_day FROM substitution WHERE to_day >= $1
             ORDER BY from_day, id",
            params![today.to_string()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Filled {
                id: row.text("id")?,
                staff: OfficerId(row.text("staff")?),
                substitute: OfficerId(row.text("substitute")?),
                from: day(row, "from_day")?,
                to: day(row, "to_day")?,
            })
        })
        .collect()
}

/// Keeps the secret of the one-time codes with the first step that was used; not where there is one already.
pub async fn update_secret(
    tx: &mut Tx,
    keys: &Keys,
    id: &OfficerId,
    secret: &[u8],
    step: i64,
) -> Result<bool, StoreError> {
    let closed = keys.seal("staff", "totp_secret", &id.0, secret);
    let changed = tx
        .execute(
            "UPDATE staff SET totp_secret = $2, totp_step = $3 WHERE id = $1 AND totp_secret IS NULL",
            params![&id.0, closed, step],
        )
        .await?;
    Ok(changed == 1)
}

/// Uses a step of the one-time codes: true for the first who comes with it, and never for an older one.
pub async fn use_step(tx: &mut Tx, id: &OfficerId, step: i64) -> Result<bool, StoreError> {
    let changed = tx
        .execute(
            "UPDATE staff SET totp_step = $2 WHERE id = $1 AND (totp_step IS NULL OR totp_step < $2)",
            params![&id.0, step],
        )
        .await?;
    Ok(changed == 1)
}

/// Gives another password and lets the one-time codes be set up anew.
pub async fn reset(tx: &mut Tx, id: &OfficerId, password: &str) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE staff SET password = $2, totp_secret = NULL, totp_step = NULL WHERE id = $1",
        params![&id.0, password],
    )
    .await?;
    Ok(())
}

/// Somebody works here no more.
pub async fn end(tx: &mut Tx, id: &OfficerId, at: Instant) -> Result<(), StoreError> {
    tx.execute("UPDATE staff SET ended_at = $2 WHERE id = $1", params![&id.0, at])
        .await?;
    Ok(())
}

pub(super) fn open_name(keys: &Keys, id: &str, closed: &[u8]) -> Result<String, StoreError> {
    let open = keys.open("staff", "name", id, closed);
    let open = open.map_err(|problem| StoreError::Other(format!("staff: {problem}")))?;
    String::from_utf8(open).map_err(|_| StoreError::Other("staff: a name that is no text".to_owned()))
}
