//! Which cases an officer sees: one value that the pages, the search, the counts and the files are narrowed with.

use super::{Division, Officer, OfficerId, Role};
use crate::calendar::Date;
use crate::person::closed_list;
use crate::place::{DivisionCode, TownshipCode};

closed_list! {
    /// Whether a case stands in queues and searches.
    Visibility {
        /// Everybody of the office.
        Normal = "normal",
        /// Only who has it and the supervisor: protection against relatives, witnesses, officers' own families.
        Sealed = "sealed",
        /// Only the office that works it and whoever handed it in. For everybody else it does not exist: no other office, no
        /// supervisor, no guardian, nobody who acts for the person, no account that is linked to them.
        Confidential = "confidential",
    }
}

/// The cases an officer sees on a day. A case is seen if its township is one of `townships` or its county lies in one
/// of `areas`; a sealed one only by its assignee and inside `sealed_areas`; a confidential one only inside
/// `confidential_areas`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sight {
    /// Who looks.
    pub officer: OfficerId,
    /// Townships seen.
    pub townships: Vec<TownshipCode>,
    /// Counties, prefectures, the province: everything inside is seen.
    pub areas: Vec<DivisionCode>,
    /// Where sealed cases are seen too.
    pub sealed_areas: Vec<DivisionCode>,
    /// Where confidential cases are seen, and by nobody else: the counties of their legal aid centre.
    pub confidential_areas: Vec<DivisionCode>,
    /// Where confidential cases are seen from the day on which somebody objected: the counties of their justice bureau.
    pub objected_areas: Vec<DivisionCode>,
    /// The services, by code, in which none of their offices has a step: their cases are not seen.
    pub not_theirs: Vec<String>,
    /// The services, by code, in which their office is only objected to: their cases are seen once somebody has.
    pub once_contested: Vec<String>,
}

impl Sight {
    /// What an officer sees. Auditors and administrators see no cases; auditors read the events.
    pub fn of(officer: &Officer, today: Date) -> Self {
        let mut sight = Self {
            officer: officer.id.clone(),
            townships: Vec::new(),
            areas: Vec::new(),
            sealed_areas: Vec::new(),
            confidential_areas: Vec::new(),
            objected_areas: Vec::new(),
            not_theirs: Vec::new(),
            once_contested: Vec::new(),
        };
        for post in officer.posts_on(today) {
            match (post.role, post.division) {
                (Role::Auditor | Role::Administrator, _) => {}
                (_, Division::Township(township)) => sight.townships.push(township),
                (role, Division::Area(area)) => {
                    sight.areas.push(area);
                    match role {
                        Role::Supervisor => sight.sealed_areas.push(area),
                        Role::LegalAidOfficer => sight.confidential_areas.push(area),
                        Role::JusticeOfficer => sight.objected_areas.push(area),
                        _ => {}
                    }
                }
            }
        }
        sight
    }

    /// Without the cases of these services.
    #[must_use]
    pub fn without(mut self, services: Vec<String>) -> Self {
        self.not_theirs = services;
        self
    }

    /// Of these services only the cases in which somebody has objected.
    #[must_use]
    pub fn once_contested(mut self, services: Vec<String>) -> Self {
        self.once_contested = services;
        self
    }

    /// Whether nothing at all is seen.
    pub fn is_empty(&self) -> bool {
        self.townships.is_empty() && self.areas.is_empty()
    }

    /// Whether a case of that place is seen, to which nobody has objected.
    pub fn covers(
        &self,
        township: TownshipCode,
        county: DivisionCode,
        visibility: Visibility,
        assignee: Option<&OfficerId>,
    ) -> bool {
        let within = |areas: &[DivisionCode]| areas.iter().any(|area| Division::Area(*area).covers(township, county));
        let placed = self.townships.contains(&township) || within(&self.areas);
        match visibility {
            Visibility::Normal => placed,
            Visibility::Sealed => placed && (assignee == Some(&self.officer) || within(&self.sealed_areas)),
            Visibility::Confidential => within(&self.confidential_areas),
        }
    }
}
