//! `/account/reading/{number}`: how the name of a linked person is read; and how it is read wherever it is shown.

use axum::extract::Path;
use axum::http::StatusCode;
use zhida::aloud::Named;
use zhida::apply::{read_reading, typed_reading};
use zhida::casework::Subject;
use zhida::person::{NameReading, PersonName};
use zhida_app::frame::Section;
use zhida_app::question::{self, Leave, Problem, Question};
use zhida_app::text::{Name, Phrase, Said};

use super::codes::own;
use super::record;
use crate::apply::{asks_for_reading, in_words};
use crate::store::account::{self, Link};
use crate::store::{Query, StoreError, cipher::Keys};
use crate::web::{Answer, Fault, Reply, Typed, Visitor, gate};

/// The field that says whose name was on the page: links end, and the next one has their number then.
const NAME: &str = "name";

/// The address of one of the people that the account is linked to, counted from 1; none where their name is read in one
/// way only.
pub(super) fn address(number: usize, link: &Link) -> Option<String> {
    let name = PersonName::parse(&link.name).ok()?;
    let asked = name.is_read_in_doubt() || link.reading.is_some();
    asked.then(|| format!("/account/reading/{number}"))
}

/// `GET /account/reading/{number}`.
pub async fn show(visitor: Visitor, Path(number): Path<usize>) -> Answer {
    let (link, name) = person(&visitor, number).await?;
    let stored = link.reading.as_ref().map(|reading| typed_reading(&name, Some(reading)));
    let typed = gate::typed_before(&visitor).await?.or(stored).unwrap_or_default();
    Ok(page(&visitor, (number, &name), typed, Vec::new()))
}

/// `POST /account/reading/{number}`.
pub async fn save(visitor: Visitor, Path(number): Path<usize>, typed: Typed) -> Answer {
    let (link, name) = person(&visitor, number).await?;
    if typed.get(NAME) != Some(name.as_str()) {
        return Ok(visitor.see_other("/account"));
    }
    let reading = match read_reading(&name, &typed.0) {
        Ok(reading) => reading,
        Err(problem) => {
            let problems = in_words(&[problem]);
            return Ok(page(&visitor, (number, &name), typed.0, problems));
        }
    };
    if reading != link.reading {
        let (_, id) = own(&visitor)?;
        let portal = &visitor.portal;
        let mut tx = portal.store.begin().await?;
        account::update_reading(&mut tx, &portal.keys, (id, &link.person), reading.as_ref()).await?;
        let payload = serde_json::json!({ "person": link.person });
        record::append(
            &mut tx,
            &visitor,
            (&format!("account:{id}"), "reading_said"),
            Some(&id.0),
            &payload,
        )
        .await?;
        tx.commit().await?;
    }
    Ok(visitor.see_other("/account?done=reading"))
}

/// The person of that number, as the account page counts them.
async fn person(visitor: &Visitor, number: usize) -> Result<(Link, PersonName), Fault> {
    let (_, id) = own(visitor)?;
    let portal = &visitor.portal;
    let links = account::list_links(&mut portal.store.read(), &portal.keys, id).await?;
    let mut linked = links.into_iter().filter(|link| link.linked);
    let link = number.checked_sub(1).and_then(|before| linked.nth(before));
    let link = link.ok_or(Fault::NotFound)?;
    let name = PersonName::parse(&link.name).map_err(|_| Fault::NotFound)?;
    Ok((link, name))
}

fn page(
    visitor: &Visitor,
    (number, name): (usize, &PersonName),
    typed: Vec<(String, String)>,
    problems: Vec<Problem>,
) -> Reply {
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let question = Question {
        action: format!("/account/reading/{number}"),
        back: Some("/account".to_owned()),
        part_of: Phrase::new("account-title"),
        progress: None,
        hidden: vec![(NAME.to_owned(), name.as_str().to_owned())],
        title: Phrase::new("apply-reading").with("name", Said::Name(Name::only(name.as_str()))),
        hint: Some(Phrase::new("apply-reading-hint")),
        why: None,
        fields: asks_for_reading(name),
        typed,
        problems,
        leave: Some(Leave {
            save: Phrase::new("account-reading-save"),
            not: Phrase::new("account-back"),
            href: "/account".to_owned(),
        }),
    };
    visitor.page_with(status, |text| {
        question::page(text, &question)
            .in_section(Section::Account)
            .keeping_what_is_typed()
    })
}

/// The name of whom a case is about with its reading: as the account says that an office linked to them, else as the
/// application did.
pub(crate) async fn named(q: &mut impl Query, keys: &Keys, subject: &Subject) -> Result<Option<Named>, StoreError> {
    let said = account::find_reading(q, keys, &subject.key).await?;
    let of_this_name = |(name, reading): (String, NameReading)| {
        (name == subject.name.as_str()).then(|| Named::of(&subject.name, &reading))
    };
    Ok(said.and_then(of_this_name).or_else(|| subject.named()))
}
