//! `/cases/{reference}/letter` and `/cases/{reference}/print/{document}`: official papers, to read and to print.

use axum::extract::Path;
use zhida::access::OfficerId;
use zhida::aloud::Named;
use zhida::letter::Paper;
use zhida_app::letter::decision::Letter;

use super::papers::{self, Around, Issued};
use super::stated::{self, Numbers};
use crate::account::reading;
use crate::aloud::pages as aloud;
use crate::cases::{Opened, address, receive};
use crate::portal::Portal;
use crate::store::staff;
use crate::web::{Answer, Fault, Reply, Visitor};

/// `GET /cases/{reference}/letter`: the decision. The person is asked first whether they take it here: from then the
/// time to contest it counts.
pub async fn letter(visitor: Visitor, Path(reference): Path<String>) -> Answer {
    let (letter, named) = match taken(&visitor, &reference).await? {
        Ok(taken) => taken,
        Err(instead) => return Ok(instead),
    };
    let audio = aloud::offered(&visitor, format!("/cases/{reference}/letter/audio"));
    Ok(visitor.page(|text| papers::decision_page(text, &letter).naming(named).heard_at(audio)))
}

/// `GET /cases/{reference}/letter/audio`: the same to hear, for whom it would be shown.
pub async fn hear(visitor: Visitor, Path(reference): Path<String>) -> Answer {
    match taken(&visitor, &reference).await? {
        Ok((letter, named)) => {
            let page = papers::decision_page(visitor.text(), &letter).naming(named);
            aloud::hear(&visitor, page).await
        }
        Err(_) => Ok(visitor.see_other(&format!("/cases/{reference}/letter"))),
    }
}

/// The decision as who asks may read it, with how the person's name is read; or the page that comes before that.
async fn taken(visitor: &Visitor, reference: &str) -> Result<Result<(Letter, Option<Named>), Reply>, Fault> {
    let opened = Opened::of(visitor, reference).await?;
    opened.case.decision_in_force().ok_or(Fault::NotFound)?;
    if !opened.letters_are_open() {
        // The case says how they get to read it.
        let case = address(opened.case.opened.reference);
        return Ok(Err(visitor.see_other(&format!("{case}#decision"))));
    }
    if let Some(asks) = receive::ask_first(visitor, &opened) {
        return Ok(Err(asks));
    }
    let portal = &visitor.portal;
    let contest = format!("{}/contest", address(opened.case.opened.reference));
    let around = Around {
        contest: opened.case.may_contest().then_some(contest),
        ..around(visitor, &opened)
    };
    let stated = stated::of_case(portal, &opened.case, numbers(&opened), true).await?;
    let turn = Paper::Decision.count(&opened.events);
    let named = officers(portal, std::iter::once(&opened)).await?;
    let letter = papers::decision(portal, &of(&opened), turn, (&around, &stated), |id| name_of(&named, id));
    let subject = reading::named(&mut portal.store.read(), &portal.keys, &opened.case.opened.subject).await?;
    match letter {
        Some(letter) => Ok(Ok((letter, subject))),
        None => Err(Fault::NotFound),
    }
}

/// `GET /cases/{reference}/print/{document}`.
pub async fn print(visitor: Visitor, Path((reference, document)): Path<(String, String)>) -> Answer {
    let portal = &visitor.portal;
    if document == "application_form" {
        return form(&visitor, &reference).await;
    }
    let opened = Opened::of(&visitor, &reference).await?;
    let issued = of(&opened);
    let around = around(&visitor, &opened);
    let (paper, turn) = papers::named(&document, issued.events).ok_or(Fault::NotFound)?;
    // What is missing must be known to whoever is to bring it; any other letter is for those it is to.
    if paper != Paper::MissingPapers && !opened.letters_are_open() {
        return Err(Fault::NotFound);
    }
    let page = match paper {
        // The one that counts has a page of its own, which asks first; those before it are history.
        Paper::Decision if turn < paper.count(issued.events) || opened.case.decision_in_force().is_none() => {
            let stated = stated::of_case(portal, &opened.case, numbers(&opened), true).await?;
            let named = officers(portal, std::iter::once(&opened)).await?;
            let letter = papers::decision(portal, &issued, turn, (&around, &stated), |id| name_of(&named, id));
            letter.map(|letter| visitor.page(|text| papers::decision_page(text, &letter)))
        }
        other => papers::page(&visitor, &issued, (other, turn), &around),
    };
    page.ok_or(Fault::NotFound)
}

/// The application form, with what the offices have said.
async fn form(visitor: &Visitor, reference: &str) -> Answer {
    let portal = &visitor.portal;
    let opened = case_or_first(visitor, reference).await?;
    if !opened.concerns_the_whole() {
        return Err(Fault::NotFound);
    }
    let siblings = opened.siblings(portal).await?;
    let all = std::iter::once(&opened).chain(&siblings);
    let named = officers(portal, all.clone()).await?;
    let name = |id: &OfficerId| name_of(&named, id);
    let around = around(visitor, &opened);
    let stated = stated::of_case(portal, &opened.case, numbers(&opened), opened.letters_are_open()).await?;
    let cases: Vec<_> = all.map(|of| (&of.case, of.letters_are_open())).collect();
    let form = papers::form(portal, &cases, &around, stated, name).ok_or(Fault::NotFound)?;
    Ok(visitor.page(|text| papers::form_page(text, &form)))
}

fn numbers(opened: &Opened) -> Numbers {
    if opened.sees_numbers() {
        Numbers::Whole
    } else {
        Numbers::Masked
    }
}

fn of(opened: &Opened) -> Issued<'_> {
    Issued {
        case: &opened.case,
        events: &opened.events,
    }
}

/// A case by its reference; by that of an application, its first case. One form serves all of them.
async fn case_or_first(visitor: &Visitor, reference: &str) -> Result<Opened, Fault> {
    match Opened::of(visitor, reference).await {
        Err(Fault::NotFound) => Opened::first_of_application(visitor, reference).await,
        opened => opened,
    }
}

fn around(visitor: &Visitor, opened: &Opened) -> Around {
    let here = address(opened.case.opened.reference);
    Around {
        back: Some((visitor.text().get("cases-back"), here.clone())),
        contest: None,
        papers: Some(format!("{here}/papers")),
    }
}

fn name_of(named: &[(OfficerId, String)], id: &OfficerId) -> String {
    let found = named.iter().find(|(known, _)| known == id);
    found.map(|(_, name)| name.clone()).unwrap_or_default()
}

/// The officers who did something on cases, by name.
async fn officers(portal: &Portal, cases: impl Iterator<Item = &Opened>) -> Result<Vec<(OfficerId, String)>, Fault> {
    let ids: Vec<OfficerId> = cases
        .flat_map(|opened| &opened.events)
        .flat_map(|recorded| [recorded.by.officer(), recorded.by.instead_of()])
        .flatten()
        .cloned()
        .collect();
    let named = staff::list_names(&mut portal.store.read(), &portal.keys, &ids).await?;
    Ok(named.into_iter().map(|(id, name, _)| (id, name)).collect())
}
