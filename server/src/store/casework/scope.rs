//! The one door to cases: what somebody may see, as a condition of every query.

use zhida::access::{PersonKey, Sight};
use zhida::calendar::{Date, Instant};
use zhida::casework::Reference;
use zhida::place::{DivisionCode, Divisions, Level};

use crate::store::{Value, delegation};

/// The cases somebody may see.
#[derive(Clone, Debug)]
pub struct Scope(Who);

#[derive(Clone, Debug)]
enum Who {
    Officer(Sight),
    Filer { owners: Vec<String>, people: Vec<Held> },
    Application(Reference),
    Notices { county: DivisionCode, today: Date },
    Offices,
    Program,
}

/// A person whose cases an account sees: an office linked it to them, or it may act for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Who.
    pub person: PersonKey,
    /// Since when an office linked the account. Whoever links sees every sealed case that the person has by then; what is
    /// sealed later stays shut. None of who acts for them: to those nothing sealed is there.
    pub since: Option<Instant>,
    /// The services whose cases are seen, by code; none where it is all.
    pub services: Option<Vec<String>>,
}

/// A condition with its arguments.
pub(super) struct Predicate {
    /// Over the table `case_row`.
    pub sql: String,
    /// From the number that was asked for on.
    pub values: Vec<Value>,
}

impl Scope {
    /// An officer, by the posts of today.
    pub fn officer(sight: Sight) -> Self {
        Self(Who::Officer(sight))
    }

    /// Somebody outside the offices: what this owner handed in (`account:…`, `session:…`), and the cases of the people
    /// that an office linked the account to. What is sealed opens only to a link that was made when it was there.
    pub fn filer(owner: impl Into<String>, linked: Vec<Held>) -> Self {
        Self::acting(vec![owner.into()], linked)
    }

    /// The same for an account that also acts for others: its own and those of what it may act with (`delegation:…`).
    pub fn acting(owners: Vec<String>, people: Vec<Held>) -> Self {
        Self(Who::Filer { owners, people })
    }

    /// Whoever holds the resume code of an application.
    pub fn application(reference: Reference) -> Self {
        Self(Who::Application(reference))
    }

    /// Anybody who reads the public notices of a county.
    pub fn notices(county: DivisionCode, today: Date) -> Self {
        Self(Who::Notices { county, today })
    }

    /// What any office may say that there is, wherever it is: all but what is confidential.
    pub fn offices() -> Self {
        Self(Who::Offices)
    }

    /// The program itself: jobs, backups, projections.
    pub fn program() -> Self {
        Self(Who::Program)
    }

    /// The condition, its first argument numbered `first`.
    pub(super) fn predicate(&self, first: usize) -> Predicate {
        let mut at = Arguments {
            next: first,
            values: Vec::new(),
        };
        let sql = match &self.0 {
            Who::Officer(sight) => of_sight(sight, &mut at),
            Who::Filer { owners, people } => {
                let mut doors: Vec<String> = owners.iter().map(|owner| of_owner(owner, &mut at)).collect();
                doors.extend(people.iter().map(|held| of_held(held, &mut at)));
                format!("({})", doors.join(" OR "))
            }
            Who::Application(reference) => format!("case_row.application = {}", at.add(reference.as_str())),
            Who::Notices { county, today } => format!(
                "(case_row.county = {} AND case_row.notice_until >= {} AND case_row.visibility = 'normal')",
                at.add(county.as_str()),
                at.add(today.to_string())
            ),
            Who::Offices => "case_row.visibility <> 'confidential'".to_owned(),
            Who::Program => "1 = 1".to_owned(),
        };
        Predicate { sql, values: at.values }
    }
}

struct Arguments {
    next: usize,
    values: Vec<Value>,
}

impl Arguments {
    fn add(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        self.next += 1;
        format!("${}", self.next - 1)
    }
}

/// What somebody handed in; what was handed in for another and is sealed now is that person's alone.
fn of_owner(owner: &str, at: &mut Arguments) -> String {
    let filed = format!("case_row.filed_by = {}", at.add(owner));
    match delegation::of_owner(owner) {
        Some(_) => format!("({filed} AND case_row.visibility = 'normal')"),
        None => filed,
    }
}

