//! `/cases/{reference}/rating/{moment}`: 好差评. Whoever may open the case says how satisfied they are; a bad mark is a task
//! for who supervises the office ([`crate::casework::ratings`]).

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use serde_json::json;
use zhida::apply::Application;
use zhida::calendar::Date;
use zhida::casework::{CallBack, Mark, Moment, Rater, Remark, call_back_by};
use zhida::person::{MobileProblem, Phone};
use zhida_app::cases::rating::{
    self as pages, APPLICATION, ASKS, Ask, CALL, Call, Given, MARK, NO, OTHER, PHONE, Rate, Rating, WORDS, Waits,
};
use zhida_app::question::Problem;
use zhida_app::text::Phrase;

use super::act::done_before;
use super::show::Just;
use super::{Opened, address, asking, op};
use crate::apply::phone_problem;
use crate::portal::Portal;
use crate::store::casework::{ONE_MARK, StoredRating, insert_rating, list_ratings_of_case, update_rating};
use crate::store::event::{self, NewEvent, VERSION};
use crate::store::operation::{self, ONCE, Operation};
use crate::store::{StoreError, apply};
use crate::web::gate::typed_before;
use crate::web::sentence::sentence_or_none;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "case-rating";
/// How often it is tried again when another window was faster.
const TRIES: usize = 4;

/// `GET /cases/{reference}/rating/{moment}`.
pub async fn ask(
    visitor: Visitor,
    Path((reference, moment)): Path<(String, String)>,
    Query(just): Query<Just>,
) -> Answer {
    let rated = Rated::of(&visitor, &reference, &moment).await?;
    if !rated.may_be_said() {
        return Ok(visitor.see_other(&rated.case_address()));
    }
    let typed = match typed_before(&visitor).await? {
        Some(before) => Typed(before),
        None => rated.as_typed(),
    };
    let done = just.is("rated");
    Ok(rated.page(&visitor, &typed, Vec::new(), done))
}

/// `POST /cases/{reference}/rating/{moment}`.
pub async fn rate(visitor: Visitor, Path((reference, moment)): Path<(String, String)>, typed: Typed) -> Answer {
    let portal = &visitor.portal;
    let op = typed.op().ok_or(Fault::BadRequest)?;
    for _ in 0..TRIES {
        let rated = Rated::of(&visitor, &reference, &moment).await?;
        if let Some(before) = done_before(portal, &rated.opened, (Some(op), ROUTE)).await? {
            return Ok(visitor.see_other(&before));
        }
        if let Some(given) = &rated.given {
            if !given.rater.is_open_to(&rated.reader) {
                return Ok(visitor.see_other(&rated.case_address()));
            }
            if given.answer.is_some() {
                let problem = problem(MARK, pages::answered());
                return Ok(rated.page(&visitor, &typed, vec![problem], false));
            }
        }
        if !rated.may_be_said() {
            return Err(Fault::NotFound);
        }
        let (mark, remark) = match rated.read(&typed) {
            Ok(read) => read,
            Err(problems) => return Ok(rated.page(&visitor, &typed, problems, false)),
        };
        let operation = Operation {
            id: op,
            actor: rated.opened.reader.name(),
            route: ROUTE.to_owned(),
            location: rated.goes_on(mark, &typed),
        };
        match keep(portal, &rated, &operation, (mark, remark)).await {
            Ok(true) => return Ok(visitor.see_other(&operation.location)),
            // Answered in between, rated in another window, or the same form twice at once.
            Ok(false) => portal.store.settled().await?,
            Err(problem) if [ONCE, ONE_MARK, VERSION].iter().any(|once| problem.is_conflict(once)) => {
                portal.store.settled().await?;
            }
            Err(problem) => return Err(problem.into()),
        }
    }
    Err(Fault::Unavailable)
}

/// A moment of a case, as somebody who may open the case sees it.
struct Rated {
    opened: Opened,
    reader: Rater,
    moment: Moment,
    given: Option<StoredRating>,
    /// The number of the application that is the reader's to be called on.
    phone: Option<Phone>,
    today: Date,
    /// The last day to answer, where the mark is bad.
    due: Date,
    provisional: bool,
}

impl Rated {
    async fn of(visitor: &Visitor, reference: &str, moment: &str) -> Result<Self, Fault> {
        let portal = &visitor.portal;
        let opened = Opened::of(visitor, reference).await?;
        let moment = Moment::parse(moment).ok_or(Fault::NotFound)?;
        let mut reader = portal.store.read();
        let given = list_ratings_of_case(&mut reader, &portal.keys, opened.id).await?;
        let given = given.into_iter().find(|given| given.moment == moment);
        let stored = apply::find_application(&mut reader, &portal.keys, opened.case.opened.application).await?;
        let phone = stored.and_then(|stored| phone_of(&opened, &stored.application));
        let today = portal.today();
        let before = given.as_ref().and_then(|given| given.due_on);
        let due = call_back_by(Mark::VeryDissatisfied, before, today, &portal.calendar).unwrap_or(today);
        Ok(Self {
            reader: reader_of(&opened).ok_or(Fault::Forbidden)?,
            moment,
            given,
            phone,
            today,
            due,
            provisional: !portal.calendar.are_known(today, due),
            opened,
        })
    }

