//! A link code on its way: to the mobile number that the register has, or in a letter. The code stands encrypted in its
//! delivery until it is sent, and nowhere else.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zhida::account::{Code, Length};
use zhida::person::{Mobile, PersonName, ResidentId};
use zhida_app::message::outside;
use zhida_app::text::Text;

use super::reach::mobile;
use super::tell;
use crate::outside::Item;
use crate::portal::{Portal, random_bytes};
use crate::store::account::{self, NewLinkCode, person_key};
use crate::store::casework::{self, Delivery, NewDelivery};
use crate::store::{StoreError, Tx, allowance, registry};

/// So many codes a day are sent to somebody because an account asked for them.
const A_DAY: i64 = 1;

/// A code on its way.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OnItsWay {
    /// Somebody asked for it by name and number. Whether the register knows them is looked up where nobody waits, so that
    /// no answer tells it, in words or in time.
    Asked {
        /// The name.
        name: PersonName,
        /// The resident ID number.
        number: ResidentId,
    },
    /// To a number.
    Sms {
        /// The number.
        to: Mobile,
        /// The code.
        code: String,
    },
    /// In a letter.
    Post {
        /// To whom.
        name: String,
        /// Where.
        address: String,
        /// The code.
        code: String,
    },
}

impl OnItsWay {
    fn channel(&self) -> &'static str {
        match self {
            Self::Asked { .. } | Self::Sms { .. } => "sms",
            Self::Post { .. } => "post",
        }
    }
}

/// Puts a code down to be sent; the same `op` again is the same code.
pub(crate) async fn put_down(portal: &Portal, tx: &mut Tx, op: Uuid, code: &OnItsWay) -> Result<(), StoreError> {
    let content = serde_json::to_value(code).map_err(|problem| StoreError::Other(problem.to_string()))?;
    let id = portal.random_id().to_string();
    let new = NewDelivery {
        id: &id,
        of: (&format!("code:{op}"), 1),
        channel: code.channel(),
        case: None,
        news: None,
        officer: None,
        at: portal.now(),
    };
    tell::put_down(portal, tx, &new, Some(&content)).await
}

/// What is sent; none where there is nobody to send it to.
pub(super) async fn item(portal: &Portal, text: Text<'_>, delivery: &Delivery) -> Result<Option<Item>, StoreError> {
    let code = match delivery.content(&portal.keys)? {
        Some(OnItsWay::Asked { name, number }) => made(portal, delivery, &name, &number).await?,
        content => content,
    };
    Ok(match code {
        Some(OnItsWay::Sms { to, code }) => Some(Item::Sms {
            to,
            words: outside::code(text, &code),
        }),
        Some(OnItsWay::Post { name, address, code }) => Some(Item::Post {
            page: outside::letter(text, (&name, &address), &[outside::code(text, &code)]),
            name,
            address,
        }),
        Some(OnItsWay::Asked { .. }) | None => None,
    })
}

/// Makes the code that somebody asked for, if the register has a mobile number of just that person. Nothing is made of
/// whom a sealed case is about: the number in the register may be that of who must not learn of it.
async fn made(
    portal: &Portal,
    delivery: &Delivery,
    name: &PersonName,
    number: &ResidentId,
) -> Result<Option<OnItsWay>, StoreError> {
    let mut reader = portal.store.read();
    let known = registry::find_person_by_resident_id(&mut reader, &portal.keys, number).await?;
    let known = known.filter(|known| known.entry.name == *name);
    let Some(to) = known.and_then(|known| mobile(known.entry.phone.as_ref())) else {
        return Ok(None);
    };
    let person = person_key(&portal.keys, number);
    if casework::has_sealed(&mut reader, &person).await? {
        return Ok(None);
    }
    let code = Code::of_random(Length::Link, random_bytes());
    let made = OnItsWay::Sms {
        to,
        code: code.in_groups(),
    };
    let who = portal.keys.lookup_hash("allowance", &format!("code to {}", person.0));
    let now = portal.now();
    let mut tx = portal.store.begin().await?;
    if !allowance::spend(&mut tx, &who, portal.today(), 1, A_DAY).await? {
        return Ok(None);
    }
    let new = NewLinkCode {
        code: &code,
        person: &person,
        name: name.as_str(),
        issued_by: None,
        office: None,
        at: now,
        // Whoever asks in somebody's name does not end what a window gave them.
        replaces: false,
    };
    account::insert_link_code(&mut tx, &portal.keys, &new).await?;
    casework::update_content(&mut tx, &portal.keys, &delivery.id, &made).await?;
    tx.commit().await?;
    Ok(Some(made))
}
