//! `/cases`: my cases, what waits for me first. Also the cases of one application, by its reference.

use zhida::casework::{Case, Reference};
use zhida::person::SubmitterRole;
use zhida_app::cases::list::{self, Cases, Entry};

use super::{Reader, view};
use crate::portal::Portal;
use crate::store::apply;
use crate::store::casework::{self, PageOf, Scope, Sort};
use crate::web::{Answer, Fault, Visitor};

/// The most cases a list shows: a household has a few, a helper some dozens.
const MOST: u32 = 100;

/// `GET /cases`.
pub async fn show(visitor: Visitor) -> Answer {
    let reader = Reader::of(&visitor).await?;
    let portal = &visitor.portal;
    if reader.is_nobody() {
        return Ok(visitor.see_other("/cases/open"));
    }
    let mut cases = Vec::new();
    for scope in reader.scopes() {
        cases.extend(all(portal, &scope).await?);
    }
    let mut drafts = 0;
    for owner in reader.owners() {
        let begun = apply::list_drafts(&mut portal.store.read(), &portal.keys, &owner).await?;
        drafts += begun.len();
    }
    Ok(page(&visitor, entries(portal, &reader, &cases), drafts))
}

/// The cases of an application that the reader may see; nothing where there are none.
pub(super) async fn of_application(visitor: &Visitor, application: Reference) -> Answer {
    let reader = Reader::of(visitor).await?;
    let portal = &visitor.portal;
    for scope in reader.scopes() {
        let mut reading = portal.store.read();
        let lines = casework::list_of_application(&mut reading, &portal.keys, &scope, application).await?;
        let mut cases = Vec::new();
        for line in &lines {
            let found = casework::find(&mut reading, &portal.keys, &scope, line.reference).await?;
            cases.extend(found.map(|found| found.case));
        }
        match cases.as_slice() {
            [] => {}
            [only] => return Ok(visitor.see_other(&super::address(only.opened.reference))),
            _ => return Ok(page(visitor, entries(portal, &reader, &cases), 0)),
        }
    }
    Err(Fault::NotFound)
}

async fn all(portal: &Portal, scope: &Scope) -> Result<Vec<Case>, Fault> {
    let mut reading = portal.store.read();
    let mut cases = Vec::new();
    for state in [casework::StateOf::Live, casework::StateOf::Closed] {
        let wanted = PageOf {
            filter: casework::Filter {
                state,
                ..casework::Filter::default()
            },
            sort: Sort::Changed,
            after: None,
            size: MOST,
        };
        let found = casework::list(&mut reading, &portal.keys, scope, &wanted, portal.today()).await?;
        for line in &found.lines {
            let found = casework::find(&mut reading, &portal.keys, scope, line.reference).await?;
            cases.extend(found.map(|found| found.case));
        }
    }
    Ok(cases)
}

/// Whose a case is, is said wherever it is not the reader's own.
fn entries(portal: &Portal, reader: &Reader, cases: &[Case]) -> Vec<Entry> {
    let by_oneself = |case: &Case| case.opened.submitter.role == SubmitterRole::Oneself && !reader.acts_in(case);
    cases
        .iter()
        .map(|case| view::entry(portal, case, by_oneself(case)))
        .collect()
}

fn page(visitor: &Visitor, cases: Vec<Entry>, drafts: usize) -> crate::web::Reply {
    let model = Cases {
        cases,
        drafts,
        open_href: "/cases/open".to_owned(),
    };
    visitor.page(|text| list::page(text, &model))
}
