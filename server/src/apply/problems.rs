//! What is wrong, in words.

use zhida::apply::{Contradiction, DayProblem, PageProblem, Wrong, field};
use zhida::person::{
    AccountProblem, BankCardProblem, CertificateNumberProblem, MobileProblem, NameReadingProblem, PersonNameProblem,
    ResidentIdProblem,
};
use zhida_app::apply::{consents, evidence};
use zhida_app::question::Problem;
use zhida_app::text::{Phrase, Said};

use super::assisted;
use crate::catalogue::{questions, words};

/// The problems of a page, beside their fields.
pub fn problems(problems: &[PageProblem]) -> Vec<Problem> {
    let problem = |problem: &PageProblem| Problem {
        field: problem.field.clone().into_owned(),
        message: message(problem),
    };
    problems.iter().map(problem).collect()
}

/// From this connection so many applications were begun today that no more are taken.
pub fn too_many_today() -> Problem {
    Problem {
        field: field::SERVICE.to_owned(),
        message: Phrase::new("problem-too-many-today"),
    }
}

fn message(problem: &PageProblem) -> Phrase {
    let counted = |id: &str, count: usize| Phrase::new(id).with("count", count_of(count));
    if let Some(question) = problem.field.strip_prefix(&field::right("")) {
        let name = Said::Words(Box::new(words::part("page", question, "short")));
        return Phrase::new("problem-register-open").with("name", name);
    }
    match problem.what {
        Wrong::Question(problem) => questions::words(problem),
        Wrong::NothingChosen if problem.field == field::HOW => evidence::Wrong::NotChosen.message(),
        Wrong::NothingChosen => Phrase::new("problem-nothing-chosen"),
        Wrong::NoService => Phrase::new("problem-no-service"),
        Wrong::ServiceNotAlone => Phrase::new("problem-service-not-alone"),
        Wrong::Name(problem) => name(problem),
        Wrong::Reading(problem) => reading(problem),
        Wrong::ReadingAndChosen => Phrase::new("problem-reading-and-chosen"),
        Wrong::ResidentId(problem) => resident_id(problem),
        Wrong::CertificateInsteadOfResidentId => Phrase::new("problem-resident-id-is-certificate"),
        Wrong::ChildNeedsGuardian { age } => Phrase::new("problem-child-needs-guardian").with("age", Said::Count(age)),
        Wrong::Certificate(problem) => certificate(problem),
        Wrong::CertificateDoesNotFit(contradiction) => does_not_fit(contradiction),
        Wrong::CertificateAndNone => Phrase::new("problem-certificate-and-none"),
        Wrong::HelperIsThePerson => Phrase::new("problem-helper-is-person"),
        Wrong::NotACounty => Phrase::new("place-problem"),
        Wrong::NotATownship => Phrase::new("problem-township"),
        Wrong::OutsideAltogether => Phrase::new("problem-outside-altogether"),
        Wrong::NotAtHukou => Phrase::new("problem-not-at-hukou"),
        Wrong::TextMissing if problem.field == field::REASON => Phrase::new("problem-reason-empty"),
        Wrong::TextMissing => Phrase::new("problem-text-empty"),
        Wrong::TextTooLong { most } => counted("problem-text-too-long", most),
        Wrong::Phone(problem) => phone(problem),
        Wrong::PhoneMissing => Phrase::new("problem-phone-missing"),
        Wrong::MobileMissing => Phrase::new("problem-mobile-missing"),
        Wrong::AddressMissing => Phrase::new("problem-address-missing"),
        Wrong::BankCard(problem) => bank_card(problem),
        Wrong::OneCard(problem) => one_card(problem),
        Wrong::AccountAndNone => Phrase::new("problem-account-and-none"),
        Wrong::PersonInsteadOfAccount => Phrase::new("problem-account-is-person"),
        Wrong::HolderAndOwn => Phrase::new("problem-holder-and-own"),
        Wrong::HolderAndHelper => Phrase::new("problem-holder-and-helper"),
        Wrong::HolderIsThePerson => Phrase::new("problem-holder-is-person"),
        Wrong::FileMissing => evidence::Wrong::NoFile.message(),
        Wrong::Day(problem) => day(problem),
        Wrong::Made(problem) => assisted::problem(problem),
        Wrong::FilesAndElse => Phrase::new("upload-and-else"),
        Wrong::ConsentMissing(_) => consents::child_needed(),
    }
}

fn name(problem: PersonNameProblem) -> Phrase {
    Phrase::new(match problem {
        PersonNameProblem::Empty => "problem-name-empty",
        PersonNameProblem::TooLong { .. } => "problem-name-too-long",
        PersonNameProblem::WrongCharacter { .. } => "problem-name-character",
        PersonNameProblem::LooseMark => "problem-name-mark",
    })
}

fn reading(problem: NameReadingProblem) -> Phrase {
    let at = |id: &str, at: usize| Phrase::new(id).with("at", count_of(at));
    match problem {
        NameReadingProblem::Empty => Phrase::new("problem-reading-empty"),
        NameReadingProblem::WrongCharacter { .. } => Phrase::new("problem-reading-character"),
        NameReadingProblem::NotPinyin { at: which } => at("problem-reading-not-pinyin", which),
        NameReadingProblem::Tone { at: which } => at("problem-reading-tone", which),
        NameReadingProblem::Count { typed, needed } => Phrase::new("problem-reading-count")
            .with("count", count_of(typed))
            .with("needed", count_of(needed)),
    }
}

