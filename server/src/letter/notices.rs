//! `/notices/{division}`: the grants that are shown in public, and objections to them.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use zhida::access::{Actor, By, Division, Resident, Standing};
use zhida::casework::{Command, Reference, Refusal, decide};
use zhida::letter::PublicNotice;
use zhida::place::{DivisionCode, Divisions};
use zhida_app::letter::notices::{self, CONTACT, Notices, Objecting, Posted, WHY};
use zhida_app::question::Problem;
use zhida_app::text::{Name, Phrase};

use crate::account::allowance::{OBJECTIONS, OBJECTIONS_TO_ONE};
use crate::catalogue::{Judge, words};
use crate::portal::Portal;
use crate::store::casework::{self, Cursor, Filter, Happened, Loaded, PageOf, Scope, Sort, StateOf};
use crate::store::event::VERSION;
use crate::store::operation::{self, ONCE, Operation};
use crate::web::sentence::sentence;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "notice-object";
/// Who objects: nobody asks who they are.
const ANYBODY: &str = "public";
/// Notices on a page.
const SIZE: u32 = 50;
/// How often it is tried again when others were faster.
const TRIES: usize = 4;
/// The longest way to be reached.
pub const LONGEST_CONTACT: usize = 200;

/// `GET /notices/{division}`: of a county, or of one township.
pub async fn show(
    visitor: Visitor,
    Path(division): Path<String>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Answer {
    let place = Place::of(&division).ok_or(Fault::NotFound)?;
    let portal = &visitor.portal;
    let after = Typed(asked).get("after").and_then(Cursor::parse);
    let scope = Scope::notices(place.county, portal.today());
    let (posted, further) = listed(portal, &scope, &place, after.clone(), SIZE).await?;
    let here = format!("/notices/{}", place.code);
    let model = Notices {
        place: place.name,
        posted,
        further: further.map(|cursor| format!("{here}?after={cursor}")),
        first: after.map(|_| here),
    };
    Ok(visitor.page(|text| notices::page(text, &model)))
}

/// What is in notice at a place, the oldest application first, and where the list goes on.
pub(super) async fn listed(
    portal: &Portal,
    scope: &Scope,
    place: &Place,
    after: Option<Cursor>,
    size: u32,
) -> Result<(Vec<Posted>, Option<Cursor>), Fault> {
    let wanted = PageOf {
        filter: Filter {
            // One to which somebody objects is worked on, and stays in public meanwhile.
            state: StateOf::Live,
            township: place.township,
            ..Filter::default()
        },
        sort: Sort::Submitted,
        after,
        size,
    };
    let found = casework::list(&mut portal.store.read(), &portal.keys, scope, &wanted, portal.today()).await?;
    let posted = found.lines.iter().filter_map(|line| {
        let (monthly, _) = line.pays?;
        Some(Posted {
            person: line.identity.name.masked(),
            township: township(line.township),
            service: words::of("service", &line.service),
            monthly,
            until: line.notice_until?,
            object_href: format!("/notices/{}/{}", place.code, line.reference),
        })
    });
    Ok((posted.collect(), found.further))
}

/// `GET /notices/{division}/{reference}`.
pub async fn ask(visitor: Visitor, Path((division, reference)): Path<(String, String)>) -> Answer {
    let shown = Shown::of(&visitor, &division, &reference).await?;
    Ok(page(&visitor, &shown, (String::new(), String::new()), Vec::new()))
}

/// `POST /notices/{division}/{reference}`.
pub async fn object(visitor: Visitor, Path((division, reference)): Path<(String, String)>, typed: Typed) -> Answer {
    let why = typed.get(WHY).unwrap_or_default().to_owned();
    let contact = typed.get(CONTACT).unwrap_or_default().trim().to_owned();
    let thanks = format!("/notices/{division}/thanks");
    if is_kept(&visitor, typed.op()).await? {
        return Ok(visitor.see_other(&thanks));
    }
    let mut shown = Shown::of(&visitor, &division, &reference).await?;
    let mut problems = Vec::new();
    let mut wrong = |field: &str, message: Phrase| {
        problems.push(Problem {
            field: field.to_owned(),
            message,
        });
    };
    let sentence = sentence(&why, notices::why_wrong).map_err(|message| wrong(WHY, message));
    if contact.chars().count() > LONGEST_CONTACT {
        wrong(CONTACT, notices::contact_wrong());
    }
    let (Ok(sentence), true) = (sentence, problems.is_empty()) else {
        return Ok(page(&visitor, &shown, (why, contact), problems));
    };
    let command = Command::Object {
        sentence: Some(sentence),
        contact: (!contact.is_empty()).then(|| contact.clone()),
    };
    for _ in 0..TRIES {
        match keep(&visitor, &shown.loaded, &command, typed.op(), &thanks).await? {
            Kept::Now => return Ok(visitor.see_other(&thanks)),
            Kept::NoMoreToday => {
                let problem = Problem {
                    field: WHY.to_owned(),
                    message: notices::no_more_today(),
                };
                let mut reply = page(&visitor, &shown, (why, contact), vec![problem]);
                *reply.status_mut() = StatusCode::TOO_MANY_REQUESTS;
                return Ok(reply);
            }
            Kept::Faster => {}
        }
        // The same form came twice at once, or somebody did something else to the case: known once that has settled.
        visitor.portal.store.settled().await?;
        if is_kept(&visitor, typed.op()).await? {
            return Ok(visitor.see_other(&thanks));
        }
        shown = Shown::of(&visitor, &division, &reference).await?;
    }
    Err(Fault::Unavailable)
}

/// Whether a form was sent before.
async fn is_kept(visitor: &Visitor, op: Option<uuid::Uuid>) -> Result<bool, Fault> {
    let Some(op) = op else { return Ok(false) };
    let before = operation::find(&mut visitor.portal.store.read(), op, ANYBODY, ROUTE).await?;
    Ok(before.is_some())
}

/// `GET /notices/{division}/thanks`.
pub async fn thanks(visitor: Visitor, Path(division): Path<String>) -> Answer {
    let place = Place::of(&division).ok_or(Fault::NotFound)?;
    let back = format!("/notices/{}", place.code);
    Ok(visitor.page(|text| notices::objected(text, &back)))
}

/// What became of an objection.
enum Kept {
    Now,
    /// Somebody was faster: perhaps the same form, sent twice.
    Faster,
    /// The visitor's household has made as many today as it may.
    NoMoreToday,
}

/// Adds the objection to the case, once.
async fn keep(
    visitor: &Visitor,
    loaded: &Loaded,
    command: &Command,
    op: Option<uuid::Uuid>,
    location: &str,
) -> Result<Kept, Fault> {
    let portal = &visitor.portal;
    let setting = Judge::of(portal, &loaded.case)?.setting();
    let actor = Actor::Resident(Resident {
        account: None,
        standing: Standing::Public,
    });
    let events = decide(&loaded.case, command, &actor, &setting).map_err(|refusal| match refusal {
        Refusal::NoticeOver | Refusal::NoNotice => Fault::NotFound,
        Refusal::TooManyObjections => Fault::TooMany { minutes: 60 },
        _ => Fault::Conflict,
    })?;
    let mut tx = portal.store.begin().await?;
    if let Some(id) = op {
        let operation = Operation {
            id,
            actor: ANYBODY.to_owned(),
            route: ROUTE.to_owned(),
            location: location.to_owned(),
        };
        match operation::insert(&mut tx, &operation, setting.now).await {
            Ok(()) => {}
            Err(problem) if problem.is_conflict(ONCE) => return Ok(Kept::Faster),
            Err(problem) => return Err(problem.into()),
        }
    }
    // One person alone does not fill a notice that others may want to speak to.
    let to_one = format!(" {}", loaded.case.opened.reference);
    if !OBJECTIONS.spend_on(&mut tx, visitor, "", 1).await?
        || !OBJECTIONS_TO_ONE.spend_on(&mut tx, visitor, &to_one, 1).await?
    {
        return Ok(Kept::NoMoreToday);
    }
    let happened = Happened {
        id: loaded.id,
        case: &loaded.case,
        by: &By::Resident { account: None },
        at: setting.now,
        events: &events,
    };
    let done = match casework::append(&mut tx, &portal.keys, &portal.calendar, &happened).await {
        Ok(_) => tx.commit().await,
        Err(problem) => Err(problem),
    };
    match done {
        Ok(()) => Ok(Kept::Now),
        Err(problem) if problem.is_conflict(VERSION) || problem.is_conflict(ONCE) => Ok(Kept::Faster),
        Err(problem) => Err(problem.into()),
    }
}

/// A place whose notices are shown.
pub(super) struct Place {
    pub code: String,
    pub name: Name,
    pub county: DivisionCode,
    township: Option<zhida::place::TownshipCode>,
}

impl Place {
    pub fn of(division: &str) -> Option<Self> {
        let (name, county, township) = match Division::parse(division)? {
            Division::Area(county) => (words::division_name(county)?, county, None),
            Division::Township(code) => {
                let found = Divisions::shipped().find_township(code)?;
                (words::township(found), found.county, Some(code))
            }
        };
        Some(Self {
            code: division.to_owned(),
            name,
            county,
            township,
        })
    }
}

fn township(code: zhida::place::TownshipCode) -> Name {
    let found = Divisions::shipped().find_township(code);
    found.map_or_else(|| Name::only(code.as_str()), words::township)
}

/// A grant that is in public notice now.
struct Shown {
    division: String,
    reference: Reference,
    loaded: Loaded,
    posted: Posted,
}

impl Shown {
    async fn of(visitor: &Visitor, division: &str, reference: &str) -> Result<Self, Fault> {
        let place = Place::of(division).ok_or(Fault::NotFound)?;
        let reference = Reference::parse(reference).map_err(|_| Fault::NotFound)?;
        let portal = &visitor.portal;
        let today = portal.today();
        let scope = Scope::notices(place.county, today);
        let found = casework::find(&mut portal.store.read(), &portal.keys, &scope, reference).await?;
        let loaded = found.ok_or(Fault::NotFound)?;
        let notice = PublicNotice::of(&loaded.case, today).ok_or(Fault::NotFound)?;
        let posted = Posted {
            person: notice.name_masked,
            township: township(notice.township),
            service: Phrase::new(notice.service_id),
            monthly: notice.monthly,
            until: notice.until,
            object_href: String::new(),
        };
        Ok(Self {
            division: place.code,
            reference,
            loaded,
            posted,
        })
    }
}

fn page(visitor: &Visitor, shown: &Shown, typed: (String, String), problems: Vec<Problem>) -> Reply {
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let model = Objecting {
        action: format!("/notices/{}/{}", shown.division, shown.reference),
        back: format!("/notices/{}", shown.division),
        hidden: vec![("op".to_owned(), visitor.portal.random_id().to_string())],
        posted: shown.posted.clone(),
        typed,
        problems,
    };
    visitor.page_with(status, |text| notices::object(text, &model))
}
