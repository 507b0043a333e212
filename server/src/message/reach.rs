//! `/account/reach/{number}`: in which ways somebody whom the account is linked to is told outside the portal. What an
//! office confirmed, or the register has, can be chosen among; nothing is added here.

use axum::extract::Path;
use zhida::message::{Channel, Reach};
use zhida::person::{Mobile, PersonName, Phone};
use zhida_app::message::LIST;
use zhida_app::message::reach::{self, Reaching, WAYS};

use super::inbox::Own;
use super::tell;
use crate::account::{own, record};
use crate::store::account::{self, Link};
use crate::store::casework::{self, StoredReach, of_person};
use crate::store::{apply, registry};
use crate::web::{Answer, Fault, Typed, Visitor, gate};

/// The field that says whose name was on the page: links end, and the next one has their number then.
const NAME: &str = "name";

pub(super) fn address(number: usize) -> String {
    format!("/account/reach/{number}")
}

/// The people the account is linked to, counted from 1 as the account page does.
pub(super) async fn people(visitor: &Visitor) -> Result<Vec<(usize, Link)>, Fault> {
    let (_, id) = own(visitor)?;
    let portal = &visitor.portal;
    let links = account::list_links(&mut portal.store.read(), &portal.keys, id).await?;
    Ok((1..).zip(links.into_iter().filter(|link| link.linked)).collect())
}

/// `GET /account/reach/{number}`.
pub async fn show(visitor: Visitor, Path(number): Path<String>) -> Answer {
    let (number, link) = person(&visitor, &number).await?;
    let known = known(&visitor, &link).await?;
    let ways = known.as_ref().map(shown).unwrap_or_default();
    let chosen = match gate::typed_before(&visitor).await? {
        Some(typed) => wanted(&Typed(typed)),
        None => known.map(|known| known.reach.channels()).unwrap_or_default(),
    };
    let model = Reaching {
        action: address(number),
        name: link.name.clone(),
        ways,
        chosen,
        hidden: vec![(NAME.to_owned(), link.name)],
        problems: Vec::new(),
    };
    Ok(visitor.page(|text| reach::page(text, &model)))
}

/// `POST /account/reach/{number}`.
pub async fn save(visitor: Visitor, Path(number): Path<String>, typed: Typed) -> Answer {
    let (_, link) = person(&visitor, &number).await?;
    if typed.get(NAME) != Some(link.name.as_str()) {
        return Ok(visitor.see_other(LIST));
    }
    let known = known(&visitor, &link).await?.ok_or(Fault::NotFound)?;
    let reach = Reach {
        wants: wanted(&typed),
        ..known.reach
    };
    // A way that is not there was not on the page.
    reach.check().map_err(|_| Fault::BadRequest)?;
    let (_, id) = own(&visitor)?;
    let portal = &visitor.portal;
    let payload = serde_json::json!({ "person": link.person, "ways": reach.wants });
    let new = StoredReach {
        reach,
        at: portal.now(),
        ..known
    };
    let mut tx = portal.store.begin().await?;
    casework::upsert_reach(&mut tx, &portal.keys, &of_person(&link.person), &new).await?;
    let stream = format!("account:{id}");
    record::append(&mut tx, &visitor, (&stream, "reach_chosen"), Some(&id.0), &payload).await?;
    tx.commit().await?;
    Ok(visitor.see_other(&format!("{LIST}?done=reach")))
}

/// The ways that are ticked, in the list's order.
fn wanted(typed: &Typed) -> Vec<Channel> {
    let ways = Channel::ALL.iter().copied();
    ways.filter(|way| typed.all(WAYS).any(|typed| typed == way.as_str()))
        .collect()
}

async fn person(visitor: &Visitor, number: &str) -> Result<(usize, Link), Fault> {
    let number: usize = number.parse().map_err(|_| Fault::NotFound)?;
    let found = people(visitor).await?.into_iter().find(|(at, _)| *at == number);
    found.ok_or(Fault::NotFound)
}

/// What is confirmed of somebody; else the mobile number of the register, which is used where an application agreed.
async fn known(visitor: &Visitor, link: &Link) -> Result<Option<StoredReach>, Fault> {
    let portal = &visitor.portal;
    let mut reader = portal.store.read();
    if let Some(known) = casework::find_reach(&mut reader, &portal.keys, &of_person(&link.person)).await? {
        return Ok(Some(known));
    }
    let registered = registry::find_person_by_key(&mut reader, &portal.keys, &link.person).await?;
    let mobile = registered
        .as_ref()
        .and_then(|person| mobile(person.entry.phone.as_ref()));
    let (Some(mobile), Ok(name)) = (mobile, PersonName::parse(&link.name)) else {
        return Ok(None);
    };
    Ok(Some(StoredReach {
        reach: Reach {
            name,
            mobile: Some(mobile),
            mail: None,
            address: None,
            wants: if agreed(visitor, link).await? {
                vec![Channel::Sms]
            } else {
                Vec::new()
            },
        },
        officer: None,
        office: None,
        at: portal.now(),
    }))
}

/// Whether an application for somebody agreed to short messages, of those that the account may see.
async fn agreed(visitor: &Visitor, link: &Link) -> Result<bool, Fault> {
    let portal = &visitor.portal;
    let mut reader = portal.store.read();
    let own = Own::of(visitor).await?;
    for line in casework::list_of_person(&mut reader, &portal.keys, own.scope(), &link.person).await? {
        let kept = apply::find_application(&mut reader, &portal.keys, line.application).await?;
        if let Some(kept) = kept
            && tell::agrees(portal, &kept).await?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A number that short messages reach.
pub(crate) fn mobile(phone: Option<&Phone>) -> Option<Mobile> {
    match phone {
        Some(Phone::Mobile(mobile)) => Some(mobile.clone()),
        _ => None,
    }
}

/// The ways, masked; of an address only that there is one.
fn shown(known: &StoredReach) -> Vec<(Channel, Option<String>)> {
    let reach = &known.reach;
    let ways = Channel::ALL.iter().filter(|way| reach.has(**way));
    ways.map(|way| {
        let shown = match way {
            Channel::Sms => reach.mobile.as_ref().map(Mobile::masked),
            Channel::Mail => reach.mail.as_ref().map(|mail| mail.masked()),
            Channel::Post => None,
        };
        (*way, shown)
    })
    .collect()
}
