//! `/office/links`: which accounts are linked to a person, for the window of their place, and ending that with a reason.
//! An open session of the account sees nothing of the person from its next page.

use axum::extract::Query;
use zhida::casework::Sentence;
use zhida_app::account::Entries;
use zhida_app::account::staff::hand_over::names;
use zhida_app::account::staff::links::{self, ACCOUNT, Found, LinkedAccount, REASON};
use zhida_app::question::Problem;
use zhida_app::text::{Name, Phrase};

use super::hand_over::{Asks, Whose, documents, is_kin, officer, whose};
use crate::account::forms::{self, again_with, typed_or_empty};
use crate::account::record;
use crate::store::account::{self, Linked};
use crate::store::casework::person_key;
use crate::store::session::{self, AccountId, Officer};
use crate::web::routes::ENDS_LINKS;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// `GET /office/links`.
pub async fn ask(visitor: Visitor, Query(asked): Query<Vec<(String, String)>>) -> Reply {
    let ended = Typed(asked).get("done") == Some("ended");
    visitor.page(|text| links::page(text, &Entries::default(), ended))
}

/// `POST /office/links`: whom the accounts of a person are shown for; and of which one the link ends, once one is chosen.
///
/// # Errors
/// A person whose own people the officer belongs to.
pub async fn act(visitor: Visitor, typed: Typed) -> Answer {
    let (name, number) = match documents(&typed) {
        Ok(documents) => documents,
        Err(problems) => return Ok(asked_again(&visitor, &typed, problems)),
    };
    let officer = officer(&visitor)?;
    let portal = &visitor.portal;
    let person = person_key(&portal.keys, &number);
    if is_kin(officer, &person) {
        return Err(Fault::Forbidden);
    }
    let asks = Asks {
        by: "for_links",
        roles: ENDS_LINKS,
    };
    let whose = match whose(&visitor, officer, asks, (&name, &number, &person)).await? {
        Ok(whose) => whose,
        Err(wrong) => return Ok(asked_again(&visitor, &typed, vec![wrong])),
    };
    let mut linked = account::list_linked_to(&mut portal.store.read(), &portal.keys, &person).await?;
    // Of whom nothing says where they live, every office knows what it did itself.
    linked.retain(|linked| whose == Whose::Theirs || linked.office.as_deref() == Some(&officer.office));
    if typed.get(links::ENDS).is_none() {
        return Ok(found(&visitor, &typed, &linked, Vec::new()));
    }
    let reason = typed.get(REASON).and_then(Sentence::parse);
    let account = typed.get(ACCOUNT).filter(|id| !id.is_empty());
    let (Some(reason), Some(account)) = (&reason, account) else {
        let missing = |field: &str, message: &str| Problem {
            field: field.to_owned(),
            message: Phrase::new(message),
        };
        let account = account.is_none().then(|| missing(ACCOUNT, "casework-choose-one"));
        let reason = reason.is_none().then(|| missing(REASON, "staff-links-reason-missing"));
        return Ok(found(
            &visitor,
            &typed,
            &linked,
            account.into_iter().chain(reason).collect(),
        ));
    };
    // Pressed twice, it is ended all the same.
    if let Some(linked) = linked.iter().find(|linked| linked.account.0 == account) {
        end(&visitor, officer, &linked.account, &person, reason).await?;
    }
    Ok(visitor.see_other("/office/links?done=ended"))
}

async fn end(
    visitor: &Visitor,
    officer: &Officer,
    account: &AccountId,
    person: &zhida::access::PersonKey,
    reason: &Sentence,
) -> Result<(), Fault> {
    let mut tx = visitor.portal.store.begin().await?;
    if account::delete_link(&mut tx, account, person).await? {
        // Pages with their name that were put aside.
        session::delete_answers_of(&mut tx, &account.0).await?;
        let payload = serde_json::json!({ "person": person, "office": officer.office, "reason": reason.as_str() });
        let stream = format!("account:{account}");
        let by = Some(officer.id.0.as_str());
        record::append(&mut tx, visitor, (&stream, "link_ended"), by, &payload).await?;
    }
    tx.commit().await?;
    Ok(())
}

fn asked_again(visitor: &Visitor, typed: &Typed, problems: Vec<Problem>) -> Reply {
    let entries = again_with(typed, problems, &[names::PERSON, names::NUMBER]);
    let status = forms::status(&entries.problems, false);
    visitor.page_with(status, |text| links::page(text, &entries, false))
}

fn found(visitor: &Visitor, typed: &Typed, linked: &[Linked], problems: Vec<Problem>) -> Reply {
    let kept = |name: &str| (name.to_owned(), typed_or_empty(typed, name).to_owned());
    let accounts = linked.iter().map(|linked| LinkedAccount {
        id: linked.account.0.clone(),
        begins: beginning(&linked.sign_in),
        office: linked.office.as_deref().map(Name::only),
        since: linked.at,
    });
    let model = Found {
        name: typed_or_empty(typed, names::PERSON).to_owned(),
        hidden: vec![kept(names::PERSON), kept(names::NUMBER)],
        accounts: accounts.collect(),
        chosen: typed.get(ACCOUNT).map(str::to_owned),
        reason: typed_or_empty(typed, REASON).to_owned(),
        problems,
    };
    let status = forms::status(&model.problems, false);
    visitor.page_with(status, |text| links::found(text, &model))
}

/// So much of a sign-in name that its owner knows it again.
fn beginning(name: &str) -> String {
    let shown = (name.chars().count() / 3).clamp(1, 3);
    format!("{}…", name.chars().take(shown).collect::<String>())
}
