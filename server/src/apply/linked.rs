//! The people an office has linked the visitor's account to: offered where an application asks whom it is for, and
//! what the register says of whom it is for. Only an account that is linked to that very person sees any of it: nobody
//! else may learn or test it.

use zhida::access::PersonKey;
use zhida::apply::{Draft, PageId, PersonAnswer, field, typed_page, typed_reading};
use zhida::catalogue::Catalogue;
use zhida::person::{Mobile, SubmitterRole, normalise};
use zhida::registry::Entry;
use zhida_app::question::{Answer, Problem};
use zhida_app::text::{Name, Phrase, Said};

use super::assisted;
use super::opened::Opened;
use crate::store::account::{self, Link};
use crate::store::delegation::StoredDelegation;
use crate::store::{StoreError, registry};
use crate::web::Visitor;

/// The field that chooses one of them.
pub(super) const WHO: &str = "who";
/// Its value for somebody else.
pub(super) const OTHER: &str = "other";

/// A linked person whom the register knows.
pub(super) struct Offered {
    /// What the form posts: nothing that says who it is.
    value: String,
    /// Who it is.
    person: PersonAnswer,
}

impl Offered {
    /// The answer that chooses them: the name, and so much of the number that two of one name are told apart.
    pub fn answer(&self) -> Answer {
        let number = self.person.resident_id.as_str();
        let last = number.get(number.len().saturating_sub(4)..).unwrap_or_default();
        let label = Phrase::new("apply-linked-person")
            .with("name", Said::Name(Name::only(self.person.name.as_str())))
            .with("last", Said::Name(Name::only(last)));
        Answer {
            value: self.value.clone(),
            label,
            hint: None,
        }
    }
}

/// The people whom the page about the person offers, the first linked first. Who applies for themselves and is linked
/// to one person is that person, and has nothing to choose.
pub(super) async fn offered(visitor: &Visitor, opened: &Opened) -> Result<Vec<Offered>, StoreError> {
    // A draft that was begun for somebody is that person's.
    if opened.acting.is_some() {
        return Ok(Vec::new());
    }
    let draft = opened.draft();
    let people = people(visitor).await?;
    if draft.whom == Some(SubmitterRole::Oneself) && people.len() == 1 {
        return Ok(Vec::new());
    }
    let keys = &visitor.portal.keys;
    let mut offered = Vec::new();
    for key in people {
        offered.extend(registered(visitor, &key).await?.map(|entry| Offered {
            value: keys.lookup_hash("offered_person", &key.0),
            person: PersonAnswer {
                name: entry.name,
                resident_id: entry.resident_id,
            },
        }));
    }
    Ok(offered)
}

/// The form of the page as it was answered.
pub(super) fn stored(offered: &[Offered], catalogue: &Catalogue, draft: &Draft) -> Vec<(String, String)> {
    let who = |value: &str| (WHO.to_owned(), value.to_owned());
    let Some(person) = &draft.person else {
        return Vec::new();
    };
    if let Some(chosen) = offered.iter().find(|offered| offered.person == *person) {
        return vec![who(&chosen.value)];
    }
    let mut form = typed_page(catalogue, draft, &PageId::Person);
    form.push(who(OTHER));
    form
}

/// What was posted, as the domain reads it: of whom was chosen, the name and number that the register has.
///
/// # Errors
/// Nobody was chosen and nothing typed, or both.
pub(super) fn posted(offered: &[Offered], typed: &[(String, String)]) -> Result<Vec<(String, String)>, Problem> {
    if offered.is_empty() {
        return Ok(typed.to_vec());
    }
    let last = |name: &str| {
        let mut values = typed.iter().rev().filter(|(known, _)| known == name);
        values.next().map_or("", |(_, value)| value.as_str())
    };
    let is_typed = [field::NAME, field::RESIDENT_ID]
        .iter()
        .any(|name| !normalise::line(last(name)).is_empty());
    let wrong = |message: &str| Problem {
        field: WHO.to_owned(),
        message: Phrase::new(message),
    };
    match offered.iter().find(|offered| offered.value == last(WHO)) {
        Some(_) if is_typed => Err(wrong("problem-linked-and-typed")),
        Some(chosen) => Ok(vec![
            (field::NAME.to_owned(), chosen.person.name.as_str().to_owned()),
            (
                field::RESIDENT_ID.to_owned(),
                chosen.person.resident_id.as_str().to_owned(),
            ),
        ]),
        None if is_typed || last(WHO) == OTHER => Ok(typed.to_vec()),
        None => Err(wrong("problem-nothing-chosen")),
    }
}

