//! The two papers of a filing: the statement that is read out and signed, and the receipt that the person keeps.

use axum::extract::Path;
use uuid::Uuid;
use zhida::apply::PageId;
use zhida::casework::Case;
use zhida_app::apply::assisted::{self, ReadOut, Receipt};
use zhida_app::apply::check_answers::Section;
use zhida_app::apply::declaration;
use zhida_app::text::{Language, Level, Name, Phrase, Said};

use super::owner;
use crate::apply::done::spoken;
use crate::apply::opened::Opened;
use crate::apply::{cases, lines, owner as owners, view};
use crate::catalogue::words;
use crate::letter::names;
use crate::store::apply;
use crate::web::{Answer, Fault, Visitor};

/// `GET /apply/{draft}/read-out`: everything that was answered, to be read out and signed. Numbers stand in full: the
/// person has to hear whether they are theirs.
pub async fn read_out(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        Err(closed) => return owners::missing(&visitor, closed, None).await,
    };
    let portal = &visitor.portal;
    let course = opened.course(portal)?;
    let draft = opened.draft();
    let (Some(by), Some(person)) = (&draft.assisted, &draft.person) else {
        return Err(Fault::NotFound);
    };
    if !course.is_open(&PageId::Made) {
        return Ok(visitor.see_other(&opened.address(&course.next)));
    }
    let chinese = portal.texts.of(Language::ZhCn, Level::Standard);
    let sections = lines::sections(&course).into_iter().map(|(title, pages)| {
        let said = pages
            .into_iter()
            .filter(|page| !matches!(page, PageId::Made))
            .flat_map(|page| lines::of(chinese, draft, &course, page, Some("")))
            .map(|line| zhida_app::apply::Line { change: None, ..line });
        Section {
            title: Phrase::new(title),
            lines: said.collect(),
        }
    });
    let model = ReadOut {
        back: opened.address(&PageId::Made),
        person: person.name.as_str().to_owned(),
        services: draft.services.iter().map(|code| words::of("service", code)).collect(),
        sections: sections.collect(),
        statement: declaration::statement(chinese, &view::declarant(&opened), view::checked_of(portal, &course)),
        mark: draft.answers_mark(),
        officer: by.name.clone(),
        office: by.office.clone(),
    };
    Ok(visitor.page(|text| assisted::read_out(text, chinese, &model)))
}

/// `GET /apply/{draft}/receipt`: what the person takes home. The code stands on it on the day of filing alone: later the
/// officer has no business with it.
pub async fn receipt(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let draft = Uuid::parse_str(&id).map_err(|_| Fault::NotFound)?;
    let owner = owner(&visitor).ok_or(Fault::NotFound)?;
    let portal = &visitor.portal;
    let sent = apply::find_application_of_draft(&mut portal.store.read(), &portal.keys, draft, &owner).await?;
    let Some(sent) = sent else {
        let opened = Opened::of(&visitor, &id).await?;
        let next = opened.course(portal)?.next;
        return Ok(visitor.see_other(&opened.address(&next)));
    };
    let application = &sent.application;
    let Some(assisted) = &application.assisted else {
        return Err(Fault::NotFound);
    };
    let cases = cases::list(portal, sent.reference).await?;
    let today = sent.submitted_at.date() == portal.today();
    let number = |case: &Case| {
        (
            words::of("service", &case.opened.service),
            case.opened.reference.groups().join(" "),
        )
    };
    let forwards = cases.iter().any(|case| case.opened.terms.forward_only);
    let model = Receipt {
        back: assisted::LIST.to_owned(),
        person: application.subject.name.as_str().to_owned(),
        reference: sent.reference.groups().join(" "),
        code: today.then(|| spoken(&sent.resume_code)),
        cases: cases.iter().map(number).collect(),
        day: sent.submitted_at.date(),
        officer: assisted.by.name.clone(),
        office: assisted.by.office.clone(),
        institution: application.submitter.organisation.clone(),
        handled_by: cases.first().map(|case| names::office_of_case(portal, case)),
        forwards,
        received: assisted.made.received.as_ref().map(|received| {
            Phrase::new("receipt-received")
                .with("office", Said::Name(Name::only(received.office.as_str())))
                .with("number", Said::Name(Name::only(received.number.as_str())))
                .with("day", Said::Day(received.on))
        }),
        to_bring: application
            .evidence
            .iter()
            .filter(|paper| paper.bring_to_office)
            .map(|paper| words::of("evidence", &paper.kind))
            .collect(),
        address: format!("{}/cases/open", portal.config.public_url.origin),
    };
    let chinese = portal.texts.of(Language::ZhCn, Level::Standard);
    Ok(visitor.page(|text| assisted::receipt(text, chinese, &model)))
}
