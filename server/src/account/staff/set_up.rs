//! `/office/sign-in/set-up`: the first sign-in, which sets up the one-time codes.

use axum::extract::Query;
use zhida_app::account::staff::{self, set_up::SetUp};
use zhida_app::account::{Entries, field, problem};

use super::code::{half, let_in, remembered};
use crate::account::forms::{self, Asked, again, leading_on, typed_or_empty};
use crate::account::totp::OneTime;
use crate::account::{codes, guard, minutes};
use crate::portal::random_bytes;
use crate::store::session as sessions;
use crate::store::staff::{self as stored, SignsIn};
use crate::web::{Answer, Fault, Typed, Visitor};

/// Where the secret waits in the session until a code of it was right.
const SLOT: &str = "one_time_secret";

/// `GET /office/sign-in/set-up`.
pub async fn show(visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    let Some(known) = half(&visitor).await? else {
        return Ok(visitor.see_other(&asked.leading_on("/office/sign-in")));
    };
    if known.secret.is_some() {
        return Ok(visitor.see_other(&asked.leading_on("/office/sign-in/code")));
    }
    let one_time = secret(&visitor, &known).await?;
    shown(&visitor, asked.entries(), &known, &one_time, false)
}

/// `POST /office/sign-in/set-up`.
pub async fn set_up(visitor: Visitor, typed: Typed) -> Answer {
    let Some(known) = half(&visitor).await? else {
        return Ok(visitor.see_other("/office/sign-in?why=ended"));
    };
    let one_time = secret(&visitor, &known).await?;
    let (tries, wait) = guard::look_at_second_step(&visitor, &known.id).await?;
    if let Some(minutes) = minutes(wait) {
        let entries = again(&typed, vec![problem::wait_for_code(minutes)], false);
        return shown(&visitor, entries, &known, &one_time, true);
    }
    let portal = &visitor.portal;
    let step = one_time.step_of(typed_or_empty(&typed, field::CODE), portal.now());
    let Some(step) = step else {
        tries.failed(&visitor).await?;
        let entries = again(&typed, vec![problem::wrong_one_time_code()], false);
        return shown(&visitor, entries, &known, &one_time, false);
    };
    let mut tx = portal.store.begin().await?;
    if !stored::update_secret(&mut tx, &portal.keys, &known.id, one_time.secret(), step).await? {
        // Set up in another window meanwhile: that one counts.
        drop(tx);
        return Ok(visitor.see_other("/office/sign-in/code"));
    }
    tries.forgiven(&mut tx).await?;
    if let Some(half) = &visitor.session {
        sessions::delete_stash(&mut tx, &half.id, SLOT).await?;
    }
    let begun = let_in(&mut tx, &visitor, &known, "set_up").await?;
    codes::make(&mut tx, &visitor, &begun.id, (&known.id.0, &known.login), false).await?;
    tx.commit().await?;
    let to = leading_on("/office/codes", typed.get("return"));
    Ok(remembered(&visitor, &known, begun.on(visitor.see_other(&to))))
}

/// The secret that is being set up: the same one however often the page is opened.
async fn secret(visitor: &Visitor, known: &SignsIn) -> Result<OneTime, Fault> {
    let session = visitor.session.as_ref().ok_or(Fault::Forbidden)?;
    let portal = &visitor.portal;
    let slot = (session.id.as_str(), SLOT);
    let owner = Some(known.id.0.as_str());
    let kept = sessions::find_stash(&mut portal.store.read(), &portal.keys, slot, owner).await?;
    let secret = if let Some(kept) = kept {
        kept
    } else {
        let fresh = random_bytes::<20>().to_vec();
        let mut tx = portal.store.begin().await?;
        sessions::stash(&mut tx, &portal.keys, slot, owner, &fresh, portal.now()).await?;
        tx.commit().await?;
        fresh
    };
    OneTime::new(&secret, &known.login)
}

fn shown(visitor: &Visitor, entries: Entries, known: &SignsIn, one_time: &OneTime, waits: bool) -> Answer {
    let status = forms::status(&entries.problems, waits);
    let model = SetUp {
        entries,
        name: known.login.clone(),
        secret: one_time.as_text(),
        address: one_time.address()?,
        qr: one_time.qr()?,
    };
    Ok(forms::kept_by_nobody(
        visitor.page_with(status, |text| staff::set_up::page(text, &model)),
    ))
}
