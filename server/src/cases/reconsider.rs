//! What somebody sees of the reconsideration they asked for: its steps on the way, and what it came to.

use zhida::calendar::{Clock, Date};
use zhida::casework::{COURT, Case, ContestStage, Reconsideration, StepState};
use zhida::letter::Office;
use zhida_app::cases::case::{Reconsidering, Station, When};
use zhida_app::components::route::State;
use zhida_app::letter::reconsidered::result;
use zhida_app::text::{Phrase, Said};

use crate::letter::names;
use crate::portal::Portal;

/// The section of the page; nothing where nobody asked.
pub(super) fn section(portal: &Portal, case: &Case, here: &str, today: Date) -> Option<Reconsidering> {
    let asked = case.reconsiderations.last()?;
    let to = names::contested_at(portal, case);
    let objects = asked.office.is_some();
    let mut says = vec![
        Phrase::new(if objects {
            "cases-objection-asked"
        } else {
            "cases-reconsider-asked"
        })
        .with("day", Said::Day(asked.asked_on))
        .with("to", Said::Name(to)),
    ];
    if let Some(since) = asked.counts_as_taken_up(&portal.calendar, today) {
        says.push(Phrase::new("cases-reconsider-silent").with("since", Said::Day(since)));
    }
    says.extend(out_of_time(portal, asked, today));
    if let Some(outcome) = &asked.outcome {
        says.push(result(outcome.result, objects));
        if objects && outcome.result.leads_to_court() && case.decision_in_force().is_some() {
            says.push(Phrase::new("letter-objection-then"));
        }
    }
    // A decision that fell leaves what it paid until the new one.
    if let (Some(award), None) = (&case.award, case.decision_in_force()) {
        says.push(Phrase::new("letter-reconsidered-meanwhile").with("amount", Said::Money(award.monthly)));
    }
    Some(Reconsidering {
        objects,
        says,
        letter_href: asked.outcome.as_ref().map(|_| format!("{here}/print/reconsidered")),
    })
}

/// The government has not decided in time: from then there are fifteen days to go to court (行政诉讼法 art. 45).
fn out_of_time(portal: &Portal, asked: &Reconsideration, today: Date) -> Option<Phrase> {
    asked.stage()?;
    let due = asked.clock_of(ContestStage::Decide)?.due_on(&portal.calendar).on?;
    let until = Clock::new(due, COURT).due_on(&portal.calendar).on?;
    (due < today).then(|| {
        Phrase::new("cases-reconsider-out-of-time")
            .with("due", Said::Day(due))
            .with("until", Said::Day(until))
    })
}

/// Its stops on the way of the case.
pub(super) fn stops(portal: &Portal, case: &Case, asked: &Reconsideration, today: Date) -> Vec<Station> {
    let mut stops = vec![Station {
        state: State::Done,
        name: Phrase::new(if asked.office.is_some() {
            "cases-way-objected"
        } else {
            "cases-way-contested"
        }),
        who: None,
        when: When::On(asked.asked_on),
        says: None,
    }];
    for step in asked.steps(&portal.calendar, today) {
        let latest = |due: zhida::calendar::Due| due.on.map_or(When::Unsaid, When::Latest);
        let (state, when) = match step.state {
            StepState::Done { on, .. } => (State::Done, When::On(on)),
            StepState::Now { due, .. } => (State::Now, latest(due)),
            StepState::Ahead { due } => (State::Next, latest(due)),
        };
        let body = case.opened.terms.route.last().map(|stage| stage.body);
        let who = if step.stage.is_of_office() {
            body.map(|body| names::office(portal, &Office::of(case, body)))
        } else {
            Some(names::contested_at(portal, case))
        };
        stops.push(Station {
            state,
            name: Phrase::new(match step.stage {
                ContestStage::PassOn => "cases-way-contest-pass-on",
                ContestStage::TakeUp => "cases-way-contest-take-up",
                ContestStage::Reply => "cases-way-contest-reply",
                ContestStage::Decide => "cases-way-contest-decide",
                ContestStage::Objection => "cases-way-objection-decide",
            }),
            who,
            when,
            says: None,
        });
    }
    stops
}
