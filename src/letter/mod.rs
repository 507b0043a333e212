//! What letters and official papers say, independent of their format: values with text ids, no words.
//!
//! A letter is made from what had happened when it went out ([`Paper`]), so that it says the same on a page, printed at an
//! office, read out, and years later. The form is a case as it stands. [`Written`] is a letter once it has words, from which
//! every [`Format`] of it is made.

mod decision;
mod form;
mod format;
mod forwarded;
mod issued;
mod notice;
mod papers;
mod reconsidered;
mod sheet;
mod written;

pub use decision::{ContestSays, DecisionLetter, FirstPayment, Found, Granted, ReasonSays, Turn};
pub use form::{FormOpinion, OfficialForm};
pub use format::Format;
pub use forwarded::ForwardingLetter;
pub use issued::Paper;
pub use notice::PublicNotice;
pub use papers::{AcceptanceLetter, MissingPapersLetter, NextStep};
pub use reconsidered::{ChangedPay, Court, DecidedAgain, ReconsideredLetter};
pub use sheet::{LetterNumber, Office, Sheet, posting_number};
pub use written::{Block, Side, Words, Written, mark};
