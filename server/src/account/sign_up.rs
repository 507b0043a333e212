//! `/account/sign-up`.

use axum::extract::Query;
use axum::http::header;
use zhida::account::{Password, SignInName};
use zhida_app::account::sign_up::{self, SignUp};
use zhida_app::account::{Entries, field, problem};
use zhida_app::components::notice::DONE;
use zhida_app::question::Problem;

use super::forms::{self, Asked, again, back, leading_on, only_shows, signed_in, typed_or_empty};
use super::{allowance, codes, guard, minutes, record, secret, sign_in};
use crate::store::account::{self, Account, MOST_OF_A_MOBILE, NAME_TAKEN};
use crate::store::session::Who;
use crate::web::{Answer, Fault, Reply, Typed, Visitor, session};

/// A form sent twice: the account is a few moments old.
const JUST_MADE_MS: i64 = 10 * 60 * 1000;

/// `GET /account/sign-up`.
pub async fn show(visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    if signed_in(&visitor) {
        return Ok(visitor.see_other(asked.back("/account")));
    }
    let to = asked.leading_on("/account/sign-in");
    Ok(shown(&visitor, asked.entries(), to, false))
}

/// `POST /account/sign-up`.
pub async fn sign_up(visitor: Visitor, typed: Typed) -> Answer {
    let to = leading_on("/account/sign-in", typed.get("return"));
    if only_shows(&typed) {
        return Ok(shown(&visitor, again(&typed, Vec::new(), true), to, false));
    }
    let (name, password) = match read(&typed) {
        Ok(read) => read,
        Err(problems) => {
            let keep = problems.iter().all(|problem| problem.field != field::NEW_PASSWORD);
            return Ok(shown(&visitor, again(&typed, problems, keep), to, false));
        }
    };
    let portal = &visitor.portal;
    let known = account::find_by_name(&mut portal.store.read(), &portal.keys, &name).await?;
    // Who sends the form twice, or signs up again as the same, is let in like anybody who knows name and password.
    let owners: Vec<&str> = known.iter().map(|account| account.id.0.as_str()).collect();
    let (tries, wait) = guard::look(&visitor, "sign_in", &name.key(), &owners).await?;
    if let Some(minutes) = minutes(wait) {
        let entries = again(&typed, vec![problem::wait(field::NAME, minutes)], true);
        return Ok(shown(&visitor, entries, to, true));
    }
    let whose = Some(visitor.household());
    let hashes = known.iter().map(|account| account.password.clone()).collect();
    let own = secret::find(password.as_str(), hashes, whose).await?;
    if let Some(own) = own.and_then(|own| known.get(own)) {
        return again_the_same(&visitor, own, &tries, &typed).await;
    }
    let taken = match name {
        SignInName::UserName(_) => !known.is_empty(),
        SignInName::Mobile(_) => known.len() >= MOST_OF_A_MOBILE,
    };
    if taken {
        tries.failed(&visitor).await?;
        return Ok(shown(
            &visitor,
            again(&typed, vec![problem::name_taken()], true),
            to,
            false,
        ));
    }
    if !allowance::ACCOUNTS.spend(&visitor, 1).await? {
        let entries = again(&typed, vec![problem::too_many_accounts()], true);
        return Ok(shown(&visitor, entries, to, true));
    }
    let hash = secret::hash(password.as_str(), whose).await?;
    let begun = make(&visitor, (&name, &hash), &tries).await;
    match begun {
        Ok(reply) => Ok(reply(&visitor, &typed)),
        Err(Fault::Conflict) => Ok(shown(
            &visitor,
            again(&typed, vec![problem::name_taken()], true),
            to,
            false,
        )),
        Err(fault) => Err(fault),
    }
}

/// The account, its codes and its session, in one transaction.
async fn make(
    visitor: &Visitor,
    (name, hash): (&SignInName, &str),
    tries: &guard::Tries,
) -> Result<impl FnOnce(&Visitor, &Typed) -> Reply + use<>, Fault> {
    let portal = &visitor.portal;
    let mut tx = portal.store.begin().await?;
    let made = account::insert(&mut tx, &portal.keys, portal.random_id(), (name, hash), portal.now()).await;
    let id = match made {
        Ok(id) => id,
        Err(problem) if problem.is_conflict(NAME_TAKEN) => return Err(Fault::Conflict),
        Err(problem) => return Err(problem.into()),
    };
    tries.counted(&mut tx, visitor).await?;
    tries.forgiven(&mut tx).await?;
    // How pages are shown goes with the account from now on.
    let display = crate::web::visitor::display_words(visitor.language, visitor.level, visitor.display);
    account::update_display(&mut tx, &id, &display).await?;
    let begun = session::begin(&mut tx, visitor, Who::Account(&id)).await?;
    codes::make(&mut tx, visitor, &begun.id, (&id.0, name.as_str()), true).await?;
    let stream = format!("account:{id}");
    record::append(&mut tx, visitor, (&stream, "made"), Some(&id.0), &serde_json::json!({})).await?;
    tx.commit().await?;
    Ok(move |visitor: &Visitor, typed: &Typed| {
        let to = to_the_codes(typed);
        let mut reply = begun.on(visitor.see_other(&to));
        reply
            .headers_mut()
            .append(header::SET_COOKIE, guard::remember(visitor, &id.0));
        reply
    })
}

async fn again_the_same(visitor: &Visitor, own: &Account, tries: &guard::Tries, typed: &Typed) -> Answer {
    let portal = &visitor.portal;
    let age = portal.now().epoch_ms().saturating_sub(own.created_at.epoch_ms());
    let mut tx = portal.store.begin().await?;
    let begun = sign_in::begin(&mut tx, visitor, own, tries).await?;
    let mut to = back(typed.get("return"), "/account").to_owned();
    if age < JUST_MADE_MS {
        // Of a form sent twice the second answer is the one that is seen: it has the codes.
        codes::make(&mut tx, visitor, &begun.id, (&own.id.0, &own.name), true).await?;
        to = to_the_codes(typed);
    }
    tx.commit().await?;
    Ok(sign_in::let_in(visitor, begun, &own.id.0, &to))
}

/// What was typed, or everything that is wrong with it.
fn read(typed: &Typed) -> Result<(SignInName, Password), Vec<Problem>> {
    let name = SignInName::parse(typed_or_empty(typed, field::NAME));
    let password = Password::parse(typed_or_empty(typed, field::NEW_PASSWORD), name.as_ref().ok());
    match (name, password) {
        (Ok(name), Ok(password)) => Ok((name, password)),
        (name, password) => {
            let name = name.err().map(problem::name);
            let password = password.err().map(problem::new_password);
            Err(name.into_iter().chain(password).collect())
        }
    }
}

fn shown(visitor: &Visitor, entries: Entries, sign_in: String, waits: bool) -> Reply {
    let status = forms::status(&entries.problems, waits);
    let model = SignUp { entries, sign_in };
    forms::kept_by_nobody(visitor.page_with(status, |text| sign_up::page(text, &model)))
}

/// Where a new account leads: to its codes, past what says that it is made.
fn to_the_codes(typed: &Typed) -> String {
    format!("{}#{DONE}", leading_on("/account/codes", typed.get("return")))
}
