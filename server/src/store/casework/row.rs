//! What lists read of a case, computed from the case.

use zhida::calendar::{Date, Instant, WorkingDays};
use zhida::casework::{Case, DecisionMade, Phase, Reconsideration, Terms};
use zhida::place::Divisions;

use super::NEVER;

/// The columns that events move.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Moving {
    pub phase: &'static str,
    pub stage: String,
    pub state: &'static str,
    pub result: Option<&'static str>,
    pub pause: Option<&'static str>,
    pub paused_until: String,
    pub assignee: String,
    pub returned: String,
    pub awaits: String,
    pub due_on: String,
    pub at_risk_on: String,
    pub notice_until: String,
    pub monthly: Option<i64>,
    pub from_month: Option<String>,
    pub priority: Option<i64>,
    pub priority_parts: String,
    pub provided_on: String,
    pub urgent_since: Option<i64>,
    pub urgent_until: Option<i64>,
    pub contested_on: String,
}

/// The stage of a decision that waits for a second person.
pub const SECOND_SIGNATURE: &str = "second_signature";
/// The stage of a grant in public notice to which an objection waits to be answered.
pub const OBJECTION: &str = "objection";
/// The stage of a case with nothing more to do.
pub const CLOSED: &str = "closed";
/// The stage of a grant that takes effect next.
pub const AWARD: &str = "award";

pub(super) fn moving(case: &Case, calendar: &WorkingDays) -> Moving {
    let pause = pause(case);
    let running = notice(case);
    // After the decision, a reconsideration is what there is to do; what is in public notice stays there.
    let contested = case.reconsideration().and_then(Reconsideration::stage);
    let objected = case.phase == Phase::Decided && case.open_objections().next().is_some();
    let signs = case.phase != Phase::Open && case.unsigned_reconsideration().is_some();
    let (stage, state) = match (case.phase, contested) {
        // What an officer has to do now is work, whatever the notice or the government does.
        _ if objected => (OBJECTION.to_owned(), "open"),
        _ if signs => (SECOND_SIGNATURE.to_owned(), "open"),
        (Phase::Open, _) => {
            let stage = match case.unsigned() {
                Some(_) => SECOND_SIGNATURE.to_owned(),
                None => case.stage().map(|stage| stage.id.clone()).unwrap_or_default(),
            };
            (stage, if pause.is_some() { "waiting" } else { "open" })
        }
        (Phase::Decided, Some(stage)) => (stage.as_str().to_owned(), "decided"),
        (Phase::Closed, Some(stage)) => (stage.as_str().to_owned(), "open"),
        (Phase::Decided, None) if running.is_some() => (Terms::PUBLIC_NOTICE.to_owned(), "decided"),
        (Phase::Decided, None) => (AWARD.to_owned(), "decided"),
        (Phase::Closed, None) => (CLOSED.to_owned(), "closed"),
    };
    let clock = case.clock(calendar);
    let due = clock.as_ref().and_then(|clock| clock.due_on(calendar).on);
    let at_risk = clock.and_then(|clock| clock.at_risk_from(calendar));
    let hurry = case.hurry();
    let paid = case.decisions.last().and_then(DecisionMade::pays);
    let paid = paid.map(|(monthly, from)| (monthly.0, from.to_string()));
    Moving {
        phase: case.phase.as_str(),
        stage,
        state,
        result: case.result.map(zhida::casework::ResultKind::as_str),
        pause: pause.as_ref().map(|(why, _)| *why),
        paused_until: pause.map(|(_, until)| until).unwrap_or_default(),
        assignee: case.assignee.as_ref().map(|id| id.0.clone()).unwrap_or_default(),
        returned: case
            .returned
            .as_ref()
            .map(|back| back.what.from.clone())
            .unwrap_or_default(),
        awaits: awaits(case),
        due_on: or_never(due),
        at_risk_on: or_never(at_risk),
        notice_until: running.map(|day| day.to_string()).unwrap_or_default(),
        monthly: paid.as_ref().map(|(monthly, _)| *monthly),
        from_month: paid.map(|(_, month)| month),
        priority: case.assessment.score(),
        priority_parts: parts(case),
        provided_on: case
            .decision_in_force()
            .filter(|_| case.award_in_kind.is_some())
            .map(|made| made.made_on.to_string())
            .unwrap_or_default(),
        urgent_since: hurry.map(|hurry| hurry.since.epoch_ms()),
        urgent_until: hurry.and_then(|hurry| hurry.until).map(Instant::epoch_ms),
        contested_on: case
            .reconsiderations
            .first()
            .map(|asked| asked.asked_on.to_string())
            .unwrap_or_default(),
    }
}

/// The parts of a case's place among those that wait, those that count.
fn parts(case: &Case) -> String {
    let counts = case.assessment.priority.iter().filter(|part| part.counts);
    let parts: Vec<String> = counts.map(|part| format!("{}={}", part.code, part.points)).collect();
    parts.join(" ")
}

fn or_never(day: Option<Date>) -> String {
    day.map_or_else(|| NEVER.to_owned(), |day| day.to_string())
}

/// Why no clock runs, and until when; what waits for a certificate waits without end.
fn pause(case: &Case) -> Option<(&'static str, String)> {
    if case.phase != Phase::Open {
        return None;
    }
    if case.hold.is_some() {
        return Some(("hold", NEVER.to_owned()));
    }
    case.list_waited_for().map(|list| ("applicant", list.until.to_string()))
}

/// The confirmation that an open case waits for.
fn awaits(case: &Case) -> String {
    let first = case.open_confirmations().next().filter(|_| case.phase == Phase::Open);
    first.map(|confirming| confirming.needs.id.clone()).unwrap_or_default()
}

fn notice(case: &Case) -> Option<Date> {
    case.notice.filter(|notice| !notice.ended).map(|notice| notice.until)
}

/// The prefecture of a county; the county itself where it is none of ours.
pub(super) fn prefecture(county: zhida::place::DivisionCode) -> String {
    let above = Divisions::shipped().find(county).and_then(|county| county.parent);
    above.unwrap_or(county).to_string()
}
