//! `/office/cases/{reference}/print/{document}`: the official papers of a case, as the office prints them, numbers
//! masked but on the letter to another office. Reading them here is no service on the person.

use axum::extract::{Path, Query};
use zhida::apply::LetterForm;
use zhida::casework::Case;
use zhida::letter::{Format, Paper};
use zhida_app::cases::letter_forms::name as letter_forms_name;
use zhida_app::casework::href;
use zhida_app::casework::reveal;
use zhida_app::letter::record;
use zhida_app::text::{Phrase, Said};

use super::case::keep_view;
use super::desk::Desk;
use super::people::{People, siblings};
use super::queue::barred;
use super::{forwarding, history};
use crate::account::reading;
use crate::cases::letter_forms;
use crate::letter::formats::Readable;
use crate::letter::papers::{self, Around, Issued, Model};
use crate::letter::records::Blank;
use crate::letter::stated::{self, Numbers};
use crate::store::casework::Loaded;
use crate::web::{Answer, Fault, Typed, Visitor};

/// The paper.
///
/// # Errors
/// A case that is none of theirs; a paper it does not have.
pub async fn show(
    visitor: Visitor,
    Path((reference, document)): Path<(String, String)>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Answer {
    let desk = Desk::of(visitor)?;
    let loaded = desk.load(&reference).await?;
    // The papers name people in full: whoever may not work on the case does not read them either.
    if barred(&desk, &loaded.case).is_some() {
        return Err(Fault::Forbidden);
    }
    keep_view(&desk, loaded.id).await?;
    let (portal, case) = (desk.portal(), &loaded.case);
    if document == "application_form" {
        return form(&desk, &loaded, Numbers::Masked).await;
    }
    let issued = Issued {
        case,
        events: &loaded.events,
    };
    let around = around(&desk, case);
    if let Some(blank) = Blank::named(&document) {
        let record = blank.record(portal, &issued, &around).ok_or(Fault::NotFound)?;
        return Ok(desk.visitor.page(|text| record::page(text, &record)));
    }
    if document == Paper::Forwarding.as_str() {
        return forwarding::letter(&desk, &loaded, &Typed(asked)).await;
    }
    let letter = letter(&desk, &loaded, &document).await?;
    Ok(letter.answer(&desk.visitor, None))
}

/// `GET /office/cases/{reference}/print/{document}/{format}`: a letter in another form, as the office prints, embosses or
/// records it.
///
/// # Errors
/// A case that is none of theirs; a paper it does not have, or a form that there is not.
pub async fn other_form(
    visitor: Visitor,
    Path((reference, document, format)): Path<(String, String, String)>,
) -> Answer {
    let desk = Desk::of(visitor)?;
    let loaded = desk.load(&reference).await?;
    let format = Format::parse(&format).ok_or(Fault::NotFound)?;
    if barred(&desk, &loaded.case).is_some() {
        return Err(Fault::Forbidden);
    }
    let letter = letter(&desk, &loaded, &document).await?;
    keep_view(&desk, loaded.id).await?;
    letter.made(&desk.visitor, format).await
}

/// A letter to the person.
async fn letter(desk: &Desk, loaded: &Loaded, document: &str) -> Result<Readable, Fault> {
    let (portal, case) = (desk.portal(), &loaded.case);
    let issued = Issued {
        case,
        events: &loaded.events,
    };
    let around = around(desk, case);
    let (paper, turn) = papers::named(document, issued.events).ok_or(Fault::NotFound)?;
    let model = match paper {
        // From office to office: it names people in full, and has a page of its own.
        Paper::Forwarding => None,
        Paper::Decision => {
            let stated = stated::of_case(portal, case, Numbers::Masked, true).await?;
            let people = People::load(desk, history::officers(issued.events)).await?;
            let letter = papers::decision(portal, &issued, turn, (&around, &stated), |id| people.name(id));
            letter.map(|letter| Model::Decision(Box::new(letter)))
        }
        other => papers::model(portal, &issued, (other, turn), &around),
    };
    let page = format!("{}/print/{paper}-{turn}", href(case.opened.reference.as_str()));
    let named = reading::named(&mut portal.store.read(), &portal.keys, &case.opened.subject).await?;
    let change = format!("{}/letter_forms", href(case.opened.reference.as_str()));
    let wishes = letter_forms::wishes(&desk.visitor, case, Some(change)).await?;
    Ok(Readable {
        named,
        wishes: Some(wishes),
        ..Readable::of(&desk.visitor, case, model.ok_or(Fault::NotFound)?, (page.clone(), page))
    })
}

/// 申请审批表. Numbers in full are for who has said why: [`reveal`](super::reveal) has kept that.
pub(super) async fn form(desk: &Desk, loaded: &Loaded, numbers: Numbers) -> Answer {
    let (portal, case) = (desk.portal(), &loaded.case);
    let stated = stated::of_case(portal, case, numbers, true).await?;
    // One form serves every subsidy of the application.
    let siblings = siblings(desk, case).await?;
    let all = std::iter::once(loaded).chain(&siblings);
    let officers: Vec<_> = all
        .clone()
        .flat_map(|loaded| history::officers(&loaded.events))
        .collect();
    let people = People::load(desk, officers.into_iter()).await?;
    let cases: Vec<_> = all.map(|loaded| (&loaded.case, true)).collect();
    let form = papers::form(portal, &cases, &around(desk, case), stated, |id| people.name(id));
    let mut form = form.ok_or(Fault::NotFound)?;
    form.whole = (numbers == Numbers::Masked).then(|| reveal::to_print(case.opened.reference.as_str()));
    Ok(desk.visitor.page(|text| papers::form_page(text, &form)))
}

pub(super) fn around(desk: &Desk, case: &Case) -> Around {
    let back = desk.visitor.text().get("casework-back-to-case");
    Around {
        back: Some((back, href(case.opened.reference.as_str()))),
        ..Around::default()
    }
}

/// What can be printed of a case as it stands; letters also in each form in which this person's come.
pub(super) fn prints(loaded: &Loaded, forms: &[LetterForm]) -> Vec<(Phrase, String)> {
    let case = &loaded.case;
    let page = href(case.opened.reference.as_str());
    let mut prints = vec![(
        Phrase::new("casework-print-form"),
        format!("{page}/print/application_form"),
    )];
    for paper in Paper::ALL {
        let id = match paper {
            Paper::Acceptance => "casework-print-receipt",
            Paper::MissingPapers => "casework-print-papers",
            Paper::Decision => "casework-print-decision",
            Paper::Reconsidered if case.opened.terms.contest_office.is_some() => "casework-print-objection",
            Paper::Reconsidered => "casework-print-reconsidered",
            Paper::Forwarding => "casework-print-forwarding",
        };
        let days = paper.days(&loaded.events);
        let one = days.len() == 1;
        for (turn, day) in (1..).zip(days) {
            let name = if one {
                Phrase::new(id)
            } else {
                Phrase::new("casework-print-of")
                    .with("document", Said::Words(Box::new(Phrase::new(id))))
                    .with("day", Said::Day(day))
            };
            let letter = if one {
                format!("{page}/print/{paper}")
            } else {
                format!("{page}/print/{paper}-{turn}")
            };
            prints.push((name.clone(), letter));
            // What goes from office to office is in no form of the person's.
            let forms = forms.iter().filter(|_| *paper != Paper::Forwarding);
            prints.extend(forms.map(|form| {
                let name = Phrase::new("casework-print-as")
                    .with("document", Said::Words(Box::new(name.clone())))
                    .with("form", Said::Words(Box::new(Phrase::new(letter_forms_name(*form)))));
                let format = Format::made_for(*form);
                (name, format!("{page}/print/{paper}-{turn}/{format}"))
            }));
        }
    }
    let issued = Issued {
        case,
        events: &loaded.events,
    };
    let blanks = Blank::ALL.iter().filter(|(blank, _)| blank.is_of_use(&issued));
    prints.extend(blanks.map(|(blank, name)| {
        let id = match blank {
            Blank::ServiceReceipt => "casework-print-service-receipt",
            Blank::Withdrawal => "casework-print-withdrawal",
            Blank::SpokenContest => "casework-print-spoken-contest",
        };
        (Phrase::new(id), format!("{page}/print/{name}"))
    }));
    if case.notice.is_some_and(|notice| !notice.ended) {
        let place = case.opened.place.township;
        prints.push((Phrase::new("casework-print-notices"), format!("/notices/{place}/print")));
    }
    prints
}
