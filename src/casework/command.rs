//! What somebody may want to do with a case.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::{
    Answered, AskWay, Assessed, EvidenceGiven, FactHeld, IdentityProof, ItemChoice, Lawyer, LetterKind, Opinion,
    Receipt, Reconsidered, Second, Seen, Sentence, ServiceNote, ServiceWay, TakenUp,
};
use crate::access::OfficerId;
use crate::apply::{ConsentTo, LetterForm, OverlapPick, Payment};
use crate::calendar::{Date, Instant, Month, WorkingDays};
use crate::catalogue::Service;
use crate::money::Fen;

/// What deciding needs to know of the world.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The moment of the command.
    pub now: Instant,
    /// The working days.
    pub calendar: &'a WorkingDays,
    /// The service, in the definition the case was submitted under.
    pub service: &'a Service,
}

/// A command. What was typed arrives parsed; whether it may be done now and by this person is for
/// [`decide`](super::decide()).
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Take it from the queue.
    Claim,
    /// Give it back to the queue.
    Release,
    /// Give it to an officer; supervisors.
    Reassign {
        /// To whom. That they may work on it is checked with [`may`](crate::access::may) when they do.
        to: OfficerId,
    },
    /// The person, or whoever filed, was seen with their papers.
    ConfirmIdentity {
        /// Whom, and how.
        seen: Seen,
    },
    /// 受理; with the identity, where it was not confirmed before.
    Accept {
        /// Who was seen, and how; none where it is confirmed already.
        identity: Option<Seen>,
        /// The papers that were seen with it: kinds of `evidence.toml`.
        papers: Vec<String>,
    },
    /// One complete list of what is missing.
    RequestPapers {
        /// Kinds of `evidence.toml`.
        papers: Vec<String>,
        /// What is wrong with what there is.
        sentence: Option<Sentence>,
    },
    /// Papers arrive: the person's, or at the counter.
    SupplyPapers {
        /// What came.
        papers: Vec<EvidenceGiven>,
    },
    /// A paper that was brought is in the file: a scan or photo an officer made of it.
    ScanPaper {
        /// A kind of `evidence.toml`.
        kind: String,
        /// The file's id.
        file: String,
    },
    /// The account that the money goes to was brought to the window.
    RecordAccount {
        /// The account and whose it is.
        payment: Option<Payment>,
    },
    /// Ask a second person to confirm a part: whoever filed.
    AskConfirmation {
        /// Which confirmation.
        id: String,
        /// Whom, where the case does not say who it is.
        whom: Option<Second>,
        /// How.
        way: AskWay,
    },
    /// Confirm a part, or do not: the second person, with a code.
    Confirm {
        /// Which confirmation.
        id: String,
        /// Whether they confirm it.
        agreed: bool,
        /// Why, if they say.
        sentence: Option<Sentence>,
    },
    /// Put on record what the second person says: an officer who saw or heard them.
    RecordConfirmation(Answered),
    /// Back to the stage before.
    Return {
        /// Why.
        sentence: Option<Sentence>,
    },
    /// Send on to the place of the hukou.
    Forward(Receipt),
    /// The number that came back from the office a case was sent to.
    RecordReceipt {
        /// The number.
        number: String,
    },
    /// Offer the person things to choose one of: the officer of a stage that offers.
    OfferItems {
        /// Ids of the service's `items.toml`.
        items: Vec<String>,
        /// Why these.
        sentence: Option<Sentence>,
    },
    /// Write down which thing the person chose.
    ChooseItem(ItemChoice),
    /// Say who helps the person, or who does from now on.
    AssignLawyer {
        /// Who, as the office typed it.
        lawyer: Option<Lawyer>,
    },
    /// Finish the stage with a finding.
    Review {
        /// What is proposed.
        opinion: Opinion,
        /// What was checked.
        sentence: Option<Sentence>,
    },
    /// Decide.
    Decide(Decide),
    /// Sign somebody else's decision.
    SignSecond,
    /// Do not sign it; it is to be decided again.
    DeclineSecond {
        /// Why.
        sentence: Option<Sentence>,
    },
    /// The public notice has run its time; anybody, and the clock.
    EndNotice,
    /// Object to what a public notice shows.
    Object {
        /// What they say.
        sentence: Option<Sentence>,
        /// How to reach them.
        contact: Option<String>,
    },
    /// Answer an objection.
    DecideObjection {
        /// Which.
        number: u32,
        /// It is right.
        upheld: bool,
        /// Why.
        sentence: Option<Sentence>,
    },
    /// A letter arrived.
    ServeLetter {
        /// Which.
        letter: LetterKind,
        /// The day it was brought, or put up in public.
        on: Date,
        /// How.
        way: ServiceWay,
        /// What is on record of it: what its way needs, and nothing else.
        notes: BTreeMap<ServiceNote, String>,
    },
    /// Ask for reconsideration.
    Contest {
        /// What the person says.
        sentence: Option<Sentence>,
    },
    /// The request was handed to the government.
    ContestPassOn {
        /// The day.
        on: Date,
        /// The number of the receipt.
        number: String,
    },
    /// The government has taken it up.
    ContestTakeUp(TakenUp),
    /// The office has replied.
    ContestReply {
        /// The day.
        on: Date,
    },
    /// The government takes longer.
    ContestExtend {
        /// The last day now.
        until: Date,
    },
    /// How it ended.
    ContestOutcome {
        /// What the government's paper says.
        outcome: Reconsidered,
        /// Its reasons, in short and in plain words.
        sentence: Option<Sentence>,
    },
    /// Correct a fact.
    Correct {
        /// Its name.
        fact: String,
        /// What it is; none where it is not known.
        new: Option<FactHeld>,
        /// Why.
        sentence: Option<Sentence>,
        /// What the rules say with it.
        assessment: Box<Assessed>,
    },
    /// Say that a fact of a register is wrong.
    DisputeFact {
        /// Its name.
        fact: String,
        /// What the person says.
        stated: Json,
    },
    /// Choose between two benefits.
    ChooseOverlap {
        /// Which.
        choice: OverlapPick,
    },
    /// What the case waited for is mended.
    LiftHold {
        /// The facts that are so now, by name.
        facts: BTreeMap<String, FactHeld>,
        /// What the rules say now.
        assessment: Box<Assessed>,
    },
    /// Take a consent of the application back, or give it later: at any time, whatever became of the case.
    ChangeConsents {
        /// What holds now of those that change.
        changes: BTreeMap<ConsentTo, bool>,
        /// How it was said, at the counter or on the telephone. None where the person does it themselves.
        sentence: Option<Sentence>,
    },
    /// Say in which forms the person's letters come, whatever became of the case.
    ChooseLetterForms {
        /// All of them from now on; none is as letters usually are.
        forms: Vec<LetterForm>,
        /// How it was said, at the counter or on the telephone. None where the person does it themselves.
        sentence: Option<Sentence>,
    },
    /// Take the application back.
    Withdraw {
        /// Why; at the counter what the signed paper says, which must be there.
        sentence: Option<Sentence>,
        /// At the counter: how the officer saw who signed. None where the person does it themselves.
        seen: Option<IdentityProof>,
    },
    /// See a masked value.
    Reveal {
        /// Which.
        field: String,
        /// Why.
        reason: Option<Sentence>,
    },
    /// Open a document.
    ViewDocument {
        /// The file's id.
        file: String,
    },
    /// Write a note.
    Note {
        /// What it says.
        sentence: Option<Sentence>,
    },
}

