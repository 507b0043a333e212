//! A case: from the application to the decision, the public notice, the award and the contest.
//!
//! Events are what happened; a [`Case`] is folded from them and nothing else. [`decide`] takes a case and a command
//! and answers with the next events, or with the [`Refusal`] that names why not.

mod asked_why;
mod case;
mod command;
mod confirmation;
mod consents;
mod contest;
mod deadline;
mod decide;
mod decision;
mod event;
mod fold;
mod items;
mod lawyer;
mod link;
mod offered;
mod opening;
mod rating;
mod reasons;
mod receive;
mod reconsider;
mod reference;
mod refusal;
mod replay;
mod unwanted;
mod urgent;

pub use asked_why::{DAYS_TO_SAY_WHY, may_say_why, say_why_by};
pub use case::{
    Case, Changed, Chosen, DecisionMade, DecisionState, Dispute, Done, Notice, Objection, PaperList, Pause, Phase,
    ResultKind, SentBack, Served, StageClock, Supplied,
};
pub use command::{Command, Decide, DecideOutcome, Setting};
pub use confirmation::{Answered, AskWay, Asked, CODE_DAYS, ConfirmedHow, Confirming, Second, ToConfirm};
pub use consents::consents_now;
pub use deadline::{Step, StepState, Waited};
pub use decide::{PAPERS_NOT_SUPPLIED, decide, wrong_notes};
pub use decision::{ByHuman, Contest, Decision, Reason, Sentence, Verdict};
pub use event::{
    Event, FilerSeen, Finding, IdentityProof, LetterKind, Opinion, Receipt, Recorded, Seen, ServiceNote, ServiceWay,
    Source,
};
pub use items::{ChoiceTold, ItemChoice, ItemOffer, MOST_OFFERED};
pub use lawyer::Lawyer;
pub use link::{NoLink, may_link};
pub use offered::offered;
pub use opening::{
    Assessed, ContestOffice, EvidenceGiven, FactHeld, Met, Opening, Party, PlaceOfCase, RouteStage, Subject, Submitted,
    Terms, TraceLine, known_facts,
};
pub use rating::{
    CallBack, CalledBack, DAYS_TO_CALL_BACK, FEWEST_TOLD, HANDLES, Mark, Moment, Percent, Rater, Remark, Tally, Told,
    call_back_by, can_have_called,
};
pub use reasons::{against, against_the_rest, speaks_for};
pub use receive::{paper_kinds, papers_to_see};
pub use reconsider::{COURT, ContestStage, ContestStep, Draft, Reconsideration, Reconsidered, ReconsideredAs, TakenUp};
pub use reference::{Reference, ReferenceProblem};
pub use refusal::Refusal;
pub use replay::{Difference, NoReplay, Replay, replay};
pub use unwanted::{
    DAYS_TO_ANSWER_UNWANTED, Deed, DoneByAnother, answer_unwanted_by, done_by_others, may_answer_unwanted,
};
pub use urgent::Hurry;
