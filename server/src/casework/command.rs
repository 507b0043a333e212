//! `/office/cases/{reference}/{command}`: the form of a command, and carrying it out.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use zhida::casework::{Case, Command, Refusal, decide};
use zhida_app::casework::command::{self, Ask, CommandForm, field};
use zhida_app::casework::conflict::{self, Conflict};
use zhida_app::casework::href;
use zhida_app::question::{Kind, Problem};
use zhida_app::text::Phrase;

use super::act::{Both, Done, Given, give_with, since};
use super::confirm::{self, Step};
use super::desk::{Desk, head};
use super::known::known;
use super::people::People;
use super::{accept, corrected, forms, forwarding, history, payment, read, words};
use crate::store::casework::Loaded;
use crate::web::gate::typed_before;
use crate::web::{Answer, Fault, Typed, Visitor};

/// The command that a letter is printed before.
const FORWARD: &str = "forward";

/// The form.
///
/// # Errors
/// A case that is none of theirs; a command that is none.
pub async fn ask(
    visitor: Visitor,
    Path((reference, name)): Path<(String, String)>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Answer {
    let desk = Desk::of(visitor)?;
    let loaded = desk.load(&reference).await?;
    // What was typed into a session that had ended stands in the form again.
    let asked = Typed(asked);
    let before = typed_before(&desk.visitor).await?.map(Typed);
    // The letter that was printed first leads back with the office it is to.
    let typed = before.unwrap_or_else(|| match (name.as_str(), asked.get(field::FACT)) {
        (FORWARD, _) => Typed(asked.0.clone()),
        (_, Some(fact)) => corrected::as_typed(&loaded.case, fact),
        _ => Typed::default(),
    });
    let fact = asked.get(field::FACT).or(typed.get(field::FACT)).map(str::to_owned);
    let fact = fact.as_deref();
    let ask = forms::ask(&desk, &loaded, &name, fact).await?.ok_or(Fault::NotFound)?;
    if !forms::is_offered(&desk, &loaded.case, &name)? {
        // What cannot be done now is said on the case, where something else can.
        return Ok(desk.visitor.see_other(&href(loaded.case.opened.reference.as_str())));
    }
    let form = form(&desk, &loaded, ask, typed, fact).await?;
    Ok(desk.visitor.page(|text| command::page(text, &form)))
}

/// The command.
///
/// # Errors
/// A case that is none of theirs; a command that is none; no operation id.
pub async fn act(visitor: Visitor, Path((reference, name)): Path<(String, String)>, typed: Typed) -> Answer {
    let desk = Desk::of(visitor)?;
    let op = typed.op().ok_or(Fault::BadRequest)?;
    let loaded = desk.load(&reference).await?;
    let fact = typed.get(field::FACT).map(str::to_owned);
    // A form pressed twice may have no form any more: what it says is then read as it was.
    let Some(ask) = forms::ask(&desk, &loaded, &name, fact.as_deref()).await? else {
        return gone(&desk, loaded, &name, op).await;
    };
    let location = format!("{}?done=saved", href(loaded.case.opened.reference.as_str()));
    let given = match read::command(&desk, &loaded.case, &ask, &typed)? {
        Ok(command) => command,
        Err(problems) => {
            let mut form = form(&desk, &loaded, ask, typed, fact.as_deref()).await?;
            form.problems = problems;
            return Ok(wrong(&desk, &form));
        }
    };
    if let Command::Forward(receipt) = &given
        && typed.get(field::PRINT).is_some()
    {
        // Nothing is done yet.
        return match decide(&loaded.case, &given, &desk.actor(), &desk.setting(&loaded.case)?) {
            Ok(_) => Ok(desk.visitor.see_other(&forwarding::to_print(&loaded, receipt))),
            Err(refusal) => {
                let mut form = form(&desk, &loaded, ask, typed, None).await?;
                refuse(&mut form, &refusal);
                Ok(wrong(&desk, &form))
            }
        };
    }
    let Some(version) = version(&typed, "version", &loaded.case) else {
        return unknown_version(&desk, &loaded, ask, typed, (&name, op)).await;
    };
    match confirm::step(&desk, &loaded, &ask, &typed, &given)? {
        Step::Go => {}
        Step::Ask(page) => return Ok(page),
        Step::Back => {
            let form = form(&desk, &loaded, ask, typed, fact.as_deref()).await?;
            return Ok(wrong(&desk, &form));
        }
    }
    let with = match &ask {
        Ask::Accept(accepting) => accept::with(&desk, &loaded.case, accepting, &typed, &given).await?,
        Ask::RecordAccount { .. } | Ask::RecordConfirmation { .. } => {
            payment::with(&desk, &loaded.case, &given).await?
        }
        _ => Vec::new(),
    };
    let given = Given {
        loaded,
        command: &given,
        version: Some(version),
        op,
        location,
        file: None,
    };
    let done = match give_with(&desk, given, with).await? {
        Both::Done(done) => done,
        Both::Other(loaded, other, refusal) => {
            // As it is now: the other one may not be there to be ticked any more.
            let ask = forms::ask(&desk, &loaded, &name, fact.as_deref()).await?;
            let ask = ask.ok_or(Fault::NotFound)?;
            let mut form = form(&desk, &loaded, ask, typed, fact.as_deref()).await?;
            match form.ask {
                Ask::RecordAccount { .. } | Ask::RecordConfirmation { .. } => {
                    form.refusal = Some(payment::why_not(&other));
                }
                _ => set(&mut form, accept::why_not(&other, refusal.as_ref())),
            }
            return Ok(wrong(&desk, &form));
        }
    };
    match done {
        Done::Gone(location) => Ok(desk.visitor.see_other(&location)),
        Done::Refused(loaded, refusal) => {
            let mut form = form(&desk, &loaded, ask, typed, fact.as_deref()).await?;
            refuse(&mut form, &refusal);
            Ok(wrong(&desk, &form))
        }
        Done::Changed(loaded) => {
            let both = conflict(&desk, &loaded, ask, typed, (version, &name)).await?;
            Ok(desk
                .visitor
                .page_with(StatusCode::CONFLICT, |text| conflict::page(text, &both)))
        }
    }
}

/// The version its officer saw, of the field that says it, where it is one the case has had.
pub(super) fn version(typed: &Typed, field: &str, case: &Case) -> Option<i64> {
    let version = typed.get(field)?.parse().ok()?;
    (1..=case.seq).contains(&version).then_some(version)
}

/// A form that does not say what its officer saw changes nothing: the case is shown with all that happened to it. Only
/// what is done already leads where it led.
async fn unknown_version(
    desk: &Desk,
    loaded: &Loaded,
    ask: Ask,
    typed: Typed,
    (name, op): (&str, uuid::Uuid),
) -> Answer {
    if let Some(before) = before(desk, name, op).await? {
        return Ok(desk.visitor.see_other(&before));
    }
    let both = conflict(desk, loaded, ask, typed, (0, name)).await?;
    Ok(desk
        .visitor
        .page_with(StatusCode::CONFLICT, |text| conflict::page(text, &both)))
}

/// Where a form led that was sent before.
async fn before(desk: &Desk, name: &str, op: uuid::Uuid) -> Result<Option<String>, Fault> {
    let route = format!("office-{name}");
    let mut reading = desk.portal().store.read();
    let before = crate::store::operation::find(&mut reading, op, &desk.owner(), &route).await?;
    Ok(before.map(|before| before.location))
}

/// A repeat of what is done goes where it went; anything else has nothing to go on with.
async fn gone(desk: &Desk, loaded: Loaded, name: &str, op: uuid::Uuid) -> Answer {
    let before = before(desk, name, op).await?;
    let location = before.unwrap_or_else(|| href(loaded.case.opened.reference.as_str()));
    Ok(desk.visitor.see_other(&location))
}

fn wrong(desk: &Desk, form: &CommandForm) -> crate::web::Reply {
    desk.visitor
        .page_with(StatusCode::UNPROCESSABLE_ENTITY, |text| command::page(text, form))
}

/// What was refused stands at its field, or above the form.
fn refuse(form: &mut CommandForm, refusal: &Refusal) {
    match read::problem_of(refusal) {
        Some(problem) => set(form, problem),
        None => form.refusal = Some(words::refusal(refusal)),
    }
}

/// A problem stands at its field; above the form where the form has no such field.
fn set(form: &mut CommandForm, problem: Problem) {
    if form.ask.fields().iter().any(|field| field.name == problem.field) {
        form.problems.push(problem);
    } else {
        form.refusal = Some(problem.message);
    }
}

async fn form(desk: &Desk, loaded: &Loaded, ask: Ask, typed: Typed, fact: Option<&str>) -> Result<CommandForm, Fault> {
    let case: &Case = &loaded.case;
    // The form keeps its operation: sent again after it was put right, it still counts once.
    let mut hidden = match typed.op() {
        Some(op) => vec![("op".to_owned(), op.to_string())],
        None => desk.op(),
    };
    hidden.push(("version".to_owned(), case.seq.to_string()));
    if let Ask::Accept(accepting) = &ask {
        let others = accepting.others.iter();
        hidden.extend(others.map(|other| (accept::version_field(&other.reference), other.version.to_string())));
    }
    if let Some(fact) = fact {
        hidden.push((field::FACT.to_owned(), fact.to_owned()));
    }
    Ok(CommandForm {
        head: head(case),
        known: known(desk, loaded, ask.name()).await?,
        ask,
        hidden,
        typed: typed.0,
        problems: Vec::<Problem>::new(),
        refusal: None,
    })
}

/// Both versions: what a colleague did meanwhile, and what was about to be done.
async fn conflict(
    desk: &Desk,
    loaded: &Loaded,
    ask: Ask,
    typed: Typed,
    (version, name): (i64, &str),
) -> Result<Conflict, Fault> {
    let yours = yours(desk, &ask, &typed);
    let since = since(loaded, version);
    let people = People::load(desk, history::officers(&loaded.events)).await?;
    let possible = forms::is_offered(desk, &loaded.case, name)?;
    let fact = typed.get(field::FACT).map(str::to_owned);
    let mut form = form(desk, loaded, ask, typed, fact.as_deref()).await?;
    if !possible {
        form.refusal = Some(Phrase::new("casework-conflict-gone-says"));
    }
    Ok(Conflict {
        since: since
            .into_iter()
            .map(|recorded| history::entry(desk, &people, &loaded.case, recorded))
            .collect(),
        yours,
        form,
        possible,
    })
}

/// What was typed, in words: each field with its answer.
pub(super) fn yours(desk: &Desk, ask: &Ask, typed: &Typed) -> Vec<(Phrase, String)> {
    let text = desk.visitor.text();
    let and = text.get("casework-and");
    let mut yours = Vec::new();
    for field in ask.fields() {
        let mut answers: Vec<String> = match &field.kind {
            Kind::Choice(options) | Kind::Several(options) => options
                .iter()
                .filter(|option| typed.all(&field.name).any(|value| value == option.value))
                .map(|option| text.say(&option.label))
                .collect(),
            Kind::Day { .. } => ["year", "month", "day"]
                .iter()
                .filter_map(|part| typed.get(&format!("{}-{part}", field.name)).map(str::to_owned))
                .collect(),
            Kind::Number(_) | Kind::Line(..) | Kind::Sentences => {
                typed.get(&field.name).map(str::to_owned).into_iter().collect()
            }
        };
        answers.retain(|answer| !answer.trim().is_empty());
        if !answers.is_empty() {
            yours.push((field.label.clone(), answers.join(&and)));
        }
    }
    yours
}
