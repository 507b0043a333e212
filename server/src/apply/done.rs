//! `/apply/{draft}/done`: the application is in. Still useful when bookmarked.

use axum::extract::Path;
use uuid::Uuid;
use zhida::access::Visibility;
use zhida::apply::OverlapPick;
use zhida::assess::Outcome;
use zhida::calendar::{Clock, Date, Month};
use zhida::casework::{Case, Phase};
use zhida::letter::Office;
use zhida::place::OfficeKind;
use zhida_app::apply::confirmation::{self, Ahead, Confirmation};
use zhida_app::catalogue::Hold;
use zhida_app::components::route::State;
use zhida_app::frame::quiet::Doing;
use zhida_app::text::Phrase;

use super::opened::{Closed, Opened};
use super::{assisted, cases, owner};
use crate::cases::hold;
use crate::catalogue::words;
use crate::confirmation::who;
use crate::letter::names;
use crate::portal::Portal;
use crate::store::apply::{self, StoredApplication};
use crate::web::{Answer, Fault, Visitor};

/// `GET /apply/{draft}/done`.
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let draft = Uuid::parse_str(&id).map_err(|_| Fault::NotFound)?;
    let portal = &visitor.portal;
    // The office prints a receipt instead.
    if assisted::officer(&visitor).is_some() {
        return Ok(visitor.see_other(&format!("/apply/{}/receipt", draft.simple())));
    }
    if owner::of(&visitor).is_none() {
        return owner::missing(&visitor, Closed::Fault(Fault::NotFound), None).await;
    }
    let mut reader = portal.store.read();
    let mut sent = None;
    for (owner, _) in owner::all(&visitor).await? {
        sent = apply::find_application_of_draft(&mut reader, &portal.keys, draft, &owner).await?;
        if sent.is_some() {
            break;
        }
    }
    let Some(sent) = sent else {
        // Not handed in yet: there it goes on.
        let opened = Opened::of(&visitor, &id).await?;
        let next = opened.course(portal)?.next;
        return Ok(visitor.see_other(&opened.address(&next)));
    };
    let cases = cases::list(portal, sent.reference).await?;
    if !sent.application.by_oneself() {
        visitor.acts_for(sent.application.subject.name.as_str());
    }
    if cases
        .iter()
        .any(|case| case.opened.visibility == Visibility::Confidential)
    {
        visitor.keep_quiet(Doing::Sent);
    }
    let model = confirmation_of(portal, &sent, &cases);
    Ok(visitor.page(|text| confirmation::page(text, &model)))
}

fn confirmation_of(portal: &Portal, sent: &StoredApplication, cases: &[Case]) -> Confirmation {
    let application = &sent.application;
    let (stops, provisional) = way(portal, application.submitted_on, cases);
    let bring = application.evidence.iter().filter(|paper| paper.bring_to_office);
    let numbers = cases.iter().map(|case| {
        (
            words::of("service", &case.opened.service),
            case.opened.reference.groups().join(" "),
        )
    });
    let paid: Vec<&Case> = cases.iter().filter(|case| !case.opened.terms.in_kind).collect();
    let mut overlaps = paid.iter().map(|case| case.pick());
    let all_kept = overlaps.all(|pick| pick == Some(OverlapPick::KeepOther));
    Confirmation {
        reference: sent.reference.groups().join(" "),
        person: application.subject.name.as_str().to_owned(),
        cases: numbers.collect(),
        submitted_on: application.submitted_on,
        paid: paid.len(),
        from: (!all_kept).then(|| Month::of(application.submitted_on)),
        monthly: monthly(&paid),
        stops,
        on_hold: cases.iter().filter_map(on_hold).collect(),
        provisional,
        to_bring: bring.map(|paper| words::of("evidence", &paper.kind)).collect(),
        brought_to: words::brought_to(
            cases
                .iter()
                .find_map(|case| portal.catalogue.service(&case.opened.service)),
        ),
        phone: names::hotline(
            cases
                .first()
                .map_or(OfficeKind::Township, |case| names::office_with(case).kind),
        )
        .to_owned(),
        to_confirm: to_confirm(cases),
        resume_code: sent.owner.starts_with("session:").then(|| spoken(&sent.resume_code)),
        cases_href: format!("/cases/{}", sent.reference),
        print_href: format!("/cases/{}/print/application_form", sent.reference),
    }
}

/// Who has still to confirm a part, each once for all cases.
fn to_confirm(cases: &[Case]) -> Vec<(Phrase, String)> {
    let mut asked: Vec<&str> = Vec::new();
    let mut to_confirm = Vec::new();
    for case in cases.iter().filter(|case| case.phase == Phase::Open) {
        for open in case.open_confirmations() {
            let id = open.needs.id.as_str();
            if !asked.contains(&id) {
                asked.push(id);
                to_confirm.push((
                    who(case, open),
                    format!("/cases/{}/confirm/{id}", case.opened.reference),
                ));
            }
        }
    }
    to_confirm
}

/// What waits for a certificate, by what was typed.
fn on_hold(case: &Case) -> Option<(Phrase, Hold)> {
    let hold = hold(&case.opened.assessment)?;
    Some((words::of("service", &case.opened.service), hold))
}

/// A code in groups that can be read out.
pub(super) fn spoken(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

/// What it would be altogether, where every case about money would be paid as it looks now.
fn monthly(cases: &[&Case]) -> Option<zhida::money::Fen> {
    let amounts = cases.iter().map(|case| {
        let kept = case.pick() == Some(OverlapPick::KeepOther);
        let assessed = &case.opened.assessment;
        match assessed.outcome {
            Outcome::Eligible => assessed.monthly,
            Outcome::ChooseOne if !kept => assessed.monthly,
            _ => None,
        }
    });
    let amounts: Option<Vec<_>> = amounts.collect();
    amounts.map(|amounts| zhida::money::Fen(amounts.iter().map(|amount| amount.0).sum()))
}

/// The steps with their last days. Those ahead are counted from the last day of the one before.
fn way(portal: &Portal, submitted: Date, cases: &[Case]) -> (Vec<Ahead>, bool) {
    let mut stops = vec![Ahead {
        state: State::Done,
        name: Phrase::new("apply-stop-sent"),
        who: None,
        day: Some(submitted),
    }];
    let running = cases
        .iter()
        .find(|case| case.opened.assessment.outcome != Outcome::OnHold);
    let Some(case) = running.or(cases.first()) else {
        return (stops, false);
    };
    let terms = &case.opened.terms;
    let mut provisional = false;
    let mut begins = submitted;
    // A child is never shown in public.
    let shown = terms.notice.filter(|_| !case.is_minor(submitted));
    let notice = shown.map(|limit| ("public_notice", None, limit));
    let steps = terms
        .route
        .iter()
        .map(|step| (step.id.as_str(), Some(step.body), step.limit));
    for (at, (id, body, limit)) in steps.chain(notice).enumerate() {
        let clock = Clock {
            started_on: begins,
            limit,
            pauses: Vec::new(),
        };
        let due = clock.due_on(&portal.calendar);
        provisional |= due.provisional;
        begins = due.on.unwrap_or(begins);
        stops.push(Ahead {
            state: if at == 0 { State::Now } else { State::Next },
            name: names::act(portal, id),
            who: body
                .or(Some(OfficeKind::Township))
                .map(|body| names::office(portal, &Office::of(case, body))),
            // The days of what waits for a certificate begin when it is in order.
            day: due.on.filter(|_| running.is_some()),
        });
    }
    (stops, provisional && running.is_some())
}
