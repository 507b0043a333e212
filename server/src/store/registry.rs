//! The register of people: identities encrypted and found by keyed hashes, what is true of them plain beside it.

use std::collections::HashMap;
use std::fmt::Write as _;

use uuid::Uuid;
use zhida::access::PersonKey;
use zhida::calendar::{Date, Instant, parse_date};
use zhida::person::{CertificateNumber, PersonName, Phone, ResidentId};
use zhida::place::{DivisionCode, TownshipCode};
use zhida::registry::{Certificate, Entry};

use super::cipher::Keys;
use super::{AssertSqlSafe, Query, Row, StoreError, Tx, Value, params};

/// A person of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The internal id, never shown.
    pub id: Uuid,
    /// What the register says.
    pub entry: Entry,
    /// Since when the register no longer has them.
    pub ended_at: Option<Instant>,
}

/// A row that is known already, as an import needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The internal id.
    pub person: Uuid,
    /// [`entry_hash`] of the row as it is kept.
    pub entry_hash: String,
    /// Whether the register had lost them.
    pub ended: bool,
}

/// How many rows one statement looks up or writes.
pub const SLICE: usize = 100;

const COLUMNS: &str = "SELECT i.person, i.name, i.resident_id, i.certificate_number, i.phone, p.certificate_status,
     p.issued_on, p.valid_until, p.components, p.hukou_county, p.hukou_township, p.aid_status, p.aid_since, p.ended_at
     FROM registry_identity i JOIN registry_person p ON p.person = i.person";

/// The person with that internal id.
pub async fn find_person(q: &mut impl Query, keys: &Keys, id: Uuid) -> Result<Option<Person>, StoreError> {
    find(q, keys, "i.person = $1", params![id]).await
}

/// The person with that resident ID number, also one whom the register no longer has.
pub async fn find_person_by_resident_id(
    q: &mut impl Query,
    keys: &Keys,
    resident_id: &ResidentId,
) -> Result<Option<Person>, StoreError> {
    find(q, keys, "i.resident_id_hash = $1", params![hash_of(keys, resident_id)]).await
}

/// The person of a key, as links and cases hold it.
pub async fn find_person_by_key(
    q: &mut impl Query,
    keys: &Keys,
    person: &PersonKey,
) -> Result<Option<Person>, StoreError> {
    find(q, keys, "i.resident_id_hash = $1", params![&person.0]).await
}

/// The person with a certificate number.
pub async fn find_person_by_certificate_number(
    q: &mut impl Query,
    keys: &Keys,
    number: &CertificateNumber,
) -> Result<Option<Person>, StoreError> {
    let hash = keys.lookup_hash("certificate_number", number.as_str());
    find(q, keys, "i.certificate_number_hash = $1", params![hash]).await
}

/// The people of a county with that very name, in no order; at most 50.
pub async fn list_people_by_name(
    q: &mut impl Query,
    keys: &Keys,
    county: DivisionCode,
    name: &PersonName,
) -> Result<Vec<Person>, StoreError> {
    let sql = format!("{COLUMNS} WHERE i.name_hash = $1 LIMIT 50");
    let rows = q
        .all(AssertSqlSafe(sql), params![name_hash(keys, county, name)])
        .await?;
    rows.iter().map(|row| read(row, keys)).collect()
}

/// What a resident ID number is found by.
pub fn hash_of(keys: &Keys, resident_id: &ResidentId) -> String {
    keys.lookup_hash("resident_id", resident_id.as_str())
}

/// Tells one state of a row from another, without telling the row.
pub fn entry_hash(keys: &Keys, entry: &Entry) -> String {
    keys.lookup_hash("registry_entry", &format!("{:?}", Plain::of(entry)))
}

