//! `/confirm/part`: what is confirmed, and the answer; for all cases of the application that wait for it.

use axum::extract::Query;
use axum::http::StatusCode;
use uuid::Uuid;
use zhida::casework::{Command, Sentence, decide};
use zhida_app::confirmation::{self as pages, AGREE, ANSWER, ASK, DONE, NO, Part, WHY, YES};
use zhida_app::question::Problem;
use zhida_app::text::Phrase;

use super::{Held, Opened, second, words};
use crate::catalogue::{Judge, words as of_services};
use crate::portal::Portal;
use crate::store::casework::{self, Happened};
use crate::store::event::VERSION;
use crate::store::operation::{self, ONCE, Operation};
use crate::store::{apply, confirmation};
use crate::web::sentence::sentence_or_none;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "confirm-part";
/// How often it is tried again when an office was faster.
const TRIES: usize = 4;

/// `GET /confirm/part`.
pub async fn show(visitor: Visitor) -> Answer {
    match Opened::in_browser(&visitor).await? {
        Some(opened) => page(&visitor, &opened, &Typed::default(), Vec::new()).await,
        None => Ok(visitor.see_other(ASK)),
    }
}

/// `POST /confirm/part`.
pub async fn answer(visitor: Visitor, typed: Typed) -> Answer {
    let portal = &visitor.portal;
    let Some(held) = Held::of(&visitor) else {
        return Ok(visitor.see_other(ASK));
    };
    let op = typed.op().ok_or(Fault::BadRequest)?;
    for _ in 0..TRIES {
        let opened = Opened::in_browser(&visitor).await?;
        // Looked for each time, and after the code: a first press uses that up.
        let before = operation::find(&mut portal.store.read(), op, &held.name(), ROUTE).await?;
        if let Some(before) = before {
            return Ok(visitor.see_other(&before.location));
        }
        let Some(opened) = opened else {
            return Ok(visitor.see_other(ASK));
        };
        let (agreed, sentence) = match read(&typed) {
            Ok(read) => read,
            Err(problem) => return page(&visitor, &opened, &typed, vec![problem]).await,
        };
        let location = format!("{DONE}?done={}", if agreed { YES } else { NO });
        match once(portal, &opened, (op, held.name(), &location), agreed, sentence).await {
            Ok(()) => return Ok(visitor.see_other(&location)),
            Err(Hindered::Faster) => portal.store.settled().await?,
            Err(Hindered::Fault(fault)) => return Err(fault),
        }
    }
    Err(Fault::Unavailable)
}

/// `GET /confirm/done`.
pub async fn done(visitor: Visitor, Query(asked): Query<Vec<(String, String)>>) -> Reply {
    match Typed(asked).get("done") {
        Some(YES) => visitor.page(|text| pages::done(text, true)),
        Some(NO) => visitor.page(|text| pages::done(text, false)),
        _ => visitor.see_other(ASK),
    }
}

/// Whether they confirm it, and why not where they say.
fn read(typed: &Typed) -> Result<(bool, Option<Sentence>), Problem> {
    if typed.get(ANSWER) == Some(YES) {
        return match typed.get(AGREE) {
            Some("yes") => Ok((true, None)),
            _ => Err(problem(AGREE, pages::not_agreed())),
        };
    }
    let why = typed.get(WHY).unwrap_or_default();
    let sentence = sentence_or_none(why).map_err(|message| problem(WHY, message))?;
    Ok((false, sentence))
}

enum Hindered {
    /// Somebody else changed a case in between, or the same form came twice at once.
    Faster,
    Fault(Fault),
}

impl<F: Into<Fault>> From<F> for Hindered {
    fn from(fault: F) -> Self {
        Self::Fault(fault.into())
    }
}

/// The answer on every case, with the end of the code: all or none.
async fn once(
    portal: &Portal,
    opened: &Opened,
    (op, actor, location): (Uuid, String, &str),
    agreed: bool,
    sentence: Option<Sentence>,
) -> Result<(), Hindered> {
    let now = portal.now();
    let command = Command::Confirm {
        id: opened.code.confirmation.clone(),
        agreed,
        sentence,
    };
    let (second, by) = second();
    let mut tx = portal.store.begin().await?;
    let operation = Operation {
        id: op,
        actor,
        route: ROUTE.to_owned(),
        location: location.to_owned(),
    };
    match operation::insert(&mut tx, &operation, now).await {
        Ok(()) => {}
        Err(problem) if problem.is_conflict(ONCE) => return Err(Hindered::Faster),
        Err(problem) => return Err(problem.into()),
    }
    if !confirmation::delete_code(&mut tx, opened.code.application, &opened.code.confirmation).await? {
        return Err(Hindered::Faster);
    }
    for loaded in &opened.cases {
        let setting = Judge::of(portal, &loaded.case)?.setting();
        // What it waited for was asked of the rules a moment ago; an office may have been faster.
        let events = decide(&loaded.case, &command, &second, &setting).map_err(|_| Hindered::Faster)?;
        let happened = Happened {
            id: loaded.id,
            case: &loaded.case,
            by: &by,
            at: now,
            events: &events,
        };
        match casework::append(&mut tx, &portal.keys, &portal.calendar, &happened).await {
            Ok(_) => {}
            Err(problem) if problem.is_conflict(VERSION) => return Err(Hindered::Faster),
            Err(problem) => return Err(problem.into()),
        }
    }
    match tx.commit().await {
        Ok(()) => Ok(()),
        Err(problem) if problem.is_conflict(VERSION) || problem.is_conflict(ONCE) => Err(Hindered::Faster),
        Err(problem) => Err(problem.into()),
    }
}

fn problem(field: &str, message: Phrase) -> Problem {
    Problem {
        field: field.to_owned(),
        message,
    }
}

async fn page(visitor: &Visitor, opened: &Opened, typed: &Typed, problems: Vec<Problem>) -> Answer {
    let portal = &visitor.portal;
    let kept = apply::find_application(&mut portal.store.read(), &portal.keys, opened.code.application).await?;
    let kept = kept.ok_or(Fault::NotFound)?;
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let op = typed.op().unwrap_or_else(|| portal.random_id());
    let part = |part: &str| of_services::part("confirmation", &opened.code.confirmation, part);
    let model = Part {
        hidden: vec![("op".to_owned(), op.to_string())],
        says: part("says"),
        agree: part("agree"),
        lines: words::lines(portal, opened, &kept.application),
        why: typed.get(WHY).unwrap_or_default().to_owned(),
        problems,
    };
    Ok(visitor.page_with(status, |text| pages::part(text, &model)))
}
