//! Times of a case: one value that the person and the officer both see.

use super::{Case, DecisionMade, DecisionState, LetterKind, Phase, ResultKind, Terms};
use crate::calendar::{Clock, Date, Due, Limit, Pause, Remaining, Standing, WorkingDays};
use crate::place::OfficeKind;

/// A step of a case, for timelines: done, going on, or still ahead with its latest day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its name: the words are `stage-…`.
    pub id: String,
    /// Who acts.
    pub body: OfficeKind,
    /// Where it stands.
    pub state: StepState,
}

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Finished on that day.
    Done {
        /// The day.
        on: Date,
        /// How many days of its limit it took.
        used: u32,
    },
    /// Going on.
    Now {
        /// The last day; none while it stands still without end.
        due: Due,
        /// Days left or too many.
        standing: Standing,
    },
    /// Not reached; the last day if every step before takes all its time.
    Ahead {
        /// The last day; none while one before stands still without end.
        due: Due,
    },
}

/// How long somebody has waited since they applied, in working days. No rule that we know limits the whole of it:
/// each step has its own limit, and what is late begins the next one anew; but not what was sent back
/// ([`Case::whole_clock`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waited {
    /// All of them.
    pub days: u32,
    /// Those among them on which the clock stood still.
    pub paused: u32,
}

impl Case {
    /// How long the person has waited by that day; the day of the application does not count.
    pub fn waited(&self, calendar: &WorkingDays, today: Date) -> Waited {
        let mut waited = Waited { days: 0, paused: 0 };
        let mut day = self.opened.on;
        while let Some(next) = day.next_day().filter(|next| *next <= today) {
            day = next;
            if calendar.is_working_day(day) {
                waited.days += 1;
                waited.paused += u32::from(self.stood_still_on(day));
            }
        }
        waited
    }

    fn stood_still_on(&self, day: Date) -> bool {
        let mut pauses = self.clocks.iter().flat_map(|entered| &entered.clock.pauses);
        pauses.any(|pause| pause.from <= day && pause.to.is_none_or(|to| day <= to))
    }

    /// The clock that runs: of the stage worked on while the case is open, or of the whole way where it was sent back
    /// and that ends sooner; then of an objection to the public notice, then of a reconsideration.
    pub fn clock(&self, calendar: &WorkingDays) -> Option<Clock> {
        match self.phase {
            Phase::Open => {
                let stage = self.stage_clock()?;
                let ends = |clock: &Clock| clock.due_on(calendar).on.unwrap_or(Date::MAX);
                let sooner = self.whole_clock().filter(|whole| ends(whole) < ends(stage));
                Some(sooner.unwrap_or_else(|| stage.clone()))
            }
            Phase::Decided if self.open_objections().next().is_some() => self.objection_clock(),
            Phase::Decided | Phase::Closed => self.reconsideration()?.clock(),
        }
    }

    /// The clock of the stage worked on alone.
    pub fn stage_clock(&self) -> Option<&Clock> {
        self.clocks.last().map(|entered| &entered.clock)
    }

    /// Sending a case back begins no new time: from then on the way from acceptance to the decision has the time of all
    /// its stages together, and only what stops a stage stops it. None where it was not sent back.
    pub fn whole_clock(&self) -> Option<Clock> {
        let accepted = self
            .accepted
            .as_ref()
            .filter(|_| self.sent_back && self.phase == Phase::Open)?;
        let mut days: u16 = 0;
        for stage in &self.opened.terms.route {
            let Limit::WorkingDays(of_stage) = stage.limit else {
                return None;
            };
            days = days.saturating_add(of_stage);
        }
        let mut whole = Clock::new(accepted.at.date(), Limit::WorkingDays(days));
        for entered in &self.clocks {
            // A pause is ended in the stage it ends in: in those before it, with the stage.
            whole.pauses.extend(entered.clock.pauses.iter().map(|pause| Pause {
                from: pause.from,
                to: match (pause.to, entered.ended_on) {
                    (Some(to), Some(ended)) => Some(to.min(ended)),
                    (to, ended) => to.or(ended),
                },
            }));
        }
        Some(whole)
    }

    /// How soon the oldest open objection to the public notice is answered; that of a notice that was shown again, from
    /// then on.
    pub fn objection_clock(&self) -> Option<Clock> {
        let oldest = self.open_objections().map(|objection| objection.on).min()?;
        let since = self.notice.map_or(oldest, |notice| oldest.max(notice.from));
        Some(Clock::new(since, self.opened.terms.objection))
    }

    /// The last day of what is worked on.
    pub fn due(&self, calendar: &WorkingDays) -> Option<Due> {
        self.clock(calendar).map(|clock| clock.due_on(calendar))
    }

    /// How what is worked on stands on a day.
    pub fn standing(&self, calendar: &WorkingDays, today: Date) -> Option<Standing> {
        self.clock(calendar).map(|clock| clock.remaining(calendar, today))
    }

