//! `/confirm`: the second person, with a code and no account. A code is for one part of one application and opens that
//! part for the browser it was typed in, for a while; it ends with the answer (decision 19).

mod answer;
mod code;
mod words;

pub use answer::{answer, done, show};
pub use code::{ask, open};
pub(crate) use words::{paper, who};

use zhida::access::{Actor, By, Resident, Standing};
use zhida::calendar::Instant;
use zhida::casework::{AskWay, Asked, Case, Phase, Reference};

use crate::portal::Portal;
use crate::store::casework::{self, Loaded, Scope};
use crate::store::confirmation::{self, StoredCode};
use crate::web::{Fault, Visitor};

/// The cookie of who typed a code; it is sent to the pages below [`BELOW`] alone.
pub const COOKIE: &str = "confirming";
/// The pages that the cookie is for.
pub const BELOW: &str = "/confirm";
/// How long a code that was typed opens its part, in milliseconds.
const OPEN_MS: i64 = 30 * 60 * 1000;

/// A part of an application that was opened with its code.
struct Opened {
    /// The code.
    code: StoredCode,
    /// The cases that wait for it, in the order they were made; at least one.
    cases: Vec<Loaded>,
}

impl Opened {
    /// The cases that a code was given for and that still wait for it; nothing where there is none any more.
    async fn of(portal: &Portal, code: StoredCode) -> Result<Option<Self>, Fault> {
        let mut cases = Vec::new();
        for case in of_application(portal, code.application).await? {
            if asked_with(&case.case, &code).is_some() {
                cases.push(case);
            }
        }
        Ok((!cases.is_empty()).then_some(Self { code, cases }))
    }

    /// What the cookie of a browser opens.
    async fn in_browser(visitor: &Visitor) -> Result<Option<Self>, Fault> {
        let Some(held) = Held::of(visitor) else { return Ok(None) };
        let portal = &visitor.portal;
        let part = (held.application, held.confirmation.as_str());
        let found = confirmation::find_code(&mut portal.store.read(), &portal.keys, part, portal.now()).await?;
        match found.filter(|found| found.created_at == held.created_at) {
            Some(found) => Self::of(portal, found).await,
            None => Ok(None),
        }
    }
}

/// The cases of an application.
pub(crate) async fn of_application(portal: &Portal, application: Reference) -> Result<Vec<Loaded>, Fault> {
    let (scope, mut reading) = (Scope::program(), portal.store.read());
    let lines = casework::list_of_application(&mut reading, &portal.keys, &scope, application).await?;
    let mut cases = Vec::new();
    for line in lines {
        cases.extend(casework::find(&mut reading, &portal.keys, &scope, line.reference).await?);
    }
    Ok(cases)
}

/// Whom a code was given for, where the case still waits for them and nobody was asked since.
fn asked_with<'c>(case: &'c Case, code: &StoredCode) -> Option<&'c Asked> {
    let confirming = case.confirming(&code.confirmation)?;
    let waits = case.phase == Phase::Open && case.unsigned().is_none() && case.is_waited_for(confirming);
    let asked = confirming.asked.as_ref().filter(|_| waits)?;
    (asked.way == AskWay::Code && asked.at == code.created_at).then_some(asked)
}

/// Who answers, to the rules and on record: nobody's account.
fn second() -> (Actor, By) {
    let resident = Resident {
        account: None,
        standing: Standing::Second,
    };
    (Actor::Resident(resident), By::Resident { account: None })
}

/// What the cookie says: which part, of which code, and until when.
struct Held {
    confirmation: String,
    application: Reference,
    created_at: Instant,
}

impl Held {
    fn of(visitor: &Visitor) -> Option<Self> {
        let portal = &visitor.portal;
        let (said, sealed) = visitor.cookie_below(COOKIE)?.rsplit_once('.')?;
        let expected = portal.keys.lookup_hash("opened_by_confirmation_code", said);
        let genuine: bool = subtle::ConstantTimeEq::ct_eq(expected.as_bytes(), sealed.as_bytes()).into();
        let mut parts = said.split('.');
        let held = Self {
            confirmation: parts.next()?.to_owned(),
            application: Reference::parse(parts.next()?).ok()?,
            created_at: Instant::from_epoch_ms(parts.next()?.parse().ok()?),
        };
        let until = Instant::from_epoch_ms(parts.next()?.parse().ok()?);
        (genuine && portal.now() < until).then_some(held)
    }

    /// The cookie's value for a code that was typed now.
    fn value(portal: &Portal, code: &StoredCode) -> String {
        let until = portal.now().epoch_ms().saturating_add(OPEN_MS);
        let created = code.created_at.epoch_ms();
        let said = format!("{}.{}.{created}.{until}", code.confirmation, code.application);
        let sealed = portal.keys.lookup_hash("opened_by_confirmation_code", &said);
        format!("{said}.{sealed}")
    }

    /// Who it is where operations are kept.
    fn name(&self) -> String {
        let created = self.created_at.epoch_ms();
        format!("second:{}.{}.{created}", self.confirmation, self.application)
    }
}
