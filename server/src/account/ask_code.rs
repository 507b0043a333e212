//! `/account/link/send`: an account asks that a link code is sent to the mobile number that the register has of a person.
//! The answer is the same whether the register knows them or not, and so is the work until it is given: the register is
//! looked at by a job.

use serde_json::json;
use zhida::person::{PersonName, ResidentId};
use zhida_app::account::Entries;
use zhida_app::account::ask_code::{self, NUMBER, PERSON};

use super::allowance::LINK_CODES;
use super::codes::own;
use super::forms::{self, again_with, typed_or_empty};
use super::record;
use crate::message::code::{self, OnItsWay};
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// `GET /account/link/send`.
pub async fn ask(visitor: Visitor) -> Reply {
    let entries = with_op(&visitor, Entries::default());
    visitor.page(|text| ask_code::page(text, &entries))
}

/// `POST /account/link/send`.
pub async fn send(visitor: Visitor, typed: Typed) -> Answer {
    let (_, id) = own(&visitor)?;
    let op = typed.op().ok_or(Fault::BadRequest)?;
    let name = PersonName::parse(typed_or_empty(&typed, PERSON));
    let number = ResidentId::parse(typed_or_empty(&typed, NUMBER));
    let (name, number) = match (name, number) {
        (Ok(name), Ok(number)) => (name, number),
        (name, number) => {
            let name = name.err().map(|_| ask_code::wrong_person());
            let number = number.err().map(|_| ask_code::wrong_number());
            let problems = name.into_iter().chain(number).collect();
            let entries = with_op(&visitor, again_with(&typed, problems, &[PERSON, NUMBER]));
            return Ok(page(&visitor, &entries, false));
        }
    };
    let portal = &visitor.portal;
    let mut tx = portal.store.begin().await?;
    if !LINK_CODES.spend_on(&mut tx, &visitor, "", 1).await? {
        drop(tx);
        let problems = vec![ask_code::too_often()];
        let entries = with_op(&visitor, again_with(&typed, problems, &[PERSON, NUMBER]));
        return Ok(page(&visitor, &entries, true));
    }
    code::put_down(portal, &mut tx, op, &OnItsWay::Asked { name, number }).await?;
    let stream = format!("account:{id}");
    record::append(&mut tx, &visitor, (&stream, "link_code_asked"), Some(&id.0), &json!({})).await?;
    tx.commit().await?;
    Ok(visitor.see_other("/account/link?done=asked"))
}

fn with_op(visitor: &Visitor, mut entries: Entries) -> Entries {
    entries.hidden = vec![("op".to_owned(), visitor.portal.random_id().to_string())];
    entries
}

fn page(visitor: &Visitor, entries: &Entries, waits: bool) -> Reply {
    let status = forms::status(&entries.problems, waits);
    visitor.page_with(status, |text| ask_code::page(text, entries))
}
