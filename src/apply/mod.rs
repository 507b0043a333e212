//! Answering: the pages, what was typed on them, what it says about the person, and which page comes next.

mod answers;
mod application;
mod journey;
mod read;

pub use answers::{Answer, Answers};
pub use application::{
    AccessNeed, Account, Application, Consent, ConsentTo, Contact, ContactWay, FactOrigin, Holder, OverlapChoice,
    OverlapPick, Paper, PaperFile, Payment, Person, Relationship, Residence, StatedFact, Statement, Submitter,
};
pub use journey::{Journey, journey};
pub use read::{Field, Problem, Typed, read, typed};
