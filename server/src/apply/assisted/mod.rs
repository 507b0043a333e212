//! 帮代办、上门办: an officer files for somebody who is at the window or whom they visit. The draft is the officer's own:
//! the pages are a resident's, with one more that asks how the person said it.

mod begin;
mod hand_over;
mod list;
mod made;
mod papers;

use zhida::access::{AgentRole, Post, Power, may_file_for};
use zhida::apply::{Authority, Draft, EnteredBy, PageAnswer};
use zhida::person::SubmitterRole;
use zhida::registry::Entry;
use zhida_app::apply::assisted;
use zhida_app::question::Problem;
use zhida_app::text::{Name, Phrase, Said};

use super::linked;
use super::opened::Opened;
use crate::store::StoreError;
use crate::store::casework::person_key;
use crate::store::delegation;
use crate::store::session::Officer;
use crate::web::{Fault, Visitor};

pub use begin::{ask, begin, known};
pub use hand_over::{ask as ask_hand_over, give as hand_over};
pub use list::show;
pub use papers::{read_out, receipt};

pub(crate) use made::said as made_said;
pub(super) use made::{before_it, lines, print, problem, question};

/// The beginning of the owner of what an officer files for others.
const OWNER: &str = "office:";

/// Whose drafts an officer's filings are; nobody's without the post.
pub(super) fn owner(visitor: &Visitor) -> Option<String> {
    let officer = officer(visitor)?;
    let today = visitor.portal.today();
    post(officer, today).map(|_| format!("{OWNER}{}", officer.id))
}

/// Whether an owner is an officer who files for others.
pub(crate) fn is_of_office(owner: &str) -> bool {
    owner.starts_with(OWNER)
}

/// The officer of a request.
pub(super) fn officer(visitor: &Visitor) -> Option<&Officer> {
    visitor.session.as_ref()?.staff.as_ref()
}

/// The post in which an officer files at all.
fn post(officer: &Officer, today: zhida::calendar::Date) -> Option<Post> {
    // Of nobody in particular: whether it is one of their own people is asked when it is known who it is.
    may_file_for(&officer.access, &zhida::access::PersonKey(String::new()), today).ok()
}

/// The officer as papers name them, who may file for the person of a draft today; of a resident's draft nobody.
///
/// # Errors
/// The draft is one of their own people's, or they hold the post no more.
pub(super) fn entered_by(visitor: &Visitor, draft: &Draft) -> Result<Option<EnteredBy>, Fault> {
    let Some(officer) = officer(visitor) else {
        return Ok(None);
    };
    let person = draft.person.as_ref().ok_or(Fault::Forbidden)?;
    let key = person_key(&visitor.portal.keys, &person.resident_id);
    let post = may_file_for(&officer.access, &key, visitor.portal.today()).map_err(|_| Fault::Forbidden)?;
    Ok(Some(EnteredBy {
        officer: officer.id.clone(),
        name: officer.name.clone(),
        office: officer.office.clone(),
        post,
    }))
}

/// Says in a filing which institution is the person's guardian today, as an office recorded; where it applies, that office
/// has seen the proof.
pub(super) async fn in_custody(visitor: &Visitor, draft: &mut Draft) -> Result<(), StoreError> {
    let Some(person) = &draft.person else {
        return Ok(());
    };
    let portal = &visitor.portal;
    let (key, today) = (person_key(&portal.keys, &person.resident_id), portal.today());
    let held = delegation::list_of_person(&mut portal.store.read(), &portal.keys, &key, today).await?;
    let institution = held.into_iter().find(|held| {
        let guards = held.says.role == AgentRole::InstitutionalGuardian && held.says.allows(Power::Submit);
        guards && held.is_active(today) && draft.services.iter().all(|code| held.says.covers(code))
    });
    draft.custody = institution.map(|held| held.terms.agent);
    let applies = draft.whom == Some(SubmitterRole::InstitutionalGuardian);
    draft.authority = draft.custody.as_ref().filter(|_| applies).map(|_| Authority::Office);
    Ok(())
}

/// What the register says of the person, for an officer of their place. Whom it does not know, knows by another name, or
/// has elsewhere, is nobody here: none of the three is told apart.
pub(super) async fn entry(visitor: &Visitor, draft: &Draft) -> Result<Option<Entry>, StoreError> {
    let (Some(officer), Some(person)) = (officer(visitor), &draft.person) else {
        return Ok(None);
    };
    let key = person_key(&visitor.portal.keys, &person.resident_id);
    let known = linked::registered(visitor, &key).await?;
    let today = visitor.portal.today();
    Ok(known.filter(|entry| {
        let township = entry.hukou_township;
        let mut posts = officer.access.posts_on(today);
        let here = posts.any(|post| match (post.division, township) {
            (zhida::access::Division::Township(own), Some(township)) => own == township,
            _ => false,
        });
        here && entry.name == person.name
    }))
}

/// A filing is about the person with whom it was begun: that somebody asked about them was kept then.
pub(super) fn refused(opened: &Opened, answer: &PageAnswer) -> Option<Problem> {
    opened.draft().assisted.as_ref()?;
    let PageAnswer::Person(person) = answer else {
        return None;
    };
    let begun = opened.draft().person.as_ref()?;
    (begun != person).then(|| Problem {
        field: zhida::apply::field::RESIDENT_ID.to_owned(),
        message: Phrase::new("assist-person-fixed").with("name", Said::Name(Name::only(begun.name.as_str()))),
    })
}

/// The address of the officer's list.
pub(super) const LIST: &str = assisted::LIST;
