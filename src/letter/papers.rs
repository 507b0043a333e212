//! 受理通知书 (the application was accepted) and 一次性告知书 (one complete list of what is missing).

use super::{Office, Paper, Sheet};
use crate::calendar::{Date, WorkingDays};
use crate::casework::{Recorded, StepState};
use crate::catalogue::text_id;

/// 受理通知书
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptanceLetter {
    /// Head and foot.
    pub sheet: Sheet,
    /// The papers there are: `evidence-…`.
    pub papers: Vec<String>,
    /// Those that were promised or asked for and are not there: `evidence-…`.
    pub to_come: Vec<String>,
    /// What comes next.
    pub steps: Vec<NextStep>,
}

/// A step still to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// What happens: `stage-…`.
    pub text_id: String,
    /// Who does it.
    pub office: Office,
    /// How many days it takes at most.
    pub days: u16,
    /// The last day; none while the clock stands still without end.
    pub until: Option<Date>,
    /// A year is counted whose holidays are not known: the last day may be later.
    pub provisional: bool,
}

/// 一次性告知书
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingPapersLetter {
    /// Head and foot.
    pub sheet: Sheet,
    /// 1 for the first list.
    pub list: u32,
    /// What is missing: kinds of `evidence.toml`.
    pub papers: Vec<String>,
    /// What is wrong with what there is, in the officer's words.
    pub sentence: Option<String>,
    /// The last day to supply it.
    pub until: Date,
    /// Whether nothing waits for it: the case goes on, or was granted, without.
    pub later: bool,
    /// Whether a supervisor asked: who alone may ask for what was not on the first list.
    pub by_supervisor: bool,
}

impl AcceptanceLetter {
    /// The letter as it went out; none before the case was accepted.
    pub fn of(events: &[Recorded], calendar: &WorkingDays) -> Option<Self> {
        let case = &Paper::Acceptance.issued(events, 1)?;
        let accepted = case.accepted.as_ref()?;
        let limits = case.opened.terms.route.iter().map(|stage| stage.limit);
        let limits: Vec<_> = limits.chain(case.opened.terms.notice).collect();
        let on = accepted.at.date();
        let steps = case.steps(calendar, on).into_iter().zip(limits);
        let ahead = steps.filter_map(|(step, limit)| {
            let due = match step.state {
                StepState::Done { .. } => return None,
                StepState::Now { due, .. } | StepState::Ahead { due } => due,
            };
            Some(NextStep {
                text_id: text_id("stage", &step.id),
                office: Office::of(case, step.body),
                days: limit.days(),
                until: due.on,
                provisional: due.provisional,
            })
        });
        // What was confirmed instead of a paper came as no paper.
        let named = case
            .named_papers()
            .into_iter()
            .filter(|kind| !case.is_confirmed_instead(kind));
        let (there, to_come): (Vec<&str>, Vec<&str>) = named.partition(|kind| case.has_paper(kind));
        let text_of = |kind: &&str| text_id("evidence", kind);
        Some(Self {
            sheet: Sheet::of(case, Office::township(case), (Some(Paper::Acceptance), 1), on),
            papers: there.iter().map(text_of).collect(),
            to_come: to_come.iter().map(text_of).collect(),
            steps: ahead.collect(),
        })
    }
}

impl MissingPapersLetter {
    /// The letter of a list as it went out, from 1.
    pub fn of(events: &[Recorded], turn: usize) -> Option<Self> {
        let case = &Paper::MissingPapers.issued(events, turn)?;
        let list = case.lists.last()?;
        // The office whose officer asked: its place says which.
        let kind = match &list.by {
            crate::access::By::Officer { post, .. } => office_of(post.role),
            crate::access::By::Resident { .. } | crate::access::By::System => None,
        };
        let stage = case.stage().map(|stage| stage.body);
        let office = Office::of(case, kind.or(stage)?);
        Some(Self {
            sheet: Sheet::of(case, office, (Some(Paper::MissingPapers), turn), list.asked_on),
            list: list.number,
            papers: list.papers.clone(),
            sentence: list.sentence.as_ref().map(|sentence| sentence.as_str().to_owned()),
            until: list.until,
            later: case.papers_hold_up_nothing(),
            by_supervisor: matches!(
                &list.by,
                crate::access::By::Officer { post, .. } if post.role == crate::access::Role::Supervisor
            ),
        })
    }
}

fn office_of(role: crate::access::Role) -> Option<crate::place::OfficeKind> {
    use crate::access::Role;
    use crate::place::OfficeKind;
    match role {
        Role::TownshipOfficer => Some(OfficeKind::Township),
        Role::FederationReviewer => Some(OfficeKind::CountyFederation),
        Role::CivilAffairsDecider => Some(OfficeKind::CivilAffairs),
        Role::LegalAidOfficer => Some(OfficeKind::LegalAidCentre),
        Role::JusticeOfficer => Some(OfficeKind::JusticeBureau),
        Role::Supervisor | Role::Auditor | Role::Administrator => None,
    }
}
