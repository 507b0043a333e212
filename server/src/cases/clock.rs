//! The clock of a case, for the page: one value that the person and the office both see.

use zhida::calendar::{Date, Remaining};
use zhida::casework::{Case, Pause};
use zhida_app::components::clock::Limit;

use crate::letter::names;
use crate::portal::Portal;

/// Where the limit of a case stands; nothing where none runs.
pub(crate) fn limit(portal: &Portal, case: &Case, today: Date) -> Option<Limit> {
    let standing = case.standing(&portal.calendar, today)?;
    let who = names::office_of_case(portal, case);
    if case.pause(today) == Some(Pause::Hold) {
        return None;
    }
    match standing.remaining {
        Remaining::Left(left) => Some(Limit::Running {
            left,
            whole: u32::from(case.clock()?.limit.days()),
            last_day: case.due(&portal.calendar)?.on?,
            who,
        }),
        Remaining::Paused(left) => Some(Limit::Paused {
            left,
            until: case.open_list()?.until,
        }),
        Remaining::Overdue(by) => Some(Limit::Over { by, who }),
    }
}
