//! The clock of a case, for the page: one value that the person and the office both see.

use zhida::calendar::{Date, Limit as Days, Remaining};
use zhida::casework::{Case, ContestStage, Pause, Phase, Reconsideration};
use zhida_app::components::clock::Limit;

use crate::letter::names;
use crate::portal::Portal;

/// Where the limit of a case stands; nothing where none runs. `yours` where its person reads it.
pub(crate) fn limit(portal: &Portal, case: &Case, today: Date, yours: bool) -> Option<Limit> {
    // That somebody objects, and how soon the office answers, is between the two of them.
    let without;
    let case = if yours && case.open_objections().next().is_some() {
        without = Case {
            objections: Vec::new(),
            ..case.clone()
        };
        &without
    } else {
        case
    };
    let standing = case.standing(&portal.calendar, today)?;
    let who = match contest_stage(case) {
        Some(stage) if !stage.is_of_office() => names::contested_at(portal, case),
        _ => names::office_of_case(portal, case),
    };
    if case.pause(today) == Some(Pause::Hold) {
        return None;
    }
    let clock = case.clock(&portal.calendar)?;
    let stands_still = case.pause(today).is_some();
    if let (Days::CalendarDays(_), Some(last_day), false) = (clock.limit, case.due(&portal.calendar)?.on, stands_still)
    {
        return Some(in_working_days(portal, clock.started_on, last_day, today, who));
    }
    match standing.remaining {
        Remaining::Left(left) => Some(Limit::Running {
            left,
            whole: u32::from(clock.limit.days()),
            last_day: case.due(&portal.calendar)?.on?,
            who,
        }),
        Remaining::Paused(left) => Some(Limit::Paused {
            left,
            until: case.open_list()?.until,
            yours,
        }),
        Remaining::Overdue(by) => Some(Limit::Over { by, who }),
    }
}

/// The step of a reconsideration that runs after the decision.
fn contest_stage(case: &Case) -> Option<ContestStage> {
    let objected = case.phase == Phase::Decided && case.open_objections().next().is_some();
    let after_the_decision = case.phase != Phase::Open && !objected;
    case.reconsideration()
        .filter(|_| after_the_decision)
        .and_then(Reconsideration::stage)
}

/// A limit in calendar days, told in working days like every other one: lists count it so too.
fn in_working_days(portal: &Portal, from: Date, last_day: Date, today: Date, who: zhida_app::text::Name) -> Limit {
    let between = |from, to| u32::try_from(portal.calendar.working_days_between(from, to)).unwrap_or_default();
    if last_day < today {
        Limit::Over {
            by: between(last_day, today),
            who,
        }
    } else {
        Limit::Running {
            left: between(today, last_day),
            whole: between(from, last_day),
            last_day,
            who,
        }
    }
}
