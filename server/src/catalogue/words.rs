//! Text ids of the services as phrases of pages.

use zhida::assess::Assessment;
use zhida::catalogue::{RuleKind, Service, text_id};
use zhida::place::{Division, DivisionCode, Divisions, Township};
use zhida_app::text::{Name, Phrase};

/// The text of a code: `reason-in-dibao`.
pub fn of(subject: &str, code: &str) -> Phrase {
    Phrase::new(text_id(subject, code))
}

/// A part of the text of a code: `reason-in-dibao.check`.
pub fn part(subject: &str, code: &str, part: &str) -> Phrase {
    Phrase::new(format!("{}.{part}", text_id(subject, code)))
}

/// Of the reasons that settled an outcome, what to do about those that the person can put right.
pub fn to_do<'r>(reasons: impl Iterator<Item = (&'r str, Option<RuleKind>)>) -> Vec<Phrase> {
    let mendable = reasons.filter(|(_, kind)| kind.is_some_and(RuleKind::can_be_put_right));
    mendable.map(|(code, _)| part("reason", code, "do")).collect()
}

/// As [`to_do`], for what a service's rules said just now.
pub fn to_do_for(service: &Service, assessment: &Assessment<'_>) -> Vec<Phrase> {
    to_do(assessment.reasons.iter().map(|code| {
        let rule = service.rules.iter().find(|rule| rule.id == *code);
        (*code, rule.map(|rule| rule.kind))
    }))
}

/// The words of reasons.
pub fn reasons<R: AsRef<str>>(codes: &[R]) -> Vec<Phrase> {
    codes.iter().map(|code| of("reason", code.as_ref())).collect()
}

/// Where papers are brought, where only one office may know of an application; else any window takes them.
pub fn brought_to(service: Option<&Service>) -> Option<Phrase> {
    let service = service.filter(|service| service.confidential)?;
    Some(part("service", &service.code, "bring"))
}

/// A legal basis; none where nobody could find one, since what is unverified never stands as law.
pub fn basis(basis: Option<&str>) -> Option<Phrase> {
    basis
        .filter(|basis| *basis != UNVERIFIED)
        .map(|basis| of("basis", basis))
}

/// The basis of what nobody could find in a source.
pub const UNVERIFIED: &str = "unverified";

/// A division's name.
pub fn division(division: &Division) -> Name {
    Name {
        zh: division.name_zh.to_owned(),
        en: Some(division.name_en.to_owned()),
    }
}

/// A street's or township's name; there are no official English ones.
pub fn township(township: &Township) -> Name {
    Name::only(township.name_zh)
}

/// The name of the division with a code, if it is in use.
pub fn division_name(code: DivisionCode) -> Option<Name> {
    Divisions::shipped().find(code).map(division)
}
