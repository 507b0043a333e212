//! A draft that was opened by its owner.

use axum::http::StatusCode;
use uuid::Uuid;
use zhida::apply::{Course, Draft, PageId, Registered, course, prefilled};
use zhida::calendar::{Date, Instant};
use zhida::person::SubmitterRole;
use zhida::registry::Entry;
use zhida_app::apply::drafts::{self, Moved};
use zhida_app::frame::quiet::Doing;

use super::done::spoken;
use super::renewed::Today;
use super::{assisted, linked, owner};
use crate::delegation;
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::apply::{self, StoredDraft};
use crate::store::delegation::StoredDelegation;
use crate::web::{Fault, Reply, Visitor};

/// How often a save is tried again when another window was faster.
const TRIES: usize = 5;

/// A draft and the day on which it is looked at.
pub(super) struct Opened {
    pub stored: StoredDraft,
    /// What the register says of the person, where an office has linked the account to them.
    pub registered: Option<Registered>,
    /// Who they are there, under the same condition.
    entry: Option<Entry>,
    /// With what the visitor acts for the person, where the draft was begun so.
    pub acting: Option<StoredDelegation>,
    pub today: Date,
}

/// Why there is no draft to show.
pub(super) enum Closed {
    /// No such draft, or somebody else's.
    Fault(Fault),
    /// It was handed in: what comes after it is there.
    Elsewhere(String),
    /// It was the visitor's, and since then was opened with its code on another device.
    Left(Instant),
}

impl Closed {
    /// The answer to a request for it.
    pub fn answer(self, visitor: &Visitor) -> Result<Reply, Fault> {
        match self {
            Self::Fault(fault) => Err(fault),
            Self::Elsewhere(address) => Ok(visitor.see_other(&address)),
            Self::Left(at) => Ok(moved(visitor, at, false)),
        }
    }
}

impl From<Fault> for Closed {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<StoreError> for Closed {
    fn from(problem: StoreError) -> Self {
        Self::Fault(problem.into())
    }
}

impl From<Closed> for Fault {
    fn from(closed: Closed) -> Self {
        match closed {
            Closed::Fault(fault) => fault,
            Closed::Elsewhere(_) | Closed::Left(_) => Self::NotFound,
        }
    }
}

impl Opened {
    /// The draft of an address, for who owns it.
    pub async fn of(visitor: &Visitor, id: &str) -> Result<Self, Closed> {
        let id = Uuid::parse_str(id).map_err(|_| Fault::NotFound)?;
        let owner = owner::of(visitor).ok_or(Fault::NotFound)?;
        let portal = &visitor.portal;
        let mut reader = portal.store.read();
        for (owner, acting) in owner::all(visitor).await? {
            let Some(mut stored) = apply::find_draft(&mut reader, &portal.keys, id, &owner).await? else {
                let sent = apply::find_application_of_draft(&mut reader, &portal.keys, id, &owner).await?;
                if let Some(sent) = sent {
                    return Err(Closed::Elsewhere(done_address(sent.draft)));
                }
                continue;
            };
            if stored.draft.assisted.is_some() {
                // Whoever files it now stands on it, in the post of today: a colleague has it read out again.
                stored.draft.assisted = assisted::entered_by(visitor, &stored.draft)?;
                assisted::in_custody(visitor, &mut stored.draft).await?;
            }
            match (&stored.draft.assisted, &stored.draft.person) {
                (Some(_), Some(person)) => visitor.files_for(&person.name.masked()),
                _ => {
                    if let Some(name) = acts_for(&stored.draft, acting.as_ref()) {
                        visitor.acts_for(name);
                    }
                }
            }
            if portal.catalogue.asks_for_confidential(&stored.draft.services) {
                visitor.keep_quiet(Doing::Applying);
            }
            let today = portal.today();
            let entry = linked::entry(visitor, &stored.draft, acting.as_ref()).await?;
            let said = entry.as_ref().filter(|_| stored.draft.person.is_some());
            let registered = said.map(|entry| Registered {
                on: today,
                facts: entry.facts(&portal.catalogue.vocabulary),
            });
            return Ok(Self {
                stored,
                registered,
                entry,
                acting,
                today,
            });
        }
        if is_no_more(visitor, id).await? {
            return Err(Closed::Fault(Fault::ActingEnded));
        }
        let left = apply::find_former(&mut reader, id, &owner).await?;
        Err(left.map_or(Closed::Fault(Fault::NotFound), Closed::Left))
    }

    /// The code that opens it again, in groups, where no account does.
    pub fn guest_code(&self) -> Option<String> {
        let anonymous = self.stored.owner.starts_with("session:");
        anonymous.then(|| spoken(&self.stored.resume_code))
    }

