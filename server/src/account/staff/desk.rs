//! `/office/account`: the account of somebody who works here.

use axum::extract::Query;
use serde::Deserialize;
use zhida::access::Division;
use zhida::place::Divisions;
use zhida_app::account::staff::desk::{self, Desk};
use zhida_app::text::Name;

use crate::account::home::signed_in;
use crate::catalogue::words;
use crate::store::account;
use crate::store::session::{self, Who};
use crate::web::routes::{ENDS_LINKS, HANDS_OVER};
use crate::web::{Answer, Fault, Visitor};

/// The query of the page.
#[derive(Debug, Deserialize)]
pub struct Asked {
    done: Option<String>,
}

/// `GET /office/account`.
pub async fn show(visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    let session = visitor.session.as_ref().ok_or(Fault::Forbidden)?;
    let officer = session.staff.as_ref().ok_or(Fault::Forbidden)?;
    let portal = &visitor.portal;
    let mut reader = portal.store.read();
    let sessions = session::list(&mut reader, &Who::Staff(&officer.id), portal.now()).await?;
    let model = Desk {
        name: officer.name.clone(),
        roles: officer
            .roles
            .iter()
            .map(|(held, division)| (desk::role(*held), place(*division)))
            .collect(),
        hands_over: officer
            .access
            .posts_on(portal.today())
            .any(|post| HANDS_OVER.contains(&post.role)),
        ends_links: officer
            .access
            .posts_on(portal.today())
            .any(|post| ENDS_LINKS.contains(&post.role)),
        codes_left: account::count_recovery_codes(&mut reader, &officer.id.0).await?,
        sessions: signed_in(sessions, &session.id),
        ended: asked.done.is_some(),
        hidden: Vec::new(),
    };
    Ok(visitor.page(|text| desk::page(text, &model)))
}

/// `POST /office/account/end-others`.
pub async fn end_others(visitor: Visitor) -> Answer {
    let session = visitor.session.as_ref().ok_or(Fault::Forbidden)?;
    let officer = session.staff.as_ref().ok_or(Fault::Forbidden)?;
    let mut tx = visitor.portal.store.begin().await?;
    session::end_others(
        &mut tx,
        &Who::Staff(&officer.id),
        Some(&session.id),
        visitor.portal.now(),
    )
    .await?;
    tx.commit().await?;
    Ok(visitor.see_other("/office/account?done=ended"))
}

/// The name of a division.
fn place(division: Division) -> Name {
    let name = match division {
        Division::Area(code) => words::division_name(code),
        Division::Township(code) => Divisions::shipped().find_township(code).map(words::township),
    };
    name.unwrap_or_else(|| Name::only(division.to_string()))
}
