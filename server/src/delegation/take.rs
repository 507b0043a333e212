//! `/account/delegations/take`: whoever is to act types the code that was read out to them and their own name, sees what
//! they may do, and takes it or not.

use axum::http::StatusCode;
use zhida::access::{EndedBy, PersonKey, may_act};
use zhida::account::{Code, Length};
use zhida::person::PersonName;
use zhida_app::account::problem as code_problem;
use zhida_app::delegation::{self as pages, ACCEPT, DECLINE, LIST, TAKE, field};
use zhida_app::question::{self, Field, Problem, Question};

use super::forms::{self, LINE, problem};
use super::own::{accepted, linked};
use super::{account_of, shown};
use crate::account::allowance;
use crate::account::forms::kept_by_nobody;
use crate::account::record;
use crate::message::tell;
use crate::store::delegation::{self, MadeBy, StoredDelegation};
use crate::store::session::AccountId;
use crate::store::{StoreError, Tx, registry};
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// `GET /account/delegations/take`.
pub async fn ask(visitor: Visitor) -> Reply {
    form(&visitor, &Typed::default(), Vec::new())
}

/// `POST /account/delegations/take`: looks at the offer, takes it or not.
pub async fn take(visitor: Visitor, typed: Typed) -> Answer {
    let account = account_of(&visitor).ok_or(Fault::Forbidden)?;
    let portal = &visitor.portal;
    let code = Code::parse(Length::Link, typed.get(field::CODE).unwrap_or_default());
    let name = PersonName::parse(typed.get(field::AGENT).unwrap_or_default());
    let (code, name) = match (code, name) {
        (Ok(code), Ok(name)) => (code, name),
        (code, name) => {
            let name = name.is_err().then(|| problem(field::AGENT, "delegation-agent-missing"));
            let problems = code.err().map(code_problem::code).into_iter().chain(name);
            return Ok(form(&visitor, &typed, problems.collect()));
        }
    };
    let mut tx = portal.store.begin().await?;
    // Counted before anything is looked for; whoever is right gives it back by letting go of the transaction.
    if !allowance::DELEGATION_CODES.spend_on(&mut tx, &visitor, "", 1).await? {
        drop(tx);
        return Ok(form(
            &visitor,
            &typed,
            vec![problem(field::CODE, "delegation-tries-over")],
        ));
    }
    let found = delegation::try_code(&mut tx, &portal.keys, &code, (portal.now(), portal.today())).await?;
    let is_named = |found: &StoredDelegation| found.terms.agent == name.as_str();
    let Some(offer) = found.filter(is_named) else {
        tx.commit().await?;
        return Ok(form(
            &visitor,
            &typed,
            vec![problem(field::CODE, "delegation-not-taken")],
        ));
    };
    let mine = linked(&visitor, account).await?;
    if offer.made_by == MadeBy::Person(account.clone()) || mine.iter().any(|(person, _)| *person == offer.principal) {
        return Ok(form(&visitor, &typed, vec![problem(field::CODE, "delegation-own")]));
    }
    match typed.get(field::ACT) {
        Some(ACCEPT) => {
            // Whom an office linked the account to, by the name of who is asked: then it is known who acts.
            let person = mine.iter().find(|(_, own)| *own == offer.terms.agent);
            let person = offer.agent_person.as_ref().or(person.map(|(person, _)| person));
            if let Some(message) = hindered(&visitor, person).await? {
                return Ok(form(&visitor, &typed, vec![problem(field::CODE, message)]));
            }
            accept(&visitor, tx, (account, person), &offer).await
        }
        Some(DECLINE) => decline(&visitor, tx, account, &offer).await,
        _ => {
            drop(tx);
            let hidden = vec![
                (field::CODE.to_owned(), code.as_str().to_owned()),
                (field::AGENT.to_owned(), name.as_str().to_owned()),
            ];
            let model = shown(portal, &offer);
            Ok(kept_by_nobody(visitor.page(|text| pages::offer(text, &model, hidden))))
        }
    }
}

/// Why somebody may not act for others: they have a guardian themselves, or are a child.
async fn hindered(visitor: &Visitor, person: Option<&PersonKey>) -> Result<Option<&'static str>, StoreError> {
    let Some(person) = person else { return Ok(None) };
    let portal = &visitor.portal;
    let mut reader = portal.store.read();
    if delegation::is_ward(&mut reader, person, portal.today()).await? {
        return Ok(Some("delegation-take-ward"));
    }
    let known = registry::find_person_by_key(&mut reader, &portal.keys, person).await?;
    let child = known.is_some_and(|known| !may_act(known.entry.resident_id.birth_date(), portal.today()));
    Ok(child.then_some("delegation-take-minor"))
}

async fn accept(
    visitor: &Visitor,
    mut tx: Tx,
    (account, person): (&AccountId, Option<&PersonKey>),
    offer: &StoredDelegation,
) -> Answer {
    if !delegation::accept(&mut tx, &offer.id, (account, person), visitor.portal.now()).await? {
        return Err(Fault::Conflict);
    }
    keep(visitor, &mut tx, account, ("delegation_accepted", offer)).await?;
    tell::acting_begins(&mut tx, &visitor.portal, offer).await?;
    tx.commit().await?;
    Ok(visitor.see_other(&accepted(&offer.id)))
}

async fn decline(visitor: &Visitor, mut tx: Tx, account: &AccountId, offer: &StoredDelegation) -> Answer {
    if delegation::end(&mut tx, &offer.id, EndedBy::Declined, visitor.portal.now()).await? {
        keep(visitor, &mut tx, account, ("delegation_declined", offer)).await?;
    }
    tx.commit().await?;
    Ok(visitor.see_other(&format!("{LIST}?done=declined")))
}

async fn keep(
    visitor: &Visitor,
    tx: &mut Tx,
    account: &AccountId,
    (kind, offer): (&str, &StoredDelegation),
) -> Result<(), Fault> {
    let stream = format!("account:{account}");
    let payload = serde_json::json!({ "delegation": offer.id, "person": offer.principal });
    record::append(tx, visitor, (&stream, kind), Some(&account.0), &payload).await?;
    Ok(())
}

fn form(visitor: &Visitor, typed: &Typed, problems: Vec<Problem>) -> Reply {
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let model = Question {
        fields: vec![
            Field::new(field::CODE, "delegation-take-code", LINE).hinted("delegation-take-code-hint"),
            Field::new(field::AGENT, "delegation-take-name", LINE).hinted("delegation-take-name-hint"),
        ],
        typed: typed.0.clone(),
        problems,
        ..forms::question(TAKE, LIST, "delegation-take-title", "delegation-take-hint")
    };
    // The code stands in it: it is nothing that is put aside.
    kept_by_nobody(visitor.page_with(status, |text| question::page(text, &model)))
}
