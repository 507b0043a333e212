//! `/office/cases/{reference}/notices`: what the person was told, in which ways, and what of it failed; telling it by
//! oneself, and trying again. `…/reach`: recording where they can be reached.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use serde_json::json;
use uuid::Uuid;
use zhida::casework::{Event, Sentence};
use zhida::message::{ByHand, Channel, LONGEST_ADDRESS, MailAddress, News, Reach, ReachProblem, news};
use zhida::person::{Mobile, PersonName};
use zhida_app::casework::notices::{self as pages, HOW, NOTE, Notices, Row, State, WHAT, Way, reaching};
use zhida_app::casework::{as_it_is, href};
use zhida_app::question::{Problem, too_long};
use zhida_app::text::{Name, Phrase, Said};

use super::desk::{Desk, head, once};
use crate::apply::phone_problem;
use crate::message::tell::{Ways, job_of};
use crate::store::casework::{
    self, Delivery, Loaded, NewDelivery, Progress, StoredReach, insert_delivery, list_deliveries_of_case, reach_of,
    stream, upsert_reach,
};
use crate::store::event::{self, NewEvent};
use crate::store::{StoreError, Tx, operation, outbox};
use crate::web::{Answer, Fault, Reply, Typed, Visitor, gate};

/// The page's name in the operations.
const TOLD: &str = "office-notices";
/// How many lines the page of the case has.
const SHORT: usize = 5;

