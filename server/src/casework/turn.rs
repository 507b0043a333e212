//! Whose turn a case is: the stages that an officer's roles work.

use std::collections::BTreeSet;

use zhida::access::Role;
use zhida::casework::{ContestStage, Terms};
use zhida::place::OfficeKind;

use super::desk::Desk;
use crate::store::casework::{OBJECTION, SECOND_SIGNATURE};

/// The stages that the officer's roles work.
pub(super) fn stages(desk: &Desk) -> Vec<String> {
    let mut stages = BTreeSet::new();
    for service in &desk.portal().catalogue.services {
        for stage in service.stages.iter().filter(|stage| stage.id != Terms::PUBLIC_NOTICE) {
            let works = OfficeKind::parse(&stage.body).map(role_of);
            if works.is_some_and(|role| desk.has(role)) {
                stages.insert(stage.id.clone());
            }
        }
    }
    if desk.has(Role::TownshipOfficer) {
        stages.insert(Terms::FORWARDING.to_owned());
    }
    if desk.has(Role::CivilAffairsDecider) || desk.has(Role::Supervisor) {
        stages.insert(SECOND_SIGNATURE.to_owned());
        stages.insert(OBJECTION.to_owned());
        // What the office has to do of a reconsideration; the rest is the government's.
        for stage in ContestStage::ALL.iter().filter(|stage| !stage.is_of_government()) {
            stages.insert(stage.as_str().to_owned());
        }
    }
    stages.into_iter().collect()
}

fn role_of(body: OfficeKind) -> Role {
    match body {
        OfficeKind::Township => Role::TownshipOfficer,
        OfficeKind::CountyFederation => Role::FederationReviewer,
        OfficeKind::CivilAffairs => Role::CivilAffairsDecider,
        OfficeKind::Prefecture | OfficeKind::Province => Role::Supervisor,
    }
}

/// Whether somebody is here to see how the others get on: whoever supervises and works no stage that cases begin with.
pub(super) fn only_supervises(desk: &Desk) -> bool {
    let works = [
        Role::TownshipOfficer,
        Role::FederationReviewer,
        Role::CivilAffairsDecider,
    ];
    !works.into_iter().any(|role| desk.has(role))
}
