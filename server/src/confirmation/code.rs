//! `/confirm`: the code, with who they are.

use axum::http::{StatusCode, header};
use zhida::account::{Code, Length};
use zhida::catalogue::SecondPerson;
use zhida::person::{PersonName, normalise};
use zhida_app::account::problem as mistyped;
use zhida_app::confirmation::{self as pages, Asking, CODE, FOUR, NAME, PART};
use zhida_app::question::Problem;
use zhida_app::text::Phrase;

use super::{BELOW, COOKIE, Held, Opened, asked_with};
use crate::account::allowance::CONFIRMATIONS;
use crate::cases::Reader;
use crate::store::casework::Loaded;
use crate::store::{confirmation, delegation};
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// `GET /confirm`.
pub async fn ask(visitor: Visitor) -> Reply {
    page(&visitor, &Typed::default(), Vec::new())
}

/// `POST /confirm`. A wrong code, one that is too old or used, and a wrong name are answered alike.
pub async fn open(visitor: Visitor, typed: Typed) -> Answer {
    let wrong = |field: &str, message| Ok(page(&visitor, &typed, vec![problem(field, message)]));
    let code = Code::parse(Length::Link, typed.get(CODE).unwrap_or_default());
    let name = PersonName::parse(typed.get(NAME).unwrap_or_default());
    let (code, name) = match (code, name) {
        (Ok(code), Ok(name)) => (code, name),
        (code, name) => {
            let code = code.err().map(|what| problem(CODE, mistyped::code(what).message));
            let name = name.err().map(|_| problem(NAME, pages::name_empty()));
            return Ok(page(&visitor, &typed, code.into_iter().chain(name).collect()));
        }
    };
    if !CONFIRMATIONS.spend(&visitor, 1).await? {
        return wrong(CODE, pages::too_many_tries());
    }
    let portal = &visitor.portal;
    let mut tx = portal.store.begin().await?;
    let found = confirmation::try_code(&mut tx, &portal.keys, &code, portal.now()).await?;
    tx.commit().await?;
    let opened = match found {
        Some(found) => Opened::of(portal, found).await?,
        None => None,
    };
    let four = normalise::number(typed.get(FOUR).unwrap_or_default());
    let Some(opened) = opened.filter(|opened| is_theirs(opened, &name, &four)) else {
        return wrong(CODE, pages::not_found());
    };
    let mut tx = portal.store.begin().await?;
    confirmation::give_try_back(&mut tx, &portal.keys, &code).await?;
    tx.commit().await?;
    if handed_in_here(&visitor, &opened).await? {
        return wrong(CODE, pages::own_device());
    }
    let mut reply = visitor.see_other(PART);
    let cookie = visitor.set_cookie_below(BELOW, COOKIE, &Held::value(portal, &opened.code));
    reply.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(reply)
}

/// Whether the name is that of who was asked, and the last signs of their number, where it is known.
fn is_theirs(opened: &Opened, name: &PersonName, four: &str) -> bool {
    opened.cases.iter().all(|loaded| {
        let asked = asked_with(&loaded.case, &opened.code);
        asked.is_some_and(|asked| {
            let whom = &asked.whom;
            whom.name == *name && whom.last_four.as_deref().is_none_or(|last| last == four)
        })
    })
}

/// Whether it is the browser or the account that handed the application in: nobody confirms there what they filed, nor
/// what they filed for somebody for whom they act, or acted. Nor does anybody who acts for the person say what the person
/// is asked.
async fn handed_in_here(visitor: &Visitor, opened: &Opened) -> Result<bool, Fault> {
    let portal = &visitor.portal;
    let reader = Reader::of(visitor).await?;
    let owners = reader.owners();
    for Loaded { case, .. } in &opened.cases {
        let asked = case.confirming(&opened.code.confirmation);
        let of_the_person = asked.is_some_and(|asked| asked.needs.who == SecondPerson::Person);
        if of_the_person && reader.acts_in(case) && !reader.is_linked_to(&case.opened.subject.key) {
            return Ok(true);
        }
    }
    for filed_by in opened.cases.iter().filter_map(|loaded| loaded.filed_by.as_deref()) {
        if owners.iter().any(|owner| owner == filed_by) {
            return Ok(true);
        }
        let Some(id) = delegation::of_owner(filed_by) else {
            continue;
        };
        let used = delegation::find(&mut portal.store.read(), &portal.keys, id, portal.today()).await?;
        let agent = used.and_then(|used| used.agent).map(|agent| agent.0);
        if agent.is_some() && agent == reader.account {
            return Ok(true);
        }
    }
    Ok(false)
}

fn problem(field: &str, message: Phrase) -> Problem {
    Problem {
        field: field.to_owned(),
        message,
    }
}

fn page(visitor: &Visitor, typed: &Typed, problems: Vec<Problem>) -> Reply {
    let get = |name: &str| typed.get(name).unwrap_or_default().to_owned();
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let model = Asking {
        code: get(CODE),
        name: get(NAME),
        four: get(FOUR),
        problems,
    };
    visitor.page_with(status, |text| pages::asking(text, &model))
}
