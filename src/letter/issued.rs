//! A paper that went out never changes: it says what was so on its day, however the case went on. So it is made from the
//! events up to it, and from nothing that came later.

use crate::calendar::Date;
use crate::casework::{Case, Event, Recorded};
use crate::person::closed_list;

closed_list! {
    /// Papers that go out, all but the last to the person.
    Paper {
        /// 受理通知书
        Acceptance = "acceptance",
        /// 一次性告知书
        MissingPapers = "missing_papers",
        /// 决定书
        Decision = "decision",
        /// 行政复议结果告知书
        Reconsidered = "reconsidered",
        /// 转办函, to the office that goes on with the case
        Forwarding = "forwarding",
    }
}

impl Paper {
    /// The case as it stood when the paper of that turn went out, from 1; none where it never did.
    pub(super) fn issued(self, events: &[Recorded], turn: usize) -> Option<Case> {
        let at = self.places(events).nth(turn.checked_sub(1)?)?;
        let later = events.get(at + 1..).unwrap_or_default();
        let follows = later.iter().take_while(|recorded| follows(&recorded.event)).count();
        Case::fold(events.get(..=at + follows)?)
    }

    /// How many of these papers went out.
    pub fn count(self, events: &[Recorded]) -> usize {
        self.places(events).count()
    }

    /// The day of each of these papers, first to last.
    pub fn days(self, events: &[Recorded]) -> Vec<Date> {
        let places = self.places(events);
        places.filter_map(|at| Some(events.get(at)?.at.date())).collect()
    }

    /// Where the events stand that send it out.
    fn places(self, events: &[Recorded]) -> impl Iterator<Item = usize> {
        let sends = move |event: &Event| match self {
            Self::Acceptance => matches!(event, Event::Accepted { .. }),
            Self::MissingPapers => matches!(event, Event::PapersRequested { .. }),
            Self::Decision => matches!(
                event,
                Event::SignedSecond
                    | Event::Decided {
                        needs_second: false,
                        ..
                    }
            ),
            Self::Reconsidered => matches!(event, Event::Reconsidered { .. }),
            Self::Forwarding => matches!(event, Event::Forwarded(_)),
        };
        let places = events.iter().enumerate();
        places.filter_map(move |(at, recorded)| sends(&recorded.event).then_some(at))
    }
}

/// What a decision brings about in the same breath.
fn follows(event: &Event) -> bool {
    matches!(
        event,
        Event::NoticeOpened { .. } | Event::Awarded(_) | Event::AwardedInKind(_) | Event::AwardEnded { .. }
    )
}
