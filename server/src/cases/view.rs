//! From a case to what its person sees of it.

use zhida::apply::{Account, Application, OverlapPick};
use zhida::assess::Outcome;
use zhida::calendar::{Date, Instant};
use zhida::casework::{Case, DecisionMade, Event, Pause, Phase, ResultKind, StepState, offered};
use zhida::letter::{DecisionLetter, Office, Paper};
use zhida_app::cases::case::{
    Acts, Case as Shown, DecisionSummary, Done, Helps, Hurried, PaperState, Responsible, Sealed, Station, Things, When,
};
use zhida_app::cases::list::Entry;
use zhida_app::cases::rating::Rating;
use zhida_app::cases::{Standing, Todo};
use zhida_app::casework::points::Points;
use zhida_app::components::route::State;
use zhida_app::text::{Name, Phrase, Said};

use super::hold::hold;
use super::{Opened, address, choose, clock, confirm, papers, reconsider};
use crate::catalogue::{Judge, words};
use crate::confirmation::who;
use crate::letter::names;
use crate::portal::Portal;

/// The page of a case. `officer` is who has it, by name; `siblings` the other cases of its application.
pub(super) fn shown(
    portal: &Portal,
    opened: &Opened,
    officer: Option<String>,
    siblings: Vec<(Phrase, String)>,
    (done, application): (Option<Done>, Option<&Application>),
    (rating, told): (Rating, Vec<(Instant, Phrase)>),
) -> Shown {
    let case = &opened.case;
    let today = portal.today();
    let here = address(case.opened.reference);
    let contact = names::contact(portal, &names::office_with(case));
    Shown {
        list_href: (!opened.reader.only_by_code()).then(|| "/cases".to_owned()),
        service: words::of("service", &case.opened.service),
        person: case.opened.subject.name.as_str().to_owned(),
        reference: case.opened.reference.groups().join(" "),
        submitted_on: case.opened.on,
        entered: case
            .opened
            .assisted
            .as_ref()
            .map(|assisted| crate::casework::words::entered(case, assisted)),
        standing: standing(case, opened.is_subject(), today),
        choice: choose::shown(portal, opened),
        waits: confirm::waited_for(portal, opened),
        urgent: urgent(portal, case),
        done,
        todo: todo(case).filter(|_| !opened.only_looks()),
        limit: clock::limit(portal, case, today, true),
        provisional: names::provisional(case, &portal.calendar, today),
        decision: decision(portal, opened),
        sealed: sealed(opened),
        things: things(portal, opened),
        helps: helps(portal, opened),
        reconsideration: reconsider::section(portal, case, &here, today).filter(|_| opened.letters_are_open()),
        stops: stops(portal, opened, today),
        responsible: Responsible {
            office: names::office_of_case(portal, case),
            officer,
            phone: Some(names::phone(portal, &names::office_with(case))),
            address: contact.map(names::address),
        },
        points: points(opened),
        papers: papers_given(case, application),
        documents: documents(opened, &here),
        siblings,
        acts: acts(portal, opened, &here),
        rating,
        told,
    }
}

/// A case in the list.
pub(super) fn entry(portal: &Portal, case: &Case, by_oneself: bool) -> Entry {
    let today = portal.today();
    Entry {
        service: words::of("service", &case.opened.service),
        person: (!by_oneself).then(|| case.opened.subject.name.as_str().to_owned()),
        reference: case.opened.reference.groups().join(" "),
        href: address(case.opened.reference),
        standing: standing(case, false, today),
        todo: todo(case),
        limit: clock::limit(portal, case, today, true),
    }
}

