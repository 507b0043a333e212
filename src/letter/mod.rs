//! What letters and official papers say, independent of their format: values with text ids, no words.
//!
//! A paper is made from a case as it stands, so that the same one is shown on a page, printed at an office and read out.

mod decision;
mod form;
mod notice;
mod papers;
mod reconsidered;
mod sheet;

pub use decision::{ContestSays, DecisionLetter, FirstPayment, Granted, ReasonSays, Turn};
pub use form::{FormOpinion, OfficialForm};
pub use notice::PublicNotice;
pub use papers::{AcceptanceLetter, MissingPapersLetter, NextStep};
pub use reconsidered::{ChangedPay, Court, DecidedAgain, ReconsideredLetter};
pub use sheet::{LetterNumber, Office, Sheet};
