//! `/apply/{draft}/check` and `/apply/{draft}/statement`: looking at everything, declaring it true, handing it in once.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use uuid::Uuid;
use zhida::access::{By, Visibility};
use zhida::apply::{Application, NotYet, PageId, Statement, submit};
use zhida::calendar::Month;
use zhida::casework::{Event, Opening, Reference, Submitted};
use zhida::person::SubmitterRole;
use zhida::place::DivisionCode;
use zhida_app::apply::check_answers;
use zhida_app::apply::conflict::{self, Changed, Conflict};
use zhida_app::apply::declaration;
use zhida_app::question::Problem;
use zhida_app::text::{Language, Level};

use super::answer::show;
use super::opened::{Opened, done_address};
use super::view::{self, Shown};
use super::{already, assisted, cases, lines, owner, renewed};
use crate::catalogue::picker::Looking;
use crate::delegation::account_of;
use crate::portal::{Portal, random_bytes};
use crate::store::apply::{self, ONE_APPLICATION, StoredApplication};
use crate::store::file::{self, Subject};
use crate::store::operation::{self, ONCE, Operation};
use crate::store::{StoreError, Tx};
use crate::web::{Answer, Fault, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "apply-submit";
/// How often other references are drawn where one is taken already.
const DRAWS: usize = 3;

/// `GET /apply/{draft}/check`.
pub async fn look(visitor: Visitor, Path(id): Path<String>) -> Answer {
    show(&visitor, &id, &PageId::Check, Looking::default()).await
}

/// What the address says: the version that was looked at, and that a second one is meant.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub struct LookedAt {
    version: Option<i64>,
    again: Option<String>,
}

/// Whether a second application of the same is meant.
fn means_it(typed: &Typed) -> bool {
    typed.get(check_answers::AGAIN) == Some("yes")
}

/// `GET /apply/{draft}/statement`.
pub async fn ask(visitor: Visitor, Path(id): Path<String>, Query(looked_at): Query<LookedAt>) -> Answer {
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        Err(closed) => return owner::missing(&visitor, closed, None).await,
    };
    if let Some(first) = renewed::first(&visitor, &opened)? {
        return Ok(first);
    }
    let course = opened.course(&visitor.portal)?;
    if course.next != PageId::Check {
        return Ok(visitor.see_other(&opened.address(&course.next)));
    }
    let shown = Shown {
        version: looked_at.version,
        again: looked_at.again.is_some(),
        ..Shown::default()
    };
    view::page(&visitor, &opened, &course, &PageId::Statement, shown)
}

/// `POST /apply/{draft}/check`: all is right.
pub async fn checked(visitor: Visitor, Path(id): Path<String>, typed: Typed) -> Answer {
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        Err(closed) => return owner::missing(&visitor, closed, Some(&typed)).await,
    };
    if let Some(first) = renewed::first(&visitor, &opened)? {
        return Ok(first);
    }
    let course = opened.course(&visitor.portal)?;
    if course.next != PageId::Check {
        return Ok(visitor.see_other(&opened.address(&course.next)));
    }
    let version = version_of(&typed, &opened);
    if version != opened.draft().version {
        return changed(&visitor, &opened, version);
    }
    let already = already::cases(&visitor, &opened).await?;
    let again = !already.is_empty();
    if again && !means_it(&typed) {
        let shown = Shown {
            problems: vec![Problem {
                field: check_answers::AGAIN.to_owned(),
                message: check_answers::not_meant(),
            }],
            already,
            ..Shown::default()
        };
        return view::page(&visitor, &opened, &course, &PageId::Check, shown);
    }
    let again = if again { "&again=yes" } else { "" };
    let statement = opened.address(&PageId::Statement);
    Ok(visitor.see_other(&format!("{statement}?version={version}{again}")))
}

/// `POST /apply/{draft}/statement`: hands it in.
pub async fn send(visitor: Visitor, Path(id): Path<String>, typed: Typed) -> Answer {
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        Err(closed) => return owner::missing(&visitor, closed, None).await,
    };
    if let Some(first) = renewed::first(&visitor, &opened)? {
        return Ok(first);
    }
    let portal = &visitor.portal;
    let course = opened.course(portal)?;
    let version = version_of(&typed, &opened);
    if course.next == PageId::Check && typed.get(declaration::FIELD) != Some("yes") {
        let shown = Shown {
            problems: vec![Problem {
                field: declaration::FIELD.to_owned(),
                message: declaration::not_agreed(),
            }],
            version: Some(version),
            again: means_it(&typed),
            ..Shown::default()
        };
        return view::page(&visitor, &opened, &course, &PageId::Statement, shown);
    }
    if !means_it(&typed) && !already::cases(&visitor, &opened).await?.is_empty() {
        return Ok(visitor.see_other(&opened.address(&PageId::Check)));
    }
    // What was read out is what stands on the paper that was signed.
    let (text, language) = match opened.draft().assisted {
        Some(_) => (portal.texts.of(Language::ZhCn, Level::Standard), Language::ZhCn),
        None => (visitor.text(), visitor.language),
    };
    let statement = Statement {
        language: language.code().to_owned(),
        text: declaration::statement(text, &view::declarant(&opened), view::checked_of(portal, &course)).join(
            "
",
        ),
    };
    let application = submit(
        &portal.catalogue,
        &course,
        opened.draft(),
        version,
        statement,
        opened.today,
    );
    let application = match application {
        Ok(application) => application,
        Err(NotYet::Open(page)) => return Ok(visitor.see_other(&opened.address(&page))),
        Err(NotYet::Changed(_)) => return changed(&visitor, &opened, version),
    };
    let done = done_address(opened.stored.id);
    for _ in 0..DRAWS {
        match hand_in(&visitor, &opened, &application, typed.op(), &done).await {
            Ok(()) => return Ok(visitor.see_other(&done)),
            // Pressed twice: the first has done it.
            Err(problem) if problem.is_conflict(ONE_APPLICATION) || problem.is_conflict(ONCE) => {
                visitor.portal.store.settled().await?;
                return Ok(visitor.see_other(&done));
            }
            // A reference that is taken: others are drawn.
            Err(StoreError::Conflict(name)) if name.ends_with("_reference") => {}
            Err(problem) => return Err(problem.into()),
        }
    }
    Err(Fault::internal("no reference was free"))
}

