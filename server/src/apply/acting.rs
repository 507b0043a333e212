//! A draft that was begun for somebody with what they let one do: it is about them, in matters that were named, and in
//! nothing else.

use zhida::access::Power;
use zhida::apply::{Draft, HelperAnswer, PageAnswer, PageId, PaymentAnswer, PersonAnswer, field};
use zhida_app::question::Problem;
use zhida_app::text::{Name, Phrase, Said};

use super::linked;
use super::opened::Opened;
use super::questions::role_words;
use crate::delegation;
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::casework::person_key;
use crate::store::delegation::StoredDelegation;
use crate::web::{Fault, Visitor};

/// What the visitor may apply with today, as an address names it.
///
/// # Errors
/// It is somebody else's, is over, or is not for applying.
pub(super) async fn named(visitor: &Visitor, id: &str) -> Result<StoredDelegation, Fault> {
    let mut taken = delegation::taken(visitor).await?.into_iter();
    let found = taken.find(|taken| taken.id == id).ok_or(Fault::NotFound)?;
    if !found.is_active(visitor.portal.today()) {
        return Err(Fault::ActingEnded);
    }
    if found.says.allows(Power::Submit) {
        Ok(found)
    } else {
        Err(Fault::Forbidden)
    }
}

/// Begins a draft for the person: as what it is filled in and what shows that it may be is known, and of whom the register
/// knows, who it is for.
pub(super) async fn begin(visitor: &Visitor, draft: &mut Draft, acting: &StoredDelegation) -> Result<(), StoreError> {
    draft.authority = Some(acting.made_by.authority());
    draft.save(&PageId::Whom, PageAnswer::Whom(acting.says.role.files_as()));
    if let Some(entry) = linked::registered(visitor, &acting.principal).await? {
        let person = PersonAnswer {
            name: entry.name,
            resident_id: entry.resident_id,
        };
        draft.save(&PageId::Person, PageAnswer::Person(person));
    }
    Ok(())
}

/// Whether a helper's number is that of who acts, where an office knows it.
fn is_the_agent(portal: &Portal, acting: &StoredDelegation, helper: &HelperAnswer) -> bool {
    let (Some(agent), Some(number)) = (&acting.agent_person, &helper.resident_id) else {
        return true;
    };
    person_key(&portal.keys, number) == *agent
}

/// Whether something can be applied for with what the person let one do: not what nobody but the person may know of.
pub(super) fn covers(portal: &Portal, acting: &StoredDelegation, code: &str) -> bool {
    let confidential = portal
        .catalogue
        .service(code)
        .is_some_and(|service| service.confidential);
    acting.says.covers(code) && !confidential
}

/// What is wrong with an answer that goes beyond what the person let one do.
pub(super) fn refused(portal: &Portal, opened: &Opened, answer: &PageAnswer) -> Option<Problem> {
    let acting = opened.acting.as_ref()?;
    let says = &acting.says;
    let name = || Said::Name(Name::only(acting.terms.principal.as_str()));
    let wrong = |field: &str, message: &str| {
        Some(Problem {
            field: field.to_owned(),
            message: Phrase::new(message).with("name", name()),
        })
    };
    match answer {
        PageAnswer::Services(codes) if !codes.iter().all(|code| says.covers(code)) => {
            wrong(field::SERVICE, "delegation-draft-services")
        }
        PageAnswer::Whom(role) if *role != says.role.files_as() => {
            let known = Said::Words(Box::new(role_words(says.role.files_as())));
            wrong(field::WHOM, "delegation-draft-whom").map(|problem| Problem {
                message: problem.message.with("role", known),
                ..problem
            })
        }
        PageAnswer::Person(person) if person_key(&portal.keys, &person.resident_id) != acting.principal => {
            wrong(field::RESIDENT_ID, "delegation-draft-person")
        }
        // It is stated to offices as proven who acts: nobody else may stand there.
        PageAnswer::Helper(helper) if helper.name.as_str() != acting.terms.agent => {
            let agent = Said::Name(Name::only(acting.terms.agent.as_str()));
            wrong(field::NAME, "delegation-draft-agent").map(|problem| Problem {
                message: problem.message.with("agent", agent),
                ..problem
            })
        }
        PageAnswer::Helper(helper) if !is_the_agent(portal, acting, helper) => {
            wrong(field::RESIDENT_ID, "delegation-draft-agent-number")
        }
        PageAnswer::Payment(PaymentAnswer::Account(_)) if !says.allows(Power::ChangeAccount) => {
            wrong(field::ACCOUNT, "delegation-draft-account")
        }
        _ => None,
    }
}
