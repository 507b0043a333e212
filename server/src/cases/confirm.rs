//! `/cases/{reference}/confirm/{id}`: whoever filed asks a second person to confirm a part; for all cases of the
//! application that wait for it, with one code.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use uuid::Uuid;
use zhida::account::{Code, Length};
use zhida::apply::{PageProblem, Wrong};
use zhida::casework::{AskWay, Case, Command, Confirming, Phase, Refusal, Second, decide};
use zhida::catalogue::SecondPerson;
use zhida::person::{PersonName, ResidentId};
use zhida_app::cases::case::Awaited;
use zhida_app::cases::confirm::{self, Confirm, NAME, NUMBER, Stands, Typed as InForm, WAY};
use zhida_app::question::Problem;
use zhida_app::text::{Phrase, Said};

use super::act::done_before;
use super::show::Just;
use super::withdraw::fault;
use super::{Opened, address, asking};
use crate::account::allowance::CONFIRMATIONS_ASKED;
use crate::apply::in_words;
use crate::catalogue::{Judge, words};
use crate::confirmation::{BELOW, paper, who};
use crate::portal::{Portal, random_bytes};
use crate::store::StoreError;
use crate::store::casework::{self, Happened, person_key};
use crate::store::confirmation::{self, StoredCode};
use crate::store::event::VERSION;
use crate::store::operation::{self, ONCE, Operation};
use crate::web::{Answer, Fault, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "case-confirm";
/// How often it is tried again when somebody was faster.
const TRIES: usize = 4;

/// `GET /cases/{reference}/confirm/{id}`.
pub async fn ask(visitor: Visitor, Path((reference, id)): Path<(String, String)>, Query(just): Query<Just>) -> Answer {
    let opened = asker(&visitor, &reference).await?;
    if !is_open(&opened.case, &id)? {
        return Ok(visitor.see_other(&address(opened.case.opened.reference)));
    }
    let model = model(&visitor, &opened, &id, &Typed::default(), Vec::new(), just.is("asked")).await?;
    Ok(visitor.page(|text| confirm::page(text, &model)))
}

/// `POST /cases/{reference}/confirm/{id}`.
pub async fn send(visitor: Visitor, Path((reference, id)): Path<(String, String)>, typed: Typed) -> Answer {
    let portal = &visitor.portal;
    let mut opened = asker(&visitor, &reference).await?;
    let op = typed.op().ok_or(Fault::BadRequest)?;
    let here = address(opened.case.opened.reference);
    let location = format!("{here}/confirm/{id}?done=asked");
    for _ in 0..TRIES {
        if let Some(before) = done_before(portal, &opened, (Some(op), ROUTE)).await? {
            return Ok(visitor.see_other(&before));
        }
        if !is_open(&opened.case, &id)? {
            return Ok(visitor.see_other(&here));
        }
        let (whom, way) = match read(portal, &opened.case, &id, &typed) {
            Ok(read) => read,
            Err(problems) => return wrong(&visitor, &opened, &id, &typed, problems).await,
        };
        let command = Command::AskConfirmation {
            id: id.clone(),
            whom,
            way,
        };
        match once(&visitor, &opened, &command, (op, &location)).await {
            Ok(Asking::Done) => return Ok(visitor.see_other(&location)),
            Ok(Asking::NoMore) => {
                let problems = vec![problem(WAY, confirm::no_more_today())];
                return wrong(&visitor, &opened, &id, &typed, problems).await;
            }
            Ok(Asking::Refused(Refusal::OwnConfirmation)) => {
                let problems = vec![problem(NAME, confirm::own())];
                return wrong(&visitor, &opened, &id, &typed, problems).await;
            }
            Ok(Asking::Refused(refusal)) => return Err(fault(&refusal)),
            Err(Hindered::Faster) => {
                portal.store.settled().await?;
                opened = opened.again(portal).await?;
            }
            Err(Hindered::Fault(fault)) => return Err(fault),
        }
    }
    Err(Fault::Unavailable)
}

/// The case, for whoever may ask: who handed it in, and the person. Whoever else acts for the person would read the code
/// on the page, and could answer with it.
async fn asker(visitor: &Visitor, reference: &str) -> Result<Opened, Fault> {
    let opened = Opened::of(visitor, reference).await?;
    if asks(&opened) {
        Ok(opened)
    } else {
        Err(Fault::Forbidden)
    }
}

fn asks(opened: &Opened) -> bool {
    opened.handed_it_in() || opened.is_their_own()
}

/// Whether the case waits for a confirmation; of one it does not know there is no page.
fn is_open(case: &Case, id: &str) -> Result<bool, Fault> {
    let confirming = case.confirming(id).ok_or(Fault::NotFound)?;
    Ok(waits(case) && case.is_waited_for(confirming))
}

/// Whether anything can be confirmed still.
fn waits(case: &Case) -> bool {
    case.phase == Phase::Open && case.unsigned().is_none()
}

/// Who is asked, and how.
fn read(portal: &Portal, case: &Case, id: &str, typed: &Typed) -> Result<(Option<Second>, AskWay), Vec<Problem>> {
    let mut problems = Vec::new();
    let named = case
        .confirming(id)
        .is_some_and(|confirming| !confirming.needs.who.is_known());
    let mut whom = None;
    if named {
        let name = PersonName::parse(typed.get(NAME).unwrap_or_default());
        let number = match typed.get(NUMBER).unwrap_or_default().trim() {
            "" => Ok(None),
            number => ResidentId::parse(number).map(Some),
        };
        let wrong = |field: &'static str, what| PageProblem {
            field: field.into(),
            what,
        };
        match (name, number) {
            (Ok(name), Ok(number)) => {
                whom = Some(Second {
                    name,
                    key: number.as_ref().map(|number| person_key(&portal.keys, number)),
                    last_four: number.as_ref().map(Second::last_four_of),
                });
            }
            (name, number) => {
                let name = name.err().map(|what| wrong(NAME, Wrong::Name(what)));
                let number = number.err().map(|what| wrong(NUMBER, Wrong::ResidentId(what)));
                let both: Vec<PageProblem> = name.into_iter().chain(number).collect();
                problems.extend(in_words(&both));
            }
        }
    }
    match typed.get(WAY).and_then(AskWay::parse) {
        Some(way) if problems.is_empty() => Ok((whom, way)),
        Some(_) => Err(problems),
        None => {
            problems.push(problem(WAY, confirm::way_missing()));
            Err(problems)
        }
    }
}