/// Those of at most [`SLICE`] resident IDs that are known, by [`hash_of`].
pub async fn list_known(q: &mut impl Query, hashes: &[String]) -> Result<HashMap<String, Known>, StoreError> {
    let mut sql = "SELECT i.person, i.resident_id_hash, i.entry_hash, p.ended_at FROM registry_identity i
         JOIN registry_person p ON p.person = i.person WHERE i.resident_id_hash IN ("
        .to_owned();
    let values: Vec<Value> = hashes.iter().map(Value::from).collect();
    placeholders(&mut sql, 1, values.len());
    sql.push(')');
    let mut known = HashMap::new();
    if values.is_empty() {
        return Ok(known);
    }
    for row in &q.all(AssertSqlSafe(sql), values).await? {
        let found = Known {
            person: id(row)?,
            entry_hash: row.text("entry_hash")?,
            ended: row.int_or_null("ended_at")?.is_some(),
        };
        known.insert(row.text("resident_id_hash")?, found);
    }
    Ok(known)
}

/// A page of the rows that have not ended, in the order of ids: id and [`hash_of`]. `county` narrows it.
pub async fn list_current(
    q: &mut impl Query,
    county: Option<DivisionCode>,
    after: Option<Uuid>,
    most: u32,
) -> Result<Vec<(Uuid, String)>, StoreError> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let county = county.map(|county| county.to_string());
    let rows = q
        .all(
            "SELECT p.person, i.resident_id_hash FROM registry_person p JOIN registry_identity i ON i.person = p.person
             WHERE p.person > $1 AND p.ended_at IS NULL AND (p.hukou_county = $2 OR $2 IS NULL)
             ORDER BY p.person LIMIT $3",
            params![after, county, most],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((id(row)?, row.text("resident_id_hash")?)))
        .collect()
}

/// Writes new people, at most [`SLICE`].
///
/// # Errors
/// [`StoreError::Conflict`] where one of the numbers is known already.
pub async fn insert(tx: &mut Tx, keys: &Keys, people: &[(Uuid, &Entry)], at: Instant) -> Result<(), StoreError> {
    if people.is_empty() {
        return Ok(());
    }
    let identities = people.iter().map(|(id, entry)| identity(keys, *id, entry));
    let (sql, values) = many(
        "INSERT INTO registry_identity (person, name, resident_id, certificate_number, phone, resident_id_hash,
         certificate_number_hash, name_hash, entry_hash) VALUES ",
        identities,
    );
    tx.execute(AssertSqlSafe(sql), values).await?;
    let truths = people.iter().map(|(id, entry)| truths(*id, entry, at));
    let (sql, values) = many(
        "INSERT INTO registry_person (person, birth_date, sex, category, grade, certificate_status, issued_on,
         valid_until, components, hukou_county, hukou_township, aid_status, aid_since, changed_at) VALUES ",
        truths,
    );
    tx.execute(AssertSqlSafe(sql), values).await?;
    Ok(())
}

/// Writes a known person anew; one whom the register had lost is back.
pub async fn update(tx: &mut Tx, keys: &Keys, id: Uuid, entry: &Entry, at: Instant) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE registry_identity SET name = $2, resident_id = $3, certificate_number = $4, phone = $5,
         resident_id_hash = $6, certificate_number_hash = $7, name_hash = $8, entry_hash = $9 WHERE person = $1",
        identity(keys, id, entry),
    )
    .await?;
    tx.execute(
        "UPDATE registry_person SET birth_date = $2, sex = $3, category = $4, grade = $5, certificate_status = $6,
         issued_on = $7, valid_until = $8, components = $9, hukou_county = $10, hukou_township = $11, aid_status = $12,
         aid_since = $13, changed_at = $14, ended_at = NULL WHERE person = $1",
        truths(id, entry, at),
    )
    .await?;
    Ok(())
}

