//! Whether the same is being worked on already for the same person, as far as the visitor may see: a second one is
//! handed in only by who means it.

use zhida::access::Sight;
use zhida::casework::Phase;
use zhida_app::apply::check_answers::Already;

use super::assisted;
use super::opened::Opened;
use crate::cases::{Reader, address};
use crate::catalogue::words;
use crate::store::casework::{self, CaseLine, Scope};
use crate::web::{Fault, Visitor};

/// The cases of the draft's person that ask for a service of the draft and are not over.
pub(super) async fn cases(visitor: &Visitor, opened: &Opened) -> Result<Vec<Already>, Fault> {
    let Some(person) = &opened.draft().person else {
        return Ok(Vec::new());
    };
    let portal = &visitor.portal;
    let key = casework::person_key(&portal.keys, &person.resident_id);
    let mut already: Vec<Already> = Vec::new();
    if let Some(officer) = assisted::officer(visitor) {
        let scope = Scope::officer(Sight::of(&officer.access, portal.today()));
        let lines = casework::list_of_person(&mut portal.store.read(), &portal.keys, &scope, &key).await?;
        let same = lines
            .iter()
            .filter(|line| opened.draft().services.contains(&line.service) && line.phase != Phase::Closed);
        return Ok(same.map(of_office).collect());
    }
    for scope in Reader::of(visitor).await?.scopes() {
        let mut reading = portal.store.read();
        for line in casework::list_of_person(&mut reading, &portal.keys, &scope, &key).await? {
            let href = address(line.reference);
            let same = opened.draft().services.contains(&line.service) && line.phase != Phase::Closed;
            if same && !already.iter().any(|known| known.href == href) {
                already.push(Already {
                    service: words::of("service", &line.service),
                    reference: line.reference.groups().join(" "),
                    href,
                });
            }
        }
    }
    Ok(already)
}

/// A case as an officer opens it.
pub(super) fn of_office(line: &CaseLine) -> Already {
    Already {
        service: words::of("service", &line.service),
        reference: line.reference.groups().join(" "),
        href: zhida_app::casework::href(line.reference.as_str()),
    }
}