/// `GET …/notices`.
pub async fn show(
    visitor: Visitor,
    Path(reference): Path<String>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Answer {
    let desk = Desk::of(visitor)?;
    let loaded = desk.load(&reference).await?;
    let done = match Typed(asked).get("done") {
        Some("told") => Some("casework-told-saved"),
        Some("retry") => Some("casework-told-retried"),
        Some("reach") => Some("casework-reach-saved"),
        _ => None,
    };
    let page = Notices {
        done: done.map(Phrase::new),
        ..model(&desk, &loaded, Typed::default(), Vec::new()).await?
    };
    Ok(desk.visitor.page(|text| pages::page(text, &page)))
}

/// `POST …/notices`: an officer has told it.
pub async fn told(visitor: Visitor, Path(reference): Path<String>, typed: Typed) -> Answer {
    let desk = Desk::of(visitor)?;
    let op = typed.op().ok_or(Fault::BadRequest)?;
    let loaded = desk.load(&reference).await?;
    let what = typed.get(WHAT).and_then(|seq| seq.parse::<i64>().ok());
    let what = what.and_then(|seq| all_news(&loaded).into_iter().find(|(at, _, _)| *at == seq));
    let how = typed.get(HOW).and_then(ByHand::parse);
    let said = typed.get(NOTE).unwrap_or_default();
    let mut problems = Vec::new();
    let mut wrong = |field: &str, message: Phrase| {
        problems.push(Problem {
            field: field.to_owned(),
            message,
        });
    };
    if what.is_none() {
        wrong(WHAT, Phrase::new("casework-told-choose"));
    }
    if how.is_none() {
        wrong(HOW, Phrase::new("casework-told-choose"));
    }
    if let Some(count) = Sentence::too_long(said) {
        wrong(NOTE, too_long(count, Sentence::LONGEST));
    }
    if let (Some((seq, ..)), Some(how)) = (&what, how)
        && is_told(&desk, &loaded, (*seq, how), op).await?
    {
        wrong(HOW, Phrase::new("casework-told-before"));
    }
    let (Some((seq, news, _)), Some(how), true) = (what, how, problems.is_empty()) else {
        let page = model(&desk, &loaded, typed, problems).await?;
        return Ok(desk
            .visitor
            .page_with(StatusCode::UNPROCESSABLE_ENTITY, |text| pages::page(text, &page)));
    };
    let location = format!("{}/notices?done=told", href(loaded.case.opened.reference.as_str()));
    let portal = desk.portal();
    let id = portal.random_id().to_string();
    let note = Sentence::parse(said);
    once(&desk, op, TOLD, &location, async |tx| {
        let new = NewDelivery {
            id: &id,
            of: (&stream(loaded.id), seq),
            channel: how.as_str(),
            case: Some(loaded.id),
            news: Some(news),
            officer: Some(&desk.officer.id.0),
            at: portal.now(),
        };
        // Two windows at once: the first note stands.
        insert_delivery(tx, &portal.keys, &new, note.as_ref()).await?;
        let payload = json!({ "seq": seq, "how": how });
        keep(&desk, tx, loaded.id, "told_by_hand", &payload).await
    })
    .await?;
    Ok(desk.visitor.see_other(&location))
}

/// Whether it is written down already that this news was told in that way, and not by the same press: a second note would
/// be lost.
async fn is_told(desk: &Desk, loaded: &Loaded, (seq, how): (i64, ByHand), op: Uuid) -> Result<bool, Fault> {
    let mut reader = desk.portal().store.read();
    if operation::find(&mut reader, op, &desk.owner(), TOLD).await?.is_some() {
        return Ok(false);
    }
    let told = list_deliveries_of_case(&mut reader, loaded.id).await?;
    let told = told.iter().filter(|told| told.of.1 == seq);
    Ok(told.into_iter().any(|told| told.channel == how.as_str()))
}

/// `POST …/notices/{delivery}/retry`: what failed is tried at once again.
pub async fn retry(visitor: Visitor, Path((reference, id)): Path<(String, String)>, typed: Typed) -> Answer {
    let desk = Desk::of(visitor)?;
    let op = typed.op().ok_or(Fault::BadRequest)?;
    let loaded = desk.load(&reference).await?;
    let portal = desk.portal();
    let found = casework::find_delivery(&mut portal.store.read(), &id).await?;
    let delivery = found
        .filter(|delivery| delivery.case == Some(loaded.id))
        .ok_or(Fault::NotFound)?;
    let location = format!("{}/notices?done=retry", href(loaded.case.opened.reference.as_str()));
    once(&desk, op, "office-notice-retry", &location, async |tx| {
        if outbox::update_hurried(tx, &job_of(&delivery.id), portal.now()).await? {
            let payload = json!({ "delivery": delivery.id });
            keep(&desk, tx, loaded.id, "notice_retried", &payload).await?;
        }
        Ok(())
    })
    .await?;
    Ok(desk.visitor.see_other(&location))
}

/// `GET …/reach`.
pub async fn ask_reach(visitor: Visitor, Path(reference): Path<String>) -> Answer {
    let desk = Desk::of(visitor)?;
    let loaded = desk.load(&reference).await?;
    let known = known(&desk, &loaded).await?;
    let mut typed = vec![(
        reaching::NAME.to_owned(),
        known.as_ref().map_or_else(
            || loaded.case.opened.subject.name.as_str().to_owned(),
            |known| known.reach.name.as_str().to_owned(),
        ),
    )];
    let wants = known.iter().flat_map(|known| &known.reach.wants);
    typed.extend(wants.map(|way| (reaching::WAYS.to_owned(), way.as_str().to_owned())));
    let typed = gate::typed_before(&desk.visitor).await?.unwrap_or(typed);
    Ok(reach_page(&desk, &loaded, known.as_ref(), typed, Vec::new()))
}

/// `POST …/reach`: where the person can be reached, as it was checked.
pub async fn reach(visitor: Visitor, Path(reference): Path<String>, typed: Typed) -> Answer {
    let desk = Desk::of(visitor)?;
    let op = typed.op().ok_or(Fault::BadRequest)?;
    let loaded = desk.load(&reference).await?;
    let before = known(&desk, &loaded).await?;
    let reach = match read(&typed, before.as_ref().map(|known| &known.reach)) {
        Ok(reach) => reach,
        Err(problems) => return Ok(reach_page(&desk, &loaded, before.as_ref(), typed.0, problems)),
    };
    let portal = desk.portal();
    let location = format!("{}/notices?done=reach", href(loaded.case.opened.reference.as_str()));
    let payload = json!({ "ways": reach.wants });
    let new = StoredReach {
        reach,
        officer: Some(desk.officer.id.0.clone()),
        office: Some(desk.officer.office.clone()),
        at: portal.now(),
    };
    once(&desk, op, "office-reach", &location, async |tx| {
        upsert_reach(tx, &portal.keys, &reach_of(loaded.id, &loaded.case), &new).await?;
        keep(&desk, tx, loaded.id, "reach_recorded", &payload).await
    })
    .await?;
    Ok(desk.visitor.see_other(&location))
}

/// The latest news in a line each, for the page of the case.
pub(super) async fn lines(desk: &Desk, loaded: &Loaded) -> Result<Vec<Phrase>, Fault> {
    let deliveries = list_deliveries_of_case(&mut desk.portal().store.read(), loaded.id).await?;
    let latest = all_news(loaded).into_iter().rev().take(SHORT);
    let lines = latest.map(|(seq, news, at)| {
        let ways = deliveries
            .iter()
            .filter(|delivery| delivery.of.1 == seq)
            .map(|delivery| {
                let (_, state) = pages::state(state(delivery));
                (pages::way(&delivery.channel), state)
            });
        pages::line(at.date(), news, ways.collect())
    });
    Ok(lines.collect())
}

/// What there was to tell of a case, the first first: the number of its event, what it is, when. What one command
/// brought about is one.
fn all_news(loaded: &Loaded) -> Vec<(i64, News, zhida::calendar::Instant)> {
    let together = loaded
        .events
        .chunk_by(|one, next| one.at == next.at && one.by == next.by);
    let told = together.filter_map(|together| {
        let events: Vec<Event> = together.iter().map(|recorded| recorded.event.clone()).collect();
        let (at, news) = news(&events)?;
        let recorded = together.get(at)?;
        Some((recorded.seq, news, recorded.at))
    });
    told.collect()
}

async fn model(desk: &Desk, loaded: &Loaded, typed: Typed, problems: Vec<Problem>) -> Result<Notices, Fault> {
    let portal = desk.portal();
    let mut reader = portal.store.read();
    let deliveries = list_deliveries_of_case(&mut reader, loaded.id).await?;
    let counts = casework::count_told(&mut reader, loaded.id).await?;
    let mut rows = Vec::new();
    for (seq, news, at) in all_news(loaded).into_iter().rev() {
        let told = counts.iter().find(|(of, ..)| *of == seq);
        let mut ways = Vec::new();
        for delivery in deliveries.iter().filter(|delivery| delivery.of.1 == seq) {
            ways.push(way(desk, loaded, delivery)?);
        }
        rows.push(Row {
            seq,
            news,
            at,
            portal: told.map_or((0, 0), |(_, told, read)| (*told, *read)),
            ways,
        });
    }
    Ok(Notices {
        head: head(&loaded.case),
        rows,
        ways: ways(desk, loaded).await?,
        hidden: desk.op(),
        typed: typed.0,
        problems,
        done: None,
    })
}

fn way(desk: &Desk, loaded: &Loaded, delivery: &Delivery) -> Result<Way, Fault> {
    let note: Option<Sentence> = match delivery.officer {
        Some(_) => delivery.content(&desk.portal().keys)?,
        None => None,
    };
    let says = note
        .map(|note| note.as_str().to_owned())
        .or_else(|| delivery.problem.clone())
        .or_else(|| delivery.proof.clone().filter(|proof| !proof.is_empty()));
    let state = state(delivery);
    let again = matches!(state, State::Failed | State::Dead);
    let page = href(loaded.case.opened.reference.as_str());
    Ok(Way {
        name: pages::way(&delivery.channel),
        state,
        at: delivery.changed_at,
        attempts: delivery.attempts,
        says,
        retry: again.then(|| (format!("{page}/notices/{}/retry", delivery.id), desk.op())),
    })
}

fn state(delivery: &Delivery) -> State {
    match delivery.state {
        Progress::Sent if delivery.officer.is_some() => State::Told,
        Progress::Sent => State::Sent,
        Progress::Waiting => State::Waiting,
        Progress::Failed => State::Failed,
        Progress::Dead => State::Dead,
        Progress::Void => State::Void,
    }
}

/// What is known of the ways to the person, masked.
async fn ways(desk: &Desk, loaded: &Loaded) -> Result<Vec<(Phrase, Phrase)>, Fault> {
    let ways = Ways::of(desk.portal(), loaded.id, &loaded.case).await?;
    let shown = |name: &str, value: String| (Phrase::new(name), as_it_is(Name::only(value)));
    let mut lines = Vec::new();
    if ways.sealed {
        lines.push((Phrase::new("casework-reach"), Phrase::new("casework-reach-sealed")));
    }
    if let Some(known) = &ways.reach {
        lines.push(shown("casework-reach-name", known.reach.name.masked()));
        for (name, value) in masked(&known.reach) {
            lines.push(shown(label(name), value));
        }
        let wanted: Vec<String> = known
            .reach
            .channels()
            .iter()
            .map(|way| desk.visitor.text().say(&pages::way(way.as_str())))
            .collect();
        if !wanted.is_empty() {
            lines.push(shown(
                "casework-reach-ways",
                wanted.join(&desk.visitor.text().get("casework-and")),
            ));
        }
    } else if let Some(mobile) = ways.registered.as_ref().filter(|_| !ways.sealed) {
        lines.push(shown("casework-reach-register", mobile.masked()));
        let agreed = if ways.agreed {
            "casework-reach-agreed"
        } else {
            "casework-reach-not-agreed"
        };
        lines.push((Phrase::new("casework-reach-ways"), Phrase::new(agreed)));
    }
    Ok(lines)
}

fn label(field: &str) -> &'static str {
    match field {
        reaching::MOBILE => "casework-reach-mobile",
        reaching::MAIL => "casework-reach-mail",
        _ => "casework-reach-address",
    }
}

