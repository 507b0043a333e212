//! The disability certificate: what was typed of it, and where its number does not fit what was said elsewhere.

use super::answers::Answer;
use super::draft::{CertificateAnswer, CheckedNumber, Draft, PageAnswer};
use super::problems::{PageProblem, Wrong};
use super::read_page::{Form, Read, field, value, wrong};
use crate::person::{Category, CertificateNumber, normalise};

/// The shared question for the grade.
const GRADE: &str = "grade";
/// The shared question for the categories, whose answers have their names.
const CATEGORIES: &str = "categories";

/// What a certificate number does not fit. All of it can be true: a number may be older than a corrected resident ID.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// The resident ID number in it is not the one typed.
    ResidentId,
    /// Its grade is not the one chosen before.
    Grade {
        /// The one chosen.
        chosen: u8,
        /// The one in the number.
        number: u8,
    },
    /// Its category is not what was answered before.
    Category,
}

/// What a number does not fit, of what the draft says.
pub fn contradictions(draft: &Draft, number: &CertificateNumber) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let own = draft.person.as_ref().map(|person| &person.resident_id);
    if own.is_some_and(|own| own != number.resident_id()) {
        found.push(Contradiction::ResidentId);
    }
    let chosen = |page: &str| match draft.questions.get(page) {
        Some(Answer::Choice(id)) => Some(id.as_str()),
        _ => None,
    };
    let grade = number.grade().number();
    let stated = chosen(GRADE).and_then(|id| id.parse::<u8>().ok());
    if let Some(chosen) = stated.filter(|stated| *stated != grade) {
        found.push(Contradiction::Grade { chosen, number: grade });
    }
    let fits = match draft.questions.get(CATEGORIES) {
        // Which the several are, its number does not say.
        Some(Answer::Flags(chosen)) if number.category() == Category::Multiple => chosen.len() > 1,
        Some(Answer::Flags(chosen)) => *chosen == [number.category().as_str()],
        _ => true,
    };
    if !fits {
        found.push(Contradiction::Category);
    }
    found
}

/// Reads the page. A number that does not fit is taken once the applicant says of this very number that it is right.
pub(super) fn read(draft: &Draft, form: &Form<'_>) -> Read<PageAnswer> {
    let typed = form.last(field::CERTIFICATE_NUMBER);
    let empty = normalise::number(typed).is_empty();
    let answer = match form.last(field::CERTIFICATE) {
        // Who types a number has one, and need not say so as well.
        value::NUMBER | "" if !empty || form.last(field::CERTIFICATE) == value::NUMBER => {
            match CertificateNumber::parse(typed) {
                Err(problem) => return wrong(field::CERTIFICATE_NUMBER, Wrong::Certificate(problem)),
                Ok(number) => return fitting(draft, form, number).map(PageAnswer::Certificate),
            }
        }
        value::NOT_AT_HAND | value::NONE if !empty => return wrong(field::CERTIFICATE, Wrong::CertificateAndNone),
        value::NOT_AT_HAND => CertificateAnswer::NotAtHand,
        value::NONE => CertificateAnswer::None,
        _ => return wrong(field::CERTIFICATE, Wrong::NothingChosen),
    };
    Ok(PageAnswer::Certificate(answer))
}

fn fitting(draft: &Draft, form: &Form<'_>, number: CertificateNumber) -> Read<CertificateAnswer> {
    let found = contradictions(draft, &number);
    match &draft.person {
        _ if found.is_empty() => Ok(CertificateAnswer::Number(number)),
        Some(person) if form.last(field::CERTIFICATE_KEPT) == number.as_str() => {
            Ok(CertificateAnswer::Checked(CheckedNumber {
                number,
                resident_id: person.resident_id.clone(),
            }))
        }
        _ => Err(found
            .into_iter()
            .map(|contradiction| PageProblem {
                field: field::CERTIFICATE_NUMBER.into(),
                what: Wrong::CertificateDoesNotFit(contradiction),
            })
            .collect()),
    }
}