    /// Every step, first to last. What a case that ended early never reached is left out.
    pub fn steps(&self, calendar: &WorkingDays, today: Date) -> Vec<Step> {
        let mut steps = Vec::new();
        // The day on which the step before ends at the latest.
        let mut before = Due {
            on: Some(self.opened.here_since(self.submitted_at)),
            provisional: false,
        };
        // A step in which the case was taken back or passed on was not done.
        let broken_off = matches!(self.result, Some(ResultKind::Withdrawn | ResultKind::Forwarded));
        let whole = self.whole_clock().map(|clock| clock.due_on(calendar));
        for (index, stage) in self.opened.terms.route.iter().enumerate() {
            let entered = self.clocks.iter().rev().find(|clock| clock.stage == index);
            let entered = entered.filter(|_| index < self.stage || index == self.stage && !broken_off);
            let state = match entered {
                Some(entered) => {
                    if let Some(on) = entered.ended_on {
                        StepState::Done {
                            on,
                            used: used(&entered.clock, calendar, on),
                        }
                    } else {
                        let clock = self.clock(calendar).unwrap_or_else(|| entered.clock.clone());
                        StepState::Now {
                            due: clock.due_on(calendar),
                            standing: clock.remaining(calendar, today),
                        }
                    }
                }
                None if self.phase == Phase::Open => {
                    let due = after(before, stage.limit, calendar, today);
                    let sooner = whole.filter(|whole| whole.on.is_some() && (due.on.is_none() || whole.on < due.on));
                    StepState::Ahead {
                        due: sooner.unwrap_or(due),
                    }
                }
                None => continue,
            };
            before = match state {
                StepState::Done { on, .. } => Due {
                    on: Some(on),
                    provisional: false,
                },
                StepState::Now { due, .. } | StepState::Ahead { due } => due,
            };
            steps.push(Step {
                id: stage.id.clone(),
                body: stage.body,
                state,
            });
        }
        steps.extend(self.notice_step(before, calendar, today));
        steps
    }

    fn notice_step(&self, before: Due, calendar: &WorkingDays, today: Date) -> Option<Step> {
        let limit = self.opened.terms.notice?;
        let state = match (&self.notice, self.phase) {
            (Some(notice), Phase::Decided) => StepState::Now {
                due: Due {
                    on: Some(notice.until),
                    provisional: false,
                },
                standing: Clock::new(notice.from, limit).remaining(calendar, today),
            },
            (Some(notice), Phase::Closed) => StepState::Done {
                on: notice.until,
                used: u32::from(limit.days()),
            },
            (_, Phase::Open) if !self.is_minor(today) => StepState::Ahead {
                due: after(before, limit, calendar, today),
            },
            (None, Phase::Decided | Phase::Closed) | (_, Phase::Open) => return None,
        };
        Some(Step {
            id: Terms::PUBLIC_NOTICE.to_owned(),
            body: OfficeKind::Township,
            state,
        })
    }

    /// The day the letter of the decision that counts arrived.
    pub fn decision_served_on(&self) -> Option<Date> {
        self.decision_in_force()?;
        let last = self.decisions.len().checked_sub(1);
        let of_decision = |served: &&super::Served| served.letter == LetterKind::Decision && served.decision == last;
        self.served.iter().find(of_decision).map(|served| served.on)
    }

    /// The last day to contest the decision: counted from the day its letter arrived, none before that
    /// (行政复议法 art. 20).
    pub fn contest_until(&self, calendar: &WorkingDays) -> Option<Due> {
        // The law names no last day to object (法律援助法 art. 49).
        if self.opened.terms.contest_office.is_some() {
            return None;
        }
        let within = self.decision_in_force()?.decision.contest.within;
        let served_on = self.decision_served_on()?;
        Some(Clock::new(served_on, within).due_on(calendar))
    }

    /// The day the money of a grant is first paid by: the 10th of the month after the public notice, or of the same
    /// month where the notice ends before it.
    pub fn first_payment_by(&self) -> Option<Date> {
        let made = self.decision_in_force()?;
        made.pays()?;
        let settled = match made.changed {
            Some(changed) => changed.on,
            None => self.notice.map_or(made.in_force_on(), |notice| notice.until),
        };
        let tenth = |day: Date| day.replace_day(10).ok();
        if settled.day() < 10 {
            tenth(settled)
        } else {
            let (year, month) = crate::calendar::Month::of(settled).next().year_and_month();
            Date::from_calendar_date(year, time::Month::try_from(month).ok()?, 10).ok()
        }
    }
}

impl DecisionMade {
    /// The day it counts from, or was made while it does not.
    pub fn in_force_on(&self) -> Date {
        match self.state {
            DecisionState::InForce(on) => on,
            DecisionState::Unsigned | DecisionState::Fallen => self.made_on,
        }
    }
}

/// The last day of a step that begins when the one before is over, which may be later than it should.
pub(super) fn after(before: Due, limit: Limit, calendar: &WorkingDays, today: Date) -> Due {
    let Some(on) = before.on else {
        return Due {
            on: None,
            provisional: before.provisional,
        };
    };
    let due = Clock::new(on.max(today), limit).due_on(calendar);
    Due {
        on: due.on,
        provisional: due.provisional || before.provisional,
    }
}

/// Days of the limit used up to a day.
pub(super) fn used(clock: &Clock, calendar: &WorkingDays, on: Date) -> u32 {
    let limit = u32::from(clock.limit.days());
    match clock.remaining(calendar, on).remaining {
        Remaining::Left(days) | Remaining::Paused(days) => limit.saturating_sub(days),
        Remaining::Overdue(days) => limit.saturating_add(days),
    }
}