/// What came of asking.
enum Asking {
    Done,
    NoMore,
    Refused(Refusal),
}

enum Hindered {
    /// Somebody else changed a case in between, or the same form came twice at once.
    Faster,
    Fault(Fault),
}

impl From<StoreError> for Hindered {
    fn from(problem: StoreError) -> Self {
        Self::Fault(problem.into())
    }
}

impl From<Fault> for Hindered {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Asks on this case and on all others of the application that wait for the same, with one code.
async fn once(
    visitor: &Visitor,
    opened: &Opened,
    command: &Command,
    (op, location): (Uuid, &str),
) -> Result<Asking, Hindered> {
    let portal = &visitor.portal;
    let Command::AskConfirmation { id, way, .. } = command else {
        return Ok(Asking::Refused(Refusal::NothingToConfirm));
    };
    let siblings = opened.siblings(portal).await?;
    let now = portal.now();
    let mut tx = portal.store.begin().await?;
    let operation = Operation {
        id: op,
        actor: opened.reader.name(),
        route: ROUTE.to_owned(),
        location: location.to_owned(),
    };
    match operation::insert(&mut tx, &operation, now).await {
        Ok(()) => {}
        Err(problem) if problem.is_conflict(ONCE) => return Err(Hindered::Faster),
        Err(problem) => return Err(problem.into()),
    }
    if !CONFIRMATIONS_ASKED.spend_on(&mut tx, visitor, "", 1).await? {
        return Ok(Asking::NoMore);
    }
    for (at, of) in std::iter::once(opened).chain(&siblings).enumerate() {
        let mut setting = Judge::of(portal, &of.case)?.setting();
        setting.now = now;
        let events = match decide(&of.case, command, &of.actor(), &setting) {
            Ok(events) => events,
            Err(refusal) if at == 0 => return Ok(Asking::Refused(refusal)),
            // Another case of the application that does not wait for it.
            Err(_) => continue,
        };
        let by = of.by();
        let happened = Happened {
            id: of.id,
            case: &of.case,
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
    let part = (opened.case.opened.application, id.as_str());
    if *way == AskWay::Code {
        let code = Code::of_random(Length::Link, random_bytes());
        confirmation::replace_code(&mut tx, &portal.keys, part, &code, now).await?;
    } else {
        confirmation::delete_code(&mut tx, part.0, part.1).await?;
    }
    match tx.commit().await {
        Ok(()) => Ok(Asking::Done),
        Err(problem) if problem.is_conflict(VERSION) || problem.is_conflict(ONCE) => Err(Hindered::Faster),
        Err(problem) => Err(problem.into()),
    }
}

/// The first confirmation that a case waits for.
pub(super) fn next(case: &Case) -> Option<&Confirming> {
    case.open_confirmations().next().filter(|_| waits(case))
}

/// For whom a case waits, as its page says it.
pub(super) fn waited_for(portal: &Portal, opened: &Opened) -> Vec<Awaited> {
    let case = &opened.case;
    if !waits(case) {
        return Vec::new();
    }
    let here = address(case.opened.reference);
    let open = case.open_confirmations().map(|confirming| Awaited {
        who: who(case, confirming),
        says: if opened.is_their_own() && confirming.needs.who == SecondPerson::Person {
            vec![Phrase::new("confirm-waits-own")]
        } else {
            says(portal, case, confirming)
        },
        ask: asks(opened).then(|| {
            (
                confirming.asked.is_none(),
                format!("{here}/confirm/{}", confirming.needs.id),
            )
        }),
    });
    open.collect()
}

/// How it stands, in a sentence each. Why somebody said no is for the office alone.
fn says(portal: &Portal, case: &Case, confirming: &Confirming) -> Vec<Phrase> {
    let of_them = |id: &str| Phrase::new(id).with("who", Said::Words(Box::new(who(case, confirming))));
    let mut says = if confirming.refused() && answered_since_asked(confirming) {
        vec![of_them("confirm-waits-refused")]
    } else {
        match confirming.asked.as_ref().map(|asked| asked.way) {
            None => vec![
                of_them("confirm-waits-ask"),
                Phrase::new("confirm-waits-paper").with("paper", Said::Words(Box::new(paper(confirming)))),
            ],
            Some(AskWay::Code) => match confirming.code_until().filter(|until| portal.today() <= *until) {
                Some(until) => vec![
                    of_them("confirm-waits-code"),
                    Phrase::new("confirm-waits-code-until").with("day", Said::Day(until)),
                ],
                None => vec![of_them("confirm-waits-code-over")],
            },
            Some(AskWay::Office) => vec![of_them("confirm-waits-office")],
            Some(AskWay::Statement) => vec![of_them("confirm-waits-statement")],
        }
    };
    says.push(Phrase::new("confirm-waits-all"));
    says
}

fn answered_since_asked(confirming: &Confirming) -> bool {
    let asked = confirming.asked.as_ref().map(|asked| asked.at);
    confirming
        .answer()
        .is_some_and(|answer| asked.is_none_or(|asked| asked <= answer.at))
}

fn stands(portal: &Portal, confirming: &Confirming, code: Option<&StoredCode>) -> Stands {
    let Some(asked) = &confirming.asked else {
        return if confirming.refused() {
            Stands::Refused
        } else {
            Stands::NotAsked
        };
    };
    if confirming.refused() && answered_since_asked(confirming) {
        return Stands::Refused;
    }
    match asked.way {
        AskWay::Office => Stands::Office,
        AskWay::Statement => Stands::Statement,
        AskWay::Code => match code
            .filter(|code| code.created_at == asked.at)
            .zip(confirming.code_until())
        {
            None => Stands::CodeOver,
            Some((code, until)) => Stands::Code(confirm::Code {
                code: code.code.in_groups(),
                until,
                address: format!("{}{BELOW}", portal.config.public_url.origin),
                four: asked.whom.last_four.is_some(),
            }),
        },
    }
}

async fn wrong(visitor: &Visitor, opened: &Opened, id: &str, typed: &Typed, problems: Vec<Problem>) -> Answer {
    let model = model(visitor, opened, id, typed, problems, false).await?;
    Ok(visitor.page_with(StatusCode::UNPROCESSABLE_ENTITY, |text| confirm::page(text, &model)))
}

async fn model(
    visitor: &Visitor,
    opened: &Opened,
    id: &str,
    typed: &Typed,
    problems: Vec<Problem>,
    done: bool,
) -> Result<Confirm, Fault> {
    let portal = &visitor.portal;
    let case = &opened.case;
    let confirming = case.confirming(id).ok_or(Fault::NotFound)?;
    let part = (case.opened.application, id);
    let code = confirmation::find_code(&mut portal.store.read(), &portal.keys, part, portal.now()).await?;
    let mut act = asking(visitor, opened, &format!("confirm/{id}"), problems);
    if let Some(op) = typed.op() {
        act.hidden = vec![("op".to_owned(), op.to_string())];
    }
    let asked = confirming.asked.as_ref();
    let get = |name: &str| typed.get(name).map(str::to_owned);
    Ok(Confirm {
        who: who(case, confirming),
        says: words::part("confirmation", id, "lead"),
        paper: paper(confirming),
        named: !confirming.needs.who.is_known(),
        stands: stands(portal, confirming, code.as_ref()),
        done,
        typed: InForm {
            way: get(WAY),
            name: get(NAME)
                .or_else(|| asked.map(|asked| asked.whom.name.as_str().to_owned()))
                .unwrap_or_default(),
            number: get(NUMBER).unwrap_or_default(),
        },
        act,
    })
}

fn problem(field: &str, message: Phrase) -> Problem {
    Problem {
        field: field.to_owned(),
        message,
    }
}
