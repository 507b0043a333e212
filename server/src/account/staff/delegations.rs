//! `/office/delegations`: at the window of somebody's place, who may act for them; recording it with the proof that was
//! seen, which of guardians only an office does; and ending it with a reason, also for who calls.

use axum::extract::Query;
use axum::http::StatusCode;
use zhida::access::{
    AgentRole, Delegation, DelegationStanding, EndedBy, KnownOfBoth, PersonKey, Terms, comes_of_age, may_act,
};
use zhida::account::{Code, Length};
use zhida::calendar::Date;
use zhida::casework::Sentence;
use zhida::person::{PersonName, ResidentId};
use zhida_app::account::staff::hand_over::names;
use zhida_app::components::notice::{Kind as About, notice};
use zhida_app::delegation::{self as pages, END, OFFICE, RECORD, field};
use zhida_app::question::{self, Answer as Offered, Field, Kind, Leave, Problem, Question};
use zhida_app::text::{Name, Phrase, Said};

use super::hand_over::{Asks, documents, is_kin, officer, whose};
use crate::account::record;
use crate::delegation::forms::{self, LINE, problem};
use crate::delegation::{name, shown};
use crate::portal::random_bytes;
use crate::store::casework::person_key;
use crate::store::delegation::{self, MadeBy, StoredDelegation};
use crate::store::operation::{self, ONCE, Operation};
use crate::store::session::{self, Officer};
use crate::web::routes::ENDS_LINKS;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "office-delegation-new";
/// What an officer asks about a person for.
const ASKS: Asks = Asks {
    by: "for_delegations",
    roles: ENDS_LINKS,
};

/// `GET /office/delegations`.
pub async fn ask(visitor: Visitor, Query(asked): Query<Vec<(String, String)>>) -> Reply {
    let ended = Typed(asked).get("done") == Some("ended");
    looking(&visitor, &Typed::default(), Vec::new(), ended)
}

/// `POST /office/delegations`: who acts for a person; and which one ends, once one is chosen.
///
/// # Errors
/// A person whose own people the officer belongs to.
pub async fn act(visitor: Visitor, typed: Typed) -> Answer {
    let officer = officer(&visitor)?;
    let portal = &visitor.portal;
    let (name, person) = match of_documents(&visitor, officer, &typed).await? {
        Ok((name, _, person)) => (name, person),
        Err(problems) => return Ok(looking(&visitor, &typed, problems, false)),
    };
    let today = portal.today();
    let mut all = delegation::list_of_person(&mut portal.store.read(), &portal.keys, &person, today).await?;
    all.retain(|stored| !matches!(stored.standing_on(today), DelegationStanding::Over(_)));
    if typed.get(field::ACT) != Some(END) {
        return Ok(found(&visitor, (&typed, &name), &all, Vec::new()));
    }
    let reason = typed.get(field::REASON).and_then(Sentence::parse);
    let which = typed.get(field::WHICH).filter(|id| !id.is_empty());
    let (Some(reason), Some(which)) = (&reason, which) else {
        let missing = [
            (which.is_none(), field::WHICH, "delegation-office-choose"),
            (reason.is_none(), field::REASON, "delegation-office-reason-missing"),
        ];
        let missing = missing.into_iter().filter(|(is_missing, ..)| *is_missing);
        let problems = missing.map(|(_, field, message)| problem(field, message));
        return Ok(found(&visitor, (&typed, &name), &all, problems.collect()));
    };
    // Pressed twice, it is ended all the same.
    if let Some(stored) = all.iter().find(|stored| stored.id == which) {
        end(&visitor, officer, stored, reason).await?;
    }
    Ok(visitor.see_other(&format!("{OFFICE}?done=ended")))
}

