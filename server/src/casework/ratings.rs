//! `/office/ratings`: bad marks of residents, answered by who supervises the office they belong to and never by who handled
//! the case; and how many marks there are.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use serde_json::json;
use zhida::access::Role;
use zhida::calendar::Instant;
use zhida::casework::{CallBack, CalledBack, Moment, Tally, can_have_called};
use zhida::letter::Office;
use zhida::place::{DivisionCode, Divisions, Level, OfficeKind, TownshipCode};
use zhida_app::casework::ratings::{
    self as pages, CALLED, Call, Counted, Counts, LIST, List, NO, ON, One, Row, WORDS, YES,
};
use zhida_app::components::date_field::DateField;
use zhida_app::question::Problem;
use zhida_app::text::Phrase;

use super::case::keep_view;
use super::desk::Desk;
use super::read;
use crate::admin::audit::areas_of;
use crate::cases::rating::stream;
use crate::catalogue::words;
use crate::letter::names;
use crate::message::tell;
use crate::store::StoreError;
use crate::store::casework::{RatedCase, answer_rating, count_ratings, find_rating, list_open_ratings};
use crate::store::event::{self, NewEvent};
use crate::store::operation::{self, Operation};
use crate::web::sentence::sentence;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "office-rating-one";
/// The unseen field that says of when the mark was that the form was made from.
const SEEN: &str = "seen";
/// As many as a page can hold; the most urgent come first, so nothing is overlooked.
const MOST: u32 = 200;
/// Marks are counted for so many days.
const COUNTED_DAYS: i64 = 365;

/// `GET /office/ratings`.
pub async fn list(visitor: Visitor, Query(asked): Query<Vec<(String, String)>>) -> Answer {
    let desk = Desk::of(visitor)?;
    let (open, others) = waiting(&desk).await?;
    let model = List {
        rows: open.iter().map(|rated| row(&desk, rated)).collect(),
        others,
        done: Typed(asked).get("done").is_some(),
    };
    Ok(desk.visitor.page(|text| pages::list(text, &model)))
}

/// What waits for this supervisor, and how much more for another one.
pub(super) async fn waiting(desk: &Desk) -> Result<(Vec<RatedCase>, usize), Fault> {
    let portal = desk.portal();
    let mut reader = portal.store.read();
    let areas = supervised(desk)?;
    let open = list_open_ratings(&mut reader, &portal.keys, &areas, &desk.officer.id, MOST).await?;
    let all = open.len();
    let theirs: Vec<RatedCase> = open.into_iter().filter(|rated| may_answer(desk, rated)).collect();
    let others = all - theirs.len();
    Ok((theirs, others))
}

/// Where they supervise today.
fn supervised(desk: &Desk) -> Result<Vec<DivisionCode>, Fault> {
    areas_of(&desk.visitor, &[Role::Supervisor])
}

/// Nobody answers for a case that they handled, or of their own people, nor learns who gave a bad mark there.
fn may_answer(desk: &Desk, rated: &RatedCase) -> bool {
    !rated.handled && desk.officer.access.kin.relation(&rated.parties).is_none()
}

fn row(desk: &Desk, rated: &RatedCase) -> Row {
    let rating = &rated.rating;
    let given = rating.rated_at.date();
    let due = rating.due_on.unwrap_or(given);
    Row {
        id: rating.id.clone(),
        reference: rated.reference.clone(),
        office: names::office(desk.portal(), &office(rating.office, rated.county, rated.township)),
        moment: rating.moment,
        mark: rating.mark,
        given,
        due,
        late: due < desk.today,
    }
}

fn office(kind: OfficeKind, county: DivisionCode, township: TownshipCode) -> Office {
    Office {
        kind,
        county,
        township: (kind == OfficeKind::Township).then_some(township),
    }
}

/// `GET /office/ratings/{id}`.
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let desk = Desk::of(visitor)?;
    let rated = load(&desk, &id).await?;
    // What the person says and where they are called is part of their case: they read who opened it.
    keep_view(&desk, rated.rating.case).await?;
    Ok(page(&desk, &rated, &Typed::default(), Vec::new()))
}

async fn load(desk: &Desk, id: &str) -> Result<RatedCase, Fault> {
    let portal = desk.portal();
    let areas = supervised(desk)?;
    let found = find_rating(&mut portal.store.read(), &portal.keys, &areas, &desk.officer.id, id).await?;
    found.filter(|rated| may_answer(desk, rated)).ok_or(Fault::NotFound)
}

/// `POST /office/ratings/{id}`.
pub async fn answer(visitor: Visitor, Path(id): Path<String>, typed: Typed) -> Answer {
    let desk = Desk::of(visitor)?;
    let portal = desk.portal();
    let operation = Operation {
        id: typed.op().ok_or(Fault::BadRequest)?,
        actor: desk.owner(),
        route: ROUTE.to_owned(),
        location: format!("{LIST}?done=answered"),
    };
    if let Some(before) = operation::done_before(&mut portal.store.read(), &operation).await? {
        return Ok(desk.visitor.see_other(&before));
    }
    let rated = load(&desk, &id).await?;
    let refused = |rated: &RatedCase, problems| Ok(page(&desk, rated, &typed, problems));
    let meanwhile = || vec![problem(WORDS, pages::meanwhile())];
    if rated.rating.answer.is_some() || typed.get(SEEN) != Some(seen(&rated).as_str()) {
        return refused(&rated, meanwhile());
    }
    let answer = match read_answer(&desk, &rated, &typed) {
        Ok(answer) => answer,
        Err(problems) => return refused(&rated, problems),
    };
    match write(&desk, &operation, (&rated, &answer)).await {
        Ok(true) => Ok(desk.visitor.see_other(&operation.location)),
        Ok(false) => refused(&load(&desk, &id).await?, meanwhile()),
        Err(problem) => match operation::refused(&portal.store, &operation, problem).await? {
            Some(before) => Ok(desk.visitor.see_other(&before)),
            None => refused(&load(&desk, &id).await?, meanwhile()),
        },
    }
}

