//! A case: from the application to the decision, the public notice, the award and the contest.
//!
//! Events are what happened; a [`Case`] is folded from them and nothing else. [`decide`] takes a case and a command
//! and answers with the next events, or with the [`Refusal`] that names why not.

mod case;
mod command;
mod decision;
mod event;
mod fold;
mod opening;
mod reference;
mod refusal;

pub use case::{
    Acceptance, Case, DecisionMade, DecisionState, Notice, Objection, PaperList, Pause, Phase, ResultKind, Served,
    StageClock, Supplied,
};
pub use command::{Command, Decide, DecideOutcome, Setting};
pub use decision::{ByHuman, Contest, Decision, Reason, Sentence, Verdict};
pub use event::{Event, Finding, IdentityProof, LetterKind, Opinion, Receipt, Recorded, ServiceWay, Source};
pub use opening::{
    Assessed, EvidenceGiven, FactHeld, Met, Opening, Party, PlaceOfCase, RouteStage, Subject, Submitted, Terms,
    TraceLine, known_facts,
};
pub use reference::{Reference, ReferenceProblem};
pub use refusal::Refusal;