/// The cases of a person: of what is sealed, what was there when an office linked the account. Of what is confidential none:
/// the office that links an account knows of nothing, and the account may be a guardian's.
fn of_held(held: &Held, at: &mut Arguments) -> String {
    let person = at.add(held.person.0.as_str());
    let seen = match held.since {
        Some(since) => format!(
            "(case_row.visibility = 'normal' OR (case_row.visibility = 'sealed' AND {BEGAN} <= {}))",
            at.add(since)
        ),
        None => "case_row.visibility = 'normal'".to_owned(),
    };
    let of_services = held.services.as_ref().map(|services| {
        let any = one_of("case_row.service", services.iter().map(String::as_str), at);
        format!(" AND {}", any.unwrap_or_else(|| "1 = 0".to_owned()))
    });
    format!(
        "(case_row.person = {person} AND {seen}{})",
        of_services.unwrap_or_default()
    )
}

/// The moment a case was handed in.
pub(super) const BEGAN: &str =
    "(SELECT event.at FROM event WHERE event.stream = 'case:' || case_row.id AND event.seq = 1)";

/// Where somebody works, in the services in which their offices have a step; of what is sealed there only what they have
/// themselves or supervise, and of what is confidential what is their own office's.
fn of_sight(sight: &Sight, at: &mut Arguments) -> String {
    let townships = sight.townships.iter().map(zhida::place::TownshipCode::as_str);
    let mut places: Vec<String> = one_of("case_row.township", townships, at).into_iter().collect();
    places.extend(of_areas(&sight.areas, at));
    if places.is_empty() {
        return "1 = 0".to_owned();
    }
    let mut theirs = vec![format!("case_row.assignee = {}", at.add(sight.officer.0.as_str()))];
    theirs.extend(of_areas(&sight.sealed_areas, at));
    let mut seen = vec![
        "case_row.visibility = 'normal'".to_owned(),
        format!("(case_row.visibility = 'sealed' AND ({}))", theirs.join(" OR ")),
    ];
    let inside = of_areas(&sight.confidential_areas, at);
    if !inside.is_empty() {
        let inside = inside.join(" OR ");
        seen.push(format!("(case_row.visibility = 'confidential' AND ({inside}))"));
    }
    let objected = of_areas(&sight.objected_areas, at);
    if !objected.is_empty() {
        let objected = objected.join(" OR ");
        seen.push(format!(
            "(case_row.visibility = 'confidential' AND case_row.contested_on <> '' AND ({objected}))"
        ));
    }
    let not_theirs = sight.not_theirs.iter().map(String::as_str);
    let theirs = one_of("case_row.service", not_theirs, at).map(|any| format!(" AND NOT ({any})"));
    let once_contested = sight.once_contested.iter().map(String::as_str);
    let contested = one_of("case_row.service", once_contested, at);
    let contested = contested.map(|any| format!(" AND NOT ({any} AND case_row.contested_on = '')"));
    format!(
        "({}) AND ({}){}{}",
        places.join(" OR "),
        seen.join(" OR "),
        theirs.unwrap_or_default(),
        contested.unwrap_or_default()
    )
}

/// Counties, prefectures, the province: each level by its own column.
fn of_areas(areas: &[DivisionCode], at: &mut Arguments) -> Vec<String> {
    let of_level = |level: Level| {
        areas.iter().filter(move |code| {
            Divisions::shipped()
                .find(**code)
                .is_some_and(|found| found.level == level)
        })
    };
    if of_level(Level::Province).next().is_some() {
        return vec!["1 = 1".to_owned()];
    }
    let counties = one_of("case_row.county", of_level(Level::County).map(DivisionCode::as_str), at);
    let prefectures = one_of(
        "case_row.prefecture",
        of_level(Level::Prefecture).map(DivisionCode::as_str),
        at,
    );
    counties.into_iter().chain(prefectures).collect()
}

/// A single value is an equation, which an index follows in order.
fn one_of<'a>(column: &str, values: impl Iterator<Item = &'a str>, at: &mut Arguments) -> Option<String> {
    let mut numbers: Vec<String> = values.map(|value| at.add(value)).collect();
    match numbers.len() {
        0 => None,
        1 => numbers.pop().map(|number| format!("{column} = {number}")),
        _ => Some(format!("{column} IN ({})", numbers.join(", "))),
    }
}
