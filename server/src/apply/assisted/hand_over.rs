//! `/office/assist/{draft}/hand-over`: a filing goes to a colleague of the same township, and is theirs from then on.

use axum::extract::Path;
use axum::http::StatusCode;
use zhida::access::{OfficerId, may_file_for};
use zhida::calendar::Date;
use zhida_app::apply::assisted;
use zhida_app::question::{self, Answer as Choice, Field, Kind, Problem, Question};
use zhida_app::text::Phrase;

use super::begin::named;
use super::{OWNER, officer};
use crate::apply::opened::Opened;
use crate::apply::view;
use crate::store::apply;
use crate::store::casework::person_key;
use crate::store::operation::{self, ONCE, Operation};
use crate::store::staff::{self, Member};
use crate::web::{Answer, Fault, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "office-assist-hand-over";
/// The field that chooses the colleague.
const TO: &str = "to";

/// `GET /office/assist/{draft}/hand-over`.
pub async fn ask(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        Err(closed) => return closed.answer(&visitor),
    };
    let question = asked(&visitor, &opened, &colleagues(&visitor, &opened).await?);
    Ok(visitor.page(|text| question::page(text, &question)))
}

/// `POST /office/assist/{draft}/hand-over`.
pub async fn give(visitor: Visitor, Path(id): Path<String>, typed: Typed) -> Answer {
    let done = format!("{}?done=given", assisted::LIST);
    let owner = super::owner(&visitor).ok_or(Fault::Forbidden)?;
    let portal = &visitor.portal;
    let op = typed.op().ok_or(Fault::BadRequest)?;
    if operation::find(&mut portal.store.read(), op, &owner, ROUTE)
        .await?
        .is_some()
    {
        return Ok(visitor.see_other(&done));
    }
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        Err(closed) => return closed.answer(&visitor),
    };
    let colleagues = colleagues(&visitor, &opened).await?;
    let chosen = colleagues
        .iter()
        .find(|member| typed.get(TO) == Some(member.id.0.as_str()));
    let Some(to) = chosen else {
        let question = Question {
            problems: vec![Problem {
                field: TO.to_owned(),
                message: Phrase::new("problem-nothing-chosen"),
            }],
            ..asked(&visitor, &opened, &colleagues)
        };
        return Ok(visitor.page_with(StatusCode::UNPROCESSABLE_ENTITY, |text| question::page(text, &question)));
    };
    let now = portal.now();
    let operation = Operation {
        id: op,
        actor: owner,
        route: ROUTE.to_owned(),
        location: done.clone(),
    };
    let mut tx = portal.store.begin().await?;
    match operation::insert(&mut tx, &operation, now).await {
        Ok(()) => {}
        Err(problem) if problem.is_conflict(ONCE) => return Ok(visitor.see_other(&done)),
        Err(problem) => return Err(problem.into()),
    }
    apply::hand_draft(&mut tx, opened.stored.id, &format!("{OWNER}{}", to.id), now).await?;
    tx.commit().await?;
    Ok(visitor.see_other(&done))
}

/// Who of the same townships may take it: not whose own people it is about.
async fn colleagues(visitor: &Visitor, opened: &Opened) -> Result<Vec<Member>, Fault> {
    let own = officer(visitor).ok_or(Fault::Forbidden)?;
    let portal = &visitor.portal;
    let today: Date = portal.today();
    let person = opened.draft().person.as_ref().ok_or(Fault::NotFound)?;
    let key = person_key(&portal.keys, &person.resident_id);
    let post = super::post(own, today).ok_or(Fault::Forbidden)?;
    let mut reader = portal.store.read();
    let mut found = Vec::new();
    for member in staff::list(&mut reader, &portal.keys, Some(post.division)).await? {
        let another: bool = member.id != own.id && !member.ended;
        if another && may(&mut reader, &member.id, &key, today).await? {
            found.push(member);
        }
    }
    Ok(found)
}

async fn may(
    q: &mut impl crate::store::Query,
    id: &OfficerId,
    person: &zhida::access::PersonKey,
    today: Date,
) -> Result<bool, Fault> {
    let access = staff::access(q, id).await?;
    Ok(may_file_for(&access, person, today).is_ok())
}

fn asked(visitor: &Visitor, opened: &Opened, colleagues: &[Member]) -> Question {
    let choices = colleagues.iter().map(|member| Choice {
        value: member.id.0.clone(),
        label: named(&member.name, &member.office),
        hint: None,
    });
    let here = format!("{}/{}/hand-over", assisted::LIST, opened.stored.id.simple());
    Question {
        action: here,
        back: Some(assisted::LIST.to_owned()),
        part_of: Phrase::new("assist-part"),
        progress: None,
        hidden: vec![view::op(visitor)],
        title: Phrase::new("assist-give"),
        hint: Some(Phrase::new(if colleagues.is_empty() {
            "assist-give-nobody"
        } else {
            "assist-give-hint"
        })),
        why: None,
        fields: vec![Field::new(TO, "assist-give", Kind::Choice(choices.collect()))],
        typed: Vec::new(),
        problems: Vec::new(),
        leave: None,
    }
}
