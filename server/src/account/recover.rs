//! `/account/recover`: getting back in by a recovery code, or a one-time code from an office.

use zhida::account::{Code, Length, Password, SignInName};
use zhida::calendar::Instant;
use zhida_app::account::{Entries, field, problem, recover};
use zhida_app::question::Problem;

use super::forms::{self, again, only_shows, typed_or_empty};
use super::{guard, minutes, record, secret, sign_in};
use crate::store::account::{self, Account};
use crate::store::session::{self, Who};
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// A form sent twice comes within moments.
const MOMENTS_MS: i64 = 10 * 60 * 1000;

/// `GET /account/recover`.
pub async fn show(visitor: Visitor) -> Reply {
    visitor.page(|text| recover::page(text, &Entries::default()))
}

/// `POST /account/recover`. The new password is looked at first, so that no code is used up for nothing; all sessions
/// end, and this one begins.
pub async fn recover(visitor: Visitor, typed: Typed) -> Answer {
    if only_shows(&typed) {
        return Ok(shown(&visitor, &again(&typed, Vec::new(), true), false));
    }
    let (name, code, chosen) = match read(&typed) {
        Ok(read) => read,
        Err(problems) => {
            let keep = problems.iter().all(|problem| problem.field != field::NEW_PASSWORD);
            return Ok(shown(&visitor, &again(&typed, problems, keep), false));
        }
    };
    let portal = &visitor.portal;
    let (tries, wait) = guard::look(&visitor, "recover", &name.key(), &[]).await?;
    if let Some(minutes) = minutes(wait) {
        let entries = again(&typed, vec![problem::wait(field::CODE, minutes)], true);
        return Ok(shown(&visitor, &entries, true));
    }
    // The same work whether the name is known or not.
    let hash = secret::hash(chosen.as_str(), Some(visitor.household())).await?;
    let Some(own) = owner(&visitor, &name, &code).await? else {
        if let Some(own) = sent_twice(&visitor, (&name, &code, &chosen)).await? {
            let mut tx = portal.store.begin().await?;
            let begun = sign_in::begin(&mut tx, &visitor, &own, &tries).await?;
            tx.commit().await?;
            return Ok(sign_in::let_in(&visitor, begun, &own.id.0, "/account?done=recovered"));
        }
        tries.failed(&visitor).await?;
        let entries = again(&typed, vec![problem::not_recovered()], true);
        return Ok(shown(&visitor, &entries, false));
    };
    let mut tx = portal.store.begin().await?;
    if !account::use_recovery_code(&mut tx, &portal.keys, &own.id.0, &code, portal.now()).await? {
        // Somebody was faster with the same code.
        drop(tx);
        let entries = again(&typed, vec![problem::not_recovered()], true);
        return Ok(shown(&visitor, &entries, false));
    }
    account::update_password(&mut tx, &own.id, &hash).await?;
    session::end_others(&mut tx, &Who::Account(&own.id), None, visitor.portal.now()).await?;
    let begun = sign_in::begin(&mut tx, &visitor, &own, &tries).await?;
    let stream = format!("account:{}", own.id);
    record::append(
        &mut tx,
        &visitor,
        (&stream, "recovered"),
        Some(&own.id.0),
        &serde_json::json!({}),
    )
    .await?;
    tx.commit().await?;
    Ok(sign_in::let_in(&visitor, begun, &own.id.0, "/account?done=recovered"))
}

/// The account of that name which the code opens.
async fn owner(visitor: &Visitor, name: &SignInName, code: &Code) -> Result<Option<Account>, Fault> {
    let portal = &visitor.portal;
    let mut reader = portal.store.read();
    for known in account::find_by_name(&mut reader, &portal.keys, name).await? {
        if account::has_recovery_code(&mut reader, &portal.keys, &known.id.0, code, portal.now()).await? {
            return Ok(Some(known));
        }
    }
    Ok(None)
}

/// Of a form sent twice the second finds its code used; whoever has the new password too is who used it.
async fn sent_twice(
    visitor: &Visitor,
    (name, code, chosen): (&SignInName, &Code, &Password),
) -> Result<Option<Account>, Fault> {
    let portal = &visitor.portal;
    let since = Instant::from_epoch_ms(portal.now().epoch_ms().saturating_sub(MOMENTS_MS));
    let mut reader = portal.store.read();
    for known in account::find_by_name(&mut reader, &portal.keys, name).await? {
        if account::was_recovery_code_used(&mut reader, &portal.keys, &known.id.0, code, since).await?
            && secret::find(chosen.as_str(), vec![known.password.clone()], Some(visitor.household()))
                .await?
                .is_some()
        {
            return Ok(Some(known));
        }
    }
    Ok(None)
}

fn read(typed: &Typed) -> Result<(SignInName, Code, Password), Vec<Problem>> {
    let name = SignInName::parse(typed_or_empty(typed, field::NAME));
    let code = Code::parse(Length::Recovery, typed_or_empty(typed, field::CODE));
    let password = Password::parse(typed_or_empty(typed, field::NEW_PASSWORD), name.as_ref().ok());
    match (name, code, password) {
        (Ok(name), Ok(code), Ok(password)) => Ok((name, code, password)),
        (name, code, password) => {
            let name = name.err().map(problem::name);
            let code = code.err().map(problem::code);
            let password = password.err().map(problem::new_password);
            Err(name.into_iter().chain(code).chain(password).collect())
        }
    }
}

fn shown(visitor: &Visitor, entries: &Entries, waits: bool) -> Reply {
    let status = forms::status(&entries.problems, waits);
    forms::kept_by_nobody(visitor.page_with(status, |text| recover::page(text, entries)))
}
