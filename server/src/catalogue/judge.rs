//! What a case is judged by: the definition of the service under which it was handed in, whatever the services say now.

use std::collections::{BTreeMap, HashMap};

use zhida::calendar::Month;
use zhida::casework::{Assessed, Case, FactHeld, Setting, known_facts};
use zhida::catalogue::{Catalogue, Service};
use zhida::place::DivisionCode;
use zhida::rule::{PolicyValues, Type, Value};

use crate::portal::Portal;
use crate::web::Fault;

/// The definitions that services had before, by their hash; each is the catalogue of one service.
#[derive(Debug, Default)]
pub struct Kept(HashMap<String, Catalogue>);

impl Kept {
    /// Reads every definition that is not one of the running services. One that this program can no longer read is
    /// told to the operator; its cases wait until a program is started that can.
    pub fn read(definitions: Vec<(String, String)>, running: &Catalogue) -> Self {
        let mut kept = HashMap::new();
        for (hash, text) in definitions {
            if running.services.iter().any(|service| service.definition == hash) {
                continue;
            }
            match Catalogue::of_definition(&text) {
                Ok(catalogue) => {
                    kept.insert(hash, catalogue);
                }
                Err(problem) => tracing::error!(%hash, %problem, "the definition of older cases cannot be read"),
            }
        }
        Self(kept)
    }

    /// The definition of a hash, where it is an earlier one that this program can read.
    pub fn find(&self, hash: &str) -> Option<&Catalogue> {
        self.0.get(hash)
    }
}

/// What a case is judged by.
#[derive(Clone, Copy, Debug)]
pub struct Judge<'p> {
    portal: &'p Portal,
    /// The vocabulary and the facts of the definition.
    pub catalogue: &'p Catalogue,
    /// The service as it was when the case was handed in.
    pub service: &'p Service,
}

impl<'p> Judge<'p> {
    /// The judge of a case.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] where this server does not know the definition: a server with newer services, started
    /// on the same database, took the application.
    pub fn of(portal: &'p Portal, case: &Case) -> Result<Self, Fault> {
        let opened = &case.opened;
        let running = portal.catalogue.service(&opened.service);
        let same = running.filter(|service| service.definition == opened.definition);
        let found = match same {
            Some(service) => Some((&portal.catalogue, service)),
            None => portal
                .kept
                .0
                .get(&opened.definition)
                .and_then(|catalogue| Some((catalogue, catalogue.service(&opened.service)?))),
        };
        let Some((catalogue, service)) = found else {
            tracing::error!(
                definition = opened.definition,
                "a case of a definition that is not known here"
            );
            return Err(Fault::Unavailable);
        };
        Ok(Self {
            portal,
            catalogue,
            service,
        })
    }

    /// What deciding on the case needs to know of the world.
    pub fn setting(&self) -> Setting<'p> {
        Setting {
            now: self.portal.now(),
            calendar: &self.portal.calendar,
            service: self.service,
        }
    }

    /// What the rules say of the case once these facts are held.
    ///
    /// # Errors
    /// As [`policy`](Self::policy).
    pub fn assess(&self, case: &Case, facts: &BTreeMap<String, FactHeld>) -> Result<Assessed, Fault> {
        let on = case.opened.on;
        let known = known_facts(facts, &self.catalogue.vocabulary, &case.opened.subject.resident_id, on);
        Ok(Assessed::of(
            self.catalogue,
            self.service,
            &known,
            &self.policy(case)?,
            on,
        ))
    }

    /// The dated values of the place of the hukou and of the month the case was handed in. A key that the running
    /// services no longer have counts as it did when the case was assessed.
    ///
    /// # Errors
    /// A value that the rules read is nowhere.
    pub fn policy(&self, case: &Case) -> Result<PolicyValues, Fault> {
        let opened = &case.opened;
        let county = opened.place.hukou_county.unwrap_or(DivisionCode::HUNAN);
        let month = Month::of(opened.on);
        let book = self.portal.policy();
        let running = &self.portal.catalogue.vocabulary;
        let vocabulary = &self.catalogue.vocabulary;
        let look_up = |key, name: &str| {
            let of = vocabulary.policy_type(key);
            let now = running.policy_named(name);
            let now = now
                .and_then(|now| book.find(now, county, month))
                .map(|found| found.entry.value.clone());
            let then = || case.assessment.policy_value(vocabulary, key);
            let unread = || self.service.unread(vocabulary, key);
            now.filter(|value| is_of(of, value)).or_else(then).or_else(unread)
        };
        PolicyValues::new(vocabulary, look_up).map_err(Fault::internal)
    }
}

fn is_of(of: Type, value: &Value) -> bool {
    matches!(
        (of, value),
        (Type::Bool, Value::Bool(_)) | (Type::Int, Value::Int(_)) | (Type::Fen, Value::Fen(_))
    )
}