async fn end(visitor: &Visitor, officer: &Officer, stored: &StoredDelegation, reason: &Sentence) -> Result<(), Fault> {
    let mut tx = visitor.portal.store.begin().await?;
    if delegation::end(&mut tx, &stored.id, EndedBy::Office, visitor.portal.now()).await? {
        let by = Some(officer.id.0.as_str());
        let payload = serde_json::json!({
            "delegation": stored.id,
            "person": stored.principal,
            "office": officer.office,
            "reason": reason.as_str(),
        });
        let own = format!("staff:{}", officer.id);
        record::append(&mut tx, visitor, (&own, "delegation_ended"), by, &payload).await?;
        if let Some(agent) = &stored.agent {
            // Pages about the person that were put aside.
            session::delete_answers_of(&mut tx, &agent.0).await?;
            let stream = format!("account:{agent}");
            record::append(&mut tx, visitor, (&stream, "delegation_ended"), by, &payload).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

/// Whose the documents are that were seen, where the officer may say who acts for them.
async fn of_documents(
    visitor: &Visitor,
    officer: &Officer,
    typed: &Typed,
) -> Result<Result<(PersonName, ResidentId, PersonKey), Vec<Problem>>, Fault> {
    let (name, number) = match documents(typed) {
        Ok(documents) => documents,
        Err(problems) => return Ok(Err(problems)),
    };
    let person = person_key(&visitor.portal.keys, &number);
    if is_kin(officer, &person) {
        return Err(Fault::Forbidden);
    }
    match whose(visitor, officer, ASKS, (&name, &number, &person)).await? {
        Ok(_) => Ok(Ok((name, number, person))),
        Err(wrong) => Ok(Err(vec![wrong])),
    }
}

/// The two lines of whoever stands at the window.
fn whose_fields() -> [Field; 2] {
    [
        Field::new(names::PERSON, "staff-link-person", LINE),
        Field::new(names::NUMBER, "staff-link-number", LINE),
    ]
}

fn status(problems: &[Problem]) -> StatusCode {
    if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}

fn looking(visitor: &Visitor, typed: &Typed, problems: Vec<Problem>, ended: bool) -> Reply {
    let model = Question {
        fields: whose_fields().into(),
        typed: typed.0.clone(),
        problems,
        leave: Some(Leave {
            save: Phrase::new("staff-links-look"),
            not: Phrase::new("delegation-office-record"),
            href: RECORD.to_owned(),
        }),
        ..forms::question(
            OFFICE,
            "/office/account",
            "delegation-office-title",
            "delegation-office-hint",
        )
    };
    visitor.page_with(status(&model.problems), |text| {
        let done = ended.then(|| notice(About::Ok, text.get("delegation-office-ended"), ()));
        question::page(text, &model).after(done)
    })
}

/// Those that hold or wait to be taken, and the form that ends one.
fn found(
    visitor: &Visitor,
    (typed, name): (&Typed, &PersonName),
    all: &[StoredDelegation],
    problems: Vec<Problem>,
) -> Reply {
    let portal = &visitor.portal;
    if all.is_empty() {
        let says = problem(names::PERSON, "delegation-office-none");
        return looking(visitor, typed, vec![says], false);
    }
    let text = visitor.text();
    let offered = all.iter().map(|stored| Offered {
        value: stored.id.clone(),
        label: Phrase::new("delegation-person").with(
            "name",
            Said::Name(Name::only(pages::in_words(text, &shown(portal, stored)))),
        ),
        hint: stored.terms.evidence.as_ref().map(|evidence| {
            Phrase::new("delegation-evidence-seen").with("evidence", Said::Name(Name::only(evidence.as_str())))
        }),
    });
    let kept = |name: &str| (name.to_owned(), typed.get(name).unwrap_or_default().to_owned());
    let model = Question {
        hidden: vec![
            kept(names::PERSON),
            kept(names::NUMBER),
            (field::ACT.to_owned(), END.to_owned()),
        ],
        fields: vec![
            Field::new(field::WHICH, "delegation-office-which", Kind::Choice(offered.collect())),
            Field::new(field::REASON, "delegation-office-reason", Kind::Sentences)
                .hinted("delegation-office-reason-hint"),
        ],
        typed: typed.0.clone(),
        problems,
        leave: Some(Leave {
            save: Phrase::new("delegation-office-end"),
            not: Phrase::new("delegation-office-not"),
            href: OFFICE.to_owned(),
        }),
        title: Phrase::new("delegation-office-of").with("name", Said::Name(Name::only(name.as_str()))),
        ..forms::question(OFFICE, OFFICE, "delegation-office-title", "delegation-office-hint")
    };
    visitor.page_with(status(&model.problems), |text| question::page(text, &model))
}

/// `GET /office/delegations/new`.
pub async fn ask_record(visitor: Visitor) -> Reply {
    recording(&visitor, &Typed::default(), Vec::new())
}

/// `POST /office/delegations/new`: the delegation, and the code that is handed over.
///
/// # Errors
/// People to whom the officer belongs.
pub async fn record(visitor: Visitor, typed: Typed) -> Answer {
    let officer = officer(&visitor)?;
    let portal = &visitor.portal;
    let today = portal.today();
    // What is typed is looked at as a whole before anybody is looked for.
    let read = forms::read(&typed, &portal.catalogue, AgentRole::ALL);
    let evidence = typed.get(field::EVIDENCE).and_then(Sentence::parse);
    let whose_problems = documents(&typed).err().unwrap_or_default();
    let number = documents(&typed).ok().map(|(_, number)| number);
    let role = typed.get(field::ROLE).and_then(AgentRole::parse);
    let agent = role.map(|role| agent_of(&typed, role, number.as_ref(), today));
    let of_age_on = number.as_ref().map(|number| comes_of_age(number.birth_date()));
    let of_age_on = of_age_on.filter(|day| *day > today);
    let by_age = role.and_then(|role| fits_age(role, of_age_on));
    let until = forms::read_until(&typed, (role.unwrap_or(AgentRole::EntrustedAgent), of_age_on), today);
    let (Ok(read), Some(evidence), true, Some(Ok(agent)), None, Ok(until)) =
        (&read, &evidence, whose_problems.is_empty(), &agent, &by_age, &until)
    else {
        let evidence = evidence
            .is_none()
            .then(|| problem(field::EVIDENCE, "delegation-record-evidence-missing"));
        let problems = whose_problems.into_iter().chain(read.err().unwrap_or_default());
        let problems = problems
            .chain(by_age)
            .chain(agent.and_then(Result::err))
            .chain(until.err())
            .chain(evidence);
        return Ok(recording(&visitor, &typed, problems.collect()));
    };
    let (name, person) = match of_documents(&visitor, officer, &typed).await? {
        Ok((name, _, person)) => (name, person),
        Err(problems) => return Ok(recording(&visitor, &typed, problems)),
    };
    let agent_person = agent.as_ref().map(|number| person_key(&portal.keys, number));
    if let Some(agent) = &agent_person {
        if is_kin(officer, agent) {
            return Err(Fault::Forbidden);
        }
        if delegation::is_to_be_ward(&mut portal.store.read(), agent, (portal.now(), today)).await? {
            let problems = vec![problem(field::AGENT_NUMBER, "delegation-record-ward-agent")];
            return Ok(recording(&visitor, &typed, problems));
        }
    }
    let operation = Operation {
        id: typed.op().ok_or(Fault::BadRequest)?,
        actor: officer.id.0.clone(),
        route: ROUTE.to_owned(),
        location: OFFICE.to_owned(),
    };
    let code = Code::of_random(Length::Link, random_bytes());
    let now = portal.now();
    let new = StoredDelegation {
        id: portal.random_id().to_string(),
        principal: person,
        agent: None,
        agent_person,
        says: Delegation {
            role: read.role,
            services: read.services.clone(),
            powers: read.powers.clone(),
            from: today,
            until: *until,
            of_age_on: of_age_on.filter(|_| read.role == AgentRole::GuardianOfMinor),
            accepted: false,
            ended: None,
        },
        terms: Terms {
            principal: name.as_str().to_owned(),
            agent: read.agent.as_str().to_owned(),
            services: read.services.clone(),
            powers: read.powers.clone(),
            evidence: Some(evidence.as_str().to_owned()),
        },
        made_by: MadeBy::Office(officer.id.clone()),
        office: Some(officer.office.clone()),
        made_at: now,
        code_until: Some(forms::code_until(now)),
        ended_at: None,
        known: KnownOfBoth::default(),
    };
    let mut tx = portal.store.begin().await?;
    match operation::insert(&mut tx, &operation, now).await {
        Ok(()) => {}
        // Pressed twice: the code was shown to the first press alone.
        Err(wrong) if wrong.is_conflict(ONCE) => return Ok(visitor.see_other(OFFICE)),
        Err(wrong) => return Err(wrong.into()),
    }
    delegation::insert(&mut tx, &portal.keys, &new, Some(&code)).await?;
    let stream = format!("staff:{}", officer.id);
    let payload = serde_json::json!({ "delegation": new.id, "person": new.principal, "role": read.role });
    let by = Some(officer.id.0.as_str());
    record::append(&mut tx, &visitor, (&stream, "delegation_recorded"), by, &payload).await?;
    tx.commit().await?;
    let back = (Phrase::new("delegation-office-back"), OFFICE);
    Ok(name::made(&visitor, &new, &code, back))
}

/// Whether a guardian is one of somebody of that age.
fn fits_age(role: AgentRole, of_age_on: Option<Date>) -> Option<Problem> {
    match (role, of_age_on) {
        (AgentRole::GuardianOfMinor, None) => Some(problem(field::ROLE, "delegation-record-not-minor")),
        (AgentRole::GuardianOfAdult, Some(_)) => Some(problem(field::ROLE, "delegation-record-is-minor")),
        _ => None,
    }
}

/// The number of whoever acts. Who acts for an institution or a committee need not give theirs.
fn agent_of(
    typed: &Typed,
    role: AgentRole,
    person: Option<&ResidentId>,
    today: Date,
) -> Result<Option<ResidentId>, Problem> {
    let wrong = |message| Err(problem(field::AGENT_NUMBER, message));
    let raw = typed.get(field::AGENT_NUMBER).unwrap_or_default();
    if raw.trim().is_empty() {
        return match role {
            AgentRole::InstitutionalGuardian | AgentRole::VillageCommittee => Ok(None),
            _ => wrong("delegation-record-number-missing"),
        };
    }
    let Ok(number) = ResidentId::parse(raw) else {
        return wrong("staff-link-number-wrong");
    };
    if person == Some(&number) {
        wrong("delegation-record-same")
    } else if !may_act(number.birth_date(), today) {
        wrong("delegation-record-minor-agent")
    } else {
        Ok(Some(number))
    }
}

fn recording(visitor: &Visitor, typed: &Typed, problems: Vec<Problem>) -> Reply {
    let portal = &visitor.portal;
    let mut fields: Vec<Field> = [
        Field::new(names::PERSON, "delegation-record-person", LINE).hinted("delegation-record-person-hint"),
        Field::new(names::NUMBER, "delegation-record-number", LINE),
    ]
    .into();
    fields.push(forms::roles("delegation-role", AgentRole::ALL));
    fields.push(Field::new(field::AGENT, "delegation-agent-name", LINE).hinted("delegation-agent-name-hint"));
    fields.push(
        Field::new(field::AGENT_NUMBER, "delegation-record-agent-number", LINE)
            .hinted("delegation-record-agent-number-hint")
            .optional(),
    );
    fields.extend(forms::terms(
        &portal.catalogue,
        "delegation-record-powers",
        "delegation-record-until-hint",
    ));
    fields.push(
        Field::new(field::EVIDENCE, "delegation-record-evidence", Kind::Sentences)
            .hinted("delegation-record-evidence-hint"),
    );
    let model = Question {
        hidden: vec![("op".to_owned(), portal.random_id().to_string())],
        fields,
        typed: typed.0.clone(),
        problems,
        leave: Some(Leave {
            save: Phrase::new("delegation-record-act"),
            not: Phrase::new("delegation-office-back"),
            href: OFFICE.to_owned(),
        }),
        ..forms::question(RECORD, OFFICE, "delegation-record-title", "delegation-record-hint")
    };
    visitor.page_with(status(&model.problems), |text| question::page(text, &model))
}