fn resident_id(problem: ResidentIdProblem) -> Phrase {
    let counted = |id: &str, count: usize| Phrase::new(id).with("count", count_of(count));
    match problem {
        ResidentIdProblem::Empty => Phrase::new("problem-resident-id-empty"),
        ResidentIdProblem::FirstGeneration => Phrase::new("problem-resident-id-first-generation"),
        ResidentIdProblem::TooShort { typed } => counted("problem-resident-id-too-short", typed),
        ResidentIdProblem::TooLong { typed } => counted("problem-resident-id-too-long", typed),
        ResidentIdProblem::WrongCharacter { position } => {
            Phrase::new("problem-resident-id-character").with("at", count_of(position))
        }
        ResidentIdProblem::NoSuchBirthDate => Phrase::new("problem-resident-id-birth"),
        ResidentIdProblem::BornInFuture => Phrase::new("problem-resident-id-future"),
        ResidentIdProblem::WrongCheckCharacter => Phrase::new("problem-resident-id-check"),
    }
}

fn certificate(problem: CertificateNumberProblem) -> Phrase {
    let counted = |id: &str, count: usize| Phrase::new(id).with("count", count_of(count));
    match problem {
        CertificateNumberProblem::Empty => Phrase::new("problem-certificate-empty"),
        CertificateNumberProblem::OnlyResidentId => Phrase::new("problem-certificate-only-id"),
        CertificateNumberProblem::TooShort { typed } => counted("problem-certificate-too-short", typed),
        CertificateNumberProblem::TooLong { typed } => counted("problem-certificate-too-long", typed),
        CertificateNumberProblem::ResidentId(_) => Phrase::new("problem-certificate-id"),
        CertificateNumberProblem::NoSuchCategory => Phrase::new("problem-certificate-category"),
        CertificateNumberProblem::NoSuchGrade => Phrase::new("problem-certificate-grade"),
        CertificateNumberProblem::WrongReissue => Phrase::new("problem-certificate-reissue"),
    }
}

fn does_not_fit(contradiction: Contradiction) -> Phrase {
    let count = |number: u8| Said::Count(i64::from(number));
    match contradiction {
        Contradiction::ResidentId => Phrase::new("problem-certificate-other-person"),
        Contradiction::Grade { chosen, number } => Phrase::new("problem-certificate-other-grade")
            .with("chosen", count(chosen))
            .with("number", count(number)),
        Contradiction::Category => Phrase::new("problem-certificate-other-category"),
    }
}

/// What is wrong with a telephone number.
pub fn phone(problem: MobileProblem) -> Phrase {
    let counted = |id: &str, count: usize| Phrase::new(id).with("count", count_of(count));
    match problem {
        // An empty number is no problem by itself.
        MobileProblem::Empty => Phrase::new("problem-phone-missing"),
        MobileProblem::WrongCharacter { .. } => Phrase::new("problem-phone-character"),
        MobileProblem::TooShort { typed } => counted("problem-phone-too-short", typed),
        MobileProblem::TooLong { typed } => counted("problem-phone-too-long", typed),
        MobileProblem::NotMobile => Phrase::new("problem-phone-not-mobile"),
    }
}

fn bank_card(problem: BankCardProblem) -> Phrase {
    let counted = |id: &str, count: usize| Phrase::new(id).with("count", count_of(count));
    match problem {
        BankCardProblem::Empty => Phrase::new("problem-card-empty"),
        BankCardProblem::WrongCharacter { .. } => Phrase::new("problem-card-character"),
        BankCardProblem::TooShort { typed } => counted("problem-card-too-short", typed),
        BankCardProblem::TooLong { typed } => counted("problem-card-too-long", typed),
        BankCardProblem::WrongCheckDigit => Phrase::new("problem-card-check"),
    }
}

fn one_card(problem: AccountProblem) -> Phrase {
    Phrase::new(match problem {
        AccountProblem::Empty => "problem-account-empty",
        AccountProblem::WrongCharacter { .. } => "problem-account-character",
        AccountProblem::TooShort { .. } => "problem-account-too-short",
        AccountProblem::TooLong { .. } => "problem-account-too-long",
    })
}

/// What is wrong with a typed birth date.
pub fn day(problem: DayProblem) -> Phrase {
    match problem {
        DayProblem::Empty => Phrase::new("problem-day-empty"),
        DayProblem::Incomplete => Phrase::new("problem-day-incomplete"),
        DayProblem::Year => Phrase::new("problem-day-year"),
        DayProblem::Month => Phrase::new("problem-day-month"),
        DayProblem::NoSuchDay { month, days } => Phrase::new("problem-day-none")
            .with("month", Said::Count(i64::from(month)))
            .with("count", Said::Count(i64::from(days))),
        DayProblem::Future => Phrase::new("problem-day-future"),
    }
}

fn count_of(count: usize) -> Said {
    Said::Count(i64::try_from(count).unwrap_or(i64::MAX))
}