/// What was done, or what must be put right.
fn read_answer(desk: &Desk, rated: &RatedCase, typed: &Typed) -> Result<CalledBack, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut called_on = None;
    if matches!(rated.rating.remark.call, CallBack::On(_)) {
        match typed.get(CALLED) {
            Some(YES) => {
                let day = read::day(typed, ON);
                called_on = day.filter(|day| can_have_called(*day, rated.rating.rated_at, desk.today));
                if called_on.is_none() {
                    problems.push(problem(ON, pages::day_wrong()));
                }
            }
            Some(NO) => {}
            _ => problems.push(problem(CALLED, pages::not_said())),
        }
    }
    match sentence(typed.get(WORDS).unwrap_or_default(), pages::empty) {
        Ok(words) if problems.is_empty() => return Ok(CalledBack { called_on, words }),
        Ok(_) => {}
        Err(message) => problems.push(problem(WORDS, message)),
    }
    Err(problems)
}

/// The answer, that it was this press, and the record of who pressed; false where the mark was changed, or somebody else was
/// faster.
async fn write(
    desk: &Desk,
    operation: &Operation,
    (rated, answer): (&RatedCase, &CalledBack),
) -> Result<bool, StoreError> {
    let portal = desk.portal();
    let now = portal.now();
    let rating = &rated.rating;
    let mut tx = portal.store.begin().await?;
    operation::insert(&mut tx, operation, now).await?;
    let mark = (rating.id.as_str(), rating.rated_at);
    if !answer_rating(&mut tx, &portal.keys, mark, (now, answer)).await? {
        return Ok(false);
    }
    tell::mark_answered(&mut tx, portal, rated).await?;
    let stream = stream(&rating.id);
    // What was said stands with the mark alone.
    let record = NewEvent {
        stream: &stream,
        expected_seq: event::find_last_seq(&mut tx, &stream).await?,
        kind: "rating_answered",
        actor: Some(&desk.officer.id.0),
        role: Some(Role::Supervisor.as_str()),
        office: Some(&desk.officer.office),
        at: now,
        payload: &json!({}),
    };
    event::append(&mut tx, &portal.keys, &record).await?;
    tx.commit().await?;
    Ok(true)
}

/// Of when a mark is, as forms carry it.
fn seen(rated: &RatedCase) -> String {
    rated.rating.rated_at.epoch_ms().to_string()
}

fn problem(field: &str, message: Phrase) -> Problem {
    Problem {
        field: field.to_owned(),
        message,
    }
}

fn page(desk: &Desk, rated: &RatedCase, typed: &Typed, problems: Vec<Problem>) -> Reply {
    let portal = desk.portal();
    let rating = &rated.rating;
    let row = row(desk, rated);
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let part = |part: &str| typed.get(&format!("{ON}-{part}")).unwrap_or_default().to_owned();
    let mut hidden = desk.op();
    hidden.push((SEEN.to_owned(), seen(rated)));
    let model = One {
        words: rating.remark.words.as_ref().map(|words| words.as_str().to_owned()),
        call: match &rating.remark.call {
            CallBack::Unsaid => Call::Unsaid,
            CallBack::No => Call::No,
            CallBack::On(phone) => Call::On(phone.as_str().to_owned()),
        },
        provisional: !portal.calendar.are_known(row.given, row.due),
        row,
        answer: rating
            .answer
            .as_ref()
            .map(|(at, answer)| (*at, answer.called_on, answer.words.as_str().to_owned())),
        hidden,
        typed: pages::Typed {
            called: typed.get(CALLED).map(str::to_owned),
            on: DateField::PARTS.map(part),
            words: typed.get(WORDS).unwrap_or_default().to_owned(),
        },
        problems,
    };
    desk.visitor.page_with(status, |text| pages::one(text, &model))
}

/// `GET /office/ratings/counts`: for supervisors and auditors, of the last year.
pub async fn counts(visitor: Visitor) -> Answer {
    let desk = Desk::of(visitor)?;
    let portal = desk.portal();
    let areas = areas_of(&desk.visitor, &[Role::Supervisor, Role::Auditor])?;
    let since = desk.today.saturating_sub(time::Duration::days(COUNTED_DAYS));
    let marks = count_ratings(&mut portal.store.read(), &areas, Instant::start_of(since)).await?;
    let by_township = areas.iter().all(|area| {
        let found = Divisions::shipped().find(*area);
        found.is_some_and(|found| found.level == Level::County)
    });
    let mut tallies: BTreeMap<(DivisionCode, OfficeKind, Option<TownshipCode>, Moment), Tally> = BTreeMap::new();
    for marks in marks {
        let township = (by_township && marks.office == OfficeKind::Township).then_some(marks.township);
        let tally = tallies.entry((marks.county, marks.office, township, marks.moment));
        tally.or_default().add(marks.mark, marks.count);
    }
    let rows = tallies
        .into_iter()
        .map(|((county, kind, township, moment), tally)| Counted {
            office: match (kind, township) {
                (OfficeKind::Township, None) => names::townships(portal, county),
                _ => names::office(portal, &Office { kind, county, township }),
            },
            moment,
            told: tally.told(),
        });
    let model = Counts {
        places: areas.iter().filter_map(|area| words::division_name(*area)).collect(),
        rows: rows.collect(),
        from_list: desk.has(Role::Supervisor),
    };
    Ok(desk.visitor.page(|text| pages::counts(text, &model)))
}
