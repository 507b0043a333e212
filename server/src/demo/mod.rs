//! The demonstration: ten people, their offices, and some hundred cases at every stage. Invented, and the same every
//! time on the same day; the cases come about by the same commands as any others.

mod fill;
mod people;
mod random;
mod staff;
mod story;
mod words;

use std::collections::BTreeSet;

use uuid::Uuid;
use zhida::access::{PersonKey, Visibility};
use zhida::apply::Application;
use zhida::calendar::{Date, Instant, Month, WorkingDays};
use zhida::casework::{Case, Opening, Recorded, Reference, Submitted};
use zhida::catalogue::Catalogue;
use zhida::person::ResidentId;
use zhida::policy::PolicyBook;

pub use fill::{FillProblem, SignIns, StaffSignIn, fill, is_demo, is_empty};
pub use people::{Named, ten};
pub use staff::{CountyOffices, Member};

use people::{Inventor, application};
use random::Random;
use story::{Teller, Told, Turn, morning};
use words::Words;

/// What a demonstration is made from.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The services.
    pub catalogue: &'a Catalogue,
    /// The working days.
    pub calendar: &'a WorkingDays,
    /// The dated policy.
    pub policy: &'a PolicyBook,
    /// The moment up to which everything has happened.
    pub now: Instant,
    /// How many applications there are; [`APPLICATIONS`] makes some six hundred cases.
    pub applications: usize,
    /// What stands for a person: the keyed hash of their number.
    pub key_of: &'a dyn Fn(&ResidentId) -> PersonKey,
}

/// Everything there is to demonstrate.
#[derive(Debug)]
pub struct Demo {
    /// The ten people, who have not applied yet.
    pub people: Vec<Named>,
    /// The offices of their counties.
    pub offices: Vec<CountyOffices>,
    /// The province's auditor and administrator.
    pub provincial: Vec<Member>,
    /// What others handed in, with their cases.
    pub applications: Vec<Filed>,
}

/// An application and its cases.
#[derive(Debug)]
pub struct Filed {
    /// Its id.
    pub id: Uuid,
    /// Its reference.
    pub reference: Reference,
    /// What was handed in.
    pub application: Application,
    /// The data of the person, in the shape of `zhida assess`.
    pub data: serde_json::Value,
    /// When.
    pub at: Instant,
    /// A case for each service.
    pub cases: Vec<FiledCase>,
}

/// A case and everything that happened to it.
#[derive(Debug)]
pub struct FiledCase {
    /// Its id.
    pub id: Uuid,
    /// As it stands.
    pub case: Case,
    /// Its events, first to last.
    pub events: Vec<Recorded>,
}