/// What is there, masked, by the fields that ask for it; of an address nothing but that there is one.
fn masked(reach: &Reach) -> Vec<(&'static str, String)> {
    let mobile = reach.mobile.as_ref().map(Mobile::masked);
    let mail = reach.mail.as_ref().map(MailAddress::masked);
    let address = reach.address.as_ref().map(|_| "****".to_owned());
    let all = [
        (reaching::MOBILE, mobile),
        (reaching::MAIL, mail),
        (reaching::ADDRESS, address),
    ];
    all.into_iter()
        .filter_map(|(name, shown)| Some((name, shown?)))
        .collect()
}

async fn known(desk: &Desk, loaded: &Loaded) -> Result<Option<StoredReach>, Fault> {
    let portal = desk.portal();
    let about = reach_of(loaded.id, &loaded.case);
    Ok(casework::find_reach(&mut portal.store.read(), &portal.keys, &about).await?)
}

/// What was typed; an empty field leaves what is there.
fn read(typed: &Typed, before: Option<&Reach>) -> Result<Reach, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut wrong = |field: &str, message: Phrase| {
        problems.push(Problem {
            field: field.to_owned(),
            message,
        });
    };
    let said = |field: &str| typed.get(field).unwrap_or_default().trim();
    let name = PersonName::parse(said(reaching::NAME));
    if name.is_err() {
        wrong(reaching::NAME, Phrase::new("casework-reach-name-wrong"));
    }
    let mobile = match said(reaching::MOBILE) {
        "" => before.and_then(|before| before.mobile.clone()),
        said => Mobile::parse(said)
            .map_err(|problem| wrong(reaching::MOBILE, phone_problem(problem)))
            .ok(),
    };
    let mail = match said(reaching::MAIL) {
        "" => before.and_then(|before| before.mail.clone()),
        said => MailAddress::parse(said)
            .map_err(|_| wrong(reaching::MAIL, Phrase::new("casework-reach-mail-wrong")))
            .ok(),
    };
    let address = match Reach::read_address(said(reaching::ADDRESS)) {
        Ok(None) => before.and_then(|before| before.address.clone()),
        Ok(address) => address,
        Err(ReachProblem::AddressTooLong(count)) => {
            let number = |number: usize| Said::Count(i64::try_from(number).unwrap_or(i64::MAX));
            let message = Phrase::new("casework-reach-address-long")
                .with("count", number(count))
                .with("most", number(LONGEST_ADDRESS));
            wrong(reaching::ADDRESS, message);
            None
        }
        Err(ReachProblem::NoMailAddress | ReachProblem::NotThere(_)) => None,
    };
    let ways = Channel::ALL.iter().copied();
    let wants = ways.filter(|way| typed.all(reaching::WAYS).any(|typed| typed == way.as_str()));
    let wants: Vec<Channel> = wants.collect();
    if typed.get(reaching::CHECKED).is_none() {
        wrong(reaching::CHECKED, Phrase::new("casework-reach-checked-missing"));
    }
    let Ok(name) = name else { return Err(problems) };
    let reach = Reach {
        name,
        mobile,
        mail,
        address,
        wants,
    };
    if problems.is_empty()
        && let Err(ReachProblem::NotThere(_)) = reach.check()
    {
        problems.push(Problem {
            field: reaching::WAYS.to_owned(),
            message: Phrase::new("casework-reach-missing"),
        });
    }
    if problems.is_empty() { Ok(reach) } else { Err(problems) }
}

fn reach_page(
    desk: &Desk,
    loaded: &Loaded,
    known: Option<&StoredReach>,
    typed: Vec<(String, String)>,
    problems: Vec<Problem>,
) -> Reply {
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let masked = known.map(|known| masked(&known.reach)).unwrap_or_default();
    let head = head(&loaded.case);
    desk.visitor.page_with(status, |text| {
        pages::reach_page(text, &head, &masked, desk.op(), typed, problems)
    })
}

/// Keeps what an officer did about telling, beside the case: it says nothing of the case itself.
async fn keep(desk: &Desk, tx: &mut Tx, case: Uuid, kind: &str, payload: &serde_json::Value) -> Result<(), StoreError> {
    let stream = format!("told:{case}");
    let new = NewEvent {
        stream: &stream,
        expected_seq: event::find_last_seq(tx, &stream).await?,
        kind,
        actor: Some(&desk.officer.id.0),
        role: None,
        office: Some(&desk.officer.office),
        at: desk.portal().now(),
        payload,
    };
    event::append(tx, &desk.portal().keys, &new).await.map(|_| ())
}
