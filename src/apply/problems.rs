//! What can be wrong with what was typed on a page of an application.

use std::borrow::Cow;

use super::application::ConsentTo;
use super::certificate::Contradiction;
use super::day::DayProblem;
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
    /// A service that nobody else may know of was ticked beside others: they would show that there is one.
    ServiceNotAlone,
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
    /// A day.
    Day(DayProblem),
    /// How somebody said to an officer that they want it.
    Made(MadeProblem),
    /// A consent that the application cannot do without.
    ConsentMissing(ConsentTo),
}

/// What is wrong with how somebody said to an officer that they want to apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MadeProblem {
    /// A day longer ago than it may be.
    TooLongAgo {
        /// How many days it may be.
        days: i64,
    },
    /// It is not said that everything was read out.
    NotReadOut,
    /// Not the last four signs of a resident ID number.
    LastFour,
    /// An office outside the province receives for a household registration in it alone.
    ReceivedForElsewhere,
    /// An office outside is named, and another place chosen.
    NotReceivedElsewhere,
    /// It was received before the person said it.
    ReceivedBeforeMade,
    /// The files do not show the statement in the way that was chosen.
    StatementInOtherWay,
}
