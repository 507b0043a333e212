//! `/accessibility/feedback`: what somebody tells about the portal, and where they read the answer.
//!
//! Nobody says who they are. Whoever has the number and the code sees how far it is: the browser it was sent from has both
//! in a cookie of these pages alone. What was written is never shown here again.

use axum::extract::{Path, Query};
use axum::http::{HeaderValue, StatusCode, header};
use serde_json::json;
use uuid::Uuid;
use zhida::account::{Code, Length};
use zhida::feedback::{LONGEST_LINE, Reading, State, Told, due_on};
use zhida::person::normalise;
use zhida_app::feedback::{self as pages, Asking, CODE, CONTACT, FORM, NUMBER, PAGE, READING, Standing, WHAT};
use zhida_app::question::Problem;
use zhida_app::text::Phrase;

use crate::account::allowance::{CODES, FEEDBACK};
use crate::account::display::own_path;
use crate::portal::{Portal, random_bytes};
use crate::store::StoreError;
use crate::store::event::{self, NewEvent, VERSION};
use crate::store::feedback::{self, ONE_NUMBER, StoredFeedback, code_hash};
use crate::store::operation::{self, ONCE, Operation};
use crate::web::sentence::sentence;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The cookie with number and code; it is sent to the pages below [`FORM`] alone.
pub const TOLD_COOKIE: &str = "told";
/// The page's name in the operations.
const ROUTE: &str = "feedback";
/// Who tells it: nobody asks who they are.
const ANYBODY: &str = "public";
/// How often it is tried again with another number.
const TRIES: usize = 4;

/// `GET /accessibility/feedback`.
pub async fn ask(visitor: Visitor, Query(asked): Query<Vec<(String, String)>>) -> Reply {
    // The page one came from stands in the query of the link; nothing else gets into the form that way.
    let asked = Typed(asked);
    let from = asked.get(PAGE).unwrap_or_default();
    let own = from == own_path(from) && from.chars().count() <= LONGEST_LINE;
    let typed = Typed(own.then(|| (PAGE.to_owned(), from.to_owned())).into_iter().collect());
    page(&visitor, &typed, Vec::new())
}

/// `POST /accessibility/feedback`.
pub async fn tell(visitor: Visitor, typed: Typed) -> Answer {
    let portal = &visitor.portal;
    let op = typed.op().ok_or(Fault::BadRequest)?;
    // Made from the form's id: whoever sends it again, since no answer came, gets the same code.
    let code = code_of(portal, op);
    if let Some(before) = sent_before(portal, op).await? {
        return Ok(open_with(&visitor, &before, &code));
    }
    let told = match read(&typed) {
        Ok(told) => told,
        Err(problems) => return Ok(page(&visitor, &typed, problems)),
    };
    for _ in 0..TRIES {
        let number = format!("{:08}", u32::from_be_bytes(random_bytes()) % 100_000_000);
        let location = format!("{FORM}/{number}?done=sent");
        let operation = Operation {
            id: op,
            actor: ANYBODY.to_owned(),
            route: ROUTE.to_owned(),
            location: location.clone(),
        };
        let new = StoredFeedback {
            code_hash: code_hash(&portal.keys, code.as_str()),
            told: told.clone(),
            answers: Vec::new(),
            state: State::Open,
            received_at: portal.now(),
            due_on: due_on(portal.today(), &portal.calendar),
            number,
        };
        match keep(&visitor, &operation, &new).await {
            Ok(true) => return Ok(open_with(&visitor, &location, &code)),
            Ok(false) => {
                let problem = problem(WHAT, pages::no_more_today());
                let mut reply = page(&visitor, &typed, vec![problem]);
                *reply.status_mut() = StatusCode::TOO_MANY_REQUESTS;
                return Ok(reply);
            }
            // The number is somebody else's, or was: another one.
            Err(problem) if problem.is_conflict(ONE_NUMBER) || problem.is_conflict(VERSION) => {}
            Err(problem) if problem.is_conflict(ONCE) => {
                portal.store.settled().await?;
                if let Some(before) = sent_before(portal, op).await? {
                    return Ok(open_with(&visitor, &before, &code));
                }
            }
            Err(problem) => return Err(problem.into()),
        }
    }
    Err(Fault::Unavailable)
}

