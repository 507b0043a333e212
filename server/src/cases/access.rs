//! Which cases a visitor sees: those they handed in, those of people an office linked them to, and one they hold the
//! code of.

use uuid::Uuid;
use zhida::access::{Actor, By, Resident, Standing};
use zhida::calendar::Instant;
use zhida::casework::{Case, Recorded, Reference};

use crate::portal::Portal;
use crate::store::account;
use crate::store::casework::{self, Held, Scope};
use crate::web::visitor::{OPENED_BELOW, OPENED_COOKIE};
use crate::web::{Fault, Visitor};

/// How long a code keeps an application open, in milliseconds.
const OPEN_MS: i64 = 2 * 60 * 60 * 1000;

/// A visitor, as cases know them.
#[derive(Clone, Debug)]
pub(crate) struct Reader {
    /// The account, if one is signed in.
    pub account: Option<String>,
    /// `account:…` or `session:…`.
    owner: Option<String>,
    /// The people an office linked the account to.
    linked: Vec<Held>,
    /// The application that was opened with a code.
    code: Option<Reference>,
}

/// A case that was loaded for who may see it.
#[derive(Debug)]
pub(crate) struct Opened {
    /// Who sees it.
    pub reader: Reader,
    /// Its id.
    pub id: Uuid,
    /// As it stands.
    pub case: Case,
    /// Everything that happened.
    pub events: Vec<Recorded>,
}

impl Reader {
    /// Who a visitor is to cases.
    pub async fn of(visitor: &Visitor) -> Result<Self, Fault> {
        let portal = &visitor.portal;
        let session = visitor.session.as_ref();
        let session = session.filter(|session| session.staff.is_none() && session.half.is_none());
        let account = session.and_then(|session| session.account.as_ref());
        let mut linked = Vec::new();
        if let Some(account) = account
            && session.is_some_and(|session| session.linked)
        {
            let links = account::list_links(&mut portal.store.read(), &portal.keys, account).await?;
            let held = links.into_iter().filter(|link| link.linked);
            linked.extend(held.map(|link| Held {
                person: link.person,
                since: link.at,
            }));
        }
        Ok(Self {
            account: account.map(|account| account.0.clone()),
            owner: session.map(crate::store::session::Session::actor),
            linked,
            code: code_of(visitor),
        })
    }

    /// Whether there is nothing by which they could see any case.
    pub fn is_nobody(&self) -> bool {
        self.owner.is_none() && self.code.is_none()
    }

    /// The doors through which they may come to cases.
    pub fn scopes(&self) -> Vec<Scope> {
        let own = self
            .owner
            .as_ref()
            .map(|owner| Scope::filer(owner.clone(), self.linked.clone()));
        own.into_iter().chain(self.code.map(Scope::application)).collect()
    }

    /// Whose drafts and applications are theirs.
    pub fn owner(&self) -> Option<&str> {
        self.owner.as_deref()
    }

    /// Whether nothing but the code of an application lets them in.
    pub fn only_by_code(&self) -> bool {
        self.owner.is_none()
    }

    /// What a case is to them.
    fn standing(&self, case: &Case) -> Standing {
        if self.linked.iter().any(|held| held.person == case.opened.subject.key) {
            Standing::Subject
        } else {
            Standing::Filer
        }
    }

    /// Who does what they do, as operations keep it.
    pub fn name(&self) -> String {
        let code = || self.code.map(|code| format!("code:{code}"));
        self.owner.clone().or_else(code).unwrap_or_default()
    }
}

impl Opened {
    /// The case of an address. Somebody else's is not there.
    pub async fn of(visitor: &Visitor, reference: &str) -> Result<Self, Fault> {
        let reference = Reference::parse(reference).map_err(|_| Fault::NotFound)?;
        Self::for_reader(&visitor.portal, Reader::of(visitor).await?, reference).await
    }