/// Why there is no demonstration.
#[derive(Debug, thiserror::Error)]
pub enum DemoProblem {
    /// The words of the demonstration cannot be read.
    #[error("the words of the demonstration cannot be read: {0}")]
    Words(#[from] toml::de::Error),
    /// The ten people cannot be read.
    #[error("the people of the demonstration cannot be read: {0}")]
    People(#[from] serde_json::Error),
    /// A place or a number of the demonstration does not fit the services or the places.
    #[error("the people of the demonstration do not fit the places")]
    Place,
}

/// The seed of every demonstration.
const SEED: u64 = 0x5A68_6964;
/// How many applications a demonstration has.
pub const APPLICATIONS: usize = 400;

impl Demo {
    /// Makes everything up.
    ///
    /// # Errors
    /// Only where the program's own data is wrong.
    pub fn invent(setting: &Setting<'_>) -> Result<Self, DemoProblem> {
        let words = Words::shipped()?;
        let people = ten()?;
        let mut random = Random::seeded(SEED);
        let mut offices: Vec<CountyOffices> = Vec::new();
        for person in &people {
            let (county, township) = person.place().ok_or(DemoProblem::Place)?;
            let invented = CountyOffices::invent(county, township, &words, &mut random);
            offices.push(invented.ok_or(DemoProblem::Place)?);
        }
        // The second officer of the first township is related to the first of the ten people.
        let relative = people.first().and_then(Named::resident_id);
        let second = offices.first_mut().and_then(|county| county.townships.first_mut());
        if let Some(second) = second.and_then(|(_, officers)| officers.get_mut(1)) {
            second.relative = relative.as_ref().map(setting.key_of);
        }
        let provincial = staff::provincial(&words, &mut random);
        let mut inventor = Inventor {
            words: &words,
            numbers: people.iter().filter_map(Named::resident_id).collect::<BTreeSet<_>>(),
        };
        let mut applications = Vec::new();
        for turn in 0..setting.applications {
            let Some(county) = offices.get(turn % offices.len().max(1)) else {
                break;
            };
            applications.extend(file(setting, county, &mut inventor, &words, &mut random));
        }
        Ok(Self {
            people,
            offices,
            provincial,
            applications,
        })
    }

    /// Everybody of staff.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        let counties = self.offices.iter().flat_map(CountyOffices::members);
        counties.chain(&self.provincial)
    }
}

/// Somebody of a county applies, and the offices work on it.
fn file(
    setting: &Setting<'_>,
    offices: &CountyOffices,
    inventor: &mut Inventor<'_>,
    words: &Words,
    random: &mut Random,
) -> Option<Filed> {
    let at = submitted_at(setting, random);
    let on = at.date();
    let busiest = offices.townships.first()?;
    let (township, _) = if random.percent(60) {
        busiest
    } else {
        random.one_of(&offices.townships)?
    };
    let person = inventor.invent(offices.county, *township, on, random)?;
    let services = match random.below(10) {
        0..=4 => vec!["care_subsidy", "living_subsidy"],
        5..=7 => vec!["living_subsidy"],
        _ => vec!["care_subsidy"],
    };
    let services: Vec<String> = services.into_iter().map(str::to_owned).collect();
    let application = application(setting.catalogue, &person, services.clone(), on, random)?;
    let vocabulary = &setting.catalogue.vocabulary;
    let policy = setting.policy.resolve(vocabulary, offices.county, Month::of(on)).ok()?;
    let at_ms = u64::try_from(at.epoch_ms()).ok()?;
    let reference = Reference::from_random(random.bytes());
    let mut cases = Vec::new();
    for code in services {
        let service = setting.catalogue.service(&code)?;
        let opening = Opening {
            reference: Reference::from_random(random.bytes()),
            application: reference,
            service,
            policy: &policy,
            hukou_county: application.hukou_county,
            township: *township,
            subject_key: (setting.key_of)(&application.subject.resident_id),
            submitter_key: None,
            visibility: if random.percent(1) {
                Visibility::Sealed
            } else {
                Visibility::Normal
            },
        };
        let submitted = Submitted::of(&application, opening, setting.catalogue);
        let teller = Teller {
            catalogue: setting.catalogue,
            calendar: setting.calendar,
            words,
            policy: &policy,
            service,
            offices,
            now: setting.now,
        };
        let turn = *random.one_of(&Turn::ALL)?;
        let Told { case, events } = teller.tell(submitted, at, turn, random)?;
        let id = staff::id_of(random, at_ms);
        cases.push(FiledCase { id, case, events });
    }
    Some(Filed {
        id: staff::id_of(random, at_ms),
        reference,
        application,
        data: person.data,
        at,
        cases,
    })
}

/// Half of all were handed in within the last weeks, the rest within fourteen months.
fn submitted_at(setting: &Setting<'_>, random: &mut Random) -> Instant {
    let today = setting.now.date();
    let days = if random.percent(55) {
        random.between(0, 45)
    } else {
        random.between(46, 420)
    };
    let day = today - time::Duration::days(i64::try_from(days).unwrap_or(0));
    let at = morning(worked(setting.calendar, day), random);
    at.min(Instant::from_epoch_ms(setting.now.epoch_ms() - 60_000))
}

/// The day itself, or the last working day before it.
fn worked(calendar: &WorkingDays, day: Date) -> Date {
    std::iter::successors(Some(day), |day| day.previous_day())
        .take(20)
        .find(|day| calendar.is_working_day(*day))
        .unwrap_or(day)
}

#[cfg(test)]
mod tests;