    fn case_address(&self) -> String {
        address(self.opened.case.opened.reference)
    }

    fn page_name(&self) -> String {
        format!("rating/{}", self.moment)
    }

    /// Whether the reader may say something here now, or say it anew.
    fn may_be_said(&self) -> bool {
        let theirs = self.given.as_ref().is_none_or(|given| may_change(given, &self.reader));
        theirs && self.opened.case.may_be_rated(self.moment)
    }

    /// What was said before, as it would be typed.
    fn as_typed(&self) -> Typed {
        let Some(given) = &self.given else {
            return Typed::default();
        };
        let mut typed = vec![(MARK.to_owned(), given.mark.as_str().to_owned())];
        if let Some(words) = &given.remark.words {
            typed.push((WORDS.to_owned(), words.as_str().to_owned()));
        }
        let call = match &given.remark.call {
            CallBack::Unsaid => None,
            CallBack::No => Some(NO),
            CallBack::On(phone) if Some(phone) == self.phone.as_ref() => Some(APPLICATION),
            // Whoever says something in another's name typed their own number; it is not for the person to see.
            CallBack::On(_) if given.rater != self.reader => None,
            CallBack::On(phone) => {
                typed.push((PHONE.to_owned(), phone.as_str().to_owned()));
                Some(OTHER)
            }
        };
        typed.extend(call.map(|call| (CALL.to_owned(), call.to_owned())));
        Typed(typed)
    }

    /// What was typed, or what must be put right. What the form did not ask for stays as it was said before.
    fn read(&self, typed: &Typed) -> Result<(Mark, Remark), Vec<Problem>> {
        let mut problems = Vec::new();
        let mut before = self
            .given
            .as_ref()
            .map(|given| given.remark.clone())
            .unwrap_or_default();
        if self.given.as_ref().is_some_and(|given| given.rater != self.reader) {
            // Where to call was said by somebody else.
            before.call = CallBack::Unsaid;
        }
        let asks = typed.get(ASKS);
        let mark = typed.get(MARK).and_then(Mark::parse);
        if mark.is_none() {
            problems.push(problem(MARK, pages::not_chosen()));
        }
        let words = match (asks, typed.get(WORDS).unwrap_or_default()) {
            (None, _) => before.words,
            (Some(_), said) => sentence_or_none(said).unwrap_or_else(|message| {
                problems.push(problem(WORDS, message));
                None
            }),
        };
        let low = mark.is_some_and(Mark::is_low);
        let call = match self.read_call(typed, before.call) {
            _ if !low => CallBack::Unsaid,
            Ok(call) => call,
            Err(message) => {
                problems.push(problem(PHONE, message));
                CallBack::Unsaid
            }
        };
        match mark {
            Some(mark) if problems.is_empty() => Ok((mark, Remark { words, call })),
            _ => Err(problems),
        }
    }

    fn read_call(&self, typed: &Typed, before: CallBack) -> Result<CallBack, Phrase> {
        let number = typed.get(PHONE).unwrap_or_default();
        match typed.get(CALL) {
            Some(NO) => Ok(CallBack::No),
            Some(APPLICATION) => Ok(self.phone.clone().map_or(CallBack::Unsaid, CallBack::On)),
            // A number typed beside no answer is an answer.
            None if number.trim().is_empty() => Ok(before),
            _ => match Phone::parse(number) {
                Ok(phone) => Ok(CallBack::On(phone)),
                Err(MobileProblem::Empty) => Err(pages::no_number()),
                Err(problem) => Err(phone_problem(problem)),
            },
        }
    }

    /// Where it goes on: from the page of the case to the page on which more can be said, and there again where a bad mark
    /// was given and it had not asked yet where to call.
    fn goes_on(&self, mark: Mark, typed: &Typed) -> String {
        let more = match typed.get(ASKS) {
            None => true,
            Some(asks) => mark.is_low() && asks != CALL,
        };
        let here = self.case_address();
        if more {
            format!("{here}/{}?done=rated", self.page_name())
        } else {
            format!("{here}?done=rated")
        }
    }

