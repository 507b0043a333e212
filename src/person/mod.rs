//! People: their numbers, names, phones and accounts as they are typed, and the closed lists that describe them.
//!
//! Every `parse` takes what somebody typed, forgives how it was typed ([`normalise`]), and says in a problem with
//! a stable `code()` what is wrong otherwise. Values that identify a person never show themselves in `Debug`.

mod account;
mod certificate_number;
mod lists;
mod name;
pub mod normalise;
mod phone;
mod reading;
mod resident_id;

pub use account::{AccountProblem, BankCard, BankCardProblem, OneCardAccount};
pub use certificate_number::{CertificateNumber, CertificateNumberProblem};
pub(crate) use lists::closed_list;
pub use lists::{AidStatus, Category, CertificateStatus, Grade, Sex, SubmitterRole};
pub use name::{PersonName, PersonNameProblem, is_chinese};
pub use phone::{Landline, LandlineProblem, Mobile, MobileProblem, Phone};
pub use reading::{NameReading, NameReadingProblem};
pub use resident_id::{ResidentId, ResidentIdProblem};
