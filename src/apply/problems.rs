//! What can be wrong with what was typed on a page of an application.

use std::borrow::Cow;

use super::application::ConsentTo;
use super::certificate::Contradiction;
use super::read::Problem;
use crate::person::{
    AccountProblem, BankCardProblem, CertificateNumberProblem, MobileProblem, NameReadingProblem, PersonNameProblem,
    ResidentIdProblem,
};

/// One problem, and the form field it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageProblem {
    /// The field's name in the form.
    pub field: Cow<'static, str>,
    /// What is wrong.
    pub what: Wrong,
}

/// What is wrong with something typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A shared question.
    Question(Problem),
    /// Nothing was chosen where one of several must be.
    NothingChosen,
    /// No service was ticked.
    NoService,
    /// A name.
    Name(PersonNameProblem),
    /// The reading of a name.
    Reading(NameReadingProblem),
    /// A reading was typed, and another answer chosen.
    ReadingAndChosen,
    /// A resident ID number.
    ResidentId(ResidentIdProblem),
    /// A certificate number where the resident ID number is asked.
    CertificateInsteadOfResidentId,
    /// A child under 14, for whom a guardian applies.
    ChildNeedsGuardian {
        /// Full years.
        age: i64,
    },
    /// A certificate number.
    Certificate(CertificateNumberProblem),
    /// The certificate number contradicts something else, and nobody has said yet that it is right.
    CertificateDoesNotFit(Contradiction),
    /// A number was typed, and "none" or "not at hand" chosen.
    CertificateAndNone,
    /// The helper has the number of the person helped.
    HelperIsThePerson,
    /// Not a county of the province.
    NotACounty,
    /// Not a township of that county.
    NotATownship,
    /// Neither registered nor living in the province.
    OutsideAltogether,
    /// Registered outside, so not living there and in the province.
    NotAtHukou,
    /// A text left empty.
    TextMissing,
    /// A text longer than there is room for.
    TextTooLong {
        /// How many characters there is room for.
        most: usize,
    },
    /// A telephone number.
    Phone(MobileProblem),
    /// A call or a message is wanted, and there is no number.
    PhoneMissing,
    /// A message is wanted, and there is no mobile number.
    MobileMissing,
    /// A letter is wanted, and there is no address to send it to.
    AddressMissing,
    /// A bank card number.
    BankCard(BankCardProblem),
    /// A 一卡通 account.
    OneCard(AccountProblem),
    /// A number was typed, and "no account yet" chosen.
    AccountAndNone,
    /// A resident ID or certificate number where an account is asked.
    PersonInsteadOfAccount,
    /// A guardian's name or reason was typed, and the person's own account chosen.
    HolderAndOwn,
    /// A name was typed, and the guardian who fills it in chosen.
    HolderAndHelper,
    /// The holder's name is the person's own.
    HolderIsThePerson,
    /// A paper is to be uploaded, and there is no file yet.
    FileMissing,
    /// There are files, and something else than sending them is chosen.
    FilesAndElse,
    /// A consent that the application cannot do without.
    ConsentMissing(ConsentTo),
}