    /// Its answers.
    pub fn draft(&self) -> &Draft {
        &self.stored.draft
    }

    /// The draft with what the register would answer to a page, where it was not answered yet.
    pub fn prefilled(&self, page: &PageId) -> Option<Draft> {
        let answer = prefilled(self.entry.as_ref()?, page)?;
        let mut draft = self.stored.draft.clone();
        draft.answer(page).is_none().then(|| {
            draft.save(page, answer);
            draft
        })
    }

    /// Its pages, with the policy of its county.
    pub fn course<'c>(&self, portal: &'c Portal) -> Result<Course<'c>, Fault> {
        let registered = self.registered.as_ref();
        let draft = &self.stored.draft;
        course(&portal.catalogue, &portal.policy(), draft, registered, self.today).map_err(Fault::internal)
    }

    /// The address of one of its pages.
    pub fn address(&self, page: &PageId) -> String {
        address(self.stored.id, page)
    }

    /// The address of all of it.
    pub fn whole(&self) -> String {
        format!("/apply/{}", self.stored.id.simple())
    }

    /// The address of what is no page of answers: `stop`, `discard`.
    pub fn beside(&self, name: &str) -> String {
        format!("{}/{name}", self.whole())
    }
}

/// For whom a draft is filled in, by name, where that is somebody else.
pub(super) fn acts_for<'d>(draft: &'d Draft, acting: Option<&'d StoredDelegation>) -> Option<&'d str> {
    if let Some(acting) = acting {
        return Some(&acting.terms.principal);
    }
    let for_another = draft.whom.is_some_and(|role| role != SubmitterRole::Oneself);
    let person = draft.person.as_ref().filter(|_| for_another);
    person.map(|person| person.name.as_str())
}

/// Whether a draft, or what became of it, was the visitor's to go on with for somebody until that ended.
async fn is_no_more(visitor: &Visitor, id: Uuid) -> Result<bool, StoreError> {
    let portal = &visitor.portal;
    let today = portal.today();
    let mut reader = portal.store.read();
    for taken in delegation::taken(visitor).await? {
        if taken.is_active(today) {
            continue;
        }
        let owner = taken.owner();
        let draft = apply::find_draft(&mut reader, &portal.keys, id, &owner).await?;
        let sent = apply::find_application_of_draft(&mut reader, &portal.keys, id, &owner).await?;
        if draft.is_some() || sent.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The page for who had the draft before; `kept` where what they have just typed waits for it.
pub(super) fn moved(visitor: &Visitor, at: Instant, kept: bool) -> Reply {
    let model = Moved {
        at,
        kept,
        resume: "/apply/resume".to_owned(),
    };
    visitor.page_with(StatusCode::CONFLICT, |text| drafts::moved(text, &model))
}

/// The address of a page of a draft.
pub(super) fn address(draft: Uuid, page: &PageId) -> String {
    match page {
        PageId::Paper(kind) => format!("/apply/{}/papers/{kind}", draft.simple()),
        page => format!("/apply/{}/{}", draft.simple(), page.name()),
    }
}

/// Where a draft that was handed in is confirmed.
pub(super) fn done_address(draft: Uuid) -> String {
    format!("/apply/{}/done", draft.simple())
}

/// Changes a draft and saves it. Where another window saved in between, the change is made again on top of that: per
/// page the last one counts. `change` returns what the caller wants to know, or nothing to leave the draft as it is.
pub(super) async fn change<T>(
    visitor: &Visitor,
    id: &str,
    mut change: impl FnMut(&mut Opened) -> Result<Changed<T>, Fault>,
) -> Result<(Opened, T), Closed> {
    let portal = &visitor.portal;
    for _ in 0..TRIES {
        let mut opened = Opened::of(visitor, id).await?;
        let before = opened.stored.draft.version;
        let told = match change(&mut opened)? {
            Changed::Yes(told) => told,
            Changed::No(told) => return Ok((opened, told)),
        };
        opened.stored.draft.note(&Today::of(portal).present(portal));
        let mut tx = portal.store.begin().await?;
        let stored = &opened.stored;
        if apply::update_draft(&mut tx, &portal.keys, stored.id, &stored.draft, before, portal.now()).await? {
            tx.commit().await?;
            return Ok((opened, told));
        }
        drop(tx);
        portal.store.settled().await?;
    }
    Err(Fault::Unavailable.into())
}

/// Whether there is something to save.
pub(super) enum Changed<T> {
    Yes(T),
    No(T),
}
