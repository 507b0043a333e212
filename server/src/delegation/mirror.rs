//! `/account/in-my-name`: what others did in a person's name, and saying that one does not want it. Whoever did it sees
//! nothing of that, nowhere.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use serde_json::json;
use zhida::casework::{Deed, DoneByAnother, Reference, Sentence, answer_unwanted_by, done_by_others};
use zhida_app::delegation::mirror::{self as pages, Line, MIRROR, Mirror, Said as Told, WORDS};
use zhida_app::delegation::role as role_of;
use zhida_app::question::{self, Field, Kind, Leave, Problem, Question};
use zhida_app::text::{Name, Phrase, Said};

use super::account_of;
use super::forms;
use crate::cases::{Reader, address};
use crate::casework::words::submitter as submitter_words;
use crate::catalogue::words;
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::casework::{self, Loaded, ONE_UNWANTED, Scope, Unwanted, insert_unwanted, list_unwanted_of};
use crate::store::delegation::{self, StoredDelegation};
use crate::store::event::{self, NewEvent};
use crate::store::operation::{self, ONCE, Operation};
use crate::store::session::AccountId;
use crate::web::sentence::sentence_or_none;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "in-my-name-unwanted";

/// `GET /account/in-my-name`.
pub async fn show(visitor: Visitor, Query(asked): Query<Vec<(String, String)>>) -> Answer {
    let account = account_of(&visitor).ok_or(Fault::Forbidden)?;
    let portal = &visitor.portal;
    let said = list_unwanted_of(&mut portal.store.read(), &portal.keys, account).await?;
    let mut lines = Vec::new();
    for (loaded, helpers) in own_cases(&visitor).await? {
        for done in done_by_others(&loaded.events, &account.0) {
            let told = said.iter().find(|said| said.case == loaded.id && said.seq == done.seq);
            lines.push(line(portal, (&loaded, &helpers), &done, told));
        }
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.at));
    let model = Mirror {
        lines,
        done: Typed(asked).get("done").is_some(),
    };
    Ok(visitor.page(|text| pages::page(text, &model)))
}

/// The cases of the people an office linked the account to, each with who may or might act for the person.
async fn own_cases(visitor: &Visitor) -> Result<Vec<(Loaded, Vec<StoredDelegation>)>, Fault> {
    let portal = &visitor.portal;
    let mut reading = portal.store.read();
    let mut cases = Vec::new();
    let (scope, people) = own_scope(visitor).await?;
    for person in people {
        let helpers = delegation::list_of_person(&mut reading, &portal.keys, &person, portal.today()).await?;
        for found in casework::list_of_person(&mut reading, &portal.keys, &scope, &person).await? {
            let loaded = casework::find(&mut reading, &portal.keys, &scope, found.reference).await?;
            cases.extend(loaded.map(|loaded| (loaded, helpers.clone())));
        }
    }
    Ok(cases)
}

/// What the account sees as linked: what it acts with for others is not its own name.
async fn own_scope(visitor: &Visitor) -> Result<(Scope, Vec<zhida::access::PersonKey>), Fault> {
    let linked = Reader::of(visitor).await?.linked();
    let people = linked.iter().map(|held| held.person.clone()).collect();
    Ok((Scope::acting(Vec::new(), linked), people))
}

fn line(
    portal: &Portal,
    (loaded, helpers): (&Loaded, &[StoredDelegation]),
    done: &DoneByAnother,
    told: Option<&Unwanted>,
) -> Line {
    let reference = loaded.case.opened.reference;
    Line {
        at: done.at,
        who: who(loaded, helpers, done),
        deed: done.deed,
        service: words::of("service", &loaded.case.opened.service),
        case_href: address(reference),
        href: format!("{MIRROR}/{reference}/{}", done.seq),
        said: told.map(|said| Told {
            on: said.said_at.date(),
            due: said.due_on,
            late: said.answer.is_none() && portal.today() > said.due_on,
            answer: said
                .answer
                .as_ref()
                .map(|(at, words)| (at.date(), words.as_str().to_owned())),
        }),
    }
}

/// The account that handed the case in.
fn filed_with(loaded: &Loaded) -> Option<&str> {
    match &loaded.events.first()?.by {
        zhida::access::By::Resident { account } => account.as_deref(),
        _ => None,
    }
}

/// Who did it: of an account that may act, or might, its name there; of whoever handed it in, how they named themselves.
pub(crate) fn who(loaded: &Loaded, helpers: &[StoredDelegation], done: &DoneByAnother) -> Phrase {
    let by = done.account.as_deref();
    let helper = helpers
        .iter()
        .find(|helper| by.is_some() && helper.agent.as_ref().map(|agent| agent.0.as_str()) == by);
    let named = |name: &str, role: Phrase| {
        Phrase::new("delegation-doer")
            .with("name", Said::Name(Name::only(name)))
            .with("role", Said::Words(Box::new(role)))
    };
    if let Some(helper) = helper {
        return named(&helper.terms.agent, role_of(helper.says.role));
    }
    if let (Deed::Submitted, Some(assisted)) = (done.deed, &loaded.case.opened.assisted) {
        return crate::casework::words::entered(&loaded.case, assisted);
    }
    let submitter = &loaded.case.opened.submitter;
    match &submitter.name {
        Some(name) if by == filed_with(loaded) => match submitter_words(submitter.role) {
            Some(role) => named(name.as_str(), role),
            None => Phrase::new("delegation-doer-account"),
        },
        _ if by.is_some() => Phrase::new("delegation-doer-account"),
        _ => Phrase::new("delegation-doer-nobody"),
    }
}