/// Notes that the register no longer has these people, at most [`SLICE`]. They stay on record.
pub async fn end(tx: &mut Tx, people: &[Uuid], at: Instant) -> Result<(), StoreError> {
    let mut values = params![at];
    values.extend(people.iter().map(|id| Value::from(*id)));
    let mut sql = "UPDATE registry_person SET ended_at = $1, changed_at = $1 WHERE person IN (".to_owned();
    placeholders(&mut sql, 2, people.len());
    sql.push(')');
    if !people.is_empty() {
        tx.execute(AssertSqlSafe(sql), values).await?;
    }
    Ok(())
}

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Lines of the file with a person on them.
    pub lines: u64,
    /// New people.
    pub added: u64,
    /// Known people of whom something has changed, or who are back.
    pub changed: u64,
    /// Known people as they were.
    pub unchanged: u64,
    /// Known people whom the file does not have.
    pub ended: u64,
    /// Lines that could not be kept.
    pub bad: u64,
}

/// Keeps on record that a file was imported.
pub async fn insert_import(tx: &mut Tx, id: Uuid, counts: &Counts, at: Instant) -> Result<(), StoreError> {
    let int = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    tx.execute(
        "INSERT INTO registry_import (id, at, lines, added, changed, unchanged, ended, bad)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            id,
            at,
            int(counts.lines),
            int(counts.added),
            int(counts.changed),
            int(counts.unchanged),
            int(counts.ended),
            int(counts.bad)
        ],
    )
    .await?;
    Ok(())
}

async fn find(q: &mut impl Query, keys: &Keys, which: &str, values: Vec<Value>) -> Result<Option<Person>, StoreError> {
    let sql = format!("{COLUMNS} WHERE {which}");
    let row = q.optional(AssertSqlSafe(sql), values).await?;
    row.map(|row| read(&row, keys)).transpose()
}

fn name_hash(keys: &Keys, county: DivisionCode, name: &PersonName) -> String {
    keys.lookup_hash("registry_name", &format!("{county} {}", name.as_str()))
}

/// The columns of `registry_identity`.
fn identity(keys: &Keys, id: Uuid, entry: &Entry) -> Vec<Value> {
    let row = id.to_string();
    let seal = |column, plain: &str| keys.seal("registry_identity", column, &row, plain.as_bytes());
    let number = entry
        .certificate
        .as_ref()
        .map(|certificate| certificate.number.as_str());
    params![
        id,
        seal("name", entry.name.as_str()),
        seal("resident_id", entry.resident_id.as_str()),
        number.map(|number| seal("certificate_number", number)),
        entry.phone.as_ref().map(|phone| seal("phone", phone.as_str())),
        hash_of(keys, &entry.resident_id),
        number.map(|number| keys.lookup_hash("certificate_number", number)),
        name_hash(keys, entry.hukou_county, &entry.name),
        entry_hash(keys, entry)
    ]
}

/// The columns of `registry_person`.
fn truths(id: Uuid, entry: &Entry, at: Instant) -> Vec<Value> {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let certificate = entry.certificate.as_ref();
    let components = certificate.map_or(&[][..], |certificate| &certificate.components);
    params![
        id,
        entry.resident_id.birth_date().to_string(),
        entry.resident_id.sex().as_str(),
        certificate.map(|certificate| certificate.number.category().as_str()),
        certificate.map(|certificate| i64::from(certificate.number.grade().number())),
        certificate.map(|certificate| certificate.status.as_str()),
        day(certificate.and_then(|certificate| certificate.issued_on)),
        day(certificate.and_then(|certificate| certificate.valid_until)),
        serde_json::to_string(components).unwrap_or_default(),
        entry.hukou_county.as_str(),
        entry.hukou_township.map(|township| township.as_str().to_owned()),
        entry.aid_status.map(|status| status.as_str()),
        day(entry.aid_since),
        at
    ]
}