/// A decision as the officer gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decide {
    /// What.
    pub outcome: DecideOutcome,
    /// The reason codes it rests on.
    pub reasons: Vec<String>,
    /// The officer's sentence.
    pub sentence: Option<Sentence>,
}

/// What the officer chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecideOutcome {
    /// All, as assessed, from the month of application.
    Grant,
    /// Less, or from later.
    Partial {
        /// A month's amount.
        monthly: Fen,
        /// The first month.
        from: Month,
    },
    /// Nothing.
    Refuse,
}

impl Command {
    /// The stable name, as in the page's URL: `request_papers`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Release => "release",
            Self::Reassign { .. } => "reassign",
            Self::ConfirmIdentity { .. } => "confirm_identity",
            Self::Accept { .. } => "accept",
            Self::RequestPapers { .. } => "request_papers",
            Self::SupplyPapers { .. } => "supply_papers",
            Self::ScanPaper { .. } => "scan_paper",
            Self::RecordAccount { .. } => "record_account",
            Self::AskConfirmation { .. } => "ask_confirmation",
            Self::Confirm { .. } => "confirm",
            Self::RecordConfirmation(_) => "record_confirmation",
            Self::Return { .. } => "return",
            Self::Forward(_) => "forward",
            Self::RecordReceipt { .. } => "record_receipt",
            Self::OfferItems { .. } => "offer_items",
            Self::ChooseItem(_) => "choose_item",
            Self::AssignLawyer { .. } => "assign_lawyer",
            Self::Review { .. } => "review",
            Self::Decide(_) => "decide",
            Self::SignSecond => "sign_second",
            Self::DeclineSecond { .. } => "decline_second",
            Self::EndNotice => "end_notice",
            Self::Object { .. } => "object",
            Self::DecideObjection { .. } => "decide_objection",
            Self::ServeLetter { .. } => "serve_letter",
            Self::Contest { .. } => "contest",
            Self::ContestPassOn { .. } => "contest_pass_on",
            Self::ContestTakeUp(_) => "contest_take_up",
            Self::ContestReply { .. } => "contest_reply",
            Self::ContestExtend { .. } => "contest_extend",
            Self::ContestOutcome { .. } => "contest_outcome",
            Self::Correct { .. } => "correct",
            Self::DisputeFact { .. } => "dispute_fact",
            Self::ChooseOverlap { .. } => "choose_overlap",
            Self::LiftHold { .. } => "lift_hold",
            Self::ChangeConsents { .. } => "change_consents",
            Self::ChooseLetterForms { .. } => "letter_forms",
            Self::Withdraw { .. } => "withdraw",
            Self::Reveal { .. } => "reveal",
            Self::ViewDocument { .. } => "view_document",
            Self::Note { .. } => "note",
        }
    }
}
