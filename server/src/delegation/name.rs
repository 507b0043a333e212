//! `/account/delegations/new`: a person asks somebody to act for them, and gets a code to read out.

use axum::http::StatusCode;
use zhida::access::{AgentRole, Delegation, KnownOfBoth, PersonKey, Terms};
use zhida::account::{Code, Length};
use zhida_app::delegation::{self as pages, LIST, Made, NEW, field};
use zhida_app::question::{self, Answer as Offered, Field, Kind, Problem, Question};
use zhida_app::text::{Name, Phrase, Said};

use super::account_of;
use super::forms::{self, LINE, problem};
use super::own::linked;
use crate::account::allowance;
use crate::account::forms::kept_by_nobody;
use crate::account::record;
use crate::portal::{Portal, random_bytes};
use crate::store::delegation::{self, MadeBy, StoredDelegation};
use crate::store::operation::{self, ONCE, Operation};
use crate::web::gate::typed_before;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "delegation-new";

/// `GET /account/delegations/new`.
pub async fn ask(visitor: Visitor) -> Answer {
    let account = account_of(&visitor).ok_or(Fault::Forbidden)?;
    let people = linked(&visitor, account).await?;
    let typed = typed_before(&visitor).await?.unwrap_or_default();
    Ok(shown(&visitor, &people, typed, Vec::new()))
}

/// `POST /account/delegations/new`.
pub async fn name(visitor: Visitor, typed: Typed) -> Answer {
    let account = account_of(&visitor).ok_or(Fault::Forbidden)?;
    let portal = &visitor.portal;
    let people = linked(&visitor, account).await?;
    let whose = match people.as_slice() {
        [only] => Some(only),
        several => several.iter().find(|(person, _)| {
            let offered = value_of(portal, person);
            typed.get(field::WHO) == Some(offered.as_str())
        }),
    };
    let read = forms::read(&typed, &portal.catalogue, &AgentRole::BY_THE_PERSON);
    let until = forms::read_until(&typed, (AgentRole::EntrustedAgent, None), portal.today());
    let (Some((person, principal)), Ok(read), Ok(until)) = (whose, &read, &until) else {
        let whose = whose.is_none().then(|| problem(field::WHO, "problem-nothing-chosen"));
        let problems = whose
            .into_iter()
            .chain(read.err().unwrap_or_default())
            .chain(until.err());
        return Ok(shown(&visitor, &people, typed.0.clone(), problems.collect()));
    };
    let operation = Operation {
        id: typed.op().ok_or(Fault::BadRequest)?,
        actor: account.0.clone(),
        route: ROUTE.to_owned(),
        location: LIST.to_owned(),
    };
    let code = Code::of_random(Length::Link, random_bytes());
    let now = portal.now();
    let new = StoredDelegation {
        id: portal.random_id().to_string(),
        principal: person.clone(),
        agent: None,
        agent_person: None,
        says: Delegation {
            role: read.role,
            services: read.services.clone(),
            powers: read.powers.clone(),
            from: portal.today(),
            until: *until,
            of_age_on: None,
            accepted: false,
            ended: None,
        },
        terms: Terms {
            principal: principal.clone(),
            agent: read.agent.as_str().to_owned(),
            services: read.services.clone(),
            powers: read.powers.clone(),
            evidence: None,
        },
        made_by: MadeBy::Person(account.clone()),
        office: None,
        made_at: now,
        code_until: Some(forms::code_until(now)),
        ended_at: None,
        known: KnownOfBoth::default(),
    };
    let offered = delegation::count_offered(&mut portal.store.read(), person, now).await?;
    if offered >= Delegation::MOST_OFFERED {
        let problems = vec![problem(field::AGENT, "delegation-too-many-open")];
        return Ok(shown(&visitor, &people, typed.0, problems));
    }
    let mut tx = portal.store.begin().await?;
    match operation::insert(&mut tx, &operation, now).await {
        Ok(()) => {}
        // Pressed twice: the code was shown to the first press alone.
        Err(wrong) if wrong.is_conflict(ONCE) => return Ok(visitor.see_other(LIST)),
        Err(wrong) => return Err(wrong.into()),
    }
    if !allowance::DELEGATIONS.spend_on(&mut tx, &visitor, "", 1).await? {
        drop(tx);
        let problems = vec![problem(field::AGENT, "delegation-too-many")];
        return Ok(shown(&visitor, &people, typed.0, problems));
    }
    delegation::insert(&mut tx, &portal.keys, &new, Some(&code)).await?;
    let stream = format!("account:{account}");
    let payload = serde_json::json!({ "delegation": new.id, "person": person, "role": read.role });
    record::append(
        &mut tx,
        &visitor,
        (&stream, "delegation_made"),
        Some(&account.0),
        &payload,
    )
    .await?;
    tx.commit().await?;
    let back = (Phrase::new("delegation-back"), LIST);
    Ok(made(&visitor, &new, &code, back))
}

/// The page with the code, which nobody keeps.
pub(crate) fn made(visitor: &Visitor, new: &StoredDelegation, code: &Code, back: (Phrase, &str)) -> Reply {
    let model = Made {
        code: code.in_groups(),
        agent: new.terms.agent.clone(),
        principal: new.terms.principal.clone(),
        until: new.code_until.unwrap_or(new.made_at).date(),
        back: (back.0, back.1.to_owned()),
    };
    kept_by_nobody(visitor.page(|text| pages::made(text, &model)))
}

/// What a form posts for a person: nothing that says who it is.
fn value_of(portal: &Portal, person: &PersonKey) -> String {
    portal.keys.lookup_hash("offered_person", &person.0)
}

fn shown(
    visitor: &Visitor,
    people: &[(PersonKey, String)],
    typed: Vec<(String, String)>,
    problems: Vec<Problem>,
) -> Reply {
    let portal = &visitor.portal;
    let mut fields = Vec::new();
    if people.len() > 1 {
        let offered = people.iter().map(|(person, name)| Offered {
            value: value_of(portal, person),
            label: Phrase::new("delegation-person").with("name", Said::Name(Name::only(name.as_str()))),
            hint: None,
        });
        fields.push(Field::new(
            field::WHO,
            "delegation-who",
            Kind::Choice(offered.collect()),
        ));
    }
    fields.push(Field::new(field::AGENT, "delegation-agent-name", LINE).hinted("delegation-agent-name-hint"));
    fields.push(forms::roles("delegation-new-role", &AgentRole::BY_THE_PERSON));
    fields.extend(forms::terms(
        &portal.catalogue,
        "delegation-new-powers",
        "delegation-new-until-hint",
    ));
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let model = Question {
        hidden: vec![("op".to_owned(), portal.random_id().to_string())],
        fields,
        typed,
        problems,
        ..forms::question(NEW, LIST, "delegation-new-title", "delegation-new-hint")
    };
    visitor.page_with(status, |text| question::page(text, &model).keeping_what_is_typed())
}
