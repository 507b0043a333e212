//! `zhida assess`: a file of people in, one JSON report out.

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::answer::answer;
use super::events::{EventAnswer, EventKind, LifecycleEvent, after_event};
use super::input::{Person, Trouble, read_person};
use crate::calendar::{Month, parse_date};
use crate::catalogue::{Catalogue, Service};
use crate::place::DivisionCode;
use crate::policy::Profile;
use crate::rule::{PolicyId, PolicyValues};

/// The whole answer to a file.
#[derive(Debug)]
pub struct Report {
    /// As documented in `docs/ASSESS.md`.
    pub json: Json,
    /// True where something of the file stands in `errors`.
    pub has_errors: bool,
}

/// The file is not JSON, or not of the shape: where and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {message}")]
pub struct FileError {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// One sentence.
    pub message: String,
}

#[derive(Deserialize)]
struct File {
    scenarios: Vec<Json>,
    lifecycle_events: Option<Vec<Json>>,
}

/// Assesses every person of a file for every service. With a profile that one alone holds; without, the shipped
/// policy of the person's county in the month of their application.
///
/// # Errors
/// Where the file as a whole cannot be read; what is wrong with one person stands in the report.
pub fn assess_file(catalogue: &Catalogue, text: &str, profile: Option<&Profile>) -> Result<Report, FileError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file: File = serde_json::from_str(text).map_err(|error| file_error(&error))?;
    let mut errors = Vec::new();
    let mut people: Vec<(Person, InForce)> = Vec::new();
    let mut refused: Vec<String> = Vec::new();
    for json in &file.scenarios {
        let read = read_person(catalogue, json).and_then(|person| match policy_for(catalogue, &person, profile) {
            Ok(policy) => Ok((person, policy)),
            Err(trouble) => Err((Some(person.id), vec![trouble])),
        });
        match read {
            Ok((person, policy)) => {
                let (month, without) = (Month::of(person.applied_on), policy.unanswered(catalogue));
                errors.extend(without.map(|(service, key)| {
                    let message = format!("{service}: policy.{key} has no value in {month}");
                    error(Some(&person.id), &no_policy(message))
                }));
                people.push((person, policy));
            }
            Err((id, troubles)) => {
                errors.extend(troubles.iter().map(|trouble| error(id.as_deref(), trouble)));
                refused.extend(id);
            }
        }
    }
    let mut events = Vec::new();
    for json in file.lifecycle_events.iter().flatten() {
        match read_event(json) {
            Err((id, troubles)) => errors.extend(troubles.iter().map(|trouble| error(id.as_deref(), trouble))),
            Ok(event) => match people.iter().find(|(person, _)| person.id == event.scenario) {
                Some((person, policy)) => events.push(answer_event(catalogue, &event, person, policy)),
                None => errors.push(error(Some(&event.id), &no_person(&event, &refused))),
            },
        }
    }
    let people: Vec<Json> = people
        .iter()
        .map(|(person, policy)| answer_person(catalogue, person, policy))
        .collect();
    let has_errors = !errors.is_empty();
    let json = json!({
        "schema_version": "1.0",
        "profile": profile.map(|profile| &profile.name),
        "people": people,
        "events": events,
        "errors": errors,
    });
    Ok(Report { json, has_errors })
}

/// The reader tells the place inside its sentence too; it stands there once.
fn file_error(error: &serde_json::Error) -> FileError {
    let sentence = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    FileError {
        line: error.line().max(1),
        column: error.column().max(1),
        message: sentence.strip_suffix(&place).unwrap_or(&sentence).to_owned(),
    }
}

/// The values in force for a person, and the keys that have none.
struct InForce {
    values: PolicyValues,
    without: Vec<PolicyId>,
}

impl InForce {
    /// A key without a value that a service reads, if it does: then nothing can be said of that service.
    fn lacks(&self, service: &Service) -> Option<PolicyId> {
        self.without.iter().copied().find(|key| service.policies.contains(key))
    }

    /// The services of which nothing can be said, each with the key that it lacks.
    fn unanswered<'c>(&'c self, catalogue: &'c Catalogue) -> impl Iterator<Item = (&'c str, &'c str)> {
        let services = catalogue.services.iter();
        services.filter_map(|service| {
            let key = self.lacks(service)?;
            Some((service.code.as_str(), catalogue.vocabulary.policy_name(key)))
        })
    }
}

fn policy_for(catalogue: &Catalogue, person: &Person, profile: Option<&Profile>) -> Result<InForce, Trouble> {
    if let Some(profile) = profile {
        return Ok(InForce {
            values: profile.values.clone(),
            without: Vec::new(),
        });
    }
    let county = person
        .hukou_county
        .filter(|county| county.in_hunan())
        .unwrap_or(DivisionCode::HUNAN);
    let month = Month::of(person.applied_on);
    let (vocabulary, shipped) = (&catalogue.vocabulary, &catalogue.shipped);
    let found = shipped.resolve_what_there_is(vocabulary, county, month);
    let (values, without) = found.map_err(|missing| no_policy(missing.to_string()))?;
    let policy = InForce { values, without };
    if policy.unanswered(catalogue).count() < catalogue.services.len() {
        return Ok(policy);
    }
    let missing = shipped.resolve(vocabulary, county, month).err();
    Err(no_policy(
        missing.map_or_else(String::new, |missing| missing.to_string()),
    ))
}

