//! 行政复议结果告知书: what the government said of a decision, what follows, and what can be done then.
//!
//! It tells what the government's own paper says and does not stand for it: the time to go to court counts from that
//! one (行政诉讼法 art. 45).

use super::{FirstPayment, Office, Paper, Sheet};
use crate::calendar::{Date, Limit, Month, WorkingDays};
use crate::casework::{COURT, Case, Reconsideration, ReconsideredAs, Recorded};
use crate::money::Fen;
use crate::place::DivisionCode;

/// The letter of a reconsideration that ended.
#[derive(Clone, Debug, PartialEq)]
pub struct ReconsideredLetter {
    /// Head and foot.
    pub sheet: Sheet,
    /// The day reconsideration was asked for.
    pub asked_on: Date,
    /// Whose government reconsidered.
    pub by: DivisionCode,
    /// The office that was objected to, where it was not the government.
    pub office: Option<Office>,
    /// What it says.
    pub result: ReconsideredAs,
    /// The number of its paper.
    pub number: String,
    /// The day of its paper.
    pub on: Date,
    /// Its reasons, in short and in plain words.
    pub reasons: String,
    /// What is paid from now on, where that was changed.
    pub pays: Option<ChangedPay>,
    /// What follows where the case is decided again.
    pub again: Option<DecidedAgain>,
    /// How to go to court; none where it does not lead there.
    pub court: Option<Court>,
    /// The last day to ask again, where that can be done and is known.
    pub ask_again_until: Option<Date>,
}

/// What is paid after a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangedPay {
    /// A month's amount.
    pub monthly: Fen,
    /// The first month.
    pub from: Month,
    /// The first payment: the months owed, less what was paid for them before.
    pub first: Option<FirstPayment>,
}

/// That a case is decided again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecidedAgain {
    /// The last day for it.
    pub until: Option<Date>,
    /// What is paid meanwhile.
    pub meanwhile: Option<Fen>,
    /// The month that a grant counts from.
    pub from: Month,
}

/// The way to court.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Court {
    /// Within how long of the day the government's paper arrived.
    pub within: Limit,
    /// The day it arrived and the last day; none where the office does not know.
    pub counted: Option<(Date, Date)>,
    /// A year is counted whose holidays are not known: the last day may be later.
    pub provisional: bool,
}

impl ReconsideredLetter {
    /// The letter as it went out, from 1; none before a reconsideration has ended.
    pub fn of(events: &[Recorded], turn: usize, calendar: &WorkingDays) -> Option<Self> {
        let case = &Paper::Reconsidered.issued(events, turn)?;
        let asked = case.reconsiderations.last()?;
        let outcome = asked.outcome.as_ref()?;
        let decided = case.opened.terms.route.last()?.body;
        let office = asked.office.map_or(decided, |office| office.body);
        let reconsidered = asked.office.is_none();
        let court = (reconsidered && outcome.result.leads_to_court()).then(|| {
            let until = asked.court_until(calendar);
            Court {
                within: COURT,
                counted: outcome.served_on.zip(until.and_then(|until| until.on)),
                provisional: until.is_some_and(|until| until.provisional),
            }
        });
        Some(Self {
            sheet: Sheet::of(
                case,
                Office::of(case, office),
                (Some(Paper::Reconsidered), turn),
                asked.ended_on.unwrap_or(outcome.on),
            ),
            asked_on: asked.asked_on,
            by: case.opened.place.county,
            office: asked.office.map(|office| Office::of(case, office.body)),
            result: outcome.result,
            number: outcome.number.clone(),
            on: outcome.on,
            reasons: asked
                .reasons
                .as_ref()
                .map_or_else(String::new, |said| said.as_str().to_owned()),
            pays: changed(case, asked),
            again: again(case, asked, calendar),
            court,
            ask_again_until: case
                .contest_until(calendar)
                .and_then(|until| until.on)
                .filter(|_| case.may_contest()),
        })
    }
}

/// Only while the changed decision is the one in force.
fn changed(case: &Case, asked: &Reconsideration) -> Option<ChangedPay> {
    let made = case.decision_in_force()?;
    let same = std::ptr::eq(made, case.contested_decision(asked)?);
    let changed = made.changed.filter(|_| same)?;
    let first = case.first_payment_by();
    Some(ChangedPay {
        monthly: changed.monthly,
        from: changed.from,
        first: first.map(|by| FirstPayment::of(case, (changed.monthly, changed.from), by)),
    })
}

/// Only as long as it has not been decided again.
fn again(case: &Case, asked: &Reconsideration, calendar: &WorkingDays) -> Option<DecidedAgain> {
    let outcome = asked.outcome.as_ref()?;
    let waits = outcome.result.decides_again() && case.decision_in_force().is_none();
    waits.then(|| DecidedAgain {
        until: case.due(calendar).and_then(|due| due.on),
        meanwhile: case.award.as_ref().map(|award| award.monthly),
        from: Month::of(case.opened.on),
    })
}