/// What an office found in a register is for the person alone; everybody else is told what was typed.
fn standing(case: &Case, is_subject: bool, today: Date) -> Standing {
    if let Some(receipt) = &case.forwarded {
        return Standing::PassedOn {
            to: Name::only(receipt.office.clone()),
            number: Some(receipt.number.clone()).filter(|number| !number.is_empty()),
        };
    }
    if case.result == Some(ResultKind::Withdrawn) {
        return Standing::Withdrawn;
    }
    let notice_until = case.notice.filter(|notice| !notice.ended).map(|notice| notice.until);
    let made = case.decision_in_force();
    match made.map(DecisionMade::pays) {
        Some(None) if made.is_some_and(|made| made.decision.verdict.grants()) => Standing::Provided,
        Some(Some((monthly, from))) if case.result == Some(ResultKind::Partial) => Standing::Partly {
            monthly,
            from,
            notice_until,
        },
        Some(Some((monthly, from))) => Standing::Granted {
            monthly,
            from,
            notice_until,
        },
        Some(None) => Standing::Refused,
        None if todo(case).is_some() => Standing::WaitsForYou,
        None if let Some(second) = confirm::next(case) => Standing::WaitsForOther(who(case, second)),
        None if case.pause(today) == Some(Pause::Hold) => {
            let known = if is_subject {
                &case.assessment
            } else {
                &case.opened.assessment
            };
            Standing::OnHold(hold(known).unwrap_or_default())
        }
        None => Standing::Working,
    }
}

/// How urgent it is while it waits: as the office has it for the person, as it was handed in for who filed.
fn points(opened: &Opened) -> Option<Points> {
    let case = &opened.case;
    let assessed = if opened.is_subject() {
        &case.assessment
    } else {
        &case.opened.assessment
    };
    crate::casework::words::points(assessed).filter(|_| case.phase == Phase::Open && case.opened.place.decides())
}

/// That it cannot wait, by when it is decided, and which law says so.
fn urgent(portal: &Portal, case: &Case) -> Option<Hurried> {
    let hurry = case.hurry()?;
    let service = portal.catalogue.service(&case.opened.service);
    let basis = service.and_then(|service| service.urgent.as_ref()?.basis.as_ref());
    Some(Hurried {
        until: hurry.until,
        basis: basis.map(|basis| words::of("basis", basis)),
    })
}

fn todo(case: &Case) -> Option<Todo> {
    let list = papers::list_of(case)?;
    Some(Todo {
        papers: list
            .papers
            .iter()
            .filter(|kind| !case.is_confirmed_instead(kind))
            .map(|kind| words::of("evidence", kind))
            .collect(),
        until: list.until,
        later: case.papers_hold_up_nothing(),
        href: format!("{}/papers", address(case.opened.reference)),
    })
}

fn decision(portal: &Portal, opened: &Opened) -> Option<DecisionSummary> {
    let case = &opened.case;
    case.decision_in_force().filter(|_| opened.letters_are_open())?;
    let letter = DecisionLetter::of(&opened.events, Paper::Decision.count(&opened.events))?;
    let contest_until = case.contest_until(&portal.calendar).and_then(|due| due.on);
    let objects = case.may_contest() && case.opened.terms.contest_office.is_some();
    let reasons = letter.reasons.iter().map(|reason| {
        Phrase::new(if reason.as_check {
            format!("{}.check", reason.text_id)
        } else {
            reason.text_id.clone()
        })
    });
    Some(DecisionSummary {
        reasons: reasons.collect(),
        letter_href: format!("{}/letter", address(case.opened.reference)),
        contest_until: contest_until.filter(|_| case.may_contest()),
        over: contest_until.is_some_and(|until| until < portal.today()),
        object_to: objects.then(|| names::contested_at(portal, case)),
    })
}

/// What is offered to the person, for whom the letters are open.
fn things(portal: &Portal, opened: &Opened) -> Option<Things> {
    let case = &opened.case;
    let offer = case.offer.as_ref().filter(|_| opened.letters_are_open())?;
    Some(Things {
        offered: offer.items.iter().map(|item| words::of("item", item)).collect(),
        why: offer.sentence.as_str().to_owned(),
        chosen: case.chosen_item.as_ref().map(|choice| words::of("item", &choice.item)),
        open: case.phase == Phase::Open && case.unsigned().is_none(),
        href: super::items::href(portal, opened),
    })
}

/// Who helps the person, for whom the letters are open.
fn helps(portal: &Portal, opened: &Opened) -> Option<Helps> {
    let case = &opened.case;
    if !opened.letters_are_open() {
        return None;
    }
    let lawyer = case.lawyer.as_ref().map(|lawyer| Helps::Lawyer {
        name: lawyer.name.as_str().to_owned(),
        firm: lawyer.firm.clone(),
        phone: lawyer.phone.as_str().to_owned(),
    });
    lawyer.or_else(|| case.assigned_by(&portal.calendar).map(Helps::By))
}

