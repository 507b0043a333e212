//! Officers by name: who did something, who works in a place.

use std::collections::BTreeMap;

use zhida::access::{By, Division, OfficerId, Sight};
use zhida_app::casework::{as_it_is, history};
use zhida_app::text::{Name, Phrase, Said};

use super::desk::Desk;
use crate::store::casework::{self, Loaded};
use crate::store::staff;
use crate::web::Fault;

/// Officers by id: name and office.
#[derive(Default)]
pub(super) struct People(BTreeMap<OfficerId, (String, String)>);

impl People {
    pub async fn load(desk: &Desk, ids: impl Iterator<Item = OfficerId>) -> Result<Self, Fault> {
        let ids: Vec<OfficerId> = ids.collect();
        let portal = desk.portal();
        let found = staff::list_names(&mut portal.store.read(), &portal.keys, &ids).await?;
        let found = found.into_iter().map(|(id, name, office)| (id, (name, office)));
        Ok(Self(found.collect()))
    }

    /// An officer's name; the id where nobody is known by it any more.
    pub fn name(&self, id: &OfficerId) -> String {
        self.0.get(id).map_or_else(|| id.0.clone(), |(name, _)| name.clone())
    }

    /// Who did something.
    pub fn by(&self, by: &By) -> Phrase {
        match by {
            By::Officer { id, instead_of, .. } => {
                let acted = match self.0.get(id) {
                    Some((name, office)) => history::officer(Name::only(office.as_str()), name),
                    None => as_it_is(Name::only(id.0.as_str())),
                };
                match instead_of {
                    Some(of) => Phrase::new("casework-instead-of")
                        .with("who", Said::Words(Box::new(acted)))
                        .with("of", Said::Name(Name::only(self.name(of)))),
                    None => acted,
                }
            }
            By::Resident { .. } => Phrase::new("casework-by-applicant"),
            By::System => Phrase::new("casework-by-program"),
        }
    }
}

/// Who works in the places the officer sees: whose cases can be chosen.
pub(super) async fn colleagues(desk: &Desk) -> Result<Vec<staff::Member>, Fault> {
    let portal = desk.portal();
    let sight = Sight::of(&desk.officer.access, desk.today);
    let places = sight.areas.iter().copied().map(Division::Area);
    let places = places.chain(sight.townships.iter().copied().map(Division::Township));
    let mut found: Vec<staff::Member> = Vec::new();
    for place in places {
        for member in staff::list(&mut portal.store.read(), &portal.keys, Some(place)).await? {
            if !member.ended && !found.iter().any(|known| known.id == member.id) {
                found.push(member);
            }
        }
    }
    Ok(found)
}

/// Who works in the places of a case: its township and its county.
pub(super) async fn colleagues_of(desk: &Desk, case: &zhida::casework::Case) -> Result<Vec<staff::Member>, Fault> {
    let portal = desk.portal();
    let place = &case.opened.place;
    let mut found: Vec<staff::Member> = Vec::new();
    for division in [Division::Township(place.township), Division::Area(place.county)] {
        for member in staff::list(&mut portal.store.read(), &portal.keys, Some(division)).await? {
            if !member.ended && !found.iter().any(|known| known.id == member.id) {
                found.push(member);
            }
        }
    }
    Ok(found)
}

/// The other cases of a case's application that the officer sees.
pub(super) async fn siblings(desk: &Desk, case: &zhida::casework::Case) -> Result<Vec<Loaded>, Fault> {
    let portal = desk.portal();
    let mut reader = portal.store.read();
    let (scope, application) = (desk.scope(), case.opened.application);
    let mut siblings = Vec::new();
    for line in casework::list_of_application(&mut reader, &portal.keys, &scope, application).await? {
        if line.reference != case.opened.reference {
            siblings.extend(casework::find(&mut reader, &portal.keys, &scope, line.reference).await?);
        }
    }
    Ok(siblings)
}
