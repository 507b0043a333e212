//! A draft that was begun for somebody with what they let one do: it is about them, in matters that were named, and in
//! nothing else.

use zhida::access::Power;
use zhida::apply::{Draft, PageAnswer, PageId, PaymentAnswer, PersonAnswer, field};
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
        PageAnswer::Payment(PaymentAnswer::Account(_)) if !says.allows(Power::ChangeAccount) => {
            wrong(field::ACCOUNT, "delegation-draft-account")
        }
        _ => None,
    }
}
