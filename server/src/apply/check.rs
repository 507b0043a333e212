//! Everything answered, before it is declared true.

use zhida::apply::{Course, OverlapPick, PageId};
use zhida::assess::{Assessment, Outcome};
use zhida::calendar::Month;
use zhida::catalogue::Service;
use zhida::person::SubmitterRole;
use zhida_app::apply::Step;
use zhida_app::apply::check_answers::{Already, Asked, CheckAnswers, Outlook, Section};
use zhida_app::catalogue::Hold;
use zhida_app::text::Phrase;

use super::lines;
use super::opened::Opened;
use super::view::other_benefit;
use crate::catalogue::{items, words};
use crate::web::Visitor;

/// The page's matter.
pub(super) fn answers(
    visitor: &Visitor,
    opened: &Opened,
    course: &Course<'_>,
    step: Step,
    already: Vec<Already>,
) -> CheckAnswers {
    let draft = opened.draft();
    let text = visitor.text();
    let sections = lines::sections(course).into_iter().map(|(title, pages)| Section {
        title: Phrase::new(title),
        lines: pages
            .into_iter()
            .flat_map(|page| lines::of(text, draft, course, page, Some(&opened.address(page))))
            .collect(),
    });
    let helped = draft.whom.is_some_and(|role| role != SubmitterRole::Oneself);
    let person = draft.person.as_ref().map(|person| person.name.as_str().to_owned());
    let several = course.assessments.len() > 1;
    let services = course.assessments.iter().map(|(service, assessment)| Asked {
        code: service.code.clone(),
        name: words::of("service", &service.code),
        outlook: outlook(opened, course, service, assessment),
        change: several.then(|| opened.address(&PageId::Services)),
    });
    CheckAnswers {
        step,
        on_behalf_of: person.filter(|_| helped),
        services: services.collect(),
        sections: sections.collect(),
        missing: Vec::new(),
        already,
        discard: opened.beside("discard"),
    }
}

fn outlook(opened: &Opened, course: &Course<'_>, service: &Service, assessment: &Assessment<'_>) -> Outlook {
    let from = Month::of(opened.today);
    let kept = opened.draft().overlaps.get(&service.code);
    let kept = kept.is_some_and(|choice| choice.pick == OverlapPick::KeepOther);
    match (assessment.outcome, assessment.monthly) {
        (Outcome::ChooseOne | Outcome::OnHold, _) if kept => match other_benefit(course, &service.code) {
            Some(other) => Outlook::OtherKept { other },
            None => Outlook::Open,
        },
        (Outcome::Eligible | Outcome::ChooseOne, Some(monthly)) => Outlook::Likely { monthly, from },
        (Outcome::EligibleSubjectToAssessment, _) => Outlook::AfterAssessment {
            suggested: items::names(
                service
                    .items
                    .iter()
                    .flat_map(|items| items.suggested(&course.facts, &course.policy)),
            ),
        },
        (Outcome::Eligible, None) if service.in_kind() => Outlook::InKind,
        (Outcome::OnHold, _) => Outlook::OnHold(Hold {
            why: words::reasons(&assessment.reasons),
            to_do: words::to_do_for(service, assessment),
            then: assessment.then.as_ref().and_then(|then| then.monthly),
        }),
        (Outcome::ConditionalLocalRule, _) if assessment.is_for_county_rule(service) => Outlook::CountyRule,
        (Outcome::ConditionalLocalRule, _) => Outlook::PassedOn { to: None },
        (Outcome::Ineligible, _) => Outlook::Unlikely {
            why: words::reasons(&assessment.reasons),
            to_do: words::to_do_for(service, assessment),
        },
        (Outcome::Eligible | Outcome::ChooseOne | Outcome::Unknown | Outcome::NeedsMatter, _) => Outlook::Open,
    }
}
