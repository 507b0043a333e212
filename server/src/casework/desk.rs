//! An officer at work: who it is, what they see, what they decide with.

use zhida::access::{Actor, Denied, Role, Sight, has_a_part, works_on};
use zhida::calendar::Date;
use zhida::casework::{Case, Reference, Setting};
use zhida::place::OfficeKind;
use zhida_app::casework::Head;
use zhida_app::components::form::Hidden;

use crate::catalogue::{Judge, words as of_services};
use crate::portal::Portal;
use crate::store::casework::{self, CaseLine, Loaded, Scope};
use crate::store::operation::{self, ONCE, Operation};
use crate::store::session::Officer;
use crate::store::{StoreError, Tx};
use crate::web::{Fault, Visitor};

/// An officer at work.
pub(super) struct Desk {
    /// The request.
    pub visitor: Visitor,
    /// Who it is.
    pub officer: Officer,
    /// The day in Hunan.
    pub today: Date,
}

impl Desk {
    /// The officer of a request that the routes table has let through.
    pub fn of(visitor: Visitor) -> Result<Self, Fault> {
        let officer = visitor.session.as_ref().and_then(|session| session.staff.clone());
        Ok(Self {
            officer: officer.ok_or(Fault::Forbidden)?,
            today: visitor.portal.today(),
            visitor,
        })
    }

    pub fn portal(&self) -> &Portal {
        &self.visitor.portal
    }

    /// What they see: the only way to a case.
    pub fn scope(&self) -> Scope {
        let works = |bodies: &[OfficeKind]| {
            let mut posts = self.officer.access.posts_on(self.today);
            posts.any(|post| works_on(post.role, bodies.iter().copied()))
        };
        let (mut not_theirs, mut once_contested) = (Vec::new(), Vec::new());
        for service in &self.portal().catalogue.services {
            let bodies = service.stages.iter();
            let bodies: Vec<OfficeKind> = bodies.filter_map(|stage| OfficeKind::of_stage(&stage.body)).collect();
            let objected: Vec<OfficeKind> = service.contest.iter().map(|contest| contest.body).collect();
            if works(&bodies) {
                continue;
            }
            let of_which = if works(&objected) {
                &mut once_contested
            } else {
                &mut not_theirs
            };
            of_which.push(service.code.clone());
        }
        let sight = Sight::of(&self.officer.access, self.today);
        Scope::officer(sight.without(not_theirs).once_contested(once_contested))
    }

    /// Whoever gives commands here.
    pub fn actor(&self) -> Actor {
        Actor::Officer(self.officer.access.clone())
    }

    /// Who it is where operations and files are kept.
    pub fn owner(&self) -> String {
        format!("officer:{}", self.officer.id)
    }

    /// Whether they hold or fill a role today.
    pub fn has(&self, role: Role) -> bool {
        self.officer.access.posts_on(self.today).any(|post| post.role == role)
    }

    /// Where somebody begins who does no casework.
    pub fn elsewhere(&self) -> Option<&'static str> {
        let works = |role| !matches!(role, Role::Auditor | Role::Administrator);
        if self.officer.access.posts_on(self.today).any(|post| works(post.role)) {
            None
        } else if self.has(Role::Auditor) {
            Some("/office/audit")
        } else if self.has(Role::Administrator) {
            Some("/office/jobs")
        } else {
            Some("/office/account")
        }
    }

    /// A case by what stands in the address; what is none of theirs is not found, and what is of their own people is
    /// not for them: only its head is, on the page of the case ([`find`](Self::find)).
    pub async fn load(&self, reference: &str) -> Result<Loaded, Fault> {
        let loaded = self.find(reference).await?;
        if self.of_their_own(&loaded.case).is_some() {
            return Err(Fault::Forbidden);
        }
        Ok(loaded)
    }

    /// Why they keep away from a case: it is about them, their household or a declared relative.
    pub fn of_their_own(&self, case: &Case) -> Option<Denied> {
        self.officer.access.kin.relation(&case.parties())
    }

    /// Whether a line is of a case that they keep away from.
    pub fn must_keep_away(&self, line: &CaseLine) -> bool {
        self.officer.access.kin.relation(&line.parties).is_some()
    }

    /// Whether they filed the case of a line for the person: then a colleague works on it.
    pub fn entered(&self, line: &CaseLine) -> bool {
        line.entered_by.as_ref() == Some(&self.officer.id)
    }

    /// What lists show of whom a case is about: the name and the masked number, and of a case of their own people, or
    /// one that these handed in, neither.
    pub fn named(&self, line: &CaseLine) -> (String, String) {
        let text = self.visitor.text();
        let identity = &line.identity;
        if self.must_keep_away(line) {
            (text.get("casework-own-people"), text.get("casework-own-people-number"))
        } else {
            (identity.name.as_str().to_owned(), identity.resident_id.masked())
        }
    }

    /// A case by what stands in the address, whoever it is about.
    pub async fn find(&self, reference: &str) -> Result<Loaded, Fault> {
        let reference = Reference::parse(reference).map_err(|_| Fault::NotFound)?;
        let portal = self.portal();
        let found = casework::find(&mut portal.store.read(), &portal.keys, &self.scope(), reference).await?;
        // The service may have had other steps when it was handed in.
        let has_a_part = |loaded: &Loaded| has_a_part(&self.officer.access, &loaded.case, self.today);
        found.filter(has_a_part).ok_or(Fault::NotFound)
    }

    /// What a case is judged by: the rules it was handed in under.
    pub fn judge(&self, case: &Case) -> Result<Judge<'_>, Fault> {
        Judge::of(self.portal(), case)
    }

    /// What deciding on a case needs to know of the world.
    pub fn setting(&self, case: &Case) -> Result<Setting<'_>, Fault> {
        Ok(self.judge(case)?.setting())
    }

    /// The unseen field that makes a form count once.
    pub fn op(&self) -> Hidden {
        vec![("op".to_owned(), self.portal().random_id().to_string())]
    }
}

/// How pages name a case.
pub(super) fn head(case: &Case) -> Head {
    Head {
        reference: case.opened.reference.to_string(),
        name: case.opened.subject.name.as_str().to_owned(),
        service: of_services::of("service", &case.opened.service),
    }
}

/// Writes something once; a repeat changes nothing.
pub(super) async fn once(
    desk: &Desk,
    op: uuid::Uuid,
    route: &str,
    location: &str,
    work: impl AsyncFnOnce(&mut Tx) -> Result<(), StoreError>,
) -> Result<(), Fault> {
    let portal = desk.portal();
    let operation = Operation {
        id: op,
        actor: desk.owner(),
        route: route.to_owned(),
        location: location.to_owned(),
    };
    let mut tx = portal.store.begin().await?;
    match operation::insert(&mut tx, &operation, portal.now()).await {
        Ok(()) => {}
        Err(problem) if problem.is_conflict(ONCE) => return Ok(()),
        Err(problem) => return Err(problem.into()),
    }
    work(&mut tx).await?;
    Ok(tx.commit().await?)
}
