//! Which cases a visitor sees: those they handed in, those of people an office linked them to or for whom they may act,
//! and one they hold the code of.

use uuid::Uuid;
use zhida::access::{Actor, By, DelegationStanding, PersonKey, Power, Resident, Standing, Visibility};
use zhida::calendar::Instant;
use zhida::casework::{Case, Recorded, Reference};
use zhida::person::SubmitterRole;
use zhida_app::frame::quiet::Doing;

use crate::delegation;
use crate::portal::Portal;
use crate::store::account;
use crate::store::casework::{self, Held, Loaded, Scope};
use crate::store::delegation::StoredDelegation;
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
    /// What the account may act with for others today.
    acting: Vec<StoredDelegation>,
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
    /// Who handed it in: `account:…`, `session:…` or `delegation:…`.
    filed_by: Option<String>,
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
                since: Some(link.at),
                services: None,
            }));
        }
        Ok(Self {
            account: account.map(|account| account.0.clone()),
            owner: session.map(crate::store::session::Session::actor),
            linked,
            acting: delegation::active(visitor).await?,
            code: code_of(visitor),
        })
    }

    /// Whether there is nothing by which they could see any case.
    pub fn is_nobody(&self) -> bool {
        self.owner.is_none() && self.code.is_none()
    }

    /// The people an office linked the account to, with what that shows.
    pub fn linked(&self) -> Vec<Held> {
        self.linked.clone()
    }

    /// The doors through which they may come to cases.
    pub fn scopes(&self) -> Vec<Scope> {
        let own = self.owner.as_ref().map(|_| self.door(&[Power::View]));
        own.into_iter().chain(self.code.map(Scope::application)).collect()
    }

    /// The cases of which they are told: also those whose news alone are for them.
    pub fn told_of(&self) -> Option<Scope> {
        let signed_in = self.owner.as_ref();
        signed_in.map(|_| self.door(&[Power::View, Power::ReceiveNotice]))
    }

    /// Their own cases, those of people they are linked to, and those for whom they may do one of these.
    fn door(&self, powers: &[Power]) -> Scope {
        let seen = self.acting.iter();
        let seen = seen.filter(|delegation| powers.iter().any(|power| delegation.says.allows(*power)));
        // What is sealed is not there for who acts for somebody: it may be against them.
        let seen = seen.map(|delegation| Held {
            person: delegation.principal.clone(),
            since: None,
            services: delegation
                .says
                .services
                .clone()
                .map(|named| named.into_iter().collect()),
        });
        Scope::acting(self.owners(), self.linked.iter().cloned().chain(seen).collect())
    }

    /// Themselves: `account:…` or `session:…`.
    pub fn owner(&self) -> Option<&str> {
        self.owner.as_deref()
    }

    /// Whose drafts and applications are theirs, now that they may act for others too.
    pub fn owners(&self) -> Vec<String> {
        let acting = self.acting.iter().map(StoredDelegation::owner);
        self.owner.iter().cloned().chain(acting).collect()
    }

    /// Whether nothing but the code of an application lets them in.
    pub fn only_by_code(&self) -> bool {
        self.owner.is_none()
    }

    /// What they may act with in a case.
    fn acting_in<'r>(&'r self, case: &'r Case) -> impl Iterator<Item = &'r StoredDelegation> {
        let (subject, service) = (&case.opened.subject.key, &case.opened.service);
        let open = case.opened.visibility == Visibility::Normal;
        let acting = self.acting.iter();
        acting.filter(move |delegation| open && delegation.principal == *subject && delegation.says.covers(service))
    }

    /// Whether an office linked the account to somebody: then it is their own matter.
    pub fn is_linked_to(&self, person: &PersonKey) -> bool {
        self.linked.iter().any(|held| held.person == *person)
    }

    /// Whether they come to a case by acting for whom it is about.
    pub fn acts_in(&self, case: &Case) -> bool {
        self.acting_in(case).next().is_some()
    }

    /// What a case is to them.
    fn standing(&self, case: &Case, filed_by: Option<&str>) -> Standing {
        if self.is_linked_to(&case.opened.subject.key) {
            return Standing::Subject;
        }
        let does = || {
            self.acting_in(case)
                .filter(|delegation| delegation.says.allows(Power::Submit))
        };
        let theirs = filed_by.is_some() && filed_by == self.owner.as_deref();
        if does().any(|delegation| delegation.says.role.is_guardian()) {
            Standing::Subject
        } else if self.acts_in(case) && !theirs && does().next().is_none() {
            Standing::Viewer
        } else {
            Standing::Filer
        }
    }

    /// For whom they act in a case, by name: of whom they handed it in for, or may act for.
    fn acts_for<'c>(&self, case: &'c Case, filed_by: Option<&str>) -> Option<&'c str> {
        let theirs = filed_by.is_some() && filed_by == self.owner.as_deref();
        let for_another = theirs && case.opened.submitter.role != SubmitterRole::Oneself;
        (for_another || self.acts_in(case)).then(|| case.opened.subject.name.as_str())
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
        match Self::for_reader(&visitor.portal, Reader::of(visitor).await?, reference).await {
            Ok(opened) => Ok(opened.said_of(visitor)),
            Err(Fault::NotFound) => Err(no_more(visitor, reference).await?),
            Err(fault) => Err(fault),
        }
    }

    /// Every page of it says for whom it is, where that is somebody else.
    fn said_of(self, visitor: &Visitor) -> Self {
        if self.case.opened.visibility == Visibility::Confidential {
            visitor.keep_quiet(Doing::Following);
        }
        if let Some(name) = self.reader.acts_for(&self.case, self.filed_by.as_deref()) {
            visitor.acts_for(name);
        }
        self
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
                let opened = Self::for_reader(portal, reader, reference).await?;
                return Ok(opened.said_of(visitor));
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
                siblings.extend(found.map(|found| Self::found(self.reader.clone(), found)));
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
                return Ok(Self::found(reader, found));
            }
        }
        Err(Fault::NotFound)
    }

    fn found(reader: Reader, found: Loaded) -> Self {
        Self {
            reader,
            id: found.id,
            filed_by: found.filed_by,
            case: found.case,
            events: found.events,
        }
    }

    /// What they are to the case.
    pub fn standing(&self) -> Standing {
        self.reader.standing(&self.case, self.filed_by.as_deref())
    }

    /// Who acts on it.
    pub fn actor(&self) -> Actor {
        Actor::Resident(Resident {
            account: self.reader.account.clone(),
            standing: self.standing(),
        })
    }

    /// The same, as it is kept with an event.
    pub fn by(&self) -> By {
        By::Resident {
            account: self.reader.account.clone(),
        }
    }

    /// Whether they are linked to the person, or their guardian: only then anything from a register is shown.
    pub fn is_subject(&self) -> bool {
        self.standing() == Standing::Subject
    }

    /// Whether it is their own matter: an office linked their account to whom the case is about.
    pub fn is_their_own(&self) -> bool {
        self.reader.is_linked_to(&self.case.opened.subject.key)
    }

    /// Whether it was they who handed it in, in this browser, with their account or with what they act with; or they hold
    /// its code. Others who act for the person did not.
    pub fn handed_it_in(&self) -> bool {
        let theirs = |owner: &str| self.reader.owners().iter().any(|own| own == owner);
        self.reader.code == Some(self.case.opened.application) || self.filed_by.as_deref().is_some_and(theirs)
    }

    /// Whether what concerns the application as a whole is theirs: not of who acts in the matters of some services, and
    /// may know of no other.
    pub fn concerns_the_whole(&self) -> bool {
        let mut acting = self.reader.acting_in(&self.case);
        self.is_their_own() || self.handed_it_in() || acting.any(|delegation| delegation.says.services.is_none())
    }

    /// Whether numbers that others must not read are shown to them whole: to the person, their guardian and whoever typed
    /// them in, not to who acts for the person otherwise.
    pub fn sees_numbers(&self) -> bool {
        self.is_subject() || self.handed_it_in()
    }

    /// Whether they only look: what is waited for is not theirs to bring.
    pub fn only_looks(&self) -> bool {
        self.standing() == Standing::Viewer
    }

    /// Whether its letters may be read: by the person, by who filed once an office has seen that it was they, and by whom
    /// the person or an office lets see it.
    pub fn letters_are_open(&self) -> bool {
        let mut acting = self.reader.acting_in(&self.case);
        self.is_subject() || self.case.filer_seen || acting.any(|delegation| delegation.says.allows(Power::View))
    }
}