/// One deed of a case that is the visitor's own.
async fn load(visitor: &Visitor, (reference, seq): (&str, &str)) -> Result<(Loaded, DoneByAnother, Line), Fault> {
    let account = account_of(visitor).ok_or(Fault::Forbidden)?;
    let portal = &visitor.portal;
    let reference = Reference::parse(reference).map_err(|_| Fault::NotFound)?;
    let seq: i64 = seq.parse().map_err(|_| Fault::NotFound)?;
    let mut own = own_cases(visitor).await?.into_iter();
    let found = own.find(|(loaded, _)| loaded.case.opened.reference == reference);
    let (loaded, helpers) = found.ok_or(Fault::NotFound)?;
    let mut done = done_by_others(&loaded.events, &account.0).into_iter();
    let done = done.find(|done| done.seq == seq).ok_or(Fault::NotFound)?;
    let said = list_unwanted_of(&mut portal.store.read(), &portal.keys, account).await?;
    let said = said.iter().find(|said| said.case == loaded.id && said.seq == seq);
    let line = line(portal, (&loaded, &helpers), &done, said);
    Ok((loaded, done, line))
}

/// `GET /account/in-my-name/{reference}/{seq}`.
pub async fn ask(visitor: Visitor, Path((reference, seq)): Path<(String, String)>) -> Answer {
    let (_, _, line) = load(&visitor, (&reference, &seq)).await?;
    if line.said.is_some() {
        return Ok(visitor.see_other(MIRROR));
    }
    Ok(asking(&visitor, &line, "", Vec::new()))
}

/// `POST /account/in-my-name/{reference}/{seq}`: it is not wanted.
pub async fn say(visitor: Visitor, Path((reference, seq)): Path<(String, String)>, typed: Typed) -> Answer {
    let account = account_of(&visitor).ok_or(Fault::Forbidden)?;
    let portal = &visitor.portal;
    let (loaded, done, line) = load(&visitor, (&reference, &seq)).await?;
    let said = typed.get(WORDS).unwrap_or_default();
    let words = match sentence_or_none(said) {
        Ok(words) => words,
        Err(message) => {
            let problem = Problem {
                field: WORDS.to_owned(),
                message,
            };
            return Ok(asking(&visitor, &line, said, vec![problem]));
        }
    };
    let operation = Operation {
        id: typed.op().ok_or(Fault::BadRequest)?,
        actor: account.0.clone(),
        route: ROUTE.to_owned(),
        location: format!("{MIRROR}?done=said"),
    };
    match keep(portal, &operation, (&loaded, &done), (account, words)).await {
        Ok(()) => {}
        // Pressed twice, or in two windows: it is said once, and the page says so.
        Err(problem) if problem.is_conflict(ONCE) || problem.is_conflict(ONE_UNWANTED) => {
            portal.store.settled().await?;
        }
        Err(problem) => return Err(problem.into()),
    }
    Ok(visitor.see_other(&operation.location))
}

/// That it is not wanted, that it was this press, and the record of it, in a stream that no page of the case shows.
async fn keep(
    portal: &Portal,
    operation: &Operation,
    (loaded, done): (&Loaded, &DoneByAnother),
    (account, words): (&AccountId, Option<Sentence>),
) -> Result<(), StoreError> {
    let now = portal.now();
    let new = Unwanted {
        id: portal.random_id().to_string(),
        case: loaded.id,
        seq: done.seq,
        account: account.clone(),
        words,
        said_at: now,
        due_on: answer_unwanted_by(portal.today(), &portal.calendar),
        answer: None,
        reference: String::new(),
        entered_by: None,
        parties: Vec::new(),
    };
    let mut tx = portal.store.begin().await?;
    operation::insert(&mut tx, operation, now).await?;
    insert_unwanted(&mut tx, &portal.keys, &new).await?;
    let record = NewEvent {
        stream: &stream(&new.id),
        expected_seq: 0,
        kind: "unwanted_said",
        actor: Some(&operation.actor),
        role: None,
        office: None,
        at: now,
        payload: &json!({}),
    };
    event::append(&mut tx, &portal.keys, &record).await?;
    tx.commit().await
}

/// The stream of what somebody does not want.
pub(crate) fn stream(id: &str) -> String {
    format!("unwanted:{id}")
}

fn asking(visitor: &Visitor, line: &Line, words: &str, problems: Vec<Problem>) -> Reply {
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let about = Phrase::new("delegation-unwanted-title")
        .with("service", Said::Words(Box::new(line.service.clone())))
        .with("deed", Said::Words(Box::new(pages::deed(line.deed))));
    let mut field = Field::new(WORDS, "delegation-unwanted-words", Kind::Sentences).optional();
    field.hint = Some(Phrase::new("delegation-unwanted-hint"));
    let model = Question {
        hidden: vec![("op".to_owned(), visitor.portal.random_id().to_string())],
        fields: vec![field],
        typed: vec![(WORDS.to_owned(), words.to_owned())],
        problems,
        leave: Some(Leave {
            save: Phrase::new("delegation-unwanted-send"),
            not: Phrase::new("delegation-unwanted-not"),
            href: MIRROR.to_owned(),
        }),
        title: about,
        ..forms::question(
            &line.href,
            MIRROR,
            "delegation-unwanted-words",
            "delegation-unwanted-hint",
        )
    };
    let withdraw = format!("{}/withdraw", line.case_href);
    visitor.page_with(status, |text| {
        question::page(text, &model).after(Some(pages::goes_on(text, &withdraw)))
    })
}