    /// The first case of an application, by the application's reference.
    pub async fn first_of_application(visitor: &Visitor, reference: &str) -> Result<Self, Fault> {
        let application = Reference::parse(reference).map_err(|_| Fault::NotFound)?;
        let reader = Reader::of(visitor).await?;
        let portal = &visitor.portal;
        for scope in reader.scopes() {
            let mut reading = portal.store.read();
            let lines = casework::list_of_application(&mut reading, &portal.keys, &scope, application).await?;
            if let Some(first) = lines.first() {
                let reference = first.reference;
                return Self::for_reader(portal, reader, reference).await;
            }
        }
        Err(Fault::NotFound)
    }

    /// The other cases of its application.
    pub async fn siblings(&self, portal: &Portal) -> Result<Vec<Self>, Fault> {
        let mut siblings = Vec::new();
        for scope in self.reader.scopes() {
            let mut reading = portal.store.read();
            let application = self.case.opened.application;
            for line in casework::list_of_application(&mut reading, &portal.keys, &scope, application).await? {
                if line.reference == self.case.opened.reference {
                    continue;
                }
                let found = casework::find(&mut reading, &portal.keys, &scope, line.reference).await?;
                siblings.extend(found.map(|found| Self {
                    reader: self.reader.clone(),
                    id: found.id,
                    case: found.case,
                    events: found.events,
                }));
            }
            if !siblings.is_empty() {
                break;
            }
        }
        Ok(siblings)
    }

    /// The case as it stands now.
    pub async fn again(self, portal: &Portal) -> Result<Self, Fault> {
        let reference = self.case.opened.reference;
        Self::for_reader(portal, self.reader, reference).await
    }

    async fn for_reader(portal: &Portal, reader: Reader, reference: Reference) -> Result<Self, Fault> {
        for scope in reader.scopes() {
            let found = casework::find(&mut portal.store.read(), &portal.keys, &scope, reference).await?;
            if let Some(found) = found {
                return Ok(Self {
                    reader,
                    id: found.id,
                    case: found.case,
                    events: found.events,
                });
            }
        }
        Err(Fault::NotFound)
    }

    /// Who acts on it.
    pub fn actor(&self) -> Actor {
        Actor::Resident(Resident {
            account: self.reader.account.clone(),
            standing: self.reader.standing(&self.case),
        })
    }

    /// The same, as it is kept with an event.
    pub fn by(&self) -> By {
        By::Resident {
            account: self.reader.account.clone(),
        }
    }

    /// Whether they are linked to the person: only then anything from a register is shown.
    pub fn is_subject(&self) -> bool {
        self.reader.standing(&self.case) == Standing::Subject
    }

    /// Whether its letters may be read: by the person, and by who filed once an office has seen that it was they.
    pub fn letters_are_open(&self) -> bool {
        self.is_subject() || self.case.filer_seen
    }
}

/// The `Set-Cookie` that keeps an application open for who knew its code.
pub(super) fn open_by_code(visitor: &Visitor, application: Reference) -> axum::http::HeaderValue {
    let portal = &visitor.portal;
    let until = portal.now().epoch_ms().saturating_add(OPEN_MS);
    let value = format!("{application}.{until}.{}", seal(portal, application, until));
    visitor.set_cookie_below(OPENED_BELOW, OPENED_COOKIE, &value)
}

/// The application that a code opened, while that lasts.
fn code_of(visitor: &Visitor) -> Option<Reference> {
    let portal = &visitor.portal;
    let mut parts = visitor.cookie_below(OPENED_COOKIE)?.split('.');
    let application = Reference::parse(parts.next()?).ok()?;
    let until: i64 = parts.next()?.parse().ok()?;
    let sealed = parts.next()?;
    let expected = seal(portal, application, until);
    let genuine: bool = subtle::ConstantTimeEq::ct_eq(expected.as_bytes(), sealed.as_bytes()).into();
    (genuine && portal.now() < Instant::from_epoch_ms(until)).then_some(application)
}

fn seal(portal: &Portal, application: Reference, until: i64) -> String {
    portal
        .keys
        .lookup_hash("opened_by_code", &format!("{application}.{until}"))
}
