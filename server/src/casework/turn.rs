//! Whose turn a case is: the stages that an officer's roles work.

use std::collections::BTreeSet;

use zhida::access::{Role, role_of};
use zhida::casework::{ContestStage, Terms};
use zhida::catalogue::{Service, Stage};
use zhida::place::OfficeKind;

use super::desk::Desk;
use crate::store::casework::{OBJECTION, SECOND_SIGNATURE};

/// The stages that the officer's roles work, of whichever services.
pub(super) fn stages(desk: &Desk) -> Vec<String> {
    let services = desk.portal().catalogue.services.iter();
    let mut stages: BTreeSet<String> = services.flat_map(|service| stages_of(desk, service)).collect();
    if desk.has(Role::TownshipOfficer) {
        stages.insert(Terms::FORWARDING.to_owned());
    }
    stages.into_iter().collect()
}

/// The stages that the officer's roles work in the cases of one service: those of their office, and where it decides
/// what comes with deciding.
fn stages_of(desk: &Desk, service: &Service) -> Vec<String> {
    let works = |stage: &&Stage| OfficeKind::parse(&stage.body).is_some_and(|body| desk.has(role_of(body)));
    let own = service.worked().filter(works).map(|stage| stage.id.clone());
    let decides = service.worked().next_back().as_ref().is_some_and(works) || desk.has(Role::Supervisor);
    let objected = service
        .contest
        .as_ref()
        .is_some_and(|contest| desk.has(role_of(contest.body)));
    let objection = objected.then(|| ContestStage::Objection.as_str().to_owned());
    own.chain(of_deciders().filter(|_| decides)).chain(objection).collect()
}

/// What is to be done beside the stages of a service by those who decide it.
fn of_deciders() -> impl Iterator<Item = String> {
    // What the office has to do of a reconsideration; the rest is for the government, or for whom one objects to.
    let contested = ContestStage::ALL.iter().filter(|stage| stage.is_of_office());
    let contested = contested.map(|stage| stage.as_str());
    [SECOND_SIGNATURE, OBJECTION]
        .into_iter()
        .chain(contested)
        .map(str::to_owned)
}

/// Of the officer's [`stages`] those that in one service are another office's, by service.
pub(super) fn of_others(desk: &Desk) -> Vec<(String, Vec<String>)> {
    let stages = stages(desk);
    let of_others = desk.portal().catalogue.services.iter().filter_map(|service| {
        let own = stages_of(desk, service);
        let possible = service.worked().map(|stage| stage.id.clone()).chain(of_deciders());
        let others: Vec<String> = possible
            .filter(|stage| stages.contains(stage) && !own.contains(stage))
            .collect();
        (!others.is_empty()).then(|| (service.code.clone(), others))
    });
    of_others.collect()
}

/// Whether somebody is here to see how the others get on: whoever supervises and works no stage that cases begin with.
pub(super) fn only_supervises(desk: &Desk) -> bool {
    let works = [
        Role::TownshipOfficer,
        Role::FederationReviewer,
        Role::CivilAffairsDecider,
        Role::LegalAidOfficer,
        Role::JusticeOfficer,
    ];
    !works.into_iter().any(|role| desk.has(role))
}
