//! `/apply/new`: an application begins with what is applied for; also with the answers of an eligibility check.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use zhida::apply::{Answers, Draft, PageId, Wrong, course, field, read_page};
use zhida_app::question::{self, Kind, Question};
use zhida_app::text::Phrase;

use super::opened::address;
use super::renewed::Today;
use super::{acting, owner, problems, questions, view};
use crate::account::allowance;
use crate::catalogue::check;
use crate::portal::random_bytes;
use crate::store::apply::{self, DRAFT_KEPT_MS, StoredDraft};
use crate::store::delegation::StoredDelegation;
use crate::store::operation::{self, ONCE, Operation};
use crate::web::{Answer, Fault, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "apply-new";
const ADDRESS: &str = "/apply/new";

/// What the address says: the services to begin with, with commas between them.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub struct Wanted {
    service: Option<String>,
    /// What the visitor acts with for somebody.
    #[serde(rename = "for")]
    acting: Option<String>,
}

/// The unseen field that says for whom it is begun.
const FOR: &str = "for";

/// `GET /apply/new`.
pub async fn ask(visitor: Visitor, Query(wanted): Query<Wanted>) -> Answer {
    let acting = acting_with(&visitor, wanted.acting.as_deref()).await?;
    Ok(show(&visitor, ADDRESS, wanted, None, acting.as_ref()))
}

/// What the visitor begins it with, where that is for somebody who let them; the pages say for whom.
async fn acting_with(visitor: &Visitor, id: Option<&str>) -> Result<Option<StoredDelegation>, Fault> {
    let Some(id) = id else { return Ok(None) };
    let acting = acting::named(visitor, id).await?;
    visitor.acts_for(&acting.terms.principal);
    Ok(Some(acting))
}

/// `POST /apply/new`.
pub async fn begin(visitor: Visitor, typed: Typed) -> Answer {
    create(&visitor, ADDRESS, &typed, Answers::default()).await
}

/// `GET /check/{id}/apply`: the cookie of a check is sent below its own address only.
pub async fn ask_after_check(visitor: Visitor, Path(id): Path<String>, Query(wanted): Query<Wanted>) -> Answer {
    let address = check::apply_address(&id)?;
    let back = Some(check::result_address(&id)?);
    Ok(show(&visitor, &address, wanted, back, None))
}

/// `POST /check/{id}/apply`.
pub async fn begin_after_check(visitor: Visitor, Path(id): Path<String>, typed: Typed) -> Answer {
    let address = check::apply_address(&id)?;
    let answers = check::answers_of(&visitor, &id)?;
    create(&visitor, &address, &typed, answers).await
}

fn show(
    visitor: &Visitor,
    action: &str,
    wanted: Wanted,
    back: Option<String>,
    acting: Option<&StoredDelegation>,
) -> crate::web::Reply {
    let known = |code: &&str| visitor.portal.catalogue.service(code).is_some();
    let wanted = wanted.service.unwrap_or_default();
    let chosen: Vec<&str> = wanted.split(',').filter(known).collect();
    let mut question = services(visitor, action, acting);
    question.back = back.or_else(|| chosen.first().map(|code| format!("/services/{code}")));
    question.typed = chosen
        .into_iter()
        .map(|code| (field::SERVICE.to_owned(), code.to_owned()))
        .collect();
    visitor.page(|text| question::page(text, &question))
}

/// The first page of every application.
fn services(visitor: &Visitor, action: &str, acting: Option<&StoredDelegation>) -> Question {
    let mut offered = questions::services(&visitor.portal.catalogue, |_| true);
    if let (Kind::Several(answers), Some(acting)) = (&mut offered.kind, acting) {
        answers.retain(|answer| acting::covers(&visitor.portal, acting, &answer.value));
    }
    let mut hidden = vec![view::op(visitor)];
    hidden.extend(acting.map(|acting| (FOR.to_owned(), acting.id.clone())));
    Question {
        action: action.to_owned(),
        back: None,
        part_of: Phrase::new("apply-part"),
        progress: Some(questions::progress(&PageId::Services)),
        hidden,
        title: Phrase::new("apply-services"),
        hint: Some(Phrase::new("apply-services-hint")),
        why: None,
        fields: vec![offered],
        typed: Vec::new(),
        problems: Vec::new(),
        leave: None,
    }
}