/// The version that was looked at; the present one where a form does not say.
fn version_of(typed: &Typed, opened: &Opened) -> i64 {
    let sent = typed.get("version").and_then(|version| version.parse().ok());
    sent.unwrap_or(opened.draft().version)
}

/// Another window changed it: both versions, side by side.
fn changed(visitor: &Visitor, opened: &Opened, version: i64) -> Answer {
    let course = opened.course(&visitor.portal)?;
    let (text, now) = (visitor.text(), opened.draft());
    let before = now.as_of(version);
    let mut rows = Vec::new();
    for page in now.changed_since(version) {
        let was = lines::of(text, &before, &course, &page, None);
        for line in lines::of(text, now, &course, &page, None) {
            let earlier = was.iter().find(|earlier| earlier.name == line.name);
            let earlier = earlier.map_or(zhida_app::apply::Answer::Nothing, |earlier| earlier.answer.clone());
            if earlier != line.answer {
                rows.push(Changed {
                    name: line.name,
                    before: earlier,
                    now: line.answer,
                });
            }
        }
    }
    let model = Conflict {
        step: view::step(opened, &course, &PageId::Statement, Vec::new()),
        changed: rows,
        look_href: opened.address(&PageId::Check),
    };
    Ok(visitor.page_with(StatusCode::CONFLICT, |text| conflict::page(text, &model)))
}

/// Application, cases and their first events, and the end of the draft: all of it or nothing.
async fn hand_in(
    visitor: &Visitor,
    opened: &Opened,
    application: &Application,
    op: Option<Uuid>,
    done: &str,
) -> Result<(), StoreError> {
    let portal = &visitor.portal;
    let (now, stored) = (portal.now(), &opened.stored);
    let reference = Reference::from_random(random_bytes());
    let events = events(portal, application, reference)?;
    let new = StoredApplication {
        id: portal.random_id(),
        reference,
        owner: stored.owner.clone(),
        draft: stored.id,
        application: application.clone(),
        resume_code: stored.resume_code.clone(),
        submitted_at: now,
    };
    let by = match (&application.assisted, assisted::officer(visitor)) {
        (Some(assisted), Some(officer)) => By::Officer {
            id: officer.id.clone(),
            post: assisted.by.post,
            instead_of: officer.access.instead_of(assisted.by.post, portal.today()).cloned(),
        },
        _ => By::Resident {
            account: account_of(visitor).map(|account| account.0.clone()),
        },
    };
    let mut tx = portal.store.begin().await?;
    if let Some(id) = op {
        let operation = Operation {
            id,
            actor: stored.owner.clone(),
            route: ROUTE.to_owned(),
            location: done.to_owned(),
        };
        operation::insert(&mut tx, &operation, now).await?;
    }
    apply::insert_application(&mut tx, &portal.keys, &new).await?;
    for case in &events {
        cases::insert(&mut tx, portal, &stored.owner, &by, now, case).await?;
    }
    end_draft(&mut tx, portal, stored.id).await?;
    tx.commit().await
}

/// One case per service, each with what the rules of the place say.
fn events(portal: &Portal, application: &Application, reference: Reference) -> Result<Vec<Event>, StoreError> {
    let other = |problem: &dyn std::fmt::Display| StoreError::Other(problem.to_string());
    let month = Month::of(application.submitted_on);
    let county = application.hukou_county.unwrap_or(DivisionCode::HUNAN);
    let policy = portal.policy().resolve(&portal.catalogue.vocabulary, county, month);
    let policy = policy.map_err(|problem| other(&problem))?;
    let township = application.receiving_township();
    let township = township.ok_or_else(|| other(&"an application without a township"))?;
    let helper = application.submitter.resident_id.as_ref();
    let helper = helper.filter(|_| application.submitter.role != SubmitterRole::Oneself);
    let services = application
        .services
        .iter()
        .filter_map(|code| portal.catalogue.service(code));
    let events = services.map(|service| {
        let opening = Opening {
            reference: Reference::from_random(random_bytes()),
            application: reference,
            service,
            policy: &policy,
            hukou_county: application.hukou_county,
            township,
            subject_key: cases::person_key(portal, &application.subject.resident_id),
            submitter_key: helper.map(|id| cases::person_key(portal, id)),
            visibility: if service.confidential {
                Visibility::Confidential
            } else {
                Visibility::Normal
            },
        };
        Event::Submitted(Box::new(Submitted::of(application, opening, &portal.catalogue)))
    });
    Ok(events.collect())
}

/// The draft is gone; its files belong to the cases now, and what no case took is gone too.
async fn end_draft(tx: &mut Tx, portal: &Portal, draft: Uuid) -> Result<(), StoreError> {
    let id = draft.to_string();
    for used in file::list(tx, &portal.keys, Subject::Draft(&id)).await? {
        file::delete_use(tx, used.file.id, Subject::Draft(&id), &used.kind).await?;
    }
    apply::delete_draft(tx, draft).await
}
