//! What both forms ask that make a delegation, and how it is read.

use std::collections::BTreeSet;

use zhida::access::{AgentRole, Delegation, Power, read_powers};
use zhida::apply::{DayProblem, read_past_day};
use zhida::calendar::{Date, Instant};
use zhida::catalogue::Catalogue;
use zhida::person::PersonName;
use zhida_app::components::text_field::{Autocomplete, Entry, Width};
use zhida_app::delegation::{self as pages, ALL, field};
use zhida_app::question::{Answer, Field, Kind, Problem, Question};
use zhida_app::text::{Phrase, Said};

use crate::apply::day_problem;
use crate::catalogue::words;
use crate::web::Typed;

/// A line that a browser does not fill in.
pub(crate) const LINE: Kind = Kind::Line(Width::Identity, Entry::Text, Autocomplete::Off);

/// A form about acting for others, untouched.
pub(crate) fn question(action: &str, back: &str, title: &str, hint: &str) -> Question {
    Question {
        action: action.to_owned(),
        back: Some(back.to_owned()),
        part_of: Phrase::new("delegation-part"),
        progress: None,
        hidden: Vec::new(),
        title: Phrase::new(title),
        hint: Some(Phrase::new(hint)),
        why: None,
        fields: Vec::new(),
        typed: Vec::new(),
        problems: Vec::new(),
        leave: None,
    }
}

/// Something to put right.
pub(crate) fn problem(field: &str, message: &str) -> Problem {
    Problem {
        field: field.to_owned(),
        message: Phrase::new(message),
    }
}

fn answer(value: &str, label: Phrase) -> Answer {
    Answer {
        value: value.to_owned(),
        label,
        hint: None,
    }
}

/// As what.
pub(crate) fn roles(label: &str, roles: &[AgentRole]) -> Field {
    let offered = roles.iter().map(|role| answer(role.as_str(), pages::role(*role)));
    Field::new(field::ROLE, label, Kind::Choice(offered.collect()))
}

/// In which matters, what may be done in them, and until when.
pub(crate) fn terms(catalogue: &Catalogue, powers: &str, until: &str) -> [Field; 3] {
    let all = answer(ALL, Phrase::new("delegation-all-services"));
    let each = catalogue.services.iter();
    let each = each.map(|service| answer(&service.code, words::of("service", &service.code)));
    let services = std::iter::once(all).chain(each).collect();
    let offered = Power::ALL
        .iter()
        .map(|power| answer(power.as_str(), pages::power(*power)));
    [
        Field::new(field::SERVICES, "delegation-new-services", Kind::Several(services)),
        Field::new(field::POWERS, powers, Kind::Several(offered.collect())).hinted("delegation-new-powers-hint"),
        Field::new(field::UNTIL, "delegation-new-until", Kind::Day { own_birthday: false })
            .hinted(until)
            .optional(),
    ]
}

/// What a form says of a delegation.
pub(crate) struct Read {
    pub agent: PersonName,
    pub role: AgentRole,
    pub services: Option<BTreeSet<String>>,
    pub powers: BTreeSet<Power>,
}

/// Reads who acts, as what, in which matters and what they may do.
///
/// # Errors
/// What must be put right, in the order of the form.
pub(crate) fn read(typed: &Typed, catalogue: &Catalogue, roles: &[AgentRole]) -> Result<Read, Vec<Problem>> {
    let agent = PersonName::parse(typed.get(field::AGENT).unwrap_or_default());
    let role = typed.get(field::ROLE).and_then(AgentRole::parse);
    let role = role.filter(|role| roles.contains(role));
    let all = typed.all(field::SERVICES).any(|code| code == ALL);
    let known = |code: &&str| catalogue.service(code).is_some();
    let named: BTreeSet<String> = typed.all(field::SERVICES).filter(known).map(str::to_owned).collect();
    let services = match (all, named.is_empty()) {
        (true, _) => Some(None),
        (false, false) => Some(Some(named)),
        (false, true) => None,
    };
    let powers = read_powers(typed.all(field::POWERS));
    match (agent, role, services, powers) {
        (Ok(agent), Some(role), Some(services), Some(powers)) => Ok(Read {
            agent,
            role,
            services,
            powers,
        }),
        (agent, role, services, powers) => {
            let missing = [
                (agent.is_err(), field::AGENT, "delegation-agent-missing"),
                (role.is_none(), field::ROLE, "delegation-role-missing"),
                (services.is_none(), field::SERVICES, "delegation-services-missing"),
                (powers.is_none(), field::POWERS, "delegation-powers-missing"),
            ];
            let missing = missing.into_iter().filter(|(is_missing, ..)| *is_missing);
            Err(missing.map(|(_, field, message)| problem(field, message)).collect())
        }
    }
}

/// Reads the last day; where none was typed it is the usual one.
///
/// # Errors
/// What must be put right.
pub(crate) fn read_until(
    typed: &Typed,
    (role, of_age_on): (AgentRole, Option<Date>),
    today: Date,
) -> Result<Date, Problem> {
    let latest = Delegation::latest_end(role, today, of_age_on);
    // Nothing later than the latest is read, as nothing later than today is of days that are past.
    match read_past_day(&typed.0, field::UNTIL, latest) {
        Ok(until) if until < today => Err(problem(field::UNTIL, "delegation-until-past")),
        Ok(until) => Ok(until),
        Err(DayProblem::Empty) if role == AgentRole::GuardianOfMinor => Ok(latest),
        Err(DayProblem::Empty) => Ok(today
            .saturating_add(time::Duration::days(Delegation::USUAL))
            .min(latest)),
        Err(DayProblem::Future) => Err(Problem {
            field: field::UNTIL.to_owned(),
            message: Phrase::new("delegation-until-late").with("day", Said::Day(latest)),
        }),
        Err(wrong) => Err(Problem {
            field: field::UNTIL.to_owned(),
            message: day_problem(wrong),
        }),
    }
}

/// Until when a code is good that is made now.
pub(crate) fn code_until(now: Instant) -> Instant {
    const DAY_MS: i64 = 24 * 60 * 60 * 1000;
    Instant::from_epoch_ms(now.epoch_ms().saturating_add(Delegation::CODE_DAYS * DAY_MS))
}
