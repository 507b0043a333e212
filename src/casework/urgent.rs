//! Urgent cases: first in the queue, helped first, and the papers later (法律援助法 art. 44).

use super::decide::Work;
use super::receive::papers_to_see;
use super::{Case, Event, PaperList, Phase};
use crate::calendar::{Clock, Instant};

/// That a case cannot wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hurry {
    /// Since when that is known.
    pub since: Instant,
    /// By when it is to be decided; none where no document sets hours.
    pub until: Option<Instant>,
}

const HOUR_MS: i64 = 60 * 60 * 1000;

impl Hurry {
    /// Whole hours left at a moment, or too many, below zero; none where no document sets hours.
    pub fn hours_left(self, now: Instant) -> Option<i64> {
        let left = self.until?.epoch_ms().saturating_sub(now.epoch_ms());
        Some(left.div_euclid(HOUR_MS))
    }
}

impl Case {
    /// Whether it cannot wait, while it is not decided.
    pub fn is_urgent(&self) -> bool {
        self.phase == Phase::Open && self.urgent_since.is_some()
    }

    /// Since when it cannot wait, and by when it is decided.
    pub fn hurry(&self) -> Option<Hurry> {
        let since = self.urgent_since.filter(|_| self.is_urgent())?;
        let hours = self.opened.terms.urgent_hours;
        let until = |hours: u16| Instant::from_epoch_ms(since.epoch_ms() + i64::from(hours) * HOUR_MS);
        Some(Hurry {
            since,
            until: hours.map(until),
        })
    }

    /// The papers that are still to come although it was granted: it was urgent, and was helped before they were there.
    pub fn papers_come_later(&self) -> Option<&PaperList> {
        let helped = self.urgent_since.is_some() && self.decision_in_force().is_some();
        let granted = self.decisions.last().is_some_and(|made| made.decision.verdict.grants());
        self.open_list().filter(|_| helped && granted)
    }

    /// Whether nothing waits for the papers that were asked for: it goes on, or was granted, without them.
    pub fn papers_hold_up_nothing(&self) -> bool {
        self.is_urgent() || self.papers_come_later().is_some()
    }
}

impl Work<'_> {
    /// What was granted before its papers were there: they are asked for with the decision, once.
    pub(super) fn asks_for_papers_later(&self) -> Option<Event> {
        let papers = papers_to_see(self.case, self.setting);
        if !self.case.is_urgent() || !self.case.lists.is_empty() || papers.is_empty() {
            return None;
        }
        let until = Clock::new(self.today, self.case.opened.terms.papers).due_on(self.setting.calendar);
        Some(Event::PapersRequested {
            list: 1,
            papers: papers.into_iter().map(str::to_owned).collect(),
            until: until.on.unwrap_or(self.today),
            sentence: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_whole_and_go_below_nought() {
        let at = |minutes: i64| Instant::from_epoch_ms(minutes * 60_000);
        let hurry = Hurry {
            since: at(0),
            until: Some(at(120)),
        };
        let left = [0, 1, 60, 119, 120, 121, 181].map(|minutes| hurry.hours_left(at(minutes)));
        assert_eq!(left, [2, 1, 1, 0, 0, -1, -2].map(Some));
        assert_eq!(Hurry { until: None, ..hurry }.hours_left(at(0)), None);
    }
}
