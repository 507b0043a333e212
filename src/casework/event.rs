//! What can happen to a case. The serialised form is the payload that is kept: never change one, add a version.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::{
    Answered, AskWay, Assessed, Decision, FactHeld, ItemChoice, ItemOffer, Lawyer, Reconsidered, Second, Sentence,
    Submitted, TakenUp,
};
use crate::access::{By, OfficerId};
use crate::apply::{ConsentTo, LetterForm, OverlapPick, Payment};
use crate::benefit::{Award, AwardInKind};
use crate::calendar::{Date, Instant, Month, day_text};
use crate::person::{SubmitterRole, closed_list};
use crate::place::DivisionCode;

/// An event with its header.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// Its place in the case's stream, from 1.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// Who.
    pub by: By,
    /// What.
    pub event: Event,
}

/// Declares the events with the payload's tag, `kind@version`; the header holds the kind alone.
macro_rules! events {
    ($($(#[$meta:meta])* $variant:ident $tag:literal $({ $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })? $(($inner:ty))?;)+) => {
        /// What happened.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "kind")]
        pub enum Event {
            $(
                $(#[$meta])*
                #[serde(rename = $tag)]
                $variant $({ $($(#[$field_meta])* $field: $type,)* })? $(($inner))?,
            )+
        }

        impl Event {
            /// Every tag, in the order a case may meet them: `papers_requested@1`.
            pub const TAGS: &[&str] = &[$($tag),+];

            /// The stable name in headers and texts: `papers_requested`.
            pub fn kind(&self) -> &'static str {
                let tag = match self {
                    $(Self::$variant { .. } => $tag,)+
                };
                tag.split_once('@').map_or(tag, |(kind, _)| kind)
            }
        }
    };
}

events! {
    /// An application arrived.
    Submitted "submitted@1" (Box<Submitted>);
    /// An officer took the case.
    Claimed "claimed@1";
    /// Its officer gave it back to the queue.
    Released "released@1";
    /// A supervisor gave it to an officer.
    Reassigned "reassigned@1" {
        /// Who has it now.
        to: OfficerId,
    };
    /// An office saw the person, or whoever filed, with their papers.
    IdentityConfirmed "identity_confirmed@1" {
        /// How.
        how: IdentityProof,
        /// Whether it was they who had handed the application in. Events from before this was asked do not say; then
        /// it was taken to be so.
        #[serde(default)]
        filer: Option<FilerSeen>,
    };
    /// 受理
    Accepted "accepted@1" {
        /// The papers that the officer saw at the window with it. Events from before this was asked do not say; then all
        /// that had been promised was taken to be there.
        #[serde(default)]
        seen: Option<Vec<String>>,
    };
    /// 一次性告知: one complete list of what is missing; the clock stops.
    PapersRequested "papers_requested@1" {
        /// 1 for the first list.
        list: u32,
        /// Kinds of `evidence.toml`.
        papers: Vec<String>,
        /// The last day to supply them.
        #[serde(with = "day_text")]
        until: Date,
        /// What is wrong with what there is, in the officer's words.
        sentence: Option<Sentence>,
    };
    /// Papers came; the clock goes on.
    PapersSupplied "papers_supplied@1" {
        /// The list answered.
        list: u32,
        /// What came.
        papers: Vec<super::EvidenceGiven>,
    };
    /// An officer put a scan of a paper that was brought into the file.
    PaperScanned "paper_scanned@1" {
        /// A kind of `evidence.toml`.
        paper: String,
        /// The file's id.
        file: String,
    };
    /// An office wrote down the account that the money goes to, from the card or book that was shown.
    AccountRecorded "account_recorded@1" {
        /// The account and whose it is.
        payment: Payment,
    };
    /// Back to the stage before.
    Returned "returned@1" {
        /// The stage it goes back to.
        to: String,
        /// Why.
        sentence: Sentence,
    };
    /// Sent on to the place of the hukou, which decides.
    Forwarded "forwarded@1" (Receipt);
    /// The person may choose one of these things, in place of what was offered before.
    ItemsOffered "items_offered@1" (ItemOffer);
    /// The person chose one, in place of the one before.
    ItemChosen "item_chosen@1" (ItemChoice);
    /// Somebody helps the person from now on, in place of whoever did before.
    LawyerAssigned "lawyer_assigned@1" (Lawyer);
    /// The office that a case was sent to has said under which number it has it.
    ReceiptRecorded "receipt_recorded@1" {
        /// The number.
        number: String,
    };
    /// A stage was finished with a finding.
    Reviewed "reviewed@1" (Finding);
    /// Decided; in force at once, or once a second person has signed.
    Decided "decided@1" {
        /// The decision.
        decision: Box<Decision>,
        /// It waits for a second person.
        needs_second: bool,
    };
    /// A second person signed the decision.
    SignedSecond "signed_second@1";
    /// A second person did not: it is to be decided again.
    SignatureDeclined "signature_declined@1" {
        /// Why.
        sentence: Sentence,
    };
    /// 公示 begins.
    NoticeOpened "notice_opened@1" {
        /// The last day of it.
        #[serde(with = "day_text")]
        until: Date,
    };
    /// 公示 is over.
    NoticeEnded "notice_ended@1";
    /// Somebody objects to a grant shown in public.
    ObjectionMade "objection_made@1" {
        /// 1 for the first.
        number: u32,
        /// What they say.
        sentence: Sentence,
        /// How to reach them, if they said.
        contact: Option<String>,
    };
    /// An objection was looked into.
    ObjectionDecided "objection_decided@1" {
        /// Which.
        number: u32,
        /// It is right: the case is decided again.
        upheld: bool,
        /// Why.
        sentence: Sentence,
    };
    /// The award takes effect.
    Awarded "awarded@1" (Award);
    /// The grant of a thing or a service takes effect.
    AwardedInKind "awarded_in_kind@1" (AwardInKind);
    /// The award is over: another one takes its place, or none does.
    AwardEnded "award_ended@1" {
        /// The last month it was for.
        last: Month,
    };
    /// A letter reached the person; the time to contest a decision counts from that day.
    LetterServed "letter_served@1" {
        /// Which.
        letter: LetterKind,
        /// The day it arrived.
        #[serde(with = "day_text")]
        on: Date,
        /// How.
        way: ServiceWay,
        /// What is on record of it beside the day. Events from before this was asked have nothing.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        notes: BTreeMap<ServiceNote, String>,
    };
    /// 行政复议 was asked for through the portal or an office.
    Contested "contested@1" {
        /// What the person says.
        sentence: Sentence,
    };
    /// The request was handed to the government that reconsiders.
    ContestPassedOn "contest_passed_on@1" {
        /// The day it arrived there.
        #[serde(with = "day_text")]
        on: Date,
        /// The number of the receipt, or how it was handed over.
        number: String,
    };
    /// The government has taken the request up, and asks the office for its reply.
    ContestTakenUp "contest_taken_up@1" (TakenUp);
    /// The office has sent its reply and the papers of the case.
    ContestReplied "contest_replied@1" {
        /// The day it was sent.
        #[serde(with = "day_text")]
        on: Date,
    };
    /// The government takes longer.
    ContestExtended "contest_extended@1" {
        /// The last day now.
        #[serde(with = "day_text")]
        until: Date,
    };
    /// A result was recorded by which more is paid than before: it is carried out once a second person has signed.
    ReconsiderationDrafted "reconsideration_drafted@1" {
        /// What the government's paper says.
        outcome: Box<Reconsidered>,
        /// Its reasons, in short and in plain words.
        sentence: Sentence,
    };
    /// The government has reconsidered, or has said that it does not.
    Reconsidered "reconsidered@1" {
        /// What its paper says.
        outcome: Box<Reconsidered>,
        /// Its reasons, in short and in plain words.
        sentence: Sentence,
    };
    /// A fact was corrected; what it was and what it is are both kept.
    Corrected "corrected@1" {
        /// The fact's name.
        fact: String,
        /// What was held before; none where nothing was known.
        old: Option<FactHeld>,
        /// What is held now; none where it is not known any more.
        new: Option<FactHeld>,
        /// Why; always said by officers.
        sentence: Option<Sentence>,
        /// What the rules say now.
        assessment: Box<Assessed>,
    };
    /// The person says that a fact of a register is wrong; both values are kept.
    FactDisputed "fact_disputed@1" {
        /// The fact's name.
        fact: String,
        /// What the register holds.
        held: Json,
        /// What the person says.
        stated: Json,
    };
    /// The person chose between two benefits of the same kind.
    OverlapChosen "overlap_chosen@1" {
        /// Which one.
        choice: OverlapPick,
    };
    /// What the case waited for is mended, such as a certificate unfrozen.
    HoldLifted "hold_lifted@1" {
        /// The facts that are so now, by name.
        facts: BTreeMap<String, FactHeld>,
        /// What the rules say now.
        assessment: Box<Assessed>,
    };
    /// A consent of the application was taken back, or given later (个人信息保护法 art. 15).
    ConsentsChanged "consents_changed@1" {
        /// What holds now of those that changed.
        changes: BTreeMap<ConsentTo, bool>,
        /// How it was said, where an officer recorded it.
        sentence: Option<Sentence>,
    };
    /// In which forms the person's letters come was said otherwise than in the application.
    LetterFormsChosen "letter_forms_chosen@1" {
        /// All of them from now on; none is as letters usually are.
        forms: Vec<LetterForm>,
        /// How it was said, where an officer recorded it.
        sentence: Option<Sentence>,
    };
    /// Whoever filed asked a second person to confirm a part.
    ConfirmationAsked "confirmation_asked@1" {
        /// Which confirmation.
        id: String,
        /// Whom.
        whom: Second,
        /// How they are to say it.
        way: AskWay,
    };
    /// The second person confirmed it.
    ConfirmationGiven "confirmation_given@1" (Box<Answered>);
    /// The second person did not confirm it, or took it back.
    ConfirmationRefused "confirmation_refused@1" (Box<Answered>);
    /// The person took the application back.
    Withdrawn "withdrawn@1" {
        /// Why, if they said.
        sentence: Option<Sentence>,
    };
    /// An officer saw a value that is masked.
    Revealed "revealed@1" {
        /// Which.
        field: String,
        /// Why.
        reason: Sentence,
    };
    /// An officer opened a document.
    DocumentViewed "document_viewed@1" {
        /// The file's id.
        file: String,
    };
    /// A note for colleagues; the person may ask to see it.
    Noted "noted@1" {
        /// What it says.
        sentence: Sentence,
    };
}

/// What a stage found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The stage.
    pub stage: String,
    /// What it proposes.
    pub opinion: Opinion,
    /// What was checked and how it stands, in the officer's words.
    pub sentence: Sentence,
}

closed_list! {
    /// What a reviewing office proposes to the deciding one.
    Opinion {
        /// 符合
        Meets = "meets",
        /// 不符合
        Fails = "fails",
        /// 需再核
        Doubtful = "doubtful",
    }
}

/// That a case was sent on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The county of the hukou.
    pub to: DivisionCode,
    /// The office there, as it is named.
    pub office: String,
    /// The number that the office there, the national system or the post gave; empty while none has come.
    pub number: String,
    /// Whose word it rests on that the hukou is there. Events from before this was asked do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Source>,
}

closed_list! {
    /// How an office knows a person.
    IdentityProof {
        /// The person was there with their card.
        InPerson = "in_person",
        /// An officer was at their home.
        HomeVisit = "home_visit",
        /// By video, with the card shown.
        Video = "video",
        /// Whoever filed was there with both cards and the proof of the relation.
        Representative = "representative",
        /// The account was linked to the person before.
        LinkedAccount = "linked_account",
    }
}

closed_list! {
    /// Whether whoever an office saw is whoever handed the application in.
    FilerSeen {
        /// It was they: they opened the application in front of the officer.
        Opened = "opened",
        /// They knew its number, which somebody else may have told them. Events from before this was asked apart say so
        /// of both.
        Same = "same",
        /// It was somebody else, or it was not checked.
        Other = "other",
    }
}

/// Whom an office saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// How the person is known now.
    pub how: IdentityProof,
    /// Whether it was they who had handed the application in.
    pub filer: FilerSeen,
}

impl Seen {
    /// Whether an account that handed an application in in a `role` may be linked to the person: its owner was seen to
    /// be the person, or to be the guardian with the proof of it. Everybody else acts for one application alone
    /// (design: a helper's account is opened for that case only).
    pub fn links(self, role: SubmitterRole) -> bool {
        use IdentityProof::{HomeVisit, InPerson, Representative, Video};
        let fits = match role {
            SubmitterRole::Oneself => matches!(self.how, InPerson | HomeVisit | Video),
            SubmitterRole::LegalGuardian => matches!(self.how, Representative | HomeVisit),
            _ => false,
        };
        fits && self.filer == FilerSeen::Opened
    }

    /// Whether there is a way of being seen in which an account of that `role` is linked.
    pub fn may_link(role: SubmitterRole) -> bool {
        let filer = FilerSeen::Opened;
        IdentityProof::ALL
            .iter()
            .any(|how| Self { how: *how, filer }.links(role))
    }
}

closed_list! {
    /// Letters whose arrival counts.
    LetterKind {
        /// 受理通知书
        Acceptance = "acceptance",
        /// 一次性告知书
        MissingPapers = "missing_papers",
        /// 决定书
        Decision = "decision",
    }
}

closed_list! {
    /// 送达方式: how a letter arrived. No rule of these services names the ways; offices follow those of 民事诉讼法
    /// arts. 87–95, to which 行政复议法 art. 88 refers.
    ServiceWay {
        /// 直接送达: handed to the person, at the office or the home (art. 88).
        InPerson = "in_person",
        /// 直接送达: handed to the adult family of the household or the guardian (art. 88).
        Family = "family",
        /// 留置送达: left at the home of who refused it, before witnesses or a camera (art. 89).
        Left = "left",
        /// 邮寄送达: by post; the day on the return receipt counts (art. 91).
        Post = "post",
        /// 电子送达: to where the person agreed to; the day it arrives there counts (art. 90).
        Electronic = "electronic",
        /// Opened in the portal by the person.
        Portal = "portal",
        /// 委托送达: brought by another office (art. 91).
        Entrusted = "entrusted",
        /// 公告送达: put up where no other way was left; counts as served once thirty days have passed (art. 95).
        Announced = "announced",
    }
}

closed_list! {
    /// What is put on record of how a letter arrived.
    ServiceNote {
        /// Who took it, and what they are to the person.
        Receiver = "receiver",
        /// Who was there, by name and unit, or how it was filmed.
        Witnesses = "witnesses",
        /// Why it was refused, or why no other way was left.
        Reason = "reason",
        /// The number of the postal item.
        PostalNumber = "postal_number",
        /// The number or address it was sent to.
        SentTo = "sent_to",
        /// When and how the person agreed to that.
        Consent = "consent",
        /// The office that brought it.
        Office = "office",
        /// Where it was put up.
        Place = "place",
    }
}

impl ServiceWay {
    /// Days after which what was put up in public counts as served (art. 95).
    const ANNOUNCED: i64 = 30;

    /// What must be on record of it; nothing else is.
    pub const fn needs(self) -> &'static [ServiceNote] {
        use ServiceNote::{Consent, Office, Place, PostalNumber, Reason, Receiver, SentTo, Witnesses};
        match self {
            Self::InPerson | Self::Portal => &[],
            Self::Family => &[Receiver],
            Self::Left => &[Witnesses, Reason],
            Self::Post => &[PostalNumber],
            Self::Electronic => &[SentTo, Consent],
            Self::Entrusted => &[Office, Receiver],
            Self::Announced => &[Reason, Place],
        }
    }

    /// The day that counts as that of the service, of a letter that was brought or put up on one.
    pub fn counts_on(self, day: Date) -> Date {
        match self {
            Self::Announced => day.saturating_add(time::Duration::days(Self::ANNOUNCED)),
            _ => day,
        }
    }
}

closed_list! {
    /// Who says a fact.
    Source {
        /// The person.
        Stated = "stated",
        /// A register.
        Register = "register",
        /// An officer who saw proof.
        Officer = "officer",
        /// It follows from the certificate's number.
        CertificateNumber = "certificate_number",
    }
}

impl Source {
    /// Whether somebody else than the person says it. That is for the person alone: others who may see the case are told
    /// what was typed.
    pub const fn is_others(self) -> bool {
        matches!(self, Self::Register | Self::Officer)
    }
}