/// A decision that nobody has been seen to be the reader of.
fn sealed(opened: &Opened) -> Option<Sealed> {
    opened.case.decision_in_force().filter(|_| !opened.letters_are_open())?;
    Some(Sealed {
        link_href: opened.reader.account.is_some().then(|| "/account/link".to_owned()),
    })
}

/// The way of the case: handed in, its steps, what ended it early, the first payment.
fn stops(portal: &Portal, opened: &Opened, today: Date) -> Vec<Station> {
    let case = &opened.case;
    // Who keeps the other benefit, or has still to choose, is promised nothing of this one.
    let counts = case.pick() != Some(OverlapPick::KeepOther) && case.open_choice().is_none();
    let own = |state, id: &str, when| Station {
        state,
        name: Phrase::new(id),
        who: None,
        when,
        says: None,
    };
    let mut stops = vec![Station {
        says: (!case.opened.terms.forward_only && !case.opened.terms.in_kind && counts && may_still_pay(case)).then(
            || {
                let from = zhida::calendar::Month::of(case.opened.on);
                Phrase::new("cases-way-counts").with("from", Said::Month(from))
            },
        ),
        ..own(State::Done, "cases-way-sent", When::At(case.submitted_at))
    }];
    if let Some(accepted) = &case.accepted {
        stops.push(own(State::Done, "cases-way-accepted", When::At(accepted.at)));
    }
    let on_hold = case.pause(today) == Some(Pause::Hold);
    for step in case.steps(&portal.calendar, today) {
        let latest = |due: zhida::calendar::Due| due.on.map_or(When::Unsaid, When::Latest);
        let (state, when) = match step.state {
            StepState::Done { on, .. } => (State::Done, When::On(on)),
            // What ended early stands still where it was.
            StepState::Now { .. } if case.phase == Phase::Closed => continue,
            StepState::Now { .. } if on_hold => (State::Now, When::Unsaid),
            StepState::Now { due, .. } => (State::Now, latest(due)),
            StepState::Ahead { due } => (State::Next, latest(due)),
        };
        stops.push(Station {
            state,
            name: names::act(portal, &step.id),
            who: Some(names::office(portal, &Office::of(case, step.body))),
            when,
            says: None,
        });
    }
    for recorded in &opened.events {
        let id = match &recorded.event {
            Event::Withdrawn { .. } => "cases-way-withdrawn",
            Event::Forwarded(_) => "cases-way-forwarded",
            _ => continue,
        };
        stops.push(own(State::Done, id, When::At(recorded.at)));
    }
    with_accounts(opened, &mut stops);
    if let Some(by) = case.first_payment_by() {
        let state = if case.award.is_some() && by < today {
            State::Done
        } else {
            State::Next
        };
        stops.push(own(state, "cases-way-paid", When::Latest(by)));
    }
    with_reconsiderations(portal, opened, stops, today)
}

/// That an office recorded an account, where it stands in time. Its last digits are for whom the letters are.
fn with_accounts(opened: &Opened, stops: &mut Vec<Station>) {
    for recorded in &opened.events {
        let Event::AccountRecorded { payment } = &recorded.event else {
            continue;
        };
        let id = match payment.account {
            Account::BankCard(_) => "cases-way-account-bank",
            Account::OneCard(_) => "cases-way-account-one-card",
        };
        let last = Said::Name(Name::only(payment.account.last_four()));
        let later = |stop: &Station| match stop.when {
            _ if stop.state != State::Done => true,
            When::At(at) => at > recorded.at,
            When::On(day) | When::Latest(day) => day > recorded.at.date(),
            When::Unsaid => false,
        };
        let at = stops.iter().position(later).unwrap_or(stops.len());
        let stop = Station {
            state: State::Done,
            name: Phrase::new("cases-way-account"),
            who: None,
            when: When::At(recorded.at),
            says: opened.letters_are_open().then(|| Phrase::new(id).with("last", last)),
        };
        stops.insert(at, stop);
    }
}