/// Keeps what was told, once; false where the visitor's household has told as much today as it may.
async fn keep(visitor: &Visitor, operation: &Operation, new: &StoredFeedback) -> Result<bool, StoreError> {
    let portal = &visitor.portal;
    let mut tx = portal.store.begin().await?;
    operation::insert(&mut tx, operation, new.received_at).await?;
    if !FEEDBACK.spend_on(&mut tx, visitor, "", 1).await? {
        return Ok(false);
    }
    feedback::insert(&mut tx, &portal.keys, new).await?;
    let record = NewEvent {
        stream: &stream(&new.number),
        expected_seq: 0,
        kind: "feedback_sent",
        actor: None,
        role: None,
        office: None,
        at: new.received_at,
        payload: &json!({}),
    };
    event::append(&mut tx, &portal.keys, &record).await?;
    tx.commit().await?;
    Ok(true)
}

/// The stream of one.
pub(crate) fn stream(number: &str) -> String {
    format!("feedback:{number}")
}

/// Where a form led that was sent before.
async fn sent_before(portal: &Portal, op: Uuid) -> Result<Option<String>, Fault> {
    let before = operation::find(&mut portal.store.read(), op, ANYBODY, ROUTE).await?;
    Ok(before.map(|before| before.location))
}

/// The code of a form.
fn code_of(portal: &Portal, op: Uuid) -> Code {
    let hash = portal.keys.lookup_hash("feedback_code_of", &op.to_string());
    let mut random = [0; 16];
    for (byte, pair) in random.iter_mut().zip(hash.as_bytes().chunks(2)) {
        let pair = std::str::from_utf8(pair).unwrap_or_default();
        *byte = u8::from_str_radix(pair, 16).unwrap_or_default();
    }
    Code::of_random(Length::Link, random)
}

/// To the page of what was told, which the browser can open from now on.
fn open_with(visitor: &Visitor, location: &str, code: &Code) -> Reply {
    let number = location.strip_prefix(FORM).unwrap_or_default().trim_start_matches('/');
    let number = number.split('?').next().unwrap_or_default();
    let mut reply = visitor.see_other(location);
    let cookie: HeaderValue = visitor.set_cookie_below(FORM, TOLD_COOKIE, &format!("{number}.{}", code.as_str()));
    reply.headers_mut().append(header::SET_COOKIE, cookie);
    reply
}

/// What was typed, or what must be put right.
fn read(typed: &Typed) -> Result<Told, Vec<Problem>> {
    let mut problems = Vec::new();
    let what = typed.get(WHAT).unwrap_or_default();
    let sentence = sentence(what, pages::what_empty).map_err(|message| problems.push(problem(WHAT, message)));
    let mut line = |name: &str| {
        let line = normalise::prose(typed.get(name).unwrap_or_default());
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.chars().count() > LONGEST_LINE {
            problems.push(problem(name, pages::line_too_long(LONGEST_LINE)));
        }
        (!line.is_empty()).then_some(line)
    };
    let page = line(PAGE);
    let contact = line(CONTACT);
    match sentence {
        Ok(what) if problems.is_empty() => Ok(Told {
            what,
            page,
            reading: Reading::ALL
                .into_iter()
                .filter(|reading| typed.all(READING).any(|chosen| chosen == reading.as_str()))
                .collect(),
            contact,
        }),
        _ => Err(problems),
    }
}

fn problem(field: &str, message: Phrase) -> Problem {
    Problem {
        field: field.to_owned(),
        message,
    }
}

fn status(problems: &[Problem]) -> StatusCode {
    if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}