async fn create(visitor: &Visitor, action: &str, typed: &Typed, answers: Answers) -> Answer {
    let portal = &visitor.portal;
    let acting = acting_with(visitor, typed.get(FOR)).await?;
    let mut draft = Draft::default();
    draft.carry_over(answers);
    let course = course(&portal.catalogue, &portal.policy(), &draft, None, portal.today()).map_err(Fault::internal)?;
    // What was not offered was not chosen.
    let offered = |code: &str| {
        acting
            .as_ref()
            .is_none_or(|acting| acting::covers(portal, acting, code))
    };
    let posted = typed
        .0
        .iter()
        .filter(|(name, value)| name != field::SERVICE || offered(value));
    let posted: Vec<_> = posted.cloned().collect();
    let read = read_page(
        &portal.catalogue,
        &course,
        &draft,
        &PageId::Services,
        &posted,
        portal.today(),
    );
    let answer = match read {
        Ok(answer) => answer,
        Err(wrong) => {
            let of_services = |problem: &Wrong| matches!(problem, Wrong::NoService | Wrong::ServiceNotAlone);
            debug_assert!(wrong.iter().all(|problem| of_services(&problem.what)));
            let question = services(visitor, action, acting.as_ref());
            let question = questions::filled(question, typed.0.clone(), problems::problems(&wrong));
            return Ok(visitor.page_with(StatusCode::UNPROCESSABLE_ENTITY, |text| question::page(text, &question)));
        }
    };
    draft.save(&PageId::Services, answer);
    if let Some(acting) = &acting {
        acting::begin(visitor, &mut draft, acting).await?;
    }
    draft.note(&Today::of(portal).present(portal));
    let now = portal.now();
    // Before there is a session, which would be kept as well.
    if !allowance::DRAFTS.spend(visitor, 1).await? {
        let question = questions::filled(
            services(visitor, action, acting.as_ref()),
            typed.0.clone(),
            vec![problems::too_many_today()],
        );
        return Ok(visitor.page_with(StatusCode::TOO_MANY_REQUESTS, |text| question::page(text, &question)));
    }
    let (own, held) = owner::of_or_new(visitor).await?;
    // What is begun for somebody is not the account's: it is gone when that ends.
    let owner = acting.as_ref().map_or(own, StoredDelegation::owner);
    let stored = StoredDraft {
        id: portal.random_id(),
        owner: owner.clone(),
        draft,
        resume_code: resume_code(),
        updated_at: now,
        expires_at: zhida::calendar::Instant::from_epoch_ms(now.epoch_ms() + DRAFT_KEPT_MS),
    };
    let mut tx = portal.store.begin().await?;
    // Of somebody for whom one may act it is known as what, and who they are: it goes on where something is to be said.
    let mut location = match acting {
        Some(_) => format!("/apply/{}", stored.id.simple()),
        None => address(stored.id, &PageId::Whom),
    };
    let op = typed.op();
    let done = match op {
        None => Ok(()),
        Some(id) => {
            let operation = Operation {
                id,
                actor: owner.clone(),
                route: ROUTE.to_owned(),
                location: location.clone(),
            };
            operation::insert(&mut tx, &operation, now).await
        }
    };
    match done {
        Ok(()) => {
            apply::insert_draft(&mut tx, &portal.keys, &stored).await?;
            tx.commit().await?;
        }
        Err(problem) if problem.is_conflict(ONCE) => {
            drop(tx);
            visitor.portal.store.settled().await?;
            let before = match op {
                Some(op) => operation::find(&mut portal.store.read(), op, &owner, ROUTE).await?,
                None => None,
            };
            location = before.map_or_else(|| ADDRESS.to_owned(), |before| before.location);
        }
        Err(problem) => return Err(problem.into()),
    }
    Ok(held.on(visitor.see_other(&location)))
}

/// Ten characters that are not mistaken for one another.
pub(super) fn resume_code() -> String {
    const LETTERS: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
    random_bytes::<10>()
        .into_iter()
        .map(|byte| char::from(LETTERS[usize::from(byte) % LETTERS.len()]))
        .collect()
}