/// What is wrong with a person who was chosen stands beside the choice: there is nothing typed to put right.
pub(super) fn beside_the_choice(offered: &[Offered], typed: &[(String, String)], problems: &mut [Problem]) {
    let chosen =
        |(name, value): &(String, String)| name == WHO && offered.iter().any(|offered| offered.value == *value);
    if typed.iter().any(chosen) {
        for problem in problems {
            WHO.clone_into(&mut problem.field);
        }
    }
}

/// The register's entry of the person a draft is for, or before that is said, of the one person that somebody who
/// applies for themselves is linked to; of a draft that was begun for somebody, theirs.
pub(super) async fn entry(
    visitor: &Visitor,
    draft: &Draft,
    acting: Option<&StoredDelegation>,
) -> Result<Option<Entry>, StoreError> {
    if draft.assisted.is_some() {
        return assisted::entry(visitor, draft).await;
    }
    let key = |person: &PersonAnswer| account::person_key(&visitor.portal.keys, &person.resident_id);
    if let Some(acting) = acting {
        let theirs = draft
            .person
            .as_ref()
            .is_none_or(|person| key(person) == acting.principal);
        return if theirs {
            registered(visitor, &acting.principal).await
        } else {
            Ok(None)
        };
    }
    let linked = people(visitor).await?;
    let own = match (&draft.person, draft.whom) {
        (Some(person), _) => Some(key(person)),
        (None, Some(SubmitterRole::Oneself)) if linked.len() == 1 => linked.first().cloned(),
        (None, _) => None,
    };
    match own.filter(|own| linked.contains(own)) {
        Some(own) => registered(visitor, &own).await,
        None => Ok(None),
    }
}

/// What the account has said already, as the form of a page that has no answer yet (WCAG 3.3.7): its mobile number, where
/// whoever fills in is asked for theirs, and how the person's name is read.
pub(super) async fn said_before(
    visitor: &Visitor,
    opened: &Opened,
    page: &PageId,
) -> Result<Option<Vec<(String, String)>>, StoreError> {
    let draft = opened.draft();
    let own_phone = match page {
        PageId::Contact => draft.whom == Some(SubmitterRole::Oneself),
        PageId::Helper => true,
        PageId::Reading => return reading(visitor, draft).await,
        _ => false,
    };
    if !own_phone || draft.answer(page).is_some() || opened.prefilled(page).is_some() {
        return Ok(None);
    }
    let session = visitor.session.as_ref();
    let Some(id) = session.and_then(|session| session.account.as_ref()) else {
        return Ok(None);
    };
    let portal = &visitor.portal;
    let found = account::find(&mut portal.store.read(), &portal.keys, id).await?;
    let mobile = found.and_then(|account| Mobile::parse(&account.name).ok());
    Ok(mobile.map(|mobile| vec![(field::PHONE.to_owned(), mobile.as_str().to_owned())]))
}

/// How the account has said that the person's name is read, as a form: before the draft has an answer of its own.
async fn reading(visitor: &Visitor, draft: &Draft) -> Result<Option<Vec<(String, String)>>, StoreError> {
    let Some(person) = draft.person.as_ref().filter(|_| draft.reading.is_none()) else {
        return Ok(None);
    };
    let key = account::person_key(&visitor.portal.keys, &person.resident_id);
    let links = links(visitor).await?;
    let mut said = links
        .iter()
        .filter(|link| link.person == key && link.name == person.name.as_str());
    let reading = said.find_map(|link| link.reading.as_ref());
    Ok(reading.map(|reading| typed_reading(&person.name, Some(reading))))
}

/// The people an office has linked the account to, the first linked first.
async fn people(visitor: &Visitor) -> Result<Vec<PersonKey>, StoreError> {
    let links = links(visitor).await?;
    Ok(links.into_iter().map(|link| link.person).collect())
}

/// The links that an office has made, the first one first.
async fn links(visitor: &Visitor) -> Result<Vec<Link>, StoreError> {
    let session = visitor.session.as_ref().filter(|session| session.linked);
    let Some(account) = session.and_then(|session| session.account.as_ref()) else {
        return Ok(Vec::new());
    };
    let portal = &visitor.portal;
    let links = account::list_links(&mut portal.store.read(), &portal.keys, account).await?;
    Ok(links.into_iter().filter(|link| link.linked).collect())
}

/// What the register says of a person, where it has not ended.
pub(super) async fn registered(visitor: &Visitor, person: &PersonKey) -> Result<Option<Entry>, StoreError> {
    let portal = &visitor.portal;
    let found = registry::find_person_by_key(&mut portal.store.read(), &portal.keys, person).await?;
    Ok(found.filter(|found| found.ended_at.is_none()).map(|found| found.entry))
}
