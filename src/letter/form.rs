//! 申请审批表: the application with the opinion of every office. What was stated comes from the application; this is
//! the other half.

use super::{Office, Sheet};
use crate::access::OfficerId;
use crate::calendar::{Date, Month};
use crate::casework::{Case, DecisionMade, Opinion, Verdict};
use crate::catalogue::text_id;
use crate::money::Fen;

/// The boxes of the offices, in the order of the route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficialForm {
    /// Head and foot.
    pub sheet: Sheet,
    /// What is paid a month and from when, where the decision in force pays.
    pub pays: Option<(Fen, Month)>,
    /// What each office says; the last one decides.
    pub opinions: Vec<FormOpinion>,
}

/// The box of an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormOpinion {
    /// What it does: `stage-…`.
    pub stage_id: String,
    /// The office, whose seal goes here.
    pub office: Office,
    /// What it said, in a word: `letter-opinion-…` or `letter-result-…`; none leaves room to write.
    pub text_id: Option<String>,
    /// In the officer's words.
    pub sentence: Option<String>,
    /// Who signed.
    pub officer: Option<OfficerId>,
    /// Whose post it was, where they filled another's.
    pub instead_of: Option<OfficerId>,
    /// Who signed second.
    pub second: Option<OfficerId>,
    /// When.
    pub on: Option<Date>,
}

impl OfficialForm {
    /// The form of a case as it stands; boxes of offices that have not spoken are empty.
    pub fn of(case: &Case) -> Self {
        let opinions = case.opened.terms.route.iter().map(|stage| {
            let mut opinion = FormOpinion {
                stage_id: text_id("stage", &stage.id),
                office: Office::of(case, stage.body),
                text_id: None,
                sentence: None,
                officer: None,
                instead_of: None,
                second: None,
                on: None,
            };
            // After a return the last finding of a stage is the one that stands.
            let found = case.findings.iter().rev().find(|done| done.what.stage == stage.id);
            if let Some(found) = found {
                opinion.text_id = Some(opinion_id(found.what.opinion).to_owned());
                opinion.sentence = Some(found.what.sentence.as_str().to_owned());
                opinion.officer = found.by.officer().cloned();
                opinion.instead_of = found.by.instead_of().cloned();
                opinion.on = Some(found.at.date());
            }
            opinion
        });
        let mut opinions: Vec<FormOpinion> = opinions.collect();
        if let (Some(last), Some(made)) = (opinions.last_mut(), case.decision_in_force()) {
            let result = match made.decision.verdict {
                Verdict::Grant { .. } | Verdict::Provide {} => "letter-result-grant",
                Verdict::Partial { .. } => "letter-result-partial",
                Verdict::Refuse { .. } => "letter-result-refuse",
            };
            last.text_id = Some(result.to_owned());
            last.sentence = Some(made.decision.sentence.as_str().to_owned());
            last.officer = Some(made.decision.author.officer().clone());
            last.instead_of = made.decision.author.instead_of().cloned();
            last.second.clone_from(&made.second);
            last.on = Some(made.in_force_on());
        }
        Self {
            sheet: Sheet::of(case, Office::township(case), (None, 1), case.opened.on),
            pays: case.decision_in_force().and_then(DecisionMade::pays),
            opinions,
        }
    }
}

fn opinion_id(opinion: Opinion) -> &'static str {
    match opinion {
        Opinion::Meets => "letter-opinion-meets",
        Opinion::Fails => "letter-opinion-fails",
        Opinion::Doubtful => "letter-opinion-doubtful",
    }
}
