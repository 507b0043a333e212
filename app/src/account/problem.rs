//! What is wrong with a name, a password or a code, in words.

use zhida::account::{Attempts, CodeProblem, PasswordProblem, SignInNameProblem, UserName, UserNameProblem};
use zhida::person::{MobileProblem, PersonNameProblem, ResidentIdProblem};

use super::field;
use super::staff::hand_over::names;
use crate::question::Problem;
use crate::text::{Name, Phrase, Said};

/// Of a name that somebody chooses.
pub fn name(problem: SignInNameProblem) -> Problem {
    let message = match problem {
        SignInNameProblem::UserName(problem) => user_name(problem),
        SignInNameProblem::Mobile(problem) => mobile(problem),
    };
    of(field::NAME, message)
}

/// The chosen user name is somebody else's.
pub fn name_taken() -> Problem {
    of(field::NAME, Phrase::new("account-name-taken"))
}

/// Of a password that somebody chooses.
pub fn new_password(problem: PasswordProblem) -> Problem {
    let message = match problem {
        PasswordProblem::Empty => Phrase::new("account-password-empty"),
        PasswordProblem::TooShort { missing } => Phrase::new("account-password-short").with("missing", count(missing)),
        PasswordProblem::TooLong { typed } => Phrase::new("account-password-long").with("count", count(typed)),
        PasswordProblem::Common => Phrase::new("account-password-common"),
        PasswordProblem::LikeName => Phrase::new("account-password-like-name"),
    };
    of(field::NEW_PASSWORD, message)
}

/// Of a code, before anybody looks whether it is the right one.
pub fn code(problem: CodeProblem) -> Problem {
    let message = match problem {
        CodeProblem::Empty => Phrase::new("account-code-empty"),
        CodeProblem::WrongCharacter { found } => {
            Phrase::new("account-code-wrong-character").with("found", Said::Name(Name::only(found.to_string())))
        }
        CodeProblem::TooShort { missing } => Phrase::new("account-code-short").with("missing", count(missing)),
        CodeProblem::TooLong { excess } => Phrase::new("account-code-long").with("excess", count(excess)),
    };
    of(field::CODE, message)
}

/// Name and password do not belong together. The same words whether the name exists or not.
pub fn not_signed_in() -> Problem {
    of(field::NAME, Phrase::new("account-not-signed-in"))
}

/// From this connection so many accounts were made today that no more are.
pub fn too_many_accounts() -> Problem {
    of(field::NAME, Phrase::new("account-too-many-today"))
}

/// The name on the document was not filled in, or is none.
pub fn person_name(_: PersonNameProblem) -> Problem {
    of(names::PERSON, Phrase::new("staff-link-person-wrong"))
}

/// The number on the document was mistyped.
pub fn resident_id(_: ResidentIdProblem) -> Problem {
    of(names::NUMBER, Phrase::new("staff-link-number-wrong"))
}

/// No account of that name is linked to a person. The same words whether there is one or not.
pub fn not_linked_account() -> Problem {
    of(field::NAME, Phrase::new("staff-one-time-not-linked"))
}

/// The same for staff, who have no mobile numbers as names.
pub fn not_signed_in_to_work() -> Problem {
    of(field::NAME, Phrase::new("staff-not-signed-in"))
}

/// The password one has was not the right one.
pub fn wrong_password() -> Problem {
    of(field::PASSWORD, Phrase::new("account-password-wrong"))
}

/// Name and code do not belong together, or the code was used.
pub fn not_recovered() -> Problem {
    of(field::CODE, Phrase::new("account-not-recovered"))
}

/// No such link code, or it was used, or its thirty days are over.
pub fn not_linked() -> Problem {
    of(field::CODE, Phrase::new("account-not-linked"))
}

/// The one-time code is not the right one, or was used already.
pub fn wrong_one_time_code() -> Problem {
    of(field::CODE, Phrase::new("staff-code-wrong"))
}

/// Too many tries; the owner of the name can still get in from another place or by a code.
pub fn wait(field: &str, minutes: u32) -> Problem {
    of(
        field,
        Phrase::new("account-wait").with("minutes", Said::Count(minutes.into())),
    )
}

/// Too many wrong one-time codes: a wait of minutes, or of hours where the step is locked.
pub fn wait_for_code(minutes: u32) -> Problem {
    if minutes > Attempts::LONGEST_MINUTES {
        let hours = Said::Count(minutes.div_ceil(60).into());
        return of(field::CODE, Phrase::new("staff-code-locked").with("hours", hours));
    }
    of(
        field::CODE,
        Phrase::new("staff-wait").with("minutes", Said::Count(minutes.into())),
    )
}

fn of(field: &str, message: Phrase) -> Problem {
    Problem {
        field: field.to_owned(),
        message,
    }
}

fn count(count: usize) -> Said {
    Said::Count(i64::try_from(count).unwrap_or(i64::MAX))
}

fn user_name(problem: UserNameProblem) -> Phrase {
    match problem {
        UserNameProblem::Empty => Phrase::new("account-name-empty"),
        UserNameProblem::TooShort => Phrase::new("account-name-short"),
        UserNameProblem::TooLong { typed } => Phrase::new("account-name-long")
            .with("most", count(UserName::LONGEST))
            .with("count", count(typed)),
        UserNameProblem::Hidden => Phrase::new("account-name-hidden"),
        UserNameProblem::WrongCharacter { found } => {
            Phrase::new("account-name-wrong-character").with("found", Said::Name(Name::only(found.to_string())))
        }
        UserNameProblem::OnlyDigits => Phrase::new("account-name-not-mobile"),
        UserNameProblem::ResidentId => Phrase::new("account-name-resident-id"),
    }
}

fn mobile(problem: MobileProblem) -> Phrase {
    match problem {
        MobileProblem::Empty => Phrase::new("account-name-empty"),
        MobileProblem::TooShort { typed } | MobileProblem::TooLong { typed } => {
            Phrase::new("account-name-mobile-length").with("count", count(typed))
        }
        MobileProblem::WrongCharacter { .. } | MobileProblem::NotMobile => Phrase::new("account-name-not-mobile"),
    }
}