/// Why there is no case at an address: it may be one in which the visitor acted for somebody until that ended, which a
/// page that is still open in a window must say. Only of what they saw before, and of nothing sealed.
async fn no_more(visitor: &Visitor, reference: Reference) -> Result<Fault, Fault> {
    let portal = &visitor.portal;
    let today = portal.today();
    let mut over = delegation::taken(visitor).await?;
    over.retain(|delegation| matches!(delegation.standing_on(today), DelegationStanding::Over(_)));
    if over.is_empty() {
        return Ok(Fault::NotFound);
    }
    let scope = Scope::acting(over.iter().map(StoredDelegation::owner).collect(), Vec::new());
    let mut reading = portal.store.read();
    if casework::find(&mut reading, &portal.keys, &scope, reference)
        .await?
        .is_some()
    {
        return Ok(Fault::ActingEnded);
    }
    for delegation in over.iter().filter(|delegation| delegation.says.allows(Power::View)) {
        let held = Held {
            person: delegation.principal.clone(),
            since: None,
            services: delegation
                .says
                .services
                .clone()
                .map(|named| named.into_iter().collect()),
        };
        let scope = Scope::acting(Vec::new(), vec![held]);
        let found = casework::find(&mut reading, &portal.keys, &scope, reference).await?;
        let until = delegation.ended_at.map_or(delegation.says.until, Instant::date);
        if found.is_some_and(|found| found.case.opened.on <= until) {
            return Ok(Fault::ActingEnded);
        }
    }
    Ok(Fault::NotFound)
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