    fn page(&self, visitor: &Visitor, typed: &Typed, problems: Vec<Problem>, done: bool) -> Reply {
        let get = |name: &str| typed.get(name).unwrap_or_default().to_owned();
        let status = if problems.is_empty() {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        let mark = typed.get(MARK).and_then(Mark::parse);
        let low = mark.is_some_and(Mark::is_low);
        let call = low.then(|| Call {
            application: self.phone.as_ref().map(Phone::masked),
            chosen: typed.get(CALL).map(str::to_owned),
            phone: get(PHONE),
            due: self.due,
            provisional: self.provisional,
        });
        let model = Rate {
            act: asking(visitor, &self.opened, &self.page_name(), problems),
            moment: self.moment,
            mark: mark.map(|mark| mark.as_str().to_owned()),
            words: get(WORDS),
            call,
            done,
        };
        visitor.page_with(status, |text| pages::page(text, &model))
    }
}

/// Who somebody is to marks; nobody is who acts for the person in what another handed in: what was said there, and on
/// which number to call, is not for them.
fn reader_of(opened: &Opened) -> Option<Rater> {
    match &opened.reader.account {
        Some(account) if opened.is_subject() => Some(Rater::Subject(account.clone())),
        _ => opened.handed_it_in().then_some(Rater::Filer),
    }
}

fn may_change(given: &StoredRating, reader: &Rater) -> bool {
    given.answer.is_none() && given.rater.is_open_to(reader)
}

/// The number of the application that is theirs: the person's own, or that of whoever handed it in.
fn phone_of(opened: &Opened, application: &Application) -> Option<Phone> {
    let own = application.subject.phone.as_ref();
    let phone = if opened.is_subject() {
        own
    } else {
        application.submitter.phone.as_ref().or(own)
    };
    phone.cloned()
}

/// The mark, that it was this press, and the record of it; false where it was answered in between.
async fn keep(
    portal: &Portal,
    rated: &Rated,
    operation: &Operation,
    (mark, remark): (Mark, Remark),
) -> Result<bool, StoreError> {
    let now = portal.now();
    let before = rated.given.as_ref();
    let case = &rated.opened.case;
    let new = StoredRating {
        id: before.map_or_else(|| portal.random_id().to_string(), |before| before.id.clone()),
        case: rated.opened.id,
        moment: rated.moment,
        mark,
        office: case.office_rated(&rated.opened.events, rated.moment),
        rater: rated.reader.clone(),
        remark,
        rated_at: now,
        due_on: call_back_by(
            mark,
            before.and_then(|before| before.due_on),
            rated.today,
            &portal.calendar,
        ),
        answer: None,
    };
    let mut tx = portal.store.begin().await?;
    operation::insert(&mut tx, operation, now).await?;
    let stream = stream(&new.id);
    let (kind, seq) = if before.is_none() {
        insert_rating(&mut tx, &portal.keys, &new).await?;
        ("rated", 0)
    } else {
        if !update_rating(&mut tx, &portal.keys, &new).await? {
            return Ok(false);
        }
        ("rating_changed", event::find_last_seq(&mut tx, &stream).await?)
    };
    // What was said stands with the mark alone, so that no officer's history shows it.
    let record = NewEvent {
        stream: &stream,
        expected_seq: seq,
        kind,
        actor: Some(&operation.actor),
        role: None,
        office: None,
        at: now,
        payload: &json!({}),
    };
    event::append(&mut tx, &portal.keys, &record).await?;
    tx.commit().await?;
    Ok(true)
}

/// The stream of a mark.
pub(crate) fn stream(id: &str) -> String {
    format!("rating:{id}")
}

fn problem(field: &str, message: Phrase) -> Problem {
    Problem {
        field: field.to_owned(),
        message,
    }
}

/// What the page of a case says of marks.
pub(super) async fn shown(visitor: &Visitor, opened: &Opened) -> Result<Rating, Fault> {
    let portal = &visitor.portal;
    let ratings = list_ratings_of_case(&mut portal.store.read(), &portal.keys, opened.id).await?;
    let reader = reader_of(opened);
    let today = portal.today();
    let href = |moment: Moment| format!("{}/rating/{moment}", address(opened.case.opened.reference));
    let reached: Vec<Moment> = Moment::ALL
        .iter()
        .copied()
        .filter(|moment| opened.case.may_be_rated(*moment))
        .collect();
    let mut open = if reader.is_some() { reached.clone() } else { Vec::new() };
    open.retain(|moment| ratings.iter().all(|given| given.moment != *moment));
    // Asked about is the latest moment alone: who has gone past another may still say something about it.
    let latest = open.pop_if(|moment| reached.last() == Some(&*moment));
    let given = Moment::ALL
        .iter()
        .filter_map(|moment| ratings.iter().find(|given| given.moment == *moment))
        .map(|given| {
            let theirs = reader.as_ref().is_some_and(|reader| given.rater.is_open_to(reader));
            let change = reader.as_ref().is_some_and(|reader| may_change(given, reader));
            let change = change && reached.contains(&given.moment);
            let waits = given.due_on.filter(|_| theirs && given.answer.is_none());
            Given {
                moment: given.moment,
                mark: theirs.then(|| (given.mark, given.rated_at.date())),
                change: change.then(|| href(given.moment)),
                waits: waits.map(|due| Waits {
                    due,
                    late: due < today,
                    provisional: !portal.calendar.are_known(given.rated_at.date(), due),
                }),
                answer: given
                    .answer
                    .as_ref()
                    .filter(|_| theirs)
                    .map(|(at, answer)| (at.date(), answer.called_on, answer.words.as_str().to_owned())),
            }
        });
    Ok(Rating {
        ask: latest.map(|moment| Ask {
            moment,
            action: href(moment),
            hidden: op(visitor),
        }),
        earlier: open.iter().map(|moment| (*moment, href(*moment))).collect(),
        given: given.collect(),
    })
}