fn page(visitor: &Visitor, typed: &Typed, problems: Vec<Problem>) -> Reply {
    let get = |name: &str| typed.get(name).unwrap_or_default().to_owned();
    // A form that comes back is the same form: what it did, it does not do twice.
    let op = typed.op().unwrap_or_else(|| visitor.portal.random_id());
    let model = pages::Telling {
        hidden: vec![("op".to_owned(), op.to_string())],
        what: get(WHAT),
        page: get(PAGE),
        reading: typed.all(READING).map(str::to_owned).collect(),
        contact: get(CONTACT),
        problems,
    };
    visitor.page_with(status(&model.problems), |text| pages::form(text, &model))
}

/// `GET /accessibility/feedback/answer`.
pub async fn ask_code(visitor: Visitor) -> Reply {
    asking(&visitor, &Typed::default(), Vec::new())
}

/// `POST /accessibility/feedback/answer`. Whatever does not fit, the answer is the same.
pub async fn open(visitor: Visitor, typed: Typed) -> Answer {
    let wrong = |message| Ok(asking(&visitor, &typed, vec![problem(CODE, message)]));
    let number = normalise::number(typed.get(NUMBER).unwrap_or_default());
    let Ok(code) = Code::parse(Length::Link, typed.get(CODE).unwrap_or_default()) else {
        return wrong(pages::not_found());
    };
    if !CODES.spend(&visitor, 1).await? {
        return wrong(pages::too_many_tries());
    }
    match found(&visitor, &number, code.as_str()).await? {
        Some(found) => Ok(open_with(&visitor, &format!("{FORM}/{}", found.number), &code)),
        None => wrong(pages::not_found()),
    }
}

/// What a number and its code open.
async fn found(visitor: &Visitor, number: &str, code: &str) -> Result<Option<StoredFeedback>, Fault> {
    let portal = &visitor.portal;
    let found = feedback::find(&mut portal.store.read(), &portal.keys, number).await?;
    let hash = code_hash(&portal.keys, code);
    Ok(found.filter(|found| subtle::ConstantTimeEq::ct_eq(found.code_hash.as_bytes(), hash.as_bytes()).into()))
}

fn asking(visitor: &Visitor, typed: &Typed, problems: Vec<Problem>) -> Reply {
    let get = |name: &str| typed.get(name).unwrap_or_default().to_owned();
    let model = Asking {
        number: get(NUMBER),
        code: get(CODE),
        problems,
    };
    visitor.page_with(status(&model.problems), |text| pages::asking(text, &model))
}

/// `GET /accessibility/feedback/{number}`: how far it is; or the page that asks for the code, whether there is such a
/// number or not.
pub async fn show(visitor: Visitor, Path(number): Path<String>, Query(asked): Query<Vec<(String, String)>>) -> Answer {
    let portal = &visitor.portal;
    let held = visitor.cookie_below(TOLD_COOKIE).and_then(|held| held.split_once('.'));
    let code = held.filter(|(own, _)| *own == number).map(|(_, code)| code);
    let code = code.and_then(|code| Code::parse(Length::Link, code).ok());
    let found = match &code {
        Some(code) => found(&visitor, &number, code.as_str()).await?,
        None => None,
    };
    let (Some(found), Some(code)) = (found, code) else {
        let eight = number.len() == 8 && number.bytes().all(|byte| byte.is_ascii_digit());
        let typed = eight.then_some((NUMBER.to_owned(), number));
        return Ok(asking(&visitor, &Typed(typed.into_iter().collect()), Vec::new()));
    };
    let answers = found.answers.iter().rev();
    let model = Standing {
        code: code.in_groups(),
        received: found.received_at.date(),
        due: found.due_on,
        late: portal.today() > found.due_on,
        state: found.state,
        answers: answers
            .map(|answer| (answer.at.date(), answer.words.as_str().to_owned()))
            .collect(),
        sent: Typed(asked).get("done") == Some("sent"),
        number: found.number,
    };
    Ok(visitor.page(|text| pages::standing(text, &model)))
}