/// What has ended stands before what it led to, what runs at the end.
fn with_reconsiderations(portal: &Portal, opened: &Opened, mut stops: Vec<Station>, today: Date) -> Vec<Station> {
    if !opened.letters_are_open() {
        return stops;
    }
    for asked in &opened.case.reconsiderations {
        let now = stops.iter().position(|stop| stop.state == State::Now);
        let at = now.filter(|_| asked.outcome.is_some()).unwrap_or(stops.len());
        let its_stops = reconsider::stops(portal, &opened.case, asked, today);
        stops.splice(at..at, its_stops);
    }
    stops
}

fn papers_given(case: &Case, application: Option<&Application>) -> Vec<(Phrase, PaperState)> {
    let given = case.evidence.iter().map(|paper| {
        let asked = case.lists.iter().any(|list| list.papers.contains(&paper.kind));
        let shown = application.and_then(|application| application.shown_by(&paper.kind));
        let state = match (paper.files.len(), shown) {
            (0, _) if case.is_confirmed_instead(&paper.kind) => PaperState::Confirmed,
            (0, _) if case.has_paper(&paper.kind) => PaperState::Seen,
            // An office that asks for it all the same could not see it there.
            (0, Some(other)) if !asked => PaperState::Shown(words::of("evidence", other)),
            (0, _) if !asked && application.is_some_and(|application| application.to_be_confirmed(&paper.kind)) => {
                PaperState::ToBeConfirmed
            }
            (0, _) => PaperState::Window,
            (count, _) => PaperState::Files(count),
        };
        (words::of("evidence", &paper.kind), state)
    });
    given.collect()
}

fn documents(opened: &Opened, here: &str) -> Vec<(Phrase, String)> {
    let case = &opened.case;
    let open = opened.letters_are_open();
    let print = |name: &str| format!("{here}/print/{name}");
    let mut documents = Vec::new();
    if open && case.decision_in_force().is_some() {
        documents.push((Phrase::new("cases-document-decision"), format!("{here}/letter")));
    }
    let reconsidered = if case.opened.terms.contest_office.is_some() {
        "cases-document-objection"
    } else {
        "cases-document-reconsidered"
    };
    let papers = [
        (Paper::Forwarding, "cases-document-forwarding"),
        (Paper::Reconsidered, reconsidered),
        (Paper::Decision, "cases-document-decision"),
        (Paper::MissingPapers, "cases-document-missing"),
        (Paper::Acceptance, "cases-document-receipt"),
    ];
    for (paper, id) in papers {
        if !open && paper != Paper::MissingPapers {
            continue;
        }
        let days = paper.days(&opened.events);
        let mut turns: Vec<_> = (1..).zip(days.iter().copied()).collect();
        if paper == Paper::Decision && case.decision_in_force().is_some() {
            turns.pop();
        }
        for (turn, day) in turns.into_iter().rev() {
            let name = if days.len() > 1 {
                let words = Said::Words(Box::new(Phrase::new(id)));
                Phrase::new("cases-document-of")
                    .with("document", words)
                    .with("day", Said::Day(day))
            } else {
                Phrase::new(id)
            };
            documents.push((name, print(&format!("{paper}-{turn}"))));
        }
    }
    if opened.concerns_the_whole() {
        documents.push((Phrase::new("cases-document-form"), print("application_form")));
    }
    documents
}

/// Whether money can come of it: neither taken back, nor refused, nor with something against it as far as is known.
fn may_still_pay(case: &Case) -> bool {
    let against = matches!(case.result, Some(ResultKind::Withdrawn | ResultKind::Refuse));
    let decided = case.decision_in_force().is_some();
    !against && (decided || case.assessment.outcome != Outcome::Ineligible)
}

fn acts(portal: &Portal, opened: &Opened, here: &str) -> Acts {
    let Ok(judge) = Judge::of(portal, &opened.case) else {
        return Acts::default();
    };
    let offered = offered(&opened.case, &opened.actor(), &judge.setting());
    let page = |command: &str, page: &str| offered.contains(&command).then(|| format!("{here}/{page}"));
    Acts {
        correct: page("correct", "correct"),
        consents: page("change_consents", "consents").filter(|_| opened.concerns_the_whole()),
        letter_forms: page("letter_forms", "forms"),
        withdraw: page("withdraw", "withdraw"),
        contest: page("contest", "contest").filter(|_| opened.letters_are_open()),
        objects: opened.case.opened.terms.contest_office.is_some(),
        seen: super::seen::is_shown(opened).then(|| format!("{here}/seen")),
    }
}