fn no_policy(message: String) -> Trouble {
    Trouble {
        path: "applied_on".to_owned(),
        code: "NO_POLICY",
        message,
    }
}

fn answer_person(catalogue: &Catalogue, person: &Person, policy: &InForce) -> Json {
    let services = catalogue
        .services
        .iter()
        .filter(|service| policy.lacks(service).is_none());
    let services = services.map(|service| (service.code.clone(), answer(catalogue, service, person, &policy.values)));
    let warnings: Vec<Json> = person.warnings.iter().map(trouble).collect();
    json!({ "id": person.id, "warnings": warnings, "services": Json::Object(services.collect()) })
}

fn trouble(trouble: &Trouble) -> Json {
    json!({ "path": trouble.path, "code": trouble.code, "message": trouble.message })
}

fn error(id: Option<&str>, trouble: &Trouble) -> Json {
    json!({ "id": id, "path": trouble.path, "code": trouble.code, "message": trouble.message })
}

struct FileEvent {
    id: String,
    scenario: String,
    event: LifecycleEvent,
}

fn read_event(json: &Json) -> Result<FileEvent, (Option<String>, Vec<Trouble>)> {
    let mut wrong = Vec::new();
    let mut note = |path: &str, code, message: &str| {
        wrong.push(Trouble {
            path: path.to_owned(),
            code,
            message: message.to_owned(),
        });
    };
    let Some(object) = json.as_object() else {
        note("", "WRONG_TYPE", "an event must be an object");
        return Err((None, wrong));
    };
    for key in object.keys() {
        if !["id", "scenario", "event", "occurred_on", "new_grade", "expected"].contains(&key.as_str()) {
            note(key, "UNKNOWN_KEY", "this key is not declared");
        }
    }
    let mut text = |key: &str| match object.get(key) {
        None | Some(Json::Null) => {
            note(key, "REQUIRED", "this must be given");
            None
        }
        Some(Json::String(text)) => Some(text.clone()),
        Some(_) => {
            note(key, "WRONG_TYPE", "this must be text");
            None
        }
    };
    let (id, scenario, kind, occurred_on) = (text("id"), text("scenario"), text("event"), text("occurred_on"));
    let occurred_on = occurred_on.and_then(|text| {
        let day = parse_date(&text);
        if day.is_none() {
            note("occurred_on", "BAD_DATE", "a day that exists, written 2025-06-18");
        }
        day
    });
    let kind = match kind.as_deref() {
        None => None,
        Some("death") => Some(EventKind::Death),
        Some("dibao_ended") => Some(EventKind::DibaoEnded),
        Some("hukou_moved_out_of_province") => Some(EventKind::HukouMovedOutOfProvince),
        Some("tekun_ended_dibao_started") => Some(EventKind::TekunEndedDibaoStarted),
        Some("certificate_regraded") => match object.get("new_grade") {
            None | Some(Json::Null) => {
                note("new_grade", "REQUIRED", "this must be given");
                None
            }
            Some(Json::Number(number)) if number.is_i64() || number.is_u64() => {
                let grade = number.as_u64().filter(|grade| (1..=4).contains(grade));
                let grade = grade.and_then(|grade| u8::try_from(grade).ok());
                if grade.is_none() {
                    note("new_grade", "NOT_IN_LIST", "a grade is 1, 2, 3 or 4");
                }
                grade.map(|new_grade| EventKind::CertificateRegraded { new_grade })
            }
            Some(_) => {
                note("new_grade", "WRONG_TYPE", "this must be a whole number");
                None
            }
        },
        Some(_) => {
            note("event", "NOT_IN_LIST", "not one of the known events");
            None
        }
    };
    match (id, scenario, kind, occurred_on, wrong.is_empty()) {
        (Some(id), Some(scenario), Some(kind), Some(occurred_on), true) => Ok(FileEvent {
            id,
            scenario,
            event: LifecycleEvent { kind, occurred_on },
        }),
        (id, ..) => Err((id, wrong)),
    }
}

fn no_person(event: &FileEvent, refused: &[String]) -> Trouble {
    let (code, message) = if refused.contains(&event.scenario) {
        ("SCENARIO_IN_ERRORS", "the person of this event could not be read")
    } else {
        ("NO_SUCH_SCENARIO", "the file has no such person")
    };
    Trouble {
        path: "scenario".to_owned(),
        code,
        message: message.to_owned(),
    }
}

fn answer_event(catalogue: &Catalogue, event: &FileEvent, person: &Person, policy: &InForce) -> Json {
    // What is given in kind is not paid by the month: no event ends or begins it.
    let services = catalogue
        .services
        .iter()
        .filter(|service| !service.in_kind() && policy.lacks(service).is_none());
    let services = services.map(|service| {
        let answer = match after_event(catalogue, service, &person.facts, &policy.values, event.event) {
            EventAnswer::LastPaid(month) => json!({ "last_paid_month": month.to_string() }),
            EventAnswer::Unchanged => json!({ "unchanged": true }),
            EventAnswer::MayApply => json!({ "may_apply": true }),
        };
        (service.code.clone(), answer)
    });
    json!({ "id": event.id, "scenario": event.scenario, "services": Json::Object(services.collect()) })
}
