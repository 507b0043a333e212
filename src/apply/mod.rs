//! Answering and applying: the pages, what was typed on them, what it says about the person, which page comes next,
//! and the application that is handed in.
//!
//! The eligibility check uses the shared questions alone ([`journey`], [`read`]); a [`Draft`] is looked at as a
//! [`course`] of pages, of which they are a part.

mod answers;
mod application;
mod assisted;
mod certificate;
mod day;
mod draft;
mod examples;
mod facts;
mod journey;
mod letter_form;
mod pages;
mod problems;
mod read;
mod read_page;
mod register;
mod renewal;
mod submit;
mod typed_page;

pub use answers::{Answer, Answers, Entry, List};
pub use application::{
    AccessNeed, Account, Application, Authority, Consent, ConsentTo, Contact, ContactWay, FactOrigin, Holder,
    OverlapChoice, OverlapPick, Paper, PaperFile, Payment, Person, Relationship, Residence, StatedFact, Statement,
    Submitter,
};
pub use assisted::{Assisted, EnteredBy, Made, MadePlace, MadeWay, Received, STATEMENT_PAPER, Witness, made_field};
pub use certificate::{Contradiction, contradictions};
pub use day::{DayProblem, read_past_day};
pub use draft::{
    CertificateAnswer, CheckedNumber, ContactAnswer, Draft, HelperAnswer, HolderAnswer, Hukou, LeftOut, LivingPlace,
    PageAnswer, PaperAnswer, PaymentAnswer, PersonAnswer, ReadingAnswer, ResidenceAnswer, is_guardian, is_organisation,
};
pub use examples::check_examples;
pub use facts::{answer_of, facts_of};
pub use journey::{Journey, asks_for, journey, leading};
pub use letter_form::LetterForm;
pub use pages::{AUTHORIZATION, Course, PageId, Step, course, may_be_confirmed, overlap_amounts, shown_by};
pub use problems::{MadeProblem, PageProblem, Wrong};
pub use read::{EntryProblem, Field, Problem, Typed, entry_field, read, read_entry, typed, typed_entry};
pub use read_page::{LONGEST_TEXT, field, read_page, read_payment, read_reading, read_whom, value};
pub use register::{RegisterLine, Registered, prefilled};
pub use renewal::{News, Present, Renewal, Repriced};
pub use submit::{NotYet, submit};
pub use typed_page::{typed_page, typed_reading};