/// Everything of a row, identities in the clear: only ever hashed.
#[derive(Debug)]
#[expect(dead_code, reason = "read through Debug")]
struct Plain<'a> {
    numbers: [&'a str; 4],
    certificate: Option<&'a Certificate>,
    place: (DivisionCode, Option<TownshipCode>),
    aid: (Option<&'a str>, Option<Date>),
}

impl<'a> Plain<'a> {
    fn of(entry: &'a Entry) -> Self {
        let certificate = entry.certificate.as_ref();
        Self {
            numbers: [
                entry.name.as_str(),
                entry.resident_id.as_str(),
                certificate.map_or("", |certificate| certificate.number.as_str()),
                entry.phone.as_ref().map_or("", Phone::as_str),
            ],
            certificate,
            place: (entry.hukou_county, entry.hukou_township),
            aid: (entry.aid_status.map(|status| status.as_str()), entry.aid_since),
        }
    }
}

fn read(row: &Row, keys: &Keys) -> Result<Person, StoreError> {
    let id = id(row)?;
    let place = id.to_string();
    let open = |column: &str, envelope: Option<Vec<u8>>| -> Result<Option<String>, StoreError> {
        let Some(envelope) = envelope else { return Ok(None) };
        let plain = keys.open("registry_identity", column, &place, &envelope)?;
        String::from_utf8(plain).map(Some).map_err(|_| damaged(column))
    };
    let identity = |column: &str| open(column, row.bytes_or_null(column)?);
    let text = |column: &str| row.text_or_null(column);
    let certificate = match identity("certificate_number")? {
        None => None,
        Some(number) => {
            let components = row.text("components")?;
            let status = text("certificate_status")?.unwrap_or_default();
            Some(Certificate {
                number: CertificateNumber::parse(&number).map_err(|_| damaged("certificate_number"))?,
                status: parsed(
                    "certificate_status",
                    Some(status),
                    zhida::person::CertificateStatus::parse,
                )?
                .ok_or_else(|| damaged("certificate_status"))?,
                issued_on: parsed("issued_on", text("issued_on")?, parse_date)?,
                valid_until: parsed("valid_until", text("valid_until")?, parse_date)?,
                components: serde_json::from_str(&components).map_err(|_| damaged("components"))?,
            })
        }
    };
    let must = |column: &str| identity(column)?.ok_or_else(|| damaged(column));
    Ok(Person {
        id,
        entry: Entry {
            name: PersonName::parse(&must("name")?).map_err(|_| damaged("name"))?,
            resident_id: ResidentId::parse(&must("resident_id")?).map_err(|_| damaged("resident_id"))?,
            certificate,
            hukou_county: parsed("hukou_county", text("hukou_county")?, DivisionCode::parse)?
                .ok_or_else(|| damaged("hukou_county"))?,
            hukou_township: parsed("hukou_township", text("hukou_township")?, TownshipCode::parse)?,
            aid_status: parsed("aid_status", text("aid_status")?, zhida::person::AidStatus::parse)?,
            aid_since: parsed("aid_since", text("aid_since")?, parse_date)?,
            phone: parsed("phone", identity("phone")?, |phone| Phone::parse(phone).ok())?,
        },
        ended_at: row.instant_or_null("ended_at")?,
    })
}

fn parsed<T>(column: &str, text: Option<String>, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, StoreError> {
    text.map(|text| parse(&text).ok_or_else(|| damaged(column))).transpose()
}

fn id(row: &Row) -> Result<Uuid, StoreError> {
    row.text("person")?.parse().map_err(|_| damaged("person"))
}

fn damaged(column: &str) -> StoreError {
    StoreError::Other(format!("the register's {column} is damaged"))
}

/// One statement that writes several rows.
fn many(start: &str, rows: impl Iterator<Item = Vec<Value>>) -> (String, Vec<Value>) {
    let mut sql = start.to_owned();
    let mut values = Vec::new();
    for row in rows {
        sql.push_str(if values.is_empty() { "(" } else { ", (" });
        placeholders(&mut sql, values.len() + 1, row.len());
        sql.push(')');
        values.extend(row);
    }
    (sql, values)
}

/// `$1, $2, …`
fn placeholders(sql: &mut String, first: usize, count: usize) {
    for number in first..first + count {
        let comma = if number == first { "" } else { ", " };
        // Writing to a String cannot fail.
        let _ = write!(sql, "{comma}${number}");
    }
}
